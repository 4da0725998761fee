"""The head of the Review screen in words: the stage line, the clock, the next step and what bars it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.stage_line import stage_line
from screens.words import day, days_left
from sscb_tui.domain.text import shown_line
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sscb_tui.services.views.reviews import ReviewView

PART = "part:"
"""Begins the key of a line that stands for another part, to which Enter goes."""
_STYLES = {"late": "bold $text-error", "near": "$text-warning", "": ""}


def header(view: ReviewView, today: date) -> Content:
    """Where it is, and how long is left."""
    line = Content("  ").join(stage_line(view.line))
    return Content("\n").join((line, Content.assemble(*_next(view), *_clock(view, today))))


def _next(view: ReviewView) -> list[Content]:
    who = f" ({view.next.who})" if view.next.who else ""
    said = [Content.styled("Next  ", "$foreground-muted"), Content.styled(shown_line(view.next.words), "bold")]
    return [*said, Content.styled(who, "$foreground-muted")]


def _clock(view: ReviewView, today: date) -> list[Content]:
    if view.due is None or view.working_days is None:
        return []
    left, style = days_left(view.working_days)
    target = f", extended to {day(view.target, today)}" if view.target else ""
    said = f"   six months {day(view.due, today)}{target}  "
    return [Content.styled(said, "$foreground-muted"), Content.styled(left, _STYLES[style])]


def next_part(view: ReviewView) -> ReviewPart:
    """The next step as a part of its own: whatever stands in its way, then whatever else wants looking at."""
    reasons, wants = view.next.reasons, tuple(_wanting(view))
    if reasons:
        items = tuple(
            ReviewItem(str(n), *_split(reason), "!", (("In the way", reason),)) for n, reason in enumerate(reasons)
        )
        return ReviewPart("next", "Next step", f"{len(reasons)} in the way", "!", (*items, *wants))
    if view.next.move is None:
        return ReviewPart("next", "Next step", "none", "·", wants)
    words = (("Next", view.next.words), ("Who", view.next.who))
    clear = ReviewItem("clear", view.next.words, view.next.who, "○", words)
    return ReviewPart("next", "Next step", "clear", "○", (clear, *wants))


def _wanting(view: ReviewView) -> Iterator[ReviewItem]:
    """Each part in which something is wrong, said here too: a narrow screen has no room for the states of the parts."""
    for part in view.parts:
        if part.mark == "!":
            words = tuple((item.label, item.state) for item in part.items if item.mark == "!")
            yield ReviewItem(f"{PART}{part.key}", part.label, part.state, "!", words)


def _split(reason: str) -> tuple[str, str]:
    """The code, and the sentence."""
    code, _, sentence = reason.partition(": ")
    return code, sentence
