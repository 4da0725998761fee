"""The scoping meeting's recommendation to the Chair (F7): the meeting recommends, the Chair decides."""

from __future__ import annotations

from datetime import datetime

from exports.escape import inline
from exports.layout import Cover, Sheet, begin, finish, moment
from exports.limbs import computed, limb_reasons, limb_table, outcome_words
from exports.minutes import agency_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.decision import Advice
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile


def recommendation(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The recommendation as it was submitted."""
    advice = file.advice
    if advice is None:
        raise NotFoundError(f"{file.case.reference} has no recommendation to the Chair yet.")
    signed = advice.submitted
    cover = Cover("Recommendation to the Independent Chair", f"Submitted {moment(signed.at)}", advice.version)
    sheet = begin(cover, file.case, board, on)
    _recommended(sheet, advice)
    _case(sheet, advice, board)
    _criteria(sheet, advice)
    _dissent(sheet, advice, board)
    _further(sheet, advice)
    sheet.heading("Submitted")
    sheet.paragraph(f"{signed.name}, {signed.post}, {moment(signed.at)}.", "**By**")
    return finish(sheet, cover, file.case, board)


def _recommended(sheet: Sheet, advice: Advice) -> None:
    sheet.heading("Recommendation")
    sheet.paragraph("", f"**{outcome_words(advice.recommended, advice.alternative_type)}**")
    sheet.paragraph(advice.reasons)
    if not advice.quorate:
        sheet.paragraph(advice.inquorate_reason or "no reason given.", "**The meeting was not quorate.**")


def _case(sheet: Sheet, advice: Advice, board: BoardSettings) -> None:
    sheet.heading("The case in brief")
    sheet.paragraph(advice.summary)
    names = ", ".join(agency_words(code, board) for code in advice.contributing) or "none"
    sheet.paragraph("", f"**Agencies contributing:** {names}.")
    sheet.paragraph(advice.missing_returns, "**Missing returns and their effect.**")


def _criteria(sheet: Sheet, advice: Advice) -> None:
    sheet.heading("The criteria")
    sheet.add(*limb_table(advice.limbs))
    limb_reasons(sheet, advice.limbs)
    sheet.heading("What the law requires")
    computed(sheet, advice.assessment)


def _dissent(sheet: Sheet, advice: Advice, board: BoardSettings) -> None:
    sheet.heading("Dissent")
    for each in advice.dissent:
        sheet.box(f"Dissent: {agency_words(each.agency, board)}", each.words)
    if not advice.dissent:
        sheet.paragraph("None: every agency was asked." if advice.dissent_answered else "Not answered.")


def _further(sheet: Sheet, advice: Advice) -> None:
    sheet.heading("Scope, and what else the Chair should know")
    parts = (
        ("Suggested scope and questions.", advice.scope),
        ("Parallel processes.", advice.parallel_processes),
        ("The family.", advice.family_position),
        ("Early actions.", advice.early_actions),
    )
    for title, words in parts:
        sheet.paragraph(words or "none suggested.", f"**{inline(title)}**")
