"""The append-only chain: one row for every saved version, each sealed over the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from db.driver import Cell
from db.history import entries
from db.session import Session, Signed
from sscb_tui.domain.base import canonical_json
from sscb_tui.domain.people import Actor
from sscb_tui.services.views import HistoryEntry

_SHOWN = "SELECT seq, at, actor, move, entity, id, version, state, hash FROM journal"

_STATE = "SELECT state FROM journal WHERE entity = ? AND id = ? AND version = ?"
_LAST_OF = """SELECT seq, at, move FROM journal
    WHERE actor = ? AND entity IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1"""
_OF_ONE_DEED = """
    seq > (SELECT coalesce(max(seq), 0) FROM journal WHERE seq < ? AND (at, actor, move) IS NOT (?, ?, ?))
    AND seq < (SELECT coalesce(min(seq), 9e15) FROM journal WHERE seq > ? AND (at, actor, move) IS NOT (?, ?, ?))"""


def seal_of(prev: str, row: Sequence[Cell]) -> str:
    """The hash of a row: over the hash before it and every other column, spelt so that no two rows look alike."""
    spelt = json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256((prev + spelt).encode("utf-8", "surrogateescape")).hexdigest()


class Saved(NamedTuple):
    """One saved version, as the journal's columns have it."""

    entity: str
    id: str
    version: int
    case_id: str | None
    state: str


class JournalBook:
    """Writes the chain and reads it back in plain words."""

    def __init__(self, session: Session) -> None:
        """Rows join the session's open transaction."""
        self._session = session

    def append(self, signed: Signed, saved: Saved) -> None:
        """Seal one saved version; the open transaction holds the write lock, so numbers have no gaps."""
        last, prev = self._head()
        actor = canonical_json(signed.actor.model_dump(mode="json"))
        at = signed.at.isoformat(timespec="microseconds")
        row = (last + 1, at, actor, signed.move, *saved)
        seal = seal_of(prev, row)
        self._session.write("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, prev, seal))
        self._session.write("UPDATE journal_head SET seq = ?, hash = ?", (last + 1, seal))

    def of(self, entity: str, id: str) -> Sequence[HistoryEntry]:
        """Entries of one record, oldest first, each with its changes in plain words."""
        return entries(self._session.rows(f"{_SHOWN} WHERE entity = ? AND id = ? ORDER BY seq", (entity, id)))

    def versions(self, entity: str, id: str) -> Sequence[tuple[HistoryEntry, Mapping[str, object]]]:
        """Entries of one record, oldest first, each with the record as it left it."""
        rows = self._session.rows(f"{_SHOWN} WHERE entity = ? AND id = ? ORDER BY seq", (entity, id))
        return tuple(zip(entries(rows), (json.loads(str(row[7])) for row in rows), strict=True))

    def state(self, entity: str, id: str, version: int) -> Mapping[str, object] | None:
        """One record as one save left it; None where there was no such version."""
        found = self._session.row(_STATE, (entity, id, version))
        return None if found is None else json.loads(str(found[0]))

    def latest(self, actor: Actor, entities: Sequence[str]) -> Sequence[HistoryEntry]:
        """All that this person last wrote in one go, where that touched one of these kinds of record; oldest first."""
        who = canonical_json(actor.model_dump(mode="json"))
        found = self._session.row(_LAST_OF, (who, json.dumps(entities)))
        if found is None:
            return ()
        seq, at, move = found
        deed = (seq, at, who, move)
        return entries(self._session.rows(f"{_SHOWN} WHERE {_OF_ONE_DEED} ORDER BY seq", (*deed, *deed)))

    def of_case(self, case_id: str) -> Sequence[HistoryEntry]:
        """Entries of a case, of its incident and of everything that belongs to it, oldest first."""
        incident = "(entity = 'incidents' AND id = (SELECT incident_id FROM cases WHERE id = ?))"
        found = self._session.rows(f"{_SHOWN} WHERE case_id = ? OR {incident} ORDER BY seq", (case_id, case_id))
        return entries(found)

    def seal(self, entity: str, id: str) -> str:
        """The hash under which the record's latest version stands in the journal; empty if unsaved."""
        found = self._session.row(
            "SELECT hash FROM journal WHERE entity = ? AND id = ? ORDER BY seq DESC LIMIT 1", (entity, id)
        )
        return str(found[0]) if found else ""

    def _head(self) -> tuple[int, str]:
        row = self._session.row("SELECT seq, hash FROM journal_head")
        if row is None:
            raise RuntimeError("the journal has lost its head")
        return int(row[0] or 0), str(row[1])
