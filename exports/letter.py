"""The letter that goes with the agency form (F3): what is asked, by what right, about whom, by when."""

from __future__ import annotations

import textwrap

from exports.escape import cell, inline
from exports.layout import NOT_SAID, WIDTH, table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.days import shown
from sscb_tui.domain.family import Child, FamilyMember
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.template import people, searched_for
from sscb_tui.domain.terms import Role

_PARAGRAPHS = (
    "The Board has been told of a case that may call for a Serious Case Review. Before it decides, it asks each "
    "agency what it knew and did. The purpose is to learn how agencies worked together; it is not an inquiry into "
    "any person, and it is no part of a disciplinary process.",
    "**Legal gateway.** The Board asks under section 14B of the Children Act 2004 (supply of information requested by "
    "a Local Safeguarding Children Board). If your agency holds that it may not answer in part or at all, say so and "
    "why on the form; a refusal is recorded with its reason.",
    "**What is asked.** Search your records for the people below, secure those records, and complete the form that "
    "follows. It is sent back as a file, and your words are kept as you wrote them.",
    "**What is not asked.** Do not interview staff or family, and do not investigate. Give roles, not names, of "
    "staff. Give what is relevant to the child; leave out what is not.",
    "**Criminal proceedings.** Where there is or may be a police investigation, do not speak to anyone who may be a "
    "witness. Mark what may not be shared, with whom and until when, as the restriction in F4.M1.",
)
_AFTER = (
    "**Who will see it.** The members of the scoping meeting and the Independent Chair. A coroner or a court may ask "
    "for it; no promise of absolute confidentiality can be given.",
    "**A child at risk now.** Do not wait for this form. Telephone children's social care or the police first.",
)
_COLUMNS = ("No", "Who", "Name", "Also known as", "Born", "Address", "NHS number")


def letter(case: Case, request: AgencyRequest, board: BoardSettings) -> list[str]:
    """The letter's lines; its title carries the pseudonym, the people only the table of those to search for."""
    title = f"# Request for information: {inline(case.pseudonym)}, {inline(case.reference)}"
    lines = [f"**{inline(board.marking)}**", "", title, "", *_address(request, board), ""]
    for number, text in enumerate(_PARAGRAPHS, start=1):
        lines += _wrapped(number, text)
    number = len(_PARAGRAPHS) + 1
    lines += [f"{number}. {_period(case)}", "", f"{number + 1}. **People to search for.**", ""]
    lines += [*table(_COLUMNS, _people(case)), ""]
    for later, text in enumerate(_AFTER, start=number + 2):
        lines += _wrapped(later, text)
    return lines


def _wrapped(number: int, text: str) -> list[str]:
    """A numbered paragraph of our own words, set to the width of a page."""
    return [*textwrap.wrap(f"{number}. {text}", WIDTH, subsequent_indent="   "), ""]


def _address(request: AgencyRequest, board: BoardSettings) -> list[str]:
    agency = board.agency(request.agency)
    name = agency.name_on(request.issued_at.date()) if agency else request.agency
    lead = f"{agency.lead}, {name}" if agency and agency.lead else f"The safeguarding lead, {name}"
    rows = (
        ("To", f"{cell(lead)} ({request.agency})"),
        ("Copy to", f"The chief officer, {cell(name)}"),
        ("From", f"{cell(manager(board))}, {cell(board.name)}"),
        ("Issued", shown(request.issued_at.date())),
        ("Return by", f"**{shown(request.due)}**"),
        ("Return to", "the Board's secure address, as a file"),
    )
    return table(rows[0], rows[1:])


def manager(board: BoardSettings) -> str:
    """Who sends the letter and answers questions about it."""
    named = next((person.name for person in board.people if person.role is Role.BUSINESS_MANAGER), "")
    return f"{named}, Business Manager" if named else "The Business Manager"


def _period(case: Case) -> str:
    plan = case.discussion.plan if case.discussion else None
    if plan is None:
        return "**Period.** As far back as your records bear on the child's safety."
    span = f"{shown(plan.period_from)} to {shown(plan.period_to)}"
    earlier = "Give earlier events only where they bear on the child's safety."
    return f"**Period.** {span}: {inline(plan.period_reason).rstrip('.')}. {earlier}"


def _people(case: Case) -> list[tuple[str, ...]]:
    named = zip(people(case), searched_for(case), strict=True)
    return [
        (f"P{number}", *(cell(text) or NOT_SAID for text in (who, *_identifiers(person))))
        for number, (who, person) in enumerate(named, start=1)
    ]


def _identifiers(person: Child | FamilyMember | str) -> tuple[str, str, str, str, str]:
    """What a search needs and no more."""
    if isinstance(person, str):
        return person, "", "", "", ""
    if isinstance(person, FamilyMember):
        return person.name, person.also_known_as, person.date_of_birth, person.address, ""
    born = shown(person.date_of_birth) if person.date_of_birth else person.estimated_age
    return person.name, person.also_known_as, born, person.home_address, person.nhs_number
