"""The Chair's reasons and the things the record asks about (F8), and how they become a decision to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from screens.forms.spec import Entry, Field, Kind, Section, Spec, Values, chosen
from screens.forms.values import nested
from screens.forms.verdict import fault, sentence
from sscb_tui.domain.decision import ALTERNATIVE_TYPES, DecisionForm
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Decided, Fact, WorkingTogether

if TYPE_CHECKING:
    from screens.decision_bench import Deliberation

AGREES = (("yes", "yes"), ("part", "in part"), ("no", "no"), ("none_made", "none was made"))
ASKED = (("yes", "yes"), ("no", "no"), ("not_yet", "not yet"))
TYPES = tuple((code, f"{code} {words}") for code, words in ALTERNATIVE_TYPES.items())
NOT_SCR = (Decided.ALTERNATIVE.value, Decided.NO_REVIEW.value)


def _asked(path: str, label: str, help_words: str) -> tuple[Field, Field]:
    return (
        Field(f"{path}.answer", label, Kind.CHOICE, required=True, choices=ASKED),
        Field(f"{path}.detail", "Detail", required=True, help=help_words),
    )


def _defeated(values: Values) -> bool:
    return values.get("working_together") == WorkingTogether.DEFINITIVELY_NONE.value


REASONS = Section(
    "Reasons",
    (
        Field(
            "reasons", "Reasons", Kind.LONG, required=True, help="They must stand up to agencies, family and a court."
        ),
        Field(
            "agrees_with_recommendation", "Agrees with the recommendation", Kind.CHOICE, required=True, choices=AGREES
        ),
        Field(
            "reasons_for_departure",
            "Why not, and what was weighed",
            Kind.LONG,
            when=chosen("agrees_with_recommendation", "no", "part"),
        ),
        Field("overrun_reason", "If over a month: why", help="Normally within one month of notification."),
    ),
)
OUTCOME = Section(
    "Outcome",
    (
        Field(
            "alternative_type",
            "Kind of review",
            Kind.CHOICE,
            choices=TYPES,
            when=chosen("outcome", Decided.ALTERNATIVE.value),
        ),
        Field("instead", "What is done instead, and why it is enough", Kind.LONG, when=chosen("outcome", *NOT_SCR)),
        Field("panel_explanation", "Explanation for the national panel", Kind.LONG, when=chosen("outcome", *NOT_SCR)),
        Field(
            "definitive_evidence",
            "Definitive evidence of no concern",
            Kind.LINES,
            when=_defeated,
            help="One document a line, with the agency that confirmed it.",
        ),
        Field("scope_view", "Early view of scope and size", Kind.LONG, when=chosen("outcome", Decided.SCR.value)),
        Field("receiving_board", "Board that has accepted", when=chosen("outcome", Decided.TRANSFER.value)),
        Field(
            "questions",
            "What is awaited, from whom, by when",
            Kind.LONG,
            when=chosen("outcome", Decided.DEFER.value),
            help="And the day of re-decision. The clock keeps running.",
        ),
    ),
)
RECORD = Section(
    "On record",
    (
        *_asked("peer_challenge", "Peer challenge", "From whom, and with what effect; or why not."),
        *_asked("legal_advice", "Legal advice", "A reference only; never the advice itself."),
        *_asked("other_children_safe", "Other children safe", "How this was made sure of."),
        *_asked("family_informed", "Family informed", "How and when, or why not yet."),
        *_asked("board_informed", "Board informed", "How and when, or why not yet."),
        *_asked("conflict_of_interest", "Conflict of interest", "None, or what it is and how it was resolved."),
    ),
)
SPEC = Spec("The Chair's reasons", (REASONS, OUTCOME, RECORD))


def values_of(made: Deliberation) -> Entry:
    """The texts with what decides which of them are asked for."""
    joint = made.limbs.get(Fact.WORKING_TOGETHER)
    asked = {"outcome": made.outcome.value if made.outcome else "", "working_together": joint.value if joint else ""}
    return {**SPEC.start(), **made.texts, **asked}


def missing(made: Deliberation) -> tuple[Violation, ...]:
    """What has not been filled in at all, each in a sentence."""
    blanks = [Violation("RF-02", f"{fact.label}: not answered.") for fact in Fact if fact not in made.limbs]
    if made.outcome is None:
        blanks.append(Violation("F8", "No outcome has been chosen."))
    values = values_of(made)
    faults = ((each, fault(each, values)) for each in SPEC.asked(values))
    return (*blanks, *(Violation("F8", f"{_name(each)}: {said}") for each, said in faults if said))


def _name(of: Field) -> str:
    """A detail is called after what it is the detail of."""
    if not of.path.endswith(".detail"):
        return of.label
    return f"{of.path.removesuffix('.detail').replace('_', ' ').capitalize()}, detail"


def decision_form(made: Deliberation) -> DecisionForm | tuple[Violation, ...]:
    """The decision ready to be checked and signed, or everything that is still missing."""
    if blanks := missing(made):
        return blanks
    typed = nested(SPEC, values_of(made))
    try:
        return DecisionForm.model_validate({**typed, "limbs": made.whole, "outcome": made.outcome})
    except ValidationError as refused:
        return tuple(
            Violation("F8", f"{' '.join(map(str, error['loc']))}: {sentence(error)}") for error in refused.errors()
        )
