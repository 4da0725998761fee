"""Files from outside become models or a list of problems: each with its place, what is wrong and what is allowed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.services.allowed import allowed_at

M = TypeVar("M", bound=BaseModel)


def read_model(model: type[M], data: object, where: str, line: int | None = None) -> M:
    """The data as that model; InputError names every field that does not fit."""
    try:
        return model.model_validate_json(json.dumps(data), strict=True)
    except ValidationError as error:
        raise InputError(problems(error, model, where, line)) from error


def read_models(model: type[M], data: bytes, where: str) -> tuple[M, ...]:
    """One JSON object, or JSON lines with an object each; all of them fit or none is taken."""
    found: list[M] = []
    wrong: list[Problem] = []
    for line, value in read_json_lines(data, where):
        try:
            found.append(read_model(model, value, where, line))
        except InputError as error:
            wrong += error.problems
    if wrong:
        raise InputError(wrong)
    return tuple(found)


def problems(error: ValidationError, model: type[BaseModel], where: str, line: int | None = None) -> list[Problem]:
    """What pydantic found, as people read it."""
    schema = model.model_json_schema()
    return [_problem(each, schema, where, line) for each in error.errors(include_url=False)]


def worded(text: str, where: str, allowed: str) -> str:
    """The text exactly as given; InputError where it says nothing."""
    if text.strip():
        return text
    raise InputError([Problem(where, "is blank.", allowed)])


def unfit(error: ValidationError) -> InputError:
    """Values given one by one that a record refuses, each under its field's name."""
    return InputError(
        [Problem(dotted(each["loc"]) or error.title, _sentence(each)) for each in error.errors(include_url=False)]
    )


def _problem(error: ErrorDetails, schema: dict[str, object], where: str, line: int | None) -> Problem:
    place = dotted(error["loc"])
    allowed = _allowed(error, schema)
    return Problem(f"{where}: {place}" if place else where, _sentence(error), allowed, line)


def _allowed(error: ErrorDetails, schema: dict[str, object]) -> str:
    """What stands in the schema at that place; a rule across fields has said all there is to say."""
    if error["type"] == "value_error" and isinstance(error.get("input"), dict):
        return ""
    return allowed_at(schema, error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"])


def dotted(place: Sequence[str | int]) -> str:
    """A field's path as people write it: family[0].name."""
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in place)
    return path.removeprefix(".")


def _sentence(error: ErrorDetails) -> str:
    kind, given = error["type"], error.get("input")
    if kind == "missing":
        return "is missing; blank is not an answer."
    if kind == "extra_forbidden":
        return "is not a field of this form."
    if kind == "value_error":
        return error["msg"].removeprefix("Value error, ").rstrip(".") + "."
    if isinstance(given, str) and not given.strip():
        return "must say something; blank is not an answer."
    if kind == "string_pattern_mismatch":
        return f"{_quoted(given)} cannot be taken."
    return f"{_quoted(given)} cannot be taken: {error['msg'].lower()}."


def _quoted(given: object) -> str:
    text = json.dumps(given, ensure_ascii=False, default=str)
    return text if len(text) <= 60 else f"{text[:57]}..."


def read_json(data: bytes, where: str) -> object:
    """One JSON value; duplicate fields, NaN, text that is not UTF-8 and lone surrogates are refused."""
    return _parse(as_text(data, where), where, None)


def read_json_lines(data: bytes, where: str) -> tuple[tuple[int | None, object], ...]:
    """A single JSON value under no line number, or one value a line under its number."""
    text = as_text(data, where)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2 or _is_whole(text, object) or not any(_is_whole(line, dict) for _, line in lines):
        return ((None, _parse(text, where, None)),)
    found: list[tuple[int | None, object]] = []
    wrong: list[Problem] = []
    for number, line in lines:
        try:
            found.append((number, _parse(line, where, number)))
        except InputError as error:
            wrong += error.problems
    if wrong:
        raise InputError(wrong)
    return tuple(found)


def as_text(data: bytes, where: str) -> str:
    """The file as text; a byte order mark is dropped."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Problem(where, "is not UTF-8 text.", "a file saved as UTF-8", line)]) from error


def _is_whole(text: str, kind: type) -> bool:
    try:
        return isinstance(json.loads(text), kind)
    except (ValueError, RecursionError):
        return False


class _DoubledError(ValueError):
    """A field given twice: which of the two was meant cannot be known."""


def _no_doubles(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) != len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubledError(", ".join(sorted({name for name in names if names.count(name) > 1})))
    return fields


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


def _parse(text: str, where: str, line: int | None) -> object:
    try:
        value: object = json.loads(text, object_pairs_hook=_no_doubles, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        what = f"is not JSON: {error.msg.lower()} at column {error.colno}."
        raise InputError([Problem(where, what, "one JSON object", line or error.lineno)]) from error
    except _DoubledError as error:
        raise InputError([Problem(f"{where}: {error}", "is given twice.", "each field once", line)]) from error
    except UnicodeEncodeError as error:
        raise InputError([Problem(where, "holds half of a character (a lone surrogate).", "", line)]) from error
    except RecursionError as error:
        raise InputError([Problem(where, "is nested too deeply.", "a form as `sscb schema` shows", line)]) from error
    except ValueError as error:
        raise InputError([Problem(where, f"is not JSON: {error}.", "one JSON object", line)]) from error
    return value
