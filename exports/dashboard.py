"""The dashboard of the Board (X-13): the tracker and the decisions in figures, what is late, silent, or returns.

The Board reads every number; for anybody else the small-number rule holds, and no list of single actions is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from exports.action_rows import letter
from exports.counted import decisions_table, figure_table, listed, public_cross, public_decisions, public_table
from exports.escape import cell, inline
from exports.layout import NOT_SAID, OFFICIAL, Cover, Nobody, Sheet, closed, masthead, table
from exports.plan_groups import key_line
from sscb_tui.domain.days import by, shown
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.rules.rag import OVERRIDDEN
from sscb_tui.domain.rungs import RUNGS
from sscb_tui.domain.small_numbers import MEANING, alone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exports.layout import Masks
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.views import ActionRow
    from sscb_tui.services.views.dashboard import Figures

TITLE = "Dashboard of the Board"
_ROW = ("No", "Review", "Agency", "Action", "Due", "Colour", "Evidence", "Last heard")
_AGENCY = ("Agency", "Actions", "Open", "Overdue", "Silent", "Red", "Done", "Dates moved", "Days put off")


def dashboard(
    found: Figures, files: Sequence[CaseFile], board: BoardSettings, on: datetime, *, public: bool = False
) -> str:
    """The paper on that day; `files` are the cases of the actions it lists, so that their names can be left out."""
    cover = Cover(TITLE, f"As at {shown(found.on)}", found.total, marking=OFFICIAL)
    scope = inline(found.about) if found.about else "every review and agency"
    sheet = Sheet(Nobody())
    masthead(sheet, cover, (("About", scope), ("For", "the public" if public else "the Board")), board, on)
    if public:
        _public(sheet, found)
    else:
        _whole(sheet, found, {file.case.id: names_of(file) for file in files})
    return closed(sheet, cover, (inline(board.short_name),), board)


def _public(sheet: Sheet, found: Figures) -> None:
    sheet.heading("In short")
    sheet.paragraph(f"{alone(found.total)} in all.", "**Actions:**")
    sheet.paragraph(MEANING, "**Small numbers:**")
    sheet.heading("Actions by agency")
    public_cross(sheet, found.by_agency)
    sheet.heading("By theme")
    public_table(sheet, found.figure("theme"))
    sheet.heading("Decisions")
    public_decisions(sheet, found.decisions)


def _whole(sheet: Sheet, found: Figures, names: Mapping[str, Masks]) -> None:
    sheet.heading("In short")
    _short(sheet, found)
    for figure in found.figures:
        sheet.heading(figure.title)
        figure_table(sheet, figure)
        if figure.name == "colour":
            key_line(sheet)
        if figure.name == "agency":
            _agencies(sheet, found)
    _lists(sheet, found, names)
    _themes(sheet, found)
    sheet.heading("Decisions")
    decisions_table(sheet, found.decisions)


def _short(sheet: Sheet, found: Figures) -> None:
    """What a Board asks first; a red row of two cycles stands before it whatever else is green."""
    count = f"{found.total}, {found.open} open, {len(found.overdue)} overdue, {len(found.silent)} silent"
    sheet.paragraph(f"{count}, {found.unowned} without an owner.", "**Actions:**")
    red = len(found.red_for_two_cycles)
    sheet.paragraph(f"{red}, listed below." if red else "none.", "**Red for two cycles:**")
    sheet.paragraph(listed(each.theme for each in found.themes), "**Themes that come back:**")


def _agencies(sheet: Sheet, found: Figures) -> None:
    rows = [
        (
            cell(each.name),
            *map(str, (each.total, each.open, each.overdue, each.silent, each.red)),
            *map(str, (each.done, each.moves, each.slipped_days)),
        )
        for each in found.agencies
    ]
    if rows:
        sheet.add(*table(_AGENCY, rows))


def _lists(sheet: Sheet, found: Figures, names: Mapping[str, Masks]) -> None:
    """Single actions, longest waiting first."""
    lists = (
        ("Red for two cycles", found.red_for_two_cycles),
        ("Overdue", found.overdue),
        ("Silent for a quarter", found.silent),
    )
    for title, rows in lists:
        sheet.heading(title)
        _listed(sheet, rows, names, lambda row: by(row.due) + _late(row, found.on))
    sheet.heading("Tests of effect that are due")
    _listed(sheet, found.retests, names, lambda row: f"test {by(row.retest_due)}")


def _late(row: ActionRow, today: date) -> str:
    return f" ({(today - row.due).days} d)" if row.overdue and row.due else ""


def _listed(
    sheet: Sheet, rows: Sequence[ActionRow], names: Mapping[str, Masks], when: Callable[[ActionRow], str]
) -> None:
    if rows:
        sheet.add(*table(_ROW, [_row(sheet, row, names, when(row)) for row in rows]))
    else:
        sheet.paragraph("None.")


def _row(sheet: Sheet, row: ActionRow, names: Mapping[str, Masks], due: str) -> tuple[str, ...]:
    sheet.names = names.get(row.case_id, Nobody())
    return (
        f"A-{row.number} {row.recommendation}",
        cell(f"{row.reference} {row.pseudonym}"),
        cell(row.agency) or "**no agency**",
        sheet.cell(row.action),
        due,
        letter(row.rag) + (f", {OVERRIDDEN}" if row.overridden else ""),
        f"{row.evidence_rung} {RUNGS[row.evidence_rung]}",
        shown(row.last_update.date()) if row.last_update else NOT_SAID,
    )


def _themes(sheet: Sheet, found: Figures) -> None:
    """The same lesson again: what became of what was done about it before."""
    sheet.heading("Themes that come back")
    if not found.themes:
        sheet.paragraph("None: no theme stands in two reviews.")
        return
    rows = [
        (
            cell(each.theme),
            cell(", ".join(each.reviews)),
            str(each.actions),
            "; ".join(f"{words} {count}" for words, count in each.earlier.items()) or NOT_SAID,
        )
        for each in found.themes
    ]
    sheet.add(*table(("Theme", "Reviews", "Actions", "Actions of the earlier ones"), rows))
