"""The shell: what is remembered between starts, the person's own keys, and the net under errors."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from screens.base import Page, Place
from screens.dialogs.failure import Failure
from screens.referrals import Referrals
from sscb_tui.app import Sscb
from sscb_tui.config import Places
from sscb_tui.domain.errors import InputError
from sscb_tui.keymap import all_declared, misnamed, read_keymap
from sscb_tui.services.backend import Backend
from sscb_tui.user_state import UserState

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]


def place(app: Sscb) -> Place | None:
    """Where the person is; None is the queue."""
    assert isinstance(app.screen, Page), app.screen
    return app.screen.place


# Remembered


async def test_the_theme_is_remembered(demo: Backend, settle: Settle, tmp_path: Path) -> None:
    file = tmp_path / "state" / "window.json"
    app = Sscb(demo, state=UserState(file=file))
    async with app.run_test() as pilot:
        await settle(pilot)
        app.theme = "high-contrast"
        await pilot.pause()
    assert json.loads(file.read_text())["theme"] == "high-contrast"
    assert file.stat().st_mode & 0o777 == 0o600
    assert not any(theme.ansi for theme in app.available_themes.values())


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "high-contrast", "no such theme"])
async def test_every_offered_theme_draws_the_queue(demo: Backend, settle: Settle, seen: Seen, theme: str) -> None:
    app = Sscb(demo, state=UserState(theme=theme))
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        assert "Child Q" in seen(app)


async def test_without_colour_the_cursor_and_lateness_still_show(
    demo: Backend, settle: Settle, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Sscb(demo)
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        assert "▸SSCB/" in seen(app)
        assert "wd ✗" in seen(app)


def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path) -> None:
    for held in ("{", "[]", '{"theme": 3}', "\udcff"):
        file = tmp_path / "window.json"
        file.write_bytes(held.encode("utf-8", "surrogateescape"))
        state = UserState(file=file)
        state.remember(theme="textual-light")
        assert json.loads(file.read_text())["theme"] == "textual-light"


def test_what_is_no_view_is_not_remembered_as_one(tmp_path: Path) -> None:
    good = {"query": "overdue", "order": "due", "group": ""}
    for held, kept in (([1], {}), ({"Mine": 3}, {}), ({"Mine": good | {"odd": 3}}, {"Mine": good})):
        (tmp_path / "window.json").write_text(json.dumps({"theme": "textual-light", "views": held}))
        here = Places(tmp_path, tmp_path, tmp_path, tmp_path, tmp_path / "board.db")
        assert UserState.load(here).views == kept
        assert UserState.load(here).theme == "textual-light"


# The key map


async def test_a_remapped_key_works_and_is_what_help_shows(
    demo: Backend, settle: Settle, seen: Seen, tmp_path: Path
) -> None:
    keys = tmp_path / "keys.toml"
    keys.write_text('"go.tracker" = "f6"\nlist.sort = "z"\n')
    app = Sscb(demo, state=UserState(keymap=keys))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("T")
        assert isinstance(app.screen, Referrals)
        await pilot.press("question_mark", *"tracker")
        assert "f6" in seen(app)
        await pilot.press("escape", "f6")
        await settle(pilot)
        assert place(app) is Place.TRACKER


def test_a_key_map_is_refused_in_words(tmp_path: Path) -> None:
    keys = tmp_path / "keys.toml"
    keys.write_text("go.tracker = 3")
    with pytest.raises(InputError, match=r"go\.tracker.*quotes"):
        read_keymap(keys)
    keys.write_text("go.tracker =")
    with pytest.raises(InputError, match="TOML"):
        read_keymap(keys)
    assert "go.tracker" in str(misnamed(["go.traker"], all_declared())[0])
    assert misnamed(["go.tracker"], all_declared()) == ()


# The net


async def test_the_unforeseen_is_written_down_without_values_and_the_program_goes_on(
    demo: Backend, settle: Settle, seen: Seen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Sscb, "catches", True)

    def explode(page: Referrals) -> None:
        raise ValueError(" ".join(("Fictional", "Name", page.title or "")))

    monkeypatch.setattr(Referrals, "action_new", explode)
    log = tmp_path / "log" / "sscb.log"
    app = Sscb(demo, state=UserState(log=log))
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, Failure)
        assert "sscb.log" in seen(app)
        await pilot.press("enter", "T")
        await settle(pilot)
        assert place(app) is Place.TRACKER
    written = log.read_text()
    assert "ValueError" in written
    assert "explode" in written
    assert "Fictional Name" not in written
    assert log.stat().st_mode & 0o777 == 0o600
