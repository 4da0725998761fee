"""The matrix of who may do what, and the two rules no role lifts."""

from __future__ import annotations

import pytest

from sscb_tui.domain.people import Actor
from sscb_tui.domain.permissions import MATRIX, Deed, Thing, chairs_are_two_people, may, permission
from sscb_tui.domain.terms import Role


def test_only_the_chair_creates_or_approves_a_decision() -> None:
    for deed in (Deed.CREATE, Deed.UPDATE, Deed.APPROVE):
        allowed = {role for role in Role if may(role, deed, Thing.DECISION)}
        assert allowed - {Role.SYSTEM} == {Role.CHAIR}


def test_the_action_owner_never_approves() -> None:
    assert not [thing for thing in Thing if may(Role.OWNER, Deed.APPROVE, thing)]


@pytest.mark.parametrize("thing", Thing)
def test_every_kind_of_record_can_be_created_by_somebody(thing: Thing) -> None:
    assert any(Deed.CREATE in deeds for deeds in MATRIX[thing].values())


@pytest.mark.parametrize(
    ("role", "deed", "thing", "allowed"),
    [
        (Role.BUSINESS_MANAGER, Deed.CREATE, Thing.REFERRAL, True),
        (Role.MEMBER, Deed.CREATE, Thing.REFERRAL, False),
        (Role.LIIP_CHAIR, Deed.APPROVE, Thing.DISCUSSION, True),
        (Role.CHAIR, Deed.APPROVE, Thing.DISCUSSION, True),
        (Role.BUSINESS_MANAGER, Deed.APPROVE, Thing.DISCUSSION, False),
        (Role.LIIP_CHAIR, Deed.APPROVE, Thing.RECOMMENDATION, True),
        (Role.CHAIR, Deed.APPROVE, Thing.RECOMMENDATION, False),
        (Role.OWNER, Deed.UPDATE, Thing.TRACKER, True),
        (Role.OWNER, Deed.READ, Thing.REFERRAL, False),
        (Role.MINUTE_TAKER, Deed.UPDATE, Thing.MINUTES, True),
        (Role.MINUTE_TAKER, Deed.APPROVE, Thing.MINUTES, False),
    ],
)
def test_the_matrix_says(role: Role, deed: Deed, thing: Thing, *, allowed: bool) -> None:
    assert may(role, deed, thing) is allowed


def test_a_refusal_names_who_may() -> None:
    (refusal,) = permission(Actor(name="P. Member", role=Role.MEMBER), Deed.APPROVE, Thing.DECISION)
    assert refusal.code == "RF-01"
    assert "Independent Chair" in refusal.sentence


def test_a_recorded_deputy_may_sign_decisions_and_nothing_else() -> None:
    deputy = Actor(name="V. Deputy", role=Role.MEMBER, authority="Board minute 14")
    assert permission(deputy, Deed.APPROVE, Thing.DECISION) == ()
    assert permission(deputy, Deed.APPROVE, Thing.RECOMMENDATION) != ()


def test_one_person_is_not_both_chairs() -> None:
    assert chairs_are_two_people("C. Chair", " c. chair ")
    assert not chairs_are_two_people("C. Chair", "L. Lead")
