"""Follow-through: what closes, embeds, reopens and is tested again, and what an action still lacks."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Impact, Override, Transfer, Update
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.people import Actor
from sscb_tui.domain.rules.gaps import gaps
from sscb_tui.domain.rules.progress import evidenced, may_close, may_embed, may_judge
from sscb_tui.domain.rules.rag import CYCLE, computed, is_silent, progress_of, rag
from sscb_tui.domain.rules.retests import months_on, retest_due
from sscb_tui.domain.terms import ActionState, Confidence, Gap, Level, Rag, Role, Shown

S = ActionState
NOON = datetime(2026, 8, 31, 12, tzinfo=UTC)
LIIP = Actor(name="L. Lead", role=Role.LIIP_CHAIR)
BOARD = Actor(name="The Board", role=Role.BOARD)


def an_action(state: ActionState = S.VERIFIED, **said: object) -> Action:
    known: dict[str, object] = {
        "id": ActionId("a"),
        "number": 12,
        "case_id": CaseId("c"),
        "agency": "HSG",
        "owner": "Head of tenancy services",
        "action": "Share tenancy checks.",
        "outcome": "Practices know.",
        "agreed_on": date(2026, 3, 2),
        "due": date(2026, 8, 31),
        "state": state,
    }
    return Action.model_validate(known | said)


def a_test(shown: Shown = Shown.HELD, on: date = date(2027, 3, 1), next_test: date | None = None) -> Impact:
    return Impact(
        at=datetime(on.year, on.month, on.day, 12, tzinfo=UTC),
        by="L. Lead",
        on=on,
        claim="Checks reach practices",
        source="Dip sample",
        confidence=Confidence.MEDIUM,
        shown=shown,
        next_test=next_test,
    )


def shown_by(rung: int) -> tuple[ActionEvidence, ...]:
    return (ActionEvidence(on=date(2026, 8, 1), kind="audit", note="n", rung=rung, by="H. Owner"),)


@pytest.mark.parametrize(("rung", "refused"), [(1, True), (2, False)])
def test_a_self_report_alone_verifies_nothing(rung: int, refused: bool) -> None:
    assert bool(evidenced(an_action(S.DONE_UNVERIFIED, evidence=shown_by(rung)))) is refused


@pytest.mark.parametrize(
    ("rung", "shown", "codes"),
    [(2, Shown.HELD, ["RA.16"]), (3, Shown.HELD, []), (3, Shown.PARTLY, ["RA.18"]), (3, None, ["RA.18"])],
)
def test_embedding_needs_people_reached_and_a_test_that_held(rung: int, shown: Shown | None, codes: list[str]) -> None:
    action = an_action(evidence=shown_by(rung), impacts=(a_test(shown),) if shown else ())
    assert [each.code for each in may_embed(action)] == codes


def test_closing_needs_an_impact_or_a_board_minute() -> None:
    assert [each.code for each in may_close(an_action(), LIIP, Level.SINGLE_AGENCY, " ")] == ["RA.18"]
    assert list(may_close(an_action(), LIIP, Level.SINGLE_AGENCY, "Board 3 Dec, item 7: service ended")) == []
    assert list(may_close(an_action(impacts=(a_test(),)), LIIP, None, "")) == []


def test_what_did_not_hold_cannot_close() -> None:
    failed = an_action(impacts=(a_test(), a_test(Shown.NOT_SHOWN)))
    assert [each.code for each in may_close(failed, LIIP, None, "Board minute")] == ["RA.18"]


def test_only_the_board_closes_what_is_addressed_to_the_board() -> None:
    action = an_action(impacts=(a_test(),))
    assert [each.code for each in may_close(action, LIIP, Level.BOARD, "")] == ["RA.17"]
    assert list(may_close(action, BOARD, Level.BOARD, "")) == []


def test_who_gave_the_action_away_still_cannot_verify_it() -> None:
    given = Transfer(
        at=NOON, by="B. Manager", agency_was="HSG", agency_now="POL", owner_was="Post", owner_now="Other post",
        owner_name_was="L. Lead", reason="moved",
    )  # fmt: skip
    assert [each.code for each in may_judge(an_action(transfers=(given,)), LIIP)] == ["WHO-OWN"]


def test_who_said_it_was_done_cannot_verify_it_unless_that_was_taken_back() -> None:
    said = Update(at=NOON, by="l. lead", note="Done.", state=S.DONE_UNVERIFIED)
    assert [each.code for each in may_judge(an_action(updates=(said,)), LIIP)] == ["WHO-OWN"]
    assert may_judge(an_action(updates=(said.but(taken_back=True),)), LIIP) == ()


def test_tests_are_due_at_six_and_at_twelve_months() -> None:
    verified = an_action(verified_at=NOON)
    assert retest_due(verified) == date(2027, 2, 28)
    assert retest_due(verified.but(impacts=(a_test(on=date(2027, 3, 1)),))) == date(2027, 8, 31)
    assert retest_due(verified.but(impacts=(a_test(on=date(2027, 9, 1)),))) is None
    named = a_test(next_test=date(2027, 5, 1))
    assert retest_due(verified.but(impacts=(named,))) == date(2027, 5, 1)
    assert retest_due(verified.but(state=S.REOPENED)) is None


def test_a_month_without_that_day_ends_with_its_last() -> None:
    assert months_on(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_on(date(2026, 12, 15), 12) == date(2027, 12, 15)


def test_closed_is_blue_only_where_its_effect_was_shown() -> None:
    today = date(2027, 4, 1)
    assert rag(progress_of(an_action(S.CLOSED, impacts=(a_test(),))), today) is Rag.BLUE
    assert rag(progress_of(an_action(S.CLOSED)), today) is Rag.GREY


def test_a_colour_set_by_hand_stands_over_the_key_and_the_key_is_still_known() -> None:
    by_hand = Override(rag=Rag.GREEN, reason="Date moves at the Board tomorrow", by="L. Lead", at=NOON)
    progress = progress_of(an_action(S.IN_PROGRESS, override=by_hand))
    today = date(2026, 9, 1)
    assert (rag(progress, today), computed(progress, today)) == (Rag.GREEN, Rag.RED)


def test_silence_begins_the_day_after_a_quarter_and_a_word_taken_back_breaks_none() -> None:
    action = an_action(S.IN_PROGRESS)
    last = action.agreed_on + CYCLE
    assert not is_silent(progress_of(action), last)
    after = date.fromordinal(last.toordinal() + 1)
    assert is_silent(progress_of(action), after)
    word = Update(at=datetime(2026, 6, 1, tzinfo=UTC), by="H. Owner", note="Going well.", state=S.IN_PROGRESS)
    assert not is_silent(progress_of(action.but(updates=(word,))), after)
    assert is_silent(progress_of(action.but(updates=(word.but(taken_back=True),))), after)
    assert not is_silent(progress_of(an_action(S.VERIFIED)), after)


def test_the_first_due_date_stands_through_every_move() -> None:
    moves = (
        DateMove(was=date(2026, 6, 1), now=date(2026, 7, 1), reason="r", approved_by="LIIP"),
        DateMove(was=date(2026, 7, 1), now=date(2026, 8, 31), reason="r", approved_by="LIIP"),
    )
    assert an_action(moves=moves).first_due == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("owner", "found"),
    [
        ("Head of tenancy", ()),
        (" ", (Gap.OWNER,)),
        ("Head of tenancy; Police", (Gap.OWNERS,)),
        ("Head of Housing / Head of Care", (Gap.OWNERS,)),
        ("Head of Housing and Head of Care", (Gap.OWNERS,)),
        ("Head of learning and improvement", ()),
        ("Police, Housing", (Gap.OWNERS,)),
        ("Service manager, youth offending", ()),
    ],
)
def test_an_action_has_one_owner(owner: str, found: tuple[Gap, ...]) -> None:
    assert lacking(owner=owner) == found


def test_what_else_an_action_lacks_is_named() -> None:
    assert lacking(agency="") == (Gap.AGENCY,)
    assert lacking(agency="", level=Level.NATIONAL) == (Gap.NATIONAL,)
    assert lacking(due=None) == (Gap.DATE,)
    assert lacking(outcome=" ") == (Gap.OUTCOME,)
    assert lacking(twice=True) == (Gap.NUMBER,)


def lacking(
    agency: str = "HSG",
    owner: str = "Head of tenancy",
    due: date | None = date(2026, 9, 1),
    outcome: str = "Practices know.",
    level: Level = Level.MULTI_AGENCY,
    twice: bool = False,
) -> tuple[Gap, ...]:
    return gaps(agency=agency, owner=owner, due=due, outcome=outcome, level=level, twice=twice)
