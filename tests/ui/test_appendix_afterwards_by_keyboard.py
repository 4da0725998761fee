"""Fictional cases that turn on returns, a meeting, a day, or what follows the decision; what matters by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from sscb_tui.domain.terms import Decided, Fact, Stage
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.appendix.cases import BABY, LEUKAEMIA, SKULL, SUICIDE
from tests.appendix.siblings import FIRST, REASONS, THREE
from tests.appendix.told import decision
from tests.services.reviewed import before_publication
from tests.ui.before_the_chair import (
    CHAIR,
    MANAGER,
    Settle,
    before_the_chair,
    choose,
    decisions,
    refused,
    sign,
    through_a_meeting,
    to_the_chair,
    typed,
)
from tests.ui.court import case_of
from tests.ui.keyboard import Answers, Typist, at_keyboard
from tests.ui.test_review_by_keyboard import menu_tell, to

TODAY = date(2026, 11, 20)
DISSENT = "Nothing new would be found."
ASKS = "The panel asks why the delay was not weighed."
AUDIT = "An audit of all four files, confirmed by the designated nurse."
EXPLAINED = " Every file was audited."
AGAIN = "The panel points to a delay of two months before the diagnosis; what was missed then is worth a review."


async def begun(backend: Backend, clock: SetClock, day: date, made: Callable[[Services], object]) -> None:
    """A Board with its people, and one of its cases brought as far as the keys, on that day."""
    clock.set(day, "11:00")
    await backend.call(lambda services: services.board.save(MANAGER, people.BOARD))
    await backend.call(made)


async def duties(at: Typist, words: str) -> None:
    """The clocks, narrowed to these words."""
    await at.press("D")
    await at.press("slash")
    await at.type(f"{words}\n")


async def leafs_to(at: Typist, words: str) -> None:
    """Page by page through a paper to these words."""
    await at.sees("OFFICIAL-SENSITIVE", "m Markdown")
    for _ in range(12):
        if words in at.seen():
            return
        await at.press("space")
    raise AssertionError(f"{words} is not in the paper:\n{at.seen()}")


async def reasons(at: Typist, section: str, answers: Answers) -> None:
    """One section of the Chair's reasons."""
    await at.press("r")
    await at.until(lambda: at.field is not None)
    await at.fill({section: answers})
    await at.press("ctrl+r")


