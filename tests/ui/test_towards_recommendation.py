"""Pins, the criteria panel, the round of views and the recommendation, by keyboard on the real services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.dialogs.pin import PinDialog
from screens.dialogs.pinned import Passages
from screens.dialogs.round import RoundDialog
from screens.scoping import Scoping
from screens.widgets.criteria_panel import CriteriaPanel
from screens.widgets.form import Form
from screens.widgets.minutes import MinutesList
from screens.widgets.table import Table
from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.meeting import AgencyView, Meeting
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.rules.rounds import owing
from sscb_tui.domain.terms import Decided, Fact
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.pins import Held
from tests.ui.keyboard import Typist, at_keyboard
from tests.ui.test_scoping import case_of, started

Settle = Callable[[Pilot[None]], Awaitable[None]]
CHILD, LEAD, MINUTES = "Child Q", people.LIIP.actor(), people.MINUTES.actor()
VIEW = {"Outcome it would recommend": "Serious Case Review", "Because": "Both limbs are met."}


async def pins(demo: Backend) -> tuple[Pin, ...]:
    """The case's pins."""
    return await demo.call(lambda services: services.pins.of_case(case_of(services, CHILD)))


async def held(demo: Backend) -> Meeting:
    """The case's meeting."""
    found = await demo.call(lambda services: services.meetings.of_case(case_of(services, CHILD)))
    assert found is not None
    return found


def room(at: Typist) -> Scoping:
    """The scoping screen."""
    return next(each for each in at.pilot.app.screen_stack if isinstance(each, Scoping))


