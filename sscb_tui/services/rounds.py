"""Rounds of progress: agencies asked before each meeting, their answers taken whole, and silence shown as silence."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ProgressRoundId
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, Violation, refuse_if
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.progress_round import BEFORE_THE_MEETING, Asked, ProgressRound
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.rules.asking import is_asked
from sscb_tui.domain.rules.silence import is_challenged, letter_due, missed_before, was_missed, working_days_late
from sscb_tui.domain.terms import Letter, Role
from sscb_tui.domain.working_days import working_days_before
from sscb_tui.services.round_answers import answered
from sscb_tui.services.scoping import decoded
from sscb_tui.services.tokens import fresh_token
from sscb_tui.services.views import PaperText
from sscb_tui.services.views.rounds import ProgressTaken, ProposedDate, RoundRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.ports import AskedRows, ProgressForms
    from sscb_tui.services.room import Room

_RULE = "the Board's rhythm of monitoring"


@dataclass(frozen=True, slots=True)
class Rounds:
    """Asks, takes answers with a receipt, and drafts letters to those who do not answer."""

    room: Room
    forms: ProgressForms

    def ask(
        self, actor: Actor, meeting_on: date, agencies: Sequence[str] = (), due: date | None = None
    ) -> tuple[ProgressRound, ...]:
        """Ask these agencies, or every one with an open action; asking again for one meeting answers the same round."""
        with self.room.deed(actor, Deed.CREATE, Thing.TRACKER, "progress asked for"):
            by = self._due(meeting_on, due)
            actions = self.room.record.actions.all()
            codes = tuple(dict.fromkeys(agencies)) or _with_open(actions)
            self._may_ask(codes, actions)
            held = {
                each.agency: each for each in self.room.record.progress_rounds.all() if each.meeting_on == meeting_on
            }
            return tuple(held.get(code) or self._ask(code, actions, meeting_on, by) for code in codes)

    def askable(self) -> tuple[str, ...]:
        """Agencies that lead an open action, by code."""
        return _with_open(self.room.record.actions.all())

    def _due(self, meeting_on: date, due: date | None) -> date:
        """15 working days before the meeting, or the day somebody names; never a day that is over."""
        by, today = due or working_days_before(meeting_on, BEFORE_THE_MEETING), self.room.today()
        if meeting_on <= today or by > meeting_on:
            what = f"{shown(meeting_on)} is no meeting ahead by which answers of {shown(by)} can be read."
            raise InputError([Problem("meeting", what, "a meeting after today, and answers before it")])
        if by < today:
            what = f"answers would be due on {shown(by)}, {BEFORE_THE_MEETING} working days before, which is over."
            raise InputError([Problem("due", what, f"another day, from {shown(today)} to {shown(meeting_on)}")])
        return by

    def _may_ask(self, codes: Sequence[str], actions: Sequence[Action]) -> None:
        settings = self.room.settings()
        known = ", ".join(agency.code for agency in settings.agencies)
        wrong = [
            Problem("agency", f"{code} is not in the Board's list.", known)
            for code in codes
            if not settings.agency(code)
        ]
        idle = [code for code in codes if not any(is_asked(action, code) for action in actions)]
        wrong += [Problem("agency", f"{code} leads no open action.", "an agency with one") for code in idle]
        if not codes:
            wrong.append(Problem("agencies", "no agency leads an open action; there is nothing to ask."))
        if wrong:
            raise InputError(wrong)

    def _ask(self, code: str, actions: Sequence[Action], meeting_on: date, due: date) -> ProgressRound:
        rows = [action for action in actions if is_asked(action, code)]
        return self.room.record.progress_rounds.save(
            ProgressRound(
                id=ProgressRoundId(self.room.new_id()),
                agency=code,
                token=fresh_token(),
                meeting_on=meeting_on,
                asked_at=self.room.now(),
                due=due,
                asked=tuple(
                    Asked(action_id=each.id, number=each.number, version=each.version, state=each.state)
                    for each in rows
                ),
            )
        )

    def pack(self, round_id: str) -> PaperText:
        """The letter and form of one agency that was asked."""
        asked = self.room.record.progress_rounds.get(round_id)
        return self._paper(asked, self.forms.blank(asked, self._rows(asked), self.room.settings()))

    def filled(self, round_id: str) -> PaperText:
        """An agency's answer written out again as its form."""
        asked = self.room.record.progress_rounds.get(round_id)
        if asked.returned is None:
            raise NotFoundError(f"{asked.agency} has not answered for the meeting of {shown(asked.meeting_on)}.")
        return self._paper(asked, self.forms.filled(asked, self._rows(asked), self.room.settings(), asked.returned))

    def _paper(self, asked: ProgressRound, text: str) -> PaperText:
        return PaperText(f"Progress asked of {asked.agency}", text, self.forms.filename(asked, self.room.settings()))

    def _rows(self, asked: ProgressRound) -> AskedRows:
        actions = [self.room.record.actions.get(each.action_id) for each in asked.asked]
        files = {case_id: self.room.file(case_id) for case_id in dict.fromkeys(each.case_id for each in actions)}
        return [(action, files[action.case_id]) for action in actions]

    def take(self, actor: Actor, filename: str, data: bytes) -> ProgressTaken:
        """Take an agency's answer whole, with a receipt; InputError with every problem and nothing written."""
        room = self.room
        refuse_if(permission(actor, Deed.UPDATE, Thing.TRACKER))
        given = self.forms.read(decoded(data))
        with room.deed(actor, Deed.UPDATE, Thing.TRACKER, f"progress of {given.agency} taken") as now:
            asked = self._of_token(given.token)
            receipt = Receipt(file=filename, sha256=hashlib.sha256(data).hexdigest(), at=now, by=actor.name)
            if given.agency != asked.agency:
                what = f"the token is {asked.agency}'s, the form says {given.agency}."
                raise InputError([Problem("agency", what, asked.agency)])
            refuse_if(_own_agency(asked, actor) + _not_taken_already(asked, receipt))
            rows = answered(room, actor, asked, given)
            receipts = (*asked.receipts, receipt)
            saved = room.record.progress_rounds.save(asked.but(returned=given, receipts=receipts))
        return ProgressTaken(saved.agency, receipt, rows, saved.silent_on)

    def _of_token(self, token: str) -> ProgressRound:
        asked = self.room.record.progress_rounds.by_token(token)
        if asked is None:
            raise InputError([Problem("token", f"{token} belongs to no form asked for from this database.")])
        return asked

    def rows(self) -> tuple[RoundRow, ...]:
        """Every round, the latest meeting first."""
        rounds, today = self.room.record.progress_rounds.all(), self.room.today()
        found = [_row(each, rounds, today) for each in rounds]
        return tuple(sorted(found, key=lambda row: (-row.meeting_on.toordinal(), row.agency)))

    def silent(self) -> tuple[RoundRow, ...]:
        """Who was asked and has not answered, the longest silence first."""
        return tuple(sorted((row for row in self.rows() if row.late), key=lambda row: (-row.late, row.agency)))

    def letters(self, agencies: Sequence[str] = ()) -> tuple[PaperText, ...]:
        """The letters to draft now, for these agencies or all: nothing is sent, and nothing is written down."""
        rounds = self.room.record.progress_rounds.all()
        silent = [row for row in self.silent() if not agencies or row.agency in agencies]
        return tuple(
            self._letter(self.room.record.progress_rounds.get(row.round_id), letter, rounds)
            for row in silent
            for letter in (row.letter, Letter.BOARD if row.challenged else None)
            if letter is not None
        )

    def _letter(self, asked: ProgressRound, letter: Letter, rounds: Sequence[ProgressRound]) -> PaperText:
        board = self.room.settings()
        before = [
            each
            for each in rounds
            if each.agency == asked.agency and each.meeting_on < asked.meeting_on and was_missed(each)
        ]
        text = self.forms.letter(letter, asked, self._rows(asked), before, board, self.room.now())
        return PaperText(f"{asked.agency}: {letter.label}", text, self.forms.filename(asked, board, letter))

    def proposals(self) -> tuple[ProposedDate, ...]:
        """Dates agencies ask for that nobody has answered: neither moved since, nor the date that binds."""
        return tuple(sorted(self._proposals(), key=lambda each: each.asked_at))

    def _proposals(self) -> Iterator[ProposedDate]:
        for asked in self.room.record.progress_rounds.all():
            for answer in asked.returned.answers if asked.returned else ():
                was, at = asked.was(answer.number), asked.receipts[-1].at
                action = self.room.record.actions.get(was.action_id) if was else None
                if action is None or answer.proposed is None or answer.proposed == action.due:
                    continue
                if not any(move.at and move.at >= at for move in action.moves):
                    yield ProposedDate(action.number, asked.agency, action.due, answer.proposed, answer.reason, at)


