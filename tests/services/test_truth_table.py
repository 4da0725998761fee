"""The truth table through the service: what a decision comes to, and which outcomes signing refuses for it."""

from __future__ import annotations

from sscb_tui.domain.terms import Decided
from tests.services.breaches import answered
from tests.services.office import CHAIR, Office
from tests.services.test_main_job import no_review
from tests.services.truth_table import CODES, LEFT, rows


def test_every_row_comes_to_what_the_law_says_and_leaves_only_the_lawful_outcomes(office: Office) -> None:
    case, use = office.with_chair(), office.services.decisions
    form, wrong = no_review(office, case), []
    for answers, result in rows():
        said = answered(form, answers)
        assert use.lawful(case.id, said.limbs).result == result, answers
        for outcome in Decided:
            found = {each.code for each in use.check(CHAIR, case.id, said.but(outcome=outcome))}
            if (CODES.get(result) in found) is (outcome in LEFT[result]):
                wrong.append((answers, result, outcome))
    assert wrong == []


def test_the_table_has_every_way_a_living_child_may_be_found() -> None:
    living = [answers for answers, _ in rows() if "alive" in answers.values()]
    assert len(living) == len({tuple(answers.values()) for answers in living}) == 4 * 3 * 4
