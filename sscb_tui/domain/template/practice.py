"""Sections E to M of the agency template: the child, needs and risks, working together, and the declaration."""

from __future__ import annotations

from sscb_tui.domain.template.model import KNOWN, Choice, Kind, Question, Section, or_none
from sscb_tui.domain.terms import AbuseOrNeglect, HarmLimb, Silence, WorkingTogether

LIVED_EXPERIENCE = "F4.E1"
"""The child's lived experience, which a screen may put first."""

RISKS: tuple[tuple[str, str], ...] = (
    ("domestic_abuse", "Domestic abuse"),
    ("substance_misuse", "Substance misuse"),
    ("mental_ill_health", "Mental ill-health"),
    ("learning_disability", "Learning disability"),
    ("previous_child_removed", "Previous child removed"),
    ("young_parent", "Young parent"),
    ("housing", "Housing"),
    ("immigration", "Immigration"),
    ("missing", "Missing"),
    ("exploitation", "Exploitation"),
    ("self_harm", "Self-harm"),
    ("bruising_non_mobile", "Bruising in a baby who is not yet mobile"),
    ("not_brought", "Not brought to appointments"),
    ("neglect_indicators", "Indicators of neglect"),
)
"""The needs and risks of F4.F1; every one is answered."""


def _risk(code: str, label: str) -> Question:
    guidance = "What was known, of whom, and when."
    return Question(f"F4.F1.{code}", label, guidance, Kind.CHOICE, KNOWN, silences=(Silence.WITHHELD,))


PRACTICE: tuple[Section, ...] = (
    Section(
        "E",
        "The child",
        (
            Question(
                LIVED_EXPERIENCE,
                "The child's lived experience",
                "The child's voice, wishes, presentation and daily life, as seen by those who knew the child.",
            ),
        ),
    ),
    Section("F", "Needs and risks known", tuple(_risk(code, label) for code, label in RISKS)),
    Section(
        "G",
        "Working together",
        (
            or_none("F4.G1", "Referrals made and received", "To or from whom, the response, and the time taken."),
            or_none("F4.G2", "Strategy meetings, conferences and core groups", "Which were held; attended or not."),
            or_none("F4.G3", "Escalation or professional challenge", "What was challenged, how, and the result.", "V2"),
            or_none(
                "F4.G4",
                "Information we had that others seem not to have had",
                "What it was, and with whom it was or was not shared.",
            ),
            or_none(
                "F4.G5",
                "Information we needed and did not get",
                "What it was, who held it, and whether we asked.",
            ),
        ),
    ),
    Section(
        "H",
        "Facts for the criteria",
        (
            Question(
                "F4.H1",
                "Our facts on abuse or neglect",
                "Facts are offered here; it is not a vote.",
                Kind.CHOICE,
                tuple(Choice(each.value, each.label) for each in AbuseOrNeglect),
            ),
            Question(
                "F4.H2",
                "Our facts on serious harm",
                "Health agencies give the medical opinion.",
                Kind.CHOICE,
                (
                    *(Choice(limb.value, limb.label) for limb in HarmLimb),
                    Choice("no", "no serious harm"),
                    Choice("undetermined", "not yet determined"),
                    Choice("died", "the child has died"),
                ),
            ),
            Question(
                "F4.H3",
                "Our part in joint working",
                "For a concern, cite what it rests on: a row of the chronology (row 3), F4.G4 or F4.G5. "
                '"Definitively none" needs its evidence in words.',
                Kind.CHOICE,
                tuple(Choice(each.value, each.label) for each in WorkingTogether if each != "not_yet_asked"),
            ),
        ),
    ),
    Section("I", "Good practice", (or_none("F4.I1", "Good practice", "What, by which role, and its effect.", "V1"),)),
    Section(
        "J",
        "Learning and safety",
        (
            or_none("F4.J1", "Learning already seen", "For the agency or for joint working.", "V2"),
            or_none("F4.J2", "Action already taken", "What, when, and the post that owns it.", "V1"),
            or_none(
                "F4.J3",
                "Children or staff at risk now",
                "Do not wait for this form: telephone first, then record here whom you told and when.",
            ),
        ),
    ),
    Section(
        "K",
        "Parallel processes",
        (
            or_none(
                "F4.K1",
                "Parallel processes in our agency",
                "Serious incident, disciplinary, complaint, LADO, police conduct referral, HSE, domestic homicide "
                "review, inquest: type, reference, contact, status, restriction.",
                "V4",
            ),
        ),
    ),
    Section(
        "L",
        "Context",
        (
            Question("F4.L1", "Procedures then, and changes since", "If it helps.", required=False, sensitivity="V1"),
            Question(
                "F4.L2",
                "Context then",
                "Workload, vacancies, reorganisation, if it helps.",
                required=False,
                sensitivity="V1",
            ),
        ),
    ),
    Section(
        "M",
        "Declaration",
        (
            Question(
                "F4.M1",
                "Declaration",
                "By signing, the approver declares that the searches named in F4.A4 were made and that this return is "
                "complete. Any restriction on sharing it may follow as the answer.",
                Kind.FIELDS,
                sensitivity="V1",
                silences=(),
                fields=("Signed by", "Signed on"),
                nil_too=True,
            ),
        ),
    ),
)
