"""Sections A to D of the agency template: who answers, who is known, what was done and when."""

from __future__ import annotations

from sscb_tui.domain.template.model import NONE, Kind, Question, Section, choices, or_none
from sscb_tui.domain.terms import Silence

PERSON = Question(
    "F4.B1",
    "known to us?",
    "The service, the dates opened and closed, and why. The person is described in the letter under this number.",
    Kind.CHOICE,
    choices(
        ("known_open", "known to us, open at the time"),
        ("known_closed", "known to us, closed at the time"),
        ("not_known", "searched and not known"),
    ),
)
"""Asked of each person searched for, numbered F4.B1.P1, P2 and so on."""

RECORDS: tuple[Section, ...] = (
    Section(
        "A",
        "This return",
        (
            Question(
                "F4.A1",
                "Agency, service and team",
                "The part of the agency whose records this return covers.",
                sensitivity="V0",
                silences=(),
            ),
            Question(
                "F4.A2",
                "Author",
                "Who wrote this return. Contact details may follow as the answer.",
                Kind.FIELDS,
                choices(
                    ("no", "the author managed nobody who worked with the family"),
                    ("yes", "the author managed or supervised somebody who did"),
                ),
                sensitivity="V1",
                silences=(),
                fields=("Name", "Post"),
                nil_too=True,
            ),
            Question(
                "F4.A3",
                "Approver",
                "Who approves this return for the agency. The approver is never the author.",
                Kind.FIELDS,
                sensitivity="V1",
                silences=(),
                fields=("Name", "Post"),
                words=False,
                nil_too=True,
            ),
            Question(
                "F4.A4",
                "Date completed, and records searched",
                "The systems, paper files and archives searched, and the names and identifiers used for the search.",
                Kind.FIELDS,
                sensitivity="V1",
                silences=(),
                fields=("Date completed",),
                nil_too=True,
            ),
            Question(
                "F4.A5",
                "Records secured",
                "When, by whom, and how many files. If nothing was held, say so.",
                choices=choices(("none_held", "no records held")),
                sensitivity="V1",
                silences=(Silence.WITHHELD,),
                nil_too=True,
            ),
            Question(
                "F4.A6",
                "Records not found or not yet seen",
                "What is missing, and what is being done to find it.",
                choices=(NONE,),
                sensitivity="V1",
                silences=(Silence.WITHHELD,),
                nil_too=True,
            ),
            Question(
                "F4.A7",
                "Nil return",
                "If the agency searched and knows none of the people, tick the first box, complete F4.A2 to F4.A6 "
                "and F4.M1, and leave the rest.",
                Kind.CHOICE,
                choices(("yes", "searched and not known"), ("no", "we hold information, given below")),
                sensitivity="V0",
                silences=(),
                words=False,
                nil_too=True,
            ),
        ),
    ),
    Section(
        "B",
        "Who we know",
        (
            PERSON,
            or_none(
                "F4.B2",
                "Family details that differ from the request",
                "Names, dates of birth, addresses, household, fathers and partners.",
                "V2",
            ),
            or_none(
                "F4.B3",
                "Other people in the household or a caring role",
                "Anyone we know of who is not in the request.",
                "V2",
            ),
            Question(
                "F4.B4",
                "Ethnicity, language, religion and disability as recorded",
                "For the child, as the record has it.",
            ),
        ),
    ),
    Section(
        "C",
        "Our involvement",
        (
            Question(
                "F4.C1",
                "Summary in own words",
                "What the service did with the family and why. Up to about 600 words; roles, not names of staff.",
            ),
            Question(
                "F4.C2",
                "First contact, last contact, and when the child was last seen",
                "The first contact, the last contact before the incident, and the last time the child was seen and "
                "by which role.",
            ),
            Question(
                "F4.C3",
                "Status at the incident",
                "Where the case stood on the day.",
                Kind.CHOICE,
                choices(
                    ("open", "open"),
                    ("waiting", "waiting"),
                    ("closed", "closed"),
                    ("referred_on", "referred on"),
                    ("declined", "declined"),
                ),
                sensitivity="V2",
            ),
            Question(
                "F4.C4",
                "Plans in force",
                "With dates.",
                Kind.SEVERAL,
                choices(
                    ("none", "none"),
                    ("cp", "child protection plan"),
                    ("cin", "child in need plan"),
                    ("lac", "looked-after child plan"),
                    ("early_help", "early help plan"),
                    ("ehc", "education, health and care plan"),
                    ("mappa", "MAPPA"),
                    ("marac", "MARAC"),
                ),
            ),
        ),
    ),
    Section(
        "D",
        "Key events",
        (
            Question(
                "F4.D1",
                "Chronology",
                "One row for each event in the period. Date as the record has it (12 Oct 2026, Oct 2026, about 2019); "
                "event: a short factual headline; child seen: yes, no or unknown; comment: whether practice was as "
                "expected; key: yes for the events the meeting must see, otherwise no. Roles, not names of staff. "
                "Add rows as needed; write \\| for an upright bar.",
                Kind.TABLE,
                choices(("none", "no events in the period")),
            ),
        ),
    ),
)
