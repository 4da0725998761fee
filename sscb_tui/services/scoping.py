"""Asking the agencies and taking their answers back: requests (F3), returns (F4), side by side."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.base import RequestId
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, Violation, refuse_if
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.resubmission import broken, changes, pinned_question
from sscb_tui.domain.rules.returns import (
    RETURNS_OPEN,
    extends_in_time,
    may_still_take,
    not_taken_already,
    not_yet_returned,
    own_returns_only,
    state_after_chase,
    state_on_arrival,
)
from sscb_tui.domain.rules.segregation import approver_is_a_second_person
from sscb_tui.domain.scoping import AgencyRequest, Chase
from sscb_tui.domain.template import TEMPLATE_VERSION
from sscb_tui.domain.terms import Move, ReturnState
from sscb_tui.domain.workflow import may_move
from sscb_tui.domain.working_days import add_working_days
from sscb_tui.services.grid import return_row, side_by_side
from sscb_tui.services.inputs import worded
from sscb_tui.services.tokens import fresh_token
from sscb_tui.services.views import AnswerChange, PaperText, ReturnChanges

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.scoping import AgencyReturn
    from sscb_tui.services.ports import Templates
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import ReturnRow, SideBySide


@dataclass(frozen=True, slots=True)
class Scoping:
    """Issues templates, takes returns whole or not at all, and sets them side by side."""

    room: Room
    templates: Templates

    def issue(self, actor: Actor, case_id: str, agencies: Sequence[str]) -> tuple[AgencyRequest, ...]:
        """Ask these agencies; asking one again answers the request it already has."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.REQUEST, "scoping template issued"):
            file = room.file(case_id)
            self._may_issue(file.case, agencies)
            asked = {request.agency: request for request in file.requests}
            new = {
                code: room.record.requests.save(self._request(case_id, code)) for code in agencies if code not in asked
            }
        return tuple({**asked, **new}[code] for code in agencies)

    def _may_issue(self, case: Case, agencies: Sequence[str]) -> None:
        if case.stage not in RETURNS_OPEN:
            raise RuleError(
                [Violation("T07", f"Templates go out once a scoping meeting is agreed; {case.stage.label}.")]
            )
        settings = self.room.settings()
        if unknown := [code for code in agencies if settings.agency(code) is None]:
            known = ", ".join(agency.code for agency in settings.agencies)
            raise InputError([Problem("agency", f"{', '.join(unknown)}: not in the Board's list.", known)])

    def _request(self, case_id: str, code: str) -> AgencyRequest:
        due = add_working_days(self.room.today(), self.room.settings().return_working_days)
        return AgencyRequest(
            id=RequestId(self.room.new_id()),
            case_id=self.room.record.cases.get(case_id).id,
            agency=code,
            token=fresh_token(),
            template=TEMPLATE_VERSION,
            issued_at=self.room.now(),
            due=due,
        )

    def _asked(self, case_id: str, agency: str) -> AgencyRequest:
        for request in self.room.record.requests.of_case(case_id):
            if request.agency == agency:
                return request
        raise NotFoundError(f"{agency} has not been asked about this case.")

    def template(self, case_id: str, agency: str) -> PaperText:
        """The blank form for one agency that has been asked."""
        return self._paper(case_id, agency, filled=False)

    def filled(self, case_id: str, agency: str) -> PaperText:
        """The agency's return written out again as its form."""
        return self._paper(case_id, agency, filled=True)

    def _paper(self, case_id: str, agency: str, *, filled: bool) -> PaperText:
        request, case = self._asked(case_id, agency), self.room.record.cases.get(case_id)
        board = self.room.settings()
        if not filled:
            text = self.templates.blank(case, request, board)
        elif request.returned is not None:
            text = self.templates.filled(case, request, board, request.returned)
        else:
            raise NotFoundError(f"{agency} has not returned its template.")
        name = self.templates.filename(case, request, board)
        return PaperText(f"{case.reference} {agency} scoping template", text, name)

    def take(self, actor: Actor, filename: str, data: bytes) -> Receipt:
        """Take a returned file whole, with a receipt; otherwise InputError with every problem and nothing written."""
        room = self.room
        refuse_if(permission(actor, Deed.CREATE, Thing.RETURN))
        answers = self.templates.read(decoded(data))
        with room.deed(actor, Deed.CREATE, Thing.RETURN, f"return of {answers.agency} imported") as now:
            request = self._of_token(answers.token)
            case = room.record.cases.get(request.case_id)
            self._belongs(answers, request, case)
            receipt = Receipt(file=filename, sha256=hashlib.sha256(data).hexdigest(), at=now, by=actor.name)
            refuse_if(
                may_still_take(case)
                + own_returns_only(request, actor)
                + approver_is_a_second_person(answers, actor)
                + not_taken_already(request, receipt)
            )
            state = state_on_arrival(case, answers)
            receipts = (*request.receipts, receipt)
            changed = request.but(returned=answers, superseded=request.returned, state=state, receipts=receipts)
            room.record.requests.save(changed)
        return receipt

    def _of_token(self, token: str) -> AgencyRequest:
        request = self.room.record.requests.by_token(token)
        if request is None:
            raise InputError([Problem("case token", f"{token} belongs to no template issued from this database.")])
        return request

    def _belongs(self, answers: AgencyReturn, request: AgencyRequest, case: Case) -> None:
        """A return lands on the case and agency its template was issued for, or nowhere."""
        problems = []
        if answers.case_reference != case.reference:
            problems.append(Problem("case reference", f"reads {answers.case_reference}.", case.reference))
        if answers.agency != request.agency:
            problems.append(Problem("agency", f"the token is {request.agency}'s, the form says {answers.agency}."))
        if problems:
            raise InputError(problems)

    def returns(self, case_id: str) -> tuple[ReturnRow, ...]:
        """Every agency asked, and where its return stands today."""
        board, today = self.room.settings(), self.room.today()
        return tuple(return_row(request, board, today) for request in self.room.record.requests.of_case(case_id))

    def chase(self, actor: Actor, request_id: str, note: str, new_due: date | None = None) -> AgencyRequest:
        """Put a reminder or an extension on record; an extension ends before the meeting (T11)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REQUEST, "return chased") as now:
            request = room.record.requests.get(request_id)
            case = room.record.cases.get(request.case_id)
            refuse_if(may_move(case.stage, Move.CHASE, actor) or extends_in_time(case, new_due, now.date()))
            chase = Chase(at=now, by=actor.name, note=note, new_due=new_due)
            return room.record.requests.save(
                request.but(
                    chases=(*request.chases, chase), due=new_due or request.due, state=state_after_chase(request)
                )
            )

    def refuse(self, actor: Actor, request_id: str, reason: str) -> AgencyRequest:
        """Put on record that an agency refuses, and why: a refusal is a state, not a blank."""
        worded(reason, "reason", "why the agency refuses, in its words")
        with self.room.deed(actor, Deed.UPDATE, Thing.REQUEST, "return refused by the agency"):
            request = self.room.record.requests.get(request_id)
            refuse_if(not_yet_returned(request))
            return self.room.record.requests.save(request.but(state=ReturnState.REFUSED, refusal_reason=reason))

    def complete(self, actor: Actor, case_id: str) -> Case:
        """Every return is in or accounted for; the meeting can start (T10)."""
        with self.room.deed(actor, Deed.UPDATE, Thing.REQUEST, "returns complete"):
            return self.room.advance(case_id, Move.COMPLETE_RETURNS, actor)

    def changes(self, case_id: str, agency: str) -> ReturnChanges:
        """What an agency changed when it sent its return again; NotFoundError where it sent only one."""
        file, board = self.room.file(case_id), self.room.settings()
        request = self._asked(case_id, agency)
        if request.superseded is None:
            raise NotFoundError(f"{board.brief(agency)} has sent one return; there is none before it.")
        return ReturnChanges(
            agency=agency,
            name=board.brief(agency),
            received_at=request.receipts[-1].at,
            changes=tuple(
                AnswerChange(each.question, each.label, each.kind, each.before, each.after)
                for each in changes(file.case, request)
            ),
            broken=tuple((pinned_question(pin, agency), pin.evidence.quote) for pin in broken(request, file.pins)),
        )

    def changes_of(self, case_id: str, sha256: str) -> ReturnChanges | None:
        """The same for a return just taken, by its receipt; None where it is an agency's first, or another case's."""
        for request in self.room.file(case_id).requests:
            if request.superseded is not None and request.receipts and request.receipts[-1].sha256 == sha256:
                return self.changes(case_id, request.agency)
        return None

    def side_by_side(self, case_id: str) -> SideBySide:
        """All returns by question and agency."""
        return side_by_side(self.room.file(case_id), self.room.settings(), self.room.today())


def decoded(data: bytes) -> str:
    """Text of a returned file: UTF-8, or what an older Windows editor writes."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError([Problem("the file", f"is not text (byte {error.start}).", "UTF-8 text")]) from error
