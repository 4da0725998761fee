"""The law as dated data: one TOML file a framework, chosen by the day the Board was told, kept by the case."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.frameworks.model import (
    Bar,
    Category,
    ClockRule,
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
]


@cache
def available() -> tuple[str, ...]:
    """The ids of the frameworks this program carries, in the order of their names."""
    names = (file.name for file in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(framework_id: str) -> Framework:
    """The framework under that id; an unknown one is refused with the ids that are allowed."""
    if framework_id not in available():
        raise InputError([Problem("framework", f"{framework_id!r} is not a framework.", ", ".join(available()))])
    text = files(__name__).joinpath(f"{framework_id}.toml").read_text(encoding="utf-8")
    return Framework.model_validate(tomllib.loads(text))


def for_notification(day: date) -> str:
    """The framework a case begins under, by the day the Board was told.

    Before the first and after the last it is the nearest: a regime applies until its successor is carried here.
    """
    dated = sorted((load(each).valid_from, each) for each in available())
    begun = [each for since, each in dated if since <= day]
    return begun[-1] if begun else dated[0][1]
