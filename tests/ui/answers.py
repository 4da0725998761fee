"""What people type in the course of one invented case, by the labels they read beside the fields."""

from __future__ import annotations

from sscb_tui.domain.terms import Fact
from tests.ui.keyboard import Answers

MANAGER, CHAIR, LIIP, MINUTES = "B. Manager", "C. Chair", "L. Lead", "M. Minutes"
REF = "SSCB/2026/001"
AGENCIES = ("CHS", "CSC", "POL")
PEOPLE: list[Answers] = [
    {"Name": MANAGER, "Role": "Business Manager"},
    {"Name": CHAIR, "Role": "Independent Chair"},
    {"Name": LIIP, "Role": "LIIP Chair"},
    {"Name": MINUTES, "Role": "Minute taker"},
    {"Name": "P. Member", "Role": "Scoping meeting member", "Agency": "POL"},
    {"Name": "H. Owner", "Role": "Action owner", "Agency": "HSG"},
]
HAPPENED = (
    "A baby of four months was brought in by ambulance without a pulse. Bruises to the left cheek and the back were "
    "seen on arrival; the mother's partner said that the baby had rolled off a bed."
)
REFERRAL: dict[str, Answers] = {
    "Incident": {
        "Pseudonym": "Child Z",
        "Happened on": "about 14 Nov 2026",
        "In a few words": "unexplained injury at home",
        "Board told at": "16 Nov 2026 09:30",
    },
    "Referrer": {"Name": "N. Nurse", "Agency": "City Hospitals"},
    "Child": {"Full name": "Zed Example", "Date of birth": "2 Jul 2026", "Gender": "not stated"},
    "Circumstances": {
        "Home address": "1 Example Street",
        "Under 18": "yes",
        "Normally resident here": "yes",
        "The child": "died",
        "On": "15 Nov 2026",
        "Open to social care": "no",
        "Custody or detention": "no",
        "In a regulated setting": "no",
    },
    "Family": {
        "Family and significant others": [
            {"Name": "Ann Example", "Relationship": "mother", "In the household": "yes"},
            {"Name": "Ben Example", "Relationship": "mother's partner", "Alleged responsible": True},
        ]
    },
    "Other children": {"There are none": True},
    "Agencies": {"Agencies known to be involved": [{"Agency": code} for code in AGENCIES]},
    "What happened": {"What happened, as fact": HAPPENED},
    "Criteria": {
        "(a) Abuse or neglect": "suspected",
        "Why": "No explanation given fits the injuries.",
        "(b)(ii) Serious harm": "not yet determined",
        "(b)(ii) Working together": "not yet asked",
    },
    "Sign": {"Signed by": "N. Nurse"},
}
DISCUSSION: dict[str, Answers] = {
    "What is known": {
        "Facts relied on": "Bruises in a baby who could not yet move.",
        "Not yet known": "What each agency knew.",
        "Immediate safety of other children": "Satisfied, because there are none.",
        "Notifiable incident": "yes",
    },
    "Outcome": {"Agreed": "scoping", "Because": "What agencies knew must be set side by side."},
    "Scoping plan": {
        "Period from": "1 Nov 2025",
        "Period to": "16 Nov 2026",
        "Why that period": "From the booking of the pregnancy to the day after the death.",
        "Meeting at": "30 Nov 2026 10:00",
    },
}
WORDS = {
    "CHS": {"F4.E1": "A quiet baby who settled when held.", "F4.C1": "Seen twice in the emergency department."},
    "CSC": {"F4.E1": "Seen asleep in a cot.", "F4.C1": "One referral, closed with no further action."},
    "POL": {"F4.E1": "Crying upstairs at two visits.", "F4.C1": "Three call-outs, none of them shared."},
}
ROOM: tuple[Answers, ...] = (
    {"Name": "D. Doctor", "Post": "Designated doctor", "Speaks for": ("City Hospitals",)},
    {"Name": "S. Worker", "Speaks for": ("Social care",)},
    {"Name": "P. Member", "Speaks for": ("Police",)},
)
FINDINGS = {
    Fact.AGE_UNDER_18: "yes",
    Fact.NORMALLY_RESIDENT: "yes",
    Fact.ABUSE_OR_NEGLECT: "suspected",
    Fact.OUTCOME: "died",
    Fact.ALWAYS_LIST: "no",
    Fact.SERIOUS_HARM: "not yet determined",
    Fact.WORKING_TOGETHER: "concern",
}
ADVICE: dict[str, Answers] = {
    "Summary": {"The case, by pseudonym": "Child Z died with bruises that nobody has explained."},
    "Recommended": {
        "Outcome": "Serious Case Review",
        "Reasons": "Abuse is suspected and the child died.",
        "Draft scope and questions": "The year before the death.",
    },
    "Dissent": {"Nobody dissents": True},
    "With it": {
        "The family's position": "The mother has been told.",
        "Early actions already begun": "Call-outs are now shared each morning.",
    },
}
DETAIL = "Done, and kept with the file."
ASKED = (
    "Peer challenge",
    "Legal advice",
    "Other children safe",
    "Family informed",
    "Board informed",
)
REASONS: dict[str, Answers] = {
    "Reasons": {
        "Reasons": "The child died and abuse is suspected; the law leaves no other course, and none is wished for.",
        "Agrees with the recommendation": "yes",
    },
    "Outcome": {"Early view of scope and size": "The year before the death; a systems model."},
}
