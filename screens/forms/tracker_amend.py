"""What is asked where an agreed action or recommendation is changed: its date, its owner, its words, its colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from screens.forms.spec import Field, Kind, Options, Section, Values, chosen
from screens.forms.tracker import OUTCOME
from screens.forms.tracker_progress import numbers
from screens.forms.when import day as read_day
from screens.forms.when import day_text
from sscb_tui.domain.rules.amending import EARNED
from sscb_tui.domain.terms import Accepted, Gap, Rag

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.recommendation import Recommendation

THE_KEYS = "key"
"""The colour that the key gives, whatever was set by hand."""
TAKES = {
    Gap.AGENCY: "agency",
    Gap.OWNER: "owner",
    Gap.OWNERS: "owner",
    Gap.DATE: "due",
    Gap.OUTCOME: "outcome",
}
"""Which field puts a gap right; a number used twice and a national owner are put right elsewhere."""


def moving(action: Action, today: date) -> Section:
    """A later date with approval, or the first one where there is none."""
    due = Field("due", "New date", Kind.DATE, required=True)
    past = Field(
        "past",
        "Past day, and meant",
        Kind.BOOL,
        help="The day has passed; say yes if it is the one that is meant.",
        when=_behind(today),
    )
    reason = Field("reason", "Reason", Kind.LONG, required=True)
    approved = Field("approved_by", "Approved by", required=True, help="Who agreed to it, for example LIIP 4 Mar 2027.")
    if action.due is None:
        first = (replace(due, label="Due"), past)
        return Section(f"A-{action.number} · date", first, intro="No date was ever set; this one is no slip.")
    return Section(f"A-{action.number} · move the date", (due, past, reason, approved), intro=f"Due {slips(action)}")


def _behind(today: date) -> Callable[[Values], bool]:
    """Whether the day typed has passed."""

    def behind(typed: Values) -> bool:
        said = typed.get("due", "")
        on = read_day(said) if isinstance(said, str) else None
        return on is not None and on < today

    return behind


def slips(action: Action) -> str:
    """The date now, the first one, and how far it has slipped since."""
    if action.due is None or action.first_due is None:
        return "no date yet"
    if not action.moves:
        return f"{day_text(action.due)}, as first agreed."
    days = (action.due - action.first_due).days
    times = "once" if len(action.moves) == 1 else f"{len(action.moves)} times"
    return f"{day_text(action.due)}; first {day_text(action.first_due)}, moved {times}, {days:+,} days."


def transfer(action: Action, agencies: Options) -> Section:
    """Another lead."""
    return Section(
        f"A-{action.number} · transfer",
        (
            Field("agency", "To agency", Kind.CHOICE, required=True, choices=agencies, default=action.agency),
            *_owner(),
            Field("reason", "Reason", Kind.LONG, required=True),
        ),
        intro="Who has it now still cannot verify it.",
    )


def _owner() -> tuple[Field, ...]:
    return (
        Field("owner", "Owner's post", required=True, help="One post, not a name; the owner can never verify."),
        Field("owner_name", "Owner's name", help="Who holds the post now; papers print the post alone."),
    )


def filling(number: int, gaps: Sequence[Gap], agencies: Options) -> Section:
    """Only what is missing."""
    wanted = dict.fromkeys(TAKES[gap] for gap in gaps if gap in TAKES)
    every = (
        Field("agency", "Agency", Kind.CHOICE, choices=agencies),
        *(replace(each, required=False) for each in _owner()),
        Field("due", "Due", Kind.DATE, help="The first date; it stays on the record for ever."),
        replace(OUTCOME, required=False),
    )
    asked = tuple(each for each in every if each.path.removesuffix("_name") in wanted)
    missing = ", ".join(gap.label for gap in gaps)
    return Section(f"A-{number} · fill in", asked, intro=f"Missing: {missing}. Leave empty what is not known.")


def linking(number: int, others: Options) -> Section:
    """Other recommendations that it carries out as well."""
    field = Field("recommendations", "Carries out as well", Kind.MULTI, required=True, choices=others)
    return Section(f"A-{number} · also carries out", (field,))


def unlinking(number: int, carried: Options) -> Section:
    """One that it does not carry out after all."""
    field = Field("recommendation", "Not for", Kind.CHOICE, required=True, choices=carried)
    return Section(f"A-{number} · no longer carries out", (field,))


def colour(action: Action, given: Rag) -> Section:
    """A colour set by hand over the key's, or taken off again."""
    other: Options = tuple((each.value, f"{each.letter} {each.label}") for each in Rag if each not in EARNED)
    choices = ((THE_KEYS, f"the key's: {given.letter} {given.label}"), *other) if action.override else other
    return Section(
        f"A-{action.number} · colour by hand",
        (
            Field("rag", "Colour", Kind.CHOICE, required=True, choices=choices),
            Field(
                "reason",
                "Reason",
                Kind.LONG,
                required=True,
                help="Printed beside the colour, with your name.",
                when=chosen("rag", *(value for value, _ in other)),
            ),
        ),
        intro=f"The key says {given.letter} {given.label}. A colour set by hand is always shown as such.",
    )


def publishable(action: Action) -> Section:
    """Progress in words that may be published."""
    field = Field("words", "Words to publish", Kind.LONG, help="Posts, never names; empty takes them off.")
    return Section(f"A-{action.number} · words to publish", (field,), intro="As the published response prints them.")


def answer(recommendation: Recommendation) -> Section:
    """The Board's answer."""
    answers = tuple((each.value, each.label) for each in Accepted)
    return Section(
        f"R-{recommendation.number} · the Board's answer",
        (
            Field("accepted", "Answer", Kind.CHOICE, required=True, choices=answers),
            Field("reason", "Reason", Kind.LONG, required=True, help="Published with the response."),
        ),
        intro=recommendation.text,
    )


def recommended(text: str) -> tuple[int, ...]:
    """The numbers of recommendations, one a line."""
    return numbers(text, "R")
