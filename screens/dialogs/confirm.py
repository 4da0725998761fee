"""A question with two answers, asked before something is lost: the key that began it never confirms it."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from screens.dialogs.dialog import Dialog
from sscb_tui.domain.text import shown


class Confirm(Dialog[bool]):
    """Yes with `y`; every other way out is no."""

    BINDINGS = [
        Binding("y", "answer(True)", "Yes", id="confirm.yes", tooltip="Do it"),
        Binding("n,escape,enter", "answer(False)", "No", id="confirm.no", tooltip="Leave everything as it is"),
    ]

    def __init__(self, question: str, yes: str = "yes", no: str = "no") -> None:
        """`yes` and `no` say what each answer does."""
        super().__init__()
        self._question, self._yes, self._no = question, yes, no

    def compose(self) -> ComposeResult:
        """The question, and its two keys."""
        with Vertical(classes="box"):
            yield Static(shown(self._question), classes="said", markup=False)
            answers = Content.assemble(("y", "bold"), f"  {self._yes}     ", ("Esc", "bold"), f"  {self._no}")
            yield Static(answers, classes="hint")

    def action_answer(self, yes: bool) -> None:
        """Close with the answer."""
        self.dismiss(yes)


async def confirmed(app: App[object], question: str, yes: str = "yes", no: str = "no") -> bool:
    """Ask, and answer whether it was confirmed; leaving is no."""
    answer: bool | None = await app.push_screen_wait(Confirm(question, yes, no))
    return answer is True
