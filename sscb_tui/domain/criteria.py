"""The criteria's inputs and their answer; the rule itself is `sscb_tui.domain.rules.criteria`."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from sscb_tui.domain.base import Model
from sscb_tui.domain.frameworks import available
from sscb_tui.domain.terms import AbuseOrNeglect, Decided, Fact, Mode, Outcome, Result, Term, WorkingTogether, YesNo


class Facts(Model):
    """The seven answers the criteria turn on. Blank is not a value: every one must be given."""

    age_under_18: YesNo
    normally_resident: YesNo
    abuse_or_neglect: AbuseOrNeglect
    outcome: Outcome
    always_list: YesNo
    serious_harm: YesNo
    working_together: WorkingTogether

    def value(self, fact: Fact) -> Term:
        """The answer to one question."""
        answer: Term = getattr(self, fact.value)
        return answer


def _carried(framework: str) -> str:
    if framework not in available():
        raise ValueError(f"{framework!r} is not a framework; use one of {', '.join(available())}")
    return framework


class Question(Facts):
    """What `sscb criteria` reads: the facts, the mode, and the framework if not the default."""

    mode: Mode
    framework: Annotated[str, AfterValidator(_carried)] = "WT2015"


class Flip(Model):
    """One single change of fact that would change the result."""

    fact: Fact
    value: str
    result: Result


class Assessment(Model):
    """What the law makes of the facts: the result, the lawful outcomes, and what would change it."""

    result: Result
    mode: Mode
    framework: str
    ruleset: str
    allowed: tuple[Decided, ...]
    refused: dict[Decided, str]
    """Each refused outcome with its reason code."""
    missing: tuple[Fact, ...]
    flips: tuple[Flip, ...]
    citation: str
