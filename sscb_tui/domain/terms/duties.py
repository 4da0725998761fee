"""The words of duties and their clocks."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class DutyState(Term):
    """A clock as the Duties screen shows it."""

    RUNNING = "running"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"
    NOT_NEEDED = "not_needed"
    PASSED = "passed"
    """Information only, and over: nobody here had anything to do."""


class Cause(Term):
    """What stood in the way of a duty; none of them stops its clock."""

    POLICE = "police"
    COURT = "court"
    CORONER = "coroner"
    FAMILY = "family"
    CAPACITY = "capacity"
    OTHER = "other"
