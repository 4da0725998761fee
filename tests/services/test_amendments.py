"""Terms of actions and recommendations: dates, leads, gaps, links, colours; answered, amended, locked, said again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sscb_tui.domain.action import Action
from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.forms import FillForm
from sscb_tui.domain.terms import Accepted, Rag
from sscb_tui.services.demonstration import people
from tests.services import reviewed
from tests.services.doors_of_the_tracker import ACTION, MINUTE, MOVED, SHARE
from tests.services.office import CHAIR, MANAGER, OWNER, Office
from tests.services.test_progress_of_actions import several
from tests.services.test_refusals import codes

LATER = date(2027, 4, 1)


def arrived(office: Office) -> Action:
    """An action as somebody else's tracker had it: without owner, date, agency or outcome."""
    _, ids = several(office, 1)
    held = office.services.tracker.action(ids[0])
    bare = {"owner": "", "owner_name": "", "agency": "", "due": None, "outcome": "", "measure": ""}
    with office.services.record.atomic(MANAGER, "arrived"):
        return office.services.record.actions.save(held.but(id="came", number=99, version=0, **bare))


def test_a_moved_date_keeps_the_first_the_reason_and_who_approved_it(office: Office) -> None:
    _, (action, *_rest) = several(office)
    for day in (LATER, LATER + timedelta(days=30)):
        office.services.amendments.move_date(MANAGER, action, day, "Post empty.", "The Board")
    row = office.services.tracker.rows()[0]
    assert (row.first_due, row.moves, row.slipped_days) == (
        ACTION.due,
        2,
        (LATER + timedelta(days=30) - ACTION.due).days,
    )
    move = office.services.tracker.action(action).moves[-1]
    assert (move.was, move.reason, move.approved_by, move.by) == (LATER, "Post empty.", "The Board", MANAGER.name)


def test_a_date_moves_with_a_reason_and_an_approval(office: Office) -> None:
    _, (action, *_rest) = several(office)
    with pytest.raises(InputError, match="reason: is blank"):
        office.services.amendments.move_date(MANAGER, action, LATER, " ", "The Board")
    with pytest.raises(InputError, match="approved_by: is blank"):
        office.services.amendments.move_date(MANAGER, action, LATER, "Post empty.", "")
    with pytest.raises(RuleError) as refused:
        office.services.amendments.move_date(MANAGER, action, LATER, "Post empty.", "h. owner")
    assert codes(refused) == {"WHO-OWN"}
    with pytest.raises(RuleError, match="may not move the date of A-1"):
        office.services.amendments.move_date(OWNER, action, LATER, "Post empty.", "The Board")


