"""The whole form for the people of one case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sscb_tui.domain.case import Case
from sscb_tui.domain.family import Child, FamilyMember
from sscb_tui.domain.template.model import Question, Section
from sscb_tui.domain.template.practice import PRACTICE
from sscb_tui.domain.template.records import PERSON, RECORDS
from sscb_tui.domain.template.versions import ISSUED, Version

SECTIONS: tuple[Section, ...] = RECORDS + PRACTICE
"""The form as it stands before its people are known: F4.B1 once."""


def sections(people: Sequence[str], on: Version = ISSUED) -> tuple[Section, ...]:
    """The form for these people, each given as papers may name them ("the child", "mother"): one F4.B1 for each."""
    asked = tuple(
        replace(PERSON, id=f"F4.B1.P{number}", label=f"P{number} {who}: {PERSON.label}")
        for number, who in enumerate(people, start=1)
    )
    whole = (
        replace(section, questions=asked + section.questions[1:]) if section.letter == "B" else section
        for section in SECTIONS
    )
    return tuple(whole) if on is ISSUED else tuple(_as_it_was(section, on) for section in whole)


def _as_it_was(section: Section, on: Version) -> Section:
    """A section as another version of the form has it."""
    return replace(
        section,
        questions=tuple(
            replace(each, printed=on.number(each.id), guidance=on.renumbered(each.guidance))
            for each in section.questions
            if on.asks(each.id)
        ),
    )


def questions(people: Sequence[str], on: Version = ISSUED) -> tuple[Question, ...]:
    """Every question in the order of the form, which is the order of the rows side by side."""
    return tuple(question for section in sections(people, on) for question in section.questions)


def searched_for(case: Case) -> tuple[Child | FamilyMember | str, ...]:
    """The people agencies are asked about, P1 first (F2.12); a bare name where the referral has no more."""
    everyone: tuple[Child | FamilyMember, ...] = (case.child, *case.family)
    known = {each.name.casefold(): each for each in everyone}
    plan = case.discussion.plan if case.discussion else None
    if plan is None:
        return case.child, *(each for each in case.family if each.search_for)
    return tuple(known.get(name.casefold(), name) for name in plan.search_for)


def people(case: Case) -> tuple[str, ...]:
    """The same people as a projected screen may name them: by relationship, never by name."""
    return tuple(_who(each) for each in searched_for(case))


def _who(person: Child | FamilyMember | str) -> str:
    if isinstance(person, Child):
        return "the child"
    return person.relationship if isinstance(person, FamilyMember) else "another person"
