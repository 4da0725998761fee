"""The golden thread and what hangs loose from it, for scripts and for paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table

if TYPE_CHECKING:
    from sscb_tui.services.views import ThreadBranch, ThreadThing, ThreadView

_LONGEST = 100


@click.command()
@reference_argument
@click.argument("item", metavar="ITEM")
@json_option
@pass_session
def thread(session: Session, reference: str, item: str, as_json: bool) -> None:
    """Show where ITEM of a case came from and what it led to.

    ITEM is what people cite: "POL F4.G4", "POL F4.D1 row 3", "minute 12", "item 8", "(a)", decision, review, F-2, R-3,
    A-12 or P-1.
    """
    with session.services() as services:
        case = services.desk.case(reference)
        view = services.thread.of(services.thread.find(case.id, item), case.id)
    if as_json:
        say_json(view)
    else:
        say("\n".join(_told(view)))


@click.command()
@click.argument("reference", metavar="[REF]", default="")
@json_option
@pass_session
def orphans(session: Session, reference: str, as_json: bool) -> None:
    """List what hangs loose from the thread, in one case or in all.

    A recommendation without a finding, an action without a recommendation that is not early, something done without
    evidence, a decision without a quotation; and, for information, a finding of a report without a recommendation,
    which is a question for the Board, and learning that led to nothing yet.
    """
    with session.services() as services:
        rows = services.thread.orphans(services.desk.case(reference).id if reference else None)
    if as_json:
        say_json(rows)
    else:
        told = [(row.reference, row.loose.label, row.thing.name, cut(row.thing.words, 60)) for row in rows]
        say_table(told, none="Nothing hangs loose.")


def _told(view: ThreadView) -> Iterator[str]:
    yield _named(view.thing)
    for heading, hung in (("Came from", view.came_from), ("Led to", view.led_to)):
        yield f"{heading}{'' if hung else ': nothing on record'}"
        yield from _hung(hung, "  ")


def _hung(hung: Sequence[ThreadBranch], before: str) -> Iterator[str]:
    for each in hung:
        yield f"{before}{_named(each.thing)} [{each.why}{', see above' if each.again else ''}]"
        yield from _hung(each.branches, f"{before}  ")


def _named(thing: ThreadThing) -> str:
    return f"{thing.name}: {cut(thing.words, _LONGEST)}" if thing.words else thing.name


def cut(words: str, longest: int) -> str:
    """The beginning of what is said, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
