"""Why an action has its colour, in one line; a colour set by hand says by whom, and what the key says."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Impact, Override, Update
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.rules.colour_reason import colour_reason
from sscb_tui.domain.terms import ActionState, Confidence, Rag, Shown

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def action(**said: object) -> Action:
    plain = Action(
        id=ActionId("a"), number=1, case_id=CaseId("c"), action="Share.", agreed_on=date(2026, 10, 1), agency="HSG"
    )
    return plain.but(**{"state": ActionState.IN_PROGRESS, "due": date(2027, 3, 1), **said})


def done(on: datetime, rung: int, due: date) -> Action:
    evidence = ActionEvidence(on=date(2026, 11, 1), kind="audit", note="Seen.", rung=rung, by="O")
    said = Update(at=on, by="O", note="Done.", state=ActionState.DONE_UNVERIFIED)
    return action(state=ActionState.DONE_UNVERIFIED, updates=(said,), evidence=(evidence,), due=due)


def move(was: date, now: date) -> DateMove:
    return DateMove(was=was, now=now, reason="late", approved_by="LIIP")


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (action(due=date(2026, 11, 11)), "R overdue by 12 days"),
        (action(due=date(2026, 11, 22)), "R overdue by 1 day"),
        (action(due=date(2026, 11, 23)), "A due today"),
        (action(due=date(2026, 11, 24)), "A due in 1 day"),
        (action(due=date(2026, 12, 23)), "A due in 30 days"),
        (action(due=date(2026, 12, 24)), "G under way, due in 31 days"),
        (action(state=ActionState.BLOCKED), "R blocked"),
        (action(state=ActionState.NOT_STARTED, due=date(2026, 12, 1)), "R not started, due in 8 days"),
        (action(state=ActionState.NOT_STARTED), "- not yet due to start"),
        (action(due=None), "A no date"),
        (action(moves=(move(date(2027, 1, 1), date(2027, 3, 1)),)), "A moved once"),
        (
            action(moves=(move(date(2027, 1, 1), date(2027, 2, 1)), move(date(2027, 2, 1), date(2027, 3, 1)))),
            "R moved 2 times",
        ),
        (action(agreed_on=date(2026, 8, 1)), "S nothing heard for 114 days"),
        (done(AT, 1, date(2026, 11, 20)), "A done, on somebody's word alone"),
        (done(AT, 2, date(2026, 11, 20)), "G done on time"),
        (done(AT, 2, date(2026, 11, 19)), "A done 1 day late"),
        (action(state=ActionState.WITHDRAWN), "- withdrawn"),
        (action(state=ActionState.EMBEDDED), "B embedded"),
        (action(state=ActionState.CLOSED), "- closed, its effect not shown"),
    ],
)
def test_a_colour_has_its_reason_in_a_line(held: Action, words: str) -> None:
    assert colour_reason(held, TODAY) == words


def test_a_closed_action_whose_effect_held_says_so() -> None:
    shown = Impact(at=AT, by="L", on=TODAY, claim="Seen.", source="audit", confidence=Confidence.HIGH, shown=Shown.HELD)
    assert colour_reason(action(state=ActionState.CLOSED, impacts=(shown,)), TODAY) == "B closed, its effect shown"


def test_a_colour_set_by_hand_says_by_whom_why_and_what_the_key_says() -> None:
    override = Override(rag=Rag.GREEN, reason="Agreed at LIIP.", by="L. Lead", at=AT)
    held = action(due=date(2026, 11, 11), override=override)
    assert colour_reason(held, TODAY) == "G set by hand by L. Lead: Agreed at LIIP. The key says R, overdue by 12 days"
