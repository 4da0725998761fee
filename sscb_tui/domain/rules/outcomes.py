"""Whether the outcome chosen is lawful and fully reasoned (RF-03 to RF-05, RF-10, RF-11, RF-14, RF-20)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.rules.exclusions import NOT_SCR
from sscb_tui.domain.terms import Decided

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile

_RECORD = "record of the Chair's decision (F8)"
_FEWEST_WORDS = 4
_BOILERPLATE = frozenset(
    {
        "as discussed at the meeting",
        "as recommended by the meeting",
        "as set out in the minutes",
        "for the reasons in the minutes",
        "for the reasons set out above",
        "i agree with the recommendation",
        "see the minutes of the meeting",
        "the criteria are met",
        "the criteria are not met",
        "the criteria have been met",
        "the criteria have not been met",
        "the criteria were not met",
    }
)
_TEMPTING = (
    (
        r"no (prior|previous) (agency |professional )?(involvement|contact)|not known to (any )?(agenc|service|social)",
        "that agencies were not involved before",
    ),
    (r"prosecut|criminal (trial|proceedings)|charged with", "that a prosecution is under way"),
    (r"\b(cost|costs|costly|expens\w+|budget\w*|afford\w*)\b", "what a review would cost"),
    (r"(no|little|lack of|without) (media|press)( interest| attention)?", "that the media take no interest"),
    (
        r"\b(dhr|domestic homicide review|serious incident (investigation|process|review)|nhs (si|serious incident))\b",
        "that another body's review is already running",
    ),
    (r"family.{0,40}(oppos|object|do not want|does not want|against)", "that the family opposes a review"),
    (r"\bone[- ]off\b|\bisolated (incident|case)\b", "that the case looks like a one-off"),
    (
        r"(learning|lessons) (is|are|was|were|has been|have been)? ?already (known|identified|learn)",
        "that the learning is already known",
    ),
)


def lawful_outcome(outcome: Decided, assessment: Assessment) -> tuple[Violation, ...]:
    """RF-03, RF-04, RF-05, RF-14: an outcome the criteria leave no room for, with the words that bar it."""
    code = assessment.refused.get(outcome)
    if code is None:
        return ()
    bar = load(assessment.framework).bar(code, outcome)
    return (Violation(code, bar.sentence, bar.source, "outcome"),)


def reasons_say_something(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-10: reasons of the Chair's own, for this decision; they must stand up to agencies, government and family."""
    said = words_of(form.reasons)
    if len(said.split()) < _FEWEST_WORDS or said in _BOILERPLATE:
        sentence = "The reasons would fit any case. Say at least in a sentence what in this case decides it."
        return (Violation("RF-10", sentence, "SCR quality marker: decision making", "reasons"),)
    if any(said == words_of(earlier.reasons) for earlier in file.decisions):
        sentence = "The reasons repeat an earlier decision word for word. Say what has changed."
        return (Violation("RF-10", sentence, "SCR quality marker: decision making", "reasons"),)
    return ()


def reasons_follow_the_recommendation(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-11: a departure from the meeting's recommendation is said to be one, and given its reasons."""
    if form.outcome is Decided.DEFER:
        return ()  # asking for information neither follows nor departs
    said, recommended = form.agrees_with_recommendation, file.advice.recommended if file.advice else None
    wrong = _misstated(said, form.outcome, recommended)
    if wrong:
        return (Violation("RF-11", wrong, _RECORD, "agrees_with_recommendation"),)
    if said in ("no", "part") and not form.reasons_for_departure.strip():
        sentence = "You depart from what the meeting recommended; say why, and what you weighed."
        return (Violation("RF-11", sentence, "SCR quality marker: decision making", "reasons_for_departure"),)
    return ()


def _misstated(said: str, outcome: Decided, recommended: Decided | None) -> str:
    if (recommended is None) != (said == "none_made"):
        made = "no recommendation is" if recommended is None else "a recommendation is"
        return f"The record must say whether you agree with the recommendation; {made} on file."
    if said == "yes" and outcome is not recommended and recommended is not None:
        return f"The record says you agree, but the meeting recommended: {recommended.label}. Yours: {outcome.label}."
    return ""


def tempting_reasons(form: DecisionForm) -> tuple[Violation, ...]:
    """RF-20: grounds the guidance does not know, where a decision against a review seems to lean on them."""
    if form.outcome not in NOT_SCR:
        return ()
    text = " ".join((form.reasons, form.instead, *(limb.reason for limb in form.limbs))).casefold()
    return tuple(
        Violation(
            "RF-20", f"The reasons mention {what}; the guidance makes no such exception.", "WT2015 ch.4", "reasons"
        )
        for pattern, what in _TEMPTING
        if re.search(pattern, text)
    )


def scope_is_in_view(form: DecisionForm) -> tuple[Violation, ...]:
    """A review begins better with an early view of its scope and size (F8)."""
    if form.outcome is not Decided.SCR or form.scope_view.strip():
        return ()
    sentence = "No early view of the review's scope and size is given."
    return (Violation("F8-scope", sentence, "SCR quality marker: decision making", "scope_view"),)


def words_of(text: str) -> str:
    """The words alone, so that a comma or a capital does not make reasons new."""
    return " ".join(re.findall(r"\w+", text.casefold()))
