"""Hostile words for every text field of a model: found by walking the model, so that a new field is never forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

WORDS = {
    "markup": "[/]",
    "half a tag": "[b",
    "cjk": "日本",
    "joined emoji": "👩‍⚖️",
    "terminal escape": "\x1b[31mred\x1b]0;title\x07",
    "nul": "a\x00b",
    "c1": "a\x9b31mb",
    "right to left": "\u202eevil\u2066",
    "zero width": "a\u200bb\ufeffc\u00ad",
    "pipe": "|a|b|",
    "html": "<b>x</b><script>",
    "formula": '=HYPERLINK("x")',
    "at formula": "@SUM(A1)",
    "backticks": "```\ncode\n```",
    "template heading": "words\n### F4.C1\nmore",
    "line ends": "one\r\ntwo\rthree\n\nfour",
    "indented": "    code\n\tcode",
    "backslash": "trailing \\",
    "surrounding space": "  padded \n",
    "sql": "'); DROP TABLE cases; --",
    "percent": "%s {0} {{x}} %(y)s ${HOME}",
}
PLAIN = "Plain words."


def hostile(value: M, words: str) -> M:
    """The same form with every field that takes free text filled with these words, each a little different."""
    data = value.model_dump(mode="json")
    for number, path in enumerate(taking_text(value)):
        _put(data, path, distinct(words, number))
    return type(value).model_validate(data)


def distinct(words: str, number: int) -> str:
    """The words with a number behind them: names that must differ do, and a field knows its own; never too short."""
    return f"{words}{number:>100}"


def taking_text(value: BaseModel) -> list[Path]:
    """Paths of the fields that take any words; the others are dates, codes, numbers and fixed answers."""
    data = value.model_dump(mode="json")
    return [path for path in _texts(data, ()) if _takes(value, path)]


def _takes(value: BaseModel, path: Path) -> bool:
    data = value.model_dump(mode="json")
    _put(data, path, distinct(PLAIN, 0))
    try:
        type(value).model_validate(data)
    except ValidationError:
        return False
    return True


def texts_at(value: BaseModel, paths: Sequence[Path]) -> list[str]:
    """What stands at those paths."""
    return [str(_get(value.model_dump(mode="json"), path)) for path in paths]


def _texts(data: object, path: Path) -> Iterator[Path]:
    if isinstance(data, str):
        yield path
    for step, inner in _inside(data):
        yield from _texts(inner, (*path, step))


def _inside(data: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(data, dict):
        yield from data.items()
    if isinstance(data, list):
        yield from enumerate(data)


def _get(data: object, path: Path) -> object:
    for step in path:
        data = dict(_inside(data))[step]
    return data


def _put(data: object, path: Path, words: str) -> None:
    holder = _get(data, path[:-1])
    assert isinstance(holder, dict | list)
    holder[path[-1]] = words  # type: ignore[index]  # a dict's key or a list's place, as the walk found it
