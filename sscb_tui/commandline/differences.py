"""Before the meeting: where the agencies' accounts differ, and whether everything needed is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json
from sscb_tui.domain.days import read_date, shown
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms import DifferenceState

if TYPE_CHECKING:
    from sscb_tui.services.readiness_words import Part
    from sscb_tui.services.views import DifferenceView, SayingView


class Listing(click.Group):
    """Lists, unless another of its commands is named: `sscb differences REF` is `sscb differences list REF`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the command in where it was left out."""
        if args and args[0] not in (*self.commands, *self.get_help_option_names(ctx)):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=Listing)
def differences() -> None:
    """List the conflicts between agencies' returns, or settle one."""


@differences.command("list")
@reference_argument
@json_option
@pass_session
def list_(session: Session, reference: str, as_json: bool) -> None:
    """List the conflicts between agencies' returns: what differs, and who says what in which words.

    Seven kinds are looked for: identity, knowledge (one agency says it told another, which has no record), seen or not
    seen, dates of one event, open or closed, plan and its category, household. Nothing is merged. Each is open, being
    checked by somebody until a day, or settled; where a party changes its words after that, it is open again.
    """
    with session.services() as services:
        found = services.differences.of_case(services.desk.case(reference).id)
    if as_json:
        say_json(found)
    elif not found:
        say("The returns do not contradict one another in anything this looks for.")
    else:
        say("\n\n".join(_told(each) for each in found))


@differences.command()
@reference_argument
@click.argument("difference", metavar="ID")
@click.option("--words", default="", help="How it is settled.")
@click.option("--owner", default="", help="Who will check it.")
@click.option("--due", default="", metavar="DATE", help="By what day.")
@pass_session
def settle(session: Session, reference: str, difference: str, words: str, owner: str, due: str) -> None:
    """Say how a conflict is settled (--words), or who will check it by what day (--owner, --due).

    ID is the name the list gives it, for example seen-3f2a9c. A later answer takes the place of the one before; both
    stay on record. While a meeting is prepared or on, its minutes say so too; once they are confirmed it is refused.
    """
    if bool(words.strip()) == bool(owner.strip() or due.strip()):
        allowed = "--words TEXT, or --owner WHO and --due DATE"
        raise InputError([Problem("--words", "say how it is settled or who will check it, one of the two.", allowed)])
    by = read_date(due, "--due") if due.strip() else None
    with session.acts() as (services, actor):
        case_id = services.desk.case(reference).id
        services.differences.settle(actor, case_id, difference, words=words, owner=owner, due=by)
        found = services.differences.of_case(case_id)
    say(next(_head(each) for each in found if each.id == difference))


def _head(found: DifferenceView) -> str:
    return f"{found.id}  {found.kind.label}: {found.what}\n    {_answer(found)}"


def _answer(found: DifferenceView) -> str:
    """What has become of it, in a line."""
    if found.state is DifferenceState.SETTLED:
        return f"settled: {found.settled}"
    if found.state is DifferenceState.CHECKING and found.due:
        return f"checking: {found.owner} by {shown(found.due)}"
    return "open again: the words have changed since it was answered" if found.answers else "open"


def _told(found: DifferenceView) -> str:
    return "\n".join((_head(found), *_passages(found.sayings)))


def _passages(sayings: Sequence[SayingView]) -> tuple[str, ...]:
    return tuple(f"    {said.name}{f', {said.where}' if said.where else ''}: “{said.quote}”" for said in sayings)


@click.command()
@reference_argument
@json_option
@pass_session
def readiness(session: Session, reference: str, as_json: bool) -> None:
    """Check whether a scoping meeting has what it needs, and list the questions it should put.

    Returns in, late, thin, refused and nil; criteria for which no passage is cited or pinned; agencies others name that
    were not asked; people not searched for; conflicts not explained; and questions to put, each with its passages. It
    bars nothing.
    """
    from sscb_tui.services.readiness_words import parts

    with session.services() as services:
        found = services.readiness.of_case(services.desk.case(reference).id)
        names = {agency.code: agency.brief for agency in services.board.settings().agencies}
    if as_json:
        say_json(found)
    else:
        say("\n".join(line for part in parts(found, names) for line in _checked(part)))


def _checked(part: Part) -> Iterator[str]:
    yield f"{part.mark} {part.title}: {part.said}"
    for finding in part.findings:
        yield f"{' ' * (6 if finding.passage else 4)}{finding.text}"
