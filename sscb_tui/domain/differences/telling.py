"""Who told whom: every telling and every denial in F4.G1, G4, G5 and the chronologies (F5.D8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Account, Row, Span, spans_in
from sscb_tui.domain.differences.model import Saying

if TYPE_CHECKING:
    from sscb_tui.domain.differences.mentions import Mention
    from sscb_tui.domain.differences.scene import Scene

QUESTIONS = ("F4.G1", "F4.G4", "F4.G5")
_TOLD = re.compile(
    r"\b(?:told|inform(?:ed)?|notif(?:ied|ication)|alerted|referr(?:ed|als?)|shared|passed|sent|copied|e-?mailed"
    r"|telephoned|rang|phoned|faxed|wrote|reported|disclosed|forwarded|contacted|escalated|handed)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|nobody|no one|nothing|none|no|without)\b|n['’]t\b", re.IGNORECASE)
_MEANT = re.compile(
    r"\b(?:considered|planned|intended|meant|would|should|could|might|(?-i:may)|to be|will|asked|requested)\b",
    re.IGNORECASE,  # but "May" is a month
)
_FROM = re.compile(r"\b(?:from|by)(?: the| our| local| \w+)?\s*$", re.IGNORECASE)
_TO = re.compile(r"\b(?:to|with|at)(?: the| our| local| \w+)?\s*$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^(?:\W+\w+){0,2}?\W+(?:was|were|had been|has been|been|is|informed|told|notified)\b", re.IGNORECASE
)
_OBJECT = re.compile(
    r"\b(?:told|informed|notified|alerted|e-?mailed|telephoned|rang|phoned|contacted|wrote to)\b"
    r"(?: the| our| \w+)?\s*$",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?:[,;:]\s+| )(?:but|whereas|although|though)\s+|;\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """That one agency told another something, or did not, by the word of one of the two."""

    teller: str
    told: str
    by: str
    said: Saying
    spans: tuple[Span, ...]
    """When, where it says so."""
    denied: bool = False


def tellings(scene: Scene) -> tuple[Telling, ...]:
    """The who-told-whom table, in the order of the returns."""
    return tuple(telling for account in scene.accounts for telling in _of(scene, account))


def _of(scene: Scene, account: Account) -> Iterator[Telling]:
    for said in account.sentences(*QUESTIONS):
        for clause in _CLAUSES.split(said.words):
            yield from _clause(scene, said, clause)
    for row in account.rows():
        yield from _shared(scene, row)


def _shared(scene: Scene, row: Row) -> Iterator[Telling]:
    """The column "shared with" names those told on the day of the row."""
    if _DENIED.search(row.told.shared_with):
        return
    words = f"{row.saying.words} (shared with {row.told.shared_with})"
    said = Saying(row.agency, row.saying.where, words)
    for mention in scene.directory.mentions(row.told.shared_with):
        for code in _one(scene, mention, row.agency):
            yield Telling(row.agency, code, row.agency, said, (row.span,) if row.span else ())


def _clause(scene: Scene, said: Saying, clause: str) -> Iterator[Telling]:
    if _MEANT.search(clause):
        return
    for mention in scene.directory.mentions(clause):
        for code in _one(scene, mention, said.agency):
            spans, denied = spans_in(clause), bool(_DENIED.search(clause))
            if _FROM.search(clause[: mention.start]):
                yield Telling(code, said.agency, said.agency, said, spans, denied)
            elif _to(clause, mention):
                yield Telling(said.agency, code, said.agency, said, spans, denied)


def _to(clause: str, mention: Mention) -> bool:
    """Whether the clause has the agency for its hearer: told to it, or it was told."""
    before, after = clause[: mention.start], clause[mention.end :]
    if _OBJECT.search(before):
        return True
    if _TOLD.search(before) and _TO.search(before):
        return True
    return bool(_PASSIVE.search(after) and _TOLD.search(after)) or bool(re.match(r" (?:informed|told|notified)", after))


def _one(scene: Scene, mention: Mention, but: str) -> tuple[str, ...]:
    """The agency meant, if only one that has answered can be."""
    codes = (mention.codes & scene.answered) - {but}
    return tuple(codes) if len(codes) == 1 else ()
