"""The papers people circulate, as Markdown; the chronology as CSV too."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import Paper


@click.command()
@click.argument("paper", type=click.Choice([paper.value for paper in Paper]))
@reference_argument
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@click.option("--csv", "as_csv", is_flag=True, help="The chronology as CSV; no other paper has this form.")
@pass_session
def export(session: Session, paper: str, reference: str, out: Path | None, force: bool, as_csv: bool) -> None:
    """Write the meeting pack, minutes, recommendation, decision record, action plan, chronology or early-learning note.

    Papers are Markdown. In CSV, a cell that a spreadsheet would run as a formula (one that begins with =, +, -, @, a
    tab or a line break) is given a leading apostrophe.
    """
    if as_csv and paper != Paper.CHRONOLOGY:
        raise InputError([Problem("--csv", f"the {paper} is not a table.", "chronology")])
    if out is not None:
        refuse_overwriting([out], force=force)
    with session.services() as services:
        case_id = services.desk.case(reference).id
        desk = services.papers
        text = desk.chronology_csv(case_id) if as_csv else desk.render(Paper(paper), case_id).markdown
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        keep(out, text)
        say(str(out))