def test_many_dates_move_with_one_reason_or_none_does(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.withdraw(MANAGER, ids[1], "Ended.", MINUTE)
    with pytest.raises(RuleError, match="A-2 is withdrawn"):
        office.services.amendments.move_dates(MANAGER, ids, LATER, "Post empty.", "The Board")
    assert {each.due for each in office.services.tracker.rows()} == {ACTION.due}
    moved = office.services.amendments.move_dates(MANAGER, (ids[0], ids[2]), LATER, "Post empty.", "The Board")
    assert [each.due for each in moved] == [LATER, LATER]


def test_a_past_date_is_said_to_be_meant(office: Office) -> None:
    _, (action, *_rest) = several(office)
    past = office.clock().date() - timedelta(days=1)
    with pytest.raises(RuleError, match="has passed; say so expressly"):
        office.services.amendments.move_date(MANAGER, action, past, "It was agreed so.", "The Board")
    moved = office.services.amendments.move_date(MANAGER, action, past, "It was agreed so.", "The Board", past=True)
    assert moved.due == past


def test_the_first_date_of_an_action_that_had_none_is_no_slip(office: Office) -> None:
    came = arrived(office)
    office.services.amendments.move_date(MANAGER, came.id, LATER, "", "")
    row = office.services.tracker.rows()[-1]
    assert (row.due, row.first_due, row.moves, row.slipped_days) == (LATER, LATER, 0, 0)


def test_a_transfer_keeps_who_had_it(office: Office) -> None:
    _, (action, *_rest) = several(office)
    given = office.services.amendments.transfer(MANAGER, action, MOVED)
    assert (given.agency, given.owner, given.owner_name) == ("POL", MOVED.owner, MOVED.owner_name)
    (kept,) = given.transfers
    assert (kept.agency_was, kept.owner_was, kept.owner_name_was, kept.reason) == (
        "HSG",
        ACTION.owner,
        "H. Owner",
        MOVED.reason,
    )
    with pytest.raises(InputError, match="is not in the Board's list"):
        office.services.amendments.transfer(MANAGER, action, MOVED.but(agency="NHS"))


def test_what_an_action_lacked_is_filled_in_once(office: Office) -> None:
    came = arrived(office)
    form = FillForm(agency="HSG", owner="Head of service", outcome="Children are seen.", due=LATER)
    assert len(office.services.tracker.rows()[-1].gaps) == 4
    filled = office.services.amendments.fill(MANAGER, came.id, form)
    assert (filled.agency, filled.first_due, filled.moves) == ("HSG", LATER, ())
    assert office.services.tracker.rows()[-1].gaps == ()
    with pytest.raises(RuleError, match="A-99 has its owner already: Head of service"):
        office.services.amendments.fill(MANAGER, came.id, FillForm(owner="Another"))


def test_a_date_that_has_passed_is_not_filled_in_by_the_way(office: Office) -> None:
    came, today = arrived(office), office.clock().date()
    with pytest.raises(RuleError, match="has passed; say so expressly"):
        office.services.amendments.fill(MANAGER, came.id, FillForm(due=today - timedelta(days=1)))
    with pytest.raises(RuleError, match="A-99 starts on"):
        office.services.amendments.fill(MANAGER, came.id, FillForm(due=today, start=today + timedelta(days=1)))
    assert office.services.amendments.fill(MANAGER, came.id, FillForm(due=today)).due == today


def two_recommendations(office: Office) -> str:
    case_id = office.received().id
    for words in ("Share.", "Train."):
        office.services.tracker.recommend(MANAGER, case_id, SHARE.but(text=words))
    return case_id


def waits(office: Office, case_id: str) -> list[str]:
    return [each.label for each in office.services.tracker.open_ends(case_id)]


def test_one_action_carries_out_several_recommendations_until_it_is_given_up(office: Office) -> None:
    case_id = two_recommendations(office)
    action = office.services.tracker.act(MANAGER, case_id, ACTION).id
    assert waits(office, case_id) == ["R-1", "R-2"]
    linked = office.services.amendments.link(MANAGER, action, (1, 2))
    assert [each.number for each in office.services.tracker.recommendations(case_id)] == [1, 2]
    assert len(linked.carries_out) == 2
    assert linked.recommendation_id == office.services.tracker.recommendations(case_id)[0].id
    assert waits(office, case_id) == []
    office.services.progress.withdraw(MANAGER, action, "Ended.", MINUTE)
    assert waits(office, case_id) == ["R-1", "R-2"]


def test_only_recommendations_of_its_case_are_linked(office: Office) -> None:
    two_recommendations(office)
    other = office.received().id
    action = office.services.tracker.act(MANAGER, other, ACTION).id
    with pytest.raises(InputError, match=r"R-1 is not this case's[\s\S]*R-9 is not this case's"):
        office.services.amendments.link(MANAGER, action, (1, 9))


def test_a_link_made_in_error_is_undone_but_for_the_last(office: Office) -> None:
    case_id = two_recommendations(office)
    form = ACTION.but(recommendation_number=1, early=False)
    action = office.services.tracker.act(MANAGER, case_id, form).id
    office.services.amendments.link(MANAGER, action, (2,))
    with pytest.raises(InputError, match="gains none by this"):
        office.services.amendments.link(MANAGER, action, (1, 2))
    office.services.amendments.unlink(MANAGER, action, 1)
    assert waits(office, case_id) == ["R-1"]
    with pytest.raises(RuleError, match="carries out nothing else"):
        office.services.amendments.unlink(MANAGER, action, 2)
    with pytest.raises(InputError, match="does not carry out R-1"):
        office.services.amendments.unlink(MANAGER, action, 1)


def test_a_colour_set_by_hand_is_marked_and_given_back(office: Office) -> None:
    _, (action, *_rest) = several(office)
    with pytest.raises(InputError, match="reason: is blank"):
        office.services.amendments.override(MANAGER, action, Rag.AMBER, "")
    office.services.amendments.override(MANAGER, action, Rag.AMBER, "The audit is booked.")
    row = office.services.tracker.rows()[0]
    assert (row.rag, row.overridden) == (Rag.AMBER, True)
    office.services.amendments.override(MANAGER, action, None, "")
    assert not office.services.tracker.rows()[0].overridden


def test_words_for_publication_identify_nobody(office: Office) -> None:
    case_id = office.received().id
    action = office.services.tracker.act(MANAGER, case_id, ACTION).id
    name = office.services.desk.file(case_id).case.child.name
    with pytest.raises(RuleError) as refused:
        office.services.amendments.publishable(MANAGER, action, f"Schools were told about {name}.")
    assert codes(refused) == {"RA.20"}
    assert office.services.amendments.publishable(MANAGER, action, "Schools are told.").publishable


def test_a_recommendation_gains_the_finding_it_answers_when_the_report_comes(office: Office) -> None:
    case_id = reviewed.reported(office)
    held = office.services.tracker.recommend(MANAGER, case_id, SHARE)
    label = next(each.label for each in office.services.tracker.open_ends(case_id) if each.is_finding)
    office.services.amendments.amend(MANAGER, held.id, SHARE.but(finding=label, rests_on=(label,)))
    assert label not in waits(office, case_id)


def test_the_boards_answer_stands_in_one_place_only(office: Office) -> None:
    case_id = office.received().id
    held = office.services.tracker.recommend(MANAGER, case_id, SHARE)
    with pytest.raises(InputError, match="reason: is blank"):
        office.services.amendments.answer(MANAGER, held.id, Accepted.NOT, " ")
    answered = office.services.amendments.answer(MANAGER, held.id, Accepted.PARTLY, "In two wards.")
    assert (answered.accepted, answered.response) == (Accepted.PARTLY, "In two wards.")
    assert [each.answered for each in office.services.tracker.open_ends(case_id)] == ["accepted in part"]
    office.services.amendments.answer(MANAGER, held.id, Accepted.NOT, "Not ours to do.")
    assert waits(office, case_id) == []
    other = reviewed.reported(office)
    held = office.services.tracker.recommend(MANAGER, other, SHARE)
    with pytest.raises(RuleError, match="stands with the review of SSCB/"):
        office.services.amendments.answer(MANAGER, held.id, Accepted.FULLY, "Agreed.")


def test_publication_locks_the_words_in_the_same_transaction(office: Office) -> None:
    case_id = reviewed.publishable(office)
    reference = office.services.desk.file(case_id).case.reference
    office.services.publishing.publish(CHAIR, case_id, "www.example.invalid", reference)
    held = office.services.tracker.recommendations(case_id)[0]
    assert held.locked_on == office.services.desk.today()
    moves = [each.move for each in office.services.record.journal.of("recommendations", held.id)]
    assert moves[-1] == "report published"
    form = SHARE.but(**{name: getattr(held, name) for name in type(SHARE).model_fields})
    with pytest.raises(RuleError, match=r"RA\.02"):
        office.services.amendments.amend(MANAGER, held.id, form.but(text="Something else."))
    assert office.services.amendments.amend(MANAGER, held.id, form.but(themes=("records",))).themes == ("records",)


def test_what_is_said_again_says_why_it_did_not_work_before(office: Office) -> None:
    two_recommendations(office)
    later = office.services.tracker.recommend(MANAGER, office.received().id, SHARE)
    with pytest.raises(InputError, match="why_not_before: is blank"):
        office.services.amendments.reiterate(MANAGER, later.id, 1, "")
    with pytest.raises(RuleError, match="R-3 is not earlier than R-3"):
        office.services.amendments.reiterate(MANAGER, later.id, 3, "x")
    again = office.services.amendments.reiterate(MANAGER, later.id, 1, "Nobody was told.")
    assert again.why_not_before == "Nobody was told."
    assert again.reiterates == office.services.tracker.recommendations()[0].id


def test_the_eleventh_recommendation_of_a_case_warns(office: Office) -> None:
    case_id = office.received().id
    for number in range(10):
        office.services.tracker.recommend(MANAGER, case_id, SHARE.but(text=f"Do {number}."))
    assert office.services.tracker.warning(case_id) == ""
    office.services.tracker.recommend(MANAGER, case_id, SHARE)
    assert office.services.tracker.warning(case_id).startswith("11 recommendations")


def test_a_response_is_not_agreed_on_an_action_that_was_given_up(office: Office) -> None:
    case_id = reviewed.answered(office)
    for row in office.services.tracker.rows(case_id):
        office.services.progress.withdraw(MANAGER, row.action_id, "Ended.", MINUTE)
    with pytest.raises(RuleError, match="no action on the tracker carries it out"):
        office.services.responses.agree(people.FULL_BOARD.actor(), case_id)
