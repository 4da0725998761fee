"""The power cut at fifty moments of a scripted meeting: every entered line is there, and the line being typed."""

from __future__ import annotations

import os
import random
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.terminal import Terminal
from screens.scoping_minutes import draft_key
from sscb_tui.bootstrap import open_record
from sscb_tui.services.container import Services
from tests.terminal.conftest import Start
from tests.terminal.meeting import meeting_in_progress

CUTS = int(os.environ.get("SSCB_CUTS", "50"))
SEED = int(os.environ.get("SSCB_SEED", "20261123"))
WHO = "M. Minutes"
MAY_BE_LOST = 1.0
"""Seconds of typing."""
LONGEST = 1.3
"""Seconds a run is typed in at most before the power goes."""
PACE = 0.02
"""Seconds between bursts of keys, as somebody types who is very fast."""
APART = 0.15
"""Seconds after Esc, since a terminal cannot tell Esc and a key from the two together."""
SENSES = ("", "", "f ", "d ", "x ", "p ", "a ")
CLEAR = "\x15"
"""Ctrl+U: away with what stands before the cursor."""
_NUMBERED = re.compile(r"Line [0-9]+ ")
_IN_HAND = re.compile(r"^ ?: (.*?) *$", re.MULTILINE)
_MINUTED = re.compile(r"[0-9]{2}:[0-9]{2} .*?(Line [0-9]+ [a-z. ]*[a-z]\.)")


@dataclass
class Typist:
    """What one person types into one meeting, run after run."""

    path: Path
    meeting: str
    chance: random.Random
    number: int = 0
    moved: int = 0
    left: str = ""
    """What the last power cut left on the line."""
    waiting: list[str] = field(default_factory=list)
    """Entered lines that it left unwritten."""
    entered: list[tuple[float, str]] = field(default_factory=list)
    stood: list[tuple[float, str]] = field(default_factory=list)
    """How the line in hand was seen to stand."""
    seen: set[str] = field(default_factory=set)
    """Lines that were seen in the minutes."""

    def type_into(self, terminal: Terminal, until: float) -> None:
        """Type until that moment."""
        for keys, line in self._bursts():
            terminal.type(keys)
            if keys == "\r":
                self.entered.append((time.perf_counter(), line))
            terminal.settle(APART if keys == "\x1b" else PACE, timeout=APART)
            self.look(terminal)
            if time.perf_counter() >= until:
                return

    def look(self, terminal: Terminal) -> None:
        """Take note of what the person can see: the lines that are minuted, and the line in hand."""
        shown = terminal.text()
        self.seen |= set(_MINUTED.findall(shown))
        self.stood += [(time.perf_counter(), line) for line in _IN_HAND.findall(shown)[-1:]]

    def _bursts(self) -> Iterator[tuple[str, str]]:
        """A few keys at a time, with the line as it stands after them."""
        while True:
            yield ":", self.left
            for _ in range(self.chance.randrange(1, 4)):
                yield from self._line()
            yield "\x1b", ""
            if self.moved < 12 and self.chance.random() < 0.3:
                self.moved += 1
                yield ".", ""
            else:
                yield self.chance.choice("123"), ""

    def _line(self) -> Iterator[tuple[str, str]]:
        """A line of its own number; or the end of the line that was cut off, where enough of it is there."""
        line, self.left = self.left, ""
        if line and not _NUMBERED.search(line):
            line = ""
            yield CLEAR, line
        self.number += 0 if line else 1
        rest = " again." if line else f"{self.chance.choice(SENSES)}Line {self.number} was said."
        while rest:
            burst = self.chance.randrange(2, 7)
            line, typed, rest = line + rest[:burst], rest[:burst], rest[burst:]
            yield typed, line
        yield "\r", line


def chance(what: str) -> random.Random:
    """Chance that can be repeated."""
    return random.Random(f"{SEED} {what}")  # noqa: S311 - a script, not a secret


