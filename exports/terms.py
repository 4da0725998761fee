"""Terms of reference (X-09): the twenty headings, the decision they rest on, and their approval."""

from __future__ import annotations

from datetime import datetime

from exports.escape import inline
from exports.layout import Cover, Sheet, agency_words, begin, finish, moment, pairs, table
from exports.limbs import outcome_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.review import Review, TermsVersion
from sscb_tui.domain.terms_of_reference import Terms, headings

_AS_TABLE = frozenset({"supplies", "panel", "milestones"})


def terms(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The version that binds, or the draft until there is one."""
    review = file.review
    version = (review.approved_terms or review.latest) if review else None
    if review is None or version is None:
        raise NotFoundError(f"The terms of reference for {file.case.reference} have not been written.")
    cover = _cover(review, version)
    sheet = begin(cover, file, board, on)
    _decision(sheet, file, version)
    for name, label, words in headings(version.terms):
        sheet.heading(label)
        if name in _AS_TABLE:
            sheet.add(*_table(sheet, name, version.terms, board))
        else:
            for said in version.terms.enquiries if name == "enquiries" else (words,):
                sheet.paragraph(said)
        if name == "milestones" and version.terms.late_reason:
            sheet.paragraph(version.terms.late_reason, "**Why after six months:**")
    _approval(sheet, review, version)
    return finish(sheet, cover, file, board)


def terms_version(file: CaseFile) -> int:
    """The number of the version printed."""
    version = (file.review.approved_terms or file.review.latest) if file.review else None
    return version.number if version else 0


def _cover(review: Review, version: TermsVersion) -> Cover:
    status = "Approved" if version.approved else "**DRAFT** until the Chair approves it"
    extra = (("Review", "Serious Case Review" if review.is_scr else "another review"),)
    return Cover("Terms of reference", status, version.number, extra)


def _decision(sheet: Sheet, file: CaseFile, version: TermsVersion) -> None:
    sheet.heading("Decision")
    decision = next((each for each in file.decisions if each.id == version.decision_id), None)
    if decision is None:
        sheet.paragraph("The decision these terms rest on is not in this file.")
        return
    words = f"{outcome_words(decision.outcome, decision.alternative_type)}, signed {moment(decision.signature.at)}."
    sheet.paragraph(words, "**Decided:**")
    sheet.paragraph("; ".join(f"{limb.fact.label}: {limb.value.replace('_', ' ')}" for limb in decision.limbs))


def _table(sheet: Sheet, name: str, said: Terms, board: BoardSettings) -> list[str]:
    if name == "supplies":
        rows = [
            (agency_words(each.agency, board), ", ".join(kind.label for kind in each.gives), sheet.cell(each.note))
            for each in said.supplies
        ]
        return table(("Agency", "Supplies", "Note"), rows)
    if name == "panel":
        people = [(sheet.cell(each.name), sheet.cell(each.post), sheet.cell(each.part)) for each in said.panel]
        return table(("Name", "Post", "Part"), people)
    return table(("Milestone", "By"), [(sheet.cell(each.what), shown(each.due)) for each in said.milestones])


def _approval(sheet: Sheet, review: Review, version: TermsVersion) -> None:
    sheet.heading("Approval and versions")
    rows = [("Version", "Written, approved")]
    for each in review.versions:
        if each.number > version.number:
            continue
        approved = f"approved {moment(each.approved.at)} by {inline(each.approved.name)}" if each.approved else "draft"
        rows.append((str(each.number), f"written {moment(each.written_at)} by {inline(each.written_by)}; {approved}"))
    sheet.add(*pairs(rows))
    sheet.add("*The key to the pseudonyms is a separate paper for the Business Manager and the Chair alone.*")
