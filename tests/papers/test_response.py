"""The published response: three headings, every answer, a word printed as a word, and nobody to be known by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.naming.scanning import scan
from sscb_tui.domain.publication import ClearedWord, Done, PublicationPlan
from sscb_tui.domain.review import Finding
from sscb_tui.domain.rules.borne_out import REPORTED, borne_out, shown_by
from sscb_tui.domain.rules.publishing import hits
from sscb_tui.domain.terms import ActionState, Paper
from tests.papers.test_papers_name_nobody import SAID, TELLING, saying
from tests.papers.tracked import actions, published

Golden = Callable[[str, str], None]
HEADINGS = ("What was done", "What difference it made", "What more will be done", "The Board's answers")


@pytest.fixture
def public(file: CaseFile) -> CaseFile:
    """Child R, whose review is published."""
    return published(file)


def written(file: CaseFile, board: BoardSettings, printed: datetime) -> str:
    """The response."""
    return MarkdownPapers().write(Paper.RESPONSE, file, board, printed)


def test_the_published_response_stands_as_it_was_approved(
    public: CaseFile, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("response_published.md", written(public, board, printed))


def test_it_has_three_headings_and_every_answer_and_no_marking_once_it_is_public(
    public: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = written(public, board, printed)
    assert [text.index(f". {heading}\n") for heading in HEADINGS] == sorted(
        text.index(f". {heading}\n") for heading in HEADINGS
    )
    assert "OFFICIAL" not in text
    assert "Published 1 Dec 2026" in text
    assert "| R-22 | Every visit is unannounced. " in text
    assert "Not accepted: Families must be able to prepare \\| for some visits." in text
    assert "Fully" not in text
    name = MarkdownPapers().filename(Paper.RESPONSE, public, board, printed)
    assert name == "SSCB-2025-011_response_v3_public_2026-12-07.md"


def test_a_draft_carries_the_boards_marking(public: CaseFile, board: BoardSettings, printed: datetime) -> None:
    draft = replace(public, reviews=(public.reviews[0].but(publication=None),))
    text = written(draft, board, printed)
    assert text.startswith("**OFFICIAL-SENSITIVE**\n")
    assert "**DRAFT** until the Chair publishes it" in text


def test_what_rests_on_a_word_prints_as_reported(public: CaseFile, board: BoardSettings, printed: datetime) -> None:
    lines = written(public, board, printed).splitlines()
    assert any(
        "Every school is told of call-outs next morning." in each and "| evidence: reached" in each for each in lines
    )
    assert any("| Step 21 " in each and f"**{REPORTED}**" in each for each in lines)


@pytest.mark.parametrize(
    ("what", "agency", "words"),
    [
        ("every SCHOOL is told  of call-outs next morning", "POL", "reached"),
        ("Step 20", "POL", "reached"),
        ("Step 20", "CSC", REPORTED),
        ("Step 21", "POL", REPORTED),
        ("Step 20 and more", "POL", REPORTED),
        ("Step 27", "POL", REPORTED),
    ],
)
def test_a_response_is_borne_out_by_the_agencys_own_action_in_the_same_words(
    what: str, agency: str, words: str
) -> None:
    assert borne_out(Done(on=date(2026, 12, 1), agency=agency, what=what), actions()) == words


def test_an_action_taken_up_again_shows_nothing_however_high_its_evidence() -> None:
    first = actions()[0]
    assert shown_by(first) == "reached"
    assert shown_by(first.but(state=ActionState.REOPENED)) == REPORTED
    assert shown_by(first.but(evidence=())) == REPORTED


def test_progress_in_publishable_words_is_on_it_whether_done_or_still_to_do(
    public: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    done, *others = public.actions
    late = next(each for each in others if each.number == 23).but(publishable="Each child knows one worker.")
    said = done.but(publishable="Forty-eight schools are told.")
    text = written(replace(public, actions=(said, late)), board, printed)
    assert "| 2 Sep 2026  | Exampleshire Police | Forty-eight schools are told. " in text
    assert "Each child knows one worker. | Children's Social Care | 31 Dec 2026 (first 1 Aug 2026) |" in text
    assert "Step 23" not in text, "what is not written for the public stays inside"


@pytest.mark.parametrize("mark", [", ", "\n", " | "])
def test_nobody_can_be_known_by_it(mark: str, public: CaseFile, board: BoardSettings, printed: datetime) -> None:
    told = saying(public, f"<b>We saw</b> {mark.join(SAID)} at 0191 496 0000")
    text = written(told, board, printed)
    assert not names_of(public).found(text)
    assert not any(telling in text.casefold() for telling in TELLING)
    assert "<b>" not in text
    assert "X. Secret" not in text
    assert "may say who the case is about are hidden here" in text
    whole = written(public, board, printed)
    assert scan(public, whole) == ()
    assert "hidden here" not in whole


def test_words_that_legal_advice_cleared_are_printed(public: CaseFile, board: BoardSettings, printed: datetime) -> None:
    review = public.reviews[0]
    said = review.response and review.response.but(check="The Robin Hood Trust checks, and Robin does not.")
    cleared = PublicationPlan(
        planned_on=date(2026, 12, 1),
        cleared_words=(ClearedWord(words="Robin Hood Trust", legal_reference="LEG/14"),),
    )
    told = replace(public, reviews=(review.but(response=said, plan=cleared),))
    assert "The Robin Hood Trust checks, and Child R does not." in written(told, board, printed)


def test_what_the_tracker_would_publish_passes_the_same_search_for_names(public: CaseFile) -> None:
    review = public.reviews[0]
    assert hits(public, review) == ()
    told = public.actions[0].but(publishable="Every school knew of Robin Madeupson.")
    (found,) = hits(replace(public, actions=(told,)), review)
    assert found.words == "Robin Madeupson"


def test_the_learning_summary_stands_as_it_was_approved(
    public: CaseFile, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    text = MarkdownPapers().write(Paper.SUMMARY, public, board, printed)
    golden("summary_published.md", text)
    assert text.startswith("**OFFICIAL**\n")
    assert "Call-outs did not reach schools." in text
    assert "1 Dec 2027" in text, "a year after publication"
    assert "Step 2" not in text
    assert "X. Secret" not in text


def test_the_learning_summary_holds_five_things_and_says_how_many_more_there_are(
    public: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    many = tuple(Finding(number=number, text=f"Lesson {number}.") for number in range(1, 8))
    told = replace(public, reviews=(public.reviews[0].but(findings=many, answers=()),))
    text = MarkdownPapers().write(Paper.SUMMARY, told, board, printed)
    assert "Lesson 5." in text
    assert "Lesson 6." not in text
    assert "2 more are in the report." in text


def test_without_findings_the_summary_tells_the_recommendations_that_were_not_refused(
    public: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    review = public.reviews[0]
    told = replace(public, reviews=(review.but(findings=(), answers=review.answers[1:]),))
    text = MarkdownPapers().write(Paper.SUMMARY, told, board, printed)
    assert "Call-out notices reach schools too." in text
    assert "Every visit is unannounced." not in text
