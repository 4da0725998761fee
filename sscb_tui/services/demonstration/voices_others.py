"""What the other agencies of the demonstration's richest case say: social care, police, schools, housing."""

from __future__ import annotations

from sscb_tui.services.demonstration.voices import SEEN, UNSEEN, Told, Voice

SOCIAL_CARE = Voice(
    words={
        "F4.A6": "The supervision notes of the first allocated worker are being looked for.",
        "F4.B1.P1": "Allocated social worker from {340}; closed {75}.",
        "F4.B1.P2": "As the mother of both children.",
        "F4.B4": "White British; English.",
        "F4.C1": "Child protection plan for nine months after a neighbour's call, ended at a second review when the "
        "home had been clean on three visits running. A child in need visit was planned and did not take place "
        "before the case was closed.",
        "F4.C2": "First contact {340}. Last contact before the incident {30}.",
        "F4.C4": "Child protection plan from {330} to {150}, category neglect.",
        "F4.E1": "Described in each visit as clean and quiet. What he ate, where he slept and whom he went to for "
        "comfort stand nowhere in our record.",
        "F4.F1.domestic_abuse": "Two notices in the summer, read together with the closing of the case.",
        "F4.F1.neglect_indicators": "The ground of the plan.",
        "F4.G1": "One referral received from a neighbour on {340}, assessed within the month.",
        "F4.G2": "Two conferences and six core groups, all held.",
        "F4.G5": "No call from the hospital on {85} is recorded at our duty desk.",
        "F4.H1": "The home had been neglectful, and we judged it mended.",
        "F4.H3": "Our concern rests on F4.G5 and on row 5.",
        "F4.I1": "The first social worker came unannounced and at tea time.",
        "F4.J1": "A clean house is not a fed child: visits now ask what was eaten today.",
        "F4.J2": "All plans ended in the last half year are being read again; team manager, by the end of the month.",
        "F4.K1": "One member of staff suspended; the hearing may not be spoken of.",
        "F4.L2": "Three of eight posts in the team were empty in the summer.",
    },
    ticks={
        "F4.B1.P1": "known_closed",
        "F4.B1.P2": "known_closed",
        "F4.C3": "closed",
        "F4.C4": "cp",
        "F4.F1.domestic_abuse": "yes",
        "F4.F1.neglect_indicators": "yes",
        "F4.H1": "known",
        "F4.H3": "concern",
    },
    rows=(
        Told("{340}", "Neighbour's call: children crying, no food; assessment begun", key=True),
        Told("{330}", "Initial child protection conference: plan under neglect", key=True),
        Told("{318} to {month 270}", "Fortnightly visits; home clean, cupboards not opened", SEEN),
        Told("{150}", "Review conference; plan ended", key=True),
        Told("{75}", "Case closed without the child in need visit that had been planned", key=True),
        Told("{30}", "Welfare check with the police: no reply at the door, children not seen", UNSEEN, key=True),
    ),
)
POLICE = Voice(
    words={
        "F4.B1.P1": "As a child at an address to which officers were called.",
        "F4.B1.P3": "Two call-outs; no crime recorded.",
        "F4.C1": "Two call-outs to the address in the summer, logged as domestic, and one check in the autumn after a "
        "neighbour rang. Officers looked in from the door each time; one went in.",
        "F4.C2": "First contact {128}. Last contact before the incident {30}.",
        "F4.C4": "We knew of none.",
        "F4.E1": "An officer wrote: a small boy on the stairs in a coat, who did not speak.",
        "F4.F1.domestic_abuse": "Both call-outs; the standard notice was sent each time.",
        "F4.G4": "What the neighbour said of shouting at night was held by the neighbourhood team and by nobody else.",
        "F4.H1": "Both carers are arrested on suspicion of neglect.",
        "F4.H3": "Our concern rests on F4.G4.",
        "F4.J3": "A witness is a child of ten next door; told to social care the same day.",
        "F4.K1": "Criminal investigation: the neighbour is a witness and is not to be named or approached; the time of "
        "death may not be spoken of outside this meeting until the interviews are done.",
    },
    ticks={
        "F4.B1.P1": "known_closed",
        "F4.B1.P3": "known_closed",
        "F4.C3": "closed",
        "F4.C4": "none",
        "F4.F1.domestic_abuse": "yes",
        "F4.H1": "known",
        "F4.H3": "concern",
    },
    withheld={"F4.B3": "a visitor to the home is being traced; ask the officer in the case after the interviews"},
    rows=(
        Told("{128}", "Domestic call-out to the address; both adults calm, notice sent", SEEN, people="both parents"),
        Told("late {month 110}", "Second domestic call-out; a boy on the stairs in a coat", SEEN, key=True),
        Told("{30}", "Welfare check with social care: boy seen asleep on a sofa, thin", SEEN, key=True),
        Told("{0}", "Neighbour rang; both children found; two arrests", SEEN, key=True),
    ),
)
SCHOOLS = Voice(
    words={
        "F4.B1.P1": "As the younger brother of a pupil, Gwen Placeholder.",
        "F4.C1": "Known through his sister, whose attendance fell from the spring. The case was open to social care at "
        "the time of the incident as far as the school knew, so that it rang nobody else.",
        "F4.C2": "First contact {420}. Last contact before the incident {52}.",
        "F4.C4": "Child protection plan, category emotional abuse.",
        "F4.E1": "Came to the gate in a pushchair too small for him. His sister saved half of her lunch, and told a "
        "teaching assistant that it was for Finn.",
        "F4.F1.neglect_indicators": "The sister's lunch; the same clothes for a week.",
        "F4.G1": "One referral made by letter to social care in {month 60}; no answer.",
        "F4.G4": "What the sister said about her lunch was known only in school.",
        "F4.H1": "Hunger, seen daily in a sister of five.",
        "F4.H3": "Our concern rests on F4.G4.",
        "F4.I1": "The lunch-time supervisor wrote every saved sandwich in the class book.",
        "F4.J1": "What a sibling says about a child at home is told to somebody the same day.",
    },
    ticks={
        "F4.B1.P1": "known_open",
        "F4.C3": "open",
        "F4.C4": "cp",
        "F4.F1.neglect_indicators": "yes",
        "F4.H1": "suspected",
        "F4.H3": "concern",
    },
    rows=(
        Told("Autumn {year 420}", "Sister starts school; the boy at the gate in a pushchair", SEEN),
        Told(
            "{64}", "Sister saves half of her lunch and says that it is for her brother", key=True, source="class book"
        ),
        Told(
            "a few days later",
            "Letter to social care about the lunches",
            source="office copy",
            shared_with="social care",
        ),
        Told("{52}", "Mother asked at the gate about food; said that he was a poor eater", key=True),
    ),
)
HOUSING = Voice(
    words={
        "F4.B1.P1": "As a child of the tenant.",
        "F4.B1.P2": "Sole tenant since {year 900}.",
        "F4.B1.P3": "Moved out in the spring: the father no longer lived at the address after {month 190}.",
        "F4.C1": "A tenancy with arrears from the summer. Two inspections; the second found no working cooker and the "
        "gas cut off, and put both down as repairs.",
        "F4.C4": "None of our own.",
        "F4.C2": "First contact in {year 900}. Last contact before the incident {35}.",
        "F4.E1": "A boy behind the stair gate during the inspection, in the dark, without a toy.",
        "F4.F1.housing": "Arrears, no gas from {month 48}.",
        "F4.F1.neglect_indicators": "No cooker, no gas, a fridge that was switched off.",
        "F4.G4": "That the home had neither gas nor a cooker was known only to us.",
        "F4.H3": "Our concern rests on F4.G4 and row 3.",
        "F4.J1": "A home with children and no means to cook is more than a repair.",
        "F4.J2": "Inspectors carry the safeguarding number; agreed {3}.",
    },
    ticks={
        "F4.B1.P1": "known_open",
        "F4.B1.P2": "known_open",
        "F4.B1.P3": "known_closed",
        "F4.C3": "open",
        "F4.C4": "none",
        "F4.F1.housing": "yes",
        "F4.F1.neglect_indicators": "yes",
        "F4.H3": "concern",
    },
    rows=(
        Told("{year 900}", "Tenancy begins", people="mother"),
        Told("{month 190}", "Tenant asks for the joint tenancy to be ended", people="mother"),
        Told("{35}", "Inspection: gas cut off, no cooker, a boy behind the stair gate", SEEN, key=True),
    ),
)
