"""Lines of the minutes: their senses, whose actions are, what came of them, corrections, and what they said before."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.action import OUTCOME_NOT_STATED
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.minuted import incomplete, lacks, with_corrections
from sscb_tui.domain.terms import ActionState, LineKind
from sscb_tui.services.minutes import About
from tests.services.doors import stage
from tests.services.office import MINUTES, Office

AGREED = About(owner="Housing", due="4 Dec 2026")


def meeting_of(office: Office, at: str = "sitting") -> tuple[str, str]:
    """A case at this stage, and its meeting."""
    case_id = stage(office, at)
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    return case_id, held.id


def test_nothing_is_off_the_record(office: Office) -> None:
    _, held = meeting_of(office)
    before = office.services.meetings.lines(held)
    with pytest.raises(InputError, match="nothing is off the record here"):
        office.services.meetings.write(MINUTES, held, ":o between ourselves")
    assert office.services.meetings.lines(held) == before


def test_an_action_with_owner_and_date_is_on_the_tracker_at_once(office: Office) -> None:
    case_id, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":a Confirm the tenancy", about=AGREED)
    (row,) = office.services.tracker.rows(case_id)
    action = office.services.tracker.action(row.action_id)
    assert line.refers == action.id
    assert (line.owner, line.owner_agency, line.due) == ("Housing", "HSG", date(2026, 12, 4))
    assert (action.early, action.agency, action.action, action.due) == (
        True,
        "HSG",
        "Confirm the tenancy",
        date(2026, 12, 4),
    )
    assert action.intended == OUTCOME_NOT_STATED


def test_somebody_at_the_table_owns_by_post_for_the_agency_they_speak_for(office: Office) -> None:
    case_id, held = meeting_of(office)
    office.services.meetings.write(MINUTES, held, ":a Rewrite the letter", about=About("h. owner", "+7"))
    (row,) = office.services.tracker.rows(case_id)
    action = office.services.tracker.action(row.action_id)
    assert (action.agency, action.owner, action.owner_name) == ("HSG", "Head of tenancy services", "H. Owner")


@pytest.mark.parametrize("owner", ["Nobody Known", "O. Server", "D. Doctor"])
def test_who_is_no_agency_and_speaks_for_none_or_for_several_is_asked_again(office: Office, owner: str) -> None:
    case_id, held = meeting_of(office)
    with pytest.raises(InputError, match="owner"):
        office.services.meetings.write(MINUTES, held, ":a Ring round", about=About(owner, "+7"))
    assert office.services.tracker.rows(case_id) == ()


def test_a_day_that_is_none_is_refused_with_what_is_allowed(office: Office) -> None:
    _, held = meeting_of(office)
    with pytest.raises(InputError, match="9 Nov"):
        office.services.meetings.write(MINUTES, held, ":a Ring round", about=About("Housing", "31 Feb"))


def test_an_action_without_owner_or_date_is_minuted_and_completed_later(office: Office) -> None:
    case_id, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":a Ring round")
    assert lacks(line) == ("owner", "date")
    assert office.services.tracker.rows(case_id) == ()
    assert incomplete(office.services.meetings.lines(held)) == (line,)
    whole = office.services.meetings.edit_line(MINUTES, line.id, line.version, line.text, about=AGREED)
    (row,) = office.services.tracker.rows(case_id)
    assert whole.refers == row.action_id
    assert incomplete(office.services.meetings.lines(held)) == ()


def test_an_edited_line_takes_its_untouched_action_along(office: Office) -> None:
    case_id, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":a Ring round", about=AGREED)
    office.services.meetings.edit_line(MINUTES, line.id, line.version, "Write round", about=About("Police", "+14"))
    (row,) = office.services.tracker.rows(case_id)
    assert (row.agency, row.action, row.moves) == ("POL", "Write round", 1)


def test_an_action_being_carried_out_keeps_its_terms(office: Office) -> None:
    _, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":a Ring round", about=AGREED)
    office.services.progress.update(office.manager, line.refers, ActionState.IN_PROGRESS, "Begun.")
    with pytest.raises(RuleError, match="being carried out"):
        office.services.meetings.edit_line(MINUTES, line.id, line.version, "Write round", about=AGREED)


def test_an_action_on_the_tracker_is_not_left_without_an_owner(office: Office) -> None:
    _, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":a Ring round", about=AGREED)
    with pytest.raises(RuleError, match="keeps an owner and a date"):
        office.services.meetings.edit_line(MINUTES, line.id, line.version, "Ring round", about=About())


def test_a_discrepancy_carries_who_will_check_and_makes_no_action(office: Office) -> None:
    case_id, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, ":d School rang twice; one call logged", about=AGREED)
    assert (line.kind, line.owner, line.refers) == (LineKind.DISCREPANCY, "Housing", "")
    assert office.services.tracker.rows(case_id) == ()


def test_a_quotation_keeps_where_it_stands_and_a_note_does_not(office: Office) -> None:
    _, held = meeting_of(office)
    about = About(source="Police G4")
    assert office.services.meetings.write(MINUTES, held, ":q not shared", about=about).source == "Police G4"
    assert office.services.meetings.write(MINUTES, held, "not shared", about=about).source == ""


def test_a_correction_stands_under_the_line_it_corrects_even_if_it_corrects_a_correction(office: Office) -> None:
    _, held = meeting_of(office)
    write = office.services.meetings.write
    line, other = write(MINUTES, held, "at noon"), write(MINUTES, held, "later")
    first = write(MINUTES, held, ":c at one", about=About(corrects=line.id))
    second = write(MINUTES, held, ":c at two", about=About(corrects=first.id))
    assert second.corrects == line.id
    placed = {each.id: corrections for each, corrections in with_corrections(office.services.meetings.lines(held))}
    assert placed[line.id] == (first, second)
    assert placed[other.id] == ()
    assert first.id not in placed


def test_a_correction_of_another_meeting_is_refused(office: Office) -> None:
    _, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, "at noon")
    _, other = meeting_of(office)
    with pytest.raises(NotFoundError, match="another meeting"):
        office.services.meetings.write(MINUTES, other, ":c at one", about=About(corrects=line.id))


def test_after_confirmation_only_corrections_are_added_and_nothing_is_edited(office: Office) -> None:
    _, held = meeting_of(office, "closed")
    line = office.services.meetings.write(MINUTES, held, "a last note")
    office.services.meetings.confirm(office.lead, held)
    with pytest.raises(RuleError, match="confirmed"):
        office.services.meetings.edit_line(MINUTES, line.id, line.version, "other words")
    with pytest.raises(RuleError, match="confirmed"):
        office.services.meetings.write(MINUTES, held, "one more")
    correction = office.services.meetings.write(MINUTES, held, ":c one word", about=About(corrects=line.id))
    assert (correction.kind, correction.corrects, correction.by) == (LineKind.CORRECTION, line.id, "M. Minutes")


def test_a_line_tells_what_it_said_before_and_who_changed_it(office: Office) -> None:
    _, held = meeting_of(office)
    line = office.services.meetings.write(MINUTES, held, "first words")
    edited = office.services.meetings.edit_line(office.lead, line.id, line.version, "second words")
    office.services.meetings.strike_line(MINUTES, line.id, edited.version)
    told = office.services.meetings.line_versions(line.id)
    assert [(each.text, each.struck) for each in told] == [
        ("first words", False),
        ("second words", False),
        ("second words", True),
    ]
    assert [each.actor.split(",")[0] for each in told] == ["M. Minutes", "L. Lead", "M. Minutes"]
