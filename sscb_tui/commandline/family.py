"""The family contact plan without a screen; people go by what the Board calls them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.reviews import day_of, day_option, of_case
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.terms import ToldOf

if TYPE_CHECKING:
    from sscb_tui.domain.family_contact import FamilyContact
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

who_argument = click.argument("who", metavar="CALLED")


@contextmanager
def _called(session: Session, reference: str, who: str) -> Iterator[tuple[Services, Actor, FamilyContact]]:
    with of_case(session, reference) as (services, actor, case_id):
        yield services, actor, services.family_plan.called(case_id, who)


@click.group()
def family() -> None:
    """Plan contact with the family: who is told what, asked, heard, shown the report."""


@family.command("list")
@reference_argument
@json_option
@pass_session
def list_(session: Session, reference: str, as_json: bool) -> None:
    """List the plans, and who has none yet."""
    with session.services() as services:
        part = services.review_desk.view(services.desk.case(reference).id).part("family")
    if as_json:
        say_json(part)
        return
    say_table([(item.label, item.state) for item in part.items], none="Nobody of the family is known.")


@family.command()
@reference_argument
@source_argument
@pass_session
def add(session: Session, reference: str, source: IO[bytes]) -> None:
    """Plan contact with one person, from JSON."""
    from sscb_tui.domain.family_contact import FamilyContactForm

    form = read_form(FamilyContactForm, source)
    with of_case(session, reference) as (services, actor, case_id):
        say(f"planned: {services.family_plan.add(actor, case_id, form).form.called}")


@family.command("set")
@reference_argument
@who_argument
@source_argument
@pass_session
def revise(session: Session, reference: str, who: str, source: IO[bytes]) -> None:
    """Correct how contact is made, from JSON."""
    from sscb_tui.domain.family_contact import FamilyContactForm

    form = read_form(FamilyContactForm, source)
    with _called(session, reference, who) as (services, actor, held):
        services.family_plan.revise(actor, held.id, held.version, form)
    say("corrected")


@family.command()
@reference_argument
@who_argument
@click.argument("of", type=click.Choice([each.value for each in ToldOf]))
@day_option("--on", "The day they were told.")
@click.option("--not-yet", default="", help="Why not yet.")
@click.option("--by", default="", help="Who told them.")
@pass_session
def tell(session: Session, reference: str, who: str, of: str, on: datetime | None, not_yet: str, by: str) -> None:
    """Record that somebody was told, or why not yet."""
    from sscb_tui.domain.family_contact import Told
    from sscb_tui.services.inputs import read_model

    day = day_of(on)
    said = {"of": of, "on": day.isoformat() if day else None, "not_yet": not_yet, "by": by}
    told = read_model(Told, said, "told")
    with _called(session, reference, who) as (services, actor, held):
        services.family_plan.tell(actor, held.id, told)
    say("recorded")


@family.command()
@reference_argument
@who_argument
@click.option("--by", "asked_by", required=True, help="At whose wish.")
@click.option("--until", required=True, help="A day or an event.")
@click.option("--proceeding", default="", metavar="P-N", help="The proceeding it belongs to.")
@pass_session
def limit(session: Session, reference: str, who: str, asked_by: str, until: str, proceeding: str) -> None:
    """Record that there is to be no contact for now."""
    from sscb_tui.domain.family_contact import NoContact

    said = NoContact(asked_by=asked_by, until=until, proceeding=proceeding.upper())
    with _called(session, reference, who) as (services, actor, held):
        say(f"limit {len(services.family_plan.limit(actor, held.id, said).limits)}")


@family.command()
@reference_argument
@who_argument
@click.argument("number", type=int)
@pass_session
def lift(session: Session, reference: str, who: str, number: int) -> None:
    """Lift a limit by its number: contact is possible again."""
    with _called(session, reference, who) as (services, actor, held):
        services.family_plan.lift(actor, held.id, number)
    say("lifted")


@family.command()
@reference_argument
@who_argument
@day_option("--invited", "The day they were invited to contribute.")
@click.option("--wishes", default="", help="What they wished.")
@click.option("--gave", default="", help="What they gave.")
@click.option("--used", default="", help="How it was used.")
@pass_session
def contribute(
    session: Session, reference: str, who: str, invited: datetime | None, wishes: str, gave: str, used: str
) -> None:
    """Record the invitation to contribute, and what came of it."""
    from sscb_tui.domain.family_contact import Contribution

    given = Contribution(invited_on=day_of(invited), wishes=wishes, gave=gave, used=used)
    with _called(session, reference, who) as (services, actor, held):
        services.family_plan.contribute(actor, held.id, given)
    say("recorded")


@family.command("show")
@reference_argument
@who_argument
@click.option("--support", required=True, help="What support was offered.")
@day_option("--on", "The day they saw the report.")
@click.option("--where", default="")
@click.option("--not-shown", default="", help="Why they have not seen it.")
@pass_session
def shown(
    session: Session, reference: str, who: str, support: str, on: datetime | None, where: str, not_shown: str
) -> None:
    """Record support offered, and that the report was shown, or why not."""
    from sscb_tui.domain.review_forms import ShownForm

    form = ShownForm(support=support, shown_on=day_of(on), shown_where=where, not_shown=not_shown)
    with _called(session, reference, who) as (services, actor, held):
        services.family_plan.show(actor, held.id, form)
    say("recorded")
