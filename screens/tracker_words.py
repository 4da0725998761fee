"""The tracker's lines in words: the columns of its list, the cards of its board, the pane of what is no action yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from screens.forms.tracker import RUNG_WORDS
from screens.widgets.board import Lane
from screens.widgets.columns import Column
from screens.widgets.pane import Line as PaneLine
from screens.widgets.pane import plain
from screens.words import day
from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.terms import ActionState, Gap, Rag
from sscb_tui.services.views import OpenEnd

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screens.widgets.table_lines import Cell, Row
    from sscb_tui.services.tracker_lines import Line
    from sscb_tui.services.views import ActionRow

KEY_LINE = "B effect shown  G in time  A soon, slipped  R late, blocked  S silent"
"""The key to the colours, always in sight; `?` has it in full."""
COLUMNS = (
    Column("number", "No", width=6),
    Column("agency", "Agency", width=11),
    Column("action", "Action", least=15),
    Column("due", "Due", width=11),
    Column("slip", "Slip", width=5, align="right", drop=1),
    Column("state", "State", width=13),
    Column("evidence", "Evidence", width=12, drop=2),
)
RAG_CLASSES = {Rag.RED: "late", Rag.AMBER: "near", Rag.GREEN: "good", Rag.BLUE: "good", Rag.SILENT: "near"}
BRIEFLY = {ActionState.DONE_UNVERIFIED: "unverified"}
"""States too long for their column; the pane has them in full."""
FLAGS = {Gap.OWNER: "? owner", Gap.OWNERS: "? owners", Gap.OUTCOME: "? outcome", Gap.NUMBER: "? number"}
"""What is missing, as it stands before the action's words; agency and date are missed where they would stand."""

_S = ActionState
_LANES: tuple[tuple[str, frozenset[ActionState]], ...] = (
    ("Not started", frozenset({_S.PROPOSED, _S.NOT_STARTED})),
    ("Under way", frozenset({_S.IN_PROGRESS, _S.REOPENED})),
    ("Blocked", frozenset({_S.BLOCKED})),
    ("Done, not verified", frozenset({_S.DONE_UNVERIFIED})),
    ("Verified", frozenset({_S.VERIFIED})),
    ("Embedded", frozenset({_S.EMBEDDED, _S.CLOSED})),
    ("Given up", GIVEN_UP),
)


def cells(line: Line, today: date | None) -> Row:
    """One line of the list; its colour has a letter and a word."""
    action = line.action
    if action is None:
        return (line.label, line.agency or "—", line.thing.action, "—", "—", (_briefly(line), "near"), "—")
    slip = f"{action.slipped_days} d" if action.slipped_days else "—"
    rung = f"{action.evidence_rung} {RUNG_WORDS[action.evidence_rung - 1]}" if action.evidence_rung else "—"
    silent = ("silent",) if action.silent else ()
    words = " · ".join((*silent, *(FLAGS[gap] for gap in action.gaps if gap in FLAGS), action.action))
    return (line.label, line.agency or "? agency", words, _due(action, today), slip, _state(action), rung)


def _due(action: ActionRow, today: date | None) -> Cell:
    if action.due is None:
        return ("? date", "near")
    return (day(action.due, today), "late" if action.overdue else "")


def _state(action: ActionRow) -> Cell:
    look = "late" if action.overdue else RAG_CLASSES.get(action.rag, "")
    said = "overdue" if action.overdue else BRIEFLY.get(action.state, action.state.label)
    return (f"{action.rag.letter} {said}", look)


def _briefly(line: Line) -> str:
    return "? for the Board" if line.label[0] == "F" else "? no action"


def card(line: Line, today: date | None) -> tuple[Cell, Cell]:
    """Two lines: what it is, whose and by when; where it stands and what it says."""
    action = line.action
    if action is None:
        return (f"{line.label} {line.thing.pseudonym}", (f" {_briefly(line)} · {line.thing.action}", "near"))
    state = _state(action)
    due = "? date" if action.due is None else day(action.due, today)
    look = "" if isinstance(state, str) else state[1]
    words = state if isinstance(state, str) else state[0]
    return (f"{line.label} {due} {line.agency or '? agency'}", (f" {words} · {action.action}", look))


def lanes(lines: Sequence[Line]) -> tuple[Lane, ...]:
    """The board's columns: by state, what is no action yet among what is not started; none is left out unsaid."""
    held: dict[str, list[str]] = {title: [] for title, _ in _LANES}
    titles = {state: title for title, states in _LANES for state in states}
    for line in lines:
        held[titles[line.action.state] if line.action else "Not started"].append(line.key)
    return tuple(Lane(title, tuple(dict.fromkeys(keys))) for title, keys in held.items() if keys or title != "Given up")


def pane_of(end: OpenEnd) -> tuple[PaneLine, ...]:
    """What the pane says of a recommendation or a finding that waits for an action."""
    waits = "A finding that led to no recommendation: the Board answers it." if end.is_finding else "No action yet."
    return (
        plain("Finding" if end.is_finding else "Recommended", end.action, "bold"),
        plain("Waits", waits, "$text-warning"),
        *([plain("Themes", ", ".join(end.themes))] if end.themes else []),
        *([plain("Addressed to", end.level.label)] if end.level else []),
    )
