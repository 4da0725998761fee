"""The Chair in front of a fictional case: the decision typed but for its outcome, and the keys that choose and sign."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from screens.decision import OUTCOMES
from screens.decision_bench import Deliberation
from screens.decision_form import SPEC
from screens.dialogs.passage import Passage
from screens.forms.values import typed_from
from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Decision, DecisionForm
from sscb_tui.domain.forms import AdviceForm
from sscb_tui.domain.meeting import AgencyView, Attendee
from sscb_tui.domain.terms import Decided
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people, returns
from sscb_tui.services.demonstration.discussions import plan
from tests.appendix.told import AS_FOUND, Told, decision, discussed, findings, referred
from tests.ui.court import case_of
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
CHAIR, LIIP, MANAGER = people.CHAIR.actor(), people.LIIP.actor(), people.MANAGER.actor()
MINUTES = people.MINUTES.actor()


def to_the_chair(services: Services, told: Told) -> Case:
    """Referred, discussed and agreed; and the Chair has typed reasons, but chosen no outcome yet."""
    use = services.referrals
    case = use.receive(MANAGER, referred(told))
    use.open_discussion(MANAGER, case.id, "Searched by name: nothing earlier.")
    use.discuss(MANAGER, case.id, discussed(told))
    use.agree(LIIP, case.id)
    use.agree(CHAIR, case.id)
    typed(services, told, decision(told))
    return case


def through_a_meeting(
    services: Services, told: Told, recommended: Decided, dissent: tuple[str, str] = ("", "")
) -> Case:
    """Every agency answers, the meeting recommends on these findings, and the Chair has typed reasons on them."""
    case = met(services, asked(services, told), told, recommended, dissent)
    typed(services, told, decision(told, recommended, agrees_with_recommendation="yes"))
    return case


def asked(services: Services, told: Told) -> str:
    """A meeting is agreed and every agency that was involved has answered; the case's id."""
    use = services.referrals
    case = use.receive(MANAGER, referred(told))
    use.open_discussion(MANAGER, case.id, "Searched by name: nothing earlier.")
    plans = plan(services.desk.file(case.id), told.agencies, services.desk.now())
    use.discuss(MANAGER, case.id, discussed(told, "scoping").but(plan=plans))
    use.agree(LIIP, case.id)
    use.agree(CHAIR, case.id)
    returns.all_in(services, case.id, told.agencies, ())
    return case.id


def met(services: Services, case_id: str, told: Told, recommended: Decided, dissent: tuple[str, str]) -> Case:
    """The meeting is held, and recommends; one agency may dissent."""
    use, room = services.meetings, services.findings
    held = use.prepare(MINUTES, case_id).id
    for code in told.agencies:
        use.attend(MINUTES, held, Attendee(name=f"{code} Member", post="Manager", agencies=(code,)))
    use.ready(MINUTES, held, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    use.start(LIIP, held)
    for finding in findings(told):
        room.find(MINUTES, held, finding)
    for code in told.agencies:
        said = dissent[1] if code == dissent[0] else ""
        room.view(MINUTES, held, AgencyView(agency=code, outcome=recommended, reason=AS_FOUND, dissent=said))
    services.floor.safety(MINUTES, held, "No other child is in the household.")
    room.close_round(MINUTES, held, dissent_none=not dissent[0])
    use.close(LIIP, held)
    use.submit(LIIP, case_id, advised(told, recommended, none_dissents=not dissent[0]))
    return services.desk.file(case_id).case


def advised(told: Told, recommended: Decided, *, none_dissents: bool) -> AdviceForm:
    """What the meeting puts to the Chair."""
    return AdviceForm(
        summary=told.happened,
        missing_returns="None.",
        recommended=recommended,
        reasons=AS_FOUND,
        dissent_none=none_dissents,
        inquorate_reason="Every agency that knew the child was there.",
        scope="The year before.",
        parallel_processes="none known",
        family_position="Told.",
        early_actions="None.",
    )


def typed(services: Services, told: Told, form: DecisionForm, *blank: str) -> None:
    """A decision typed but for its outcome and what is named blank, as leaving the screen keeps it."""
    made = Deliberation(texts=typed_from(SPEC, form.model_dump()) | dict.fromkeys(blank, ""))
    for limb in form.limbs:
        made.answer(limb)
    case_id = case_of(services, told.pseudonym)
    services.desk.keep_draft(CHAIR, f"decision:{case_id}", f"{told.pseudonym} · Chair's decision", made.fields())


@asynccontextmanager
async def before_the_chair(backend: Backend, settle: Settle, told: Told) -> AsyncIterator[Typist]:
    """The Chair finds the case in the queue and opens the decision."""
    async with at_keyboard(backend, settle, CHAIR.name) as at:
        await at.press("slash")
        await at.type(f"{await reference(backend, told)}\n")
        await at.sees(f"· {told.pseudonym}")
        await at.press("C")
        await at.sees("Chair's decision", f"· {told.pseudonym}", "Outcome")
        yield at


async def choose(at: Typist, outcome: Decided) -> None:
    """To the outcomes, and the one wanted."""
    await at.press("o", "home", *["down"] * OUTCOMES.index(outcome), "enter")


async def decisions(backend: Backend, told: Told) -> tuple[Decision, ...]:
    """What is on record."""
    return await backend.call(lambda services: services.desk.file(case_of(services, told.pseudonym)).decisions)


async def reference(backend: Backend, told: Told) -> str:
    return await backend.call(lambda services: services.desk.file(case_of(services, told.pseudonym)).case.reference)


async def sign(at: Typist, backend: Backend, told: Told) -> None:
    """Sign with the case's reference typed."""
    await at.press("g")
    typed_reference = await reference(backend, told)
    await at.sees(f"Type {typed_reference}")
    await at.type(f"{typed_reference}\n")


async def refused(at: Typist, *said: str) -> None:
    """Try to sign: the sentences say why not."""
    await at.press("g")
    await at.sees(*said)
    assert isinstance(at.screen, Passage)
