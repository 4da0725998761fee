"""A whole scoping meeting run by keyboard in a real terminal: sixteen items, nine returns, one recommendation."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.terminal import KEYS, Terminal
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Fact, LineKind, MeetingState
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill_before_a_meeting
from tests.terminal.conftest import ROOT, Start
from tests.terminal.keyboard import press, typed

AGENCIES = ("CHS", "CSC", "POL", "STFT", "CCG", "EDU", "HSG", "NEAS", "NTW")
"""Who answered; the tenth refused."""
ROOM: tuple[tuple[str, str, str, int], ...] = (
    ("D. Doctor", "Designated doctor", "CHS", 0),
    ("S. Worker", "Head of safeguarding", "CSC", 0),
    ("P. Member", "Detective inspector", "POL", 0),
    ("T. Teacher", "Deputy head", "EDU", 1),
    ("H. Owner", "Head of tenancy services", "HSG", 0),
)
"""Name, post, agency, and how many keys to the right their capacity stands."""
UNSAFE = "The sister is at home with a cousin nobody has checked"
LIMIT = "The time of death is not to be spoken of"
SETTLED = "The hospital's booking sheet was read out: the attendance was on the day it says"
NOTE = "Nobody asked what he had eaten that day"
FACT = "Both weights were falling"
ACTION = "Read the duty desk log for the call"
DISCREPANCY = "Welfare check: asleep on a sofa, or no reply at the door"
PARKED = "Whether repairs inspectors have a form for this"
OBJECTION = "Housing would wait until the interviews are done"
REASON = "what was known was never put together"
LEARNING = "Ask what was eaten, not whether the house is clean"
SAID = (UNSAFE, LIMIT, SETTLED, NOTE, FACT, ACTION, DISCREPANCY, PARKED, OBJECTION)
"""What is said in the meeting and must be found in its minutes."""


def write(terminal: Terminal, *lines: str) -> None:
    """Write lines of the minutes."""
    press(terminal, ":")
    for line in lines:
        terminal.type(f"{line}\r")
        terminal.wait_for(line.split("\t", 1)[0][3:28].strip())
    press(terminal, "escape")


def next_item(terminal: Terminal, number: int) -> None:
    """On to the item with this number."""
    press(terminal, ".")
    terminal.wait_for(f"{number}/16")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one case, of which nine returns are in and one agency refused."""
    path = tmp_path / "record" / "board.db"
    now = datetime.now(UTC)
    clock = SetClock(now)
    services = open_record(path, clock=clock)
    fill_before_a_meeting(services, clock, now)
    services.close()
    return path


def held(path: Path) -> CaseFile:
    """The case with everything that belongs to it, as it stands on record."""
    services = open_record(path)
    try:
        case = next(row for row in services.desk.queue() if row.pseudonym == "Child F")
        return services.desk.file(case.case_id)
    finally:
        services.close()


