"""Rows of an invented tracker, for the tests of how they are found and ordered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sscb_tui.domain.agency import Agency, AgencyName, BoardSettings
from sscb_tui.domain.terms import ActionState, Level, Origin, Rag
from sscb_tui.domain.thread import Address
from sscb_tui.services.tracker_lines import Line, lines
from sscb_tui.services.views import ActionRow, OpenEnd

TODAY = date(2026, 11, 23)
SETTINGS = BoardSettings(
    agencies=(
        Agency(code="POL", names=(AgencyName(name="Northumbria Police"),), short="Police"),
        Agency(code="HSG", names=(AgencyName(name="Gentoo Homes"), AgencyName(name="Wearside Homes")), short="Housing"),
    )
)


def row(**said: object) -> ActionRow:
    """An action in progress, due in thirty days."""
    known: dict[str, object] = {
        "action_id": "a1",
        "case_id": "c1",
        "number": 12,
        "recommendation": "R-3",
        "also": ("R-5",),
        "level": Level.BOARD,
        "origin": Origin.SCR,
        "themes": ("fathers and hidden adults", "escalation"),
        "reference": "SSCB/2026/004",
        "pseudonym": "Child Q",
        "agency": "POL",
        "action": "Send each notice by noon.",
        "outcome": "Schools know.",
        "number_given": "4.2",
        "due": TODAY + timedelta(days=30),
        "first_due": TODAY,
        "slipped_days": 0,
        "moves": 0,
        "state": ActionState.IN_PROGRESS,
        "overdue": False,
        "silent": False,
        "rag": Rag.AMBER,
        "overridden": False,
        "evidence_rung": 3,
        "owner": "Detective Superintendent",
        "last_update": None,
        "agreed_on": TODAY,
        "done_on": None,
        "retest_due": None,
        "gaps": (),
    }
    return ActionRow(**(known | said))  # type: ignore[arg-type]  # each test says only what it is about


def action(**said: object) -> Line:
    """The same as a line of the tracker."""
    return lines([row(**said)], [], SETTINGS)[0]


def end(*, finding: bool = False) -> Line:
    """A recommendation that waits, or a finding."""
    at = Address("reviews", "r1", "F-2") if finding else Address("recommendations", "r7")
    label, number = ("F-2", 2) if finding else ("R-7", 7)
    held = OpenEnd(at, label, number, "c1", "SSCB/2026/004", "Child Q", "Share it.", finding, level=Level.NATIONAL)
    return lines([], [held if finding else replace(held, recommendation=label)], SETTINGS)[0]
