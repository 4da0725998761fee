"""What the tracker asks for as things are agreed: a recommendation, an action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from screens.forms.spec import Field, Kind, Options, Section, chosen
from sscb_tui.domain.terms import Level, Origin
from sscb_tui.domain.thread import REFS

RUNGS = (
    "said: somebody says so",
    "issued: the document that went out",
    "reached: how many of how many intended",
    "understood: a test or a survey",
    "practised: audit, dip sample or supervision records",
    "felt: what children and families say",
    "outcome: figures that moved and stayed",
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


def recommendation(title: str = "New recommendation", *, again: bool = False) -> Section:
    """A recommendation as agreed; `again` asks whether it says an earlier one once more, and why that did not work."""
    return Section(title, (*_WORDS, *(_AGAIN if again else ()), *_WHENCE))


_WORDS = (
    Field("text", "Recommendation", Kind.LONG, required=True, help="What should change, and who must change it."),
    Field("addressed_to", "For", help="Who can do it: an agency, a post, a national body."),
    Field("outcome", "Outcome for children", Kind.LONG, help="What will be different, before what is to be done."),
)
_AGAIN = (
    Field(
        "reiterates", "Reiterates", help="An earlier one that says the same, for example R-12; = in the list fills it."
    ),
    Field(
        "why_not_before",
        "Why the earlier one did not work",
        Kind.LONG,
        required=True,
        help="Asked because saying it again is seldom enough.",
        when=lambda typed: bool(str(typed.get("reiterates", "")).strip()),
    ),
)
_WHENCE = (
    Field("origin", "Comes from", Kind.CHOICE, required=True, choices=ORIGINS, default=Origin.SCOPING.value),
    Field("level", "Addressed to", Kind.CHOICE, required=True, choices=LEVELS, default=Level.MULTI_AGENCY.value),
    Field("themes", "Themes", Kind.LINES, help="One a line, for example information sharing."),
    Field("finding", "Finding it answers", help="The finding or the section it comes from."),
    Field("rests_on", "Rests on", Kind.LINES, help=f"What it comes from, one a line: {REFS}."),
    Field("response", "The Board's answer", help="Accepted, in part or not, with the reason; empty until given."),
)


def action(agencies: Options, recommendations: Sequence[tuple[int, str]], under: str = "") -> Section:
    """An action as agreed, under that recommendation or the latest; without one it is an early one."""
    carries = (
        ("early", "early action, before any recommendation"),
        *((str(n), f"R-{n}  {t}") for n, t in recommendations),
    )
    default = under or (str(recommendations[-1][0]) if recommendations else "early")
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
