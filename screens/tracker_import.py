"""Somebody's tracker on its way in: what each column is taken for, what becomes of each row, and then it is written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from screens.asking import carry_out
from screens.dialogs.choose import Choose
from screens.dialogs.confirm import confirmed
from screens.dialogs.listing import Listing
from screens.forms.spec import Field, Kind, Section
from screens.widgets.columns import fit
from sscb_tui.domain.text import shown_line
from sscb_tui.domain.trackers.columns import Column
from sscb_tui.services.imports import ImportTerms
from sscb_tui.services.views.imports import Verdict

if TYPE_CHECKING:
    from screens.base import Page
    from screens.forms.spec import Entry
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views.imports import ImportedRow, ImportReport, OpenedTracker

_WIDEST, _HEADING, _LABEL = 100, 22, 21
"""Cells of the widest dialog, of a heading and of what a column is taken for."""
_SIGNS = {
    Verdict.NEW: "+ new",
    Verdict.CHANGED: "~ changed",
    Verdict.SAME: "= same",
    Verdict.REFUSED: "✗ refused",
    Verdict.LEFT_OUT: "- left out",
}
_LOOKS = {Verdict.NEW: "$text-success", Verdict.CHANGED: "$text-warning", Verdict.REFUSED: "$text-error"}
_MOVED = Section(
    "Dates moved",
    (
        Field("reason", "Why dates moved", Kind.LONG, required=True, help="For every row whose date is another here."),
        Field("approved_by", "Approved by", required=True),
    ),
)


class Columns(Listing):
    """Every column of the file, and what it is taken for."""

    FOOT = "Enter changes what a column holds · r shows what becomes of every row · Esc leaves; nothing is written"
    WITHOUT_ROW = ("rows",)
    BINDINGS = [Binding("r", "choose('rows')", "Rows", id="import.rows", tooltip="See what becomes of every row")]


class Rows(Listing):
    """Every row of the file, and what becomes of it."""

    FOOT = (
        "Enter leaves a row out, or takes it again · b a blank recommendation means the one above, or not · d says why "
        "dates moved · w writes the file · Esc to the columns"
    )
    WITHOUT_ROW = ("write", "moved", "carry")
    BINDINGS = [
        Binding("w", "choose('write')", "Write", id="import.write", tooltip="Write every row, after one question more"),
        Binding(
            "b", "choose('carry')", "Blank", id="import.blank", tooltip="A blank recommendation means the one above"
        ),
        Binding("d", "choose('moved')", "Dates", id="import.moved", tooltip="Say why dates moved and who approved it"),
    ]


async def taken_in(page: Page, opened: OpenedTracker, case_id: str) -> None:
    """Columns, then rows, back and forth until the file is written or left; what was chosen is kept meanwhile."""
    terms, at = ImportTerms(case_id=case_id), "0"
    while (
        chosen := await page.app.push_screen_wait(Columns(_title(opened), _columns(opened, page.size.width), at))
    ) is not None:
        at = chosen.row or at
        if chosen.what == "open":
            opened = await _changed(page, opened, int(chosen.row))
            continue
        answer = await _rows(page, opened, terms)
        if answer is None:
            return
        terms = answer


def _title(opened: OpenedTracker) -> str:
    sheet = f", sheet {opened.sheet.name}" if opened.sheet.name else ""
    return f"{opened.file}{sheet}: header in row {opened.table.at}, {len(opened.table.lines)} rows"


def _columns(opened: OpenedTracker, width: int) -> list[tuple[str, Content]]:
    """Heading, what it is taken for, and what stands below it, each column on one line; then what the file withheld."""
    table, room = opened.table, max(10, min(_WIDEST, width * 95 // 100) - _HEADING - _LABEL - 10)
    named = enumerate(zip(table.headings, opened.columns, strict=True))
    lines = [(str(at), _column(heading, column, table.sample(at), room)) for at, (heading, column) in named]
    return lines + [
        ("", Content.assemble(("note  ", "$text-warning"), shown_line(each))) for each in opened.sheet.remarks
    ]


def _column(heading: str, column: Column, sample: tuple[str, ...], room: int) -> Content:
    label = {Column.NOTE: "kept in words", Column.NOTHING: "left out"}.get(column, column.label)
    look = "$text-muted" if column in (Column.NOTE, Column.NOTHING) else "bold"
    below = fit(" | ".join(sample), room)
    named = fit(heading or "(no heading)", _HEADING)
    return Content.assemble(named, "  ", (fit(label, _LABEL), look), "  ", (below, "$text-muted"))


async def _changed(page: Page, opened: OpenedTracker, place: int) -> OpenedTracker:
    """What one column is to hold instead; ours stand in one column only."""
    options = [(column.value, _column_words(column)) for column in Column]
    heading = opened.table.headings[place] or f"column {place + 1}"
    said = await page.app.push_screen_wait(Choose(f"What does {heading!r} hold?", options))
    if said is None:
        return opened
    column = Column(said)
    columns = [Column.NOTE if each is column and not column.many else each for each in opened.columns]
    columns[place] = column
    return replace(opened, columns=tuple(columns))


def _column_words(column: Column) -> str:
    return {Column.NOTE: "none of ours: kept in words", Column.NOTHING: "nothing: left out"}.get(column, column.label)


async def _rows(page: Page, opened: OpenedTracker, terms: ImportTerms) -> ImportTerms | None:
    """What becomes of every row, until it is written (None) or one goes back to the columns."""
    at = ""
    while True:
        report = await page.ask(partial(_tried, actor=page.actor, opened=opened, terms=terms))
        if report is None:
            return terms
        chosen = await page.app.push_screen_wait(Rows(_summary(report), _lines(report), at))
        if chosen is None:
            return terms
        at = chosen.row
        if chosen.what == "open":
            terms = replace(terms, without=terms.without ^ {int(chosen.row)})
        elif chosen.what == "carry":
            terms = replace(terms, carried_down=not terms.carried_down)
        elif chosen.what == "moved":
            terms = await _moved(page, terms)
        elif await _written(page, opened, terms, report):
            return None


def _tried(services: Services, *, actor: Actor, opened: OpenedTracker, terms: ImportTerms) -> ImportReport:
    return services.imports.preview(actor, opened, terms)


def _summary(report: ImportReport) -> str:
    counted = ", ".join(f"{count} {each.label}" for each in Verdict if (count := report.count(each)))
    return f"Nothing is written yet: {counted}"


def _lines(report: ImportReport) -> list[tuple[str, Content]]:
    return [(str(row.number), _line(row)) for row in report.rows]


def _line(row: ImportedRow) -> Content:
    sign = (f"{_SIGNS[row.verdict]:<11}", _LOOKS.get(row.verdict, "$text-muted"))
    says = shown_line("; ".join(filter(None, row.says)))
    return Content.assemble(f"{row.number:>5}  ", sign, f"{row.what:<16} ", (says, "$text-muted"))


async def _moved(page: Page, terms: ImportTerms) -> ImportTerms:
    """Why dates moved and who approved it, for the whole file."""
    given: list[Entry] = []

    def keep(services: Services, actor: Actor, answer: Entry) -> object:
        given.append(answer)
        return None

    before = {"reason": terms.reason, "approved_by": terms.approved_by}
    if not await carry_out(page, _MOVED, keep, values=before):
        return terms
    return replace(terms, reason=str(given[-1]["reason"]), approved_by=str(given[-1]["approved_by"]))


async def _written(page: Page, opened: OpenedTracker, terms: ImportTerms, report: ImportReport) -> bool:
    """Write it after one question more; a file with a refused row is not written, and says which."""
    if report.refused:
        said = "\n".join(map(str, report.refused))
        page.notify(said, title="Not written: mend these rows or leave them out", severity="warning", markup=False)
        return False
    said = f"{_summary(report).partition(': ')[2]}. Write these rows to the tracker?"
    if not await confirmed(page.app, said, "write them", "look again"):
        return False
    actor = page.actor
    done = await page.ask(lambda services: (services.imports.take(actor, opened, terms), services.desk.now()))
    if done is None:
        return False
    page.saved(done[1])
    page.notify(f"On the tracker: {_summary(done[0]).partition(': ')[2]}.", markup=False)
    return True
