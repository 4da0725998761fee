"""The merged chronology: an honest order, same events side by side, silences named, and nothing lost or completed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.merge import (
    Entry,
    about,
    candidates,
    differing,
    gaps,
    key_events,
    last_days,
    merged,
    within,
)
from sscb_tui.domain.terms import YesNo

YES, NO, OPEN = YesNo.YES, YesNo.NO, YesNo.UNDETERMINED


def document(agency: str, *rows: tuple[str, str], seen: YesNo = OPEN, name: str = "") -> list[Entry]:
    """One agency's rows, (date, event) each, in the order of its document."""
    said = (ChronologyRow(on=stated(on), event=event, child_seen=seen) for on, event in rows)
    return [Entry(agency, row, "return", name or f"of-{agency}", place) for place, row in enumerate(said, 1)]


def entry(agency: str, on: str, event: str, people: str = "", kind: str = "", seen: YesNo = OPEN) -> Entry:
    row = ChronologyRow(on=stated(on), event=event, people=people, kind=kind, child_seen=seen)
    return Entry(agency, row, "return", f"of-{agency}-{on}-{event}", 1)


def order(entries: list[Entry]) -> list[str]:
    return [f"{each.agency} {each.row.on.text}" for each in merged(entries)]


def test_what_says_less_stands_at_its_earliest_day_and_the_shorter_range_first() -> None:
    texts = [
        "2012",
        "March 2012",
        "1 Mar 2012",
        "early March 2012",
        "30 Dec 2011 to Feb 2012",
        "Spring 2012",
        "2 Mar 2012",
    ]
    assert order(document("POL", *((text, "x") for text in texts))) == [
        "POL 30 Dec 2011 to Feb 2012",
        "POL 2012",
        "POL 1 Mar 2012",
        "POL early March 2012",
        "POL March 2012",
        "POL Spring 2012",
        "POL 2 Mar 2012",
    ]


def test_on_one_day_agencies_come_by_code_and_their_rows_as_they_wrote_them() -> None:
    police = document("POL", ("2 Mar 2012", "first"), ("2 Mar 2012", "second"))
    social = document("CSC", ("2 Mar 2012", "third"))
    assert [each.row.event for each in merged(police + social)] == ["third", "first", "second"]


def test_an_undated_row_stays_behind_the_row_it_follows_in_its_own_document() -> None:
    police = document("POL", ("2 Mar 2012", "a"), ("two days later", "b"), ("?", "c"), ("9 Mar 2012", "d"))
    social = document("CSC", ("3 Mar 2012", "e"), ("next day", "f"))
    assert order(police + social) == [
        "POL 2 Mar 2012",
        "POL two days later",
        "POL ?",
        "CSC 3 Mar 2012",
        "CSC next day",
        "POL 9 Mar 2012",
    ]


def test_an_undated_row_follows_no_other_agency_even_in_one_file() -> None:
    mixed = [
        *document("POL", ("2 Mar 2012", "a"), name="file"),
        Entry("CSC", ChronologyRow(on=stated("next day"), event="b"), "file", "file", 2),
    ]
    assert order([*mixed, *document("HSG", ("1 Jan 2013", "c"))]) == [
        "POL 2 Mar 2012",
        "HSG 1 Jan 2013",
        "CSC next day",
    ]


def test_what_follows_nothing_goes_to_the_end() -> None:
    assert order(document("POL", ("?", "a"), ("9 Mar 2012", "b"))) == ["POL 9 Mar 2012", "POL ?"]


TEXTS = st.sampled_from(["2 Mar 2012", "3 Mar 2012", "March 2012", "Spring 2012", "2012", "?", "", "two days later"])
ROWS = st.lists(st.tuples(st.sampled_from(["POL", "CSC", "HSG"]), TEXTS | st.text(max_size=12)), max_size=12)


def entries_of(rows: list[tuple[str, str]]) -> list[Entry]:
    return [
        Entry(agency, ChronologyRow(on=stated(on), event=f"event {number}"), "file", f"file-{number % 2}", number)
        for number, (agency, on) in enumerate(rows, 1)
    ]


