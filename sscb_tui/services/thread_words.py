"""What a thing of the record is called in the thread, and what it says: whole, in the words on record, no id."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.answers import said
from sscb_tui.domain.days import shown
from sscb_tui.domain.local_time import local, local_day
from sscb_tui.domain.terms import Fact
from sscb_tui.domain.thread import Address
from sscb_tui.services.thread_words_after import AFTER_DECISION, Words, held
from sscb_tui.services.views import ThreadThing

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.chronology import ChronologyRow
    from sscb_tui.domain.decision import LimbFinding
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Calling:
    """Calls the things of one case by their names; `record` is asked for what an earlier meeting left behind."""

    file: CaseFile
    board: BoardSettings
    record: UnitOfWork
    quotes: dict[Address, str]
    """The words relied on, by the passage they stand in; they may be fewer than stand there."""

    def thing(self, at: Address) -> ThreadThing:
        """The thing under an address; a kind nobody has taught this module is called by its record's kind."""
        return ThreadThing(at, *self._words(at))

    def _words(self, at: Address) -> Words:
        if (call := _CALLED.get(at.kind)) is not None:
            return call(self, at)
        after = AFTER_DECISION.get(at.kind)
        return after(self.file, at) if after else (at.kind.replace("_", " "), "")


def _return(case: Calling, at: Address) -> Words:
    request = held(case.file.requests, at.id)
    name = case.board.brief(request.agency)
    if not at.part:
        when = f", completed {shown(request.returned.completed_on)}" if request.returned else ""
        return f"The return of {name}{when}", ""
    question, _, place = at.part.partition(" row ")
    rows = request.returned.chronology if request.returned else ()
    if place and int(place) <= len(rows):
        return _row(name, rows[int(place) - 1])
    text = said(request.returned, question) if request.returned and not place else ""
    return f"{name} {at.part.removeprefix('F4.')}", case.quotes.get(at) or text or "no longer in the return"


def _row(name: str, row: ChronologyRow) -> Words:
    return f"{name}, {row.on.text or 'undated'}", row.event


def _file_row(case: Calling, at: Address) -> Words:
    file = held(case.file.chronology_files, at.id)
    filed = file.rows[int(at.part.rpartition(" ")[2]) - 1]
    return _row(case.board.brief(filed.agency), filed.row)


def _line(case: Calling, at: Address) -> Words:
    line = case.record.lines.get(at.id)
    return f"Minute {line.number}, {local(line.at):%H:%M}{', struck' if line.struck else ''}", line.text


def _meeting(case: Calling, at: Address) -> Words:
    meeting = case.record.meetings.get(at.id)
    what, _, which = at.part.partition(" ")
    if what == "item":
        item = next((each for each in meeting.agenda if each.number == int(which)), None)
        return f"Item {which} of the agenda", item.title if item else ""
    if what == "finding":
        return _found(next((each for each in meeting.findings if each.fact == which), None))
    if what == "view":
        return _view(case, meeting, which)
    when = meeting.started_at
    return f"The scoping meeting{f', {shown(local_day(when))}' if when else ''}", ""


def _found(finding: LimbFinding | None) -> Words:
    if finding is None:
        return "The meeting's finding", "taken back"
    return "The meeting found", f"{finding.fact.values(finding.value).label}: {finding.reason}"


def _view(case: Calling, meeting: Meeting, agency: str) -> Words:
    view = next((each for each in meeting.views if each.agency == agency), None)
    outcome = view.outcome.label if view and view.outcome else "no view"
    return f"The view of {case.board.brief(agency)}", f"{outcome}: {view.reason}" if view else ""


def _of_case(case: Calling, at: Address) -> Words:
    if at.part in {fact.value for fact in Fact}:
        return Fact(at.part).label, ""
    held = case.file.case
    if at.part == "discussion" and held.discussion is not None:
        return f"The initial discussion, {shown(local_day(held.discussion.held_at))}", held.discussion.facts_relied_on
    if at.part == "referral":
        return f"The referral, {shown(held.notified_on)}", held.referral.what_happened
    return f"{held.pseudonym}, {held.reference}", ""


def _pin(case: Calling, at: Address) -> Words:
    pin = held(case.file.pins, at.id)
    off = f" (taken off: {pin.withdrawn})" if pin.withdrawn else ""
    return f"Pinned to {pin.fact.label}", f"{pin.evidence.quote}{off}"


def _settlement(case: Calling, at: Address) -> Words:
    answer = held(case.file.settlements, at.id)
    if answer.settled.strip():
        return "A difference settled", f"{answer.what}: {answer.settled}"
    return "A difference being checked", f"{answer.what}: {answer.owner} by {shown(answer.due) if answer.due else '?'}"


def _advice(case: Calling, at: Address) -> Words:
    advice = case.record.advice.get(at.id)
    return f"Recommendation to the Chair, {shown(local_day(advice.submitted.at))}", advice.recommended.label


def _decision(case: Calling, at: Address) -> Words:
    decision = held(case.file.decisions, at.id)
    standing = case.file.decision is decision
    when = shown(local_day(decision.signature.at))
    return f"Decision, {when}{'' if standing else ', superseded'}", decision.outcome.label


def _duty(case: Calling, at: Address) -> Words:
    duty = held(case.file.duties, at.id)
    done = f"done {shown(local_day(duty.done_at))}" if duty.done_at else f"due {shown(duty.due)}"
    return duty.clock, f"{duty.what} · {'not needed' if duty.not_needed else done}"


def _recommendation(case: Calling, at: Address) -> Words:
    found = held(case.file.recommendations, at.id)
    return f"R-{found.number}", found.text


def _action(case: Calling, at: Address) -> Words:
    action = held(case.file.actions, at.id)
    what, _, number = at.part.partition(" ")
    if what == "evidence":
        shows = action.evidence[int(number) - 1]
        return f"Evidence, {shown(shows.on)}, rung {shows.rung}", f"{shows.kind}: {shows.note}"
    if what == "update":
        update = action.updates[int(number) - 1]
        called = "Taken back" if update.taken_back or update.takes_back else update.state.label.capitalize()
        return f"{called}, {shown(local_day(update.at))}", update.note
    name = f"A-{action.number} {case.board.brief(action.agency)}"
    return f"{name}{', early' if action.early else ''}, {action.state.label}", action.action


_CALLED: dict[str, Callable[[Calling, Address], Words]] = {
    "requests": _return,
    "chronologies": _file_row,
    "lines": _line,
    "meetings": _meeting,
    "cases": _of_case,
    "pins": _pin,
    "settlements": _settlement,
    "advice": _advice,
    "decisions": _decision,
    "duties": _duty,
    "recommendations": _recommendation,
    "actions": _action,
}
"""How each kind is called; a new kind of record adds itself here."""
