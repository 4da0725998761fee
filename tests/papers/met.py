"""The invented case's scoping meeting and its minutes."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import (
    MeetingId,
)
from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.meeting import Absence, AgencyView, AgendaItem, Attendee, Constraint, LimbView, Meeting
from sscb_tui.domain.terms import (
    Capacity,
    Decided,
    Fact,
    MeetingState,
    Ruling,
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
            interest="Saw the child once in 2026.",
            ruling=Ruling.STAY,
            absences=(Absence(left_at=at(20, 10, 40), back_at=at(20, 10, 46)),),
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
        agenda=_agenda(),
        attendance=present,
        apologies="Housing: none received.",
        confidentiality_read=True,
        interests_asked=True,
        purpose_restated=True,
        started_at=at(20),
        closed_at=at(20, 11, 45),
        other_children_safety="Kit was seen on 19 Nov and is safe with grandparents.",
        findings=LIMBS,
        views=_views(),
        earlier_views=(
            AgencyView(
                agency="CSC",
                outcome=Decided.ALTERNATIVE,
                reason="A learning review would be quicker.",
                stated_at=at(20, 11, 20),
                stated_by="S. Worker",
            ),
        ),
        round_closed_at=at(20, 11, 32),
        entitled=("CCG", "POL", "CSC", "CHS", "GP"),
        constraints=(
            Constraint(
                text="The account given by Mr Fictional is not to be spoken of.",
                imposed_by="P. Officer, for the senior investigating officer",
                until="he is charged or released",
                at=at(20, 10, 8),
            ),
            Constraint(
                text="The post-mortem photographs are not to be shown.",
                imposed_by="the coroner's officer",
                at=at(19, 9),
                lifted_at=at(20, 11),
            ),
        ),
        agree_minutes_by=date(2026, 11, 27),
    )


def _agenda() -> tuple[AgendaItem, ...]:
    """Items that kept to their time, overran and were extended, and were left unfinished."""
    items = (
        (1, "Welcome, roles", 5, 0, 5),
        (6, "What happened; parallel processes and police constraints", 10, 5, 20),
        (8, "Round the agencies", 25, 20, 29),
        (9, "Differences between accounts", 10, 29, 31),
        (11, "Criteria, limb by limb", 15, 31, 36),
        (12, "Each agency's view; dissent", 5, 36, 40),
    )
    return tuple(
        AgendaItem(
            number=number,
            title=title,
            minutes=planned,
            extended=5 if number == 6 else 0,
            parked=number == 9,
            opened_at=at(20, 10, began),
            closed_at=at(20, 10, ended),
        )
        for number, title, planned, began, ended in items
    )


def _views() -> tuple[AgencyView, ...]:
    """Limb by limb; one changed, one of a deputy, one that dissents."""
    met = (
        LimbView(fact=Fact.ABUSE_OR_NEGLECT, value="suspected"),
        LimbView(fact=Fact.OUTCOME, value="died"),
        LimbView(fact=Fact.WORKING_TOGETHER, value="concern"),
    )
    unsure = (LimbView(fact=Fact.ABUSE_OR_NEGLECT, value="undetermined"), met[1])
    police = AgencyView(
        agency="POL",
        outcome=Decided.SCR,
        reason="Robin's bruising was known and not shared.",
        limbs=met,
        stated_by="P. Officer",
        stated_at=at(20, 11, 18),
    )
    return (
        police,
        police.but(agency="CSC", reason="Criteria are met.", stated_by="S. Worker", stated_at=at(20, 11, 30)),
        AgencyView(
            agency="CHS",
            outcome=None,
            limbs=unsure,
            reason="The deputy has no authority to give one.",
            dissent="We ask that the post-mortem be awaited.\n\n# It is <b>early</b>.",
            stated_by="D. Puty",
            stated_at=at(20, 11, 22),
            subject_to_confirmation=True,
        ),
    )
