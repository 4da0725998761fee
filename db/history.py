"""The journal in plain words: what changed between one saved version and the next."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from db.session import Row
from sscb_tui.domain.people import Actor
from sscb_tui.services.views import HistoryEntry

LONGEST = 60
"""Values longer than this are said to have changed rather than quoted."""
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLANK: tuple[object, ...] = (None, "", [], {})


def entries(rows: Sequence[Row]) -> tuple[HistoryEntry, ...]:
    """Journal rows, oldest first, as history: each beside the version of the same record before it."""
    before: dict[tuple[str, str], object] = {}
    found = []
    for seq, at, actor, move, entity, id, version, state, seal in rows:
        record, now = (str(entity), str(id)), json.loads(str(state))
        found.append(
            HistoryEntry(
                seq=int(seq or 0),
                at=datetime.fromisoformat(str(at)),
                actor=_signature(str(actor)),
                move=str(move),
                entity=record[0],
                record_id=record[1],
                version=int(version or 0),
                changes=changes(before[record], now) if record in before else ("created",),
                hash=str(seal),
            )
        )
        before[record] = now
    return tuple(found)


def _signature(actor: str) -> str:
    who = Actor.model_validate_json(actor)
    return f"{who.name}, {who.role.label}"


def changes(before: object, after: object) -> tuple[str, ...]:
    """The differences between two states, each as a line: `stage: received -> initial discussion`."""
    return tuple(f"{', '.join(path) or 'record'}: {what}" for path, what in _differences((), before, after))


def _differences(path: tuple[str, ...], before: object, after: object) -> Iterator[tuple[tuple[str, ...], str]]:
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted({*before, *after}):
            yield from _differences((*path, _words(name)), before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list) and _structured(before + after):
        yield from _list_differences(path, before, after)
    else:
        yield path, _change(before, after)


def _list_differences(
    path: tuple[str, ...], before: list[object], after: list[object]
) -> Iterator[tuple[tuple[str, ...], str]]:
    for place in range(max(len(before), len(after))):
        here = (*path[:-1], f"{path[-1] if path else 'item'} {place + 1}")
        old = before[place] if place < len(before) else None
        new = after[place] if place < len(after) else None
        yield from _differences(here, old, new)


def _structured(items: list[object]) -> bool:
    return any(isinstance(item, dict | list) for item in items)


def _change(before: object, after: object) -> str:
    if isinstance(before, dict) or isinstance(after, dict):
        return "removed" if after is None else "added" if before is None else "changed"
    old, new = plain(before), plain(after)
    if max(len(old), len(new)) > LONGEST or "\n" in old + new:
        return "text added" if before in _BLANK else "text removed" if after in _BLANK else "text changed"
    return f"{old} -> {new}"


def plain(value: object) -> str:
    """A stored value as a person would say it: UK dates, yes and no, the field's words without underscores."""
    if value in _BLANK:
        return "blank"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value)
    return _said(value) if isinstance(value, str) else str(value)


def _said(text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return uk_date(date.fromisoformat(text))
        if _MOMENT.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return f"{uk_date(moment)} {moment:%H:%M}"
    except ValueError:
        return text
    return _words(text) if _CODE.fullmatch(text) else text


def _words(name: str) -> str:
    return name.replace("_", " ")


def uk_date(day: date) -> str:
    """For example 3 Nov 2026."""
    return f"{day.day} {day:%b %Y}"
