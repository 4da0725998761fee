"""What a field of an input allows, in words, read from the input's own JSON schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Schema = dict[str, object]

_FORMATS = {
    "date": "a date, YYYY-MM-DD",
    "date-time": "a date and time with its offset, such as 2026-11-02T09:30:00+00:00",
}
_TYPES = {
    "string": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "null": "null",
}


def allowed_at(schema: Schema, place: Sequence[str | int]) -> str:
    """The values, kind or fields allowed at that place; empty where the schema does not say."""
    here: Schema | None = schema
    for step in place:
        here = _below(schema, here, step) if here is not None else None
    return "" if here is None else _words(schema, here)


def _variants(root: Schema, schema: Schema) -> Iterator[Schema]:
    """The schema itself with references followed, or each of its alternatives."""
    reference = schema.get("$ref")
    if isinstance(reference, str):
        named = _dict(_dict(root.get("$defs")).get(reference.rpartition("/")[2]))
        yield from _variants(root, named)
        return
    options = schema.get("anyOf") or schema.get("allOf")
    if isinstance(options, list):
        for option in options:
            yield from _variants(root, _dict(option))
        return
    yield schema


def _below(root: Schema, schema: Schema, step: str | int) -> Schema | None:
    for variant in _variants(root, schema):
        inner = variant.get("items") if isinstance(step, int) else _dict(variant.get("properties")).get(str(step))
        if isinstance(inner, dict):
            return inner
    return None


def _words(root: Schema, schema: Schema) -> str:
    said = dict.fromkeys(filter(None, (_kind(variant) for variant in _variants(root, schema))))
    return " or ".join(said)


def _kind(schema: Schema) -> str:
    values = schema.get("enum") or ([schema["const"]] if "const" in schema else None)
    if isinstance(values, list):
        return ", ".join(str(value) for value in values)
    if fields := _dict(schema.get("properties")):
        return f"the fields {', '.join(fields)}"
    named = _FORMATS.get(str(schema.get("format"))) or _TYPES.get(str(schema.get("type")), "")
    return named + _limits(schema)


def _limits(schema: Schema) -> str:
    low, high, pattern = schema.get("minimum"), schema.get("maximum"), schema.get("pattern")
    if low is not None and high is not None:
        return f" from {low} to {high}"
    if isinstance(pattern, str) and pattern != r"\S":
        return f" matching {pattern}"
    least = schema.get("minLength")
    return f" of at least {least} characters" if isinstance(least, int) and least > 1 else ""


def _dict(value: object) -> Schema:
    return value if isinstance(value, dict) else {}
