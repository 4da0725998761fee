"""The golden thread on the Review screen: what is under the cursor, and on which line a thing is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.domain.thread import Address
    from sscb_tui.services.views.reviews import ReviewItem, ReviewPart, ReviewView


def here(view: ReviewView, part: ReviewPart | None, item: ReviewItem | None) -> Address | None:
    """The line, else the part, else the review itself; None before one is commissioned."""
    among = (item.at if item else None, part.at if part else None, view.at)
    return next((each for each in among if each is not None), None)


def place_of(view: ReviewView, at: Address) -> tuple[str, int | None]:
    """The part that shows a thing, and the number of its line; an answer stands beside what it is to."""
    answers_to = at.part.removeprefix("answer ")
    for part in view.parts:
        for number, item in enumerate(part.items):
            if item.at == at or (at.kind == "reviews" and part.key == "answers" and item.key == answers_to):
                return part.key, number
    whole = "terms" if at.part.startswith("terms ") else "answers" if at.kind == "reports" else "next"
    return whole, None
