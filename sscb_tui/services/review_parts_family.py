"""The family contact plan as lines (F13); by what the Board calls people, never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.rules.told import parental_responsibility, relation, unplanned
from sscb_tui.domain.terms import ToldOf
from sscb_tui.domain.thread import Address
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.family_contact import FamilyContact
    from sscb_tui.domain.file import CaseFile


def family(file: CaseFile) -> ReviewPart:
    """Everybody with a plan, and everybody without."""
    without = tuple(ReviewItem(f"no plan: {who}", who, "no plan yet", "!") for who in unplanned(file))
    items = (*(_item(file, each) for each in file.family_contacts), *without)
    state = f"{len(without)} without a plan" if without else f"{len(items)} planned"
    return ReviewPart(
        "family", "Family", state if items else "nobody known", "!" if without else "○" if items else "·", items
    )


def _item(file: CaseFile, each: FamilyContact) -> ReviewItem:
    told = sum(one.on is not None for one in each.told)
    waits = sum(one.on is None for one in each.told)
    not_yet = f"{waits} not yet" if waits else ""
    limited = "no contact yet" if each.limited else ""
    shown_words = "saw the report" if each.shown_on else ""
    state = " · ".join(part for part in (f"told {told} of {len(ToldOf)}", not_yet, limited, shown_words) if part)
    mark = "!" if each.limited else "✓" if told == len(ToldOf) else "○"
    here = Address("family_contacts", each.id)
    return ReviewItem(each.id, each.form.called, state, mark, tuple(_words(file, each)), here)


def _words(file: CaseFile, each: FamilyContact) -> Iterator[tuple[str, str]]:
    held = parental_responsibility(file.case, each.form.member).label
    yield "To the child", f"{relation(file.case, each.form.member)}; parental responsibility: {held}"
    yield "Contact", f"{each.form.method}; led by {each.form.led_by}"
    for label, words in (("Language", each.form.language), ("Access", each.form.access_needs)):
        if words:
            yield label, words
    for number, limit in enumerate(each.limits, 1):
        over = f"; lifted {shown(limit.lifted_on)}" if limit.lifted_on else ""
        yield f"No contact {number}", f"{limit.asked_by}, until {limit.until} {limit.proceeding}".rstrip() + over
    for of in ToldOf:
        told = each.told_of(of)
        said = (
            "not on record whether told"
            if told is None
            else f"not yet: {told.not_yet}"
            if told.on is None
            else f"told {shown(told.on)}"
        )
        yield of.value.capitalize(), said
    yield from _contribution(each)


def _contribution(each: FamilyContact) -> Iterator[tuple[str, str]]:
    given = each.contribution
    said = {"Invited": shown(given.invited_on) if given.invited_on else "", "Wishes": given.wishes}
    said |= {"Gave": given.gave, "How it was used": given.used, "Support": each.support}
    where = f", {each.shown_where}" if each.shown_where else ""
    said["Report shown"] = shown(each.shown_on) + where if each.shown_on else each.not_shown
    yield from ((label, words) for label, words in said.items() if words)
