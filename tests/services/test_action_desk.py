"""One action in the hand: what is said of it, who is loaded, and a forecast of deeds that the deeds themselves keep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NoReturn

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.people import Actor, Person
from sscb_tui.domain.terms import Accepted, ActionState, Rag
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.doors_of_the_tracker import ACTION, MINUTE, MOVED, PROOF, SHARE, STAGES_OF_THE_TRACKER, TEST
from tests.services.office import LIIP, MANAGER, OWNER, Office

LATER = date(2027, 3, 1)
Deed = Callable[[Services, Actor, str], object]
WHO = (people.MANAGER, people.LIIP, people.OWNER, people.CHAIR, people.MINUTES, people.FULL_BOARD, people.MEMBER)
DEEDS: dict[str, Deed] = {
    "update": lambda s, a, key: s.progress.update(a, key, None, "Said."),
    "evidence": lambda s, a, key: s.progress.evidence(a, key, PROOF),
    "verify": lambda s, a, key: s.progress.verify(a, key, "Seen."),
    "impact": lambda s, a, key: s.progress.impact(a, key, TEST),
    "embed": lambda s, a, key: s.progress.embed(a, key, "Usual now."),
    "close": lambda s, a, key: s.progress.close(a, key, "Nothing more.", MINUTE),
    "withdraw": lambda s, a, key: s.progress.withdraw(a, key, "Not needed.", MINUTE),
    "date": lambda s, a, key: s.amendments.move_date(a, key, LATER, "Later.", "S. Body"),
    "transfer": lambda s, a, key: s.amendments.transfer(a, key, MOVED),
    "colour": lambda s, a, key: s.amendments.override(a, key, Rag.GREEN, "Agreed."),
    "publishable": lambda s, a, key: s.amendments.publishable(a, key, "Schools know."),
    "answer": lambda s, a, key: s.amendments.answer(a, _over(s, key), Accepted.FULLY, "Right."),
    "amend": lambda s, a, key: s.amendments.amend(a, _over(s, key), SHARE),
}
"""What each deed does with an action; linking, superseding and filling in turn on what is chosen."""


class UndoneError(Exception):
    """Raised on purpose, so that what was tried is not kept."""


def _undo() -> NoReturn:
    raise UndoneError


def _over(services: Services, key: str) -> str:
    """The recommendation it carries out."""
    return str(services.tracker.action(key).recommendation_id)


def _said(state: ActionState) -> Deed:
    return lambda services, actor, key: services.progress.update(actor, key, state, "Said.")


def at_stage(stage: str) -> tuple[Office, str]:
    """An office, and the first action of the case that stands there."""
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    office = Office(services, clock)
    case_id = STAGES_OF_THE_TRACKER[stage](office)
    return office, services.tracker.rows(case_id)[0].action_id


def refused(office: Office, deed: Deed, actor: Actor, key: str) -> bool:
    try:
        with office.services.record.atomic(actor, "tried"):
            deed(office.services, actor, key)
            _undo()
    except RuleError:
        return True
    except UndoneError:
        return False


@pytest.mark.parametrize("who", WHO, ids=lambda person: person.role.value)
@pytest.mark.parametrize("stage", ["agreed", "acted", "verified"])
def test_what_the_menu_forecasts_is_what_the_deeds_do(stage: str, who: Person) -> None:
    office, key = at_stage(stage)
    actor = who.actor()
    bars = office.services.action_desk.bars(actor, key)
    early = office.services.tracker.action(key).recommendation_id is None
    deeds = {name: deed for name, deed in DEEDS.items() if not (early and name in ("answer", "amend"))}
    assert {name: bool(bars[name]) for name in deeds} == {
        name: refused(office, deed, actor, key) for name, deed in deeds.items()
    }
    office.services.close()


@pytest.mark.parametrize("state", [ActionState.BLOCKED, ActionState.DONE_UNVERIFIED])
def test_one_note_offers_only_states_that_all_may_go_to(state: ActionState) -> None:
    office, _ = at_stage("agreed")
    keys = tuple(row.action_id for row in office.services.tracker.rows())
    both = office.services.action_desk.ways_on(MANAGER, keys)
    assert state in both
    assert not {ActionState.VERIFIED, ActionState.CLOSED, ActionState.WITHDRAWN} & set(both)
    office.services.progress.update(MANAGER, keys[0], state, "Said.")
    assert state not in office.services.action_desk.ways_on(MANAGER, keys)


def test_a_state_offered_is_a_state_that_is_taken() -> None:
    office, key = at_stage("agreed")
    states = office.services.action_desk.ways_on(OWNER, (key,))
    assert states
    assert [state for state in states if refused(office, _said(state), OWNER, key)] == []


def test_the_whole_of_an_action_has_the_boards_answer_and_the_reason_of_its_colour() -> None:
    office, key = at_stage("agreed")
    office.services.amendments.answer(MANAGER, _over(office.services, key), Accepted.PARTLY, "Not for schools.")
    office.clock.moment += timedelta(days=100)
    whole = office.services.action_desk.whole(key)
    assert whole.answer == "accepted in part: Not for schools."
    assert whole.recommendation is not None
    assert whole.recommendation.text == "Share."
    assert whole.colour == "R overdue by 26 days"
    assert whole.given is Rag.RED


def test_the_load_of_an_agency_named_is_told_and_of_no_other() -> None:
    office, _ = at_stage("agreed")
    assert office.services.action_desk.loads("Housing and Police share it.") == ("Housing carries 2 open.",)
    assert office.services.action_desk.loads("other housing") == ()
    office.clock.moment += timedelta(days=100)
    assert office.services.action_desk.loads("HSG") == ("Housing carries 2 open, 2 overdue, 2 silent.",)


def test_what_is_said_again_is_recorded_with_why_or_not_at_all() -> None:
    office, _ = at_stage("agreed")
    case_id = office.services.tracker.rows()[0].case_id
    first = office.services.tracker.recommendations(case_id)[0]
    form = RecommendationForm(text="Share, this time.")
    with pytest.raises(InputError):
        office.services.recommending.recommend(MANAGER, case_id, form, first.number, " ")
    assert len(office.services.tracker.recommendations(case_id)) == 2
    made = office.services.recommending.recommend(LIIP, case_id, form, first.number, "Nobody was named.")
    assert (made.reiterates, made.why_not_before) == (first.id, "Nobody was named.")
    whole = office.services.tracker.act(MANAGER, case_id, ACTION.but(recommendation_number=made.number, early=False))
    assert office.services.action_desk.whole(whole.id).reiterates == f"R-{first.number}"
