"""How actions get on, without a screen: said, evidenced, verified, tested, embedded, closed, given up, taken back."""

from __future__ import annotations

import re
from typing import IO

import click

from sscb_tui.commandline.actions import STATES, action, number_argument, told
from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import action_row, action_rows, read_form, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import ActionState

__all__ = ["action"]
_NUMBER = re.compile(r"(A-)?[0-9]+", re.IGNORECASE)


@action.command()
@click.argument("words", metavar="A-n... [NOTE]", nargs=-1, required=True)
@click.option("--state", type=STATES, help="Where they stand now; without it only the note is added.")
@click.option("--note", default="", help="What was done, in a sentence; or give it last.")
@pass_session
def update(session: Session, words: tuple[str, ...], state: str | None, note: str) -> None:
    """Update one action or several with one note; all, or none with every refusal.

    sscb action update A-3 A-4 --state in_progress "Awaiting audit."
    """
    numbers, said = _split(words, note)
    with session.acts() as (services, actor):
        ids = [row.action_id for row in action_rows(services, numbers)]
        into = ActionState(state) if state else None
        if len(ids) == 1:
            say(told(services.progress.update(actor, ids[0], into, said)))
            return
        for each in services.progress.update_all(actor, ids, into, said):
            say(told(each))


def _split(words: tuple[str, ...], note: str) -> tuple[list[str], str]:
    """The numbers that come first, and the note after them or in its option."""
    numbers = [word for word in words if _NUMBER.fullmatch(word.strip())]
    rest = [word for word in words if word not in numbers]
    if len(rest) + bool(note) > 1 or list(words[: len(numbers)]) != numbers:
        raise InputError([Problem("NOTE", "is more than one text.", "numbers first, then one note in quotes")])
    return numbers, (rest[0] if rest else note)


@action.command()
@number_argument
@source_argument
@pass_session
def evidence(session: Session, number: str, source: IO[bytes]) -> None:
    """Attach evidence from a JSON file."""
    from sscb_tui.domain.action import ActionEvidence

    form = read_form(ActionEvidence, source)
    with session.acts() as (services, actor):
        say(told(services.progress.evidence(actor, action_row(services, number).action_id, form)))


@action.command()
@number_argument
@click.option("--note", required=True, help="What was looked at.")
@pass_session
def verify(session: Session, number: str, note: str) -> None:
    """Verify an action; its owner never can."""
    with session.acts() as (services, actor):
        say(told(services.progress.verify(actor, action_row(services, number).action_id, note)))


@action.command()
@number_argument
@source_argument
@pass_session
def impact(session: Session, number: str, source: IO[bytes]) -> None:
    """Record from a JSON file what a test of the change found; where it did not hold, the action is reopened."""
    from sscb_tui.domain.action import ImpactForm

    form = read_form(ImpactForm, source)
    with session.acts() as (services, actor):
        say(told(services.progress.impact(actor, action_row(services, number).action_id, form)))


@action.command()
@click.option("--all", "every", is_flag=True, help="Those still ahead as well.")
@json_option
@pass_session
def retests(session: Session, every: bool, as_json: bool) -> None:
    """List whose effect is due to be tested again: six and twelve months after it was verified, or as a test said."""
    with session.services() as services:
        today = services.desk.today()
        held = [(row.retest_due, row) for row in services.tracker.rows() if row.retest_due is not None]
    rows = [(due, row) for due, row in sorted(held, key=lambda pair: pair[0]) if every or due <= today]
    if as_json:
        say_json([row for _, row in rows])
        return
    cells = [(f"A-{row.number}", due.isoformat(), row.reference, row.agency, row.state.label) for due, row in rows]
    say_table(cells, none="No test is due.")


@action.command()
@number_argument
@click.option("--note", required=True, help="What shows that practice changed.")
@pass_session
def embed(session: Session, number: str, note: str) -> None:
    """Say that practice changed and a test found that it held."""
    with session.acts() as (services, actor):
        say(told(services.progress.embed(actor, action_row(services, number).action_id, note)))


@action.command()
@number_argument
@click.option("--note", required=True, help="What difference it made, or why none can be shown.")
@click.option("--minute", default="", help="The Board minute that says why no impact can be shown.")
@pass_session
def close(session: Session, number: str, note: str, minute: str) -> None:
    """Close an action on its impact, or by a Board minute; the Board closes what is addressed to the Board."""
    with session.acts() as (services, actor):
        say(told(services.progress.close(actor, action_row(services, number).action_id, note, minute)))


@action.command()
@number_argument
@click.option("--reason", required=True, help="Why nobody has to do it any more.")
@click.option("--minute", required=True, help="The Board minute that withdraws it.")
@pass_session
def withdraw(session: Session, number: str, reason: str, minute: str) -> None:
    """Withdraw an action by a Board minute."""
    with session.acts() as (services, actor):
        say(told(services.progress.withdraw(actor, action_row(services, number).action_id, reason, minute)))


@action.command()
@number_argument
@click.argument("by", metavar="A-m")
@click.option("--reason", required=True, help="Why another takes its place.")
@pass_session
def supersede(session: Session, number: str, by: str, reason: str) -> None:
    """Put the action A-m in the place of A-n."""
    with session.acts() as (services, actor):
        old, new = action_rows(services, (number, by))
        say(told(services.progress.supersede(actor, old.action_id, new.number, reason)))


@action.command()
@click.option("--show", is_flag=True, help="Say what would be taken back, and take nothing back.")
@pass_session
def undo(session: Session, show: bool) -> None:
    """Take back your own last deed on the tracker, where nobody has touched its rows since; every word stays."""
    with session.acts() as (services, actor):
        if not show:
            say(f"Taken back: {services.progress.undo(actor)}")
            return
        last = services.progress.undoable(actor)
        say("\n".join((last.sentence, *last.bars)) if last else "You have done nothing that could be taken back.")
