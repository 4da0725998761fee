"""The merged chronology: spreadsheets taken in beside the returns, and every agency's rows in one order."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ChronologyId
from sscb_tui.domain.chronology import ChronologyFile, ChronologyLine, ChronologyRow, FiledRow
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, Problem, Violation, refuse_if
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.terms import Role
from sscb_tui.services.chronology_view import merged_view
from sscb_tui.services.inputs import read_model
from sscb_tui.services.tables import csv_rows

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import MergedChronology

COLUMNS = tuple(ChronologyLine.model_fields)
REQUIRED = ("date", "agency", "event")


@dataclass(frozen=True, slots=True)
class Chronologies:
    """Takes chronology files whole or not at all, and merges what is held without changing a word."""

    room: Room

    def take(self, actor: Actor, case_id: str, filename: str, data: bytes) -> ChronologyFile:
        """Take a CSV file with a receipt; otherwise InputError with every problem by line, and nothing written."""
        room = self.room
        refuse_if(permission(actor, Deed.CREATE, Thing.RETURN))
        rows = read_chronology(data, filename, room.settings())
        with room.deed(actor, Deed.CREATE, Thing.RETURN, "chronology imported") as now:
            case = room.record.cases.get(case_id)
            receipt = Receipt(file=filename, sha256=hashlib.sha256(data).hexdigest(), at=now, by=actor.name)
            held = room.record.chronologies.of_case(case.id)
            refuse_if(_own_rows_only(rows, actor) + _not_taken_already(held, receipt))
            taken = ChronologyFile(id=ChronologyId(room.new_id()), case_id=case.id, receipt=receipt, rows=rows)
            return room.record.chronologies.save(taken)

    def merged(self, case_id: str, *, key: bool = False, since: date | None = None) -> MergedChronology:
        """Every row in order; `key` and `since` choose rows, while silences are always those of all of them."""
        return merged_view(self.room.file(case_id), key=key, since=since)


def read_chronology(data: bytes, where: str, board: BoardSettings) -> tuple[FiledRow, ...]:
    """The rows of a CSV file, every cell exactly as text; InputError tells every line that cannot be taken."""
    found: list[FiledRow] = []
    wrong: list[Problem] = []
    for line, cells in csv_rows(data, where, COLUMNS, REQUIRED):
        try:
            found.append(_filed(read_model(ChronologyLine, cells, where, line), where, line, board))
        except InputError as error:
            wrong += error.problems
    if wrong:
        raise InputError(wrong)
    if not found:
        raise InputError([Problem(where, "holds no rows.", "a header and at least one row")])
    return tuple(found)


def _filed(said: ChronologyLine, where: str, line: int, board: BoardSettings) -> FiledRow:
    named = said.agency.strip().casefold()
    codes = [
        agency.code
        for agency in board.agencies
        if named in {each.casefold() for each in (agency.code, agency.short, *(known.name for known in agency.names))}
    ]
    if len(codes) != 1:
        known = ", ".join(agency.code for agency in board.agencies)
        what = "stands for several agencies." if codes else "is not in the Board's list."
        raise InputError([Problem(f"{where}: agency", f"{said.agency!r} {what}", known, line)])
    return FiledRow(agency=codes[0], row=ChronologyRow(on=said.date, event=said.event, source=said.source))


def _own_rows_only(rows: Sequence[FiledRow], actor: Actor) -> tuple[Violation, ...]:
    """An agency's lead hands in their own agency's rows and nobody else's."""
    others = sorted({filed.agency for filed in rows} - {actor.agency or ""})
    if actor.role is not Role.AGENCY_LEAD or not others:
        return ()
    own = actor.agency or "no agency"
    return (Violation("WHO", f"{actor.name} may hand in rows of {own} only, not of {', '.join(others)}."),)


def _not_taken_already(held: Sequence[ChronologyFile], receipt: Receipt) -> tuple[Violation, ...]:
    """The same bytes twice would set every row beside itself."""
    standing = next((each.receipt for each in held if each.receipt.sha256 == receipt.sha256), None)
    if standing is None:
        return ()
    when = f"{shown(standing.at.date())} by {standing.by} as {standing.file}"
    sentence = f"{receipt.file} is a chronology this case already holds, unchanged: it was imported on {when}."
    return (Violation("F5-again", sentence, "chronology files"),)
