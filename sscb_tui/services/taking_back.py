"""Takes back a person's last deed on the tracker: the rows stand as before it, and what was said stays, marked.

Nothing is taken out of the record: updates are marked, another says what was taken back, and the journal keeps every
version. Where somebody has touched a row since, or the deed made something that stays for ever, it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, Update
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError, Violation, refuse_if
from sscb_tui.domain.local_time import local
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.services.views import Undoable

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import HistoryEntry

TAKEN_BACK = "deed taken back"
KINDS = ("actions", "recommendations")
WORDS = {
    "action updated": "update",
    "actions updated": "update",
    "evidence recorded": "evidence",
    "action verified": "verification",
    "action embedded": "finding of embedded practice",
    "action closed": "closing",
    "impact recorded": "test",
    "action withdrawn": "withdrawal",
    "action superseded": "superseding",
    "date moved": "change of date",
    "dates moved": "change of date",
    "action transferred": "transfer",
    "gaps filled": "filling in",
    "outcome stated": "outcome",
    "action linked": "linking",
    "action unlinked": "unlinking",
    "colour set": "colour",
    "publishable words written": "words for publication",
    "recommendation amended": "amendment",
    "recommendation answered": "answer",
    "recommendation reiterates": "link to an earlier recommendation",
}
"""What each deed is called when it is offered to be taken back; any other is called a change."""
_MANY = frozenset({"actions updated", "dates moved"})
_APPROVED = frozenset({"action verified", "action embedded", "action closed"})
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Touched:
    """One record as a deed left it, as it stood before, and what was last done to it since."""

    entry: HistoryEntry
    after: Mapping[str, object]
    before: Mapping[str, object] | None
    later: HistoryEntry | None


def undoable(room: Room, actor: Actor) -> Undoable | None:
    """What this person's last deed was, in words; None where there was none, or it was taken back."""
    entries = _deed(room, actor)
    if not entries or entries[-1].move == TAKEN_BACK:
        return None
    touched = _touched(room, entries)
    actions = [Action.model_validate(each.after) for each in touched if each.entry.entity == "actions"]
    numbers = tuple(sorted(each.number for each in actions))
    sentence = _sentence(room, entries[-1], actions, _note(touched[-1]))
    return Undoable(sentence, numbers, tuple(_bars(room, entries, touched)))


def undo(room: Room, actor: Actor) -> str:
    """Take it back in one transaction; a refusal says why not."""
    last = undoable(room, actor)
    if last is None:
        raise NotFoundError("You have done nothing on the tracker that could be taken back.")
    move = _deed(room, actor)[-1].move
    with room.deed(actor, Deed.APPROVE if move in _APPROVED else Deed.UPDATE, Thing.TRACKER, TAKEN_BACK) as now:
        entries = _deed(room, actor)
        touched = _touched(room, entries)
        source = "the tracker keeps what others built on"
        refuse_if([Violation("UNDO", bar, source) for bar in _bars(room, entries, touched)])
        for each in touched:
            _restore(room, actor, each, f"Taken back: {last.sentence}.", now)
    return last.sentence


def _deed(room: Room, actor: Actor) -> tuple[HistoryEntry, ...]:
    """The entries of this person's last transaction on the tracker, oldest first."""
    entries = room.record.journal.latest(actor, KINDS)
    if not entries or entries[-1].move in _MANY or entries[-1].move not in WORDS:
        return tuple(entries)
    return (entries[-1],)


def _touched(room: Room, entries: Sequence[HistoryEntry]) -> tuple[_Touched, ...]:
    return tuple(_touch(room, each) for each in entries if each.entity in KINDS)


def _touch(room: Room, entry: HistoryEntry) -> _Touched:
    journal, key = room.record.journal, (entry.entity, entry.record_id)
    after, before = journal.state(*key, entry.version), journal.state(*key, entry.version - 1)
    touched = journal.state(*key, entry.version + 1) is not None
    return _Touched(entry, after or {}, before, journal.of(*key)[-1] if touched else None)


