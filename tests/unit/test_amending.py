"""What may be changed of an action or a recommendation, and what stands: dates, leads, gaps, published words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from sscb_tui.domain.action import Action, Impact, Override, Transfer, Update
from sscb_tui.domain.base import ActionId, CaseId, RecommendationId
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.forms import FillForm, RecommendationForm, TransferForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.rules.amending import (
    MANY,
    begins,
    many,
    may_amend,
    may_colour,
    may_fill,
    may_move_date,
    may_reiterate,
    may_supersede,
    may_transfer,
    not_for_owners,
)
from sscb_tui.domain.rules.progress import (
    OPEN,
    UNDONE,
    already,
    evidenced,
    may_become,
    may_embed,
    may_judge,
    may_test,
    replaced_by,
)
from sscb_tui.domain.rules.rag import progress_of
from sscb_tui.domain.terms import ActionState, Level, Origin, Rag, Role, Shown
from tests.unit.test_follow_through import a_test, an_action, shown_by

S = ActionState
TODAY = date(2026, 8, 1)
LIIP = Actor(name="L. Lead", role=Role.LIIP_CHAIR)
OWNER = Actor(name="H. Owner", role=Role.OWNER, agency="HSG")
NOON = datetime(2026, 8, 1, 12, tzinfo=UTC)


def codes(found: object) -> list[str]:
    assert isinstance(found, (tuple, list)) or hasattr(found, "__iter__")
    return [each.code for each in found if isinstance(each, Violation)]


def moves(action: Action, due: date, by: str = "The Board", *, past: bool = False) -> list[str]:
    return codes(may_move_date(action, due, by, today=TODAY, past=past))


def test_a_date_moves_when_somebody_else_than_the_owner_approved_it() -> None:
    action = an_action(S.IN_PROGRESS, owner_name="H. Owner")
    assert moves(action, date(2026, 9, 30)) == []
    for owner in ("H. Owner", " h.  owner", "head of tenancy services"):
        assert moves(action, date(2026, 9, 30), owner) == ["WHO-OWN"]


def test_the_date_it_has_is_no_new_date() -> None:
    assert moves(an_action(S.IN_PROGRESS), date(2026, 8, 31)) == ["RA.11"]


@pytest.mark.parametrize(("day", "refused"), [(date(2026, 7, 31), True), (TODAY, False)])
def test_a_date_that_has_passed_is_said_to_be_meant(day: date, refused: bool) -> None:
    action = an_action(S.IN_PROGRESS)
    assert bool(moves(action, day)) is refused
    assert moves(action, day, past=True) == []


@pytest.mark.parametrize("state", list(S))
def test_only_what_is_still_to_be_done_gets_another_date(state: ActionState) -> None:
    assert (moves(an_action(state), date(2026, 9, 30)) == []) is (state in UNDONE)


def test_a_date_does_not_come_before_the_start() -> None:
    action = an_action(S.IN_PROGRESS, start=date(2026, 9, 1))
    assert moves(action, date(2026, 8, 30)) == ["RA.11"]
    assert moves(action, date(2026, 9, 1)) == []


def test_a_first_date_needs_nobodys_approval() -> None:
    assert moves(an_action(S.IN_PROGRESS, due=None), date(2026, 9, 30), "") == []


def given_to(owner: str, name: str = "", agency: str = "POL") -> TransferForm:
    return TransferForm(agency=agency, owner=owner, owner_name=name, reason="Reorganised.")


def test_an_action_goes_to_one_other_lead() -> None:
    action = an_action(S.IN_PROGRESS)
    assert codes(may_transfer(action, given_to("Superintendent"))) == []
    assert codes(may_transfer(action, given_to("Head of A / Head of B"))) == ["RA.07"]
    assert codes(may_transfer(action, given_to(action.owner, agency="HSG"))) == ["RA.06"]
    assert codes(may_transfer(an_action(S.WITHDRAWN), given_to("Superintendent"))) == ["RA.06"]


def test_who_verified_an_action_cannot_become_its_owner() -> None:
    verified = an_action(verified_by="L. Lead", verified_at=NOON)
    assert codes(may_transfer(verified, given_to("Post", " l. LEAD"))) == ["WHO-OWN"]
    assert codes(may_transfer(verified, given_to("Post", "P. Other"))) == []
    assert codes(may_fill(verified, FillForm(owner_name="l. lead"))) == ["WHO-OWN"]


def test_only_what_is_missing_is_filled_in() -> None:
    came = an_action(S.NOT_STARTED, owner="", due=None, outcome="")
    assert codes(may_fill(came, FillForm(owner="Superintendent", due=TODAY, outcome="Children are seen."))) == []
    assert codes(may_fill(came, FillForm(agency="POL"))) == ["RA.06"]
    assert codes(may_fill(came, FillForm())) == ["RA.06"]
    assert codes(may_fill(came, FillForm(owner="Police; Housing"))) == ["RA.07"]


def test_no_colour_is_set_by_hand_that_has_to_be_earned() -> None:
    action = an_action(S.IN_PROGRESS)
    assert codes(may_colour(action, Rag.GREEN, LIIP)) == []
    assert codes(may_colour(action, Rag.BLUE, LIIP)) == ["RA.14"]
    assert codes(may_colour(action, Rag.SILENT, LIIP)) == ["RA.14"]
    assert codes(may_colour(action, None, LIIP)) == ["RA.14"]
    by_hand = action.but(override=Override(rag=Rag.GREEN, reason="r", by="x", at=NOON))
    assert codes(may_colour(by_hand, None, LIIP)) == []


def test_nobody_colours_their_own_action() -> None:
    assert codes(may_colour(an_action(owner_name="l. lead"), Rag.GREEN, LIIP)) == ["WHO-OWN"]


def test_an_action_is_superseded_by_another_of_its_case_that_is_carried_out() -> None:
    old = an_action(S.IN_PROGRESS)
    new = old.but(id=ActionId("b"), number=13)
    assert codes(may_supersede(old, new)) == []
    assert codes(may_supersede(old, old)) == ["RA.13"]
    assert codes(may_supersede(old, new.but(case_id=CaseId("d")))) == ["RA.13"]
    assert codes(may_supersede(old, new.but(state=S.SUPERSEDED, superseded_by=old.id))) == ["RA.13"]


def test_every_row_an_action_took_the_place_of_is_found() -> None:
    last = an_action()
    before = [last.but(id=ActionId(name), superseded_by=by) for name, by in (("b", "a"), ("c", "b"), ("x", "y"))]
    assert [each.id for each in replaced_by(last, [last, *before])] == ["b", "c"]


def test_who_owned_the_superseded_row_cannot_verify_the_new_one() -> None:
    old = an_action(S.SUPERSEDED, owner_name="L. Lead", superseded_by=ActionId("a"))
    assert codes(may_judge(an_action(S.DONE_UNVERIFIED), LIIP)) == []
    assert codes(may_judge(an_action(S.DONE_UNVERIFIED), LIIP, (old,))) == ["WHO-OWN"]


def test_the_owner_gives_nothing_up_and_takes_nothing_up_that_the_board_put_aside() -> None:
    assert codes(may_become(an_action(S.IN_PROGRESS), S.WITHDRAWN, OWNER)) == ["WHO-OWN"]
    assert codes(may_become(an_action(S.WITHDRAWN), S.REOPENED, OWNER)) == ["WHO-OWN"]
    assert codes(may_become(an_action(S.CLOSED), S.REOPENED, OWNER)) == ["WHO-OWN"]
    assert codes(may_become(an_action(S.VERIFIED), S.REOPENED, OWNER)) == []
    assert codes(may_become(an_action(S.WITHDRAWN), S.REOPENED, LIIP)) == []


def test_an_owner_kept_by_their_role_owns_it() -> None:
    assert codes(may_judge(an_action(S.DONE_UNVERIFIED, owner=LIIP.role.label), LIIP)) == ["WHO-OWN"]


def said(state: ActionState, by: str, *, back: bool = False) -> Update:
    return Update(at=NOON, by=by, note="n", state=state, taken_back=back)


def test_a_note_on_what_is_done_does_not_become_the_word_that_it_was_done() -> None:
    action = an_action(S.DONE_UNVERIFIED, updates=(said(S.DONE_UNVERIFIED, "L. Lead"), said(S.DONE_UNVERIFIED, "B. M")))
    assert [each.by for each in action.said_done] == ["L. Lead"]
    assert codes(may_judge(action, LIIP)) == ["WHO-OWN"]
    assert codes(may_judge(action, LIIP.but(name="B. M"))) == []


def test_the_word_that_takes_back_breaks_no_silence_and_claims_nothing() -> None:
    word = said(S.DONE_UNVERIFIED, "L. Lead").but(takes_back=True)
    action = an_action(S.DONE_UNVERIFIED, updates=(said(S.DONE_UNVERIFIED, "H. Owner"), word))
    assert [each.by for each in action.said_done] == ["H. Owner"]
    silent = an_action(S.IN_PROGRESS, updates=(word,))
    assert progress_of(silent).last_word == silent.agreed_on


def test_nothing_is_verified_twice() -> None:
    assert codes(already(an_action(S.VERIFIED), S.VERIFIED)) == ["RA.13"]
    assert already(an_action(S.DONE_UNVERIFIED), S.VERIFIED) == ()


def test_after_a_test_that_failed_verification_rests_on_something_newer() -> None:
    failed: tuple[Impact, ...] = (a_test(Shown.NOT_SHOWN, on=date(2026, 8, 2)),)
    action = an_action(S.DONE_UNVERIFIED, evidence=shown_by(3), impacts=failed)
    assert codes(evidenced(action)) == ["RA.16"]
    newer = action.evidence[0].but(on=date(2026, 8, 2))
    assert evidenced(action.but(evidence=(*action.evidence, newer))) == ()


def test_a_test_made_before_it_was_done_embeds_nothing() -> None:
    done = Update(at=datetime(2027, 3, 2, 12, tzinfo=UTC), by="H. Owner", note="n", state=S.DONE_UNVERIFIED)
    action = an_action(evidence=shown_by(3), impacts=(a_test(on=date(2027, 3, 1)),), updates=(done,))
    assert codes(may_embed(action)) == ["RA.18"]
    assert codes(may_embed(action.but(impacts=(a_test(on=date(2027, 3, 2)),)))) == []


def test_who_was_to_make_the_difference_does_not_test_it() -> None:
    given = Transfer(
        at=NOON, by="B", agency_was="HSG", agency_now="POL", owner_was="Post", owner_now="Other",
        owner_name_was="L. Lead", reason="r",
    )  # fmt: skip
    assert codes(may_test(an_action(), LIIP)) == []
    assert codes(may_test(an_action(owner_name="l. lead"), LIIP)) == ["WHO-OWN"]
    assert codes(may_test(an_action(transfers=(given,)), LIIP)) == ["WHO-OWN"]
    assert codes(may_test(an_action(S.WITHDRAWN), LIIP)) == ["RA.18"]


@pytest.mark.parametrize("state", list(S))
def test_nothing_is_agreed_as_done(state: ActionState) -> None:
    assert (begins(state) == ()) is (state in OPEN - {S.BLOCKED, S.DONE_UNVERIFIED, S.REOPENED})


def test_owners_set_no_terms() -> None:
    assert codes(not_for_owners("A-12", OWNER, "move the date of")) == ["WHO"]
    assert not_for_owners("A-12", LIIP, "move the date of") == ()


def a_recommendation(number: int = 3, locked_on: date | None = None) -> Recommendation:
    return Recommendation(
        id=RecommendationId(f"r{number}"),
        number=number,
        case_id=CaseId("c"),
        text="Share.",
        origin=Origin.SCOPING,
        locked_on=locked_on,
    )


def test_what_was_published_stands_word_for_word() -> None:
    held, form = a_recommendation(locked_on=date(2026, 8, 1)), RecommendationForm(text="Share.")
    assert may_amend(a_recommendation(), form.but(text="Share at once.")) == ()
    (refused,) = may_amend(held, form.but(text="Share at once."))
    assert (refused.code, "reiterates" in refused.sentence) == ("RA.02", True)
    assert codes(may_amend(held, form.but(level=Level.BOARD))) == ["RA.02"]
    assert may_amend(held, form.but(themes=("records",), finding="F-2", rests_on=("F-2",))) == ()


@pytest.mark.parametrize(("earlier", "refused"), [(2, False), (3, True), (4, True)])
def test_only_an_earlier_recommendation_is_said_again(earlier: int, refused: bool) -> None:
    assert bool(codes(may_reiterate(a_recommendation(3), a_recommendation(earlier)))) is refused


def test_more_than_ten_is_a_warning() -> None:
    assert many(MANY) == ""
    assert many(MANY + 1).startswith("11 recommendations")
