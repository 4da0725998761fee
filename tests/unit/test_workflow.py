"""The life of a case as one table, over the full product of stage, move and role."""

from __future__ import annotations

from itertools import product

import pytest

from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Move, Role, Stage
from sscb_tui.domain.workflow import DECIDED, STEPS, may_move, no_guard

FINAL = {Stage.DECIDED_SCR, Stage.DECIDED_ALTERNATIVE, Stage.DECIDED_NO_REVIEW, Stage.TRANSFERRED}
BEFORE_DECISION = [
    Stage.RECEIVED,
    Stage.JURISDICTION_QUERY,
    Stage.INITIAL_DISCUSSION,
    Stage.SCOPING_REQUESTED,
    Stage.RETURNS_COMPLETE,
    Stage.SCOPING_MEETING,
    Stage.RECOMMENDATION_DRAFT,
    Stage.WITH_CHAIR,
    Stage.FURTHER_INFORMATION,
]


def somebody(role: Role) -> Actor:
    return Actor(name="S. Body", role=role)


@pytest.mark.parametrize(("stage", "move"), list(product(Stage, Move)))
def test_every_pair_is_a_step_or_a_refusal_in_words(stage: Stage, move: Move) -> None:
    for role in Role:
        refusals = may_move(stage, move, somebody(role))
        step = STEPS.get((stage, move))
        if step is not None and role in step.who:
            assert refusals == ()
        else:
            assert len(refusals) == 1
            assert refusals[0].sentence.endswith(".")


def test_every_move_is_a_step_somewhere() -> None:
    assert {move for _, move in STEPS} == set(Move)


def test_the_transitions_are_numbered_t01_to_t39() -> None:
    assert {step.id for step in STEPS.values()} == {f"T{number:02}" for number in range(1, 40)}


def test_only_the_chair_decides() -> None:
    for (stage, _), step in STEPS.items():
        if step.to in FINAL and stage in (Stage.WITH_CHAIR, Stage.PANEL_SCRUTINY):
            assert step.who == {Role.CHAIR}


def test_a_deputy_with_authority_may_decide_and_without_may_not() -> None:
    deputy = Actor(name="V. Deputy", role=Role.MEMBER, authority="Board minute 14")
    assert may_move(Stage.WITH_CHAIR, Move.DECIDE_SCR, deputy) == ()
    assert may_move(Stage.WITH_CHAIR, Move.DECIDE_SCR, somebody(Role.MEMBER))[0].code == "RF-01"


def test_a_received_referral_ends_only_through_a_decision_or_an_accepted_transfer() -> None:
    """Whatever moves are made, a case leaves the stages before decision only by the Chair's hand."""
    for stage in BEFORE_DECISION:
        for (origin, move), step in STEPS.items():
            if origin is stage and step.to not in BEFORE_DECISION:
                assert step.to in FINAL, (stage, move)
                assert step.who == {Role.CHAIR}, (stage, move)


def test_every_stage_can_be_reached_from_a_draft() -> None:
    reached, frontier = {Stage.DRAFT}, {Stage.DRAFT}
    while frontier:
        frontier = {step.to for (stage, _), step in STEPS.items() if stage in frontier} - reached
        reached |= frontier
    assert reached == set(Stage)


def test_any_decided_case_can_be_reopened_on_new_information() -> None:
    for stage in DECIDED:
        assert STEPS[stage, Move.REOPEN_DECISION].to is Stage.WITH_CHAIR


def test_new_information_reopens_a_decision_until_the_report_is_in_and_not_after() -> None:
    reopens = {stage for stage, move in STEPS if move is Move.REOPEN_DECISION}
    assert reopens == {*DECIDED, Stage.COMMISSIONING, Stage.REVIEW_IN_PROGRESS, Stage.REVIEW_EXTENDED}


@pytest.mark.parametrize("number", [20, 21, 22, 23, 26, 27, 28, *range(30, 38)])
def test_no_move_of_a_review_is_made_without_its_guard(number: int) -> None:
    guards = [step.guard for step in STEPS.values() if step.id == f"T{number}"]
    assert guards
    assert no_guard not in guards
