"""The search: an index of the words of every record, derived from what records say and never written by itself.

`passages` holds the words as they stand on record, `found` (FTS5) the same words as they are compared, without a text
of its own; both are rewritten with the record, in its transaction. What was edited away leaves the index at once, since
that is set to `secure-delete`; the journal alone remembers it.
"""

# ruff: noqa: S608  (names of tables and columns are constants of this module, never input)

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sscb_tui.domain.passage import Passage, Sort
from sscb_tui.domain.searching import Wanted, words_in
from sscb_tui.domain.thread import Address
from sscb_tui.services.views import FoundFacts

if TYPE_CHECKING:
    from db.session import Row, Session

PASSAGES = (
    """CREATE TABLE passages (id INTEGER PRIMARY KEY, case_id TEXT REFERENCES cases (id), entity TEXT NOT NULL,
    record_id TEXT NOT NULL, part TEXT NOT NULL, sort TEXT NOT NULL, label TEXT NOT NULL, said_on TEXT NOT NULL,
    agency TEXT NOT NULL, words TEXT NOT NULL) STRICT""",
    "CREATE INDEX passages_by_record ON passages (entity, record_id)",
)
# Words come cut and folded, so the simplest of the tokenizers, which keeps every letter, is the right one.
INDEXES = (
    "CREATE VIRTUAL TABLE found USING fts5 (label, words, content = '', tokenize = 'ascii')",
    "CREATE VIRTUAL TABLE recommended USING fts5 (words, content = '', tokenize = 'porter ascii')",
    "INSERT INTO found (found, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO recommended (recommended, rank) VALUES ('secure-delete', 1)",
)
COLUMNS = "case_id, part, sort, label, said_on, agency, words"
_HELD = f"SELECT id, {COLUMNS} FROM passages WHERE entity = ? AND record_id = ? ORDER BY id"
_ADD = f"INSERT INTO passages (entity, record_id, {COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_FIND = """
    SELECT place FROM (
        SELECT found.rowid AS place, bm25 (found, 3.0, 1.0) AS rank, said_on FROM found
        JOIN passages ON passages.id = found.rowid
        WHERE found MATCH ?1 AND sort IN (SELECT value FROM json_each (?2))
            AND (?3 IS NULL OR agency IN (SELECT value FROM json_each (?3)))
        ORDER BY found.rowid DESC LIMIT ?4)
    ORDER BY round (rank, 1), said_on DESC, place DESC"""
_SHOWN = """
    SELECT cases.id, reference, pseudonym, entity, record_id, part, sort, label, said_on, words FROM passages
    LEFT JOIN cases ON cases.id = coalesce (passages.case_id,
        (SELECT id FROM cases WHERE incident_id = record_id ORDER BY rowid LIMIT 1))
    WHERE passages.id = ?"""
_NAMED_BY = """
    SELECT id, version FROM cases WHERE incident_id = (SELECT incident_id FROM cases WHERE id = ?1)
    UNION ALL SELECT id, version FROM requests WHERE case_id = ?1
    UNION ALL SELECT id, version FROM meetings WHERE case_id = ?1
    UNION ALL SELECT id, version FROM settings"""
_NEAREST = """
    SELECT record_id FROM recommended JOIN passages ON passages.id = recommended.rowid
    WHERE recommended MATCH ? AND record_id != ? AND coalesce (?, case_id) = case_id
    ORDER BY bm25 (recommended), passages.id DESC LIMIT ?"""
_CARRIED = "SELECT from_id FROM links WHERE to_entity = 'recommendations' AND to_id = ? AND why = 'carries out'"
RANKED = 1_000
"""Of more hits than these the latest are ranked: nobody reads on, and a key is answered at once."""


class PassageTable:
    """Rewritten for a record whenever it is saved, in the same transaction."""

    def __init__(self, session: Session) -> None:
        """Rows join the session's open transaction."""
        self._session = session

    def rewrite(self, at: Address, case_id: str | None, said: Sequence[Passage]) -> None:
        """The record's words as it now says them; what it said before and says still is not touched."""
        held = self._session.rows(_HELD, (at.kind, at.id))
        gone: dict[Row, list[int]] = {}
        for id, *row in held:
            gone.setdefault(tuple(row), []).append(int(id or 0))
        added = [each for each in said if not _still(gone, cells(case_id, each))]
        for words, ids in gone.items():
            for id in ids:
                self._take_out(id, words)
        for each in added:
            self._add(at, case_id, each)

    def find(self, wanted: Wanted, sorts: Iterable[Sort], whose: Iterable[str] | None) -> Iterator[FoundFacts]:
        """The passages in which everything wanted stands, best first; only those of an agency, where it is named."""
        if not wanted.clauses:
            return
        agency = None if whose is None else json.dumps(list(whose))
        asked = (_match(wanted), json.dumps([each.value for each in sorts]), agency, RANKED)
        for place in self._session.rows(_FIND, asked):
            yield from map(_facts, self._session.rows(_SHOWN, place))

    def named_by(self, case_id: str) -> Sequence[tuple[str, int]]:
        """Everything that says who a case is about, and its version: what a mask of the case is made from."""
        return [(str(id), int(version or 0)) for id, version in self._session.rows(_NAMED_BY, (case_id,))]

    def nearest(self, words: Sequence[str], but: str, case_id: str | None, limit: int) -> Sequence[str]:
        """The ids of the recommendations that share most with these words, nearest first."""
        if not words:
            return ()
        any_of = " OR ".join(f'"{word}"' for word in words)
        return [str(id) for (id,) in self._session.rows(_NEAREST, (any_of, but, case_id, limit))]

    def carrying_out(self, recommendation_id: str) -> Sequence[str]:
        """The ids of the actions that carry a recommendation out."""
        return [str(id) for (id,) in self._session.rows(_CARRIED, (recommendation_id,))]

    def _add(self, at: Address, case_id: str | None, each: Passage) -> None:
        self._session.write(_ADD, (at.kind, at.id, *cells(case_id, each)))
        place = self._session.row("SELECT last_insert_rowid ()")
        enter(self._session, int((place and place[0]) or 0), each)

    def _take_out(self, id: int, row: Row) -> None:
        """An index without a text of its own is told what it held."""
        each = passage_of(row)
        label, words = compared(each)
        gone = "INSERT INTO found (found, rowid, label, words) VALUES ('delete', ?, ?, ?)"
        self._session.write(gone, (id, label, words))
        if each.sort is Sort.RECOMMENDATION:
            gone = "INSERT INTO recommended (recommended, rowid, words) VALUES ('delete', ?, ?)"
            self._session.write(gone, (id, words))
        self._session.write("DELETE FROM passages WHERE id = ?", (id,))


