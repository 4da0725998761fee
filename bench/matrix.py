"""Side by side: six, fourteen and twenty agencies, every question, 150 words a cell, beside an empty screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import scoping_of
from bench.screens import floor, key, memory, ours, push
from bench.terminal import Terminal

ROUNDS = 15
SIZES = (6, 14, 20)
"""Agencies round the table; the last is compared with the first."""
WORDS = "The family was"
"""How every answer begins: it is on screen once the answers are, not only the frame round them."""
FIRST = {6: 1_200, 14: 1_600, 20: 2_000}
"""Milliseconds the very first opening may take, code loaded and all."""


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        rooms = {size: terminals.enter_context(ours(scoping_of(folder / f"{size}.db", size))) for size in SIZES}
        empty = terminals.enter_context(floor("screens"))
        for room in rooms.values():
            room.wait_for("SSCB/2026/001", 60)
        empty.wait_for(MARK, 60)
        before = {size: memory(room) for size, room in rooms.items()}
        found = [
            Row(f"side by side, {size} agencies: first opened", _open(room), None, "ms", FIRST[size])
            for size, room in rooms.items()
        ]
        found += _opened(rooms, empty)
        for room in rooms.values():
            room.press("S")
            room.wait_for(WORDS, 30)
            room.settle(2)  # the returns are compared with one another meanwhile
        for size, room in rooms.items():
            found.append(
                Row(f"side by side, {size} agencies: memory added", memory(room) - before[size], None, "MiB", 80)
            )
        for name, sample in KEYS.items():
            found += _sized(name, sample, rooms)
        return found


def _opened(rooms: dict[int, Terminal], empty: Terminal) -> list[Row]:
    """Opened again, beside an empty screen and beside one another."""
    samples = [partial(_open, room) for room in rooms.values()]
    *taken, least = interleaved([*samples, partial(push, empty)], 7)
    by_size = dict(zip(rooms, taken, strict=True))
    return [
        *(Row(f"side by side, {size} agencies: open", each, least, "ms", 6) for size, each in by_size.items()),
        Row("side by side: open at 20 beside 6 agencies", by_size[SIZES[-1]], by_size[SIZES[0]], "ms", 1.5),
    ]


def _sized(name: str, sample: Callable[[Terminal], float], rooms: dict[int, Terminal]) -> list[Row]:
    """One deed at every size: within a blink, and no slower where more agencies sit."""
    samples = [partial(sample, room) for room in rooms.values()]
    by_size = dict(zip(rooms, interleaved(samples, ROUNDS), strict=True))
    hold = HOLDS.get(name, 30)
    return [
        *(Row(f"side by side, {size} agencies: {name}", each, None, "ms", hold) for size, each in by_size.items()),
        Row(f"side by side: {name} at 20 beside 6 agencies", by_size[SIZES[-1]], by_size[SIZES[0]], "ms", 1.5),
    ]


def _open(room: Terminal) -> float:
    """The words of the returns on screen, not only the frame round them."""
    room.settle(0.1)
    room.press("S")
    taken = room.wait_for(WORDS, 30)
    room.settle(0.2)
    room.press("R")
    room.wait_for("SSCB · Referrals")
    return taken


def _and_back(there: str, back: str) -> Callable[[Terminal], float]:
    """A key, timed, and the key that undoes it."""

    def sample(room: Terminal) -> float:
        taken = key(room, there)
        key(room, back)
        return taken

    return sample


def _pin(room: Terminal) -> float:
    """The question which criterion a passage is pinned to, asked and left."""
    taken = key(room, "p")
    room.press("escape")
    room.settle(0.2)
    return taken


KEYS: dict[str, Callable[[Terminal], float]] = {
    "scroll": lambda room: key(room, "down"),
    "slide": _and_back("]", "["),
    "zoom": _and_back("z", "z"),
    "only what is new": _and_back("n", "n"),
    "pin": _pin,
}
HOLDS = {"zoom": 60, "only what is new": 60, "pin": 150}
"""Milliseconds; what changes every row on show may take two blinks, and a question that opens a frame of its own."""
