"""Keys in their turn: none is acted on before the one ahead of it is done with, and what it opened is there.

Textual hands each key at once to whatever has the focus. Somebody who types ahead of the program would write on the
screen that is going away, and single letters do things there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from textual import events
from textual.app import App
from textual.message import Message

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.screen import Screen

PATIENCE = 2.0
"""Seconds after which a key is acted on whatever became of the one before it."""
MOVES = frozenset({"up", "down", "left", "right", "home", "end", "pageup", "pagedown"})
LOOK = 0.02
"""Seconds between two looks, while keys wait, whether what they wait for has gone."""


class Through(Message):
    """Follows a key along its whole way and reaches the App behind it."""


class InTurn(App[None]):
    """An app whose keys wait for one another; nobody who types at a person's pace ever waits."""

    _ahead: MessagePump | None = None
    """Where the key in hand went; None where there is none."""
    _running_on = False
    """Whether keys were handed on of which nothing has been sent behind."""
    _since = 0.0
    _opening: tuple[Callable[[], bool], Screen[object]] | None = None
    """Whether what a key began is over, and the screen over which it may open something."""
    _given_up: Screen[object] | None = None
    """The screen that was waited for long enough."""

    def __init__(self) -> None:
        """Nothing waits."""
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()

    @property
    def at_rest(self) -> bool:
        """Whether every key has been acted on."""
        return not self._waiting and self._ahead is None

    def opens(self, is_over: Callable[[], bool]) -> None:
        """Keys wait until what began now is over, or something else than the present screen is in front."""
        self._opening, self._since = (is_over, self.screen), monotonic()

    async def on_event(self, event: events.Event) -> None:
        """Keys and what is pasted wait their turn; everything else goes its way."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting.append(event)
        await self._next()
        if self._waiting:
            self.set_timer(LOOK, self._look)

    async def _next(self) -> None:
        """Hand on whatever need not wait."""
        while self._waiting and self._ahead is None:
            if self._awaits():
                self._wait_on()
                return
            if self._running_on and not self._stays(self._waiting[0]):
                self._send_after()  # a Tab acts at once; the letters before it may still be on their way
            else:
                await self._hand_on(self._waiting.popleft())

    def _wait_on(self) -> None:
        if self._is_opening:
            self.set_timer(LOOK, self._look)
        else:
            self._opening = None
            self._send_after()  # behind what the new screen does to find its first field

    async def _hand_on(self, event: events.Key | events.Paste) -> None:
        self._since, stays = monotonic(), self._stays(event)
        await super().on_event(event)
        self._running_on = stays
        if not stays:
            self._send_after()

    def _stays(self, event: events.Key | events.Paste) -> bool:
        """Whether the focus is sure to stay: what is typed into a text, and moving about, opens nothing.

        Such keys follow one another as fast as they come, and the screen is painted once for all of them.
        """
        if isinstance(event, events.Paste) or event.key in MOVES:
            return True
        return self.focused is not None and self.focused.check_consume_key(event.key, event.character)

    def _send_after(self) -> None:
        """Behind the keys handed on, to wherever the focus is now."""
        self._running_on = False
        if self.is_running and self._screen_stack:
            target = self.focused or self.screen
            self._ahead = target if target.post_message(Through()) else None

    def is_settled(self) -> bool:
        """Whether the screen in front has what keys are meant for; what has not read anything yet has not."""
        return True

    def _awaits(self) -> bool:
        """Whether something is still to come before a key can be acted on."""
        if self._opening is None and self.screen is not self._given_up and not self.is_settled():
            self.opens(self.is_settled)
        return self._opening is not None

    @property
    def _is_opening(self) -> bool:
        return self._opening is not None and self._opening[1] is self.screen and not self._opening[0]()

    async def on_through(self) -> None:
        """The keys in hand are done with; what they opened must have the focus before the next."""
        self._ahead = None
        await self._next()

    async def _look(self) -> None:
        """Where the key went may be gone, and what should follow it with it."""
        late = monotonic() - self._since > PATIENCE
        if late or (self._ahead is not None and not self._ahead.is_running):
            self._ahead, self._opening = None, None if late else self._opening
            self._given_up = self.screen if late else self._given_up
        await self._next()
        if self._waiting and self._ahead is not None:
            self.set_timer(LOOK, self._look)
