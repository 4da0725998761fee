"""Scoping requests (F3) and agency returns (F4): what was asked, and each answer in the agency's own words."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import AgencyCode, Aggregate, CaseId, Model, Moment, QuestionId, RequestId, Said
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.terms import ReturnState, Silence


class Answer(Model):
    """What an agency answered to one question: a typed choice, words, or a named kind of silence."""

    question: QuestionId
    silence: Silence | None = None
    silence_reason: str = ""
    """Required where something is withheld."""
    choice: str = ""
    """The ticked value, where the question offers values."""
    text: str = ""
    """The words exactly as written, Markdown and all."""

    @property
    def blank(self) -> bool:
        """Neither words, nor a choice, nor a reason for their absence."""
        return self.silence is None and not self.choice and not self.text.strip()


class AgencyReturn(Model):
    """One agency's filled template (F4, every section), as imported."""

    case_reference: Said
    token: Said
    agency: AgencyCode
    template: Said
    """Template version the answers were written on."""
    author: Said
    author_post: str = ""
    author_managed_case: Annotated[str, Field(pattern=r"^(yes|no)$")]
    approver: Said
    approver_post: str = ""
    completed_on: date
    nil: bool = False
    """Searched and not known; the identifiers searched stand in F4.A4."""
    answers: tuple[Answer, ...]
    chronology: tuple[ChronologyRow, ...] = ()
    declared_by: Said
    declared_on: date

    def answer(self, question: str) -> Answer | None:
        """The answer under that question id, whatever its place in the file."""
        return next((answer for answer in self.answers if answer.question == question), None)


class Chase(Model):
    """A reminder or extension, dated."""

    at: Moment
    by: Said
    note: Said
    new_due: date | None = None


class AgencyRequest(Aggregate):
    """What one agency was asked about one case, and where its return stands (F3, 2.4)."""

    id: RequestId
    case_id: CaseId
    agency: AgencyCode
    token: Annotated[str, Field(pattern=r"^[0-9A-Z]{4}-[0-9A-Z]{4}$")]
    """Printed on the template, so that a return cannot land on the wrong case."""
    template: Said
    issued_at: Moment
    due: date
    state: ReturnState = ReturnState.REQUESTED
    chases: tuple[Chase, ...] = ()
    refusal_reason: str = ""
    returned: AgencyReturn | None = None
    superseded: AgencyReturn | None = None
    """The return as it stood before it was sent again; None while there has been one only."""
    receipts: tuple[Receipt, ...] = ()
