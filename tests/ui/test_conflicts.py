"""The conflicts of a case and the check before its meeting, by keyboard on the real services."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from threading import current_thread

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.dialogs.conflicts import Conflicts
from screens.dialogs.readiness import Readiness
from screens.scoping import Scoping
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_filter import Wanted
from screens.widgets.side_by_side import SideBySideGrid
from screens.widgets.table import Table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.differences import Difference, differences
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import DifferenceState, LineKind
from sscb_tui.services import compared
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.views import DifferenceView
from tests.ui.conftest import scoping_room
from tests.ui.keyboard import Typist

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
MANAGER = people.MANAGER.actor()
VISITS = (
    b"date,agency,event\n"
    b"3 Jul 2026,POL,Joint visit: child seen\n"
    b"3 Jul 2026,CSC,Joint visit: the child was not seen\n"
    b"2 Jun 2026,CSC,Strategy meeting about the bruising\n"
    b"4 Jun 2026,POL,Strategy meeting about the bruising\n"
)


def child_q(services: Services) -> str:
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == "Child Q")


def at_odds(services: Services) -> str:
    """Child Q with two accounts of one visit and two days for one meeting."""
    services.chronologies.take(MANAGER, child_q(services), "visits.csv", VISITS)
    return child_q(services)


def told(services: Services) -> dict[str, DifferenceView]:
    """The conflicts by kind; the visit and the meeting are the only ones of theirs."""
    return {each.kind.value: each for each in services.differences.of_case(child_q(services))}


@asynccontextmanager
async def room(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int] = (120, 40), who: str = "B. Manager"
) -> AsyncIterator[tuple[Typist, Scoping]]:
    async with scoping_room(demo, settle, "Child Q", who, size) as (pilot, screen):
        yield Typist(pilot, settle, lambda: seen(pilot.app)), screen


async def listed(typist: Typist) -> Conflicts:
    """The open list of conflicts."""
    await typist.press("c")
    await typist.until(lambda: isinstance(typist.screen, Conflicts) and bool(typist.screen.query_one(Table).key))
    dialog = typist.screen
    assert isinstance(dialog, Conflicts)
    return dialog


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_list_says_who_says_what_and_where(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen, size) as (typist, _):
        await listed(typist)
        await typist.sees("2 open · 0 checking · 0 settled", "Whether the child was seen on 3 Jul 2026", "! open")
        await typist.sees("1 Police", "Joint visit: child seen", "2 Social care", "visits.csv row")


async def test_a_conflict_is_settled_in_words(demo: Backend, settle: Settle, seen: Seen) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen) as (typist, _):
        dialog = await listed(typist)
        assert dialog.current is not None
        await typist.tell("enter", {"How": "Seen at the door; the log of the day says so."})
        await typist.until(lambda: typist.screen is dialog)
        await typist.sees("1 open · 0 checking · 1 settled", "✓ settled")
        assert dialog.current.kind.value == "seen"
        await typist.sees("Settled: Seen at the door")
    view = (await demo.call(told))["seen"]
    assert view.state is DifferenceState.SETTLED
    assert view.answers[0].by == "B. Manager"


async def test_the_record_never_waits_while_returns_are_compared(
    demo: Backend, settle: Settle, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def watched(file: CaseFile, board: BoardSettings) -> tuple[Difference, ...]:
        threads.append(current_thread().name)
        return differences(file, board)

    await demo.call(at_odds)
    monkeypatch.setattr(compared, "differences", watched)
    async with room(demo, settle, seen) as (typist, _):
        dialog = await listed(typist)
        await typist.tell("enter", {"How": "Seen at the door."})
        await typist.until(lambda: typist.screen is dialog)
        await typist.sees("1 open · 0 checking · 1 settled")
        await typist.press("escape", "r")
        await typist.sees("Conflicts not explained")
    assert len(threads) == 1
    assert not threads[0].startswith("record")


async def test_a_conflict_is_given_to_somebody_and_the_minutes_say_so(
    demo: Backend, settle: Settle, seen: Seen
) -> None:
    case_id = await demo.call(at_odds)

    def prepare(services: Services) -> str:
        for request in services.desk.file(case_id).requests:
            if request.returned is None:
                services.scoping.refuse(MANAGER, request.id, "No records officer until January.")
        services.scoping.complete(MANAGER, case_id)
        return services.meetings.prepare(MANAGER, case_id).id

    meeting_id = await demo.call(prepare)
    async with room(demo, settle, seen) as (typist, _):
        dialog = await listed(typist)
        await typist.tell("s", {"It is": "to be checked", "Who checks": "Police", "By": "30 Nov"})
        await typist.until(lambda: typist.screen is dialog)
        await typist.sees("1 open · 1 checking · 0 settled", "… by 30 Nov", "Police to check by 30 Nov")
        await typist.press("escape")
        await typist.sees("Police to check by 30 Nov 2026")
    line = (await demo.call(lambda services: services.meetings.lines(meeting_id)))[-1]
    assert (line.kind, line.owner, str(line.due)) == (LineKind.SETTLED, "Police", "2026-11-30")


async def test_one_kind_is_shown_alone_and_all_again(demo: Backend, settle: Settle, seen: Seen) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen) as (typist, _):
        dialog = await listed(typist)
        table = dialog.query_one(Table)
        for kind, count in (("date", 1), ("every kind", 2)):
            await typist.press("f")
            await typist.choose(kind)
            await typist.until(lambda count=count: table.count[0] == count)  # type: ignore[misc]  # bound each time
        await typist.press("f", "down", "enter")
        await typist.sees("only")


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
@pytest.mark.parametrize(("key", "party"), [("o", 0), ("2", 1)])
async def test_a_party_s_row_of_a_file_is_opened_in_the_merged_chronology(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int], key: str, party: int
) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen, size) as (typist, screen):
        lanes = screen.query_one(Lanes)
        lanes.want(Wanted(words="nothing of that kind"))
        dialog = await listed(typist)
        assert dialog.current is not None
        said = dialog.current.sayings[party]
        await typist.press(key)
        await typist.until(lambda: typist.screen is screen and lanes.has_focus and lanes.current() is not None)
        entry = lanes.current()
        assert entry is not None
        assert (entry.agency, f"{entry.text}: {entry.event}") == (said.agency, said.words)
        await typist.sees("Joint visit")


async def test_a_party_s_number_goes_to_its_answer(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with scoping_room(demo, settle, "Child F", "L. Lead") as (pilot, screen):
        typist = Typist(pilot, settle, lambda: seen(pilot.app))
        dialog = await listed(typist)
        found = next(each for each in dialog.found if each.sayings[1].where.startswith("F4."))
        dialog.query_one(Table).go_to(found.id)
        await typist.press("2")
        await typist.until(lambda: typist.screen is screen)
        await settle(pilot)
        current = screen.query_one(SideBySideGrid).current()
        assert current is not None
        assert (current[0][0], current[1][0]) == (found.sayings[1].where.split()[0], found.sayings[1].agency)


async def test_where_returns_agree_the_list_says_so(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with room(demo, settle, seen) as (typist, _):
        await typist.press("c")
        await typist.sees("0 open · 0 checking · 0 settled", "do not contradict one another")
        await typist.press("enter", "o", "1")
        assert isinstance(typist.screen, Conflicts)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
async def test_the_check_before_the_meeting_is_one_page_of_headings(
    demo: Backend, settle: Settle, seen: Seen, size: tuple[int, int]
) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen, size) as (typist, _):
        await typist.press("r")
        await typist.sees("Ready for the meeting? · Child Q", "Returns in", "✓ Refused  none")


async def test_a_line_of_the_check_opens_the_conflict_it_speaks_of(demo: Backend, settle: Settle, seen: Seen) -> None:
    await demo.call(at_odds)
    async with room(demo, settle, seen) as (typist, _):
        await typist.press("r")
        await typist.until(lambda: isinstance(typist.screen, Readiness))
        await typist.choose("Whether the child was seen on 3 Jul")
        await typist.until(lambda: isinstance(typist.screen, Conflicts))
        dialog = typist.screen
        assert isinstance(dialog, Conflicts)
        assert dialog.current is not None
        assert dialog.current.kind.value == "seen"


async def test_a_line_that_leads_nowhere_stays(demo: Backend, settle: Settle, seen: Seen) -> None:
    async with room(demo, settle, seen) as (typist, _):
        await typist.press("r")
        await typist.until(lambda: isinstance(typist.screen, Readiness))
        lines = typist.screen.query_one(OptionList)
        assert "›" not in str(lines.get_option_at_index(lines.highlighted or 0).prompt)
        await typist.press("enter")
        assert isinstance(typist.screen, Readiness)


async def test_words_of_a_conflict_are_never_markup(demo: Backend, settle: Settle, seen: Seen) -> None:
    rows = (
        b"date,agency,event\n3 Jul 2026,POL,Joint visit: child seen [@click=app.quit]x[/]\n"
        b"3 Jul 2026,CSC,Joint visit: child not seen [red]\x1b\n"
    )
    await demo.call(lambda services: services.chronologies.take(MANAGER, child_q(services), "odd.csv", rows))
    async with room(demo, settle, seen) as (typist, _):
        await listed(typist)
        await typist.sees("[@click=app.quit]x[/]", "[red]␛")


async def test_no_real_name_of_the_child_is_in_what_is_listed(demo: Backend, settle: Settle, seen: Seen) -> None:
    case_id = await demo.call(at_odds)
    name = await demo.call(lambda services: services.desk.file(case_id).case.child.name)
    async with room(demo, settle, seen) as (typist, _):
        await listed(typist)
        assert name not in typist.seen()
