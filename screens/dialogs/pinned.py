"""The passages behind one criterion: each opens its source and comes back; a pin is taken off with a reason."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.dialogs.passage import Passage
from screens.words import day, uk
from sscb_tui.domain.evidence import evidence_on
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from sscb_tui.domain.base import PinId
    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.pin import Pin
    from sscb_tui.domain.terms import Fact

SIGNS = {"for": ("+", "$text-success"), "against": ("-", "$text-error"), "context": ("·", "$foreground 60%")}
KEYS = "Enter opens the source, Delete takes a pin off, Esc closes"
CHANGED = "≠ words changed: the return no longer says this"
LONG = 300
"""Characters of a quotation shown in the list; its source shows the rest."""


class Passages(Dialog[str]):
    """Answers the id of a pin that is to be taken off."""

    DEFAULT_CSS = """
    Passages > .box { width: 100; }
    Passages OptionList {
        height: auto; max-height: 24; border: none; padding: 0; margin-bottom: 1; background: $surface;
        scrollbar-size-vertical: 1; &:focus { border: none; }
    }
    """
    BINDINGS = [
        Binding("delete", "withdraw", "Take off", id="passages.withdraw", tooltip="Take this pin off, with a reason"),
        Binding("j", "down", "Down", show=False, id="passages.down", tooltip="The passage below"),
        Binding("k", "up", "Up", show=False, id="passages.up", tooltip="The passage above"),
    ]

    def __init__(
        self, fact: Fact, file: CaseFile, source: Callable[[Evidence], tuple[str, str]], gone: Collection[PinId] = ()
    ) -> None:
        """`source` gives a passage's heading and its whole text; of the pins in `gone` it no longer holds the words."""
        super().__init__()
        self._fact, self._source, self._gone = fact, source, gone
        pins = [pin for pin in file.pins if pin.fact is fact]
        self._rows = [(each, _pin_of(each, pins)) for each in evidence_on(fact, file)]
        self._rows += [(pin.evidence, pin) for pin in pins if not pin.stands]

    def compose(self) -> ComposeResult:
        """The passages under the criterion's name."""
        with Vertical(classes="box") as box:
            box.border_title = Content(self._fact.label)
            if self._rows:
                yield OptionList(*(Option(words(*row, self._gone)) for row in self._rows), markup=False)
                yield Static(KEYS, classes="hint", markup=False)
            else:
                yield Static("No passage bears on it yet. p pins the one under the cursor.", markup=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter opens the source over the list."""
        event.stop()
        heading, text = self._source(self._rows[event.option_index][0])
        self.app.push_screen(Passage(heading, text))

    def action_withdraw(self) -> None:
        """Only a pin that stands can be taken off."""
        place = self.query_one(OptionList).highlighted if self._rows else None
        pin = self._rows[place][1] if place is not None else None
        if pin is not None and pin.stands:
            self.dismiss(pin.id)
        else:
            self.notify("This passage was cited with a finding, or is off already; no pin stands.", markup=False)

    def action_down(self) -> None:
        """The passage below."""
        self.query(OptionList).first().action_cursor_down() if self._rows else None

    def action_up(self) -> None:
        """The passage above."""
        self.query(OptionList).first().action_cursor_up() if self._rows else None


def words(passage: Evidence, pin: Pin | None, gone: Collection[PinId] = ()) -> Content:
    """One passage: how it bears, where it stands, its words and who pinned it; changed since, or withdrawn and why."""
    sign, style = SIGNS[passage.bearing]
    quote = shown_line(passage.quote[:LONG]) + ("…" if len(passage.quote) > LONG else "")
    by, off = ("", "") if pin is None else _whose(pin)
    return Content.assemble(
        (f"{sign} {passage.bearing}  ", f"bold {style}"),
        (shown_line(passage.ref), "bold"),
        (f"  {CHANGED}" if pin is not None and pin.id in gone else "", "bold $text-warning"),
        f"\n  “{quote}”",
        (by, "$foreground 60%"),
        (off, "$text-warning"),
    )


def _whose(pin: Pin) -> tuple[str, str]:
    """Who pinned it and when; why it was taken off."""
    at = uk(pin.pinned_at)
    by = f"\n  pinned by {shown_line(pin.pinned_by)}, {day(at.date())} {at:%H:%M}"
    return by, "" if pin.stands else f"\n  WITHDRAWN: {shown(pin.withdrawn)}"


def _pin_of(passage: Evidence, pins: list[Pin]) -> Pin | None:
    return next((pin for pin in pins if pin.stands and pin.evidence == passage), None)