@given(rows=ROWS, shuffle=st.randoms())
def test_nothing_is_lost_the_order_is_one_and_no_date_is_completed(
    rows: list[tuple[str, str]], shuffle: object
) -> None:
    given_in = entries_of(rows)
    found = merged(given_in)
    assert sorted(each.id for each in found) == sorted(each.id for each in given_in)
    assert merged(reversed(given_in)) == found
    assert merged(found) == found
    by_id = {each.id: each for each in given_in}
    assert all(each is by_id[each.id] and each.row.on == stated(each.row.on.text) for each in found)
    spans = [each.span for each in found if each.span]
    assert spans == sorted(spans)


@given(rows=ROWS)
def test_filters_candidates_and_gaps_change_nothing_and_invent_nothing(rows: list[tuple[str, str]]) -> None:
    whole = merged(entries_of(rows))
    held = set(whole)
    for some in (key_events(whole), about(whole, "event"), last_days(whole, date(2012, 3, 3)), differing(whole)):
        assert list(some) == [each for each in whole if each in set(some)]
    for candidate in candidates(whole):
        codes = [each.agency for each in candidate.entries]
        assert len(set(codes)) == len(codes) > 1
        assert set(candidate.entries) <= held
    for gap in gaps(whole, date(2013, 1, 1), least=1):
        assert gap.days > 0
        assert {gap.after, *gap.unless} <= held


SAME = [
    ("the same day", ("2 Mar 2012", "Call-out, shouting"), ("2 Mar 2012", "Shouting: a call-out"), True),
    ("the next day", ("2 Mar 2012", "Call-out, shouting"), ("3 Mar 2012", "Call-out, shouting"), True),
    ("two days on", ("2 Mar 2012", "Call-out, shouting"), ("4 Mar 2012", "Call-out, shouting"), False),
    ("a month that holds it", ("2 Mar 2012", "Call-out, shouting"), ("March 2012", "Call-outs and shouting"), True),
    ("other words", ("2 Mar 2012", "Call-out, shouting"), ("2 Mar 2012", "Housing visit, rent arrears"), False),
    ("one common word", ("2 Mar 2012", "Home visit"), ("2 Mar 2012", "Clinic visit, weighed"), False),
    ("only small words", ("2 Mar 2012", "He was with her"), ("2 Mar 2012", "She was with him"), False),
    ("undated", ("?", "Call-out, shouting"), ("2 Mar 2012", "Call-out, shouting"), False),
    ("word forms", ("2 Mar 2012", "Bruise seen on cheek"), ("2 Mar 2012", "Bruising to cheek"), True),
]


@pytest.mark.parametrize(("one", "other", "same"), [row[1:] for row in SAME], ids=[row[0] for row in SAME])
def test_dates_and_words_say_what_may_be_one_event(one: tuple[str, str], other: tuple[str, str], *, same: bool) -> None:
    found = candidates([*document("POL", one), *document("CSC", other)])
    assert bool(found) is same


def test_people_or_kind_must_agree_where_both_say_them() -> None:
    mine = entry("POL", "2 Mar 2012", "Call-out, shouting", people="P1, P2", kind="incident")
    assert candidates([mine, entry("CSC", "2 Mar 2012", "Call-out, shouting", people="P2", kind="contact")])
    assert candidates([mine, entry("CSC", "2 Mar 2012", "Call-out, shouting", people="P3", kind="Incident")])
    assert not candidates([mine, entry("CSC", "2 Mar 2012", "Call-out, shouting", people="P3", kind="contact")])


def test_one_agencys_rows_are_never_each_others_event() -> None:
    assert not candidates(document("POL", ("2 Mar 2012", "Call-out, shouting"), ("2 Mar 2012", "Call-out, shouting")))


def test_a_vague_row_stands_beside_each_event_it_may_be_and_joins_no_two() -> None:
    vague = document("HSG", ("2012", "Police call-outs, shouting"))
    police = document("POL", ("2 Mar 2012", "Call-out, shouting"), ("9 June 2012", "Call-out, shouting"))
    groups = [[each.row.on.text for each in candidate.entries] for candidate in candidates(vague + police)]
    assert groups == [["2012", "2 Mar 2012"], ["2012", "9 June 2012"]]


def test_three_accounts_of_one_event_stand_in_one_group() -> None:
    (candidate,) = candidates(entry(code, "2 Mar 2012", "Call-out, shouting") for code in ("POL", "CSC", "HSG"))
    assert [each.agency for each in candidate.entries] == ["CSC", "HSG", "POL"]
    assert candidate.differs == ()


