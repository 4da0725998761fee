"""The words of the round of views: a row for each agency, its view in full, and what it said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.columns import Column
from screens.words import uk
from sscb_tui.domain.rules.rounds import ASKED_ROUND, by_deputy_alone
from sscb_tui.domain.terms import Fact
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from screens.widgets.table import Cell
    from sscb_tui.domain.meeting import AgencyView, Meeting

HEADS = {
    Fact.ABUSE_OR_NEGLECT: "(a)",
    Fact.OUTCOME: "(b)(i)",
    Fact.ALWAYS_LIST: "Always",
    Fact.SERIOUS_HARM: "Harm",
    Fact.WORKING_TOGETHER: "Joint",
}
COLUMNS = (
    Column("agency", "Agency", least=13, weight=2),
    *(Column(fact.value, HEADS[fact], least=6, drop=int(fact is Fact.ALWAYS_LIST)) for fact in ASKED_ROUND),
    Column("outcome", "Outcome", least=10, weight=5),
    Column("mark", "", width=10),
)
UNASKED = '"No view" is an answer; silence is not.'
QUIET = "$foreground 60%"


def view_of(code: str, meeting: Meeting) -> AgencyView | None:
    """The view an agency holds now."""
    return next((view for view in meeting.views if view.agency == code), None)


def row(code: str, meeting: Meeting, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """One agency in the table; what it has not said is awaited, and what agrees with the meeting is a sign."""
    view = view_of(code, meeting)
    name = names.get(code, code)
    if view is None:
        deputy = "deputy" if by_deputy_alone(meeting, code) else ""
        return (name, *("…" for _ in ASKED_ROUND), ("… awaited", "near"), (deputy, "dim"))
    outcome = view.outcome.label if view.outcome else "no view"
    marks = ["dissent"] if view.dissent.strip() else []
    marks += ["changed"] if any(each.agency == code for each in meeting.earlier_views) else []
    marks += ["deputy"] if view.subject_to_confirmation else []
    return (name, *_limbs(view, meeting), (outcome, "strong"), (_first(marks), "near"))


def _first(marks: list[str]) -> str:
    """The weightiest mark, and how many more there are; under the table all are told."""
    return " ".join((marks[0], *([f"+{len(marks) - 1}"] if len(marks) > 1 else []))) if marks else ""


def _limbs(view: AgencyView, meeting: Meeting) -> tuple[Cell, ...]:
    found = {finding.fact: finding.value for finding in meeting.findings}
    held = {each.fact: each.value for each in view.limbs}
    return tuple(_limb(fact, held.get(fact, ""), found.get(fact)) for fact in ASKED_ROUND)


def _limb(fact: Fact, value: str, found: str | None) -> Cell:
    if not value:
        return "–", "dim"
    return ("=", "dim") if value == found else (fact.values(value).label, "near")


def view_words(code: str, meeting: Meeting, names: Mapping[str, str]) -> Content:
    """What an agency said, in full: its reason, where it differs on a limb, its dissent word for word."""
    view = view_of(code, meeting)
    name = shown_line(names.get(code, code))
    if view is None:
        return Content.assemble(
            (name, "bold"), ("  has not been asked. ", QUIET), '"No view" is an answer; silence is not.'
        )
    before = sum(each.agency == code for each in meeting.earlier_views)
    changed = (f"changed, h shows what it said before ({before})\n" if before else "", "$text-warning")
    return Content.assemble((name, "bold"), "  ", changed, told(view))


def told(view: AgencyView) -> Content:
    """One view in words."""
    at = f"  {uk(view.stated_at):%H:%M}" if view.stated_at else ""
    unsure = "  subject to confirmation" if view.subject_to_confirmation else ""
    limbs = "; ".join(f"{each.fact.label} {each.fact.values(each.value).label}" for each in view.limbs)
    return Content.assemble(
        (view.outcome.label if view.outcome else "no view", "bold"),
        (f"{at}  {shown_line(view.stated_by)}", QUIET),
        (unsure, "$text-warning"),
        f"\n{shown(view.reason)}",
        (f"\n{limbs}" if limbs else "", QUIET),
        ("\nDissent " if view.dissent.strip() else "", "bold $text-warning"),
        f"“{shown(view.dissent)}”" if view.dissent.strip() else "",
    )


def earlier_words(code: str, meeting: Meeting) -> Content:
    """What an agency held before, oldest first."""
    before = [told(view) for view in meeting.earlier_views if view.agency == code]
    return Content("\n\n").join(before) if before else Content("It has held one view only.")
