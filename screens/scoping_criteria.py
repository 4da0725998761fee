"""Towards the recommendation: passages pinned to the criteria, what the meeting finds, and the round of views."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from screens.advice import MASKED
from screens.base import Place
from screens.dialogs.confirm import confirmed
from screens.dialogs.entry import Entry as Line
from screens.dialogs.finding import found, meeting_finding, offered
from screens.dialogs.passage import Passage, reasons
from screens.dialogs.pin import PinDialog
from screens.dialogs.pinned import Passages
from screens.dialogs.round import Asked, RoundDialog
from screens.dialogs.view_entry import agency_view, held, stated
from screens.passages import passage_of
from screens.scoping_page import BEFORE, CLOSED, CONFIRMED, DRAFT, ON, ScopingPage
from screens.widgets.criteria_panel import CriteriaPanel, counted
from screens.widgets.lanes import Lanes
from screens.widgets.lanes_pane import LanesPane
from screens.widgets.minutes import MinutesList
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.domain.evidence import evidence_on, row_passages
from sscb_tui.domain.floor import air_time
from sscb_tui.domain.resubmission import words_gone
from sscb_tui.domain.rules.rounds import attending, by_deputy_alone, dissenting, may_close_round, round_order
from sscb_tui.domain.terms import Fact
from sscb_tui.services.pins import Held

if TYPE_CHECKING:
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.decision import Evidence
    from sscb_tui.domain.meeting import Meeting

NOWHERE = "No words stand under the cursor: there is nothing to pin."
NO_DISSENT = "Nobody has stated dissent. Does anybody at the table dissent?"
WHY_OFF = "Why is this passage taken off the criterion?"
WHY_AGAIN = "Why is the round of views opened again?"


class CriteriaDeeds(ScopingPage):
    """The deeds on the criteria."""

    BINDINGS = [
        Binding("w", "recommend", "Advise", id="scoping.recommend", tooltip="Write the recommendation to the Chair"),
        Binding("p", "pin", "Pin", id="scoping.pin", tooltip="Pin the passage under the cursor to a criterion"),
        Binding("p", "pin_late", "Pin", show=False, id="scoping.pin_late", tooltip="Pin the passage under the cursor"),
        Binding("f", "find", "Finding", id="scoping.find", tooltip="Record what the meeting finds on a criterion"),
        Binding("v", "view", "Views", id="scoping.view", tooltip="The round of views: each agency's view, and dissent"),
        Binding("v", "read_views", "Views", show=False, id="scoping.read_views", tooltip="What each agency's view was"),
    ]
    WHEN = {
        "recommend": (CLOSED,),
        "view": (ON,),
        "read_views": (CLOSED, CONFIRMED),
        "find": (ON,),
        "pin": (BEFORE, DRAFT, ON),
        "pin_late": (CLOSED, CONFIRMED),
    }
    """When the meeting is over, closing its business has the footer to itself."""

    def action_recommend(self) -> None:
        """The recommendation has a form of its own."""
        self.go(Place.ADVICE, self.context.case_id, MASKED if self.sitting and self.sitting.masked else "")

    # Pins

    @work(group="dialog")
    async def action_pin(self) -> None:
        """Pin the passage under the cursor: a cell, a row of the chronology, or a minute."""
        ref, passage = self._ref_here(), passage_of(self)
        if self.sitting is None or not ref or passage is None:
            self.notify(NOWHERE, markup=False)
            return
        words, where = passage
        case_id = self.sitting.file.case.id
        pinned = await self.app.push_screen_wait(PinDialog(where, words, counts(self.sitting)))
        if pinned is not None:
            cut = self.veil.true(pinned.words) if pinned.words else ""
            pin = Held(pinned.fact, ref, pinned.bearing, cut)
            await self.do(lambda services, actor: services.pins.pin(actor, case_id, pin))

    def action_pin_late(self) -> None:
        """Between the meeting and the recommendation."""
        self.action_pin()

    def _ref_here(self) -> str:
        """Where the passage under the cursor stands, as the record calls it; empty where there is none."""
        minutes = self.query_one(MinutesList)
        if minutes.has_focus:
            return f"minute {minutes.current.number}" if minutes.current else ""
        if self.query_one(LanesPane).display:
            entry = self.query_one(Lanes).current()
            return entry.entry_id if entry else ""
        current = self.query_one(SideBySideGrid).current()
        return f"{current[1][0]} {current[0][0]}" if current else ""

    @work(group="dialog")
    async def on_criteria_panel_asked(self, message: CriteriaPanel.Asked) -> None:
        """The passages behind a criterion; a pin that is taken off leaves the list open."""
        while (sitting := self.sitting) is not None:
            gone = words_gone((self.on_record or sitting).file)
            dialog = Passages(message.fact, sitting.file, partial(source_of, sitting=sitting), gone)
            pin_id = await self.app.push_screen_wait(dialog)
            if pin_id is None:
                return
            reason = await self.app.push_screen_wait(Line(WHY_OFF))
            if reason is not None:
                await self._withdraw(pin_id, reason)

    async def _withdraw(self, pin_id: str, reason: str) -> None:
        await self.do(lambda services, actor: services.pins.withdraw(actor, pin_id, reason))

    # Findings

    @work(group="dialog")
    async def action_find(self) -> None:
        """What the meeting finds on a criterion; the first without a finding is offered, with what was known before."""
        if self.sitting is None:
            return
        findings = self.meeting.findings if self.meeting else ()
        await self._asked(
            meeting_finding(counts(self.sitting)),
            offered(self.sitting.facts, findings),
            lambda services, actor, meeting, typed: services.findings.find(actor, meeting, found(typed)),
        )

    # The round of views

    @work(group="dialog")
    async def action_view(self) -> None:
        """Ask agency by agency until the round is left or closed."""
        at = ""
        while (sitting := self.sitting) is not None and sitting.meeting is not None:
            dialog = RoundDialog(sitting.meeting, turn_order(sitting), sitting.names, at)
            asked = await self.app.push_screen_wait(dialog)
            if asked is None:
                return
            before = sitting.meeting.version
            await self._in_the_round(asked, sitting.meeting)
            await self.reload()
            moved = self.meeting is not None and self.meeting.version != before
            at = "" if moved and asked.deed == "state" else asked.agency

    def action_read_views(self) -> None:
        """The round as it was closed."""
        self.action_view()

    async def _in_the_round(self, asked: Asked, meeting: Meeting) -> None:
        if asked.deed == "close":
            await self._close_round(meeting)
        elif asked.deed == "reopen" or meeting.round_closed_at is not None:
            await self._reopen_round(meeting)
        else:
            await self._state(asked.agency, meeting)

    async def _state(self, agency: str, meeting: Meeting) -> None:
        name = self.sitting.names.get(agency, agency) if self.sitting else agency
        await self._asked(
            agency_view(name, deputy=by_deputy_alone(meeting, agency)),
            held(agency, meeting),
            lambda services, actor, meeting_id, typed: services.findings.view(actor, meeting_id, stated(agency, typed)),
        )

    async def _close_round(self, meeting: Meeting) -> None:
        """Everything that stands in the way at once; then dissent is asked for, and "none" is an answer."""
        nobody = not dissenting(meeting)
        if barred := may_close_round(meeting, dissent_none=nobody):
            await self.app.push_screen_wait(Passage("The round cannot close yet", reasons(barred)))
            return
        if nobody and not await confirmed(self.app, NO_DISSENT, "nobody: close the round", "somebody: back to it"):
            return
        await self.do(lambda services, actor: services.findings.close_round(actor, meeting.id, dissent_none=nobody))

    async def _reopen_round(self, meeting: Meeting) -> None:
        if meeting.round_closed_at is None:
            return
        reason = await self.app.push_screen_wait(Line(WHY_AGAIN))
        if reason is not None:
            await self.do(lambda services, actor: services.findings.reopen_round(actor, meeting.id, reason))


def counts(sitting: Sitting) -> dict[Fact, str]:
    """What each criterion rests on so far."""
    return {fact: counted(evidence_on(fact, sitting.file)) for fact in Fact}


def turn_order(sitting: Sitting) -> tuple[str, ...]:
    """Whom the round asks first: who has been heard least; those who were here and those who have spoken."""
    meeting = sitting.meeting
    if meeting is None:
        return ()
    spoken = air_time(meeting, sitting.file.lines)
    codes = dict.fromkeys((*attending(meeting, ever=True), *(view.agency for view in meeting.views)))
    heard = {code: spoken.of(code, meeting.current, sitting.now).time for code in codes}
    return round_order(meeting, codes, heard)


def source_of(passage: Evidence, sitting: Sitting) -> tuple[str, str]:
    """Where a passage stands, and all the words that stand there, as the room may see them."""
    text = ""
    if passage.source == "minutes":
        lines = (line for line in sitting.file.lines if f"minute {line.number}" == passage.ref)
        text = next((f"{line.at:%H:%M}  {line.text}" for line in lines), "")
    elif passage.source == "chronology":
        text = next((each.quote for each in row_passages(sitting.file).values() if each.ref == passage.ref), "")
    elif passage.source == "return":
        text = _cell_text(passage.ref, sitting)
    return passage.ref, text or f"{passage.quote}\n\n(The words that were cited; their source is not held here.)"


def _cell_text(ref: str, sitting: Sitting) -> str:
    agency, _, question = ref.partition(" ")
    rows = [code for code, _ in sitting.view.questions]
    columns = [code for code, _ in sitting.view.agencies]
    if agency not in columns or question not in rows:
        return ""
    return sitting.view.cells[rows.index(question)][columns.index(agency)].text