def _with_open(actions: Sequence[Action]) -> tuple[str, ...]:
    return tuple(sorted({action.agency for action in actions if action.agency and is_asked(action, action.agency)}))


def _row(asked: ProgressRound, rounds: Sequence[ProgressRound], today: date) -> RoundRow:
    return RoundRow(
        round_id=asked.id,
        agency=asked.agency,
        meeting_on=asked.meeting_on,
        asked_on=local_day(asked.asked_at),
        due=asked.due,
        asked=len(asked.asked),
        answered_at=asked.receipts[0].at if asked.receipts else None,
        silent_on=asked.silent_on,
        late=working_days_late(asked, today),
        missed_before=missed_before(asked, rounds),
        letter=letter_due(asked, today),
        challenged=is_challenged(asked, rounds, today),
    )


def _own_agency(asked: ProgressRound, actor: Actor) -> tuple[Violation, ...]:
    """Owners answer for their own agency; everybody else's permission is the matrix's."""
    if actor.role is not Role.OWNER or actor.agency == asked.agency:
        return ()
    return (Violation("WHO", f"This form is {asked.agency}'s; {actor.name} answers for {actor.agency}."),)


def _not_taken_already(asked: ProgressRound, receipt: Receipt) -> tuple[Violation, ...]:
    same = next((each for each in asked.receipts if each.sha256 == receipt.sha256), None)
    if same is None:
        return ()
    sentence = f"{receipt.file} is the file taken from {asked.agency} on {shown(local_day(same.at))}; nothing is new."
    return (Violation("TAKEN", sentence, _RULE),)
