"""The terms by which the tracker is searched: agency:police due:<30d state:overdue -theme:fathers silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain import query
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.query import Field, Query, Test, Vocabulary
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.domain.terms import ActionState, Gap, Level, Rag
from sscb_tui.domain.text import folded
from sscb_tui.services.tracker_lines import Line, lines

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.services.views import ActionRow

Read = Callable[[str, date], Test[Line] | None]

KINDS: dict[str, Test[Line]] = {
    "action": lambda line: line.action is not None,
    "recommendation": lambda line: line.label[0] == "R",
    "finding": lambda line: line.label[0] == "F",
    "early": lambda line: line.action is not None and line.action.recommendation == "early",
}
DERIVED = ("open", "overdue", "waiting")
"""States that are derived; `state:` knows those of the status model (RA.13) as well."""
RAG_WORDS = {rag.value: rag for rag in Rag} | {rag.letter.casefold(): rag for rag in Rag}


def _agency(value: str, today: date) -> Test[Line] | None:
    said = f" {folded(value)}"
    return lambda line: said in line.agencies


def _said(of: Callable[[Line], str]) -> Read:
    """Words that stand somewhere in what a line says of itself."""

    def read(value: str, today: date) -> Test[Line] | None:
        said = folded(value)
        return lambda line: said in folded(of(line))

    return read


def _day(of: Callable[[Line], date | None]) -> Read:
    def read(value: str, today: date) -> Test[Line] | None:
        test = query.day(value, today)
        return None if test is None else lambda line: test(of(line))

    return read


def _retest(value: str, today: date) -> Test[Line] | None:
    """`due` is what should have been tested by today."""
    return _day(lambda line: line.thing.retest_due)("<=today" if folded(value) == "due" else value, today)


def _number(of: Callable[[Line], int]) -> Read:
    def read(value: str, today: date) -> Test[Line] | None:
        test = query.number(value)
        return None if test is None else lambda line: test(of(line))

    return read


def _state(value: str, today: date) -> Test[Line] | None:
    """States that begin with it: "not" is not started and not accepted."""
    begun = folded(value).replace("-", " ").replace("_", " ")
    states = {each for each in ActionState if _begins(begun, each.label, each.value.replace("_", " "))}
    derived = [name for name in DERIVED if name.startswith(begun)]
    if not states and not derived:
        return None
    return _in_state(frozenset(states | (OPEN if "open" in derived else set())), *derived)


def _in_state(states: frozenset[ActionState], *derived: str) -> Test[Line]:
    """What is no action yet is open and waiting, whatever else is."""
    waiting, overdue = not {"open", "waiting"}.isdisjoint(derived), "overdue" in derived
    return lambda line: (
        (line.action.state in states or (overdue and line.action.overdue)) if line.action is not None else waiting
    )


def _begins(begun: str, *names: str) -> bool:
    return any(name.startswith(begun) for name in names)


def _theme(value: str, today: date) -> Test[Line] | None:
    said = folded(value)
    return lambda line: any(said in folded(theme) for theme in line.thing.themes)


def _level(value: str, today: date) -> Test[Line] | None:
    begun = folded(value).replace("_", "-")
    levels = frozenset(each for each in Level if each.label.startswith(begun))
    return (lambda line: line.thing.level in levels) if levels else None


def _is(value: str, today: date) -> Test[Line] | None:
    kinds = [test for name, test in KINDS.items() if name.startswith(folded(value))]
    return (lambda line: any(test(line) for test in kinds)) if kinds else None


def _needs(value: str, today: date) -> Test[Line] | None:
    """What a line lacks; `action` is what a recommendation or a finding lacks."""
    said = folded(value)
    if said == "action":
        return lambda line: line.action is None
    gaps = frozenset(each for each in Gap if each.value == said)
    return (lambda line: line.action is not None and not gaps.isdisjoint(line.action.gaps)) if gaps else None


def _rag(value: str, today: date) -> Test[Line] | None:
    rag = RAG_WORDS.get(folded(value))
    return None if rag is None else lambda line: line.action is not None and line.action.rag is rag


def _under(value: str, today: date) -> Test[Line] | None:
    """The recommendation by its number, whether an action stands under it or carries it out too."""
    wanted = f"R-{folded(value).removeprefix('r-')}"
    return lambda line: wanted == line.thing.recommendation or wanted in line.thing.also


_NEEDS = ("action", *(gap.value for gap in Gap))
_DAYS = "<30d, >14d, <2026-12-01, today or none"
_FIELDS: tuple[Field[Line], ...] = (
    Field("agency", "its code or any of its names; several by comma", _agency),
    Field("due", _DAYS, _day(lambda line: line.thing.due), ("today", "none")),
    Field(
        "state",
        "open, overdue, waiting, " + ", ".join(each.value.replace("_", "-") for each in ActionState),
        _state,
        (*DERIVED, *(each.value.replace("_", "-") for each in ActionState)),
    ),
    Field("theme", "words of a theme", _theme),
    Field("owner", "words of the owner's post", _said(lambda line: line.thing.owner)),
    Field(
        "review",
        "words of the reference or the pseudonym",
        _said(lambda line: f"{line.thing.reference} {line.thing.pseudonym}"),
    ),
    Field("under", "a recommendation, R-3", _under),
    Field("evidence", "<3, >=5 or 0: the highest rung", _number(lambda line: line.thing.evidence_rung)),
    Field("rag", ", ".join(f"{rag.value} ({rag.letter})" for rag in Rag), _rag, tuple(rag.value for rag in Rag)),
    Field("slip", ">0, >=14: days the date has moved", _number(lambda line: line.thing.slipped_days)),
    Field("level", ", ".join(each.label for each in Level), _level, tuple(each.label for each in Level)),
    Field("is", ", ".join(KINDS), _is, tuple(KINDS)),
    Field("needs", ", ".join(_NEEDS), _needs, _NEEDS),
    Field("retest", f"due, {_DAYS}", _retest, ("due", "today", "none")),
)
TERMS: Vocabulary[Line] = Vocabulary(
    {field.name: field for field in _FIELDS},
    {"overdue": lambda line: line.thing.overdue, "silent": lambda line: line.thing.silent},
)
OF_A_CASE = frozenset({"review", "under"})
"""Terms whose values belong to one case."""


def read(typed: str, today: date, *, typing: bool = False) -> Query[Line]:
    """What was typed into the tracker's filter."""
    return query.read(typed, TERMS, today, typing=typing)


def actions_found(rows: Sequence[ActionRow], typed: str, settings: BoardSettings, today: date) -> tuple[ActionRow, ...]:
    """The actions somebody asks for in words and terms; InputError for a term that is not understood."""
    asked = read(typed, today)
    if asked.misread:
        raise InputError([Problem("find", said) for said in asked.misread])
    held = lines(rows, (), settings)
    found = (held[place] for place in query.with_words([line.text for line in held], asked.words))
    return tuple(line.action for line in found if line.action is not None and asked.passes(line))


def names_a_case(typed: str) -> bool:
    """Whether what was typed has words or values that may belong to one case, which no memory should keep."""
    return any(not _is_general(token) for token in query.tokens(typed))


def _is_general(token: query.Token) -> bool:
    if token.name:
        return token.name in TERMS.fields and token.name not in OF_A_CASE
    return token.value.casefold() in ("", *TERMS.flags)
