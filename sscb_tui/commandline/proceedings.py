"""The register of parallel proceedings without a screen."""

from __future__ import annotations

from typing import IO

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.reviews import listed, of_case
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_table
from sscb_tui.domain.errors import InputError, Problem


@click.group()
def proceeding() -> None:
    """Keep the register of what runs beside a case, from referral on."""


def _number(name: str) -> int:
    number = name.strip().upper().removeprefix("P-")
    if not (number.isascii() and number.isdigit()):
        raise InputError([Problem("NUMBER", f"{name!r} is not an entry's number.", "P-1, P-2 and so on")])
    return int(number)


@proceeding.command("list")
@reference_argument
@json_option
@pass_session
def list_(session: Session, reference: str, as_json: bool) -> None:
    """List the register: what runs, what it asks of the case, when anybody last looked."""
    items = listed(
        session, reference, "proceedings", lambda s, case_id: s.proceedings.of_case(case_id), as_json=as_json
    )
    if items is not None:
        say_table(
            [(item.label, item.state, item.words[-1][1]) for item in items], none="Nothing runs beside this case."
        )


@proceeding.command()
@reference_argument
@source_argument
@pass_session
def add(session: Session, reference: str, source: IO[bytes]) -> None:
    """Enter a proceeding from JSON; prints its number."""
    from sscb_tui.domain.proceeding import ProceedingForm

    form = read_form(ProceedingForm, source)
    with of_case(session, reference) as (services, actor, case_id):
        services.proceedings.add(actor, case_id, form)
        say(f"P-{len(services.proceedings.of_case(case_id))}")


@proceeding.command("set")
@reference_argument
@click.argument("number", metavar="P-N")
@source_argument
@pass_session
def revise(session: Session, reference: str, number: str, source: IO[bytes]) -> None:
    """Bring an entry up to date from JSON."""
    from sscb_tui.domain.proceeding import ProceedingForm

    form = read_form(ProceedingForm, source)
    with of_case(session, reference) as (services, actor, case_id):
        held = services.proceedings.numbered(case_id, _number(number))
        services.proceedings.revise(actor, held.id, held.version, form)
    say("brought up to date")


@proceeding.command()
@reference_argument
@click.argument("number", metavar="P-N")
@pass_session
def look(session: Session, reference: str, number: str) -> None:
    """Say that somebody looked today, and the entry stands as it is."""
    with of_case(session, reference) as (services, actor, case_id):
        services.proceedings.look(actor, services.proceedings.numbered(case_id, _number(number)).id)
    say("looked at today")
