"""The services of one open database, as screens and the command line see them; each loads when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sscb_tui.services.board import Board
from sscb_tui.services.desk import Desk

if TYPE_CHECKING:
    from sscb_tui.services.action_desk import ActionDesk
    from sscb_tui.services.amendments import Amendments
    from sscb_tui.services.board_papers import BoardDesk
    from sscb_tui.services.chronology import Chronologies
    from sscb_tui.services.closings import Closings
    from sscb_tui.services.dashboard import Dashboard
    from sscb_tui.services.decisions import Decisions
    from sscb_tui.services.differences import Differences
    from sscb_tui.services.duties import Duties
    from sscb_tui.services.family_plan import FamilyPlan
    from sscb_tui.services.findings import Findings
    from sscb_tui.services.floor import Floor
    from sscb_tui.services.imports import Imports
    from sscb_tui.services.learning import Learning
    from sscb_tui.services.meetings import Meetings
    from sscb_tui.services.notices import Notices
    from sscb_tui.services.papers import PaperDesk
    from sscb_tui.services.pins import Pins
    from sscb_tui.services.ports import Mappings, UnitOfWork
    from sscb_tui.services.privileged import Privileged
    from sscb_tui.services.proceedings import Proceedings
    from sscb_tui.services.progress import Progress
    from sscb_tui.services.publishing import Publishing
    from sscb_tui.services.readiness import ReadinessCheck
    from sscb_tui.services.recommending import Recommending
    from sscb_tui.services.referrals import Referrals
    from sscb_tui.services.reopening import Reopenings
    from sscb_tui.services.responses import Responses
    from sscb_tui.services.review_view import ReviewDesk
    from sscb_tui.services.reviewers import Reviewers
    from sscb_tui.services.reviews import Reviews
    from sscb_tui.services.room import Room
    from sscb_tui.services.rounds import Rounds
    from sscb_tui.services.scoping import Scoping
    from sscb_tui.services.search import Search
    from sscb_tui.services.sitting import Sitting
    from sscb_tui.services.thread import Threads
    from sscb_tui.services.tracker import Tracker
    from sscb_tui.services.writers import Writers


PARTS = (
    *("tracker", "progress", "amendments", "duties", "scoping", "meetings", "findings", "pins", "floor"),
    *("decisions", "referrals", "papers", "chronologies", "differences", "thread"),
    *("notices", "reopenings", "privileged", "search", "imports", "rounds"),
    *("reviews", "reviewers", "responses", "publishing", "proceedings", "family_plan", "closings", "review_desk"),
    *("action_desk", "recommending"),
)
"""What loads on first use, likeliest first."""


class Services:
    """Everything a person can do, by the stage of work."""

    def __init__(self, room: Room, writers: Writers, mappings: Mappings) -> None:
        """What writes papers and files is made when the first is wanted."""
        self._room, self._writers, self._mappings = room, writers, mappings
        self.board = Board(room)
        self.desk = Desk(room)

    @cached_property
    def referrals(self) -> Referrals:
        """From the phone call to the agreed discussion."""
        from sscb_tui.services.referrals import Referrals

        return Referrals(self._room)

    @cached_property
    def scoping(self) -> Scoping:
        """Templates out, returns in."""
        from sscb_tui.services.scoping import Scoping

        return Scoping(self._room, self._writers.templates())

    @cached_property
    def meetings(self) -> Meetings:
        """The scoping meeting and its recommendation."""
        from sscb_tui.services.meetings import Meetings

        return Meetings(self._sitting)

    @cached_property
    def findings(self) -> Findings:
        """What the meeting makes of the criteria."""
        from sscb_tui.services.findings import Findings

        return Findings(self._sitting)

    @cached_property
    def pins(self) -> Pins:
        """Passages pinned to the criteria."""
        from sscb_tui.services.pins import Pins

        return Pins(self._sitting)

    @cached_property
    def floor(self) -> Floor:
        """The room while the meeting is on."""
        from sscb_tui.services.floor import Floor

        return Floor(self._sitting)

    @cached_property
    def _sitting(self) -> Sitting:
        from sscb_tui.services.minutes import Minutes
        from sscb_tui.services.sitting import Sitting

        return Sitting(self._room, Minutes(self._room))

    @cached_property
    def decisions(self) -> Decisions:
        """The Chair's decision."""
        from sscb_tui.services.decisions import Decisions

        return Decisions(self._room)

    @cached_property
    def reopenings(self) -> Reopenings:
        """What may follow a signed decision."""
        from sscb_tui.services.reopening import Reopenings

        return Reopenings(self._room)

    @cached_property
    def privileged(self) -> Privileged:
        """Legal advice, kept apart."""
        from sscb_tui.services.privileged import Privileged

        return Privileged(self._room)

    @cached_property
    def duties(self) -> Duties:
        """What is owed to whom by when."""
        from sscb_tui.services.duties import Duties

        return Duties(self._room)

    @cached_property
    def notices(self) -> Notices:
        """Letters of a decision, and the clocks for a diary."""
        from sscb_tui.services.notices import Notices

        return Notices(self._room, self._writers.papers(), self.duties)

    @cached_property
    def tracker(self) -> Tracker:
        """Recommendations and their actions."""
        from sscb_tui.services.tracker import Tracker

        return Tracker(self._room)

    @cached_property
    def action_desk(self) -> ActionDesk:
        """One action with everything said of it."""
        from sscb_tui.services.action_desk import ActionDesk

        return ActionDesk(self._room)

    @cached_property
    def recommending(self) -> Recommending:
        """A recommendation, and what it says again."""
        from sscb_tui.services.recommending import Recommending

        return Recommending(self._room)

    @cached_property
    def progress(self) -> Progress:
        """How actions get on."""
        from sscb_tui.services.progress import Progress

        return Progress(self._room)

    @cached_property
    def amendments(self) -> Amendments:
        """What changes of them beside that."""
        from sscb_tui.services.amendments import Amendments

        return Amendments(self._room)

    @cached_property
    def reviews(self) -> Reviews:
        """A review, from its commission to the report."""
        from sscb_tui.services.reviews import Reviews

        return Reviews(self._room)

    @cached_property
    def reviewers(self) -> Reviewers:
        """Who leads it."""
        from sscb_tui.services.reviewers import Reviewers

        return Reviewers(self._room)

    @cached_property
    def responses(self) -> Responses:
        """The report, and what the Board makes of it."""
        from sscb_tui.services.responses import Responses

        return Responses(self._room)

    @cached_property
    def publishing(self) -> Publishing:
        """Publication, or its delay."""
        from sscb_tui.services.publishing import Publishing

        return Publishing(self._room)

    @cached_property
    def proceedings(self) -> Proceedings:
        """What runs beside the case."""
        from sscb_tui.services.proceedings import Proceedings

        return Proceedings(self._room)

    @cached_property
    def family_plan(self) -> FamilyPlan:
        """Contact with the family."""
        from sscb_tui.services.family_plan import FamilyPlan

        return FamilyPlan(self._room)

    @cached_property
    def review_desk(self) -> ReviewDesk:
        """A review at a glance."""
        from sscb_tui.services.review_view import ReviewDesk

        return ReviewDesk(self._room)

    @cached_property
    def closings(self) -> Closings:
        """The end of a case."""
        from sscb_tui.services.closings import Closings

        return Closings(self._room)

    @cached_property
    def chronologies(self) -> Chronologies:
        """Every agency's chronology, merged in one."""
        from sscb_tui.services.chronology import Chronologies

        return Chronologies(self._room)

    @cached_property
    def differences(self) -> Differences:
        """Conflicts between the returns."""
        from sscb_tui.services.differences import Differences

        return Differences(self._sitting)

    @cached_property
    def readiness(self) -> ReadinessCheck:
        """The check before the meeting."""
        from sscb_tui.services.readiness import ReadinessCheck

        return ReadinessCheck(self._room)

    @cached_property
    def thread(self) -> Threads:
        """From an agency's sentence to what was done about it."""
        from sscb_tui.services.thread import Threads

        return Threads(self._room)

    @cached_property
    def search(self) -> Search:
        """Every word of the record, within permissions and under the mask."""
        from sscb_tui.services.search import Search

        return Search(self._room)

    @cached_property
    def learning(self) -> Learning:
        """What calls for an action before any review."""
        from sscb_tui.services.learning import Learning

        return Learning(self._room)

    @cached_property
    def imports(self) -> Imports:
        """Trackers kept elsewhere, in and out."""
        from sscb_tui.services.imports import Imports

        return Imports(self._room, self._writers.sheets(), self._mappings)

    @cached_property
    def rounds(self) -> Rounds:
        """Agencies asked how far their actions are, and their answers."""
        from sscb_tui.services.rounds import Rounds

        return Rounds(self._room, self._writers.progress_forms())

    @cached_property
    def dashboard(self) -> Dashboard:
        """The tracker and the decisions in figures."""
        from sscb_tui.services.dashboard import Dashboard

        return Dashboard(self._room)

    @cached_property
    def papers(self) -> PaperDesk:
        """Papers on demand."""
        from sscb_tui.services.papers import PaperDesk

        return PaperDesk(self._room, self._writers.papers())

    @cached_property
    def board_papers(self) -> BoardDesk:
        """Papers across cases."""
        from sscb_tui.services.board_papers import BoardDesk

        return BoardDesk(self._room, self._writers.papers().across())

    @property
    def record(self) -> UnitOfWork:
        """The record itself, for what is done to it as a whole."""
        return self._room.record

    def load_next(self) -> bool:
        """Load one more part while nobody waits for it; False once everything is there."""
        missing = next((name for name in PARTS if name not in vars(self)), "")
        return bool(missing) and bool(getattr(self, missing))

    def close(self) -> None:
        """Close the record."""
        self._room.lists.close()
