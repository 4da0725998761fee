"""One row of the chronology whole: what its agency typed, what its date may mean, and who else tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content

from screens.widgets.lanes_layout import NO_DATE, SEEN, SIGNS
from screens.words import day
from sscb_tui.domain.terms import Precision
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.services.views import ChronologyEntry, MergedChronology

CAME_IN = {"return": "with the agency's return", "file": "in a chronology file"}
_LABEL = 13


def row_words(entry: ChronologyEntry, view: MergedChronology, names: Mapping[str, str]) -> Content:
    """Every field of a row; those left empty are not named."""
    rows = {row.entry_id: row for row in view.rows}
    told = (
        ("Date", entry.text.strip() or NO_DATE),
        ("", f"{SIGNS[entry.precision]} {entry.precision.label}: {_meant(entry, rows.get(entry.follows))}"),
        ("Agency", names.get(entry.agency, entry.agency)),
        ("Key event", "★ yes" if entry.key else ""),
        ("Child seen", SEEN.get(entry.child_seen, "not said")),
        ("People", entry.people),
        ("Kind", entry.kind),
        ("Shared with", entry.shared_with),
        ("Source", entry.source),
        ("Came in", CAME_IN.get(entry.came_in, "")),
    )
    heads = Content("\n").join(_line(label, value) for label, value in told if value.strip())
    long = (("Event", entry.event), ("Action", entry.action), ("Comment", entry.comment))
    parts = [heads, *(_part(label, shown(words)) for label, words in long if words.strip())]
    others = "\n".join(_others(entry, view, rows, names))
    return Content("\n\n").join([*parts, *([_part("May be the same event", others)] if others else [])])


def _line(label: str, value: str) -> Content:
    return Content.assemble((label.ljust(_LABEL), "$foreground 60%"), shown_line(value))


def _part(label: str, words: str) -> Content:
    return Content.assemble((f"{label}\n", "$foreground 60%"), words)


def _meant(entry: ChronologyEntry, follows: ChronologyEntry | None) -> str:
    """What the date may mean, or where the row stands for want of one."""
    if entry.precision is not Precision.UNDATED and entry.earliest and entry.latest:
        same = entry.earliest == entry.latest
        return day(entry.earliest) if same else f"{day(entry.earliest)} to {day(entry.latest)}"
    if follows is None:
        return "no day said, and no dated row of the same agency above it"
    return f"no day said; it stands behind {follows.text.strip()}, as in its agency's own order"


def _others(
    entry: ChronologyEntry,
    view: MergedChronology,
    rows: Mapping[str, ChronologyEntry],
    names: Mapping[str, str],
) -> Iterable[str]:
    for event in view.events:
        if entry.entry_id not in event.entry_ids:
            continue
        differs = f"differs in {', '.join(event.differs)}" if event.differs else "told alike"
        for other in (rows[each] for each in event.entry_ids if each in rows and each != entry.entry_id):
            name = shown_line(names.get(other.agency, other.agency))
            yield f"{name}, {shown_line(other.text.strip()) or NO_DATE} ({differs}): {shown_line(other.event)}"
