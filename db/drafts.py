"""Text being typed, kept outside the journal until it becomes a record."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from db.session import Row, Session
from sscb_tui.services.ports import Draft

_SELECT = "SELECT key, title, fields, saved_at, by FROM drafts"


class DraftTable:
    """Half-written forms under their keys."""

    def __init__(self, session: Session) -> None:
        """Drafts commit by themselves, or with the transaction that makes them a record."""
        self._session = session

    def keep(self, key: str, title: str, fields: Mapping[str, object], by: str) -> datetime:
        """Store the draft under its key, replacing what was there; answers the time saved."""
        at = self._session.now()
        # ASCII escapes hold even what is not yet valid text, such as half of a pasted character.
        cells = (key, title, json.dumps(dict(fields)), at.isoformat(), by)
        self._session.write("REPLACE INTO drafts (key, title, fields, saved_at, by) VALUES (?, ?, ?, ?, ?)", cells)
        return at

    def find(self, key: str) -> Draft | None:
        """The draft, or None."""
        row = self._session.row(f"{_SELECT} WHERE key = ?", (key,))
        return _draft(row) if row else None

    def all(self) -> Sequence[Draft]:
        """Every draft, latest first."""
        return tuple(_draft(row) for row in self._session.rows(f"{_SELECT} ORDER BY saved_at DESC, rowid DESC"))

    def discard(self, key: str) -> None:
        """Drop a draft that has become a record or was given up."""
        self._session.write("DELETE FROM drafts WHERE key = ?", (key,))


def _draft(row: Row) -> Draft:
    key, title, fields, saved_at, by = (str(cell) for cell in row)
    return Draft(key, title, json.loads(fields), datetime.fromisoformat(saved_at), by)
