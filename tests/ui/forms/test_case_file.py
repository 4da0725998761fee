"""One case from every side, and what is done about its returns."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from screens.base import Place
from screens.case_file import TABS, CaseFile
from screens.dialogs.told import Told
from screens.files import keep
from screens.widgets.form_dialog import FormDialog
from screens.widgets.table import Table
from tests.ui.forms.shell import Shell

NARROW = (80, 24)


async def opened(shell: Shell, pilot: Pilot[None], reference: str) -> CaseFile:
    """The case file, read and on screen."""
    await shell.case_in_hand(reference)
    page = CaseFile(shell.context)
    await shell.push_screen(page)
    await shell.settle(pilot)
    return page


def on_screen(shell: Shell) -> str:
    """Every letter on the screen."""
    return "\n".join(strip.text for strip in shell.screen._compositor.render_strips())


async def until_dialog(shell: Shell, pilot: Pilot[None], kind: type[FormDialog] | type[Told]) -> None:
    """Wait for a dialog of this kind."""
    while not isinstance(shell.screen, kind):
        await pilot.pause()
    await pilot.pause()


async def test_number_keys_bring_each_side_to_the_front(demonstration: Shell) -> None:
    async with demonstration.run_test(size=NARROW) as pilot:
        page = await opened(demonstration, pilot, "SSCB/2026/004")
        for number, name in enumerate(TABS, start=1):
            await pilot.press(str(number))
            assert page.side == name
            assert demonstration.focused is page.query_one(f"#{name}")


async def test_names_are_hidden_until_asked_for_and_hidden_again(demonstration: Shell) -> None:
    async with demonstration.run_test(size=NARROW) as pilot:
        page = await opened(demonstration, pilot, "SSCB/2026/004")
        assert page.read is not None
        name = page.read.file.case.child.name
        for number in range(1, len(TABS) + 1):
            await pilot.press(str(number))
            assert name not in on_screen(demonstration), TABS[number - 1]
        await pilot.press("2", "v")
        await pilot.pause()
        assert name in on_screen(demonstration)
        await pilot.press("v")
        await pilot.pause()
        assert name not in on_screen(demonstration)


async def test_templates_are_written_whole_and_over_nothing(demonstration: Shell, tmp_path: Path) -> None:
    shell, folder = demonstration, tmp_path / "out"
    async with shell.run_test(size=(100, 40)) as pilot:
        page = await opened(shell, pilot, "SSCB/2026/004")
        await pilot.press("3", "i")
        await until_dialog(shell, pilot, FormDialog)
        assert isinstance(shell.screen, FormDialog)
        shell.screen.values["folder"] = str(folder)
        await pilot.press("ctrl+r")
        await until_dialog(shell, pilot, Told)
        written = sorted(folder.iterdir())
        assert len(written) == 9
        assert all(path.stat().st_mode & 0o077 == 0 for path in written)
        await pilot.press("escape", "i")
        await until_dialog(shell, pilot, FormDialog)
        assert isinstance(shell.screen, FormDialog)
        shell.screen.values["folder"] = str(folder)
        written[0].write_text("filled in by somebody")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert written[0].read_text() == "filled in by somebody"
        assert shell.screen_stack[-1] is page


async def test_a_file_that_will_not_do_is_refused_with_its_reasons(demonstration: Shell, tmp_path: Path) -> None:
    shell, folder = demonstration, tmp_path / "in"
    keep(folder, "letter.md", "Dear Board,\n")
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot, "SSCB/2026/004")
        await pilot.press("3", "f")
        await until_dialog(shell, pilot, FormDialog)
        await shell.paste(pilot, f"{folder}\n{folder / 'missing.md'}")
        await pilot.press("ctrl+r")
        await until_dialog(shell, pilot, Told)
        told = str(shell.screen.query_one("VerticalScroll Static", Static).content)
        assert "letter.md was not taken; nothing of it is on record" in told
        assert "missing.md was not read" in told


async def test_a_reminder_goes_on_record_for_the_agency_under_the_cursor(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=(100, 40)) as pilot:
        page = await opened(shell, pilot, "SSCB/2026/004")
        await pilot.press("3")
        page.query_one("#returns", Table).go_to("HSG")
        await pilot.press("c")
        await until_dialog(shell, pilot, FormDialog)
        await shell.paste(pilot, "Telephoned; promised for Friday.")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert page.read is not None
        requests = await shell.read(lambda services: services.desk.file(page.case_id).requests)
        housing = next(request for request in requests if request.agency == "HSG")
        assert housing.chases[-1].note == "Telephoned; promised for Friday."


async def test_the_keys_of_the_returns_work_on_that_side_only(demonstration: Shell) -> None:
    async with demonstration.run_test(size=NARROW) as pilot:
        page = await opened(demonstration, pilot, "SSCB/2026/004")
        await pilot.press("i")
        await demonstration.settle(pilot)
        assert demonstration.screen is page


async def test_enter_opens_a_paper_and_an_entry_of_the_journal(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=NARROW) as pilot:
        await opened(shell, pilot, "SSCB/2026/002")
        await pilot.press("6", "enter")
        await pilot.pause()
        assert shell.gone == [], "no meeting was called, so there is no pack"
        assert [note.message for note in shell._notifications] == ["There is nothing to print yet."]
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        assert (shell.gone[-1].place, shell.gone[-1].argument) == (Place.PAPER, "decision")
        await pilot.press("7", "enter")
        await until_dialog(shell, pilot, Told)
        assert "hash" in on_screen(shell)


async def test_a_corrected_name_stays_hidden_in_the_history_until_asked_for(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=(160, 60)) as pilot:
        page = await opened(shell, pilot, "SSCB/2026/009")
        await shell.rename_child(page.case_id, "Corrected Example")
        await page.reload()
        await pilot.press("7")
        await pilot.pause()
        assert "Corrected" not in on_screen(shell)
        await pilot.press("v")
        await pilot.pause()
        assert "Corrected Example" in on_screen(shell)


async def test_the_decision_shows_its_seal(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=(120, 60)) as pilot:
        page = await opened(shell, pilot, "SSCB/2026/002")
        await pilot.press("4")
        await pilot.pause()
        assert page.read is not None
        assert page.read.file.decision is not None
        assert page.read.file.seals[page.read.file.decision.id] in on_screen(shell)
