"""What a facilitator, a Chair and a Business Manager do with one key: the end of a meeting, answers, reminders."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from textual.pilot import Pilot

from screens.decision import Decision
from screens.widgets.form_dialog import FormDialog
from screens.widgets.table import Table
from sscb_tui.domain.decision import Asked, DecisionForm
from sscb_tui.domain.rules.rounds import owing
from sscb_tui.domain.terms import Decided, Fact, MeetingState, Stage
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
MINUTES = people.MINUTES.actor()
YES = Asked(answer="yes", detail="Done, as recorded in the file.")
NO = Asked(answer="no", detail="None.")


def case_of(services: Services, child: str) -> str:
    """The case's id."""
    return next(row.case_id for row in services.desk.queue() if row.pseudonym == child)


def stage_of(services: Services, child: str) -> Stage:
    """Where the case stands."""
    return services.desk.file(case_of(services, child)).case.stage


async def find_everything(at: Typist) -> None:
    """A finding on every limb: one dialog each, which begins with the first that is still missing."""
    for fact in Fact:
        value = next(iter(fact.values)).label
        await at.tell("f", {"Criterion": fact.label, "Finding": value, "Because": "As heard today."})


async def test_a_meeting_is_closed_by_a_key_and_its_minutes_are_confirmed(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "L. Lead", "Child F") as at:
        await at.press("S")
        await at.sees("8/16")
        await find_everything(at)
        meeting = await demo.call(lambda services: services.meetings.of_case(case_of(services, "Child F")))
        assert meeting is not None
        await at.go_round(len(owing(meeting)), {"Outcome it would recommend": "no view", "Because": "No say yet."})
        await at.press("d")
        await at.sees("no owner or no date")
        await at.press("y")
        await at.sees("meeting closed", "w Advise")
        await at.press("w")
        await at.sees("The case, by pseudonym")
        await at.press("escape")
        await at.sees("meeting closed")
        await at.press("o")
        await at.press("y")
        await at.sees("meeting confirmed")
        closed = await demo.call(lambda services: services.meetings.of_case(case_of(services, "Child F")))
        assert closed is not None
        assert closed.state is MeetingState.CONFIRMED
        assert await demo.call(lambda services: stage_of(services, "Child F")) is Stage.RECOMMENDATION_DRAFT


def prepared(services: Services) -> None:
    """Child Q's returns are in or refused, and the meeting is prepared."""
    case_id, manager = case_of(services, "Child Q"), people.MANAGER.actor()
    for request in services.desk.file(case_id).requests:
        if request.returned is None:
            services.scoping.refuse(manager, request.id, "No records officer until January.")
    services.scoping.complete(manager, case_id)
    services.meetings.prepare(MINUTES, case_id)


async def test_the_opening_questions_are_ticked_and_stay_ticked(demo: Backend, settle: Settle) -> None:
    await demo.call(prepared)
    questions = ("Confidentiality statement read out", "Interests asked for", "Purpose restated: learning, not blame")
    async with at_keyboard(demo, settle, "M. Minutes", "Child Q") as at:
        await at.press("S")
        await at.sees("meeting draft")
        await at.press("y")
        await at.sees("The information shared today")
        await at.press("escape")
        await at.tell("y", dict.fromkeys(questions[:2], True))
        await at.press("y")
        await at.sees("Purpose restated", "acted on before we continue.")
        dialog = at.screen
        assert isinstance(dialog, FormDialog)
        assert list(dialog.values.values()) == [True, True, False]


def deferred(services: Services) -> None:
    """The Chair has asked for something about Child N."""
    case_id = case_of(services, "Child N")
    advice = services.desk.file(case_id).advice
    assert advice is not None
    form = DecisionForm(
        limbs=advice.limbs,
        outcome=Decided.DEFER,
        reasons="What the school's call log shows is not known, and the whole turns on it; the answer is days away.",
        agrees_with_recommendation="no",
        reasons_for_departure="It was written before the log was asked for.",
        overrun_reason="The log was asked for late.",
        questions="The school's call log.",
        awaited_from="Education",
        redecide_on=date(2026, 11, 30),
        peer_challenge=NO,
        legal_advice=NO,
        other_children_safe=YES,
        family_informed=YES,
        board_informed=YES,
        conflict_of_interest=NO,
    )
    services.decisions.sign(people.CHAIR.actor(), case_id, form, services.desk.file(case_id).case.reference)


