"""An imported row that speaks of an action held here: what it adds is written, and where it differs ours stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, DateMove, Update
from sscb_tui.domain.days import shown as day_shown
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.rules.progress import may_become
from sscb_tui.domain.rules.rag import progress_of, rag
from sscb_tui.domain.terms import ActionState
from sscb_tui.domain.trackers.colours import Colour
from sscb_tui.domain.trackers.columns import Column
from sscb_tui.domain.trackers.given import Given
from sscb_tui.domain.trackers.notes import kept_words, unsaid
from sscb_tui.domain.trackers.words import BY_AN_OWNER, bodies, state_of
from sscb_tui.domain.trackers.written import alike, written
from sscb_tui.services.views.imports import ImportedRow, Verdict

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.imports import ImportTerms
    from sscb_tui.services.room import Room

POST = "from an imported tracker"
"""In which capacity an imported word is spoken."""
_FILLED = {Column.OUTCOME: "outcome", Column.MEASURE: "measure", Column.OWNER: "owner"}
"""What a row may say for the first time; once it is said here, another word for it is only reported."""
_COMPARED = (*_FILLED, Column.ACTION, Column.CONTRIBUTING, Column.AGREED, Column.START, Column.FIRST_DUE)


@dataclass(slots=True)
class Held:
    """One action held, and what one row has to say of it."""

    room: Room
    actor: Actor
    terms: ImportTerms
    board: BoardSettings
    case: Case
    above: Recommendation | None
    action: Action
    changes: dict[str, object] = field(default_factory=dict)
    says: list[str] = field(default_factory=list)

    def told(self, row: Given, remarks: list[str], replace: Callable[[Action, Action], None]) -> ImportedRow:
        """Write what is new, and report what differs."""
        row, mine = self._other_words(row)
        self._agency(row)
        self._fields(row, mine)
        self._due(row)
        self._colour(row)
        self._words(row, mine)
        verdict = Verdict.SAME
        if self.changes:
            verdict = Verdict.CHANGED
            replace(self.action, self.room.record.actions.save(self.action.but(**self.changes)))
        differs = remarks if self.says or self.changes else []
        return ImportedRow(row.number, verdict, f"A-{self.action.number}", (*differs, *self.says))

    def _other_words(self, row: Given) -> tuple[Given, dict[Column, str]]:
        """The row without what is ours word for word, as it comes back from our own table."""
        colour = rag(progress_of(self.action), self.room.today())
        mine = written(self.case.reference, self.above, self.action, colour)
        words = {column: said for column, said in row.words.items() if not alike(said, mine.get(column, ""))}
        days = {column: when for column, when in row.days.items() if not alike(when.words, mine.get(column, ""))}
        theirs = Colour() if alike(row.colour.said or row.colour.name, mine[Column.RAG]) else row.colour
        return Given(row.number, words, days, theirs, row.notes), mine

    def _agency(self, row: Given) -> None:
        said, known = row.said(Column.AGENCY), self.board.agencies
        found = bodies(said, known)
        if not said or found.lead == self.action.agency != "":
            return
        if self.action.agency:
            self._differs("agency", self.action.agency, said)
        elif found.lead:
            self.changes["agency"] = found.lead
            self.says.append(f"agency now: {found.lead}")

    def _fields(self, row: Given, mine: dict[Column, str]) -> None:
        for column in _COMPARED:
            said = row.said(column) or row.when(column).words
            if not said:
                continue
            name = _FILLED.get(column)
            if name and not mine[column].strip():
                self.changes[name] = said
                self.says.append(f"{column.label} now: {said}")
            elif not _same_day(row, column, mine[column]):
                self._differs(column.label, mine[column] or "not said", said)

    def _differs(self, what: str, ours: str, theirs: str) -> None:
        self.says.append(f"{what} here {ours!r}, in the file {theirs!r}: ours stays")

    def _due(self, row: Given) -> None:
        """A first date is filled in; another date is a move, and a move has a reason and somebody who approved it."""
        now, was = row.when(Column.DUE).day, self.action.due
        if now is None or now == was:
            return
        if was is None:
            self.changes["due"] = now
            self.says.append(f"due now: {day_shown(now)}")
            return
        if not (self.terms.reason.strip() and self.terms.approved_by.strip()):
            what = f"A-{self.action.number} is due {day_shown(was)} here, {day_shown(now)} in the file: a date moved."
            allowed = "a reason and who approved it, the date held here, or the row left out"
            raise InputError([Problem("due", what, allowed)])
        by, reason = self.terms.approved_by, self.terms.reason
        move = DateMove(was=was, now=now, reason=reason, approved_by=by, at=self.room.now(), by=self.actor.name)
        self.changes |= {"due": now, "moves": (*self.action.moves, move)}
        self.says.append(f"moved from {day_shown(was)} to {day_shown(now)}: {reason}")

    def _colour(self, row: Given) -> None:
        ours = rag(progress_of(self.action), self.room.today())
        if row.colour.differs(ours):
            self.says.append(f"their colour is {row.colour.name}, ours is {ours.label}")

    def _words(self, row: Given, mine: dict[Column, str]) -> None:
        """What nobody has said here yet becomes a dated update; a status without a word is only reported."""
        lines = [line for line in kept_words(row, self.board.agencies) if not line.startswith("Their colour:")]
        fresh = unsaid(lines, (*mine.values(), *(update.note for update in self.action.updates)))
        state = self._state(row, told=bool(fresh))
        if fresh:
            update = Update(at=self.room.now(), by=self.actor.name, note=fresh, state=state, post=POST)
            self.changes |= {"updates": (*self.action.updates, update), "state": state}
            self.says.append("a new word of progress")

    def _state(self, row: Given, *, told: bool) -> ActionState:
        theirs, ours = state_of(row.said(Column.STATE)), self.action.state
        if theirs is None or theirs is ours:
            return ours
        allowed = ours in BY_AN_OWNER and not may_become(self.action, theirs, self.actor)
        if told and allowed:
            self.says.append(f"{ours.label} → {theirs.label}")
            return theirs
        self._differs("state", ours.label, row.said(Column.STATE))
        return ours


def _same_day(row: Given, column: Column, ours: str) -> bool:
    day = row.when(column).day
    return day is not None and day_shown(day) == ours
