"""The fictional cases that come before the Chair on the papers alone, by their numbers."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.terms import Decided, Fact, Result, YesNo
from tests.appendix.told import Told

_NOT_SCR = (Decided.ALTERNATIVE, Decided.NO_REVIEW)
MUST = dict.fromkeys(_NOT_SCR, "RF-03")
ALWAYS = dict.fromkeys(_NOT_SCR, "RF-04")
OPEN = dict.fromkeys((*_NOT_SCR, Decided.TRANSFER), "RF-05")
NOT_OURS = dict.fromkeys((Decided.SCR, *_NOT_SCR, Decided.DEFER), "RF-14")
NO_CHILD = dict.fromkeys((Decided.SCR, Decided.DEFER, Decided.TRANSFER), "JU-AGE")

BABY = Told(
    pseudonym="Child A",
    name="Aldous Placeholder",
    born=date(2026, 7, 10),
    happened="The baby was brought to the emergency department not breathing and could not be revived. There were "
    "bruises to the cheek and both arms that nobody has explained; the cause of death is unascertained, and nobody has "
    "been arrested.",
    why="Bruising in a baby who could not yet move.",
    facts={"abuse_or_neglect": "suspected", "outcome": "died"},
    result=Result.MANDATORY_REG5,
    refused=MUST,
    signs=Decided.SCR,
    reasons="A baby who could not yet move died with bruises nobody explains; suspicion is enough, and the child died.",
)
SUICIDE = Told(
    pseudonym="Child B",
    name="Berengar Specimen",
    born=date(2011, 5, 4),
    happened="The young person was found at home by a relative; suicide is suspected. Every agency that knew the "
    "household has answered, and none of them saw or heard anything that suggests abuse or neglect by anybody.",
    why="Nothing is suspected; the referrer asks that the Board look at it.",
    facts={"abuse_or_neglect": "not_suspected", "outcome": "died", "serious_harm": "no"},
    notifiable=YesNo.NO,
    result=Result.DISCRETIONARY,
    refused={},
    signs=Decided.NO_REVIEW,
    reasons="Every agency answered and none knows of abuse or neglect; the death alone does not meet the first limb.",
    agencies=("EDU", "NTW", "POL", "CHS"),
)
DISCLOSED = SUICIDE.known(abuse_or_neglect="undetermined").but(
    pseudonym="Child C",
    name="Cressida Specimen",
    happened="The young person was found at home by a relative; suicide is suspected. Another pupil alleges that a "
    "teacher was told of abuse in the spring and that a note was made of it; the school has not answered yet.",
    why="A disclosure to a teacher is alleged, and nobody has seen the note.",
    notifiable=YesNo.UNDETERMINED,
    result=Result.UNDETERMINED,
    refused=OPEN,
    signs=Decided.DEFER,
    reasons="Whether a teacher was told of abuse is not yet known; the note of the school will settle it.",
)
CUSTODY = Told(
    pseudonym="Child D",
    name="Diggory Sample",
    born=date(2009, 3, 1),
    happened="The young person was found unresponsive in a cell of a young offender institution during the night and "
    "died in hospital. Nothing so far suggests abuse or neglect; the ombudsman's investigation has begun.",
    why="None is suspected so far.",
    facts={"abuse_or_neglect": "not_suspected", "outcome": "died", "always_list": "yes"},
    child={"always_list_category": "AL-4", "regulated_setting": "yes"},
    result=Result.ALWAYS_LIST,
    refused=ALWAYS,
    signs=Decided.SCR,
    reasons="The child died in a young offender institution, and for such a death a review is always carried out.",
    agencies=("YOS", "CSC", "NTW"),
)
SKULL = Told(
    pseudonym="Child E",
    name="Eulalia Sample",
    born=date(2017, 2, 2),
    happened="The child was admitted with a fractured skull after a push down the stairs by the step-parent, needed "
    "surgery the same night and has since made a full recovery. A neighbour saw the push and told the police of it.",
    why="The child and a neighbour both say that the step-parent pushed the child.",
    facts={"abuse_or_neglect": "known", "serious_harm": "yes"},
    result=Result.MANDATORY_REG5,
    refused=MUST,
    signs=Decided.SCR,
    reasons="A fractured skull could have killed this child, and nobody has shown that agencies worked well together.",
    agencies=("CHS", "CSC", "POL", "HSG"),
)
LEUKAEMIA = Told(
    pseudonym="Child H",
    name="Hyacinth Specimen",
    born=date(2014, 4, 4),
    happened="The child, looked after by agreement with the family, died in hospital of leukaemia after two years of "
    "treatment. Carers, school and hospital worked closely together throughout, and everybody expected the death.",
    why="Nothing suggests abuse or neglect.",
    facts={"abuse_or_neglect": "not_suspected", "outcome": "died", "serious_harm": "no"},
    child={"looked_after": "yes", "legal_status": "looked after, section 20"},
    family=(FamilyMember(name="Wilhelmina Placeholder", relationship="grandmother"),),
    result=Result.DISCRETIONARY,
    refused={},
    signs=Decided.NO_REVIEW,
    reasons="The child died of leukaemia; the death is notifiable because the child was looked after, and that is all.",
)
STILLBORN = Told(
    pseudonym="Child I",
    name="Baby Placeholder",
    born=date(2026, 12, 24),
    happened="The mother was assaulted by her partner in the eighth month of her pregnancy and the baby was stillborn "
    "the next day. The mother recovers in hospital; her partner has been arrested and charged with the assault.",
    why="The assault on the mother, who had told her midwife of earlier ones.",
    facts={"age_under_18": "no", "abuse_or_neglect": "known", "outcome": "died"},
    child={"date_of_birth": None, "expected_delivery": date(2026, 12, 24)},
    notifiable=YesNo.NO,
    result=Result.OUT_OF_SCOPE,
    refused=NO_CHILD,
    signs=Decided.ALTERNATIVE,
    reasons="An unborn child is no child in the regulation; what agencies knew of the assaults is worth learning from.",
)
ELSEWHERE = Told(
    pseudonym="Child J",
    name="Jocasta Sample",
    born=date(2020, 6, 6),
    happened="The child was hurt at home in Durham, where the family has always lived, was brought to our hospital by "
    "ambulance and died there the same night. Bruises of different ages were found at the post mortem.",
    why="Bruises of different ages in a child of six.",
    facts={"normally_resident": "no", "abuse_or_neglect": "suspected", "outcome": "died"},
    result=Result.TRANSFER,
    refused=NOT_OURS,
    signs=Decided.TRANSFER,
    reasons="The family has always lived in Durham, so that the Board there decides; it has accepted the case.",
)
UNHOUSED = Told(
    pseudonym="Child L",
    name="Lavender Sample",
    born=date(2023, 9, 9),
    happened="The child fell from the window of a flat on the fourth floor and broke a leg. The mother says that the "
    "council failed to house the family elsewhere although she had written about the window three times.",
    why="The mother says that the council neglected the child by failing to house the family.",
    facts={"abuse_or_neglect": "not_suspected", "serious_harm": "yes", "working_together": "concern"},
    limbs={
        Fact.ABUSE_OR_NEGLECT: "What is alleged is a failing of the bodies whose work would be reviewed, and of no "
        "carer; the advice is on file."
    },
    notifiable=YesNo.NO,
    result=Result.DISCRETIONARY,
    refused={},
    signs=Decided.ALTERNATIVE,
    reasons="No carer is suspected of anything; how the letters about the window were dealt with is worth a review.",
    agencies=("HSG", "CSC", "CHS"),
)
CHOKED = CUSTODY.but(
    pseudonym="Child M",
    name="Mortimer Sample",
    born=date(2010, 8, 8),
    happened="The young person, for whom the court had made a deprivation of liberty order, choked on food in the "
    "placement and died although staff did what they could. Nothing suggests that anybody did the young person harm.",
    child={"always_list_category": "AL-8", "regulated_setting": "yes"},
    reasons="The child died while subject to a deprivation of liberty order, for which a review is always held.",
    agencies=("CSC", "CHS"),
)
LIFE_SUPPORT = Told(
    pseudonym="Child N",
    name="Nerys Specimen",
    born=date(2025, 10, 10),
    happened="The toddler collapsed at home and is on life support in intensive care. Scans show old and new injuries "
    "for which the carers' account does not fit; nobody can say yet whether the child will live.",
    why="Injuries of different ages without an account that fits them.",
    facts={"abuse_or_neglect": "known", "outcome": "outcome_unknown", "serious_harm": "yes"},
    result=Result.MANDATORY_REG5,
    refused=MUST,
    signs=Decided.SCR,
    reasons="Whether this child lives or dies, the injuries are serious and nobody has shown good joint working.",
)
UNCERTAIN = LIFE_SUPPORT.known(serious_harm="undetermined").but(
    pseudonym="Child O",
    name="Orlando Specimen",
    happened="The toddler collapsed at home and is on life support in intensive care. A fracture that healed badly was "
    "not shown to a doctor; what brought the collapse about, and whether it was done, nobody can say yet.",
    result=Result.UNDETERMINED,
    refused=OPEN,
    signs=Decided.DEFER,
    reasons="Neglect is known, and whether the child lives or was seriously harmed by it is not known yet.",
)

CASES: dict[str, Told] = {
    "TC-01": BABY,
    "TC-02": SUICIDE,
    "TC-03": DISCLOSED,
    "TC-04": CUSTODY,
    "TC-05": SKULL,
    "TC-08": LEUKAEMIA,
    "TC-09": STILLBORN,
    "TC-10": ELSEWHERE,
    "TC-12": UNHOUSED,
    "TC-13": CHOKED,
    "TC-14": LIFE_SUPPORT,
    "TC-14 harm open": UNCERTAIN,
}
"""By number; the others are about returns, meetings, siblings, days, or what follows a decision."""
