"""The papers people circulate, as Markdown: of a case, or across cases; the chronology as CSV too."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import Paper

if TYPE_CHECKING:
    from collections.abc import Callable

    from sscb_tui.services.views import PaperText


PAPERS = tuple(paper for paper in Paper if paper not in (Paper.PANEL, Paper.PLAN))
"""The panel's version is asked for as what it is: the decision, with --panel; plans may be of several cases."""

_FIRST, _LAST = 1990, 2200
out_option = click.option(
    "--out", type=click.Path(path_type=Path), metavar="PATH", help="Write to this file; letters into this folder."
)
force_option = click.option("--force", is_flag=True, help="Write over a file that is already there.")
references_argument = click.argument("references", metavar="[REF]...", nargs=-1)
"""Which cases, where a paper may be of several."""
csv_option = click.option("--csv", "as_csv", is_flag=True, help="The chronology as CSV; no other paper has this form.")
panel_option = click.option("--panel", "for_panel", is_flag=True, help="The decision as the national panel is sent it.")


@click.group()
def export() -> None:
    """Write a paper of a case, or one across cases.

    Papers are Markdown. Letters are one text, or with --out a file each in that folder, beside their checklist. In CSV,
    a cell that a spreadsheet would run as a formula (one that begins with =, +, -, @, a tab or a line break) gets a
    leading apostrophe.
    """


def _of_a_case(paper: Paper) -> click.Command:
    """The command that writes one paper of one case."""

    @click.command(paper.value, short_help=f"The {paper.label} of a case.")
    @reference_argument
    @out_option
    @force_option
    @csv_option
    @panel_option
    @pass_session
    def write(session: Session, reference: str, out: Path | None, force: bool, as_csv: bool, for_panel: bool) -> None:
        wanted = _wanted(paper, as_csv=as_csv, for_panel=for_panel)
        _write(session, wanted, reference, out, force=force, as_csv=as_csv)

    write.help = f"Write the {paper.label} of a case."
    return write


for each in PAPERS:
    export.add_command(_of_a_case(each))


@export.command(short_help="The action plan of a case, of several, or of all.")
@references_argument
@out_option
@force_option
@csv_option
@panel_option
@pass_session
def plan(
    session: Session, references: tuple[str, ...], out: Path | None, force: bool, as_csv: bool, for_panel: bool
) -> None:
    """Write the action plan of one case; of several cases, or without any of all, the composite plan."""
    wanted = _wanted(Paper.PLAN, as_csv=as_csv, for_panel=for_panel)
    if len(references) == 1:
        _write(session, wanted, references[0], out, force=force, as_csv=False)
        return
    with session.services() as services:
        case_ids = [services.desk.case(reference).id for reference in references]
        put_out(lambda: services.board_papers.plan(case_ids).markdown, out, force=force)


@export.command()
@click.argument("agency", metavar="AGENCY")
@references_argument
@out_option
@force_option
@pass_session
def extract(session: Session, agency: str, references: tuple[str, ...], out: Path | None, force: bool) -> None:
    """Write one agency's actions out of the plan, each with a box for its update; of these cases, or of all."""
    with session.services() as services:
        case_ids = [services.desk.case(reference).id for reference in references]
        put_out(lambda: services.board_papers.extract(agency.upper(), case_ids).markdown, out, force=force)


