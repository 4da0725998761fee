"""Every door of the services, tried by every role: it opens exactly to those the matrix and the process name."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.errors import RuleError
from sscb_tui.domain.people import Actor
from sscb_tui.domain.permissions import may
from sscb_tui.domain.terms import Role
from sscb_tui.domain.workflow import STEPS
from sscb_tui.services.container import PARTS
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.door import Door
from tests.services.doors import DOORS, STAGES, stage
from tests.services.office import MANAGER, Office

CLASSES = [type(getattr(open_record(None), name)) for name in ("board", "desk", *PARTS)]
ASK_ONLY = {
    *("Decisions.check", "Decisions.warnings", "Decisions.unsigned", "PaperDesk.preview", "Desk.keep_draft"),
    *(
        "Search.find",
        "Search.nearest",
        "Progress.undoable",
        "ActionDesk.ways_on",
        "ActionDesk.bars",
        "ActionDesk.bars_to",
    ),
}
"""They name who acts and change no record: a check, a search, and text being typed, which is nobody's record yet."""
WRITES = (".save(", ".atomic(", ".deed(", "sitting.on(", ".advance(")


class UndoneError(Exception):
    """Raised on purpose, so that what a door let through is not kept for the next to try it."""


def undo() -> None:
    """Leave the transaction, and everything in it."""
    raise UndoneError


def public() -> Iterator[tuple[str, str, list[str]]]:
    """Name, source and parameters of every public method of the services."""
    for each in CLASSES:
        for name, method in vars(each).items():
            if not name.startswith("_") and inspect.isfunction(method):
                yield f"{each.__name__}.{name}", inspect.getsource(method), list(inspect.signature(method).parameters)


def test_every_method_that_names_who_acts_is_tried() -> None:
    assert {name for name, _, given in public() if "actor" in given} - ASK_ONLY == set(DOORS)


def test_no_method_writes_without_knowing_who_acts() -> None:
    nameless = [(name, source) for name, source, given in public() if "actor" not in given]
    assert [name for name, source in nameless if any(word in source for word in WRITES)] == []


@pytest.fixture(scope="module")
def offices() -> Iterator[dict[str, tuple[Office, str]]]:
    """One office for each stage, with the id of the case that stands there."""
    made: dict[str, tuple[Office, str]] = {}
    for name in STAGES:
        clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
        services = open_record(None, clock=clock)
        services.board.save(MANAGER, people.BOARD)
        clock.set(date(2026, 11, 2), "10:00")
        office = Office(services, clock)
        made[name] = office, stage(office, name)
    yield made
    for office, _ in made.values():
        office.services.close()


def refusal(office: Office, door: Door, actor: Actor, case_id: str) -> RuleError | None:
    """How the door answers this person; nothing stays done."""
    moment = office.clock.moment
    try:
        with office.services.record.atomic(actor, "tried"):
            door.call(office, actor, case_id)
            undo()
    except RuleError as error:
        return error
    except UndoneError:
        pass
    finally:
        office.clock.moment = moment
    return None


def entitled(door: Door, role: Role) -> bool:
    """What the matrix says, what the process says where a move is made, and what a narrower rule says."""
    steps = door.move is None or role in STEPS[door.move].who
    return may(role, door.deed, door.thing) and steps and (door.only is None or role in door.only)


@pytest.mark.parametrize("name", list(DOORS))
def test_a_door_opens_to_exactly_those_the_matrix_and_the_process_name(
    name: str, offices: dict[str, tuple[Office, str]]
) -> None:
    door = DOORS[name]
    office, case_id = offices[door.at]
    answers = {
        role: refusal(office, door, Actor(name="S. Body", role=role, agency="HSG"), case_id)
        for role in Role
        if role is not Role.SYSTEM
    }
    opened = {role for role, refused in answers.items() if refused is None}
    assert opened == {role for role in answers if entitled(door, role)}
    assert opened, "nobody can do this at all"


@pytest.mark.parametrize("name", list(DOORS))
def test_a_deputy_with_authority_opens_the_chairs_doors_and_no_others(
    name: str, offices: dict[str, tuple[Office, str]]
) -> None:
    door = DOORS[name]
    office, case_id = offices[door.at]
    deputy = Actor(name="V. Deputy", role=Role.MEMBER, authority="Board minute 14")
    opened = refusal(office, door, deputy, case_id) is None
    chairs = {"Decisions.sign", "Referrals.resolve_theirs", "Reopenings.reopen", "Reopenings.add"}
    assert opened is (name in chairs)


def test_an_agencys_lead_hands_in_no_other_agencys_return(offices: dict[str, tuple[Office, str]]) -> None:
    office, case_id = offices["asked"]
    stranger = Actor(name="S. Body", role=Role.AGENCY_LEAD, agency="POL")
    for name in ("Scoping.take", "Chronologies.take"):
        refused = refusal(office, DOORS[name], stranger, case_id)
        assert refused is not None
        assert refused.violations[0].code == "WHO"
