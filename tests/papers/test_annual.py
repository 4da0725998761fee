"""The annual report's learning section and the statistics: no small number, no bare claim, no free text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from exports.board_papers import MarkdownBoardPapers
from exports.counted import public_count, public_share
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.small_numbers import FEW, KEPT_BACK
from sscb_tui.services.annual import claims, in_year, published, under_way
from sscb_tui.services.figures.reckoned import reckoned
from sscb_tui.services.views.annual import AnnualFigures
from sscb_tui.services.views.dashboard import Bar, DecisionFigures, Figure
from tests.papers import tracked
from tests.papers.test_papers_name_nobody import SAID, TELLING

Golden = Callable[[str, str], None]
WRITES = MarkdownBoardPapers()
YEAR = date(2027, 3, 31)
DECISIONS = DecisionFigures(
    decided=14, in_time=9, median_days=27.5, waiting=6, waiting_late=1, to_tell=14, told_in_time=8
)
REFERRED = Figure(
    "referred",
    "What was decided",
    (Bar("Serious Case Review", 3), Bar("Another form of review", 4), Bar("No review", 7), Bar("not decided yet", 6)),
    20,
)


@pytest.fixture
def files(file: CaseFile) -> tuple[CaseFile, ...]:
    """A review that is published and one that has begun."""
    return tracked.published(file), file


@pytest.fixture
def found(files: tuple[CaseFile, ...], board: BoardSettings) -> AnnualFigures:
    """The year of both."""
    today = date(2027, 4, 2)
    names = {each.code: each.names[-1].name for each in board.agencies}
    whole = reckoned(tracked.rows(files, today), DECISIONS, names, today)
    reviews = [review for file in files for review in file.reviews]
    pseudonyms = {str(file.case.id): file.case.pseudonym for file in files}
    return AnnualFigures(
        year_end=YEAR,
        referred=REFERRED,
        scoped=15,
        decisions=DECISIONS,
        started=2,
        under_way=1,
        published=tuple(published(reviews, {"review-2": "Learning from Child R"}, pseudonyms, YEAR)),
        themes=whole.figure("theme"),
        by_agency=whole.by_agency,
        claims=tuple(claims([action for file in files for action in file.actions], YEAR)),
        total=whole.total,
    )


def test_the_annual_section_stands_as_it_was_approved(
    found: AnnualFigures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("annual.md", WRITES.annual(found, files, board, printed))


def test_every_claim_cites_its_entry_and_what_did_not_hold_is_told_too(
    found: AnnualFigures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.annual(found, files, board, printed)
    assert "A-20, impact of 20 Nov 2026" in text
    assert "did not hold; confidence medium" in text
    none = WRITES.annual(replace(found, claims=()), (), board, printed)
    assert "No effect was tested in the year, so none is claimed." in none


def test_only_published_reviews_are_named_and_by_pseudonym(
    found: AnnualFigures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.annual(found, files, board, printed)
    assert "Learning from Child R" in text
    assert "Child Q" not in text
    assert "SSCB/2" not in text
    assert "OFFICIAL" not in text


def test_nobody_can_be_known_by_what_is_claimed(
    found: AnnualFigures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    told = replace(
        found, claims=tuple(replace(each, words=", ".join(SAID), counter="P. Invented") for each in found.claims)
    )
    text = WRITES.annual(told, files, board, printed)
    assert not names_of(files[0]).found(text)
    assert not any(telling in text.casefold() for telling in TELLING)
    assert "P. Invented" not in text, "who referred the case is nobody's business"


@pytest.mark.parametrize(
    ("part", "among", "said"),
    [(15, 20, "15"), (16, 20, KEPT_BACK), (19, 20, KEPT_BACK), (20, 20, "20"), (4, 20, FEW), (0, 20, "0")],
)
def test_a_count_beside_its_whole_is_kept_back_where_the_rest_is_small(part: int, among: int, said: str) -> None:
    assert public_count(part, among) == said


@pytest.mark.parametrize(
    ("part", "whole", "among", "told"),
    [
        (9, 14, 14, True),
        (9, 14, 19, True),
        (9, 14, 18, False),
        (4, 14, 14, False),
        (10, 14, 14, False),
        (14, 14, 14, True),
        (2, 4, 4, False),
    ],
)
def test_a_share_is_told_where_neither_part_nor_rest_nor_what_is_missing_is_small(
    part: int, whole: int, among: int, told: bool
) -> None:
    assert (f"{part} of {whole}" in public_share(part, whole, among)) is told


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2026, 3, 31), False),
        (date(2026, 4, 1), True),
        (date(2027, 3, 31), True),
        (date(2027, 4, 1), False),
    ],
)
def test_a_financial_year_runs_from_april_to_march(day: date, inside: bool) -> None:
    assert in_year(day, YEAR) is inside


def test_a_review_is_under_way_until_the_day_it_is_published() -> None:
    review = tracked.review()
    assert review.publication is not None
    assert not under_way(review, YEAR)
    assert under_way(review.but(publication=review.publication.but(on=date(2027, 4, 1))), YEAR)
    assert under_way(review.but(publication=None), YEAR)
    assert not under_way(review.but(publication=None), date(2026, 3, 31)), "it was commissioned later"


def test_statistics_hold_no_word_that_anybody_typed(files: tuple[CaseFile, ...]) -> None:
    rows = tracked.rows(files, date(2026, 12, 7))
    typed = tuple(
        replace(row, agency=row.agency or "=cmd()", action="=typed", owner="typed", themes=("typed",)) for row in rows
    )
    text = WRITES.statistics(typed)
    assert "typed" not in text
    assert "cmd" not in text
    assert "Child" not in text
    read = list(csv.DictReader(io.StringIO(text)))
    assert len(read) == len(rows)
    moved = next(each for each in read if each["number"] == "A-23")
    assert (moved["first_due"], moved["due"], moved["moves"], moved["slipped_days"]) == (
        "2026-08-01",
        "2026-12-31",
        "2",
        "152",
    )
    assert next(each for each in read if each["number"] == "A-24")["gaps"] == "owner agency date outcome"
    assert next(each for each in read if each["number"] == "A-26")["set_by_hand"] == "yes"
