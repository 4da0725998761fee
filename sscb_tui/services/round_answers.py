"""An agency's answers on the tracker: each a dated word of its own, and never more than an owner may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, ActionEvidence, Update
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.progress_round import SAYABLE, Asked, EvidenceGiven, ProgressAnswer, ProgressReturn, ProgressRound
from sscb_tui.domain.rules.progress import NEXT
from sscb_tui.domain.terms import ActionState
from sscb_tui.services.views.rounds import TakenRow

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

_BEGINS = (ActionState.PROPOSED, ActionState.REOPENED)
"""States an agency finds its action in and may begin from."""


def answered(room: Room, actor: Actor, asked: ProgressRound, given: ProgressReturn) -> tuple[TakenRow, ...]:
    """Put every answer on record, and say what came of it; inside a deed."""
    known = ", ".join(f"A-{each.number}" for each in asked.asked)
    strange = [each.number for each in given.answers if asked.was(each.number) is None]
    if strange:
        raise InputError([Problem(f"A-{each}", f"was not asked of {asked.agency}.", known) for each in strange])
    before = {each.number: each for each in asked.returned.answers} if asked.returned else {}
    return tuple(
        TakenRow(each.number, ("said already in this round",))
        if before.get(each.number) == each
        else _taken(room, asked, each, given.post, was)
        for each in given.answers
        if (was := asked.was(each.number)) is not None
    )


def _taken(room: Room, asked: ProgressRound, answer: ProgressAnswer, post: str, was: Asked) -> TakenRow:
    action = room.record.actions.get(was.action_id)
    state, says = _state(action, answer, was)
    update = Update(at=room.now(), by=f"{asked.agency}'s return", note=_note(answer), state=state, post=post)
    changes: dict[str, object] = {"state": state, "updates": (*action.updates, update)}
    if answer.evidence is not None:
        changes["evidence"] = (*action.evidence, _evidence(answer.evidence, asked.agency))
        says.append(f"evidence on record, rung {answer.evidence.rung}")
    if answer.proposed is not None:
        says.append(f"asks for {shown(answer.proposed)}; the date stands until it is moved")
    room.record.actions.save(action.but(**changes))
    return TakenRow(action.number, tuple(says))


def _state(action: Action, answer: ProgressAnswer, was: Asked) -> tuple[ActionState, list[str]]:
    """The state the answer leaves; where the action moved on since it was asked about, its words are kept alone."""
    says = [] if action.version == was.version else [f"the action moved on since it was asked about: {_now(action)}"]
    wanted = answer.state
    if wanted is None or wanted is action.state:
        return action.state, [*says, f"a word on it, {action.state.label}"]
    if action.state is was.state and action.state in (*SAYABLE, *_BEGINS) and _leads(action.state, wanted):
        return wanted, [*says, f"{action.state.label} → {wanted.label}"]
    return action.state, [*says, f"says {wanted.label}; it stays {action.state.label}, and the words are kept"]


def _leads(here: ActionState, wanted: ActionState) -> bool:
    """Whether an owner can get there, under way in between if need be: what was blocked in spring is done by autumn."""
    under_way = ActionState.IN_PROGRESS
    return wanted in NEXT[here] or (under_way in NEXT[here] and wanted in NEXT[under_way])


def _now(action: Action) -> str:
    last = action.spoken[-1] if action.spoken else None
    return f"{action.state.label}, last word {shown(local_day(last.at))}" if last else action.state.label


def _note(answer: ProgressAnswer) -> str:
    """Its words, with the date it asks for: what was proposed stands beside what was said."""
    if answer.proposed is None:
        return answer.note
    return f"{answer.note}\nAsks for {shown(answer.proposed)} instead: {answer.reason}"


def _evidence(given: EvidenceGiven, agency: str) -> ActionEvidence:
    return ActionEvidence.model_validate(given.said() | {"by": f"{agency}'s return"})
