"""What changes of an action beside its progress, without a screen: date, lead, gaps, links, colour."""

from __future__ import annotations

from datetime import datetime
from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.action_deeds import action
from sscb_tui.commandline.actions import number_argument, told
from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import action_row, action_rows, read_form, recommendation_number, source_argument
from sscb_tui.commandline.reviews import day_option
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.terms import Rag

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action

__all__ = ["action"]
KEY = "key"
"""What gives the colour back to the Board's key."""


@action.command()
@number_argument
@click.option("--words", required=True, help="What will be different for children.")
@pass_session
def outcome(session: Session, number: str, words: str) -> None:
    """State the outcome that an action left open; once."""
    with session.acts() as (services, actor):
        say(told(services.amendments.outcome(actor, action_row(services, number).action_id, words)))


@action.command()
@click.argument("numbers", metavar="A-n...", nargs=-1, required=True)
@day_option("--to", "The new date.", required=True)
@click.option("--reason", default="", help="Why it moves; not needed for the first date of an action.")
@click.option("--approved-by", default="", help="Who approved it; never the owner.")
@click.option("--past", is_flag=True, help="The date is meant, although it has passed.")
@pass_session
def move(session: Session, numbers: tuple[str, ...], to: datetime, reason: str, approved_by: str, past: bool) -> None:
    """Move the due date of one action or of several; the first date stays on record for ever."""
    with session.acts() as (services, actor):
        ids = [row.action_id for row in action_rows(services, numbers)]
        if len(ids) == 1:
            say(_due(services.amendments.move_date(actor, ids[0], to.date(), reason, approved_by, past=past)))
            return
        for each in services.amendments.move_dates(actor, ids, to.date(), reason, approved_by, past=past):
            say(_due(each))


def _due(action: Action) -> str:
    """The new date beside how far it has slipped since the first."""
    if action.due is None or action.first_due is None:
        return told(action)
    slip = (action.due - action.first_due).days
    count = len(action.moves)
    times = ("its first date", "moved once", "moved twice")[count] if count < 3 else f"moved {count} times"
    return f"A-{action.number}: due {action.due.isoformat()}; {times}, slipped {slip} days in all"


@action.command()
@number_argument
@source_argument
@pass_session
def transfer(session: Session, number: str, source: IO[bytes]) -> None:
    """Give the action to another lead, from a JSON file; who had it still cannot verify it."""
    from sscb_tui.domain.forms import TransferForm

    form = read_form(TransferForm, source)
    with session.acts() as (services, actor):
        done = services.amendments.transfer(actor, action_row(services, number).action_id, form)
        say(f"A-{done.number}: with {done.owner} ({done.agency})")


@action.command()
@number_argument
@source_argument
@pass_session
def fill(session: Session, number: str, source: IO[bytes]) -> None:
    """Say from a JSON file what the action lacked when it arrived; only what is still missing is taken."""
    from sscb_tui.domain.forms import FillForm

    form = read_form(FillForm, source)
    with session.acts() as (services, actor):
        say(told(services.amendments.fill(actor, action_row(services, number).action_id, form)))


@action.command()
@number_argument
@click.argument("recommendations", metavar="R-n...", nargs=-1, required=True)
@pass_session
def link(session: Session, number: str, recommendations: tuple[str, ...]) -> None:
    """Let the action carry out these recommendations of its case as well."""
    wanted = [recommendation_number(each) for each in recommendations]
    with session.acts() as (services, actor):
        done = services.amendments.link(actor, action_row(services, number).action_id, wanted)
        say(f"A-{done.number}: carries out {len(done.carries_out)} recommendations")


@action.command()
@number_argument
@click.argument("recommendation", metavar="R-n")
@pass_session
def unlink(session: Session, number: str, recommendation: str) -> None:
    """Let the action no longer carry out R-n; the last one stays."""
    wanted = recommendation_number(recommendation)
    with session.acts() as (services, actor):
        done = services.amendments.unlink(actor, action_row(services, number).action_id, wanted)
        say(f"A-{done.number}: carries out {len(done.carries_out)} recommendations")


@action.command()
@number_argument
@click.argument("colour", type=click.Choice([KEY, *(each.value for each in Rag)]))
@click.option("--reason", default="", help="Why the key's own colour misleads.")
@pass_session
def override(session: Session, number: str, colour: str, reason: str) -> None:
    """Set the colour by hand, printed as set by hand everywhere; "key" gives it back to the Board's key."""
    with session.acts() as (services, actor):
        row = action_row(services, number)
        services.amendments.override(actor, row.action_id, None if colour == KEY else Rag(colour), reason)
        after = action_row(services, number)
        say(f"A-{after.number}: {after.rag.value}" + (", set by hand" if after.overridden else ""))


@action.command()
@number_argument
@click.option("--words", required=True, help="How far it is, naming nobody.")
@pass_session
def publishable(session: Session, number: str, words: str) -> None:
    """Write how far the action is in words fit to publish; refused where they identify somebody."""
    with session.acts() as (services, actor):
        say(told(services.amendments.publishable(actor, action_row(services, number).action_id, words)))


@action.command()
@click.argument("agency", metavar="CODE")
@json_option
@pass_session
def load(session: Session, agency: str, as_json: bool) -> None:
    """Say what an agency has on its plate, before it is given more."""
    with session.services() as services:
        found = services.tracker.open_load(agency.strip().upper())
    if as_json:
        say_json(found)
        return
    say(f"{found.open} open, {found.overdue} overdue, {found.silent} silent")
