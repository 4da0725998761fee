"""The schema, from day one only ever changed here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from db.backup import copy_database
from db.connection import APPLICATION_ID
from db.errors import RecordError, explained
from db.toolkit import Database, Migrations

if TYPE_CHECKING:
    from db.session import Session
    from sscb_tui.services.ports import Clock

MIGRATIONS = Migrations("sscb")

_OF_CASE = "case_id TEXT NOT NULL REFERENCES cases (id)"
_TABLES = {
    "incidents": "happened_on TEXT NOT NULL, earliest TEXT",
    "cases": """incident_id TEXT NOT NULL REFERENCES incidents (id), reference TEXT NOT NULL UNIQUE,
        pseudonym TEXT NOT NULL, stage TEXT NOT NULL, date_of_birth TEXT, estimated_age TEXT NOT NULL,
        notified_on TEXT NOT NULL""",
    "requests": f"{_OF_CASE}, agency TEXT NOT NULL, token TEXT NOT NULL UNIQUE, state TEXT NOT NULL, "
    "due TEXT NOT NULL, returned INTEGER NOT NULL",
    "meetings": f"{_OF_CASE}, state TEXT NOT NULL",
    "lines": "meeting_id TEXT NOT NULL REFERENCES meetings (id), number INTEGER NOT NULL",
    "advice": _OF_CASE,
    "decisions": _OF_CASE,
    "duties": f"{_OF_CASE}, clock TEXT NOT NULL, due TEXT NOT NULL, act_by TEXT NOT NULL, done_on TEXT, "
    "needed INTEGER NOT NULL, overrun_explained INTEGER NOT NULL",
    "recommendations": f"{_OF_CASE}, number INTEGER NOT NULL UNIQUE",
    "actions": f"""{_OF_CASE}, recommendation_id TEXT REFERENCES recommendations (id),
        number INTEGER NOT NULL UNIQUE, agency TEXT NOT NULL, owner TEXT NOT NULL, action TEXT NOT NULL,
        state TEXT NOT NULL, due TEXT NOT NULL, original_due TEXT NOT NULL, evidence_rung INTEGER NOT NULL,
        last_update TEXT, moves INTEGER NOT NULL, agreed_on TEXT NOT NULL, done_on TEXT""",
    "chronologies": f"{_OF_CASE}, sha256 TEXT NOT NULL",
    "settings": "",
}
_INDEXES = """
    CREATE INDEX cases_by_incident ON cases (incident_id);
    CREATE INDEX requests_by_case ON requests (case_id);
    CREATE INDEX meetings_by_case ON meetings (case_id);
    CREATE UNIQUE INDEX lines_by_meeting ON lines (meeting_id, number);
    CREATE INDEX advice_by_case ON advice (case_id);
    CREATE INDEX decisions_by_case ON decisions (case_id);
    CREATE INDEX duties_by_case ON duties (case_id, clock);
    CREATE INDEX recommendations_by_case ON recommendations (case_id);
    CREATE INDEX actions_by_case ON actions (case_id);
    CREATE INDEX actions_by_recommendation ON actions (recommendation_id);
    CREATE UNIQUE INDEX chronologies_by_case ON chronologies (case_id, sha256);
    CREATE INDEX journal_by_record ON journal (entity, id, seq);
    CREATE INDEX journal_by_case ON journal (case_id, seq)"""
_JOURNAL = """CREATE TABLE journal (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,
    move TEXT NOT NULL, entity TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, case_id TEXT,
    state TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL) STRICT"""
_HEAD = """CREATE TABLE journal_head (only INTEGER PRIMARY KEY CHECK (only = 1), seq INTEGER NOT NULL,
    hash TEXT NOT NULL) STRICT"""
_DRAFTS = """CREATE TABLE drafts (key TEXT PRIMARY KEY, title TEXT NOT NULL, fields TEXT NOT NULL,
    saved_at TEXT NOT NULL, by TEXT NOT NULL) STRICT"""
_TRIGGERS = {
    "journal_is_never_changed": "BEFORE UPDATE ON journal",
    "journal_is_never_shortened": "BEFORE DELETE ON journal",
    "journal_only_grows": "BEFORE INSERT ON journal WHEN NEW.seq IS NOT (SELECT seq + 1 FROM journal_head)",
    "journal_head_only_grows": "BEFORE UPDATE ON journal_head WHEN NEW.seq IS NOT OLD.seq + 1",
    "journal_head_stays": "BEFORE DELETE ON journal_head",
}
_OF_THE_MEETING = {
    "pins": f"{_OF_CASE}, fact TEXT NOT NULL",
    "settlements": f"{_OF_CASE}, difference TEXT NOT NULL",
}
_OF_THE_DECISION = {"reopenings": _OF_CASE, "addenda": _OF_CASE, "privileged": _OF_CASE}
_LINKS = f"""CREATE TABLE links ({_OF_CASE}, from_entity TEXT NOT NULL, from_id TEXT NOT NULL,
    from_part TEXT NOT NULL, to_entity TEXT NOT NULL, to_id TEXT NOT NULL, to_part TEXT NOT NULL, why TEXT NOT NULL)
    STRICT"""
_OF_THE_REVIEW = {
    "reviews": _OF_CASE,
    "reports": f"{_OF_CASE}, review_id TEXT NOT NULL REFERENCES reviews (id)",
    "reviewers": _OF_CASE,
    "proceedings": f"{_OF_CASE}, stage TEXT NOT NULL, next_on TEXT, reviewed_on TEXT NOT NULL",
    "family_contacts": _OF_CASE,
}
_ACTIONS = f"""{_OF_CASE}, recommendation_id TEXT REFERENCES recommendations (id),
    number INTEGER NOT NULL UNIQUE, agency TEXT NOT NULL, owner TEXT NOT NULL, action TEXT NOT NULL,
    state TEXT NOT NULL, due TEXT, original_due TEXT, evidence_rung INTEGER NOT NULL, last_update TEXT,
    moves INTEGER NOT NULL, agreed_on TEXT NOT NULL, done_on TEXT, outcome TEXT NOT NULL, number_given TEXT NOT NULL,
    also TEXT NOT NULL, effect INTEGER NOT NULL, override TEXT, retest_due TEXT"""
_OF_RECOMMENDATIONS = tuple(f"{name} TEXT NOT NULL DEFAULT ''" for name in ("level", "origin", "themes"))
_TRACKER_TRIGGERS = {
    "first_due_date_stays": (
        "BEFORE UPDATE ON actions WHEN OLD.original_due IS NOT NULL AND NEW.original_due IS NOT OLD.original_due",
        "the first due date of an action never changes",
    ),
    "actions_stay": ("BEFORE DELETE ON actions", "actions are never deleted"),
}
_ROUNDS = (
    "agency TEXT NOT NULL, token TEXT NOT NULL UNIQUE, meeting_on TEXT NOT NULL, due TEXT NOT NULL, "
    "answered INTEGER NOT NULL"
)
EMPTY_HASH = "0" * 64
"""What the first row of a journal follows."""


@MIGRATIONS()
def m001_the_record(db: Database) -> None:
    """Every record is one row: its body whole as JSON, and beside it the columns that lists and keys need."""
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _create(db, _TABLES)
    for statement in (_JOURNAL, _HEAD, _DRAFTS, *_INDEXES.split(";")):
        db.execute(statement)
    for name, event in _TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END")
    db.execute("INSERT INTO journal_head (only, seq, hash) VALUES (1, 0, ?)", [EMPTY_HASH])


@MIGRATIONS()
def m002_pins_and_settlements(db: Database) -> None:
    """What the meeting does with the returns: passages pinned to criteria, differences answered."""
    _create(db, _OF_THE_MEETING)
    for name in _OF_THE_MEETING:
        db.execute(f"CREATE INDEX {name}_by_case ON {name} (case_id)")


@MIGRATIONS()
def m003_the_decision(db: Database) -> None:
    """What happens to a signed decision, and the legal advice that is kept apart from the case."""
    _create(db, _OF_THE_DECISION)
    for name in _OF_THE_DECISION:
        db.execute(f"CREATE INDEX {name}_by_case ON {name} (case_id)")


@MIGRATIONS()
def m004_the_review(db: Database) -> None:
    """What follows the decision: review, report, reviewers, what runs beside it, contact with the family."""
    _create(db, _OF_THE_REVIEW)
    for name in _OF_THE_REVIEW:
        db.execute(f"CREATE INDEX {name}_by_case ON {name} (case_id)")


@MIGRATIONS()
def m006_links(db: Database) -> None:
    """What records say of one another, as an index made from the records and never written by itself."""
    db.execute(_LINKS)
    for end in ("from", "to"):
        db.execute(f"CREATE INDEX links_{end} ON links ({end}_entity, {end}_id)")
    db.execute("CREATE INDEX links_by_case ON links (case_id)")
    _link_what_is_held(db)


@MIGRATIONS()
def m007_the_tracker(db: Database) -> None:
    """An action may lack owner or date, its first date can never change, and lists see what follow-through needs."""
    db.execute("ALTER TABLE actions RENAME TO actions_before")
    _create(db, {"actions": _ACTIONS})
    for column in _OF_RECOMMENDATIONS:
        db.execute(f"ALTER TABLE recommendations ADD COLUMN {column}")
    _list_what_is_held(db)
    db.execute("DROP TABLE actions_before")
    db.execute("CREATE INDEX actions_by_case ON actions (case_id)")
    db.execute("CREATE INDEX actions_by_recommendation ON actions (recommendation_id)")
    for name, (event, said) in _TRACKER_TRIGGERS.items():
        db.execute(f"CREATE TRIGGER {name} {event} BEGIN SELECT RAISE (ABORT, '{said}'); END")


@MIGRATIONS()
def m008_search(db: Database) -> None:
    """The words of every record, as an index made from the records and never written by itself."""
    from db.found import INDEXES, PASSAGES

    for statement in (*PASSAGES, *INDEXES):
        db.execute(statement)
    _index_what_is_held(db)


@MIGRATIONS()
def m009_rounds_of_progress(db: Database) -> None:
    """What agencies were asked of their actions before each meeting, and whether they answered."""
    _create(db, {"progress_rounds": _ROUNDS})
    db.execute("CREATE INDEX progress_rounds_by_agency ON progress_rounds (agency, meeting_on)")


def _list_what_is_held(db: Database) -> None:
    """Write the columns of every recommendation and action anew from its body."""
    if db.execute("SELECT 1 FROM recommendations UNION ALL SELECT 1 FROM actions_before LIMIT 1").fetchone() is None:
        return  # a new record opens without loading a model
    from db.kinds import ACTIONS, RECOMMENDATIONS
    from db.statements import insert, update

    for id, version, body in db.execute("SELECT id, version, body FROM recommendations").fetchall():
        cells = RECOMMENDATIONS.cells(RECOMMENDATIONS.read(version, body)) | {"body": body}
        db.execute(update("recommendations", cells), [*cells.values(), id, version])
    for version, body in db.execute("SELECT version, body FROM actions_before ORDER BY rowid").fetchall():
        cells = ACTIONS.cells(ACTIONS.read(version, body)) | {"body": body}
        db.execute(insert("actions", cells), list(cells.values()))


def _link_what_is_held(db: Database) -> None:
    if _holds_nothing(db):
        return  # a new record opens without loading a model
    from db.kinds import LINKING
    from db.links import index

    tables = set(db.table_names())  # a later migration may bring others, which are empty as yet
    index(_session(db), [kind for kind in LINKING if kind.table in tables])


def _index_what_is_held(db: Database) -> None:
    if _holds_nothing(db):
        return
    from db.found_anew import index
    from db.kinds import LINKING

    tables = set(db.table_names())
    index(_session(db), [kind for kind in LINKING if kind.table in tables])


def _holds_nothing(db: Database) -> bool:
    return db.execute("SELECT 1 FROM journal LIMIT 1").fetchone() is None


def _session(db: Database) -> Session:
    from db.session import Session

    # The journal dates every record; no clock is asked.
    return Session(db.conn, lambda: datetime.max.replace(tzinfo=UTC))


def _create(db: Database, tables: dict[str, str]) -> None:
    for name, columns in tables.items():
        # The body comes last: lists read the columns before it without paging through it.
        parts = ("id TEXT PRIMARY KEY", "version INTEGER NOT NULL", columns, "body TEXT NOT NULL")
        db.execute(f"CREATE TABLE {name} ({', '.join(filter(None, parts))}) STRICT")


def migrate(db: Database, path: Path | None, clock: Clock, key: bytes | None = None) -> None:
    """Bring the schema up to date; a record that already holds something is copied beside itself first."""
    with explained():
        _refuse_newer(db)
        if not MIGRATIONS.pending(db):
            return
        if path is not None and (applied := MIGRATIONS.applied(db)):
            copy_database(db.conn, _beside(path, applied[-1].name, clock), key)
        # Keys rest while tables are rebuilt, and cannot be switched inside the transaction.
        db.execute("PRAGMA foreign_keys = OFF")
        try:
            _apply(db)
        finally:
            db.execute("PRAGMA foreign_keys = ON")


def _apply(db: Database) -> None:
    """One transaction, taken at once: two windows may open a new record in the same moment."""
    db.execute("BEGIN IMMEDIATE")
    try:
        MIGRATIONS.apply(db)
        _refuse_orphans(db)
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        raise


def _refuse_orphans(db: Database) -> None:
    if broken := db.execute("PRAGMA foreign_key_check").fetchall():
        raise RecordError(f"The record was not changed: {len(broken)} rows would have lost what they belong to.")


def _refuse_newer(db: Database) -> None:
    # Every migration is a function of this module under its own name.
    newer = [migration.name for migration in MIGRATIONS.applied(db) if migration.name not in globals()]
    if newer:
        raise RecordError(f"The record was written by a newer version of this program ({newer[-1]}). Update first.")


def _beside(path: Path, version: str, clock: Clock) -> Path:
    """A name that says which schema the copy has and when it was made, and that nobody holds yet."""
    stamp = clock().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    stem = f"{path.stem}-{version.partition('_')[0]}-{stamp}"
    names = (f"{stem}{extra}{path.suffix}" for extra in ("", *(f"-{n}" for n in range(2, 1000))))
    return next(each for name in names if not (each := path.with_name(name)).exists())
