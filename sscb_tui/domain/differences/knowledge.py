"""Knowledge: one agency says that it told another, and the other has no record of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Account, Row, Span, apart, spans_in
from sscb_tui.domain.differences.model import Difference, Saying, difference
from sscb_tui.domain.differences.telling import QUESTIONS, Telling, tellings
from sscb_tui.domain.terms import DifferenceKind, Silence

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_POST = 14
"""Days a notification may take to be recorded at the other end."""
_SAME = 3
"""Days within which a row that tells of something received is taken to be the thing sent, whoever sent it."""
_ARRIVED = re.compile(
    r"\b(?:received|referral|notification|notified|told|informed|letter|e-?mail|call from|contact)\b", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:not|never|nobody|no one|nothing|none|no)\b", re.IGNORECASE)


def knowledge(scene: Scene) -> Iterator[Difference]:
    """Tellings that the agency told knows nothing of."""
    table = tellings(scene)
    lost: dict[tuple[str, str], list[Telling]] = {}
    for each in table:
        hearer = scene.account(each.told)
        if each.by == each.teller and not each.denied and hearer and not _recorded(scene, each, hearer):
            lost.setdefault((each.teller, each.told), []).append(each)
    for (teller, told), claims in lost.items():
        hearer = scene.account(told)
        denials = [each.said for each in table if each.by == told and each.denied and each.teller in (teller, "")]
        what = f"{teller} says that it told {told}; {told} has no record of it"
        theirs = denials or ([_silence(hearer)] if hearer else [])
        sayings = (*(claim.said for claim in claims), *theirs)
        yield difference(DifferenceKind.KNOWLEDGE, f"{teller} {told}", what, sayings)


def _silence(hearer: Account) -> Saying:
    """What the other agency says where its record of hearing should be."""
    said = hearer.choice("F4.G1")
    return said if said.words else Saying(hearer.agency, "F4.G1", "(no record of it in F4.G1 or the chronology)")


def _recorded(scene: Scene, telling: Telling, hearer: Account) -> bool:
    """Whether the agency told has any trace of it, or has not said what it received."""
    asked = hearer.returned.answer("F4.G1")
    if asked is not None and asked.silence is Silence.WITHHELD:
        return True
    answers = any(_names(scene, said, telling) for said in hearer.sentences(*QUESTIONS, "F4.C1"))
    return answers or any(_row(scene, row, telling) for row in hearer.rows())


def _names(scene: Scene, said: Saying, telling: Telling) -> bool:
    """A sentence that speaks of the teller at a time that fits, and does not deny."""
    speaks = any(telling.teller in mention.codes for mention in scene.directory.mentions(said.words))
    return speaks and not _DENIED.search(said.words) and _fits(spans_in(said.words), telling.spans, _POST)


def _row(scene: Scene, row: Row, telling: Telling) -> bool:
    told = row.told
    text = " ".join((told.event, told.source, told.people, told.action, told.comment))
    when = (row.span,) if row.span else ()
    if any(telling.teller in mention.codes for mention in scene.directory.mentions(text)):
        return _fits(when, telling.spans, _POST)
    anonymous = not scene.directory.mentions(told.event)
    return anonymous and bool(when and telling.spans and _ARRIVED.search(text)) and _fits(when, telling.spans, _SAME)


def _fits(ours: tuple[Span, ...], theirs: tuple[Span, ...], slack: int) -> bool:
    """Whether any two dates may be the same occasion; what is undated may always be."""
    if not ours or not theirs:
        return True
    return any(timedelta(apart(one, other)) <= timedelta(slack) for one in ours for other in theirs)
