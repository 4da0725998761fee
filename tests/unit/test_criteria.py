"""The criteria: every row of the truth table, what each result allows, and the properties that must always hold."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.frameworks import available, load
from sscb_tui.domain.rules.criteria import RULESET, always, assess, both, either, is_unknown, reg5, result_of
from sscb_tui.domain.terms import (
    AbuseOrNeglect,
    Decided,
    Fact,
    Mode,
    Outcome,
    Result,
    Term,
    WorkingTogether,
    YesNo,
)

LAW = load("WT2015")
PROTECTION = [Result.DISCRETIONARY, Result.UNDETERMINED, Result.ALWAYS_LIST, Result.MANDATORY_REG5]
"""From the result that leaves most room for no review to the one that leaves none."""


def answers(**said: str) -> Facts:
    """A child under 18 and resident here, with these answers; every other one is honestly open."""
    known = {
        "age_under_18": "yes",
        "normally_resident": "yes",
        "abuse_or_neglect": "undetermined",
        "outcome": "outcome_unknown",
        "always_list": "undetermined",
        "serious_harm": "undetermined",
        "working_together": "not_yet_asked",
    }
    return Facts.model_validate(known | said)


every_facts = st.builds(
    Facts,
    age_under_18=st.sampled_from(YesNo),
    normally_resident=st.sampled_from(YesNo),
    abuse_or_neglect=st.sampled_from(AbuseOrNeglect),
    outcome=st.sampled_from(Outcome),
    always_list=st.sampled_from(YesNo),
    serious_harm=st.sampled_from(YesNo),
    working_together=st.sampled_from(WorkingTogether),
)
modes = st.sampled_from(Mode)

ANY_A = "known suspected not_suspected undetermined"
ANY_H = "yes no undetermined"
ANY_C = "concern nothing_found_yet not_yet_asked definitively_none"
NOT_DEFEATED = "concern nothing_found_yet not_yet_asked"
SUSPICION = "known suspected"

DEATHS = [
    (1, "yes", "known", "mandatory_reg5"),
    (2, "yes", "suspected", "mandatory_reg5"),
    (3, "yes", "undetermined", "always_list"),
    (4, "yes", "not_suspected", "always_list"),
    (5, "undetermined", "known", "mandatory_reg5"),
    (6, "undetermined", "suspected", "mandatory_reg5"),
    (7, "undetermined", "undetermined", "undetermined"),
    (8, "undetermined", "not_suspected", "undetermined"),
    (9, "no", "known", "mandatory_reg5"),
    (10, "no", "suspected", "mandatory_reg5"),
    (11, "no", "undetermined", "undetermined"),
    (12, "no", "not_suspected", "discretionary"),
]
LIVING = [
    (13, SUSPICION, "yes", "concern", "mandatory_reg5"),
    (14, SUSPICION, "yes", "nothing_found_yet", "mandatory_reg5"),
    (15, SUSPICION, "yes", "not_yet_asked", "undetermined"),
    (16, SUSPICION, "yes", "definitively_none", "discretionary"),
    (17, SUSPICION, "undetermined", NOT_DEFEATED, "undetermined"),
    (18, SUSPICION, "undetermined", "definitively_none", "discretionary"),
    (19, SUSPICION, "no", ANY_C, "discretionary"),
    (20, "undetermined", "yes", NOT_DEFEATED, "undetermined"),
    (21, "undetermined", "yes", "definitively_none", "discretionary"),
    (22, "undetermined", "undetermined", NOT_DEFEATED, "undetermined"),
    (23, "undetermined", "undetermined", "definitively_none", "discretionary"),
    (24, "undetermined", "no", ANY_C, "discretionary"),
    (25, "not_suspected", ANY_H, ANY_C, "discretionary"),
]
UNKNOWN_OUTCOMES = [
    (26, "known", "yes", "concern", "no", "mandatory_reg5"),
    (27, "suspected", "undetermined", "concern", "no", "undetermined"),
    (28, "not_suspected", "yes", "concern", "no", "discretionary"),
    (29, "not_suspected", "yes", "concern", "yes", "undetermined"),
    (30, "known", "yes", "definitively_none", "no", "undetermined"),
]
Row = tuple[int, str, str, str, str, str, str]


def expanded() -> list[Row]:
    """Every row with its "any" written out: number, abuse, outcome, list, harm, joint working, result."""
    deaths = [
        (number, abuse, "died", listed, harm, concern, result)
        for number, listed, abuse, result in DEATHS
        for harm, concern in product(ANY_H.split(), ANY_C.split())
    ]
    living = [
        (number, abuse, "alive", listed, harm, concern, result)
        for number, abuses, harms, concerns, result in LIVING
        for abuse, harm, concern, listed in product(abuses.split(), harms.split(), concerns.split(), ANY_H.split())
    ]
    unknown = [
        (number, a, "outcome_unknown", listed, h, c, result) for number, a, h, c, listed, result in UNKNOWN_OUTCOMES
    ]
    return deaths + living + unknown


@pytest.mark.parametrize("row", expanded(), ids=lambda row: "-".join(str(cell) for cell in row))
def test_the_truth_table(row: Row) -> None:
    _, abuse, outcome, listed, harm, concern, expected = row
    facts = answers(
        abuse_or_neglect=abuse, outcome=outcome, always_list=listed, serious_harm=harm, working_together=concern
    )

    assert result_of(facts, Mode.PROVISIONAL) == expected


def test_the_truth_table_covers_every_living_and_dead_child() -> None:
    assert len({row[1:6] for row in expanded() if row[2] != "outcome_unknown"}) == 4 * 2 * 3 * 3 * 4


@pytest.mark.parametrize("abuse", SUSPICION.split())
def test_working_together_not_asked_about_is_a_concern_at_the_decision(abuse: str) -> None:
    facts = answers(abuse_or_neglect=abuse, outcome="alive", serious_harm="yes", working_together="not_yet_asked")

    assert result_of(facts, Mode.DECISION) is Result.MANDATORY_REG5
    assert result_of(facts, Mode.PROVISIONAL) is Result.UNDETERMINED


S, A, N, D, T = Decided.SCR, Decided.ALTERNATIVE, Decided.NO_REVIEW, Decided.DEFER, Decided.TRANSFER
DEAD = {"outcome": "died", "abuse_or_neglect": "suspected"}
OPEN = {"outcome": "died", "always_list": "no"}


@pytest.mark.parametrize("framework", available())
@pytest.mark.parametrize(
    ("said", "result", "allowed", "code"),
    [
        (DEAD, Result.MANDATORY_REG5, (S, D, T), "RF-03"),
        (
            {"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "yes"},
            Result.ALWAYS_LIST,
            (S, D, T),
            "RF-04",
        ),
        (OPEN, Result.UNDETERMINED, (S, D), "RF-05"),
        (DEAD | {"age_under_18": "undetermined"}, Result.UNDETERMINED, (S, D, T), "RF-05"),
        (DEAD | {"normally_resident": "undetermined"}, Result.UNDETERMINED, (S, D, T), "RF-05"),
        ({"outcome": "alive", "serious_harm": "no"}, Result.DISCRETIONARY, (S, A, N, D, T), ""),
        (DEAD | {"age_under_18": "no"}, Result.OUT_OF_SCOPE, (A, N), "JU-AGE"),
        (DEAD | {"normally_resident": "no"}, Result.TRANSFER, (T,), "RF-14"),
        (DEAD | {"age_under_18": "no", "normally_resident": "no"}, Result.OUT_OF_SCOPE, (A, N), "JU-AGE"),
        (DEAD | {"age_under_18": "undetermined", "normally_resident": "no"}, Result.TRANSFER, (T,), "RF-14"),
    ],
)
def test_each_result_leaves_these_outcomes_open(
    framework: str, said: dict[str, str], result: Result, allowed: tuple[Decided, ...], code: str
) -> None:
    assessment = assess(answers(**said), Mode.DECISION, load(framework))

    assert (assessment.result, assessment.allowed) == (result, allowed)
    assert assessment.refused == {outcome: code for outcome in Decided if outcome not in allowed}
    assert (assessment.framework, assessment.ruleset) == (framework, RULESET)


HURT = {"outcome": "alive", "abuse_or_neglect": "known", "serious_harm": "yes"}


@pytest.mark.parametrize(
    ("name", "said", "expected"),
    [
        ("TC-01 baby, unexplained bruises", {**DEAD, "always_list": "no"}, "mandatory_reg5"),
        (
            "TC-02 suspected suicide, nothing suspected",
            {"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "no"},
            "discretionary",
        ),
        ("TC-03 a disclosure alleged, school overdue", {"outcome": "died", "always_list": "no"}, "undetermined"),
        (
            "TC-04 died in a Young Offender Institution",
            {"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "yes"},
            "always_list",
        ),
        ("TC-05 fractured skull, recovered", {**HURT, "working_together": "concern"}, "mandatory_reg5"),
        ("TC-06 nothing found, housing silent", {**HURT, "working_together": "nothing_found_yet"}, "mandatory_reg5"),
        ("TC-07 excellent joint work shown", {**HURT, "working_together": "definitively_none"}, "discretionary"),
        (
            "TC-08 looked-after child dies of leukaemia",
            {"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "no"},
            "discretionary",
        ),
        ("TC-09 stillborn after an assault", {**DEAD, "age_under_18": "no"}, "out_of_scope"),
        ("TC-10 lived elsewhere", {**DEAD, "normally_resident": "no"}, "transfer"),
        ("TC-11 the sibling who died", {**DEAD}, "mandatory_reg5"),
        ("TC-11 a sibling starved and alive", {**HURT, "working_together": "concern"}, "mandatory_reg5"),
        ("TC-12 own failings alone, not yet judged", {"outcome": "alive", "serious_harm": "yes"}, "undetermined"),
        (
            "TC-13 deprivation of liberty order, died",
            {"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "yes"},
            "always_list",
        ),
        (
            "TC-14 life support, harm and concern known",
            {**HURT, "outcome": "outcome_unknown", "working_together": "concern"},
            "mandatory_reg5",
        ),
        ("TC-14 life support, concern not asked", {**HURT, "outcome": "outcome_unknown"}, "undetermined"),
    ],
)
def test_the_fictional_cases(name: str, said: dict[str, str], expected: str) -> None:
    assert result_of(answers(**said), Mode.PROVISIONAL) == expected, name


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        (OPEN, (Fact.ABUSE_OR_NEGLECT,)),
        ({"outcome": "died"}, (Fact.ABUSE_OR_NEGLECT, Fact.ALWAYS_LIST)),
        ({"outcome": "died", "abuse_or_neglect": "not_suspected"}, (Fact.ALWAYS_LIST,)),
        (HURT, (Fact.WORKING_TOGETHER,)),
        ({**HURT, "outcome": "outcome_unknown", "working_together": "definitively_none"}, (Fact.OUTCOME,)),
        (DEAD, ()),
        ({"outcome": "alive", "serious_harm": "no"}, ()),
        ({**DEAD, "normally_resident": "undetermined"}, (Fact.NORMALLY_RESIDENT,)),
        ({}, (Fact.ABUSE_OR_NEGLECT, Fact.OUTCOME, Fact.ALWAYS_LIST, Fact.SERIOUS_HARM, Fact.WORKING_TOGETHER)),
    ],
)
def test_only_what_could_change_the_result_is_missing(said: dict[str, str], missing: tuple[Fact, ...]) -> None:
    assert assess(answers(**said), Mode.PROVISIONAL, LAW).missing == missing


def test_at_the_decision_working_together_is_never_missing() -> None:
    facts = answers(outcome="alive", abuse_or_neglect="undetermined", serious_harm="yes")

    assert assess(facts, Mode.DECISION, LAW).missing == (Fact.ABUSE_OR_NEGLECT,)


def test_flips_name_each_single_answer_that_changes_the_result() -> None:
    facts = answers(outcome="died", abuse_or_neglect="suspected", always_list="no", serious_harm="no")
    flips = [(flip.fact.value, flip.value, flip.result.value) for flip in assess(facts, Mode.DECISION, LAW).flips]

    assert flips == [
        ("age_under_18", "no", "out_of_scope"),
        ("age_under_18", "undetermined", "undetermined"),
        ("normally_resident", "no", "transfer"),
        ("normally_resident", "undetermined", "undetermined"),
        ("abuse_or_neglect", "not_suspected", "discretionary"),
        ("abuse_or_neglect", "undetermined", "undetermined"),
        ("outcome", "alive", "discretionary"),
        ("outcome", "outcome_unknown", "undetermined"),
    ]


@pytest.mark.parametrize(
    ("said", "citation"),
    [
        (DEAD, "reg 5(2)(a) and (b)(i)"),
        ({**HURT, "working_together": "concern"}, "reg 5(2)(a) and (b)(ii)"),
        ({**HURT, "outcome": "died", "working_together": "concern"}, "reg 5(2)(a) and (b)(i)"),
        ({**HURT, "outcome": "outcome_unknown", "working_together": "concern"}, "reg 5(2)(a) and (b)(ii)"),
        ({"outcome": "died", "always_list": "yes"}, "WT2015 ch.4: always-list"),
        (OPEN, "reg 5(2); WT2015 ch.4: not yet determined"),
        ({"outcome": "alive", "serious_harm": "no"}, "WT2015 ch.4: criteria not met"),
        ({"age_under_18": "no"}, "Children Act 2004 s.65: a child is under 18"),
        ({"normally_resident": "no"}, "WT2015 ch.4: normally resident"),
    ],
)
def test_every_result_cites_its_source(said: dict[str, str], citation: str) -> None:
    assert assess(answers(**said), Mode.DECISION, LAW).citation == citation


@pytest.mark.parametrize(
    ("one", "other", "conjunction", "disjunction"),
    [
        (True, True, True, True),
        (True, None, None, True),
        (True, False, False, True),
        (None, None, None, None),
        (None, False, False, None),
        (False, False, False, False),
    ],
)
def test_kleenes_tables(
    one: bool | None, other: bool | None, conjunction: bool | None, disjunction: bool | None
) -> None:
    assert both(one, other) is both(other, one) is conjunction
    assert either(one, other) is either(other, one) is disjunction


def completions(facts: Facts, mode: Mode) -> list[Facts]:
    """Every way the unknowns may turn out."""
    known: list[list[Term]] = [
        [value for value in fact.values if not is_unknown(value, mode)]
        if is_unknown(facts.value(fact), mode)
        else [facts.value(fact)]
        for fact in Fact
    ]
    return [facts.but(**dict(zip([fact.value for fact in Fact], chosen, strict=True))) for chosen in product(*known)]


@given(every_facts, modes)
def test_an_unknown_never_helps_a_refusal_to_hold_a_review(facts: Facts, mode: Mode) -> None:
    allowed = assess(facts, mode, LAW).allowed
    for outcome in (Decided.ALTERNATIVE, Decided.NO_REVIEW):
        if outcome in allowed:
            endings = {result_of(each, mode) for each in completions(facts, mode)}
            assert all(outcome in LAW.outcomes[ending].allowed for ending in endings)


@given(every_facts, modes)
def test_suspicion_has_the_effect_of_knowledge(facts: Facts, mode: Mode) -> None:
    suspected = assess(facts.but(abuse_or_neglect=AbuseOrNeglect.SUSPECTED), mode, LAW)
    known = assess(facts.but(abuse_or_neglect=AbuseOrNeglect.KNOWN), mode, LAW)

    assert suspected == known


@given(every_facts, modes, st.sampled_from(YesNo), st.sampled_from(WorkingTogether))
def test_harm_and_joint_working_never_gate_a_death(
    facts: Facts, mode: Mode, harm: YesNo, concern: WorkingTogether
) -> None:
    dead = facts.but(outcome=Outcome.DIED)

    assert result_of(dead, mode) is result_of(dead.but(serious_harm=harm, working_together=concern), mode)


@given(every_facts)
def test_the_decision_is_never_less_protective_than_the_provisional_view(facts: Facts) -> None:
    provisional, decision = result_of(facts, Mode.PROVISIONAL), result_of(facts, Mode.DECISION)

    if provisional in PROTECTION:
        assert PROTECTION.index(decision) >= PROTECTION.index(provisional)
    else:
        assert decision is provisional


STRONGER: dict[Fact, list[Term]] = {
    Fact.ABUSE_OR_NEGLECT: [AbuseOrNeglect.NOT_SUSPECTED, AbuseOrNeglect.UNDETERMINED, AbuseOrNeglect.SUSPECTED],
    Fact.OUTCOME: [Outcome.ALIVE, Outcome.OUTCOME_UNKNOWN, Outcome.DIED],
    Fact.ALWAYS_LIST: [YesNo.NO, YesNo.UNDETERMINED, YesNo.YES],
    Fact.SERIOUS_HARM: [YesNo.NO, YesNo.UNDETERMINED, YesNo.YES],
    Fact.WORKING_TOGETHER: [
        WorkingTogether.DEFINITIVELY_NONE,
        WorkingTogether.NOT_YET_ASKED,
        WorkingTogether.NOTHING_FOUND_YET,
        WorkingTogether.CONCERN,
    ],
}


@given(every_facts, modes, st.sampled_from(sorted(STRONGER)))
def test_stronger_evidence_never_weakens_the_result(facts: Facts, mode: Mode, fact: Fact) -> None:
    ours = facts.but(age_under_18=YesNo.YES, normally_resident=YesNo.YES)
    ranks = [PROTECTION.index(result_of(ours.but(**{fact.value: value}), mode)) for value in STRONGER[fact]]

    assert ranks == sorted(ranks)


@given(every_facts, modes)
def test_allowed_and_refused_share_out_every_outcome(facts: Facts, mode: Mode) -> None:
    assessment = assess(facts, mode, LAW)

    assert set(assessment.allowed) | set(assessment.refused) == set(Decided)
    assert not set(assessment.allowed) & set(assessment.refused)


@given(every_facts, modes)
def test_a_settled_result_misses_nothing_and_an_open_one_misses_something(facts: Facts, mode: Mode) -> None:
    assessment = assess(facts, mode, LAW)

    assert bool(assessment.missing) == (assessment.result is Result.UNDETERMINED)


@given(every_facts, modes)
def test_an_open_result_depends_on_something_unknown(facts: Facts, mode: Mode) -> None:
    if result_of(facts, mode) is Result.UNDETERMINED:
        assert any(is_unknown(facts.value(fact), mode) for fact in Fact)
    if not any(is_unknown(facts.value(fact), mode) for fact in Fact):
        assert None not in (reg5(facts, mode), always(facts))
