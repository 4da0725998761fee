"""The child in one minute: who the child is to the meeting, without a name, a date of birth or an address."""

from __future__ import annotations

from collections.abc import Iterator

from exports.layout import Sheet, agency_words, pairs
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.days import age_at
from sscb_tui.domain.family import Child, FamilyMember
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.template import searched_for
from sscb_tui.domain.terms import YesNo

_SAFE = {YesNo.YES: "safe", YesNo.NO: "NOT SAFE", YesNo.UNDETERMINED: "safety not known"}

_HOME = {YesNo.YES: "in the household", YesNo.NO: "elsewhere", YesNo.UNDETERMINED: "household not known"}
_UNITS = {"d": "days", "m": "months", "y": "years"}


def child_in_one_minute(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    """A table of the plain facts, what happened, the people round the child and the other children."""
    case = file.case
    sheet.add(*pairs(tuple((label, sheet.cell(words)) for label, words in _facts(file))))
    sheet.paragraph(case.referral.what_happened, "**What happened.**")
    sheet.paragraph(case.referral.why_abuse_or_neglect, "**Why abuse or neglect is thought of.**")
    sheet.paragraph("", "**The people round the child:**")
    sheet.add(*(f"- {sheet.inline(line)}" for line in _family(case)))
    involved = ", ".join(agency_words(each.agency, board) for each in case.agencies) or "none named in the referral"
    sheet.paragraph("", f"**Agencies known to be involved:** {involved}.")


def _facts(file: CaseFile) -> Iterator[tuple[str, str]]:
    child = file.case.child
    yield "Child", f"{file.case.pseudonym} (a pseudonym)"
    yield "Age at the incident", _age(file)
    yield "Incident", f"{file.incident.title}, {file.incident.happened_on.text}"
    yield "Outcome", child.outcome.label
    yield "Normally resident here", child.normally_resident.label
    yield "Legal status", child.legal_status
    yield "Open to social care", child.open_to_social_care.label
    yield "Looked after", child.looked_after.label
    yield "Parallel processes", file.case.referral.parallel_processes


def _age(file: CaseFile) -> str:
    born, day = file.case.child.date_of_birth, file.incident.happened_on.earliest
    if not born or not day:
        return file.case.child.estimated_age or "not known"
    number, _, unit = age_at(born, day).partition(" ")
    return f"{number} {_UNITS[unit]}" if unit else number


def _family(case: Case) -> Iterator[str]:
    """Everybody searched for under the number agencies' answers use, the rest of the family, the other children."""
    searched = searched_for(case)
    for number, each in enumerate(searched, 1):
        yield f"P{number} {_who(each, case)}"
    yield from (f"{_who(each, case)}, not searched for" for each in case.family if each not in searched)
    for other in case.other_children:
        yield f"another child, {other.whereabouts}, {_SAFE[other.safe]}: {other.action}"


def _who(each: Child | FamilyMember | str, case: Case) -> str:
    if isinstance(each, FamilyMember):
        return f"{each.relationship}, {_HOME[each.in_household]}"
    return case.pseudonym if isinstance(each, Child) else "another person, whom the referral does not name"
