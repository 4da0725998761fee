"""Publication without a screen: planned, cleared, checked, held back, done."""

from __future__ import annotations

from datetime import datetime
from typing import IO

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.review_report import review
from sscb_tui.commandline.reviews import day_of, day_option, of_case
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.errors import refuse_if
from sscb_tui.domain.terms import Holding

__all__ = ["review"]


@review.command()
@reference_argument
@source_argument
@pass_session
def plan(session: Session, reference: str, source: IO[bytes]) -> None:
    """Plan publication from JSON: the day, and what is cleared for it."""
    from sscb_tui.domain.publication import PublicationPlan

    form = read_form(PublicationPlan, source)
    with of_case(session, reference) as (services, actor, case_id):
        services.publishing.plan(actor, case_id, form)
    say(f"planned for {form.planned_on.isoformat()}")


@review.command()
@reference_argument
@json_option
@pass_session
def check(session: Session, reference: str, as_json: bool) -> None:
    """Say everything that still bars publication today; exit code 1 if anything does."""
    with session.services() as services:
        checks = services.publishing.checklist(services.desk.case(reference).id)
    if as_json:
        say_json(checks)
        return
    refuse_if(reason for each in checks for reason in each.reasons)
    say("Nothing bars publication.")


@review.command()
@reference_argument
@click.argument("what")
@click.option("--by", "imposed_by", required=True, help="Which court, or which statute.")
@pass_session
def restrict(session: Session, reference: str, what: str, imposed_by: str) -> None:
    """Record what a court or a statute forbids to publish."""
    with of_case(session, reference) as (services, actor, case_id):
        say(f"restriction {len(services.publishing.restrict(actor, case_id, what, imposed_by).restrictions)}")


@review.command()
@reference_argument
@click.argument("number", type=int)
@click.argument("legal_reference")
@pass_session
def clear(session: Session, reference: str, number: int, legal_reference: str) -> None:
    """Clear a restriction under the reference of the legal advice."""
    with of_case(session, reference) as (services, actor, case_id):
        services.publishing.clear(actor, case_id, number, legal_reference)
    say("cleared")


@review.command()
@reference_argument
@pass_session
def prepare(session: Session, reference: str) -> None:
    """Prepare publication: copies go out, and the days before it are counted."""
    with of_case(session, reference) as (services, actor, case_id):
        services.publishing.prepare(actor, case_id)
        for row in services.duties.rows(case_id):
            if row.clock == "CK-6":
                say(f"{row.clock} {row.what}: due {row.due.isoformat()}")


@review.command()
@reference_argument
@click.option("--at", "address", required=True, help="Where on the Board's website it stands.")
@click.option("--reference", "typed", required=True, metavar="REF", help="The case reference, typed again: it signs.")
@pass_session
def publish(session: Session, reference: str, address: str, typed: str) -> None:
    """Publish today, as the Chair; refused with every reason at once."""
    with of_case(session, reference) as (services, actor, case_id):
        services.publishing.publish(actor, case_id, address, typed)
    say("published")


@review.command()
@reference_argument
@click.argument("proposal", type=click.Choice([each.value for each in Holding]))
@click.argument("reasons")
@day_option("--panel", "The day the national panel was informed.")
@pass_session
def withhold(session: Session, reference: str, proposal: str, reasons: str, panel: datetime | None) -> None:
    """Propose not to publish, or not yet, as the Chair."""
    from sscb_tui.domain.review_forms import HoldbackForm

    form = HoldbackForm(proposal=Holding(proposal), reasons=reasons, panel_informed_on=day_of(panel))
    with of_case(session, reference) as (services, actor, case_id):
        services.publishing.withhold(actor, case_id, form)
    say("held back; the panel's advice is awaited")


@review.command()
@reference_argument
@click.option("--advice", default="", help="What the national panel advised, and when.")
@click.option("--regard", default="", help="How the Board had regard to it.")
@pass_session
def resume(session: Session, reference: str, advice: str, regard: str) -> None:
    """Go on towards publication, with the panel's advice and the regard had to it."""
    with of_case(session, reference) as (services, actor, case_id):
        say(services.publishing.resume(actor, case_id, advice, regard).stage.label)


@review.command()
@reference_argument
@click.option("--advice", default="", help="What the national panel advised, and when.")
@click.option("--regard", default="", help="How the Board had regard to it.")
@pass_session
def implement(session: Session, reference: str, advice: str, regard: str) -> None:
    """Go on to the actions unpublished: another review, or a report withheld after the panel's advice."""
    with of_case(session, reference) as (services, actor, case_id):
        say(services.publishing.implement(actor, case_id, advice, regard).stage.label)