def test_what_accounts_differ_in_is_named_and_a_single_not_is_enough() -> None:
    one = entry("POL", "2 Mar 2012", "Baby was asleep, call-out", people="P1, P2", kind="incident", seen=YES)
    other = entry("CSC", "3 Mar 2012", "Baby was not asleep, call-out", people="P1", kind="incident", seen=NO)
    (candidate,) = candidates([one, other])
    assert candidate.differs == ("date", "child seen", "people", "words")
    assert differing([one, other, entry("HSG", "2 Mar 2012", "Rent")]) == (one, other)


def test_only_accounts_that_are_alike_to_the_word_do_not_differ() -> None:
    one, other = entry("POL", "2 Mar 2012", "Call-out: shouting."), entry("CSC", "2 Mar 2012", "call-out, SHOUTING")
    (candidate,) = candidates([one, other])
    assert candidate.differs == ()
    assert differing([one, other]) == ()


def labels(entries: list[Entry], until: date | None = None) -> list[str]:
    return [gap.label for gap in gaps(entries, until)]


def test_days_unseen_are_counted_past_contacts_in_which_the_child_was_not_seen() -> None:
    rows = [
        entry("CSC", "1 Jan 2026", "seen", seen=YES),
        entry("GPX", "20 Jan 2026", "telephone"),
        entry("POL", "10 Feb 2026", "not seen", seen=NO),
        entry("CSC", "5 Apr 2026", "seen", seen=YES),
    ]
    assert labels(rows) == ["94 days unseen", "54 days without contact"]


def test_the_last_silence_ends_at_the_incident_and_later_rows_do_not_count() -> None:
    rows = [entry("CSC", "1 Jan 2026", "seen", seen=YES), entry("POL", "1 June 2026", "after", seen=YES)]
    assert labels(rows, date(2026, 3, 1)) == [
        "59 days unseen, up to the incident",
        "59 days without contact, up to the incident",
    ]


def test_four_weeks_are_named_and_a_day_less_is_not() -> None:
    assert labels(document("CSC", ("1 Jan 2026", "a"), ("29 Jan 2026", "b"))) == ["28 days without contact"]
    assert labels(document("CSC", ("1 Jan 2026", "a"), ("28 Jan 2026", "b"))) == []


def test_only_the_days_that_are_certain_are_counted() -> None:
    rows = document("CSC", ("January 2026", "a"), ("April 2026", "b"))
    assert labels(rows) == ["at least 60 days without contact"]


def test_a_vague_or_undated_row_hides_no_silence_and_is_named() -> None:
    rows = document("CSC", ("1 Jan 2026", "a"), ("two days later", "b"), ("2026", "c"), ("1 June 2026", "d"))
    assert labels(rows) == ["151 days without contact, unless two days later (CSC), 2026 (CSC)"]


def test_without_dates_there_is_nothing_to_count() -> None:
    assert labels(document("CSC", ("?", "a"), ("later", "b")), date(2026, 1, 1)) == []


def test_a_person_is_found_by_the_whole_word() -> None:
    rows = [
        entry("CSC", "?", "x", people="P1, P12"),
        entry("POL", "?", "x", people="P12"),
        entry("HSG", "?", "p1 telephoned"),
        entry("CHS", "?", "x", people="Zoë  Example"),
    ]
    assert [each.agency for each in about(rows, "p1")] == ["CSC", "HSG"]
    assert [each.agency for each in about(rows, "zoe example")] == ["CHS"]
    assert about(rows, "  ") == ()
    assert [each.agency for each in about(rows, "P1", "Zoe Example", "")] == ["CSC", "HSG", "CHS"]


def test_the_last_ninety_days_keep_what_may_fall_there_and_what_follows_it() -> None:
    rows = document(
        "CSC", ("31 July 2026", "a"), ("next day", "b"), ("4 Aug 2026", "c"), ("next day", "d"), ("2026", "e")
    )
    kept = [each.row.event for each in last_days(merged(rows), date(2026, 11, 2))]
    assert kept == ["e", "c", "d"]
    assert [each.row.event for each in within(rows, date(2026, 12, 31))] == ["e"]
