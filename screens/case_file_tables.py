"""The case file's lists: returns, duties, papers, history, as rows a table shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.widgets.columns import Column
from screens.widgets.table import Cell, Row
from screens.words import clock, day, days_left, uk
from sscb_tui.domain.terms import DutyState, Paper, ReturnState

if TYPE_CHECKING:
    from screens.case_file_words import Dossier
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.views import DutyRow, HistoryEntry, ReturnRow

RETURNS = (
    Column("agency", "Agency", width=7),
    Column("name", "Name", least=14, drop=1),
    Column("state", "State", width=14),
    Column("due", "Due", width=12),
    Column("late", "Late", width=6, align="right"),
    Column("in", "Received", width=12, drop=2),
)
DUTIES = (
    Column("clock", "Clock", width=6, drop=2),
    Column("what", "What", least=20, weight=3),
    Column("to", "To", width=10, drop=1),
    Column("due", "Due", width=12),
    Column("left", "Left", width=9, align="right"),
    Column("state", "State", width=10),
)
PAPERS = (Column("paper", "Paper", least=20), Column("state", "State", least=24, weight=2))
HISTORY = (
    Column("at", "When", width=17),
    Column("actor", "Who", least=10, drop=1),
    Column("move", "What was done", least=20, weight=2),
    Column("changes", "Changed", least=16, weight=3, drop=2),
)
NAMES = {
    Paper.PACK: "Pack for the scoping meeting",
    Paper.MINUTES: "Minutes of the scoping meeting",
    Paper.RECOMMENDATION: "Recommendation to the Chair",
    Paper.DECISION: "The Chair's decision record",
    Paper.PLAN: "Action plan",
    Paper.CHRONOLOGY: "Integrated chronology",
    Paper.PANEL: "The decision record for the national panel",
    Paper.NOTICE: "Decision notice to the Board",
    Paper.LETTERS: "Letters of the decision",
    Paper.LEARNING: "Early-learning note",
    Paper.TERMS: "Terms of reference",
    Paper.COMMISSION: "Commission of the reviewer",
    Paper.RESPONSE: "Response of the Board",
    Paper.SUMMARY: "Learning summary",
}
_RECEIVED = (ReturnState.APPROVED, ReturnState.SUBMITTED, ReturnState.CIRCULATED, ReturnState.NIL_RETURN)
_NAMELESS = ("stage", "state", "due", "outcome", "closed at", "opened at", "number", "added", "version")
"""Fields whose values can name nobody."""
_DONE = (DutyState.DONE, DutyState.DONE_LATE, DutyState.NOT_NEEDED, DutyState.PASSED)


def returns(read: Dossier) -> tuple[list[str], list[Row]]:
    """Every agency asked, and where its return stands."""
    return [row.agency for row in read.returns], [_return(row) for row in read.returns]


def _return(row: ReturnRow) -> Row:
    style = "good" if row.state in _RECEIVED else "late" if row.late_by > 0 else ""
    state: Cell = (row.state.label, style)
    late: Cell = (f"{row.late_by} d !", "late") if row.late_by > 0 else ""
    return (row.agency, row.name, state, day(row.due), late, _on(row))


def _on(row: ReturnRow) -> str:
    return day(uk(row.received_at).date()) if row.received_at is not None else "—"


def duties(read: Dossier) -> tuple[list[str], list[Row]]:
    """Every clock of the case."""
    return [row.duty_id for row in read.duties], [_duty(row) for row in read.duties]


def _duty(row: DutyRow) -> Row:
    over = row.state in _DONE
    left, style = ("", "") if over else days_left(row.working_days, row.near)
    state: Cell = (row.state.label, "good" if over else style)
    return (row.clock, row.what, row.to, day(row.due), (left, style), state)


def papers(read: Dossier) -> tuple[list[str], list[Row]]:
    """Every paper, and whether there is anything to print yet."""
    return [paper.value for paper in Paper], [_paper(paper, read.file) for paper in Paper]


def printable(paper: Paper, file: CaseFile) -> bool:
    """Whether there is anything the paper could say."""
    return {
        Paper.PACK: bool(file.requests),
        Paper.MINUTES: file.meeting is not None,
        Paper.RECOMMENDATION: file.advice is not None,
        Paper.DECISION: file.decision is not None,
        Paper.PLAN: bool(file.recommendations or file.actions),
        Paper.CHRONOLOGY: file.has_chronology,
        Paper.TERMS: file.has_terms,
        Paper.COMMISSION: file.reviewer is not None,
        Paper.PANEL: file.decision is not None,
        Paper.NOTICE: file.final_decision is not None,
        Paper.LETTERS: bool(file.letters),
        Paper.LEARNING: file.has_learning,
        Paper.RESPONSE: file.response is not None,
        Paper.SUMMARY: file.has_lessons,
    }[paper]


def _paper(paper: Paper, file: CaseFile) -> Row:
    there = printable(paper, file)
    return (NAMES[paper], ("Enter shows it", "good") if there else ("nothing to print yet", "dim"))


def history(read: Dossier, *, names: bool) -> tuple[list[str], list[Row]]:
    """The journal in plain words, latest first."""
    entries = list(reversed(read.history))
    return [str(entry.seq) for entry in entries], [_entry(entry, names=names) for entry in entries]


def _entry(entry: HistoryEntry, *, names: bool) -> Row:
    at = uk(entry.at)
    changed = "; ".join(discreet(change, names=names) for change in entry.changes)
    return (f"{day(at.date())} {clock(at)[:5]}", entry.actor, entry.move, f"{entry.entity}: {changed}")


def discreet(change: str, *, names: bool) -> str:
    """What was changed; from what to what only where names may be shown, or where nothing said can be a name."""
    what, colon, _ = change.partition(":")
    return change if names or not colon or what.endswith(_NAMELESS) else what
