"""A consistent copy of the record while others may write: complete under its name, or not there at all."""

from __future__ import annotations

import os
from pathlib import Path

from db.connection import connect
from db.driver import sqlite3
from db.errors import about, explained, unusable


def copy_database(source: sqlite3.Connection, destination: Path, key: bytes | None = None) -> None:
    """Copy to a new private file, under the same key; an existing file is never overwritten."""
    if destination.exists():
        raise unusable(destination, "is already there; a backup never overwrites. Give another name.")
    part = destination.with_name(f".{destination.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        with about(destination):
            _fill(source, part, key)
        _settle(part)
        part.replace(destination)
        _settle(destination.parent)
    except OSError as error:
        raise unusable(destination, f"the backup cannot be written ({error.strerror}).") from error
    finally:
        part.unlink(missing_ok=True)


def _fill(source: sqlite3.Connection, part: Path, key: bytes | None) -> None:
    with explained():
        target = connect(str(part), key)
        try:
            source.backup(target)
            # One file that can be carried about: no side files until somebody works in it.
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()


def _settle(path: Path) -> None:
    """Ask the disk to really hold it; Windows asks for files opened to write and cannot ask for folders."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
