"""A short form in a dialog: one row of a list, or any few fields a screen wants to ask for."""

from __future__ import annotations

from collections.abc import Callable

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from screens.dialogs.confirm import confirmed
from screens.forms.spec import Entry, Field, Section, Values
from screens.forms.verdict import fault
from screens.widgets.form_field import FieldRow, in_sight
from screens.widgets.form_keys import FieldKeys
from screens.widgets.form_list import ListEditor, summary
from screens.widgets.form_messages import Edited
from screens.words import capital
from screens.working import begin
from sscb_tui.domain.text import shown_line


class RowDialogs(Widget):
    """What a form does when a row of one of its lists is to be opened or taken out."""

    @on(ListEditor.Open)
    @work(group="dialog")
    async def _open_row(self, event: ListEditor.Open) -> None:
        event.stop()
        editor = event.editor
        row = editor.rows[event.row] if event.row >= 0 else {}
        dialog = FormDialog(editor.of, row, changed=lambda typed: editor.hold(event.row, typed))
        answer = await self.app.push_screen_wait(dialog)
        if answer is not None:
            editor.put(event.row, answer)
        else:
            editor.let_go()

    @on(ListEditor.Remove)
    @work(group="dialog")
    async def _remove_row(self, event: ListEditor.Remove) -> None:
        event.stop()
        said = summary(event.editor.of, event.editor.rows[event.row])
        if await confirmed(self.app, f"Take out this row?\n\n{said}", "take it out", "keep it"):
            event.editor.take_out(event.row)


FRAME = 9
"""Lines of the dialog that are not fields."""


class Body(VerticalScroll, can_focus=False):
    """The dialog's fields."""


class FormDialog(FieldKeys, RowDialogs, ModalScreen[Entry | None]):
    """Asks the fields of one section; answers their values, or None where nothing is to be kept."""

    DEFAULT_CSS = """
    FormDialog {
        align: center middle;
        & > Vertical {
            width: 76; max-width: 96%; height: auto; max-height: 94%; background: $panel; border: round $primary;
        }
        Body { height: auto; padding: 1 2 0 2; scrollbar-size-vertical: 1; }
        .section-intro { height: auto; margin-bottom: 1; color: $text-muted; }
        .keys { height: auto; padding: 0 2; color: $text-muted; }
        .help { height: auto; min-height: 1; max-height: 3; padding: 0 2; color: $text-muted; text-style: italic; }
    }
    """
    keeps = False
    """Whether words left unrecorded stay as a draft."""
    BINDINGS = [
        Binding("ctrl+r", "done", "Keep", id="dialog.done", tooltip="Keep what was typed and close"),
        Binding("escape", "leave", "Cancel", id="dialog.leave", tooltip="Close and keep nothing"),
    ]

    def __init__(
        self,
        section: Section,
        values: Values,
        *,
        done: str = "keep",
        typed: Values | None = None,
        changed: Callable[[Entry], None] | None = None,
    ) -> None:
        """`values` are where it starts; `done` says what Ctrl+R does.

        `typed` was typed over them before; `changed` hears all that stands here whenever a key changes it.
        """
        super().__init__()
        self.section, self._done, self._changed = section, done, changed
        self._start: Entry = {field.path: values.get(field.path, field.start()) for field in section.fields}
        self.values: Entry = self._start | dict(typed or {})

    def compose(self) -> ComposeResult:
        """The fields, and the keys that end it."""
        with Vertical(id="frame") as frame:
            frame.border_title = Content(shown_line(capital(self.section.title)))
            frame.border_subtitle = "as it was left" if self.values != self._start else ""
            with Body():
                if self.section.intro:
                    yield Static(Content(self.section.intro), classes="section-intro")
                for field in self.section.fields:
                    row = FieldRow(field, self.values[field.path])
                    row.display = field.asked(self.values)
                    yield row
                    yield from self.beneath(field)
            yield Static(classes="help", id="dialog-help")
            yield Static(self.keys_told(), classes="keys")

    def beneath(self, field: Field) -> ComposeResult:
        """What stands under a field and is no field: help with its words."""
        yield from ()

    def keys_told(self) -> Content:
        """The keys that end it."""
        return Content.assemble(("Ctrl+R", "bold"), f"  {self._done}     ", ("Esc", "bold"), "  cancel")

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.query(FieldRow).first().editor.focus()

    def on_resize(self, event: events.Resize) -> None:
        """The fields scroll when they do not fit; the keys stay in sight."""
        self.query_one(Body).styles.max_height = max(4, event.size.height - FRAME)

    @on(Edited)
    async def _edited(self, event: Edited) -> None:
        self.heard(event)
        if self._changed is not None:
            self._changed(dict(self.values))

    async def action_onward(self) -> None:
        """Enter goes on; from the last field it is done."""
        self.gather()
        rows = [row for row in self.query(FieldRow) if row.display]
        if rows and rows[-1].has_focus_within:
            await self.action_done()
        else:
            await self.action_step(1)

    async def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field that is left is looked at."""
        row = event.widget.parent
        if self.is_current and isinstance(row, FieldRow):
            await row.show_fault(fault(row.field, self.values))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The foot explains the field in hand."""
        row = event.widget.parent
        if isinstance(row, FieldRow):
            self.call_after_refresh(in_sight, self.query_one(Body), row)
        self.query_one("#dialog-help", Static).update(Content(row.help if isinstance(row, FieldRow) else ""))

    async def action_done(self) -> None:
        """Answer the values, or say under each field what is wrong with it."""
        self.gather()
        wrong = [row for row in self.query(FieldRow) if row.display and fault(row.field, self.values)]
        for row in self.query(FieldRow):
            await row.show_fault(fault(row.field, self.values) if row in wrong else "")
        if wrong:
            wrong[0].editor.focus()
        else:
            self.dismiss(dict(self.values))

    def action_leave(self) -> None:
        """Close with nothing kept; ask first if something was typed."""
        begin(self, self._leave, group="dialog")

    async def _leave(self) -> None:
        if self.values == self._start or await confirmed(
            self.app, "Something was typed here. Close without keeping it?", "close, keep nothing", "go on typing"
        ):
            self.dismiss(None)
