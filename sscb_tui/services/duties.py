"""Every clock of every case: what is owed to whom, done when and how, late and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from sscb_tui.domain.agency import AnnualReport
from sscb_tui.domain.days import shown
from sscb_tui.domain.duty import Extension, Lost
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, Violation, refuse_if
from sscb_tui.domain.local_time import local_day, local_moment
from sscb_tui.domain.lost import NOTHING_LOST, DaysLost, days_lost
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.rules.annual import year_of, years_owed
from sscb_tui.domain.rules.clocks import duty_to_tell
from sscb_tui.domain.rules.duties import (
    extension_is_a_departure,
    letter_may_be_signed,
    lost_while_it_ran,
    still_owed,
)
from sscb_tui.domain.rules.work_left import USUAL, days_needed
from sscb_tui.domain.terms import Decided, DutyState
from sscb_tui.services.clockwork import ENDS_WITH, OF_OTHERS, duty_of, row_of
from sscb_tui.services.derived import REPORT, RETURN, annual_reports, returns_awaited
from sscb_tui.services.inputs import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.decision import Decision
    from sscb_tui.domain.duty import Duty
    from sscb_tui.domain.frameworks import Recipient
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.terms import Cause
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import DutyRow, QueueFacts

_ORDER = {DutyState.LATE: 0, DutyState.RUNNING: 1, DutyState.DONE_LATE: 2, DutyState.DONE: 2}
_LAST = 3
DECISION = "CK-2"
"""The clock whose work is known from the stage of its case."""


@dataclass(frozen=True, slots=True)
class Duties:
    """Lists the clocks, and records that a duty was done, extended, held up or explained."""

    room: Room

    def rows(self, case_id: str | None = None) -> tuple[DutyRow, ...]:
        """Clocks of one case or of all: late first, then by date."""
        room, today, board = self.room, self.room.today(), self.room.settings()
        rows = [*self._stored(case_id, today), *returns_awaited(room, case_id, board, today)]
        if case_id is None:
            rows += annual_reports(room, board, today)
        return tuple(sorted(rows, key=lambda row: (_ORDER.get(row.state, _LAST), row.due, row.reference, row.clock)))

    def _stored(self, case_id: str | None, today: date) -> list[DutyRow]:
        """Duties on record, each with what its whole case has lost."""
        record = self.room.record
        duties = record.duties.of_case(case_id) if case_id else record.duties.all()
        cases = {facts.case_id: facts for facts in self.room.lists.queue()}
        lost = _lost_by_case(duties)
        return [_row(duty, cases[duty.case_id], lost.get(duty.case_id, NOTHING_LOST), today) for duty in duties]

    def record(self, actor: Actor, duty_id: str, *, done_on: date, method: str, proof: str) -> Duty:
        """Put on record that the duty was done, when, how, and what proves it."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "duty done") as now:
            duty = self._held(duty_id)
            refuse_if(still_owed(duty))
            # Others may have done theirs before the Board heard of it, and a clock counted back has no first day.
            open_start = duty.clock in OF_OTHERS or duty.started_on > duty.due
            _while_it_ran(None if open_start else duty.started_on, done_on, now.date())
            worded(method, "method", "how it was done, for example secure e-mail")
            at = now if done_on == now.date() else local_moment(done_on, time(12))
            return self.room.record.duties.save(duty.but(done_at=at, done_by=actor.name, method=method, proof=proof))

    def _held(self, duty_id: str) -> Duty:
        """The duty on record; a clock that follows from other records is none."""
        if duty_id.startswith(f"{RETURN}:"):
            raise RuleError(
                [Violation(RETURN, f"This clock ends with {ENDS_WITH[RETURN]}; chase it on the case file.")]
            )
        if duty_id.startswith(f"{REPORT}:"):
            raise RuleError(
                [Violation(REPORT, "The annual report is published, and nothing else happens to its clock.")]
            )
        return self.room.record.duties.get(duty_id)

    def publish(self, actor: Actor, duty_id: str, *, done_on: date, method: str, proof: str) -> AnnualReport:
        """Put on record that the Board's annual report for a year is out (CK-11)."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "annual report published") as now:
            board, year_end = self.room.settings(), self._year_owed(duty_id)
            if any(report.year_end == year_end for report in board.annual_reports):
                raise RuleError(
                    [Violation("F9-done", f"The report for {year_of(year_end)} is on record as published.")]
                )
            _while_it_ran(year_end, done_on, now.date())
            worded(method, "method", "where it was published, for example the Board's website")
            report = AnnualReport(year_end=year_end, published_on=done_on, method=method, proof=proof, by=actor.name)
            self.room.record.settings.save(board.but(annual_reports=(*board.annual_reports, report)))
            return report

    def _year_owed(self, duty_id: str) -> date:
        """The financial year whose report has that id."""
        since = self.room.lists.set_up_on()
        owed = {f"{REPORT}:{end.year}": end for end in years_owed(since, self.room.today())} if since else {}
        if duty_id not in owed:
            raise NotFoundError(f"No annual report is owed under {duty_id!r}.")
        return owed[duty_id]

    def explain(self, actor: Actor, duty_id: str, reason: str) -> Duty:
        """Record why a clock is or will be overrun; the clock keeps running."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, "overrun explained"):
            worded(reason, "reason", "why the date was or will be missed")
            return self.room.record.duties.save(self._held(duty_id).but(overrun_reason=reason))

    def extend(self, actor: Actor, duty_id: str, *, target: date, reason: str, approved_by: str) -> Duty:
        """Record that a later day is now aimed at, why, and who agreed; the date due stays and the clock runs."""
        with self.room.deed(actor, Deed.UPDATE, Thing.NOTIFICATION, "duty extended: a recorded departure") as now:
            worded(reason, "reason", "why the date due cannot be kept")
            worded(approved_by, "approved by", "who agreed to the later day")
            duty = self._held(duty_id)
            refuse_if(extension_is_a_departure(duty, target, now.date()))
            departure = Extension(target=target, reason=reason, approved_by=approved_by, at=now, by=actor.name)
            return self.room.record.duties.save(duty.but(extensions=(*duty.extensions, departure)))

    def lose(self, actor: Actor, duty_id: str, cause: Cause, *, first: date, last: date, note: str) -> Duty:
        """Record days on which a duty stood still, and what stood in the way; the clock ran all the same."""
        with self.room.deed(actor, Deed.UPDATE, Thing.NOTIFICATION, "days lost recorded") as now:
            worded(note, "note", "what stood in the way")
            duty = self._held(duty_id)
            refuse_if(lost_while_it_ran(duty, first, last, now.date()))
            loss = Lost(cause=cause, first=first, last=last, note=note, at=now, by=actor.name)
            return self.room.record.duties.save(duty.but(lost=(*duty.lost, loss)))

    def take_back(self, actor: Actor, duty_id: str, number: int, reason: str) -> Duty:
        """Days recorded as lost by mistake count no longer; the entry of that number stays, with the reason."""
        with self.room.deed(actor, Deed.UPDATE, Thing.NOTIFICATION, "days lost taken back"):
            worded(reason, "reason", "why these days were not lost")
            duty = self._held(duty_id)
            standing = [str(at) for at, each in enumerate(duty.lost, start=1) if not each.withdrawn]
            if str(number) not in standing:
                allowed = ", ".join(standing) or "nothing: no days lost are on record"
                raise InputError([Problem("number", f"{number} is no entry that counts.", allowed)])
            changed = [each.but(withdrawn=reason) if at == number else each for at, each in enumerate(duty.lost, 1)]
            return self.room.record.duties.save(duty.but(lost=tuple(changed)))

    def others(self, case_id: str) -> tuple[Recipient, ...]:
        """Whom a decision may be told to where it is their business, and who has not been told of it."""
        from sscb_tui.domain.frameworks import told_on

        case, decision = self._decided(case_id)
        told = {duty.to for duty in self._since(case, decision)}
        law = told_on(self.room.framework(case), local_day(decision.signature.at))
        return tuple(each for each in law.recipients if each.if_relevant and each.code not in told)

    def tell(self, actor: Actor, case_id: str, code: str) -> Duty:
        """Owe a notice of the decision to somebody whose business it is: coroner, police, another Board (F9)."""
        with self.room.deed(actor, Deed.CREATE, Thing.NOTIFICATION, f"notice owed to {code}"):
            case, decision = self._decided(case_id)
            known = [each.code for each in self.others(case_id)]
            day = local_day(decision.signature.at)
            owed = duty_to_tell(code, day, self.room.today(), self.room.framework(case)) if code in known else None
            if owed is None:
                raise InputError([Problem("recipient", f"{code} cannot be told besides.", ", ".join(known))])
            return self.room.record.duties.save(duty_of(case, owed, self.room.new_id()))

    def sign(self, actor: Actor, case_id: str) -> int:
        """The Chair signs every letter of the case that is owed and not yet sent; answers how many (F9)."""
        with self.room.deed(actor, Deed.APPROVE, Thing.NOTIFICATION, "letters signed"):
            waiting = [duty for duty in self.room.record.duties.of_case(case_id) if letter_may_be_signed(duty)]
            if not waiting:
                raise RuleError([Violation("F9-sign", "No letter of this case waits for a signature.")])
            signature = self.room.signature(actor)
            for duty in waiting:
                self.room.record.duties.save(duty.but(signed=signature))
            return len(waiting)

    def _decided(self, case_id: str) -> tuple[Case, Decision]:
        """The case and the final decision that stands."""
        file = self.room.file(case_id)
        final = [each for each in file.decisions if each.outcome not in (Decided.DEFER, Decided.TRANSFER)]
        if not final:
            raise RuleError([Violation("F9", f"{file.case.reference} has no decision to tell anybody of.")])
        return file.case, final[-1]

    def _since(self, case: Case, decision: Decision) -> list[Duty]:
        """Duties that the standing decision began."""
        signed = local_day(decision.signature.at)
        held = self.room.record.duties.of_case(case.id)
        return [duty for duty in held if duty.started_on >= signed and not duty.not_needed]


def _row(duty: Duty, case: QueueFacts, lost: DaysLost, today: date) -> DutyRow:
    near = days_needed(case.stage) if duty.clock == DECISION else USUAL
    return row_of(duty, case.reference, case.pseudonym, today, lost_in_case=lost, near=near)


def _lost_by_case(duties: Sequence[Duty]) -> dict[str, DaysLost]:
    losses: dict[str, list[Lost]] = {}
    for duty in duties:
        if duty.lost:
            losses.setdefault(duty.case_id, []).extend(duty.lost)
    return {case_id: days_lost(each) for case_id, each in losses.items()}


def _while_it_ran(started_on: date | None, done_on: date, today: date) -> None:
    """Nothing is done before it was owed, where that has a first day, nor tomorrow."""
    if not (started_on or done_on) <= done_on <= today:
        allowed = f"{shown(started_on)} to {shown(today)}" if started_on else f"any day to {shown(today)}"
        raise InputError([Problem("done on", "lies outside the time the duty has run.", allowed)])
