"""What the agencies of the invented case were asked and said."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import (
    ChronologyId,
    RequestId,
)
from sscb_tui.domain.case import Case
from sscb_tui.domain.chronology import ChronologyFile, ChronologyRow, FiledRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.template import people, questions
from sscb_tui.domain.terms import (
    ReturnState,
    Silence,
    YesNo,
)
from tests.papers.fictional import at
from tests.papers.told import hospital_told, police_told, social_care_told


def a_request(case: Case) -> AgencyRequest:
    """What the police were asked."""
    return AgencyRequest(
        id=RequestId("request-1"),
        case_id=case.id,
        agency="POL",
        token="7K3M-Q2XZ",
        template="F4-1",
        issued_at=at(6),
        due=date(2026, 11, 18),
    )


CONCERN = """The call-out notice was **not** shared: see F4.G4.

1. what we knew
   - who was told
2. what others knew

| Seen | By |
|------|----|
| 9 Sep | response officer |

#### Background

```
### F4.C1 is only quoted here
```"""


def a_return(case: Case) -> AgencyReturn:
    """A full return with awkward but honest words."""
    asked = questions(people(case))
    special = {
        "F4.A1": Answer(question="F4.A1", text="Exampleshire Police, Protecting Vulnerable People"),
        "F4.A4": Answer(question="F4.A4", text="Crime and incident systems; names and dates of birth."),
        "F4.C3": Answer(question="F4.C3", choice="closed"),
        "F4.C4": Answer(question="F4.C4", choice="cin, marac", text="MARAC 3 Sep 2026."),
        "F4.E1": Answer(question="F4.E1", silence=Silence.NOT_RECORDED),
        "F4.G4": Answer(question="F4.G4", text="The partner’s record [RMS 4471], held since 2019."),
        "F4.H1": Answer(question="F4.H1", choice="suspected", text="Bruising, cause unknown."),
        "F4.H2": Answer(question="F4.H2", choice="died"),
        "F4.H3": Answer(question="F4.H3", choice="concern", text=CONCERN),
        "F4.K1": Answer(question="F4.K1", silence=Silence.WITHHELD, silence_reason="live criminal investigation"),
    }
    answers = {question.id: special.get(question.id) or _plain(question.id) for question in asked}
    for headed in ("F4.A2", "F4.A3", "F4.A7", "F4.D1", "F4.L1", "F4.L2", "F4.M1"):
        del answers[headed]
    return AgencyReturn(
        case_reference=case.reference,
        token="7K3M-Q2XZ",
        agency="POL",
        template="F4-1",
        author="A. Writer",
        author_post="Review officer",
        author_managed_case="no",
        approver="A. Approver",
        approver_post="Detective superintendent",
        completed_on=date(2026, 11, 16),
        answers=(*answers.values(), Answer(question="F4.A2", choice="no"), Answer(question="F4.A7", choice="no")),
        chronology=(
            ChronologyRow(
                on=stated("9 Sep 2026"),
                source="RMS 4471 p.2",
                people="P2, P3",
                event="Call-out: shouting | door damaged, baby asleep",
                kind="visit",
                child_seen=YesNo.YES,
                key=True,
            ),
            ChronologyRow(on=stated("about March 2026"), event="Neighbour telephoned; logged only"),
        ),
        declared_by="A. Approver",
        declared_on=date(2026, 11, 16),
    )


def a_chronology(case: Case) -> ChronologyFile:
    """A spreadsheet of two agencies: vague, relative and missing dates, and the police's call-out told otherwise."""
    said = (
        ("CSC", "12 Jan 2026", "Booking appointment kept", YesNo.UNDETERMINED),
        ("CSC", "Spring 2026", "Duty call; no further action", YesNo.UNDETERMINED),
        ("CHS", "20 June 2026", "Born at term", YesNo.YES),
        ("CHS", "two days later", "=Discharged home", YesNo.YES),
        ("CSC", "10 Sept 2026", "Told by police of a call-out: shouting, baby not seen", YesNo.NO),
        ("HOU", "?", "Tenancy **began**\nwith arrears", YesNo.UNDETERMINED),
    )
    rows = tuple(
        FiledRow(agency=agency, row=ChronologyRow(on=stated(on), event=event, child_seen=seen))
        for agency, on, event, seen in said
    )
    receipt = Receipt(file="all.csv", sha256="ab" * 32, at=at(18), by="B. Manager")
    return ChronologyFile(id=ChronologyId("chronology-1"), version=1, case_id=case.id, receipt=receipt, rows=rows)


def _plain(id: str) -> Answer:
    if id.startswith("F4.B1"):
        return Answer(question=id, choice="known_closed", text="Closed in 2024.")
    if id.startswith("F4.F1"):
        return Answer(question=id, choice="unknown")
    return Answer(question=id, text="As recorded.")


def requests(police: AgencyRequest, answers: AgencyReturn) -> tuple[AgencyRequest, ...]:
    """Five agencies, five states of return."""
    receipt = Receipt(file="pol.md", sha256="c0ffee" * 10 + "c0de", at=at(17), by="B. Manager")
    late = receipt.but(file="csc.md", at=at(19, 16))
    returns = (
        ("CSC", ReturnState.APPROVED, social_care_told(answers), (late,)),
        ("CHS", ReturnState.NIL_RETURN, hospital_told(answers), (receipt.but(file="chs.md"),)),
        ("HOU", ReturnState.REQUESTED, None, ()),
    )
    return (
        police.but(version=2, state=ReturnState.SUBMITTED, returned=police_told(answers), receipts=(receipt,)),
        *(
            police.but(
                id=f"request-{code}",
                version=1,
                agency=code,
                state=state,
                token=f"{code}0-0000",
                returned=told,
                receipts=receipts,
            )
            for code, state, told, receipts in returns
        ),
        police.but(id="request-SCH", agency="SCH", state=ReturnState.REFUSED, refusal_reason="legal advice awaited"),
    )
