"""The papers people circulate, as Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say
from sscb_tui.domain.terms import Paper


@click.command()
@click.argument("paper", type=click.Choice([paper.value for paper in Paper]))
@reference_argument
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@pass_session
def export(session: Session, paper: str, reference: str, out: Path | None, force: bool) -> None:
    """Write the minutes, the recommendation, the decision record or the action plan of a case."""
    if out is not None:
        refuse_overwriting([out], force=force)
    with session.services() as services:
        text = services.papers.render(Paper(paper), services.desk.case(reference).id).markdown
    if out is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        keep(out, text)
        say(str(out))
