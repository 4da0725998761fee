"""The record itself: where it lies, whether it is whole, and a copy of it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.errors import RuleError, Violation


@click.command()
@json_option
@pass_session
def paths(session: Session, as_json: bool) -> None:
    """Show where data, settings, state and logs are kept, and the variables that move them."""
    from sscb_tui.config import places

    found = {name: str(path) for name, path in asdict(places()).items()} | {"database": str(session.database)}
    if as_json:
        say_json(found)
    else:
        say("\n".join(f"{name:<9} {path}" for name, path in found.items()))


@click.command()
@pass_session
def verify(session: Session) -> None:
    """Walk the journal's chain, replay it and compare it with every table; names the first difference."""
    with session.services() as services:
        fault = services.record.journal.verify()
    if fault is not None:
        raise RuleError([Violation("RECORD", f"{fault.where}: {fault.what}")])
    say("The journal is whole, and every table agrees with it.")


@click.command()
@click.argument("destination", metavar="DEST", type=click.Path(dir_okay=False, path_type=Path))
@pass_session
def backup(session: Session, destination: Path) -> None:
    """Copy the record to a new file, whole and consistent, while others may be writing."""
    with session.services() as services:
        services.record.backup(destination)
    say(str(destination))
