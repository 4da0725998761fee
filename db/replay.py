"""Replaying the journal: every table must hold exactly what the last entries say, no more and no less."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from db import kinds, statements
from db.driver import Cell
from db.history import LONGEST, changes
from db.repository import Kind, T
from db.session import Session
from sscb_tui.services.ports import Fault


def compare(session: Session) -> Iterator[Fault]:
    """Each table in turn: rows that differ, rows nobody journalled, journalled records that are gone."""
    yield from _table(session, kinds.INCIDENTS)
    yield from _table(session, kinds.CASES)
    yield from _table(session, kinds.REQUESTS)
    yield from _table(session, kinds.MEETINGS)
    yield from _table(session, kinds.LINES)
    yield from _table(session, kinds.ADVICE)
    yield from _table(session, kinds.DECISIONS)
    yield from _table(session, kinds.DUTIES)
    yield from _table(session, kinds.RECOMMENDATIONS)
    yield from _table(session, kinds.ACTIONS)
    yield from _table(session, kinds.CHRONOLOGIES)
    yield from _table(session, kinds.PINS)
    yield from _table(session, kinds.SETTLEMENTS)
    yield from _table(session, kinds.REOPENINGS)
    yield from _table(session, kinds.ADDENDA)
    yield from _table(session, kinds.PRIVILEGED)
    yield from _table(session, kinds.REVIEWS)
    yield from _table(session, kinds.REPORTS)
    yield from _table(session, kinds.REVIEWERS)
    yield from _table(session, kinds.PROCEEDINGS)
    yield from _table(session, kinds.FAMILY_CONTACTS)
    yield from _table(session, kinds.PROGRESS_ROUNDS)
    yield from _table(session, kinds.SETTINGS)


def _table(session: Session, kind: Kind[T]) -> Iterator[Fault]:
    names = session.columns(kind.table)
    for seq, version, state, *cells in session.stream(statements.journalled(kind.table), (kind.table,)):
        held = dict(zip(names, cells, strict=True))
        if seq is None:
            yield Fault(f"Table {kind.table}, record {held['id']}", "is not in the journal")
        else:
            yield from _row(kind, held, int(version or 0), str(state))
    for seq, id, version, state in session.rows(statements.lost(kind.table), (kind.table,)):
        name = _known(kind, int(version or 0), str(state))
        title = kind.title(name) if name else id
        yield Fault(f"Table {kind.table}, record {title}", f"is missing; journal row {seq} holds it")


def _row(kind: Kind[T], held: Mapping[str, Cell], version: int, state: str) -> Iterator[Fault]:
    record = _known(kind, version, state)
    if record is None:
        yield Fault(f"Table {kind.table}, record {held['id']}", "this version of the program cannot read its state")
        return
    said = kind.cells(record) | {"body": state}
    for name, cell in held.items():
        if cell != said.get(name):
            where = f"Table {kind.table}, record {kind.title(record)}"
            yield Fault(where, f"column {name} {_difference(name, cell, said.get(name))}")


def _known(kind: Kind[T], version: int, state: str) -> T | None:
    try:
        return kind.read(version, state)
    except ValidationError:
        return None


def _difference(name: str, held: Cell, said: Cell) -> str:
    if name == "body":
        return f"is not what the journal says ({_first_change(str(said), str(held))})"
    return f"holds {_quoted(held)}, the journal says {_quoted(said)}"


def _first_change(said: str, held: str) -> str:
    try:
        found = changes(json.loads(said), json.loads(held))
    except ValueError:
        return "it is no longer a record"
    return found[0] if found else "the same facts, spelt differently"


def _quoted(cell: Cell) -> str:
    text = repr(cell)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
