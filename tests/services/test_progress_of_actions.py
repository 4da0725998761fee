"""How actions get on: noted, verified, tested, embedded, closed, given up; many at once, all or none."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.terms import ActionState, Level, Shown
from sscb_tui.services.demonstration import people
from tests.services.doors import stage
from tests.services.doors_of_the_tracker import ACTION, MINUTE, PROOF, SHARE, TEST, action_id, latest
from tests.services.office import LIIP, MANAGER, OWNER, Office
from tests.services.test_refusals import codes

S = ActionState
BOARD = people.FULL_BOARD.actor()


def several(office: Office, count: int = 3) -> tuple[str, list[str]]:
    """A case with that many actions."""
    case_id = office.received().id
    forms = [ACTION.but(action=f"Step {number}.") for number in range(count)]
    return case_id, [office.services.tracker.act(MANAGER, case_id, form).id for form in forms]


def verified(office: Office, level: Level = Level.MULTI_AGENCY) -> str:
    """An action under a recommendation of that level, verified by a second person."""
    case_id = office.received().id
    number = office.services.tracker.recommend(MANAGER, case_id, SHARE.but(level=level)).number
    form = ACTION.but(recommendation_number=number, early=False)
    action = office.services.tracker.act(MANAGER, case_id, form)
    office.services.progress.update(OWNER, action.id, S.DONE_UNVERIFIED, "In use.")
    office.services.progress.evidence(OWNER, action.id, PROOF)
    return office.services.progress.verify(LIIP, action.id, "Read the sample.").id


def test_a_note_alone_leaves_the_state_and_says_in_what_post_it_was_written(office: Office) -> None:
    _, (action, *_rest) = several(office)
    noted = office.services.progress.update(OWNER, action, None, "Audit booked.")
    assert (noted.state, noted.updates[-1].note, noted.updates[-1].post) == (
        S.NOT_STARTED,
        "Audit booked.",
        "Action owner",
    )


def test_many_are_updated_with_one_note_in_one_go(office: Office) -> None:
    _, ids = several(office)
    done = office.services.progress.update_all(MANAGER, ids, S.IN_PROGRESS, "Awaiting audit.")
    assert {(each.state, each.updates[-1].note) for each in done} == {(S.IN_PROGRESS, "Awaiting audit.")}
    seqs = [office.services.record.journal.of("actions", each)[-1].seq for each in ids]
    assert seqs == list(range(seqs[0], seqs[0] + 3))


def test_of_many_every_refusal_is_told_and_none_is_updated(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.withdraw(MANAGER, ids[0], "Ended.", MINUTE)
    office.services.progress.update(OWNER, ids[2], S.DONE_UNVERIFIED, "In use.")
    with pytest.raises(RuleError) as refused:
        office.services.progress.update_all(MANAGER, ids, S.BLOCKED, "No staff.")
    told = [each.sentence for each in refused.value.violations]
    assert [sentence[:4] for sentence in told] == ["A-1 ", "A-3 "]
    assert office.services.tracker.action(ids[1]).updates == ()


def test_of_many_those_verified_are_verified_by_the_same_rules(office: Office) -> None:
    _, ids = several(office, 2)
    office.services.progress.update_all(OWNER, ids, S.DONE_UNVERIFIED, "In use.")
    office.services.progress.evidence(OWNER, ids[0], PROOF)
    with pytest.raises(RuleError) as refused:
        office.services.progress.update_all(LIIP, ids, S.VERIFIED, "Read both.")
    assert [each.code for each in refused.value.violations] == ["RA.16"]
    office.services.progress.evidence(OWNER, ids[1], PROOF)
    both = office.services.progress.update_all(LIIP, ids, S.VERIFIED, "Read both.")
    assert {each.verified_by for each in both} == {LIIP.name}


def test_nothing_named_and_nothing_said_is_refused(office: Office) -> None:
    _, ids = several(office, 1)
    with pytest.raises(InputError, match="none was named"):
        office.services.progress.update_all(MANAGER, (), None, "x")
    with pytest.raises(InputError, match="note: is blank"):
        office.services.progress.update_all(MANAGER, ids, None, "  ")


def test_an_owner_writes_on_their_own_rows_only(office: Office) -> None:
    case_id = office.received().id
    other = office.services.tracker.act(MANAGER, case_id, ACTION.but(agency="POL", owner="Inspector", owner_name=""))
    with pytest.raises(RuleError, match="A-1 belongs to Inspector"):
        office.services.progress.update(OWNER, other.id, None, "x")


def test_evidence_of_tomorrow_is_refused(office: Office) -> None:
    _, ids = several(office, 1)
    tomorrow = PROOF.but(on=office.clock().date() + timedelta(days=1))
    with pytest.raises(InputError, match="still to come"):
        office.services.progress.evidence(MANAGER, ids[0], tomorrow)


def test_what_did_not_hold_is_taken_up_again_at_once_and_says_so(office: Office) -> None:
    action = verified(office)
    office.clock.moment += timedelta(days=10)
    failed = TEST.but(shown=Shown.NOT_SHOWN, claim="Six of ten were late.", on=office.clock().date())
    reopened = office.services.progress.impact(MANAGER, action, failed)
    assert (reopened.state, reopened.verified_by, reopened.verified_at) == (S.REOPENED, "", None)
    assert reopened.updates[-1].note == "Tested: the change did not hold. Six of ten were late."
    assert [each.move for each in office.services.record.journal.of("actions", action)][-1] == "impact recorded"
    office.services.progress.update(OWNER, action, S.DONE_UNVERIFIED, "Done again.")
    with pytest.raises(RuleError, match="since the test of"):
        office.services.progress.update(LIIP, action, S.VERIFIED, "As before.")


@pytest.mark.parametrize("shown", [Shown.HELD, Shown.PARTLY])
def test_what_held_stays_verified(office: Office, shown: Shown) -> None:
    action = verified(office)
    assert office.services.progress.impact(MANAGER, action, TEST.but(shown=shown)).state is S.VERIFIED


def test_a_test_lies_behind_and_the_next_one_after_it(office: Office) -> None:
    action, today = verified(office), office.clock().date()
    with pytest.raises(InputError, match="still to come"):
        office.services.progress.impact(MANAGER, action, TEST.but(on=today + timedelta(days=1)))
    with pytest.raises(InputError, match="is not after the test"):
        office.services.progress.impact(MANAGER, action, TEST.but(next_test=TEST.on))
    named = office.services.progress.impact(MANAGER, action, TEST.but(next_test=date(2027, 2, 1)))
    row = next(each for each in office.services.tracker.rows() if each.action_id == named.id)
    assert row.retest_due == date(2027, 2, 1)


def test_an_owner_does_not_mark_their_own_work(office: Office) -> None:
    with pytest.raises(RuleError, match="may not test A-"):
        office.services.progress.impact(OWNER, verified(office), TEST)


def test_embedded_follows_a_test_that_held(office: Office) -> None:
    action = verified(office)
    with pytest.raises(RuleError) as refused:
        office.services.progress.embed(LIIP, action, "Practice changed.")
    assert codes(refused) == {"RA.18"}
    office.services.progress.impact(MANAGER, action, TEST)
    assert office.services.progress.embed(LIIP, action, "Practice changed.").state is S.EMBEDDED


def test_closed_on_its_impact_or_by_a_minute_that_is_kept(office: Office) -> None:
    action = verified(office)
    with pytest.raises(RuleError) as refused:
        office.services.progress.close(LIIP, action, "Nothing more to do.")
    assert codes(refused) == {"RA.18"}
    closed = office.services.progress.close(LIIP, action, "The service ended.", MINUTE)
    assert (closed.state, closed.board_minute) == (S.CLOSED, MINUTE)


def test_the_board_closes_what_is_addressed_to_the_board(office: Office) -> None:
    action = verified(office, Level.BOARD)
    office.services.progress.impact(MANAGER, action, TEST)
    with pytest.raises(RuleError) as refused:
        office.services.progress.close(LIIP, action, "It held.")
    assert codes(refused) == {"RA.17"}
    assert office.services.progress.close(BOARD, action, "It held.").state is S.CLOSED


def test_one_recommendation_of_the_boards_makes_the_row_the_boards(office: Office) -> None:
    action = verified(office)
    case_id = office.services.tracker.action(action).case_id
    number = office.services.tracker.recommend(MANAGER, case_id, RecommendationForm(text="Ask.", level=Level.BOARD))
    office.services.amendments.link(MANAGER, action, (number.number,))
    with pytest.raises(RuleError, match="the Board closes it"):
        office.services.progress.close(LIIP, action, "It held.", MINUTE)


def test_the_board_closes_and_does_not_write_progress(office: Office) -> None:
    with pytest.raises(RuleError, match="may not update the tracker"):
        office.services.progress.update(BOARD, verified(office), None, "x")


def test_withdrawn_by_minute_and_by_no_plain_update(office: Office) -> None:
    _, (action, *_rest) = several(office)
    with pytest.raises(RuleError, match="cite the minute"):
        office.services.progress.update(MANAGER, action, S.WITHDRAWN, "Not needed.")
    with pytest.raises(InputError, match="minute: is blank"):
        office.services.progress.withdraw(MANAGER, action, "Not needed.", " ")
    gone = office.services.progress.withdraw(MANAGER, action, "Not needed.", MINUTE)
    assert (gone.state, gone.board_minute, gone.updates[-1].note) == (S.WITHDRAWN, MINUTE, "Not needed.")


def test_superseded_points_to_the_row_that_is_carried_out(office: Office) -> None:
    _, (first, second, third) = several(office)
    with pytest.raises(RuleError, match="Name the action that supersedes A-1"):
        office.services.progress.update(MANAGER, first, S.SUPERSEDED, "One step.")
    old = office.services.progress.supersede(MANAGER, first, 2, "One step.")
    assert (old.state, old.superseded_by) == (S.SUPERSEDED, second)
    assert old.updates[-1].note == "Superseded by A-2: One step."
    for action, by, said in ((second, 2, "itself"), (third, 1, "is superseded"), (second, 1, "is superseded")):
        with pytest.raises(RuleError, match=said):
            office.services.progress.supersede(MANAGER, action, by, "x")
    with pytest.raises(InputError, match="there is no A-99"):
        office.services.progress.supersede(MANAGER, second, 99, "x")


def test_an_action_is_not_agreed_as_done(office: Office) -> None:
    with pytest.raises(RuleError, match="not agreed as verified"):
        office.services.tracker.act(MANAGER, office.received().id, ACTION.but(state=S.VERIFIED))


def test_what_an_agency_has_on_its_plate(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.withdraw(MANAGER, ids[0], "Ended.", MINUTE)
    load = office.services.tracker.open_load("HSG")
    assert (load.open, load.overdue, load.silent) == (2, 0, 0)
    office.clock.set(date(2027, 3, 1), "10:00")
    load = office.services.tracker.open_load("HSG")
    assert (load.open, load.overdue, load.silent) == (2, 2, 2)


def test_reopened_by_whoever_may_update_and_verified_anew(office: Office) -> None:
    action = verified(office)
    office.services.progress.update(OWNER, action, S.REOPENED, "It slipped.")
    office.services.progress.update(OWNER, action, S.DONE_UNVERIFIED, "Put right.")
    again = office.services.progress.verify(BOARD, action, "Seen.")
    assert (again.state, again.verified_by) == (S.VERIFIED, BOARD.name)


def test_the_same_deed_is_not_done_twice(office: Office) -> None:
    action = verified(office)
    with pytest.raises(RuleError, match="is verified already"):
        office.services.progress.verify(BOARD, action, "Seen too.")
    assert office.services.tracker.action(action).verified_by == LIIP.name


def test_form_without_a_state_begins_not_started(office: Office) -> None:
    form = ActionForm.model_validate(ACTION.said())
    assert office.services.tracker.act(MANAGER, office.received().id, form).state is S.NOT_STARTED


def test_the_stage_of_the_doors_is_as_it_says(office: Office) -> None:
    case_id = stage(office, "verified")
    assert latest(office, case_id).id == action_id(office, case_id)
