"""The room reckoned from its record: time of the agenda, air-time, parking list, urgent actions, quorum by the hour."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sscb_tui.domain.action import Action
from sscb_tui.domain.agency import Quorum
from sscb_tui.domain.agenda import (
    left,
    may_replan,
    opened,
    overran,
    projected_end,
    replanned,
    standard_agenda,
    taken,
)
from sscb_tui.domain.attendance import entered, is_late, quorum_told, seated, told
from sscb_tui.domain.base import ActionId, CaseId, LineId, MeetingId
from sscb_tui.domain.floor import air_time, begun_by
from sscb_tui.domain.meeting import Absence, AgencyView, Attendee, Meeting, MinuteLine
from sscb_tui.domain.outstanding import parking_list, urgent
from sscb_tui.domain.planned import STANDARD, PlannedItem
from sscb_tui.domain.rules.meetings import quorum, quorum_for_views
from sscb_tui.domain.terms import ActionState, Capacity, Decided, LineKind, MeetingState, Ruling

TEN = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
RULE = Quorum(agencies=2, core=(), health=())


def after(minutes: float) -> datetime:
    return TEN + timedelta(minutes=minutes)


def meeting(**changes: object) -> Meeting:
    """A meeting that began at ten with its first item open."""
    held = Meeting(
        id=MeetingId("m"),
        case_id=CaseId("c"),
        state=MeetingState.IN_PROGRESS,
        chair="L. Lead",
        minute_taker="M. Minutes",
        agenda=standard_agenda(STANDARD[:3]),
        started_at=TEN,
    )
    return held.but(agenda=opened(held, 1, TEN), current=1).but(**changes)


def line(number: int, minutes: float, kind: LineKind = LineKind.FLOOR, **fields: object) -> MinuteLine:
    said = MinuteLine(
        id=LineId(f"l{number}"),
        meeting_id=MeetingId("m"),
        number=number,
        at=after(minutes),
        item=1,
        kind=kind,
        text="said",
        by="M. Minutes",
    )
    return said.but(**fields)


# The agenda


def test_the_standard_agenda_has_sixteen_items_of_about_two_hours() -> None:
    assert len(STANDARD) == 16
    assert sum(item.minutes for item in STANDARD) == 119


@pytest.mark.parametrize(("minutes", "over"), [(4.9, False), (5, False), (5.1, True)])
def test_an_item_overruns_past_its_planned_minutes_and_not_at_them(minutes: float, over: bool) -> None:
    item = meeting().agenda[0]
    assert taken(item, after(minutes)) == timedelta(minutes=minutes)
    assert left(item, after(minutes)) == timedelta(minutes=5 - minutes)
    assert overran(item, after(minutes)) is over
    assert not overran(item.but(extended=1), after(minutes))
    assert not overran(item.but(minutes=0), after(minutes))


def test_the_end_is_now_and_what_is_left_of_the_plan_an_overrun_costing_what_it_takes() -> None:
    held = meeting()
    assert projected_end(held, TEN) == after(10)
    assert projected_end(held, after(3)) == after(10)
    assert projected_end(held, after(7)) == after(12)
    moved = held.but(agenda=opened(held, 2, after(7)), current=2)
    assert projected_end(moved, after(7)) == after(12)


def test_editing_the_agenda_keeps_what_is_open_and_numbers_the_rest_after_it() -> None:
    held = meeting()
    items = (STANDARD[0], STANDARD[2], PlannedItem(title="Interpreter", minutes=4))
    assert may_replan(held, items) == ()
    edited = replanned(held, items)
    assert [(item.number, item.title) for item in edited][1:] == [(2, "Interests"), (3, "Interpreter")]
    assert edited[0] == held.agenda[0]


@pytest.mark.parametrize("items", [(), (STANDARD[1], STANDARD[0]), (PlannedItem(title="Welcome", minutes=9),)])
def test_what_is_open_cannot_be_replanned(items: tuple[PlannedItem, ...]) -> None:
    assert {each.code for each in may_replan(meeting(), items)} == {"F6-agenda"}


# Air-time


def test_air_time_runs_from_the_line_that_gives_the_floor_to_the_one_that_takes_it_back() -> None:
    air = air_time(meeting(), (line(1, 1, agency="POL"), line(2, 3)))
    assert air.holder is None
    heard = air.of("POL", 1, after(9))
    assert (heard.time, heard.turns, heard.on_item) == (timedelta(minutes=2), 1, True)
    assert not air.of("CSC", 1, after(9)).at_all


def test_air_time_goes_on_to_the_next_agency_and_ticks_for_the_one_that_has_it() -> None:
    air = air_time(meeting(), (line(1, 1, agency="POL"), line(2, 3, agency="CSC"), line(3, 4, agency="POL")))
    assert air.holder == "POL"
    assert air.of("POL", 1, after(6)).time == timedelta(minutes=4)
    assert air.of("POL", 1, after(6)).turns == 2
    assert air.of("CSC", 1, after(6)).time == timedelta(minutes=1)


def test_the_floor_ends_when_the_agenda_moves_on_and_not_when_an_item_is_extended() -> None:
    given, extended = line(1, 1, agency="POL"), line(2, 2, LineKind.ITEM)
    assert air_time(meeting(), (given, extended)).holder == "POL"
    moved = air_time(meeting(), (given, extended, line(3, 5, LineKind.ITEM, item=2)))
    assert moved.holder is None
    assert moved.of("POL", 2, after(9)).time == timedelta(minutes=4)
    assert not moved.of("POL", 2, after(9)).on_item


def test_the_floor_ends_with_the_meeting() -> None:
    over = meeting(closed_at=after(8), state=MeetingState.CLOSED, current=None)
    assert air_time(over, (line(1, 1, agency="POL"),)).of("POL", None, after(60)).time == timedelta(minutes=7)
    late = (line(1, 1, agency="POL"), line(2, 20, LineKind.NOTE, item=None))
    assert air_time(over, late).of("POL", None, after(60)).time == timedelta(minutes=7)


def test_a_floor_line_that_is_struck_was_never_given_and_a_note_is_heard_without_the_floor() -> None:
    air = air_time(meeting(), (line(1, 1, agency="POL", struck=True), line(2, 2, LineKind.NOTE, agency="EDU")))
    assert air.holder is None
    heard = air.of("EDU", 1, after(9))
    assert (heard.turns, heard.minuted, heard.on_item, heard.at_all) == (0, True, True, True)
    assert not air.of("EDU", 2, after(9)).on_item


# Parking list and urgent actions


def test_what_is_parked_is_answered_by_the_note_that_refers_to_it_and_leaves_when_struck() -> None:
    parked, other = line(1, 1, LineKind.PARK), line(2, 2, LineKind.PARK)
    answer = line(3, 3, LineKind.NOTE, refers="l1", owner="B. Manager")
    assert [(each.line, each.answer) for each in parking_list((parked, other, answer))] == [
        (parked, answer),
        (other, None),
    ]
    assert parking_list((parked.but(struck=True),)) == ()
    assert parking_list((parked, answer.but(struck=True)))[0].answer is None


@pytest.mark.parametrize(
    ("state", "waits"),
    [(ActionState.IN_PROGRESS, True), (ActionState.BLOCKED, True), (ActionState.DONE_UNVERIFIED, False)],
)
def test_an_urgent_action_waits_until_the_tracker_says_it_is_done(state: ActionState, waits: bool) -> None:
    action = Action(
        id=ActionId("a"),
        number=1,
        case_id=CaseId("c"),
        agency="CSC",
        owner="Duty",
        action="Visit.",
        outcome="Safe.",
        agreed_on=date(2026, 11, 20),
        due=date(2026, 11, 20),
        state=state,
    )
    said = line(1, 1, LineKind.ACTION, refers="a", deadline=after(60), owner="Duty")
    found = urgent((said, line(2, 1, LineKind.ACTION)), (action,))
    assert bool(found) is waits
    if waits:
        assert not found[0].is_late(after(60))
        assert found[0].is_late(after(60.1))


# Attendance and quorum


def test_a_corrected_entry_keeps_its_times_and_its_place() -> None:
    first, second = Attendee(name="A. One", arrived_at=TEN, left_at=after(9)), Attendee(name="B. Two", arrived_at=TEN)
    edited = entered(Attendee(name="a. one", post="Head"), first, after(20))
    assert (edited.arrived_at, edited.left_at, edited.post) == (TEN, after(9), "Head")
    assert [who.post for who in seated(meeting(attendance=(first, second)), edited)] == ["Head", ""]
    assert entered(Attendee(name="C. Three"), None, after(3)).arrived_at == after(3)


def test_late_is_after_the_start() -> None:
    assert not is_late(Attendee(name="A. One", arrived_at=TEN), meeting())
    assert is_late(Attendee(name="A. One", arrived_at=after(0.1)), meeting())


def test_the_minutes_tell_arrival_standing_interest_and_ruling_once_each() -> None:
    who = Attendee(name="A. One", agencies=("POL",), interest="A cousin.")
    assert told(who, None) == ("A. One arrived (member for POL)", "A. One declares an interest: A cousin.")
    assert told(who, None, str.lower)[0] == "A. One arrived (member for pol)"
    assert told(who, who) == ()
    assert told(who.but(ruling=Ruling.STAY), who) == ("Ruled on the interest of A. One: stays",)
    assert told(who.but(capacity=Capacity.OBSERVER), who) == ("A. One is here as observer for POL",)


def present(name: str, code: str, **changes: object) -> Attendee:
    return Attendee(name=name, agencies=(code,), arrived_at=TEN).but(**changes)


def test_presence_at_an_hour_minds_leaving_and_coming_back() -> None:
    who = present("A. One", "POL", absences=(Absence(left_at=after(5), back_at=after(9)),), left_at=after(20))
    there = {minute: who.here_at(after(minute)) for minute in (-1, 0, 5, 6, 9, 20, 21)}
    assert there == {-1: False, 0: True, 5: True, 6: False, 9: True, 20: True, 21: False}


def test_the_quorum_that_counts_is_that_of_the_views() -> None:
    view = AgencyView(agency="POL", outcome=Decided.SCR, reason="Met.", stated_at=after(6))
    stays = present("A. One", "POL")
    away = present("B. Two", "CSC", absences=(Absence(left_at=after(5), back_at=after(9)),))
    held = meeting(attendance=(stays, away), views=(view,))
    assert quorum(held, RULE) == ()
    assert len(quorum_for_views(held, RULE)) == 1
    assert quorum_for_views(held.but(views=(view.but(stated_at=after(4)),)), RULE) == ()
    assert quorum_for_views(held.but(round_closed_at=after(10)), RULE) == ()
    assert quorum_for_views(held.but(views=()), RULE) == ()
    gone = held.but(attendance=(stays, away.but(left_at=after(30))), views=(view.but(stated_at=after(10)),))
    assert quorum(gone, RULE) != ()
    assert quorum_for_views(gone, RULE) == ()


def test_the_loss_of_the_quorum_is_told_once_and_its_return_too() -> None:
    both = meeting(attendance=(present("A. One", "POL"), present("B. Two", "CSC")))
    one = meeting(attendance=(present("A. One", "POL"),))
    assert "The quorum is lost: 1 of at least 2" in quorum_told(both, one, RULE)[0]
    named = quorum_told(both, one, Quorum(agencies=1, core=("CSC",), health=("CSC", "GP")), str.lower)
    assert "not here: csc. No health agency is here; one of csc, gp is needed." in named[0]
    assert quorum_told(one, both, RULE) == ("There is a quorum.",)
    assert quorum_told(one, one, RULE) == quorum_told(both, both, RULE) == ()


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("Housing: would wait for the criminal case.", "HSG"),
        ("hsg : would wait", "HSG"),
        ("Housing: ", None),
        ("Housing would wait", None),
        ("The landlord: would wait", None),
        (": nothing", None),
    ],
)
def test_a_line_that_begins_with_an_agency_is_that_agencys(words: str, whose: str | None) -> None:
    assert begun_by(words, {"POL": "Police", "HSG": "Housing"}) == whose
