"""Whose work it is does not judge it: by no door of the tracker, in no order, under no name, post or other number.

The doors are those of `tests.services.doors`, where every writing method must be entered: a new one is tried by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.forms import TransferForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.permissions import Thing, same_person
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE
from sscb_tui.domain.terms import ActionState, Confidence, Role, Shown
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.imports import ImportTerms
from sscb_tui.services.minutes import About
from tests.services.doors import DOORS, stage
from tests.services.doors_of_the_tracker import ACTION, MINUTE, PROOF, TEST, action_id, latest
from tests.services.office import LIIP, MANAGER, OWNER, Office

DONE = ActionState.DONE_UNVERIFIED
TRACKER_DOORS = sorted(name for name, door in DOORS.items() if door.thing is Thing.TRACKER)
NOTHING_THERE = (IndexError, StopIteration, AssertionError)


class UndoneError(Exception):
    """Raised on purpose, so that nothing one road left is there for the next."""


def acted(office: Office, owner: str, name: str = "", by: Actor = MANAGER) -> str:
    """A case whose only action is owned like this, and said by that person to be done."""
    case_id = office.received().id
    action = office.services.tracker.act(MANAGER, case_id, ACTION.but(owner=owner, owner_name=name))
    office.services.progress.update(by, action.id, DONE, "In use.")
    office.services.progress.evidence(MANAGER, action.id, PROOF)
    return case_id


def _given_away(office: Office) -> str:
    case_id = acted(office, "Head of tenancy services", LIIP.name)
    to = TransferForm(agency="POL", owner="Superintendent", owner_name="P. Other", reason="The service moved.")
    office.services.amendments.transfer(MANAGER, action_id(office, case_id), to)
    return case_id


def _noted_after(office: Office) -> str:
    case_id = acted(office, "Head of tenancy services", "H. Owner", by=LIIP)
    office.services.progress.update(MANAGER, action_id(office, case_id), None, "So it is.")
    office.services.progress.update(MANAGER, action_id(office, case_id), DONE, "Still.")
    return case_id


def _done_again(office: Office) -> str:
    """They said it done once; it was sent back, and somebody else said it done the second time."""
    case_id = acted(office, "Head of tenancy services", "H. Owner", by=LIIP)
    for state in (ActionState.IN_PROGRESS, DONE):
        office.services.progress.update(MANAGER, action_id(office, case_id), state, "Looked at again.")
    return case_id


def _took_its_place(office: Office) -> str:
    case_id = office.received().id
    use = office.services
    old = use.tracker.act(MANAGER, case_id, ACTION.but(owner_name=LIIP.name))
    new = use.tracker.act(MANAGER, case_id, ACTION.but(action="One step for both."))
    use.progress.supersede(MANAGER, old.id, new.number, "One step.")
    use.progress.update(OWNER, new.id, DONE, "In use.")
    use.progress.evidence(MANAGER, new.id, PROOF)
    return case_id


def _imported(office: Office) -> str:
    case = office.received()
    plan = b"Recommendation,Action,Agency,Owner,Outcome,Due\nShare.,Tell.,HSG,l.  LEAD,They know.,4 Jan 2027\n"
    imports = office.services.imports
    imports.take(MANAGER, imports.open(plan, "plan.csv"), ImportTerms(case_id=case.id))
    office.services.progress.update(OWNER, action_id(office, case.id), DONE, "In use.")
    office.services.progress.evidence(MANAGER, action_id(office, case.id), PROOF)
    return case.id


THEIRS: dict[str, Callable[[Office], str]] = {
    "by name": lambda office: acted(office, "Head of tenancy services", LIIP.name),
    "by name, in other capitals and spacing": lambda office: acted(office, "Head of service", " l.   LEAD "),
    "by name where a post belongs": lambda office: acted(office, LIIP.name),
    "by post": lambda office: acted(office, people.LIIP.post),
    "by role": lambda office: acted(office, Role.LIIP_CHAIR.label),
    "given away since": _given_away,
    "said by them to be done": lambda office: acted(office, "Head of service", "H. Owner", by=LIIP),
    "said by them to be done, with notes of others after": _noted_after,
    "said by them to be done the first time": _done_again,
    "under the number that took its place": _took_its_place,
    "as imported": _imported,
}
ROADS: dict[str, Callable[[Office, str], object]] = {
    "verify": lambda office, id: office.services.progress.verify(LIIP, id, "Mine."),
    "update": lambda office, id: office.services.progress.update(LIIP, id, ActionState.VERIFIED, "Mine."),
    "many": lambda office, id: office.services.progress.update_all(LIIP, (id,), ActionState.VERIFIED, "Mine."),
    "embed": lambda office, id: office.services.progress.embed(LIIP, id, "Mine."),
    "close": lambda office, id: office.services.progress.close(LIIP, id, "Mine.", MINUTE),
    "many embedded": lambda office, id: office.services.progress.update_all(LIIP, (id,), ActionState.EMBEDDED, "x"),
    "many closed": lambda office, id: office.services.progress.update_all(LIIP, (id,), ActionState.CLOSED, "x"),
}


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    yield Office(services, clock)
    services.close()


def attempt(deed: Callable[[], object]) -> bool:
    """Whether it was done."""
    try:
        deed()
    except (SscbError, *NOTHING_THERE):
        return False
    return True


def judged(office: Office, case_id: str) -> list[Action]:
    """The actions of the case that stand as somebody else's word."""
    rows = office.services.tracker.rows(case_id)
    actions = [office.services.tracker.action(row.action_id) for row in rows]
    return [each for each in actions if each.state in BY_SOMEBODY_ELSE]


