"""The pane beside the tracker: what an action is for, what it rests on, and everything said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.forms.tracker import RUNG_WORDS
from screens.widgets.pane import QUIET, Line, Pane, plain
from screens.words import day, uk

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.views import ActionRow


class ActionPane(Pane):
    """One action whole."""

    def show(self, row: ActionRow, action: Action, recommendation: Recommendation | None) -> None:
        """Show the action with its recommendation, evidence and history."""
        self.show_lines(
            f"A-{row.number} · {row.recommendation} · {row.pseudonym}",
            (
                plain("Action", action.action, "bold"),
                plain("Outcome", action.intended),
                *([plain("Measure", action.measure)] if action.measure else []),
                *([plain(row.recommendation, recommendation.text)] if recommendation else []),
                plain("Owner", f"{action.owner} ({action.agency})"),
                plain("Thread", thread(row, action, recommendation)),
                Line("Ladder", ladder(row.evidence_rung)),
                *_moves(action),
                *(plain(day(each.on), f"{each.kind}: {each.note} ({each.by})") for each in action.evidence),
                *(
                    plain(day(uk(each.at).date()), f"{each.state.label}: {each.note} ({each.by})")
                    for each in action.updates
                ),
                *([plain("Verified", f"by {action.verified_by}", "$text-success")] if action.verified_by else []),
            ),
        )


def thread(row: ActionRow, action: Action, recommendation: Recommendation | None) -> str:
    """What the action comes from, as it was named; `t` shows the whole of it."""
    if recommendation is None:
        start = action.rests_on or ("learned early",)
        return " → ".join((", ".join(start), f"A-{row.number}"))
    start = recommendation.rests_on or (recommendation.finding or recommendation.origin.label,)
    return " → ".join((", ".join(start), row.recommendation, f"A-{row.number}"))


def ladder(reached: int) -> tuple[Content, ...]:
    """The rungs of evidence reached, the last one marked, the rest quiet."""
    parts = []
    for rung, word in enumerate(RUNG_WORDS, 1):
        mark = "●" if rung <= reached else "○"
        style = "bold $text-success" if rung == reached else "" if rung < reached else QUIET
        parts.append(Content.styled(f"{mark} {word}", style))
    return tuple(parts)


def _moves(action: Action) -> list[Line]:
    return [
        plain("Moved", f"from {day(each.was)} to {day(each.now)}: {each.reason} ({each.approved_by})")
        for each in action.moves
    ]
