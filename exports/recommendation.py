"""The scoping meeting's recommendation to the Chair (F7): the meeting recommends, the Chair decides."""

from __future__ import annotations

from datetime import datetime

from exports.agreed import early_actions
from exports.keys import REFERENCES, RETURNS, VIEWS, key
from exports.layout import Cover, Sheet, agency_words, begin, finish, moment
from exports.limbs import computed, found, limb_reasons, limb_table, outcome_words
from exports.returned import returns_grid
from exports.sealing import signed
from exports.viewed import dissents, views
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.decision import Advice
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local_day


def recommendation(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The recommendation as it was submitted."""
    advice = file.advice
    if advice is None:
        raise NotFoundError(f"{file.case.reference} has no recommendation to the Chair yet.")
    cover = Cover("Recommendation to the Independent Chair", f"Submitted {moment(advice.submitted.at)}", advice.version)
    sheet = begin(cover, file, board, on)
    _recommended(sheet, advice)
    _case(sheet, file, advice, board)
    _criteria(sheet, advice)
    _views(sheet, file, advice, board)
    _further(sheet, file, advice, board)
    sheet.heading("Submitted")
    signed(sheet, file, advice.submitted, advice.id)
    key(sheet, RETURNS, VIEWS, REFERENCES)
    return finish(sheet, cover, file, board)


def _recommended(sheet: Sheet, advice: Advice) -> None:
    sheet.heading("Recommendation")
    sheet.paragraph("", f"**{outcome_words(advice.recommended, advice.alternative_type)}**")
    sheet.paragraph(advice.reasons, "**Reasons.**")
    if advice.recommended in advice.assessment.refused:
        code = advice.assessment.refused[advice.recommended]
        sheet.paragraph(f"refused under {code}; see what the law requires, below.", "**On these answers it is**")
    if not advice.quorate:
        sheet.paragraph(advice.inquorate_reason or "no reason given.", "**The meeting was not quorate.**")


def _case(sheet: Sheet, file: CaseFile, advice: Advice, board: BoardSettings) -> None:
    sheet.heading("The case in brief")
    sheet.paragraph(advice.summary)
    sheet.heading("Agencies, returns and what is missing")
    names = ", ".join(agency_words(code, board) for code in advice.contributing) or "none"
    sheet.paragraph("", f"**Agencies contributing:** {names}.")
    returns_grid(sheet, file, board, local_day(advice.submitted.at))
    sheet.paragraph(advice.missing_returns, "**Missing returns and their effect.**")


def _criteria(sheet: Sheet, advice: Advice) -> None:
    limbs = found(advice.limbs)
    sheet.heading("The criteria, limb by limb")
    limb_table(sheet, limbs)
    limb_reasons(sheet, limbs)
    sheet.heading("What the law requires")
    computed(sheet, advice.assessment)
    sheet.paragraph(f"{advice.assessment.ruleset} on {advice.assessment.framework}.", "**Computed by rule set**")


def _views(sheet: Sheet, file: CaseFile, advice: Advice, board: BoardSettings) -> None:
    """Whether all agree; who does not, in their own words (F7.07)."""
    sheet.heading("The agencies' views, and dissent")
    if file.meeting is not None and advice.meeting_id == file.meeting.id:
        views(sheet, file.meeting, board)
    stated = [(each.agency, each.words) for each in advice.dissent]
    dissents(sheet, stated, board, answered=advice.dissent_answered)


def _further(sheet: Sheet, file: CaseFile, advice: Advice, board: BoardSettings) -> None:
    sheet.heading("Scope, and what else the Chair should know")
    sheet.paragraph(advice.scope or "none suggested.", "**Suggested scope and questions.**")
    sheet.paragraph(advice.parallel_processes, "**Parallel processes.**")
    sheet.paragraph(advice.family_position, "**The family.**")
    sheet.heading("Early actions")
    sheet.paragraph(advice.early_actions)
    early_actions(sheet, file, board)
