"""The Board's settings without a screen."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services


@click.group()
def board() -> None:
    """Show and set the Board's name, people, agencies and local rules."""


@board.command()
@json_option
@pass_session
def show(session: Session, as_json: bool) -> None:
    """Show the settings; with --json, in the form `sscb board set` reads."""
    with session.services() as services:
        settings = services.board.settings()
    if as_json:
        say_json(settings.model_dump(mode="json", exclude={"id", "version"}))
        return
    say(f"{settings.name} ({settings.short_name}), {settings.area}; framework {settings.framework}")
    for person in settings.people:
        say(f"{person.role.label}: {person.name}")
    for agency in settings.agencies:
        say(f"{agency.code}  {agency.names[-1].name}")


@board.command("set")
@source_argument
@pass_session
def set_(session: Session, source: IO[bytes]) -> None:
    """Set up the Board, or change its settings, from a JSON file; makes the database if there is none."""
    from sscb_tui.domain.agency import BoardSettings

    form = read_form(BoardSettings, source)
    with session.services(create=True) as services:
        read = services.board.settings().version
        saved = services.board.save(_whoever(session, services, form), form.but(version=read))
    say(f"{saved.name}: {len(saved.people)} people, {len(saved.agencies)} agencies")


def _whoever(session: Session, services: Services, form: BoardSettings) -> Actor:
    """Who saves: a person the settings know, or at the first set-up one the new settings bring."""
    if services.board.is_set_up():
        return session.actor(services)
    person = form.person(session.acting or "")
    if person is None:
        known = ", ".join(each.name for each in form.people)
        raise InputError([Problem("--as", "say who is setting the Board up.", known or "a person the file names")])
    return person.actor()
