"""A person at the keyboard of a real terminal: each key once the one before it is seen to have done something."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from pyte.screens import Char

from bench.terminal import KEYS, NotSeenError, Terminal

HEAD = 4
"""Rows in which clocks run: what changes there says nothing about a key."""
Looks = list[dict[int, Char]]


def looks(terminal: Terminal) -> Looks:
    """What stands below the clocks, with its colours."""
    return [dict(terminal.cells[row]) for row in range(HEAD, terminal.rows)]


def press(terminal: Terminal, *keys: str) -> None:
    """Press keys one after the other, each once the one before it is seen to have done something."""
    for key in keys:
        before = looks(terminal)
        terminal.type(KEYS.get(key, key))
        with suppress(NotSeenError):  # a few keys change nothing in sight
            terminal.wait_for(partial(_other_than, before), timeout=0.4)
        terminal.settle(0.2 if key == "escape" else 0.05)  # Esc and a key right after it are read as one


def _other_than(before: Looks, terminal: Terminal) -> bool:
    return looks(terminal) != before


def typed(terminal: Terminal, title: str, *values: str) -> None:
    """Type into the fields of the dialog with this title, one after the other, and record it."""
    terminal.wait_for(title)
    terminal.settle(0.05)
    for place, value in enumerate(values):
        if place:
            press(terminal, "tab")
        if value:
            press(terminal, value)
    press(terminal, "ctrl+r")
    terminal.wait_for(lambda seen: title not in seen.text())
