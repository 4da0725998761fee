"""The letter that commissions the reviewer, with the contract in short and the showing of independence (F11)."""

from __future__ import annotations

from datetime import datetime

from exports.escape import inline
from exports.layout import Cover, Sheet, agency_words, begin, finish, moment, pairs, table
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.reviewer import THE_BOARD, Reviewer


def commission(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """To the reviewer appointed."""
    reviewer = file.reviewer
    if reviewer is None or file.review is None:
        raise NotFoundError(f"No reviewer has been appointed for {file.case.reference}.")
    cover = Cover("Commission of an independent reviewer", "Appointed", reviewer.version)
    sheet = begin(cover, file, board, on)
    _letter(sheet, file, reviewer, board)
    _contract(sheet, reviewer)
    _independence(sheet, reviewer, board)
    _appointment(sheet, reviewer)
    return finish(sheet, cover, file, board)


def commission_version(file: CaseFile) -> int:
    """Rises with every change to the commission."""
    return file.reviewer.version if file.reviewer else 0


def _letter(sheet: Sheet, file: CaseFile, reviewer: Reviewer, board: BoardSettings) -> None:
    sheet.heading("The commission")
    what = "Serious Case Review" if file.review and file.review.is_scr else "review"
    sheet.paragraph(f"{reviewer.form.name}, {reviewer.form.organisation}.", "**To:**")
    sheet.paragraph(
        f"{board.name} commissions you to lead the {what} on {file.case.pseudonym}, on its terms of reference."
    )
    version = file.review.approved_terms if file.review else None
    if version is not None and version.approved is not None:
        sheet.paragraph(f"Version {version.number}, approved {shown(version.approved.at.date())}.", "**Terms:**")
    sheet.paragraph(f"{reviewer.form.route.label.capitalize()}. {reviewer.form.route_reason}", "**Selected:**")
    sheet.paragraph(
        "Names stay out of your report: write with the pseudonyms, and plan for publication from the start."
    )


def _contract(sheet: Sheet, reviewer: Reviewer) -> None:
    sheet.heading("The contract in short")
    contract = reviewer.contract
    if contract is None:
        sheet.paragraph("Not agreed yet.")
        return
    rows = [
        ("Deliverables", sheet.cell(contract.deliverables)),
        ("Last delivery", shown(contract.final_on)),
        ("Days and fee", f"{contract.days} days, £{contract.fee:,}"),
        ("Data", sheet.cell(contract.data_handling)),
        ("Papers afterwards", sheet.cell(contract.papers_after)),
        ("Indemnity", sheet.cell(contract.indemnity)),
        ("Intellectual property", sheet.cell(contract.intellectual_property)),
    ]
    if contract.late_reason:
        rows.insert(2, ("After six months because", sheet.cell(contract.late_reason)))
    sheet.add(*pairs(rows))


def _independence(sheet: Sheet, reviewer: Reviewer, board: BoardSettings) -> None:
    """F11.02, in the last five years."""
    sheet.heading("Independence declared, last five years")
    rows = [
        (
            inline(board.name) if row.body == THE_BOARD else agency_words(row.body, board),
            *(answer.label for answer in row.kinds.values()),
            sheet.cell(row.detail),
        )
        for row in reviewer.form.links
    ]
    sheet.add(*table(("Body", "Employment", "Contracts", "Roles", "Personal", "Detail"), rows))
    if reviewer.ruled is not None and reviewer.ruling:
        sheet.paragraph(reviewer.ruling, f"**Ruling of {inline(reviewer.ruled.name)}, {moment(reviewer.ruled.at)}.**")


def _appointment(sheet: Sheet, reviewer: Reviewer) -> None:
    sheet.heading("Appointment")
    signed, told = reviewer.appointed, reviewer.panel_told_on
    rows = [
        ("Appointed", f"{moment(signed.at)} by {inline(signed.name)}, {inline(signed.post)}" if signed else "no"),
        ("DBS check", shown(reviewer.form.dbs_on) if reviewer.form.dbs_on else "not on record"),
        ("National panel told", shown(told) if told else "not yet"),
    ]
    sheet.add(*pairs(rows))
    if reviewer.panel_advice:
        sheet.paragraph(reviewer.panel_advice, "**The panel's advice.**")
        sheet.paragraph(reviewer.panel_regard, "**Regard had to it.**")
