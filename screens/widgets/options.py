"""A list to choose from in which the letters move as they do on every other list."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList


class Options(OptionList):
    """Lines one of which is under the cursor."""

    BINDINGS = [
        Binding("k", "cursor_up", "Up", show=False, id="options.up", tooltip="The line above"),
        Binding("j", "cursor_down", "Down", show=False, id="options.down", tooltip="The line below"),
    ]
