"""The report and what the Board makes of it: findings, answers, the response under three headings (T28, T30)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import ReportId
from sscb_tui.domain.errors import InputError, Problem, RuleError, Violation
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.review import Finding, Report
from sscb_tui.domain.rules.responding import subjects
from sscb_tui.domain.terms import Move, Stage
from sscb_tui.services.clockwork import finish
from sscb_tui.services.inputs import worded
from sscb_tui.services.reviewing import as_read, only_at, save, the_report, the_review

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.publication import Response
    from sscb_tui.domain.review import Answer, Review
    from sscb_tui.domain.review_forms import ReportForm
    from sscb_tui.services.room import Room

_BEFORE_AGREED = (Stage.REPORT_RECEIVED,)
_BEFORE_PUBLIC = (
    Stage.REPORT_RECEIVED,
    Stage.RESPONSE_AGREED,
    Stage.PRE_PUBLICATION,
    Stage.PUBLICATION_WITHHELD,
)


@dataclass(frozen=True, slots=True)
class Responses:
    """Takes the report in and keeps the Board's answers to it."""

    room: Room

    def receive(self, actor: Actor, case_id: str, form: ReportForm) -> Report:
        """The review panel hands in the report with its findings (T28)."""
        room = self.room
        worded(form.text, "text", "the report's own words")
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "report received") as now:
            review = the_review(room.file(case_id))
            report = room.record.reports.save(
                Report(
                    id=ReportId(room.new_id()),
                    case_id=review.case_id,
                    review_id=review.id,
                    title=form.title,
                    received_on=form.received_on,
                    text=form.text,
                    text_given_on=now.date(),
                )
            )
            save(room, review, findings=tuple(Finding(number=n, text=t) for n, t in enumerate(form.findings, 1)))
            room.advance(case_id, Move.RECEIVE_REPORT, actor)
            return report

    def revise(self, actor: Actor, case_id: str, text: str, title: str = "") -> Report:
        """A later text, such as the one for publication; copies sent of the earlier one no longer count (CK-6)."""
        worded(text, "text", "the report's own words")
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "report's text replaced") as now:
            file = room.file(case_id)
            only_at(file, _BEFORE_PUBLIC, "Replacing the text")
            report = the_report(file)
            return room.record.reports.save(
                report.but(text=text, title=title.strip() or report.title, text_given_on=now.date())
            )

    def find(self, actor: Actor, case_id: str, text: str) -> Finding:
        """Put another finding of the report on record; it gets the next number."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "finding recorded"):
            file = room.file(case_id)
            only_at(file, _BEFORE_AGREED, "Adding a finding")
            review = the_review(file)
            found = Finding(number=len(review.findings) + 1, text=text)
            save(room, review, findings=(*review.findings, found))
            return found

    def answer(self, actor: Actor, case_id: str, answer: Answer) -> Review:
        """Draft the Board's answer to one finding or recommendation; what the Board agreed stands (F15.03)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "answer of the Board written"):
            file = room.file(case_id)
            review = the_review(file)
            only_at(file, _BEFORE_PUBLIC, "Answering")
            known = subjects(file, review)
            if answer.to not in known:
                raise InputError([Problem("to", f"there is no {answer.to} here.", ", ".join(known) or "none yet")])
            if review.agreed is not None and review.answer_to(answer.to) is not None:
                sentence = f"The Board has agreed its answer to {answer.to}; it stands."
                raise RuleError([Violation("T30-answers", sentence, "published response (F15)")])
            others = [each for each in review.answers if each.to != answer.to]
            return save(room, review, answers=(*others, answer))

    def respond(self, actor: Actor, case_id: str, version: int, response: Response) -> Review:
        """Write the response under its three headings, until it is published (F15)."""
        room = self.room
        with room.deed(actor, Deed.UPDATE, Thing.REVIEW, "response written"):
            file = room.file(case_id)
            only_at(file, _BEFORE_PUBLIC, "Writing the response")
            review = the_review(file)
            as_read(review, version, "The review")
            known = [agency.code for agency in room.settings().agencies]
            if strange := [each.agency for each in response.done if each.agency not in known]:
                raise InputError(
                    [Problem("done", f"{', '.join(strange)} is not in the Board's list.", ", ".join(known))]
                )
            return save(room, review, response=response)

    def agree(self, actor: Actor, case_id: str) -> Review:
        """The Board agrees its answers; the report is accepted, which ends the six months (T30, CK-5)."""
        room = self.room
        with room.deed(actor, Deed.APPROVE, Thing.REVIEW, "response agreed by the Board") as now:
            room.advance(case_id, Move.AGREE_RESPONSE, actor)
            finish(room, case_id, "CK-5", now, "report accepted by the Board")
            return save(room, the_review(room.file(case_id)), agreed=room.signature(actor))
