"""The key to the pseudonyms: the one paper that names people, for the Business Manager and the Chair (X-09, annex)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from exports.escape import cell, inline
from exports.layout import Cover, begin, finish, table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.permissions import same_person

_ANOTHER = "another child"
KEY_STATUS = "**NAMES PEOPLE**: for the Business Manager and the Chair alone; keep it apart"


def pseudonyms(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """Who is called what."""
    cover = Cover("Key to the pseudonyms", KEY_STATUS, file.case.version)
    sheet = begin(cover, file, board, on)
    sheet.heading("Who is called what")
    sheet.add(*table(("In papers", "Name", "To the child"), list(_rows(file))))
    return finish(sheet, cover, file, board)


def _rows(file: CaseFile) -> Iterator[tuple[str, str, str]]:
    for case in (file.case, *file.siblings):
        also = f" ({cell(case.child.also_known_as)})" if case.child.also_known_as else ""
        to_child = "the child" if case is file.case else "another child of the incident"
        yield inline(case.pseudonym), cell(case.child.name) + also, to_child
    called = {each.form.member: each.form.called for each in file.family_contacts}
    people = [(each.name, each.relationship) for each in file.case.family]
    people += [(each.name, _ANOTHER) for each in file.case.other_children]
    for name, relation in people:
        known = next(
            (words for member, words in called.items() if same_person(member, name)),
            relation if relation == _ANOTHER else f"the {relation}",
        )
        yield cell(known), cell(name), cell(relation)
