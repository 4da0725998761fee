"""Our own tracker as a table: the headings it leaves under, and what each of our columns says of one action."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.text import folded
from sscb_tui.domain.text import shown as visible
from sscb_tui.domain.trackers.columns import Column

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action, ActionEvidence, Update
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.terms import Rag

HEADINGS: dict[Column, str] = {
    Column.CASE: "Case",
    Column.RECOMMENDATION_NUMBER: "Rec no",
    Column.RECOMMENDATION: "Recommendation",
    Column.ORIGIN: "Origin",
    Column.LEVEL: "Level",
    Column.THEMES: "Themes",
    Column.NUMBER: "No",
    Column.NUMBER_GIVEN: "Number given",
    Column.ACTION: "Action",
    Column.OUTCOME: "Outcome",
    Column.MEASURE: "Measure",
    Column.AGENCY: "Lead agency",
    Column.CONTRIBUTING: "Contributing agencies",
    Column.OWNER: "Owner",
    Column.AGREED: "Date agreed",
    Column.START: "Start",
    Column.FIRST_DUE: "First due",
    Column.DUE: "Due",
    Column.STATE: "Status",
    Column.RAG: "RAG",
    Column.PROGRESS: "Progress",
    Column.EVIDENCE: "Evidence",
}
"""In the order of the columns; each is guessed back to what it is."""

Said = dict[Column, str]


def written(reference: str, recommendation: Recommendation | None, action: Action | None, colour: Rag | None) -> Said:
    """What each column says; a recommendation nobody acts on yet leaves the action's columns blank."""
    said = dict.fromkeys(HEADINGS, "") | {Column.CASE: reference}
    if recommendation is not None:
        said |= _of_recommendation(recommendation)
    if action is not None:
        said |= _of_action(action) | _as_it_stands(action, colour)
    return said


def _of_recommendation(each: Recommendation) -> Said:
    return {
        Column.RECOMMENDATION_NUMBER: each.number_given or f"R-{each.number}",
        Column.RECOMMENDATION: each.text,
        Column.ORIGIN: each.origin.label,
        Column.LEVEL: each.level.label,
        Column.THEMES: "; ".join(each.themes),
        Column.OUTCOME: each.outcome,
        Column.AGENCY: each.addressed_to,
    }


def _of_action(action: Action) -> Said:
    return {
        Column.NUMBER: f"A-{action.number}",
        Column.NUMBER_GIVEN: action.number_given,
        Column.ACTION: action.action,
        Column.OUTCOME: action.outcome,
        Column.MEASURE: action.measure,
        Column.AGENCY: action.agency,
        Column.CONTRIBUTING: "; ".join(action.contributing),
        Column.OWNER: action.owner,
        Column.AGREED: shown(action.agreed_on),
        Column.START: _day(action.start),
    }


def _as_it_stands(action: Action, colour: Rag | None) -> Said:
    return {
        Column.FIRST_DUE: _day(action.first_due),
        Column.DUE: _day(action.due),
        Column.STATE: action.state.label,
        Column.RAG: colour.label if colour else "",
        Column.PROGRESS: "\n".join(map(_update, action.spoken)),
        Column.EVIDENCE: "\n".join(map(_evidence, action.evidence)),
    }


def _day(day: date | None) -> str:
    return shown(day) if day else ""


def _update(each: Update) -> str:
    return f"{shown(local_day(each.at))}, {each.by}: {each.note}"


def _evidence(each: ActionEvidence) -> str:
    reached = f", reached {each.reached} of {each.intended}" if each.reached is not None and each.intended else ""
    kept = f", kept in {each.where}" if each.where else ""
    return f"{shown(each.on)}, {each.kind} (rung {each.rung}{reached}{kept}), {each.by}: {each.note}"


def alike(one: str, other: str) -> bool:
    """The same words, however their lines break and their controls are shown."""
    return compared(one) == compared(other)


@lru_cache(maxsize=16_384)
def compared(text: str) -> str:
    """Words as they are compared; kept, since a file's every row is held against every action of its case."""
    return " ".join(visible(text).split())


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """A number or reference as it is compared: SSCB/2026/004 and sscb-2026-004 are one."""
    return re.sub(r"[\s/\\.-]+", "", folded(text))
