"""Before and during the meeting: where the accounts differ and what becomes of it, and whether everything is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.message import Message

from screens.asking import carry_out
from screens.dialogs.conflicts import Conflicts
from screens.dialogs.conflicts_words import answer, settling, typed_answer
from screens.dialogs.readiness import Readiness
from screens.scoping_page import BEFORE, CLOSED, CONFIRMED, DRAFT, ON, ScopingPage
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.evidence import row_passages
from sscb_tui.services.readiness_words import parts

if TYPE_CHECKING:
    from screens.forms.spec import Entry
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import DifferenceView


class ConflictDeeds(ScopingPage):
    """The deeds on the differences between accounts."""

    BINDINGS = [
        Binding(
            "c", "conflicts", "Conflicts", id="scoping.conflicts", tooltip="Who says what; settle it or have it checked"
        ),
        Binding("r", "readiness", "Ready?", id="scoping.readiness", tooltip="What is in, what is missing, what to ask"),
    ]
    WHEN = {
        "conflicts": (BEFORE, DRAFT, ON, CLOSED, CONFIRMED),
        "readiness": (BEFORE, DRAFT, ON, CLOSED),
    }

    @dataclass
    class ToPlace(Message):
        """Somebody wants to read an agency's words where they stand: a question, or a row of a file."""

        agency: str
        place: str

    def on_conflict_deeds_to_place(self, message: ToPlace) -> None:
        """Bring the answer into view, under the cursor; or the row, in the merged chronology."""
        if not message.place.startswith("F4."):
            self.show_row(self._row_at(f"{message.agency} {self.veil.true(message.place)}"))
            return
        self.show_questions()
        grid = self.query_one(SideBySideGrid)
        grid.to_cell(message.agency, message.place)
        grid.focus()

    def _row_at(self, ref: str) -> str:
        """Which row is meant by a reference ("POL visits.csv row 3"); empty where it is no longer held."""
        rows = row_passages(self.on_record.file).items() if self.on_record else ()
        return next((row for row, passage in rows if passage.ref == ref), "")

    @work(group="dialog")
    async def action_conflicts(self) -> None:
        """Every conflict with who says what."""
        if self.sitting is not None:
            await self._conflicts(self.sitting)

    async def _conflicts(self, sitting: Sitting, at: str = "") -> None:
        """The list; where a person leaves it for an answer, that answer is brought into view."""
        today, found = sitting.now.date(), await self._found(sitting)
        if found is None or not self.is_current:
            return

        async def settle(view: DifferenceView) -> Sequence[DifferenceView] | None:
            return await self._settle(sitting, view)

        dialog = Conflicts(found, dict(sitting.view.questions), today, settle, at=at)
        place: tuple[str, str] | None = await self.app.push_screen_wait(dialog)
        if place is not None:
            self.post_message(self.ToPlace(*place))

    async def _settle(self, sitting: Sitting, view: DifferenceView) -> Sequence[DifferenceView] | None:
        """Ask how, and record it; refused, everything typed comes back."""
        case_id, today, known = sitting.file.case.id, sitting.now.date(), await self.comparison()

        def deed(services: Services, actor: Actor, typed: Entry) -> object:
            words, owner, due = answer(typed, today)
            return services.differences.settle(actor, case_id, view.id, words=words, owner=owner, due=due, known=known)

        self.asking = True
        try:
            about, values = f"{case_id}:{view.id}", typed_answer(view, today)
            done = await carry_out(self, settling(view), deed, values=values, about=about)
        finally:
            self.asking = False
        return await self._found(sitting) if done else None

    async def _found(self, sitting: Sitting) -> Sequence[DifferenceView] | None:
        """Every conflict and what has become of it; comparing the returns anew is not left to the record's thread."""
        known = await self.comparison()
        return await self.ask(lambda services: services.differences.of_case(sitting.file.case.id, known))

    @work(group="dialog")
    async def action_readiness(self) -> None:
        """Whether everything is there; a line that speaks of an answer or of a conflict opens it."""
        if (sitting := self.sitting) is None:
            return
        case, known = sitting.file.case, await self.comparison()
        found = await self.ask(lambda services: services.readiness.of_case(case.id, known))
        if found is None or not self.is_current:
            return
        dialog = Readiness(f"Ready for the meeting? · {case.pseudonym}", parts(found, sitting.names))
        finding = await self.app.push_screen_wait(dialog)
        if finding is not None and finding.difference:
            await self._conflicts(sitting, finding.difference)
        elif finding is not None:
            self.post_message(self.ToPlace(finding.agency, finding.question))
