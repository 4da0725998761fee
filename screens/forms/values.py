"""What was typed, as a record's nested values, and back: the only place that knows both spellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from screens.forms import when
from screens.forms.spec import Entry, Field, Kind, Section, Spec, Value, Values


def nested(spec: Spec, values: Values) -> dict[str, object]:
    """The record's own shape: a blank that nobody must fill is left out, so that the record's default stands."""
    built = _nested(spec.asked(values), values)
    return spec.shape(built) if spec.shape is not None else built


def _nested(fields: Iterable[Field], values: Values) -> dict[str, object]:
    built: dict[str, object] = {}
    for field in fields:
        typed = values.get(field.path, field.start())
        if not blank(typed) or field.kind is Kind.LIST:
            _put(built, field.path, converted(field, typed))
    return built


def _put(built: dict[str, object], path: str, value: object) -> None:
    *parents, last = path.split(".")
    for parent in parents:
        inner = built.setdefault(parent, {})
        if not isinstance(inner, dict):
            raise TypeError(f"{path}: {parent} is both a value and a group")
        built = inner
    built[last] = value


def blank(typed: Value) -> bool:
    """Nothing but white space, or no rows."""
    return not typed.strip() if isinstance(typed, str) else typed == []


def converted(field: Field, typed: Value) -> object:
    """One answer as the record takes it; text that is no date stays text, for the record to refuse."""
    if isinstance(typed, bool):
        return typed
    if isinstance(typed, list):
        fields = field.of.fields if field.of is not None else ()
        return [_nested([each for each in fields if each.asked(row)], row) for row in typed]
    return _converted_text(field.kind, typed)


def _converted_text(kind: Kind, typed: str) -> object:
    match kind:
        case Kind.DATE:
            return when.day(typed) or typed
        case Kind.DATETIME:
            return when.moment(typed) or typed
        case Kind.LINES | Kind.MULTI:
            return lines(typed)
        case _:
            return typed


def lines(typed: str) -> list[str]:
    """One value a line, empty lines left out."""
    return [line.strip() for line in typed.split("\n") if line.strip()]


def typed_from(spec: Spec, record: Mapping[str, object]) -> Entry:
    """The values to show for a record that exists, as somebody would have typed them."""
    return _typed(spec.fields, record)


def _typed(fields: Sequence[Field], record: Mapping[str, object]) -> Entry:
    return {field.path: shown(field, _get(record, field.path)) for field in fields}


def _get(record: Mapping[str, object], path: str) -> object:
    found: object = record
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def shown(field: Field, value: object) -> Value:
    """One value of a record, as somebody would have typed it."""
    if field.kind is Kind.LIST:
        return _rows(field.of, value)
    if field.kind is Kind.BOOL:
        return value is True
    if value is None:
        return ""
    return _shown_text(field.kind, value)


def _shown_text(kind: Kind, value: object) -> str:
    match kind, value:
        case Kind.DATE, date():
            return when.day_text(value)
        case Kind.DATETIME, datetime():
            return when.moment_text(value)
        case Kind.STATED_DATE, {"text": text}:
            return str(text)
        case ((Kind.LINES | Kind.MULTI), list() | tuple()):
            return "\n".join(str(each) for each in value)
        case _:
            return str(value)


def _rows(of: Section | None, value: object) -> list[Entry]:
    if of is None or not isinstance(value, list | tuple):
        return []
    return [_typed(of.fields, row) for row in value if isinstance(row, Mapping)]


def restored(spec: Spec, kept: Mapping[str, object]) -> Entry:
    """The values of a draft; a field the draft does not know, or knows in another shape, starts afresh."""
    return _restored(spec.fields, kept)


def again(spec: Spec, kept: Mapping[str, object]) -> Entry:
    """Only what the draft holds; the rest stands as it is offered anew."""
    return {path: value for path, value in restored(spec, kept).items() if path in kept}


def _restored(fields: Sequence[Field], kept: Mapping[str, object]) -> Entry:
    return {field.path: _kept(field, kept.get(field.path)) for field in fields}


def _kept(field: Field, value: object) -> Value:
    if field.kind is Kind.LIST and field.of is not None and isinstance(value, list):
        of = field.of.fields
        return [_restored(of, {str(key): row[key] for key in row}) for row in value if isinstance(row, Mapping)]
    if field.kind is Kind.BOOL and isinstance(value, bool):
        return value
    if field.kind not in (Kind.LIST, Kind.BOOL) and isinstance(value, str):
        return value
    return field.start()
