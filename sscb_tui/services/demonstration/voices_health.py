"""What the health agencies of the demonstration's richest case say: hospital, community, practice, ambulance."""

from __future__ import annotations

from sscb_tui.services.demonstration.voices import SEEN, UNSEEN, Told, Voice

_NEGLECT = {"F4.F1.neglect_indicators": "yes", "F4.F1.not_brought": "yes"}
_OURS = "None of our own; not known whether another agency held one."

HOSPITAL = Voice(
    words={
        "F4.A1": "Emergency department, children's ward and paediatric liaison.",
        "F4.A6": "The triage sheet of the second attendance has not been found.",
        "F4.B1.P1": "Two attendances in the year, each closed at discharge.",
        "F4.B2": "Date of birth on our record: {born 31}. Next of kin: Fay Placeholder, 1 Example Street.",
        "F4.B4": "White British; English; no religion recorded; no disability recorded.",
        "F4.C1": "Emergency department twice in three months. At the first attendance Finn weighed less than at his "
        "first birthday; the weight was plotted and no plan was made. At the second the family left before a "
        "paediatrician came, and nobody rang them.",
        "F4.C4": _OURS,
        "F4.C2": "First contact {86}. Last contact before the incident {41}.",
        "F4.E1": "Finn sat very still on the trolley. He ate two sandwiches and held on to the wrapper. A play worker "
        "wrote that he did not look for his mother when she left the room.",
        "F4.F1.neglect_indicators": "Weight below the second centile, clothes too small, both attendances.",
        "F4.F1.not_brought": "Dietitian's clinic: not brought twice.",
        "F4.G1": "We told social care by telephone on {85} that the weight loss had no explanation.",
        "F4.G4": "That the family left on {41} before the child had been examined was not passed to anybody.",
        "F4.G5": "That a child protection plan had ended in the spring was not on our system.",
        "F4.H1": "Two weights ten weeks apart, both falling, and no illness found that explains them.",
        "F4.H3": "Our concern rests on F4.G4: a family left before the child was examined, and nobody was told.",
        "F4.I1": "The play worker's note of what the child did is the fullest account of him anywhere.",
        "F4.J1": "A family that leaves before being examined needs a call the same night.",
        "F4.J2": "Since the Monday after: a nurse rings every family that leaves with a child under five.",
        "F4.K1": "Serious incident logged; the trust's own inquiry is privileged until its solicitors have reported.",
        "F4.L2": "The department was at twice its usual number on the night of {41}.",
    },
    ticks={
        **_NEGLECT,
        "F4.B1.P1": "known_closed",
        "F4.C3": "closed",
        "F4.C4": "none",
        "F4.H1": "known",
        "F4.H3": "concern",
    },
    rows=(
        Told("{86}", "Emergency department attendance after a fall; weight plotted, no plan made", SEEN, key=True),
        Told(
            "{85}", "Paediatric liaison nurse rang the duty desk about the weight", key=True, shared_with="social care"
        ),
        Told("mid {month 60}", "Dietitian's clinic: not brought", UNSEEN),
        Told("{41}", "Attended in the evening with vomiting; left before a doctor came", SEEN, key=True),
        Told("unknown", "Second letter to the parents returned unopened", source="paper file"),
    ),
)
COMMUNITY = Voice(
    words={
        "F4.B1.P1": "Health visiting from birth; universal plus until {150}.",
        "F4.B2": "Our notes spell the family name Placeholdor: Finn Placeholdor, known to the clinic from birth.",
        "F4.B4": "White British; English.",
        "F4.C1": "Health visiting from birth. The development check at one year was kept and the child was walking. "
        "The check due at two was offered three times and was not kept, and the family was put back on the ordinary "
        "list when the plan ended.",
        "F4.C2": "First contact in {month 760}. Last contact before the incident {150}.",
        "F4.C4": "Child protection plan, category neglect, to {150}.",
        "F4.E1": "A quick, cheerful one-year-old who brought books to be read. Nothing after that: nobody from our "
        "service met him again.",
        "F4.F1.not_brought": "The check at two, three times.",
        "F4.G2": "Core groups: five of six attended.",
        "F4.G5": "The two attendances at the hospital reached us only after the death.",
        "F4.H1": "Growth fell across two centiles between the last weight we took and the incident.",
        "F4.H3": "Our concern rests on F4.G5.",
        "F4.I1": "The health visitor wrote to say that stepping down was too soon.",
        "F4.J1": "A check that is not kept three times is a reason to visit, not to discharge.",
    },
    ticks={
        **_NEGLECT,
        "F4.B1.P1": "known_closed",
        "F4.C3": "closed",
        "F4.C4": "cp",
        "F4.H1": "suspected",
        "F4.H3": "concern",
    },
    rows=(
        Told("Spring {year 560}", "Development check at one year kept; walking, talking in words", SEEN),
        Told("{330}", "Initial child protection conference: plan under neglect", key=True),
        Told("{month 200}", "Core group; weight steady", SEEN),
        Told("{150}", "Review conference; plan ended; health visitor asked for it to go on", key=True),
        Told("early {month 100}", "Check at two years: nobody in", UNSEEN, key=True),
        Told("{month 70}", "Third appointment not kept; returned to the ordinary list", UNSEEN, key=True),
    ),
)
PRACTICE = Voice(
    words={
        "F4.B1.P1": "Registered at birth with the practice; record open.",
        "F4.B2": "Address on our list: 10 Example Street.",
        "F4.B4": "Not recorded by the practice.",
        "F4.C1": "Health visiting from birth. The development check at one year was kept and the child was walking. "
        "The check due at two was offered three times and was not kept, and the family was put back on the ordinary "
        "list when the plan ended.",
        "F4.C2": "First contact in {month 760}. Last contact before the incident {210}.",
        "F4.C4": _OURS,
        "F4.F1.substance_misuse": "Mother's repeat prescription stopped in the summer and was not asked for again.",
        "F4.G5": "Neither hospital letter says that the child had lost weight.",
        "F4.H3": "Our concern rests on row 3: a letter was filed that somebody should have read.",
        "F4.J2": "Every hospital letter about a child under five is now seen by a doctor before it is filed.",
    },
    ticks={
        "F4.B1.P1": "known_open",
        "F4.C3": "open",
        "F4.C4": "none",
        "F4.F1.substance_misuse": "yes",
        "F4.H3": "concern",
    },
    rows=(
        Told("{210}", "Seen by the practice nurse with an ear infection; not weighed", SEEN),
        Told(
            "about {month 120}",
            "Father, Fred Placeholder, asked for help with sleep; did not come back",
            people="father",
        ),
        Told("{80}", "Hospital letter about a fall filed without being read by a doctor", key=True),
        Told("?", "Reception recalls the mother at the desk with a pushchair; nothing was written down"),
    ),
)
AMBULANCE = Voice(
    words={
        "F4.B1.P1": "One journey in the period.",
        "F4.C1": "One emergency call to the home, and one on the day of the death. The crew of the first noted an "
        "almost empty kitchen and said so at handover; the note stayed on the ambulance sheet.",
        "F4.C4": _OURS,
        "F4.C2": "First contact {88}. Last contact before the incident {88}.",
        "F4.E1": "Silent in the back of the vehicle. Took a biscuit with both hands.",
        "F4.F1.neglect_indicators": "No food to be seen in the kitchen.",
        "F4.G4": "The crew's note of the kitchen was known only to us.",
        "F4.H3": "Our concern rests on F4.G4.",
    },
    ticks={
        "F4.B1.P1": "known_closed",
        "F4.C3": "closed",
        "F4.C4": "none",
        "F4.F1.neglect_indicators": "yes",
        "F4.H3": "concern",
    },
    rows=(
        Told("{88}", "Taken from home to the emergency department after a fall", SEEN, key=True),
        Told("{0}", "Call to the home; life pronounced extinct", SEEN, key=True),
    ),
)
