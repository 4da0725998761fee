"""What the commands of a meeting share: the group, the meeting they are about, and the shape of the short ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say
from sscb_tui.domain.errors import NotFoundError

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import Meeting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

Spoken = Callable[["Services", "Actor", "Meeting", str], str]
"""A deed on the meeting that takes one thing in words, and what is answered."""


@click.group()
def meeting() -> None:
    """Prepare, run and close a scoping meeting."""


@contextmanager
def held_meeting(session: Session, reference: str) -> Iterator[tuple[Services, Actor, Meeting]]:
    """The services, who acts, and the case's meeting."""
    with session.acts() as (services, actor):
        held = services.meetings.of_case(services.desk.case(reference).id)
        if held is None:
            raise NotFoundError(f"No meeting is prepared for {reference}; first `sscb meeting prepare {reference}`.")
        yield services, actor, held


def spoken(argument: str) -> Callable[[Spoken], Spoken]:
    """A command named and explained by the deed under it: the case, one thing in words, one line of answer."""

    def command(deed: Spoken) -> Spoken:
        @meeting.command(deed.__name__, help=deed.__doc__)
        @reference_argument
        @click.argument("words", metavar=argument)
        @pass_session
        def run(session: Session, reference: str, words: str) -> None:
            with held_meeting(session, reference) as (services, actor, held):
                say(deed(services, actor, held, words))

        return deed

    return command


def where(held: Meeting) -> str:
    """The meeting's state and its open item."""
    item = next((each for each in held.agenda if each.number == held.current), None)
    return f"meeting {held.state.label}" + (f", item {item.number} {item.title}" if item else "")


def present(held: Meeting) -> str:
    """The agencies that are here."""
    return f"present: {', '.join(held.agencies_here())}"
