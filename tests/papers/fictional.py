"""Child Q: an invented case, its Board, referral and initial discussion."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sscb_tui.domain.agency import Agency, AgencyName, BoardSettings
from sscb_tui.domain.base import (
    CaseId,
    IncidentId,
)
from sscb_tui.domain.case import Case, InitialDiscussion, Present, Referral, Referrer, ScopingPlan
from sscb_tui.domain.criteria import Assessment, Facts, Flip
from sscb_tui.domain.dates import stated
from sscb_tui.domain.family import Child, FamilyMember, OtherChild
from sscb_tui.domain.terms import (
    AbuseOrNeglect,
    Decided,
    DiscussionOutcome,
    Fact,
    Mode,
    Outcome,
    Result,
    Stage,
    WorkingTogether,
    YesNo,
)

CHILD_NAME = "Robin Madeupsson"


def at(day: int, hour: int = 10, minute: int = 0, month: int = 11) -> datetime:
    """A moment of the fictional autumn."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def a_board() -> BoardSettings:
    """The Board with five agencies, one of them renamed during the case's life."""
    named = {"POL": "Exampleshire Police", "CSC": "Children's Social Care", "CHS": "City Hospitals"}
    agencies = [Agency(code=code, names=(AgencyName(name=name),)) for code, name in named.items()]
    housing = (AgencyName(name="Homes Trust"), AgencyName(name="Homes & Places | Exampleshire", since=date(2026, 4, 1)))
    agencies.append(Agency(code="HOU", names=housing, lead="Head of Tenancy"))
    agencies.append(Agency(code="SCH", names=(AgencyName(name="Invented Primary School"),)))
    return BoardSettings(agencies=tuple(agencies))


FACTS = Facts(
    age_under_18=YesNo.YES,
    normally_resident=YesNo.YES,
    abuse_or_neglect=AbuseOrNeglect.SUSPECTED,
    outcome=Outcome.DIED,
    always_list=YesNo.NO,
    serious_harm=YesNo.UNDETERMINED,
    working_together=WorkingTogether.NOTHING_FOUND_YET,
)


def assessment(mode: Mode) -> Assessment:
    """What the law makes of a suspected neglect death."""
    return Assessment(
        result=Result.MANDATORY_REG5,
        mode=mode,
        framework="WT2015",
        ruleset="2026.1",
        allowed=(Decided.SCR, Decided.DEFER),
        refused={Decided.NO_REVIEW: "RF-02", Decided.ALTERNATIVE: "RF-02", Decided.TRANSFER: "RF-10"},
        missing=(),
        flips=(Flip(fact=Fact.ABUSE_OR_NEGLECT, value="not_suspected", result=Result.DISCRETIONARY),),
        citation="LSCB Regulations 2006, reg 5(2)(a) and (b)(i)",
    )


def a_case() -> Case:
    """Child Q, four months: a suspected neglect death."""
    return Case(
        id=CaseId("case-1"),
        version=9,
        reference="SSCB/2026/004",
        incident_id=IncidentId("incident-1"),
        pseudonym="Child Q",
        framework="WT2015",
        stage=Stage.DECIDED_SCR,
        child=_child(),
        family=(
            FamilyMember(
                name="Sam Madeupsson", relationship="mother", date_of_birth="about 2001", address="1 Nowhere Row"
            ),
            FamilyMember(
                name="Alex Fictional", relationship="mother's partner", also_known_as="Lex", alleged_responsible=True
            ),
        ),
        other_children=(
            OtherChild(name="Kit Madeupsson", whereabouts="with grandparents", safe=YesNo.YES, action="placed 2 Nov"),
        ),
        agencies=(),
        referral=_referral(),
        discussion=_discussion(),
    )


def _child() -> Child:
    return Child(
        name=CHILD_NAME,
        date_of_birth=date(2026, 6, 20),
        gender="male",
        home_address="1 Nowhere Row, Exampleton",
        under_18=YesNo.YES,
        normally_resident=YesNo.YES,
        outcome=Outcome.DIED,
        outcome_on=stated("2 Nov 2026"),
        open_to_social_care=YesNo.NO,
        always_list=YesNo.NO,
        regulated_setting=YesNo.NO,
    )


def _referral() -> Referral:
    return Referral(
        received_at=at(3, 9, 15),
        referrer=Referrer(name="P. Invented", agency="CHS", designation="Named nurse"),
        what_happened="The baby was brought in not breathing and died. " * 3,
        abuse_or_neglect=AbuseOrNeglect.SUSPECTED,
        why_abuse_or_neglect="Unexplained bruising on 12 October.",
        serious_harm=YesNo.UNDETERMINED,
        working_together=WorkingTogether.NOTHING_FOUND_YET,
        signed_by="P. Invented",
    )


def _discussion() -> InitialDiscussion:
    return InitialDiscussion(
        held_at=at(5),
        present=tuple(
            Present(name=name, post=post)
            for name, post in (
                ("B. Manager", "Business Manager"),
                ("C. Chair", "Independent Chair"),
                ("L. Panel", "LIIP Chair"),
            )
        ),
        facts_relied_on="The referral and the hospital's account.",
        not_yet_known="Cause of death; housing's involvement.",
        facts=FACTS,
        assessment=assessment(Mode.PROVISIONAL),
        other_children_safe="Satisfied: the sibling is with grandparents, seen on 2 Nov.",
        notifiable=YesNo.YES,
        outcome=DiscussionOutcome.SCOPING,
        reason="Abuse is suspected and the child has died.",
        plan=ScopingPlan(
            agencies=("POL", "CSC", "CHS", "HOU", "SCH"),
            period_from=date(2025, 9, 1),
            period_to=date(2026, 11, 2),
            period_reason="from the booking of the pregnancy to the death",
            search_for=(CHILD_NAME, "Sam Madeupsson", "Alex Fictional", "Morgan Notreal"),
            meeting_at=at(20),
            chair="L. Panel",
            minute_taker="M. Taker",
        ),
    )
