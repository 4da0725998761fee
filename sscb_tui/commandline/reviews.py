"""A review without a screen: commissioned, on agreed terms, begun, extended; and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, TypeVar

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views.reviews import ReviewItem, ReviewView


F = TypeVar("F", bound=Callable[..., None])


def day_option(name: str, help: str, *, required: bool = False) -> Callable[[F], F]:
    """An option that takes a day, YYYY-MM-DD."""
    return click.option(name, type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", required=required, help=help)


def day_of(moment: datetime | None) -> date | None:
    """The day an option named, if it was given."""
    return moment.date() if moment else None


@contextmanager
def of_case(session: Session, reference: str) -> Iterator[tuple[Services, Actor, str]]:
    """The services, who acts, and the case."""
    with session.acts() as (services, actor):
        yield services, actor, services.desk.case(reference).id


def listed(
    session: Session, reference: str, part: str, held: Callable[[Services, str], Sequence[BaseModel]], *, as_json: bool
) -> tuple[ReviewItem, ...] | None:
    """The lines of one part as the screen has them; None where its records were said as JSON instead."""
    with session.services() as services:
        case_id = services.desk.case(reference).id
        records, items = held(services, case_id), services.review_desk.view(case_id).part(part).items
    if not as_json:
        return items
    say_json([each.model_dump(mode="json") for each in records])
    return None


@click.group()
def review() -> None:
    """Carry a review from its commission to publication."""


@review.command()
@reference_argument
@json_option
@pass_session
def show(session: Session, reference: str, as_json: bool) -> None:
    """Show a review: what comes next, what stands against it, and its parts."""
    with session.services() as services:
        view = services.review_desk.view(services.desk.case(reference).id)
    if as_json:
        say_json(view)
    else:
        say("\n".join(_shown(view)))


def _shown(view: ReviewView) -> Iterator[str]:
    yield f"{view.reference}  {view.pseudonym}  {view.stage.label}  {view.kind}"
    if view.due:
        left = "" if view.working_days is None else f", {view.working_days} working days left"
        target = f", extended to {view.target.isoformat()}" if view.target else ""
        yield f"Six months  {view.due.isoformat()}{target}{left}"
    yield f"Next        {view.next.words}" + (f" ({view.next.who})" if view.next.who else "")
    yield from (f"            {reason}" for reason in view.next.reasons)
    for part in view.parts:
        yield f"{part.mark} {part.label}: {part.state}"
        yield from (f"    {item.mark or ' '} {item.label}: {item.state}" for item in part.items)


@review.command()
@reference_argument
@click.option("--type", "types", multiple=True, metavar="AR-NN", help="The type of another review; may be repeated.")
@click.option("--publication", default="", help="For another review: whether it will be published, and why.")
@pass_session
def commission(session: Session, reference: str, types: tuple[str, ...], publication: str) -> None:
    """Commission the review the Chair decided on."""
    from sscb_tui.domain.review_forms import CommissionForm

    form = CommissionForm(types=types, publication_expectation=publication)
    with of_case(session, reference) as (services, actor, case_id):
        made = services.reviews.commission(actor, case_id, form)
    say(f"commissioned: {made.kind.label}")


@review.command()
@reference_argument
@source_argument
@pass_session
def terms(session: Session, reference: str, source: IO[bytes]) -> None:
    """Write the terms of reference from JSON; over an approved version this begins the next."""
    from sscb_tui.domain.terms_of_reference import Terms

    form = read_form(Terms, source)
    with of_case(session, reference) as (services, actor, case_id):
        held = services.desk.file(case_id).review
        written = services.reviews.write_terms(actor, case_id, held.version if held else 0, form)
        say(f"version {len(written.versions)} written")
        for bar in services.reviews.terms_bars(case_id):
            say(f"to mend: {bar}")


@review.command()
@reference_argument
@pass_session
def approve(session: Session, reference: str) -> None:
    """Approve the draft of the terms of reference, as the Chair; that locks it."""
    with of_case(session, reference) as (services, actor, case_id):
        say(f"version {len(services.reviews.approve_terms(actor, case_id).versions)} approved")


@review.command()
@reference_argument
@pass_session
def begin(session: Session, reference: str) -> None:
    """Begin: terms approved, reviewer independent and under contract, national panel told."""
    with of_case(session, reference) as (services, actor, case_id):
        services.reviews.begin(actor, case_id)
    say("begun")


@review.command()
@reference_argument
@click.argument("what")
@day_option("--on", "The day it was reached.", required=True)
@click.option("--note", default="")
@pass_session
def milestone(session: Session, reference: str, what: str, on: datetime, note: str) -> None:
    """Say that a milestone of the timetable was reached."""
    with of_case(session, reference) as (services, actor, case_id):
        services.reviews.reach(actor, case_id, what, on.date(), note)
    say(f"reached: {what}")


@review.command()
@reference_argument
@day_option("--until", "The new target.", required=True)
@click.option("--reason", required=True, help="Why six months are not enough; the clock runs on and carries it.")
@click.option("--learning", required=True, help="How learning moves meanwhile.")
@pass_session
def extend(session: Session, reference: str, until: datetime, reason: str, learning: str) -> None:
    """Let the review run beyond six months, as the Chair."""
    from sscb_tui.domain.review_forms import ExtensionForm

    form = ExtensionForm(reason=reason, target=until.date(), interim_learning=learning)
    with of_case(session, reference) as (services, actor, case_id):
        services.reviews.extend(actor, case_id, form)
    say(f"extended to {form.target.isoformat()}")


@review.command()
@reference_argument
@pass_session
def key(session: Session, reference: str) -> None:
    """Print the key to the pseudonyms: it names people, for the Business Manager and the Chair alone."""
    with of_case(session, reference) as (services, actor, case_id):
        click.echo(services.papers.key(actor, case_id).markdown, nl=False)


@review.command()
@reference_argument
@pass_session
def learn(session: Session, reference: str) -> None:
    """No review, but an agency has something to learn: carry out its actions."""
    with of_case(session, reference) as (services, actor, case_id):
        say(services.closings.learn(actor, case_id).stage.label)


@review.command()
@reference_argument
@click.argument("statement")
@pass_session
def close(session: Session, reference: str, statement: str) -> None:
    """Close the case; STATEMENT says what difference was made, or why nothing is left to do here."""
    with of_case(session, reference) as (services, actor, case_id):
        say(services.closings.close(actor, case_id, statement).stage.label)


@review.command()
@reference_argument
@click.argument("reason")
@pass_session
def reopen(session: Session, reference: str, reason: str) -> None:
    """Open a closed case again, because a follow-up found that what was done has slipped."""
    with of_case(session, reference) as (services, actor, case_id):
        say(services.closings.reopen(actor, case_id, reason).stage.label)
