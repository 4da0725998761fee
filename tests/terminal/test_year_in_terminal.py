"""Two quarters of a Board's tracker, worked by keyboard in a real terminal: 150 actions, four people."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest

from bench.terminal import KEYS, Terminal
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.terms import ActionState, Shown
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.year import posts
from sscb_tui.services.demonstration.year.story import fill_year
from tests.terminal.conftest import ROOT, Start
from tests.terminal.keyboard import press, typed

AUTUMN, SPRING = date(2026, 11, 26), date(2027, 3, 4)
"""Two Thursdays, a quarter apart; between them nobody said a word."""
LATE, MOVED = 9, 106
"""Actions of Housing that are overdue."""
FELL, ROOTED, TESTED = 21, 13, 65
"""Actions whose tests are due: one that falls back, one that has become the usual way, and one of the Board's own."""
YOUTH = (30, 88, 89)
"""What youth offending has under way."""
QUIET = (37, 38, 39)
"""What the ambulance service has not said a word about since the spring."""
RANG = "Rang the head of tenancy: both teams use it, the sheet is filed"
RETURN = "Return of the quarter: on track, the leaflet is at the printer"
READ = "Read twenty of the sheets at the office in the Northfold road"
LATER = "The new system goes live in January"
CHASED = "Asked their chief executive for an answer within the week"
WENT_BACK = "Five records of twenty: two teams were reorganised"
KEPT = "Every plan of thirty names who looks after the children"
STILL = "Ten cases were read every quarter, and people say what they changed"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """The year as it stands on a Thursday in autumn."""
    path = tmp_path / "record" / "board.db"
    path.parent.mkdir()
    now = datetime.combine(AUTUMN, datetime.min.time(), UTC).replace(hour=9)
    clock = SetClock(now)
    services = open_record(path, clock=clock)
    fill_year(services, clock, now)
    services.close()
    return path


def held(path: Path) -> dict[int, Action]:
    """Every action by its number, as it stands on record."""
    services = open_record(path)
    try:
        return {row.number: services.tracker.action(row.action_id) for row in services.tracker.rows()}
    finally:
        services.close()


def sscb(path: Path, today: date, *arguments: str) -> str:
    """What the command line answers."""
    command = [sys.executable, "-m", "sscb_tui", "--db", str(path), "--as", "B. Manager", "--today", str(today)]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def opened(start: Start, path: Path, today: date, who: str) -> Terminal:
    """The tracker, with everything on it."""
    terminal = start("--db", str(path), "--as", who, "--today", str(today), columns=140, rows=45)
    terminal.wait_for("Child U", timeout=60)
    press(terminal, "T")
    terminal.wait_for("150 actions", timeout=60)
    return terminal


def find(terminal: Terminal, asked: str, found: int) -> None:
    """Ask the list for something, and go to what it found."""
    press(terminal, "/", "escape", "/")
    terminal.type(asked)
    terminal.wait_for(f"{found} of 15", timeout=60)
    press(terminal, "enter")
    terminal.wait_for(lambda seen: "▸A-" in seen.text())


def go_to(terminal: Terminal, number: int) -> None:
    """To that action, each row once the cursor is seen on it; then wait until it is read."""
    for _ in range(40):
        terminal.settle(0.1)
        terminal.wait_for(partial(_elsewhere, ""), timeout=60)
        at = row(terminal)
        if f"▸A-{number} " in at:
            break
        lines = terminal.text().splitlines()
        wanted = next((place for place, line in enumerate(lines) if f"│ A-{number} " in line), len(lines))
        terminal.press("up" if at in lines and wanted < lines.index(at) else "down")
        terminal.wait_for(partial(_elsewhere, at), timeout=60)
    terminal.wait_for(lambda seen: f"▸A-{number} " in seen.text() and f"A-{number} · " in seen.text(), timeout=60)


def _elsewhere(before: str, terminal: Terminal) -> bool:
    return row(terminal) not in ("", before)


def row(terminal: Terminal) -> str:
    """The row under the cursor."""
    return next((line for line in terminal.text().splitlines() if "▸A-" in line), "")


def note(terminal: Terminal, words: str, *then: str) -> None:
    """One note, in the box at the row."""
    press(terminal, "u")
    terminal.wait_for("· update", timeout=60)
    terminal.type(words)
    terminal.wait_for(words[-20:], timeout=60)
    press(terminal, *then, "enter")
    terminal.wait_for("z takes it back", timeout=60)


