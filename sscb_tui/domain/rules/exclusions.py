"""Decisions against a review that lean on the wrong ground, or on the wrong kind of review (RF-19, RF-20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Decided, Reliance, Result

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import DecisionForm

NOT_SCR = (Decided.ALTERNATIVE, Decided.NO_REVIEW)
"""The final outcomes without a Serious Case Review."""
_NO_EXCEPTIONS = "WT2015 ch.4"
_PUBLISHED = ("AR-10",)
"""Kinds that their own statute may have published, as a Domestic Homicide Review; of all others nothing need be."""


def no_bad_ground_is_relied_on(form: DecisionForm) -> tuple[Violation, ...]:
    """RF-20: who says "not met" says of each ground the guidance does not know that it is not why."""
    if form.outcome not in NOT_SCR:
        return ()
    blank, relied = form.exclusions.answered(None), form.exclusions.answered(Reliance.RELIED_ON)
    found = []
    if blank:
        found.append(f"Say of each whether it was relied on to find the criteria not met: {'; '.join(blank)}.")
    if relied:
        found.append(f"The guidance makes no such exception; it cannot show the criteria not met: {'; '.join(relied)}.")
    return tuple(Violation("RF-20", sentence, _NO_EXCEPTIONS, "exclusions") for sentence in found)


def nothing_is_hidden(form: DecisionForm, assessment: Assessment) -> tuple[Violation, ...]:
    """RF-19: where a review must be held and published, no kind takes its place of which nothing need be."""
    if form.outcome is not Decided.ALTERNATIVE or assessment.result is not Result.MANDATORY_REG5:
        return ()
    if form.alternative_type.strip().startswith(_PUBLISHED):
        return ()
    sentence = (
        "The criteria are met, so a report must be published; of the kind of review chosen nothing need be. It may go "
        "beside a Serious Case Review, never in its place."
    )
    return (Violation("RF-19", sentence, "reg 5(2); WT2015 ch.4: publication", "alternative_type"),)
