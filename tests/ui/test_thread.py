"""The golden thread by keyboard: from a sentence to the evidence and back, wherever the cursor stands."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.base import Page, Place
from screens.decision import Decision
from screens.dialogs.thread import ThreadDialog
from screens.review import Review
from screens.scoping import Scoping
from screens.tracker import Tracker
from screens.widgets.criteria_panel import CriteriaPanel
from screens.widgets.filter import Filter
from screens.widgets.lanes import Lanes
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from screens.widgets.table import Table
from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.terms import Fact
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.pins import Held
from tests.services.office import MANAGER, Office
from tests.services.threaded import acted, decided, founded
from tests.ui.keyboard import at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.fixture(scope="session")
def thread_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one case whose thread runs whole, made once."""
    path = tmp_path_factory.mktemp("threaded") / "board.db"
    clock = SetClock(datetime(2026, 11, 2, 10, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    office = Office(services, clock)
    acted(office, decided(office))
    services.record.backup(path)
    services.close()
    return path


@pytest.fixture(scope="session")
def reviewed_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one case whose report is in: F-1 led to R-2, which an action carries out."""
    path = tmp_path_factory.mktemp("reviewed") / "board.db"
    clock = SetClock(datetime(2026, 11, 2, 10, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    founded(Office(services, clock))
    services.record.backup(path)
    services.close()
    return path


@pytest.fixture
async def found(reviewed_made: Path, tmp_path: Path) -> AsyncIterator[Backend]:
    copy = tmp_path / "board.db"
    copy.write_bytes(reviewed_made.read_bytes())
    backend = build_backend(copy, clock=SetClock(datetime(2027, 4, 13, 14, tzinfo=UTC)))
    yield backend
    await backend.close()


@pytest.fixture
async def threaded(thread_made: Path, tmp_path: Path) -> AsyncIterator[Backend]:
    copy = tmp_path / "board.db"
    copy.write_bytes(thread_made.read_bytes())
    backend = build_backend(copy, clock=SetClock(datetime(2026, 11, 23, 14, tzinfo=UTC)))
    yield backend
    await backend.close()


@pytest.fixture(params=[(120, 40)])
async def pilot(threaded: Backend, settle: Settle, request: pytest.FixtureRequest) -> AsyncIterator[Pilot[None]]:
    app = Sscb(threaded, act_as="B. Manager")
    async with app.run_test(size=request.param, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


Keys = Callable[..., Awaitable[None]]


@pytest.fixture
def keys(pilot: Pilot[None], settle: Settle) -> Keys:
    async def press(*names: str) -> None:
        for name in names:
            await pilot.press(name)
            await settle(pilot)

    return press


def tree(app: App[None]) -> ThreadDialog:
    assert isinstance(app.screen, ThreadDialog), app.screen
    return app.screen


async def choose(pilot: Pilot[None], keys: Keys, name: str) -> None:
    """Put the cursor of the tree on a thing and press Enter."""
    dialog = tree(pilot.app)
    place = next(at for at, row in enumerate(dialog._rows) if row.thing and row.thing.name.startswith(name))
    dialog.query_one(OptionList).highlighted = place
    await keys("enter")


async def to_the_sentence(pilot: Pilot[None], keys: Keys) -> None:
    """What the police answered under G4, under the cursor."""
    await keys("S")
    assert isinstance(pilot.app.screen, Scoping)
    pilot.app.screen.query_one(SideBySideGrid).to_cell("POL", "F4.G4")


@pytest.mark.parametrize("pilot", SIZES, indirect=True, ids=str)
async def test_t_on_an_answer_shows_what_it_led_to_in_words(pilot: Pilot[None], keys: Keys, seen: Seen) -> None:
    await to_the_sentence(pilot, keys)
    await keys("t")
    words = seen(pilot.app)
    for part in (
        "Came from",
        "Led to",
        "● Police G4",
        "→ (b)(ii) Working together",
        "pinned, for",
        "→ Decision, 20 Nov",
    ):
        assert part in words, part
    assert "Enter goes there, Esc closes" in words
    assert _cursor(pilot.app) == "Police G4"
    await keys("escape")
    assert isinstance(pilot.app.screen, Scoping)


async def test_from_a_sentence_to_the_actions_evidence_and_back_by_keys_alone(
    pilot: Pilot[None], keys: Keys, seen: Seen
) -> None:
    app = pilot.app
    await to_the_sentence(pilot, keys)
    await keys("t")
    await choose(pilot, keys, "Evidence, 20 Nov 2026")
    assert isinstance(app.screen, Tracker)
    assert "A-1" in seen(app)
    await keys("t")
    assert tree(app)._view.thing.name == "A-1 Housing, verified"
    await choose(pilot, keys, "Police G4")
    scoping = app.screen
    assert isinstance(scoping, Scoping)
    current = scoping.query_one(SideBySideGrid).current()
    assert current is not None
    assert (current[0][0], current[1][0]) == ("F4.G4", "POL")
    await keys("backspace")
    assert tree(app)._view.thing.name == "A-1 Housing, verified"
    assert _cursor(app) == "Police G4"
    await keys("backspace")
    assert tree(app)._view.thing.name == "Police G4"
    assert _cursor(app).startswith("Evidence, ")
    await keys("backspace")  # nowhere further back: the tree stays until it is closed
    await keys("escape")
    assert isinstance(app.screen, Scoping)


def _cursor(app: App[None]) -> str:
    dialog = tree(app)
    thing = dialog._rows[dialog.query_one(OptionList).highlighted or 0].thing
    return thing.name if thing else ""


@pytest.mark.parametrize(
    ("name", "place", "shows"),
    [
        ("(b)(ii) Working together", Place.SCOPING, "criteria"),
        ("Decision, 20 Nov 2026", Place.DECISION, "decision"),
        ("CK-5", Place.DUTIES, "duty"),
        ("R-1", Place.TRACKER, "action"),
        ("A-1 Housing", Place.TRACKER, "action"),
        ("Recommendation to the Chair", Place.PAPER, ""),
        ("The meeting found", Place.SCOPING, "criteria"),
        ("The return of Police", Place.CASE, "return"),
    ],
)
async def test_enter_goes_where_each_thing_lives(
    pilot: Pilot[None], keys: Keys, name: str, place: Place, shows: str
) -> None:
    await to_the_sentence(pilot, keys)
    await keys("t")
    await choose(pilot, keys, name)
    screen = pilot.app.screen
    assert isinstance(screen, Page)
    assert screen.place is place
    if shows == "criteria":
        panel = screen.query_one(CriteriaPanel)
        assert panel.has_focus
        assert panel.fact is Fact.WORKING_TOGETHER
    elif shows:
        subject = await screen.subject()
        assert subject is not None
        kinds = {"decision": "decisions", "duty": "duties", "action": "actions", "return": "requests"}
        assert subject.at.kind == kinds[shows]


async def test_from_an_action_to_the_finding_it_answers_and_back_along_the_review(
    found: Backend, settle: Settle
) -> None:
    """`t` on the Review screen asks from the line under the cursor, and the tree leads to a line of it."""
    async with at_keyboard(found, settle, "B. Manager") as at:

        async def asked(name: str) -> None:
            await at.press("t")
            await at.until(lambda: isinstance(at.screen, ThreadDialog))
            assert tree(at.pilot.app)._view.thing.name == name

        async def went(name: str) -> Review:
            dialog = tree(at.pilot.app)
            names = [each.thing.name if each.thing else "" for each in dialog._rows]
            dialog.query_one(OptionList).highlighted = names.index(name)
            await at.press("enter")
            await at.until(lambda: isinstance(at.screen, Review) and at.screen.query_one("#items").has_focus)
            screen = at.screen
            assert isinstance(screen, Review)
            return screen

        await at.press("T")
        tracker = at.screen
        await at.until(lambda: bool(tracker.query_one(Table).key))
        await at.press("down")
        await asked("A-2 Police, not started")
        screen = await went("F-1")
        assert screen.item is not None
        assert screen.item.key == "F-1"
        await asked("F-1")
        await at.press("escape", "left")
        await asked("The report, received 12 Apr 2027")
        await at.press("escape", "home")
        await asked("The review, commissioned 20 Nov 2026")
        screen = await went("The reviewer, appointed 20 Nov 2026")
        assert screen.part is not None
        assert screen.part.key == "reviewers"
        await at.press("backspace")
        await at.until(lambda: isinstance(at.screen, ThreadDialog))
        assert tree(at.pilot.app)._view.thing.name == "The review, commissioned 20 Nov 2026"
        await at.press("backspace")
        await at.until(lambda: isinstance(at.screen, ThreadDialog))
        assert tree(at.pilot.app)._view.thing.name == "A-2 Police, not started"


async def test_a_row_of_the_chronology_is_asked_from_and_gone_to(demo: Backend, settle: Settle) -> None:
    case = await demo.call(lambda services: services.desk.case("SSCB/2026/007"))
    row = Held(Fact.WORKING_TOGETHER, "POL F4.D1 row 2", "for")
    await demo.call(lambda services: services.pins.pin(MANAGER, case.id, row))
    async with at_keyboard(demo, settle, "M. Minutes", "Child F") as at:
        await at.press("S")
        await at.sees("8/16")
        scoping = at.screen
        assert isinstance(scoping, Scoping)
        panel = scoping.query_one(CriteriaPanel)
        panel.focus()
        panel.fact = Fact.WORKING_TOGETHER
        await at.press("t")
        await at.until(lambda: isinstance(at.screen, ThreadDialog))
        dialog = tree(at.pilot.app)
        names = [each.thing.name if each.thing else "" for each in dialog._rows]
        place = next(at_ for at_, name in enumerate(names) if name.startswith("Police, "))
        dialog.query_one(OptionList).highlighted = place
        await at.press("enter")
        lanes = scoping.query_one(Lanes)
        await at.until(lambda: lanes.has_focus and lanes.current() is not None)
        wanted = dialog._rows[place].thing
        assert wanted is not None
        await at.until(lambda: (entry := lanes.current()) is not None and entry.entry_id == f"{wanted.at.id}.2")
        await at.press("t")
        await at.until(lambda: isinstance(at.screen, ThreadDialog))
        assert tree(at.pilot.app)._view.thing.at == wanted.at


async def test_a_minute_is_gone_to_and_asked_from(pilot: Pilot[None], keys: Keys) -> None:
    await keys("C")
    decision = pilot.app.screen
    assert isinstance(decision, Decision)
    await keys("t")
    assert tree(pilot.app)._view.thing.name == "Under 18 at the time"
    await keys("escape", "o", "t")
    assert tree(pilot.app)._view.thing.name == "Decision, 20 Nov 2026"
    await keys("escape", "S")
    pilot.app.screen.query_one(MinutesList).focus()
    await keys("t")
    assert tree(pilot.app)._view.thing.name.startswith("Minute ")


async def test_the_tree_is_asked_for_from_the_queue_the_case_file_and_the_duties(
    pilot: Pilot[None], keys: Keys
) -> None:
    await keys("t")
    assert tree(pilot.app)._view.thing.name.startswith("The referral, ")
    await keys("escape", "enter", "3", "t")
    assert tree(pilot.app)._view.thing.name.startswith("The return of ")
    await keys("escape", "7", "t")
    assert tree(pilot.app)._view.reference == "SSCB/2026/001"
    await keys("escape", "D", "t")
    assert tree(pilot.app)._view.thing.name.startswith("CK-")


async def test_esc_is_a_way_back_as_well_and_leaves_no_step_behind(pilot: Pilot[None], keys: Keys) -> None:
    await to_the_sentence(pilot, keys)
    await keys("t")
    await choose(pilot, keys, "A-1 Housing")
    await keys("escape")
    assert isinstance(pilot.app.screen, Scoping)
    await keys("backspace")
    assert isinstance(pilot.app.screen, Scoping)


async def test_a_capital_letter_leaves_the_thread(pilot: Pilot[None], keys: Keys) -> None:
    await to_the_sentence(pilot, keys)
    await keys("t")
    await choose(pilot, keys, "A-1 Housing")
    await keys("D", "backspace")
    screen = pilot.app.screen
    assert isinstance(screen, Page)
    assert screen.place is Place.DUTIES


async def test_a_filter_that_hides_the_action_is_given_up(pilot: Pilot[None], keys: Keys, seen: Seen) -> None:
    await keys("T", "f", "j", "enter")
    assert "A-1" not in seen(pilot.app)
    await to_the_sentence(pilot, keys)
    await keys("t")
    await choose(pilot, keys, "A-1 Housing")
    tracker = pilot.app.screen
    assert tracker.query_one(Table).key
    await keys("slash", "z", "z", "z", "enter", "S", "t")
    await choose(pilot, keys, "A-1 Housing")
    assert pilot.app.screen.query_one(Table).key
    assert pilot.app.screen.query_one(Filter).value == ""


async def test_a_hundred_thousand_letters_are_cut_to_a_line_and_read_whole_where_they_stand(
    pilot: Pilot[None], keys: Keys, threaded: Backend, seen: Seen
) -> None:
    case = await threaded.call(lambda services: services.desk.case("SSCB/2026/001"))
    long = RecommendationForm(text="[b]\x1b " + "long " * 20_000, rests_on=("(b)(ii)",))
    await threaded.call(lambda services: services.tracker.recommend(MANAGER, case.id, long))
    await to_the_sentence(pilot, keys)
    await keys("t")
    await keys("end")  # what was recommended last hangs at the foot of the tree
    assert "→ R-2" in seen(pilot.app)
    assert "[b]" in seen(pilot.app)


async def test_where_nothing_is_under_the_cursor_that_is_said(empty: Backend, settle: Settle) -> None:
    app = Sscb(empty)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        await pilot.press("R")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)
        assert not isinstance(app.screen, ThreadDialog)


async def test_the_thread_is_masked_while_the_room_may_read_it(pilot: Pilot[None], keys: Keys, seen: Seen) -> None:
    await to_the_sentence(pilot, keys)
    await keys("m", "t")
    view = tree(pilot.app)._view
    assert view.thing.at.part == "F4.G4"
    scoping = next(each for each in pilot.app.screen_stack if isinstance(each, Scoping))
    assert scoping.on_record is not None
    child = scoping.on_record.file.case.child.name
    for name in child.split():
        assert name not in str(view)
