"""One line of the minutes in words: time, item, sense, who spoke, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.content import Content

from screens.words import day, uk
from sscb_tui.domain.minuted import OWNED, lacks
from sscb_tui.domain.terms import LineKind
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine

QUIET = (LineKind.ITEM, LineKind.ATTENDANCE, LineKind.FLOOR)
"""Lines the program writes by itself."""
DIM = "$foreground 60%"


@dataclass(frozen=True, slots=True)
class Names:
    """What lines call things by: agencies by code, actions by id."""

    agencies: Mapping[str, str] = field(default_factory=dict)
    actions: Mapping[str, str] = field(default_factory=dict)


def line_words(line: MinuteLine, names: Names, width: int, *, under: bool = False) -> Content:
    """A line at this width; `under` another, it is a correction of that one, dated and indented."""
    margin = _correction_margin(line) if under else _margin(line)
    hang = 14 if under else margin.cell_length
    words = Content.assemble(*_lead(line, names, under=under), *_said(line), *_tail(line, names))
    if "\n" not in words.plain and margin.cell_length + words.cell_length <= width:
        return margin + words
    rows = [Content(" " * hang) + each for each in words.wrap(max(10, width - hang))]
    if under:
        return Content("\n").join([margin, *rows])
    return Content("\n").join([margin + rows[0][hang:], *rows[1:]]) if rows else margin


def _margin(line: MinuteLine) -> Content:
    item = f"{line.item:>2}" if line.item is not None else "  "
    return Content.styled(f"{uk(line.at):%H:%M} {item}  ", DIM)


def _correction_margin(line: MinuteLine) -> Content:
    when = uk(line.at)
    return Content.assemble(
        ("          └ ", DIM), ("CORRECTED ", "bold $text-accent"), f"{day(when.date())} {when:%H:%M}, {line.by}  "
    )


def _lead(line: MinuteLine, names: Names, *, under: bool) -> tuple[tuple[str, str], ...]:
    quiet = line.kind in QUIET or line.struck
    sense = "" if line.kind is LineKind.NOTE or under else f"{line.kind.label.upper()}  "
    agency = f"{names.agencies.get(line.agency, line.agency)}  " if line.agency else ""
    return (
        ("STRUCK  " if line.struck else "", "$text-warning"),
        (sense, DIM if quiet else "bold $text-accent"),
        (shown(agency), "bold"),
    )


def _said(line: MinuteLine) -> tuple[tuple[str, str], ...]:
    quiet = line.kind in QUIET or line.struck
    look = (DIM if quiet else "$foreground") + (" strike" if line.struck else "")
    marks = ("“", "”") if line.kind is LineKind.QUOTE else ("", "")
    return ((shown(line.text).join(marks), look),)


def _tail(line: MinuteLine, names: Names) -> tuple[tuple[str, str], ...]:
    """Where a quotation stands; whose an action is, by when, and where it is carried on."""
    parts: list[tuple[str, str]] = []
    if line.source:
        parts.append((f"  ← {shown(line.source)}", DIM))
    if line.kind in OWNED:
        terms = [line.owner, day(line.due) if line.due else "", f"{uk(line.deadline):%H:%M}" if line.deadline else ""]
        parts += [(f" · {shown(each)}", "$text-primary") for each in terms if each]
    if missing := lacks(line):
        parts.append((f"  {' '.join(f'{each}?' for each in missing)}", "bold $text-warning"))
    if line.refers in names.actions:
        parts.append((f" → {names.actions[line.refers]}", "bold $text-success"))
    return tuple(parts)
