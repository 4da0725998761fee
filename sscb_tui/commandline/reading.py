"""What comes in: forms from a file or standard input, and the short names people use for records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, TypeVar

import click

from sscb_tui.domain.errors import InputError, NotFoundError, Problem

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sscb_tui.domain.recommendation import Recommendation
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
    return action_rows(services, (name,))[0]


def action_rows(services: Services, names: Sequence[str]) -> tuple[ActionRow, ...]:
    """The actions people call A-1, A-2 and so on; every name that is none is told at once."""
    known = {row.number: row for row in services.tracker.rows()}
    numbers = [_number(name, "A") for name in names]
    missing = [f"A-{number}" for number in numbers if number not in known]
    if missing:
        raise NotFoundError(f"There is no action {', '.join(missing)}; `sscb action list` shows those held.")
    return tuple(known[number] for number in numbers)


def recommendation_number(name: str) -> int:
    """The number of what people call R-7."""
    return _number(name, "R")


def recommendation_of(services: Services, name: str) -> Recommendation:
    """The recommendation people call R-7."""
    number = recommendation_number(name)
    found = next((each for each in services.tracker.recommendations() if each.number == number), None)
    if found is None:
        raise NotFoundError(f"There is no recommendation R-{number}; `sscb recommendation list` shows those held.")
    return found


def _number(name: str, letter: str) -> int:
    digits = name.strip().upper().removeprefix(f"{letter}-")
    if digits.isascii() and digits.isdigit():
        return int(digits)
    kind = {"A": "an action", "R": "a recommendation"}[letter]
    where = {"A": "ACTION", "R": "RECOMMENDATION"}[letter]
    raise InputError([Problem(where, f"{name!r} is not {kind}'s number.", f"{letter}-1, {letter}-2 and so on")])
