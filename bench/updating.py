"""One update and one note on a hundred at 200, 2,000 and 20,000 actions, beside the same rows in bare SQLite."""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3

from bench.measure import Row, interleaved
from bench.records import year_of
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from sscb_tui.services.container import Services

SIZES = (200, 2_000, 20_000)
BULK = 100
ROUNDS, BULK_ROUNDS = 60, 8
_MANAGER = people.MANAGER.actor()


def rows(folder: Path) -> list[Row]:
    """The rows of this family."""
    paths = [_copy(year_of(folder, size)) for size in SIZES]
    records = [open_record(path) for path in paths]
    one = [_updates(services, 1) for services in records]
    many = [_updates(services, BULK) for services in records]
    read = [partial(_timed, services.tracker.rows) for services in records]
    fetched = [_columns(path) for path in paths]
    body = records[0].tracker.action(records[0].tracker.rows()[0].action_id).canonical()
    least, least_many = (_bare(folder / f"bare-{count}.db", body, count) for count in (1, BULK))
    found = [
        *_rows("one update", interleaved([*one, least], ROUNDS), 3),
        *_rows(f"one note on {BULK}", interleaved([*many, least_many], BULK_ROUNDS), 6),
        *_read(interleaved([*read, *fetched], BULK_ROUNDS)),
    ]
    for services in records:
        services.close()
    return found


def _copy(record: Path) -> Path:
    """One to write in; the year itself stays as it is for other families."""
    copied = record.with_name(f"updated-{record.name}")
    shutil.copy(record, copied)
    return copied


def _rows(what: str, taken: tuple[float, ...], hold: float) -> list[Row]:
    """One row for each size beside bare SQLite, and the growth from the smallest to the largest."""
    *mine, least = taken
    return [
        *(
            Row(f"{what}, {size:,} actions: service, journal, links, index", each, least, "ms", hold)
            for size, each in zip(SIZES, mine, strict=True)
        ),
        Row(f"{what}: 20,000 beside 200 actions", mine[-1], mine[0], "ms", 1.5),
    ]


def _read(taken: tuple[float, ...]) -> list[Row]:
    """What a save costs the list that shows it: every row read again, beside the same columns fetched."""
    mine, least = taken[: len(SIZES)], taken[len(SIZES) :]
    return [
        *(
            Row(f"all rows read, {size:,} actions", each, bare, "ms", 12)
            for size, each, bare in zip(SIZES, mine, least, strict=True)
        ),
        Row("all rows read: 20,000 beside 2,000 actions", mine[-1], mine[-2], "ms", 14),
    ]


def _columns(path: Path) -> Callable[[], float]:
    """The columns that lists read, fetched and nothing made of them."""
    connection = sqlcipher3.connect(str(path))
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info (actions)") if name != "body"]
    statement = f"SELECT {', '.join(columns)} FROM actions"  # noqa: S608  (names from the schema itself)
    return lambda: _timed(lambda: connection.execute(statement).fetchall())


def _updates(services: Services, count: int) -> Callable[[], float]:
    """Notes on so many open actions at once, on others each time."""
    ids = [row.action_id for row in services.tracker.rows() if row.state in OPEN]
    turns = itertools.cycle(_batches(ids, count))
    numbers = itertools.count()

    def sample() -> float:
        some, note = next(turns), f"Note {next(numbers):05}, the same on {count}."
        return _timed(lambda: services.progress.update_all(_MANAGER, some, None, note))

    return sample


def _batches(ids: list[str], count: int) -> list[tuple[str, ...]]:
    """Batches of that size; what is left over is left out."""
    return [tuple(ids[at : at + count]) for at in range(0, len(ids) - count + 1, count)]


def _bare(path: Path, body: str, count: int) -> Callable[[], float]:
    """The least that the same can be: for each action its row, an entry, its links and the words it is found by."""
    connection = sqlcipher3.connect(str(path), isolation_level=None)
    connection.executescript(_SCHEMA)
    connection.executemany("INSERT INTO actions VALUES (?, 0, ?)", [(str(number), body) for number in range(count)])
    words = [body[at : at + len(body) // PASSAGES] for at in range(0, len(body) - PASSAGES, len(body) // PASSAGES)]
    numbers = itertools.count()

    def sample() -> float:
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for number in range(count):
            _one(connection, str(number), body, words, str(next(numbers)))
        connection.execute("COMMIT")
        return (time.perf_counter() - begun) * 1000

    return sample


def _one(connection: sqlcipher3.Connection, action: str, body: str, words: list[str], entry: str) -> None:
    connection.execute("UPDATE actions SET version = version + 1, body = ? WHERE id = ?", [body, action])
    connection.execute("INSERT INTO journal (state, hash) VALUES (?, ?)", [body, entry])
    connection.execute("DELETE FROM links WHERE of = ?", [action])
    connection.execute("INSERT INTO links VALUES (?, 'recommendation')", [action])
    connection.execute("DELETE FROM found WHERE rowid IN (SELECT rowid FROM passages WHERE of = ?)", [action])
    connection.execute("DELETE FROM passages WHERE of = ?", [action])
    for each in words:
        connection.execute("INSERT INTO passages (of, words) VALUES (?, ?)", [action, each])
        connection.execute("INSERT INTO found (rowid, words) VALUES (last_insert_rowid(), ?)", [each])


PASSAGES = 4
_SCHEMA = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE actions (id TEXT PRIMARY KEY, version INTEGER, body TEXT) STRICT;
    CREATE TABLE journal (seq INTEGER PRIMARY KEY, state TEXT, hash TEXT) STRICT;
    CREATE TABLE links (of TEXT, at TEXT) STRICT;
    CREATE INDEX links_of ON links (of);
    CREATE TABLE passages (id INTEGER PRIMARY KEY, of TEXT, words TEXT) STRICT;
    CREATE INDEX passages_of ON passages (of);
    CREATE VIRTUAL TABLE found USING fts5 (words);
"""


def _timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000
