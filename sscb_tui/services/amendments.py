"""What changes of an action beside its progress: date, lead, what it lacked, what it carries out, its colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, DateMove, Override, Transfer
from sscb_tui.domain.errors import InputError, Problem, Violation, refuse_if
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.amending import (
    may_amend,
    may_colour,
    may_fill,
    may_move_date,
    may_reiterate,
    may_transfer,
    not_for_owners,
    own_rows_only,
)
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from datetime import date, datetime

    from sscb_tui.domain.forms import FillForm, RecommendationForm, TransferForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.terms import Accepted, Rag
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Amendments:
    """Keeps what was agreed beside what it became: the first date, every lead, every move with who approved it."""

    room: Room

    def move_date(
        self, actor: Actor, action_id: str, due: date, reason: str, approved_by: str, *, past: bool = False
    ) -> Action:
        """Move a due date with reason and approval; where there was none, set the first, which is no slip (RA.11)."""
        (done,) = self._move(actor, (action_id,), due, reason, approved_by, "date moved", past=past)
        return done

    def move_dates(
        self, actor: Actor, action_ids: Sequence[str], due: date, reason: str, approved_by: str, *, past: bool = False
    ) -> tuple[Action, ...]:
        """One new date and one reason for many actions, all or none; every refusal is told under its number."""
        return self._move(actor, action_ids, due, reason, approved_by, "dates moved", past=past)

    def _move(
        self,
        actor: Actor,
        action_ids: Sequence[str],
        due: date,
        reason: str,
        approved_by: str,
        move: str,
        *,
        past: bool,
    ) -> tuple[Action, ...]:
        ids = tuple(dict.fromkeys(action_ids))
        if not ids:
            raise InputError([Problem("actions", "none was named.", "at least one number on the tracker")])
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, move) as now:
            actions = [self.room.record.actions.get(each) for each in ids]
            if any(each.due is not None for each in actions):
                worded(reason, "reason", "why the date moves")
                worded(approved_by, "approved_by", "who approved it; never the owner")
            today = now.date()
            refuse_if(
                [
                    bar
                    for each in actions
                    for bar in (
                        *not_for_owners(f"A-{each.number}", actor, "move the date of"),
                        *may_move_date(each, due, approved_by, today=today, past=past),
                    )
                ]
            )
            save = self.room.record.actions.save
            return tuple(save(_moved(each, due, reason, approved_by, actor, now)) for each in actions)

    def transfer(self, actor: Actor, action_id: str, form: TransferForm) -> Action:
        """Give it to another lead; who had it before still cannot verify it (RA.06, RA.07)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "action transferred") as now:
            action = self.room.record.actions.get(action_id)
            self._known_agency(form.agency)
            refuse_if((*not_for_owners(f"A-{action.number}", actor, "transfer"), *may_transfer(action, form)))
            given = Transfer(
                at=now,
                by=actor.name,
                agency_was=action.agency,
                agency_now=form.agency,
                owner_was=action.owner,
                owner_now=form.owner,
                owner_name_was=action.owner_name,
                reason=form.reason,
            )
            changes = form.model_dump(exclude={"reason"}) | {"transfers": (*action.transfers, given)}
            return self.room.record.actions.save(action.but(**changes))

    def fill(self, actor: Actor, action_id: str, form: FillForm) -> Action:
        """Say what the action lacked when it arrived; only what is still missing is taken, and a first date stands."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "gaps filled") as now:
            action = self.room.record.actions.get(action_id)
            if form.agency:
                self._known_agency(form.agency)
            bars = (*not_for_owners(f"A-{action.number}", actor, "set the terms of"), *may_fill(action, form))
            dated = action.but(start=form.start or action.start)
            first = _first(dated, form.due, now.date()) if form.due and action.due is None else ()
            refuse_if((*bars, *first))
            given = {name: value for name, value in form.said().items() if value}
            return self.room.record.actions.save(action.but(**given))

    def _known_agency(self, code: str) -> None:
        settings = self.room.settings()
        if settings.agency(code) is None:
            known = ", ".join(agency.code for agency in settings.agencies)
            raise InputError([Problem("agency", f"{code} is not in the Board's list.", known)])

    def outcome(self, actor: Actor, action_id: str, outcome: str) -> Action:
        """State what an action is for, where that was left open as it was agreed; once, since plans print it."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "outcome stated"):
            action = self.room.record.actions.get(action_id)
            refuse_if(own_rows_only(action, actor) + _outcome_open(action))
            worded(outcome, "outcome", "what will be different for children")
            return self.room.record.actions.save(action.but(outcome=outcome))

    def link(self, actor: Actor, action_id: str, recommendation_numbers: Sequence[int]) -> Action:
        """It carries these recommendations of its case out too; an early action then stands under the first (RA.01)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "action linked"):
            action = self.room.record.actions.get(action_id)
            refuse_if(not_for_owners(f"A-{action.number}", actor, "link"))
            held = {each.number: each.id for each in self.room.record.recommendations.of_case(action.case_id)}
            known = ", ".join(f"R-{each}" for each in held) or "none yet"
            strange = [Problem("recommendation", f"R-{n} is not this case's.", known) for n in recommendation_numbers]
            if wrong := [each for n, each in zip(recommendation_numbers, strange, strict=True) if n not in held]:
                raise InputError(wrong)
            new = [held[n] for n in recommendation_numbers if held[n] not in action.carries_out]
            if not new:
                raise InputError([Problem("recommendation", f"A-{action.number} gains none by this.", known)])
            first, *also = (*action.carries_out, *dict.fromkeys(new))
            return self.room.record.actions.save(action.but(recommendation_id=first, also=tuple(also)))

    def unlink(self, actor: Actor, action_id: str, recommendation_number: int) -> Action:
        """It does not carry that recommendation out after all; the last one stays, or it would come from nothing."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "action unlinked"):
            action = self.room.record.actions.get(action_id)
            refuse_if(not_for_owners(f"A-{action.number}", actor, "unlink"))
            found = self.room.record.recommendations.by_number(recommendation_number)
            left = [each for each in action.carries_out if found is None or each != found.id]
            if found is None or len(left) == len(action.carries_out):
                said = f"A-{action.number} does not carry out R-{recommendation_number}."
                raise InputError([Problem("recommendation", said)])
            if not left and not action.early:
                sentence = f"A-{action.number} carries out nothing else; link it to another first."
                refuse_if((Violation("RA.01", sentence, "the tracker's columns"),))
            changes = {"recommendation_id": left[0] if left else None, "also": tuple(left[1:])}
            return self.room.record.actions.save(action.but(**changes))

    def override(self, actor: Actor, action_id: str, rag: Rag | None, reason: str) -> Action:
        """Set the colour by hand, printed as such everywhere, or give it back to the key with None (RA.14)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "colour set") as now:
            action = self.room.record.actions.get(action_id)
            refuse_if((*not_for_owners(f"A-{action.number}", actor, "colour"), *may_colour(action, rag, actor)))
            if rag is None:
                return self.room.record.actions.save(action.but(override=None))
            worded(reason, "reason", "why the key's own colour misleads")
            made = Override(rag=rag, reason=reason, by=actor.name, at=now)
            return self.room.record.actions.save(action.but(override=made))

    def publishable(self, actor: Actor, action_id: str, words: str) -> Action:
        """How far it is in words fit to publish: they name nobody (RA.20)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "publishable words written"):
            action = self.room.record.actions.get(action_id)
            refuse_if(not_for_owners(f"A-{action.number}", actor, "publish about"))
            found = names_of(self.room.file(action.case_id)).found(words)
            if found:
                said = ", ".join(dict.fromkeys(f"“{each.words}”" for each in found))
                refuse_if((Violation("RA.20", f"The words identify somebody: {said}.", "published response (F15)"),))
            return self.room.record.actions.save(action.but(publishable=words))

    # Recommendations

    def amend(self, actor: Actor, recommendation_id: str, form: RecommendationForm) -> Recommendation:
        """Word it anew, or say which finding it answers, until it is published; then its words stand (RA.02)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "recommendation amended"):
            held = self.room.record.recommendations.get(recommendation_id)
            refuse_if((*not_for_owners(f"R-{held.number}", actor, "amend"), *may_amend(held, form)))
            return self.room.record.recommendations.save(held.but(**form.said()))

    def answer(self, actor: Actor, recommendation_id: str, accepted: Accepted, reason: str) -> Recommendation:
        """The Board's answer, with its reason; where a review is in hand, its answers stand there (F15.03)."""
        worded(reason, "reason", "why it is accepted, in part or not")
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "recommendation answered"):
            held = self.room.record.recommendations.get(recommendation_id)
            refuse_if(not_for_owners(f"R-{held.number}", actor, "answer"))
            file = self.room.file(held.case_id)
            if file.review is not None:
                sentence = f"The Board's answer to R-{held.number} stands with the review of {file.case.reference}."
                refuse_if((Violation("F15.03", sentence, "published response (F15)"),))
            return self.room.record.recommendations.save(held.but(accepted=accepted, response=reason))

    def reiterate(self, actor: Actor, recommendation_id: str, earlier: int, why_not_before: str) -> Recommendation:
        """It says an earlier one again, of any case; then somebody answers why that one did not work."""
        worded(why_not_before, "why_not_before", "why the earlier one did not work")
        with self.room.deed(actor, Deed.UPDATE, Thing.TRACKER, "recommendation reiterates"):
            record = self.room.record.recommendations
            held, first = record.get(recommendation_id), record.by_number(earlier)
            if first is None:
                raise InputError([Problem("earlier", f"there is no R-{earlier}.", "a number on the tracker")])
            refuse_if((*not_for_owners(f"R-{held.number}", actor, "link"), *may_reiterate(held, first)))
            return record.save(held.but(reiterates=first.id, why_not_before=why_not_before))


def _first(action: Action, due: date, today: date) -> tuple[Violation, ...]:
    """A first date keeps the rules of any date; where it has passed, it is set as such and not filled in."""
    return tuple(may_move_date(action, due, "", today=today, past=False))


def _moved(action: Action, due: date, reason: str, approved_by: str, actor: Actor, now: datetime) -> Action:
    """The date it had stays beside the one it gets."""
    if action.due is None:
        return action.but(due=due)
    moved = DateMove(was=action.due, now=due, reason=reason, approved_by=approved_by, at=now, by=actor.name)
    return action.but(due=due, moves=(*action.moves, moved))


def _outcome_open(action: Action) -> tuple[Violation, ...]:
    if not action.outcome.strip():
        return ()
    return (Violation("RA.09", f"A-{action.number} states its outcome already: {action.outcome}"),)
