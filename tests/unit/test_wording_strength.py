"""How strong a recommendation is, and what its words leave out; said while it is written, and never a refusal."""

from __future__ import annotations

import pytest

from sscb_tui.domain.rules.strength import strength
from sscb_tui.domain.rules.wording import left_out, linter
from sscb_tui.domain.terms import Leverage


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("Remind staff to see the child alone.", Leverage.WORDS),
        ("Schools should consider bruising.", Leverage.WORDS),
        ("Ensure all staff are aware of the threshold document.", Leverage.WORDS),
        ("Deliver training on bruising in infants.", Leverage.TEACHING),
        ("Rewrite the bruising protocol.", Leverage.TEACHING),
        ("Remind staff by a briefing.", Leverage.TEACHING),
        ("Supervision asks at every session when the child was last seen.", Leverage.CHECKING),
        ("Train duty officers, tested by an audit in May.", Leverage.CHECKING),
        ("Dip-sample ten files each quarter.", Leverage.CHECKING),
        ("Fund a second health visitor for the north locality.", Leverage.CHANGING),
        ("The record system stops a closure until the GP has been told.", Leverage.CHANGING),
        ("Put one duty desk for Police and social care in one room.", Leverage.CHANGING),
        ("Replace the two referral forms by one.", Leverage.CHANGING),
    ],
)
def test_the_strongest_thing_a_recommendation_asks_for_tells_its_strength(text: str, step: Leverage) -> None:
    weighed = strength(text)
    assert weighed is not None
    assert weighed.leverage is step
    assert weighed.reason.endswith(".")
    assert weighed.source == "hierarchy of intervention effectiveness"


@pytest.mark.parametrize("text", ["", "  \n", "Housing and the general practice talk to each other.", "[/] \x1b[31m"])
def test_words_that_do_not_tell_are_not_judged(text: str) -> None:
    assert strength(text) is None


def test_the_steps_go_from_weak_to_strong_and_each_says_so_in_words() -> None:
    labels = [each.label for each in Leverage]
    assert labels[0].startswith("weak")
    assert labels[-1].startswith("strong")
    assert len(set(labels)) == len(labels) == 4


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({}, ["W-owner", "W-date", "W-outcome"]),
        ({"addressed": "Housing"}, ["W-date", "W-outcome"]),
        ({"addressed": "Housing", "outcome": "Children are seen."}, ["W-date"]),
        ({"addressed": "Housing", "outcome": "Children are seen.", "when": "9 Nov 2026"}, []),
        ({"addressed": " ", "outcome": " ", "when": " "}, ["W-owner", "W-date", "W-outcome"]),
    ],
)
def test_what_is_left_out_is_named(said: dict[str, str], codes: list[str]) -> None:
    assert [each.code for each in left_out("Share it.", **said)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "Share it by 9 Nov 2026.",
        "Share it within two months.",
        "Share it by the end of March.",
        "Share it every quarter.",
        "Share it before April 2027.",
        "Share it in 6 weeks.",
    ],
)
def test_a_time_in_the_words_is_a_date(text: str) -> None:
    assert "W-date" not in [each.code for each in left_out(text)]


def test_may_is_a_month_only_where_it_stands_as_one() -> None:
    assert "W-date" in [each.code for each in left_out("Agencies may share it.")]
    assert "W-date" not in [each.code for each in left_out("Share it by May.")]


def test_nothing_written_leaves_nothing_out() -> None:
    assert left_out(" ") == ()


@pytest.mark.parametrize("size", [1, 20_000])
def test_any_length_is_read_at_once(size: int) -> None:
    text = "train and remind " * size
    assert strength(text) is not None
    assert linter(text)
