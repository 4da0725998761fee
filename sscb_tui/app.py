"""The shell: themes, keys that go places, who is acting, and one net under unexpected errors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding

from screens.base import Context, Page, Place
from screens.referrals import Referrals
from screens.widgets.title_bar import TitleBar
from screens.working import begin
from sscb_tui.garbage import take_up
from sscb_tui.journey import Journey
from sscb_tui.net import CaughtApp
from sscb_tui.themes import HIGH_CONTRAST
from sscb_tui.user_state import DARK, UserState

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.theme import Theme

    from sscb_tui.domain.people import Actor
    from sscb_tui.services.backend import Backend

DEMONSTRATION = "demo"
"""What the first screen asks for where somebody wants to look round before there is a record of their own."""
GLANCE = 0.5
"""Seconds between two looks for what other windows have saved: with the reading it stays below a second."""


def _commands() -> type[Provider]:
    from sscb_tui.commands import Commands

    return Commands


class Sscb(CaughtApp):
    """Shows the queue at once and reads the record behind it."""

    TITLE = "sscb-tui"
    CSS_PATH = ["app.tcss", "../screens/referrals.tcss"]  # Textual reads no file of a default screen
    ENABLE_COMMAND_PALETTE = True
    COMMANDS = {_commands}
    BINDINGS = [
        Binding("R", "place('referrals')", "Referrals", id="go.referrals", tooltip="Go to the queue", show=False),
        Binding("S", "place('scoping')", "Scoping", id="go.scoping", tooltip="Go to the case's scoping", show=False),
        Binding("C", "place('decision')", "Chair", id="go.chair", tooltip="Go to the Chair's decision", show=False),
        Binding("V", "place('review')", "Review", id="go.review", tooltip="Go to the case's review", show=False),
        Binding("T", "place('tracker')", "Tracker", id="go.tracker", tooltip="Go to the action tracker", show=False),
        Binding("B", "place('dashboard')", "Board", id="go.board", tooltip="Go to the Board's dashboard", show=False),
        Binding(
            "D", "place('duties')", "Duties", id="go.duties", tooltip="Go to every clock of every case", show=False
        ),
        Binding("F", "place('find')", "Find", id="go.find", tooltip="Find words anywhere in the record", show=False),
        Binding("A", "act_as", "Act as", id="app.act_as", tooltip="Act as another person of the Board", show=False),
        Binding("question_mark,f1", "help", "Keys", id="app.help", key_display="?", tooltip="The keys that work here"),
        Binding("ctrl+t", "change_theme", "Theme", id="app.theme", tooltip="Choose the colours", show=False),
        Binding("ctrl+q", "quit", "Quit", id="app.quit", tooltip="Leave the program", show=False, priority=True),
    ]

    _themes: dict[str, Theme] = {}

    def __init__(self, backend: Backend, *, act_as: str | None = None, state: UserState | None = None) -> None:
        """`backend` is the road to the record, `act_as` the person named on the command line."""
        super().__init__(state or UserState())
        self.context = Context(
            backend, views=self.state.views, remember_views=lambda views: self.state.remember(views=views)
        )
        self.journey = Journey(self, self.context)
        self._asked = act_as
        self.wants_demonstration = False
        """Whether whoever started the app should now open the demonstration instead."""
        self._seen: int | None = None
        self._loaded = False

    def get_default_screen(self) -> Referrals:
        """The queue, at the bottom of everything."""
        return Referrals(self.context)

    def on_mount(self) -> None:
        """Dress, then let the first frame be painted before anything heavy is imported."""
        self.register_theme(HIGH_CONTRAST)
        self._themes = {}
        self.theme = self.state.theme if self.state.theme in self.available_themes else DARK
        self.theme_changed_signal.subscribe(self, lambda theme: self.state.remember(theme=theme.name))
        self.call_after_refresh(begin, self, self._begin, group="begin")

    @property
    def available_themes(self) -> dict[str, Theme]:
        """All themes but those that leave colours to the terminal, which fail without colour."""
        if not self._themes:  # asked for with every line that is drawn
            self._themes = {name: theme for name, theme in super().available_themes.items() if not theme.ansi}
        return self._themes

    # Opening

    async def _begin(self) -> None:
        """Open the record; a Board that was never set up begins with its settings."""
        self.set_interval(GLANCE, lambda: begin(self, self._glance, group="glance", exclusive=True))
        if self.state.keymap is not None and self.state.keymap.is_file():
            from sscb_tui.keymap import read_keymap

            self.set_keymap(read_keymap(self.state.keymap))
        if not await self.context.backend.call(lambda services: services.board.is_set_up()):
            self.journey.show(Place.SETTINGS)

    def on_referrals_listed(self) -> None:
        """The queue can be read: now whoever acts is looked up, and everything else is loaded while nobody waits."""
        if not self._loaded:
            self._loaded = True
            begin(self, self._load, group="load")

    async def _load(self) -> None:
        """Who acts, then the services, on the record's own thread."""
        if await self.context.backend.call(lambda services: services.board.is_set_up()):
            await self._identify()
        while await self.context.backend.call(lambda services: services.load_next()):
            pass  # one part at a time: what a person asks for meanwhile goes in between
        take_up()

    async def _identify(self) -> None:
        """Name the Board and settle who acts."""
        from sscb_tui.acting import acting

        settings = await self.context.backend.call(lambda services: services.board.settings())
        self.context.board, self.context.marking = settings.short_name, settings.marking
        asked, self._asked = self._asked, None
        self.act(acting(settings, asked, self.state.actor))

    def act(self, actor: Actor | None) -> None:
        """From now on this person acts."""
        self.context.actor = actor
        self.state.remember(actor=actor.name if actor else None)
        for each in self.screen_stack:
            each.query(TitleBar).refresh()

    async def _glance(self) -> None:
        """Show what another window has saved, and learn the Board's people once they are known."""
        if self.context.actor is None and await self.context.backend.call(lambda services: services.board.is_set_up()):
            await self._identify()
        seen = await self.context.backend.call(lambda services: services.desk.data_version())
        if self._seen not in (None, seen) and isinstance(self.screen, Page):
            self.screen.refresh_record()
        self._seen = seen

    def is_settled(self) -> bool:
        """Whether the page in front has read what it shows."""
        return not isinstance(self.screen, Page) or self.screen.has_read

    # Going about

    def on_page_go(self, request: Page.Go) -> None:
        """A screen asks for another place; new settings may have named new people."""
        self.wants_demonstration = request.argument == DEMONSTRATION
        if self.wants_demonstration:
            self.exit()
        elif request.place is Place.REFERRALS:
            begin(self, self._identify, group="identify", exclusive=True)
        self.journey.go(request)
        request.done = True

    async def action_place(self, name: str) -> None:
        """A capital letter."""
        await self.journey.switch(Place(name))

    async def action_quit(self) -> None:
        """Keep what is being typed, then end."""
        await self.journey.leave_all()
        self.exit()

    def action_act_as(self) -> None:
        """Choose who acts from now on."""
        from sscb_tui.acting import choose

        begin(self, partial(choose, self), group="act", exclusive=True)

    def action_help(self) -> None:
        """List the keys that work here."""
        from screens.dialogs.help import Help, keys_of

        self.push_screen(Help(self.screen.title or "here", keys_of(self.screen), self.screen.HELP or ""))
