"""What can be done in each part of a review: one line a deed, the usual one of its kind first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens import review_beside as beside
from screens import review_deeds as deeds
from screens import review_people as people

if TYPE_CHECKING:
    from screens.review import Review
    from sscb_tui.services.views.reviews import ReviewItem

EMPTY = {
    "next": "Nothing comes next.",
    "terms": "Not written yet: n writes them.",
    "timetable": "The timetable comes with the terms of reference.",
    "reviewers": "Nobody has been thought of yet: n puts somebody on the register.",
    "proceedings": "Nothing runs beside this case: n enters a proceeding.",
    "family": "Nobody of the family is known: n plans a contact.",
    "answers": "The report is not in yet.",
    "response": "Not written yet: n writes it.",
    "publication": "Nothing yet; n records what a court forbids to publish.",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: its words, how it is done, and on which lines it may be done."""

    label: str
    run: Callable[[Review, str], Awaitable[object]]
    kind: str = ""
    """"new" or "edit", for the keys n and e."""
    takes: Callable[[ReviewItem], bool] | None = None
    """None where it needs no line."""


def _any(item: ReviewItem) -> bool:
    return True


def _milestone(item: ReviewItem) -> bool:
    return not item.key.startswith("extension ")


def _planned(item: ReviewItem) -> bool:
    return not item.key.startswith("no plan: ")


def _subject(item: ReviewItem) -> bool:
    return item.key[:2] in ("F-", "R-")


def _restriction(item: ReviewItem) -> bool:
    return item.key.startswith("restriction ")


DEEDS: dict[str, tuple[Deed, ...]] = {
    "terms": (
        Deed("Write the terms of reference", deeds.write_terms, "new"),
        Deed("Edit the draft, or begin the next version", deeds.write_terms, "edit"),
        Deed("Approve the draft, as the Chair", deeds.approve_terms),
    ),
    "timetable": (
        Deed("This milestone was reached", deeds.reach, "edit", _milestone),
        Deed("Extend beyond six months, as the Chair", deeds.extend, "new"),
    ),
    "reviewers": (
        Deed("Put somebody on the register", people.consider, "new"),
        Deed("Edit", people.revise, "edit", _any),
        Deed("Record the contract", people.contract, "", _any),
        Deed("The name went to the national panel", people.panel, "", _any),
        Deed("Appoint", people.appoint, "", _any),
        Deed("Rule on a link, as the Chair", people.rule, "", _any),
        Deed("Stand down", people.stand_down, "", _any),
    ),
    "proceedings": (
        Deed("Enter a proceeding", beside.enter, "new"),
        Deed("Bring up to date", beside.bring_up_to_date, "edit", _any),
        Deed("Looked at today, stands as it is", beside.look, "", _any),
    ),
    "family": (
        Deed("Plan a contact", beside.plan_contact, "new"),
        Deed("Edit how contact is made", beside.edit_contact, "edit", _planned),
        Deed("Told of something, or why not yet", beside.tell, "", _planned),
        Deed("Contribution", beside.contribute, "", _planned),
        Deed("Support offered, report shown", beside.show, "", _planned),
        Deed("No contact for now", beside.limit, "", _planned),
        Deed("Contact possible again", beside.lift, "", _planned),
    ),
    "answers": (
        Deed("Answer this, for the Board", deeds.answer, "edit", _subject),
        Deed("Add a finding", deeds.find, "new"),
        Deed("Replace the report's text", deeds.replace_text),
    ),
    "response": (
        Deed("Write the response", deeds.respond, "new"),
        Deed("Edit the response", deeds.respond, "edit"),
    ),
    "publication": (
        Deed("Settle the day and what is cleared", deeds.plan, "edit"),
        Deed("Record a restriction", deeds.restrict, "new"),
        Deed("Clear this restriction", deeds.clear, "", _restriction),
        Deed("Hold publication back, as the Chair", deeds.withhold),
        Deed("Go on to the actions unpublished, as the Chair", deeds.implement),
    ),
}
