"""Pinning a passage: the criterion by its number, then how it bears, one key each; the quotation may be cut first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.evidence import stands_in
from sscb_tui.domain.terms import Fact
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from textual.app import ComposeResult

FACTS = tuple(Fact)
ALTERED = "These are not the words of the passage: cut (e) what is not needed, … for what is left out."
FIRST = "First the criterion: 1 to 7."
OTHERS = (("e", "bold"), " cut   ", ("Esc", "bold"), " leave")
BEARINGS = {"f": ("for", "for (+)"), "a": ("against", "against (-)"), "c": ("context", "context (·)")}


@dataclass(frozen=True, slots=True)
class Pinned:
    """Where the passage is pinned, and its words as they were cut; empty where they were not."""

    fact: Fact
    bearing: str
    words: str = ""


class PinDialog(Dialog[Pinned]):
    """Two keys and it is pinned: a digit and f, a or c."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    PinDialog > .box { width: 84; }
    PinDialog VerticalScroll { height: auto; max-height: 7; margin-bottom: 1; scrollbar-size-vertical: 1; }
    PinDialog TextArea { display: none; height: 7; margin-bottom: 1; }
    PinDialog.-cutting { TextArea { display: block; } VerticalScroll { display: none; } }
    PinDialog Static { height: auto; }
    """
    BINDINGS = [
        *(
            Binding(
                str(number),
                f"choose({number})",
                fact.label,
                show=False,
                id=f"pin.{fact.value}",
                tooltip=f"The criterion: {fact.label}",
            )
            for number, fact in enumerate(FACTS, 1)
        ),
        Binding("f", "bear('f')", "For", id="pin.for", tooltip="Pin it as speaking for the criterion"),
        Binding("a", "bear('a')", "Against", id="pin.against", tooltip="Pin it as speaking against the criterion"),
        Binding("c", "bear('c')", "Context", id="pin.context", tooltip="Pin it as context"),
        Binding("e", "cut", "Cut", id="pin.cut", tooltip="Shorten the quotation"),
        Binding("ctrl+r", "leave", "Done", show=False, id="pin.cut_done", tooltip="Done with shortening"),
    ]

    def __init__(self, where: str, words: str, counts: Mapping[Fact, str]) -> None:
        """`where` names the passage; `counts` say what each criterion rests on so far."""
        super().__init__()
        self._where, self._words, self._counts = where, words, counts
        self.fact: Fact | None = None

    def compose(self) -> ComposeResult:
        """The words, the criteria by number, and the keys."""
        with Vertical(classes="box") as box:
            box.border_title = Content(shown_line(f"Pin · {self._where}"))
            with VerticalScroll(can_focus=False):
                yield Static(Content.styled(f"“{shown(self._words)}”", "italic"), id="pin-words")
            yield TextArea(self._words, compact=True, soft_wrap=True)
            yield Static(id="pin-facts")
            yield Static(id="pin-keys", classes="hint")

    def on_mount(self) -> None:
        """No criterion is chosen yet."""
        self._draw()

    def _draw(self, wrong: str = "") -> None:
        lines = [self._fact(number, fact) for number, fact in enumerate(FACTS, 1)]
        self.query_one("#pin-facts", Static).update(Content("\n").join(lines))
        cutting = self.has_class("-cutting")
        if cutting:
            keys = Content("Take out what is not needed; … for what is left out.  Ctrl+R or Esc goes on")
        elif self.fact is None:
            keys = Content.assemble(
                "\n", ("1-7", "bold"), " criterion   ", ("e", "bold"), " cut   ", ("Esc", "bold"), " leave"
            )
        else:
            how = [part for key, (_, word) in BEARINGS.items() for part in ((key, "bold"), f" {word}   ")]
            keys = Content.assemble("\n", *how, *OTHERS)
        said = Content.assemble((f"\n{wrong}", "$text-warning")) if wrong else Content("")
        self.query_one("#pin-keys", Static).update(Content.assemble(keys, said))

    def _fact(self, number: int, fact: Fact) -> Content:
        here = fact is self.fact
        mark = ("▸", "bold $text-primary") if here else " "
        style = "bold $text-primary" if here else ""
        return Content.assemble(
            mark, (f"{number} ", "bold"), (fact.label, style), (f"  {self._counts[fact]}", "$foreground 60%")
        )

    def action_choose(self, number: int) -> None:
        """Choose the criterion with this number."""
        self.fact = FACTS[number - 1]
        self._draw()

    def action_bear(self, key: str) -> None:
        """Done, once there is a criterion."""
        if self.fact is None:
            self._draw(FIRST)
            return
        cut = self.query_one(TextArea).text
        if not stands_in(cut, self._words):
            self._draw(ALTERED)
            return
        self.dismiss(Pinned(self.fact, BEARINGS[key][0], cut if cut != self._words else ""))

    def action_cut(self) -> None:
        """Shorten the quotation."""
        self.add_class("-cutting")
        self.query_one(TextArea).focus()
        self._draw()

    def action_leave(self) -> None:
        """Out of the shortening, or out of the dialog."""
        if not self.has_class("-cutting"):
            self.dismiss(None)
            return
        self.remove_class("-cutting")
        self.set_focus(None)
        self.query_one("#pin-words", Static).update(
            Content.styled(f"“{shown(self.query_one(TextArea).text)}”", "italic")
        )
        self._draw()
