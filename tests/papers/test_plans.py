"""Plans over several reviews, and one agency's rows: nothing left out, nothing made up, the key on every page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from exports.board_papers import MarkdownBoardPapers
from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.terms import Paper
from tests.papers.test_papers_name_nobody import SAID, TELLING, saying
from tests.papers.tracked import published

Golden = Callable[[str, str], None]
WRITES = MarkdownBoardPapers()


@pytest.fixture
def files(file: CaseFile) -> tuple[CaseFile, ...]:
    """The review that is published, and the case whose review has begun."""
    return published(file), file


@pytest.fixture
def text(files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime) -> str:
    """The composite plan of both."""
    return WRITES.plan(files, board, printed)


def line(text: str, number: int) -> str:
    """The row of an action."""
    return next(each for each in text.splitlines() if each.startswith(f"| A-{number} ") or f"| A-{number};" in each)


def test_the_composite_plan_stands_as_it_was_approved(text: str, golden: Golden) -> None:
    golden("composite.md", text)


def test_every_action_of_every_review_is_on_the_plan(text: str, files: tuple[CaseFile, ...]) -> None:
    for file in files:
        for action in file.actions:
            assert line(text, action.number)
    assert "13 in all, 2 overdue, " in text


def test_the_key_stands_on_every_page_that_has_a_row(text: str) -> None:
    pages = text.split("\n## ")[1:]
    assert all("*Key:*" in page for page in pages if "| A-" in page)
    assert sum("*Key:*" in page for page in pages) == 9


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (20, "20 Nov 2026: held: Ten schools of ten knew by nine; test 1 Dec 2026, **overdue**"),
        (20, "3 reached: register of schools, 48 of 51"),
        (21, "their 7; **number used twice**"),
        (22, "**several owners**"),
        (23, "31 Dec 2026 (first 1 Aug 2026; moved 2 times, 152 d)"),
        (23, "with City Hospitals, Homes & Places"),
        (23, "A-23; also R-20"),
        (24, "**no agency**: **no owner**"),
        (24, "**no date set**"),
        (24, "**outcome not stated yet**"),
        (25, "a national body: The inspectorate; **national owner**"),
        (26, "**R** red, set by hand: the contract \\| is not signed"),
        (28, "withdrawn (Board 12/26)"),
        (29, "1 Sep 2026; **overdue 97 d**"),
    ],
)
def test_a_row_says_what_it_lacks_how_far_it_slipped_and_what_shows_it(text: str, number: int, words: str) -> None:
    assert words in line(text, number)


def test_a_recommendation_that_was_not_accepted_prints_with_its_reason(text: str) -> None:
    assert "**The Board's answer.** Not accepted: Families must be able to prepare \\| for some visits." in text


def test_a_repeated_recommendation_says_of_which_and_why_it_did_not_work_then(text: str) -> None:
    assert "**It says again what R-20 said:** The order reached the stations and no school." in text


def test_a_finding_that_led_to_nothing_is_a_question_for_the_board(text: str) -> None:
    page = text.split("Findings without a recommendation")[1]
    assert "**F-2.** Nobody asked the child's brother." in page
    assert "It has not answered yet." in page
    assert "F-1." not in page


def test_a_plan_is_official_once_every_review_on_it_is_published(
    files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    whole, alone = WRITES.plan(files, board, printed), WRITES.plan(files[:1], board, printed)
    assert whole.startswith("**OFFICIAL-SENSITIVE**\n")
    assert alone.startswith("**OFFICIAL**\n")
    name = MarkdownPapers().filename(Paper.PLAN, files[0], board, printed)
    assert "_OFFICIAL_" in name


def test_the_extract_stands_as_it_was_approved(
    files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("extract.md", WRITES.extract(files, "POL", board, printed))


def test_the_extract_holds_one_agencys_rows_each_with_its_box(
    files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.extract(files, "POL", board, printed)
    mine = [action for file in files for action in file.actions if action.agency == "POL"]
    others = [action for file in files for action in file.actions if action.agency != "POL"]
    assert all(f"| A-{action.number}: your update" in text for action in mine)
    assert not any(f"A-{action.number}:" in text or action.action in text for action in others)
    assert "None are on the tracker." in WRITES.extract(files, "SCH", board, printed)


@pytest.mark.parametrize("mark", [", ", "\n", " | ", "**"])
def test_plans_name_nobody_and_run_nothing(
    mark: str, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    words = f"<b>We saw</b> {mark.join(SAID)} [x](http://example.invalid)"
    told = tuple(saying(file, words) for file in files)
    for text in (WRITES.plan(told, board, printed), WRITES.extract(told, "POL", board, printed)):
        assert not names_of(files[0]).found(text)
        assert not any(telling in text.casefold() for telling in TELLING)
        assert "<b>" not in text
        assert "http://" not in text
        assert "X. Secret" not in text
