"""Referrals of the demonstration: invented children, each after one of the field's textbook situations."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.case import InvolvedAgency, Referral, ReferralForm, Referrer
from sscb_tui.domain.dates import stated
from sscb_tui.domain.family import Child, FamilyMember, OtherChild
from sscb_tui.domain.terms import AbuseOrNeglect, Outcome, WorkingTogether, YesNo

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.dates import StatedDate

YES, NO, UNSURE = YesNo.YES, YesNo.NO, YesNo.UNDETERMINED
TIMES = 30
"""Days in a rough month, for ages only."""


def on(day: date) -> StatedDate:
    """An exact date as papers write it."""
    return stated(f"{day.day} {day:%b %Y}")


def child(name: str, born: date, **said: object) -> Child:
    """A child with the answers that matter given and the rest honestly unknown."""
    known: dict[str, object] = {
        "name": name,
        "date_of_birth": born,
        "gender": "not stated",
        "home_address": "1 Example Street, Sampletown",
        "under_18": YES,
        "normally_resident": YES,
        "outcome": Outcome.ALIVE,
        "open_to_social_care": NO,
        "always_list": NO,
        "regulated_setting": NO,
    }
    return Child.model_validate(known | said)


def referral(received: datetime, what: str, why: str, **said: object) -> Referral:
    """A referral by the hospital unless said otherwise."""
    known: dict[str, object] = {
        "received_at": received,
        "referrer": Referrer(name="N. Nurse", agency="City Hospitals", designation="Named nurse", contact="ext. 0000"),
        "what_happened": what,
        "abuse_or_neglect": AbuseOrNeglect.SUSPECTED,
        "why_abuse_or_neglect": why,
        "serious_harm": UNSURE,
        "working_together": WorkingTogether.NOT_YET_ASKED,
        "signed_by": "N. Nurse",
    }
    return Referral.model_validate(known | said)


def involved(*codes: str) -> tuple[InvolvedAgency, ...]:
    """Agencies that had something to do with the family."""
    return tuple(InvolvedAgency(agency=code) for code in codes)


def child_q(received: datetime) -> ReferralForm:
    """A baby who died with bruises nobody can explain: suspicion is enough."""
    day = received.date() - timedelta(days=1)
    born = day - timedelta(days=4 * TIMES + 5)
    return ReferralForm(
        pseudonym="Child Q",
        incident_on=on(day),
        incident_title="unexplained injury and death at home",
        child=child("Quincy Example", born, outcome=Outcome.DIED, outcome_on=on(day), outcome_place="City Hospitals"),
        family=(
            FamilyMember(name="Quilla Example", relationship="mother", in_household=YES, parental_responsibility=YES),
            FamilyMember(name="Quade Placeholder", relationship="mother's partner", in_household=YES),
        ),
        other_children=(
            OtherChild(name="Quora Example", whereabouts="with an aunt", safe=YES, action="seen by social care today"),
        ),
        agencies=involved("CHS", "CSC", "POL", "STFT", "CCG", "HSG"),
        referral=referral(
            received,
            "The baby was brought to the emergency department not breathing and could not be revived. Bruises to the "
            "left cheek and both arms were found; the baby was not yet mobile. The cause of death is unascertained. "
            "Nobody has been arrested.",
            "Bruising in a baby who cannot yet move, for which no account has been given.",
            parallel_processes="police investigation; inquest opened",
            la_notification="Ofsted told by the local authority, reference to follow",
        ),
    )


def child_p(received: datetime) -> ReferralForm:
    """A suspected suicide: by itself not abuse or neglect, until a school says what it heard."""
    day = received.date() - timedelta(days=2)
    return ReferralForm(
        pseudonym="Child P",
        incident_on=on(day),
        incident_title="suspected suicide",
        child=child("Petra Placeholder", day.replace(year=day.year - 15), outcome=Outcome.DIED, outcome_on=on(day)),
        family=(FamilyMember(name="Paul Placeholder", relationship="father", in_household=YES),),
        other_children=(),
        other_children_none=True,
        agencies=involved("EDU", "NTW", "POL", "CCG"),
        referral=referral(
            received,
            "The young person was found at home by a relative and had been known to mental health services for a year. "
            "The school reports that a teacher was told something in the spring and that a note may exist; it has not "
            "been found yet.",
            "The school alleges a disclosure to a teacher; nothing has been confirmed so far.",
            abuse_or_neglect=AbuseOrNeglect.UNDETERMINED,
        ),
    )


def child_n(received: datetime) -> ReferralForm:
    """A fractured skull that healed: recovery does not make it less serious."""
    day = received.date() - timedelta(days=3)
    return ReferralForm(
        pseudonym="Child N",
        incident_on=on(day),
        incident_title="head injury, recovered",
        child=child("Nadia Specimen", day.replace(year=day.year - 9)),
        family=(
            FamilyMember(name="Nora Specimen", relationship="mother", in_household=YES, parental_responsibility=YES),
            FamilyMember(name="Ned Sample", relationship="step-father", in_household=YES, alleged_responsible=True),
        ),
        other_children=(),
        other_children_none=True,
        agencies=involved("CHS", "CSC", "POL", "EDU", "HSG"),
        referral=referral(
            received,
            "The child was admitted with a fractured skull after an alleged push down a flight of stairs by the "
            "step-father, needed surgery the same night and has since made a full recovery. The step-father has been "
            "interviewed and released under investigation.",
            "The child and a neighbour both say that the step-father pushed the child.",
            abuse_or_neglect=AbuseOrNeglect.KNOWN,
            serious_harm=YES,
            serious_harm_note="a potentially life-threatening injury; recovery does not change that",
        ),
    )


def child_f(received: datetime) -> ReferralForm:
    """One of two siblings found starved; this one died."""
    day = received.date() - timedelta(days=1)
    return ReferralForm(
        pseudonym="Child F",
        incident_on=on(day),
        incident_title="severe neglect of two siblings",
        child=child("Finn Placeholder", day - timedelta(days=2 * 365 + 40), outcome=Outcome.DIED, outcome_on=on(day)),
        family=_PLACEHOLDERS,
        other_children=(
            OtherChild(name="Gwen Placeholder", whereabouts="in hospital", safe=YES, action="seen by a paediatrician"),
        ),
        agencies=involved("CHS", "CSC", "POL", "STFT", "CCG", "EDU", "HSG"),
        referral=referral(
            received,
            "Two siblings were found at home severely underweight after a neighbour rang the police; the younger had "
            "died some hours before. There was no food in the house. The family had not been seen by any service "
            "since the summer.",
            "Both children were starved; the carers have been arrested.",
            abuse_or_neglect=AbuseOrNeglect.KNOWN,
            parallel_processes="criminal investigation; care proceedings for the sibling",
        ),
    )


def child_g(received: datetime, sibling: str) -> ReferralForm:
    """The other of the two, who lives: a case of its own, decided on its own limbs."""
    form = child_f(received)
    born = received.date() - timedelta(days=5 * 365)
    return form.but(
        pseudonym="Child G",
        same_incident_as=sibling,
        child=child("Gwen Placeholder", born),
        other_children=(),
        other_children_none=True,
        referral=form.referral.but(serious_harm=YES, serious_harm_note="weight below any centile; likely to last"),
    )


_PLACEHOLDERS = (
    FamilyMember(name="Fay Placeholder", relationship="mother", in_household=YES, parental_responsibility=YES),
    FamilyMember(name="Fred Placeholder", relationship="father", in_household=YES, parental_responsibility=YES),
)


def child_m(received: datetime) -> ReferralForm:
    """A death in a young offender institution: on the list of deaths that always call for a review."""
    day = received.date() - timedelta(days=1)
    return ReferralForm(
        pseudonym="Child M",
        incident_on=on(day),
        incident_title="death in custody",
        child=child(
            "Miles Sample",
            day.replace(year=day.year - 17),
            outcome=Outcome.DIED,
            outcome_on=on(day),
            always_list=YES,
            always_list_category="AL-4",
            regulated_setting=YES,
        ),
        family=(
            FamilyMember(name="Mara Sample", relationship="mother", parental_responsibility=YES),
            FamilyMember(name="Milton Sample", relationship="father"),
        ),
        other_children=(),
        other_children_none=True,
        agencies=involved("YOS", "CSC", "NTW", "NPS"),
        referral=referral(
            received,
            "The young person was found unresponsive in a cell of a young offender institution during the night and "
            "died in hospital. There is no suspicion of abuse or neglect so far; an investigation by the ombudsman has "
            "begun.",
            "None suspected so far; returns have not been asked for.",
            abuse_or_neglect=AbuseOrNeglect.NOT_SUSPECTED,
        ),
    )


def child_l(received: datetime) -> ReferralForm:
    """A looked-after child who died of an illness: notifiable, and not a Serious Case Review."""
    day = received.date() - timedelta(days=1)
    return ReferralForm(
        pseudonym="Child L",
        incident_on=on(day),
        incident_title="death from illness in foster care",
        child=child(
            "Lena Specimen",
            day.replace(year=day.year - 12),
            outcome=Outcome.DIED,
            outcome_on=on(day),
            looked_after=YES,
            open_to_social_care=YES,
            legal_status="looked after, section 20",
        ),
        family=(FamilyMember(name="Lars Specimen", relationship="father", parental_responsibility=YES),),
        other_children=(),
        other_children_none=True,
        agencies=involved("CSC", "CHS", "CCG"),
        referral=referral(
            received,
            "The child, looked after by agreement with the family, died in hospital of leukaemia after two years of "
            "treatment. Carers, school and hospital worked closely together throughout, and the death was expected by "
            "everybody who cared for the child.",
            "Nothing suggests abuse or neglect; the death was expected.",
            abuse_or_neglect=AbuseOrNeglect.NOT_SUSPECTED,
            serious_harm=NO,
        ),
    )


def child_k(received: datetime) -> ReferralForm:
    """A child of another Board's area who died in a hospital of ours."""
    day = received.date()
    return ReferralForm(
        pseudonym="Child K",
        incident_on=on(day),
        incident_title="road death, home elsewhere",
        child=child("Kim Placeholder", day.replace(year=day.year - 6), outcome=Outcome.DIED, normally_resident=UNSURE),
        family=(),
        family_none_known=True,
        other_children=(),
        other_children_none=True,
        agencies=involved("CHS", "POL"),
        referral=referral(
            received,
            "The child was brought by ambulance from a road in the next county and died in City Hospitals. The family "
            "is thought to live outside Sunderland but an address given at admission lies inside it; the two have not "
            "been reconciled.",
            "An officer at the scene was concerned about how the child came to be alone on the road.",
        ),
    )


def child_j(received: datetime) -> ReferralForm:
    """The newest: on life support, so even the outcome is not known."""
    day = received.date()
    return ReferralForm(
        pseudonym="Child J",
        incident_on=on(day),
        incident_title="collapse at home",
        child=child("Juno Example", day - timedelta(days=14 * TIMES), outcome=Outcome.OUTCOME_UNKNOWN),
        family=(FamilyMember(name="June Example", relationship="mother", in_household=YES),),
        other_children=(
            OtherChild(name="Jade Example", whereabouts="at nursery", safe=UNSURE, action="social care visiting today"),
        ),
        agencies=involved("CHS", "POL", "CSC"),
        referral=referral(
            received,
            "The toddler collapsed at home and is on life support in intensive care. The scans show old and "
            "new injuries which the carers' account does not explain. Police and social care held a strategy "
            "discussion within the hour.",
            "Injuries of different ages without an account that fits them.",
            abuse_or_neglect=AbuseOrNeglect.KNOWN,
            serious_harm=YES,
        ),
    )
