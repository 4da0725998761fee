"""The SQL that every table of records shares."""

# ruff: noqa: S608  (names of tables and columns are constants of this package, never input)

from __future__ import annotations

from collections.abc import Iterable


def insert(table: str, columns: Iterable[str]) -> str:
    """Store a first version; touches no row where the id is already held."""
    names = list(columns)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"


def update(table: str, columns: Iterable[str]) -> str:
    """Store a next version over exactly the version read; its id and that version come last."""
    return f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in columns)} WHERE id = ? AND version = ?"


def select(table: str, column: str | None = None, order: str = "rowid") -> str:
    """Version and body of every record, or of those with one value in a column."""
    where = f"WHERE {column} = ?" if column else ""
    return f"SELECT version, body FROM {table} {where} ORDER BY {order}"


def highest(table: str, column: str) -> str:
    """The highest number given so far; records are never deleted, so it is never given again."""
    return f"SELECT coalesce(max({column}), 0) FROM {table}"


def journalled(table: str) -> str:
    """Every row of a table beside the version and state its latest journal entry holds (entity is the parameter)."""
    return f"""
        SELECT entry.seq, entry.version, entry.state, held.* FROM {table} AS held
        LEFT JOIN journal AS entry
            ON entry.seq = (SELECT max(seq) FROM journal WHERE entity = ? AND id = held.id)
        ORDER BY held.rowid"""


def lost(table: str) -> str:
    """Journal entries (entity is the parameter) whose record is not in the table."""
    return f"""
        SELECT max(seq), id, version, state FROM journal
        WHERE entity = ? AND id NOT IN (SELECT id FROM {table}) GROUP BY id ORDER BY min(seq)"""
