"""How a paper ends: the corrections made to it, who stands behind it, and its seal in the journal."""

from __future__ import annotations

from exports.escape import inline
from exports.layout import Sheet, moment, pairs
from exports.minuted import minuted
from sscb_tui.domain.case import Signature
from sscb_tui.domain.days import shown
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import Meeting


def agreement(sheet: Sheet, file: CaseFile, meeting: Meeting) -> None:
    """By when the minutes are agreed, what was corrected, and the seal of the version printed (F6.23)."""
    sheet.heading("Agreement of these minutes")
    by = shown(meeting.agree_minutes_by) if meeting.agree_minutes_by else "a day to be fixed"
    sheet.paragraph(f"{by}. Once confirmed, only dated corrections are made.", "**Corrections to the minute taker by**")
    made = [each for _, corrections in minuted(file.lines) for each in corrections]
    last = f"{len(made)}, the last on {moment(made[-1].at)}; each stands under the line it corrects" if made else "none"
    sheet.paragraph(f"{last}.", "**Corrections made:**")
    confirmed = moment(meeting.confirmed_at) if meeting.confirmed_at else "not yet"
    sheet.add(*pairs((("Confirmed", confirmed), seal(file, meeting.id))))


def signed(sheet: Sheet, file: CaseFile, signature: Signature, sealed: str) -> None:
    """Who submitted a paper, in what post, when and on whose authority."""
    rows = [("By", inline(signature.name)), ("Post", inline(signature.post)), ("At", moment(signature.at))]
    if signature.authority:
        rows.append(("By authority of", inline(signature.authority)))
    sheet.add(*pairs((*rows, seal(file, sealed))))


def seal(file: CaseFile, id: str) -> tuple[str, str]:
    """The hash under which the record stands in the journal."""
    return "Seal in the journal", f"`{file.seals[id]}`" if file.seals.get(id) else "not yet sealed"
