"""Every kind of record the program keeps, and which of its facts stand in columns of their own."""

from __future__ import annotations

from datetime import UTC, date
from typing import Protocol

from db.driver import Cell
from db.found_anew import Saying
from db.links import Linking
from db.repository import Kind
from sscb_tui.domain import passages, passages_after, references, references_after
from sscb_tui.domain.action import Action
from sscb_tui.domain.after_decision import Addendum, Reopening
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case, Incident
from sscb_tui.domain.chronology import ChronologyFile
from sscb_tui.domain.decision import Advice, Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family_contact import FamilyContact
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.privileged import LegalAdvice
from sscb_tui.domain.proceeding import Proceeding
from sscb_tui.domain.progress_round import ProgressRound
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Report, Review
from sscb_tui.domain.reviewer import Reviewer
from sscb_tui.domain.rules.rag import progress_of
from sscb_tui.domain.rules.retests import retest_due
from sscb_tui.domain.scoping import AgencyRequest
from sscb_tui.domain.settlement import Settlement

Columns = dict[str, Cell]


def _incident(record: Incident) -> Columns:
    earliest = record.happened_on.earliest
    return {"happened_on": record.happened_on.text, "earliest": earliest.isoformat() if earliest else None}


def _case(record: Case) -> Columns:
    born = record.child.date_of_birth
    return {
        "incident_id": record.incident_id,
        "reference": record.reference,
        "pseudonym": record.pseudonym,
        "stage": record.stage.value,
        "date_of_birth": born.isoformat() if born else None,
        "estimated_age": record.child.estimated_age,
        "notified_on": record.notified_on.isoformat(),
    }


def _request(record: AgencyRequest) -> Columns:
    return {
        "case_id": record.case_id,
        "agency": record.agency,
        "token": record.token,
        "state": record.state.value,
        "due": record.due.isoformat(),
        "returned": int(record.returned is not None),
    }


def _duty(record: Duty) -> Columns:
    return {
        "case_id": record.case_id,
        "clock": record.clock,
        "due": record.due.isoformat(),
        "act_by": record.act_by.isoformat(),
        "done_on": record.done_at.date().isoformat() if record.done_at else None,
        "needed": int(not record.not_needed),
        "overrun_explained": int(bool(record.overrun_reason.strip())),
    }


def _action(record: Action) -> Columns:
    moments, progress = [update.at for update in record.spoken], progress_of(record)
    return {
        "case_id": record.case_id,
        "recommendation_id": record.recommendation_id,
        "number": record.number,
        "agency": record.agency,
        "owner": record.owner,
        "action": record.action,
        "state": record.state.value,
        "due": _iso(record.due),
        "original_due": _iso(record.first_due),
        "evidence_rung": progress.rung,
        "last_update": max(moments).astimezone(UTC).isoformat() if moments else None,
        "moves": progress.moves,
        "agreed_on": record.agreed_on.isoformat(),
        "done_on": _iso(progress.done_on),
        "outcome": record.outcome,
        "number_given": record.number_given,
        "also": " ".join(record.also),
        "effect": int(progress.effect),
        "override": progress.override.value if progress.override else None,
        "retest_due": _iso(retest_due(record)),
    }


