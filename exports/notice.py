"""The decision notice to members of the Board (X-07): one page, the outcome and the full reasons."""

from __future__ import annotations

from datetime import datetime

from exports.layout import Cover, Sheet, begin, finish, moment, pairs
from exports.letters_words import NEXT
from exports.limbs import found, outcome_words
from exports.sealing import seal
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.local_time import local, local_day


def notice(file: CaseFile, board: BoardSettings, on: datetime, made: Decision | None = None) -> str:
    """What was decided, why, and what comes next, for people who were not in the room."""
    made = made or file.final_decision
    if made is None:
        raise NotFoundError(f"The Chair has not decided {file.case.reference} yet; there is nothing to tell the Board.")
    cover = _cover(file, made)
    sheet = begin(cover, file, board, on)
    _decided(sheet, made)
    _answers(sheet, made)
    _next(sheet, file, made)
    rows = (("Signed", f"{made.signature.name}, {made.signature.post}"), ("At", moment(local(made.signature.at))))
    stamps = ("Framework and rule set", f"{made.assessment.framework}, {made.assessment.ruleset}")
    sheet.add(*pairs([(label, sheet.cell(words)) for label, words in (*rows, stamps)] + [seal(file, made.id)]))
    return finish(sheet, cover, file, board)


def _cover(file: CaseFile, made: Decision) -> Cover:
    place = next(number for number, each in enumerate(file.decisions, start=1) if each.id == made.id)
    outcome = f"**{outcome_words(made.outcome, made.alternative_type)}**"
    extra = (("To", "the members of the Board, for them alone"), ("Decision", outcome))
    return Cover("Notice to the Board of the Chair's decision", "For information", place, extra)


def _decided(sheet: Sheet, made: Decision) -> None:
    sheet.heading("The decision and its reasons")
    day = shown(local_day(made.signature.at))
    sheet.paragraph(made.reasons, f"**{outcome_words(made.outcome, made.alternative_type)}, {day}.**")
    if made.reasons_for_departure:
        sheet.paragraph(made.reasons_for_departure, "**Other than the meeting recommended, because**")
    if made.instead:
        sheet.paragraph(made.instead, "**What will be done instead.**")


def _answers(sheet: Sheet, made: Decision) -> None:
    """The criteria in one paragraph; the decision record has each with its evidence."""
    sheet.heading("The criteria")
    answers = "; ".join(f"{each.fact.label}: {each.answer}" for each in found(made.limbs))
    sheet.paragraph("", f"{answers}.")
    sheet.paragraph(f"{made.assessment.result.label} ({made.assessment.citation}).", "**The law on these answers.**")


def _next(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    sheet.heading("What comes next")
    sheet.paragraph(NEXT[made.outcome])
    sheet.paragraph(made.other_children_safe.detail, "**Other children.**")
    statutory = [duty for duty in file.letters if duty.clock.startswith("CK-4")]
    if told := "; ".join(f"{duty.what.removeprefix('tell ')} by {shown(duty.due)}" for duty in statutory):
        sheet.paragraph(f"{told}.", "**Others are told:**")
