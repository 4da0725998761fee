"""What people type to find rows: words, terms, and half of either."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain import query
from sscb_tui.domain.query import Field, Test, Vocabulary

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Thing:
    """Something with words, a day and a number."""

    text: str = ""
    on: date | None = None
    size: int = 0


def _on(value: str, today: date) -> Test[Thing] | None:
    test = query.day(value, today)
    return None if test is None else lambda thing: test(thing.on)


def _size(value: str, today: date) -> Test[Thing] | None:
    test = query.number(value)
    return None if test is None else lambda thing: test(thing.size)


THINGS = Vocabulary(
    {
        "due": Field("due", "<30d or <2026-12-01", _on, ("none", "today")),
        "size": Field("size", "<3, >0", _size),
        "side": Field("side", "left", lambda value, today: None),
    },
    {"big": lambda thing: thing.size > 9},
)


def passes(typed: str, thing: Thing) -> bool:
    """Whether the terms let the thing pass."""
    return query.read(typed, THINGS, TODAY).passes(thing)


def due_in(days: int) -> Thing:
    """A thing due in so many days."""
    return Thing(on=TODAY + timedelta(days=days))


@pytest.mark.parametrize(
    ("typed", "inside", "outside"),
    [
        ("due:<30d", 29, 30),
        ("due:<=30d", 30, 31),
        ("due:30d", 30, 31),
        ("due:>14d", 15, 14),
        ("due:>=2w", 14, 13),
        ("due:<2026-12-01", 7, 8),
        ('due:<"1 Dec 2026"', 7, 8),
        ("due:2026-12-01", 8, 7),
        ("due:=2026-12-01", 8, 9),
        ("due:today", 0, 1),
        ("due:<-7d", -8, -7),
        ("-due:<30d", 30, 29),
    ],
)
def test_a_day_is_compared_on_both_sides_of_its_boundary(typed: str, inside: int, outside: int) -> None:
    assert passes(typed, due_in(inside))
    assert not passes(typed, due_in(outside))


@pytest.mark.parametrize("typed", ["due:<30d", "due:>14d", "due:2026-12-01"])
def test_without_a_date_nothing_is_before_or_after(typed: str) -> None:
    assert not passes(typed, Thing())
    assert passes("due:none", Thing())
    assert not passes("due:none", due_in(1))


@pytest.mark.parametrize(
    ("typed", "inside", "outside"),
    [("size:<3", 2, 3), ("size:<=3", 3, 4), ("size:>0", 1, 0), ("size:>=2", 2, 1), ("size:4", 4, 5), ("size:=4", 4, 3)],
)
def test_a_number_is_compared_on_both_sides_of_its_boundary(typed: str, inside: int, outside: int) -> None:
    assert passes(typed, Thing(size=inside))
    assert not passes(typed, Thing(size=outside))


def test_several_values_mean_any_of_them() -> None:
    for size in (1, 5):
        assert passes("size:1,5", Thing(size=size))
    assert not passes("size:1,5", Thing(size=2))
    assert passes("size:1,", Thing(size=1))


@pytest.mark.parametrize("typed", ["due:", "due:<", "-due:", "due:>=", "-", '"', "due:,", "", " ", "SIZE:"])
def test_half_a_term_narrows_nothing_and_says_nothing(typed: str) -> None:
    found = query.read(typed, THINGS, TODAY)
    assert (found.words.strip(), found.tests, found.misread) == ("", (), ())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("due:soon", "“due:soon” is not understood. due: takes <30d or <2026-12-01"),
        ("size:<x", "“size:<x” is not understood. size: takes <3, >0"),
        ("colour:red", "“colour:” is no term here; in quotes it is words. Terms: due: size: side: big"),
        ("side:right", "“side:right” is not understood. side: takes left"),
        ("due:<9999999d", "“due:<9999999d” is not understood. due: takes <30d or <2026-12-01"),
        ("due:<99999d due:<3", "“due:<3” is not understood. due: takes <30d or <2026-12-01"),
    ],
)
def test_what_is_not_understood_narrows_nothing_and_is_answered_with_what_is_allowed(typed: str, said: str) -> None:
    found = query.read(typed, THINGS, TODAY)
    assert found.misread == (said,)
    assert passes(typed.split()[-1], Thing())


def test_words_stay_words_and_a_minus_leaves_them_out() -> None:
    found = query.read('big Zebra 10:30 -Zürich "Child B"', THINGS, TODAY)
    assert found.words == "Zebra 10:30"
    assert found.passes(Thing("child b", size=10))
    assert not found.passes(Thing("child b", size=9))
    assert not found.passes(Thing("child b of zurich", size=10))
    assert not found.passes(Thing("b child", size=10))
    assert query.read('"big"', THINGS, TODAY).passes(Thing("it is big", size=1))


def test_words_are_found_in_any_order_or_side_by_side_where_they_are() -> None:
    texts = ["child a, seen by the board", "child b", "child b, sibling", "the board"]
    assert list(query.with_words(texts, "Child B")) == [1, 2]
    assert list(query.with_words(texts, "board child")) == [0]
    assert list(query.with_words(texts, " ")) == [0, 1, 2, 3]
    assert list(query.with_words(texts, "nobody")) == []


@given(st.text())
def test_no_text_ever_fails(typed: str) -> None:
    found = query.read(typed, THINGS, TODAY)
    found.passes(Thing("words", TODAY, 3))
    found.passes(Thing())
    query.hint(typed, THINGS)
    assert (done := query.completed(typed, THINGS)) == "" or done.startswith(typed)


_NAMES = st.sampled_from(["due", "size", "side", "big", "other", ""])
_VALUES = st.text(alphabet='<>=-,dw0123456789none"/ ²٣', max_size=12)


@given(_NAMES, _VALUES, st.sampled_from(["", "-", '"']))
def test_no_term_ever_fails_however_it_is_broken(name: str, value: str, before: str) -> None:
    query.read(f"{before}{name}:{value}", THINGS, TODAY).passes(due_in(2))


@given(st.text(), st.integers(0, 40))
def test_reading_depends_on_nothing_but_what_was_typed(typed: str, size: int) -> None:
    thing = Thing("a b", TODAY, size)
    assert passes(typed, thing) == passes(typed, thing)


def _hint(typed: str) -> str:
    return query.hint(typed, THINGS)


def _completed(typed: str) -> str:
    return query.completed(typed, THINGS)


@pytest.mark.parametrize(
    ("what", "typed", "said"),
    [
        (_hint, "d", "due:"),
        (_hint, "zebra s", "size: side:"),
        (_hint, "due:<3", "due: <30d or <2026-12-01"),
        (_hint, "due:<3 ", ""),
        (_hint, "zebra", ""),
        (_completed, "du", "due:"),
        (_completed, "d", ""),
        (_completed, "si", ""),
        (_completed, "big -siz", "big -size:"),
        (_completed, "due:no", "due:none"),
        (_completed, "due:today,n", "due:today,none"),
        (_completed, "due:none", ""),
    ],
)
def test_what_may_follow_is_said_and_completed(what: Callable[[str], str], typed: str, said: str) -> None:
    assert what(typed) == said
