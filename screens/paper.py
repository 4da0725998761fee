"""A paper as it will go out: rendered or as Markdown, and saved to a file that names nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from screens.base import Page
from screens.dialogs.confirm import confirmed
from screens.dialogs.entry import Entry
from screens.saving import already_there, replace, suggested
from sscb_tui.domain.terms import Paper
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.services.views import PaperText


KEY = "key"
"""The one paper that names people; it has a door of its own."""


class PaperPreview(Page):
    """One paper of one case; the argument names the paper."""

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
        case_id, wanted = self.context.case_id, self.argument
        if case_id is None:
            return
        read = await self.ask(
            lambda services: (
                services.papers.key(self.actor, case_id)
                if wanted == KEY
                else services.papers.render(Paper(wanted), case_id)
            )
        )
        if read is not None and read != self.paper:
            self.paper = read
            self.title, self.sub_title = read.title, read.filename
            self.query_one("#raw", Static).update(Content(shown(read.markdown)))
            await self.query_one(Markdown).update(shown(read.markdown))

    def action_raw(self) -> None:
        """Rendered, or the Markdown."""
        self.toggle_class("-raw")

    def action_save(self) -> None:
        """Ask where to, and save."""
        if self.paper is not None:
            self.run_worker(self._save(self.paper), group="save", exclusive=True)

    async def _save(self, paper: PaperText) -> None:
        """Never over another file without asking."""
        where: str | None = str(suggested(paper.filename))
        while where is not None:
            where = await self.app.push_screen_wait(Entry("Save the paper as", where))
            if where is not None and await self._put(paper, Path(where).expanduser()):
                return

    async def _put(self, paper: PaperText, target: Path) -> bool:
        target = target / paper.filename if target.is_dir() else target
        if already_there(target) and not await confirmed(
            self.app, f"{target} exists already. Replace it?", "replace it", "keep what is there"
        ):
            return False
        try:
            replace(target, paper.markdown)
        except OSError as error:
            self.notify(f"{target}: {error.strerror}", title="Not saved", severity="warning", markup=False)
            return False
        self.notify(f"Saved: {target}", markup=False)
        return True

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
