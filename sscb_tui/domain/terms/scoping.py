"""The words of returns, dates and minutes."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class Precision(Term):
    """How much of a date was really said."""

    EXACT = "exact"
    APPROXIMATE = "approximate"
    MONTH = "month"
    YEAR = "year"
    SEASON = "season"
    RANGE = "range"
    UNDATED = "undated"


class Silence(Term):
    """Why a cell is empty; each kind means something different to the people round the table."""

    NO_CONTACT = "no_contact"
    ASKED_NOT_KNOWN = "asked_not_known"
    NOT_RECORDED = "not_recorded"
    WITHHELD = "withheld"
    LEFT_BLANK = "left_blank"
    NIL = "nil"
    NOT_ASKED = "not_asked"
    AWAITED = "awaited"
    OVERDUE = "overdue"
    REFUSED = "refused"

    @property
    def label(self) -> str:
        """The words beside the glyph."""
        return _SILENCE_LABELS.get(self.value, self.value.replace("_", " "))

    @property
    def glyph(self) -> str:
        """One cell wide, and never without its word."""
        return _SILENCE_GLYPHS[self.value]


_SILENCE_LABELS = {"asked_not_known": "asked and not known", "nil": "nil return"}
_SILENCE_GLYPHS = {
    "no_contact": "⊘",
    "asked_not_known": "?",
    "not_recorded": "–",
    "withheld": "▒",
    "left_blank": "_",
    "nil": "∅",
    "not_asked": "·",
    "awaited": "…",
    "overdue": "!",
    "refused": "×",
}


class DifferenceKind(Term):
    """What agencies' accounts may differ in; each kind is looked for in its own way."""

    IDENTITY = "identity"
    DATE = "date"
    SEEN = "seen"
    STATUS = "status"
    PLAN = "plan"
    HOUSEHOLD = "household"
    KNOWLEDGE = "knowledge"

    @property
    def label(self) -> str:
        """The kind as a heading."""
        return {"seen": "seen or not seen", "status": "open or closed"}.get(self.value, self.value)


class DifferenceState(Term):
    """What has become of a difference between accounts (F6.11)."""

    OPEN = "open"
    CHECKING = "checking"
    SETTLED = "settled"

    @property
    def glyph(self) -> str:
        """One cell wide, and never without its word."""
        return {"open": "!", "checking": "…", "settled": "✓"}[self.value]


class ReturnState(Term):
    """Where one agency's return stands."""

    REQUESTED = "requested"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in_progress"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    CIRCULATED = "circulated"
    NIL_RETURN = "nil_return"
    RETURNED_FOR_COMPLETION = "returned_for_completion"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    REFUSED = "refused"
    VERBAL_ONLY = "verbal_only"
    LATE_AFTER_MEETING = "late_after_meeting"


class MeetingState(Term):
    """The minutes' own life; after confirmation only dated corrections."""

    DRAFT = "draft"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    CONFIRMED = "confirmed"


class LineKind(Term):
    """The sense of a line of the minutes; its prefix at the capture line follows the colon."""

    NOTE = "note"
    FACT = "fact"
    ACTION = "action"
    DISCREPANCY = "discrepancy"
    DISSENT = "dissent"
    QUOTE = "quote"
    PARK = "park"
    CORRECTION = "correction"
    VIEW = "view"
    ITEM = "item"
    ATTENDANCE = "attendance"
    FLOOR = "floor"
    FINDING = "finding"
    SAFETY = "safety"
    PIN = "pin"
    SETTLED = "settled"
    CONSTRAINT = "constraint"
