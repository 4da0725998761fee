"""The pane beside the queue: where the case is, what the law says so far, who is awaited, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.pane import QUIET, Line, Pane, plain
from screens.widgets.stage_line import stage_line
from sscb_tui.domain.terms import Result
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.services.views import CaseSummary

RESULT_STYLES = {
    Result.MANDATORY_REG5: "bold $text-error",
    Result.ALWAYS_LIST: "bold $text-warning",
    Result.UNDETERMINED: "$text-warning",
}


class CasePane(Pane):
    """One case at a glance."""

    def show(self, case: CaseSummary | None) -> None:
        """Show the case, or nothing."""
        if case is None:
            self.show_lines("", ())
        else:
            self.show_lines(f"{case.reference} · {case.pseudonym}", case_lines(case))


def case_lines(case: CaseSummary) -> tuple[Line, ...]:
    """The summary as lines; nothing is said by colour alone."""
    return (
        Line("", stage_line(case.line)),
        plain("", case.told, QUIET),
        plain("Returns", returns(case)),
        Line("Provisional", Content.styled(case.result.label, RESULT_STYLES.get(case.result, "bold"))),
        *_where(
            ("", case.citation), ("Not known", ", ".join(case.missing)), ("Waiting on", ", ".join(case.waiting_on))
        ),
        Line("Next", _next(case)),
    )


def _where(*lines: tuple[str, str]) -> list[Line]:
    return [plain(label or " ", text, "" if label else QUIET) for label, text in lines if text]


def returns(case: CaseSummary) -> str:
    """How the agencies stand, in counts: "6 of 9 · 2 late · 1 nil"."""
    if not case.returns_asked:
        return "nobody asked yet"
    late = f"{case.returns_late} late" if case.returns_late else ""
    nil = f"{case.returns_nil} nil" if case.returns_nil else ""
    return " · ".join(part for part in (f"{case.returns_in} of {case.returns_asked}", late, nil) if part)


def _next(case: CaseSummary) -> Content:
    key = f"  ({case.next_key})" if case.next_key else ""
    return Content.assemble((shown(case.next_step), "bold"), (key, "bold $text-accent"))
