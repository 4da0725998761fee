"""The chronology table of the agency form (F4.D1): rows written and read, dates kept as stated."""

from __future__ import annotations

import re

from exports.entry import Entry
from exports.markup import cells, fold, row
from exports.sheet import Findings
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.terms import Precision, YesNo

COLUMNS = ("Date", "Source", "People", "Event", "Kind", "Child seen", "Shared with", "Action", "Comment", "Key")
EMPTY_ROWS = 4
_RULE = re.compile(r"\s*\|?[\s:|-]+\|?\s*$")
_SEEN = {"yes": YesNo.YES, "no": YesNo.NO, "unknown": YesNo.UNDETERMINED}
_SEEN_WORD = {value: word for word, value in _SEEN.items()}
_KEY = {"yes": True, "key": True, "x": True, "no": False, "context": False}


def table(rows: tuple[ChronologyRow, ...]) -> list[str]:
    """The table with these rows, or with a few empty ones."""
    head = [row(COLUMNS), "| " + " | ".join("-" * len(column) for column in COLUMNS) + " |"]
    empty = "| " + " | ".join(" " * len(column) for column in COLUMNS) + " |"
    return head + ([row(_values(each)) for each in rows] or [empty] * EMPTY_ROWS)


def _values(each: ChronologyRow) -> tuple[str, ...]:
    return (
        each.on.text,
        each.source,
        each.people,
        each.event,
        each.kind,
        _SEEN_WORD[each.child_seen],
        each.shared_with,
        each.action,
        each.comment,
        "yes" if each.key else "no",
    )


def read_table(entry: Entry, findings: Findings) -> tuple[tuple[int, ChronologyRow], ...]:
    """The rows with the line each stands on; blank lines and empty rows are passed over."""
    written = [(number, line) for number, line in enumerate(entry.below, entry.below_line) if line.strip(" \t")]
    if not written:
        return ()
    if tuple(fold(each) for each in cells(written[0][1])) != tuple(fold(each) for each in COLUMNS):
        findings.add(
            entry.question.id,
            "the table's heading was changed or words stand above it",
            " | ".join(COLUMNS),
            line=written[0][0],
        )
        return ()
    return tuple(
        (number, read)
        for number, line in written[1:]
        if not _RULE.match(line) and (read := _row(line, number, findings)) is not None
    )


def _row(line: str, number: int, findings: Findings) -> ChronologyRow | None:
    values = cells(line)
    if not any(values):
        return None
    if "|" not in line or len(values) != len(COLUMNS):
        found = f"{len(values)} cells" if "|" in line else "words outside the table"
        findings.add("F4.D1", f"{found} where a row has {len(COLUMNS)} cells", "\\| for an upright bar", line=number)
        return None
    return _checked(values, number, findings)


def _checked(values: tuple[str, ...], number: int, findings: Findings) -> ChronologyRow | None:
    on, source, people, event, kind, seen, shared, action, comment, key = values
    said = stated(on)
    before = len(findings.problems)
    if not on.strip() or (said.precision is Precision.UNDATED and any(each.isdigit() for each in on)):
        findings.add("F4.D1 Date", f"{on!r} does not read as a date", "12 Oct 2026, Oct 2026, unknown", line=number)
    if not event.strip():
        findings.add("F4.D1 Event", "the event is missing", line=number)
    if fold(seen) not in _SEEN:
        findings.add("F4.D1 Child seen", f"{seen!r} is not an answer", "yes, no, unknown", line=number)
    if fold(key) not in _KEY:
        findings.add("F4.D1 Key", f"{key!r} is not an answer", "yes, no", line=number)
    if len(findings.problems) > before:
        return None
    return ChronologyRow(
        on=said,
        source=source,
        people=people,
        event=event,
        kind=kind,
        child_seen=_SEEN[fold(seen)],
        shared_with=shared,
        action=action,
        comment=comment,
        key=_KEY[fold(key)],
    )
