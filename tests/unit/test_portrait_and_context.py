"""The child in a paragraph, and a passage in its source: nobody is named, and nothing cited is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from sscb_tui.domain.base import LineId, MeetingId
from sscb_tui.domain.context import AROUND, NOT_HELD, in_context
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import MinuteLine
from sscb_tui.domain.portrait import LONGEST, portrait
from sscb_tui.domain.scoping import Answer
from tests.unit.conftest import MET


def telling(file: CaseFile, words: str) -> CaseFile:
    """The file with another account of what happened."""
    padded = f"{words} " + "It was told on the telephone and is told here again. " * 3
    return replace(file, case=file.case.but(referral=file.case.referral.but(what_happened=padded)))


def test_the_child_is_told_in_one_sentence_of_the_record(file: CaseFile) -> None:
    told = portrait(telling(file, "Quentin was brought in with bruises. His aunt came later."))
    assert told == "Child Q, about 4 months on 1 Nov 2026. Child Q was brought in with bruises. The child died."


def test_an_age_that_is_known_is_reckoned_to_the_day(file: CaseFile) -> None:
    born = file.case.child.but(date_of_birth=date(2026, 7, 1))
    assert portrait(replace(file, case=file.case.but(child=born))).startswith("Child Q, 4 m on 1 Nov 2026. ")


@pytest.mark.parametrize(("length", "cut"), [(LONGEST - 1, False), (LONGEST, False), (LONGEST + 1, True)])
def test_a_long_sentence_is_cut_at_a_word(length: int, cut: bool, file: CaseFile) -> None:
    words = ("seen " * 60)[: length - 1].rstrip()
    words += "x" * (length - 1 - len(words)) + "."
    told = portrait(telling(file, words))
    assert ("…" in told) is cut


def minuted(file: CaseFile, *texts: str) -> CaseFile:
    """The file with these lines in its minutes."""
    at: datetime = MET
    lines = tuple(
        MinuteLine(
            id=LineId(f"line-{number}"),
            meeting_id=MeetingId("meeting-q"),
            number=number,
            at=at + timedelta(minutes=number),
            text=text,
            by="M. Taker",
            struck=text == "struck",
        )
        for number, text in enumerate(texts, 1)
    )
    return replace(file, lines=lines)


def test_a_minute_stands_between_its_neighbours(file: CaseFile) -> None:
    on = minuted(file, *(f"Line {number}." for number in range(1, 6)), "struck", "Quentin was seen.", "Line 8.")
    found = in_context(Evidence(source="minutes", ref="minute 7", quote="Quentin was seen."), on)
    assert found.words == "09:37  Child Q was seen."
    assert found.before.splitlines() == [f"09:{30 + number}  Line {number}." for number in range(6 - AROUND, 6)]
    assert found.after == "09:38  Line 8."


def test_a_minute_cited_by_its_words_is_found_by_them(file: CaseFile) -> None:
    on = minuted(file, "Before.", "Three call-outs, none shared.", "After.")
    found = in_context(Evidence(source="minutes", ref="item 8", quote="none shared."), on)
    assert (found.before, found.after) == ("09:31  Before.", "09:33  After.")


def test_an_answer_is_shown_whole_around_the_words_cited(file: CaseFile) -> None:
    first, *others = file.requests
    assert first.returned is not None
    answer = Answer(question="F4.G4", text="We knew of two visits. The third was not shared. It should have been.")
    held = first.but(returned=first.returned.but(answers=(answer,)))
    on = replace(file, requests=(held, *others))
    found = in_context(Evidence(source="return", ref=f"{first.agency} F4.G4", quote="The third was not shared."), on)
    assert found.where.startswith(f"{first.agency}, ")
    assert (found.before, found.words) == ("We knew of two visits.", "The third was not shared.")
    assert found.after == "It should have been."


@pytest.mark.parametrize("source", ["minutes", "chronology", "return", "referral", "other"])
def test_a_source_that_is_not_held_says_so_and_keeps_the_words(source: str, file: CaseFile) -> None:
    cited = Evidence.model_validate({"source": source, "ref": "POL F4.Z9", "quote": "Words nobody else has."})
    found = in_context(cited, file)
    assert (found.words, found.after) == ("Words nobody else has.", NOT_HELD)
