"""The mask lies on the words of any view and on nothing else, and leads back to the words it was made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.base import MeetingId
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import AgendaItem, Attendee, Meeting
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill_before_a_meeting
from sscb_tui.services.masking import HIDDEN, Mask, made_for

AGENDA = (AgendaItem(number=1, title="Welcome", minutes=5),)
NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)


@pytest.fixture(scope="module")
def services() -> Iterator[Services]:
    """One case with nine returns."""
    clock = SetClock(NOW)
    opened = open_record(None, clock=clock)
    fill_before_a_meeting(opened, clock, NOW)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def file(services: Services) -> CaseFile:
    """That case with everything that belongs to it."""
    row = next(row for row in services.desk.queue() if row.pseudonym == "Child F")
    return services.desk.file(row.case_id)


@pytest.fixture
def mask(file: CaseFile, services: Services) -> Mask:
    """Its mask."""
    return Mask(file, services.board.settings())


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Finn was weighed", "Child F was weighed"),
        ("seen by Fay Placeholder", "seen by the mother"),
        ("the name Placeholdor on the card", "the name ‹surname› on the card"),
        ("now at 7 Sample Road", "now at ‹address›"),
        ("born 3 Nov 2024, says the clinic", "born ‹date of birth›, says the clinic"),
        ("d.o.b. 03/11/2024", "d.o.b. ‹date of birth›"),
        ("seen on 12 Oct 2026 by police", "seen on 12 Oct 2026 by police"),
        ("", ""),
    ],
)
def test_names_birth_dates_and_addresses_go_and_every_other_word_stays(mask: Mask, said: str, shown: str) -> None:
    assert mask.words(said) == shown
    assert mask.true(shown) == said


def test_a_restricted_answer_is_hidden_wherever_it_is_quoted(mask: Mask, services: Services, file: CaseFile) -> None:
    police = next(each.returned for each in file.requests if each.agency == "POL")
    assert police is not None
    answer = police.answer("F4.K1")
    assert answer is not None
    assert mask.words(f"Police: {answer.text}") == f"Police: {HIDDEN}"
    grid = mask.view(services.scoping.side_by_side(file.case.id))
    row = next(row for question, row in zip(grid.questions, grid.cells, strict=True) if question[0] == "F4.K1")
    assert {cell.silence for cell in row[:8]} == {HIDDEN}
    assert not any(cell.text for cell in row)


def test_a_withheld_answer_says_so_without_its_reason(mask: Mask, services: Services, file: CaseFile) -> None:
    grid = mask.view(services.scoping.side_by_side(file.case.id))
    cells = [cell.silence for row in grid.cells for cell in row if "withheld" in cell.silence]
    assert cells == ["▒ withheld"]


def test_what_holds_nothing_to_mask_is_the_same_object(mask: Mask, file: CaseFile) -> None:
    clean = tuple(each for each in file.requests if each.returned is None)
    assert mask.view(clean) is clean


def test_two_texts_that_look_alike_masked_lead_back_to_neither(mask: Mask) -> None:
    assert mask.words("Fay ate") == mask.words("Fay Placeholder ate")
    assert mask.true("The mother ate") is None


def test_a_return_sent_again_needs_another_mask(mask: Mask, file: CaseFile, services: Services) -> None:
    assert mask.made_for == made_for(file, services.board.settings())


def test_people_at_the_table_are_called_by_posts_that_tell_them_apart(services: Services, file: CaseFile) -> None:
    worker = Attendee(name="A. Worker", post="Social worker", agencies=("CSC",))
    room = (worker, worker.but(name="B. Worker"), Attendee(name="N. Nobody", agencies=("POL", "CSC")))
    case_id = file.case.id
    meeting = Meeting(id=MeetingId("m"), case_id=case_id, chair="L", minute_taker="M", agenda=AGENDA, attendance=room)
    mask = Mask(replace(file, meeting=meeting), services.board.settings())
    said = "A. Worker rang b.  worker, then N. Nobody; a worker wrote"
    shown = "Social worker rang Social worker 2, then member for Police and Social care; a worker wrote"
    assert mask.words(said) == shown
    assert mask.view(meeting).attendance[1].name == "Social worker 2"
    assert mask.true("Social worker 2") == "B. Worker"
    assert mask.words("B. Manager agreed") == "Business Manager agreed"


def test_an_answer_that_was_edited_keeps_its_true_words(mask: Mask) -> None:
    shown = mask.words("Seen by Fay Placeholder at home")
    assert mask.meant(shown, shown) == "Seen by Fay Placeholder at home"
    assert mask.meant(shown, f"{shown} twice") == "Seen by Fay Placeholder at home twice"
    assert mask.meant(shown, "Seen by the mother’s sister at home") == "Seen by Fay Placeholder’s sister at home"
    assert mask.meant(shown, "Seen by the at home") is None
    assert mask.nearly_meant(shown, "Seen by the at home, Fay said") == "Seen by the at home, Fay said"
    assert mask.meant("", "Typed by the mother") == "Typed by the mother"
