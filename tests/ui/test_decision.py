"""The Chair's decision by keyboard, on the real services."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import OptionList

from screens.decision import OUTCOMES, Decision
from screens.decision_bench import Deliberation, restored
from screens.decision_form import decision_form, missing
from screens.decision_reasons import Reasons
from screens.dialogs.passage import Passage
from screens.dialogs.sign import Sign
from screens.forms.spec import Entry
from screens.widgets.form_dialog import FormDialog
from sscb_tui.domain.decision import DecisionForm, LimbFinding
from sscb_tui.domain.terms import Decided, Fact
from sscb_tui.services.backend import Backend
from tests.ui.court import Court, case_of

Settle = Callable[[Pilot[None]], Awaitable[None]]
Seen = Callable[[App[None]], str]
TEXTS: Entry = {
    "reasons": "The skull fracture was potentially life-threatening, and three agencies each held a part of it.",
    "agrees_with_recommendation": "yes",
    "overrun_reason": "The returns of two agencies came after the month had ended.",
    "scope_view": "Twelve months before the injury; four agencies; a small panel.",
}
TEXTS |= {
    f"{asked}.{part}": value
    for asked in ("peer_challenge", "legal_advice", "other_children_safe", "family_informed", "board_informed")
    for part, value in (("answer", "yes"), ("detail", "On 20 Nov 2026, by letter."))
}
TEXTS |= {"peer.name": "O. Ther", "peer.board": "Sampleshire", "peer.on": "20 Nov 2026"}
TEXTS |= {"peer.advice": "Read the log again.", "peer.effect": "It was read; nothing turned."}
TEXTS |= {"conflict_of_interest.answer": "no", "conflict_of_interest.detail": "None."}


async def filled_in(screen: Decision, pilot: Pilot[None], settle: Settle) -> None:
    """An outcome chosen by key, and everything else said."""
    await pilot.press("o", "home", "enter")
    await settle(pilot)
    screen.made.texts = dict(TEXTS)
    screen.made.touched = True


async def test_what_was_recommended_is_proposed_and_marked_as_such(court: Court, seen: Seen) -> None:
    async with court() as (pilot, screen):
        assert len(screen.made.limbs) == len(Fact)
        shown = seen(pilot.app)
        assert "as recommended: The child is nine." in shown
        assert "MUST hold an SCR" in shown
        assert "Dissent" in shown


async def test_the_statutory_words_stand_under_each_criterion(court: Court, seen: Seen) -> None:
    async with court() as (pilot, _):
        assert "abuse or neglect of a child is known or suspected" in seen(pilot.app)


async def test_refused_outcomes_are_shown_with_their_reason_and_cannot_be_chosen(
    court: Court, settle: Settle, seen: Seen
) -> None:
    async with court() as (pilot, screen):
        assert "refused RF-03" in seen(pilot.app)
        await pilot.press("o", "home", *["down"] * OUTCOMES.index(Decided.NO_REVIEW), "enter")
        await settle(pilot)
        assert screen.made.outcome is None
        assert "No review is refused (RF-03)" in seen(pilot.app)


async def test_choosing_an_outcome_shows_what_follows_from_it(court: Court, settle: Settle, seen: Seen) -> None:
    async with court() as (pilot, screen):
        await pilot.press("o", "home", "enter")
        await settle(pilot)
        assert screen.made.outcome is Decided.SCR
        assert "◉ Serious Case Review" in seen(pilot.app)
        assert {row.clock for row in screen.standing.follows} >= {"CK-4"}


async def test_the_law_answers_at_once_when_a_limb_changes(court: Court, settle: Settle, seen: Seen) -> None:
    async with court() as (pilot, screen):
        await filled_in(screen, pilot, settle)
        screen.query_one("#limbs", OptionList).focus()
        await pilot.press("home", "down", "down", "e")
        assert isinstance(pilot.app.screen, FormDialog)
        await pilot.press("right", "right", "right", "ctrl+r")
        await settle(pilot)
        assert screen.standing.assessment is not None
        assert screen.made.limbs[Fact.ABUSE_OR_NEGLECT].value == "undetermined"
        assert screen.standing.assessment.result.value == "undetermined"
        assert "refused RF-05" in seen(pilot.app)


async def test_an_outcome_the_law_comes_to_refuse_is_not_kept_chosen(court: Court, settle: Settle) -> None:
    async with court() as (pilot, screen):
        screen.made.answer(LimbFinding(fact=Fact.ABUSE_OR_NEGLECT, value="not_suspected", reason="An accident."))
        await screen.weigh()
        await screen.choose(Decided.NO_REVIEW)
        assert screen.made.outcome is Decided.NO_REVIEW
        screen.made.answer(LimbFinding(fact=Fact.ABUSE_OR_NEGLECT, value="suspected", reason="No accident."))
        await screen.weigh()
        await settle(pilot)
        assert screen.made.outcome is None


async def test_a_half_made_decision_is_there_again_after_leaving(court: Court, settle: Settle, seen: Seen) -> None:
    async with court() as (pilot, screen):
        await pilot.press("o", "home", "enter", "r")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Reasons)
        await pilot.press(*"Because of", "escape", "escape")
        await settle(pilot)
    async with court() as (pilot, screen):
        assert screen.made.outcome is Decided.SCR
        assert screen.made.texts["reasons"] == "Because of"
        assert "◉ Serious Case Review" in seen(pilot.app)


async def test_signing_before_everything_is_said_lists_what_is_missing(
    court: Court, settle: Settle, seen: Seen
) -> None:
    async with court() as (pilot, _):
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "No outcome has been chosen." in seen(pilot.app)
        assert "Peer challenge" in seen(pilot.app)


async def test_only_the_chair_signs(court: Court, settle: Settle, seen: Seen) -> None:
    async with court(who="B. Manager") as (pilot, screen):
        await filled_in(screen, pilot, settle)
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Passage)
        assert "RF-01" in seen(pilot.app)
        await pilot.press("escape")
        assert screen.bench is not None
        assert screen.bench.file.decision is None


async def test_nothing_is_signed_until_the_reference_is_typed(court: Court, settle: Settle, seen: Seen) -> None:
    async with court() as (pilot, screen):
        await filled_in(screen, pilot, settle)
        await pilot.press("g")
        await settle(pilot)
        assert isinstance(pilot.app.screen, Sign), seen(pilot.app)
        await pilot.press(*"SSCB/2026/999", "enter")
        assert "Nothing has been signed" in seen(pilot.app)
        await pilot.press("escape")
        await settle(pilot)
        assert screen.bench is not None
        assert screen.bench.file.decision is None


async def test_the_chair_signs_and_the_record_is_sealed(
    court: Court, demo: Backend, settle: Settle, seen: Seen
) -> None:
    async with court() as (pilot, screen):
        await filled_in(screen, pilot, settle)
        await pilot.press("g")
        await settle(pilot)
        assert screen.bench is not None
        await pilot.press(*screen.bench.file.case.reference, "enter")
        await settle(pilot)
        decision = screen.bench.file.decision
        assert decision is not None
        assert decision.outcome is Decided.SCR
        shown = seen(pilot.app)
        assert "Sealed" in shown
        assert screen.bench.file.seals[decision.id][:32] in shown
        assert [name for name in ("edit", "reasons", "sign") if screen.check_action(name, ())] == []
        key = f"decision:{screen.bench.file.case.id}"
        assert await demo.call(lambda services: services.desk.draft(key)) is None


async def test_a_sealed_decision_is_read_only(court: Court, settle: Settle, seen: Seen) -> None:
    async with court("Child M") as (pilot, screen):
        assert "decided and sealed" in seen(pilot.app)
        await pilot.press("e", "g", "r", "o", "end", "enter")
        await settle(pilot)
        assert pilot.app.screen is screen
        assert screen.made.outcome is Decided.SCR
        assert screen.typing() is None


async def test_on_a_narrow_screen_the_evidence_waits_behind_its_key(court: Court) -> None:
    async with court(size=(80, 24)) as (pilot, screen):
        assert not screen.query_one("#right").display
        await pilot.press("i")
        assert screen.query_one("#right").display
        assert not screen.query_one("#left").display
        await pilot.press("i")
        assert screen.query_one("#left").display


async def test_no_real_name_is_on_the_screen(court: Court, demo: Backend, seen: Seen) -> None:
    name = await demo.call(lambda services: services.desk.file(case_of(services, "Child N")).case.child.name)
    async with court() as (pilot, _):
        assert name not in seen(pilot.app)


def whole() -> Deliberation:
    """A decision with nothing left blank."""
    values = ("yes", "yes", "known", "died", "no", "yes", "concern")
    made = Deliberation(outcome=Decided.SCR, texts=dict(TEXTS))
    for fact, value in zip(Fact, values, strict=True):
        made.answer(LimbFinding(fact=fact, value=value, reason="Because it is so."))
    return made


def test_a_whole_deliberation_becomes_a_form_to_sign() -> None:
    form = decision_form(whole())
    assert isinstance(form, DecisionForm)
    assert form.outcome is Decided.SCR
    assert form.conflict_of_interest.answer == "no"


def test_every_blank_is_named_and_blank_is_not_a_value() -> None:
    named = " ".join(each.sentence for each in missing(Deliberation()))
    assert all(fact.label in named for fact in Fact)
    assert "No outcome has been chosen" in named
    assert "Conflict of interest, detail" in named


def test_a_draft_gives_back_what_the_chair_had_answered() -> None:
    made = whole()
    again = restored(made.fields())
    assert (again.limbs, again.own, again.outcome, again.texts) == (made.limbs, made.own, made.outcome, made.texts)


@pytest.mark.parametrize(
    "kept", [{}, {"limbs": [{"fact": "nonsense"}]}, {"outcome": "maybe"}, {"texts": 3, "limbs": 7}]
)
def test_a_draft_from_another_time_is_taken_as_far_as_it_goes(kept: dict[str, object]) -> None:
    made = restored(kept)
    assert made.limbs == {}
    assert made.outcome is None


def test_what_the_chair_answered_is_not_overwritten_by_the_recommendation() -> None:
    made = whole()
    made.propose([LimbFinding(fact=Fact.OUTCOME, value="alive", reason="Recovered.")])
    assert made.limbs[Fact.OUTCOME].value == "died"
