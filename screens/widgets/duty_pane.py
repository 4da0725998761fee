"""The pane under the duties: the rule behind a clock, where it stands in the law, and why it was missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.pane import Line, Pane, plain
from screens.words import day

if TYPE_CHECKING:
    from sscb_tui.services.views import DutyRow


class DutyPane(Pane):
    """One clock explained."""

    def show(self, row: DutyRow) -> None:
        """Rule, source and strength; the day to act by where it is not the day due."""
        before = f", so act by {day(row.act_by)}" if row.act_by != row.due else ""
        self.show_lines(
            f"{row.clock} · {row.reference} · {row.pseudonym}",
            (
                Line("What", Content(row.what if not row.to else f"{row.what} (to {row.to})")),
                plain("Rule", f"{row.strength.label}: {row.rule}", "bold"),
                plain("Source", row.source),
                plain("Due", f"{day(row.due)}{before}"),
                *([plain("Late because", row.overrun_reason)] if row.overrun_reason else []),
            ),
        )
