"""Lines of minutes in the order screen and paper show them, and what an agreed action still lacks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.base import LineId
    from sscb_tui.domain.meeting import MinuteLine

OWNED = (LineKind.ACTION, LineKind.DISCREPANCY)
"""Lines somebody is to do something about, by a day (F6.11, F6.18)."""


def with_corrections(lines: Iterable[MinuteLine]) -> tuple[tuple[MinuteLine, tuple[MinuteLine, ...]], ...]:
    """Each line with the corrections made to it, oldest first (F6.23); a correction of a correction is the line's."""
    held = tuple(lines)
    known = {line.id: line for line in held}
    under: dict[LineId, list[MinuteLine]] = {}
    for line in held:
        if (first := corrected(line, known)) is not None:
            under.setdefault(first.id, []).append(line)
    return tuple((line, tuple(under.get(line.id, ()))) for line in held if corrected(line, known) is None)


def corrected(line: MinuteLine, known: dict[LineId, MinuteLine]) -> MinuteLine | None:
    """The line a correction stands under, through corrections of corrections; None where it stands by itself."""
    found = known.get(line.corrects) if line.corrects is not None else None
    seen = {line.id}
    while found is not None and found.corrects in known and found.id not in seen:
        seen.add(found.id)
        found = known[found.corrects]
    return found if found is not None and found.id not in seen else None


def lacks(line: MinuteLine) -> tuple[str, ...]:
    """What an agreed action does not say yet: whose it is, by when it is done (F6.18)."""
    if line.kind is not LineKind.ACTION or line.struck:
        return ()
    missing = ("owner", line.owner), ("date", line.due or line.deadline)
    return tuple(name for name, said in missing if not said)


def incomplete(lines: Iterable[MinuteLine]) -> tuple[MinuteLine, ...]:
    """Agreed actions without an owner or a date."""
    return tuple(line for line in lines if lacks(line))
