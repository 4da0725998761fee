"""What the Business Manager looks at all day: the queue, a case at a glance, its history, and half-filled forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import NotFoundError
from sscb_tui.services.queue import queue_row
from sscb_tui.services.views import DraftRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.ports import Draft
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import CaseSummary, HistoryEntry, QueueRow


@dataclass(frozen=True, slots=True)
class Desk:
    """Reads across services; writes nothing but drafts."""

    room: Room

    def today(self) -> date:
        """The day, by the injected clock."""
        return self.room.today()

    def now(self) -> datetime:
        """The moment, by the injected clock."""
        return self.room.now()

    def data_version(self) -> int:
        """Rises when another window has saved."""
        return self.room.lists.data_version()

    def queue(self) -> tuple[QueueRow, ...]:
        """Every case, newest reference first."""
        today = self.room.today()
        rows = (queue_row(facts, today) for facts in self.room.lists.queue())
        return tuple(sorted(rows, key=lambda row: row.reference, reverse=True))

    def summary(self, case_id: str) -> CaseSummary:
        """One case at a glance."""
        from sscb_tui.services.glance import summarise

        return summarise(self.room.file(case_id), self.room.today(), self.room.settings())

    def case(self, reference: str) -> Case:
        """The case under a reference in any usual spelling: SSCB/2026/004, sscb-2026-004, 2026/004."""
        parts = [part.upper() for part in re.split(r"[/\\-]", reference.strip()) if part]
        if len(parts) == 2:
            parts.insert(0, self.room.settings().short_name)
        found = self.room.record.cases.by_reference("/".join(parts))
        if found is None:
            raise NotFoundError(f"No case has the reference {reference!r}; `sscb list` shows those held.")
        return found

    def file(self, case_id: str) -> CaseFile:
        """The case with everything that belongs to it."""
        return self.room.file(case_id)

    def history(self, case_id: str) -> tuple[HistoryEntry, ...]:
        """Everything ever saved about the case, oldest first, in plain words."""
        return tuple(self.room.record.journal.of_case(case_id))

    def keep_draft(self, actor: Actor | None, key: str, title: str, fields: Mapping[str, object]) -> datetime:
        """Store text being typed; answers the time saved."""
        return self.room.record.drafts.keep(key, title, fields, actor.name if actor else "")

    def draft(self, key: str) -> Draft | None:
        """The draft under that key, if there is one."""
        return self.room.record.drafts.find(key)

    def drafts(self) -> tuple[DraftRow, ...]:
        """Every draft, latest first."""
        return tuple(DraftRow(each.key, each.title, each.saved_at, each.by) for each in self.room.record.drafts.all())

    def discard_draft(self, key: str) -> None:
        """Drop a draft that has become a record or was given up."""
        self.room.record.drafts.discard(key)
