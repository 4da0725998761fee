"""The clocks: what is owed to whom, by when, and the proof that it was done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table

if TYPE_CHECKING:
    from sscb_tui.services.views import DutyRow


@click.group()
def duty() -> None:
    """List the duties, and record those done."""


@duty.command("list")
@click.argument("reference", metavar="[REF]", required=False)
@json_option
@pass_session
def list_(session: Session, reference: str | None, as_json: bool) -> None:
    """List the clocks of every case or of one."""
    with session.services() as services:
        rows = services.duties.rows(services.desk.case(reference).id if reference else None)
    if as_json:
        say_json(rows)
    else:
        say_table([_cells(row) for row in rows], none="No duties are running.")


def _cells(row: DutyRow) -> tuple[str, ...]:
    what = f"{row.what} ({row.to})" if row.to else row.what
    return (row.duty_id, row.reference, row.clock, what, row.due.isoformat(), f"{row.working_days} wd", row.state.label)


@duty.command()
@click.argument("duty_id", metavar="ID")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), required=True, metavar="DATE", help="The day it was done."
)
@click.option("--method", required=True, help="How: e-mail, letter, portal.")
@click.option("--proof", required=True, help="What shows it: a reference or an acknowledgement.")
@pass_session
def record(session: Session, duty_id: str, day: datetime, method: str, proof: str) -> None:
    """Record that a duty was done; `sscb duty list` shows the ids."""
    with session.acts() as (services, actor):
        services.duties.record(actor, duty_id, done_on=day.date(), method=method, proof=proof)
    say("done recorded")


@duty.command()
@click.argument("duty_id", metavar="ID")
@click.argument("reason")
@pass_session
def explain(session: Session, duty_id: str, reason: str) -> None:
    """Put on record why a clock ran over."""
    with session.acts() as (services, actor):
        services.duties.explain(actor, duty_id, reason)
    say("reason recorded")
