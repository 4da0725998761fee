"""The recommendation to the Chair (F7): summary, findings where nobody met, outcome, dissent, and what goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from screens.forms.spec import Field, Kind, Options, Section, Spec, chosen
from sscb_tui.domain.decision import ALTERNATIVE_TYPES
from sscb_tui.domain.terms import Decided, Fact

RECOMMENDABLE: Options = tuple((each.value, each.label) for each in Decided)
TYPES: Options = tuple((code, f"{code} {words}") for code, words in ALTERNATIVE_TYPES.items())

STATED = "Stated in the meeting; it goes to the Chair word for word:"

SUMMARY = Section(
    "Summary",
    (
        Field(
            "summary",
            "The case, by pseudonym",
            Kind.LONG,
            id="F7.01",
            required=True,
            help="No names: this goes to the Chair and stands in the record.",
        ),
        Field(
            "missing_returns",
            "Missing returns, and what that means",
            Kind.LONG,
            id="F7.02",
            required=True,
            help="“None” is an answer. An agency not heard is not an agency with nothing to say.",
        ),
    ),
)


def _limb(fact: Fact) -> tuple[Field, Field]:
    return (
        Field(f"limbs.{fact.value}.value", fact.label, Kind.CHOICE, id="F7.03", required=True, choices=fact.values),
        Field(f"limbs.{fact.value}.reason", "because", id="F7.03", required=True),
    )


LIMBS = Section(
    "Criteria",
    tuple(field for fact in Fact for field in _limb(fact)),
    intro="There was no scoping meeting, so the findings are given here, each with its reason.",
)

OUTCOMES = (
    Field("recommended", "Outcome", Kind.CHOICE, id="F7.05", required=True, choices=RECOMMENDABLE),
    Field(
        "alternative_type",
        "Which form of review",
        Kind.CHOICE,
        id="F7.05",
        required=True,
        choices=TYPES,
        when=chosen("recommended", Decided.ALTERNATIVE.value),
    ),
    Field(
        "reasons",
        "Reasons",
        Kind.LONG,
        id="F7.06",
        required=True,
        help="With what should be learned first.",
    ),
    Field(
        "scope",
        "Draft scope and questions",
        Kind.LONG,
        id="F7.08",
        when=chosen("recommended", Decided.SCR.value, Decided.ALTERNATIVE.value),
    ),
)


def dissent_section(agencies: Options, stated: str = "") -> Section:
    """Who does not agree, in their own words; or that nobody dissents. What was said in the meeting stands as said."""
    of = Section(
        "dissent",
        (
            Field("agency", "Agency", Kind.CHOICE, id="F7.07", required=True, choices=agencies),
            Field("words", "In its own words", Kind.LONG, id="F7.07", required=True),
        ),
    )
    if stated:
        more = Field("dissent", "Further dissent", Kind.LIST, id="F7.07", of=of, help="What reached you since.")
        return Section("Dissent", (more,), intro=f"{STATED}\n{stated}")
    rows = Field("dissent", "Dissent", Kind.LIST, id="F7.07", required=True, of=of, unless="dissent_none")
    return Section("Dissent", (rows, Field("dissent_none", "Nobody dissents", Kind.BOOL, id="F7.07")))


WITH_IT = Section(
    "With it",
    (
        Field("parallel_processes", "Parallel processes and timing", Kind.LONG, id="F7.09", required=True),
        Field("family_position", "The family's position", Kind.LONG, id="F7.10", required=True),
        Field("early_actions", "Early actions already begun", Kind.LONG, id="F7.11", required=True),
    ),
)


def quorum_section(lost: str) -> Section:
    """Asked where the meeting did not reach the Board's own quorum."""
    why = Field("inquorate_reason", "Not quorate: why go on", Kind.LONG, id="F7.12", required=True)
    return Section("Quorum", (why,), intro=lost)


@dataclass(frozen=True, slots=True)
class Basis:
    """What the form rests on, in words: the meeting's findings and views, its dissent, what its quorum lacked."""

    met: bool = False
    found: str = ""
    dissent: str = ""
    quorum: str = ""


def advice_spec(agencies: Options, basis: Basis) -> Spec:
    """The form; without a meeting it also asks the seven questions."""
    criteria = () if basis.met else (LIMBS,)
    quorum = (quorum_section(basis.quorum),) if basis.quorum else ()
    outcome = Section("Recommended", OUTCOMES, intro=basis.found)
    dissent = dissent_section(agencies, basis.dissent)
    return Spec("Recommendation", (SUMMARY, *criteria, outcome, dissent, WITH_IT, *quorum), shape=_listed)


def _listed(built: dict[str, object]) -> dict[str, object]:
    """Findings are a list in the record, and one group of answers each on the form."""
    limbs = built.pop("limbs", None)
    if isinstance(limbs, Mapping):
        built["limbs"] = [{"fact": fact, **answers} for fact, answers in limbs.items()]
    return built
