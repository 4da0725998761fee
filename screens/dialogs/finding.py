"""A finding on one criterion: its value, the reason, and the passages relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.forms.spec import Entry, Field, Kind, Section, Values, chosen
from sscb_tui.domain.decision import Evidence, LimbFinding
from sscb_tui.domain.terms import Fact

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Facts

SOURCES = tuple((each, each) for each in ("referral", "discussion", "return", "chronology", "minutes", "other"))
BEARINGS = tuple((each, each) for each in ("for", "against", "context"))
EVIDENCE = Section(
    "Evidence",
    (
        Field("source", "Stands in", Kind.CHOICE, required=True, choices=SOURCES, default="return"),
        Field("ref", "Where", help="For example POL F4.G4, or a line of the minutes."),
        Field("quote", "Words", Kind.LONG, required=True, help="As they stand there."),
        Field("bearing", "Bears", Kind.CHOICE, required=True, choices=BEARINGS, default="for"),
    ),
)
UNSETTLED = ("undetermined", "not_yet_asked", "outcome_unknown")
"""Answers the meeting is there to settle: never offered, always chosen."""
REASON = Field("reason", "Because", Kind.LONG, required=True, help="At least a sentence that can be read in court.")
LIST = Field("evidence", "Evidence relied on", Kind.LIST, of=EVIDENCE, help="Enter opens a row.")


def value_field(fact: Fact, path: str = "value", *, only_if: bool = False) -> Field:
    """The answers one question allows."""
    choices = tuple((term.value, term.label) for term in fact.values)
    when = chosen("fact", fact.value) if only_if else None
    return Field(path, "Finding", Kind.CHOICE, required=True, choices=choices, when=when)


def meeting_finding(passage: Evidence | None) -> Section:
    """What the meeting found on a limb it chooses; the answer under the cursor may go in as evidence."""
    facts = tuple((fact.value, fact.label) for fact in Fact)
    words = f"“{passage.quote[:300]}” ({passage.ref})" if passage else ""
    attach = (
        Field("attach", "Attach the answer under the cursor", Kind.BOOL, help=words, intro=words),
        Field("bearing", "It bears", Kind.CHOICE, choices=BEARINGS, default="for", when=lambda v: v["attach"] is True),
    )
    values = tuple(value_field(fact, f"value_{fact.value}", only_if=True) for fact in Fact)
    fact = Field("fact", "Criterion", Kind.CHOICE, required=True, choices=facts, default=facts[2][0])
    gap = Field("gap", "Still missing", help="What nobody could answer today.")
    return Section("The meeting finds", (fact, *values, REASON, gap, *(attach if passage else ())))


def offered(facts: Facts, findings: tuple[LimbFinding, ...]) -> Entry:
    """Where the dialog starts: at the first limb without a finding, with the answers that are known so far."""
    given = {each.fact for each in findings}
    first = next((fact for fact in Fact if fact not in given), Fact.ABUSE_OR_NEGLECT)
    known = {fact: facts.value(fact).value for fact in Fact}
    settled = {f"value_{fact.value}": value for fact, value in known.items() if value not in UNSETTLED}
    return {"fact": first.value, **settled}


def found(values: Values, passage: Evidence | None, findings: tuple[LimbFinding, ...]) -> LimbFinding:
    """The finding as the meeting holds it; evidence from an earlier finding on the limb stays."""
    before = next((each for each in findings if each.fact.value == values["fact"]), None)
    kept = before.evidence if before else ()
    added = (passage.but(bearing=values["bearing"]),) if passage and values.get("attach") is True else ()
    return LimbFinding.model_validate(
        {
            "fact": values["fact"],
            "value": values[f"value_{values['fact']}"],
            "reason": values["reason"],
            "gap": values["gap"],
            "evidence": kept + tuple(each for each in added if each not in kept),
        }
    )


def chair_finding(fact: Fact, words: str) -> Section:
    """What the Chair finds on one limb, under the statutory words."""
    return Section(fact.label, (value_field(fact), REASON, LIST), intro=words)


def typed_finding(finding: LimbFinding | None) -> Entry:
    """A finding as somebody would have typed it."""
    if finding is None:
        return {}
    rows: list[Entry] = [
        {"source": each.source, "ref": each.ref, "quote": each.quote, "bearing": each.bearing}
        for each in finding.evidence
    ]
    return {"value": finding.value, "reason": finding.reason, "evidence": list(rows)}


def decided_finding(fact: Fact, values: Values) -> LimbFinding:
    """The Chair's finding."""
    return LimbFinding.model_validate({**values, "fact": fact})
