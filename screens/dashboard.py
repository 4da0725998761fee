"""The Board's dashboard: the tracker and the decisions in figures, one at a time, each a way into the tracker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from screens import dashboard_deeds as deeds
from screens.base import Page, Place
from screens.dashboard_words import COLUMNS, cells, short
from screens.widgets.plot import Plot
from screens.widgets.table import Table
from screens.working import begin
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual.app import ComposeResult

    from sscb_tui.services.views.dashboard import Figure, Figures

HELP = (
    "Every figure counts the actions of the tracker on the day; Enter on a line lists the same actions there. "
    "Dates are kept or missed by the date first agreed as well as by the last one, so that no slip hides."
)
EMPTY = "Nothing to count yet."


class Dashboard(Page):
    """A figure as a table and as a plot; the next one is a key away."""

    TITLE = "Board"
    CSS_PATH = "dashboard.tcss"
    HELP = HELP
    AUTO_FOCUS = "Table"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (160, "-projector")]
    BINDINGS = [
        Binding(
            "right,l,right_square_bracket",
            "turn(1)",
            "Next",
            id="board.next",
            key_display="→",
            tooltip="The next figure",
        ),
        Binding(
            "left,h,left_square_bracket",
            "turn(-1)",
            "Before",
            id="board.before",
            key_display="←",
            tooltip="The figure before",
        ),
        Binding("r", "review", "Review", id="board.review", tooltip="Count one review alone, or all"),
        Binding("a", "agency", "Agency", id="board.agency", tooltip="Count one agency alone, or all"),
        Binding("x", "everything", "All", id="board.everything", tooltip="Count every review and agency", show=False),
        Binding("p", "papers", "Papers", id="board.papers", tooltip="Dashboard, plan or one agency's rows as a paper"),
        Binding("w", "page", "Web page", id="board.page", tooltip="Save the dashboard as a page with its drawings"),
    ]
    found: Figures | None = None
    at = 0
    """Which figure is shown."""
    agency = ""
    case: tuple[str, str] | None = None
    """The case it is narrowed to, and its reference."""

    def body(self) -> ComposeResult:
        """What a Board asks first, then one figure twice: in numbers, and drawn."""
        yield Static(id="short", markup=False)
        with Container(id="figures"):
            with Vertical(id="counts"):
                yield Table(*COLUMNS, empty="Counting …")
                yield Static(id="says", markup=False)
            yield Plot()

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases counted; none for all."""
        return (self.case[0],) if self.case else ()

    async def reload(self) -> None:
        """Count again."""
        found = await self.ask(lambda services: services.dashboard.figures(self.case_ids, self.agency))
        if found is not None:
            self.found = found
            self.query_one(Table).empty = EMPTY
            self.query_one("#short", Static).update(Content(shown_line(short(found))))
            self.draw()

    @property
    def figure(self) -> Figure | None:
        """The figure on show."""
        return self.found.figures[self.at] if self.found else None

    def draw(self) -> None:
        """Show the figure in hand."""
        figure, found = self.figure, self.found
        if figure is None or found is None:
            return
        table = self.query_one(Table)
        table.show([bar.label for bar in figure.bars], cells(figure))
        self.query_one("#counts").border_title = Content(figure.title).markup
        says = self.query_one("#says", Static)
        says.update(Content(figure.says))
        says.display = bool(figure.says)
        self.query_one(Plot).show(figure)
        place = f"{self.at + 1} of {len(found.figures)}"
        self.sub_title = " · ".join(filter(None, (shown_line(found.about), place)))

    def action_turn(self, step: int) -> None:
        """The figure after this one, or the one before; after the last comes the first."""
        if self.found is not None:
            self.at = (self.at + step) % len(self.found.figures)
            self.query_one(Table).go_to("")
            self.draw()

    def on_table_opened(self, message: Table.Opened) -> None:
        """The same actions, on the tracker."""
        bar = next((bar for bar in self.figure.bars if bar.label == message.key), None) if self.figure else None
        if bar is None:
            return
        if not bar.asks:
            self.notify("The tracker has no term for exactly these; the papers list what is late.", markup=False)
            return
        narrowed = (f'review:"{self.case[1]}"' if self.case else "", f"agency:{self.agency}" if self.agency else "")
        asks = " ".join(filter(None, (bar.asks, *(each for each in narrowed if each not in bar.asks))))
        self.post_message(self.Go(Place.TRACKER, asks=asks))

    # What is counted

    def action_review(self) -> None:
        """One review, or all."""
        self._do(deeds.narrow_to_review)

    def action_agency(self) -> None:
        """One agency, or all."""
        self._do(deeds.narrow_to_agency)

    def action_everything(self) -> None:
        """Every review and agency."""
        self.case, self.agency = None, ""
        self.refresh_record()

    # Papers

    def action_papers(self) -> None:
        """Choose a paper across cases, and read it."""
        self._do(deeds.papers)

    def action_page(self) -> None:
        """Save the dashboard as one page with its drawings."""
        self._do(deeds.save_page)

    def _do(self, deed: Callable[[Dashboard], Coroutine[None, None, None]]) -> None:
        begin(self, partial(deed, self), group="deed", exclusive=True)
