"""What can be done about a clock: each asks for its few fields and is refused, or done, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out
from screens.dialogs.choose import Choose
from screens.dialogs.confirm import confirmed
from screens.forms import duties as asked
from screens.forms.when import day as read_day
from screens.saving import save_as
from screens.words import day
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import Cause

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from screens.base import Page
    from screens.forms.spec import Entry
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import DutyRow


async def done(page: Page, row: DutyRow, today: date) -> bool:
    """That a duty was done; the Board's own report is published."""

    def record(services: Services, actor: Actor, given: Entry) -> object:
        put = services.duties.record if row.case_id else services.duties.publish
        said = {name: str(given[name]) for name in ("method", "proof")}
        return put(actor, row.duty_id, done_on=_day(given, "done_on"), **said)

    return await carry_out(page, asked.done(today), record, about=row.duty_id)


async def why(page: Page, row: DutyRow) -> bool:
    """Why the date was or will be missed."""
    return await carry_out(
        page,
        asked.overrun(row.overrun_reason),
        lambda services, actor, given: services.duties.explain(actor, row.duty_id, str(given["reason"])),
        about=row.duty_id,
    )


async def extend(page: Page, row: DutyRow) -> bool:
    """A later day to aim at."""

    def record(services: Services, actor: Actor, given: Entry) -> object:
        said = {name: str(given[name]) for name in ("reason", "approved_by")}
        return services.duties.extend(actor, row.duty_id, target=_day(given, "target"), **said)

    latest = row.extensions[-1].target if row.extensions else row.due
    return await carry_out(page, asked.extension(latest), record, about=row.duty_id)


async def lose(page: Page, row: DutyRow, today: date) -> bool:
    """Days lost, and to what; where some are on record, one of them may be taken back instead."""
    standing = [(number, each) for number, each in enumerate(row.losses, start=1) if not each.withdrawn]
    more = ("new", "record more days lost")
    options = [
        (str(at), f"take back {each.cause.label}, {day(each.first)} to {day(each.last)}") for at, each in standing
    ]
    chosen = await page.app.push_screen_wait(Choose("Days lost", [more, *options])) if options else more[0]
    if chosen is None:
        return False
    return await (_lose(page, row, today) if chosen == more[0] else _take_back(page, row, int(chosen)))


async def _lose(page: Page, row: DutyRow, today: date) -> bool:
    def record(services: Services, actor: Actor, given: Entry) -> object:
        span = {name: _day(given, name) for name in ("first", "last")}
        cause, note = Cause(str(given["cause"])), str(given["note"])
        return services.duties.lose(actor, row.duty_id, cause, note=note, **span)

    return await carry_out(page, asked.days_lost(today), record, about=row.duty_id)


async def _take_back(page: Page, row: DutyRow, number: int) -> bool:
    return await carry_out(
        page,
        asked.taken_back(),
        lambda services, actor, given: services.duties.take_back(actor, row.duty_id, number, str(given["reason"])),
        about=f"{row.duty_id}:{number}",
    )


async def tell(page: Page, row: DutyRow) -> bool:
    """Owe a notice of the decision to somebody whose business it is."""
    others = await page.ask(lambda services: services.duties.others(row.case_id))
    if others is None:
        return False
    options = [(each.code, f"{each.code:<8} {each.name}") for each in others]
    code = await page.app.push_screen_wait(Choose(f"{row.reference}: who else is to be told?", options))
    if code is None:
        return False
    return await _put(page, lambda services: services.duties.tell(page.actor, row.case_id, code))


async def sign(page: Page, row: DutyRow) -> bool:
    """The Chair signs every letter of the case that has not gone out."""
    question = f"Sign every letter of {row.reference} that is still to be sent?"
    if not await confirmed(page.app, question, "sign them", "not now"):
        return False
    return await _put(page, lambda services: services.duties.sign(page.actor, row.case_id))


async def calendar(page: Page) -> bool:
    """The open clocks of every case, saved as a calendar file."""
    diary = await page.ask(lambda services: services.notices.calendar())
    if diary is None:
        return False
    await save_as(page, diary, "Save the calendar as")
    return True


async def _put(page: Page, deed: Callable[[Services], object]) -> bool:
    """Do it, show when it was saved, and read the list again."""
    saved_at = await page.ask(lambda services: (deed(services), services.desk.now())[1])
    if saved_at is None:
        return False
    page.saved(saved_at)
    page.refresh_record()
    return True


def _day(given: Entry, name: str) -> date:
    found = read_day(str(given[name]))
    if found is None:
        raise InputError([Problem(name.replace("_", " "), "is not a day.", "for example 9 Nov 2026")])
    return found
