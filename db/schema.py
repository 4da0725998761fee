"""Whether a record's schema is this program's own, asked without loading what could change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.session import Session

MIGRATIONS = (
    "m001_the_record",
    "m002_pins_and_settlements",
    "m003_the_decision",
    "m004_the_review",
    "m006_links",
    "m007_the_tracker",
    "m008_search",
    "m009_rounds_of_progress",
)
"""Every migration of `db.migrations`, in order."""


def is_current(session: Session) -> bool:
    """Whether exactly these migrations were made; a record that is new, older or newer needs a closer look."""
    if session.row("SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'") is None:
        return False
    made = session.rows("SELECT name FROM _sqlite_migrations WHERE migration_set = 'sscb' ORDER BY rowid")
    return tuple(str(name) for (name,) in made) == MIGRATIONS
