"""The merged chronology: two thousand rows of fourteen agencies, beside an empty screen, a bare table and 200 rows."""

from __future__ import annotations

import csv
import io
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

from bench.floors import MARK
from bench.measure import Row, interleaved
from bench.records import one_case, opened
from bench.screens import floor, key, memory, ours, push
from bench.terminal import Terminal
from sscb_tui.services.demonstration import people

AGENCIES = 14
ROUNDS = 15
TOP, BOTTOM = 3, 20
"""Rows of the screen where the lanes are; the line for words lies below them."""
TEXTS = (
    "{0.day} {0:%b %Y}",
    "{0.day} {0:%b %Y}",
    "{0:%B %Y}",
    "about {0.day} {0:%b %Y}",
    "two days later",
    "{0:%Y-%m-%d}",
)
EVENTS = (
    "Home visit, the baby asleep in a cot; the worker spoke to mother alone and left a letter for the practice",
    "Police call-out, shouting reported by a neighbour; nobody hurt, two children upstairs and not spoken to",
    "Clinic visit not attended, second letter sent; the practice was not told",
    "Tenancy officer called about arrears; door answered by a man who gave no name",
    "Attendance with a bruise to the cheek, seen by a nurse and sent home with advice",
)


def chronology_of(path: Path, rows: int) -> Path:
    """A record with one case and that many rows, a seventh of them an event that two agencies tell."""
    with opened(path, agencies=AGENCIES) as services:
        case = one_case(services)
        services.chronologies.take(people.MANAGER.actor(), case.id, "rows.csv", _sheet(rows))
    return path


def _sheet(rows: int) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(("date", "agency", "event", "source"))
    for number in range(rows):
        told_twice = number % 14 == 13
        event = number - 1 if told_twice else number
        on = date(2018, 1, 1) + timedelta(days=event * 3200 // rows)
        text = TEXTS[0 if told_twice or number % 14 == 12 else number % len(TEXTS)].format(on)
        rare = " (zebra crossing)" if number % 50 == 7 else ""
        words = f"{EVENTS[event % len(EVENTS)]}, number {event}{rare}"
        writer.writerow((text, f"X{number % AGENCIES:02}", words, f"page {number}"))
    return out.getvalue().encode()


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    with ExitStack() as terminals:
        many = terminals.enter_context(ours(chronology_of(folder / "many.db", 2_000)))
        few = terminals.enter_context(ours(chronology_of(folder / "few.db", 200)))
        empty, table = terminals.enter_context(floor("screens")), terminals.enter_context(floor("table", "2000"))
        for terminal in (many, few):
            _room(terminal)
        empty.wait_for(MARK, 60)
        table.wait_for("SSCB/2026/001", 60)
        before = memory(many)
        first, first_few = (_shown(terminal) for terminal in (many, few))
        again, least = interleaved([lambda: _again(many), lambda: push(empty)], ROUNDS)
        return [
            Row("chronology, 2,000 rows: first opened, merged and all", first, None, "ms", 2_000),
            Row("chronology, 200 rows: first opened, merged and all", first_few, None, "ms", 500),
            Row("chronology, 2,000 rows: shown again", again, least, "ms", 3),
            *_keys(many, few, table),
            Row("chronology, 2,000 rows: memory added", memory(many) - before, None, "MiB", 40),
        ]


def _keys(many: Terminal, few: Terminal, table: Terminal) -> list[Row]:
    down, bare = interleaved([lambda: key(many, "down"), lambda: key(table, "down")], ROUNDS)
    page, bare_page = interleaved([lambda: _page(many), lambda: _page(table)], ROUNDS)
    slide, few_slide = interleaved([lambda: _slide(many), lambda: _slide(few)], ROUNDS)
    word, few_word = interleaved([lambda: _keystroke(many), lambda: _keystroke(few)], ROUNDS)
    return [
        Row("chronology, 2,000 rows: cursor down beside a bare table", down, bare, "ms", 2.5),
        Row("chronology, 2,000 rows: page beside a bare table", page, bare_page, "ms", 1.5),
        Row("chronology, 2,000 rows: slide", slide, None, "ms", 80),
        Row("chronology: slide at 2,000 beside 200 rows", slide, few_slide, "ms", 3),
        Row("chronology, 2,000 rows: filter keystroke", word, None, "ms", 80),
        Row("chronology: filter keystroke at 2,000 beside 200 rows", word, few_word, "ms", 1.5),
    ]


def _room(terminal: Terminal) -> None:
    terminal.wait_for("SSCB/2026/001", 60)
    terminal.press("S")
    terminal.wait_for("Side by side", 30)
    terminal.settle(0.5)


def _shown(terminal: Terminal) -> float:
    """From the key to the first rows, words and all."""
    terminal.press("x")
    taken = terminal.wait_for("Home visit", 30)
    terminal.settle(0.3)
    return taken


def _again(terminal: Terminal) -> float:
    terminal.press("x")
    terminal.wait_for("Side by side")
    terminal.settle(0.2)
    return _shown(terminal)


def _page(terminal: Terminal) -> float:
    taken = key(terminal, "pagedown")
    key(terminal, "pageup")
    return taken


def _slide(terminal: Terminal) -> float:
    taken = key(terminal, "]")
    key(terminal, "[")
    return taken


def _keystroke(terminal: Terminal) -> float:
    """From all rows to those with a rare letter: `/`, Enter for words, and the letter."""
    terminal.press("/")
    terminal.wait_for("What is to be shown?")
    terminal.press("enter")
    terminal.settle(0.2)
    taken = key(terminal, "z", TOP, BOTTOM)
    terminal.press("escape")
    terminal.settle(0.3)
    return taken
