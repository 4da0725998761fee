"""The decision screen in depth, by keyboard: evidence in its source, the record read first, refusals, reopening."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date
from functools import partial

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Markdown, OptionList, Static

from screens.base import Page, Place
from screens.decision import OUTCOMES, Decision
from screens.decision_bench import Deliberation
from screens.decision_form import SPEC, decision_form
from screens.dialogs.evidence import EvidenceList
from screens.dialogs.passage import Passage
from screens.dialogs.reading_first import ReadingFirst
from screens.forms.values import typed_from
from sscb_tui.app import Sscb
from sscb_tui.domain.base import CaseId
from sscb_tui.domain.decision import DecisionForm, Evidence, LimbFinding
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Decided, Fact, Role, Stage
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.breaches import BREACHES, Form
from tests.services.office import Office
from tests.services.test_main_job import decision, no_review
from tests.services.truth_table import CODES, LEFT, rows
from tests.ui.court import Court, case_of
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
CHAIR = people.CHAIR.actor()
BY_LAW = ("RF-03", "RF-04", "RF-05", "RF-14", "JU-AGE")
BY_KEY = (
    *("RF-06", "RF-07", "RF-08", "RF-09", "RF-10", "RF-11", "RF-13", "RF-16", "RF-20", "T17-date"),
    *("T06-acceptance", "F8-peer-told", "F8-privileged"),
)


def deliberation_of(form: DecisionForm) -> Deliberation:
    """A decision as the Chair would have typed it."""
    made = Deliberation(outcome=form.outcome, texts=typed_from(SPEC, form.model_dump()))
    for limb in form.limbs:
        made.answer(limb)
    return made


def typed(services: Services, clock: SetClock, form: Form) -> None:
    """The Chair has typed a decision on Child N and left it."""
    case = services.desk.file(case_of(services, "Child N")).case
    made = deliberation_of(form(Office(services, clock), case))
    services.desk.keep_draft(CHAIR, f"decision:{case.id}", "Child N · Chair's decision", made.fields())


def signed(services: Services, clock: SetClock, form: Form) -> str:
    """The Chair has decided on Child N."""
    case = services.desk.file(case_of(services, "Child N")).case
    late = form(Office(services, clock), case).but(overrun_reason="The returns came late.")
    return services.decisions.sign(CHAIR, case.id, late, case.reference).id


async def test_the_chair_reads_who_the_child_is_what_was_advised_and_the_law_at_a_glance(
    court: Court, seen: Seen
) -> None:
    async with court() as (pilot, _):
        told = seen(pilot.app)
        assert "Child N, 9 y on 11 Oct 2026. The child was admitted with a fractured skull" in told
        assert told.index("The meeting recommended") < told.index("What the law requires")
        assert "Dissent Housing" in told
    async with court(size=(80, 24)) as (pilot, _):
        told = seen(pilot.app)
        assert "Child N, 9 y on 11 Oct 2026." in told
        assert "MUST hold an SCR" in told
        assert "recommended: Serious Case Review, dissent 1" in told


async def test_help_says_how_the_national_panel_judged_decisions_against_a_review(
    court: Court, settle: Settle, seen: Seen
) -> None:
    async with court(size=(80, 24)) as (pilot, _):
        await pilot.press("question_mark")
        await settle(pilot)
        about = pilot.app.screen.query_one("#about", Static)
        assert "53% of the 66 decisions" in str(about.content)
        assert about.region.height > 3
        assert "Answer the criterion under the cursor" in seen(pilot.app)


async def test_evidence_opens_in_its_source_and_esc_comes_back_to_the_same_place(
    court: Court, settle: Settle, seen: Seen
) -> None:
    async with court() as (pilot, screen):
        await pilot.press("down", "down", "v")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EvidenceList)
        assert "abuse or neglect of a child is known or suspected" in seen(pilot.app)
        await pilot.press("enter")
        await settle(pilot)
        told = seen(pilot.app)
        assert "▸" in told
        assert "Normally resident here: YES" in told
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, EvidenceList)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Decision)
        assert screen.fact is Fact.ABUSE_OR_NEGLECT


async def test_two_hundred_passages_cost_no_widget_each(court: Court, settle: Settle, seen: Seen) -> None:
    passages = tuple(
        Evidence(source="other", ref=f"document {number}", quote=f"Seen on day {number}.") for number in range(200)
    )
    async with court() as (pilot, screen):
        before = len(screen.query("*"))
        found = screen.made.limbs[Fact.ABUSE_OR_NEGLECT]
        screen.made.answer(found.but(evidence=passages))
        await screen.weigh()
        await pilot.press("down", "down")
        await settle(pilot)
        assert len(screen.query("*")) == before
        assert "200+ 0-" in seen(pilot.app)
        assert "and 192 more: v" in str(screen.query_one("#evidence", Static).content)
        await pilot.press("v")
        await settle(pilot)
        assert len(pilot.app.screen.query("*")) < 10
        await pilot.press("end")
        await settle(pilot)
        assert "document 199" in seen(pilot.app)


async def test_the_record_is_read_as_it_will_print_before_it_is_signed(
    court: Court, demo: Backend, clock: SetClock, settle: Settle, seen: Seen
) -> None:
    late = "The returns came late."
    await demo.call(lambda services: typed(services, clock, lambda o, c: decision(o, c).but(overrun_reason=late)))
    async with court() as (pilot, screen):
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(pilot.app.screen, ReadingFirst)
        assert "Nothing stands in the way. g signs." in seen(pilot.app)
        await pilot.pause(0.2)
        paper = pilot.app.screen.query_one(Markdown)
        assert "NOT SIGNED" in paper.source
        assert late in paper.source
        await pilot.press("escape")
        assert screen.bench is not None
        assert screen.bench.file.decision is None


async def test_a_draft_is_taken_up_also_where_the_first_read_was_given_up_for_the_next(
    court: Court, demo: Backend, clock: SetClock
) -> None:
    await demo.call(lambda services: typed(services, clock, decision))
    async with court() as (_, screen):
        assert screen.bench is not None
        screen._resumed, screen.made = "", Deliberation()
        first = asyncio.create_task(screen._resume(screen.bench))
        await asyncio.sleep(0)
        first.cancel()
        await screen._resume(screen.bench)
        assert str(screen.made.texts["reasons"]).startswith("Both limbs are met")


async def test_what_stands_in_the_way_and_the_record_are_in_one_place(
    court: Court, demo: Backend, clock: SetClock, settle: Settle, seen: Seen
) -> None:
    await demo.call(lambda services: typed(services, clock, BREACHES["RF-20"].form))
    async with court() as (pilot, _):
        await pilot.press("w")
        await settle(pilot)
        told = seen(pilot.app)
        assert "Not ready to sign · as it would print" in told
        assert "what a review would cost" in told
        assert "RF-20" in told
        assert pilot.app.screen.query(Markdown)


@pytest.mark.parametrize("code", BY_KEY)
async def test_the_keyboard_meets_every_refusal_it_can_get_to(
    code: str, court: Court, demo: Backend, clock: SetClock, settle: Settle
) -> None:
    await demo.call(lambda services: typed(services, clock, BREACHES[code].form))
    async with court() as (pilot, screen):
        await pilot.press("g")
        await settle(pilot)
        refused = pilot.app.screen
        assert isinstance(refused, Passage)
        assert code in refused.text.plain
        assert screen.bench is not None
        assert screen.bench.file.decision is None


@pytest.mark.parametrize("code", BY_LAW)
async def test_what_the_law_refuses_cannot_be_chosen(
    code: str, court: Court, demo: Backend, clock: SetClock, settle: Settle, seen: Seen
) -> None:
    await demo.call(lambda services: typed(services, clock, BREACHES[code].form))
    wanted = Decided.SCR if code == "JU-AGE" else Decided.NO_REVIEW
    async with court() as (pilot, screen):
        assert f"refused {code}" in seen(pilot.app)
        assert screen.made.outcome is None
        await pilot.press("o", "home", *["down"] * OUTCOMES.index(wanted), "enter")
        await settle(pilot)
        assert screen.made.outcome is None
        assert f"{wanted.label} is refused ({code})" in seen(pilot.app)


async def test_the_screen_strikes_what_the_truth_table_refuses(court: Court, settle: Settle) -> None:
    async with court() as (pilot, screen):
        outcomes, wrong = screen.query_one("#outcomes", OptionList), []
        for answers, result in rows():
            for fact, value in answers.items():
                screen.made.answer(LimbFinding(fact=fact, value=value, reason="As the returns bear out."))
            await screen.weigh()
            struck = {
                outcome
                for at, outcome in enumerate(OUTCOMES)
                if f"refused {CODES.get(result)}" in str(outcomes.get_option_at_index(at).prompt)
            }
            if struck != set(Decided) - LEFT[result]:
                wrong.append((answers, result, struck))
        await settle(pilot)
        assert wrong == []


async def test_a_finding_changed_by_key_turns_the_outcomes_at_once(court: Court, settle: Settle, seen: Seen) -> None:
    async with court() as (pilot, screen):
        await pilot.press(*["down"] * 5, "e", "right", "ctrl+r")
        await settle(pilot)
        assert screen.made.limbs[Fact.SERIOUS_HARM].value == "no"
        told = seen(pilot.app)
        assert "may choose" in told
        assert "refused" not in told


# After the decision


@asynccontextmanager
async def at_the_bench(demo: Backend, settle: Settle, who: str) -> AsyncIterator[Typist]:
    """Somebody in front of the decision on Child N."""
    async with at_keyboard(demo, settle, who) as at:
        case_id = await demo.call(lambda services: case_of(services, "Child N"))
        app = at.pilot.app
        assert isinstance(app, Sscb)
        app.journey.go(Page.Go(Place.DECISION, case_id))
        await at.sees("Chair's decision", "· Child N")
        yield at


async def test_an_addendum_is_written_by_key_and_stands_under_the_seal(
    demo: Backend, clock: SetClock, settle: Settle
) -> None:
    await demo.call(lambda services: signed(services, clock, decision))
    async with at_the_bench(demo, settle, "C. Chair") as at:
        await at.sees("decided and sealed")
        await at.tell("a", {"Correction": "For 12 October read 13 October."})
        await at.sees("Addendum  For 12 October read 13 October.")


async def test_the_panels_letter_is_logged_and_the_chair_decides_again(
    demo: Backend, clock: SetClock, settle: Settle
) -> None:
    await demo.call(lambda services: signed(services, clock, no_review))
    async with at_the_bench(demo, settle, "B. Manager") as at:
        await at.sees("decided and sealed", "p Panel")
        letter = {"Date of the letter": "23 Nov 2026", "Its reference": "NP/77"}
        await at.tell("p", letter | {"What it asks or advises": "Suspicion is enough."})
        await at.sees("Before the Chair again", "The national panel wrote 23 Nov 2026 (NP/77)", "Suspicion")
        await at.sees("refused T25", "as decided before: A bruise")
        stage = await demo.call(lambda services: services.desk.file(case_of(services, "Child N")).case.stage)
        assert stage is Stage.PANEL_SCRUTINY


async def test_new_information_reopens_by_key(demo: Backend, clock: SetClock, settle: Settle) -> None:
    await demo.call(lambda services: signed(services, clock, decision))
    clock.set(date(2026, 12, 1), "10:00")
    async with at_the_bench(demo, settle, "C. Chair") as at:
        await at.sees("b Reopen")
        await at.tell("b", {"Known on": "30 Nov 2026", "What is newly known, and from whom": "A second child spoke."})
        await at.sees("Before the Chair again", "New information, known 30 Nov 2026", "decide by 30 Dec")


async def test_legal_advice_is_put_on_record_and_read_by_key(demo: Backend, settle: Settle) -> None:
    async with at_the_bench(demo, settle, "C. Chair") as at:
        await at.sees("l Legal")
        await at.press("l")
        await at.sees("Put an advice on record")
        advice = {"Reference": "LEG/12", "Given by": "Q. Counsel", "Given on": "20 Nov 2026"}
        await at.tell("enter", advice | {"The advice": "Limb (b)(ii) is met."})
        await at.press("l")
        await at.sees("LEG/12 · Q. Counsel · 20 Nov 2026")
        await at.press("enter")
        await at.sees("LEG/12 · privileged", "Limb (b)(ii) is met.")


async def test_legal_advice_opens_to_nobody_else(court: Court, settle: Settle) -> None:
    async with court(who="M. Minutes") as (pilot, _):
        await pilot.press("l")
        await settle(pilot)
        refused = pilot.app.screen
        assert isinstance(refused, Passage)
        assert "may not read privileged legal advice" in refused.text.plain


def with_a_sister(services: Services, clock: SetClock) -> None:
    """Child N is decided, and a sister's case is before the Chair."""
    signed(services, clock, decision)
    file = services.desk.file(case_of(services, "Child N"))
    sister = file.case.but(
        id=CaseId("sister"), reference="SSCB/2026/090", pseudonym="Child S", version=0, stage=Stage.WITH_CHAIR
    )
    with services.record.atomic(Actor(name="B. Manager", role=Role.BUSINESS_MANAGER), "a sister's case"):
        services.record.cases.save(sister)


