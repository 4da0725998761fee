"""Conflicts are found where they were planted, and not where agencies agree in different words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sscb_tui.domain.base import CaseId, ChronologyId
from sscb_tui.domain.case import Case
from sscb_tui.domain.chronology import ChronologyFile, ChronologyRow, FiledRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.differences import REFERRAL, Difference, differences, who_told_whom
from sscb_tui.domain.differences.settling import answers, digest, settled_by, state_of
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import DifferenceKind, DifferenceState, YesNo
from tests.unit.returns_at_odds.reading import ALIKE, BOARD, Planted, as_file, compare, measure, read

PLANTED, HELD_OUT, FRESH = read("planted.txt"), read("held_out.txt"), read("fresh.txt")
AT = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


def planted(*lines: str) -> Planted:
    return Planted("", "", lines)


@pytest.mark.parametrize("returns", [PLANTED, HELD_OUT, FRESH], ids=["planted", "held out", "fresh"])
def test_what_was_planted_is_found_and_what_agrees_is_left_alone(
    returns: tuple[Planted, ...], case: Case, file: CaseFile
) -> None:
    score = measure(returns, case, file)
    print(f"\n{score.table()}")  # noqa: T201  # the figures are this test's report
    assert score.precision() >= 0.9, score.table()
    assert score.recall() >= 0.8, score.table()


def test_the_planted_returns_are_many_and_of_every_kind() -> None:
    kinds = [each.kind for each in PLANTED]
    assert {*kinds} == {*DifferenceKind, ALIKE}
    assert kinds.count(ALIKE) >= 40
    assert len(kinds) - kinds.count(ALIKE) >= 40


def test_every_party_is_quoted_in_its_own_words(case: Case, file: CaseFile) -> None:
    returns = planted("POL B2 The child is recorded here as Robyn Sample.", "CSC B2 Registered as Robyn Sample.")
    (found,) = compare(returns, case, file)
    assert [(said.agency, said.where, said.words) for said in found.sayings] == [
        (REFERRAL, "referral", "Robin Sample"),
        ("POL", "F4.B2", "The child is recorded here as Robyn Sample."),
        ("CSC", "F4.B2", "Registered as Robyn Sample."),
    ]


def test_what_a_difference_is_called_names_nobody(case: Case, file: CaseFile) -> None:
    names = {"robin", "robyn", "morgan", "sample", "alex", "alec", "lee", "kit"}
    for each in (*PLANTED, *HELD_OUT, *FRESH):
        for found in compare(each, case, file):
            assert names.isdisjoint(found.what.casefold().split()), found.what


def test_an_id_stays_when_words_and_order_change(case: Case, file: CaseFile) -> None:
    lines = ("POL D 3 Sep 2026 | Joint visit | seen", "CSC D 3 Sep 2026 | Joint visit | not seen")
    again = ("CSC D 3 Sep 2026 | Joint visit, cold house | not seen", "POL D 3 Sep 2026 | A joint visit | seen")
    (first,), (second,) = compare(planted(*lines), case, file), compare(planted(*again), case, file)
    assert first.id == second.id
    assert first.id.startswith("seen-")


def test_a_long_passage_is_quoted_short_and_kept_whole(case: Case, file: CaseFile) -> None:
    words = f"Joint visit {'and a long account of it ' * 10}"
    returns = planted(f"POL D 3 Sep 2026 | {words} | seen", "CSC D 3 Sep 2026 | Joint visit | not seen")
    (found,) = compare(returns, case, file)
    assert words.strip() in found.sayings[0].words
    assert len(found.sayings[0].quote) <= 100
    assert found.sayings[0].quote.endswith("…")


def test_a_row_from_a_spreadsheet_is_compared_as_well(case: Case, file: CaseFile) -> None:
    returns = planted("POL D 3 Sep 2026 | Joint visit | seen", "CSC G1 [none]")
    row = ChronologyRow(on=stated("3 Sep 2026"), event="Joint visit", child_seen=YesNo.NO)
    filed = ChronologyFile(
        id=ChronologyId("filed"),
        case_id=CaseId("case-q"),
        receipt=Receipt(file="csc.csv", sha256="0" * 64, at=AT, by="B. Manager"),
        rows=(FiledRow(agency="CSC", row=row),),
    )
    (found,) = differences(replace(as_file(returns, case, file), chronology_files=(filed,)), BOARD)
    assert [said.where for said in found.sayings] == ["F4.D1 row 1", "csc.csv row 1"]


def answer(found: Difference, **said: object) -> Settlement:
    given = {"id": "answer-1", "case_id": "case-q", "difference": found.id, "kind": found.kind, "what": found.what}
    return Settlement.model_validate(given | {"rests_on": digest(found), "by": "M", "at": AT} | said)


def test_the_last_answer_to_a_difference_stands(case: Case, file: CaseFile) -> None:
    case_file = as_file(planted("CSC C4 [cp]", "EDU C4 [cin]"), case, file)
    (found,) = differences(case_file, BOARD)
    check = answer(found, owner="Social care", due=date(2026, 11, 30))
    settled = answer(found, id="answer-2", settled="It was a child protection plan.")
    other = answer(found, id="answer-3", settled="Another matter.", difference="plan-000000")

    def standing(*given: Settlement) -> Settlement | None:
        return settled_by(found, replace(case_file, settlements=given))

    assert standing() is standing(other) is None
    assert standing(check, other) == check
    assert standing(check, settled) == settled
    assert standing(settled, check) == check
    assert [state_of(each) for each in (None, check, settled)] == list(DifferenceState)


def test_an_answer_stands_only_while_the_parties_say_what_they_said(case: Case, file: CaseFile) -> None:
    before = as_file(planted("CSC C4 [cp] Since July.", "EDU C4 [cin]"), case, file)
    (found,) = differences(before, BOARD)
    given = (answer(found, settled="A slip."),)
    told_again = as_file(planted("EDU C4 [cin]", "CSC C4 [cp]  Since  July."), case, file)
    changed = as_file(planted("CSC C4 [cp] Since March.", "EDU C4 [cin]"), case, file)
    for after, stands in ((told_again, True), (changed, False)):
        (again,) = differences(after, BOARD)
        assert again.id == found.id
        assert (settled_by(again, replace(after, settlements=given)) is not None) is stands
        assert answers(again, replace(after, settlements=given)) == given


def test_the_table_says_who_told_whom_and_by_whose_word(case: Case, file: CaseFile) -> None:
    returns = planted(
        "CHS G4 Copied to the GP on 12 Aug 2026; health visiting was not told.",
        "CCG G1 Letter received from the hospital.",
        "STFT G1 [none]",
        "POL D 9 Sep 2026 | Call-out | - | STFT",
    )
    table = who_told_whom(as_file(returns, case, file), BOARD)
    assert [(each.teller, each.told, each.by, each.denied) for each in table] == [
        ("CHS", "CCG", "CHS", False),
        ("CHS", "STFT", "CHS", True),
        ("CHS", "CCG", "CCG", False),
        ("POL", "STFT", "POL", False),
    ]


def test_a_nil_return_and_no_return_say_nothing(file: CaseFile) -> None:
    assert differences(replace(file, requests=()), BOARD) == ()
