"""Trackers as spreadsheets: somebody else's in, shown before anything is written, and ours out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, keep_bytes, refuse_overwriting, say, say_json, say_table
from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscb_tui.services.container import Services
    from sscb_tui.services.imports import ImportTerms
    from sscb_tui.services.views.imports import ImportedRow, ImportReport, OpenedTracker

ORIGINS = ("scr", "alternative", "scoping", "agency", "national")


@click.group()
def tracker() -> None:
    """Take in trackers kept in spreadsheets, and write ours out as one."""


@tracker.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--case", "reference", metavar="REF", default="", help="The case of rows that name none.")
@click.option("--sheet", default="", metavar="NAME", help="The workbook's sheet; else the first not hidden.")
@click.option("--map", "said", multiple=True, metavar="HEADING=WHAT", help='What a column holds: "Lead=owner".')
@click.option("--origin", type=click.Choice(ORIGINS), default="scr", show_default=True, help="Where rows do not say.")
@click.option("--reason", default="", help="Why dates moved, where the file has another than is held.")
@click.option("--approved-by", default="", help="Who approved those moves.")
@click.option("--carry-down", is_flag=True, help="A blank recommendation means the one above it.")
@click.option("--without", default="", metavar="ROWS", help="Rows to leave out, for example 7,12.")
@click.option("--write", is_flag=True, help="Write it; without this, what would happen is only shown.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@pass_session
def take(
    session: Session,
    /,
    file: Path,
    reference: str,
    sheet: str,
    said: tuple[str, ...],
    write: bool,
    as_json: bool,
    carry_down: bool,
    **terms: str,
) -> None:
    """Take actions and recommendations from a CSV or XLSX tracker, all rows or none.

    Shows first what each column is taken for, then what becomes of every row. Nothing is written without --write.
    What a column may hold: case, number, number_given, recommendation_number, recommendation, action, outcome,
    measure, agency, contributing, owner, agreed, start, first_due, due, state, rag, progress, evidence, themes,
    origin, level, note (kept in words), - (left out).
    """
    from dataclasses import replace

    from sscb_tui.domain.trackers.columns import changed

    with session.acts() as (services, actor):
        opened = services.imports.open(file.read_bytes(), file.name, sheet)
        opened = replace(opened, columns=changed(opened.table.headings, opened.columns, _mapping(said)))
        wanted = replace(_terms(services, reference, terms), carried_down=carry_down)
        report = services.imports.preview(actor, opened, wanted)
        if write and not report.refused:
            report = services.imports.take(actor, opened, wanted)
    _answer(opened, report, as_json=as_json, asked=write)


def _mapping(said: tuple[str, ...]) -> Mapping[str, str]:
    pairs = [each.rpartition("=") for each in said]
    if wrong := [each for each, pair in zip(said, pairs, strict=True) if not (pair[0].strip() and pair[2].strip())]:
        raise InputError([Problem("--map", f"{each!r} is not HEADING=WHAT.", '"Lead=owner"') for each in wrong])
    return {heading.strip(): what.strip() for heading, _, what in pairs}


def _terms(services: Services, reference: str, said: Mapping[str, str]) -> ImportTerms:
    from sscb_tui.domain.terms import Origin
    from sscb_tui.services.imports import ImportTerms

    return ImportTerms(
        case_id=services.desk.case(reference).id if reference else "",
        origin=Origin(said["origin"]),
        reason=said["reason"],
        approved_by=said["approved_by"],
        without=_rows(said["without"]),
    )


def _rows(said: str) -> frozenset[int]:
    parts = [part.strip() for part in said.split(",") if part.strip()]
    if wrong := [part for part in parts if not (part.isascii() and part.isdigit())]:
        raise InputError([Problem("--without", f"{', '.join(wrong)} is no row.", "numbers of rows, as in 7,12")])
    return frozenset(map(int, parts))


def _answer(opened: OpenedTracker, report: ImportReport, *, as_json: bool, asked: bool) -> None:
    """What was understood and what became of it; a file that cannot be taken ends in its refusals."""
    if asked and report.refused:
        raise InputError(report.refused)
    if as_json:
        columns = dict(zip(opened.table.headings, opened.columns, strict=True))
        say_json({"columns": columns, "remarks": report.remarks, "written": report.written, "rows": report.rows})
        return
    say_table(_columns(opened), none="No columns.")
    for remark in report.remarks:
        say(f"note: {remark}")
    say("")
    say_table([_cells(row) for row in report.rows], none="No rows.")
    say("")
    say(_summary(report))


def _columns(opened: OpenedTracker) -> list[tuple[str, str, str]]:
    table = opened.table
    named = zip(table.headings, opened.columns, strict=True)
    return [
        (heading or f"column {place + 1}", f"→ {column.label}", " | ".join(table.sample(place, 2))[:60])
        for place, (heading, column) in enumerate(named)
    ]


def _cells(row: ImportedRow) -> tuple[str, ...]:
    return (f"row {row.number}", row.verdict.label, row.what, "; ".join(filter(None, row.says)))


def _summary(report: ImportReport) -> str:
    from sscb_tui.services.views.imports import Verdict

    counted = [f"{count} {each.label}" for each in Verdict if (count := report.count(each))]
    if report.written:
        return f"Written: {', '.join(counted)}."
    refused = "Rows are refused: mend them or leave them out (--without). " if report.refused else ""
    return f"Nothing is written yet: {', '.join(counted)}. {refused}Add --write to take the file."


@tracker.command()
@click.argument("reference", metavar="[REF]", required=False)
@click.option("--csv", "csv_file", type=click.Path(dir_okay=False, path_type=Path), help="Write CSV here.")
@click.option("--xlsx", "xlsx_file", type=click.Path(dir_okay=False, path_type=Path), help="Write a workbook here.")
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@pass_session
def export(session: Session, reference: str | None, csv_file: Path | None, xlsx_file: Path | None, force: bool) -> None:
    """Write the tracker, of every case or of one, as a spreadsheet that `sscb tracker import` reads again."""
    paths = [path for path in (csv_file, xlsx_file) if path]
    if not paths:
        raise InputError([Problem("tracker export", "names no file.", "--csv FILE or --xlsx FILE")])
    refuse_overwriting(paths, force=force)
    with session.services() as services:
        case_id = services.desk.case(reference).id if reference else None
        if csv_file:
            keep(csv_file, services.imports.csv(case_id))
        if xlsx_file:
            keep_bytes(xlsx_file, services.imports.xlsx(case_id))
    for path in paths:
        say(str(path))
