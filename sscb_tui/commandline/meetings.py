"""The scoping meeting without a screen: prepared, opened, minuted, closed, and its recommendation submitted."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.meeting_group import held_meeting, meeting, present, spoken, where
from sscb_tui.commandline.reading import read_form, read_forms, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services


@meeting.command()
@reference_argument
@pass_session
def prepare(session: Session, reference: str) -> None:
    """Set the meeting up with the standard agenda."""
    with session.acts() as (services, actor):
        say(where(services.meetings.prepare(actor, services.desk.case(reference).id)))


@meeting.command()
@reference_argument
@source_argument
@pass_session
def attend(session: Session, reference: str, source: IO[bytes]) -> None:
    """Put people on the attendance list from a JSON object or JSON lines."""
    from sscb_tui.domain.meeting import Attendee

    people = read_forms(Attendee, source)
    with held_meeting(session, reference) as (services, actor, held), services.record.atomic(actor, "attendance taken"):
        for person in people:
            held = services.meetings.attend(actor, held.id, person)
    say(present(held))


@spoken("NAME")
def leave(services: Services, actor: Actor, held: Meeting, name: str) -> str:
    """Note that somebody has left."""
    return present(services.meetings.leave(actor, held.id, name))


@meeting.command()
@reference_argument
@click.option("--confidentiality-read", is_flag=True, help="The confidentiality wording was read out.")
@click.option("--interests-asked", is_flag=True, help="Everybody was asked to declare interests.")
@click.option("--purpose-restated", is_flag=True, help="The purpose was restated: learning, not blame.")
@pass_session
def start(
    session: Session, reference: str, confidentiality_read: bool, interests_asked: bool, purpose_restated: bool
) -> None:
    """Open the meeting, answering the three questions every meeting opens with."""
    with held_meeting(session, reference) as (services, actor, held), services.record.atomic(actor, "meeting opened"):
        services.meetings.ready(
            actor,
            held.id,
            confidentiality_read=confidentiality_read,
            interests_asked=interests_asked,
            purpose_restated=purpose_restated,
        )
        held = services.meetings.start(actor, held.id)
    say(where(held))


@meeting.command("next")
@reference_argument
@pass_session
def next_(session: Session, reference: str) -> None:
    """Move on to the next item of the agenda."""
    with held_meeting(session, reference) as (services, actor, held):
        say(where(services.meetings.next_item(actor, held.id)))


@meeting.command()
@reference_argument
@source_argument
@pass_session
def find(session: Session, reference: str, source: IO[bytes]) -> None:
    """Record findings on the criteria from a JSON object or JSON lines; prints the provisional result."""
    from sscb_tui.domain.decision import LimbFinding

    findings = read_forms(LimbFinding, source)
    with (
        held_meeting(session, reference) as (services, actor, held),
        services.record.atomic(actor, "findings recorded"),
    ):
        for finding in findings:
            services.findings.find(actor, held.id, finding)
        assessment = services.findings.provisional(held.case_id)
    say(f"provisionally {assessment.result.label}  {assessment.citation}".rstrip())


@meeting.command()
@reference_argument
@source_argument
@pass_session
def view(session: Session, reference: str, source: IO[bytes]) -> None:
    """Record agencies' views on the outcome from a JSON object or JSON lines."""
    from sscb_tui.domain.meeting import AgencyView

    views = read_forms(AgencyView, source)
    with held_meeting(session, reference) as (services, actor, held), services.record.atomic(actor, "views stated"):
        for each in views:
            held = services.findings.view(actor, held.id, each)
    say(f"views stated: {', '.join(each.agency for each in held.views)}")


@meeting.command("round")
@reference_argument
@click.option("--close", "closes", is_flag=True, help="Close the round: who is present and entitled is frozen.")
@click.option("--no-dissent", is_flag=True, help="The answer that nobody dissents.")
@click.option("--reopen", metavar="REASON", help="Open a closed round again, saying why.")
@pass_session
def round_(session: Session, reference: str, closes: bool, no_dissent: bool, reopen: str | None) -> None:
    """Show the round of views; close it, or open it again."""
    from sscb_tui.domain.rules.rounds import owing

    with held_meeting(session, reference) as (services, actor, held):
        if reopen is not None:
            held = services.findings.reopen_round(actor, held.id, reopen)
        if closes:
            held = services.findings.close_round(actor, held.id, dissent_none=no_dissent)
        for each in held.views:
            say(f"{each.agency}  {each.outcome.label if each.outcome else 'no view'}  {each.reason}")
        for agency in owing(held):
            say(f"{agency}  awaited")
        say("the round is closed" if held.round_closed_at else "the round is open")


@meeting.command()
@reference_argument
@click.argument("criterion")
@click.argument("bearing", type=click.Choice(("for", "against", "context")))
@click.argument("passage")
@click.option("--quote", default="", metavar="TEXT", help="Fewer of its words; an ellipsis for what is left out.")
@pass_session
def pin(session: Session, reference: str, criterion: str, bearing: str, passage: str, quote: str) -> None:
    """Pin a passage ("POL F4.G4", "POL F4.D1 row 3", "minute 12") to a criterion."""
    from sscb_tui.domain.terms import Fact
    from sscb_tui.services.pins import Held

    if criterion not in set(Fact):
        raise click.BadParameter(f"use one of {', '.join(Fact)}", param_hint="CRITERION")
    with session.acts() as (services, actor):
        case = services.desk.case(reference)
        made = services.pins.pin(actor, case.id, Held(Fact(criterion), passage, bearing, quote))
    say(f"pinned to {made.fact.label}, {made.evidence.bearing}: {made.evidence.ref}  {made.evidence.quote}")


@spoken("TEXT")
def safety(services: Services, actor: Actor, held: Meeting, text: str) -> str:
    """Record the position on the immediate safety of children."""
    services.floor.safety(actor, held.id, text)
    return "safety of children recorded"


@meeting.command()
@reference_argument
@pass_session
def close(session: Session, reference: str) -> None:
    """Close the meeting."""
    with held_meeting(session, reference) as (services, actor, held):
        say(where(services.meetings.close(actor, held.id)))


@spoken("MISSING")
def adjourn(services: Services, actor: Actor, held: Meeting, missing: str) -> str:
    """Break off, saying which facts are missing, who brings them and by when."""
    return f"adjourned: {services.meetings.adjourn(actor, held.id, missing).adjourned}"


@meeting.command()
@reference_argument
@pass_session
def confirm(session: Session, reference: str) -> None:
    """Confirm the minutes; from then on only dated corrections."""
    with held_meeting(session, reference) as (services, actor, held):
        say(f"minutes {services.meetings.confirm(actor, held.id).state.label}")


@meeting.command()
@reference_argument
@source_argument
@pass_session
def recommend(session: Session, reference: str, source: IO[bytes]) -> None:
    """Submit the meeting's recommendation to the Chair from a JSON file."""
    from sscb_tui.domain.forms import AdviceForm

    form = read_form(AdviceForm, source)
    with session.acts() as (services, actor):
        advice = services.meetings.submit(actor, services.desk.case(reference).id, form)
    say(f"recommended to the Chair: {advice.recommended.label}")
