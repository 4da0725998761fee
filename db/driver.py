"""The SQLite driver: one for plain and encrypted files, set out for sqlite-utils under the name it looks for first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import sqlcipher3
import sqlcipher3.dbapi2

# sqlite-utils catches the exceptions of `pysqlite3` if it finds it: they must be this driver's own.
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = sqlcipher3.dbapi2

if TYPE_CHECKING:
    import sqlite3
else:
    sqlite3 = sqlcipher3.dbapi2

Cell = str | int | None
"""What a column of ours may hold."""

__all__ = ["Cell", "sqlite3"]
