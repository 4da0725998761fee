"""Storage failures as sentences: what happened to the record, whether anything was saved, what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.driver import sqlite3
from sscb_tui.domain.errors import InputError, Problem, SscbError


class RecordError(SscbError):
    """The record cannot be read or written just now; nothing of the attempt was saved."""


_SENTENCES = {
    "locked": "The record is being written by another window and did not come free in time. Nothing was saved; "
    "try again.",
    "disk is full": "The disk is full. Nothing was saved; free some space and try again.",
    "disk I/O": "The disk failed while the record was being read or written. Nothing was saved; check the disk, "
    "then try again.",
    "first due date": "The first due date of an action never changes; move its date instead. Nothing was saved.",
    "readonly": "The record cannot be written: its file or folder is read-only. Nothing was saved.",
    "unable to open": "The record cannot be opened: its file or folder is missing or may not be read.",
    "malformed": "The record's file is damaged. Make no more entries in it; run `sscb verify`, then go back to the "
    "latest backup.",
    "UTF-8": "The record's file is damaged: a text in it is not readable. Run `sscb verify` to find it.",
    "not a database": "The file is not a record of this program, is damaged, or needs its key.",
    "FOREIGN KEY": "The entry belongs to a record that is not held here. Nothing was saved.",
}


@contextmanager
def explained() -> Iterator[None]:
    """Turn the driver's expected failures into sentences; a programming error stays as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = _sentence(str(error))
        if sentence is None:
            raise
        raise RecordError(sentence) from error


def _sentence(message: str) -> str | None:
    if message.startswith("UNIQUE"):
        column = message.rpartition(".")[2].replace("_", " ")
        return f"Another record already holds this {column}. Nothing was saved."
    return next((sentence for words, sentence in _SENTENCES.items() if words in message), None)


@contextmanager
def about(path: Path | None) -> Iterator[None]:
    """The same failures as bad input, under the name of the file a person gave."""
    try:
        yield
    except RecordError as error:
        if path is None:
            raise
        raise unusable(path, str(error)) from error


def unusable(path: Path, what: str) -> InputError:
    """A file given by a person that cannot serve, with its name."""
    return InputError([Problem(str(path), what)])
