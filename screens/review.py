"""The review of the case in hand: how far it is, what stands in the way, and everything that belongs to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from screens import review_menu as menu
from screens.base import THREAD, Place, Subject
from screens.desk_page import DeskPage
from screens.dialogs.choose import Choose
from screens.narrowing import Narrowing
from screens.paper import KEY
from screens.review_steps import go_on
from screens.review_thread import here, place_of
from screens.review_words import PART, header, next_part
from screens.widgets.columns import Column
from screens.widgets.filter import Filter
from screens.widgets.review_pane import ReviewPane
from screens.widgets.table import Row, Table
from screens.working import begin
from sscb_tui.domain.terms import Paper
from sscb_tui.services.views.reviews import ReviewItem, ReviewPart

if TYPE_CHECKING:
    from datetime import date

    from screens.review_menu import Deed
    from sscb_tui.domain.thread import Address
    from sscb_tui.services.views.reviews import ReviewView

PARTS = (
    Column("mark", "", width=1),
    Column("label", "Part", width=18),
    Column("state", "State", least=10, drop=1),
)
ITEMS = (
    Column("mark", "", width=1),
    Column("label", "What", least=16),
    Column("state", "State", least=26),
)
LOOKS = {"!": "late", "✓": "good", "○": "", "·": "dim"}


class Review(Narrowing, DeskPage):
    """Parts on the left; the lines of the part under the cursor on the right, the one in hand in full below them."""

    TITLE = "Review"
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#parts"
    BINDINGS = [
        Binding(
            "full_stop", "go_on", "Go on", id="review.go_on", key_display=".", tooltip="Take the review its next step"
        ),
        Binding("n", "first('new')", "New", id="review.new", tooltip="Add something to this part"),
        Binding("e", "first('edit')", "Edit", id="review.edit", tooltip="Edit what is under the cursor"),
        Binding("x", "menu", "Do", id="review.menu", tooltip="Everything that can be done in this part"),
        Binding("p", "papers", "Papers", id="review.papers", tooltip="Terms of reference, commission, response, key"),
        THREAD,
        Binding("right,l", "side(1)", "Lines", id="review.lines", tooltip="To the lines of this part", show=False),
        Binding("left,h", "side(-1)", "Parts", id="review.parts", tooltip="Back to the parts", show=False),
    ]
    view: ReviewView | None = None
    today: date | None = None

    def body(self) -> ComposeResult:
        """Where the review is, its parts, the lines of one."""
        yield Static(id="where", markup=False)
        yield Filter()
        with Container(id="desk"):
            with Vertical(id="left") as left:
                left.border_title = "Review"
                yield Table(*PARTS, empty="Reading the review …", id="parts")
            with Vertical(id="right"):
                with Vertical(id="list"):
                    yield Table(*ITEMS, empty="Nothing here yet.", id="items")
                yield ReviewPane()

    @property
    def case_id(self) -> str:
        """The case in hand; this place is not opened without one."""
        return self.context.case_id or ""

    @property
    def parts(self) -> tuple[ReviewPart, ...]:
        """What comes next, then every part."""
        return (next_part(self.view), *self.view.parts) if self.view else ()

    @property
    def part(self) -> ReviewPart | None:
        """The part under the cursor."""
        key = self.query_one("#parts", Table).key
        return next((part for part in self.parts if part.key == key), None)

    @property
    def item(self) -> ReviewItem | None:
        """The line under the cursor."""
        items, key = (self.part.items if self.part else ()), self.query_one("#items", Table).key
        return next((item for number, item in enumerate(items) if _key(number, item) == key), None)

    async def reload(self) -> None:
        """Read the whole review."""
        read = await self.ask(lambda services: (services.review_desk.view(self.case_id), services.desk.today()))
        if read is None:
            return
        self.view, self.today = read
        self.title = f"{self.view.pseudonym} · review"
        self.sub_title = self.view.kind
        self.query_one("#where", Static).update(header(self.view, self.today))
        parts = self.parts
        self.query_one("#parts", Table).show([part.key for part in parts], [_part(part) for part in parts])
        self._draw_items()

    def _draw_items(self) -> None:
        part = self.part
        items = part.items if part else ()
        table = self.query_one("#items", Table)
        table.empty = menu.EMPTY.get(part.key if part else "", "Nothing here yet.")
        table.show([_key(*each) for each in enumerate(items)], [_item(each) for each in items])
        self.query_one("#list", Vertical).border_title = Content(_title(part)).markup
        self._draw_pane()

    def _draw_pane(self) -> None:
        self.query_one(ReviewPane).show(self.item)
        self.refresh_bindings()

    def list_in_hand(self) -> Table | None:
        """The lines of the part, or the parts while those are in hand."""
        parts = self.query_one("#parts", Table)
        return parts if parts.has_focus else self.query_one("#items", Table)

    @on(Table.Moved, "#parts")
    def _part_moved(self) -> None:
        if self._narrowed is self.query_one("#items", Table):
            self.widen()
        self._draw_items()

    @on(Table.Moved, "#items")
    def _item_moved(self) -> None:
        self._draw_pane()

    @on(Table.Opened, "#parts")
    def _part_opened(self) -> None:
        """Enter goes on to the lines; where there are none, to what can be done."""
        if self.part is not None and self.part.items:
            self.action_side(1)
        else:
            self.action_menu()

    @on(Table.Opened, "#items")
    def _item_opened(self) -> None:
        """A line that stands for a part leads there; any other to what can be done with it."""
        if self.item is not None and self.item.key.startswith(PART):
            self._show_part(self.item.key.removeprefix(PART))
        else:
            self.action_menu()

    def action_side(self, way: int) -> None:
        """To the lines, or back to the parts."""
        self.query_one("#items" if way > 0 else "#parts", Table).focus()

    # The golden thread

    async def subject(self) -> Subject | None:
        """The line, or the part while the parts are in hand; what is no thing of its own stands for the review."""
        item = self.item if self.query_one("#items", Table).has_focus else None
        at = here(self.view, self.part, item) if self.view else None
        return Subject(self.case_id, at) if at else None

    async def show_at(self, at: Address) -> None:
        """The line somebody came for, or the part that has it."""
        if self.view is None:
            return
        self.widen()
        key, line = place_of(self.view, at)
        self.query_one("#parts", Table).go_to(key)
        self._draw_items()
        if line is not None and self.part is not None:
            self.query_one("#items", Table).go_to(_key(line, self.part.items[line]))
        self.action_side(-1 if line is None else 1)

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """New and Edit are dimmed where the part has nothing of the kind."""
        if action == "first" and self.is_mounted and self.view is not None:
            return True if self._offered(str(parameters[0])) else None
        return super().check_action(action, parameters)

    def _offered(self, kind: str = "") -> tuple[Deed, ...]:
        part, item = self.part, self.item
        key = part.key if part else ""
        return tuple(
            deed
            for deed in menu.DEEDS.get(key, ())
            if (not kind or deed.kind == kind) and (deed.takes is None or (item is not None and deed.takes(item)))
        )

    def action_first(self, kind: str) -> None:
        """The deed of that kind in this part."""
        for deed in self._offered(kind)[:1]:
            self._run(deed)

    def action_menu(self) -> None:
        """Choose among everything that can be done here."""
        if self.part is not None and self.part.key == "next":
            self.action_go_on()
        elif offered := self._offered():
            begin(self, partial(self._choose, offered), group="deed", exclusive=True)

    async def _choose(self, offered: tuple[Deed, ...]) -> None:
        options = [(str(number), deed.label) for number, deed in enumerate(offered)]
        title = self.item.label if self.item else self.part.label if self.part else ""
        if (answer := await self.app.push_screen_wait(Choose(title, options))) is not None:
            await self._done(offered[int(answer)])

    def _run(self, deed: Deed) -> None:
        begin(self, partial(self._done, deed), group="deed", exclusive=True)

    async def _done(self, deed: Deed) -> None:
        await deed.run(self, self.item.key if self.item and deed.takes is not None else "")

    def action_go_on(self) -> None:
        """The next step of the review."""
        begin(self, partial(go_on, self), group="deed", exclusive=True)

    def show_next(self) -> None:
        """To the next step, where everything that stands in its way is listed."""
        self._show_part("next")

    def _show_part(self, key: str) -> None:
        """To a part, and in it to the first line that something is wrong with."""
        self.query_one("#parts", Table).go_to(key)
        self._draw_items()
        items = enumerate(self.part.items if self.part else ())
        self.query_one("#items", Table).go_to(next((_key(at, item) for at, item in items if item.mark == "!"), ""))
        self._draw_pane()
        self.action_side(1)

    def action_papers(self) -> None:
        """Choose a paper of the review."""
        begin(self, self._papers, group="deed", exclusive=True)

    async def _papers(self) -> None:
        papers = (
            (Paper.TERMS.value, "terms of reference"),
            (Paper.COMMISSION.value, "commission of the reviewer"),
            (Paper.RESPONSE.value, "the Board's response, as it would be published"),
            (KEY, "key to the pseudonyms: names people"),
        )
        if (answer := await self.app.push_screen_wait(Choose("Which paper?", papers))) is not None:
            self.go(Place.PAPER, self.case_id, answer)


def _key(number: int, item: ReviewItem) -> str:
    """Several lines may bear one key, as two reasons under one code do."""
    return f"{item.key}\n{number}"


def _title(part: ReviewPart | None) -> str:
    """The part and its state, which a narrow screen shows nowhere else."""
    return "" if part is None else part.label if part.key == "next" else f"{part.label} · {part.state}"


def _part(part: ReviewPart) -> Row:
    look = LOOKS.get(part.mark, "")
    return ((part.mark, look), part.label, (part.state, look if part.mark != "✓" else ""))


def _item(item: ReviewItem) -> Row:
    look = LOOKS.get(item.mark, "")
    return ((item.mark, look), item.label, (item.state, look if item.mark == "!" else ""))
