"""For a page with more than one list: `/` narrows the one in hand as one types, as it does on every list."""

from __future__ import annotations

from screens.base import Page
from screens.list_page import FIND
from screens.widgets.filter import Filter
from screens.widgets.table import Table


class Narrowing(Page):
    """Holds a Filter, and says which list that narrows now."""

    BINDINGS = [FIND]
    _narrowed: Table | None = None

    def list_in_hand(self) -> Table | None:
        """The list that `/` would narrow; None where what is in front is no list."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offered where there is a list in hand."""
        if action == "find":
            return self.is_mounted and self.list_in_hand() is not None
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Type to narrow the list; another that was narrowed is whole again."""
        wanted = self.list_in_hand()
        if wanted is not self._narrowed:
            self.widen()
        if wanted is not None:
            self._narrowed = wanted
            self.query_one(Filter).open()

    def widen(self) -> None:
        """Show every row of every list again."""
        if self._narrowed is not None:
            self._narrowed.find("")
            self._narrowed = None
            line = self.query_one(Filter)
            line.value = ""
            line.remove_class("-open")

    def on_filter_narrowed(self, message: Filter.Narrowed) -> None:
        """Narrow the list with every key."""
        if self._narrowed is not None:
            self._narrowed.find(message.needle)

    def on_filter_left(self) -> None:
        """The person asked for the list again."""
        if self._narrowed is not None:
            self._narrowed.focus()
