"""The Chair's decision record (F8): fifteen headings, a signature, the journal's seal, and what was added beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from exports.considered import answered, asked, conditional, recommendation
from exports.escape import inline
from exports.layout import Cover, Sheet, begin, finish, moment, pairs
from exports.limbs import computed, found, limb_reasons, limb_table, outcome_words
from exports.sealing import seal
from sscb_tui.domain.after_decision import Reopening
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.days import shown
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load, told_on
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Decided

_NOT_SIGNED = "NOT SIGNED"


def decision(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The decision that stands, naming those it supersedes."""
    return _record(file, standing(file), board, on, "Signed")


def unsigned(file: CaseFile, made: Decision, board: BoardSettings, on: datetime) -> str:
    """The record as it would print if it were signed now, marked at its head, its signature and its seal."""
    as_if = replace(file, decisions=(*file.decisions, made), seals={})
    return _record(as_if, made, board, on, f"**{_NOT_SIGNED}**: a draft, to be read before signing")


def _record(file: CaseFile, made: Decision, board: BoardSettings, on: datetime, status: str) -> str:
    cover = cover_of(file, made, status)
    sheet = begin(cover, file, board, on)
    the_case(sheet, file, made)
    timing(sheet, file, made)
    sheet.heading("The criteria: answers, evidence and reasons")
    weighed = found(made.limbs)
    limb_table(sheet, weighed)
    limb_reasons(sheet, weighed)
    harm(sheet, made)
    the_outcome(sheet, made)
    recommendation(sheet, file, made, board)
    conditional(sheet, made)
    asked(sheet, made)
    signature(sheet, file, made, signed=status == "Signed")
    addenda(sheet, file, made)
    return finish(sheet, cover, file, board)


def standing(file: CaseFile) -> Decision:
    """The decision that stands; NotFoundError before there is one."""
    if file.decision is None:
        raise NotFoundError(f"The Chair has not decided {file.case.reference} yet.")
    return file.decision


def cover_of(file: CaseFile, made: Decision, status: str = "Signed") -> Cover:
    """Outcome and number: a decision that supersedes another is the next version."""
    place = next(number for number, each in enumerate(file.decisions, start=1) if each.id == made.id)
    outcome = outcome_words(made.outcome, made.alternative_type)
    return Cover("Decision of the Independent Chair", status, place, (("Decision", f"**{outcome}**"),))


def the_case(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """Case, the guidance it began under, the guidance others are told under where that is later, what is superseded."""
    sheet.heading("The case and the framework")
    case = file.case
    sheet.paragraph(f"{case.pseudonym}, {case.reference}.", "**Case.**")
    sheet.paragraph(f"{case.framework}, in force when the Board was told.", "**Framework.**")
    told = told_on(load(case.framework), local_day(made.signature.at))
    if told.id != case.framework:
        words = f"{told.id}, in force when the Chair decided; the criteria are those of {case.framework}."
        sheet.paragraph(words, "**Recipients of the decision:**")
    for number, earlier in enumerate(file.decisions, start=1):
        if earlier.id != made.id:
            words = f"{outcome_words(earlier.outcome)}, signed {moment(earlier.signature.at)} (version {number})."
            sheet.paragraph(words, "**Supersedes:**")
    for reopening in file.reopenings:
        if made.supersedes and reopening.signature.at <= made.signature.at:
            _reopened(sheet, reopening)
    if made.regard_to_panel:
        sheet.paragraph(made.regard_to_panel, "**How regard was had to the panel's advice:**")


def _reopened(sheet: Sheet, reopening: Reopening) -> None:
    """Why the decision before this one was not left to stand."""
    day = shown(reopening.on)
    leads = {
        "panel": f"**The national panel wrote on {day} ({sheet.inline(reopening.reference)}):**",
        "information": f"**Reopened on what became known on {day}:**",
    }
    sheet.paragraph(reopening.words, leads[reopening.cause])


def timing(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """When the Board was told, when the Chair decided, and why it took longer than a month if it did."""
    sheet.heading("Dates")
    told, decided = file.case.notified_on, made.signature.at.date()
    days = (decided - told).days
    words = f"{shown(told)}; decided {shown(decided)}; {days} day{'' if days == 1 else 's'} taken."
    sheet.paragraph(words, "**The Board was told**")
    sheet.paragraph(made.overrun_reason or "no overrun was recorded.", "**If over a month, why:**")


def harm(sheet: Sheet, made: Decision) -> None:
    """By whom, which kinds of serious harm are in issue, and the medical view, which is not the legal test."""
    if made.abuse_by:
        sheet.paragraph(f"{made.abuse_by.label}.", "**Abuse or neglect by:**")
    if made.harm_kinds:
        sheet.paragraph(f"{'; '.join(kind.label for kind in made.harm_kinds)}.", "**Kinds of harm in issue:**")
    if made.medical_view:
        sheet.paragraph(made.medical_view, "**The designated doctor or nurse:**")


def the_outcome(sheet: Sheet, made: Decision) -> None:
    """What the law makes of the answers, and what the Chair chose, with reasons."""
    sheet.heading("The result in law, and the outcome chosen")
    computed(sheet, made.assessment)
    rules = f"{made.assessment.ruleset} on {made.assessment.framework}"
    sheet.paragraph(f"{rules}.", "**Computed by rule set**")
    sheet.paragraph("", f"**Outcome: {outcome_words(made.outcome, made.alternative_type)}.**")
    sheet.paragraph(made.reasons, "**Reasons.**")
    again = f"{shown(made.redecide_on)}." if made.redecide_on else ""
    for lead, words in (
        ("Held by choice, because:", made.precaution_reason),
        (f"Copied at first from {inline(made.copied_from)}; this child's own:", made.made_own),
        ("Awaited.", made.questions),
        ("From whom:", made.awaited_from),
        ("Decision again on", again),
        ("Receiving Board.", made.receiving_board),
        ("Its acceptance.", made.acceptance),
    ):
        if words:
            sheet.paragraph(words, f"**{lead}**")


def signature(sheet: Sheet, file: CaseFile, made: Decision, *, signed: bool = True) -> None:
    """Who signed, when, by which rules, and the journal's seal."""
    sheet.heading("Signature")
    conflict = made.conflict_of_interest
    sheet.paragraph(conflict.detail, f"**Conflict of interest?** {answered(conflict)}")
    by = made.signature
    rows = [
        ("Signed", inline(by.name) if signed else _NOT_SIGNED),
        ("Post", inline(by.post) if signed else _NOT_SIGNED),
        ("At", moment(by.at) if signed else _NOT_SIGNED),
        ("Framework", inline(made.assessment.framework)),
        ("Rule set", inline(made.assessment.ruleset)),
        seal(file, made.id),
    ]
    if by.authority and signed:
        rows.insert(2, ("By authority of", inline(by.authority)))
    sheet.add(*pairs(rows))
    if made.outcome is Decided.DEFER:
        sheet.add("*The clock keeps running while information is awaited.*")
    sheet.add("*This record is never edited; a later decision supersedes it and names it.*")


def addenda(sheet: Sheet, file: CaseFile, made: Decision) -> None:
    """Corrections, each with who made it, when, and its own seal; nothing above them has changed."""
    for number, each in enumerate((one for one in file.addenda if one.decision_id == made.id), 1):
        by = f"{inline(each.signature.name)}, {inline(each.signature.post)}, {moment(each.signature.at)}"
        sheet.box(f"Addendum {number} · {by}", each.words)
        sheet.add(f"{': '.join(seal(file, each.id))}. Nothing in the record above has changed.")
