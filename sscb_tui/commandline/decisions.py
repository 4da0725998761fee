"""The Chair's decision without a screen."""

from __future__ import annotations

from datetime import datetime
from typing import IO

import click

from sscb_tui.commandline.reading import name_of, read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.errors import refuse_if

day_type = click.DateTime(["%Y-%m-%d"])


@click.group()
def decision() -> None:
    """Check, read, sign, reopen and correct the Chair's decision."""


@decision.command()
@reference_argument
@source_argument
@pass_session
def check(session: Session, reference: str, source: IO[bytes]) -> None:
    """Say whatever still stands against signing this decision; write nothing."""
    from sscb_tui.domain.decision import DecisionForm

    form = read_form(DecisionForm, source)
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        refuse_if(services.decisions.check(actor, case_id, form))
        warned = services.decisions.warnings(actor, case_id, form)
    say("Nothing stands against signing.")
    for each in warned:
        say(f"Worth a second thought: {each}")


@decision.command()
@reference_argument
@source_argument
@pass_session
def preview(session: Session, reference: str, source: IO[bytes]) -> None:
    """Print the record exactly as it would be signed now, marked as not signed; write nothing."""
    from sscb_tui.domain.decision import DecisionForm

    form = read_form(DecisionForm, source)
    with session.acts() as (services, actor):
        say(services.papers.preview(actor, services.desk.case(reference).id, form).markdown)


@decision.command()
@reference_argument
@source_argument
@click.option("--reference", "typed", required=True, metavar="REF", help="The case reference, typed again: it signs.")
@pass_session
def sign(session: Session, reference: str, source: IO[bytes], typed: str) -> None:
    """Sign the decision as the Chair named with --as; prints the duties that now run."""
    from sscb_tui.domain.decision import DecisionForm

    form = read_form(DecisionForm, source)
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        signed = services.decisions.sign(actor, case_id, form, typed)
        duties = [row for row in services.duties.rows(case_id) if row.follows_decision]
    say(f"{signed.outcome.label}: signed by {signed.signature.name}")
    for duty in duties:
        say(f"{duty.clock} {duty.what}{f' ({duty.to})' if duty.to else ''}: due {duty.due.isoformat()}")


@decision.command()
@reference_argument
@click.argument("answers")
@pass_session
def inform(session: Session, reference: str, answers: str) -> None:
    """Give the information the Chair asked for; the case is with the Chair again."""
    with session.acts() as (services, actor):
        case = services.decisions.answer_information(actor, services.desk.case(reference).id, answers)
        say(f"{case.reference}: {case.stage.label}")


@decision.command("copy-reasons")
@click.argument("sibling", metavar="FROM-REF")
@reference_argument
@pass_session
def copy_reasons(session: Session, sibling: str, reference: str) -> None:
    """Print, as fields of a form, the reasons of a sibling's decision to begin this child's from; never its answers."""
    with session.services() as services:
        say_json(services.decisions.copied(services.desk.case(sibling).id, services.desk.case(reference).id))


@decision.command("panel-query")
@reference_argument
@click.argument("words")
@click.option("--on", required=True, type=day_type, help="The date of the panel's letter (YYYY-MM-DD).")
@click.option("--letter", required=True, help="The letter's reference.")
@pass_session
def panel_query(session: Session, reference: str, words: str, on: datetime, letter: str) -> None:
    """Log that the national panel asks about, or disagrees with, a decision not to hold a review (T24)."""
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        case = services.reopenings.panel_query(actor, case_id, on=on.date(), reference=letter, words=words)
    say(f"{case.reference}: {case.stage.label}")


@decision.command()
@reference_argument
@click.argument("reason")
@click.option("--known", required=True, type=day_type, help="The day it became known (YYYY-MM-DD); the clock's day 0.")
@pass_session
def reopen(session: Session, reference: str, reason: str, known: datetime) -> None:
    """Reopen a decision on material new information; the Chair decides again within a month (T29)."""
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        case = services.reopenings.reopen(actor, case_id, known_on=known.date(), reason=reason)
        clock = next(row for row in services.duties.rows(case_id) if row.clock == "CK-2")
    say(f"{case.reference}: {case.stage.label}; decide by {clock.due.isoformat()}")


@decision.command()
@reference_argument
@click.argument("words")
@pass_session
def addendum(session: Session, reference: str, words: str) -> None:
    """Correct a signed decision beside itself: dated and signed, printed under the record, which stays as it is."""
    with session.acts() as (services, actor):
        added = services.reopenings.add(actor, services.desk.case(reference).id, words)
    say(f"Added by {added.signature.name}; the decision stands as it was signed.")


@decision.group()
def privileged() -> None:
    """Legal advice, kept apart: for the Chair, the Business Manager and the legal adviser."""


@privileged.command()
@reference_argument
@source_argument
@click.option("--reference", "advice", required=True, help="The advice's reference, which the decision may cite.")
@click.option("--by", "given_by", required=True, help="Who gave it.")
@click.option("--on", "given_on", required=True, type=day_type, help="When it was given (YYYY-MM-DD).")
@pass_session
def record(session: Session, reference: str, source: IO[bytes], advice: str, given_by: str, given_on: datetime) -> None:
    """Put an advice on record, its text read from a file and not from the command line."""
    from sscb_tui.services.inputs import as_text

    text = as_text(source.read(), name_of(source))
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        services.privileged.record(
            actor, case_id, reference=advice, given_by=given_by, given_on=given_on.date(), text=text
        )
    say(f"{advice}: recorded, and kept apart from the case")


@privileged.command()
@reference_argument
@pass_session
def show(session: Session, reference: str) -> None:
    """Print the advice in a case, to those who may read it."""
    with session.acts() as (services, actor):
        for each in services.privileged.of_case(actor, services.desk.case(reference).id):
            say(f"{each.reference} · {each.given_by} · {each.given_on.isoformat()}\n{each.text}\n")
