"""Before the meeting: where the agencies' accounts differ, and whether everything needed is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json

if TYPE_CHECKING:
    from sscb_tui.services.views import DifferenceView, ReadinessView, SayingView


@click.command()
@reference_argument
@json_option
@pass_session
def differences(session: Session, reference: str, as_json: bool) -> None:
    """List the conflicts between agencies' returns: what differs, and who says what in which words.

    Seven kinds are looked for: identity, knowledge (one agency says it told another, which has no record), seen or not
    seen, dates of one event, open or closed, plan and its category, household. Nothing is merged or written. A
    difference is settled by a line of the minutes, ":d" or ":f", that names its id, for example seen-3f2a9c.
    """
    with session.services() as services:
        found = services.differences.of_case(services.desk.case(reference).id)
    if as_json:
        say_json(found)
    elif not found:
        say("The returns do not contradict one another in anything this looks for.")
    else:
        say("\n\n".join(_told(each) for each in found))


def _told(found: DifferenceView) -> str:
    settled = [f"    settled: {found.settled}"] if found.settled else []
    return "\n".join((f"{found.id}  {found.kind.label}: {found.what}", *_passages(found.sayings), *settled))


def _passages(sayings: Sequence[SayingView]) -> tuple[str, ...]:
    return tuple(f"    {said.name}{f', {said.where}' if said.where else ''}: “{said.quote}”" for said in sayings)


@click.command()
@reference_argument
@json_option
@pass_session
def readiness(session: Session, reference: str, as_json: bool) -> None:
    """Check whether a scoping meeting has what it needs, and list the questions it should put.

    Returns in, late and thin; criteria for which no passage is cited; agencies others name that were not asked; people
    not searched for; differences not settled; and challenge questions, each with its passages. It bars nothing.
    """
    with session.services() as services:
        found = services.readiness.of_case(services.desk.case(reference).id)
    if as_json:
        say_json(found)
    else:
        say("\n".join(_checked(found)))


def _checked(found: ReadinessView) -> Iterator[str]:
    late = [f"{each.agency} {each.days} d{'' if each.arrived else ', still out'}" for each in found.late]
    thin = [f"{agency} {words} words" for agency, words in found.thin]
    unsearched = [f"{each.agency} {each.who} ({each.why})" for each in found.unsearched]
    yield f"Returns         {len(found.returned)} of {len(found.asked)} in{_listed(found.returned, ': ')}"
    yield f"Refused         {_listed(found.refused) or 'none'}"
    yield f"Late            {_listed(late) or 'none'}"
    yield f"Thin            {_listed(thin) or 'none'}"
    yield f"No passage      {_listed([fact.label for fact in found.unsupported]) or 'every criterion has one'}"
    yield f"Not searched    {_listed(unsearched) or 'everybody was searched for'}"
    yield f"Not asked       {_listed([each.agency for each in found.unasked]) or 'nobody whom the returns name'}"
    for unasked in found.unasked:
        yield from _passages(unasked.named_by)
    ids = [each.id for each in found.unexplained]
    yield f"Differences     {_listed(ids) or 'none open'}"
    for number, challenge in enumerate(found.challenges, start=1):
        yield f"{number}. {challenge.question}"
        yield from _passages(challenge.passages)


def _listed(words: Sequence[str], before: str = "") -> str:
    return before + ", ".join(words) if words else ""