def words(line: str) -> str:
    """A typed line without the letter that gives its sense."""
    return line[line.index("Line ") :] if "Line " in line else ""


@contextmanager
def record(path: Path) -> Iterator[Services]:
    """The record as the power cut left it."""
    services = open_record(path)
    try:
        yield services
    finally:
        services.close()


def check(typist: Typist, killed_at: float) -> None:
    """Nothing entered is lost or doubled, and of the line being typed a second at most."""
    with record(typist.path) as services:
        minuted = [line.text for line in services.meetings.lines(typist.meeting)]
        draft = services.desk.draft(draft_key(typist.meeting, WHO))
    fields = dict(draft.fields) if draft else {}
    waiting = fields.get("waiting", [])
    assert isinstance(waiting, list)
    kept = [str(fields.get("text", "")), *(str(each["text"]) for each in waiting)]
    typist.left, typist.waiting = kept[0], kept[1:]
    safe = killed_at - MAY_BE_LOST
    acknowledged = {words(line) for at, line in typist.entered if at <= safe} | typist.seen
    held = {*minuted, *(words(line) for line in kept)}
    lost = acknowledged - held
    assert not lost, f"lost: {lost}; minuted {minuted[-6:]}, kept {kept}"
    assert not [text for text in minuted if text.startswith("Line ") and minuted.count(text) > 1]
    assert not set(minuted) & {words(line) for line in kept if words(line)}, f"both minuted and kept: {kept}"
    typist.entered = [(at, line) for at, line in typist.entered if words(line) in held]
    before = [line for at, line in typist.stood if at <= safe]
    if before and words(before[-1]):
        assert any(text.startswith(words(before[-1])) for text in held), f"{before[-1]!r} is gone; kept {kept}"


def come_in(terminal: Terminal, typist: Typist) -> None:
    """From the queue to the meeting, where what was left stands on the line again."""
    terminal.wait_for("In meeting", timeout=60)
    terminal.press("S")
    for line in typist.waiting:
        terminal.wait_for(f": {line.rstrip()}", timeout=60)
        terminal.type(":")
        terminal.settle(APART)
        terminal.type("\r")
        terminal.wait_for(words(line))
        typist.entered.append((time.perf_counter(), line))
    if typist.waiting:
        terminal.press("escape")
        terminal.settle(APART)
    terminal.wait_for(f": {typist.left.rstrip() or 'press : to write'}", timeout=60)


def _window(typist: Typist) -> tuple[str, ...]:
    return "--db", str(typist.path), "--as", WHO


def test_fifty_power_cuts_lose_no_line_of_a_meeting(start: Start, tmp_path: Path) -> None:
    sys.stdout.write(f"seed {SEED}\n")
    typists = []
    for name in ("one", "two"):  # one is typed in while the other starts
        path = tmp_path / name / "board.db"
        _, held = meeting_in_progress(path)
        typists.append(Typist(path, held, chance(name)))
    moments = chance("moments")
    terminals = [start(*_window(typists[0]), columns=80, rows=24)]
    for cut in range(CUTS):
        typist, following = typists[cut % 2], typists[(cut + 1) % 2]
        terminal = terminals.pop()
        terminals.append(start(*_window(following), columns=80, rows=24))
        come_in(terminal, typist)
        typist.stood.clear()
        typist.type_into(terminal, time.perf_counter() + moments.uniform(0.02, LONGEST))
        killed_at = time.perf_counter()
        terminal.kill()
        terminal.settle(0)
        typist.look(terminal)
        check(typist, killed_at)
    for typist in typists:
        with record(typist.path) as services:
            assert services.record.journal.verify() is None
    entered = sum(len(typist.entered) for typist in typists)
    seen = sum(len(typist.seen) for typist in typists)
    assert entered >= CUTS / 10, "hardly anything was entered that could have been lost"
    sys.stdout.write(f"{CUTS} power cuts, {entered} lines entered, {seen} of them seen in the minutes, none lost\n")
