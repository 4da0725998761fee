"""Whether the law speaks of this child at all: age in days, ages only estimated, children not yet born (reg 5(2))."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.grounds import finding
from sscb_tui.domain.terms import Fact, YesNo
from sscb_tui.domain.working_days import add_months

if TYPE_CHECKING:
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.family import Child
    from sscb_tui.domain.file import CaseFile

ADULT = 18
_A_CHILD = "reg 5(2); Children Act 2004 s.65: a child is under 18"
_MONTHS = re.compile(r"\b(day|week|month)s?\b|\b\d+ ?(d|w|m|wks?|mths?)\b")
_DOCUMENT = re.compile(r"\b(certificate|passport|register|registration|identity (card|document)|age assessment)\b")
"""What settles an age that the referral leaves open."""
_ABOUT = re.compile(r"\b(about|around|approx\w*|circa|c\.?|roughly|or so|late teens)\b|~")


def age_is_what_is_known(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """The answer on age is the one the record bears out: unborn is no child, a range over 18 is no answer yet."""
    limb = finding(form, Fact.AGE_UNDER_18)
    if limb is None:
        return ()
    settled = any(_DOCUMENT.search(text.casefold()) for text in (limb.reason, *(each.ref for each in limb.evidence)))
    wrong = _misjudged(file, limb.value, settled=settled)
    return (Violation(wrong[0], wrong[1], _A_CHILD, Fact.AGE_UNDER_18.value),) if wrong else ()


def _misjudged(file: CaseFile, said: str, *, settled: bool) -> tuple[str, str] | None:
    """What is wrong with the answer; a document named with it settles what the referral leaves open."""
    child, day = file.case.child, file.incident.happened_on.latest
    if unborn(child):
        sentence = (
            'The child had not been born alive, and an unborn child is not "a child" in the regulation: answer no. '
            "What remains is discretionary learning, and a Domestic Homicide Review if the mother died."
        )
        return ("JU-UNBORN", sentence) if said != YesNo.NO else None
    if settled:
        return None
    if child.date_of_birth is None:
        sentence = (
            f'The age is only estimated, as "{child.estimated_age}", which may be 18 or under: that is not yet '
            "determined. Answer so, or name in the reason the document that settles it."
        )
        return ("JU-RANGE", sentence) if straddles(child.estimated_age) and said != YesNo.UNDETERMINED else None
    adult = birthday(child.date_of_birth)
    if said == YesNo.NO and day is not None and day < adult:
        sentence = (
            f"The child turned 18 on {shown(adult)}, after the incident: answer yes, or name in the reason a document "
            "that says otherwise."
        )
        return "JU-BIRTH", sentence
    return None


def unborn(child: Child) -> bool:
    """Expected and never born alive; a child born alive, however briefly, has a date of birth or an age."""
    return child.expected_delivery is not None and child.date_of_birth is None and not child.estimated_age.strip()


def straddles(estimate: str) -> bool:
    """Whether an estimated age may lie on either side of 18: "16 to 19", "about 18"."""
    text = estimate.casefold()
    years = [int(each) for each in re.findall(r"\d+", text)]
    if not years or _MONTHS.search(text):
        return False
    spread = 1 if _ABOUT.search(text) else 0
    return min(years) - spread < ADULT <= max(years) + spread


def birthday(born: date) -> date:
    """The day on which a person turns 18; the first of March for a child of 29 February."""
    turned = add_months(born, ADULT * 12)
    return turned if turned.day == born.day else date(turned.year, 3, 1)


def birthday_is_noticed(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """Harm on both sides of the eighteenth birthday, or only dated after it, wants legal advice before deciding."""
    born, span = file.case.child.date_of_birth, file.incident.happened_on
    if born is None or span.earliest is None or span.latest is None or form.legal_advice.answer == "yes":
        return ()
    adult = birthday(born)
    if span.latest < adult:
        return ()
    when = "spans" if span.earliest < adult else "is dated on or after"
    sentence = (
        f"What happened {when} the eighteenth birthday, {shown(adult)}: the age counts when the harm was done. Take "
        "legal advice; a Safeguarding Adults Review or a Domestic Homicide Review may be for others."
    )
    return (Violation("JU-BIRTHDAY", sentence, _A_CHILD, "legal_advice"),)
