"""What every screen shares: the context it works in, the road to the services, and where capital letters go.

A screen builds itself in `body` (title bar and footer come with it), reads the record in `reload`, and keeps what is
being typed in `leave`, which the App awaits before it closes the screen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.worker import NoActiveWorker, get_current_worker

from screens.veil import Veil
from screens.widgets.footer import Footer
from screens.widgets.title_bar import TitleBar
from screens.working import begin
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.text import shown
from sscb_tui.turns import InTurn

if TYPE_CHECKING:
    from datetime import datetime

    from textual.app import ComposeResult
    from textual.events import ScreenResume

    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.thread import Address
    from sscb_tui.services.backend import Backend
    from sscb_tui.services.container import Services

T = TypeVar("T")


class Place(StrEnum):
    """Where a capital letter, Enter or a link may take a person; the App knows which screen serves it."""

    REFERRALS = "referrals"
    REFERRAL_FORM = "referral_form"
    DISCUSSION = "discussion"
    CASE = "case"
    SCOPING = "scoping"
    ADVICE = "advice"
    DECISION = "decision"
    REVIEW = "review"
    TERMS = "terms"
    TRACKER = "tracker"
    DUTIES = "duties"
    PAPER = "paper"
    BOARD_PAPER = "board_paper"
    DASHBOARD = "dashboard"
    SETTINGS = "settings"
    FIND = "find"


THREAD = Binding("t", "thread", "Thread", id="page.thread", tooltip="Where this line came from and what it led to")
"""For every page that knows what is under its cursor."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing of a case: what is under the cursor, and what the golden thread is asked of."""

    case_id: str
    at: Address


@dataclass(slots=True)
class Context:
    """What a screen needs from outside, owned by the App and shared by all screens."""

    backend: Backend
    actor: Actor | None = None
    case_id: str | None = None
    """The case in hand: capital letters open its scoping, decision or file."""
    board: str = "SSCB"
    """The Board's short name, for the title bar."""
    marking: str = ""
    """The protective marking every screen shows."""
    trail: list[Page.Go] = field(default_factory=list)
    """The way back along the thread, the latest step last."""
    views: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The person's own views of a list, by name: what to find, order, groups. Nothing about any case."""
    remember_views: Callable[[Mapping[str, Mapping[str, str]]], None] = lambda views: None
    """Keep them beyond this start."""

    def keep_views(self, views: Mapping[str, Mapping[str, str]]) -> None:
        """The person's own views are these from now on."""
        self.views = views
        self.remember_views(views)


