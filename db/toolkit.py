"""sqlite-utils over the driver: what writes and migrates. Reading a list does without it, since it is slow to load."""

from __future__ import annotations

from db.driver import sqlite3  # isort: skip  (sets the driver out before sqlite-utils looks for one)
from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

__all__ = ["Database", "Migrations", "over"]


def over(connection: sqlite3.Connection) -> Database:
    """The toolkit on a connection, without other people's plugins."""
    return Database(connection, execute_plugins=False)
