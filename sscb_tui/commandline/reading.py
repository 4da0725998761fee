"""What comes in: forms from a file or standard input, and the short names people use for records."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, TypeVar

import click

from sscb_tui.domain.errors import InputError, NotFoundError, Problem

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sscb_tui.services.container import Services
    from sscb_tui.services.views import ActionRow

    M = TypeVar("M", bound=BaseModel)

source_argument = click.argument("source", metavar="FILE|-", type=click.File("rb"))
"""A file, or a dash for standard input."""
reference_argument = click.argument("reference", metavar="REF")
"""A case reference in any usual spelling."""


def read_form(model: type[M], source: IO[bytes]) -> M:
    """One JSON object as the form it is meant to be."""
    from sscb_tui.services.inputs import read_json, read_model

    where = name_of(source)
    return read_model(model, read_json(source.read(), where), where)


def read_forms(model: type[M], source: IO[bytes]) -> tuple[M, ...]:
    """One JSON object or JSON lines, all of which fit."""
    from sscb_tui.services.inputs import read_models

    return read_models(model, source.read(), name_of(source))


def name_of(source: IO[bytes]) -> str:
    """The file's name as it was given, or words for standard input."""
    name = getattr(source, "name", None)
    return name if isinstance(name, str) and name != "<stdin>" else "standard input"


def action_row(services: Services, name: str) -> ActionRow:
    """The action people call A-12."""
    number = name.strip().upper().removeprefix("A-")
    if not (number.isascii() and number.isdigit()):
        raise InputError([Problem("ACTION", f"{name!r} is not an action's number.", "A-1, A-2 and so on")])
    for row in services.tracker.rows():
        if row.number == int(number):
            return row
    raise NotFoundError(f"There is no action A-{int(number)}; `sscb action list` shows those held.")
