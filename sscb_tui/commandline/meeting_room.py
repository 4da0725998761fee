"""The room of a scoping meeting without a screen: the floor, the agenda's time, a child unsafe now."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.meeting_group import held_meeting, meeting, present, spoken, where
from sscb_tui.commandline.reading import read_form, read_forms, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say
from sscb_tui.domain.errors import NotFoundError

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services


@meeting.command()
@reference_argument
@click.argument("agency", required=False)
@click.option("--back", is_flag=True, help="Take the floor back to the chair of the meeting.")
@pass_session
def floor(session: Session, reference: str, agency: str | None, back: bool) -> None:
    """Give an agency the floor, or take it back; prints each agency's air-time."""
    from sscb_tui.domain.floor import air_time

    if back is (agency is not None):
        raise click.UsageError("Name the agency that gets the floor, or say --back.")
    with held_meeting(session, reference) as (services, actor, held):
        if agency is None:
            services.floor.take_back(actor, held.id)
        else:
            services.floor.give(actor, held.id, agency)
        air = air_time(held, services.meetings.lines(held.id))
        now = services.desk.now()
        for code in dict.fromkeys(turn.agency for turn in air.turns):
            heard = air.of(code, held.current, now)
            say(f"{code}  {heard.time.total_seconds():.0f} s  {heard.turns} turns{'  has it' * (air.holder == code)}")


@meeting.command()
@reference_argument
@source_argument
@pass_session
def agenda(session: Session, reference: str, source: IO[bytes]) -> None:
    """Set the whole agenda from JSON lines of title and minutes; opened items must stand first, unchanged."""
    from sscb_tui.domain.planned import PlannedItem

    items = read_forms(PlannedItem, source)
    with held_meeting(session, reference) as (services, actor, held):
        for item in services.floor.set_agenda(actor, held.id, items).agenda:
            say(f"{item.number:>2}  {item.planned:>3} min  {item.title}")


@meeting.command()
@reference_argument
@click.argument("minutes", type=int, default=5)
@pass_session
def extend(session: Session, reference: str, minutes: int) -> None:
    """Give the open item more minutes."""
    with held_meeting(session, reference) as (services, actor, held):
        say(where(services.floor.extend(actor, held.id, minutes)))


@spoken("TEXT")
def park(services: Services, actor: Actor, held: Meeting, text: str) -> str:
    """Park the rest of the open item and move on."""
    return where(services.floor.park(actor, held.id, text))


@spoken("TEXT")
def decide(services: Services, actor: Actor, held: Meeting, text: str) -> str:
    """Settle the open item in a sentence and move on."""
    return where(services.floor.decide(actor, held.id, text))


@meeting.command()
@reference_argument
@click.argument("number", type=int, required=False)
@click.argument("text", default="")
@click.option("--owner", default="", help="Who sees to it.")
@pass_session
def parked(session: Session, reference: str, number: int | None, text: str, owner: str) -> None:
    """List what was parked; or answer the line of that number."""
    from sscb_tui.domain.outstanding import parking_list

    with held_meeting(session, reference) as (services, actor, held):
        if number is not None:
            lines = {each.line.number: each.line for each in parking_list(services.meetings.lines(held.id))}
            if number not in lines:
                raise NotFoundError(f"Line {number} is not on the parking list.")
            services.floor.answer_parked(actor, lines[number].id, text, owner)
        for each in parking_list(services.meetings.lines(held.id)):
            say(f"{each.line.number}  {each.line.text}  {each.answer.text if each.answer else 'not answered'}")


@spoken("NAME")
def back(services: Services, actor: Actor, held: Meeting, name: str) -> str:
    """Note that somebody who left has come back."""
    return present(services.meetings.come_back(actor, held.id, name))


@spoken("TEXT")
def apologies(services: Services, actor: Actor, held: Meeting, text: str) -> str:
    """Note who sent apologies, and who stayed away without a word."""
    return f"apologies: {services.meetings.apologise(actor, held.id, text).apologies}"


@meeting.command()
@reference_argument
@source_argument
@pass_session
def unsafe(session: Session, reference: str, source: IO[bytes]) -> None:
    """Record a child unsafe now from JSON: text, owner, agency, deadline; opens the action at once."""
    from sscb_tui.domain.forms import UnsafeForm

    form = read_form(UnsafeForm, source)
    with held_meeting(session, reference) as (services, actor, held):
        say(f"A-{services.floor.unsafe(actor, held.id, form).number}  {form.owner}  {form.text}")


@meeting.command()
@reference_argument
@click.argument("text")
@click.option("--by", "imposed_by", required=True, help="Who imposes it.")
@click.option("--until", default="", help="A day or an event.")
@pass_session
def constrain(session: Session, reference: str, text: str, imposed_by: str, until: str) -> None:
    """Put on record what may not be discussed."""
    with held_meeting(session, reference) as (services, actor, held):
        limits = services.floor.constrain(actor, held.id, text=text, imposed_by=imposed_by, until=until).constraints
        say(f"constraint {len(limits)}: {limits[-1].text}")


@meeting.command()
@reference_argument
@click.argument("number", type=int)
@pass_session
def lift(session: Session, reference: str, number: int) -> None:
    """Lift a constraint by its number."""
    with held_meeting(session, reference) as (services, actor, held):
        limits = services.floor.lift(actor, held.id, number).constraints
        say(f"lifted: {limits[number - 1].text}")
