"""The demonstration: fictional cases at several stages, in a throwaway database or in a file of its own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import refuse_overwriting, say
from sscb_tui.domain.errors import InputError, Problem

PERSON = "B. Manager"
"""Who acts in the demonstration unless --as says otherwise."""


@click.command()
@click.option(
    "--write", type=click.Path(dir_okay=False, path_type=Path), metavar="PATH", help="Fill this new database and exit."
)
@click.option("--year", is_flag=True, help="With a Board's tracker behind it: three reviews and 150 actions.")
@pass_session
def demo(session: Session, write: Path | None, *, year: bool) -> None:
    """Open the program on fictional cases; nothing is kept."""
    from sscb_tui.bootstrap import run_demonstration, write_demonstration

    if write is None:
        run_demonstration(session.acting or PERSON, session.day, session.clock, year=year)
        return
    with tempfile.TemporaryDirectory(prefix="sscb-demo-", dir=_beside(write), ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.db"
        write_demonstration(path, session.day, year=year)
        path.replace(write)
    say(str(write))


def _beside(write: Path) -> Path:
    """Where the file is made: beside its destination, so that it appears there whole or not at all."""
    refuse_overwriting([write], force=False)
    if not write.absolute().parent.is_dir():
        raise InputError([Problem(str(write), f"there is no folder {write.parent}.", "an existing folder")])
    return write.absolute().parent
