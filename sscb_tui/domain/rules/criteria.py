"""The statutory criteria as three-valued logic (reg 5(2) of SI 2006/90; WT2015 ch.4).

True, False and None for what nobody knows yet: an unknown is never a no.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from sscb_tui.domain.criteria import Assessment, Facts, Flip
from sscb_tui.domain.frameworks import Framework
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

RULESET = "2026.1"
"""Which edition of these rules computed an answer; printed on every decision."""

Truth = bool | None
_TRUTH: dict[Term, Truth] = {
    YesNo.YES: True,
    YesNo.NO: False,
    AbuseOrNeglect.KNOWN: True,
    AbuseOrNeglect.SUSPECTED: True,
    AbuseOrNeglect.NOT_SUSPECTED: False,
    Outcome.DIED: True,
    Outcome.ALIVE: False,
    WorkingTogether.CONCERN: True,
    WorkingTogether.NOTHING_FOUND_YET: True,
    WorkingTogether.DEFINITIVELY_NONE: False,
}
"""Every other answer is an unknown."""


def assess(facts: Facts, mode: Mode, framework: Framework) -> Assessment:
    """What the law makes of these facts: result, lawful outcomes, what is missing, what would change it."""
    result = result_of(facts, mode)
    lawful = framework.outcomes[result]
    open_too = lawful.if_jurisdiction_is_the_doubt if jurisdiction_in_doubt(facts) else ()
    allowed = tuple(outcome for outcome in Decided if outcome in lawful.allowed + open_too)
    return Assessment(
        result=result,
        mode=mode,
        framework=framework.id,
        ruleset=RULESET,
        allowed=allowed,
        refused={outcome: lawful.code for outcome in Decided if outcome not in allowed},
        missing=missing(facts, mode),
        flips=flips(facts, mode),
        citation=_limbs(facts) if result is Result.MANDATORY_REG5 else lawful.citation,
    )


def result_of(facts: Facts, mode: Mode) -> Result:
    """The result alone; whose case it is comes before whether it is serious."""
    if facts.age_under_18 is YesNo.NO:
        return Result.OUT_OF_SCOPE
    if facts.normally_resident is YesNo.NO:
        return Result.TRANSFER
    if jurisdiction_in_doubt(facts):
        return Result.UNDETERMINED
    return _on_the_criteria(reg5(facts, mode), always(facts))


def jurisdiction_in_doubt(facts: Facts) -> bool:
    """Whether age or residence is what nobody knows yet."""
    return YesNo.UNDETERMINED in (facts.age_under_18, facts.normally_resident)


def reg5(facts: Facts, mode: Mode) -> Truth:
    """Regulation 5(2): (a) and either (b)(i) or (b)(ii); concern about joint working never gates a death."""
    harmed = both(_TRUTH.get(facts.serious_harm), _concern(facts.working_together, mode))
    return both(_TRUTH.get(facts.abuse_or_neglect), either(_TRUTH.get(facts.outcome), harmed))


def always(facts: Facts) -> Truth:
    """A death for which the guidance always expects a review (WT2015 ch.4: always-list)."""
    return both(_TRUTH.get(facts.outcome), _TRUTH.get(facts.always_list))


def both(one: Truth, other: Truth) -> Truth:
    """Kleene's AND: one False settles it, then one unknown leaves it open."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def either(one: Truth, other: Truth) -> Truth:
    """Kleene's OR: one True settles it, then one unknown leaves it open."""
    if one or other:
        return True
    return None if one is None or other is None else False


def missing(facts: Facts, mode: Mode) -> tuple[Fact, ...]:
    """The unknown facts whose settling could change an undetermined result, whatever the others turn out to be."""
    if result_of(facts, mode) is not Result.UNDETERMINED:
        return ()
    unknown = tuple(fact for fact in Fact if is_unknown(facts.value(fact), mode))
    endings = [(settled, result_of(settled, mode)) for settled in _completions(facts, unknown)]
    return tuple(fact for fact in unknown if _matters(fact, unknown, endings))


def flips(facts: Facts, mode: Mode) -> tuple[Flip, ...]:
    """Every single other answer to one question that would change the result, in the order they are asked."""
    result = result_of(facts, mode)
    changes = ((fact, value) for fact in Fact for value in fact.values if value is not facts.value(fact))
    ends = ((fact, value, result_of(facts.model_copy(update={fact.value: value}), mode)) for fact, value in changes)
    return tuple(Flip(fact=fact, value=value, result=end) for fact, value, end in ends if end is not result)


def is_unknown(value: Term, mode: Mode) -> bool:
    """An answer nobody has; at the decision, working together not asked about counts as a concern."""
    return value not in _TRUTH and not (value is WorkingTogether.NOT_YET_ASKED and mode is Mode.DECISION)


def _concern(value: WorkingTogether, mode: Mode) -> Truth:
    """Only definitive evidence defeats the limb (WT2015 ch.4), so at the decision silence counts as concern."""
    return True if value is WorkingTogether.NOT_YET_ASKED and mode is Mode.DECISION else _TRUTH.get(value)


def _on_the_criteria(reg5: Truth, always: Truth) -> Result:
    if reg5:
        return Result.MANDATORY_REG5
    if always:
        return Result.ALWAYS_LIST
    return Result.UNDETERMINED if reg5 is None or always is None else Result.DISCRETIONARY


def _limbs(facts: Facts) -> str:
    limb = "(b)(i)" if facts.outcome is Outcome.DIED else "(b)(ii)"
    return f"reg 5(2)(a) and {limb}"


def _completions(facts: Facts, unknown: tuple[Fact, ...]) -> Iterator[Facts]:
    """The facts with every unknown settled, in every way it could be."""
    for settled in product(*([value for value in fact.values if value in _TRUTH] for fact in unknown)):
        names = (fact.value for fact in unknown)
        yield facts.model_copy(update=dict(zip(names, settled, strict=True)))


def _matters(fact: Fact, unknown: tuple[Fact, ...], endings: list[tuple[Facts, Result]]) -> bool:
    """Whether two endings differ in this fact alone and come to different results."""
    results = defaultdict(set)
    for settled, result in endings:
        results[tuple(settled.value(other) for other in unknown if other is not fact)].add(result)
    return any(len(found) > 1 for found in results.values())
