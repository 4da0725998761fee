"""An answer on the criteria in plain sentences, with the words of the law and the guidance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.frameworks import Framework, load
from sscb_tui.domain.terms import Decided, Fact, Mode, Result, Term

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment

_REG5 = ("reg5_a", "reg5_b_i", "reg5_b_ii")


def answer(assessment: Assessment) -> str:
    """What the criteria come to, what that leaves open, what it bars and why, what is missing, what would change it."""
    framework = load(assessment.framework)
    lines = (
        *_result(assessment, framework),
        *_allowed(assessment),
        *_refused(assessment, framework),
        *_missing(assessment),
        *_flips(assessment),
        f"{framework.title}; rules {assessment.ruleset}.",
    )
    return "\n".join(lines) + "\n"


def _result(assessment: Assessment, framework: Framework) -> Iterator[str]:
    label = assessment.result.label
    provisional = ", provisionally" if assessment.mode is Mode.PROVISIONAL else ""
    sentence = framework.outcomes[assessment.result].sentence
    yield f"{label[0].upper()}{label[1:]}{provisional}. {sentence} ({assessment.citation})"
    for code in _codes(assessment):
        criterion = framework.criterion(code)
        yield f'  {criterion.citation} ({criterion.strength.label}): "{criterion.words}"'


def _codes(assessment: Assessment) -> tuple[str, ...]:
    """The criteria whose words the result turns on."""
    if assessment.result is Result.MANDATORY_REG5:
        return ("reg5_a", "reg5_b_ii" if "(b)(ii)" in assessment.citation else "reg5_b_i")
    if assessment.result is Result.ALWAYS_LIST:
        return ("always_list",)
    return (*_REG5, "always_list") if assessment.result in (Result.UNDETERMINED, Result.DISCRETIONARY) else ()


def _allowed(assessment: Assessment) -> Iterator[str]:
    yield f"Open to the Chair: {_joined(outcome.label for outcome in assessment.allowed)}."


def _refused(assessment: Assessment, framework: Framework) -> Iterator[str]:
    """Outcomes barred by the same words stand together."""
    barred: dict[str, list[Decided]] = {}
    for outcome, code in assessment.refused.items():
        bar = framework.bar(code, outcome)
        barred.setdefault(f"refused, {code}: {bar.sentence} ({bar.source})", []).append(outcome)
    for why, outcomes in barred.items():
        yield f"{_joined(outcome.label for outcome in outcomes)}: {why}"


def _missing(assessment: Assessment) -> Iterator[str]:
    if assessment.missing:
        yield f"Still to be settled: {_joined(_question(fact) for fact in assessment.missing)}."


def _flips(assessment: Assessment) -> Iterator[str]:
    if not assessment.flips:
        yield "No single other answer would change this."
        return
    yield "This would change if:"
    for flip in assessment.flips:
        yield f"  {_question(flip.fact)} were: {_said(flip.fact, flip.value)} → {flip.result.label}."


def _question(fact: Fact) -> str:
    return f'"{fact.label}"'


def _said(fact: Fact, value: str) -> str:
    said: Term = fact.values(value)
    return said.label


def _joined(words: Iterable[str]) -> str:
    return ", ".join(words)
