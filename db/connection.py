"""The only connect: a record's file opened, unlocked and set up the same way everywhere."""

from __future__ import annotations

import os
from pathlib import Path

from db.driver import sqlite3
from db.errors import RecordError, about, explained, unusable

BUSY_SECONDS = 5.0
APPLICATION_ID = 0x53534342
"""The letters SSCB in the file's header: how a record is told from another program's database."""


def open_connection(path: Path | None, key: bytes | None = None) -> sqlite3.Connection:
    """The database at `path`, made private and empty if it is new; None for one in memory only."""
    if path is not None:
        _make_private(path)
    with about(path):
        return _set_up(":memory:" if path is None else str(path), key)


def connect(place: str, key: bytes | None = None) -> sqlite3.Connection:
    """A bare connection, unlocked; only this module and the copying of whole files use it."""
    connection = sqlite3.connect(place, timeout=BUSY_SECONDS)
    # Otherwise the driver writes its complaint about a wrong key straight across the screen.
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def _set_up(place: str, key: bytes | None) -> sqlite3.Connection:
    with explained():
        connection = connect(place, key)
        try:
            _refuse_foreign(connection)
            _configure(connection)
        except BaseException:
            connection.close()
            raise
        return connection


def _refuse_foreign(connection: sqlite3.Connection) -> None:
    """Before anything is written: a file with tables of another program is left as it is."""
    # The header can be read before another window's first transaction is in; the tables come with it, so they go first.
    (objects,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if objects and application != APPLICATION_ID:
        raise RecordError("The file is a database of another program.")


def _configure(connection: sqlite3.Connection) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode not in ("wal", "memory"):
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _make_private(path: Path) -> None:
    """Folders this makes are 0700 and the file 0600; what exists keeps the permissions its owner gave it."""
    try:
        for folder in reversed([path.parent, *path.parent.parents]):
            if not folder.exists():
                folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise unusable(path, f"cannot be opened ({error.strerror}).") from error
