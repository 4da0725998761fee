"""One action as every plan prints it: a row of the composite plan, its gaps said out loud (RA.01 to RA.20).

Owners by post, never by name; a colour set by hand says so and why; what is missing stands where it should be.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from exports.layout import NOT_SAID, Sheet, agency_words
from sscb_tui.domain.days import NO_DATE, shown
from sscb_tui.domain.rules.gaps import gaps
from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.rules.rag import OVERRIDDEN, progress_of, rag
from sscb_tui.domain.rules.retests import retest_due
from sscb_tui.domain.rungs import RUNGS
from sscb_tui.domain.terms import Gap, Rag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.recommendation import Recommendation

COLUMNS = (
    "No",
    "Lead agency and owner",
    "Action",
    "Outcome and measure",
    "Due",
    "State",
    "Colour",
    "Latest update",
    "Evidence",
    "Impact and re-test",
)


@dataclass(frozen=True, slots=True)
class Printing:
    """What a row needs besides its action: the Board, the day, and what else the case holds."""

    board: BoardSettings
    today: date
    recommendations: Mapping[str, Recommendation] = field(default_factory=dict)
    """Of the case, by id."""
    twice: Collection[str] = ()
    """Numbers that more than one action of the case arrived with."""

    def lacks(self, action: Action) -> tuple[Gap, ...]:
        """What the action lacks."""
        under = self.recommendations.get(action.recommendation_id or "")
        return gaps(
            agency=action.agency,
            owner=action.owner,
            due=action.due,
            outcome=action.outcome,
            level=under.level if under else None,
            twice=action.number_given in self.twice,
        )


def letter(colour: Rag) -> str:
    """Letter and word: the colour itself is never needed."""
    return f"**{colour.letter}** {colour.label}"


def action_row(sheet: Sheet, action: Action, printing: Printing) -> tuple[str, ...]:
    """The action under COLUMNS, already escaped."""
    return (
        _number(sheet, action, printing),
        _owner(sheet, action, printing),
        sheet.cell(action.action),
        _outcome(sheet, action),
        _due(action, printing.today),
        _state(sheet, action),
        _colour(sheet, action, printing.today),
        _latest(sheet, action),
        _evidence(sheet, action),
        _impact(sheet, action, printing.today),
    )


def _number(sheet: Sheet, action: Action, printing: Printing) -> str:
    """A-12, what else it carries out, and the number it arrived with."""
    others = (printing.recommendations.get(each) for each in action.also)
    also = ", ".join(f"R-{each.number}" for each in others if each)
    given = f"their {sheet.cell(action.number_given)}" if action.number_given else ""
    twice = f"**{Gap.NUMBER.label}**" if Gap.NUMBER in printing.lacks(action) else ""
    return "; ".join(filter(None, (f"A-{action.number}", also and f"also {also}", given, twice)))


def _owner(sheet: Sheet, action: Action, printing: Printing) -> str:
    lacks = [f"**{gap.label}**" for gap in printing.lacks(action) if gap in (Gap.OWNERS, Gap.NATIONAL)]
    agency = agency_words(action.agency, printing.board) if action.agency else f"**{Gap.AGENCY.label}**"
    if not action.agency and f"**{Gap.NATIONAL.label}**" in lacks:
        agency = "a national body"
    owner = sheet.cell(action.owner) if action.owner.strip() else f"**{Gap.OWNER.label}**"
    helping = ", ".join(agency_words(each, printing.board) for each in action.contributing)
    return "; ".join(filter(None, (f"{agency}: {owner}", *lacks, helping and f"with {helping}")))


def _outcome(sheet: Sheet, action: Action) -> str:
    outcome = sheet.cell(action.intended)
    outcome = outcome if action.outcome.strip() else f"**{outcome}**"
    return f"{outcome} ({sheet.cell(action.measure)})" if action.measure.strip() else outcome


def _due(action: Action, today: date) -> str:
    """The date that binds, and beside one that moved the first, how often, and how far."""
    due = shown(action.due) if action.due else f"**{NO_DATE}**"
    late = is_overdue(action.state, action.due, today) and action.due is not None
    overdue = f"; **overdue {(today - action.due).days} d**" if late and action.due else ""
    if not action.moves or action.first_due is None or action.due is None:
        return due + overdue
    count, days = len(action.moves), (action.due - action.first_due).days
    often = "once" if count == 1 else f"{count} times"
    return f"{due} (first {shown(action.first_due)}; moved {often}, {days} d){overdue}"


def _state(sheet: Sheet, action: Action) -> str:
    minute = f" ({sheet.cell(action.board_minute)})" if action.board_minute.strip() else ""
    return f"{action.state.label}{minute}"


def _colour(sheet: Sheet, action: Action, today: date) -> str:
    """The key's own colour, or the one set by hand beside it, with who set it and why."""
    found = letter(rag(progress_of(action), today))
    if action.override is None:
        return found
    return f"{found}, {OVERRIDDEN}: {sheet.cell(action.override.reason)}"


def _latest(sheet: Sheet, action: Action) -> str:
    if not action.spoken:
        return NOT_SAID
    last = action.spoken[-1]
    return f"{shown(last.at.date())}: {sheet.cell(last.note)}"


def _evidence(sheet: Sheet, action: Action) -> str:
    """The highest rung reached, and what stands on it."""
    best = max(action.standing_evidence, key=lambda each: each.rung, default=None)
    if best is None:
        return f"0 {RUNGS[0]}"
    reached = f", {best.reached} of {best.intended}" if best.reached is not None and best.intended else ""
    return f"{best.rung} {RUNGS[best.rung]}: {sheet.cell(best.kind)}{reached}"


def _impact(sheet: Sheet, action: Action, today: date) -> str:
    """What the last test found, and when the next is due."""
    last = action.impacts[-1] if action.impacts else None
    found = f"{shown(last.on)}: {last.shown.label}: {sheet.cell(last.claim)}" if last else ""
    due = retest_due(action)
    late = ", **overdue**" if due and due < today else ""
    return "; ".join(filter(None, (found, f"test {shown(due)}{late}" if due else ""))) or NOT_SAID
