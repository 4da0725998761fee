"""Asking agencies of their actions: what they are told of their last word, and what silence leads to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from sscb_tui.domain.action import Action, ActionEvidence, Update
from sscb_tui.domain.base import ActionId, CaseId, ProgressRoundId
from sscb_tui.domain.evidence_wanted import TOP, next_asked, rung_words
from sscb_tui.domain.progress_round import SAYABLE, ProgressAnswer, ProgressRound
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.rules.asking import is_asked, last_said, what_became
from sscb_tui.domain.rules.silence import is_challenged, letter_due, missed_before, was_missed, working_days_late
from sscb_tui.domain.terms import ActionState, Letter

TODAY = date(2026, 11, 20)
DUE = date(2026, 11, 2)
SAID = Update(
    at=datetime(2026, 11, 3, 10, 0, tzinfo=UTC), by="J. Post", note="Sent.", state=ActionState.DONE_UNVERIFIED
)
ACTION = Action(
    id=ActionId("a"),
    number=12,
    case_id=CaseId("c"),
    agency="POL",
    owner="Inspector",
    action="Write to GPs",
    agreed_on=date(2026, 9, 1),
    due=date(2026, 11, 19),
)


def proof(rung: int) -> ActionEvidence:
    return ActionEvidence(on=TODAY, kind="order", note="Issued", rung=rung, by="J. Post")


def asked(meeting_on: date = date(2026, 11, 23), agency: str = "POL", *answered_on: date) -> ProgressRound:
    receipts = tuple(
        Receipt(file="f.md", sha256="a" * 64, at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), by="B.")
        for day in answered_on
    )
    return ProgressRound(
        id=ProgressRoundId(f"{agency}{meeting_on}"),
        agency=agency,
        token="8SN4-CWCQ",
        meeting_on=meeting_on,
        asked_at=datetime(2026, 10, 1, 10, 0, tzinfo=UTC),
        due=DUE,
        asked=(),
        receipts=receipts,
    )


@pytest.mark.parametrize(
    ("agency", "state", "expected"),
    [
        ("POL", ActionState.IN_PROGRESS, True),
        ("POL", ActionState.DONE_UNVERIFIED, True),
        ("POL", ActionState.REOPENED, True),
        ("POL", ActionState.VERIFIED, False),
        ("POL", ActionState.WITHDRAWN, False),
        ("HSG", ActionState.IN_PROGRESS, False),
    ],
)
def test_an_agency_is_asked_of_the_open_actions_it_leads(agency: str, state: ActionState, expected: bool) -> None:
    assert is_asked(ACTION.but(state=state), agency) is expected


def test_what_was_said_done_is_told_why_it_is_not_verified() -> None:
    done = ACTION.but(state=ActionState.DONE_UNVERIFIED, updates=(SAID,))
    assert last_said(done) == "3 Nov 2026, done, not verified: Sent."
    assert what_became(done, TODAY) == "you said done on 3 Nov 2026; not verified: no evidence beyond your word"
    assert "no evidence beyond your word" in what_became(done.but(evidence=(proof(1),)), TODAY)
    assert "evidence so far, a document was issued" in what_became(done.but(evidence=(proof(2),)), TODAY)


def test_a_word_taken_back_is_not_the_last_word() -> None:
    assert last_said(ACTION.but(updates=(SAID.but(taken_back=True),))) == "nothing so far"


@pytest.mark.parametrize(
    ("due", "said"),
    [(date(2026, 11, 19), "; overdue by 1 day"), (date(2026, 11, 18), "; overdue by 2 days"), (TODAY, ""), (None, "")],
)
def test_what_is_overdue_is_told_by_how_much(due: date | None, said: str) -> None:
    action = ACTION.but(due=due, state=ActionState.IN_PROGRESS)
    assert what_became(action, TODAY) == f"it is down as under way{said}"


@pytest.mark.parametrize("state", SAYABLE)
def test_whatever_state_an_action_is_in_its_agency_is_told_something(state: ActionState) -> None:
    assert what_became(ACTION.but(state=state), TODAY)


def test_the_next_rung_is_asked_for_and_never_a_mere_statement() -> None:
    assert [next_asked(rung) for rung in (0, 1)] == [rung_words(2)] * 2
    assert next_asked(2) == rung_words(3)
    assert next_asked(TOP - 1) == rung_words(TOP)
    assert next_asked(TOP) == "that the figures still hold"


@pytest.mark.parametrize(
    "state", [ActionState.VERIFIED, ActionState.EMBEDDED, ActionState.CLOSED, ActionState.WITHDRAWN]
)
def test_an_agency_cannot_say_what_is_for_others_to_say(state: ActionState) -> None:
    with pytest.raises(ValidationError, match="not for the agency to say"):
        ProgressAnswer(number=1, state=state, note="Done.")


def test_another_date_needs_its_reason() -> None:
    with pytest.raises(ValidationError, match="needs its reason"):
        ProgressAnswer(number=1, note="Late.", proposed=TODAY)


@pytest.mark.parametrize(
    ("days", "letter"),
    [
        (0, None),
        (1, Letter.OWNER),
        (5, Letter.OWNER),
        (6, Letter.SENIOR),
        (10, Letter.SENIOR),
        (11, Letter.CHIEF),
        (30, Letter.CHIEF),
    ],
)
def test_the_longer_the_silence_the_higher_the_letter_goes(days: int, letter: Letter | None) -> None:
    today = DUE + timedelta(days=days // 5 * 7 + days % 5)
    assert working_days_late(asked(), today) == days
    assert letter_due(asked(), today) is letter


def test_an_answer_ends_the_silence_however_late() -> None:
    late = asked(date(2026, 11, 23), "POL", TODAY)
    assert working_days_late(late, TODAY) == 0
    assert letter_due(late, TODAY) is None


def test_an_answer_after_the_meeting_is_a_round_missed() -> None:
    meeting = date(2026, 11, 23)
    assert was_missed(asked(meeting))
    assert not was_missed(asked(meeting, "POL", meeting))
    assert was_missed(asked(meeting, "POL", meeting + timedelta(days=1)))


def test_the_board_is_asked_to_challenge_when_an_agency_misses_twice_in_a_row() -> None:
    first, second, third = (asked(date(2026, month, 23)) for month in (5, 8, 11))
    answered = asked(date(2026, 8, 23), "POL", date(2026, 8, 1))
    others = asked(date(2026, 8, 23), "HSG")
    assert not is_challenged(third, (third, others), TODAY)
    assert is_challenged(third, (second, third), TODAY)
    assert missed_before(third, (first, second, third)) == 2
    assert missed_before(third, (first, answered, third)) == 0
    assert not is_challenged(third, (second, third), DUE)
