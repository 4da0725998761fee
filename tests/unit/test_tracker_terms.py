"""The tracker's terms: what each finds, with the boundary on both sides."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.terms import ActionState, Gap, Level, Rag
from sscb_tui.services.tracker_lines import Line
from sscb_tui.services.tracker_query import TERMS, names_a_case, read
from tests.unit.tracker_rows import TODAY, action, end


def finds(typed: str, line: Line) -> bool:
    """Whether the terms find the line."""
    asked = read(typed, TODAY)
    assert asked.misread == ()
    return asked.passes(line)


@pytest.mark.parametrize("typed", ["agency:pol", "agency:POLICE", "agency:northumb", "agency:edu,pol", "-agency:hous"])
def test_an_agency_is_found_by_its_code_its_short_name_or_any_name_it_had(typed: str) -> None:
    assert finds(typed, action())
    assert not finds(typed, action(agency="HSG"))


def test_the_name_an_agency_has_had_finds_it_too_and_the_middle_of_a_word_does_not() -> None:
    assert finds("agency:gentoo", action(agency="HSG"))
    assert finds("agency:wearside", action(agency="HSG"))
    assert not finds("agency:lice", action())


@pytest.mark.parametrize(
    ("typed", "inside", "outside"),
    [
        ("due:<30d", {"due": TODAY + timedelta(days=29)}, {"due": TODAY + timedelta(days=30)}),
        ("due:>14d", {"due": TODAY + timedelta(days=15)}, {"due": TODAY + timedelta(days=14)}),
        ("due:<2026-12-01", {"due": date(2026, 11, 30)}, {"due": date(2026, 12, 1)}),
        ("due:none", {"due": None}, {"due": TODAY}),
        ("state:overdue", {"overdue": True}, {}),
        ("overdue", {"overdue": True}, {}),
        ("state:blocked", {"state": ActionState.BLOCKED}, {}),
        ("state:open", {}, {"state": ActionState.VERIFIED}),
        ("state:done", {"state": ActionState.DONE_UNVERIFIED}, {"state": ActionState.VERIFIED}),
        ("state:not-started", {"state": ActionState.NOT_STARTED}, {"state": ActionState.NOT_ACCEPTED}),
        ("state:in_pro", {}, {"state": ActionState.BLOCKED}),
        ("silent", {"silent": True}, {}),
        ("-silent", {}, {"silent": True}),
        ("theme:fathers", {}, {"themes": ("escalation",)}),
        ("-theme:fathers", {"themes": ()}, {}),
        ("owner:superint", {}, {"owner": "Head of service"}),
        ("review:004", {}, {"reference": "SSCB/2026/005"}),
        ('review:"child q"', {}, {"pseudonym": "Child R"}),
        ("under:R-5", {}, {"also": ()}),
        ("under:3", {}, {"recommendation": "R-33"}),
        ("evidence:<3", {"evidence_rung": 2}, {"evidence_rung": 3}),
        ("evidence:0", {"evidence_rung": 0}, {"evidence_rung": 1}),
        ("rag:red", {"rag": Rag.RED}, {}),
        ("rag:r", {"rag": Rag.RED}, {}),
        ("rag:silent", {"rag": Rag.SILENT}, {"rag": Rag.GREY}),
        ("slip:>0", {"slipped_days": 1}, {"slipped_days": 0}),
        ("level:board", {}, {"level": Level.NATIONAL}),
        ("is:early", {"recommendation": "early"}, {}),
        ("needs:owner", {"gaps": (Gap.OWNER,)}, {"gaps": (Gap.OWNERS,)}),
        ("needs:owner,date", {"gaps": (Gap.DATE,)}, {"gaps": (Gap.OUTCOME,)}),
        ("retest:due", {"retest_due": TODAY}, {"retest_due": TODAY + timedelta(days=1)}),
        ("retest:<14d", {"retest_due": TODAY + timedelta(days=13)}, {"retest_due": TODAY + timedelta(days=14)}),
    ],
)
def test_a_term_finds_what_it_says_and_nothing_beside_it(
    typed: str, inside: dict[str, object], outside: dict[str, object]
) -> None:
    assert finds(typed, action(**inside))
    assert not finds(typed, action(**outside))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("is:action", "A-12"),
        ("is:recommendation", "R-7"),
        ("is:finding", "F-2"),
        ("is:rec,find", "R-7 F-2"),
        ("state:waiting", "R-7 F-2"),
        ("needs:action", "R-7 F-2"),
        ("state:open", "A-12 R-7 F-2"),
        ("level:national", "R-7 F-2"),
        ("review:004", "A-12 R-7 F-2"),
        ("due:<99d", "A-12"),
        ("rag:grey", ""),
        ("overdue", ""),
    ],
)
def test_what_waits_for_an_action_is_found_as_well(typed: str, found: str) -> None:
    held = (action(), end(), end(finding=True))
    assert " ".join(line.label for line in held if finds(typed, line)) == found


def test_a_line_is_found_by_every_word_a_person_would_look_for() -> None:
    line = action(overdue=True, gaps=(Gap.OWNERS,))
    said = ("a-12", "4.2", "r-3", "r-5", "child q", "noon", "schools", "superintendent", "northumbria", "overdue")
    for words in (*said, "several owners", "escalation", "in progress"):
        assert words in line.text, words


@pytest.mark.parametrize("typed", ["state:x", "rag:pink", "needs:money", "is:song", "level:x", "retest:x", "slip:much"])
def test_a_value_nobody_knows_is_answered_with_what_is_allowed(typed: str) -> None:
    asked = read(typed, TODAY)
    name = typed.partition(":")[0]
    assert asked.passes(action())
    assert asked.misread == (f"“{typed}” is not understood. {name}: takes {TERMS.fields[name].allowed}",)


@pytest.mark.parametrize("typed", ["", "overdue -silent", "agency:police due:<30d", "theme:fathers", "state:"])
def test_what_belongs_to_no_case_may_be_remembered(typed: str) -> None:
    assert not names_a_case(typed)


@pytest.mark.parametrize(
    "typed", ["child", "review:004", "-review:q", "overdue Q", "under:3", "other:x", '"silent one"']
)
def test_words_and_whatever_names_a_review_may_not(typed: str) -> None:
    assert names_a_case(typed)


@given(st.sampled_from([*TERMS.names, ""]), st.text(max_size=12))
def test_no_value_of_any_term_ever_fails(name: str, value: str) -> None:
    asked = read(f"{name}{value}", TODAY)
    for line in (action(), action(due=None, level=None, themes=()), end(), end(finding=True)):
        asked.passes(line)
