"""Actions: listed, prompted for, agreed."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.services.views import ActionRow

number_argument = click.argument("number", metavar="A-n")
STATES = click.Choice([state.value for state in ActionState])


@click.group()
def action() -> None:
    """Agree actions and carry them to changed practice."""


def told(done: Action) -> str:
    """Where an action stands after a deed, on one line."""
    return f"A-{done.number}: {done.state.label}"


@action.command("list")
@click.argument("reference", metavar="[REF]", required=False)
@click.option("--find", "typed", metavar="TERMS", default="", help="Words and terms, as the tracker's / takes them.")
@click.option("--agency", metavar="CODE", default="", help="Of one agency.")
@click.option("--state", type=STATES, help="In one state.")
@click.option("--overdue", is_flag=True, help="Past their date and not done.")
@click.option("--silent", is_flag=True, help="Not a word for a quarter.")
@json_option
@pass_session
def list_(
    session: Session,
    reference: str | None,
    typed: str,
    agency: str,
    state: str,
    overdue: bool,
    silent: bool,
    as_json: bool,
) -> None:
    """List the actions of every case or of one.

    --find "agency:police due:<30d -silent" leaves those with these words and terms.
    """
    from sscb_tui.services.tracker_query import actions_found

    with session.services() as services:
        rows = services.tracker.rows(services.desk.case(reference).id if reference else None)
        if typed.strip():
            rows = actions_found(rows, typed, services.board.settings(), services.desk.today())
    code = agency.strip().upper()
    rows = tuple(
        row
        for row in rows
        if (not code or row.agency == code)
        and (not state or row.state.value == state)
        and (row.overdue or not overdue)
        and (row.silent or not silent)
    )
    if as_json:
        say_json(rows)
    else:
        say_table([_cells(row) for row in rows], none="No actions yet.")


def _cells(row: ActionRow) -> tuple[str, ...]:
    due = row.due.isoformat() if row.due else "no date"
    state = f"overdue, {row.state.label}" if row.overdue else row.state.label
    return (
        f"A-{row.number}",
        row.recommendation,
        row.reference,
        row.agency,
        due,
        state,
        row.action,
    )


@action.command()
@reference_argument
@json_option
@pass_session
def prompts(session: Session, reference: str, as_json: bool) -> None:
    """List what agencies told that calls for an early action and has none yet.

    `rests_on` of an early action names what it comes from, for example ["POL F4.J2"]; the prompt is answered then.
    """
    with session.services() as services:
        found = services.learning.prompts(services.desk.case(reference).id)
    if as_json:
        say_json(found)
    else:
        say_table([(each.ref, each.name, each.words) for each in found], none="Nothing calls for an early action.")


@action.command()
@reference_argument
@source_argument
@pass_session
def add(session: Session, reference: str, source: IO[bytes]) -> None:
    """Add an action from a JSON file; prints its number."""
    from sscb_tui.domain.forms import ActionForm

    form = read_form(ActionForm, source)
    with session.acts() as (services, actor):
        say(f"A-{services.tracker.act(actor, services.desk.case(reference).id, form).number}")