class Page(Screen[None]):
    """A screen of the program: constructed with its context, answering refusals where they happen."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-projector")]

    BINDINGS = [
        Binding(
            "escape", "back", "Back", id="page.back", tooltip="Go back; what was typed is kept as a draft", show=False
        ),
        Binding(
            "backspace", "retrace", "Return", id="page.retrace", tooltip="Back along the thread one came by", show=False
        ),
    ]

    ALWAYS: ClassVar[frozenset[str]] = frozenset()
    """Actions whose keys the footer shows first, however narrow the screen."""
    place: Place | None = None
    """Which place this screen was opened as."""
    has_read = False
    """Whether the record has been read once, so that keys find what they are meant for."""
    saved_at: reactive[datetime | None] = reactive(None)
    """When what is on this screen was last stored; the title bar shows it."""

    @dataclass
    class Go(Message):
        """Ask the App to show another place, for a case or with an argument (a paper's name, a draft's key)."""

        place: Place
        case_id: str | None = None
        argument: str = ""
        instead: bool = False
        """Take this screen's place, so that Esc does not come back to a form that is done."""
        at: Address | None = None
        """Where on the place the cursor is to stand."""
        thread: tuple[Subject, Address] | None = None
        """The tree that was open there, and where its cursor stood: it is opened again."""
        asks: str = ""
        """What a list there is to find, in words and terms."""
        done: bool = False
        """Whether the App has gone there."""

    def __init__(self, context: Context, argument: str = "") -> None:
        """Keep the context and what `Go` said beside the place; nothing is read before the screen is mounted."""
        super().__init__()
        self.context = context
        self.argument = argument
        self._dress: tuple[str, frozenset[str]] | None = None
        self.veil = Veil()
        """What of this screen a room may see; a screen that is projected puts on another."""
        self._awaited: Page.Go | None = None

    def compose(self) -> ComposeResult:
        """Title bar, the screen's own body, and the keys that matter."""
        self._fit(self.app.size.width)
        yield TitleBar(self.context)
        yield from self.body()
        yield Footer()

    def _fit(self, width: int) -> None:
        """Take the width's class before the first frame is painted, so that it is not painted twice."""
        fitting = [name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= width]
        self.set_class(bool(fitting), *fitting[-1:])

    def body(self) -> ComposeResult:
        """The screen's own widgets; each screen builds its own."""
        yield from ()

    async def reload(self) -> None:
        """Read the record again and show it, moving neither focus nor cursor; each screen says what it reads."""

    async def leave(self) -> None:
        """Keep what is being typed, as a draft; awaited before this screen closes."""

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Read again whenever this screen comes to the front, once its frame has been painted.

        What is dressed in the colours of the moment is not dressed again: that took longer than to paint it.
        """
        dress = self.app.theme, frozenset(self.app.pseudo_classes)
        event.refresh_styles = event.refresh_styles and dress != self._dress
        self._dress = dress
        self.call_after_refresh(self.refresh_record)

    def refresh_record(self) -> None:
        """Start reading; a newer reading replaces an older one."""
        if self.is_mounted:
            begin(self, self._read, group="read", exclusive=True)

    async def _read(self) -> None:
        try:
            await self.reload()
        finally:
            self.has_read = True
        if (wanted := self._awaited) is not None:
            self._awaited = None
            if wanted.asks:
                self.find(wanted.asks)
            if wanted.at is not None:
                await self.show_at(wanted.at)
            if wanted.thread is not None:
                self._follow(*wanted.thread)

    async def action_back(self) -> None:
        """Close this screen after keeping what was typed; the queue stays, being where everything begins."""
        if len(self.app.screen_stack) > 1:
            await self.leave()
            del self.context.trail[-1:]  # whoever came along the thread is back by this way as well
            self.app.pop_screen()

    # The golden thread

    async def subject(self) -> Subject | None:
        """The thing under the cursor; None where there is none. A screen that says so binds THREAD."""
        return None

    def find(self, asks: str) -> None:
        """Show what somebody came to find, where this screen is a list that takes terms."""

    async def show_at(self, at: Address) -> None:
        """Put the cursor on a thing, where this screen shows it."""

    def arrive(self, wanted: Page.Go) -> None:
        """Somebody comes for one thing: it is shown as soon as the record has been read."""
        self._awaited = wanted
        if self.is_current:
            self.refresh_record()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The way back is offered where one came along the thread."""
        if action == "retrace":
            return bool(self.context.trail)
        return super().check_action(action, parameters)

    def action_thread(self) -> None:
        """The tree of what the thing under the cursor came from and led to."""
        begin(self, self._thread, group="dialog")

    async def _thread(self) -> None:
        subject = await self.subject()
        if subject is None:
            self.notify("Nothing under the cursor has a thread yet.", markup=False)
        else:
            self._follow(subject)

    def _follow(self, subject: Subject, cursor: Address | None = None) -> None:
        from screens.thread import follow

        begin(self, partial(follow, self, subject, cursor), group="dialog")

    def action_retrace(self) -> None:
        """Where one was before the last step along the thread."""
        if self.context.trail:
            self.post_message(self.context.trail.pop())

    @property
    def actor(self) -> Actor:
        """Who is acting; the App makes sure there is somebody before any screen can write."""
        if self.context.actor is None:
            raise SscbError("Nobody is acting yet: choose a name first (A).")
        return self.context.actor

    async def ask(self, use: Callable[[Services], T]) -> T | None:
        """Use the services; an expected refusal is shown in words and answers None.

        Where the screen was left meanwhile, nothing more is done: a worker ends here, and others are answered None.
        """
        try:
            answer = await self.context.backend.call(use)
        except SscbError as refused:
            if not self._left():
                self.refused(refused)
            return None
        return None if self._left() else answer

    def _left(self) -> bool:
        """Whether this screen is being taken down; raises in a worker, which would go on to draw on nothing."""
        if self.display:
            return False
        try:
            get_current_worker()
        except NoActiveWorker:
            return True
        raise asyncio.CancelledError

    def refused(self, refused: SscbError) -> None:
        """Show why not; screens with a better place for it override this."""
        self.notify(shown(str(refused)), title="Not done", severity="warning", timeout=12, markup=False)

    def saved(self, at: datetime) -> None:
        """Show that everything on this screen is stored as of this moment."""
        self.saved_at = at

    def go(self, place: Place, case_id: str | None = None, argument: str = "", *, instead: bool = False) -> None:
        """Show another place on top of this one, or instead of it."""
        self.ask_for(self.Go(place, case_id, argument, instead))

    def ask_for(self, request: Page.Go) -> None:
        """Ask the App; what is typed meanwhile is meant for what it shows."""
        if isinstance(self.app, InTurn):
            self.app.opens(lambda: request.done)
        self.post_message(request)
