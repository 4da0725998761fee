"""The next step of a review: what each asks before it is done, and what it says when it is refused."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.dialogs.confirm import confirmed
from screens.forms import review as asked
from screens.review_deeds import day_said, said, text_of
from sscb_tui.domain.review_forms import CommissionForm, ReportForm
from sscb_tui.domain.terms import Move

if TYPE_CHECKING:
    from screens.forms.spec import Entry
    from screens.review import Review
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

    Deed = Callable[[Services, Actor], object]


async def go_on(page: Review) -> None:
    """Whatever comes next at this stage."""
    view = page.view
    if view is None or view.next.move is None:
        page.notify("Nothing comes next.", markup=False)
    elif view.next.reasons:
        page.show_next()
        page.notify("Everything in the way is listed.", title="Not yet", severity="warning", markup=False)
    else:
        await _STEPS[view.next.move](page)


async def _sure(page: Review, question: str, yes: str, deed: Deed) -> None:
    if await confirmed(page.app, question, yes, "not yet"):
        await page.do(deed)


async def _commission_scr(page: Review) -> None:
    await _sure(
        page,
        "Commission the Serious Case Review?",
        "commission",
        lambda services, actor: services.reviews.commission(actor, page.case_id, CommissionForm()),
    )


async def _commission_other(page: Review) -> None:
    case_id = page.case_id
    decision = await page.ask(lambda services: services.desk.file(case_id).decision)
    section = asked.commission(decision.alternative_type if decision else "")
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.reviews.commission(
            actor, case_id, made(section, CommissionForm, given)
        ),
    )


async def _begin(page: Review) -> None:
    await _sure(page, "Begin the review?", "begin", lambda services, actor: services.reviews.begin(actor, page.case_id))


async def _receive(page: Review) -> None:
    if page.view is None or page.today is None:
        return
    section = asked.report(f"{page.view.kind}: {page.view.pseudonym}", page.today)
    await carry_out(
        page, section, lambda services, actor, given: services.responses.receive(actor, page.case_id, _report(given))
    )


def _report(given: Entry) -> ReportForm:
    lines = [line.strip() for line in said(given, "findings").splitlines() if line.strip()]
    return ReportForm(
        title=said(given, "title"),
        received_on=day_said(given, "received_on"),
        text=text_of(given),
        findings=tuple(lines),
    )


async def _agree(page: Review) -> None:
    await _sure(
        page,
        "Agree the answers, for the full Board? They then stand.",
        "agree",
        lambda services, actor: services.responses.agree(actor, page.case_id),
    )


async def _prepare(page: Review) -> None:
    await _sure(
        page,
        "Prepare publication? The days for the national panel's copy begin to count.",
        "prepare",
        lambda services, actor: services.publishing.prepare(actor, page.case_id),
    )


async def _publish(page: Review) -> None:
    if page.view is None:
        return
    await carry_out(
        page,
        asked.publish(page.view.reference),
        lambda services, actor, given: services.publishing.publish(
            actor, page.case_id, said(given, "address"), said(given, "typed")
        ),
    )


async def _resume(page: Review) -> None:
    await carry_out(
        page,
        asked.ADVICE,
        lambda services, actor, given: services.publishing.resume(
            actor, page.case_id, said(given, "advice"), said(given, "regard")
        ),
    )


async def _close(page: Review, label: str, help: str) -> None:
    section = asked.statement("Close the case", label, help)
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.closings.close(actor, page.case_id, said(given, "statement")),
    )


async def _learn_or_close(page: Review) -> None:
    ways = (("close", "close the case"), ("learn", "carry out what an agency has to learn"))
    section = asked.statement("No review", "Why it may close", "Nothing is left to do, because …", ways)
    await carry_out(page, section, lambda services, actor, given: _end(services, actor, page.case_id, given))


def _end(services: Services, actor: Actor, case_id: str, given: Entry) -> object:
    if said(given, "way") == "learn":
        return services.closings.learn(actor, case_id)
    return services.closings.close(actor, case_id, said(given, "statement"))


async def _reopen(page: Review) -> None:
    section = asked.statement("Reopen the case", "What was found", "What the follow-up showed to have slipped.")
    await carry_out(
        page,
        section,
        lambda services, actor, given: services.closings.reopen(actor, page.case_id, said(given, "statement")),
    )


_STEPS: dict[Move, Callable[[Review], Awaitable[None]]] = {
    Move.COMMISSION_SCR: _commission_scr,
    Move.COMMISSION_ALTERNATIVE: _commission_other,
    Move.BEGIN_REVIEW: _begin,
    Move.RECEIVE_REPORT: _receive,
    Move.AGREE_RESPONSE: _agree,
    Move.PREPARE_PUBLICATION: _prepare,
    Move.PUBLISH: _publish,
    Move.RESUME_PUBLICATION: _resume,
    Move.CLOSE: partial(_close, label="Difference made", help="What changed for children, and what shows it."),
    Move.CLOSE_TRANSFERRED: partial(_close, label="Why it may close", help="Who carries the actions of agencies here."),
    Move.CLOSE_WITHOUT_REVIEW: _learn_or_close,
    Move.REOPEN: _reopen,
}
