"""Actions: said by the owner, verified by somebody else."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from sscb_tui.domain.action import Action
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.people import Actor
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE, NEXT, is_overdue, may_become, may_judge
from sscb_tui.domain.terms import ActionState, Role

LIIP = Actor(name="L. Lead", role=Role.LIIP_CHAIR)
OWNER = Actor(name="H. Owner", role=Role.OWNER, agency="HSG")


def action(state: ActionState = ActionState.IN_PROGRESS, **said: object) -> Action:
    known: dict[str, object] = {
        "id": ActionId("a"),
        "number": 12,
        "case_id": CaseId("c"),
        "agency": "HSG",
        "owner": "Head of tenancy services",
        "owner_name": "H. Owner",
        "action": "Share tenancy checks.",
        "outcome": "Practices know.",
        "agreed_on": date(2026, 11, 2),
        "due": date(2026, 11, 9),
        "state": state,
    }
    return Action.model_validate(known | said)


@pytest.mark.parametrize(("state", "to"), list(product(ActionState, ActionState)))
def test_every_pair_of_states_is_a_step_or_a_refusal(state: ActionState, to: ActionState) -> None:
    refusals = may_become(action(state), to, LIIP)
    assert (refusals == ()) is (to in NEXT[state] or to is state)


def test_the_owner_reaches_done_and_no_further() -> None:
    assert may_become(action(), ActionState.DONE_UNVERIFIED, OWNER) == ()
    for state in BY_SOMEBODY_ELSE:
        before = next(each for each in ActionState if state in NEXT[each])
        assert may_become(action(before), state, OWNER)[0].code == "WHO-OWN"


def test_a_second_person_who_is_not_the_sub_committee_cannot_verify_either() -> None:
    manager = Actor(name="B. Manager", role=Role.BUSINESS_MANAGER)
    assert may_judge(action(), manager)[0].code == "RA.17"


def test_the_liip_chair_cannot_verify_an_action_of_their_own() -> None:
    assert may_judge(action(owner_name="l. lead"), LIIP)[0].code == "WHO-OWN"
    assert may_judge(action(owner_name="somebody else"), LIIP) == ()


def test_overdue_is_derived_with_the_boundary_on_the_day_itself() -> None:
    due = date(2026, 11, 9)
    assert not is_overdue(ActionState.IN_PROGRESS, due, due)
    assert is_overdue(ActionState.IN_PROGRESS, due, date(2026, 11, 10))
    assert not is_overdue(ActionState.DONE_UNVERIFIED, due, date(2026, 11, 10))


def test_an_action_that_arrives_with_less_is_kept_as_it_came() -> None:
    came = action(owner="", agency="", due=None, outcome="")
    assert (came.first_due, came.rung, came.effect_shown) == (None, 0, False)


def test_an_outcome_that_repeats_the_action_is_refused() -> None:
    with pytest.raises(ValueError, match="repeats the action"):
        action(outcome="share tenancy checks. ")
