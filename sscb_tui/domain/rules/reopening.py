"""When a signed decision may come before the Chair again, and what may stand beside it (T24, T29, RF-17)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.naming import names_of

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.decision import Decision
    from sscb_tui.domain.file import CaseFile

_CODES = {"panel": "T24-date", "information": "T29-date"}


def news_is_new(
    decision: Decision, on: date, today: date, cause: Literal["panel", "information"]
) -> tuple[Violation, ...]:
    """A letter, or a fact, that came after the decision and not after today: what was known then was decided on."""
    first = local_day(decision.signature.at)
    if first <= on <= today:
        return ()
    what = "The panel's letter" if cause == "panel" else "What is newly known"
    sentence = f"{what} is dated {shown(on)}; it must come between the decision, {shown(first)}, and {shown(today)}."
    return (Violation(_CODES[cause], sentence, "record of the Chair's decision (F8)", "on"),)


def may_add(words: str, file: CaseFile) -> tuple[Violation, ...]:
    """An addendum prints with the record, so it names nobody either (RF-16)."""
    if not names_of(file).found(words):
        return ()
    sentence = "The addendum identifies somebody; write the pseudonym or the relationship."
    return (Violation("RF-16", sentence, "SCR quality marker: publication", "words"),)
