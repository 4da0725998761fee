"""The family before anybody else: told of each step, or why not yet; shown the report before it is public (F13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.terms import ToldOf, YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.family_contact import FamilyContact
    from sscb_tui.domain.file import CaseFile

_SOURCE = "family contact plan (F13)"
BEFORE_PUBLICATION = (ToldOf.INCIDENT, ToldOf.DECISION, ToldOf.TERMS, ToldOf.FINDINGS)


def relation(case: Case, name: str) -> str:
    """What a person is to the child, as the case has it."""
    if same_person(name, case.child.name):
        return "the child"
    known = [(each.name, each.relationship) for each in case.family]
    known += [(each.name, "another child") for each in case.other_children]
    return next((words for member, words in known if same_person(member, name)), "")


def parental_responsibility(case: Case, name: str) -> YesNo:
    """Whether that person has parental responsibility, as the case has it."""
    held = (each.parental_responsibility for each in case.family if same_person(each.name, name))
    return next(held, YesNo.UNDETERMINED)


def unplanned(file: CaseFile) -> tuple[str, ...]:
    """Members of the family nobody plans to speak to, by relationship."""
    names = [each.form.member for each in file.family_contacts]
    return tuple(
        each.relationship for each in file.case.family if not any(same_person(each.name, name) for name in names)
    )


def family_told(file: CaseFile, things: Iterable[ToldOf]) -> tuple[Violation, ...]:
    """F13.03: every member of the family was told of each thing, or it is on record why not yet."""
    wanted = tuple(things)
    return (*_plans(file), *(found for each in file.family_contacts for found in _told(each, wanted)))


def _plans(file: CaseFile) -> Iterator[Violation]:
    if missing := unplanned(file):
        sentence = f"No contact plan for: {', '.join(missing)}. Plan the contact, or say in one why there is none."
        yield Violation("F13.01", sentence, _SOURCE)


def _told(contact: FamilyContact, wanted: tuple[ToldOf, ...]) -> Iterator[Violation]:
    if silent := [of.label for of in wanted if contact.told_of(of) is None]:
        sentence = f"{contact.form.called}: not on record whether told of {', '.join(silent)}, nor why not yet."
        yield Violation("F13.03", sentence, _SOURCE)


def family_shown(file: CaseFile) -> tuple[Violation, ...]:
    """F13.05, F13.06: invited, offered support, and shown the report before it is public, or why not."""
    return tuple(found for each in file.family_contacts for found in _shown(each))


def _shown(contact: FamilyContact) -> Iterator[Violation]:
    who = contact.form.called
    if contact.contribution.invited_on is None and not contact.contribution.wishes.strip():
        yield Violation("F13.05", f"{who}: say when they were invited to contribute, or what they wished.", _SOURCE)
    if not contact.support.strip():
        yield Violation("F13.06", f"{who}: say what support was offered.", _SOURCE)
    if contact.shown_on is None and not contact.not_shown.strip():
        yield Violation("F13.06", f"{who}: say when they were shown the report, or why they were not.", _SOURCE)
