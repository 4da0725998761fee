"""Is everything there for the meeting: one page of headings with counts, whose lines open what they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown_line
from sscb_tui.services.readiness_words import Finding, Part

if TYPE_CHECKING:
    from textual.app import ComposeResult

KEYS = "Enter opens a line marked › · ↑ ↓ move · Esc back"


class Lines(OptionList):
    """Headings are passed over; every line can be reached."""

    DEFAULT_CSS = """
    Lines {
        height: 1fr; border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1;
        &:focus { border: none; }
        & > .option-list--option-disabled { color: $foreground; }
    }
    """
    BINDINGS = [
        Binding("j", "cursor_down", "Down", show=False, id="readiness.down", tooltip="The line below"),
        Binding("k", "cursor_up", "Up", show=False, id="readiness.up", tooltip="The line above"),
    ]


class Readiness(Dialog[Finding]):
    """Answers the line that was opened, if it leads anywhere."""

    DEFAULT_CSS = """
    Readiness {
        & > .box { width: 130; max-width: 98%; height: 96%; max-height: 96%; padding: 0 1; }
        .hint { height: 1; }
    }
    """

    def __init__(self, title: str, checked: Sequence[Part]) -> None:
        """`title` names the case by its pseudonym."""
        super().__init__()
        self._title, self._parts = title, tuple(checked)
        self._findings: list[Finding | None] = []

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Container(classes="box") as frame:
            frame.border_title = Content(shown_line(self._title))
            yield Lines(*self._options())
            yield Static(KEYS, classes="hint", markup=False)

    def _options(self) -> Iterable[Option]:
        for part in self._parts:
            yield from self._option(part)

    def _option(self, part: Part) -> Iterator[Option]:
        self._findings.append(None)
        yield Option(_heading(part), disabled=True)
        for finding in part.findings:
            self._findings.append(finding)
            yield Option(_words(finding))

    def on_mount(self) -> None:
        """Begin at the first line, with the page at its top."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open what the line speaks of."""
        event.stop()
        finding = self._findings[event.option_index]
        if finding is not None and finding.leads:
            self.dismiss(finding)


def _heading(part: Part) -> Content:
    look = {True: "$text-success", False: "$text-warning", None: "$foreground 60%"}[part.well]
    return Content.assemble((f"{part.mark} ", look), (part.title, "bold"), f"  {part.said}")


def _words(finding: Finding) -> Content:
    mark = ("› " if finding.leads else "  ", "$text-accent")
    look = "$foreground 70%" if finding.passage else ""
    return Content.assemble("    " if finding.passage else "  ", mark, (shown_line(finding.text), look))
