"""What became of a recommendation is told in a few words: its actions, their evidence, their effect."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sscb_tui.domain.action import Action, ActionEvidence, Impact
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.rules.standing import standing
from sscb_tui.domain.terms import ActionState, Confidence, Shown

DAY = date(2026, 11, 20)
ACTION = Action(id=ActionId("a"), number=1, case_id=CaseId("c"), action="Tell the schools.", agreed_on=DAY, due=DAY)
EVIDENCE = ActionEvidence(on=DAY, kind="audit", note="Ten of ten.", rung=5, by="S. Body")


def judged(shown: Shown) -> Impact:
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    return Impact(
        at=at, by="L", on=DAY, claim="Schools ask.", source="dip sample", confidence=Confidence.HIGH, shown=shown
    )


def test_one_action_is_told_by_its_state_and_what_shows_it() -> None:
    assert standing([], DAY) == "no action"
    assert standing([ACTION], DAY) == "not started, no evidence"
    assert standing([ACTION.but(due=None)], DAY) == "not started, no evidence"
    done = ACTION.but(state=ActionState.VERIFIED, evidence=(EVIDENCE,))
    assert standing([done], DAY) == "verified, evidence at rung 5"
    closed = done.but(state=ActionState.CLOSED, impacts=(judged(Shown.HELD),))
    assert standing([closed], DAY) == "closed, impact shown"
    assert standing([closed.but(impacts=(judged(Shown.NOT_SHOWN),))], DAY) == "closed, impact not shown"


def test_an_action_is_overdue_the_day_after_its_date() -> None:
    assert standing([ACTION], date(2026, 11, 20)) == "not started, no evidence"
    assert standing([ACTION], date(2026, 11, 21)) == "not started, overdue, no evidence"


def test_several_are_counted_by_state() -> None:
    closed = ACTION.but(state=ActionState.CLOSED, impacts=(judged(Shown.HELD),))
    assert standing([closed, ACTION], date(2026, 11, 21)) == (
        "2 actions: 1 closed, 1 not started; 1 overdue; impact shown by 1"
    )
    assert standing([closed, closed], DAY) == "2 actions: 2 closed; impact shown"
