"""The fictional cases before the Chair, by keys alone: what the law says, what cannot be chosen, what is signed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sscb_tui.bootstrap import build_backend, open_record
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import ActionState, Decided, Fact
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.appendix.cases import BABY, CASES, LEUKAEMIA, SKULL
from tests.appendix.told import RECEIVED, decision
from tests.services.doors_of_the_tracker import ACTION, PROOF
from tests.ui.before_the_chair import (
    CHAIR,
    LIIP,
    MANAGER,
    Settle,
    before_the_chair,
    choose,
    decisions,
    refused,
    sign,
    to_the_chair,
    typed,
)
from tests.ui.court import case_of
from tests.ui.keyboard import at_keyboard

OWNER = people.OWNER.actor()
TODAY = datetime(2026, 11, 20, 10, tzinfo=UTC)
EVIDENCE = ("An audit of every file.",)


@pytest.fixture(scope="module")
def docket(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with every case before the Chair, made once."""
    path = tmp_path_factory.mktemp("docket") / "board.db"
    clock = SetClock(RECEIVED + timedelta(hours=30))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    for told in CASES.values():
        to_the_chair(services, told)
    services.record.backup(path)
    services.close()
    return path


@pytest.fixture
async def docket_today(docket: Path, tmp_path: Path) -> AsyncIterator[Backend]:
    """The road to this test's own copy."""
    copy = tmp_path / "board.db"
    copy.write_bytes(docket.read_bytes())
    backend = build_backend(copy, clock=SetClock(TODAY))
    yield backend
    await backend.close()


@pytest.mark.parametrize("number", CASES)
async def test_the_law_is_shown_the_unlawful_cannot_be_chosen_and_the_lawful_is_signed(
    number: str, docket_today: Backend, settle: Settle
) -> None:
    told = CASES[number]
    async with before_the_chair(docket_today, settle, told) as at:
        await at.sees(told.result.label)
        for outcome, code in told.refused.items():
            await choose(at, outcome)
            await at.sees(f"{outcome.label}  refused {code}", f"{outcome.label} is refused ({code})")
        assert await decisions(docket_today, told) == ()
        await choose(at, told.signs)
        await at.sees(f"◉ {told.signs.label}")
        await sign(at, docket_today, told)
        await at.sees("n Answer" if told.signs is Decided.DEFER else "decided and sealed")
    (signed,) = await decisions(docket_today, told)
    assert (signed.outcome, signed.assessment.result) == (told.signs, told.result)
    assert signed.signature.name == CHAIR.name


async def test_tc05_a_finding_that_rests_on_recovery_alone_does_not_lead_to_a_no(
    docket_today: Backend, settle: Settle
) -> None:
    form = decision(SKULL, Decided.NO_REVIEW)
    blank = form.but(limbs=tuple(limb for limb in form.limbs if limb.fact is not Fact.SERIOUS_HARM))
    await docket_today.call(lambda services: typed(services, SKULL, blank))
    async with before_the_chair(docket_today, settle, SKULL) as at:
        await at.sees("NOT ANSWERED")
        await at.press(*["down"] * list(Fact).index(Fact.SERIOUS_HARM))
        await at.tell("e", {"Finding": "no", "Because": "The child has made a full recovery."})
        await at.sees("may choose")
        await choose(at, Decided.NO_REVIEW)
        await refused(at, "RF-08", "Recovery alone does not show")
    assert await decisions(docket_today, SKULL) == ()


async def test_tc06_definitively_none_waits_for_every_agency_that_was_involved(
    docket_today: Backend, settle: Settle
) -> None:
    none = SKULL.known(working_together="definitively_none")
    form = decision(none, Decided.NO_REVIEW, definitive_evidence=EVIDENCE)
    await docket_today.call(lambda services: typed(services, SKULL, form))
    async with before_the_chair(docket_today, settle, SKULL) as at:
        await at.sees("may choose")
        await choose(at, Decided.NO_REVIEW)
        await refused(at, "RF-06", "CHS, CSC, POL, HSG")
    assert await decisions(docket_today, SKULL) == ()


async def test_tc18_a_grandmothers_name_in_the_reasons_bars_the_signature(
    docket_today: Backend, settle: Settle
) -> None:
    async with before_the_chair(docket_today, settle, LEUKAEMIA) as at:
        await choose(at, Decided.NO_REVIEW)
        await at.press("r")
        await at.until(lambda: at.field is not None)
        await at.answer({"Reasons": " Wilhelmena cared for the child."})
        await at.press("ctrl+r")
        await refused(at, "RF-16", "somebody is identified")
    assert await decisions(docket_today, LEUKAEMIA) == ()


def done(services: Services) -> str:
    """The owner has done what was agreed, and shown it; the action's id."""
    action = services.tracker.act(MANAGER, case_of(services, BABY.pseudonym), ACTION)
    services.progress.update(OWNER, action.id, ActionState.DONE_UNVERIFIED, "In use.")
    return services.progress.evidence(OWNER, action.id, PROOF).id


@pytest.mark.parametrize(
    ("who", "state"),
    [(OWNER, ActionState.DONE_UNVERIFIED), (LIIP, ActionState.VERIFIED)],
    ids=["the owner", "a second person"],
)
async def test_tc19_who_did_it_presses_the_key_in_vain(
    who: Actor, state: ActionState, docket_today: Backend, settle: Settle
) -> None:
    action = await docket_today.call(done)
    async with at_keyboard(docket_today, settle, who.name) as at:
        await at.press("T")
        await at.sees("A-1")
        await at.press("v")
        await at.until(lambda: at.field is not None)
        await at.answer({"How it was verified": "Read the sample."})
        await at.press("ctrl+r")
        await at.sees("WHO-OWN" if who is OWNER else "verified")
    rows = await docket_today.call(lambda services: services.tracker.rows())
    assert {row.action_id: row.state for row in rows} == {action: state}
