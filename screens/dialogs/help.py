"""The keys that work here, found by typing: what each does, as the person's own key map has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from screens.dialogs.dialog import Dialog
from screens.widgets.columns import Column
from screens.widgets.table import Table

COLUMNS = (
    Column("keys", "Key", width=14),
    Column("name", "Does", width=12),
    Column("tooltip", "In words", least=20),
)


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One command with every key that calls it."""

    id: str
    keys: str
    name: str
    words: str


def keys_of(screen: Screen[object]) -> tuple[KeyHelp, ...]:
    """Every key that works on this screen now; what the screen is for first, moving about last."""
    found: dict[tuple[str, str], tuple[Binding, list[str]]] = {}
    for key, active in screen.active_bindings.items():
        binding = active.binding
        if active.enabled and binding.description and not binding.system:
            _, keys = found.setdefault((binding.id or type(active.node).__name__, binding.action), (binding, []))
            keys.append(screen.app.get_key_display(Binding(key, binding.action)))
    help_of = (
        KeyHelp("/".join(command), "  ".join(keys), binding.description, binding.tooltip or binding.description)
        for command, (binding, keys) in found.items()
    )
    return tuple(sorted(help_of, key=_order))


def _order(each: KeyHelp) -> int:
    """Textual's own keys have no name in our key map and come last."""
    area = each.id.partition(".")[0]
    if "." not in each.id.partition("/")[0]:
        return 4
    return {"go": 1, "app": 2, "page": 2, "table": 3, "filter": 3}.get(area, 0)


class Help(Dialog[None]):
    """Type to narrow; arrows and page keys move; Esc closes."""

    DEFAULT_CSS = """
    Help > .box { width: 92; height: 80%; }
    Help #about { margin-bottom: 1; }
    Help Input { margin-bottom: 1; }
    Help Table { height: 1fr; }
    """
    BINDINGS = [
        Binding("down", "move('move', 1)", "Down", id="help.down", tooltip="One line down", show=False),
        Binding("up", "move('move', -1)", "Up", id="help.up", tooltip="One line up", show=False),
        Binding("pagedown", "move('page', 1)", "Page down", id="help.page_down", tooltip="One page down", show=False),
        Binding("pageup", "move('page', -1)", "Page up", id="help.page_up", tooltip="One page up", show=False),
    ]
    AUTO_FOCUS = "Input"

    def __init__(self, title: str, keys: Sequence[KeyHelp], about: str = "") -> None:
        """`keys` were read from the screen before this dialog covered it; `about` is what the screen says of itself."""
        super().__init__()
        self._title, self._keys, self._about = title, keys, about

    def compose(self) -> ComposeResult:
        """A line to type into and the list it narrows."""
        with Vertical(classes="box") as box:
            box.border_title = f"Keys · {self._title}"
            box.border_subtitle = "Esc closes"
            if self._about:
                yield Static(self._about, classes="hint", id="about", markup=False)
            yield Input(placeholder="type what you want to do", compact=True)
            table = Table(*COLUMNS, empty="Nothing here has a key.")
            table.can_focus = False
            yield table

    def on_mount(self) -> None:
        """List every key."""
        rows = [((each.keys, "strong"), each.name, each.words) for each in self._keys]
        self.query_one(Table).show([each.id for each in self._keys], rows)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        event.stop()
        self.query_one(Table).find(event.value)

    def action_move(self, way: str, step: int) -> None:
        """Move the list while the line keeps the focus."""
        table = self.query_one(Table)
        (table.action_page if way == "page" else table.action_move)(step)
