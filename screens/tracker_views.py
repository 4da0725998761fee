"""Views of the tracker: what to show, in which order, under which heads; the stock ones and a person's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from screens.dialogs.dialog import Dialog
from screens.tracker_sort import GROUPS, ORDERS
from screens.widgets.options import Options
from sscb_tui.domain.text import shown_line
from sscb_tui.services.tracker_query import names_a_case

if TYPE_CHECKING:
    from textual.app import ComposeResult

LONGEST = 40
"""Signs of a name."""


@dataclass(frozen=True, slots=True)
class View:
    """What to find, how to sort it and what to group it by."""

    name: str
    query: str = ""
    order: str = ORDERS[0].label
    group: str = GROUPS[0].label

    @property
    def told(self) -> str:
        """What it does, in a few words."""
        order = f"{self.order} first" if self.order != ORDERS[0].label else ""
        parts = (self.query or "everything", f"by {self.group}" if self.group else "", order)
        return " · ".join(part for part in parts if part)


STOCK = (
    View("All"),
    View("Open", "state:open"),
    View("Overdue", "overdue"),
    View("Silent", "silent"),
    View("Ready to verify", "state:done evidence:>1"),
    View("Due in 30 days", "state:open -state:done due:>=today due:<=30d"),
    View("Re-tests due", "retest:due"),
    View("No owner or date", "state:open needs:owner,owners,date"),
    View("By agency", "", "due", "agency"),
)
"""For everybody."""


def recalled(kept: Mapping[str, Mapping[str, str]]) -> tuple[View, ...]:
    """A person's own views, whatever an earlier version of the program, or a hand, left behind."""
    orders, groups = {each.label for each in ORDERS}, {each.label for each in GROUPS}
    views = (
        View(name, **{part: held[part] for part in ("query", "order", "group") if part in held})
        for name, held in kept.items()
    )
    return tuple(view for view in views if view.order in orders and view.group in groups)


def kept(views: Sequence[View]) -> dict[str, dict[str, str]]:
    """The same as it is remembered."""
    return {view.name: {"query": view.query, "order": view.order, "group": view.group} for view in views}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The view to show, or None where only the person's own were changed; and these."""

    view: View | None
    own: tuple[View, ...]


class Views(Dialog[Chosen]):
    """Enter shows a view, s keeps the present one under a name, Delete forgets one's own."""

    DEFAULT_CSS = """
    Views > .box { width: 90; }
    Views OptionList {
        height: auto; max-height: 16; border: none; padding: 0; margin-bottom: 1; background: $surface;
        &:focus { border: none; }
    }
    Views Input { display: none; margin-bottom: 1; }
    Views Input.-open { display: block; }
    """
    BINDINGS = [
        Binding("s", "name", "Save", id="views.save", tooltip="Keep filter, order and groups under a name"),
        Binding("delete", "forget", "Forget", id="views.forget", tooltip="Forget this view of one's own"),
    ]
    FOOT = "Enter shows · s saves the present one · Delete forgets one's own · Esc leaves"

    def __init__(self, present: View, own: Sequence[View]) -> None:
        """`present` is what the list shows now."""
        super().__init__()
        self._present, self._own = present, tuple(own)
        self._changed = False

    def compose(self) -> ComposeResult:
        """The views, and the line for a name."""
        with Vertical(classes="box") as box:
            box.border_title = "Views"
            yield Options()
            yield Input(placeholder="name of this view, Enter saves", compact=True, max_length=LONGEST)
            yield Static(classes="wrong", markup=False)
            yield Static(self.FOOT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """List them, the cursor on what is on show."""
        self._list()
        names = [view.name for view in self._views if (view.query, view.group) == self._shown]
        self._go_to(names[-1] if names else "")

    @property
    def _shown(self) -> tuple[str, str]:
        return self._present.query, self._present.group

    @property
    def _views(self) -> tuple[View, ...]:
        return (*STOCK, *self._own)

    def _list(self) -> None:
        options = self.query_one(Options)
        options.clear_options()
        options.add_options([Option(self._line(view)) for view in self._views])

    def _line(self, view: View) -> Content:
        mark = "★ " if view in self._own else "  "
        name = f"{mark}{shown_line(view.name)}".ljust(22)
        return Content.assemble((name, "bold"), (shown_line(view.told), "$foreground-muted"))

    def _go_to(self, name: str) -> None:
        places = [place for place, view in enumerate(self._views) if view.name == name]
        self.query_one(Options).highlighted = places[-1] if places else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show it."""
        event.stop()
        self.dismiss(Chosen(self._views[event.option_index], self._own))

    def action_name(self) -> None:
        """Ask for a name."""
        if names_a_case(self._present.query):
            self._wrong("A view is kept for every case: leave out words, review: and under:, which belong to one.")
            return
        line = self.query_one(Input)
        line.add_class("-open")
        line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep it under this name, instead of one's own of the same name."""
        event.stop()
        name = " ".join(event.value.split())
        if not name or name.casefold() in {view.name.casefold() for view in STOCK}:
            self._wrong("A view needs a name of its own, such as “Police, late”." if not name else f"{name} is taken.")
            return
        view = View(name, self._present.query, self._present.order, self._present.group)
        others = tuple(each for each in self._own if each.name.casefold() != name.casefold())
        self._keep((*others, view))
        self._go_to(name)

    def action_forget(self) -> None:
        """Forget one's own view under the cursor; the stock ones stay."""
        place = self.query_one(Options).highlighted or 0
        view = self._views[place]
        if view in STOCK:
            self._wrong(f"{view.name} is for everybody; only one's own (★) can be forgotten.")
        else:
            self._keep(tuple(each for each in self._own if each != view))
            self._go_to(STOCK[0].name)

    def _keep(self, own: tuple[View, ...]) -> None:
        self._own, self._changed = own, True
        line = self.query_one(Input)
        line.value = ""
        line.remove_class("-open")
        self.query_one(".wrong").remove_class("-shown")
        self._list()
        self.query_one(Options).focus()

    def _wrong(self, sentence: str) -> None:
        wrong = self.query_one(".wrong", Static)
        wrong.update(Content(shown_line(sentence)))
        wrong.add_class("-shown")

    def action_leave(self) -> None:
        """Leave the name first, then the dialog; what was kept stays kept."""
        line = self.query_one(Input)
        if line.has_class("-open"):
            line.remove_class("-open")
            self.query_one(Options).focus()
        else:
            self.dismiss(Chosen(None, self._own) if self._changed else None)
