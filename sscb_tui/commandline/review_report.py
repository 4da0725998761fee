"""The report without a screen: received, answered, and responded to under three headings."""

from __future__ import annotations

from datetime import datetime
from typing import IO

import click

from sscb_tui.commandline.reading import name_of, read_form, reference_argument, source_argument
from sscb_tui.commandline.reviews import day_option, of_case, review
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say
from sscb_tui.domain.terms import Accepted

__all__ = ["review"]


@review.command()
@reference_argument
@source_argument
@click.option("--title", required=True, help="The report's title, with the pseudonym.")
@day_option("--received", "The day it came.", required=True)
@click.option("--finding", "findings", multiple=True, metavar="TEXT", help="A finding; may be repeated.")
@pass_session
def report(
    session: Session, reference: str, source: IO[bytes], title: str, received: datetime, findings: tuple[str, ...]
) -> None:
    """Receive the report from a text file, as the review panel."""
    from sscb_tui.domain.review_forms import ReportForm
    from sscb_tui.services.inputs import as_text

    text = as_text(source.read(), name_of(source))
    form = ReportForm(title=title, received_on=received.date(), text=text, findings=findings)
    with of_case(session, reference) as (services, actor, case_id):
        services.responses.receive(actor, case_id, form)
    say(f"received, {len(findings)} findings")


@review.command()
@reference_argument
@source_argument
@click.option("--title", default="", help="A new title, if it has one.")
@pass_session
def text(session: Session, reference: str, source: IO[bytes], title: str) -> None:
    """Replace the report's text, for example by the one for publication."""
    from sscb_tui.services.inputs import as_text

    words = as_text(source.read(), name_of(source))
    with of_case(session, reference) as (services, actor, case_id):
        services.responses.revise(actor, case_id, words, title)
    say("text replaced")


@review.command()
@reference_argument
@click.argument("words", metavar="TEXT")
@pass_session
def finding(session: Session, reference: str, words: str) -> None:
    """Add a finding of the report."""
    with of_case(session, reference) as (services, actor, case_id):
        say(f"F-{services.responses.find(actor, case_id, words).number}")


@review.command()
@reference_argument
@click.argument("subject", metavar="F-N|R-N")
@click.argument("accepted", type=click.Choice([each.value for each in Accepted]))
@click.argument("reason")
@pass_session
def answer(session: Session, reference: str, subject: str, accepted: str, reason: str) -> None:
    """Write the Board's answer to a finding or a recommendation."""
    from sscb_tui.domain.review import Answer
    from sscb_tui.services.inputs import read_model

    said = read_model(Answer, {"to": subject.upper(), "accepted": accepted, "reason": reason}, "the answer")
    with of_case(session, reference) as (services, actor, case_id):
        services.responses.answer(actor, case_id, said)
    say(f"{said.to}: {said.accepted.label}")


@review.command()
@reference_argument
@source_argument
@pass_session
def response(session: Session, reference: str, source: IO[bytes]) -> None:
    """Write the response from JSON: done, difference, still_to_do, and what stands round them."""
    from sscb_tui.domain.publication import Response

    form = read_form(Response, source)
    with of_case(session, reference) as (services, actor, case_id):
        held = services.desk.file(case_id).review
        services.responses.respond(actor, case_id, held.version if held else 0, form)
    say("response written")


@review.command()
@reference_argument
@pass_session
def agree(session: Session, reference: str) -> None:
    """Agree the answers, for the full Board; the report is accepted."""
    with of_case(session, reference) as (services, actor, case_id):
        services.responses.agree(actor, case_id)
    say("agreed")