async def test_two_keys_pin_the_answer_under_the_cursor(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1/16", "A quiet baby who")
        await at.press("p")
        await at.until(lambda: isinstance(at.screen, PinDialog))
        await at.press("f")
        await at.sees("First the criterion")
        await at.press("3")
        await at.press("f")
        await at.sees("PIN", "1+ 0-")
        (pin,) = await pins(demo)
        assert (pin.fact, pin.evidence.bearing, pin.pinned_by) == (Fact.ABUSE_OR_NEGLECT, "for", "M. Minutes")
        assert pin.evidence.quote.startswith("A quiet baby who")
        assert pin.evidence.ref.endswith(" F4.E1")


async def test_the_quotation_may_be_cut_before_it_is_pinned(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("A quiet baby who")
        await at.press("p")
        await at.until(lambda: isinstance(at.screen, PinDialog))
        await at.press("e", "f7", "delete")
        await at.type("A noisy baby")
        await at.press("escape", "7", "c")
        await at.sees("These are not the words")
        await at.press("e", "f7", "delete")
        await at.type("A quiet baby")
        await at.press("escape", "c")
        await at.sees("PIN")
        (pin,) = await pins(demo)
        assert (pin.evidence.quote, pin.evidence.bearing) == ("A quiet baby", "context")


async def test_a_minute_is_pinned_from_the_list_and_a_pin_can_be_left(demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    line = await demo.call(lambda services: services.meetings.write(MINUTES, meeting.id, "The school was not told."))
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("The school was not told.")
        room(at).query_one(MinutesList).focus()
        await at.press("end", "p")
        await at.until(lambda: isinstance(at.screen, PinDialog))
        await at.press("escape")
        assert await pins(demo) == ()
        await at.press("p", "7", "a")
        await at.sees("0+ 1-")
        (pin,) = await pins(demo)
        assert (pin.evidence.ref, pin.evidence.bearing) == (f"minute {line.number}", "against")


async def test_a_row_of_the_chronology_is_pinned(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("A quiet baby who")
        await at.press("x")
        await at.until(lambda: room(at).row_here() is not None)
        shown = room(at).row_here()
        await at.press("p", "6", "f")
        await at.sees("PIN")
        (pin,) = await pins(demo)
        assert pin.evidence.source == "chronology"
        assert shown is not None
        assert shown.quote in pin.evidence.quote


async def test_the_panel_opens_the_passages_their_sources_and_comes_back(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    await demo.call(pin_answer)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1+ 0-")
        room(at).query_one(CriteriaPanel).focus()
        await at.press("enter")
        await at.sees("pinned by Board administrator")
        await at.press("enter")
        await at.sees("Esc closes", "F4.E1")
        assert not isinstance(at.screen, Passages)
        await at.press("escape")
        assert isinstance(at.screen, Passages)
        assert at.screen.query_one(OptionList).highlighted == 0
        await at.press("escape")
        assert at.pilot.app.screen is room(at)


async def test_a_pin_is_taken_off_with_a_reason_and_stays_in_sight(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    await demo.call(pin_answer)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1+ 0-")
        room(at).query_one(CriteriaPanel).focus()
        await at.press("enter")
        await at.sees("pinned by Board administrator")
        await at.press("delete")
        await at.sees("Why is this passage taken off")
        await at.type("About a sibling.\n")
        await at.sees("WITHDRAWN: About a sibling.")
        await at.press("escape")
        assert "1+ 0-" not in at.seen()


async def test_a_pinned_passage_whose_words_the_return_no_longer_holds_says_so(demo: Backend, settle: Settle) -> None:
    def sent_again(services: Services) -> None:
        """The hospital keeps one of two pinned passages, and puts the other otherwise."""
        case_id = case_of(services, CHILD)
        paper = services.scoping.filled(case_id, "CHS").markdown
        for quote in ("Emergency department twice", "the family left"):
            services.pins.pin(MINUTES, case_id, Held(Fact.WORKING_TOGETHER, "CHS F4.C1", "for", quote))
        again = paper.replace("Emergency department twice", "Emergency department three times")
        services.scoping.take(people.MANAGER.actor(), "chs.md", again.encode())

    await demo.call(started)
    await demo.call(sent_again)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("2+ 0-")
        room(at).query_one(CriteriaPanel).focus()
        await at.press(*["down"] * 9, "enter")
        await at.until(lambda: isinstance(at.screen, Passages))
        lines = at.seen().split("\n")
        (changed,) = (place for place, line in enumerate(lines) if "words changed" in line)
        assert "Emergency department twice" in lines[changed + 1]


def pin_answer(services: Services) -> Pin:
    """The first answer of the first agency, for (a)."""
    case_id = case_of(services, CHILD)
    view = services.scoping.side_by_side(case_id)
    ref = f"{view.agencies[0][0]} {view.questions[0][0]}"
    return services.pins.pin(MINUTES, case_id, Held(Fact.ABUSE_OR_NEGLECT, ref, "for"))


async def test_a_finding_takes_up_what_is_pinned_and_shows_its_gap(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    await demo.call(pin_answer)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1+ 0-")
        said = {"Criterion": "(a) Abuse or neglect", "Finding": "suspected", "Because": "Bruising."}
        await at.tell("f", said | {"Still missing": "The X-ray."})
        await at.sees("SUSPECTED 1+ 0-", "gap: The X-ray.")
        (finding,) = (await held(demo)).findings
        assert [each.ref for each in finding.evidence] == [(await pins(demo))[0].evidence.ref]


async def test_the_round_goes_agency_by_agency_and_closes_on_an_answer_about_dissent(
    demo: Backend, settle: Settle
) -> None:
    await demo.call(started)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1/16")
        await at.go_round(len(owing(await held(demo))), VIEW)
        meeting = await held(demo)
        assert (meeting.dissent_none, set(meeting.entitled)) == (True, {"POL", "CSC", "CCG"})
        assert {view.outcome for view in meeting.views} == {Decided.SCR}


async def test_the_round_does_not_close_on_silence_and_says_every_reason(demo: Backend, settle: Settle) -> None:
    await demo.call(started)
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1/16")
        await at.press("v")
        await at.sees("3 still to speak")
        await at.press("c")
        await at.sees("POL has not given a view", "CSC has not given a view", "CCG has not given a view")
        await at.press("escape")
        await at.until(lambda: isinstance(at.screen, RoundDialog))


async def test_a_changed_view_keeps_the_earlier_behind_a_key(demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    first = AgencyView(agency="POL", outcome=Decided.DEFER, reason="Await the trial.")
    await demo.call(lambda services: services.findings.view(MINUTES, meeting.id, first))
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("Ask for information")
        await at.press("v")
        await at.sees("2 still to speak")
        at.screen.query_one(Table).go_to("POL")
        await at.tell("enter", VIEW | {"Dissent, word for word": "We say so formally."})
        await at.sees("dissent +1")
        (view,) = (await held(demo)).views
        assert (view.outcome, view.dissent) == (Decided.SCR, "We say so formally.")
        assert [each.reason for each in (await held(demo)).earlier_views] == ["Await the trial."]


async def test_h_shows_what_an_agency_held_before(demo: Backend, settle: Settle) -> None:
    meeting = await demo.call(started)
    first = AgencyView(agency="POL", outcome=Decided.DEFER, reason="Await the trial.")
    await demo.call(lambda services: services.findings.view(MINUTES, meeting.id, first))
    second = first.but(outcome=Decided.SCR, reason="Convinced.")
    await demo.call(lambda services: services.findings.view(MINUTES, meeting.id, second))
    async with at_keyboard(demo, settle, "M. Minutes", CHILD) as at:
        await at.press("S")
        await at.sees("1/16")
        await at.press("v")
        await at.sees("changed")
        at.screen.query_one(Table).go_to("POL")
        await at.press("h")
        await at.sees("earlier views", "Await the trial.")


def heard(services: Services) -> Meeting:
    """Everything is found and said, with one dissent; the meeting is over."""
    meeting = started(services)
    for fact in Fact:
        value = next(iter(fact.values)).value
        services.findings.find(MINUTES, meeting.id, LimbFinding(fact=fact, value=value, reason="As heard."))
    services.meetings.write(MINUTES, meeting.id, ":f Three call-outs in a year.")
    services.meetings.write(MINUTES, meeting.id, ":a Police to check the log")
    services.floor.safety(MINUTES, meeting.id, "No other child is in the household.")
    for agency in ("POL", "CSC"):
        view = AgencyView(agency=agency, outcome=Decided.SCR, reason="Met.")
        services.findings.view(MINUTES, meeting.id, view)
    last = AgencyView(agency="CCG", outcome=Decided.DEFER, reason="Wait.", dissent="We would wait for the X-ray.")
    services.findings.view(MINUTES, meeting.id, last)
    return services.meetings.close(LEAD, meeting.id)


async def test_the_recommendation_begins_with_what_the_meeting_said(demo: Backend, settle: Settle) -> None:
    await demo.call(heard)
    async with at_keyboard(demo, settle, "L. Lead", CHILD) as at:
        await at.press("S")
        await at.sees("meeting closed")
        await at.press("w")
        await at.sees("The case, by pseudonym", "Three call-outs in a year.")
        values = at.screen.query_one(Form).values
        assert values["recommended"] == Decided.SCR
        assert "Police to check the log" in str(values["early_actions"])
        await at.press("pagedown")
        await at.sees("The meeting found", "(a) Abuse or neglect: known")
        await at.answer({"Reasons": "Both limbs are met."})
        await at.press("pagedown")
        await at.sees("We would wait for the X-ray.")
        await at.fill({"With it": {"The family's position": "The mother was told."}})
        await at.press("ctrl+r")
        await at.sees("Submitted")
        advice = await demo.call(lambda services: services.desk.file(case_of(services, CHILD)).advice)
        assert advice is not None
        assert [(each.agency, each.words) for each in advice.dissent] == [("CCG", "We would wait for the X-ray.")]
