"""What deserves a second thought before signing and does not bar it: precautions that may honestly be missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.exclusions import NOT_SCR
from sscb_tui.domain.rules.grounds import finding
from sscb_tui.domain.terms import Fact, HarmLimb, Outcome, Result, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile

_MUST = (Result.MANDATORY_REG5, Result.ALWAYS_LIST)
_IMPAIRED = re.compile(
    r"\b(impair\w*|long[- ]term|permanent\w*|disabilit\w*|development\w*|mental health|self-harm\w*|trauma\w*)\b"
)


def other_children_are_safe(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """The immediate safety of every other child in the case is confirmed, each with a note (WT2015 ch.1)."""
    source, field = "WT2015 ch.1", "other_children_safe"
    if form.other_children_safe.answer != "yes":
        return (Violation("F8-children", "The immediate safety of other children is not confirmed.", source, field),)
    unsure = sum(each.safe is not YesNo.YES for each in file.case.other_children)
    if not unsure:
        return ()
    are = "1 other child is" if unsure == 1 else f"{unsure} other children are"
    sentence = f"{are} recorded in the referral as not known to be safe; say in the detail what has been done since."
    return (Violation("F8-children", sentence, source, field),)


def a_no_is_challenged(form: DecisionForm, assessment: Assessment | None) -> tuple[Violation, ...]:
    """Another Chair's eye on a decision against a review, most of all where one answer would turn it."""
    if form.outcome not in NOT_SCR or form.peer_challenge.answer == "yes":
        return ()
    balanced = assessment is not None and any(flip.result in _MUST for flip in assessment.flips)
    close = "; one other answer would have required it, so the decision is finely balanced" if balanced else ""
    sentence = f"No other Chair has challenged a decision not to hold a Serious Case Review{close}."
    return (Violation("F8-peer", sentence, "LSCB Chairs' peer challenge scheme", "peer_challenge"),)


def a_doctor_is_heard(form: DecisionForm) -> tuple[Violation, ...]:
    """Whether health or development is impaired for long is for the designated doctor to speak to (WT2015 ch.4)."""
    if form.medical_view.strip() or not _impairment_in_issue(form):
        return ()
    sentence = "Long-term impairment is in issue, and no view of the designated doctor or nurse is recorded."
    return (Violation("F8-doctor", sentence, "WT2015 ch.4: seriously harmed", "medical_view"),)


def _impairment_in_issue(form: DecisionForm) -> bool:
    """Named as the kind of harm, or spoken of in the reasons, of a child who has not died."""
    harm, outcome = finding(form, Fact.SERIOUS_HARM), finding(form, Fact.OUTCOME)
    if outcome is not None and outcome.value == Outcome.DIED:
        return False
    return HarmLimb.SH2 in form.harm_kinds or (harm is not None and bool(_IMPAIRED.search(harm.reason.casefold())))
