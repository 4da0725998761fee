"""Every clock of the process against worked dates, and which duties begin when."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.frameworks import ClockRule, load
from sscb_tui.domain.rules.clocks import due, duties_on_decision, duties_on_receipt, duty_to_tell
from sscb_tui.domain.terms import Decided, Strength

WT2013, WT2015 = load("WT2013"), load("WT2015")
SUCCESSOR = ClockRule(
    id="CK-13",
    what="send the rapid review",
    limit="15 WD",
    trigger="notification",
    strength=Strength.MUST,
    source="WT2018 ch.4",
    who="Safeguarding partners",
)


@pytest.mark.parametrize(
    ("framework", "clock", "trigger", "expected"),
    [
        ("WT2015", "CK-1", date(2017, 12, 22), date(2018, 1, 3)),
        ("WT2015", "CK-4", date(2018, 3, 29), date(2018, 4, 9)),
        ("WT2015", "CK-4", date(2016, 8, 24), date(2016, 9, 1)),
        ("WT2015", "CK-1", date(2017, 4, 15), date(2017, 4, 24)),
        ("WT2015", "CK-2", date(2018, 1, 31), date(2018, 2, 28)),
        ("WT2015", "CK-2", date(2016, 1, 31), date(2016, 2, 29)),
        ("WT2015", "CK-2", date(2017, 11, 25), date(2017, 12, 25)),
        ("WT2015", "CK-5", date(2017, 8, 31), date(2018, 2, 28)),
        ("WT2015", "CK-6", date(2018, 5, 29), date(2018, 5, 17)),
        ("WT2013", "CK-6", date(2018, 5, 29), date(2018, 5, 22)),
        ("WT2015", "CK-6", date(2016, 9, 6), date(2016, 8, 25)),
        ("WT2015", "CK-7", date(2015, 11, 26), date(2016, 11, 26)),
        ("WT2013", "CK-4a", date(2013, 8, 15), date(2013, 8, 29)),
        ("WT2015-INTERIM", "CK-4", date(2018, 7, 10), date(2018, 7, 17)),
        ("WT2015", "CK-9", date(2018, 3, 29), date(2018, 3, 30)),
        ("WT2015", "CK-10", date(2017, 11, 30), date(2018, 2, 28)),
        ("WT2015", "CK-11", date(2018, 3, 31), date(2019, 3, 31)),
        ("WT2015", "N-LA", date(2018, 3, 29), date(2018, 3, 29)),
    ],
)
def test_a_clock_runs_out_on_the_worked_date(framework: str, clock: str, trigger: date, expected: date) -> None:
    rule = load(framework).clock(clock)

    assert rule is not None
    assert due(rule, trigger).due == expected


def test_fifteen_working_days_are_counted_for_a_successor_regime() -> None:
    assert due(SUCCESSOR, date(2019, 10, 1)).due == date(2019, 10, 22)


def test_a_limit_on_christmas_day_is_shown_and_acted_on_before() -> None:
    (owed,) = duties_on_receipt(date(2017, 11, 25), WT2015)

    assert (owed.clock, owed.due, owed.act_by) == ("CK-2", date(2017, 12, 25), date(2017, 12, 22))
    assert owed.strength is Strength.SHOULD
    assert owed.rule == "1 month after the Board is told of the incident"


@pytest.mark.parametrize(("clock", "act_by"), [("N-LA", date(2018, 3, 31)), ("CK-9", date(2018, 3, 31))])
def test_what_is_owed_at_once_is_acted_on_when_it_begins_and_not_before(clock: str, act_by: date) -> None:
    """Easter Saturday: the working day before the date due would lie before the decision itself."""
    assert due(WT2015.needed(clock), date(2018, 3, 31)).act_by == act_by


@pytest.mark.parametrize("limit", ["3 days", "2 weeks", "1 month"])
@pytest.mark.parametrize("direction", ["before", "after"])
def test_every_unit_counts_both_ways(limit: str, direction: str) -> None:
    rule = SUCCESSOR.but(limit=limit, direction=direction)
    expected = {
        ("3 days", "before"): date(2019, 9, 28),
        ("3 days", "after"): date(2019, 10, 4),
        ("2 weeks", "before"): date(2019, 9, 17),
        ("2 weeks", "after"): date(2019, 10, 15),
        ("1 month", "before"): date(2019, 9, 1),
        ("1 month", "after"): date(2019, 11, 1),
    }

    assert due(rule, date(2019, 10, 1)).due == expected[limit, direction]


@pytest.mark.parametrize("outcome", [Decided.SCR, Decided.ALTERNATIVE, Decided.NO_REVIEW])
@pytest.mark.parametrize("framework", [WT2013, WT2015], ids=lambda framework: framework.id)
def test_every_final_decision_is_told_to_all_three(outcome: Decided, framework: object) -> None:
    owed = duties_on_decision(date(2018, 3, 29), outcome, WT2013 if framework is WT2013 else WT2015)

    assert [duty.to for duty in owed if duty.clock.startswith("CK-4")] == ["OFSTED", "DFE", "NPIE"]
    assert {duty.due for duty in owed if duty.clock.startswith("CK-4")} == {date(2018, 4, 9)}


def test_only_a_serious_case_review_starts_six_months() -> None:
    def clocks(outcome: Decided) -> list[str]:
        return [duty.clock for duty in duties_on_decision(date(2017, 8, 31), outcome, WT2015)]

    besides = ["N-LA", "N-BRD", "N-REF", "N-FAM"]
    assert clocks(Decided.SCR) == ["CK-4", "CK-4", "CK-4", *besides, "CK-5", "CK-10"]
    assert clocks(Decided.NO_REVIEW) == ["CK-4", "CK-4", "CK-4", *besides, "CK-10"]


@pytest.mark.parametrize("outcome", [Decided.DEFER, Decided.TRANSFER])
def test_to_defer_or_transfer_starts_no_clock(outcome: Decided) -> None:
    assert duties_on_decision(date(2018, 3, 29), outcome, WT2015) == ()


def test_the_panel_is_owed_an_explanation_of_a_no_and_only_the_panel() -> None:
    told = duties_on_decision(date(2018, 3, 29), Decided.NO_REVIEW, WT2015)

    assert [duty.to for duty in told if "explanation" in duty.what] == ["NPIE"]
    assert all("explanation" not in duty.what for duty in duties_on_decision(date(2018, 3, 29), Decided.SCR, WT2015))


def test_under_wt2013_the_panel_has_fourteen_days_or_less() -> None:
    panel = duties_on_decision(date(2013, 8, 15), Decided.NO_REVIEW, WT2013)[2]

    assert panel.clock == "CK-4a"
    assert panel.due == date(2013, 8, 22)
    assert panel.rule == "14 days after the decision; 5 working days after the decision is earlier and is used"


def test_the_panels_own_period_counts_where_it_ends_first() -> None:
    short = [clock.but(limit="2 days") if clock.id == "CK-4a" else clock for clock in WT2013.clocks]
    panel = duties_on_decision(date(2013, 8, 15), Decided.NO_REVIEW, WT2013.but(clocks=short))[2]

    assert panel.due == date(2013, 8, 17)
    assert panel.act_by == date(2013, 8, 16)
    assert panel.rule == "2 days after the decision"


def test_recipients_follow_the_day_of_decision_and_the_case_keeps_its_framework() -> None:
    """Told on 20 June 2018 under WT2015, decided on 10 July 2018: the old panel is gone."""
    told = duties_on_decision(date(2018, 7, 10), Decided.NO_REVIEW, WT2015)
    statutory = [duty for duty in told if duty.clock == "CK-4"]

    assert [duty.to for duty in statutory] == ["OFSTED", "DFE", "CSPRP"]
    assert {duty.due for duty in statutory} == {date(2018, 7, 17)}
    assert "explanation" in statutory[2].what
    assert {duty.source for duty in statutory} == {"WT2015 ch.4"}


def test_a_body_told_only_where_it_is_concerned_is_told_from_the_day_that_is_known() -> None:
    owed = duty_to_tell("CORONER", date(2018, 3, 29), date(2018, 4, 3), WT2015)

    assert owed is not None
    assert (owed.clock, owed.to, owed.started_on, owed.due) == (
        "N-OTH",
        "CORONER",
        date(2018, 4, 3),
        date(2018, 4, 10),
    )
    assert duty_to_tell("NOBODY", date(2018, 3, 29), date(2018, 4, 3), WT2015) is None
