"""The law as data: which framework applies when, and what each one holds."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from sscb_tui.domain.errors import InputError
from sscb_tui.domain.frameworks import ClockRule, Framework, available, for_notification, load, told_on
from sscb_tui.domain.terms import Decided, Fact, Result, Strength


@pytest.mark.parametrize(
    ("told_on", "framework"),
    [
        (date(2010, 1, 1), "WT2013"),
        (date(2015, 3, 25), "WT2013"),
        (date(2015, 3, 26), "WT2015"),
        (date(2018, 6, 28), "WT2015"),
        (date(2018, 6, 29), "WT2015-INTERIM"),
        (date(2019, 9, 29), "WT2015-INTERIM"),
        (date(2026, 11, 3), "WT2015-INTERIM"),
    ],
)
def test_a_case_begins_under_the_framework_of_its_day(told_on: date, framework: str) -> None:
    assert for_notification(told_on) == framework


def test_an_unknown_framework_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match=r"'WT1999' is not a framework\. Allowed: WT2013, WT2015, WT2015-INTERIM\."):
        load("WT1999")


def test_a_framework_is_never_a_path() -> None:
    with pytest.raises(InputError):
        load("../frameworks/WT2015")


@pytest.mark.parametrize("framework", available())
def test_every_refused_outcome_has_words_that_bar_it(framework: str) -> None:
    law = load(framework)
    for result in Result:
        lawful = law.outcomes[result]
        for outcome in set(Decided) - set(lawful.allowed):
            assert law.bar(lawful.code, outcome).source


@pytest.mark.parametrize("framework", available())
def test_every_limb_is_quoted_with_its_strength(framework: str) -> None:
    law = load(framework)
    asked = {fact for criterion in law.criteria for fact in criterion.facts}

    assert asked == set(Fact) - {Fact.AGE_UNDER_18, Fact.NORMALLY_RESIDENT}
    assert {criterion.strength for criterion in law.criteria if criterion.code.startswith("reg5")} == {Strength.MUST}
    assert law.criterion("always_list").strength is Strength.SHOULD


@pytest.mark.parametrize("framework", available())
def test_the_mental_health_act_is_that_of_1983(framework: str) -> None:
    law = load(framework)

    assert [category.words for category in law.always_list if "Mental Health Act 1983" in category.words]
    assert "2005" not in next(category.words for category in law.always_list if category.code == "AL-7")


def test_only_2015_defines_serious_harm_and_adds_deprivation_of_liberty() -> None:
    assert [gloss.code for gloss in load("WT2015").serious_harm] == ["SH1", "SH2", "SH3"]
    assert load("WT2013").serious_harm == ()
    assert "AL-8" in {category.code for category in load("WT2015").always_list}
    assert "AL-8" not in {category.code for category in load("WT2013").always_list}


def test_the_interim_guidance_changes_who_is_told_and_no_criterion() -> None:
    before, interim = load("WT2015"), load("WT2015-INTERIM")

    assert [each.code for each in interim.recipients if each.clock == "CK-4"] == ["OFSTED", "DFE", "CSPRP"]
    assert (interim.criteria, interim.always_list, interim.outcomes) == (
        before.criteria,
        before.always_list,
        before.outcomes,
    )
    assert [clock.id for clock in interim.clocks] == [clock.id for clock in before.clocks]
    assert {clock.id for clock in interim.clocks if clock != before.clock(clock.id)} == {"CK-1", "CK-6"}


@pytest.mark.parametrize(
    ("decided_on", "panel"),
    [(date(2018, 6, 28), "NPIE"), (date(2018, 6, 29), "CSPRP"), (date(2018, 7, 10), "CSPRP")],
)
def test_a_decision_is_told_to_the_panel_of_its_own_day(decided_on: date, panel: str) -> None:
    law = told_on(load("WT2015"), decided_on)

    assert [each.code for each in law.recipients if each.notice == "N-PAN"] == [panel]


@pytest.mark.parametrize("framework", available())
def test_every_recipient_has_a_clock_and_every_code_is_used_once(framework: str) -> None:
    law = load(framework)
    codes = [each.code for each in law.recipients]

    assert len(set(codes)) == len(codes)
    assert [each.code for each in law.recipients if law.clock(each.clock) is None] == []


def test_a_framework_that_forgets_a_result_cannot_be_loaded() -> None:
    law = load("WT2015").model_dump()
    del law["outcomes"][Result.TRANSFER]

    with pytest.raises(ValidationError, match="no outcomes for transfer"):
        Framework.model_validate(law)


def test_a_refusal_without_a_code_cannot_be_loaded() -> None:
    law = load("WT2015").model_dump()
    law["outcomes"][Result.TRANSFER]["code"] = ""

    with pytest.raises(ValidationError, match="without a reason code"):
        Framework.model_validate(law)


@pytest.mark.parametrize("limit", ["5", "five WD", "1 year", "-1 WD", ""])
def test_a_limit_that_cannot_be_counted_cannot_be_loaded(limit: str) -> None:
    with pytest.raises(ValidationError):
        ClockRule(id="CK-2", what="x", limit=limit, trigger="x", strength=Strength.LOCAL, source="x", who="x")
