"""Chronology files: taken whole with a receipt or refused by line, and merged with the returns."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest

from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.terms import Paper, Precision
from sscb_tui.services.chronology_view import edition
from tests.services.office import MANAGER, MEMBER, Office

GOOD = b"date,agency,event,source\n2 Mar 2026,POL,Call-out,RMS 1\ntwo days later,POL,Rang back,\n,HSG,Arrears,\n"


def take(office: Office, case_id: str, text: str | bytes, name: str = "rows.csv") -> None:
    data = text if isinstance(text, bytes) else text.encode()
    office.services.chronologies.take(MANAGER, case_id, name, data)


def rows(office: Office, case_id: str) -> list[tuple[str, str, str, str]]:
    found = office.services.chronologies.merged(case_id).rows
    return [(row.text, row.agency, row.event, row.source) for row in found]


def test_a_file_is_kept_with_its_receipt_and_its_rows_come_back_as_typed(office: Office) -> None:
    case = office.received()
    taken = office.services.chronologies.take(MANAGER, case.id, "rows.csv", GOOD)
    assert (taken.receipt.sha256, taken.receipt.by) == (sha256(GOOD).hexdigest(), MANAGER.name)
    assert rows(office, case.id) == [
        ("2 Mar 2026", "POL", "Call-out", "RMS 1"),
        ("two days later", "POL", "Rang back", ""),
        ("", "HSG", "Arrears", ""),
    ]
    first, relative, _ = office.services.chronologies.merged(case.id).rows
    assert (first.earliest, first.latest, first.precision) == (date(2026, 3, 2), date(2026, 3, 2), Precision.EXACT)
    assert (relative.earliest, relative.precision, relative.came_in) == (None, Precision.UNDATED, "file")
    (entry,) = [each for each in office.services.desk.history(case.id) if each.entity == "chronologies"]
    assert entry.move == "chronology imported"
    assert office.services.record.journal.verify() is None


def test_spreadsheets_marks_quotes_and_formulas_are_text(office: Office) -> None:
    case = office.received()
    take(
        office, case.id, '\ufeffSource;Event;Agency;Date\r\n=A1;"=HYPERLINK(""x"");\r\nnext";pol;March 2026\r\n;;;\r\n'
    )
    assert rows(office, case.id) == [("March 2026", "POL", '=HYPERLINK("x");\r\nnext', "=A1")]


def test_an_agency_goes_by_code_or_name(office: Office) -> None:
    case = office.received()
    board = office.services.board.settings()
    known = board.agency("POL")
    assert known is not None
    take(office, case.id, f"date,agency,event\n?, pol ,a\n?,{known.names[0].name.upper()},b\n")
    assert [row[1] for row in rows(office, case.id)] == ["POL", "POL"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "date: is missing"),
        ("date,event\n?,x\n", "agency: is missing"),
        ("date,agency,event,colour\n", "'colour': is not a column"),
        ("date,agency,event,event\n", "event: stands twice"),
        ("date,agency,event\n", "holds no rows"),
        ("date,agency,event\n?,POL,x\n?,NOBODY,x\n", "line 3, rows.csv: agency: 'NOBODY' is not in the Board's list"),
        ("date,agency,event\n?,,x\n", "line 2, rows.csv: agency: is missing"),
        ("date,agency,event\n?,POL,\n", "line 2, rows.csv: event: is missing"),
        ("date,agency,event\n?,POL, \n", "line 2, rows.csv: event: must say something"),
        ("date,agency,event\n?,POL\n", "line 2, rows.csv: has 2 cells where the header has 3"),
        ('date,agency,event\n?,POL,"x\n', "cannot be read as CSV"),
        (b"date,agency,event\n?,POL,\xff\n", "line 2, rows.csv: is not UTF-8"),
    ],
)
def test_a_bad_file_is_refused_by_line_and_nothing_of_it_is_kept(office: Office, text: str | bytes, words: str) -> None:
    case = office.received()
    before = len(office.services.desk.history(case.id))
    with pytest.raises(InputError) as caught:
        take(office, case.id, text)
    assert words in str(caught.value)
    assert rows(office, case.id) == []
    assert len(office.services.desk.history(case.id)) == before


def test_every_bad_line_is_told_at_once(office: Office) -> None:
    case = office.received()
    with pytest.raises(InputError) as caught:
        take(office, case.id, "date,agency,event\n?,NOBODY,x\n?,POL,x\n?,POL,\n")
    assert [problem.line for problem in caught.value.problems] == [2, 4]


def test_the_same_file_is_refused_twice_under_any_name_but_not_for_another_case(office: Office) -> None:
    case, other = office.received(), office.received()
    take(office, case.id, GOOD)
    with pytest.raises(RuleError) as refused:
        take(office, case.id, GOOD, "again.csv")
    assert refused.value.violations[0].code == "F5-again"
    assert "again.csv is a chronology this case already holds, unchanged: it was imported on 2 Nov 2026" in str(
        refused.value
    )
    take(office, other.id, GOOD)
    take(office, case.id, GOOD + b"?,POL,more,\n")
    assert len(office.services.desk.file(case.id).chronology_files) == 2


def test_a_member_takes_none(office: Office) -> None:
    case = office.received()
    with pytest.raises(RuleError, match="Business Manager"):
        office.services.chronologies.take(MEMBER, case.id, "rows.csv", GOOD)
    assert rows(office, case.id) == []


def test_returns_and_files_stand_in_one_order_with_candidates_and_silences(office: Office) -> None:
    case = office.returned()
    happened = office.services.desk.file(case.id).incident.happened_on.text
    take(office, case.id, f"date,agency,event\n1 Jan 2026,HSG,Tenancy began\n{happened},HSG,Told of the incident\n")
    merged = office.services.chronologies.merged(case.id)
    assert {row.came_in for row in merged.rows} == {"return", "file"}
    assert {row.agency for row in merged.rows if row.same} == {"CHS", "CSC", "POL", "EDU", "HSG"}
    (gap,) = [gap for gap in merged.gaps if gap.kind == "without contact"]
    assert gap.first == date(2026, 1, 1)
    assert gap.after_id == merged.rows[0].entry_id


def test_choosing_rows_leaves_the_silences_as_they_are(office: Office) -> None:
    case = office.returned()
    take(office, case.id, "date,agency,event\n1 Jan 2020,HSG,Tenancy began\n1 Jan 2025,HSG,Tenancy ended\n")
    whole = office.services.chronologies.merged(case.id)
    key = office.services.chronologies.merged(case.id, key=True)
    late = office.services.chronologies.merged(case.id, since=date(2025, 1, 1))
    assert key.gaps == late.gaps == whole.gaps
    assert key.rows == tuple(row for row in whole.rows if row.key)
    assert "Tenancy began" not in [row.event for row in late.rows]
    assert "Tenancy ended" in [row.event for row in late.rows]


def test_the_view_says_what_may_be_one_event_who_is_named_and_what_an_undated_row_follows(office: Office) -> None:
    case = office.received()
    take(
        office,
        case.id,
        'date,agency,event\n2 Mar 2026,POL,"Call-out, shouting"\ntwo days later,POL,Rang mother back\n'
        '3 Mar 2026,CSC,"Police call-out, shouting"\n?,HSG,Arrears\n',
    )
    view = office.services.chronologies.merged(case.id)
    by_event = {row.event: row.entry_id for row in view.rows}
    (same,) = view.events
    assert same.entry_ids == (by_event["Call-out, shouting"], by_event["Police call-out, shouting"])
    assert same.differs == ("date", "words")
    follows = {row.event: row.follows for row in view.rows}
    assert follows["Rang mother back"] == by_event["Call-out, shouting"]
    assert follows["Arrears"] == follows["Call-out, shouting"] == ""
    labels = [label for label, _ in view.people]
    assert not any(
        name in label for name in (case.child.name, *(each.name for each in case.family)) for label in labels
    )
    mother = next(ids for label, ids in view.people if "mother" in label)
    assert mother == {by_event["Rang mother back"]}


def test_the_edition_of_a_chronology_changes_with_its_documents_alone(office: Office) -> None:
    case = office.received()
    before = edition(office.services.desk.file(case.id))
    assert edition(office.services.desk.file(case.id)) == before
    take(office, case.id, GOOD)
    assert edition(office.services.desk.file(case.id)) != before


def test_the_paper_waits_for_a_chronology(office: Office) -> None:
    case = office.received()
    assert Paper.CHRONOLOGY not in office.services.papers.available(case.id)
    with pytest.raises(NotFoundError, match="no agency has given a chronology"):
        office.services.papers.render(Paper.CHRONOLOGY, case.id)
    with pytest.raises(NotFoundError, match="no agency has given a chronology"):
        office.services.papers.chronology_csv(case.id)
    take(office, case.id, GOOD)
    assert Paper.CHRONOLOGY in office.services.papers.available(case.id)
    paper = office.services.papers.render(Paper.CHRONOLOGY, case.id)
    assert "Rang back" in paper.markdown
    assert paper.filename.startswith("SSCB-2026-001_chronology_v1_")
