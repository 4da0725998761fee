"""Deeds of the room on the record: each stamps its line, and what it must not do leaves nothing behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.floor import air_time
from sscb_tui.domain.meeting import Attendee, Meeting, MinuteLine
from sscb_tui.domain.outstanding import parking_list, urgent
from sscb_tui.domain.planned import STANDARD, PlannedItem
from sscb_tui.domain.terms import ActionState, LineKind
from sscb_tui.services.demonstration import meeting as demonstration
from tests.services import doors
from tests.services.office import CHAIR, LIIP, MANAGER, MINUTES, Office

CASE = "case"


def sitting(office: Office, stage: str = "sitting") -> Meeting:
    """A meeting that is on, with its first item open."""
    held = office.services.meetings.of_case(doors.stage(office, stage))
    assert held is not None
    return held


def now(office: Office, held: Meeting) -> Meeting:
    read = office.services.meetings.of_case(held.case_id)
    assert read is not None
    return read


def lines(office: Office, held: Meeting, kind: LineKind) -> list[MinuteLine]:
    return [line for line in office.services.meetings.lines(held.id) if line.kind is kind]


def test_one_key_gives_the_floor_and_takes_it_back(office: Office) -> None:
    held = sitting(office)
    use = office.services.floor
    use.turn(MINUTES, held.id, "POL")
    office.clock.moment += timedelta(minutes=2)
    use.turn(MINUTES, held.id, "CSC")
    office.clock.moment += timedelta(minutes=1)
    use.turn(MINUTES, held.id, "CSC")
    assert [line.agency for line in lines(office, held, LineKind.FLOOR)] == ["POL", "CSC", None]
    air = air_time(held, office.services.meetings.lines(held.id))
    assert air.holder is None
    assert [air.of(code, 1, office.clock()).time.seconds // 60 for code in ("POL", "CSC")] == [2, 1]


def test_giving_the_floor_twice_or_taking_it_from_nobody_writes_nothing_more(office: Office) -> None:
    held = sitting(office)
    use = office.services.floor
    use.take_back(MINUTES, held.id)
    use.give(MINUTES, held.id, "POL")
    use.give(MINUTES, held.id, "POL")
    assert len(lines(office, held, LineKind.FLOOR)) == 1


def test_the_floor_is_for_agencies_that_are_here(office: Office) -> None:
    held = sitting(office)
    with pytest.raises(RuleError, match="Nobody is here for"):
        office.services.floor.give(MINUTES, held.id, "STFT")
    assert lines(office, held, LineKind.FLOOR) == []


def test_an_extension_is_stamped_and_counts(office: Office) -> None:
    held = sitting(office)
    extended = office.services.floor.extend(MINUTES, held.id, 5).agenda[0]
    assert (extended.minutes, extended.extended, extended.planned) == (5, 5, 10)
    assert lines(office, held, LineKind.ITEM)[-1].text == "Item 1 extended by 5 min, to 10 min"
    assert office.services.floor.extend(MINUTES, held.id, 2).agenda[0].planned == 12


@pytest.mark.parametrize("minutes", [0, -5, 1000])
def test_no_extension_by_nothing_or_for_ever(office: Office, minutes: int) -> None:
    held = sitting(office)
    with pytest.raises(InputError):
        office.services.floor.extend(MINUTES, held.id, minutes)
    assert len(lines(office, held, LineKind.ITEM)) == 1


def test_parking_the_rest_moves_on_and_what_was_parked_can_be_answered(office: Office) -> None:
    held = sitting(office)
    use = office.services.floor
    moved = use.park(MINUTES, held.id, "Who else was invited.")
    assert (moved.current, moved.agenda[0].parked, moved.agenda[0].closed_at is not None) == (2, True, True)
    parked = parking_list(office.services.meetings.lines(held.id))[0]
    assert (parked.line.text, parked.line.item, parked.answer) == ("Who else was invited.", 1, None)
    use.answer_parked(MINUTES, parked.line.id, "Taken to the Business Manager.", "B. Manager")
    answer = parking_list(office.services.meetings.lines(held.id))[0].answer
    assert answer is not None
    assert (answer.owner, "Taken to the Business Manager." in answer.text) == ("B. Manager", True)
    with pytest.raises(NotFoundError, match="not on the parking list"):
        use.answer_parked(MINUTES, answer.id, "Again.", "")


def test_a_decision_stands_as_a_fact_and_moves_on(office: Office) -> None:
    held = sitting(office)
    assert office.services.floor.decide(MINUTES, held.id, "All are content.").current == 2
    fact = lines(office, held, LineKind.FACT)[-1]
    assert (fact.text, fact.item) == ("All are content.", 1)


def test_the_last_item_is_parked_without_a_next_one(office: Office) -> None:
    held = sitting(office)
    office.services.floor.set_agenda(MINUTES, held.id, (STANDARD[0],))
    moved = office.services.floor.park(MINUTES, held.id, "The rest.")
    assert (moved.current, moved.agenda[0].parked, moved.agenda[0].closed_at is not None) == (1, True, True)


def test_the_agenda_to_come_is_edited_and_what_is_open_is_not(office: Office) -> None:
    held = sitting(office)
    use = office.services.floor
    edited = use.set_agenda(MINUTES, held.id, (STANDARD[0], PlannedItem(title="Interpreter", minutes=4)))
    assert [(item.number, item.title) for item in edited.agenda][1:] == [(2, "Interpreter")]
    assert edited.agenda[0].opened_at is not None
    with pytest.raises(RuleError, match="stays as it was"):
        use.set_agenda(MINUTES, held.id, (PlannedItem(title="Hello", minutes=1),))
    with pytest.raises(RuleError, match="at least one item"):
        use.set_agenda(MINUTES, held.id, ())
    assert now(office, held).agenda == edited.agenda


def test_a_new_meeting_starts_from_the_boards_own_agenda(office: Office) -> None:
    board = office.services.board.settings()
    office.services.board.save(MANAGER, board.but(agenda=(PlannedItem(title="Welcome all", minutes=7),)))
    held = sitting(office, "opening")
    assert [(item.title, item.minutes) for item in held.agenda] == [("Welcome all", 7)]


def test_a_child_unsafe_now_is_minuted_and_on_the_tracker_at_once(office: Office) -> None:
    held = sitting(office)
    form = doors.urgent(office)
    action = office.services.floor.unsafe(MINUTES, held.id, form)
    assert (action.early, action.owner, action.due, action.state) == (
        True,
        "Duty",
        form.deadline.date(),
        ActionState.IN_PROGRESS,
    )
    said, line = lines(office, held, LineKind.SAFETY)[-1], lines(office, held, LineKind.ACTION)[-1]
    assert "Unsafe now: The brother is alone" in said.text
    assert (line.owner, line.deadline, line.refers) == ("Duty", form.deadline, action.id)
    assert "Unsafe now" in now(office, held).other_children_safety
    file = office.services.desk.file(held.case_id)
    assert [each.action.id for each in urgent(file.lines, file.actions)] == [action.id]
    done = office.services.floor.answer_unsafe(MINUTES, held.id, action.id, "Seen at 10:40; with an aunt.")
    assert done.state is ActionState.DONE_UNVERIFIED
    file = office.services.desk.file(held.case_id)
    assert urgent(file.lines, file.actions) == ()
    assert f"A-{action.number} done" in lines(office, held, LineKind.SAFETY)[-1].text


def test_a_danger_does_not_wipe_out_what_was_known_before(office: Office) -> None:
    held = sitting(office)
    office.services.floor.safety(MINUTES, held.id, "The sister is with an aunt.")
    office.services.floor.unsafe(MINUTES, held.id, doors.urgent(office))
    assert now(office, held).other_children_safety.startswith("The sister is with an aunt.")


def test_a_child_may_be_unsafe_before_the_meeting_and_after_it(office: Office) -> None:
    before = sitting(office, "opening")
    office.services.floor.unsafe(MINUTES, before.id, doors.urgent(office))
    assert "Unsafe now" in now(office, before).other_children_safety


def test_after_the_close_the_danger_is_minuted_and_the_position_stays(office: Office) -> None:
    held = sitting(office, "closed")
    before = held.other_children_safety
    office.services.floor.unsafe(MINUTES, held.id, doors.urgent(office))
    assert now(office, held).other_children_safety == before
    assert "Unsafe now" in lines(office, held, LineKind.SAFETY)[-1].text


@pytest.mark.parametrize("away", [timedelta(0), timedelta(minutes=-5), timedelta(days=2)])
def test_an_urgent_action_has_an_hour_that_is_still_to_come(office: Office, away: timedelta) -> None:
    held = sitting(office)
    with pytest.raises(InputError, match="within the next day"):
        office.services.floor.unsafe(MINUTES, held.id, doors.urgent(office).but(deadline=office.clock() + away))
    assert office.services.tracker.rows(held.case_id) == ()
    assert lines(office, held, LineKind.SAFETY) == []


def test_a_constraint_stands_until_it_is_lifted_and_both_are_minuted(office: Office) -> None:
    held = sitting(office)
    use = office.services.floor
    use.constrain(MINUTES, held.id, text="The interviews.", imposed_by="DI Example", until="Friday")
    lifted = use.lift(MINUTES, held.id, 1)
    assert lifted.constraints[0].lifted_at is not None
    said = [line.text for line in lines(office, held, LineKind.CONSTRAINT)]
    assert said == [
        "Not to be discussed: The interviews. (DI Example, until Friday)",
        "May be discussed again: The interviews.",
    ]
    for number in (0, 1, 2):
        with pytest.raises(NotFoundError):
            use.lift(MINUTES, held.id, number)


def test_leaving_and_coming_back_keep_their_times_and_tell_the_quorum(office: Office) -> None:
    held = sitting(office)
    use = office.services.meetings
    office.clock.moment += timedelta(minutes=5)
    use.leave(MINUTES, held.id, "S. Worker")
    office.clock.moment += timedelta(minutes=5)
    back = use.come_back(MINUTES, held.id, "S. Worker")
    who = next(each for each in back.attendance if each.name == "S. Worker")
    assert who.here
    assert (who.absences[0].back_at - who.absences[0].left_at) >= timedelta(minutes=5)
    said = [line.text for line in lines(office, held, LineKind.ATTENDANCE)]
    assert said[0] == "S. Worker left"
    assert said[1].startswith("The quorum is lost: Always needed and not here: Social care.")
    assert said[2:] == ["S. Worker came back", "There is a quorum."]
    with pytest.raises(NotFoundError, match="has not left"):
        use.come_back(MINUTES, held.id, "S. Worker")
    with pytest.raises(NotFoundError, match="not at the meeting"):
        use.leave(MINUTES, held.id, "N. Body")


def test_correcting_an_entry_moves_nobody_and_rules_on_an_interest(office: Office) -> None:
    held = sitting(office)
    before = [who.name for who in held.attendance]
    office.clock.moment += timedelta(minutes=5)
    edited = office.services.meetings.attend(
        MINUTES, held.id, Attendee(name="P. Member", agencies=("POL",), interest="Knows the family.")
    )
    assert [who.name for who in edited.attendance] == before
    assert edited.attendance[2].arrived_at == held.attendance[2].arrived_at
    assert lines(office, held, LineKind.ATTENDANCE)[-1].text == "P. Member declares an interest: Knows the family."


def test_the_recommendation_needs_the_quorum_there_was_when_the_views_were_given(office: Office) -> None:
    held = sitting(office)
    use = office.services.meetings
    office.services.floor.safety(MINUTES, held.id, "Seen.")
    use.leave(MINUTES, held.id, "S. Worker")
    office.clock.moment += timedelta(minutes=5)
    demonstration._find(office.services, held.id)
    office.clock.moment += timedelta(minutes=5)
    use.come_back(MINUTES, held.id, "S. Worker")
    office.clock.moment += timedelta(minutes=5)
    use.close(LIIP, held.id)
    form = demonstration._form()
    with pytest.raises(RuleError, match="not quorate"):
        use.submit(LIIP, held.case_id, form)
    advice = use.submit(LIIP, held.case_id, form.but(inquorate_reason="Social care agreed in writing."))
    assert not advice.quorate


def test_the_talk_goes_on_without_a_quorum(office: Office) -> None:
    held = sitting(office)
    office.services.meetings.leave(MINUTES, held.id, "S. Worker")
    office.services.floor.give(MINUTES, held.id, "POL")
    assert office.services.meetings.next_item(MINUTES, held.id).current == 2


def test_whoever_may_not_minute_may_not_run_the_room(office: Office) -> None:
    held = sitting(office)
    with pytest.raises(RuleError, match="may not update"):
        office.services.floor.give(CHAIR, held.id, "POL")
