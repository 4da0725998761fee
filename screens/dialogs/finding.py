"""A finding on one criterion: its value, the reason, and the passages relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.forms.spec import Entry, Field, Kind, Section, Values, chosen
from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.terms import Fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscb_tui.domain.criteria import Facts

SOURCES = tuple((each, each) for each in ("referral", "discussion", "return", "chronology", "minutes", "other"))
BEARINGS = tuple((each, each) for each in ("for", "against", "context"))
EVIDENCE = Section(
    "Evidence",
    (
        Field("source", "Stands in", Kind.CHOICE, required=True, choices=SOURCES, default="return"),
        Field("ref", "Where", help="POL F4.G4, POL F4.D1 row 3, minute 12; any words for what is not held here."),
        Field("quote", "Words", Kind.LONG, required=True, help="As they stand there."),
        Field("bearing", "Bears", Kind.CHOICE, required=True, choices=BEARINGS, default="for"),
    ),
)
UNSETTLED = ("undetermined", "not_yet_asked", "outcome_unknown")
"""Answers the meeting is there to settle: never offered, always chosen."""
REASON = Field("reason", "Because", Kind.LONG, required=True, help="At least a sentence that can be read in court.")
PINNED = "Every passage pinned to it is its evidence."
NOTHING = "0+ 0-"
LIST = Field("evidence", "Evidence relied on", Kind.LIST, of=EVIDENCE, help="Enter opens a row.")


def value_field(fact: Fact, path: str = "value", *, only_if: bool = False) -> Field:
    """The answers one question allows."""
    choices = tuple((term.value, term.label) for term in fact.values)
    when = chosen("fact", fact.value) if only_if else None
    return Field(path, "Finding", Kind.CHOICE, required=True, choices=choices, when=when)


def meeting_finding(counts: Mapping[Fact, str]) -> Section:
    """What the meeting found on a limb it chooses; what is pinned to the limb goes with the finding."""
    facts = tuple((fact.value, fact.label) for fact in Fact)
    values = tuple(value_field(fact, f"value_{fact.value}", only_if=True) for fact in Fact)
    fact = Field("fact", "Criterion", Kind.CHOICE, required=True, choices=facts, default=facts[2][0], help=PINNED)
    gap = Field("gap", "Still missing", help="What nobody could answer today.")
    rests = "; ".join(f"{fact.label} {count}" for fact, count in counts.items() if count != NOTHING)
    intro = f"Passages so far: {rests}" if rests else ""
    return Section("The meeting finds", (fact, *values, REASON, gap), intro=intro)


def offered(facts: Facts, findings: tuple[LimbFinding, ...]) -> Entry:
    """Where the dialog starts: at the first limb without a finding, with the answers that are known so far."""
    given = {each.fact for each in findings}
    first = next((fact for fact in Fact if fact not in given), Fact.ABUSE_OR_NEGLECT)
    known = {fact: facts.value(fact).value for fact in Fact}
    settled = {f"value_{fact.value}": value for fact, value in known.items() if value not in UNSETTLED}
    return {"fact": first.value, **settled}


def found(values: Values) -> LimbFinding:
    """The finding as the meeting holds it; its evidence is what stands pinned to the limb."""
    return LimbFinding.model_validate(
        {
            "fact": values["fact"],
            "value": values[f"value_{values['fact']}"],
            "reason": values["reason"],
            "gap": values["gap"],
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
