"""How many working days the work that is still to do before a decision takes: when its clock should begin to worry."""

from __future__ import annotations

from sscb_tui.domain.terms import Stage

USUAL = 5
"""Working days from which any other clock is near."""
RETURNS_OUT, MEETING_TO_COME, WITH_THE_CHAIR = 10, 5, 2
_MEETING = (Stage.RETURNS_COMPLETE, Stage.SCOPING_MEETING, Stage.RECOMMENDATION_DRAFT)
_CHAIR = (Stage.WITH_CHAIR, Stage.FURTHER_INFORMATION, Stage.PANEL_SCRUTINY)


def days_needed(stage: Stage) -> int:
    """Ten while returns are out or not yet asked for, five before the meeting, two with the Chair (CK-2)."""
    if stage in _CHAIR:
        return WITH_THE_CHAIR
    return MEETING_TO_COME if stage in _MEETING else RETURNS_OUT
