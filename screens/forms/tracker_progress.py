"""What is asked as an action goes on: a note, evidence, a verification, the effect tested, the closing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from screens.forms.spec import Field, Kind, Options, Section, chosen
from screens.forms.tracker import RUNGS
from screens.forms.when import day_text
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.domain.terms import ActionState, Confidence, Shown

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action, Impact

AS_IT_IS = "as_it_is"
"""The state is left as it is."""


def progress(who: str, states: Sequence[ActionState], kept: str, intro: str = "") -> Section:
    """What was done or stands in the way; a state only where somebody wants to change it."""
    choices: Options = ((AS_IT_IS, kept), *((each.value, each.label) for each in states))
    return Section(
        f"{who} · update",
        (
            Field("note", "Note", Kind.LONG, required=True, help="What was done, or what stands in the way."),
            Field("state", "Now", Kind.CHOICE, choices=choices, default=AS_IT_IS),
        ),
        intro=intro,
    )


def evidence(number: int, today: date) -> Section:
    """What shows that something was done, how much it shows, where it is kept and who checked."""
    return Section(
        f"A-{number} · evidence",
        (
            Field(
                "rung",
                "Rung",
                Kind.CHOICE,
                required=True,
                choices=tuple((str(rung), f"{rung}  {words}") for rung, words in enumerate(RUNGS, 1)),
                help="2 or more can be verified, 3 or more embedded.",
            ),
            Field("note", "What it shows", Kind.LONG, required=True),
            Field("reached", "Reached", Kind.NUMBER, when=chosen("rung", "3"), check=_whole),
            Field("intended", "Of intended", Kind.NUMBER, when=chosen("rung", "3"), check=_counted),
            Field("kind", "Kind", required=True, help="For example dip sample, audit, minutes, training register."),
            Field("on", "Dated", Kind.DATE, required=True, default=day_text(today)),
            Field("where", "Where it is kept", help="A file's reference; the file itself stays where it is."),
            Field("checked_by", "Who checked it", help="Somebody else than who says so; empty until somebody has."),
        ),
    )


def _whole(text: str) -> str:
    return "" if text.strip().isdecimal() else "A number of people, for example 12."


def _counted(text: str) -> str:
    return "" if text.strip().isdecimal() and int(text) > 0 else "How many it was meant for, for example 40."


def verification(number: int, rests_on: str) -> Section:
    """How a second person made sure."""
    return Section(
        f"A-{number} · verify",
        (Field("note", "How it was verified", Kind.LONG, required=True, help="What you saw, and where."),),
        intro=f"A second person, never the owner, says that this was done. {rests_on}",
    )


def impact(action: Action, today: date, again: date) -> Section:
    """What changed for practice or children, how one knows, and when that is tested again."""
    reopens = action.state not in OPEN
    found = tuple((each.value, _finding(each, reopens)) for each in Shown)
    levels = tuple((each.value, each.label) for each in Confidence)
    return Section(
        f"A-{action.number} · impact",
        (
            Field("claim", "What changed", Kind.LONG, required=True, help="For practice, or for children."),
            Field("source", "How it is known", required=True, help="For example a dip sample in May."),
            Field("sample", "Sample", help="For example 12 of 40 files."),
            Field("counter", "Against it", help="What speaks against the claim; empty says that nothing does."),
            Field("shown", "The change", Kind.CHOICE, required=True, choices=found),
            Field("confidence", "How sure", Kind.CHOICE, required=True, choices=levels),
            Field("on", "Tested on", Kind.DATE, required=True, default=day_text(today)),
            Field("next_test", "Tested again", Kind.DATE, default=day_text(again), help="Empty for no further test."),
        ),
        intro=_tested(action),
    )


def _finding(found: Shown, reopens: bool) -> str:
    return f"{found.label}: the action is reopened" if reopens and found is Shown.NOT_SHOWN else found.label


def _tested(action: Action) -> str:
    if not action.impacts:
        return "Not tested yet."
    last = action.impacts[-1]
    return f"Last tested {day_text(last.on)}: {last.shown.label}."


def embedding(action: Action) -> Section:
    """That it is how things are done now."""
    return Section(
        f"A-{action.number} · embedded",
        (Field("note", "Why it is", Kind.LONG, required=True, help="What shows that it is the usual way now."),),
        intro=_tested(action),
    )


def closing(action: Action) -> Section:
    """The end, on the effect that was shown, or on the Board's minute where none can be."""
    last = action.impacts[-1] if action.impacts else None
    help_ = "For example LIIP 4 Mar 2027, item 6." if last else "Why no effect can be shown is in this minute."
    return Section(
        f"A-{action.number} · close",
        (
            Field("note", "Note", Kind.LONG, required=True, help="Why nothing more is to be done."),
            Field("minute", "Board minute", required=last is None, help=help_),
        ),
        intro=said_of(last) if last else "No effect has been recorded: only a Board minute can close it.",
    )


def said_of(impact: Impact) -> str:
    """One test of the effect, in a line."""
    sure = f"confidence {impact.confidence.label}"
    return f"{day_text(impact.on)}: {impact.shown.label}. {impact.claim} ({impact.source}; {sure})"


def supersession(number: int) -> Section:
    """Another action takes its place."""
    return Section(
        f"A-{number} · supersede",
        (
            Field("by", "By", required=True, help="The action that takes its place, for example A-12.", check=_action),
            Field("reason", "Reason", Kind.LONG, required=True),
        ),
    )


def withdrawal(number: int) -> Section:
    """The Board gives it up."""
    return Section(
        f"A-{number} · withdraw",
        (
            Field("reason", "Reason", Kind.LONG, required=True),
            Field("minute", "Board minute", required=True, help="For example Board 4 Mar 2027, item 6."),
        ),
        intro="It stays on the tracker as withdrawn.",
    )


def _action(text: str) -> str:
    return "" if numbers(text, "A") else "An action, for example A-12."


def numbers(text: str, letter: str) -> tuple[int, ...]:
    """The numbers in "R-3, R-5" or "3 5"; nothing where there is anything else."""
    words = text.replace(",", " ").replace(";", " ").split()
    digits = [word.upper().removeprefix(letter).removeprefix("-") for word in words]
    return tuple(int(each) for each in digits) if all(each.isdecimal() for each in digits) else ()
