"""The papers people circulate, as Markdown; the chronology as CSV too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import Paper

if TYPE_CHECKING:
    from sscb_tui.services.views import PaperText


PAPERS = tuple(paper.value for paper in Paper if paper is not Paper.PANEL)
"""The panel's version is asked for as what it is: the decision, with --panel."""


@click.command()
@click.argument("paper", type=click.Choice(PAPERS))
@reference_argument
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="PATH", help="Write to this file; letters into this folder."
)
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@click.option("--csv", "as_csv", is_flag=True, help="The chronology as CSV; no other paper has this form.")
@click.option("--panel", "for_panel", is_flag=True, help="The decision as the national panel is sent it.")
@pass_session
def export(
    session: Session, paper: str, reference: str, out: Path | None, force: bool, as_csv: bool, for_panel: bool
) -> None:
    """Write a paper of a case: meeting pack, minutes, recommendation, decision record, notice to the Board, letters.

    Also the action plan, the integrated chronology, the early-learning note, terms of reference and commission. Papers
    are Markdown. Letters are one text, or with --out a file each in that folder, beside their checklist. In CSV, a cell
    that a spreadsheet would run as a formula (one that begins with =, +, -, @, a tab or a line break) gets a leading
    apostrophe.
    """
    wanted = _wanted(paper, as_csv=as_csv, for_panel=for_panel)
    with session.services() as services:
        case_id = services.desk.case(reference).id
        if wanted is Paper.LETTERS and out is not None:
            _each(services.notices.letters(case_id), out, force=force)
            return
        desk = services.papers
        if out is not None:
            _refuse_folder(out)
            refuse_overwriting([out], force=force)
        text = desk.chronology_csv(case_id) if as_csv else desk.render(wanted, case_id).markdown
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        keep(out, text)
        say(str(out))


def _wanted(paper: str, *, as_csv: bool, for_panel: bool) -> Paper:
    """The paper the options ask for; an option that does not fit is refused."""
    if as_csv and paper != Paper.CHRONOLOGY:
        raise InputError([Problem("--csv", f"the {paper} is not a table.", "chronology")])
    if for_panel and paper != Paper.DECISION:
        raise InputError([Problem("--panel", f"the {paper} is not sent to the panel.", "decision")])
    return Paper.PANEL if for_panel else Paper(paper)


def _refuse_folder(out: Path) -> None:
    if out.is_dir():
        raise InputError([Problem(str(out), "is a folder.", "the name of a file")])


def _each(letters: tuple[PaperText, ...], folder: Path, *, force: bool) -> None:
    """Every letter in a file of its own, or none at all."""
    files = [folder / letter.filename for letter in letters]
    refuse_overwriting(files, force=force)
    for file, letter in zip(files, letters, strict=True):
        keep(file, letter.markdown)
        say(str(file))