def _recommendation(record: Recommendation) -> Columns:
    return {
        "case_id": record.case_id,
        "number": record.number,
        "level": record.level.value,
        "origin": record.origin.value,
        "themes": "\n".join(record.themes),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _proceeding(record: Proceeding) -> Columns:
    next_on = record.form.next_on
    return {
        "case_id": record.case_id,
        "stage": record.form.stage.value,
        "next_on": next_on.isoformat() if next_on else None,
        "reviewed_on": record.reviewed_on.isoformat(),
    }


def _round(record: ProgressRound) -> Columns:
    return {
        "agency": record.agency,
        "token": record.token,
        "meeting_on": record.meeting_on.isoformat(),
        "due": record.due.isoformat(),
        "answered": int(bool(record.receipts)),
    }


def _of_case(
    record: Advice | Decision | Reopening | Addendum | LegalAdvice | Review | Reviewer | FamilyContact,
) -> Columns:
    return {"case_id": record.case_id}


INCIDENTS = Kind("incident", "incidents", Incident, _incident, lambda record: record.title, says=passages.of_incident)
CASES = Kind("case", "cases", Case, _case, lambda record: record.reference, says=passages.of_case)
REQUESTS = Kind(
    "request",
    "requests",
    AgencyRequest,
    _request,
    lambda record: f"The request to {record.agency}",
    says=passages.of_request,
)
MEETINGS = Kind(
    "meeting",
    "meetings",
    Meeting,
    lambda record: {"case_id": record.case_id, "state": record.state.value},
    lambda record: "The scoping meeting",
    references.of_meeting,
    says=passages.of_meeting,
)
LINES = Kind(
    "line",
    "lines",
    MinuteLine,
    lambda record: {"meeting_id": record.meeting_id, "number": record.number},
    lambda record: f"Line {record.number} of the minutes",
    references.of_line,
    says=passages.of_line,
)
ADVICE = Kind(
    "advice",
    "advice",
    Advice,
    _of_case,
    lambda record: "The meeting's recommendation",
    references.of_advice,
    says=passages.of_advice,
)
DECISIONS = Kind(
    "decision",
    "decisions",
    Decision,
    _of_case,
    lambda record: "The decision",
    references.of_decision,
    says=passages.of_decision,
)
DUTIES = Kind("duty", "duties", Duty, _duty, lambda record: f"Duty {record.clock}", says=passages.of_duty)
RECOMMENDATIONS = Kind(
    "recommendation",
    "recommendations",
    Recommendation,
    _recommendation,
    lambda record: f"R-{record.number}",
    references.of_recommendation,
    says=passages_after.of_recommendation,
)
ACTIONS = Kind(
    "action",
    "actions",
    Action,
    _action,
    lambda record: f"A-{record.number}",
    references.of_action,
    says=passages_after.of_action,
)
CHRONOLOGIES = Kind(
    "chronology",
    "chronologies",
    ChronologyFile,
    lambda record: {"case_id": record.case_id, "sha256": record.receipt.sha256},
    lambda record: f"The chronology {record.receipt.file}",
    says=passages.of_chronology,
)
PINS = Kind(
    "pin",
    "pins",
    Pin,
    lambda record: {"case_id": record.case_id, "fact": record.fact.value},
    lambda record: f"The passage pinned from {record.evidence.ref}",
    references.of_pin,
    says=passages.of_pin,
)
SETTLEMENTS = Kind(
    "settlement",
    "settlements",
    Settlement,
    lambda record: {"case_id": record.case_id, "difference": record.difference},
    lambda record: f"The answer to the difference over {record.what}",
    references.of_settlement,
    says=passages.of_settlement,
)
REOPENINGS = Kind(
    "reopening",
    "reopenings",
    Reopening,
    _of_case,
    lambda record: "Why the decision was reopened",
    references_after.of_reopening,
    says=passages.of_reopening,
)
ADDENDA = Kind(
    "addendum",
    "addenda",
    Addendum,
    _of_case,
    lambda record: "The addendum to the decision",
    references_after.of_addendum,
    says=passages.of_addendum,
)
PRIVILEGED = Kind("legal advice", "privileged", LegalAdvice, _of_case, lambda record: f"Advice {record.reference}")
REVIEWS = Kind(
    "review",
    "reviews",
    Review,
    _of_case,
    lambda record: "The review",
    references_after.of_review,
    says=passages_after.of_review,
)
REPORTS = Kind(
    "report",
    "reports",
    Report,
    lambda record: {"case_id": record.case_id, "review_id": record.review_id},
    lambda record: "The report",
    references_after.of_report,
    says=passages_after.of_report,
)
REVIEWERS = Kind(
    "reviewer",
    "reviewers",
    Reviewer,
    _of_case,
    lambda record: "The commission of the reviewer",
    says=passages_after.of_reviewer,
)
PROCEEDINGS = Kind(
    "proceeding",
    "proceedings",
    Proceeding,
    _proceeding,
    lambda record: f"The entry on the {record.form.kind.label}",
    says=passages_after.of_proceeding,
)
FAMILY_CONTACTS = Kind(
    "family contact",
    "family_contacts",
    FamilyContact,
    _of_case,
    lambda record: f"The plan for {record.form.called}",
    references_after.of_family_contact,
    says=passages_after.of_family_contact,
)
PROGRESS_ROUNDS = Kind(
    "round of progress",
    "progress_rounds",
    ProgressRound,
    _round,
    lambda record: f"What {record.agency} was asked before the meeting of {record.meeting_on.isoformat()}",
)
SETTINGS = Kind("settings", "settings", BoardSettings, lambda record: {}, lambda record: "The Board's settings")


class Derived(Linking, Saying, Protocol):
    """A kind from whose records links and the search are made."""


LINKING: tuple[Derived, ...] = tuple(each for each in tuple(globals().values()) if isinstance(each, Kind))
"""Every kind there is, so that none can be forgotten where links or the search are made anew or checked."""
