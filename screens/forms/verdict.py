"""Whether a form will do: each field's own test in a sentence, then the record's, put where the person can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from screens.forms import when
from screens.forms.spec import Field, Kind, Spec, Value, Values
from screens.forms.values import blank, lines, nested

M = TypeVar("M", bound=BaseModel)

DATE_HELP = "Write the day as 2 Nov 2026, 02/11/2026 or 2026-11-02."
MOMENT_HELP = "Write the day and time as 2 Nov 2026 14:05."


@dataclass(frozen=True, slots=True)
class Verdict(Generic[M]):
    """The record, or a sentence for each field that stands in its way."""

    record: M | None
    faults: Mapping[str, str] = field(default_factory=dict)
    general: tuple[str, ...] = ()
    """What is wrong with the form as a whole."""


def judged(spec: Spec, model: type[M], values: Values) -> Verdict[M]:
    """Every sentence at once, the fields' own first; the record only when there is none."""
    faults = {each.path: said for each in spec.asked(values) if (said := fault(each, values))}
    try:
        record = model.model_validate(nested(spec, values))
    except ValidationError as refused:
        faults, general = _placed(spec.asked(values), refused.errors(), faults)
        return Verdict(None, faults, general)
    return Verdict(None if faults else record, faults)


def fault(of: Field, values: Values) -> str:
    """What is wrong with one field by itself, in a sentence, or nothing."""
    typed = values.get(of.path, of.start())
    if blank(typed):
        return _missing(of, values)
    return _wrong(of, typed) if isinstance(typed, str) else ""


def _missing(of: Field, values: Values) -> str:
    if not of.required or values.get(of.unless) is True:
        return ""
    if of.kind is Kind.LIST:
        return "List them, or answer below that there are none." if of.unless else "Add at least one."
    return "Choose one." if of.options else "This is needed."


def _wrong(of: Field, typed: str) -> str:
    if of.check is not None and (said := of.check(typed)):
        return said
    if of.kind is Kind.DATE and when.day(typed) is None:
        return DATE_HELP
    if of.kind is Kind.DATETIME and when.moment(typed) is None:
        return MOMENT_HELP
    if len(typed.strip()) < of.least:
        return f"At least {of.least} characters are needed; there are {len(typed.strip())} so far."
    return _unlisted(of, typed)


def _unlisted(of: Field, typed: str) -> str:
    if of.kind not in (Kind.CHOICE, Kind.MULTI):
        return ""
    given = lines(typed) if of.kind is Kind.MULTI else [typed]
    unknown = set(given) - {value for value, _ in of.options}
    return f"Not one of the choices: {', '.join(sorted(unknown))}." if unknown else ""


def _placed(
    fields: tuple[Field, ...], errors: Iterable[ErrorDetails], faults: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    placed, general = dict(faults), []
    for error in errors:
        path, rest = _split(error["loc"])
        found = next((each for each in fields if _owns(each, path)), None)
        if found is not None:
            placed.setdefault(found.path, rest + sentence(error))
        elif not faults:  # with fields still to mend, the whole is not worth judging
            general.append(f"{path}: {sentence(error)}" if path else sentence(error))
    return placed, tuple(general)


def _split(loc: tuple[int | str, ...]) -> tuple[str, str]:
    """The dotted path down to a list, and in words where in the list."""
    row = next((at for at, part in enumerate(loc) if isinstance(part, int)), len(loc))
    path = ".".join(str(part) for part in loc[:row])
    if row == len(loc):
        return path, ""
    inside = " ".join(str(part).replace("_", " ") for part in loc[row + 1 :])
    return path, f"Row {int(loc[row]) + 1}{', ' + inside if inside else ''}: "


def _owns(of: Field, path: str) -> bool:
    return path == of.path or path in of.at or path.startswith(f"{of.path}.")


def sentence(error: ErrorDetails) -> str:
    """Pydantic's error as somebody would say it."""
    known = {
        "missing": "This is needed.",
        "enum": "Choose one.",
        "string_pattern_mismatch": "This will not do as it is.",
    }
    said = known.get(error["type"]) or error["msg"].removeprefix("Value error, ")
    return said[0].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")


def row_fault(of: Field, row: Mapping[str, Value]) -> str:
    """The first thing wrong with a row of a list, by the name of its field."""
    fields = of.of.fields if of.of is not None else ()
    wrong = ((each.label, fault(each, row)) for each in fields if each.asked(row))
    return next((f"{label}: {said}" for label, said in wrong if said), "")
