"""The projector mask: what is read is what the room may see, and what is written back is what it was made of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from textual import work
from textual.binding import Binding

from screens.base import Page
from screens.dialogs.confirm import confirmed
from screens.scoping_page import BEFORE, CLOSED, CONFIRMED, DRAFT, ON, ScopingPage
from screens.veil import Veil
from screens.widgets.title_bar import TitleBar
from screens.working import begin

if TYPE_CHECKING:
    from screens.base import Context
    from screens.scoping_sitting import Sitting
    from sscb_tui.services.container import Services
    from sscb_tui.services.masking import Mask

T = TypeVar("T")
UNMASK = "Everybody who sees this screen will read names, birth dates, addresses and restricted words."


class MaskDeeds(ScopingPage):
    """The mask: on whenever a meeting is met, off only by its key and never for longer than the screen is open."""

    BINDINGS = [
        Binding(
            "m", "mask", "Mask", id="scoping.mask", tooltip="Hide names, birth dates, addresses and restricted words"
        ),
    ]
    WHEN = {"mask": (BEFORE, DRAFT, ON, CLOSED, CONFIRMED)}

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is masked before anything is read."""
        super().__init__(context, argument)
        self._truth: Sitting | None = None
        self.masked = False
        self._mask: Mask | None = None
        self._was_on = False

    @property
    def on_record(self) -> Sitting | None:
        """What was read, unmasked."""
        return self._truth

    async def ask(self, use: Callable[[Services], T]) -> T | None:
        """What the services answer, as the room may see it."""
        answer = await super().ask(use)
        return answer if answer is None else self.veil.shown(answer)

    async def unveiled(self, use: Callable[[Services], T]) -> T | None:
        """What the services answer, as it stands on record."""
        return await super().ask(use)

    async def to_show(self, truth: Sitting) -> Sitting:
        """The sitting as the room may see it; a meeting that begins, or is found in progress, begins masked."""
        self.masked = self.masked or (truth.in_progress and not self._was_on)
        self._was_on = truth.in_progress
        self._truth = truth
        if not self.masked:
            self._hang(Veil())
            return truth
        veil = self._hang(Veil(await asyncio.to_thread(self._made, truth)))
        return replace(await asyncio.to_thread(veil.shown, truth), masked=True)

    def _hang(self, veil: Veil) -> Veil:
        self.veil = veil
        self.query_one(TitleBar).refresh()
        return veil

    def _made(self, truth: Sitting) -> Mask:
        """The mask of this case as it stands; a case or a return that has changed makes another one."""
        from sscb_tui.services.masking import Mask, made_for

        if self._mask is None or self._mask.made_for != made_for(truth.file, truth.board):
            self._mask = Mask(truth.file, truth.board)
        return self._mask

    def on_screen_suspend(self) -> None:
        """Left for another screen, a meeting that is on is masked when it comes to the front again."""
        if self.app.screen is not self and isinstance(self.app.screen, Page) and self._was_on and not self.masked:
            self._put_on(masked=True)

    def _put_on(self, *, masked: bool) -> None:
        """From this moment on; what is on show already follows."""
        self.masked = masked
        self._hang(Veil(self._mask if masked else None))
        if self._truth is not None:
            begin(self, partial(self.put_on_show, self._truth), group="read", exclusive=True)

    @work(group="dialog")
    async def action_mask(self) -> None:
        """Put the mask on at once; take it off, with the room looking on, only when asked twice."""
        met = self.masked and self._was_on
        if not met or await confirmed(self.app, UNMASK, "take the mask off", "leave it on"):
            self._put_on(masked=not self.masked)