def _still(held: dict[Row, list[int]], row: Row) -> bool:
    """Whether the row is among those held, and if so count it once."""
    ids = held.get(row, [])
    if ids:
        del ids[0]
        return True
    return False


def enter(session: Session, id: int, each: Passage) -> None:
    """Let a passage be found by its words; a recommendation by its likeness too."""
    label, words = compared(each)
    session.write("INSERT INTO found (rowid, label, words) VALUES (?, ?, ?)", (id, label, words))
    if each.sort is Sort.RECOMMENDATION:
        session.write("INSERT INTO recommended (rowid, words) VALUES (?, ?)", (id, words))


def compared(each: Passage) -> tuple[str, str]:
    """Label and words as the index holds them."""
    return " ".join(words_in(each.label)), " ".join(words_in(each.words))


def cells(case_id: str | None, each: Passage) -> Row:
    """A passage as its row, from its case on."""
    return (case_id, each.part, each.sort.value, each.label, each.on, each.agency, each.words)


def passage_of(row: Row) -> Passage:
    """A row as the passage it is."""
    _, part, sort, label, on, agency, words = map(str, row)
    return Passage(part, Sort(sort), label, words, on, agency)


def _match(wanted: Wanted) -> str:
    """The question in the index's own language; its words are letters and digits and nothing else."""
    return " AND ".join(f'"{" ".join(clause.words)}"{" *" if clause.begun else ""}' for clause in wanted.clauses)


def _facts(row: Row) -> FoundFacts:
    case_id, reference, pseudonym, entity, id, part, sort, label, on, words = (str(cell or "") for cell in row)
    return FoundFacts(case_id, reference, pseudonym, Address(entity, id, part), Sort(sort), label, on, words)
