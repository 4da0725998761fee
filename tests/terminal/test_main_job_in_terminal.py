"""The beginning of the main job in a real terminal, with the power cut where people type."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from bench.terminal import KEYS, NotSeenError, Terminal
from sscb_tui.bootstrap import open_record, write_demonstration
from sscb_tui.services.demonstration import people
from tests.terminal.conftest import Start

THE_THREE = (("B. Manager", 1), ("C. Chair", 4), ("L. Lead", 3))
"""Each name, and how many keys to the right its role stands among the answers."""
LEFT, RIGHT = KEYS["left"], KEYS["right"]
YES, NO = RIGHT, RIGHT * 2
HAPPENED = (
    "A child of nine was brought in by ambulance after a fall from a height that nobody saw; a neighbour had heard "
    "shouting, and the account given at the door did not fit the injury."
)


def looks(terminal: Terminal) -> list[tuple[str, str, str]]:
    """Everything in sight with its colours, but for the blinking of a cursor."""
    rows = (terminal.cells[row] for row in range(terminal.rows))
    return [(cell.data, cell.fg, cell.bg) for row in rows for cell in (row[at] for at in range(terminal.columns))]


def looks_other_than(before: list[tuple[str, str, str]], terminal: Terminal) -> bool:
    """Whether anything in sight has changed."""
    return looks(terminal) != before


def press(terminal: Terminal, *keys: str) -> None:
    """Press keys one after the other, each once the one before it is seen to have done something."""
    for key in keys:
        changed = partial(looks_other_than, looks(terminal))
        terminal.type(KEYS.get(key, key))
        with suppress(NotSeenError):  # a few keys change nothing in sight
            terminal.wait_for(changed, timeout=1.5)
        terminal.settle(0.1)


def put(terminal: Terminal, text: str, *after: str) -> None:
    """Type a text, see it stand there, and press the keys that follow it."""
    terminal.type(text)
    terminal.wait_for(text[-20:])
    press(terminal, *after)


def first_start(terminal: Terminal) -> None:
    """The Board's three people are named and the queue opens."""
    terminal.wait_for("Welcome")
    terminal.wait_for("The Board")
    press(terminal, "pagedown")
    terminal.wait_for("+ add person")
    for name, place in THE_THREE:
        press(terminal, "a")
        terminal.wait_for("Authority")
        put(terminal, name, "tab")
        press(terminal, *["right"] * place, "ctrl+r")
        terminal.wait_for(f"{name} ·")
    press(terminal, "ctrl+r")
    terminal.wait_for("No referrals yet")


def test_a_referral_survives_a_power_cut_and_reaches_the_queue(start: Start) -> None:
    first = start(columns=100, rows=34)
    first_start(first)
    press(first, "n")
    first.wait_for("Pseudonym")
    put(first, "Child Zed", "tab")
    put(first, "12 Nov 2020", "tab")
    put(first, "a fall nobody saw", "pagedown")
    first.wait_for("Wishes anonymity")
    put(first, "N. Nurse")
    first.settle(1.2)
    first.kill()

    second = start(columns=100, rows=34)
    second.wait_for("No referrals yet")
    press(second, "n")
    second.wait_for("left unfinished")
    press(second, "y")
    second.wait_for("N. Nurse")
    press(second, "pageup")
    second.wait_for("a fall nobody saw")
    finish(second)
    press(second, "ctrl+r")
    second.wait_for("is on record")
    press(second, "R")
    second.wait_for("Child Zed")
    assert "SSCB/" in second.text()


REST: tuple[tuple[str, str, str], ...] = (
    ("Full name", "F1.10", "Zed Example"),
    ("", "F1.12", "2 Jul 2011"),
    ("", "F1.13", "not stated"),
    ("Home address", "F1.16", "1 Example Street"),
    ("", "F2.04", YES),
    ("", "F1.17", YES),
    ("", "F1.18  Arrows", RIGHT * 2),
    ("", "F1.21", NO),
    ("", "F1.22", NO),
    ("", "F1.23", NO),
    ("None known", "F1.30  Arrows", LEFT),
    ("There are none", "F1.31  Arrows", LEFT),
    ("+ add agency", "F1.40  a adds", "a"),
    ("", "F1.40  Arrows", f"{RIGHT}\x12"),
    ("as fact", "F1.50", HAPPENED),
    ("(a) Abuse or neglect", "F1.51  Arrows", RIGHT * 2),
    ("", "F1.51\n", "The account does not fit."),
    ("", "F1.52  Arrows", YES),
    ("", "F1.52\n", "A head injury."),
    ("", "F1.53  Arrows", RIGHT * 3),
    ("Signed by", "F1.80", "N. Nurse"),
)
"""What a section that is gone to shows, what the foot says of the field, and the keys that answer it."""


def go_on(terminal: Terminal, key: str, words: str) -> None:
    """Press a key again and again until these words are on the screen."""
    for _ in range(30):
        if words in terminal.text():
            return
        press(terminal, key)
        terminal.settle(0.3)
    raise NotSeenError(f"{words!r} is nowhere on the way:\n{terminal.text()}")


def finish(terminal: Terminal) -> None:
    """The rest of the form, field by field."""
    for section, field, keys in REST:
        go_on(terminal, "pagedown", section)
        go_on(terminal, "tab", field)
        press(terminal, *re.findall(r"\x1b\[[A-D]|[\x00-\x1f]|[^\x00-\x1f]+", keys))


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """The demonstration, where one meeting is on."""
    path = tmp_path / "record" / "board.db"
    write_demonstration(path)
    return path


def test_the_minutes_survive_a_power_cut_in_the_middle_of_a_line(start: Start, meeting: Path) -> None:
    lines = [f"Line {number} of what was said." for number in range(1, 9)]
    first = start("--db", str(meeting), "--as", "M. Minutes")
    open_meeting(first)
    press(first, ":")
    first.wait_for(" f fact ")
    first.type("".join(f"{line}\r" for line in lines))
    first.wait_for(lines[-1])
    first.type("a Police to check half of")
    first.wait_for("ACTION ·")
    first.settle(1.2)
    first.kill()

    second = start("--db", str(meeting), "--as", "M. Minutes")
    open_meeting(second)
    second.wait_for("a Police to check half of")
    press(second, ":")
    second.wait_for("ACTION ·")
    second.type(" the log\r")
    second.wait_for("ACTION  Police to check half of the log")
    second.kill()
    services = open_record(meeting)
    try:
        case = next(row for row in services.desk.queue() if row.pseudonym == "Child F")
        held = services.meetings.of_case(case.case_id)
        assert held is not None
        written = [line.text for line in services.meetings.lines(held.id)]
        assert [text for text in written if text.startswith("Line ")] == lines, written
        assert written[-1] == "Police to check half of the log"
        assert services.record.journal.verify() is None
        assert services.desk.draft(f"capture:{held.id}:M. Minutes") is None
    finally:
        services.close()
    assert people.MINUTES.name == "M. Minutes"


def open_meeting(terminal: Terminal) -> None:
    """Find Child F in the queue and go to its meeting."""
    terminal.wait_for("Child F")
    press(terminal, "/")
    terminal.wait_for("find: words")
    terminal.type("Child F")
    terminal.wait_for("1 of ")
    press(terminal, "enter")
    terminal.settle()
    press(terminal, "S")
    terminal.wait_for("Side by side")
    terminal.wait_for("SSCB · Scoping")
    terminal.wait_for("· Child F")
