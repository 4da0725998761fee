"""The papers and the blank form, compared with golden files read by eye."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from exports.papers import MarkdownPapers
from exports.template import MarkdownTemplates
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.terms import MeetingState, Paper
from tests.papers.queried import queried

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("paper", Paper)
def test_a_paper_stands_as_it_was_approved(
    paper: Paper, file: CaseFile, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden(f"{paper}.md", MarkdownPapers().write(paper, file, board, printed))


def test_a_decision_made_again_stands_as_it_was_approved(
    file: CaseFile, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("decision_again.md", MarkdownPapers().write(Paper.DECISION, queried(file), board, printed))


def test_a_decision_to_be_read_before_signing_stands_as_it_was_approved(
    file: CaseFile, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    *before, made = file.decisions
    golden(
        "decision_unsigned.md",
        MarkdownPapers().decision_unsigned(replace(file, decisions=tuple(before)), made, board, printed),
    )


def test_the_blank_form_stands_as_it_was_approved(
    request_to_police: AgencyRequest, file: CaseFile, board: BoardSettings, golden: Golden
) -> None:
    golden("blank.md", MarkdownTemplates().blank(file.case, request_to_police, board))


def test_a_filled_form_stands_as_it_was_approved(
    request_to_police: AgencyRequest,
    police_return: AgencyReturn,
    file: CaseFile,
    board: BoardSettings,
    golden: Golden,
) -> None:
    golden("filled.md", MarkdownTemplates().filled(file.case, request_to_police, board, police_return))


@pytest.mark.parametrize("paper", Paper)
def test_a_paper_is_marked_ends_in_one_line_end_and_never_names_the_child(
    paper: Paper, file: CaseFile, board: BoardSettings, printed: datetime, child_name: str
) -> None:
    text = MarkdownPapers().write(paper, file, board, printed)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert text.startswith("**OFFICIAL-SENSITIVE**\n")
    assert text.splitlines()[-1].startswith("**OFFICIAL-SENSITIVE** · SSCB/2026/004 · Child Q")
    for word in child_name.split():
        assert word not in text


def test_a_struck_line_stays_out_and_a_correction_stands_under_its_line(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().write(Paper.MINUTES, file, board, printed)
    assert "struck from the record" not in text
    assert text.index("Three call-outs") < text.index("Four call-outs") < text.index("The bruise was seen on 12 Oct by")


def test_minutes_are_a_draft_until_confirmed(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    assert file.meeting is not None
    assert "DRAFT until confirmed" in MarkdownPapers().write(Paper.MINUTES, file, board, printed)
    confirmed = file.meeting.but(state=MeetingState.CONFIRMED, confirmed_at=printed)
    text = MarkdownPapers().write(Paper.MINUTES, replace(file, meeting=confirmed), board, printed)
    assert "CONFIRMED 7 Dec 2026, 09:30" in text
    assert "DRAFT" not in text


def test_the_decision_has_its_fifteen_headings_its_seal_and_what_it_supersedes(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().write(Paper.DECISION, file, board, printed)
    assert [line.split(".")[0] for line in text.splitlines() if line.startswith("## ")] == [
        f"## {number}" for number in range(1, 16)
    ]
    assert file.seals["decision-2"] in text
    assert "Supersedes:** Ask for information, signed 26 Nov 2026" in text
    assert "2026.1 on WT2015" in text


def test_the_key_to_the_pseudonyms_stands_as_it_was_approved(
    file: CaseFile, board: BoardSettings, printed: datetime, golden: Golden, child_name: str
) -> None:
    text = MarkdownPapers().pseudonyms(file, board, printed)
    golden("key.md", text)
    assert child_name in text, "it is the one paper that names people"
    name = MarkdownPapers().pseudonyms_filename(file, board, printed)
    assert name == "SSCB-2026-004_key_v9_OFFICIAL-SENSITIVE_2026-12-07.md"


def test_terms_of_reference_are_a_draft_until_the_chair_approves_them(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    assert "DRAFT" not in MarkdownPapers().write(Paper.TERMS, file, board, printed)
    review = file.reviews[0]
    drafted = review.but(versions=(review.versions[0].but(approved=None),))
    assert "**DRAFT** until the Chair approves it" in MarkdownPapers().write(
        Paper.TERMS, replace(file, reviews=(drafted,)), board, printed
    )


def test_the_early_learning_note_tells_what_was_learned_done_and_agreed_by_post_and_day(
    file: CaseFile, board: BoardSettings, printed: datetime, golden: Golden, child_name: str
) -> None:
    learned = "Three calls to one door are a reason to ring the school. <b>Now</b> we do."
    done = f"Every notice about {child_name} and other babies is read the same day."
    words = (Answer(question="F4.J1", text=learned), Answer(question="F4.J2", text=done))
    (told, *others) = (each for each in file.requests if each.returned)
    assert told.returned is not None
    kept = tuple(each for each in told.returned.answers if each.question not in ("F4.J1", "F4.J2"))
    said = told.but(returned=told.returned.but(answers=(*kept, *words)))
    text = MarkdownPapers().write(Paper.LEARNING, replace(file, requests=(said, *others)), board, printed)
    golden("learning_told.md", text)
    assert "Head of Tenancy" in text
    assert "X. Secret" not in text
    assert "<b>" not in text
    assert not any(word in text for word in child_name.split())


def test_the_plan_counts_by_colour_and_names_posts_not_people(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = MarkdownPapers().write(Paper.PLAN, file, board, printed)
    assert "X. Secret" not in text
    assert "**R** red    | 1 " in text
    assert "3 in all, 1 overdue" in text


def test_a_paper_without_its_record_says_what_is_missing(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    bare = replace(file, meeting=None, advice=None, decisions=(), requests=(), recommendations=(), actions=())
    bare = replace(bare, chronology_files=(), reviews=(), reviewers=())
    for paper in set(Paper) - {Paper.PACK, Paper.PLAN, Paper.LEARNING}:
        with pytest.raises(NotFoundError, match="SSCB/2026/004"):
            MarkdownPapers().write(paper, bare, board, printed)
    assert "None yet." in MarkdownPapers().write(Paper.PLAN, bare, board, printed)
    assert "Nothing has been told yet." in MarkdownPapers().write(Paper.LEARNING, bare, board, printed)


def test_a_file_name_says_which_paper_and_how_it_is_marked(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    name = MarkdownPapers().filename(Paper.DECISION, file, board, printed)
    assert name == "SSCB-2026-004_decision_v2_OFFICIAL-SENSITIVE_2026-12-07.md"


def test_a_marking_cannot_leave_the_folder(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    name = MarkdownPapers().filename(Paper.PLAN, file, board.but(marking="../../O: S\\x"), printed)
    assert name == "SSCB-2026-004_plan_v11_O-S-x_2026-12-07.md"
