"""What the scoping meeting must have on record before it starts, closes and recommends (F6, F7), and its quorum."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.rounds import attending, attending_at, dissent_is_answered, views_are_in
from sscb_tui.domain.terms import Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from sscb_tui.domain.agency import Quorum
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
    """T13: every criterion has a finding, the safety of children is answered, every view is in, and dissent too."""
    meeting = file.meeting
    if meeting is None:
        return (Violation("T13-meeting", "There is no meeting to close.", _PROCESS),)
    return (
        *_findings_are_whole(meeting),
        *_safety_is_answered(meeting),
        *views_are_in(meeting),
        *dissent_is_answered(meeting),
    )


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


def quorum(
    meeting: Meeting, rule: Quorum, at: datetime | None = None, called: Callable[[str], str] = str
) -> tuple[Violation, ...]:
    """Whether the agencies present may recommend, by the Board's own rule; no regulation sets a quorum.

    `called` says what people call the agency of a code.
    """
    here = attending(meeting) if at is None else attending_at(meeting, at)
    found = []
    if len(here) < rule.agencies:
        found.append(f"{len(here)} of at least {rule.agencies} agencies are here.")
    if absent := [agency for agency in rule.core if agency not in here]:
        found.append(f"Always needed and not here: {', '.join(map(called, absent))}.")
    if rule.health and not set(rule.health) & set(here):
        found.append(f"No health agency is here; one of {', '.join(map(called, rule.health))} is needed.")
    return tuple(Violation("QUORUM", sentence, "the Board's rule on quorum") for sentence in found)


def quorum_for_views(meeting: Meeting, rule: Quorum, called: Callable[[str], str] = str) -> tuple[Violation, ...]:
    """Whether there was a quorum when the views were given: without one the talk goes on and nothing is recommended.

    That is when the round closed; where it was not closed, whenever a view was given; at the end of the meeting where
    no time of a view is known.
    """
    given = [view.stated_at for view in meeting.views if view.stated_at is not None]
    moments = [meeting.round_closed_at] if meeting.round_closed_at is not None else given
    if not moments:
        return quorum(meeting, rule, called=called)
    return next((lost for moment in sorted(moments) if (lost := quorum(meeting, rule, moment, called))), ())
