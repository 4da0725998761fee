"""What becomes of a recommendation, without a screen: amended, answered, tied to an earlier one; and what waits."""

from __future__ import annotations

from typing import IO

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, recommendation_number, recommendation_of, source_argument
from sscb_tui.commandline.recommendations import recommendation
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.terms import Accepted
from sscb_tui.domain.text import shown_line

__all__ = ["recommendation"]
number_argument = click.argument("number", metavar="R-n")


@recommendation.command()
@number_argument
@source_argument
@pass_session
def amend(session: Session, number: str, source: IO[bytes]) -> None:
    """Word a recommendation anew from a JSON file, or say which finding it answers, until it is published."""
    from sscb_tui.domain.forms import RecommendationForm

    form = read_form(RecommendationForm, source)
    with session.acts() as (services, actor):
        done = services.amendments.amend(actor, recommendation_of(services, number).id, form)
        say(f"R-{done.number}: {done.text}")


@recommendation.command()
@number_argument
@click.option("--accepted", required=True, type=click.Choice([each.value for each in Accepted]))
@click.option("--reason", required=True, help="Why.")
@pass_session
def answer(session: Session, number: str, accepted: str, reason: str) -> None:
    """Give the Board's answer; while a review is in hand, `sscb review answer` does."""
    with session.acts() as (services, actor):
        held = recommendation_of(services, number)
        done = services.amendments.answer(actor, held.id, Accepted(accepted), reason)
        say(f"R-{done.number}: {done.accepted.label if done.accepted else ''}")


@recommendation.command()
@number_argument
@click.argument("earlier", metavar="R-m")
@click.option("--why", required=True, help="Why the earlier one did not work.")
@pass_session
def reiterate(session: Session, number: str, earlier: str, why: str) -> None:
    """Say that R-n repeats the earlier R-m, and why that one did not work."""
    with session.acts() as (services, actor):
        held = recommendation_of(services, number)
        done = services.amendments.reiterate(actor, held.id, recommendation_number(earlier), why)
        say(f"R-{done.number}: says R-{recommendation_number(earlier)} again")


@recommendation.command()
@click.argument("text")
@click.option("--for", "addressed", default="", help="Who is to do it.")
@click.option("--outcome", default="", help="What will be different for children.")
@pass_session
def wording(session: Session, text: str, addressed: str, outcome: str) -> None:
    """Say how strong TEXT is as a recommendation, what it leaves out, who is loaded, and what was said before."""
    from sscb_tui.domain.rules.advice_on_words import advice_on_words
    from sscb_tui.domain.rules.strength import strength

    weighed = strength(text)
    told = [f"{weighed.leverage.label}. {weighed.reason} ({weighed.source})"] if weighed else []
    told += advice_on_words(text, addressed=addressed, outcome=outcome)
    with session.acts() as (services, actor):
        told += services.action_desk.loads(f"{addressed}\n{text}")
        alike = services.search.nearest(actor, text)
    told += [shown_line(f"R-{each.number} {each.pseudonym}, {each.standing}: {each.text}") for each in alike]
    say("\n".join(told) or "Nothing to say of these words.")


@recommendation.command()
@click.argument("reference", metavar="[REF]", required=False)
@json_option
@pass_session
def ends(session: Session, reference: str | None, as_json: bool) -> None:
    """List what leads nowhere yet: recommendations without an action, findings without a recommendation."""
    with session.services() as services:
        found = services.tracker.open_ends(services.desk.case(reference).id if reference else None)
    if as_json:
        say_json(found)
        return
    rows = [(each.label, each.reference, each.waits_for, each.answered, each.action) for each in found]
    say_table(rows, none="Nothing is left open.")