def becomes(terminal: Terminal, name: str) -> None:
    """Somebody else sits down at the keyboard."""
    place = [person.name for person in posts.BOARD.people].index(name)
    press(terminal, "A")
    terminal.wait_for("Who is acting?", timeout=60)
    press(terminal, *["down"] * place, "enter")
    terminal.wait_for(lambda seen: name in seen.text().splitlines()[0], timeout=60)


def test_a_board_works_its_tracker_by_keyboard_through_two_quarters(start: Start, record: Path, home: Path) -> None:
    (home / "Documents").mkdir()
    before = held(record)
    autumn(start, record, before)
    between = held(record)
    spring(start, record)
    after = held(record)
    on_record(before, after)
    assert {number: each.first_due for number, each in after.items()} == {
        number: each.first_due for number, each in before.items()
    }
    assert between[LATE].state is after[LATE].state is ActionState.VERIFIED
    assert "whole" in sscb(record, SPRING, "verify")
    papers(home / "Documents")


def autumn(start: Start, record: Path, before: dict[int, Action]) -> None:
    """What an agency said, the same for many, evidence and a second person, a date, and who is silent."""
    terminal = opened(start, record, AUTUMN, "B. Manager")
    find(terminal, "agency:housing overdue", 3)
    go_to(terminal, LATE)
    note(terminal, RANG)
    proved(terminal)
    by_the_quarter(terminal, record, before)
    said_by_the_owner(terminal)
    verified_by_another(terminal)
    moved(terminal)
    silent(terminal)
    terminal.kill()


def proved(terminal: Terminal) -> None:
    """Evidence on the fifth rung."""
    press(terminal, "e")
    typed(terminal, f"A-{LATE} · evidence", KEYS["right"] * 5, "Twenty sheets of twenty", "dip sample")
    terminal.wait_for("5 dip sample", timeout=60)


def by_the_quarter(terminal: Terminal, record: Path, before: dict[int, Action]) -> None:
    """One note on all that an agency has under way; taken back, and said again."""
    for again in (False, True):
        find(terminal, "agency:youth state:in-progress", len(YOUTH))
        press(terminal, "*")
        note(terminal, RETURN)
        if not again:
            press(terminal, "z")
            terminal.wait_for("Take it back?", timeout=60)
            press(terminal, "y")
            terminal.wait_for("Taken back", timeout=60)
            taken = held(record)
            assert [len(taken[number].spoken) for number in YOUTH] == [len(before[number].spoken) for number in YOUTH]


def said_by_the_owner(terminal: Terminal) -> None:
    """The owner says it done, and is refused a verification of their own in a sentence."""
    becomes(terminal, "H. Owner")
    find(terminal, "agency:housing overdue", 3)
    go_to(terminal, LATE)
    note(terminal, "Done in both teams", "tab", "right", "right")
    find(terminal, "agency:housing state:done", 1)
    press(terminal, "v")
    terminal.wait_for(f"A-{LATE} · verify", timeout=60)
    terminal.type("I did it myself")
    press(terminal, "ctrl+r")
    terminal.wait_for(f"H. Owner owns A-{LATE}", timeout=60)
    press(terminal, "escape")
    terminal.wait_for("Close without keeping it?", timeout=60)
    press(terminal, "y")
    terminal.wait_for(lambda seen: f"A-{LATE} · verify" not in seen.text(), timeout=60)


def verified_by_another(terminal: Terminal) -> None:
    """The sub-committee's chair has seen for herself."""
    becomes(terminal, "L. Lead")
    press(terminal, "v")
    typed(terminal, f"A-{LATE} · verify", READ)
    terminal.wait_for("0 of 15", timeout=60)


def moved(terminal: Terminal) -> None:
    """A date goes back, with reason and approval."""
    becomes(terminal, "B. Manager")
    find(terminal, "agency:housing overdue", 2)
    go_to(terminal, MOVED)
    press(terminal, "d")
    typed(terminal, f"A-{MOVED} ·", "29 Jan 2027", LATER, "L. Lead")
    terminal.wait_for("1 of 15", timeout=60)


def silent(terminal: Terminal) -> None:
    """Who has not said a word; what was done about it is said at the row."""
    find(terminal, "silent agency:ambulance", len(QUIET))
    go_to(terminal, QUIET[0])
    note(terminal, CHASED)


