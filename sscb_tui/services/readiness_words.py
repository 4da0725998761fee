"""The readiness check in words: the same headings, counts and lines for the screen and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.template import LIVED_EXPERIENCE

if TYPE_CHECKING:
    from sscb_tui.services.views import DifferenceView, ReadinessView, SayingView

ROWS = "F4.D1"
"""Where rows of chronologies stand among the answers."""
_NIL = "F4.A7"
_SUMMARY = "F4.C1"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line under a heading, and the answer or the difference it speaks of, if there is one."""

    text: str
    agency: str = ""
    question: str = ""
    """Or the row of a chronology that came as a file ("visits.csv row 3")."""
    difference: str = ""
    passage: bool = False
    """Somebody's own words, under the line they belong to."""

    @property
    def leads(self) -> bool:
        """Whether there is something to open."""
        return bool(self.question or self.difference)


@dataclass(frozen=True, slots=True)
class Part:
    """One heading: what was looked at, how much was found, and whether nothing is wrong there."""

    title: str
    said: str
    well: bool | None
    """None where there is something to know and nothing to put right."""
    findings: tuple[Finding, ...] = ()

    @property
    def mark(self) -> str:
        """The same in one sign."""
        return {True: "✓", False: "✗", None: "·"}[self.well]


def parts(found: ReadinessView, names: Mapping[str, str]) -> tuple[Part, ...]:
    """Everything the check looked at, in the order in which a facilitator would put it right."""
    return (*_returns(found, names), *_gaps(found, names), *_conflicts(found), _challenges(found))


def question_of(said: SayingView) -> str:
    """The question under which a passage is read; empty for the referral, whose words stand in no answer."""
    if not said.agency:
        return ""
    return said.where.split()[0] if said.where.startswith("F4.") else ROWS


def place_of(said: SayingView) -> str:
    """Where a passage is read: its question, or the row of a chronology that came as a file; empty for the referral."""
    question = question_of(said)
    return said.where if question == ROWS and not said.where.startswith(ROWS) else question


def _returns(found: ReadinessView, names: Mapping[str, str]) -> Iterator[Part]:
    called = [names.get(code, code) for code in found.returned]
    listed = (Finding(", ".join(called)),) if called else ()
    yield Part("Returns in", f"{len(called)} of {len(found.asked)}", set(found.returned) == set(found.asked), listed)
    yield _of_agencies("Awaited", found.awaited, names)
    late = (
        Finding(
            f"{names.get(each.agency, each.agency)}: {each.days} d late{'' if each.arrived else ', still out'}",
            each.agency,
            LIVED_EXPERIENCE,
        )
        for each in found.late
    )
    yield _part("Late", tuple(late))
    thin = (Finding(f"{names.get(code, code)}: {words} words", code, _SUMMARY) for code, words in found.thin)
    yield _part("Thin", tuple(thin))
    yield _of_agencies("Refused", found.refused, names)
    nil = tuple(Finding(names.get(code, code), code, _NIL) for code in found.nil)
    yield Part("Nil returns", _number(nil), None if nil else True, nil)


def _of_agencies(title: str, codes: Sequence[str], names: Mapping[str, str]) -> Part:
    return _part(title, tuple(Finding(names.get(code, code), code, LIVED_EXPERIENCE) for code in codes))


def _gaps(found: ReadinessView, names: Mapping[str, str]) -> Iterator[Part]:
    yield _part("Criteria with no passage", tuple(Finding(fact.label) for fact in found.unsupported))
    named = ((Finding(_called(each.agency, names)), *_passages(each.named_by)) for each in found.unasked)
    lines = tuple(line for group in named for line in group)
    yield _part("Named by others, not asked", lines, len(found.unasked))
    unsearched = (
        Finding(f"{names.get(each.agency, each.agency)}: {each.who} ({each.why})", each.agency, each.question)
        for each in found.unsearched
    )
    yield _part("Persons not searched for", tuple(unsearched))


def _conflicts(found: ReadinessView) -> Iterator[Part]:
    yield _part("Conflicts not explained", tuple(_conflict(each) for each in found.unexplained))
    checking = tuple(_conflict(each) for each in found.checking)
    yield Part("Conflicts being checked", _number(checking), None if checking else True, checking)


def _conflict(each: DifferenceView) -> Finding:
    until = f"; {each.owner} checks by {shown(each.due)}" if each.due else ""
    return Finding(f"{each.what}{until} ({each.id})", difference=each.id)


def _challenges(found: ReadinessView) -> Part:
    asked = enumerate(found.challenges, start=1)
    lines = [
        line
        for number, each in asked
        for line in (Finding(f"{number}. {each.question}", *_first(each.passages)), *_passages(each.passages))
    ]
    return Part(
        "Questions to put", str(len(found.challenges)) if lines else "none", None if lines else True, tuple(lines)
    )


def _first(passages: Sequence[SayingView]) -> tuple[str, str]:
    """A question opens at the first passage it rests on that can be gone to."""
    return next(((said.agency, place_of(said)) for said in passages if place_of(said)), ("", ""))


def _passages(sayings: Sequence[SayingView]) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            f"{said.name}{f', {said.where}' if said.where else ''}: “{said.quote}”",
            said.agency,
            place_of(said),
            passage=True,
        )
        for said in sayings
    )


def _called(codes: str, names: Mapping[str, str]) -> str:
    """ "CRC or NPS" where a text does not say which."""
    return " or ".join(names.get(code, code) for code in codes.split(" or "))


def _part(title: str, findings: tuple[Finding, ...], number: int | None = None) -> Part:
    """A heading under which anything at all is something to put right."""
    return Part(title, _number(findings, number), not findings, findings)


def _number(findings: Sequence[Finding], number: int | None = None) -> str:
    return str(len(findings) if number is None else number) if findings else "none"
