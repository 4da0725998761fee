"""From the phone call to the agreed initial discussion."""

from __future__ import annotations

from typing import IO

import click

from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say


@click.group()
def referral() -> None:
    """Log a referral, settle whose case it is, open its discussion."""


@referral.command()
@source_argument
@pass_session
def add(session: Session, source: IO[bytes]) -> None:
    """Log a referral from a JSON file; prints the case's reference."""
    from sscb_tui.domain.case import ReferralForm

    form = read_form(ReferralForm, source)
    with session.acts() as (services, actor):
        say(services.referrals.receive(actor, form).reference)


@referral.command("open")
@reference_argument
@click.option("--checked", required=True, metavar="TEXT", help="What was searched for duplicates, and what was found.")
@pass_session
def open_(session: Session, reference: str, checked: str) -> None:
    """Open the initial discussion once the search for duplicates is on record."""
    with session.acts() as (services, actor):
        case = services.referrals.open_discussion(actor, services.desk.case(reference).id, checked)
        say(f"{case.reference}: {case.stage.label}")


@referral.command()
@reference_argument
@click.argument("reason")
@pass_session
def query(session: Session, reference: str, reason: str) -> None:
    """Ask whether the case is this Board's; the decision clock keeps running."""
    with session.acts() as (services, actor):
        case = services.referrals.query_jurisdiction(actor, services.desk.case(reference).id, reason)
        say(f"{case.reference}: {case.stage.label}")


@referral.command()
@reference_argument
@click.argument("evidence")
@pass_session
def ours(session: Session, reference: str, evidence: str) -> None:
    """Settle the query: the case is ours, on this evidence; the discussion opens."""
    with session.acts() as (services, actor):
        case = services.referrals.resolve_ours(actor, services.desk.case(reference).id, evidence)
        say(f"{case.reference}: {case.stage.label}")


@referral.command()
@reference_argument
@click.option("--board", required=True, metavar="NAME", help="The Board that takes the case.")
@click.option("--acceptance", required=True, metavar="TEXT", help="Its acceptance in writing: who, when, reference.")
@pass_session
def theirs(session: Session, reference: str, board: str, acceptance: str) -> None:
    """Settle the query as the Chair: another Board has accepted the case."""
    with session.acts() as (services, actor):
        case = services.referrals.resolve_theirs(actor, services.desk.case(reference).id, board, acceptance)
        say(f"{case.reference}: {case.stage.label}")


@click.group()
def discussion() -> None:
    """Record what Business Manager, Chair and LIIP Chair agreed."""


@discussion.command()
@reference_argument
@source_argument
@pass_session
def record(session: Session, reference: str, source: IO[bytes]) -> None:
    """Write the initial discussion down from a JSON file; prints the provisional result."""
    from sscb_tui.domain.forms import DiscussionForm

    form = read_form(DiscussionForm, source)
    with session.acts() as (services, actor):
        case = services.referrals.discuss(actor, services.desk.case(reference).id, form)
    if case.discussion is not None:
        assessment = case.discussion.assessment
        say(f"{case.reference}: provisionally {assessment.result.label}  {assessment.citation}".rstrip())


@discussion.command()
@reference_argument
@pass_session
def agree(session: Session, reference: str) -> None:
    """Sign the discussion as the Chair or LIIP Chair named with --as; with both, the case moves on."""
    with session.acts() as (services, actor):
        case = services.referrals.agree(actor, services.desk.case(reference).id)
        say(f"{case.reference}: {case.stage.label}")
