"""The paper preview: rendered or raw, saved whole, privately, and never over another file unasked."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Markdown

from screens.base import Place
from screens.dialogs.confirm import Confirm
from screens.paper import PaperPreview
from sscb_tui.app import Sscb
from sscb_tui.services.backend import Backend

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


async def opened(app: Sscb, pilot: Pilot[None], settle: Settle, paper: str = "decision") -> PaperPreview:
    """The preview of a paper of a decided case."""
    await settle(pilot)
    case = await app.context.backend.call(lambda services: services.desk.case("SSCB/2026/002"))
    app.journey.go(PaperPreview.Go(Place.PAPER, case.id, paper))
    await settle(pilot)
    assert isinstance(app.screen, PaperPreview)
    return app.screen


async def save_as(pilot: Pilot[None], settle: Settle, where: Path) -> None:
    """Ask for a file and answer with this one."""
    await pilot.press("s")
    await settle(pilot)
    pilot.app.screen.query_one(Input).value = str(where)
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("paper", ["decision", "plan"])
async def test_a_paper_is_rendered_and_the_markdown_is_a_key_away(
    demo: Backend, settle: Settle, seen: Seen, paper: str
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, settle, paper)
        assert screen.paper is not None
        assert screen.paper.filename in seen(app)
        assert screen.query_one(Markdown).display
        await pilot.press("m")
        await settle(pilot)
        assert "# " in seen(app)
        await pilot.press("G", "g", "j", "space", "escape")


async def test_a_paper_that_cannot_be_printed_yet_says_why(demo: Backend, settle: Settle) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await opened(app, pilot, settle, "minutes")
        assert screen.paper is None
        assert any("no minutes" in each.message for each in app._notifications)


async def test_a_paper_is_saved_whole_and_readable_by_its_owner_alone(
    demo: Backend, settle: Settle, tmp_path: Path
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await opened(app, pilot, settle)
        assert screen.paper is not None
        await save_as(pilot, settle, tmp_path)
        saved = tmp_path / screen.paper.filename
        assert saved.read_bytes() == screen.paper.markdown.encode()
        assert saved.stat().st_mode & 0o777 == 0o600
        assert [path.name for path in tmp_path.iterdir() if "new" in path.name or "part" in path.name] == []


async def test_no_file_is_replaced_without_asking(demo: Backend, settle: Settle, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("mine")
    app = Sscb(demo)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(app, pilot, settle)
        await save_as(pilot, settle, other)
        assert isinstance(app.screen, Confirm)
        await pilot.press("n")
        await settle(pilot)
        assert other.read_text() == "mine"
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("y")
        await settle(pilot)
        assert other.read_text().startswith("**OFFICIAL-SENSITIVE**")


async def test_a_folder_that_is_not_there_is_said_and_asked_again(
    demo: Backend, settle: Settle, tmp_path: Path
) -> None:
    app = Sscb(demo)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await opened(app, pilot, settle)
        (tmp_path / "file").write_text("")
        await save_as(pilot, settle, tmp_path / "file" / "paper.md")
        assert any("file" in each.message for each in app._notifications)
        assert app.screen.query_one(Input).value.endswith("paper.md")
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, PaperPreview)
