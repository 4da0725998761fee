"""One line at the row it is about: type, Enter, done. Esc keeps what was typed for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.content import Content

from screens.widgets.form_dialog import FormDialog
from screens.widgets.form_messages import Edited
from screens.widgets.form_text import PageEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region

    from screens.forms.spec import Entry, Section, Values

EDGE = 1
"""Cells left free beside the box."""
LEAST, MOST = 60, 90
"""Cells of its width; as wide as its row in between."""


class NoteBox(FormDialog):
    """A note that grows as it is typed, and one answer below it that is left alone as a rule."""

    DEFAULT_CSS = """
    NoteBox {
        align: left top; background: transparent;
        & > Vertical { max-width: 100%; max-height: 100%; background: $panel; border: round $primary; }
        Body { padding: 0 1; }
        .section-intro { margin-bottom: 0; }
        FieldRow { margin-bottom: 0; max-width: 100%; grid-columns: 8 1fr; }
        FieldRow.-stacked > .label { display: none; }
        FieldRow PageEditor { min-height: 1; max-height: 8; }
        .help { display: none; }
        .keys { padding: 0 1; }
    }
    """
    keeps = True

    def __init__(
        self,
        section: Section,
        values: Values,
        *,
        row: Region,
        done: str = "record",
        typed: Values | None = None,
        changed: Callable[[Entry], None] | None = None,
    ) -> None:
        """`row` is the row it is about, as it stands on the screen."""
        super().__init__(section, values, done=done, typed=typed, changed=changed)
        self._row = row

    def keys_told(self) -> Content:
        """Enter is all it takes."""
        bold = "bold"
        return Content.assemble(
            *(("Enter", bold), "  record     ", ("Tab", bold), "  state     ", ("Esc", bold), "  keep for later")
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter records from either field; pasted lines stay lines."""
        return True if action == "onward" else super().check_action(action, parameters)

    async def action_onward(self) -> None:
        """Record."""
        self.gather()
        await self.action_done()

    def action_leave(self) -> None:
        """Close; what was typed is there when the box is opened again."""
        self.gather()
        if self._changed is not None and self.values != self._start:
            self._changed(dict(self.values))
        self.dismiss(None)

    def on_mount(self) -> None:
        """Stand below the row, or above it where there is no room, and go on where the words left off."""
        super().on_mount()
        for editor in self.query(PageEditor):
            editor.move_cursor(editor.document.end)
        self.call_after_refresh(self._stand)

    def on_resize(self, event: events.Resize) -> None:
        """The row has moved too; the box stays on the screen."""
        super().on_resize(event)
        self.call_after_refresh(self._stand)

    @on(Edited)
    def _grown(self) -> None:
        self.call_after_refresh(self._stand)

    def _stand(self) -> None:
        frame = next(iter(self.query("#frame")), None)
        if frame is None:  # it was closed meanwhile
            return
        wide = max(LEAST, min(MOST, self._row.width - 2 * EDGE))
        frame.styles.width = wide
        high = frame.outer_size.height
        below = self._row.y + 1
        y = below if below + high <= self.size.height else max(0, self._row.y - high)
        frame.styles.offset = (max(0, min(self._row.x + EDGE, self.size.width - wide)), y)
