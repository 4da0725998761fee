"""A terminal driver that reports a bare Escape as soon as the wait for the rest of a longer key is over.

Textual's own looks at the keyboard every tenth of a second, so Escape alone takes that long. This one follows its loop
line by line, and stands aside for the stock driver wherever that loop is no longer the one it was written after.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

ESCAPE = "\x1b"
IDLE = 0.1
"""Seconds between two looks while no key is half read."""
USUAL_DELAY = "25"
"""Milliseconds to wait for the rest of a key that began with Escape; a person's own ESCDELAY goes before."""
_LOOP = {
    *("selectors", "SelectSelector", "register", "fileno", "EVENT_READ", "XTermParser", "_debug", "feed", "tick"),
    *("getincrementaldecoder", "os", "read", "exit_event", "is_set", "select", "unregister", "close", "EOFError"),
    *("ParseError", "decode"),
}
"""Every name the stock driver's loop uses."""


def shorten_escape() -> None:
    """Ask Textual for a short wait; only before it is first imported."""
    os.environ.setdefault("ESCDELAY", USUAL_DELAY)


def quick_driver(stock: type[Driver]) -> type[Driver]:
    """The quick driver where Textual would run its usual one for terminals, and what Textual would run elsewhere."""
    if stock.__module__ != "textual.drivers.linux_driver":
        return stock
    loop = getattr(getattr(stock, "run_input_thread", None), "__code__", None)
    return _made() if loop is not None and set(loop.co_names) == _LOOP else stock


def _read(handle: int) -> bytes:
    """What was typed; nothing once the terminal is gone, whichever way the system says so."""
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def _made() -> type[Driver]:
    from textual import constants
    from textual._parser import ParseError
    from textual._xterm_parser import XTermParser
    from textual.drivers.linux_driver import LinuxDriver

    class QuickEscape(LinuxDriver):
        """Looks again the moment the parser stops waiting for more than Escape."""

        def run_input_thread(self) -> None:
            """Read keys and hand them on until the program ends."""
            parser = XTermParser(self._debug)
            decode = getincrementaldecoder("utf-8")().decode
            terminal = os.isatty(self.fileno)
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                wait = IDLE
                while not self.exit_event.is_set():
                    data = _read(self.fileno) if selector.select(wait) else None
                    if data == b"":
                        self._ended(terminal)
                        break
                    typed = decode(data or b"")
                    for event in parser.feed(typed) if typed else ():
                        self.process_message(event)
                    for event in parser.tick():
                        self.process_message(event)
                    wait = constants.ESCAPE_DELAY if typed.endswith(ESCAPE) else IDLE
            with suppress(EOFError, ParseError):
                list(parser.feed(""))

        def _ended(self, terminal: bool) -> None:
            """Nothing will be typed any more: a window that was closed ends the program, as closing it always does."""
            if terminal:
                signal.raise_signal(signal.SIGHUP)  # comes back only where it is ignored, as under nohup
            asyncio.run_coroutine_threadsafe(self._app.run_action("quit"), self._loop)

    return QuickEscape
