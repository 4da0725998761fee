"""The top line of every screen: where one is, how many, the marking, who is acting, and when it was last saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from screens.veil import Veil
from screens.words import clock
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from datetime import datetime

    from screens.base import Context
    from sscb_tui.domain.people import Actor

GAP = 2


class TitleBar(Widget):
    """One line that gives up its least important part first when the terminal is narrow."""

    DEFAULT_CSS = """
    TitleBar { dock: top; height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """

    def __init__(self, context: Context) -> None:
        """`context` names the Board, the marking and the person."""
        super().__init__()
        self.context = context
        self._saved = ""

    def on_mount(self) -> None:
        """Follow the screen's title, its counts and its saved time."""
        self.watch(self.screen, "title", self._redraw)
        self.watch(self.screen, "sub_title", self._redraw)
        if hasattr(self.screen, "saved_at"):
            self.watch(self.screen, "saved_at", self._show_saved)

    def _redraw(self) -> None:
        self.refresh()

    def _show_saved(self, at: datetime | None) -> None:
        self._saved = f"saved {clock(at)}" if at else ""
        self.refresh()

    def _acting(self, actor: Actor) -> str:
        """Who is at the keyboard, as a room may read it."""
        veil: object = getattr(self.screen, "veil", None)
        return veil.acting(actor) if isinstance(veil, Veil) else actor.name

    def render(self) -> Content:
        """Place on the left, the rest on the right, fitted to the width."""
        actor = self.context.actor
        place = Content.assemble(
            (shown_line(f"{self.context.board} · {self.screen.title or ''}"), "bold $text-primary")
        )
        right = [
            (shown_line(self.screen.sub_title or ""), ""),
            (shown_line(self.context.marking), "$foreground-muted"),
            (shown_line(self._acting(actor)) if actor else "", "$foreground-muted"),
            (self._saved, "$text-success"),
        ]
        return fitted_line(place, [Content.styled(text, style) for text, style in right], self.size.width)


# Positions on the right in the order they are given up: the marking stands on every paper anyway.
GIVEN_UP = (1, 2, 0, 3)


def fitted_line(left: Content, right: list[Content], width: int) -> Content:
    """The left part, space, and as many of the right parts as fit."""
    kept = [part for part in right if part.plain]
    for position in GIVEN_UP:
        if _needed(left, kept) <= width:
            break
        kept = [part for part in kept if part is not right[position]]
    joined = Content(" " * GAP).join(kept)
    space = max(GAP, width - left.cell_length - joined.cell_length) if kept else 0
    return Content.assemble(left, " " * space, joined).truncate(max(width, 1), ellipsis=True)


def _needed(left: Content, parts: list[Content]) -> int:
    return left.cell_length + sum(part.cell_length + GAP for part in parts)
