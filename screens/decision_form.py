"""The Chair's reasons and the things the record asks about (F8), and how they become a decision to be signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from screens.forms.spec import Entry, Field, Kind, Section, Spec, Values, chosen
from screens.forms.values import nested
from screens.forms.verdict import fault, sentence
from sscb_tui.domain.decision import ALTERNATIVE_TYPES, DecisionForm
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.exclusions import GROUNDS
from sscb_tui.domain.terms import AbuseBy, Decided, Fact, HarmLimb, Reliance, Result, Stage, WorkingTogether

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


_deferred = chosen("outcome", Decided.DEFER.value)
_challenged = chosen("peer_challenge.answer", "yes")


def _by_choice(values: Values) -> bool:
    """A review the criteria do not, or not yet, require."""
    free = (Result.UNDETERMINED.value, Result.DISCRETIONARY.value)
    return values.get("outcome") == Decided.SCR.value and values.get("result") in free


def _defeated(values: Values) -> bool:
    return values.get("working_together") == WorkingTogether.DEFINITIVELY_NONE.value


REASONS = Section(
    "Reasons",
    (
        Field(
            "reasons", "Reasons", Kind.LONG, required=True, help="They must stand up to agencies, family and a court."
        ),
        Field(
            "made_own",
            "What in them is this child's own",
            Kind.LONG,
            required=True,
            when=lambda values: bool(values.get("copied_from")),
            help="The reasons began as a copy. Say what in this child's case decides it.",
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
        Field(
            "regard_to_panel",
            "How regard was had to the panel's advice",
            Kind.LONG,
            required=True,
            when=chosen("stage", Stage.PANEL_SCRUTINY.value),
            help="Whether or not it is followed.",
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
        Field(
            "precaution_reason",
            "Why a review by choice",
            Kind.LONG,
            required=True,
            when=_by_choice,
            help="The criteria do not, or do not yet, require it: a precaution, or what is to be learnt.",
        ),
        Field("instead", "What is done instead, and why it is enough", Kind.LONG, when=chosen("outcome", *NOT_SCR)),
        Field(
            "panel_explanation",
            "Explanation for the national panel",
            Kind.LONG,
            when=chosen("outcome", *NOT_SCR),
            help="Read outside the Board: no name, birth date, address or number.",
        ),
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
            "acceptance",
            "Its acceptance in writing",
            when=chosen("outcome", Decided.TRANSFER.value),
            help="Until it is there, the case and its clock are ours.",
        ),
        Field("questions", "Facts awaited", Kind.LONG, when=_deferred),
        Field("awaited_from", "From whom", when=_deferred),
        Field("redecide_on", "Decision again on", Kind.DATE, when=_deferred, help="The clock keeps running."),
    ),
)
EXCLUDED = Section(
    "Not relied on",
    tuple(
        Field(f"exclusions.{name}", f"{words[0].upper()}{words[1:]}", Kind.CHOICE, required=True, choices=Reliance)
        for name, words in GROUNDS.items()
    ),
    intro="The guidance knows no such exceptions. Is it relied on to say that the criteria are not met?",
    when=chosen("outcome", *NOT_SCR),
)
HARM = Section(
    "Harm",
    (
        Field(
            "abuse_by",
            "Abuse or neglect by",
            Kind.CHOICE,
            choices=AbuseBy,
            help="Failings of the safeguarding bodies alone are not of themselves abuse or neglect in (a).",
        ),
        Field("harm_kinds", "Serious harm in issue", Kind.MULTI, choices=HarmLimb),
        Field(
            "medical_view",
            "Designated doctor's or nurse's view",
            Kind.LONG,
            help="Of how serious the harm was and how long it lasts: an opinion, not the legal test.",
        ),
    ),
)
RECORD = Section(
    "On record",
    (
        *_asked("peer_challenge", "Peer challenge", "Another Board's Chair asked to challenge this; or why not."),
        Field("peer.name", "Who was asked", when=_challenged),
        Field("peer.board", "Of which Board", when=_challenged),
        Field("peer.on", "On which day", Kind.DATE, when=_challenged),
        Field("peer.advice", "What was advised, in short", Kind.LONG, when=_challenged),
        Field("peer.effect", "What it changed", Kind.LONG, when=_challenged),
        *_asked("legal_advice", "Legal advice", "A reference only; the advice itself is privileged (l)."),
        *_asked("other_children_safe", "Other children safe", "How this was made sure of."),
        *_asked("family_informed", "Family informed", "How and when, or why not yet."),
        *_asked("board_informed", "Board informed", "How and when, or why not yet."),
        *_asked("conflict_of_interest", "Conflict of interest", "None, or what it is and how it was resolved."),
    ),
)
SPEC = Spec("The Chair's reasons", (REASONS, OUTCOME, EXCLUDED, HARM, RECORD))


def values_of(made: Deliberation) -> Entry:
    """The texts with what decides which of them are asked for."""
    joint = made.limbs.get(Fact.WORKING_TOGETHER)
    asked: Entry = {
        "outcome": made.outcome.value if made.outcome else "",
        "working_together": joint.value if joint else "",
        "result": made.result.value if made.result else "",
        "stage": made.stage.value if made.stage else "",
        "copied_from": made.copied_from,
    }
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
        own = {"limbs": made.whole, "outcome": made.outcome, "copied_from": made.copied_from}
        return DecisionForm.model_validate({**typed, **own})
    except ValidationError as refused:
        return tuple(
            Violation("F8", f"{' '.join(map(str, error['loc']))}: {sentence(error)}") for error in refused.errors()
        )
