"""Looking up what a reference names: always the same answer for the same record, whatever is saved afterwards."""

# ruff: noqa: S608  (names of tables are constants of this package, never input)

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.thread import ROWS, Address, Named

if TYPE_CHECKING:
    from db.driver import Cell
    from db.session import Session

_RETURN = "SELECT id FROM requests WHERE case_id = ? AND agency = ? ORDER BY rowid LIMIT 1"
_FILE = """SELECT id FROM chronologies WHERE case_id = ? AND json_extract(body, '$.receipt.file') = ?
    AND json_extract(body, '$.rows[' || ? || '].agency') = ? ORDER BY rowid LIMIT 1"""
_LINES = """SELECT lines.id, meeting_id, json_extract(lines.body, '$.at') FROM lines
    JOIN meetings ON meetings.id = meeting_id WHERE case_id = ? AND (number = ? OR ?)
    ORDER BY meeting_id = ? DESC, lines.rowid DESC"""
_SPOKEN_OF = ("lines", "pins", "settlements", "actions")
"""What a line of the minutes may speak of by its bare id."""
_ANSWERED = """SELECT 1 FROM requests WHERE id = ? AND returned AND (? IN ('F4.A2', 'F4.A3', 'F4.A7', 'F4.D1', 'F4.M1')
    OR EXISTS (SELECT 1 FROM json_each(body, '$.returned.answers') WHERE json_extract(value, '$.question') = ?))"""
_TOLD = "SELECT 1 FROM requests WHERE id = ? AND json_array_length(body, '$.returned.chronology') >= ?"
_REVIEW = """SELECT id FROM (SELECT id, (SELECT min(seq) FROM journal WHERE entity = 'reviews' AND id = held.id)
    AS began FROM reviews AS held WHERE case_id = ?) WHERE began < coalesce((SELECT min(seq) FROM journal
    WHERE entity = ? AND id = ?), began + 1) ORDER BY began DESC LIMIT 1"""
_FOUND = """SELECT 1 FROM reviews WHERE id = ?
    AND EXISTS (SELECT 1 FROM json_each(body, '$.findings') WHERE json_extract(value, '$.number') = ?)"""
_PROCEEDING = "SELECT id FROM proceedings WHERE case_id = ? ORDER BY rowid LIMIT 1 OFFSET ?"
_ITEM = "SELECT 1 FROM meetings WHERE id = ? AND json_array_length(body, '$.agenda') >= ?"


def located(session: Session, ref: Address | Named, source: Address | None) -> Address | None:
    """The address a reference leads to; `source` is the record that makes it, which dates it."""
    if isinstance(ref, Address):
        return ref if _is_there(session, ref) else None
    return _WAYS[ref.way](session, ref, source)


def held(session: Session, address: Address) -> bool:
    """Whether the very part is there today that an address names, not only the record it is a part of."""
    words = address.part.split(" ")
    if address.kind == "requests" and words[1:2] == ["row"]:
        return _any(session, _TOLD, address.id, int(words[2]))
    if address.kind == "requests" and address.part:
        return _any(session, _ANSWERED, address.id, address.part, address.part)
    if address.kind == "meetings" and words[0] == "item":
        return _any(session, _ITEM, address.id, int(words[1]))
    if address.kind == "reviews" and address.part.startswith("F-"):
        return _any(session, _FOUND, address.id, _number(address.part))
    if (address.kind, address.part) == ("cases", "decision"):
        return _any(session, "SELECT 1 FROM decisions WHERE case_id = ?", address.id)
    return _is_there(session, address)


def _is_there(session: Session, address: Address) -> bool:
    return _any(session, f"SELECT 1 FROM {address.kind} WHERE id = ?", address.id)


def _any(session: Session, sql: str, *parameters: Cell) -> bool:
    return session.row(sql, parameters) is not None


def _passage(session: Session, ref: Named, source: Address | None) -> Address | None:
    """An answer of a return, a row of the chronology in one, or a row of a chronology that came as a file."""
    agency, _, rest = ref.ref.partition(" ")
    where, row, place = rest.rpartition(" row ")
    if row and not (place.isdecimal() and int(place)):
        return None
    if row and where != ROWS:
        found = session.row(_FILE, (ref.case_id, where, int(place) - 1, agency))
        return Address("chronologies", str(found[0]), f"row {place}") if found else None
    case_id = ref.case_id or _case_of(session, ref.meeting_id)
    found = session.row(_RETURN, (case_id, agency)) if rest.startswith("F4.") else None
    return Address("requests", str(found[0]), rest) if found else None


