"""The case as a letter gives it: pseudonym, age band, incident, dates, the criteria relied on; nobody's name (F9)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.layout import Sheet, pairs, table
from exports.limbs import found
from sscb_tui.domain.days import age_at, shown
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day

_BANDS = ((1, "under one year"), (5, "one to four"), (10, "five to nine"), (16, "ten to fifteen"), (18, "16 or 17"))
AUTHORITYS = "CK-1"


def about_the_case(sheet: Sheet, file: CaseFile) -> None:
    """A table of what somebody outside needs to know the case again, and no more."""
    sheet.heading("The case")
    sheet.add(*pairs([(label, sheet.cell(words)) for label, words in _facts(file)]))


def _facts(file: CaseFile) -> Iterator[tuple[str, str]]:
    yield "Child", f"{file.case.pseudonym} (a pseudonym), {file.case.child.gender}, {_age_band(file)}"
    yield "Incident", f"{file.incident.title}, {file.incident.happened_on.text}"
    yield "Outcome for the child", file.case.child.outcome.label
    yield "The Board was told", shown(file.case.notified_on)
    yield "Local authority's notification", authority_reference(file)


def _age_band(file: CaseFile) -> str:
    """An age as a band of years: an exact one helps somebody to know who it is."""
    born, day = file.case.child.date_of_birth, file.incident.happened_on.earliest
    if born is None or day is None:
        return "age not known to the day"
    number, _, unit = age_at(born, day).partition(" ")
    if not unit:
        return number
    years = int(number) if unit == "y" else 0 if unit == "d" else int(number) // 12
    return next((words for below, words in _BANDS if years < below), "18 or over")


def authority_reference(file: CaseFile) -> str:
    """What the local authority told Ofsted or the Panel, by its reference; else what the referral says of it."""
    told = [duty for duty in file.duties if duty.clock == AUTHORITYS and duty.done_at]
    if told and told[-1].done_at:
        return f"{told[-1].proof or told[-1].method}, {shown(local_day(told[-1].done_at))}"
    return f"not on record; the referral says: {file.case.referral.la_notification}"


def criteria_relied_on(sheet: Sheet, made: Decision) -> None:
    """Each question and the Chair's answer, and what the law makes of them."""
    sheet.heading("The criteria relied on")
    sheet.add(*table(("Question", "Answer"), [(each.fact.label, each.answer) for each in found(made.limbs)]))
    sheet.paragraph(f"{made.assessment.result.label} ({made.assessment.citation}).", "**The law on these answers.**")
