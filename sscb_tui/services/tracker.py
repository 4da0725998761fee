"""Recommendations and the actions that carry them out: agreed, updated, evidenced, verified by a second person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action
from sscb_tui.domain.base import ActionId, RecommendationId
from sscb_tui.domain.errors import InputError, Problem, refuse_if
from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.rules.amending import begins, many
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.services.open_ends import open_ends
from sscb_tui.services.tracking import action_rows
from sscb_tui.services.views import Load

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.forms import RecommendationForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import ActionRow, OpenEnd


@dataclass(frozen=True, slots=True)
class Tracker:
    """Lists actions and moves them along; every change is an entry in the journal."""

    room: Room

    def rows(self, case_id: str | None = None) -> tuple[ActionRow, ...]:
        """Actions of one case or of all, by number."""
        today = self.room.today()
        held = self.room.record.action_facts(case_id)
        also = any(each.also for each in held)
        numbers = {str(each.id): each.number for each in self.recommendations(case_id)} if also else {}
        return action_rows(held, numbers, today)

    def recommendations(self, case_id: str | None = None) -> tuple[Recommendation, ...]:
        """Recommendations of one case or of all, by number."""
        record = self.room.record.recommendations
        return tuple(record.of_case(case_id) if case_id else record.all())

    def open_ends(self, case_id: str | None = None) -> tuple[OpenEnd, ...]:
        """What waits for an action: recommendations nobody carries out, findings that led to none."""
        return open_ends(self.room, case_id)

    def open_load(self, agency: str) -> Load:
        """What an agency has on its plate already: one lead for each, so that nothing is given to who cannot do it."""
        rows = [row for row in self.rows() if row.agency == agency and row.state in OPEN]
        return Load(len(rows), sum(row.overdue for row in rows), sum(row.silent for row in rows))

    def warning(self, case_id: str) -> str:
        """What speaks against yet another recommendation; empty where nothing does."""
        return many(len(self.recommendations(case_id)))

    def action(self, action_id: str) -> Action:
        """One action whole, with its updates and evidence."""
        return self.room.record.actions.get(action_id)

    def carrying_out(self, recommendation_id: str) -> tuple[str, ...]:
        """The ids of the actions that carry a recommendation out, by number; of none, if that is no recommendation."""
        found = self.room.record.recommendations.find(recommendation_id)
        actions = self.room.record.actions.of_case(found.case_id) if found else ()
        return tuple(each.id for each in actions if recommendation_id in each.carries_out)

    def numbered(self, number: int) -> Action:
        """The action under its number (A-12 is 12)."""
        found = self.room.record.actions.by_number(number)
        if found is None:
            raise InputError([Problem("action", f"there is no A-{number}.", "a number on the tracker")])
        return found

    def recommend(self, actor: Actor, case_id: str, form: RecommendationForm) -> Recommendation:
        """Put a recommendation on the tracker; it gets the next R-number."""
        with self.room.deed(actor, Deed.CREATE, Thing.TRACKER, "recommendation agreed"):
            return self._recommend(self.room.record.cases.get(case_id), form)

    def _recommend(self, case: Case, form: RecommendationForm) -> Recommendation:
        number = self.room.record.recommendations.next_number()
        own = {"id": RecommendationId(self.room.new_id()), "number": number, "case_id": case.id}
        return self.room.record.recommendations.save(Recommendation.model_validate(form.said() | own))

    def act(self, actor: Actor, case_id: str, form: ActionForm) -> Action:
        """Agree an action; it gets the next A-number. An early action needs no recommendation."""
        with self.room.deed(actor, Deed.CREATE, Thing.TRACKER, "action agreed"):
            return self._act(self.room.record.cases.get(case_id), form, self._carried_out(case_id, form))

    def _carried_out(self, case_id: str, form: ActionForm) -> Recommendation | None:
        """The recommendation an action carries out; of the same case."""
        if form.recommendation_number is None:
            if form.early:
                return None
            raise InputError([Problem("recommendation_number", "is blank.", "an R-number, or mark it as early")])
        found = self.room.record.recommendations.by_number(form.recommendation_number)
        if found is None or found.case_id != case_id:
            known = ", ".join(f"R-{each.number}" for each in self.recommendations(case_id)) or "none yet"
            where = f"R-{form.recommendation_number}"
            raise InputError([Problem("recommendation_number", f"{where} is not this case's.", known)])
        return found

    def _act(self, case: Case, form: ActionForm, recommendation: Recommendation | None) -> Action:
        refuse_if(begins(form.state))
        return agreed(self.room, case, form, recommendation)


def agreed(room: Room, case: Case, form: ActionForm, recommendation: Recommendation | None = None) -> Action:
    """Put an action on the tracker under the next A-number; inside a deed."""
    if room.settings().agency(form.agency) is None:
        known = ", ".join(agency.code for agency in room.settings().agencies)
        raise InputError([Problem("agency", f"{form.agency} is not in the Board's list.", known)])
    return room.record.actions.save(
        Action(
            id=ActionId(room.new_id()),
            number=room.record.actions.next_number(),
            case_id=case.id,
            recommendation_id=recommendation.id if recommendation else None,
            agreed_on=room.today(),
            **form.model_dump(exclude={"recommendation_number"}),
        )
    )
