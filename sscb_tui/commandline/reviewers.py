"""The register of reviewers without a screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.reviews import day_option, listed, of_case
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.errors import NotFoundError

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.reviewer import Reviewer
    from sscb_tui.services.container import Services

number_argument = click.argument("number", type=int)


@contextmanager
def _numbered(session: Session, reference: str, number: int) -> Iterator[tuple[Services, Actor, Reviewer]]:
    """The reviewer under a number, counted from 1 as `sscb reviewer list` shows them."""
    with of_case(session, reference) as (services, actor, case_id):
        held = services.reviewers.of_case(case_id)
        if not 0 < number <= len(held):
            raise NotFoundError(f"There is no reviewer {number} in this case's register.")
        yield services, actor, held[number - 1]


@click.group()
def reviewer() -> None:
    """Consider, rule on, contract and appoint who leads a review."""


@reviewer.command("list")
@reference_argument
@json_option
@pass_session
def list_(session: Session, reference: str, as_json: bool) -> None:
    """List everybody thought of, and what stands against an appointment."""
    items = listed(session, reference, "reviewers", lambda s, case_id: s.reviewers.of_case(case_id), as_json=as_json)
    if items is not None:
        rows = [(str(number), item.label, item.state) for number, item in enumerate(items, 1)]
        say_table(rows, none="Nobody has been thought of yet.")


@reviewer.command()
@reference_argument
@pass_session
def grid(session: Session, reference: str) -> None:
    """Print the independence grid as JSON, to be answered and put into the reviewer's form."""
    with session.services() as services:
        say_json([each.model_dump(mode="json") for each in services.reviewers.grid(services.desk.case(reference).id)])


@reviewer.command()
@reference_argument
@source_argument
@pass_session
def add(session: Session, reference: str, source: IO[bytes]) -> None:
    """Put somebody on the register from JSON; prints what stands against the appointment."""
    from sscb_tui.domain.reviewer import ReviewerForm

    form = read_form(ReviewerForm, source)
    with of_case(session, reference) as (services, actor, case_id):
        made = services.reviewers.consider(actor, case_id, form)
        say(f"reviewer {len(services.reviewers.of_case(case_id))}: {made.form.name}")
        for bar in (*services.reviewers.bars(made.id), *services.reviewers.warnings(made.id)):
            say(str(bar))


@reviewer.command("set")
@reference_argument
@number_argument
@source_argument
@pass_session
def revise(session: Session, reference: str, number: int, source: IO[bytes]) -> None:
    """Correct what is known of a reviewer, from JSON."""
    from sscb_tui.domain.reviewer import ReviewerForm

    form = read_form(ReviewerForm, source)
    with _numbered(session, reference, number) as (services, actor, held):
        services.reviewers.revise(actor, held.id, held.version, form)
    say("corrected")


@reviewer.command()
@reference_argument
@number_argument
@click.argument("words")
@pass_session
def rule(session: Session, reference: str, number: int, words: str) -> None:
    """Rule on a link in writing, as the Chair."""
    with _numbered(session, reference, number) as (services, actor, held):
        services.reviewers.rule(actor, held.id, words)
    say("ruled")


@reviewer.command()
@reference_argument
@number_argument
@source_argument
@pass_session
def contract(session: Session, reference: str, number: int, source: IO[bytes]) -> None:
    """Record the contract, from JSON."""
    from sscb_tui.domain.reviewer import ContractForm

    form = read_form(ContractForm, source)
    with _numbered(session, reference, number) as (services, actor, held):
        services.reviewers.contract(actor, held.id, form)
    say("contract recorded")


@reviewer.command()
@reference_argument
@number_argument
@day_option("--told", "The day the name went to the national panel.", required=True)
@click.option("--advice", default="", help="What the panel advised.")
@click.option("--regard", default="", help="How regard was had to it.")
@pass_session
def panel(session: Session, reference: str, number: int, told: datetime, advice: str, regard: str) -> None:
    """Record that the national panel has the name."""
    with _numbered(session, reference, number) as (services, actor, held):
        services.reviewers.panel(actor, held.id, told.date(), advice, regard)
    say("recorded")


@reviewer.command()
@reference_argument
@number_argument
@pass_session
def appoint(session: Session, reference: str, number: int) -> None:
    """Appoint; refused while independence is not shown."""
    with _numbered(session, reference, number) as (services, actor, held):
        say(f"appointed: {services.reviewers.appoint(actor, held.id).form.name}")


@reviewer.command("stand-down")
@reference_argument
@number_argument
@click.argument("reason")
@pass_session
def stand_down(session: Session, reference: str, number: int, reason: str) -> None:
    """Record that somebody is not, or no longer, the reviewer."""
    with _numbered(session, reference, number) as (services, actor, held):
        services.reviewers.stand_down(actor, held.id, reason)
    say("stood down")
