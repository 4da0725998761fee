"""What a decision has to name: each outcome its own particulars, and each thing it says was done, what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.signing import decide_by
from sscb_tui.domain.terms import Decided, Result, Stage

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile

_RECORD = "record of the Chair's decision (F8)"
_REGARD = 'WT2015 ch.4: "should have regard to the panel\'s advice"'
_CHALLENGE = "LSCB Chairs' peer challenge scheme"
LONGEST_REFERENCE = 80
"""Characters within which a reference to legal advice is one; longer words would be the advice."""
_NO_SCR = (
    ("F8-instead", "instead", "Say what will be done instead of a Serious Case Review, and why that is enough."),
    ("F8-panel", "panel_explanation", "The national panel is owed an explanation of why the criteria are not met."),
)
_NEEDED: dict[Decided, tuple[tuple[str, str, str], ...]] = {
    Decided.DEFER: (
        ("T17-questions", "questions", "Say which facts are awaited."),
        ("T17-from", "awaited_from", "Say from whom the facts are awaited."),
    ),
    Decided.TRANSFER: (
        ("T06-board", "receiving_board", "Name the Board that takes the case."),
        (
            "T06-acceptance",
            "acceptance",
            "Give its acceptance in writing; until it is there, the case is ours.",
        ),
    ),
    Decided.ALTERNATIVE: (
        ("T21-type", "alternative_type", "Say which kind of review will be held instead."),
        *_NO_SCR,
    ),
    Decided.NO_REVIEW: _NO_SCR,
}
_PEER = {"name": "who was asked", "board": "of which Board", "advice": "what was advised", "effect": "what it changed"}


def outcome_is_complete(form: DecisionForm) -> tuple[Violation, ...]:
    """What each outcome has to name: facts awaited, a receiving Board, a kind of review, why no SCR is enough."""
    return tuple(
        Violation(code, sentence, _RECORD, field)
        for code, field, sentence in _NEEDED.get(form.outcome, ())
        if not getattr(form, field).strip()
    )


def precaution_is_reasoned(form: DecisionForm, assessment: Assessment) -> tuple[Violation, ...]:
    """A review the criteria do not require, or not yet, is the Chair's to hold, with its reason (WT2015 ch.4)."""
    if form.outcome is not Decided.SCR or form.precaution_reason.strip():
        return ()
    if assessment.result not in (Result.UNDETERMINED, Result.DISCRETIONARY):
        return ()
    yet = "do not yet" if assessment.result is Result.UNDETERMINED else "do not"
    sentence = f"The criteria {yet} require a Serious Case Review. You may hold one: say why, as a choice of yours."
    return (Violation("F8-precaution", sentence, "WT2015 ch.4: criteria not met", "precaution_reason"),)


def deferral_ends(form: DecisionForm, file: CaseFile, today: date) -> tuple[Violation, ...]:
    """A deferral names the day of re-decision; past the month it says why, the clock running on (T17, CK-2)."""
    if form.outcome is not Decided.DEFER:
        return ()
    day = form.redecide_on
    if day is None or day <= today:
        sentence = f"Give the day on which you will decide again, after {shown(today)}."
        return (Violation("T17-date", sentence, _RECORD, "redecide_on"),)
    if day > decide_by(file) and not form.overrun_reason.strip():
        sentence = (
            f"You would decide again on {shown(day)}, past {shown(decide_by(file))}, by when the decision is due. Say "
            "why; the clock does not stop."
        )
        return (Violation("CK-2", sentence, f"{file.case.framework} ch.4", "overrun_reason"),)
    return ()


def challenge_is_told(form: DecisionForm) -> tuple[Violation, ...]:
    """A peer challenge that is relied on is told: who, of which Board, when, what was advised and what it changed."""
    if form.peer_challenge.answer != "yes":
        return ()
    missing = [words for name, words in _PEER.items() if not getattr(form.peer, name).strip()]
    missing += ["on which day"] if form.peer.on is None else []
    if not missing:
        return ()
    sentence = f"Another Chair is said to have been asked; say {', '.join(missing)}."
    return (Violation("F8-peer-told", sentence, _CHALLENGE, "peer"),)


def advice_stays_privileged(form: DecisionForm) -> tuple[Violation, ...]:
    """Of legal advice the record gives the reference alone: this record is read by others, the advice is not."""
    detail = form.legal_advice.detail.strip()
    if form.legal_advice.answer != "yes" or (len(detail) <= LONGEST_REFERENCE and "\n" not in detail):
        return ()
    sentence = (
        f"Give the advice's reference alone, at most {LONGEST_REFERENCE} characters on one line; the advice itself is "
        "privileged and kept apart."
    )
    return (Violation("F8-privileged", sentence, "legal professional privilege", "legal_advice"),)


def panel_is_regarded(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """A decision made again after the national panel's advice says how regard was had to it (T25)."""
    if file.case.stage is not Stage.PANEL_SCRUTINY or form.regard_to_panel.strip():
        return ()
    sentence = "The national panel has advised; say how you had regard to its advice, whether or not you follow it."
    return (Violation("T25-regard", sentence, _REGARD, "regard_to_panel"),)
