"""The form answers keys: sections, choices, rows, and sentences where something is wrong."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from screens.dialogs.confirm import Confirm
from screens.forms.spec import Entry
from screens.referral_form import ReferralPage
from screens.widgets.form_choice import ChoiceEditor
from screens.widgets.form_dialog import FormDialog
from screens.widgets.form_field import FieldRow
from screens.widgets.form_list import ListEditor
from screens.widgets.form_stale import Stale
from screens.widgets.form_text import LineEditor
from tests.ui.forms.shell import Shell

NARROW = (80, 24)


async def opened(shell: Shell, pilot: Pilot[None], argument: str = "new") -> ReferralPage:
    """The referral form, read and on screen."""
    page = ReferralPage(shell.context, argument)
    await shell.push_screen(page)
    await shell.settle(pilot)
    return page


def fault_under(page: ReferralPage, path: str) -> str:
    """The sentence under a field on show."""
    row = next(row for row in page.query(FieldRow) if row.field.path == path)
    return "".join(str(each.content) for each in row.query(".fault").results(Static))


async def test_a_field_left_wrong_says_so_and_falls_silent_once_mended(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await pilot.press("tab")
        await shell.paste(pilot, "soonish")
        await pilot.press("tab")
        await shell.settle(pilot)
        assert "No date can be read" in fault_under(page, "incident_on")
        assert "This is needed." in fault_under(page, "pseudonym")
        await pilot.press("shift+tab", "ctrl+u")
        await shell.paste(pilot, "2 Nov 2026")
        await shell.settle(pilot)
        assert fault_under(page, "incident_on") == ""


async def test_recording_an_unfinished_form_goes_to_the_first_thing_to_mend(shell: Shell, complete: Entry) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        page.values.update(complete | {"child.gender": "", "child.nhs_number": "943 476 5918"})
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert page.form.sections[page.form.at].title == "Child"
        assert isinstance(shell.focused, LineEditor)
        assert shell.focused.path == "child.gender"
        assert "check digit" in fault_under(page, "child.nhs_number")
        assert "2 to mend" in str(page.query_one("SectionList").render())
        assert await shell.read(lambda services: services.desk.queue()) == ()


async def test_what_is_wrong_with_the_whole_stands_above_the_fields(shell: Shell, complete: Entry) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        page.values.update(complete | {"pseudonym": "Zed Example"})
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert "own name or initials" in str(page.query_one(".general", Static).content)


async def test_the_pages_of_a_form_turn_by_keys_and_by_pointing(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await pilot.press("pagedown", "pagedown")
        assert page.form.sections[page.form.at].title == "Child"
        await pilot.press("pageup")
        assert page.form.sections[page.form.at].title == "Referrer"
        await pilot.click("SectionList", offset=(5, 5))
        await pilot.pause()
        assert page.form.sections[page.form.at].title == "Family"


async def test_a_choice_is_made_by_arrows_and_taken_back(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await page.form.go_to("child.under_18")
        await pilot.pause()
        assert isinstance(shell.focused, ChoiceEditor)
        await pilot.press("right")
        assert page.values["child.under_18"] == "yes"
        await pilot.press("right", "right", "right")
        assert page.values["child.under_18"] == "undetermined"
        await pilot.press("backspace")
        assert page.values["child.under_18"] == ""


async def test_a_question_comes_only_where_it_applies(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await page.form.go_to("child.outcome")
        place = next(row for row in page.query(FieldRow) if row.field.path == "child.outcome_place")
        assert not place.display
        await pilot.press("right")
        await pilot.pause()
        assert place.display


async def test_a_row_is_added_edited_and_taken_out_after_asking(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await page.form.go_to("family")
        await pilot.press("a")
        await shell.paste(pilot, "Ann Example")
        await pilot.press("ctrl+r")
        assert isinstance(shell.screen, FormDialog)
        await shell.paste(pilot, "mother")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert isinstance(shell.focused, ListEditor)
        assert shell.focused.rows[0]["relationship"] == "mother"
        await pilot.press("up", "x")
        assert isinstance(shell.screen, Confirm)
        await pilot.press("x", "escape")
        assert page.values["family"] != []
        await pilot.press("x", "y")
        await shell.settle(pilot)
        assert page.values["family"] == []


async def test_leaving_a_row_asks_only_if_something_was_typed(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await page.form.go_to("family")
        await pilot.press("a", "escape")
        await shell.settle(pilot)
        assert shell.screen is page
        await pilot.press("a")
        await shell.paste(pilot, "Ann")
        await pilot.press("escape")
        assert isinstance(shell.screen, Confirm)
        await pilot.press("n")
        assert isinstance(shell.screen, FormDialog)
        await pilot.press("escape", "y")
        await shell.settle(pilot)
        assert page.values["family"] == []


async def test_letters_in_a_text_field_are_text(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        await pilot.press("a", "x", "right_square_bracket", "R")
        assert page.values["pseudonym"] == "ax]R"


async def test_a_section_on_screen_is_below_sixty_widgets(shell: Shell) -> None:
    async with shell.run_test(size=NARROW) as pilot:
        page = await opened(shell, pilot)
        for at in range(len(page.form.sections)):
            await page.form.show(at)
            assert len(page.query("*")) < 70, page.form.sections[at].title


async def test_a_referral_changed_elsewhere_shows_both_texts_and_keeps_mine(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=NARROW) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/009")
        page = await opened(shell, pilot, f"case:{case_id}")
        await page.form.go_to("incident_title")
        await pilot.press("end")
        await shell.paste(pilot, " (mine)")
        await shell.amend_elsewhere(case_id, "theirs")
        await pilot.press("ctrl+r")
        while not isinstance(shell.screen, Stale):
            await pilot.pause()
        await pilot.press("m")
        await shell.settle(pilot)
        title = await shell.read(lambda services: services.desk.file(case_id).incident.title)
        assert title.endswith(" (mine)")


async def test_their_text_can_be_taken_into_the_form(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=NARROW) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/009")
        page = await opened(shell, pilot, f"case:{case_id}")
        await shell.amend_elsewhere(case_id, "theirs")
        await pilot.press("ctrl+r")
        while not isinstance(shell.screen, Stale):
            await pilot.pause()
        await pilot.press("t")
        await shell.settle(pilot)
        assert page.values["incident_title"] == "theirs"
        assert shell.gone == []
