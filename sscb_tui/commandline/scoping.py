"""Templates out to the agencies, their returns back in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import keep, refuse_overwriting, say
from sscb_tui.domain.errors import InputError, NotFoundError, Problem

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.receipt import Receipt
    from sscb_tui.services.container import Services


@click.group()
def template() -> None:
    """Issue scoping templates."""


@template.command()
@reference_argument
@click.option("--agency", "agencies", multiple=True, required=True, metavar="CODE", help="An agency to ask; repeat it.")
@click.option("--out", required=True, type=click.Path(file_okay=False, exists=True, path_type=Path), metavar="DIR")
@click.option("--force", is_flag=True, help="Write over files that are already there.")
@pass_session
def issue(session: Session, reference: str, agencies: tuple[str, ...], out: Path, force: bool) -> None:
    """Ask agencies about a case: one Markdown form each, written into a folder."""
    codes = tuple(dict.fromkeys(code.strip().upper() for code in agencies))
    with session.acts() as (services, actor):
        case = services.desk.case(reference)
        with services.record.atomic(actor, "scoping templates issued"):
            services.scoping.issue(actor, case.id, codes)
            papers = [services.scoping.template(case.id, code) for code in codes]
            paths = [out / paper.filename for paper in papers]
            refuse_overwriting(paths, force=force)
            for path, paper in zip(paths, papers, strict=True):
                keep(path, paper.markdown)
    for path in paths:
        say(str(path))


@click.group("return")
def returned() -> None:
    """Take agencies' returns, and say when they are complete."""


@returned.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@pass_session
def take(session: Session, files: tuple[Path, ...]) -> None:
    """Take filled templates, all of the files whole or none of them; prints a receipt for each."""
    with session.acts() as (services, actor), services.record.atomic(actor, "returns imported"):
        receipts = _take_all(services, actor, files)
    for receipt in receipts:
        say(f"{receipt.file}  sha256 {receipt.sha256}  taken {receipt.at.isoformat(timespec='seconds')}")


def _take_all(services: Services, actor: Actor, files: tuple[Path, ...]) -> list[Receipt]:
    """Every file's problems together, so that all can be mended at once."""
    receipts: list[Receipt] = []
    wrong: list[Problem] = []
    for file in files:
        try:
            receipts.append(services.scoping.take(actor, file.name, file.read_bytes()))
        except InputError as error:
            wrong += [Problem(f"{file}: {each.where}", each.what, each.allowed, each.line) for each in error.problems]
    if wrong:
        raise InputError(wrong)
    return receipts


@returned.command()
@reference_argument
@pass_session
def complete(session: Session, reference: str) -> None:
    """Say that every return is in or accounted for."""
    with session.acts() as (services, actor):
        case = services.scoping.complete(actor, services.desk.case(reference).id)
        say(f"{case.reference}: {case.stage.label}")


agency_option = click.option("--agency", required=True, metavar="CODE", help="The agency asked.")


def _request_id(services: Services, reference: str, agency: str) -> str:
    """The request an agency was sent about a case."""
    for row in services.scoping.returns(services.desk.case(reference).id):
        if row.agency == agency.strip().upper():
            return row.request_id
    raise NotFoundError(f"{agency} has not been asked about {reference}.")


@returned.command()
@reference_argument
@agency_option
@click.option("--note", required=True, help="Who was reminded, and what was said.")
@click.option("--due", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="A new day, if one was agreed.")
@pass_session
def chase(session: Session, reference: str, agency: str, note: str, due: datetime | None) -> None:
    """Put a reminder or an extension on record."""
    with session.acts() as (services, actor):
        request = _request_id(services, reference, agency)
        chased = services.scoping.chase(actor, request, note, due.date() if due else None)
    say(f"{chased.agency}: {chased.state.label}, due {chased.due.isoformat()}")


@returned.command()
@reference_argument
@agency_option
@click.option("--reason", required=True, help="Why, in the agency's words.")
@pass_session
def refuse(session: Session, reference: str, agency: str, reason: str) -> None:
    """Put on record that an agency refuses to answer, and why."""
    with session.acts() as (services, actor):
        refused = services.scoping.refuse(actor, _request_id(services, reference, agency), reason)
    say(f"{refused.agency}: {refused.state.label}")
