"""What the tracker asks for: a recommendation, an action, a progress note, evidence, a verification."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from screens.forms.spec import Field, Kind, Options, Section, chosen
from screens.forms.when import day_text
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE, NEXT
from sscb_tui.domain.terms import ActionState, Level, Origin
from sscb_tui.domain.thread import REFS

RUNGS = (
    "said: somebody says so",
    "issued: a document went out",
    "reached: people reached, of those intended",
    "understood: a test or survey shows it",
    "practised: audit, dip sample or supervision",
    "felt: children and families notice",
    "outcome: the figures moved and stayed",
)
"""The evidence ladder, weak to strong."""
ORIGINS: Options = (
    (Origin.SCR.value, "a Serious Case Review"),
    (Origin.ALTERNATIVE.value, "another review"),
    (Origin.SCOPING.value, "the scoping meeting"),
    (Origin.AGENCY.value, "an agency"),
    (Origin.NATIONAL.value, "a national report"),
)
LEVELS: Options = (
    (Level.BOARD.value, "the Board"),
    (Level.MULTI_AGENCY.value, "several agencies"),
    (Level.SINGLE_AGENCY.value, "one agency"),
    (Level.NATIONAL.value, "a national body"),
)
RUNG_WORDS = tuple(rung.partition(":")[0] for rung in RUNGS)


OUTCOME = Field(
    "outcome",
    "Outcome for children",
    Kind.LONG,
    required=True,
    help="What will be different, not the action again.",
)


def recommendation() -> Section:
    """A recommendation as agreed."""
    return Section(
        "New recommendation",
        (
            Field(
                "text", "Recommendation", Kind.LONG, required=True, help="What should change, and who must change it."
            ),
            Field("origin", "Comes from", Kind.CHOICE, required=True, choices=ORIGINS, default=Origin.SCOPING.value),
            Field(
                "level", "Addressed to", Kind.CHOICE, required=True, choices=LEVELS, default=Level.MULTI_AGENCY.value
            ),
            Field("themes", "Themes", Kind.LINES, help="One a line, for example information sharing."),
            Field("finding", "Finding it answers", help="The finding or the section it comes from."),
            Field("rests_on", "Rests on", Kind.LINES, help=f"What it comes from, one a line: {REFS}."),
            Field(
                "response", "The Board's answer", help="Accepted, in part or not, with the reason; empty until given."
            ),
        ),
    )


def action(agencies: Options, recommendations: Sequence[tuple[int, str]]) -> Section:
    """An action as agreed; without a recommendation it is an early one."""
    carries = (
        ("early", "early action, before any recommendation"),
        *((str(n), f"R-{n}  {t}") for n, t in recommendations),
    )
    default = str(recommendations[-1][0]) if recommendations else "early"
    return Section(
        "New action",
        (
            Field("recommendation_number", "Carries out", Kind.CHOICE, required=True, choices=carries, default=default),
            *_terms(agencies),
            OUTCOME,
            *_ENDS,
            replace(COMES_FROM, when=chosen("recommendation_number", "early")),
        ),
    )


def outcome() -> Section:
    """What an early action is for, where that was left open when it was agreed."""
    return Section("Outcome", (OUTCOME,), intro="Stated once; it stands in the plan from then on.")


def _terms(agencies: Options) -> tuple[Field, ...]:
    return (
        Field("agency", "Agency", Kind.CHOICE, required=True, choices=agencies),
        Field("owner", "Owner's post", required=True, help="A post, not a name; the owner can never verify."),
        Field("owner_name", "Owner's name", help="Who holds the post now; papers print the post alone."),
        Field("action", "Action", Kind.LONG, required=True, help="One concrete step."),
    )


_ENDS = (
    Field("measure", "Measured by", help="How one will know."),
    Field("due", "Due", Kind.DATE, required=True, help="For example 9 Nov 2026."),
)
COMES_FROM = Field("rests_on", "Comes from", Kind.LINES, help=f"What was learned, one a line: {REFS}.")


def early(agencies: Options) -> Section:
    """An action that waits for no recommendation; what it is for may be said later."""
    later = replace(OUTCOME, required=False, help="What will be different; may be stated later.")
    intro = "Lessons found early are acted on at once; no review is waited for."
    return Section("New early action", (*_terms(agencies), later, *_ENDS, COMES_FROM), intro=intro)


def progress(state: ActionState) -> Section:
    """Where the action stands now, and why; only states it may go to and that need no second person."""
    allowed = [state, *sorted(NEXT[state] - {ActionState.VERIFIED}, key=list(ActionState).index)]
    marks = {each: " (not by the owner)" if each in BY_SOMEBODY_ELSE else "" for each in allowed}
    return Section(
        "Update",
        (
            Field(
                "state",
                "Now",
                Kind.CHOICE,
                required=True,
                choices=tuple((each.value, each.label + marks[each]) for each in allowed),
                default=state.value,
            ),
            Field("note", "Note", Kind.LONG, required=True, help="What was done, or what stands in the way."),
        ),
    )


def evidence(today: date) -> Section:
    """What shows that something was done, and how much it shows."""
    return Section(
        "Evidence",
        (
            Field("on", "Dated", Kind.DATE, required=True, default=day_text(today)),
            Field("kind", "Kind", required=True, help="For example dip sample, audit, minutes, training register."),
            Field(
                "note", "What it shows", Kind.LONG, required=True, help="Numbers of intended where people were reached."
            ),
            Field(
                "rung",
                "Rung",
                Kind.CHOICE,
                required=True,
                choices=tuple((str(rung), f"{rung}  {words}") for rung, words in enumerate(RUNGS, 1)),
                help="Verification needs something stronger than somebody saying so.",
            ),
        ),
    )


def verification() -> Section:
    """How a second person made sure."""
    return Section(
        "Verify",
        (Field("note", "How it was verified", Kind.LONG, required=True, help="What you saw, and where."),),
        intro="A second person, never the owner, says that this was done.",
    )
