"""The merged chronology with the line that narrows it by words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Vertical

from screens.widgets.filter import Filter
from screens.widgets.lanes import Lanes

if TYPE_CHECKING:
    from textual.app import ComposeResult


class LanesPane(Vertical):
    """Lanes over a line for words; out of sight until the chronology is asked for."""

    DEFAULT_CSS = "LanesPane { height: 5fr; display: none; }"

    def compose(self) -> ComposeResult:
        """The lanes and the line."""
        yield Lanes()
        yield Filter()

    def type_words(self) -> None:
        """To the line, to look for words."""
        self.query_one(Filter).open()

    def on_filter_narrowed(self, message: Filter.Narrowed) -> None:
        """Narrow with every key, beside the filters in force."""
        message.stop()
        lanes = self.query_one(Lanes)
        lanes.want(replace(lanes.wanted, words=message.needle))

    def on_filter_left(self, message: Filter.Left) -> None:
        """The person asked for the lanes again."""
        message.stop()
        self.query_one(Lanes).focus()

    def on_lanes_all_shown(self) -> None:
        """No words are looked for any more."""
        self.query_one(Filter).action_clear()
