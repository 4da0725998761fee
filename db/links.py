"""The links of the record: an index derived from what records say of one another, in which no end is missing."""

# ruff: noqa: S608  (names of columns are constants of this module, never input)

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from db.located import held, located
from sscb_tui.domain.errors import RuleError, Violation
from sscb_tui.domain.text import shown_line
from sscb_tui.domain.thread import Address, Link, Named, Refers, Why
from sscb_tui.services.ports import Fault

if TYPE_CHECKING:
    from db.session import Row, Session

_BODIES = """SELECT id, (SELECT case_id FROM journal WHERE entity = ? AND id = held.id ORDER BY seq DESC LIMIT 1),
    version, body FROM {} AS held ORDER BY rowid"""
_COLUMNS = "from_entity, from_id, from_part, to_entity, to_id, to_part, why"
_SHOWN = 60
SOURCE = "the golden thread"


Cells = tuple[str, ...]
"""A row of the table: its case, then its columns."""


class Linking(Protocol):
    """A kind of record that may refer to others."""

    @property
    def table(self) -> str:
        """Its table."""

    def saying(self, version: int, body: str) -> tuple[str, tuple[Refers, ...]]:
        """What people call a stored record, and what it says of others."""


class LinkTable:
    """Rewritten for a record whenever it is saved, in the same transaction."""

    def __init__(self, session: Session) -> None:
        """Rows join the session's open transaction."""
        self._session = session

    def of_case(self, case_id: str) -> Sequence[Link]:
        """Every link made by a record of the case."""
        found = self._session.rows(f"SELECT {_COLUMNS} FROM links WHERE case_id = ? ORDER BY rowid", (case_id,))
        return tuple(map(link, found))

    def find(self, ref: Address | Named) -> Address | None:
        """Where a thing stands that somebody named, if it is held."""
        found = located(self._session, ref, None)
        return found if found is not None and held(self._session, found) else None

    def rewrite(self, source: Address, case_id: str | None, refers: Sequence[Refers]) -> None:
        """The record's links as it now says them."""
        before, now = self._made_by(source), links(self._session, source, refers)
        if before == now or case_id is None:
            return
        self._session.write("DELETE FROM links WHERE from_entity = ? AND from_id = ?", (source.kind, source.id))
        for each in now:
            row = (case_id, *cells(each))
            self._session.write(f"INSERT INTO links (case_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def refuse_loose(self, source: Address, refers: Iterable[Refers], before: Callable[[], Iterable[Refers]]) -> None:
        """RuleError for every reference to something not held, but for those the record made before."""
        loose = [each for each in refers if self._end(source, each) is None]
        if loose and (new := set(loose) - set(before())):
            raise RuleError(Violation("THREAD", sentence(each), SOURCE) for each in dict.fromkeys(loose) if each in new)

    def _end(self, source: Address, refers: Refers) -> Address | None:
        if isinstance(refers.to, Address) and (refers.to.kind, refers.to.id) == (source.kind, source.id):
            return refers.to  # of its own parts a record itself knows best, before it is saved as well
        found = located(self._session, refers.to, source)
        return found if found is not None and held(self._session, found) else None

    def _made_by(self, source: Address) -> tuple[Link, ...]:
        made = f"SELECT {_COLUMNS} FROM links WHERE from_entity = ? AND from_id = ? ORDER BY rowid"
        return tuple(map(link, self._session.rows(made, (source.kind, source.id))))


def compare(session: Session, kinds: Iterable[Linking]) -> Iterator[Fault]:
    """Each record's links against what the record says now, then links no record makes."""
    made = {source: tuple(group) for source, group in _grouped(session)}
    for source, case_id, title, refers in _said(session, kinds):
        said = [(case_id or "", each) for each in links(session, source, refers)]
        yield from _differences(session, f"Table links, {title}", made.pop(source, ()), said)
    for source in made:
        yield Fault(f"Table links, record {source.id}", f"no {source.kind} there makes these links")


def index(session: Session, kinds: Iterable[Linking]) -> None:
    """Make the links of every record held; what older records cite that nobody holds has none."""
    table = LinkTable(session)
    for source, case_id, _, refers in _said(session, kinds):
        table.rewrite(source, case_id, refers)


def bodies(session: Session, table: str) -> Sequence[Row]:
    """Every record of one kind: its id, its case, its version and its body."""
    return session.rows(_BODIES.format(table), (table,))


def _said(session: Session, kinds: Iterable[Linking]) -> Iterator[tuple[Address, str | None, str, tuple[Refers, ...]]]:
    """Every record that refers to others: where it is, of which case, what it is called, what it says."""
    for kind in kinds:
        for id, case_id, version, body in bodies(session, kind.table):
            title, refers = kind.saying(int(version or 0), str(body))
            yield Address(kind.table, str(id)), None if case_id is None else str(case_id), title, refers


def _grouped(session: Session) -> Iterator[tuple[Address, Iterator[Cells]]]:
    every = session.rows(f"SELECT case_id, {_COLUMNS} FROM links ORDER BY from_entity, from_id, rowid")
    cells_ = (tuple(map(str, row)) for row in every)
    return groupby(cells_, key=lambda row: Address(row[1], row[2]))


def _differences(
    session: Session, where: str, found: Sequence[Cells], said: Sequence[tuple[str, Link]]
) -> Iterator[Fault]:
    """Row by row, as text: a row altered behind the record's back may not even be a link any more."""
    right = [(case_id, *cells(each)) for case_id, each in said]
    for row, (_, each) in zip(right, said, strict=True):
        if row not in found and not _came_later(session, each):
            yield Fault(where, f"lacks a link that it makes ({_described(row)})")
    for row in (Counter(found) - Counter(right)).elements():
        yield Fault(where, f"holds a link that it does not make ({_described(row)})")


def _came_later(session: Session, of: Link) -> bool:
    """Whether the end was saved only after the record that cites it, as in records from before links were kept."""
    saved = "SELECT {}(seq) FROM journal WHERE entity = ? AND id = ?"
    end = session.row(saved.format("min"), (of.target.kind, of.target.id))
    cited = session.row(saved.format("max"), (of.source.kind, of.source.id))
    return bool(end and cited and int(end[0] or 0) > int(cited[0] or 0))


def _described(row: Cells) -> str:
    _, _, _, part, kind, id, of, why = row
    return " ".join(filter(None, (part, why, kind, id, of)))


def links(session: Session, source: Address, refers: Iterable[Refers]) -> tuple[Link, ...]:
    """What a record's references lead to, each once, in the order it makes them."""
    return tuple(dict.fromkeys(_linked(session, source, refers)))


def _linked(session: Session, source: Address, refers: Iterable[Refers]) -> Iterator[Link]:
    for each in refers:
        if (target := located(session, each.to, source)) is not None:
            yield Link(Address(source.kind, source.id, each.part), target, each.why)


def link(row: Row) -> Link:
    """A row of the table as the link it is."""
    *ends, why = map(str, row)
    return Link(Address(*ends[:3]), Address(*ends[3:]), Why(why))


def cells(of: Link) -> tuple[str, ...]:
    """A link as its row."""
    source, target = of.source, of.target
    return (source.kind, source.id, source.part, target.kind, target.id, target.part, of.why.value)


def sentence(refers: Refers) -> str:
    """Why a reference cannot stand, and what one looks like."""
    if not isinstance(refers.to, Named) or refers.to.way == "record":
        return "The entry speaks of something that is not held in this record."
    ref = shown_line(refers.to.ref[:_SHOWN]) + ("…" if len(refers.to.ref) > _SHOWN else "")
    if not ref:
        return f"A passage ({refers.to.way}) does not say where it stands; {_HOW.get(refers.to.way, 'name the place')}."
    return f"“{ref}” is not held in this case ({refers.to.way}); {_HOW.get(refers.to.way, 'name one that is')}."


_HOW = {
    "return": "give the code of an agency that has answered and a question, such as POL F4.G4",
    "chronology": "give the agency, the document and a row that is there, such as POL F4.D1 row 3",
    "minutes": "give a line or an item that is there, such as minute 12 or item 8",
    "decision": "the Chair has not decided yet",
    "review": "none has been commissioned yet",
    "finding": "give a finding of the review in hand, such as F-1",
    "proceeding": "give an entry of the register of proceedings, such as P-1",
}