def spring(start: Start, record: Path) -> None:
    """A quarter on: silence shown, a test that fails and one that holds, the Board closes its own."""
    terminal = opened(start, record, SPRING, "L. Lead")
    terminal.wait_for(lambda seen: "silent" in seen.text().splitlines()[0], timeout=60)
    find(terminal, "retest:due state:verified level:multi", 8)
    go_to(terminal, FELL)
    retested(terminal, FELL, WENT_BACK, 3)
    terminal.wait_for("is reopened", timeout=60)
    find(terminal, "retest:due state:verified level:board", 2)
    go_to(terminal, TESTED)
    retested(terminal, TESTED, STILL, 1)
    find(terminal, "retest:due state:verified evidence:>4", 2)
    go_to(terminal, ROOTED)
    retested(terminal, ROOTED, KEPT, 1)
    find(terminal, "state:verified evidence:5 retest:>0d", 2)
    go_to(terminal, ROOTED)
    embedded(terminal)
    find(terminal, "state:verified level:board retest:>0d", 2)
    go_to(terminal, TESTED)
    becomes(terminal, "F. Board")
    press(terminal, "x")
    typed(terminal, f"A-{TESTED} · close", "It is how the Board works now")
    terminal.wait_for(lambda seen: f"A-{TESTED} · close" not in seen.text(), timeout=60)
    for_the_board(terminal)
    terminal.kill()


def for_the_board(terminal: Terminal) -> None:
    """The tracker in figures, and the paper that the Board is sent, in the person's documents."""
    becomes(terminal, "B. Manager")
    press(terminal, "B")
    terminal.wait_for("How actions stand", timeout=60)
    press(terminal, "p")
    terminal.wait_for("Which paper?", timeout=60)
    press(terminal, "enter")
    terminal.wait_for("Dashboard of the Board", timeout=60)
    press(terminal, "s")
    terminal.wait_for("Save the paper as", timeout=60)
    press(terminal, "enter")
    terminal.wait_for("Saved:", timeout=60)


def retested(terminal: Terminal, number: int, claim: str, shown: int) -> None:
    """What a test of the effect found."""
    press(terminal, "r")
    right = KEYS["right"]
    typed(terminal, f"A-{number} · impact", claim, "dip sample", "20 records", "", right * shown, right * 3)


def embedded(terminal: Terminal) -> None:
    """Chosen from everything that can be done."""
    press(terminal, "m")
    terminal.wait_for("Embedded: the change held", timeout=60)
    press(terminal, "down", "down", "down", "enter")
    typed(terminal, f"A-{ROOTED} · embedded", "New staff know no other way")
    terminal.wait_for("1 of 15", timeout=60)


def on_record(before: dict[int, Action], after: dict[int, Action]) -> None:
    """Every deed stands."""
    late = after[LATE]
    assert [each.note for each in late.spoken[-3:]] == [RANG, "Done in both teams", READ]
    assert (late.verified_by, late.rung) == ("L. Lead", 5)
    assert [after[number].spoken[-1].note for number in YOUTH] == [RETURN] * 3
    assert [sum(each.taken_back for each in after[number].updates) for number in YOUTH] == [1] * 3
    move = after[MOVED].moves[-1]
    assert (move.now, move.reason, move.approved_by) == (date(2027, 1, 29), LATER, "L. Lead")
    assert after[QUIET[0]].spoken[-1].note == CHASED
    assert (after[FELL].state, after[FELL].impacts[-1].shown) == (ActionState.REOPENED, Shown.NOT_SHOWN)
    assert (after[TESTED].state, after[TESTED].impacts[-1].shown) == (ActionState.CLOSED, Shown.HELD)
    assert (after[ROOTED].state, after[ROOTED].impacts[-1].claim) == (ActionState.EMBEDDED, KEPT)
    touched = {LATE, *YOUTH, MOVED, QUIET[0], FELL, ROOTED, TESTED}
    assert [number for number in before if before[number] != after[number]] == sorted(touched)


def papers(documents: Path) -> None:
    """What the Board reads says how many are silent, embedded and taken up again."""
    (written,) = documents.iterdir()
    assert written.name.startswith("SSCB_dashboard_")
    said = written.read_text(encoding="utf-8")
    assert "**Actions:** 150" in said
    assert "| embedded           | 13 " in said
    assert "| reopened           | 3 " in said
    assert "Ambulance" in said
    assert "Child U" in said
    assert "Makebelieve" not in said
