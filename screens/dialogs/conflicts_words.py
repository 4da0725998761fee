"""One conflict in words: who says what, where, and every answer it was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from screens.forms import when
from screens.forms.spec import Entry, Field, Kind, Section, chosen
from screens.widgets.pane import QUIET, Line, plain
from screens.words import day, uk
from sscb_tui.domain.due import ALLOWED, read_due
from sscb_tui.domain.terms import DifferenceKind, DifferenceState
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.services.readiness_words import place_of as stands_at
from sscb_tui.services.readiness_words import question_of

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.services.views import AnswerView, DifferenceView, SayingView

BLANK = plain("", "")
LOOKS = {DifferenceState.OPEN: "near", DifferenceState.CHECKING: "", DifferenceState.SETTLED: "good"}
STYLES = {"near": "$text-warning", "late": "bold $text-error", "good": "$text-success", "": ""}
SETTLED, CHECK = "settled", "check"
Labels = Mapping[str, str]
"""What each question is called, by id."""


def counts(found: Sequence[DifferenceView]) -> str:
    """How many are open, being checked and settled."""
    return " · ".join(f"{sum(each.state is state for each in found)} {state.label}" for state in DifferenceState)


def state_cell(view: DifferenceView, today: date) -> tuple[str, str]:
    """Its state with a sign and a word; a check whose day has passed says so."""
    if view.state is DifferenceState.CHECKING and view.due is not None:
        late = view.due < today
        return f"{'✗ due' if late else '… by'} {day(view.due, today)}", "late" if late else ""
    return f"{view.state.glyph} {view.state.label}", LOOKS[view.state]


def detail(view: DifferenceView, labels: Labels, today: date) -> tuple[Line, ...]:
    """The whole of one conflict; the parties are numbered for the keys that go to them."""
    words, look = state_cell(view, today)
    head = Content.assemble(
        (view.kind.label.capitalize(), "bold"), "  ", (words, STYLES[look]), (f"  {view.id}", QUIET)
    )
    pinned = view.kind is DifferenceKind.IDENTITY and view.state is not DifferenceState.SETTLED
    warning = (plain("", "Who is who comes first: it stays on top until it is settled.", QUIET),) if pinned else ()
    sayings = [line for number, said in enumerate(view.sayings, 1) for line in _saying(number, said, labels)]
    return (Line("", head), plain("", view.what, "bold"), *warning, BLANK, *sayings, *_answers(view, today))


def _saying(number: int, said: SayingView, labels: Labels) -> Iterator[Line]:
    question = question_of(said)
    asked = labels.get(question, question)
    row = said.where.removeprefix(question).strip() if question else ""
    place = " · ".join(part for part in (said.name, asked, row) if part)
    yield Line("", Content.assemble((f"{number} ", "bold $text-accent"), (shown_line(place), "$text-primary")))
    yield plain("", said.words)
    yield BLANK


def _answers(view: DifferenceView, today: date) -> Iterator[Line]:
    again = view.state is DifferenceState.OPEN and view.answers
    if again:
        yield plain("", "Open again: the words above have changed since it was answered.", "$text-warning")
    for place, each in enumerate(reversed(view.answers)):
        yield _answer(each, today, quiet=bool(again) or place > 0)


def _answer(each: AnswerView, today: date, *, quiet: bool) -> Line:
    said = f"Settled: {each.settled}" if each.settled.strip() else f"{each.owner} to check by {day(each.due, today)}"
    by = f"  {each.by}, {day(uk(each.at).date(), today)} {uk(each.at):%H:%M}"
    earlier = "Earlier. " if quiet else ""
    look = QUIET if quiet else "$text-success"
    return Line("", Content.assemble((shown(f"{earlier}{said}"), look), (shown_line(by), QUIET)))


def place_of(said: SayingView) -> tuple[str, str] | None:
    """The agency and the question a passage is read under, or its row of a file; nothing for the referral."""
    place = stands_at(said)
    return (said.agency, place) if place else None


# Settling


def settling(view: DifferenceView) -> Section:
    """How it is settled, or who will check it by when (F6.11)."""
    settled, check = chosen("how", SETTLED), chosen("how", CHECK)
    ways = ((SETTLED, "settled now"), (CHECK, "to be checked"))
    return Section(
        "Settle a conflict",
        (
            Field("how", "It is", Kind.CHOICE, required=True, choices=ways, default=SETTLED),
            Field("words", "How", Kind.LONG, required=True, when=settled, help="The accounts stay as they are."),
            Field("owner", "Who checks", required=True, when=check, help="A person or an agency."),
            Field("due", "By", required=True, when=check, help=f"{ALLOWED}."),
        ),
        intro=shown(view.what),
    )


def typed_answer(view: DifferenceView, today: date) -> Entry:
    """Where the question starts: at the answer that stands."""
    if view.state is not DifferenceState.CHECKING or view.due is None or view.due < today:
        return {}
    return {"owner": view.owner, "due": when.day_text(view.due)}


def answer(typed: Entry, today: date) -> tuple[str, str, date | None]:
    """Words, or owner and day; what belongs to the other way is left out. No day in it is refused."""
    if typed["how"] == SETTLED:
        return str(typed["words"]), "", None
    return "", str(typed["owner"]), read_due(str(typed["due"]), today)
