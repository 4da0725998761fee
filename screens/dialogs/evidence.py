"""Every passage on one criterion, for and against: Enter opens its source, Esc comes back to the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.dialogs.passage import Passage
from screens.dialogs.pinned import SIGNS
from sscb_tui.domain.context import InContext, in_context
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.file import CaseFile

QUIET = "$foreground 60%"
LONG = 160
"""Characters of a quotation in the list; its source shows the rest."""
ORDER = ("for", "against", "context")


class EvidenceList(Dialog[None]):
    """Reading changes nothing; one list paints only the lines on show, however many passages there are."""

    DEFAULT_CSS = """
    EvidenceList > .box { width: 110; }
    EvidenceList OptionList {
        height: auto; max-height: 1fr; border: none; padding: 0; margin-bottom: 1; background: $surface;
        scrollbar-size-vertical: 1; &:focus { border: none; }
    }
    """
    BINDINGS = [
        Binding("j", "down", "Down", show=False, id="evidence.down", tooltip="The passage below"),
        Binding("k", "up", "Up", show=False, id="evidence.up", tooltip="The passage above"),
    ]

    def __init__(self, title: str, law: str, relied: tuple[Evidence, ...], held: tuple[Evidence, ...], file: CaseFile):
        """`relied` is cited in the finding; `held` stands pinned or cited on file besides."""
        super().__init__()
        self._title, self._law, self._file = title, law, file
        rows = [(each, True) for each in relied] + [(each, False) for each in held if each not in relied]
        self._rows = sorted(rows, key=lambda row: ORDER.index(row[0].bearing))

    def compose(self) -> ComposeResult:
        """The statutory words over the passages."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(self._title))
            box.border_subtitle = Content("Enter opens the source, Esc closes")
            if self._law:
                yield Static(Content.styled(self._law, f"italic {QUIET}"), classes="said")
            if self._rows:
                yield OptionList(*(Option(row_words(*row)) for row in self._rows), markup=False)
            else:
                yield Static("No passage bears on this criterion.", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the source over the list."""
        event.stop()
        found = in_context(self._rows[event.option_index][0], self._file)
        self.app.push_screen(Passage(found.where, context_words(found)))

    def action_down(self) -> None:
        """The passage below."""
        self.query(OptionList).first().action_cursor_down() if self._rows else None

    def action_up(self) -> None:
        """The passage above."""
        self.query(OptionList).first().action_cursor_up() if self._rows else None


def row_words(passage: Evidence, relied: bool) -> Content:
    """How it bears, where it stands, its words; and that the finding does not cite it, if so."""
    sign, style = SIGNS[passage.bearing]
    quote = shown_line(passage.quote[:LONG]) + ("…" if len(passage.quote) > LONG else "")
    return Content.assemble(
        (f"{sign} {passage.bearing:<8}", f"bold {style}"),
        (shown_line(passage.ref), "bold"),
        ("" if relied else "  on file, not cited", QUIET),
        f"\n  “{quote}”",
    )


def context_words(found: InContext) -> Content:
    """The cited words stand out between what is before and after them."""
    parts = ((found.before, QUIET), (f"▸ {shown(found.words)}", "bold"), (found.after, QUIET))
    return Content("\n\n").join(Content.styled(shown(text), style) for text, style in parts if text.strip())
