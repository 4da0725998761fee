"""How recommendations and actions are worded: warnings for the habits that make them die in a plan."""

from __future__ import annotations

import re

from sscb_tui.domain.errors import Violation

_SOURCE = "SCR quality marker: improvement action"
_HABITS = (
    ("W-remind", r"\bremind(ed|s|ing|ers?)?\b",
     "Reminding people changes little; say what will make it the usual way."),
    ("W-consider", r"\b(should|to|will|must) (re)?consider\b|\bgive (thought|consideration)\b",
     '"Consider" can be done without anything changing; say what is to happen.'),
    ("W-ensure-all", r"\bensur\w+ (that )?(all|every|each)\b",
     '"Ensure all" cannot be checked; say how many, by what measure, or how anyone would know.'),
    ("W-vague", r"\b(as appropriate|where appropriate|as necessary|where possible|if possible|raise awareness)\b",
     "This leaves open whether anything has to be done; say what, by whom, when."),
    ("W-person", r"\b(Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|Sgt)\.? [A-Z][a-z]+",
     "This seems to name a person; learning is about how agencies work together."),
)  # fmt: skip
_TRAINING = re.compile(r"\b(train\w*|brief(ed|ing|ings)|e-?learning|awareness|workshops?|seven[- ]minute)\b")
_POLICY = re.compile(r"\b(policy|policies|procedures?|protocols?|guidance)\b")
_DEEPER = re.compile(
    r"\b(supervis\w+|audit\w*|dip[- ]sampl\w+|measure\w*|test(ed|s|ing)?|observ\w+|check(ed|s|ing)?|workloads?"
    r"|capacity|staffing|review(ed|s)? (cases|files|records))\b"
)
_VERB = (
    r"(?:agree|amend|appoint|audit|brief|build|change|check|circulate|commission|create|deliver|develop|draft|ensure"
    r"|establish|hold|implement|introduce|issue|monitor|publish|purchase|put|recruit|remind|replace|report|review|revise"
    r"|send|set|share|tell|test|train|update|write)"
)
_OBJECT = r"(?:a|all|an|each|every|how|it|its|new|staff|that|the|their|them|this|to|what|whether|with)"
_SEVERAL = re.compile(rf"\b(?:and|then)(?: then| also| to| will| should| must)? {_VERB} {_OBJECT}\b|;|\n *[-*0-9]")


def linter(text: str) -> tuple[Violation, ...]:
    """Warnings on the wording of a recommendation or an action; never a refusal (SCR quality markers)."""
    plain = text.casefold()
    habits = [
        Violation(code, sentence, _SOURCE)
        for code, pattern, sentence in _HABITS
        if re.search(pattern, text if code == "W-person" else plain)  # names are told by their capitals
    ]
    return (*habits, *_only(plain), *_several(plain))


def _only(plain: str) -> tuple[Violation, ...]:
    """Training or a policy alone is easy to tick off and seldom changes practice."""
    if _DEEPER.search(plain):
        return ()
    for code, pattern, what in (("W-training", _TRAINING, "Training"), ("W-policy", _POLICY, "A policy")):
        if pattern.search(plain):
            sentence = f"{what} alone seldom changes practice; say what supervision, audit or resource goes with it."
            return (Violation(code, sentence, _SOURCE),)
    return ()


def _several(plain: str) -> tuple[Violation, ...]:
    if not _SEVERAL.search(plain.strip()):
        return ()
    sentence = "This looks like more than one action; give each its own owner and date."
    return (Violation("W-several", sentence, _SOURCE),)


LEFT_OUT = "It does not say "
_WHEN = re.compile(
    r"\b(within|in (the next )?(\d+|one|two|three|four|six|twelve) (day|week|month|year)s?|\d{4}|\d{1,2}/\d{1,2}"
    r"|january|february|march|april|june|july|august|september|october|november|december"
    r"|\d{1,2} (jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)|(by|in|before|until|end of) may"
    r"|monthly|quarterly|annually|yearly|weekly|(every|each) (day|week|month|quarter|year|session))\b"
)


def left_out(text: str, *, addressed: str = "", outcome: str = "", when: str = "") -> tuple[Violation, ...]:
    """What a recommendation leaves open that its actions will lack; nothing is said of a blank one."""
    if not text.strip():
        return ()
    told = (
        ("W-owner", addressed, "who is to do it"),
        ("W-date", when or _time_in(text), "by when"),
        ("W-outcome", outcome, "what will be different for children"),
    )
    return tuple(Violation(code, f"{LEFT_OUT}{what}.", _SOURCE) for code, said, what in told if not said.strip())


def _time_in(text: str) -> str:
    found = _WHEN.search(text.casefold())
    return found.group() if found else ""
