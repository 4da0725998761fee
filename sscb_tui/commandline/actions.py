"""Actions: agreed, updated, evidenced, verified."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import action_row, read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.services.views import ActionRow

number_argument = click.argument("number", metavar="A-n")


@click.group()
def action() -> None:
    """Add, update, evidence and verify actions."""


def _told(done: Action) -> str:
    return f"A-{done.number}: {done.state.label}"


@action.command("list")
@click.argument("reference", metavar="[REF]", required=False)
@click.option("--find", "typed", metavar="TERMS", default="", help="Words and terms, as the tracker's / takes them.")
@json_option
@pass_session
def list_(session: Session, reference: str | None, typed: str, as_json: bool) -> None:
    """List the actions of every case or of one.

    --find "agency:police due:<30d -silent" leaves those with these words and terms.
    """
    from sscb_tui.services.tracker_query import actions_found

    with session.services() as services:
        rows = services.tracker.rows(services.desk.case(reference).id if reference else None)
        if typed.strip():
            rows = actions_found(rows, typed, services.board.settings(), services.desk.today())
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


@action.command()
@number_argument
@click.option(
    "--state", required=True, type=click.Choice([state.value for state in ActionState]), help="Where it stands."
)
@click.option("--note", required=True, help="What was done, in a sentence.")
@pass_session
def update(session: Session, number: str, state: str, note: str) -> None:
    """Update an action's state with a note."""
    with session.acts() as (services, actor):
        row = action_row(services, number)
        say(_told(services.tracker.update(actor, row.action_id, ActionState(state), note)))


@action.command()
@number_argument
@click.option("--words", required=True, help="What will be different for children.")
@pass_session
def outcome(session: Session, number: str, words: str) -> None:
    """State the outcome that an early action left open; once."""
    with session.acts() as (services, actor):
        say(_told(services.tracker.state_outcome(actor, action_row(services, number).action_id, words)))


@action.command()
@number_argument
@source_argument
@pass_session
def evidence(session: Session, number: str, source: IO[bytes]) -> None:
    """Attach evidence from a JSON file."""
    from sscb_tui.domain.action import ActionEvidence

    form = read_form(ActionEvidence, source)
    with session.acts() as (services, actor):
        say(_told(services.tracker.evidence(actor, action_row(services, number).action_id, form)))


@action.command()
@number_argument
@click.option("--note", required=True, help="What was looked at.")
@pass_session
def verify(session: Session, number: str, note: str) -> None:
    """Verify an action; its owner never can."""
    with session.acts() as (services, actor):
        say(_told(services.tracker.verify(actor, action_row(services, number).action_id, note)))