async def test_what_the_chair_asked_for_is_answered_and_the_case_comes_back(demo: Backend, settle: Settle) -> None:
    await demo.call(deferred)
    async with at_keyboard(demo, settle, "B. Manager", "Child N") as at:
        await at.press("C")
        await at.sees("n Answer")
        await at.tell("n", {"Answers": "The log shows two calls in September."})
        await at.until(lambda: "n Answer" not in at.seen())
        assert await demo.call(lambda services: stage_of(services, "Child N")) is Stage.WITH_CHAIR


async def test_a_finding_half_typed_by_the_chair_outlives_a_power_cut(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "C. Chair", "Child N") as at:
        await at.press("C")
        await at.sees("as recommended")
        await at.press("e")
        await at.until(lambda: at.field is not None)
        await at.answer({"Because": " And the birth certificate"})
        await at.pilot.pause(0.8)
        # the power goes: nothing is closed, nothing is asked
    async with at_keyboard(demo, settle, "C. Chair", "Child N") as at:
        await at.press("C")
        await at.sees("as recommended")
        await at.press("e")
        await at.sees("And the birth certificate", "as it was left")
        await at.press("ctrl+r")
        await at.until(lambda: isinstance(at.screen, Decision))
        assert not [
            row.key for row in await demo.call(lambda services: services.desk.drafts()) if row.key.startswith("asked")
        ]


async def test_the_queue_chases_the_agency_that_is_latest(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager", "Child Q") as at:
        await at.tell("c", {"What was said, to whom": "Telephoned the records office."})
        await at.sees("3 Returns")

        def chased(services: Services) -> list[str]:
            requests = services.desk.file(case_of(services, "Child Q")).requests
            return [each.agency for each in requests if any("Telephoned" in chase.note for chase in each.chases)]

        (agency,) = await demo.call(chased)
        assert at.screen.query_one("#returns", Table).key == agency


async def test_nobody_is_chased_where_no_return_is_awaited(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager", "Child N") as at:
        await at.press("c")
        await at.sees("Nobody has to be chased")


async def test_a_doubt_about_whose_case_it_is_is_asked_and_settled_as_ours(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager", "Child K") as at:
        await at.press("enter")
        await at.sees("w Whose?")
        assert await demo.call(lambda services: stage_of(services, "Child K")) is Stage.JURISDICTION_QUERY
        await at.press("w")
        await at.sees("Accepted by")
        await at.press("escape")
        await at.tell("d", {"Why it is ours": "Lives here since March; the other Chair agrees."})
        await at.sees("Held at")
        assert await demo.call(lambda services: stage_of(services, "Child K")) is Stage.INITIAL_DISCUSSION


async def test_among_many_agencies_a_letter_goes_to_the_next_that_begins_with_it(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "M. Minutes", "Child F") as at:
        await at.press("S")
        await at.sees("8/16")
        await at.press("s")
        await at.sees("Who is here")
        await at.press("a")
        await at.until(lambda: at.field is not None)
        await at.answer({"Name": "P. Probation", "Speaks for": ()})
        await at.press("p", "p", "space")
        await at.sees("☑ Probation (NPS)", "☐ Probation (CRC)")


async def test_a_row_half_typed_in_a_form_outlives_a_power_cut(demo: Backend, settle: Settle) -> None:
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await at.press("n")
        await at.sees("Pseudonym")
        await at.fill({"Family": {}})
        await at.press("a")
        await at.until(lambda: at.field is not None and at.field.field.label == "Name")
        await at.type("Ann Exam")
        await at.pilot.pause(0.8)
        # the power goes while the row is being typed
    async with at_keyboard(demo, settle, "B. Manager") as at:
        await at.press("n")
        await at.sees("left unfinished")
        await at.press("y")
        await at.sees("Ann Exam")
