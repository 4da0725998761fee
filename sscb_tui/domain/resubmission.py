"""A return sent again beside the one before it: what was added, changed and withdrawn, and what it broke."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.answers import asked, said
from sscb_tui.domain.evidence import stands_in

if TYPE_CHECKING:
    from sscb_tui.domain.base import PinId
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.pin import Pin
    from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn


@dataclass(frozen=True, slots=True)
class Changed:
    """One answer as it was and as it is; empty where there was or is none."""

    question: str
    label: str
    before: str
    after: str

    @property
    def kind(self) -> str:
        """What happened to it."""
        return "added" if not self.before else "changed" if self.after else "withdrawn"


def changes(case: Case, request: AgencyRequest) -> tuple[Changed, ...]:
    """Every answer that differs between the return that stands and the one before it, in the template's order."""
    before, after = request.superseded, request.returned
    if before is None or after is None:
        return ()
    found = ((each, _told(before, each.id), _told(after, each.id)) for each in asked(case, (before, after)))
    return tuple(Changed(each.id, each.label, was, now) for each, was, now in found if was != now)


def _told(returned: AgencyReturn, question: str) -> str:
    """What a return says to one question, or why it says nothing."""
    answer = returned.answer(question)
    if answer is None or answer.silence is None:
        return said(returned, question)
    return "\n".join(
        filter(None, (": ".join(filter(None, (answer.silence.label, answer.silence_reason))), answer.text))
    )


def broken(request: AgencyRequest, pins: tuple[Pin, ...]) -> tuple[Pin, ...]:
    """Standing pins on an agency's answers whose words no longer stand there."""
    if request.returned is None:
        return ()
    return tuple(
        pin
        for pin in pins
        if pin.stands and (question := pinned_question(pin, request.agency)) and not _still(pin, request, question)
    )


def words_gone(file: CaseFile) -> frozenset[PinId]:
    """Every pin of a case whose words are no longer in the return they were taken from."""
    return frozenset(pin.id for request in file.requests for pin in broken(request, file.pins))


def pinned_question(pin: Pin, agency: str) -> str:
    """The question of this agency's return that a pin quotes, or a row of its chronology; empty for anything else."""
    code, question, *_ = (*pin.evidence.ref.split(" "), "")
    own = pin.evidence.source in ("return", "chronology") and code == agency
    return question if own and question.startswith("F4.") else ""


def _still(pin: Pin, request: AgencyRequest, question: str) -> bool:
    return request.returned is not None and stands_in(pin.evidence.quote, said(request.returned, question))
