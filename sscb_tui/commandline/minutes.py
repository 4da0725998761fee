"""The minutes without a screen: what the capture line, Tab and the keys of a line that stands do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.meeting_group import held_meeting, meeting
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import InputError, NotFoundError, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sscb_tui.domain.base import LineId
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.services.container import Services
    from sscb_tui.services.minutes import About
    from sscb_tui.services.views import LineVersion

owner_option = click.option("--owner", metavar="WHO", help="An agency, or somebody at the table who speaks for one.")
due_option = click.option("--due", metavar="DAY", help="By what day: 9 Nov, 9/11, 9 Nov 2026, or +7 for a week on.")
line_argument = click.argument("number", metavar="LINE", type=int)
"""A line of the minutes by its number, as `sscb meeting lines` prints it."""


@meeting.command()
@reference_argument
@click.argument("text")
@click.option("--agency", metavar="CODE", help="The agency that has the floor.")
@owner_option
@due_option
@click.option("--corrects", metavar="LINE", type=int, help="The line that a correction (:c) corrects.")
@click.option("--source", metavar="WHERE", help='Where a quotation (:q) stands: "Police G4".')
@pass_session
def note(
    session: Session,
    reference: str,
    text: str,
    agency: str | None,
    *,
    owner: str | None,
    due: str | None,
    corrects: int | None,
    source: str | None,
) -> None:
    """Write a line of the minutes; a prefix such as ":f " gives its sense.

    An action (":a ") with --owner and --due goes on the tracker at once; a discrepancy (":d ") may have them too.
    """
    from sscb_tui.services.minutes import About

    _belongs(text, {"--owner": owner, "--due": due, "--corrects": corrects, "--source": source})
    with held_meeting(session, reference) as (services, actor, held):
        meant = None if corrects is None else _line(services, held, corrects).id
        about = About(owner or "", due or "", source or "", meant)
        line = services.meetings.write(actor, held.id, text, agency, about=about)
        say(_told(services, line))


def _belongs(text: str, given: Mapping[str, object]) -> None:
    """Nothing that was said of a line is dropped without a word."""
    from sscb_tui.domain.minuted import OWNED
    from sscb_tui.domain.terms import LineKind
    from sscb_tui.services.minutes import sense

    fits = {"--owner": OWNED, "--due": OWNED, "--corrects": (LineKind.CORRECTION,), "--source": (LineKind.QUOTE,)}
    kind, _ = sense(text)
    wrong = [name for name, said in given.items() if said is not None and kind not in fits[name]]
    if wrong:
        raise InputError(
            Problem(name, f"no {kind.label} has one.", ", ".join(each.label for each in fits[name])) for name in wrong
        )


@meeting.command()
@reference_argument
@click.argument("number", metavar="[LINE]", type=int, required=False)
@json_option
@pass_session
def lines(session: Session, reference: str, number: int | None, as_json: bool) -> None:
    """List the lines of the minutes by number; or, of one line, what it said after each change."""
    with session.services() as services:
        held = services.meetings.of_case(services.desk.case(reference).id)
        found = services.meetings.lines(held.id) if held else ()
        if held is not None and number is not None:
            _versions(services.meetings.line_versions(_line(services, held, number).id), as_json=as_json)
        elif as_json:
            say_json(found)
        else:
            numbers = {each.id: each.number for each in found}
            say_table([_cells(each, numbers) for each in found], none="No minutes yet.")


def _versions(found: Sequence[LineVersion], *, as_json: bool) -> None:
    """A line as it stood after each change, oldest first."""
    if as_json:
        say_json(found)
        return
    rows = [
        (f"{shown(each.at.date())} {each.at:%H:%M:%S}", each.actor, each.text, each.owner, each.due) for each in found
    ]
    say_table(rows, none="")


def _cells(line: MinuteLine, numbers: Mapping[LineId, int]) -> tuple[str, ...]:
    corrects = f"corrects {numbers[line.corrects]}" if line.corrects is not None else ""
    state = "struck" if line.struck else corrects
    return str(line.number), f"{line.at:%H:%M}", line.kind.label, state, line.text, line.owner, _day(line)


@meeting.command()
@reference_argument
@line_argument
@click.argument("text", required=False)
@owner_option
@due_option
@pass_session
def edit(
    session: Session, reference: str, number: int, text: str | None, *, owner: str | None, due: str | None
) -> None:
    """Change a line of the minutes: its words, or of an action or discrepancy whose it is and by when.

    What is not said stays; an empty --owner or --due takes it away. The record keeps what the line said before.
    """
    with held_meeting(session, reference) as (services, actor, held):
        line = _line(services, held, number)
        about = _about(line, owner, due)
        words = line.text if text is None else text
        say(_told(services, services.meetings.edit_line(actor, line.id, line.version, words, about=about)))


def _about(line: MinuteLine, owner: str | None, due: str | None) -> About | None:
    """The terms as they will stand; None where nothing was said of them."""
    from sscb_tui.domain.minuted import OWNED
    from sscb_tui.services.minutes import About

    if owner is None and due is None:
        return None
    if line.kind not in OWNED:
        allowed = ", ".join(each.label for each in OWNED)
        raise InputError([Problem(f"line {line.number}", f"no {line.kind.label} has an owner.", allowed)])
    return About(line.owner if owner is None else owner, _day(line) if due is None else due)


@meeting.command()
@reference_argument
@line_argument
@pass_session
def strike(session: Session, reference: str, number: int) -> None:
    """Strike a line: it leaves the paper and stays in the record, as does an action that came of it."""
    with held_meeting(session, reference) as (services, actor, held):
        line = _line(services, held, number)
        say(f"struck: {_told(services, services.meetings.strike_line(actor, line.id, line.version))}")


def _line(services: Services, held: Meeting, number: int) -> MinuteLine:
    """The line people call by that number."""
    for each in services.meetings.lines(held.id):
        if each.number == number:
            return each
    raise NotFoundError(f"There is no line {number} in these minutes; `sscb meeting lines` shows those there are.")


def _told(services: Services, line: MinuteLine) -> str:
    """A line as it stands: the action that came of it, or what an action still lacks."""
    from sscb_tui.domain.minuted import lacks

    actions = {str(row.action_id): f"A-{row.number}" for row in services.tracker.rows()} if line.refers else {}
    missing = f"lacks {' and '.join(lacks(line))}" if lacks(line) else ""
    parts = (str(line.number), line.kind.label, line.text, line.owner, _day(line), actions.get(line.refers), missing)
    return "  ".join(filter(None, parts))


def _day(line: MinuteLine) -> str:
    return shown(line.due) if line.due else ""
