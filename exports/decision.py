"""The Chair's decision record (F8): fifteen headings, a signature, and the journal's seal."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from exports.escape import inline
from exports.layout import Cover, Sheet, agency_words, begin, finish, moment, pairs
from exports.limbs import computed, found, limb_reasons, limb_table, outcome_words
from exports.sealing import seal
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Asked, Decision
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load, told_on
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Decided

_NOT_THIS: Final = "Does not arise."
_ANSWERS = {"yes": "Yes.", "no": "No.", "not_yet": "Not yet."}
AGREES = {
    "yes": "The Chair agrees with the recommendation.",
    "no": "The Chair does not agree with the recommendation.",
    "part": "The Chair agrees with the recommendation in part.",
    "none_made": "No recommendation was made.",
}


def decision(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The decision that stands, naming those it supersedes."""
    made = standing(file)
    cover = cover_of(file, made)
    sheet = begin(cover, file, board, on)
    the_case(sheet, file, made)
    timing(sheet, file, made)
    sheet.heading("The criteria: answers, evidence and reasons")
    weighed = found(made.limbs)
    limb_table(sheet, weighed)
    limb_reasons(sheet, weighed)
    the_outcome(sheet, made)
    _recommendation(sheet, file, made, board)
    conditional(sheet, made)
    _asked(sheet, made)
    signature(sheet, file, made)
    return finish(sheet, cover, file, board)


def standing(file: CaseFile) -> Decision:
    """The decision that stands; NotFoundError before there is one."""
    if file.decision is None:
        raise NotFoundError(f"The Chair has not decided {file.case.reference} yet.")
    return file.decision


def cover_of(file: CaseFile, made: Decision) -> Cover:
    """Outcome and number: a decision that supersedes another is the next version."""
    place = next(number for number, each in enumerate(file.decisions, start=1) if each.id == made.id)
    outcome = outcome_words(made.outcome, made.alternative_type)
    return Cover("Decision of the Independent Chair", "Signed", place, (("Decision", f"**{outcome}**"),))


def the_case(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """Case, the guidance it began under, the guidance others are told under where that is later, what is superseded."""
    sheet.heading("The case and the framework")
    case = file.case
    sheet.paragraph(f"{case.pseudonym}, {case.reference}.", "**Case.**")
    sheet.paragraph(f"{case.framework}, in force when the Board was told.", "**Framework.**")
    told = told_on(load(case.framework), local_day(made.signature.at))
    if told.id != case.framework:
        words = f"{told.id}, in force when the Chair decided; the criteria are those of {case.framework}."
        sheet.paragraph(words, "**Recipients of the decision:**")
    for number, earlier in enumerate(file.decisions, start=1):
        if earlier.id != made.id:
            words = f"{outcome_words(earlier.outcome)}, signed {moment(earlier.signature.at)} (version {number})."
            sheet.paragraph(words, "**Supersedes:**")


def timing(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """When the Board was told, when the Chair decided, and why it took longer than a month if it did."""
    sheet.heading("Dates")
    told, decided = file.case.notified_on, made.signature.at.date()
    days = (decided - told).days
    words = f"{shown(told)}; decided {shown(decided)}; {days} day{'' if days == 1 else 's'} taken."
    sheet.paragraph(words, "**The Board was told**")
    sheet.paragraph(made.overrun_reason or "no overrun was recorded.", "**If over a month, why:**")


def the_outcome(sheet: Sheet, made: Decision) -> None:
    """What the law makes of the answers, and what the Chair chose, with reasons."""
    sheet.heading("The result in law, and the outcome chosen")
    computed(sheet, made.assessment)
    rules = f"{made.assessment.ruleset} on {made.assessment.framework}"
    sheet.paragraph(f"{rules}.", "**Computed by rule set**")
    sheet.paragraph("", f"**Outcome: {outcome_words(made.outcome, made.alternative_type)}.**")
    sheet.paragraph(made.reasons, "**Reasons.**")
    if made.questions:
        sheet.paragraph(made.questions, "**Awaited.**")
    if made.receiving_board:
        sheet.paragraph(made.receiving_board, "**Receiving Board.**")


def _recommendation(sheet: Sheet, file: CaseFile, made: Decision, board: BoardSettings) -> None:
    sheet.heading("The recommendation, the agencies' views and dissent")
    if file.advice is not None:
        advised = outcome_words(file.advice.recommended, file.advice.alternative_type)
        sheet.paragraph(f"{advised}, submitted {moment(file.advice.submitted.at)}.", "**Received:**")
    for view in file.meeting.views if file.meeting else ():
        sheet.paragraph(view.reason, f"**{agency_words(view.agency, board)}: {outcome_words(view.outcome)}.**")
    for each in file.advice.dissent if file.advice else ():
        sheet.box(f"Dissent: {agency_words(each.agency, board)}", each.words)
    sheet.paragraph(AGREES[made.agrees_with_recommendation])


def conditional(sheet: Sheet, made: Decision) -> None:
    """Headings 6 to 9, each printed whether or not it arises, so that none is missed."""
    _one(sheet, "Departure from the recommendation", made.reasons_for_departure)
    _one(sheet, "Definitive evidence that there is no concern", *made.definitive_evidence)
    explanation = (made.panel_explanation,) if made.panel_explanation else ()
    _one(sheet, "If not a Serious Case Review: what instead, and why it is enough", made.instead, *explanation)
    _one(sheet, "If a Serious Case Review: early view of scope and size", made.scope_view)


def _one(sheet: Sheet, title: str, *words: str) -> None:
    sheet.heading(title)
    for said in [each for each in words if each] or [_NOT_THIS]:
        sheet.paragraph(said)


def _asked(sheet: Sheet, made: Decision) -> None:
    for title, asked in (
        ("Peer challenge sought", made.peer_challenge),
        ("Legal advice taken", made.legal_advice),
        ("Immediate safety of other children confirmed", made.other_children_safe),
        ("Family informed", made.family_informed),
        ("Board members informed", made.board_informed),
    ):
        sheet.heading(title)
        sheet.paragraph(asked.detail, answered(asked))


def answered(asked: Asked) -> str:
    """Yes, no, or not yet."""
    return f"**{_ANSWERS[asked.answer]}**"


def signature(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """Who signed, when, by which rules, and the journal's seal."""
    sheet.heading("Signature")
    sheet.paragraph(
        made.conflict_of_interest.detail, f"**Conflict of interest?** {answered(made.conflict_of_interest)}"
    )
    signed = made.signature
    rows = [
        ("Signed", inline(signed.name)),
        ("Post", inline(signed.post)),
        ("At", moment(signed.at)),
        ("Framework", inline(made.assessment.framework)),
        ("Rule set", inline(made.assessment.ruleset)),
        seal(file, made.id),
    ]
    if signed.authority:
        rows.insert(2, ("By authority of", inline(signed.authority)))
    sheet.add(*pairs(rows))
    if made.outcome is Decided.DEFER:
        sheet.add("*The clock keeps running while information is awaited.*")
    sheet.add("*This record is never edited; a later decision supersedes it and names it.*")