def _bars(room: Room, entries: Sequence[HistoryEntry], touched: Sequence[_Touched]) -> Iterator[str]:
    if any(each.entity not in KINDS for each in entries):
        yield "It was done together with something else (the minutes, a decision); change it there."
        return
    for each in touched:
        name = _name(room, each.entry)
        if each.before is None:
            yield f"{name} was put on the tracker then and stays; withdraw it, or supersede it."
        elif each.later is not None:
            yield f"{name} was touched since, by {each.later.actor} ({each.later.move}); say anew how it stands."
        elif _first_date(room, each):
            yield f"The first date of {name} stands for ever; move it, with a reason."


def _first_date(room: Room, touched: _Touched) -> bool:
    if touched.entry.entity != "actions" or touched.before is None:
        return False
    before = Action.model_validate(touched.before)
    return before.first_due != room.record.actions.get(touched.entry.record_id).first_due


def _name(room: Room, entry: HistoryEntry) -> str:
    if entry.entity == "actions":
        return f"A-{room.record.actions.get(entry.record_id).number}"
    return f"R-{room.record.recommendations.get(entry.record_id).number}"


def _restore(room: Room, actor: Actor, touched: _Touched, note: str, now: datetime) -> None:
    if touched.before is None:
        return
    if touched.entry.entity == "recommendations":
        record = room.record.recommendations
        held = record.get(touched.entry.record_id)
        record.save(Recommendation.model_validate({**touched.before, "version": held.version}))
        return
    held_action = room.record.actions.get(touched.entry.record_id)
    before = Action.model_validate({**touched.before, "version": held_action.version})
    said = len(before.updates)
    marked = tuple(each.but(taken_back=True) for each in held_action.updates[said:])
    word = Update(at=now, by=actor.name, note=note, state=before.state, post=actor.role.label, takes_back=True)
    room.record.actions.save(before.but(updates=(*held_action.updates[:said], *marked, word)))


def _sentence(room: Room, last: HistoryEntry, actions: Sequence[Action], note: str) -> str:
    what = WORDS.get(last.move, f"change ({last.move})")
    detail = _detail(room, actions, note)
    return f"your {what} of {_which(room, last, actions)} {_when(room, last.at)}{detail}"


def _which(room: Room, last: HistoryEntry, actions: Sequence[Action]) -> str:
    if len(actions) == 1 or not actions:
        return _name(room, last) if last.entity in KINDS else "the tracker"
    return f"{len(actions)} actions"


def _when(room: Room, at: datetime) -> str:
    moment = local(at)
    day = "" if moment.date() == room.today() else f"on {shown(moment.date())} "
    return f"{day}at {moment:%H:%M}"


def _detail(room: Room, actions: Sequence[Action], note: str) -> str:
    """Whose rows, and the words: enough to know it again."""
    agencies = {each.agency for each in actions}
    rows = f"{_agency(room, agencies.pop())} rows" if len(actions) > 1 and len(agencies) == 1 else ""
    said = f"'{note}'" if note else ""
    words = ": ".join(part for part in (rows, said) if part)
    return f" ({words})" if words else ""


def _agency(room: Room, code: str) -> str:
    found = room.settings().agency(code) if code else None
    return found.brief if found else code or "unassigned"


def _note(touched: _Touched) -> str:
    """What was written with it, on one line: the last of whatever list grew, or the words of a field."""
    if touched.entry.entity != "actions" or touched.before is None:
        return ""
    was, now = Action.model_validate(touched.before), Action.model_validate(touched.after)
    said = [
        *(each.note for each in now.updates[len(was.updates) :]),
        *(each.note for each in now.evidence[len(was.evidence) :]),
        *(each.claim for each in now.impacts[len(was.impacts) :]),
        *(each.reason for each in now.transfers[len(was.transfers) :]),
        *(each.reason for each in now.moves[len(was.moves) :]),
        *(() if now.override is None or now.override == was.override else (now.override.reason,)),
        *(() if now.outcome == was.outcome else (now.outcome,)),
    ]
    text = " ".join(said[0].split()) if said else ""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
