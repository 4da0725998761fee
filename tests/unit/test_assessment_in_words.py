"""The answer on the criteria as plain sentences, with the words of the law."""

from __future__ import annotations

import pytest

from exports.assessment import answer
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.frameworks import available, load
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.terms import Mode

KNOWN = {
    "age_under_18": "yes",
    "normally_resident": "yes",
    "abuse_or_neglect": "suspected",
    "outcome": "died",
    "always_list": "no",
    "serious_harm": "undetermined",
    "working_together": "not_yet_asked",
}


def told(said: dict[str, str], mode: Mode = Mode.DECISION, framework: str = "WT2015") -> str:
    return answer(assess(Facts.model_validate(KNOWN | said), mode, load(framework)))


def test_a_death_under_suspicion_is_answered_with_the_words_of_the_regulation() -> None:
    assert told({"abuse_or_neglect": "known"}) == (
        "MUST hold an SCR. A Serious Case Review must be held: the criteria are met. (reg 5(2)(a) and (b)(i))\n"
        '  reg 5(2)(a) (MUST): "abuse or neglect of a child is known or suspected"\n'
        '  reg 5(2)(b)(i) (MUST): "the child has died"\n'
        "Open to the Chair: Serious Case Review, Ask for information, Transfer to another Board.\n"
        "Another form of review, No review: refused, RF-03: The criteria are met, and a case that meets them "
        '"must always trigger an SCR"; suspicion of abuse or neglect is enough. (reg 5(2); WT2015 ch.4)\n'
        "This would change if:\n"
        '  "Under 18 at the time" were: no → not a child under 18.\n'
        '  "Under 18 at the time" were: not yet determined → cannot decide yet.\n'
        '  "Normally resident here" were: no → another Board\'s case.\n'
        '  "Normally resident here" were: not yet determined → cannot decide yet.\n'
        '  "(a) Abuse or neglect" were: not suspected → may choose.\n'
        '  "(a) Abuse or neglect" were: not yet determined → cannot decide yet.\n'
        '  "(b)(i) The child\'s outcome" were: alive → cannot decide yet.\n'
        '  "(b)(i) The child\'s outcome" were: outcome unknown → cannot decide yet.\n'
        "Working Together to Safeguard Children (March 2015); rules 2026.1.\n"
    )


def test_what_is_still_to_be_settled_is_named() -> None:
    said = told({"outcome": "alive", "serious_harm": "yes"}, Mode.PROVISIONAL)

    assert said.startswith("Cannot decide yet, provisionally. ")
    assert 'Still to be settled: "(b)(ii) Working together".\n' in said
    assert '"unless there is definitive evidence that there are no concerns about inter-agency working' in said


def test_the_limb_that_was_met_is_the_one_quoted() -> None:
    said = told({"outcome": "alive", "serious_harm": "yes", "working_together": "concern"})

    assert "(b)(ii) (MUST)" in said
    assert "(b)(i) (MUST)" not in said


def test_a_settled_result_has_nothing_to_settle() -> None:
    assert "Still to be settled" not in told({})


@pytest.mark.parametrize("framework", available())
@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "RF-03"),
        ({"abuse_or_neglect": "not_suspected", "always_list": "yes"}, "RF-04"),
        ({"abuse_or_neglect": "undetermined"}, "RF-05"),
        ({"normally_resident": "no"}, "RF-14"),
        ({"age_under_18": "no"}, "JU-AGE"),
        ({"abuse_or_neglect": "not_suspected"}, ""),
    ],
)
def test_every_refusal_is_printed_with_its_code(framework: str, said: dict[str, str], code: str) -> None:
    printed = told(said, framework=framework)

    assert ("refused" in printed) == bool(code)
    assert f"refused, {code}" in printed or not code
    assert load(framework).title in printed


def test_what_no_single_answer_could_change_says_so() -> None:
    said = assess(Facts.model_validate(KNOWN), Mode.DECISION, load("WT2015")).but(flips=())

    assert "No single other answer would change this.\n" in answer(said)