def judged_after(office: Office, case_id: str, first: str, who: Actor) -> list[Action]:
    """What they reach by every road once somebody has gone through that door; nothing of it stays."""
    found: list[Action] = []
    try:
        with office.services.record.atomic(MANAGER, "tried"):
            attempt(partial(DOORS[first].call, office, who, case_id))
            for road in ROADS.values():
                attempt(partial(road, office, action_id(office, case_id)))
            found = judged(office, case_id)
            undone()
    except UndoneError:
        return found
    return found


def undone() -> None:
    """Leave the transaction, and everything in it."""
    raise UndoneError


@pytest.mark.parametrize("whose", list(THEIRS))
def test_nobody_judges_their_own_work_whatever_is_done_first(office: Office, whose: str) -> None:
    case_id = THEIRS[whose](office)
    assert latest(office, case_id).state is DONE
    for first in TRACKER_DOORS:
        for who in (LIIP, MANAGER):
            assert judged_after(office, case_id, first, who) == [], f"{first} by {who.name}"


@pytest.mark.parametrize("road", ["verify", "update", "many"])
def test_the_same_roads_lead_there_for_a_second_person(office: Office, road: str) -> None:
    """Or the test above would prove nothing."""
    case_id = acted(office, "Head of tenancy services", "H. Owner")
    assert attempt(lambda: ROADS[road](office, action_id(office, case_id)))
    assert latest(office, case_id).verified_by == LIIP.name


@pytest.mark.parametrize("road", list(ROADS))
def test_who_owns_what_somebody_else_verified_puts_no_second_word_on_it(office: Office, road: str) -> None:
    case_id = acted(office, "Head of tenancy services", LIIP.name)
    board = people.FULL_BOARD.actor()
    office.services.progress.verify(board, action_id(office, case_id), "Read the sample.")
    held_test = TEST.but(shown=Shown.HELD, confidence=Confidence.HIGH)
    office.services.progress.impact(MANAGER, action_id(office, case_id), held_test)
    attempt(lambda: ROADS[road](office, action_id(office, case_id)))
    after = latest(office, case_id)
    assert (after.state, same_person(after.verified_by, board.name)) == (ActionState.VERIFIED, True)


def test_an_owner_is_told_that_it_is_theirs_and_not_that_their_role_is_wrong(office: Office) -> None:
    case_id = acted(office, "Head of tenancy services", OWNER.name)
    for deed in (
        lambda: office.services.progress.verify(OWNER, action_id(office, case_id), "Mine."),
        lambda: office.services.progress.update_all(OWNER, (action_id(office, case_id),), ActionState.VERIFIED, "x"),
    ):
        with pytest.raises(SscbError, match=r"H\. Owner owns A-"):
            deed()


def test_taking_back_does_not_end_in_a_word_on_ones_own_work(office: Office) -> None:
    """What the owner takes back leaves the row as somebody else had it."""
    case_id = acted(office, "Head of tenancy services", LIIP.name)
    board = people.FULL_BOARD.actor()
    office.services.progress.verify(board, action_id(office, case_id), "Read the sample.")
    office.services.progress.update(LIIP, action_id(office, case_id), ActionState.REOPENED, "It slipped.")
    office.services.progress.undo(LIIP)
    assert latest(office, case_id).verified_by == board.name


def test_an_action_corrected_in_the_minutes_is_not_verified_by_who_had_it_first(office: Office) -> None:
    case_id = stage(office, "sitting")
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    line = office.services.meetings.write(MANAGER, held.id, ":a Ring round", about=About(OWNER.name, "+7"))
    office.services.meetings.edit_line(MANAGER, line.id, line.version, "Ring round", about=About("Police", "+7"))
    action = latest(office, case_id)
    office.services.progress.update(MANAGER, action.id, DONE, "Rung.")
    office.services.progress.evidence(MANAGER, action.id, PROOF)
    with pytest.raises(SscbError, match=r"WHO-OWN"):
        office.services.progress.verify(LIIP.but(name=OWNER.name), action.id, "Mine once.")
