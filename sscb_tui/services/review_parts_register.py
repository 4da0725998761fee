"""The register of proceedings as lines (F12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.rules.register import is_stale, numbered
from sscb_tui.domain.thread import Address
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.proceeding import Proceeding


def proceedings(file: CaseFile, now: datetime) -> ReviewPart:
    """What runs beside the case, and how lately anybody looked."""
    today = now.date()
    items = tuple(_item(number, each, today) for number, each in numbered(file))
    running = sum(each.is_open for each in file.proceedings)
    stale = sum(is_stale(each, today) for each in file.proceedings)
    state = f"{running} open" if items else "none"
    return ReviewPart(
        "proceedings",
        "Proceedings",
        state + (f", {stale} to look at" if stale else ""),
        "!" if stale else "○" if running else "✓" if items else "·",
        items,
    )


def _item(number: str, each: Proceeding, today: date) -> ReviewItem:
    form, stale = each.form, is_stale(each, today)
    holds = ", ".join(hold.effect.label for hold in each.holding)
    coming = f"next {shown(form.next_on)}" if form.next_on and each.is_open else ""
    state = " · ".join(part for part in (form.stage.label, holds, "look again" if stale else "", coming) if part)
    mark = "!" if stale else "○" if each.is_open else "✓"
    here = Address("proceedings", each.id)
    return ReviewItem(each.id, f"{number} {form.kind.label}", state, mark, tuple(_words(each)), here)


def _words(each: Proceeding) -> Iterator[tuple[str, str]]:
    form = each.form
    yield "Led by", ", ".join(part for part in (form.lead, form.reference, form.contact) if part)
    if form.next_on:
        yield "Next date", shown(form.next_on)
    if form.expected_end:
        yield "Expected", form.expected_end
    for hold in form.holds:
        ended = f"; ended {shown(hold.ended_on)}" if hold.ended_on else ""
        yield "Effect", f"{hold.effect.label}: until {hold.until}{ended}"
    if form.handling:
        agreed = f" ({form.agreed_by}, {shown(form.agreed_on)})" if form.agreed_on else ""
        yield "Handled", form.handling + agreed
    if form.disclosure:
        yield "Disclosure", form.disclosure
    yield "Looked at", f"{shown(each.reviewed_on)}, {each.reviewed_by}"
