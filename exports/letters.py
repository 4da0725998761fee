"""Letters that tell others of the Chair's decision (F9), one to each recipient, drafted from the record."""

from __future__ import annotations

from datetime import datetime

from exports import letters_words as say
from exports.about import about_the_case, authority_reference, criteria_relied_on
from exports.escape import inline
from exports.layout import Cover, Masks, Sheet, begin, finish, moment, pairs
from exports.letter import manager
from exports.limbs import outcome_words
from exports.notice import notice
from exports.outward import outward
from exports.sealing import seal
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import Recipient, load, told_on
from sscb_tui.domain.local_time import local, local_day
from sscb_tui.domain.terms import Decided, Outcome

_BOX = "☐"


def letter(file: CaseFile, duty: Duty, board: BoardSettings, on: datetime) -> str:
    """The letter that does this duty; members of the Board are sent the notice itself (X-07)."""
    made, recipient = told_of(file, duty), recipient_of(file, duty)
    if recipient.notice == "N-BRD":
        return notice(file, board, on, made)
    names = outward(file, board)
    cover = _cover(file, duty, recipient, board, names)
    sheet = begin(cover, file, board, on, names)
    if recipient.notice == "N-FAM":
        _to_the_family(sheet, file, made)
    else:
        _official(sheet, file, duty, recipient, made)
    _signed(sheet, file, duty, made, board)
    return finish(sheet, cover, file, board)


def told_of(file: CaseFile, duty: Duty) -> Decision:
    """The decision a letter tells of: the one that stood when it was sent; the latest while it has not been."""
    final = [each for each in file.decisions if each.outcome not in (Decided.DEFER, Decided.TRANSFER)]
    if not final:
        raise NotFoundError(f"The Chair has not decided {file.case.reference} yet; there is nobody to tell.")
    sent = local_day(duty.done_at) if duty.done_at else None
    stood = [each for each in final if sent is None or local_day(each.signature.at) <= sent]
    return (stood or final)[-1]


def recipient_of(file: CaseFile, duty: Duty) -> Recipient:
    """Whom the letter goes to, as the guidance of the day of decision has them."""
    law = told_on(load(file.case.framework), local_day(told_of(file, duty).signature.at))
    return law.recipient(duty.to) or Recipient(code=duty.to, name=duty.to, notice="N-OTH")


def enclosures(file: CaseFile, duty: Duty) -> tuple[str, ...]:
    """What goes with a letter: to the panel the record, and for a "no" the authority's notification."""
    recipient, made = recipient_of(file, duty), told_of(file, duty)
    if recipient.notice != "N-PAN":
        return ()
    record = "the Chair's decision record, as the panel is sent it"
    notified = f"the local authority's serious incident notification: {authority_reference(file)}"
    return (record,) if made.outcome is Decided.SCR else (record, notified)


def to_words(recipient: Recipient, board: BoardSettings) -> str:
    """The recipient as the letter addresses them."""
    known = board.addressee(recipient.code)
    return inline((known.name if known else "") or recipient.name)


def sent_words(duty: Duty, names: Masks) -> str:
    """When it went and how, or that it has not."""
    if duty.done_at is None:
        return "not sent yet"
    return f"{shown(local_day(duty.done_at))}, {inline(names.masked(duty.method))}"


def _cover(file: CaseFile, duty: Duty, recipient: Recipient, board: BoardSettings, names: Masks) -> Cover:
    rows = [("To", to_words(recipient, board))]
    if recipient.notice != "N-FAM":  # theirs is handed over, by somebody they know
        known = board.addressee(recipient.code)
        address = inline(known.address) if known else f"not in the Board's settings yet ({recipient.code})"
        subject = f"{inline(board.marking)}: decision on {inline(file.case.reference)}"
        rows += [("Address", address), ("Subject line", subject), ("Sent", sent_words(duty, names))]
        rows += [("Contact", inline(manager(board)))]
    status = f"Signed {moment(local(duty.signed.at))}" if duty.signed else "DRAFT until the Chair has signed it"
    return Cover("Notice of the Chair's decision", status, duty.version, tuple(rows))


def _official(sheet: Sheet, file: CaseFile, duty: Duty, recipient: Recipient, made: Decision) -> None:
    words = say.WORDS[recipient.notice]
    sheet.heading("The decision")
    sheet.paragraph(words.opening)
    day = shown(local_day(made.signature.at))
    sheet.paragraph(f"{say.NEXT[made.outcome]}", f"**{outcome_words(made.outcome, made.alternative_type)}, {day}.**")
    if words.facts:
        about_the_case(sheet, file)
        criteria_relied_on(sheet, made)
    if made.outcome is not Decided.SCR and recipient.notice == "N-PAN":
        sheet.heading("Why the criteria are not met")
        sheet.paragraph(made.panel_explanation or made.reasons)
        sheet.paragraph(made.instead or "Nothing further.", "**What will be done instead, and why it is enough.**")
    if words.ending:
        sheet.heading("Please note")
        for each in words.ending:
            sheet.paragraph(each)
    if enclosed := enclosures(file, duty):
        sheet.heading("Enclosed")
        sheet.add(*(f"- {_BOX} {sheet.inline(each)}" for each in enclosed))


def _to_the_family(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """Plain and kind: what a review is and is not, what was decided, what cannot be promised."""
    sheet.add(*say.FAMILY_OPENING)
    died = file.case.child.outcome is Outcome.DIED
    sheet.add(
        "I am very sorry that your child has died." if died else "I am sorry for what your child has been through."
    )
    for each in (*say.FAMILY, say.FAMILY_NEXT[made.outcome], *say.FAMILY_ENDING):
        sheet.add(each)


def _signed(sheet: Sheet, file: CaseFile, duty: Duty, made: Decision, board: BoardSettings) -> None:
    signed = duty.signed
    name = inline(signed.name) if signed else "______________________"
    rows = [("Signed", name), ("Post", f"Independent Chair, {inline(board.name)}")]
    if signed:
        rows.append(("At", moment(local(signed.at))))
    rows += [("Framework", inline(made.assessment.framework)), ("Rule set", inline(made.assessment.ruleset))]
    sheet.add(*pairs((*rows, seal(file, made.id))))
