"""A program in a pseudo terminal of its own: keys go in, the screen is read as text, arrival times are kept.

Parsing is slow, so nothing is parsed while the program still writes: bytes are stamped as they arrive, and once the
program has been silent for a moment the stamped pieces are parsed one by one. The time answered is the arrival of the
piece that made the screen fit, never the time that parsing took.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "escape": "\x1b",
    "backspace": "\x7f",
    "space": " ",
    **{f"ctrl+{letter}": chr(ord(letter) & 0x1F) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
QUIET = 0.02
"""Seconds of silence after which a burst of output counts as one frame."""
ROOM = 256
"""Bytes written at once: so many fit wherever the terminal says it takes any, and no write waits."""
STUCK = 30
"""Seconds after which a program that takes no keys is given up."""
_NOT_FOR_PYTE = re.compile(
    rb"\x1bP.*?\x1b\\|\x1b_.*?\x1b\\"  # device control strings, graphics
    rb"|\x1b\[[<>=][0-9;:]*[ -/]*[@-~]"  # private sequences: kitty keys
    rb"|\x1b\[\??[0-9;]*[ -/]+[@-~]",  # sequences with intermediates: mode queries, cursor shapes
    re.DOTALL,
)
_CUT = re.compile(rb"\x1b(?:[P_\]][^\x07\x1b]*|\[[0-9;:<>=?]*[ -/]*)?$")

Seen = str | Callable[["Terminal"], bool]


class NotSeenError(AssertionError):
    """What was waited for did not appear; carries the screen as it was."""


class Terminal:
    """One program, started at once, ended by leaving the `with` block."""

    def __init__(
        self, command: Sequence[str], *, columns: int = 120, rows: int = 40, environ: Mapping[str, str] | None = None
    ) -> None:
        """Start the command in a terminal of this size."""
        self.columns, self.rows = columns, rows
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._unparsed: list[tuple[float, bytes]] = []
        self._cut = b""
        self.ended = False
        self._controller, inside = pty.openpty()
        fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._since = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**(os.environ if environ is None else environ), "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(inside)

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the program, whatever it is doing."""
        self.kill()
        if self._controller >= 0:
            os.close(self._controller)

    def kill(self) -> None:
        """End the program as a power cut would: it gets no chance to save anything."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def hang_up(self, timeout: float = 20) -> int:
        """Close the window over a running program and wait until it ends by itself; its exit code."""
        os.close(self._controller)
        self.ended, self._controller = True, -1
        return self.process.wait(timeout)

    def wait_exit(self, timeout: float = 20) -> int:
        """Wait until the program ends by itself; its exit code."""
        deadline = time.perf_counter() + timeout
        while not self.ended and time.perf_counter() < deadline:
            self._read(deadline)
        self._parse_all()
        if not self.ended:
            raise NotSeenError(f"still running after {timeout} s; screen:\n{self.text()}")
        return self.process.wait(timeout)

    def press(self, *keys: str) -> None:
        """Send keys by name; a single character is itself. Waiting is counted from here."""
        self._send("".join(KEYS.get(key, key) for key in keys))

    def type(self, text: str) -> None:
        """Send text as it would be typed."""
        self._send(text)

    def _send(self, keys: str) -> None:
        """Reading goes on while a program busy with writing takes no keys: otherwise each would wait for the other."""
        self.settle(0)
        self._since = time.perf_counter()
        left, deadline = keys.encode(), self._since + STUCK
        while left and not self.ended and time.perf_counter() < deadline:
            readable, writable, _ = select.select([self._controller], [self._controller], [], STUCK)
            if writable:
                left = left[os.write(self._controller, left[:ROOM]) :]
            elif readable:
                self._read(time.perf_counter())
        if left and not self.ended:
            raise NotSeenError(f"took no keys for {STUCK} s; screen:\n{self.text()}")

    def text(self) -> str:
        """The screen as text, one line a row, trailing blanks removed."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cells(self) -> Mapping[int, Mapping[int, pyte.screens.Char]]:
        """Every cell by row and column, with its colours."""
        return self._screen.buffer

    def wait_for(self, seen: Seen, timeout: float = 20) -> float:
        """Wait until the text is on screen or the question is answered yes; milliseconds since start or last key."""
        deadline = time.perf_counter() + timeout
        if not self._unparsed and self._fits(seen):
            return 0.0
        while True:
            while self._unparsed:
                stamp, data = self._unparsed.pop(0)
                self._parse(data)
                if self._fits(seen):
                    return (stamp - self._since) * 1000
            if self.ended or not self._read(deadline):
                why = f"the program ended with {self.process.poll()}" if self.ended else f"{timeout} s passed"
                raise NotSeenError(f"{seen!r} was not seen: {why}; screen:\n{self.text()}")

    def settle(self, quiet: float = 0.15, timeout: float = 10) -> None:
        """Read on until the program has been silent for a moment."""
        deadline = time.perf_counter() + timeout
        while not self.ended and time.perf_counter() < deadline and self._read(time.perf_counter() + quiet):
            pass
        self._parse_all()

    def _fits(self, seen: Seen) -> bool:
        return seen in self.text() if isinstance(seen, str) else seen(self)

    def _read(self, deadline: float) -> bool:
        """Stamp one burst of output; False if nothing came in time."""
        came = False
        while not self.ended:
            wait = QUIET if came else max(deadline - time.perf_counter(), 0)
            if not select.select([self._controller], [], [], wait)[0]:
                return came
            try:
                data = os.read(self._controller, 1 << 16)
            except OSError:  # the program has closed its side
                data = b""
            self._unparsed.append((time.perf_counter(), data))
            self.ended = not data
            came = True
            if time.perf_counter() > deadline + 1:
                return True
        return came

    def _parse_all(self) -> None:
        while self._unparsed:
            self._parse(self._unparsed.pop(0)[1])

    def _parse(self, data: bytes) -> None:
        data = self._cut + data
        cut = _CUT.search(data, max(0, len(data) - 4096))
        self._cut, data = (data[cut.start() :], data[: cut.start()]) if cut else (b"", data)
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data))
