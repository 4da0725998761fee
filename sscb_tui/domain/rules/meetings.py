"""What the scoping meeting must have on record before it starts, closes and recommends (F6, F7), and its quorum."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Capacity, Fact

if TYPE_CHECKING:
    from sscb_tui.domain.agency import Quorum
    from sscb_tui.domain.base import AgencyCode
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Meeting

_PROCESS = "the Board's process"


def may_start_meeting(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T12: confidentiality statement read, interests asked about, attendance taken (F6)."""
    meeting = file.meeting
    if meeting is None:
        return (Violation("T12-meeting", "The meeting has not been prepared.", _PROCESS),)
    asked = (
        ("T12-confidentiality", meeting.confidentiality_read, "Read the confidentiality statement first."),
        ("T12-interests", meeting.interests_asked, "Ask for declarations of interest first."),
        ("T12-attendance", any(who.here for who in meeting.attendance), "Take attendance first: nobody has arrived."),
    )
    return tuple(Violation(code, sentence, "scoping meeting (F6)") for code, done, sentence in asked if not done)


def may_close_meeting(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T13: every criterion has a finding, the safety of children is answered, every agency's view is in."""
    meeting = file.meeting
    if meeting is None:
        return (Violation("T13-meeting", "There is no meeting to close.", _PROCESS),)
    return (*_findings_are_whole(meeting), *_safety_is_answered(meeting), *_views_are_in(meeting))


def _findings_are_whole(meeting: Meeting) -> tuple[Violation, ...]:
    found = {limb.fact for limb in meeting.findings}
    return tuple(
        Violation(
            "T13-finding",
            f'No finding on "{fact.label}"; "not yet determined" is a finding, blank is not.',
            "scoping meeting (F6.14)",
            fact.value,
        )
        for fact in Fact
        if fact not in found
    )


def _safety_is_answered(meeting: Meeting) -> tuple[Violation, ...]:
    if meeting.other_children_safety.strip():
        return ()
    sentence = "Say what is known of the immediate safety of other children, and who acts."
    return (Violation("T13-safety", sentence, "scoping meeting (F6)", "other_children_safety"),)


def _views_are_in(meeting: Meeting) -> tuple[Violation, ...]:
    given = {view.agency for view in meeting.views}
    silent = [agency for agency in attending(meeting, ever=True) if agency not in given]
    return tuple(
        Violation(
            "T13-view",
            f'{agency} has not given a view; "no view" with a reason is one.',
            "scoping meeting (F6)",
            agency,
        )
        for agency in silent
    )


def may_submit(file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """T15: quorum or a reason, a reason for every criterion, and dissent answered (F7)."""
    advice = file.advice
    if advice is None:
        return (Violation("T15-advice", "The recommendation has not been written.", "recommendation (F7)"),)
    answered = {limb.fact for limb in advice.limbs}
    asked = (
        (
            "T15-quorum",
            advice.quorate or advice.inquorate_reason.strip(),
            "The meeting was not quorate; the LIIP Chair must give a reason to submit all the same.",
        ),
        ("T15-dissent", advice.dissent_answered, 'Say who dissents, or answer "none"; silence is not agreement.'),
        *(("T15-limb", fact in answered, f'Give the finding and its reason for "{fact.label}".') for fact in Fact),
    )
    return tuple(Violation(code, sentence, "recommendation (F7)") for code, done, sentence in asked if not done)


def quorum(meeting: Meeting, rule: Quorum) -> tuple[Violation, ...]:
    """Whether the agencies present may recommend, by the Board's own rule; no regulation sets a quorum."""
    here = attending(meeting)
    found = []
    if len(here) < rule.agencies:
        found.append(f"{len(here)} of at least {rule.agencies} agencies are here.")
    if absent := [agency for agency in rule.core if agency not in here]:
        found.append(f"Always needed and not here: {', '.join(absent)}.")
    if rule.health and not set(rule.health) & set(here):
        found.append(f"No health agency is here; one of {', '.join(rule.health)} is needed.")
    return tuple(Violation("QUORUM", sentence, "the Board's rule on quorum") for sentence in found)


def attending(meeting: Meeting, *, ever: bool = False) -> tuple[AgencyCode, ...]:
    """Agencies with a voice in the room: now, or at the close once it has closed; or at any time."""
    voices = [who for who in meeting.attendance if who.capacity in (Capacity.MEMBER, Capacity.DEPUTY)]
    there = [
        who
        for who in voices
        if who.arrived_at is not None
        and (ever or who.left_at is None or (meeting.closed_at is not None and who.left_at >= meeting.closed_at))
    ]
    return tuple(dict.fromkeys(code for who in there for code in who.agencies))
