"""The pane under the duties: the rule behind a clock, where it stands in the law, what became of it, days lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.pane import QUIET, Line, Pane, plain
from screens.words import count, day
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.lost import DaysLost
    from sscb_tui.services.views import DutyRow


class DutyPane(Pane):
    """One clock explained."""

    def show(self, row: DutyRow) -> None:
        """What is owed and by which rule first; then what was lost, and what became of it."""
        title = " · ".join(filter(None, (row.clock, row.reference, row.pseudonym)))
        self.show_lines(title, (*_owed(row), *_lost(row), *_happened(row), *_notes(row)))


def _owed(row: DutyRow) -> Iterator[Line]:
    before = f", so act by {day(row.act_by)}" if row.act_by != row.due else ""
    yield Line("What", Content.assemble(shown(row.what), (f"  {shown_line(row.who)}", QUIET)))
    yield plain("Rule", f"{row.strength.label}: {row.rule}", "bold")
    yield plain("Source", row.source)
    yield plain("Due", f"{day(row.due)}{before}")


def _happened(row: DutyRow) -> Iterator[Line]:
    """What is on record about it, each thing only where there is something."""
    if row.superseded:
        yield plain("Was due", ", ".join(f"{day(each.due)} (from {day(each.started_on)})" for each in row.superseded))
    for each in row.extensions:
        words = f"aims at {day(each.target)}, agreed by {shown_line(each.approved_by)}: {shown(each.reason)}"
        yield Line("Extended", Content.assemble((words, ""), ("  the clock runs on", QUIET)))
    if row.overrun_reason:
        yield plain("Late because", row.overrun_reason)
    if row.signed_by:
        yield plain("Letter", f"signed by {row.signed_by}")
    if row.done_on:
        proof = f"; {row.proof}" if row.proof else ""
        yield plain("Done", f"{day(row.done_on)} by {row.done_by or row.who}, {row.method}{proof}")
    if row.not_needed:
        yield plain("Not needed", row.not_needed)


def _lost(row: DutyRow) -> Iterator[Line]:
    """Days lost to each cause, for this duty and for the whole case; the clock ran through all of them."""
    if row.lost_in_case.total:
        elsewhere = f"in the whole case {_words(row.lost_in_case)}" if row.lost_in_case != row.lost else ""
        yield Line("Days lost", (_by_cause(row.lost), Content.styled(elsewhere, QUIET)))


def _notes(row: DutyRow) -> Iterator[Line]:
    """What stood in the way, stretch by stretch."""
    for each in row.losses:
        back = f" (taken back: {each.withdrawn})" if each.withdrawn else ""
        yield plain(f"  {each.cause.label}", f"{day(each.first)} to {day(each.last)}: {each.note}{back}", QUIET)


def _by_cause(lost: DaysLost) -> Content:
    return Content.styled(_words(lost) if lost.total else "none on this duty", "bold" if lost.total else "")


def _words(lost: DaysLost) -> str:
    """For example "police 10 · family 3 · 11 working days in all"; a day lost to two counts once."""
    parts = [f"{cause.label} {days}" for cause, days in lost.by_cause]
    return " · ".join((*parts, f"{count(lost.total, 'working day')} in all"))
