"""Walking the journal's chain: the first row that is altered, missing or out of order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from db.history import uk_date
from db.journal import seal_of
from db.migrations import EMPTY_HASH
from db.session import Row, Session
from sscb_tui.services.ports import Fault

_JOURNAL = """SELECT seq, at, actor, move, entity, id, version, case_id, state, prev, hash
    FROM journal ORDER BY seq"""


def walk(session: Session) -> Iterator[Fault]:
    """Every row in order against the row before it, then the last against the journal's head."""
    number, seal = 0, EMPTY_HASH
    for row in session.stream(_JOURNAL):
        if fault := _misfit(session, row, number + 1, seal):
            yield fault
        number, seal = int(row[0] or 0), str(row[-1])
    yield from _end(session, number, seal)


def _misfit(session: Session, row: Row, expected: int, seal: str) -> Fault | None:
    *content, prev, own = row
    if content[0] != expected:
        return Fault(f"Journal row {expected}", f"is missing: the journal goes on with {_described(session, row)}")
    if prev != seal:
        return Fault(_described(session, row), _broken_link(session, str(prev), expected))
    if own != seal_of(str(prev), content):
        return Fault(_described(session, row), "its content does not fit its hash")
    return None


def _broken_link(session: Session, prev: str, number: int) -> str:
    """Out of order, if it follows another row; else this row or the one before it was rewritten."""
    if prev == EMPTY_HASH:
        return "is out of order: it was written first of all"
    if row := session.row("SELECT seq FROM journal WHERE hash = ? LIMIT 1", (legible(prev),)):
        return f"is out of order: it was written after what now stands in row {row[0]}"
    return f"does not follow row {number - 1}: one of the two was altered"


def _end(session: Session, number: int, seal: str) -> Iterator[Fault]:
    head = session.row("SELECT seq, hash FROM journal_head")
    if head is None:
        yield Fault("Table journal_head", "its only row is missing")
        return
    last = int(head[0] or 0)
    if last > number:
        where = f"Journal row {number + 1}" if last == number + 1 else f"Journal rows {number + 1} to {last}"
        yield Fault(where, f"missing: the journal ends at row {number}, but {last} were written")
    elif head != (number, seal):
        yield Fault("Table journal_head", f"does not fit the journal's last row, {number}")


def _described(session: Session, row: Row) -> str:
    """A row as people know it: its number, the case's reference, what was done and when."""
    seq, at, _, move, entity, _, _, case_id, *_ = row
    held = session.row("SELECT reference FROM cases WHERE id = ?", (legible(str(case_id)),))
    case = f"case {held[0]}, " if held else ""
    return f"Journal row {seq} ({case}{entity}, {move}, {_day(str(at))})"


def legible(text: str) -> str:
    """Text that may be damaged, fit to be shown: bytes that are no character stand as their numbers."""
    return text.encode("utf-8", "backslashreplace").decode()


def _day(at: str) -> str:
    try:
        return uk_date(datetime.fromisoformat(at))
    except ValueError:
        return at
