"""Trackers kept elsewhere: every row is taken, changed or refused in words; nothing is invented and nothing lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.terms import ActionState, Gap, Origin
from sscb_tui.domain.trackers.columns import Column, fingerprint, mapped
from sscb_tui.domain.trackers.written import HEADINGS
from sscb_tui.mappings import Mappings
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.imports import OURS, Imports, ImportTerms
from sscb_tui.services.views.imports import ImportReport, Verdict
from tests.services.office import LIIP, MANAGER, Office

HEADER = "No,Recommendation,Action,Agency,Owner,By when,Status,RAG,Progress,Cost\n"
ROWS = (
    "1,Share call-outs.,Write to GPs,Police,Detective inspector,30/11/2026,In progress,A,Letter drafted,£200\n"
    "2,Share call-outs.,Write to schools,Police / Housing,Head of A; Head of B,Nov 2026,Closed,R,,\n"
)
Rows = frozenset[int]
NONE: Rows = frozenset()
HOSTILE = ("=cmd|' /C calc'!A0", "[bold]x[/bold]", "a\nb\n\nc", "'=1", "\u202egnp.exe", "| a | b |", "\x1b[31m", "  x")


def imported(
    office: Office, text: str | bytes, case_id: str, *, reason: str = "", approved_by: str = "", without: Rows = NONE
) -> ImportReport:
    data = text.encode() if isinstance(text, str) else text
    opened = office.services.imports.open(data, "plan.csv")
    terms = ImportTerms(case_id=case_id, reason=reason, approved_by=approved_by, without=without)
    return office.services.imports.take(MANAGER, opened, terms)


def tried(office: Office, text: str, case_id: str) -> ImportReport:
    opened = office.services.imports.open(text.encode(), "plan.csv")
    return office.services.imports.preview(MANAGER, opened, ImportTerms(case_id=case_id))


def actions(office: Office) -> tuple[Action, ...]:
    return tuple(office.services.record.actions.all())


def recommendations(office: Office) -> tuple[Recommendation, ...]:
    return office.services.tracker.recommendations()


def test_rows_arrive_with_what_they_say_and_nothing_else(office: Office) -> None:
    report = imported(office, HEADER + ROWS, office.received().id)
    one, two = actions(office)
    assert [each.text for each in recommendations(office)] == ["Share call-outs."]
    assert (one.number_given, one.agency, one.owner, one.due) == ("1", "POL", "Detective inspector", date(2026, 11, 30))
    assert one.state is ActionState.IN_PROGRESS
    assert (two.agency, two.contributing, two.owner) == ("", ("POL", "HSG"), "Head of A; Head of B")
    assert two.due is None
    assert [row.what for row in report.rows] == ["A-1 under R-1", "A-2 under R-1"]


def test_what_is_no_field_of_ours_is_kept_word_for_word_as_the_first_update(office: Office) -> None:
    imported(office, HEADER + ROWS, office.received().id)
    one, two = actions(office)
    assert one.updates[0].note == "Letter drafted\nTheir colour: amber (A)\nCost: £200"
    assert two.updates[0].note.split("\n") == [
        "Due as given: Nov 2026",
        "Status as given: Closed",
        "Agency as given: Police / Housing",
        "Their colour: red (R)",
    ]


def test_a_closed_row_waits_for_verification_here(office: Office) -> None:
    imported(office, HEADER + ROWS, office.received().id)
    assert actions(office)[1].state is ActionState.DONE_UNVERIFIED


def test_what_a_row_lacks_is_said_in_the_report(office: Office) -> None:
    report = tried(office, HEADER + ROWS, office.received().id)
    said = " ".join(report.rows[1].says)
    assert all(words in said for words in ("no agency", "several owners", "no date", "no outcome"))


def test_a_preview_writes_nothing(office: Office) -> None:
    case_id = office.received().id
    before = office.services.record.journal.seal("cases", case_id)
    assert tried(office, HEADER + ROWS, case_id).count(Verdict.NEW) == 2
    assert actions(office) == ()
    assert office.services.record.journal.seal("cases", case_id) == before
    assert imported(office, HEADER + ROWS, case_id).rows[0].what == "A-1 under R-1"


def test_the_same_file_again_changes_nothing(office: Office) -> None:
    case_id = office.received().id
    imported(office, HEADER + ROWS, case_id)
    before = actions(office)
    again = imported(office, HEADER + ROWS, case_id)
    assert [row.verdict for row in again.rows] == [Verdict.SAME, Verdict.SAME]
    assert actions(office) == before


def test_a_new_line_of_progress_is_a_new_update_and_the_old_one_is_not_repeated(office: Office) -> None:
    case_id = office.received().id
    imported(office, HEADER + ROWS, case_id)
    grown = ROWS.replace("Letter drafted", '"Letter drafted\nLetter sent"').replace("In progress", "Complete")
    report = imported(office, HEADER + grown, case_id)
    action = actions(office)[0]
    assert action.updates[-1].note == "Letter sent\nStatus as given: Complete"
    assert action.state is ActionState.DONE_UNVERIFIED
    assert report.rows[0].verdict is Verdict.CHANGED


def test_a_status_without_a_word_of_progress_is_reported_and_not_taken(office: Office) -> None:
    case_id = office.received().id
    header = "No,Action,Lead,By when,Status\n"
    imported(office, f"{header}1,Write to GPs,Lead,30/11/2026,not started\n", case_id)
    report = imported(office, f"{header}1,Write to GPs,Lead,30/11/2026,blocked\n", case_id)
    assert actions(office)[0].state is ActionState.NOT_STARTED
    assert "state here 'not started', in the file 'blocked': ours stays" in report.rows[0].says


def test_a_moved_date_is_refused_until_somebody_says_why_and_who_approved_it(office: Office) -> None:
    case_id = office.received().id
    imported(office, HEADER + ROWS, case_id)
    moved = ROWS.replace("30/11/2026", "31/01/2027")
    with pytest.raises(InputError, match=r"row 2: A-1 is due 30 Nov 2026 here, 31 Jan 2027 in the file"):
        imported(office, HEADER + moved, case_id)
    assert actions(office)[0].moves == ()
    imported(office, HEADER + moved, case_id, reason="Staff sickness.", approved_by="LIIP, 2 Nov")
    action = actions(office)[0]
    assert (action.first_due, action.due) == (date(2026, 11, 30), date(2027, 1, 31))
    assert (action.moves[0].reason, action.moves[0].approved_by) == ("Staff sickness.", "LIIP, 2 Nov")


def test_a_date_that_moved_before_it_came_here_is_kept_as_a_move(office: Office) -> None:
    header = "No,Action,Owner,Original date,Due\n"
    imported(office, f"{header}1,Write,Lead,1 Sep 2026,30 Nov 2026\n", office.received().id)
    action = actions(office)[0]
    assert (action.first_due, action.due, len(action.moves)) == (date(2026, 9, 1), date(2026, 11, 30), 1)


def test_what_is_open_here_is_filled_in_and_what_differs_stays_ours(office: Office) -> None:
    case_id = office.received().id
    imported(office, "No,Action,Owner,Agency,Due\n1,Write to GPs,,,\n", case_id)
    imported(office, "No,Action,Owner,Agency,Due\n1,Write to GPs,Head of A,HSG,30/11/2026\n", case_id)
    action = actions(office)[0]
    assert (action.owner, action.agency, action.due) == ("Head of A", "HSG", date(2026, 11, 30))
    report = imported(office, "No,Action,Owner,Agency,Due\n1,Write to all GPs,Head of B,POL,30/11/2026\n", case_id)
    assert actions(office) == (action,)
    said = " ".join(report.rows[0].says)
    assert all(words in said for words in ("'Head of A'", "'Head of B'", "'HSG'", "'Write to all GPs'"))


def test_one_number_on_two_rows_makes_two_actions_each_time_the_same_two(office: Office) -> None:
    case_id = office.received().id
    text = "No,Action,Lead,Due\n1,Write to GPs,A,30/11/2026\n1,Train the school nurses,B,30/11/2026\n"
    report = imported(office, text, case_id)
    assert [each.number_given for each in actions(office)] == ["1", "1"]
    assert Gap.NUMBER.label in report.rows[1].says
    assert [row.verdict for row in imported(office, text, case_id).rows] == [Verdict.SAME, Verdict.SAME]


def test_another_plan_that_counts_from_one_does_not_write_on_the_first(office: Office) -> None:
    case_id = office.received().id
    imported(office, "No,Action,Lead\n1,Write to GPs about call-outs,A\n", case_id)
    report = imported(office, "No,Action,Lead\n1,Housing checks tenancy each quarter,B\n", case_id)
    assert report.rows[0].verdict is Verdict.NEW
    assert "number 1 is held already as A-1" in " ".join(report.rows[0].says)


def test_a_number_of_theirs_that_looks_like_ours_is_not_taken_for_ours(office: Office) -> None:
    case_id = office.received().id
    imported(office, "No,Action,Lead\n7,Write to GPs about call-outs,A\n", case_id)
    report = imported(office, "No,Action,Lead\nA-1,Housing checks tenancy each quarter,B\n", case_id)
    assert (report.rows[0].verdict, report.rows[0].what) == (Verdict.NEW, "A-2")


def test_rows_go_to_the_case_they_name_by_reference_or_pseudonym(office: Office) -> None:
    case = office.received()
    text = f"Case,Action,Lead\n{case.reference},One,A\n{case.pseudonym.upper()},Two,A\n"
    imported(office, text, "")
    assert [each.case_id for each in actions(office)] == [case.id, case.id]


def test_a_file_with_one_row_that_cannot_be_taken_is_kept_out_whole(office: Office) -> None:
    case = office.received()
    text = f"Case,Action,Lead\n{case.reference},One,A\nSSCB/1999/001,Two,A\n{case.reference},,B\n"
    with pytest.raises(InputError) as refused:
        imported(office, text, "")
    assert [problem.where for problem in refused.value.problems] == ["row 3", "row 4"]
    assert actions(office) == ()
    report = imported(office, text, "", without=frozenset({3, 4}))
    assert [row.verdict for row in report.rows] == [Verdict.NEW, Verdict.LEFT_OUT, Verdict.LEFT_OUT]


def test_a_recommendation_that_is_tracked_without_an_action_is_tracked_under_its_own_words(office: Office) -> None:
    text = "No,Recommendation,Lead,By when\n1,Share call-outs.,Head of A,30/11/2026\n2,Ask the family.,,\n"
    report = imported(office, text, office.received().id)
    assert [each.action for each in actions(office)] == ["Share call-outs."]
    assert len(recommendations(office)) == 2
    assert "recommendation's own words" in " ".join(report.rows[0].says)
    assert report.rows[1].what == "R-2"


def test_what_names_a_case_or_a_recommendation_elsewhere_is_kept_in_words(office: Office) -> None:
    text = "Review,Rec no,Action,Theme,Lead\nSCR of 2019,4,Write to GPs,communication,A\n"
    report = imported(office, text, office.received().id)
    assert actions(office)[0].updates[0].note.split("\n") == [
        "Case as given: SCR of 2019",
        "Recommendation number as given: 4",
        "Themes as given: communication",
    ]
    assert "under no recommendation" in report.rows[0].says


def test_a_row_goes_under_the_recommendation_it_names_by_number(office: Office) -> None:
    text = "Rec no,Recommendation,Action,Lead\n4,Share call-outs.,Write to GPs,A\n4,,Write to schools,B\n"
    imported(office, text, office.received().id)
    (above,) = recommendations(office)
    assert [each.recommendation_id for each in actions(office)] == [above.id, above.id]


def test_what_a_row_says_otherwise_of_a_recommendation_is_reported(office: Office) -> None:
    case_id = office.received().id
    text = "Rec no,Recommendation,Theme\n4,Share call-outs.,communication\n"
    imported(office, text, case_id)
    report = imported(office, text.replace("communication", "thresholds"), case_id)
    assert report.rows[0].says == ("themes of R-1 here 'communication', in the file 'thresholds': ours stays",)
    assert recommendations(office)[0].themes == ("communication",)


def test_a_first_date_whose_new_one_is_only_words_is_kept_beside_them(office: Office) -> None:
    header = "No,Action,Owner,Original date,Due\n"
    imported(office, f"{header}1,Write,Lead,1 Sep 2026,ongoing\n", office.received().id)
    assert actions(office)[0].updates[0].note == "Due as given: ongoing\nFirst due as given: 1 Sep 2026"


def test_a_blank_recommendation_means_the_one_above_only_where_somebody_says_so(office: Office) -> None:
    case_id = office.received().id
    text = "Rec no,Recommendation,Action\n4,Share call-outs.,Write to GPs\n,,Write to schools\n5,Ask.,Call\n"
    opened = office.services.imports.open(text.encode(), "plan.csv")
    terms = ImportTerms(case_id=case_id)
    assert office.services.imports.preview(MANAGER, opened, terms).rows[1].what == "A-2"
    carried = office.services.imports.take(MANAGER, opened, replace(terms, carried_down=True))
    assert [row.what for row in carried.rows] == ["A-1 under R-1", "A-2 under R-1", "A-3 under R-2"]


def test_their_colour_is_reported_where_it_differs_and_never_becomes_ours(office: Office) -> None:
    case_id = office.received().id
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["No", "Action", "Lead", "By when", "RAG"])
    sheet.append([1, "Write to GPs", "Lead", date(2026, 11, 30), None])
    sheet["E2"].fill = PatternFill("solid", fgColor="FFFF0000")
    data = io.BytesIO()
    book.save(data)
    imported(office, data.getvalue(), case_id)
    assert actions(office)[0].override is None
    assert actions(office)[0].updates[0].note == "Their colour: red (a filled cell)"
    office.services.progress.update(LIIP, actions(office)[0].id, ActionState.IN_PROGRESS, "Begun.")
    report = imported(office, data.getvalue(), case_id)
    assert report.rows[0].says == ("their colour is red, ours is amber",)


def test_what_columns_were_taken_for_is_remembered_by_header_and_holds_no_word_of_it(
    office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "mappings.json"
    imports = Imports(office.services.imports.room, office.services.imports.sheets, Mappings(file))
    opened = imports.open(b"No,Action,Sponsor\n1,Write,Child Q\n", "plan.csv")
    columns = (Column.NUMBER, Column.ACTION, Column.OWNER)
    imports.take(MANAGER, replace(opened, columns=columns), ImportTerms(case_id=office.received().id))
    assert imports.open(b"No,Action,Sponsor\n2,Other,X\n", "next.csv").columns == columns
    assert opened.columns != columns
    assert not any(word in file.read_text() for word in ("Sponsor", "Child Q", "Write"))


def test_a_memory_that_is_damaged_costs_the_memory_and_not_the_work(tmp_path: Path) -> None:
    file = tmp_path / "mappings.json"
    for text in ("{", "[]", '{"a": 1}'):
        file.write_text(text)
        assert Mappings(file).known() == {}
    assert Mappings().known() == {}


def test_our_own_headings_are_guessed_back_to_what_they_are() -> None:
    assert mapped(tuple(HEADINGS.values())) == tuple(HEADINGS)
    assert fingerprint(tuple(HEADINGS.values())) == OURS


def filled(office: Office) -> str:
    """A tracker with everything in it that a table can hold."""
    case_id = office.received().id
    imported(office, HEADER + ROWS, case_id)
    return case_id


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_our_own_tracker_comes_back_and_changes_nothing(office: Office, kind: str) -> None:
    case_id = filled(office)
    office.services.tracker.recommend(MANAGER, case_id, RecommendationForm(text="Ask the family.", origin=Origin.SCR))
    imports = office.services.imports
    before = actions(office), recommendations(office)
    data = imports.csv().encode() if kind == "csv" else imports.xlsx()
    report = imported(office, data, "")
    assert {row.verdict for row in report.rows} == {Verdict.SAME}
    assert len(report.rows) == 3
    assert (actions(office), recommendations(office)) == before


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=40)
said = (words | st.sampled_from(HOSTILE)).filter(lambda text: bool(text.strip()))


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Office]:
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(None, clock=clock)
    services.board.save(MANAGER, people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    yield Office(services, clock)
    services.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(recommendation=said, action=said, owner=said, progress=said, other=said)
def test_whatever_words_a_tracker_holds_they_leave_return_and_change_nothing(
    elsewhere: Office, recommendation: str, action: str, owner: str, progress: str, other: str
) -> None:
    office = elsewhere
    rows = [["Recommendation", "Action", "Lead", "Progress", "Cost"], [recommendation, action, owner, progress, other]]
    imports = office.services.imports
    case_id = office.received().id
    for data in (imports.sheets.csv(rows).encode(), imports.sheets.xlsx(rows, "Plan")):
        imported(office, data, case_id)
    (held,) = office.services.record.actions.of_case(case_id)
    shown = imports.sheets.read(imports.sheets.csv(rows).encode(), "x", "").lines[1]
    assert [held.action, held.owner] == [shown.cells[1].text.strip(), shown.cells[2].text.strip()]
    assert shown.cells[3].text.strip() in held.updates[0].note
    for data in (imports.csv(case_id).encode(), imports.xlsx(case_id)):
        assert {row.verdict for row in imported(office, data, "").rows} == {Verdict.SAME}
    assert office.services.record.actions.of_case(case_id) == (held,)
