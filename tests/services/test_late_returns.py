"""A return that comes late: taken while the meeting lasts and while the Chair asks for it, and flagged as late."""

from __future__ import annotations

import pytest

from sscb_tui.domain.errors import RuleError
from sscb_tui.domain.terms import ReturnState
from tests.services.doors import DOORS, STAGES
from tests.services.office import MANAGER, Office
from tests.services.test_refusals import codes

HAND_IN = DOORS["Scoping.take"].call
"""Housing's filled form, which it refused at first."""


def housing(office: Office, case_id: str) -> ReturnState:
    return next(row.state for row in office.services.scoping.returns(case_id) if row.agency == "HSG")


@pytest.mark.parametrize("at", ["sitting", "closed", "deferred"])
def test_what_the_chair_or_the_meeting_still_needs_is_taken_and_flagged_as_late(office: Office, at: str) -> None:
    case_id = STAGES[at](office)
    HAND_IN(office, MANAGER, case_id)
    assert housing(office, case_id) is ReturnState.LATE_AFTER_MEETING


@pytest.mark.parametrize("at", ["with_chair", "decided"])
def test_nothing_changes_under_the_chairs_hand_or_after_the_decision(office: Office, at: str) -> None:
    case_id = STAGES[at](office)
    with pytest.raises(RuleError) as refused:
        HAND_IN(office, MANAGER, case_id)
    assert codes(refused) == {"F4"}
    assert housing(office, case_id) is ReturnState.REFUSED
