"""Writing a form, reading it and writing it again gives the same bytes, whatever was said in it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exports.markup import alike, boundaries, open_fences, reveal, shield
from exports.template import MarkdownTemplates
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.template import TEMPLATE_VERSION, people, questions
from sscb_tui.domain.terms import Silence, YesNo

FORMS = MarkdownTemplates()
TRAPS = (
    "### F4.C1 Summary in own words",
    "   ###### F4.B1.P1",
    "\\### F4.C2 escaped",
    "\\\\## B. Who we know",
    "## B. Who we know",
    "## End of form",
    "# Agency form",
    "```",
    "   ````python",
    "~~~",
    "\\```",
    "    ```",
    "===",
    "---",
    "> quoted",
    "- [x] none",
    "- item",
    "  - nested",
    "1. one",
    "Answer:",
    "| Token | 0000-0000 |",
    "|---|---|",
    "<!-- never closed",
    "<script>",
    "    code",
    "\ttab",
    "[a]: <b",
    "",
    " ",
    "\u202eright to left\u200b",
    "\x1b[31m\x00\x0b\x0c\x1c\x85\u2028\ufeff",
    "one\rtwo\r\nthree",
)
LINES = st.one_of(st.sampled_from(TRAPS), st.text(max_size=20))
WORDS = st.lists(LINES, max_size=6).map("\n".join)
SAID = WORDS.map(lambda words: words if words.strip() else "x" + words)
LINE = st.text(max_size=30).map(lambda words: words if words.strip() else "x" + words)
RELAXED = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def trimmed(words: str) -> str:
    """What a form keeps of words: line ends alike, no blank lines around them."""
    lines = alike(words).split("\n")
    while lines and not lines[0].strip(" \t"):
        lines.pop(0)
    while lines and not lines[-1].strip(" \t"):
        lines.pop()
    return "\n".join(lines)


@given(WORDS)
@example("```\nopen")
@example("\\```\n```")
@example("```\nfoo\n\\```")
def test_shielded_words_are_harmless_and_come_back(words: str) -> None:
    words = alike(words)
    shielded = shield(words)
    assert reveal(shielded) == words
    assert not boundaries(shielded)
    assert not open_fences(shielded)


@given(WORDS)
def test_what_an_agency_wrote_is_written_back_as_it_stood_or_shielded(words: str) -> None:
    """Reading then writing settles at once: a second round changes nothing."""
    words = alike(words)
    once = shield(reveal(words))
    assert shield(reveal(once)) == once


@pytest.mark.parametrize("words", ["plain", "```\nclosed\n```", "#### Background\n\n- a\n  - b", "a \\``` b"])
def test_harmless_words_are_left_alone(words: str) -> None:
    assert shield(words) == words == reveal(words)


@RELAXED
@given(data=st.data())
def test_a_form_written_read_and_written_again_is_the_same_bytes(
    data: st.DataObject,
    case: Case,
    request_to_police: AgencyRequest,
    board: BoardSettings,
    police_return: AgencyReturn,
) -> None:
    answers = data.draw(_returns(case, police_return))
    text = FORMS.filled(case, request_to_police, board, answers)
    read = FORMS.read(text)
    assert FORMS.filled(case, request_to_police, board, read) == text
    for answer in answers.answers:
        kept = read.answer(answer.question)
        assert kept is not None
        assert kept.text == trimmed(answer.text)
        assert (kept.choice, kept.silence) == (answer.choice, answer.silence)


@st.composite
def _returns(draw: st.DrawFn, case: Case, base: AgencyReturn) -> AgencyReturn:
    """A complete return with hostile words in a few places."""
    asked = [question.id for question in questions(people(case))]
    hostile = draw(st.sets(st.sampled_from(asked), max_size=4)) - {"F4.A2", "F4.A3", "F4.A7", "F4.D1", "F4.M1"}
    changed = [answer for answer in base.answers if answer.question not in hostile]
    for question in hostile:
        before = base.answer(question) or Answer(question=question)
        reason = draw(LINE).replace("\r", "").replace("\n", "")
        words = draw(SAID) + ("\nF4.G4" if question == "F4.H3" else "")
        withheld = Silence.WITHHELD if question[:4] == "F4.C" and not before.choice else None
        changed.append(before.but(text=words, silence=withheld, silence_reason=f"r{reason}r" if withheld else ""))
    rows = draw(st.lists(_rows(), max_size=3))
    return base.but(
        answers=tuple(changed),
        author="W " + draw(LINE),
        author_post=draw(st.text(max_size=20)),
        chronology=(*base.chronology, *rows),
        template=TEMPLATE_VERSION,
    )


@st.composite
def _rows(draw: st.DrawFn) -> ChronologyRow:
    text = st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("|\\<\n")), max_size=20)
    return ChronologyRow(
        on=stated(draw(st.sampled_from(["3 May 2026", "spring 2025", "unknown"]))),
        source=draw(text),
        event="e" + draw(text),
        child_seen=draw(st.sampled_from(YesNo)),
        action=draw(text),
        comment=draw(text),
        key=draw(st.booleans()),
    )
