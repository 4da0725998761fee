"""Conflicts between the returns of a case: listed with who says what, and answered (F6.11)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import SettlementId
from sscb_tui.domain.days import shown
from sscb_tui.domain.differences import REFERRAL
from sscb_tui.domain.differences.settling import answers, digest, settled_by, state_of
from sscb_tui.domain.errors import InputError, Problem, Violation, refuse_if
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import DifferenceKind, DifferenceState, LineKind, MeetingState
from sscb_tui.services.compared import differing
from sscb_tui.services.views import AnswerView, DifferenceView, SayingView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.differences import Difference, Saying
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.compared import Compared
    from sscb_tui.services.sitting import Sitting

_CODE = re.compile(r"\b[A-Z][A-Z0-9_-]{1,15}\b")
_MINUTED = (MeetingState.DRAFT, MeetingState.IN_PROGRESS)
"""While a meeting is prepared or on, an answer is part of its minutes."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Finds them anew each time, so that a return sent again is compared again.

    Whoever has compared the returns already hands that over as `known`; it counts while they have not changed.
    """

    sitting: Sitting

    def of_case(self, case_id: str, known: Compared | None = None) -> tuple[DifferenceView, ...]:
        """Every difference of one case: who is who until that is clear, then the open ones."""
        file, board = self.sitting.room.file(case_id), self.sitting.room.settings()
        return in_order(difference_view(each, file, board) for each in differing(file, board, known))

    def settle(
        self,
        actor: Actor,
        case_id: str,
        difference_id: str,
        *,
        words: str = "",
        owner: str = "",
        due: date | None = None,
        known: Compared | None = None,
    ) -> Settlement:
        """Answer a difference in words, or name who checks it by what day; the answers before stay on record."""
        room = self.sitting.room
        # Found before the record is held: comparing many long returns takes seconds, and others are writing.
        found = _named(difference_id, differing(room.file(case_id), room.settings(), known))
        with room.deed(actor, Deed.UPDATE, Thing.MINUTES, "difference answered") as now:
            meeting = meeting_of(room.file(case_id))
            refuse_if(may_answer(meeting))
            _still_to_come(due, now.date())
            answer = Settlement(
                id=SettlementId(room.new_id()),
                case_id=room.record.cases.get(case_id).id,
                meeting_id=meeting.id if meeting else None,
                difference=found.id,
                kind=found.kind,
                what=called(found.what, room.settings()),
                rests_on=digest(found),
                settled=words,
                owner=owner,
                due=due,
                by=actor.name,
                at=now,
            )
            saved = room.record.settlements.save(answer)
            if meeting is not None and meeting.state in _MINUTED:
                self._stamp(actor, meeting, saved)
            return saved

    def _stamp(self, actor: Actor, meeting: Meeting, answer: Settlement) -> None:
        """The minutes say how it was settled, or who will check it by when (F6.11)."""
        self.sitting.minutes.stamp(
            actor,
            meeting,
            LineKind.SETTLED,
            minuted(answer),
            owner=answer.owner,
            due=answer.due,
            refers=answer.id,
        )


def minuted(answer: Settlement) -> str:
    """An answer as the minutes tell it."""
    if answer.settled.strip():
        return f"conflict settled: {answer.what}: {answer.settled}"
    return f"{answer.owner} to check by {shown(answer.due) if answer.due else '?'}: {answer.what}"


def meeting_of(file: CaseFile) -> Meeting | None:
    """The meeting that stands; after an adjournment there is none until the next is prepared."""
    return None if file.meeting is None or file.meeting.adjourned else file.meeting


def may_answer(meeting: Meeting | None) -> tuple[Violation, ...]:
    """What the minutes say of the conflicts is settled once they are confirmed."""
    if meeting is None or meeting.state is not MeetingState.CONFIRMED:
        return ()
    sentence = "The minutes are confirmed; say how the difference was settled in a correction to them (:c)."
    return (Violation("F6.11", sentence, "scoping meeting (F6)"),)


def _named(difference_id: str, found: tuple[Difference, ...]) -> Difference:
    for each in found:
        if each.id == difference_id:
            return each
    what = "is no difference between the returns as they stand now."
    raise InputError([Problem(difference_id, what, ", ".join(each.id for each in found) or "none; they agree")])


def _still_to_come(due: date | None, today: date) -> None:
    if due is not None and due < today:
        raise InputError([Problem("due", f"{shown(due)} is past; say by what day it will be checked.")])


def in_order(found: Iterable[DifferenceView]) -> tuple[DifferenceView, ...]:
    """Who is who on top until it is cleared, since a wrong child makes all else wrong; then by what is still to do."""
    states = list(DifferenceState)
    return tuple(sorted(found, key=lambda view: (not is_pinned(view), states.index(view.state))))


def is_pinned(view: DifferenceView) -> bool:
    """A doubt about who is who, not yet cleared."""
    return view.kind is DifferenceKind.IDENTITY and view.state is not DifferenceState.SETTLED


def difference_view(found: Difference, file: CaseFile, board: BoardSettings) -> DifferenceView:
    """One difference with every answer it was given."""
    standing = settled_by(found, file)
    return DifferenceView(
        id=found.id,
        kind=found.kind,
        what=called(found.what, board),
        sayings=saying_views(found.sayings, board),
        state=state_of(standing),
        settled=standing.settled if standing else "",
        owner=standing.owner if standing else "",
        due=standing.due if standing else None,
        answers=tuple(
            AnswerView(each.settled, each.owner, each.due, each.by, each.at) for each in answers(found, file)
        ),
    )


def called(text: str, board: BoardSettings) -> str:
    """A sentence of the comparison with the names people use for agencies in place of their codes."""
    return _CODE.sub(lambda found: board.brief(found[0]), text)


def saying_views(sayings: Iterable[Saying], board: BoardSettings) -> tuple[SayingView, ...]:
    """Passages under the names people use for agencies."""
    return tuple(
        SayingView(
            said.agency,
            "the referral" if said.agency == REFERRAL else board.brief(said.agency),
            "" if said.agency == REFERRAL else said.where,
            said.words,
            said.quote,
        )
        for said in sayings
    )