def _case_of(session: Session, meeting_id: str | None) -> str:
    found = session.row("SELECT case_id FROM meetings WHERE id = ?", (meeting_id,))
    return str(found[0]) if found else ""


def _minute(session: Session, ref: Named, source: Address | None) -> Address | None:
    """A line by its number, or an item of the agenda; of the meeting that is meant, else of the latest by then."""
    what, _, number = ref.ref.partition(" ")
    if what not in ("minute", "item") or not number.isdecimal():
        return None
    if what == "item" and ref.meeting_id is not None:
        return Address("meetings", ref.meeting_id, f"item {number}")
    by = _first_saved(session, source) if ref.meeting_id is None else _last_saved(session, source)
    lines = session.rows(_LINES, (ref.case_id, int(number), int(what == "item"), ref.meeting_id or ""))
    found = next(((str(id), str(meeting)) for id, meeting, at in lines if _moment(str(at)) <= by), None)
    if found is None:
        return None
    return Address("lines", found[0]) if what == "minute" else Address("meetings", found[1], f"item {number}")


def _first_saved(session: Session, source: Address | None) -> datetime:
    """When the record that cites was first saved: now, if it is being saved for the first time."""
    return _saved(session, source, "ASC") or session.writing_since or session.now()


def _last_saved(session: Session, source: Address | None) -> datetime:
    """When the record that cites was saved as it stands: now, if it is being saved."""
    return session.writing_since or _saved(session, source, "DESC") or session.now()


def _saved(session: Session, source: Address | None, order: str) -> datetime | None:
    at = f"SELECT at FROM journal WHERE entity = ? AND id = ? ORDER BY seq {order} LIMIT 1"
    found = session.row(at, (source.kind, source.id)) if source else None
    return _moment(str(found[0])) if found else None


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _numbered(kind: str) -> Callable[[Session, Named, Address | None], Address | None]:
    def find(session: Session, ref: Named, _: Address | None) -> Address | None:
        sql = f"SELECT id FROM {kind} WHERE case_id = ? AND number = ?"
        found = session.row(sql, (ref.case_id, _number(ref.ref)))
        return Address(kind, str(found[0])) if found else None

    return find


def _number(ref: str) -> int:
    """The number of F-2 or R-3; 0, which nothing bears, where there is none."""
    number = ref.partition("-")[2]
    return int(number) if number.isdecimal() else 0


def _review(session: Session, ref: Named, source: Address | None) -> Address | None:
    """The review in hand, or a finding of it; for a record saved before, the one in hand when it was first saved."""
    saved = (source.kind, source.id) if source else ("", "")
    found = session.row(_REVIEW, (ref.case_id, *saved))
    return Address("reviews", str(found[0]), ref.ref if ref.way == "finding" else "") if found else None


def _proceeding(session: Session, ref: Named, _: Address | None) -> Address | None:
    """The register only grows: its first entry is P-1."""
    number = _number(ref.ref)
    found = session.row(_PROCEEDING, (ref.case_id, number - 1)) if number else None
    return Address("proceedings", str(found[0])) if found else None


def _decision(session: Session, ref: Named, _: Address | None) -> Address:
    """The Chair's decision as it stands, whichever that is."""
    return Address("cases", ref.case_id, "decision")


def _spoken_of(session: Session, ref: Named, _: Address | None) -> Address | None:
    found = (Address(kind, ref.ref) for kind in _SPOKEN_OF)
    return next((each for each in found if _is_there(session, each)), None)


_WAYS: dict[str, Callable[[Session, Named, Address | None], Address | None]] = {
    "return": _passage,
    "chronology": _passage,
    "minutes": _minute,
    "recommendation": _numbered("recommendations"),
    "action": _numbered("actions"),
    "decision": _decision,
    "review": _review,
    "finding": _review,
    "proceeding": _proceeding,
    "record": _spoken_of,
}
