"""When somebody else saved first: both texts, field by field, and a choice that loses neither without being told to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from screens.forms.spec import Field, Spec, Value, Values
from screens.widgets.form_list import summary
from sscb_tui.domain.text import shown

LONGEST = 300
"""Characters of each text shown; the choice is between whole texts."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that reads differently here and in the file."""

    field: Field
    mine: Value
    theirs: Value


def differences(spec: Spec, mine: Values, theirs: Values) -> tuple[Difference, ...]:
    """Every field whose two texts differ."""
    pairs = ((field, mine.get(field.path, ""), theirs.get(field.path, "")) for field in spec.fields)
    return tuple(Difference(*pair) for pair in pairs if pair[1] != pair[2])


class Stale(ModalScreen[str]):
    """Answers "mine", "theirs", or nothing: go on typing and decide later."""

    DEFAULT_CSS = """
    Stale { align: center middle; }
    Stale > Vertical {
        width: 90%; max-width: 110; height: auto; max-height: 90%;
        padding: 1 2; background: $panel; border: round $warning;
    }
    Stale VerticalScroll { height: auto; max-height: 100%; margin: 1 0; }
    Stale VerticalScroll Static { margin-bottom: 1; }
    """
    BINDINGS = [
        Binding("m", "answer('mine')", "Mine", id="stale.mine", tooltip="Record what stands in your form"),
        Binding("t", "answer('theirs')", "Theirs", id="stale.theirs", tooltip="Take the other text into your form"),
        Binding("escape", "answer('')", "Back", id="stale.back", tooltip="Go on typing; nothing is recorded"),
    ]

    def __init__(self, found: Sequence[Difference]) -> None:
        """`found` are the fields that differ."""
        super().__init__()
        self._found = found

    def compose(self) -> ComposeResult:
        """Each field with both texts."""
        with Vertical():
            yield Static(Content("Somebody else saved this record while you were typing. Nothing of yours is lost."))
            with VerticalScroll():
                for each in self._found:
                    yield Static(_both(each))
            yield Static(
                Content.assemble(
                    ("m", "bold"), "  record mine     ", ("t", "bold"), "  take theirs     ", ("Esc", "bold"), "  back"
                )
            )

    def action_answer(self, answer: str) -> None:
        """Answer and close."""
        self.dismiss(answer)


def _both(each: Difference) -> Content:
    return Content.assemble(
        (each.field.label, "bold"),
        ("\nyours   ", "$text-primary"),
        _text(each.field, each.mine),
        ("\ntheirs  ", "$text-warning"),
        _text(each.field, each.theirs),
    )


def _text(field: Field, value: Value) -> str:
    if isinstance(value, list) and field.of is not None:
        return "; ".join(summary(field.of, row) for row in value) or "(no rows)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = shown(str(value))
    return (text[:LONGEST] + "…" if len(text) > LONGEST else text) or "(blank)"
