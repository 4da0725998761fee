"""The invented case's scoping meeting and its minutes."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import (
    LineId,
    MeetingId,
)
from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.meeting import AgencyView, AgendaItem, Attendee, Meeting, MinuteLine
from sscb_tui.domain.terms import (
    Capacity,
    Decided,
    Fact,
    LineKind,
    MeetingState,
)
from tests.papers.fictional import at

LIMBS = (
    LimbFinding(fact=Fact.AGE_UNDER_18, value="yes", reason="Four months old at the incident."),
    LimbFinding(fact=Fact.NORMALLY_RESIDENT, value="yes", reason="Lived in the city from birth."),
    LimbFinding(
        fact=Fact.ABUSE_OR_NEGLECT,
        value="suspected",
        reason="Bruising to a baby who could not yet roll is unexplained; the post-mortem is awaited.",
        evidence=(
            Evidence(
                source="return",
                ref="CHS F4.D1",
                quote="Bruise to left cheek, non-mobile, not photographed | no referral",
            ),
            Evidence(source="minutes", ref="4.3", quote="Call-out notice of 9 Sep was not shared with the GP"),
            Evidence(source="return", ref="CSC F4.H1", quote="No concerns at closure", bearing="against"),
        ),
        gap="Post-mortem and toxicology.",
    ),
    LimbFinding(fact=Fact.OUTCOME, value="died", reason="Died on 2 November 2026."),
    LimbFinding(fact=Fact.ALWAYS_LIST, value="no", reason="Not in custody, detention or a secure setting."),
    LimbFinding(fact=Fact.SERIOUS_HARM, value="undetermined", reason="Not needed where the child has died."),
    LimbFinding(
        fact=Fact.WORKING_TOGETHER, value="nothing_found_yet", reason="Two returns are late; nothing definitive."
    ),
)


def meeting(case: Case) -> Meeting:
    """A closed meeting with every part filled in."""
    present = (
        Attendee(name="L. Panel", post="LIIP Chair", capacity=Capacity.MEMBER, agencies=("CCG",), arrived_at=at(20)),
        Attendee(name="P. Officer", post="Detective inspector", agencies=("POL",), arrived_at=at(20)),
        Attendee(name="S. Worker", post="Service manager", agencies=("CSC",), arrived_at=at(20)),
        Attendee(
            name="D. Puty",
            post="Deputy named nurse",
            capacity=Capacity.DEPUTY,
            agencies=("CHS", "GP"),
            arrived_at=at(20, 10, 12),
            interest="Saw the child once in 2026; stays, does not give a view.",
        ),
        Attendee(
            name="O. Bserver",
            post="Trainee",
            capacity=Capacity.OBSERVER,
            arrived_at=at(20),
            left_at=at(20, 11, 30),
        ),
    )
    return Meeting(
        id=MeetingId("meeting-1"),
        version=41,
        case_id=case.id,
        state=MeetingState.CLOSED,
        place="Civic Centre, room 3",
        chair="L. Panel",
        minute_taker="M. Taker",
        agenda=(
            AgendaItem(number=1, title="Welcome, roles", minutes=5, opened_at=at(20), closed_at=at(20, 10, 5)),
            AgendaItem(number=8, title="Round the agencies", minutes=25, opened_at=at(20, 10, 30)),
            AgendaItem(number=9, title="Differences between accounts", minutes=10),
        ),
        attendance=present,
        apologies="Housing: none received.",
        confidentiality_read=True,
        interests_asked=True,
        purpose_restated=True,
        started_at=at(20),
        closed_at=at(20, 11, 45),
        other_children_safety="The sibling was seen on 19 Nov and is safe with grandparents.",
        findings=LIMBS,
        views=(
            AgencyView(agency="POL", outcome=Decided.SCR, reason="The bruising was known and not shared."),
            AgencyView(agency="CSC", outcome=Decided.SCR, reason="Criteria are met."),
            AgencyView(
                agency="CHS",
                outcome=None,
                reason="The deputy has no authority to give one.",
                dissent="We ask that the post-mortem be awaited.\n\n# It is <b>early</b>.",
            ),
        ),
        agree_minutes_by=date(2026, 11, 27),
    )


def lines() -> tuple[MinuteLine, ...]:
    """One line of each kind, one struck, one correcting another."""
    said: tuple[tuple[int, LineKind, str | None, str], ...] = (
        (1, LineKind.ATTENDANCE, None, "D. Puty arrived 10:12."),
        (8, LineKind.ITEM, None, "Round the agencies"),
        (8, LineKind.NOTE, "POL", "Three call-outs, all domestic; officers saw the baby asleep."),
        (8, LineKind.FACT, None, "The bruise was seen on 12 Oct by one service only."),
        (8, LineKind.ACTION, "HOU", "Housing to confirm the tenancy by 27 Nov"),
        (8, LineKind.NOTE, "CSC", "A remark struck from the record."),
        (
            9,
            LineKind.DISCREPANCY,
            None,
            "Police say the GP was told on 9 Sep; the GP has no record. Police to check by 24 Nov.",
        ),
        (9, LineKind.QUOTE, "CHS", 'The note reads: "well & settled" *sic*'),
        (9, LineKind.PARK, None, "Staffing of the out-of-hours team."),
        (9, LineKind.CORRECTION, None, "Four call-outs, not three."),
    )
    return tuple(
        MinuteLine(
            id=LineId(f"line-{number}"),
            meeting_id=MeetingId("meeting-1"),
            number=number,
            at=at(20, 10, 20 + number),
            item=item,
            kind=kind,
            agency=agency,
            text=text,
            by="M. Taker",
            struck=number == 6,
            corrects=LineId("line-3") if kind is LineKind.CORRECTION else None,
        )
        for number, (item, kind, agency, text) in enumerate(said, start=1)
    )
