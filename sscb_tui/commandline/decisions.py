"""The Chair's decision without a screen."""

from __future__ import annotations

from typing import IO

import click

from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say
from sscb_tui.domain.errors import refuse_if


@click.group()
def decision() -> None:
    """Check and sign the Chair's decision."""


@decision.command()
@reference_argument
@source_argument
@pass_session
def check(session: Session, reference: str, source: IO[bytes]) -> None:
    """Say whatever still stands against signing this decision; write nothing."""
    from sscb_tui.domain.decision import DecisionForm

    form = read_form(DecisionForm, source)
    with session.acts() as (services, actor):
        refuse_if(services.decisions.check(actor, services.desk.case(reference).id, form))
    say("Nothing stands against signing.")


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
