"""Passages pinned to the criteria, from the returns, the chronologies and the minutes; and taken off again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import PinId
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, Violation, refuse_if
from sscb_tui.domain.evidence import agency_of, of_line, of_return, row_passages, stands_in
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.template import people, questions
from sscb_tui.domain.terms import LineKind, MeetingState, Stage
from sscb_tui.services.grid import cell
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.terms import Fact
    from sscb_tui.services.sitting import Sitting

SIGNS = {"for": "+", "against": "-", "context": "·"}
_OPEN = (Stage.SCOPING_REQUESTED, Stage.RETURNS_COMPLETE, Stage.SCOPING_MEETING, Stage.RECOMMENDATION_DRAFT)
_ANSWER = re.compile(r"(?P<agency>[A-Z][A-Z0-9_-]+) (?P<question>F4\.\S+)")
_MINUTE = re.compile(r"minute (?P<number>\d+)")


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody holds against a criterion: where the passage stands, how it bears, and its words if it is cut."""

    fact: Fact
    ref: str
    """"POL F4.G4", "POL F4.D1 row 3", "minute 12", or the id of a row of the chronology."""
    bearing: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Pins:
    """Puts passages beside the criteria, before the meeting and during it, until the recommendation is submitted."""

    sitting: Sitting

    def of_case(self, case_id: str) -> tuple[Pin, ...]:
        """Every pin, oldest first; withdrawn ones too."""
        return self.sitting.room.file(case_id).pins

    def passage(self, case_id: str, ref: str) -> Evidence:
        """The passage under a reference such as "POL F4.G4", "POL F4.D1 row 3" or "minute 12"; NotFoundError."""
        found = self._passages(self.sitting.room.file(case_id), ref)
        if found is None:
            raise NotFoundError(f"There is no passage {ref!r}; give an agency and a question, or a minute's number.")
        return found

    def pin(self, actor: Actor, case_id: str, held: Held) -> Pin:
        """Hold a passage against a criterion, in the words it has now; cut short where `held.words` are fewer."""
        room = self.sitting.room
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "passage pinned") as now:
            file, fact = room.file(case_id), held.fact
            refuse_if(_still_open(file))
            whole = self.passage(case_id, held.ref)
            words = held.words.strip() or whole.quote
            _keeps_to(words, whole.quote)
            passage = whole.but(quote=words, bearing=held.bearing)
            refuse_if(_not_pinned_yet(file, fact, passage))
            meeting = None if file.meeting is None or file.meeting.adjourned else file.meeting
            made = Pin(
                id=PinId(room.new_id()),
                case_id=file.case.id,
                meeting_id=meeting.id if meeting else None,
                fact=fact,
                evidence=passage,
                agency=agency_of(passage),
                pinned_by=actor.name,
                pinned_at=now,
            )
            saved = room.record.pins.save(made)
            self._stamp(actor, file, saved, f"{_words(saved)}: “{passage.quote}”")
            return saved

    def withdraw(self, actor: Actor, pin_id: str, reason: str) -> Pin:
        """Take a pin off, saying why; it stays in the record and counts no longer."""
        worded(reason, "reason", "why the passage is taken off the criterion")
        room = self.sitting.room
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "pin withdrawn"):
            pin = room.record.pins.get(pin_id)
            file = room.file(pin.case_id)
            refuse_if((*_still_open(file), *_stands(pin)))
            self._stamp(actor, file, pin, f"withdrawn: {_words(pin)}. {reason}")
            return room.record.pins.save(pin.but(withdrawn=reason))

    def _stamp(self, actor: Actor, file: CaseFile, pin: Pin, words: str) -> None:
        """The minutes say so while the meeting is on."""
        if file.meeting is not None and file.meeting.state is MeetingState.IN_PROGRESS:
            self.sitting.minutes.stamp(actor, file.meeting, LineKind.PIN, words, pin.agency, refers=pin.id)

    def _passages(self, file: CaseFile, ref: str) -> Evidence | None:
        if number := _MINUTE.fullmatch(ref):
            return next((of_line(line) for line in file.lines if line.number == int(number["number"])), None)
        rows = row_passages(file)
        if row := rows.get(ref) or next((each for each in rows.values() if each.ref == ref), None):
            return row
        return self._answer(file, ref)

    def _answer(self, file: CaseFile, ref: str) -> Evidence | None:
        if (asked := _ANSWER.fullmatch(ref)) is None:
            return None
        request = next((each for each in file.requests if each.agency == asked["agency"]), None)
        question = next((each for each in questions(people(file.case)) if each.id == asked["question"]), None)
        if request is None or question is None:
            return None
        words = cell(request, question, self.sitting.room.today()).text
        return of_return(request.agency, question.id, words) if words.strip() else None


def _words(pin: Pin) -> str:
    return f"{pin.fact.label} {SIGNS[pin.evidence.bearing]} {pin.evidence.ref}"


def _keeps_to(words: str, whole: str) -> None:
    """A quotation may be cut, not altered."""
    if not stands_in(words, whole):
        what = "does not stand in the passage as it is written."
        raise InputError([Problem("the quotation", what, "its own words in their order, … for what is left out")])


def _still_open(file: CaseFile) -> tuple[Violation, ...]:
    """The evidence goes to the Chair as it stood; afterwards the Chair names their own."""
    if file.case.stage in _OPEN:
        return ()
    sentence = f"The evidence is settled; the case is at the stage {file.case.stage.label!r}."
    return (Violation("F6-pin", sentence, "scoping meeting (F6.14)"),)


def _not_pinned_yet(file: CaseFile, fact: Fact, passage: Evidence) -> tuple[Violation, ...]:
    """The same words do not speak twice for one criterion, nor for it and against it."""
    place = (passage.source, passage.ref, passage.quote)
    for pin in file.pins:
        if pin.stands and pin.fact is fact and (pin.evidence.source, pin.evidence.ref, pin.evidence.quote) == place:
            how = "as context" if pin.evidence.bearing == "context" else pin.evidence.bearing
            sentence = f"{pin.pinned_by} has pinned this passage there already, {how}; withdraw that pin first."
            return (Violation("F6-pin", sentence, "scoping meeting (F6.14)"),)
    return ()


def _stands(pin: Pin) -> tuple[Violation, ...]:
    return () if pin.stands else (Violation("F6-pin", f"This pin was withdrawn already: {pin.withdrawn}"),)
