"""The clocks: what is owed to whom, by when, and the proof that it was done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say, say_json, say_table
from sscb_tui.domain.terms import Cause

if TYPE_CHECKING:
    from sscb_tui.services.views import DutyRow

DAY = click.DateTime(["%Y-%m-%d"])


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
    left = f"{row.working_days} wd" if row.is_open else ""
    return (row.duty_id, row.reference, row.clock, what, row.due.isoformat(), left, row.state.label, _departures(row))


def _departures(row: DutyRow) -> str:
    """What else is on record: a later day aimed at, days lost by cause."""
    aim = f"aims at {row.extensions[-1].target.isoformat()}" if row.extensions else ""
    causes = ", ".join(f"{cause.label} {days}" for cause, days in row.lost.by_cause)
    lost = f"{row.lost.total} wd lost ({causes})" if row.lost.total else ""
    return "; ".join(filter(None, (aim, lost)))


@duty.command()
@click.argument("duty_id", metavar="ID")
@click.option("--on", "day", type=DAY, required=True, metavar="DATE", help="The day it was done.")
@click.option("--method", required=True, help="How: e-mail, letter, portal.")
@click.option("--proof", required=True, help="What shows it: a reference or an acknowledgement.")
@pass_session
def record(session: Session, duty_id: str, day: datetime, method: str, proof: str) -> None:
    """Record that a duty was done; `sscb duty list` shows the ids."""
    with session.acts() as (services, actor):
        put = services.duties.publish if duty_id.startswith("CK-11:") else services.duties.record
        put(actor, duty_id, done_on=day.date(), method=method, proof=proof)
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


@duty.command()
@click.argument("duty_id", metavar="ID")
@click.option("--to", "day", type=DAY, required=True, metavar="DATE", help="The day now aimed at.")
@click.option("--reason", required=True, help="Why the date due cannot be kept.")
@click.option("--approved-by", required=True, help="Who agreed to the later day.")
@pass_session
def extend(session: Session, duty_id: str, day: datetime, reason: str, approved_by: str) -> None:
    """Put on record that a later day is aimed at; the date due stays and the clock runs."""
    with session.acts() as (services, actor):
        services.duties.extend(actor, duty_id, target=day.date(), reason=reason, approved_by=approved_by)
    say("extension recorded; the clock runs on")


@duty.command()
@click.argument("duty_id", metavar="ID")
@click.option("--cause", type=click.Choice([cause.value for cause in Cause]), required=True, help="Lost to what.")
@click.option("--from", "first", type=DAY, required=True, metavar="DATE", help="The first day lost.")
@click.option("--to", "last", type=DAY, required=True, metavar="DATE", help="The last day lost.")
@click.option("--note", required=True, help="What stood in the way.")
@pass_session
def lose(session: Session, duty_id: str, cause: str, first: datetime, last: datetime, note: str) -> None:
    """Put on record days on which a duty stood still; `sscb duty list` counts them by cause."""
    with session.acts() as (services, actor):
        services.duties.lose(actor, duty_id, Cause(cause), first=first.date(), last=last.date(), note=note)
    say("days lost recorded")


@duty.command("take-back")
@click.argument("duty_id", metavar="ID")
@click.argument("number", type=int)
@click.argument("reason")
@pass_session
def take_back(session: Session, duty_id: str, number: int, reason: str) -> None:
    """Say that days recorded as lost were not: the entry of that NUMBER stays and counts no longer."""
    with session.acts() as (services, actor):
        services.duties.take_back(actor, duty_id, number, reason)
    say("days lost taken back")


@duty.command()
@reference_argument
@click.argument("recipient", required=False)
@pass_session
def tell(session: Session, reference: str, recipient: str | None) -> None:
    """Owe a notice to somebody whose business the decision is; without one, list whom."""
    if recipient is None:
        with session.services() as services:
            others = services.duties.others(services.desk.case(reference).id)
        say_table([(each.code, each.name) for each in others], none="Everybody has been told.")
        return
    with session.acts() as (services, actor):
        owed = services.duties.tell(actor, services.desk.case(reference).id, recipient.upper())
    say(f"{owed.id}  {owed.what} by {owed.due.isoformat()}")


@duty.command()
@reference_argument
@pass_session
def sign(session: Session, reference: str) -> None:
    """As the Chair, sign every letter of a case that is still to be sent."""
    with session.acts() as (services, actor):
        signed = services.duties.sign(actor, services.desk.case(reference).id)
    say(f"{signed} signed")


@duty.command()
@click.argument("reference", metavar="[REF]", required=False)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to this file.")
@click.option("--force", is_flag=True, help="Write over a file that is already there.")
@pass_session
def calendar(session: Session, reference: str | None, out: Path | None, force: bool) -> None:
    """Write the open clocks of every case or of one as a calendar file (.ics): reference, pseudonym and duty."""
    if out is not None:
        refuse_overwriting([out], force=force)
    with session.services() as services:
        diary = services.notices.calendar(services.desk.case(reference).id if reference else None)
    if out is None:
        click.echo(diary.markdown, nl=False)
    else:
        keep(out, diary.markdown)
        say(str(out))
