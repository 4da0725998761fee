"""The merged chronology: spreadsheets in, every agency's rows out in one order."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table

if TYPE_CHECKING:
    from sscb_tui.services.views import ChronologyEntry, ChronologyGap, MergedChronology


@click.group()
def chronology() -> None:
    """Merge agencies' chronologies, each row in its own words."""


@chronology.command("import")
@reference_argument
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_session
def take(session: Session, reference: str, file: Path) -> None:
    """Take a chronology kept in a spreadsheet, the file whole or nothing of it; prints a receipt.

    FILE is CSV (UTF-8; commas, semicolons or tabs) under the header date, agency, event and, if wanted, source.
    Dates stay as typed, whatever they say: "12 Oct 2026", "early March 2012", "two days later", "?" or nothing. An
    agency goes by its code or a name from the Board's list. Rows stand in the order of the file.
    """
    with session.acts() as (services, actor):
        case = services.desk.case(reference)
        taken = services.chronologies.take(actor, case.id, file.name, file.read_bytes())
    undated = sum(filed.row.on.earliest is None for filed in taken.rows)
    receipt = taken.receipt
    say(f"{receipt.file}  sha256 {receipt.sha256}  taken {receipt.at.isoformat(timespec='seconds')}")
    say(f"{len(taken.rows)} rows, {undated} of them without a date that says a day, month or year")


@chronology.command()
@reference_argument
@json_option
@click.option("--key", is_flag=True, help="Only what the agencies marked as key events.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only rows that may fall on this day or later, and undated rows that follow one of them.",
)
@pass_session
def show(session: Session, reference: str, as_json: bool, key: bool, since: datetime | None) -> None:
    """Show every agency's rows in one order, dates and words as typed.

    A range stands at its earliest day; an undated row stays behind the row it follows in its agency's document, or
    goes to the end. Rows that may tell of one event carry the same number (=1), or (!1) where the accounts differ;
    nothing is merged. Silences of four weeks and more are named, always from all rows.

    \b
    With --json: {"rows": [{"date", "earliest", "latest", "precision", "agency", "event",
    "source", "key"}], "gaps": [{"kind", "days", "from", "to", "words"}]}; days are
    YYYY-MM-DD or null, precision is one of exact, approximate, month, year, season, range,
    undated; kind is "unseen" or "without contact".
    """
    with session.services() as services:
        case = services.desk.case(reference)
        found = services.chronologies.merged(case.id, key=key, since=since.date() if since else None)
    if as_json:
        say_json({"rows": [_row(row) for row in found.rows], "gaps": [_gap(gap) for gap in found.gaps]})
    else:
        _tell(found)


def _tell(found: MergedChronology) -> None:
    say_table([_cells(row) for row in found.rows], none="No chronology rows.")
    for gap in found.gaps:
        say(f"Gap  {gap.first.isoformat()} to {gap.last.isoformat()}: {gap.words}")


def _cells(row: ChronologyEntry) -> tuple[str, ...]:
    days = sorted({day.isoformat() for day in (row.earliest, row.latest) if day})
    mark = "!" if row.differs else "="
    marks = ("*" if row.key else "", *(f"{mark}{number}" for number in row.same))
    return row.text or "?", " to ".join(days) or "no day said", row.agency, " ".join(filter(None, marks)), row.event


def _row(row: ChronologyEntry) -> dict[str, object]:
    """What another program reads; its keys are stable."""
    return {
        "date": row.text,
        "earliest": row.earliest,
        "latest": row.latest,
        "precision": row.precision,
        "agency": row.agency,
        "event": row.event,
        "source": row.source,
        "key": row.key,
    }


def _gap(gap: ChronologyGap) -> dict[str, object]:
    return {"kind": gap.kind, "days": gap.days, "from": gap.first, "to": gap.last, "words": gap.words}
