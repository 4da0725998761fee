"""User text in a paper is shown exactly and is never markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from exports.escape import block, cell, inline, seen
from exports.layout import table

READER = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
MARKS = st.text(alphabet="\\`*_[]()<>#|~:-+=.!&;@/ \n\t123aw\x1b\u202e\u200b\u00a0é")
WORDS = st.one_of(
    st.text(), MARKS, st.lists(st.sampled_from(("www.a.b", "http://x", "&amp;", "1. ", "a|b", ":-:")))
).map(lambda made: made if isinstance(made, str) else "\n".join(made))
HOSTILE = (
    "[/]",
    "[b",
    "日本",
    "👩‍⚖️",
    "\x1b[31mred",
    "x" * 10_000,
    "\u202eevil",
    "|",
    "<b>bold</b>",
    "=cmd()",
    "a|b\n:-:",
    "# no heading\n===\n1. one\n- two\n> three",
    "    code",
    "![x](http://y) <http://z> a@b.example",
    "&lt; &#65; \\&",
    "trailing \\",
)


def _shown(tokens: list[Token]) -> str:
    """The visible text of paragraphs; anything but paragraphs of plain text fails."""
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    return "\n\n".join("".join(_plain(token)) for token in tokens if token.type == "inline")


def _plain(token: Token) -> Iterator[str]:
    for child in token.children or []:
        assert child.type in ("text", "hardbreak"), child.type
        yield "\n" if child.type == "hardbreak" else child.content


@given(WORDS)
@example("a|b\n:-:")
@example("\\")
def test_a_block_shows_exactly_the_visible_words(text: str) -> None:
    assert _shown(READER.parse(block(text))) == re.sub(r"\n{2,}", "\n\n", seen(text))


@given(WORDS)
def test_a_line_shows_exactly_the_visible_words(text: str) -> None:
    assert _shown(READER.parse(inline(text))) == " ".join(seen(text).split("\n")).strip()


@given(WORDS, WORDS)
def test_a_cell_keeps_to_its_column(first: str, second: str) -> None:
    tokens = READER.parse("\n".join(table(("One", "Two"), [(cell(first), cell(second))])))
    found = ["".join(_plain(token)) for token in tokens if token.type == "inline"]
    assert found == ["One", "Two", *(re.sub(r"\n+", " ↵ ", seen(text)) for text in (first, second))]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_shown_and_not_obeyed(text: str) -> None:
    assert _shown(READER.parse(block(text))) == re.sub(r"\n{2,}", "\n\n", seen(text))


def test_controls_are_made_visible() -> None:
    assert inline("a\x1bb\u202ec\u200bd") == "a␛b⟨RLO⟩c⟨ZWSP⟩d"


def test_ordinary_prose_is_left_readable() -> None:
    prose = 'Seen at 10:42 (3 of 5), £4.50 - "well & settled", it\'s 50% done; see note/2.'
    assert block(prose) == prose
