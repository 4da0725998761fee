"""What agencies returned in the invented case, with the family's names as agencies write them, and at odds."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.scoping import AgencyReturn, Answer
from sscb_tui.domain.terms import Silence

_POLICE = {
    "F4.B2": "Robin Madeupsson, born 20 June 2026, lived at 1 Nowhere Row, Exampleton, with his mother Sam.",
    "F4.C1": "Sam Madeupsson rang three times. Mr Fictional (Lex) was spoken to; ROBIN slept. "
    + "Each call was graded as domestic, attended within the hour and closed without a referral. " * 5,
    "F4.C2": "Last seen on 9 September 2026, asleep.",
    "F4.G1": "On 9 September 2026 we sent a call-out notice to Children's Social Care.",
}
_SOCIAL_CARE = {
    "F4.A1": "Duty and assessment team",
    "F4.A4": "Case system; names and dates of birth.",
    "F4.B2": "Robin Madeupsen, d.o.b. 21/06/2026, of 7 Nowhere Row.",
    "F4.C1": "One duty call about Robin's sister Kit; closed in January with no visit.",
    "F4.E1": "Robin liked to be held upright, the duty worker was told.",
    "F4.G1": "No notice from Exampleshire Police of 9 September 2026 was received.",
    "F4.G5": "We needed the call-out notices of the police and have no record of any.",
    "F4.J3": "Kit may be at risk; the duty manager was told on 16 Nov.",
}


def police_told(answers: AgencyReturn) -> AgencyReturn:
    """The police's form with the family's names in it."""
    changed = tuple(_said(each, _POLICE) for each in answers.answers)
    return answers.but(answers=changed)


def social_care_told(answers: AgencyReturn) -> AgencyReturn:
    """Social care's own account, shorter and in places the contrary."""
    kept = ("F4.A2", "F4.A7", "F4.B1", "F4.B2", "F4.F1", "F4.H2")
    held = [_said(each, _SOCIAL_CARE) for each in answers.answers if each.question.startswith(kept)]
    known = {each.question for each in held}
    held += [Answer(question=id, text=text) for id, text in _SOCIAL_CARE.items() if id not in known]
    held += [
        Answer(question="F4.C3", choice="open"),
        Answer(question="F4.C2", silence=Silence.NO_CONTACT),
        Answer(question="F4.H1", choice="suspected", text="Bruising, cause unknown."),
        Answer(question="F4.H3", choice="nothing_found_yet"),
    ]
    return answers.but(agency="CSC", token="CSC0-0000", answers=tuple(held), chronology=())


def hospital_told(answers: AgencyReturn) -> AgencyReturn:
    """Searched, and nothing held."""
    searched = Answer(question="F4.A4", text="Patient system: P1 to P4 by name and date of birth, 1 Nowhere Row.")
    nil = (searched, Answer(question="F4.A7", choice="yes"), Answer(question="F4.A2", choice="no"))
    return answers.but(
        agency="CHS", token="CHS0-0000", nil=True, answers=nil, chronology=(), completed_on=date(2026, 11, 19)
    )


def _said(answer: Answer, words: dict[str, str]) -> Answer:
    return answer.but(text=words[answer.question], silence=None) if answer.question in words else answer