@export.command()
@references_argument
@click.option("--agency", default="", metavar="CODE", help="Of this agency's actions alone.")
@click.option("--public", is_flag=True, help="What may be public: counts of 1 to 4 are kept back, nothing is listed.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="One page for a browser, figures drawn.")
@click.option("--svg", type=click.Path(path_type=Path), metavar="DIR", help="Each figure as a drawing, in this folder.")
@out_option
@force_option
@pass_session
def dashboard(
    session: Session,
    references: tuple[str, ...],
    agency: str,
    public: bool,
    html: Path | None,
    svg: Path | None,
    out: Path | None,
    force: bool,
) -> None:
    """Write the Board's dashboard: the tracker and the decisions in figures; of these cases, or of all."""
    if public and svg is not None:
        raise InputError([Problem("--svg", "is not for the public: the lengths of bars tell small numbers.")])
    with session.services() as services:
        case_ids = [services.desk.case(reference).id for reference in references]
        desk, code = services.board_papers, agency.upper()
        if svg is not None:
            _drawings(desk.drawings(case_ids, code), svg, force=force)
        if html is not None:
            put_out(lambda: desk.dashboard_page(case_ids, code, public=public).markdown, html, force=force)
        if out is not None or (html is None and svg is None):
            put_out(lambda: desk.dashboard(case_ids, code, public=public).markdown, out, force=force)


@export.command()
@click.option(
    "--year", type=int, metavar="YYYY", help="The year in which it ends on 31 March; without it the last one over."
)
@out_option
@force_option
@pass_session
def annual(session: Session, year: int | None, out: Path | None, force: bool) -> None:
    """Write the learning section of the annual report: public, small numbers kept back, every claim with its entry."""
    if year is not None and not _FIRST <= year <= _LAST:
        raise InputError([Problem("--year", f"{year} is not a year.", "for example 2027, for 2026/27")])
    with session.services() as services:
        year_end = date(year, 3, 31) if year else None
        put_out(lambda: services.board_papers.annual(year_end).markdown, out, force=force)


@export.command()
@references_argument
@out_option
@force_option
@pass_session
def statistics(session: Session, references: tuple[str, ...], out: Path | None, force: bool) -> None:
    """Write every action in codes and numbers for a spreadsheet (CSV); no word that anybody typed is in it."""
    with session.services() as services:
        case_ids = [services.desk.case(reference).id for reference in references]
        put_out(lambda: services.board_papers.statistics(case_ids).markdown, out, force=force)


def _drawings(drawings: dict[str, str], folder: Path, *, force: bool) -> None:
    """Each figure in a file of its own, or none at all."""
    refuse_overwriting([folder / name for name in drawings], force=force)
    for name, drawing in drawings.items():
        keep(folder / name, drawing)
        say(str(folder / name))


def _write(session: Session, paper: Paper, reference: str, out: Path | None, *, force: bool, as_csv: bool) -> None:
    with session.services() as services:
        case_id = services.desk.case(reference).id
        if paper is Paper.LETTERS and out is not None:
            _each(services.notices.letters(case_id), out, force=force)
            return
        desk = services.papers
        put_out(
            lambda: desk.chronology_csv(case_id) if as_csv else desk.render(paper, case_id).markdown, out, force=force
        )


def put_out(write: Callable[[], str], out: Path | None, *, force: bool) -> None:
    """Print a text, or keep it in a file whose name is then answered; nothing is written over unasked."""
    if out is None:
        text = write()
        click.echo(text, nl=not text.endswith("\n"))
        return
    if out.is_dir():
        raise InputError([Problem(str(out), "is a folder.", "the name of a file")])
    refuse_overwriting([out], force=force)
    keep(out, write())
    say(str(out))


def _wanted(paper: Paper, *, as_csv: bool, for_panel: bool) -> Paper:
    """The paper the options ask for; an option that does not fit is refused."""
    if as_csv and paper != Paper.CHRONOLOGY:
        raise InputError([Problem("--csv", f"the {paper} is not a table.", "chronology")])
    if for_panel and paper != Paper.DECISION:
        raise InputError([Problem("--panel", f"the {paper} is not sent to the panel.", "decision")])
    return Paper.PANEL if for_panel else paper


def _each(letters: tuple[PaperText, ...], folder: Path, *, force: bool) -> None:
    """Every letter in a file of its own, or none at all."""
    files = [folder / letter.filename for letter in letters]
    refuse_overwriting(files, force=force)
    for file, letter in zip(files, letters, strict=True):
        keep(file, letter.markdown)
        say(str(file))
