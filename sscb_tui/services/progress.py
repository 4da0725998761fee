"""How an action gets on: said, evidenced, verified by a second person, tested, embedded, closed, or given up (6.3)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Impact
from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.amending import may_supersede, not_for_owners, own_rows_only
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE, RETESTED, already, may_become, may_test
from sscb_tui.domain.terms import ActionState, Shown
from sscb_tui.services import taking_back
from sscb_tui.services.inputs import worded
from sscb_tui.services.reviewing import not_ahead
from sscb_tui.services.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.action import Action, ActionEvidence, ImpactForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import Undoable

_S = ActionState


@dataclass(frozen=True, slots=True)
class Progress:
    """Moves actions along; every word stays, and what was said in error is taken back, never taken out."""

    room: Room

    def update(self, actor: Actor, action_id: str, state: ActionState | None, note: str) -> Action:
        """Add a progress note and, with a state, move it on; the owner reaches "done, not verified" and no further."""
        move = "action verified" if state is _S.VERIFIED else "action updated"
        (done,) = self._update(actor, (action_id,), state, note, move)
        return done

    def update_all(
        self, actor: Actor, action_ids: Sequence[str], state: ActionState | None, note: str
    ) -> tuple[Action, ...]:
        """One note for many actions, all or none; every refusal is told under its number."""
        return self._update(actor, action_ids, state, note, "actions updated")

    def _update(
        self, actor: Actor, action_ids: Sequence[str], state: ActionState | None, note: str, move: str
    ) -> tuple[Action, ...]:
        worded(note, "note", "what was done or what stands in the way")
        ids = tuple(dict.fromkeys(action_ids))
        if not ids:
            raise InputError([Problem("actions", "none was named.", "at least one number on the tracker")])
        steps = Steps(self.room, actor)
        with self._deed(steps, ids, state, move) as now:
            actions = [self.room.record.actions.get(each) for each in ids]
            refuse_if([bar for each in actions for bar in steps.refusals(each, state or each.state)])
            save = self.room.record.actions.save
            return tuple(save(steps.taken(each, state or each.state, now, note)) for each in actions)

    @contextmanager
    def _deed(self, steps: Steps, ids: Sequence[str], state: ActionState | None, move: str) -> Iterator[datetime]:
        """What only somebody else may say is an approval, and that it is their own is said before their role is."""
        deed = Deed.UPDATE
        if state in BY_SOMEBODY_ELSE:
            judged = [each for each in map(self.room.record.actions.get, ids) if each.state is not state]
            refuse_if([bar for each in judged for bar in steps.own_work(each)])
            deed = Deed.APPROVE if judged else Deed.UPDATE
        with self.room.deed(steps.actor, deed, Thing.TRACKER, move) as now:
            yield now

    def evidence(self, actor: Actor, action_id: str, evidence: ActionEvidence) -> Action:
        """Put evidence on record with its rung on the ladder (RA.16)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "evidence recorded") as now:
            action = self.room.record.actions.get(action_id)
            not_ahead(evidence.on, now.date(), "on")
            refuse_if(own_rows_only(action, actor))
            return self.room.record.actions.save(action.but(evidence=(*action.evidence, evidence)))

    def verify(self, actor: Actor, action_id: str, note: str) -> Action:
        """A second person confirms that it was done, from more than somebody's word (RA.16, RA.17)."""
        worded(note, "note", "how it was verified")
        return self._judge(actor, action_id, _S.VERIFIED, note, "action verified")

    def embed(self, actor: Actor, action_id: str, note: str) -> Action:
        """Practice changed and a test found that it held (RA.18)."""
        worded(note, "note", "what shows that practice changed")
        return self._judge(actor, action_id, _S.EMBEDDED, note, "action embedded")

    def close(self, actor: Actor, action_id: str, note: str, minute: str = "") -> Action:
        """With its impact on record, or by a Board minute that says why none can be shown (RA.18)."""
        worded(note, "note", "what difference it made, or why that cannot be shown")
        return self._judge(actor, action_id, _S.CLOSED, note, "action closed", minute)

    def _judge(
        self, actor: Actor, action_id: str, state: ActionState, note: str, move: str, minute: str = ""
    ) -> Action:
        steps = Steps(self.room, actor, minute)
        refuse_if(steps.own_work(self.room.record.actions.get(action_id)))
        with self.room.deed(actor, Deed.APPROVE, Thing.TRACKER, move) as now:
            action = self.room.record.actions.get(action_id)
            refuse_if(already(action, state) or steps.refusals(action, state))
            return self.room.record.actions.save(steps.taken(action, state, now, note))

    def impact(self, actor: Actor, action_id: str, form: ImpactForm) -> Action:
        """What a test found; where a verified change did not hold, the action is taken up again at once (RA.18)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "impact recorded") as now:
            action = self.room.record.actions.get(action_id)
            _dated(form, now.date())
            number = f"A-{action.number}"
            refuse_if((*not_for_owners(number, actor, "test"), *may_test(action, actor)))
            impact = Impact.model_validate(form.said() | {"at": now, "by": actor.name})
            tested = action.but(impacts=(*action.impacts, impact))
            if form.shown is Shown.NOT_SHOWN and action.state in RETESTED:
                refuse_if(may_become(action, _S.REOPENED, actor))
                note = f"Tested: the change did not hold. {form.claim}"
                tested = Steps(self.room, actor).taken(tested, _S.REOPENED, now, note)
            return self.room.record.actions.save(tested)

    def withdraw(self, actor: Actor, action_id: str, reason: str, minute: str) -> Action:
        """The Board gives it up, by its minute (RA.13)."""
        worded(reason, "reason", "why nobody has to do it any more")
        worded(minute, "minute", "the Board minute that withdraws it")
        return self._give_up(actor, action_id, _S.WITHDRAWN, reason, "action withdrawn", minute)

    def _give_up(
        self, actor: Actor, action_id: str, state: ActionState, reason: str, move: str, minute: str = ""
    ) -> Action:
        steps = Steps(self.room, actor, minute)
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, move) as now:
            action = self.room.record.actions.get(action_id)
            bars = not_for_owners(f"A-{action.number}", actor, "give up")
            refuse_if((*bars, *already(action, state), *steps.refusals(action, state)))
            return self.room.record.actions.save(steps.taken(action, state, now, reason))

    def supersede(self, actor: Actor, action_id: str, by_number: int, reason: str) -> Action:
        """Another action takes its place; what that one carries out is carried on, nothing else (RA.13)."""
        worded(reason, "reason", "why another takes its place")
        steps = Steps(self.room, actor)
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "action superseded") as now:
            action = self.room.record.actions.get(action_id)
            new = self.room.record.actions.by_number(by_number)
            if new is None:
                raise InputError([Problem("by", f"there is no A-{by_number}.", "a number on the tracker")])
            bars = not_for_owners(f"A-{action.number}", actor, "give up")
            refuse_if((*bars, *steps.replacing(action), *may_supersede(action, new)))
            done = steps.taken(action, _S.SUPERSEDED, now, f"Superseded by A-{new.number}: {reason}")
            return self.room.record.actions.save(done.but(superseded_by=new.id))

    def undoable(self, actor: Actor) -> Undoable | None:
        """What this person's last deed on the tracker was, and whether it can be taken back; None where none was."""
        return taking_back.undoable(self.room, actor)

    def undo(self, actor: Actor) -> str:
        """Take that deed back, where nobody touched its rows since; says what was taken back."""
        return taking_back.undo(self.room, actor)


def _dated(form: ImpactForm, today: date) -> None:
    """A test lies behind, the next one after it."""
    not_ahead(form.on, today, "on")
    if form.next_test is not None and form.next_test <= form.on:
        said = f"{form.next_test.isoformat()} is not after the test of {form.on.isoformat()}."
        raise InputError([Problem("next_test", said, "a later day")])
