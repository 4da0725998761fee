"""The law as dated data: one TOML file a framework, chosen by the day the Board was told, kept by the case."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.frameworks.model import (
    Amendment,
    Bar,
    Category,
    ClockRule,
    Common,
    Criterion,
    Framework,
    Gloss,
    Lawful,
    Limit,
    Recipient,
)

__all__ = [
    "Bar",
    "Category",
    "ClockRule",
    "Criterion",
    "Framework",
    "Gloss",
    "Lawful",
    "Limit",
    "Recipient",
    "available",
    "for_notification",
    "load",
    "told_on",
]

_COMMON = "common.toml"
"""Lower case: it is no framework of its own."""


@cache
def available() -> tuple[str, ...]:
    """The ids of the frameworks this program carries, in the order of their names."""
    names = (file.name for file in files(__name__).iterdir() if file.name != _COMMON)
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(framework_id: str) -> Framework:
    """The framework under that id; an unknown one is refused with the ids that are allowed."""
    if framework_id not in available():
        raise InputError([Problem("framework", f"{framework_id!r} is not a framework.", ", ".join(available()))])
    return Common.model_validate(_read(_COMMON)).under(_own(framework_id))


def _own(framework_id: str) -> Framework:
    """What the framework's own text says, over the text it amends."""
    law = _read(f"{framework_id}.toml")
    if "extends" not in law:
        return Framework.model_validate(law)
    amendment = Amendment.model_validate(law)
    return amendment.over(_own(amendment.extends))


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))


def for_notification(day: date) -> str:
    """The framework a case begins under, by the day the Board was told.

    Before the first and after the last it is the nearest: a regime applies until its successor is carried here.
    """
    dated = sorted((load(each).valid_from, each) for each in available())
    begun = [each for since, each in dated if since <= day]
    return begun[-1] if begun else dated[0][1]


def told_on(framework: Framework, day: date) -> Framework:
    """The guidance that says who is told of a decision: the one in force that day.

    The case keeps the framework it began under for everything else; a body that is gone cannot be told.
    """
    now = for_notification(day)
    return framework if now == framework.id else load(now)
