"""The middle of the Chair's decision record (F8): what was recommended, what arises, and what was asked about."""

from __future__ import annotations

from typing import Final

from exports.layout import Sheet, agency_words
from exports.limbs import outcome_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Asked, Decision
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.terms import Decided, Reliance

_NOT_THIS: Final = "Does not arise."
_ANSWERS = {"yes": "Yes.", "no": "No.", "not_yet": "Not yet."}
AGREES = {
    "yes": "The Chair agrees with the recommendation.",
    "no": "The Chair does not agree with the recommendation.",
    "part": "The Chair agrees with the recommendation in part.",
    "none_made": "No recommendation was made.",
}


def recommendation(sheet: Sheet, file: CaseFile, made: Decision, board: BoardSettings) -> None:
    """What was put to the Chair, by whom it was held, every dissent, and whether the Chair agrees."""
    sheet.heading("The recommendation, the agencies' views and dissent")
    if file.advice is not None:
        advised = outcome_words(file.advice.recommended, file.advice.alternative_type)
        at = file.advice.submitted.at
        sheet.paragraph(f"{advised}, submitted {shown(at.date())}, {at:%H:%M}.", "**Received:**")
    for view in file.meeting.views if file.meeting else ():
        sheet.paragraph(view.reason, f"**{agency_words(view.agency, board)}: {outcome_words(view.outcome)}.**")
    for each in file.advice.dissent if file.advice else ():
        sheet.box(f"Dissent: {agency_words(each.agency, board)}", each.words)
    sheet.paragraph(AGREES[made.agrees_with_recommendation])


def conditional(sheet: Sheet, made: Decision) -> None:
    """Headings 6 to 9, each printed whether or not it arises, so that none is missed."""
    _one(sheet, "Departure from the recommendation", made.reasons_for_departure)
    _one(sheet, "Definitive evidence that there is no concern", *made.definitive_evidence)
    _instead(sheet, made)
    _one(sheet, "If a Serious Case Review: early view of scope and size", made.scope_view)


def _instead(sheet: Sheet, made: Decision) -> None:
    """What takes a review's place, what the panel is told, and the grounds that were not relied on."""
    title = "If not a Serious Case Review: what instead, and why it is enough"
    _one(sheet, title, made.instead, made.panel_explanation)
    not_relied = made.exclusions.answered(Reliance.NOT_RELIED_ON)
    if made.outcome is not Decided.SCR and not_relied:
        sheet.paragraph(f"{'; '.join(not_relied)}.", "**Not relied on to find the criteria not met:**")


def _one(sheet: Sheet, title: str, *words: str) -> None:
    sheet.heading(title)
    for said in [each for each in words if each] or [_NOT_THIS]:
        sheet.paragraph(said)


def asked(sheet: Sheet, made: Decision) -> None:
    """Headings 10 to 14: done, or honestly not yet, because."""
    _asked(sheet, "Peer challenge sought", made.peer_challenge)
    _peer(sheet, made)
    _asked(sheet, "Legal advice taken", made.legal_advice)
    _asked(sheet, "Immediate safety of other children confirmed", made.other_children_safe)
    _asked(sheet, "Family informed", made.family_informed)
    _asked(sheet, "Board members informed", made.board_informed)


def _peer(sheet: Sheet, made: Decision) -> None:
    peer = made.peer
    if made.peer_challenge.answer != "yes" or not peer.name:
        return
    day = f", {shown(peer.on)}" if peer.on else ""
    sheet.paragraph(f"{peer.name}, {peer.board}{day}.", "**Asked:**")
    sheet.paragraph(peer.advice, "**Advised:**")
    sheet.paragraph(peer.effect, "**What it changed:**")


def _asked(sheet: Sheet, title: str, said: Asked) -> None:
    sheet.heading(title)
    sheet.paragraph(said.detail, answered(said))


def answered(asked: Asked) -> str:
    """Yes, no, or not yet."""
    return f"**{_ANSWERS[asked.answer]}**"
