"""The merged chronology as screens and scripts see it: pure, so that a long one is merged off the record's thread."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sscb_tui.domain import merge
from sscb_tui.domain.family import Child, FamilyMember
from sscb_tui.domain.template import searched_for
from sscb_tui.services.views import ChronologyEntry, ChronologyGap, MergedChronology, SameEvent

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile

_Same = list[tuple[int, tuple[str, ...]]]


def edition(file: CaseFile) -> tuple[object, ...]:
    """What the merged chronology of a case depends on: as long as it is equal, so is the chronology."""
    documents = (*file.requests, *file.chronology_files)
    return file.case, file.incident, *((each.id, each.version) for each in documents)


def merged_view(file: CaseFile, *, key: bool = False, since: date | None = None) -> MergedChronology:
    """Every row of a case in order; `key` and `since` choose rows, while all else is always said of all of them."""
    whole = merge.merged(merge.entries(file))
    view = view_of(whole, file.incident.happened_on.earliest, _people(file.case))
    chosen = whole if since is None else merge.within(whole, since)
    ids = _ids(merge.key_events(chosen) if key else chosen)
    return replace(view, rows=tuple(row for row in view.rows if row.entry_id in ids))


def view_of(
    entries: Iterable[merge.Entry], incident: date | None, people: Iterable[tuple[str, tuple[str, ...]]] = ()
) -> MergedChronology:
    """Entries in one order with everything that may be asked of them; each of `people` with the names they go by."""
    whole = merge.merged(entries)
    candidates = merge.candidates(whole)
    same, stand = _numbered(candidates), merge.anchors(whole)
    return MergedChronology(
        rows=tuple(_row(each, same[each.id], stand[each.id]) for each in whole),
        gaps=tuple(_gap(gap) for gap in merge.gaps(whole, incident)),
        events=tuple(_event(number, candidate) for number, candidate in enumerate(candidates, 1)),
        people=tuple((label, _ids(merge.about(whole, *names))) for label, names in people),
        recent=_ids(merge.last_days(whole, incident)) if incident else frozenset(),
    )


def _ids(entries: Sequence[merge.Entry]) -> frozenset[str]:
    return frozenset(entry.id for entry in entries)


def _numbered(candidates: Sequence[merge.Candidate]) -> Mapping[str, _Same]:
    """By entry, the groups it stands in and what they differ in."""
    found: dict[str, _Same] = defaultdict(list)
    for number, candidate in enumerate(candidates, 1):
        for entry in candidate.entries:
            found[entry.id].append((number, candidate.differs))
    return found


def _row(entry: merge.Entry, same: _Same, stands_with: merge.Entry | None) -> ChronologyEntry:
    row = entry.row
    return ChronologyEntry(
        entry_id=entry.id,
        text=row.on.text,
        earliest=row.on.earliest,
        latest=row.on.latest,
        precision=row.on.precision,
        agency=entry.agency,
        event=row.event,
        source=row.source,
        people=row.people,
        kind=row.kind,
        child_seen=row.child_seen,
        key=row.key,
        came_in=entry.source,
        same=tuple(number for number, _ in same),
        differs=tuple(dict.fromkeys(name for _, differs in same for name in differs)),
        shared_with=row.shared_with,
        action=row.action,
        comment=row.comment,
        follows=stands_with.id if stands_with and stands_with.id != entry.id else "",
    )


def _gap(gap: merge.Gap) -> ChronologyGap:
    before = gap.before.id if gap.before else ""
    return ChronologyGap(gap.kind.value, gap.days, gap.first, gap.last, gap.label, gap.after.id, before)


def _event(number: int, candidate: merge.Candidate) -> SameEvent:
    return SameEvent(number, tuple(entry.id for entry in candidate.entries), candidate.differs)


def _people(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each person by number and relationship (F2.12), with every name agencies may write."""
    asked = searched_for(case)
    for number, person in enumerate(asked, 1):
        if isinstance(person, str):
            yield f"P{number} another person", (f"P{number}", person)
        else:
            who = "the child" if isinstance(person, Child) else person.relationship
            yield f"P{number} {who}", (f"P{number}", *_names(person, case))
    for member in case.family:
        if member not in asked:
            yield member.relationship, _names(member, case)


def _names(person: Child | FamilyMember, case: Case) -> tuple[str, ...]:
    called = (case.pseudonym, "child") if isinstance(person, Child) else (person.relationship,)
    return person.name, *re.split(r"[,;/]", person.also_known_as), *called
