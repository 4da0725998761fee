"""What the invented reviews were concerned with, and the steps that agencies agreed to about it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal
from zlib import crc32

from sscb_tui.domain.base import Model
from sscb_tui.domain.terms import Level

ReviewKey = Literal["u", "y", "z"]


class Concern(Model):
    """One worry of the invented reviews: said once, or again in the next review."""

    themes: tuple[str, ...]
    level: Level = Level.MULTI_AGENCY
    agency: str
    partners: tuple[str, ...] = ()
    matter: str
    better: str
    u: str = ""
    y: str = ""
    z: str = ""

    def text(self, review: ReviewKey) -> str:
        """What that review recommends about it; empty where it says nothing."""
        return {"u": self.u, "y": self.y, "z": self.z}[review]


class Book(Model):
    """The file of concerns as it is written."""

    findings: dict[ReviewKey, tuple[str, ...]]
    concern: tuple[Concern, ...]


@cache
def book() -> Book:
    """Every concern, and what the two finished reviews found."""
    return Book.model_validate(tomllib.loads((files(__package__) / "concerns.toml").read_text(encoding="utf-8")))


def of(review: ReviewKey) -> tuple[Concern, ...]:
    """The concerns of one review, in the order of its recommendations."""
    return tuple(each for each in book().concern if each.text(review))


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of action, and how anybody would know that it was done."""

    text: str
    measure: str = ""


MEASURES = (
    Measure("Agree {matter} with {partner} on one page.", "One page, agreed by both and in use by the date."),
    Measure("Sample {matter}: twenty records a quarter.", "Nineteen records of twenty."),
    Measure("Supervise {matter} in every session.", "Ten supervision records of ten."),
    Measure("Train all teams in {matter}."),
    Measure("Show {matter} on the first page of the record.", "Every team's record by the date."),
    Measure("Ask ten families about {matter}.", "Seven of ten noticed a difference."),
    Measure("Remind staff of {matter}."),
    Measure("Name a lead for {matter} in every team.", "A name for each team, and a deputy."),
    Measure("Report {matter} to the sub-committee each quarter.", "Four reports in the year."),
    Measure("Consider a policy on {matter}."),
)
"""Good ones and bad ones, as plans have them: training alone, reminders, policies to be considered."""
PLACES = ("", "in Northfold", "in Eastmere", "in Westholme", "in Southgate", "in Zebra Lane", "in Upper Sampleton")
"""Invented places, for a tracker with so many actions that one measure is taken in several."""


def cast(words: str) -> int:
    """A throw of dice that falls the same way every time."""
    return crc32(words.encode())


def action(concern: Concern, turn: int, partner: str) -> tuple[str, str]:
    """The words and the measure of the action that is agreed at this turn of a concern."""
    kind = MEASURES[(cast(concern.matter) + turn * 3) % len(MEASURES)]
    round_ = turn // len(MEASURES)
    place, cycle = PLACES[round_ % len(PLACES)], round_ // len(PLACES)
    where = " ".join(part for part in (place, f"team {cycle + 1}" if cycle else "") if part)
    words = kind.text.format(partner=partner, matter=concern.matter)
    return (f"{words[:-1]} {where}." if where else words), kind.measure
