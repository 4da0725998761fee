"""Rounds of progress: agencies asked before a meeting, their answers taken, letters drafted where none come."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say, say_json, say_table
from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import PaperText
    from sscb_tui.services.views.rounds import ProgressTaken, ProposedDate, RoundRow

_DAY = click.DateTime(["%Y-%m-%d"])
_folder = click.Path(file_okay=False, exists=True, path_type=Path)


@click.group()
def progress() -> None:
    """Ask agencies how far their actions are, and take their answers."""


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code.strip().upper() for code in given))


@progress.command()
@click.option(
    "--agency", "agencies", multiple=True, metavar="CODE", help="An agency to ask; else all with open actions."
)
@click.option("--for", "meeting_on", required=True, type=_DAY, metavar="DATE", help="The meeting it is for.")
@click.option("--due", type=_DAY, metavar="DATE", help="Answer by; else 15 working days before the meeting.")
@click.option("--out", required=True, type=_folder, metavar="DIR", help="Where the forms are written.")
@click.option("--force", is_flag=True, help="Write over files that are already there.")
@pass_session
def request(
    session: Session, agencies: tuple[str, ...], meeting_on: datetime, due: datetime | None, out: Path, force: bool
) -> None:
    """Ask agencies about the open actions they lead: one Markdown form each, written into a folder."""
    with session.acts() as (services, actor), services.record.atomic(actor, "progress asked for"):
        asked = services.rounds.ask(actor, meeting_on.date(), _codes(agencies), due.date() if due else None)
        _kept(out, [services.rounds.pack(each.id) for each in asked], force=force)


def _kept(out: Path, papers: Sequence[PaperText], *, force: bool) -> None:
    paths = [out / paper.filename for paper in papers]
    refuse_overwriting(paths, force=force)
    for path, paper in zip(paths, papers, strict=True):
        keep(path, paper.markdown)
        say(str(path))


@progress.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
@pass_session
def take(session: Session, files: tuple[Path, ...], as_json: bool) -> None:
    """Take filled forms, all of the files whole or none of them; prints a receipt and what came of every row."""
    with session.acts() as (services, actor), services.record.atomic(actor, "progress imported"):
        taken = _take_all(services, actor, files)
    if as_json:
        say_json(taken)
        return
    for each in taken:
        _tell(each)


def _take_all(services: Services, actor: Actor, files: tuple[Path, ...]) -> list[ProgressTaken]:
    """Every file's problems together, so that all can be mended at once."""
    taken: list[ProgressTaken] = []
    wrong: list[Problem] = []
    for file in files:
        try:
            taken.append(services.rounds.take(actor, file.name, file.read_bytes()))
        except InputError as error:
            wrong += [Problem(f"{file}: {each.where}", each.what, each.allowed, each.line) for each in error.problems]
    if wrong:
        raise InputError(wrong)
    return taken


def _tell(taken: ProgressTaken) -> None:
    receipt = taken.receipt
    say(f"{receipt.file}  sha256 {receipt.sha256}  taken {receipt.at.isoformat(timespec='seconds')}")
    say_table([(f"  A-{row.number}", "; ".join(row.says)) for row in taken.rows], none="  nothing new")
    if taken.silent_on:
        say(f"  silent on {', '.join(f'A-{number}' for number in taken.silent_on)}")


@progress.command()
@json_option
@pass_session
def status(session: Session, as_json: bool) -> None:
    """Who was asked, who answered, who is silent and for how long; dates that agencies ask for."""
    with session.services() as services:
        rounds, proposals = services.rounds.rows(), services.rounds.proposals()
    if as_json:
        say_json({"rounds": rounds, "proposals": proposals})
        return
    say_table([_round(row) for row in rounds], none="No agency has been asked yet.")
    if proposals:
        say("")
        say_table([_proposal(each) for each in proposals], none="")


def _round(row: RoundRow) -> tuple[str, ...]:
    said = f"asked {row.asked_on.isoformat()} of {row.asked}"
    return (row.agency, f"meeting {row.meeting_on.isoformat()}", said, f"due {row.due.isoformat()}", _answer(row))


def _answer(row: RoundRow) -> str:
    """In words: silence is said, and for how long."""
    if row.answered_at:
        silent = ", ".join(f"A-{number}" for number in row.silent_on)
        return f"answered {row.answered_at.date().isoformat()}" + (f", silent on {silent}" if silent else "")
    if not row.late:
        return "awaited"
    missed = f", missed {row.missed_before} before" if row.missed_before else ""
    letter = f"; next: {row.letter.label}" if row.letter else ""
    days = "working day" if row.late == 1 else "working days"
    return f"SILENT for {row.late} {days}{missed}{letter}"


def _proposal(each: ProposedDate) -> tuple[str, ...]:
    due = each.due.isoformat() if each.due else "no date"
    return (f"A-{each.number}", each.agency, f"due {due}", f"asks for {each.proposed.isoformat()}", each.reason)


@progress.command()
@click.option("--agency", "agencies", multiple=True, metavar="CODE", help="To one agency; else to all that are silent.")
@click.option("--out", type=_folder, metavar="DIR", help="Write each to a file; else they are printed.")
@click.option("--force", is_flag=True, help="Write over files that are already there.")
@pass_session
def letters(session: Session, agencies: tuple[str, ...], out: Path | None, force: bool) -> None:
    """Draft the next letter to each agency that has not answered; nothing is sent.

    Reminder to the owners from the first working day late, to the senior officer from the sixth, from the Chair to the
    chief officer from the eleventh; and an entry for the Board's challenge log when an agency misses twice.
    """
    with session.services() as services:
        papers = services.rounds.letters(_codes(agencies))
    if not papers:
        say("Nobody is late with an answer.")
    elif out:
        _kept(out, papers, force=force)
    else:
        say("\n\n".join(paper.markdown for paper in papers))
