"""A paper as it will go out: rendered or as Markdown, and saved to a file that names nobody."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from screens.base import Page
from screens.saving import save_as
from screens.working import begin
from sscb_tui.domain.terms import Paper
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import PaperText

LETTER = "letter:"
"""What an argument begins with that names a duty, and so its letter."""


KEY = "key"
"""The one paper that names people; it has a door of its own."""


class PaperPreview(Page):
    """One paper of one case; the argument names the paper, or the duty whose letter it is."""

    TITLE = "Paper"
    CSS_PATH = "paper.tcss"
    AUTO_FOCUS = "#paper"
    BINDINGS = [
        Binding("s", "save", "Save", id="paper.save", tooltip="Save the paper to a file only you can read"),
        Binding("m", "raw", "Markdown", id="paper.raw", tooltip="Show it rendered, or as the Markdown it is"),
        Binding("j,down", "scroll(1)", "Down", id="paper.down", tooltip="One line down", show=False),
        Binding("k,up", "scroll(-1)", "Up", id="paper.up", tooltip="One line up", show=False),
        Binding("space,pagedown", "page(1)", "Page down", id="paper.page_down", tooltip="One page down", show=False),
        Binding("b,pageup", "page(-1)", "Page up", id="paper.page_up", tooltip="One page up", show=False),
        Binding("g,home", "end(-1)", "Top", id="paper.top", tooltip="To the top", show=False),
        Binding("G,end", "end(1)", "End", id="paper.end", tooltip="To the end", show=False),
    ]
    paper: PaperText | None = None

    def body(self) -> ComposeResult:
        """The rendered paper and its Markdown, one of them on show."""
        with VerticalScroll(id="paper"):
            yield Markdown(open_links=False)
            yield Static(id="raw", markup=False)

    async def reload(self) -> None:
        """Render the paper as the record has it now."""
        case_id = self.context.case_id
        if case_id is None:
            return
        await self.show_paper(await self.ask(lambda services: self._rendered(services, case_id)))

    async def show_paper(self, read: PaperText | None) -> None:
        """Show a paper that was read, where it is another than before."""
        if read is not None and read != self.paper:
            self.paper = read
            self.title, self.sub_title = read.title, read.filename
            self.query_one("#raw", Static).update(Content(shown(read.markdown)))
            await self.query_one(Markdown).update(shown(read.markdown))

    def _rendered(self, services: Services, case_id: str) -> PaperText:
        """A paper of the case, or the one letter that does a duty."""
        if self.argument.startswith(LETTER):
            return services.notices.letter(self.argument.removeprefix(LETTER))
        if self.argument == KEY:
            return services.papers.key(self.actor, case_id)
        return services.papers.render(Paper(self.argument), case_id)

    def action_raw(self) -> None:
        """Rendered, or the Markdown."""
        self.toggle_class("-raw")

    def action_save(self) -> None:
        """Ask where to, and save."""
        if self.paper is not None:
            begin(self, partial(save_as, self, self.paper, "Save the paper as"), group="save", exclusive=True)

    @property
    def _sheet(self) -> VerticalScroll:
        return self.query_one("#paper", VerticalScroll)

    def action_scroll(self, lines: int) -> None:
        """A line at a time."""
        self._sheet.scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """A page at a time."""
        self._sheet.scroll_relative(y=pages * max(1, self._sheet.size.height - 2), animate=False)

    def action_end(self, side: int) -> None:
        """Top or end."""
        sheet = self._sheet
        sheet.scroll_to(y=sheet.max_scroll_y if side > 0 else 0, animate=False)
