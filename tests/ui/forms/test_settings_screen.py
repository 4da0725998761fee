"""The first start: a Board with its people, or a look round the demonstration."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from screens.base import Place
from screens.forms.spec import Entry
from screens.settings import DEMONSTRATION, Settings
from sscb_tui.services.demonstration import people
from tests.ui.forms.shell import Shell, act

NARROW = (80, 24)
THREE: list[Entry] = [
    {"name": "B. Manager", "role": "business_manager"},
    {"name": "C. Chair", "role": "chair"},
    {"name": "L. Lead", "role": "liip_chair"},
]


async def opened(shell: Shell, pilot: Pilot[None]) -> Settings:
    """The settings, read and on screen."""
    page = Settings(shell.context)
    await shell.push_screen(page)
    await shell.settle(pilot)
    return page


async def test_a_first_start_offers_the_areas_agencies_and_names_nobody(fresh: Shell) -> None:
    async with fresh.run_test(size=NARROW) as pilot:
        page = await opened(fresh, pilot)
        agencies = page.values["agencies"]
        assert isinstance(agencies, list)
        assert {"CSC", "POL", "CCG", "EDU", "HSG"} <= {row["code"] for row in agencies}
        assert page.values["people"] == []
        assert page.values["name"] == "Sunderland Safeguarding Children Board"


async def test_the_board_cannot_begin_without_the_three(fresh: Shell) -> None:
    async with fresh.run_test(size=NARROW) as pilot:
        page = await opened(fresh, pilot)
        page.values["people"] = THREE[:2]
        await pilot.press("ctrl+r")
        await fresh.settle(pilot)
        assert "LIIP Chair" in str(page.query_one(".general", Static).content)
        assert page.form.sections[page.form.at].title == "People"
        assert not await fresh.read(lambda services: services.board.is_set_up())


async def test_with_the_three_the_board_is_set_up_and_the_queue_opens(fresh: Shell) -> None:
    async with fresh.run_test(size=NARROW) as pilot:
        page = await opened(fresh, pilot)
        page.values["people"] = THREE
        await pilot.press("ctrl+r")
        await fresh.settle(pilot)
        board = await fresh.read(lambda services: services.board.settings())
        assert [person.name for person in board.people] == ["B. Manager", "C. Chair", "L. Lead"]
        csc = board.agency("CSC")
        assert csc is not None
        assert [name.name for name in csc.names][-1] == "Together for Children"
        assert fresh.gone[-1].place is Place.REFERRALS


async def test_the_demonstration_is_offered_on_a_first_start_only(fresh: Shell) -> None:
    async with fresh.run_test(size=NARROW) as pilot:
        await opened(fresh, pilot)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert fresh.gone[-1].argument == DEMONSTRATION


async def test_a_board_that_is_set_up_is_changed_by_its_business_manager(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await pilot.press("ctrl+t")
        assert shell.gone == []
        page.values["area"] = "Sampletown"
        act(shell, people.MEMBER.actor())
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert page.query_one(".general", Static).display
        act(shell, people.MANAGER.actor())
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert (await shell.read(lambda services: services.board.settings())).area == "Sampletown"
