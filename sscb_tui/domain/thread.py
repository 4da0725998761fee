"""The golden thread: how a thing of the record is addressed, and what one record says of another.

A link leads from what came later to what it rests on: a decision to a criterion, a criterion's pin to an agency's
sentence, an action to its recommendation. Read the other way round, links tell what a sentence led to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import Fact

ROWS = "F4.D1"
"""The question under which a return keeps its chronology."""
REFS = "POL F4.G4, POL F4.D1 row 3, minute 12, item 8, (a), decision, review, F-2, R-3, A-12 or P-1"
"""Every way to name a thing in a sentence; what each means is read by `named`."""
_WAYS = {
    "return": re.compile(r"[A-Z][A-Z0-9_-]+ F4\.\S+"),
    "chronology": re.compile(r"[A-Z][A-Z0-9_-]+ .+ row [1-9]\d*"),
    "minutes": re.compile(r"(?:minute|item) [1-9]\d*"),
    "recommendation": re.compile(r"R-[1-9]\d*"),
    "action": re.compile(r"A-[1-9]\d*"),
    "finding": re.compile(r"F-[1-9]\d*"),
    "proceeding": re.compile(r"P-[1-9]\d*"),
    "decision": re.compile(r"decision"),
    "review": re.compile(r"review"),
}
_LIMBS = {"(a)": Fact.ABUSE_OR_NEGLECT, "(b)(i)": Fact.OUTCOME, "(b)(ii)": Fact.WORKING_TOGETHER}


class Why(StrEnum):
    """What a link says."""

    CITES = "cites"
    BEARS_ON = "bears on"
    FINDS = "finds"
    HOLDS = "holds"
    RECOMMENDS = "recommends"
    ANSWERS = "answers"
    REPORTS = "reports"
    MADE_IN = "was made in"
    CORRECTS = "corrects"
    QUOTES = "quotes"
    SPEAKS_OF = "speaks of"
    SUPERSEDES = "supersedes"
    SUPERSEDED_BY = "is superseded by"
    REITERATES = "says again"
    CARRIES_OUT = "carries out"
    RESTS_ON = "rests on"
    REOPENS = "reopens"
    RESPONDS_TO = "responds to"
    WAITS_FOR = "waits for"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A thing held: which record of which kind, and which part of it; an empty part is the whole record."""

    kind: str
    """The record's kind as the journal names it: "requests", "lines", "actions"."""
    id: str
    part: str = ""
    """For example "F4.G4", "F4.D1 row 3", "item 8", "evidence 1", "F-2", or the criterion a decision answers."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as people cite it, still to be looked up: "POL F4.G4" of a case."""

    case_id: str
    """Empty where the meeting says which case it is."""
    way: str
    """How to read it: where it stands ("return", "minutes"), or "record" for the bare id of one."""
    ref: str
    meeting_id: str | None = None
    """The meeting whose minutes are meant first; None for the one minuted last when the record was first saved."""


@dataclass(frozen=True, slots=True)
class Refers:
    """One thing a record says of another: from which part of itself, to what, and why."""

    part: str
    to: Address | Named
    why: Why


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A reference whose end is held."""

    source: Address
    target: Address
    why: Why


def rests_on_finding(link: Link) -> bool:
    """Whether somebody said that a thing rests on what a report found (F-2)."""
    return link.why is Why.RESTS_ON and link.target.kind == "reviews" and link.target.part.startswith("F-")


@dataclass(frozen=True, slots=True)
class Strand:
    """One thing that led to another."""

    earlier: Address
    later: Address
    why: str
    back: bool = False
    """Shown only to who looks back: looking on, the way leads through something in between."""


def named(case_id: str, ref: str) -> Address | Named:
    """What a reference typed by a person means; InputError for one that can be read in no way."""
    said = " ".join(ref.split())
    if (fact := _limb(said)) is not None:
        return Address("cases", case_id, fact.value)
    for way in ("chronology", *(each for each in _WAYS if each != "chronology")):
        if _WAYS[way].fullmatch(said):
            return Named(case_id, way, said)
    raise InputError([Problem(ref or "the reference", "names no thing on record.", REFS)])


def _limb(said: str) -> Fact | None:
    return _LIMBS.get(said) or next((fact for fact in Fact if said in (fact.value, fact.label)), None)
