"""Searching: a key in Find over more and more actions, the search beside a bare FTS5 table, recommendations alike."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import sqlcipher3

from bench.measure import Row, interleaved
from bench.records import opened, tracker_of
from bench.screens import key, ours
from bench.terminal import Terminal
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.services.demonstration import people

SIZES = (200, 2_000, 20_000)
ROUNDS = 10
TOP, BOTTOM = 3, 30
"""Rows of the screen where what was found stands."""
FOUND = 50
HOLD = {200: 30, 2_000: 6, 20_000: 1.5}
"""Reading, masking and cutting fifty hits costs the same however many there are, so few have little to hide behind."""
_MANAGER = people.MANAGER.actor()


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    records = {size: tracker_of(folder / f"tracker-{size}.db", size) for size in SIZES}
    with ExitStack() as terminals:
        shown = [terminals.enter_context(_finding(record)) for record in records.values()]
        few, more, most = interleaved([_keystroke(each) for each in shown], ROUNDS)
    return [
        Row("find keystroke over 20,000 actions", most, None, "ms", 60),
        Row("find keystroke: 2,000 beside 200 actions", more, few, "ms", 1.5),
        Row("find keystroke: 20,000 beside 2,000 actions", most, more, "ms", 1.5),
        *_services(records),
        _nearest(folder / "recommended.db"),
    ]


def _finding(record: Path) -> Terminal:
    terminal = ours(record)
    terminal.wait_for("SSCB/2026/001", 60)
    terminal.settle(0.5)
    terminal.press("F")
    terminal.wait_for("Type what you look for", 60)
    terminal.settle(0.5)
    return terminal


def _keystroke(terminal: Terminal) -> Callable[[], float]:
    """The first letter of a word of a tenth of all actions, with everything it finds drawn; then it is taken back."""

    def sample() -> float:
        taken = key(terminal, "z", TOP, BOTTOM)
        terminal.press("backspace")
        terminal.settle(0.3)
        return taken

    return sample


def _services(records: dict[int, Path]) -> list[Row]:
    """The search without a screen: ranked, read, masked, cut; beside what SQLite alone takes to rank the same rows."""
    found = []
    for size, record in records.items():
        services, bare = open_record(record), _bare(record)
        ours_ = partial(_timed, partial(services.search.find, _MANAGER, "share practices"))
        least = partial(_timed, partial(_ranked, bare))
        mine, floor = interleaved([ours_, least], ROUNDS)
        found.append(Row(f"search over {size:,} actions, two words of them all", mine, floor, "ms", HOLD[size]))
        services.close()
        bare.close()
    return found


_ASKED = '"share" * AND "practices" *'
_RANKED = "SELECT words FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT ?"


def _bare(record: Path) -> sqlcipher3.Connection:
    """The words of the same passages in a table of their own, as SQLite would index them by itself."""
    connection = sqlcipher3.connect(":memory:")
    connection.execute("ATTACH ? AS record", (str(record),))
    connection.execute("CREATE VIRTUAL TABLE bare USING fts5 (words)")
    connection.execute("INSERT INTO bare SELECT words FROM record.passages")
    connection.commit()
    return connection


def _nearest(record: Path) -> Row:
    """A sentence being written beside 2,000 earlier recommendations."""
    themes = ("schools", "practices", "hospital", "tenancy", "custody", "fathers", "supervision", "thresholds")
    with opened(tracker_of(record, 200)) as services:
        case = services.desk.queue()[0].case_id
        for number in range(2_000):
            words = f"{themes[number % 8]} and {themes[number // 8 % 8]} share call-outs numbered {number}"
            services.tracker.recommend(_MANAGER, case, RecommendationForm(text=words))
    text = "Hospital and schools share every call-out with general practices before the child is discharged home"
    services = open_record(record)
    (taken,) = interleaved([lambda: _timed(lambda: services.search.nearest(_MANAGER, text))], ROUNDS)
    services.close()
    return Row("nearest of 2,000 recommendations, while one types", taken, None, "ms", 30)


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def _ranked(bare: sqlcipher3.Connection) -> object:
    return bare.execute(_RANKED, (_ASKED, FOUND)).fetchall()
