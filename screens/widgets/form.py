"""A form on the screen: sections at the left, the current one's fields at the right, errors under their fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from screens.forms.spec import Entry, Section, Spec
from screens.forms.values import blank
from screens.forms.verdict import Verdict, fault
from screens.widgets.form_dialog import RowDialogs
from screens.widgets.form_field import FieldRow, in_sight
from screens.widgets.form_keys import FieldKeys
from screens.widgets.form_messages import Edited
from screens.widgets.form_sections import Progress, SectionList
from screens.widgets.form_text import PageEditor
from sscb_tui.domain.text import shown

M = TypeVar("M", bound=BaseModel)


class Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The current section's fields; they scroll as the focus moves through them."""


class Form(FieldKeys, RowDialogs, Widget):
    """A form being filled in: holds every answer in memory and says so whenever one changes."""

    DEFAULT_CSS = """
    Form {
        layout: horizontal; width: 1fr; height: 1fr;
        & > .page { width: 1fr; height: 1fr; }
        .general { height: auto; max-height: 6; padding: 1 2 0 2; color: $text-error; }
        .help { height: 3; padding: 0 2; color: $text-muted; border-top: solid $foreground 25%; }
        .section-intro { height: auto; margin-bottom: 1; color: $text-muted; }
        Fields { height: 1fr; padding: 1 2; scrollbar-size-vertical: 1; }
        Button { margin: 1 0; }
    }
    """
    BINDINGS = [
        Binding("pagedown", "turn(1)", "Section", priority=True, id="form.next", tooltip="To the next section"),
        Binding(
            "pageup", "turn(-1)", "Before", priority=True, show=False, id="form.back", tooltip="To the section before"
        ),
        Binding(
            "right_square_bracket", "turn(1)", "Section", show=False, id="form.next_too", tooltip="To the next section"
        ),
        Binding(
            "left_square_bracket", "turn(-1)", "Before", show=False, id="form.back_too", tooltip="To the one before"
        ),
    ]

    @dataclass
    class Changed(Message):
        """An answer changed; the form holds it."""

        path: str

    class Rested(Message):
        """A field was left."""

    class Done(Message):
        """The button at the end was pressed."""

    def __init__(self, spec: Spec, values: Entry, *, at: int = 0, done: str = "Record") -> None:
        """`values` are what has been typed so far, `at` the section to begin with, `done` the last button's word."""
        super().__init__()
        self.spec, self.values, self._done = spec, values, done
        self.faults: dict[str, str] = {}
        self.at = max(0, min(at, len(self.sections) - 1))

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections that apply, given the answers so far."""
        return tuple(section for section in self.spec.sections if section.asked(self.values))

    def compose(self) -> ComposeResult:
        """Section list, what is wrong as a whole, fields, help."""
        yield SectionList()
        with Vertical(classes="page"):
            yield Static(classes="general")
            with Fields():
                yield from self._rows()
            yield Static(classes="help")

    def on_mount(self) -> None:
        """Begin at the first field of the section."""
        self._mark()
        self.query_one(".general").display = False
        self.focus_field()

    def _rows(self) -> ComposeResult:
        section = self.sections[self.at]
        if section.intro:
            yield Static(Content(section.intro), classes="section-intro")
        for field in section.fields:
            row = FieldRow(field, self.values.get(field.path, field.start()), self.faults.get(field.path, ""))
            row.display = field.asked(self.values)
            yield row
        if self.at == len(self.sections) - 1:
            yield Button(f"{self._done}  (Ctrl+R)", variant="primary", compact=True)

    def _mark(self) -> None:
        listed = self.query_one(SectionList)
        listed.sections = [self._progress(section) for section in self.sections]
        listed.current = self.at

    def _progress(self, section: Section) -> Progress:
        asked = [field for field in section.fields if field.asked(self.values)]
        empty = [field for field in asked if blank(self.values.get(field.path, ""))]
        to_do = sum(field.required and self.values.get(field.unless) is not True for field in empty)
        touched = any(self.values.get(field.path) != field.start() for field in asked)
        begun = touched or (to_do == 0 and len(empty) < len(asked))
        return Progress(section.title, to_do, sum(field.path in self.faults for field in asked), begun)

    # Moving

    async def action_turn(self, by: int) -> None:
        """On or back by a section; a page of text with more to show turns its own page first."""
        self.gather()
        page = self.screen.focused
        if not (isinstance(page, PageEditor) and page.turned(by)):
            await self.show(self.at + by)

    async def show(self, at: int, path: str = "") -> None:
        """Show a section, with the focus on a field of it."""
        at = max(0, min(at, len(self.sections) - 1))
        if at != self.at:
            self.at = at
            await self.redraw()
        self.focus_field(path)

    async def go_to(self, path: str) -> None:
        """Show a field, wherever it is."""
        at = [at for at, section in enumerate(self.sections) if any(field.path == path for field in section.fields)]
        if at:
            await self.show(at[0], path)

    async def redraw(self) -> None:
        """Show the section afresh, from the values held."""
        fields = self.query_one(Fields)
        with self.app.batch_update():
            await fields.remove_children()
            await fields.mount_all(list(self._rows()))
            fields.scroll_home(animate=False)
        self._mark()

    def focus_field(self, path: str = "") -> None:
        """Put the focus on a field of this section, or on its first."""
        rows = [row for row in self.query(FieldRow) if row.display]
        row = next((row for row in rows if row.field.path == path), rows[0] if rows else None)
        if row is not None:
            self.screen.set_focus(row.editor)  # at once: the keys behind the one that led here are for this field
            row.editor.focus()

    @on(SectionList.Chosen)
    async def _pointed_at(self, event: SectionList.Chosen) -> None:
        event.stop()
        await self.show(event.at)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Done())

    # Answers

    @on(Edited)
    async def _edited(self, event: Edited) -> None:
        self.heard(event)
        for path in tuple(self.faults):  # an answer may settle another: "none known" answers for an empty list
            await self._check(self._row(path))
        self._mark()
        self.post_message(self.Changed(event.path))

    def _row(self, path: str) -> FieldRow | None:
        return next((row for row in self.query(FieldRow) if row.field.path == path), None)

    async def _check(self, row: FieldRow | None) -> None:
        if row is None or not row.display:
            return
        said = fault(row.field, self.values)
        self.faults.pop(row.field.path, None)
        if said:
            self.faults[row.field.path] = said
        await row.show_fault(said)

    async def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A field that is left is looked at, unless its own dialog is what it was left for."""
        if self.screen.is_current and isinstance(event.widget.parent, FieldRow):
            await self._check(event.widget.parent)
            self._mark()
            self.post_message(self.Rested())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The foot explains the field in hand; its label and the law's words above it are in sight with it."""
        row = event.widget.parent
        if isinstance(row, FieldRow):
            self.call_after_refresh(in_sight, self.query_one(Fields), row)
        self.query_one(".help", Static).update(Content(row.help if isinstance(row, FieldRow) else ""))

    # Refusals

    async def complain(self, verdict: Verdict[M]) -> None:
        """Put each sentence under its field, and the focus on the first."""
        self.faults = dict(verdict.faults)
        self.say(*verdict.general)
        for row in self.query(FieldRow):
            await row.show_fault(self.faults.get(row.field.path, ""))
        self._mark()
        first = next((field.path for field in self.spec.asked(self.values) if field.path in self.faults), "")
        await self.go_to(first)

    def say(self, *sentences: str) -> None:
        """What is wrong with the form as a whole, above the fields; nothing takes it away."""
        try:
            told = self.query_one(".general", Static)
        except NoMatches:
            return
        told.display = bool(sentences)
        told.update(Content(shown("\n".join(f"✗ {each}" for each in sentences))))