def sscb(path: Path, *arguments: str) -> str:
    """What the command line answers."""
    command = [sys.executable, "-m", "sscb_tui", "--db", str(path), "--as", "L. Lead", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_meeting_is_run_by_keyboard_from_its_opening_to_the_recommendation(start: Start, record: Path) -> None:
    terminal = start("--db", str(record), "--as", "L. Lead", columns=160, rows=50)
    opened(terminal)
    begun(terminal)
    first_items(terminal)
    round_of_agencies(terminal)
    differences(terminal)
    criteria(terminal)
    views(terminal)
    the_end(terminal)
    recommended(terminal, record)
    terminal.kill()
    on_record(held(record))
    papers(record)


def opened(terminal: Terminal) -> None:
    """To the meeting room of the only child in the queue with returns."""
    terminal.wait_for("Child F")
    press(terminal, "/")
    terminal.type("Child F")
    terminal.wait_for("1 of ")
    press(terminal, "enter", "S")
    terminal.wait_for("Side by side")
    terminal.wait_for("of 10")
    press(terminal, "b")
    terminal.wait_for("16 ")
    terminal.wait_for("UNMASKED")


def begun(terminal: Terminal) -> None:
    """Who is here, the three questions, and the start; from then on the screen may be projected."""
    press(terminal, "s")
    terminal.wait_for("Who is here")
    for name, post, code, capacity in ROOM:
        press(terminal, "a")
        typed(
            terminal, "Somebody arrives", name, post, f"{KEYS['right'] * ORDER.index(code)} ", KEYS["right"] * capacity
        )
        terminal.wait_for(name)
    press(terminal, "escape", "g")
    terminal.wait_for("Not done yet")
    press(terminal, "escape", "y")
    typed(terminal, "Before the meeting starts", KEYS["left"], KEYS["left"], KEYS["left"])
    terminal.settle()
    press(terminal, "g")
    terminal.wait_for("1/16")
    terminal.wait_for(lambda seen: " MASKED" in f" {seen.text()}" and "UNMASKED" not in seen.text())


NAMES = {"CHS": "City", "CSC": "Social", "POL": "Police", "EDU": "Education", "HSG": "Housing"}
ORDER = ("CSC", "ASC", "EDU", "POL", "CCG", "NHSE", "CHS", "STFT", "NTW", "NEAS", "NPS", "CRC", "YOS", "CAF", "HSG")


def first_items(terminal: Terminal) -> None:
    """Up to the round of the agencies: a child unsafe now, and what the police ask to be left unsaid."""
    for number in (2, 3, 4, 5):
        next_item(terminal, number)
    press(terminal, "u")
    typed(terminal, "Is any child unsafe now?", UNSAFE, "", "S. Worker", f"{KEYS['right']}", "23:59")
    terminal.wait_for("cousin nobody has checked")
    next_item(terminal, 6)
    press(terminal, "b")
    typed(terminal, "What may not be discussed", LIMIT, "the officer in the case", "the interviews are done")
    terminal.wait_for("NOT TO BE DISCUSSED")
    next_item(terminal, 7)
    press(terminal, "+")
    terminal.wait_for("The item in hand")
    press(terminal, "enter")
    typed(terminal, "Minutes more", "")
    next_item(terminal, 8)


def round_of_agencies(terminal: Terminal) -> None:
    """The floor by digits, only what is new, lines of every sense, and what the agencies wrote."""
    press(terminal, "1")
    write(terminal, f":n {NOTE}", f":f {FACT}")
    press(terminal, "1", "3")
    write(terminal, f":d {DISCREPANCY}", ":q", f":p {PARKED}")
    press(terminal, "n", KEYS["right"] * 2, KEYS["down"] * 7)
    terminal.wait_for("only what is new")
    terminal.wait_for("as Community health")
    press(terminal, "n", "home", KEYS["left"] * 4, "p", "3", "f")
    terminal.wait_for("1+")
    press(terminal, ":")
    terminal.type(f":a {ACTION}")
    press(terminal, "tab")
    terminal.type("CSC")
    press(terminal, "tab", "tab")
    terminal.type("+7\r")
    terminal.wait_for(f"ACTION  {ACTION[:20]}")
    press(terminal, "escape")
    next_item(terminal, 9)


def differences(terminal: Terminal) -> None:
    """The next conflict, one settled, the chronology, and a row that speaks against."""
    press(terminal, "!", "c")
    terminal.wait_for("What differs")
    press(terminal, KEYS["down"] * 5, "s")
    typed(terminal, "Settle a conflict", "", SETTLED)
    terminal.wait_for("settled")
    press(terminal, "escape", "x")
    terminal.wait_for("Chronology")
    press(terminal, "home", "p", "7", "a", "x")
    terminal.wait_for("Side by side")
    next_item(terminal, 10)
    next_item(terminal, 11)


FOUND = ("", "", "", "", "", KEYS["right"], KEYS["right"])
"""The keys that choose a finding where what was known before does not stand already."""


def criteria(terminal: Terminal) -> None:
    """A finding on every limb; the meeting cannot close before."""
    press(terminal, "d")
    terminal.wait_for("Not done yet")
    terminal.wait_for("No finding on")
    press(terminal, "escape")
    for fact, keys in zip(Fact, FOUND, strict=True):
        press(terminal, "f")
        typed(terminal, "The meeting finds", "", keys, f"As the returns have it: {REASON}.")
        terminal.wait_for(f"FINDING  {fact.label}")
    next_item(terminal, 12)


def views(terminal: Terminal) -> None:
    """Every agency here, one of them of another mind."""
    press(terminal, "v")
    terminal.wait_for("Round of views")
    for left in range(5, 0, -1):
        terminal.wait_for(f"{left} still to speak")
        press(terminal, "enter")
        terminal.wait_for("Outcome it would recommend")
        if "Housing's view" in terminal.text():
            typed(terminal, "Outcome it would recommend", KEYS["right"] * 4, "Await the interviews", OBJECTION)
        else:
            typed(terminal, "Outcome it would recommend", KEYS["right"], f"Because {REASON}")
    terminal.wait_for("everybody has spoken")
    press(terminal, "c")
    terminal.wait_for("Round of views · closed")
    press(terminal, "escape")


def the_end(terminal: Terminal) -> None:
    """Through the last items, closed, and the minutes confirmed."""
    for number in (13, 14, 15, 16):
        next_item(terminal, number)
    write(terminal, f":n {LEARNING}")
    press(terminal, "d")
    terminal.wait_for("meeting closed")


def recommended(terminal: Terminal, record: Path) -> None:
    """The recommendation is written from what the meeting found and goes to the Chair; the minutes are confirmed."""
    press(terminal, "w")
    terminal.wait_for("recommendation to the Chair")
    fill(terminal, "F7.01", "A child of two was found starved beside his sister; what agencies saw was not joined up.")
    fill(terminal, "F7.02", "Probation declined; it says that it holds nothing.")
    press(terminal, "pagedown")
    fill(terminal, "F7.06", f"Both limbs are met: {REASON}.")
    press(terminal, "pagedown", "pagedown")
    for field in ("F7.09", "F7.10", "F7.11"):
        fill(terminal, field, "As the meeting heard it. ")
    press(terminal, "ctrl+r")
    terminal.wait_for("With Chair")
    press(terminal, "S")
    terminal.wait_for("Side by side")
    press(terminal, "o")
    terminal.wait_for("Confirm the minutes?")
    press(terminal, "y")
    terminal.wait_for("meeting confirmed")


def fill(terminal: Terminal, field: str, text: str) -> None:
    """Go on to a field of the section in hand and answer it."""
    for _ in range(6):
        if _foot(terminal) == field:
            break
        press(terminal, "tab")
    terminal.wait_for(lambda seen: _foot(seen) == field)
    terminal.settle(0.1)
    terminal.type(text)
    terminal.wait_for(text.strip()[-15:])


def _foot(terminal: Terminal) -> str:
    """The number of the field that has the focus."""
    return next((line.split()[0] for line in terminal.text().splitlines()[-4:] if line.strip().startswith("F7.")), "")


def on_record(file: CaseFile) -> None:
    """What the keys did, as the record has it."""
    meeting = file.meeting
    assert meeting is not None
    assert meeting.state is MeetingState.CONFIRMED
    assert len(meeting.agenda) == 16
    assert all(item.closed_at for item in meeting.agenda)
    assert meeting.agenda[6].extended == 5
    assert {limb.fact for limb in meeting.findings} == set(Fact)
    assert {view.agency for view in meeting.views} == set(NAMES)
    assert [view.dissent for view in meeting.views if view.dissent] == [OBJECTION]
    assert sum(request.returned is not None for request in file.requests) == 9
    assert [pin.evidence.bearing for pin in file.pins] == ["for", "against"]
    assert file.pins[0].evidence.quote.startswith("Finn sat very still")
    assert [each.settled for each in file.settlements] == [SETTLED]
    action = next(line for line in file.lines if line.kind is LineKind.ACTION and ACTION in line.text)
    assert action.owner
    assert action.due
    quoted = next(line for line in file.lines if line.kind is LineKind.QUOTE)
    assert "An officer wrote" in quoted.text
    assert file.advice is not None


def papers(record: Path) -> None:
    """The four papers say what was said, and the journal is whole."""
    reference = held(record).case.reference
    minutes = sscb(record, "export", "minutes", reference)
    assert [said for said in SAID if said not in minutes] == []
    assert OBJECTION in sscb(record, "export", "recommendation", reference)
    assert "Probation" in sscb(record, "export", "pack", reference)
    assert "gas cut off" in sscb(record, "export", "chronology", reference)
    sscb(record, "verify")