async def test_a_sisters_reasons_are_copied_and_have_to_be_made_her_own(
    court: Court, demo: Backend, clock: SetClock, settle: Settle, seen: Seen
) -> None:
    await demo.call(partial(with_a_sister, clock=clock))
    async with court("Child S") as (pilot, screen):
        await pilot.press("c")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert str(screen.made.texts["reasons"]).startswith("Both limbs are met")
        assert (screen.made.copied_from, screen.made.limbs, screen.made.outcome) == ("SSCB/2026/003", {}, None)
        await pilot.press("w")
        await settle(pilot)
        assert "What in them is this child's own: This is needed." in seen(pilot.app)


async def test_reasons_that_decide_for_the_sister_as_well_are_refused_by_key(
    court: Court, demo: Backend, clock: SetClock, settle: Settle
) -> None:
    await demo.call(partial(with_a_sister, clock=clock))
    async with court("Child S") as (pilot, screen):
        form = await demo.call(
            lambda services: decision(Office(services, clock), services.desk.file(case_of(services, "Child N")).case)
        )
        screen.made = deliberation_of(form.but(reasons="Both limbs are met, and this decision holds for Child N too."))
        screen.made.touched = True
        await pilot.press("w")
        await settle(pilot)
        told = pilot.app.screen.query(Static).first()
        assert "RF-18" in str(told.content)


async def test_what_the_chair_has_written_is_not_copied_over(
    court: Court, demo: Backend, clock: SetClock, settle: Settle
) -> None:
    await demo.call(partial(with_a_sister, clock=clock))
    async with court("Child S") as (pilot, screen):
        screen.made.texts = {"reasons": "Her own words."}
        await pilot.press("c")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert screen.made.texts["reasons"] == "Her own words."
        assert screen.made.copied_from == ""
        assert isinstance(screen, Decision)


def test_a_draft_keeps_where_its_reasons_came_from() -> None:
    made = Deliberation(copied_from="SSCB/2026/003")
    assert made.fields()["copied_from"] == "SSCB/2026/003"
    assert not isinstance(decision_form(made), DecisionForm)