async def test_tc07_definitive_evidence_defeats_the_limb_and_the_panel_is_told_why(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    told = SKULL.known(working_together="nothing_found_yet")
    await begun(empty, clock, TODAY, lambda services: through_a_meeting(services, told, Decided.NO_REVIEW))
    async with before_the_chair(empty, settle, told) as at:
        await at.sees("MUST hold an SCR", "No review  refused RF-03")
        await at.press("end")
        shown = {"Finding": "definitively none", "Because": " An audit of every file shows joint work."}
        await at.tell("e", shown)
        await at.sees("may choose")
        await choose(at, Decided.NO_REVIEW)
        await reasons(at, "Outcome", {"What is done instead, and why it is enough": "Each agency keeps its own plan."})
        await reasons(at, "Outcome", {"Explanation for the national panel": EXPLAINED})
        await refused(at, "RF-06")
        await at.press("escape")
        await reasons(at, "Outcome", {"Definitive evidence of no concern": AUDIT})
        await sign(at, empty, told)
        await at.sees("decided and sealed")
        await duties(at, "CK-4")
        await at.press("end")
        await at.sees("tell the national panel (Child Safeguarding")
        await at.press("p")
        await leafs_to(at, EXPLAINED.strip())
    (signed,) = await decisions(empty, told)
    assert (signed.outcome, signed.definitive_evidence) == (Decided.NO_REVIEW, (AUDIT,))


async def test_tc11_three_siblings_are_decided_one_by_one_and_a_copy_is_made_the_childs_own(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    def three(services: Services) -> None:
        cases = [to_the_chair(services, told) for told in THREE]
        first = decision(THREE[0], reasons=REASONS[0])
        services.decisions.sign(CHAIR, cases[0].id, first, cases[0].reference)
        typed(services, THREE[1], decision(THREE[1]), "reasons")
        typed(services, THREE[2], decision(THREE[2], reasons=REASONS[2]))

    await begun(empty, clock, TODAY, three)
    _, second, third = THREE
    async with before_the_chair(empty, settle, second) as at:
        await choose(at, Decided.SCR)
        await at.press("c")
        await at.choose("Child K1")
        await refused(at, "What in them is this child's own")
        await at.press("escape")
        await reasons(at, "Reasons", {"What in them is this child's own": "She lives, and her growth may be harmed."})
        await refused(at, "RF-10")
        assert await decisions(empty, second) == ()
        await at.press("escape")
        await reasons(at, "Reasons", {"Reasons": f" {REASONS[1]}"})
        await sign(at, empty, second)
        await at.sees("decided and sealed")
    async with before_the_chair(empty, settle, third) as at:
        await choose(at, Decided.SCR)
        await sign(at, empty, third)
        await at.sees("decided and sealed")
    made = [(await decisions(empty, told))[0] for told in THREE]
    assert len({each.case_id for each in made}) == 3
    assert [each.copied_from for each in made] == ["", FIRST, ""]
    outcomes = [next(limb.value for limb in each.limbs if limb.fact is Fact.OUTCOME) for each in made]
    assert outcomes == ["died", "alive", "alive"], "answers are not copied"


async def test_tc15_a_decision_before_easter_is_told_of_after_it(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    told = BABY.but(received=datetime(2018, 3, 12, 10, tzinfo=UTC), born=date(2017, 11, 9))
    await begun(empty, clock, date(2018, 3, 29), lambda services: to_the_chair(services, told))
    async with before_the_chair(empty, settle, told) as at:
        await choose(at, Decided.SCR)
        await sign(at, empty, told)
        await at.sees("decided and sealed")
        await duties(at, "CK-4")
        for to in ("Ofsted", "the Department for Education", "the national panel of independent experts"):
            await at.sees(f"What         tell {to}", "Due          9 Apr 2018")
            await at.press("down")


async def test_tc16_the_chair_departs_from_the_meeting_with_reasons_and_dissent_stays_in_sight(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    def met(services: Services) -> None:
        through_a_meeting(services, SUICIDE, Decided.SCR, dissent=("POL", DISSENT))
        typed(services, SUICIDE, decision(SUICIDE, agrees_with_recommendation="yes"))

    await begun(empty, clock, TODAY, met)
    async with before_the_chair(empty, settle, SUICIDE) as at:
        await at.sees("may choose", "Serious Case Review", "Dissent", DISSENT)
        await choose(at, Decided.NO_REVIEW)
        await refused(at, "RF-11")
        await at.press("escape")
        await reasons(at, "Reasons", {"Agrees with the recommendation": "no"})
        await refused(at, "RF-11")
        assert await decisions(empty, SUICIDE) == ()
        await at.press("escape")
        await reasons(at, "Reasons", {"Why not, and what was weighed": "The papers weigh more than the views."})
        await sign(at, empty, SUICIDE)
        await at.sees("decided and sealed", "Dissent", DISSENT)
        await at.press("w")
        await leafs_to(at, DISSENT)
    (signed,) = await decisions(empty, SUICIDE)
    assert (signed.outcome, signed.reasons_for_departure) == (
        Decided.NO_REVIEW,
        "The papers weigh more than the views.",
    )


async def test_tc17_the_panel_disagrees_and_a_new_decision_stands_beside_the_old(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    def signed(services: Services) -> None:
        case = to_the_chair(services, LEUKAEMIA)
        services.decisions.sign(CHAIR, case.id, decision(LEUKAEMIA), case.reference)

    await begun(empty, clock, TODAY, signed)
    (first,) = await decisions(empty, LEUKAEMIA)
    clock.set(date(2027, 1, 4), "10:00")
    async with before_the_chair(empty, settle, LEUKAEMIA) as at:
        await at.press("w")
        await at.sees("_decision_v1_", "No review")
        await at.press("escape")
        await at.act_as(MANAGER.name)
        await at.tell(
            "p", {"Date of the letter": "30 Dec 2026", "Its reference": "NP/9", "What it asks or advises": ASKS}
        )
        await at.sees("Before the Chair again", "The national panel wrote 30 Dec 2026 (NP/9)")
        await at.act_as(CHAIR.name)
        await choose(at, Decided.SCR)
        await refused(at, "How regard was had to the panel's advice", "Why a review by choice")
        await at.press("escape")
        await reasons(at, "Reasons", {"How regard was had to the panel's advice": "The delay was looked into."})
        await reasons(at, "Outcome", {"Why a review by choice": "Two months were lost."})
        await refused(at, "RF-10")
        await at.press("escape")
        await reasons(at, "Reasons", {"Reasons": f" {AGAIN}"})
        await sign(at, empty, LEUKAEMIA)
        await at.sees("decided and sealed", "Sealed  Serious Case Review")
        await at.press("w")
        await at.sees("_decision_v2_", "Supersedes: No review, signed 20 Nov 2026", ASKS, "The delay was looked into.")
    kept, new = await decisions(empty, LEUKAEMIA)
    assert kept == first
    assert (new.outcome, new.supersedes) == (Decided.SCR, first.id)


async def test_tc18_a_report_that_spells_the_grandmothers_name_another_way_is_not_published(
    empty: Backend, settle: Settle, clock: SetClock, tmp_path: Path
) -> None:
    def prepared(services: Services) -> None:
        case = to_the_chair(services, LEUKAEMIA)
        services.decisions.sign(CHAIR, case.id, decision(LEUKAEMIA, Decided.SCR, reasons=AGAIN), case.reference)
        before_publication(services, case.id)

    await begun(empty, clock, TODAY, prepared)
    named, clean = tmp_path / "named.md", tmp_path / "clean.md"
    named.write_text("The child was cared for by\nWilhelmena at the weekends.\n", encoding="utf-8")
    clean.write_text("The child was cared for by\nthe grandmother at the weekends.\n", encoding="utf-8")
    async with at_keyboard(empty, settle, MANAGER.name, LEUKAEMIA.pseudonym) as at:
        await at.press("V")
        await at.sees("publish (Independent Chair)")
        await to(at, "Report and answers")
        await menu_tell(at, "Replace the report's text", {"File": str(named)})
        await at.act_as(CHAIR.name)
        await at.press("full_stop")
        await at.sees("RF-16", "Line 2: “Wilhelmena”")
        await at.act_as(MANAGER.name)
        await to(at, "Report and answers")
        await menu_tell(at, "Replace the report's text", {"File": str(clean)})
        await at.act_as(CHAIR.name)
        await at.press("full_stop")
        await at.until(lambda: "RF-16" not in at.seen())
        await at.sees("1 in the way", "CK-6")
    stage = await empty.call(lambda use: use.desk.file(case_of(use, LEUKAEMIA.pseudonym)).case.stage)
    assert stage is Stage.PRE_PUBLICATION


async def test_tc20_a_case_of_june_2018_is_told_to_the_panel_that_began_that_month(
    empty: Backend, settle: Settle, clock: SetClock
) -> None:
    told = BABY.but(received=datetime(2018, 6, 20, 10, tzinfo=UTC), born=date(2018, 2, 9))
    await begun(empty, clock, date(2018, 7, 10), lambda services: to_the_chair(services, told))
    async with before_the_chair(empty, settle, told) as at:
        await choose(at, Decided.NO_REVIEW)
        await at.sees("No review is refused (RF-03)")
        await choose(at, Decided.SCR)
        await sign(at, empty, told)
        await at.sees("decided and sealed")
        await duties(at, "CK-4")
        await at.press("end")
        panel = "the national panel (Child Safeguarding Practice Review Panel)"
        await at.sees(f"What         tell {panel}", "Source       WT2015", "Due          17 Jul 2018")
        await at.press("p")
        await at.sees("letter: CSPRP", panel)
