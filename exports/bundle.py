"""The notifications of a decision in one bundle (X-08): what is due and sent, what is enclosed, and every letter."""

from __future__ import annotations

from datetime import datetime

from exports.escape import inline
from exports.layout import NOT_SAID, Cover, Sheet, begin, finish, table
from exports.letters import enclosures, letter, recipient_of, sent_words, to_words
from exports.limbs import outcome_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile

_BOX, _DONE = "☐", "☑"


def bundle(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The sheet on top, then each letter on a page of its own."""
    letters = [letter(file, duty, board, on) for duty in file.letters]
    return "\n---\n\n".join((checklist(file, board, on), *letters))


def checklist(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """Who is told, by when, when it went and how; and what must lie beside each letter."""
    made = file.final_decision
    if made is None or not file.letters:
        raise NotFoundError(f"{file.case.reference} has no letters: nobody is owed a notice of a decision yet.")
    outcome = outcome_words(made.outcome, made.alternative_type)
    sent = sum(duty.done_at is not None for duty in file.letters)
    cover = Cover(
        "Notifications of the Chair's decision",
        f"{sent} of {len(file.letters)} sent",
        len(file.decisions),
        (("Decision", f"**{outcome}**"), ("Framework", inline(made.assessment.framework))),
    )
    sheet = begin(cover, file, board, on)
    _due_and_sent(sheet, file, board)
    _enclosed(sheet, file, board)
    return finish(sheet, cover, file, board)


def _due_and_sent(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    sheet.heading("Due and sent")
    rows = [
        (
            to_words(recipient_of(file, duty), board),
            duty.clock,
            shown(duty.due),
            inline(duty.signed.name) if duty.signed else NOT_SAID,
            f"{_DONE if duty.done_at else _BOX} {sent_words(duty, sheet.names)}",
            sheet.cell(duty.proof),
        )
        for duty in file.letters
    ]
    sheet.add(*table(("To", "Clock", "Due", "Signed", "Sent", "Proof"), rows))


def _enclosed(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    sheet.heading("Enclosures")
    lines = [
        f"- {_BOX} {to_words(recipient_of(file, duty), board)}: {sheet.inline(each)}"
        for duty in file.letters
        for each in enclosures(file, duty)
    ]
    sheet.add(*(lines or ["None."]))
