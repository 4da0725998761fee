"""The stages of a case and the moves between them."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class Stage(Term):
    """Where a case stands; a case is one child."""

    DRAFT = "draft"
    RECEIVED = "received"
    JURISDICTION_QUERY = "jurisdiction_query"
    INITIAL_DISCUSSION = "initial_discussion"
    SCOPING_REQUESTED = "scoping_requested"
    RETURNS_COMPLETE = "returns_complete"
    SCOPING_MEETING = "scoping_meeting"
    RECOMMENDATION_DRAFT = "recommendation_draft"
    WITH_CHAIR = "with_chair"
    FURTHER_INFORMATION = "further_information"
    DECIDED_SCR = "decided_scr"
    DECIDED_ALTERNATIVE = "decided_alternative"
    DECIDED_NO_REVIEW = "decided_no_review"
    TRANSFERRED = "transferred"
    PANEL_SCRUTINY = "panel_scrutiny"
    COMMISSIONING = "commissioning"
    REVIEW_IN_PROGRESS = "review_in_progress"
    REVIEW_EXTENDED = "review_extended"
    REPORT_RECEIVED = "report_received"
    RESPONSE_AGREED = "response_agreed"
    PRE_PUBLICATION = "pre_publication"
    PUBLICATION_WITHHELD = "publication_withheld"
    PUBLISHED = "published"
    IMPLEMENTATION = "implementation"
    CLOSED = "closed"
    RETENTION_REVIEW = "retention_review"
    VOID = "void"

    @property
    def label(self) -> str:
        """The stage as the queue shows it."""
        return _STAGE_LABELS.get(self.value, self.value.replace("_", " ").capitalize())


_STAGE_LABELS = {
    "scoping_requested": "Scoping",
    "returns_complete": "Returns in",
    "scoping_meeting": "In meeting",
    "recommendation_draft": "Recommending",
    "with_chair": "With Chair",
    "initial_discussion": "Discussion",
    "decided_scr": "SCR",
    "decided_alternative": "Another review",
    "decided_no_review": "No review",
    "review_in_progress": "Under review",
    "pre_publication": "Pre-publication",
    "publication_withheld": "Held back",
}


class Move(Term):
    """An event that may take a case from one stage to the next; T-numbers are the workflow's own."""

    RECEIVE = "receive"  # T01
    DISCARD = "discard"  # T02
    QUERY_JURISDICTION = "query_jurisdiction"  # T03
    OPEN_DISCUSSION = "open_discussion"  # T04
    RESOLVE_OURS = "resolve_ours"  # T05
    RESOLVE_THEIRS = "resolve_theirs"  # T06
    CALL_SCOPING = "call_scoping"  # T07
    STRAIGHT_TO_CHAIR = "straight_to_chair"  # T08
    NO_SCOPING = "no_scoping"  # T09
    COMPLETE_RETURNS = "complete_returns"  # T10
    CHASE = "chase"  # T11
    START_MEETING = "start_meeting"  # T12
    CLOSE_MEETING = "close_meeting"  # T13
    ADJOURN = "adjourn"  # T14
    SUBMIT = "submit"  # T15
    DECIDE_SCR = "decide_scr"  # T16
    DECIDE_ALTERNATIVE = "decide_alternative"  # T16
    DECIDE_NO_REVIEW = "decide_no_review"  # T16
    DECIDE_TRANSFER = "decide_transfer"  # T16, jurisdiction
    ASK_INFORMATION = "ask_information"  # T17
    ANSWER_INFORMATION = "answer_information"  # T18
    NOTIFY = "notify"  # T19
    COMMISSION_SCR = "commission_scr"  # T20
    COMMISSION_ALTERNATIVE = "commission_alternative"  # T21
    SINGLE_AGENCY_LEARNING = "single_agency_learning"  # T22
    CLOSE_WITHOUT_REVIEW = "close_without_review"  # T22
    CLOSE_TRANSFERRED = "close_transferred"  # T23
    PANEL_QUERY = "panel_query"  # T24
    REDECIDE_SCR = "redecide_scr"  # T25
    REDECIDE_ALTERNATIVE = "redecide_alternative"  # T25
    REDECIDE_NO_REVIEW = "redecide_no_review"  # T25
    BEGIN_REVIEW = "begin_review"  # T26
    EXTEND = "extend"  # T27
    RECEIVE_REPORT = "receive_report"  # T28
    REOPEN_DECISION = "reopen_decision"  # T29
    AGREE_RESPONSE = "agree_response"  # T30
    PREPARE_PUBLICATION = "prepare_publication"  # T31
    PUBLISH = "publish"  # T32
    WITHHOLD = "withhold"  # T33
    RESUME_PUBLICATION = "resume_publication"  # T34
    BEGIN_IMPLEMENTATION = "begin_implementation"  # T35
    CLOSE = "close"  # T36
    REOPEN = "reopen"  # T37
    ARCHIVE = "archive"  # T38
    REVIEW_RETENTION = "review_retention"  # T39


class DiscussionOutcome(Term):
    """What the initial discussion agreed."""

    SCOPING = "scoping"
    STRAIGHT_TO_CHAIR = "straight_to_chair"
    NO_SCOPING = "no_scoping"
    JURISDICTION_QUERY = "jurisdiction_query"

    @property
    def label(self) -> str:
        """The outcome in the Board's words."""
        return {
            "scoping": "hold a scoping meeting",
            "straight_to_chair": "straight to the Chair",
            "no_scoping": "no scoping meeting proposed",
            "jurisdiction_query": "query whose case it is",
        }[self.value]
