"""The invented case's pinned passages, and what became of its first two differences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.base import CaseId, MeetingId, PinId, SettlementId
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.differences import differences
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import Fact
from tests.papers.fictional import at


def pins() -> tuple[Pin, ...]:
    """One for, one in context, and one taken off again."""
    closed = Evidence(source="return", ref="CSC F4.C1", quote="closed in January with no visit", bearing="context")
    call = Evidence(source="chronology", ref="POL F4.D1 row 1", quote="9 Sep 2026  Call-out: shouting, Robin asleep")
    gone = Evidence(source="minutes", ref="minute 4", quote="Three call-outs, all domestic", bearing="against")
    first = Pin(
        id=PinId("pin-1"),
        version=1,
        case_id=CaseId("case-1"),
        fact=Fact.WORKING_TOGETHER,
        evidence=closed,
        agency="CSC",
        pinned_by="M. Taker",
        pinned_at=at(20, 11),
    )
    second = first.but(id="pin-2", evidence=call, agency="POL")
    return first, second, first.but(id="pin-3", evidence=gone, agency=None, withdrawn="the number was wrong")


def with_answers(file: CaseFile, board: BoardSettings) -> CaseFile:
    """The file with its first difference settled, its second being checked, and the others open."""
    first, second, *_ = differences(file, board)
    settled = Settlement(
        id=SettlementId("settlement-1"),
        version=1,
        case_id=CaseId("case-1"),
        meeting_id=MeetingId("meeting-1"),
        difference=first.id,
        kind=first.kind,
        what=first.what,
        settled="The register has it as Robin Madeupsson; the search is made again under it.",
        by="L. Panel",
        at=at(20, 10, 50),
    )
    checking = settled.but(
        id="settlement-2",
        difference=second.id,
        kind=second.kind,
        what=second.what,
        settled="",
        owner="S. Worker",
        due=date(2026, 11, 24),
    )
    return replace(file, settlements=(settled, checking))
