"""How much a recommendation changes by itself: asking people to remember changes least, changing the work most."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sscb_tui.domain.terms import Leverage

SOURCE = "hierarchy of intervention effectiveness"
_SIGNS: tuple[tuple[Leverage, re.Pattern[str], str], ...] = (
    (
        Leverage.CHANGING,
        re.compile(
            r"\b(fund(s|ed|ing)?|resourc\w+|recruit\w*|appoint\w*|staffing|workloads?|caseloads?|capacity|posts?"
            r"|co-?locat\w+|(one|single|shared|joint) (\w+ )?(desk|team|record|form|panel|service|plan|door|list)"
            r"|replac\w+|remov\w+|simplif\w+|standardis\w+|automat\w+|system (stops|requires|asks|flags|alerts)"
            r"|cannot be (closed|sent|stepped|moved)|by default)\b"
        ),
        "The work itself is different.",
    ),
    (
        Leverage.CHECKING,
        re.compile(
            r"\b(audit\w*|dip[- ]sampl\w+|supervis\w+|measur\w+|observ\w+|check(s|ed|ing|lists?)?|monitor\w*"
            r"|report(s|ed|ing)? (to|back)|test(s|ed|ing)?|count(s|ed|ing)?|sign(s|ed)? off)\b"
        ),
        "One would know whether practice changed.",
    ),
    (
        Leverage.TEACHING,
        re.compile(
            r"\b(train\w*|brief(ed|ing|ings)|e-?learning|workshops?|seven[- ]minute|policy|policies|procedures?"
            r"|protocols?|guidance|guidelines?)\b"
        ),
        "Whether it is done rests on each person, each time.",
    ),
    (
        Leverage.WORDS,
        re.compile(r"\b(remind\w*|consider\w*|ensur\w+|aware|aware of|awareness|encourag\w+|vigilant|promot\w+)\b"),
        "Nothing about their work is different.",
    ),
)
"""The strongest first: what is strongest in a text is what it asks for."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """How strong, why, and by which scale."""

    leverage: Leverage
    reason: str
    source: str = SOURCE


def strength(text: str) -> Weighed | None:
    """The strongest thing the words ask for; None where they do not tell."""
    plain = text.casefold()
    return next((Weighed(step, reason) for step, signs, reason in _SIGNS if signs.search(plain)), None)
