"""Find: every word of the record that the person acting may read, as one types; Enter goes where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from screens.base import THREAD, Page, Subject
from screens.dialogs.choose import Choose
from screens.dialogs.confirm import confirmed
from screens.thread import home_of
from screens.widgets.found import FoundList
from screens.words import count
from screens.working import begin

if TYPE_CHECKING:
    from screens.base import Context
    from sscb_tui.domain.passage import Sort
    from sscb_tui.services.views import Hits

BEGIN = "Type what you look for: all the words, in any order; “…” for words side by side."
NOTHING = "Nothing found that may be shown."
NAMES = "Everybody who sees this screen will read names, birth dates and addresses in what is found."
NOBODY = "Nobody is acting yet, and what may be found depends on who looks: A chooses."
EVERY = "every kind"
WAIT = 0.3
"""Seconds between two looks whether somebody acts now: at the start of the program that is not known at once."""


class Find(Page):
    """A line to type in and what it finds below it, by case or by kind."""

    TITLE = "Find"
    CSS_PATH = "find.tcss"
    HELP = (
        "Words are found in every record you may read, whatever their capitals and accents, but for privileged advice, "
        "drafts and who the family are. Names stay masked, and a name finds nothing, until m takes the mask off."
    )
    AUTO_FOCUS = "Input"
    BINDINGS = [
        Binding("slash", "ask", "Words", id="found.ask", key_display="/", tooltip="Change what is looked for"),
        Binding("f", "kind", "Kind", id="found.kind", tooltip="Find in records of one kind only, or of every kind"),
        Binding("o", "group", "Group", id="found.group", tooltip="Group what was found by case or by kind"),
        Binding("m", "names", "Mask", id="found.names", tooltip="Show names in what is found, or mask them again"),
        THREAD,
        Binding("down", "move(1)", "Down", id="found.down", tooltip="The next thing found", show=False),
        Binding("up", "move(-1)", "Up", id="found.up", tooltip="The thing found before", show=False),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is looked for yet; names are masked."""
        super().__init__(context, argument)
        self.sort: Sort | None = None
        self.named = False

    def body(self) -> ComposeResult:
        """The question, what it finds, and why there is nothing where there is nothing."""
        yield Input(placeholder="find anywhere", compact=True, id="asked")
        yield FoundList(id="found")

    @property
    def found(self) -> FoundList:
        """What was found."""
        return self.query_one(FoundList)

    # Looking

    async def reload(self) -> None:
        """Look again: here or in another window something may have been saved."""
        actor, named = self.context.actor, self.named
        if actor is None:
            self.found.show((), NOBODY)
            self.set_timer(WAIT, self.refresh_record)
            return
        words, sorts = self.query_one(Input).value, (self.sort,) if self.sort else ()
        room = max(40, self.size.width - 8)
        hits = await self.ask(lambda services: services.search.find(actor, words, sorts, named=named, room=room))
        if hits is not None and words == self.query_one(Input).value:
            self._show(words, hits)

    def _show(self, words: str, hits: Hits) -> None:
        self.found.show(hits.rows, NOTHING if words.strip() else BEGIN)
        many = f"{len(hits.rows)} and more" if hits.more else count(len(hits.rows), "passage")
        parts = (many if hits.rows else "", self.sort.label if self.sort else "", "" if self.named else "masked")
        self.sub_title = " · ".join(filter(None, parts))

    def on_input_changed(self) -> None:
        """Look with every key."""
        self.refresh_record()

    def on_screen_suspend(self) -> None:
        """Whoever comes back finds the mask on."""
        if self.app.screen is not self and isinstance(self.app.screen, Page):
            self.named = False

    # Going

    def on_input_submitted(self) -> None:
        """Enter goes to what is under the cursor, from the line as from the list."""
        self._go()

    def on_found_list_opened(self) -> None:
        """Enter on a thing found, or a double click."""
        self._go()

    def _go(self) -> None:
        if (hit := self.found.hit) is not None and self.place is not None:
            place, argument = home_of(hit.at, self.place)
            self.context.trail.append(self.Go(self.place))
            self.post_message(self.Go(place, hit.case_id, argument, at=hit.at))

    async def subject(self) -> Subject | None:
        """The thing under the cursor."""
        hit = self.found.hit
        return Subject(hit.case_id, hit.at) if hit is not None else None

    def action_move(self, hits: int) -> None:
        """Up or down in what was found, the line still in hand."""
        self.found.action_move(hits)

    def action_ask(self) -> None:
        """Back to the line."""
        self.query_one(Input).focus()

    # Narrowing

    def action_group(self) -> None:
        """By case, or by kind."""
        self.found.regroup()

    def action_kind(self) -> None:
        """Choose a kind."""
        begin(self, self._choose, group="dialog")

    async def _choose(self) -> None:
        from sscb_tui.domain.passage import Sort, readable

        sorts = [each for each in Sort if each in readable(self.actor)]
        told = [("", EVERY), *((each.value, each.label) for each in sorts)]
        chosen = await self.app.push_screen_wait(Choose("Find in records of which kind?", told))
        if chosen is not None:
            self.sort = Sort(chosen) if chosen else None
            self.refresh_record()

    def action_names(self) -> None:
        """Show names only when asked twice; mask them again at once."""
        begin(self, self._names, group="dialog")

    async def _names(self) -> None:
        if self.named or await confirmed(self.app, NAMES, "show names", "leave the mask on"):
            self.named = not self.named
            self.refresh_record()
