"""The lines of the invented meeting's minutes: one of each kind, one struck, some corrected, one owned by nobody."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import LineId, MeetingId
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.terms import LineKind
from tests.papers.fictional import at

_SAID: tuple[tuple[int, LineKind, str | None, str], ...] = (
    (1, LineKind.ATTENDANCE, None, "D. Puty arrived 10:12."),
    (6, LineKind.CONSTRAINT, "POL", "The partner's account is not to be spoken of until he is charged."),
    (8, LineKind.ITEM, None, "Round the agencies"),
    (8, LineKind.NOTE, "POL", "Three call-outs to 1 Nowhere Row, all domestic; officers saw Robin asleep."),
    (8, LineKind.FACT, None, "The bruise was seen on 12 Oct by one service only."),
    (8, LineKind.ACTION, "HOU", "Confirm who held the tenancy"),
    (8, LineKind.ACTION, None, "Ask the out-of-hours service for its log"),
    (8, LineKind.NOTE, "CSC", "A remark struck from the record."),
    (9, LineKind.DISCREPANCY, None, "Two surnames for the mother's partner: which did the searches use?"),
    (9, LineKind.SETTLED, None, "Whether the baby was seen on 9 Sep: seen by one officer, asleep."),
    (9, LineKind.QUOTE, "CHS", 'The note reads: "well & settled" *sic*'),
    (9, LineKind.PARK, None, "Staffing of the out-of-hours team."),
    (9, LineKind.NOTE, None, "Sent to the Board's workforce group."),
    (9, LineKind.CORRECTION, None, "Four call-outs, not three."),
    (11, LineKind.PIN, "CSC", "(b)(ii) Working together, context: Closed in January with no visit."),
    (11, LineKind.FINDING, None, "(a) Abuse or neglect: SUSPECTED."),
    (12, LineKind.VIEW, "CSC", "Serious Case Review. Criteria are met."),
    (12, LineKind.DISSENT, "CHS", "We ask that the post-mortem be awaited.\n\n# It is <b>early</b>."),
    (12, LineKind.CORRECTION, None, "The agency has since confirmed its deputy's view."),
)


def lines() -> tuple[MinuteLine, ...]:
    """Every line with what belongs to it."""
    return tuple(_with_more(_line(number, *said)) for number, said in enumerate(_SAID, start=1))


def _line(number: int, item: int, kind: LineKind, agency: str | None, text: str) -> MinuteLine:
    return MinuteLine(
        id=LineId(f"line-{number}"),
        version=1,
        meeting_id=MeetingId("meeting-1"),
        number=number,
        at=at(20, 10, 20 + number),
        item=item,
        kind=kind,
        agency=agency,
        text=text,
        by="M. Taker",
        struck=number == 8,
    )


def _with_more(line: MinuteLine) -> MinuteLine:
    more: dict[int, dict[str, object]] = {
        6: {"owner": "Head of Tenancy", "owner_agency": "HOU", "due": date(2026, 11, 27)},
        9: {"owner": "P. Officer", "due": date(2026, 11, 24)},
        11: {"source": "City Hospitals, ward note"},
        13: {"refers": "line-12"},
        14: {"corrects": "line-4"},
        19: {"corrects": "line-17", "at": at(25, 9, 10)},
    }
    return line.but(**more.get(line.number, {}))
