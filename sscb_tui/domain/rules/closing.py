"""When a case may close, and when a decision without a review still leaves learning to do (T22, T23, T36, T37)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.progress import OPEN
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.file import CaseFile

_PROCESS = "the Board's process"
_UNDONE = OPEN | {ActionState.NOT_ACCEPTED}


def learning_is_tracked(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T22: learning of a single agency is an action on the tracker, or it is nobody's."""
    if file.actions:
        return ()
    return (Violation("T22-learning", "Put what the agency is to do on the tracker first.", _PROCESS),)


def nothing_is_open(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T22: learning already spotted is still tracked, so the case stays open until it is done; and why it may close."""
    return (*_open_actions(file), *stated(file, now))


def stated(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T23: why nothing is left to do here, or who carries what is."""
    if file.case.closing is not None:
        return ()
    return (Violation("T23-statement", "Say why the case may close.", _PROCESS, "statement"),)


def may_close(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T36: every action verified or withdrawn, and what difference it made."""
    found = _open_actions(file)
    if file.case.closing is None:
        sentence = "Say what difference the actions made for children."
        found = (*found, Violation("T36-impact", sentence, _PROCESS, "statement"))
    return found


def _open_actions(file: CaseFile) -> tuple[Violation, ...]:
    left = [f"A-{each.number} ({each.state.label})" for each in file.actions if each.state in _UNDONE]
    if not left:
        return ()
    sentence = f"Not yet verified or withdrawn: {', '.join(left)}."
    return (Violation("T36-actions", sentence, "the tracker's status model"),)


def reason_to_reopen(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T37: slippage that a follow-up found is on record."""
    last = file.case.closings[-1] if file.case.closings else None
    if last is None or last.reopened.strip():
        return ()
    return (Violation("T37-reason", "Say what the follow-up found.", _PROCESS, "reason"),)
