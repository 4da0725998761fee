"""The papers of the scoping meeting say what a Board member looks for in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Decided, MeetingState, Paper, ReturnState

PAPERS = MarkdownPapers()


@pytest.fixture
def minutes(file: CaseFile, board: BoardSettings, printed: datetime) -> str:
    """The minutes as they stand."""
    return PAPERS.write(Paper.MINUTES, file, board, printed)


@pytest.fixture
def pack(file: CaseFile, board: BoardSettings, printed: datetime) -> str:
    """The pack as it stands."""
    return PAPERS.write(Paper.PACK, file, board, printed)


def part(text: str, heading: str) -> str:
    """What stands under the numbered heading that ends so."""
    return re.split(rf"\n## [0-9]+\. {re.escape(heading)}\n", text)[1].partition("\n## ")[0]


def test_the_pack_shows_every_kind_of_return(pack: str) -> None:
    returns = part(pack, "Returns")
    for words in (
        "✓ **received**",
        "L **late**: by 1 day",
        "∅ **nil**: nothing found",
        "- ∅ CHS searched: Patient system",
        "! **missing**",
        "× **refused**",
    ):
        assert words in returns
    assert "5 agencies: 1 received, 1 late, 1 nil, 1 missing, 1 refused." in returns


def test_the_pack_has_agenda_copies_law_and_questions_with_their_passages(pack: str) -> None:
    assert "| Copy       | number ____ of ____" in pack
    assert "**In all:** 75 minutes." in part(pack, "Agenda")
    assert "“abuse or neglect of a child is known or suspected”" in part(pack, "The criteria, in the words of the law")
    asked = part(pack, "Questions to put")
    assert "What has been done about it today?\n\n- Children's Social Care (F4.J3)" in asked


def test_a_long_answer_is_cut_and_says_where_it_goes_on(pack: str) -> None:
    assert "words more in POL F4.C1)" in part(pack, "What the agencies say, side by side")


def test_an_answer_that_repeats_another_is_folded(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    police, care, *rest = file.requests
    assert police.returned is not None
    assert care.returned is not None
    said = police.returned.answer("F4.C1")
    kept = tuple(said if each.question == "F4.C1" else each for each in care.returned.answers)
    copied = care.but(returned=care.returned.but(answers=kept))
    text = PAPERS.write(Paper.PACK, replace(file, requests=(police, copied, *rest)), board, printed)
    assert "as POL under F4.C1, nearly word for word" in text


def test_without_a_request_there_is_no_pack(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    with pytest.raises(NotFoundError, match="no agency has been asked"):
        PAPERS.write(Paper.PACK, replace(file, requests=()), board, printed)


def test_before_a_meeting_the_pack_prints_the_boards_agenda(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    text = PAPERS.write(Paper.PACK, replace(file, meeting=None, lines=()), board, printed)
    assert f"| {len(board.agenda):<3} | {board.agenda[-1].title}" in text


def test_differences_stand_open_being_checked_and_settled(minutes: str) -> None:
    listed = part(minutes, "Differences between accounts")
    assert listed.index("! **Open") < listed.index("… **Being checked") < listed.index("✓ **Settled")
    assert "**To be checked by:** S. Worker, by 24 Nov 2026." in listed
    assert "**Noted in the room.** To be checked by P. Officer, by 24 Nov 2026:" in listed


def test_returns_in_the_minutes_stand_as_they_were_at_the_meeting(
    file: CaseFile, board: BoardSettings, minutes: str, printed: datetime
) -> None:
    assert "overdue by 2 days" in part(minutes, "Returns")
    *others, housing, school = file.requests
    receipt = others[0].receipts[0].but(at=datetime.fromisoformat("2026-11-23T09:00:00+00:00"))
    came = housing.but(state=ReturnState.LATE_AFTER_MEETING, returned=others[0].returned, receipts=(receipt,))
    text = PAPERS.write(Paper.MINUTES, replace(file, requests=(*others, came, school)), board, printed)
    assert "! **missing**: overdue by 2 days; it came on 23 Nov 2026" in text


def test_constraints_say_who_until_when_and_whether_they_were_lifted(minutes: str) -> None:
    held = part(minutes, "Parallel processes and constraints")
    assert "20 Nov 2026, 10:08 (until he is charged or released)" in held
    assert "(no end stated; lifted 20 Nov 2026, 11:00)" in held


def test_time_planned_extended_and_taken_is_printed_by_item(minutes: str) -> None:
    times = part(minutes, "Agenda and time")
    assert "| 10 (+5) | 10:05 | 10:20 | 15 " in times
    assert "**(left unfinished)**" in times


def test_evidence_counts_standing_pins_and_not_those_taken_off(minutes: str) -> None:
    limbs = part(minutes, "The criteria, limb by limb")
    assert "| (b)(ii) Working together        | **nothing found yet**  | 1   | 0       | 1 " in limbs
    assert "- Context (CSC F4.C1): “closed in January with no visit”" in limbs
    assert "Three call-outs, all domestic" not in limbs


def test_views_stand_limb_by_limb_with_the_changed_one_and_who_was_entitled(minutes: str) -> None:
    held = part(minutes, "Each agency's view")
    assert "**suspected:** POL, CSC · **not yet determined:** CHS" in held
    assert "**no view** †" in held
    assert "**View changed, Children's Social Care.** Earlier at 11:20: Another form of review." in held
    assert "when the round closed, 20 Nov 2026, 11:32:** CCG, POL, CSC, CHS, GP." in held
    assert held.count("We ask that the post-mortem be awaited.") == 1


def test_nobody_dissenting_is_said_as_an_answer(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    assert file.meeting is not None
    views = tuple(view.but(dissent="") for view in file.meeting.views)
    lines = tuple(line for line in file.lines if line.kind != "dissent")
    asked = replace(file, lines=lines, meeting=file.meeting.but(views=views, dissent_none=True))
    assert "**Dissent:** none; every agency was asked." in PAPERS.write(Paper.MINUTES, asked, board, printed)
    unasked = replace(asked, meeting=file.meeting.but(views=views))
    assert "**Dissent:** none stated." in PAPERS.write(Paper.MINUTES, unasked, board, printed)


def test_an_action_without_owner_or_date_says_so(minutes: str) -> None:
    table = part(minutes, "Actions")
    assert "| 6.5  | Confirm who held the tenancy             | Head of Tenancy (Homes" in table
    assert "**owner not stated**                     | **date not stated**" in table
    assert "| A-13 |" in table


def test_an_action_on_the_tracker_is_printed_once(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    lines = tuple(line.but(refers="action-2") if line.number == 6 else line for line in file.lines)
    table = part(PAPERS.write(Paper.MINUTES, replace(file, lines=lines), board, printed), "Actions")
    assert "| 6.5 " not in table
    assert table.count("A-13") == 1


def test_corrections_stand_dated_under_their_line_after_confirmation(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    assert file.meeting is not None
    confirmed = file.meeting.but(state=MeetingState.CONFIRMED, confirmed_at=printed)
    text = PAPERS.write(Paper.MINUTES, replace(file, meeting=confirmed), board, printed)
    assert text.index("Criteria are met.") < text.index("> **Corrected 25 Nov 2026, 09:10, by M. Taker**")
    assert "2, the last on 25 Nov 2026, 09:10" in text
    assert "CONFIRMED 7 Dec 2026, 09:30" in text


def test_minutes_and_recommendation_print_their_seal(
    file: CaseFile, board: BoardSettings, minutes: str, printed: datetime
) -> None:
    assert f"`{file.seals['meeting-1']}`" in minutes
    assert f"`{file.seals['advice-1']}`" in PAPERS.write(Paper.RECOMMENDATION, file, board, printed)


def test_a_recommendation_against_the_law_and_without_quorum_says_so(
    file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    assert file.advice is not None
    advice = file.advice.but(recommended=Decided.NO_REVIEW, quorate=False, inquorate_reason="Snow.")
    text = PAPERS.write(Paper.RECOMMENDATION, replace(file, advice=advice), board, printed)
    assert "**On these answers it is** refused under RF-02" in text
    assert "**The meeting was not quorate.** Snow." in text


def test_a_draft_before_anything_happened_still_prints(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    assert file.meeting is not None
    bare = file.meeting.but(
        state=MeetingState.DRAFT,
        started_at=None,
        closed_at=None,
        attendance=(),
        findings=(),
        views=(),
        earlier_views=(),
        constraints=(),
        round_closed_at=None,
        other_children_safety="",
        agree_minutes_by=None,
    )
    text = PAPERS.write(
        Paper.MINUTES,
        replace(file, meeting=bare, lines=(), advice=None, pins=(), settlements=(), requests=(), actions=()),
        board,
        printed,
    )
    for words in ("No agency was asked.", "No view was taken.", "No action was agreed.", "not yet submitted."):
        assert words in text
