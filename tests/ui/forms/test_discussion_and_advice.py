"""The initial discussion from the call to two signatures, and the recommendation to the Chair."""

from __future__ import annotations

from textual.pilot import Pilot
from textual.widgets import Static

from screens.advice import Advice
from screens.base import Page, Place
from screens.discussion import Discussion
from screens.forms.spec import Entry
from screens.widgets.form_dialog import FormDialog
from sscb_tui.domain.terms import Stage
from sscb_tui.services.demonstration import people
from tests.ui.forms.shell import Shell, act, kept

WIDE = (120, 40)
SAID: Entry = {
    "facts_relied_on": "The referral and the hospital's first account.",
    "not_yet_known": "What the agencies hold.",
    "other_children_safe": "Satisfied, because there are none.",
    "notifiable": "yes",
    "reason": "Suspicion is enough and the agencies have not been asked.",
}
PLAN: Entry = {
    "outcome": "scoping",
    "plan.agencies": "POL\nCSC\nEDU\nNTW\nCCG",
    "plan.period_from": "1 Jan 2026",
    "plan.period_to": "3 Nov 2026",
    "plan.period_reason": "From the booking to the day after.",
    "plan.search_for": "Zed Example\nAnn Example",
    "plan.meeting_at": "25 Nov 2026 10:00",
}


async def shown(shell: Shell, pilot: Pilot[None], page: Page) -> None:
    """Put the page in front and let it read."""
    await shell.push_screen(page)
    await shell.settle(pilot)


def side(page: Discussion) -> str:
    """What stands beside the form."""
    return "\n".join(str(each.content) for each in page.query_one("#side").query(Static))


async def test_the_discussion_opens_once_the_search_for_duplicates_is_on_record(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/009")
        page = Discussion(shell.context)
        await shell.push_screen(page)
        while not isinstance(shell.screen, FormDialog):
            await pilot.pause()
        await shell.paste(pilot, "Searched by name: nothing.")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        case = await shell.read(lambda services: services.desk.file(case_id).case)
        assert case.stage is Stage.INITIAL_DISCUSSION
        assert case.duplicate_check == "Searched by name: nothing."
        assert page.query("Form")


async def test_leaving_the_question_about_duplicates_opens_nothing(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/009")
        page = Discussion(shell.context)
        await shell.push_screen(page)
        while not isinstance(shell.screen, FormDialog):
            await pilot.pause()
        await pilot.press("escape")
        await shell.settle(pilot)
        assert page not in shell.screen_stack
        assert (await shell.read(lambda services: services.desk.file(case_id).case)).stage is Stage.RECEIVED


async def test_the_laws_answer_follows_the_answers_given(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        await shell.case_in_hand("SSCB/2026/005")
        page = Discussion(shell.context)
        await shown(shell, pilot, page)
        assert "MUST hold an SCR" not in side(page)
        assert page.values["facts.outcome"] == "died"
        await page.form.go_to("facts.abuse_or_neglect")
        await pilot.pause()
        await pilot.press("left", "left")
        await shell.settle(pilot)
        assert page.values["facts.abuse_or_neglect"] == "suspected"
        assert "MUST hold an SCR" in side(page)


async def test_a_scoping_plan_is_asked_for_only_where_one_is_agreed(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        await shell.case_in_hand("SSCB/2026/005")
        page = Discussion(shell.context)
        await shown(shell, pilot, page)
        assert "Scoping plan" not in [section.title for section in page.form.sections]
        await page.form.go_to("outcome")
        await pilot.pause()
        await pilot.press("right")
        await pilot.pause()
        assert page.form.sections[-1].title == "Scoping plan"


async def test_both_chairs_agree_and_the_case_moves_on(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/005")
        page = Discussion(shell.context)
        await shown(shell, pilot, page)
        page.values.update(SAID | PLAN)
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        assert "Chair: not yet" in side(page)
        assert await kept(shell) == ()
        await pilot.press("g")
        await shell.settle(pilot)
        assert "Chair: not yet" in side(page), "the Business Manager cannot sign"
        act(shell, people.LIIP.actor())
        await pilot.press("g")
        await shell.settle(pilot)
        assert "LIIP Chair: L. Lead" in side(page)
        act(shell, people.CHAIR.actor())
        await pilot.press("g")
        await shell.settle(pilot)
        case = await shell.read(lambda services: services.desk.file(case_id).case)
        assert case.stage is Stage.SCOPING_REQUESTED
        assert shell.gone[-1].place is Place.CASE


async def test_a_refusal_by_a_rule_stands_above_the_form_and_the_typing_stays(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        await shell.case_in_hand("SSCB/2026/003")
        page = Advice(shell.context)
        await shown(shell, pilot, page)
        page.values["summary"] = "Typed with care."
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        told = page.query_one(".general", Static)
        assert told.display
        assert str(told.content).startswith("✗")
        assert page.values["summary"] == "Typed with care."


async def test_without_a_meeting_the_recommendation_asks_all_seven_questions(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        await shell.case_in_hand("SSCB/2026/005")
        page = Advice(shell.context)
        await shown(shell, pilot, page)
        criteria = next(section for section in page.form.sections if section.title == "Criteria")
        assert len(criteria.fields) == 14


async def test_a_case_whose_jurisdiction_was_asked_opens_once_it_is_settled_as_ours(demonstration: Shell) -> None:
    shell = demonstration
    async with shell.run_test(size=WIDE) as pilot:
        case_id = await shell.case_in_hand("SSCB/2026/006")
        await shell.push_screen(Discussion(shell.context))
        while not isinstance(shell.screen, FormDialog):
            await pilot.pause()
        await shell.paste(pilot, "Lives here since March; the other Chair agrees.")
        await pilot.press("ctrl+r")
        await shell.settle(pilot)
        case = await shell.read(lambda services: services.desk.file(case_id).case)
        assert case.stage is Stage.INITIAL_DISCUSSION
