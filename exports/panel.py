"""The Chair's decision record as the national panel reads it (X-06): the same headings, and nobody to be known by."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime

from exports.considered import AGREES, answered, conditional
from exports.decision import addenda, cover_of, harm, signature, standing, the_case, the_outcome, timing
from exports.layout import Sheet, begin, finish
from exports.limbs import Weighed, found, limb_table, outcome_words
from exports.outward import outward
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.file import CaseFile

_CODE = re.compile(r"^[A-Z][A-Z0-9_-]{1,15} (?=F4\.)")
"""The agency before its question's number."""


def panel(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """Fifteen headings without names of family, workers or settings; passages by place, agencies by number."""
    made = standing(file)
    cover = replace(cover_of(file, made), title="Decision of the Independent Chair: for the national panel")
    sheet = begin(cover, file, board, on, outward(file, board))
    the_case(sheet, file, made)
    timing(sheet, file, made)
    _criteria(sheet, made)
    harm(sheet, made)
    the_outcome(sheet, made)
    _recommendation(sheet, file, made)
    conditional(sheet, made)
    _asked(sheet, made)
    signature(sheet, file, made)
    addenda(sheet, file, made)
    return finish(sheet, cover, file, board)


def _criteria(sheet: Sheet, made: Decision) -> None:
    """Answer and reason for each question, and where the passages relied on stand, not what they say."""
    sheet.heading("The criteria: answers, evidence and reasons")
    weighed = found(made.limbs)
    limb_table(sheet, weighed)
    for each in weighed:
        if each.finding is not None:
            sheet.paragraph(each.finding.reason, f"**{each.fact.label}: {each.answer}.**")
            _places(sheet, each)


def _places(sheet: Sheet, weighed: Weighed) -> None:
    if weighed.evidence:
        places = (f"{_CODE.sub('', each.ref) or each.source} ({each.bearing})" for each in weighed.evidence)
        sheet.add(f"- Relied on: {sheet.inline('; '.join(places))}")


def _recommendation(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """How many agencies held which view; a dissent in its own words, and nobody's."""
    sheet.heading("The recommendation, the agencies' views and dissent")
    if file.advice is not None:
        advised = outcome_words(file.advice.recommended, file.advice.alternative_type)
        sheet.paragraph(f"{advised}.", "**Received:**")
    held = Counter(outcome_words(view.outcome) for view in (file.meeting.views if file.meeting else ()))
    if held:
        sheet.paragraph("", f"**Views of agencies:** {'; '.join(f'{words} {many}' for words, many in held.items())}.")
    for each in file.advice.dissent if file.advice else ():
        sheet.box("Dissent of an agency", each.words)
    sheet.paragraph(AGREES[made.agrees_with_recommendation])


def _asked(sheet: Sheet, made: Decision) -> None:
    """Legal advice is privileged: that it was taken is said, and nothing of it."""
    for title, asked, detail in (
        ("Peer challenge sought", made.peer_challenge, made.peer_challenge.detail),
        ("Legal advice taken", made.legal_advice, ""),
        ("Immediate safety of other children confirmed", made.other_children_safe, made.other_children_safe.detail),
        ("Family informed", made.family_informed, made.family_informed.detail),
        ("Board members informed", made.board_informed, made.board_informed.detail),
    ):
        sheet.heading(title)
        sheet.paragraph(detail, answered(asked))
