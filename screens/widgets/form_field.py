"""One question on the screen: its label, its editor, and under them what is wrong with the answer."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from screens.forms.spec import Field, Kind, Value
from screens.forms.values import lines
from screens.widgets.form_choice import MANY, ChoiceEditor, TickEditor
from screens.widgets.form_list import ListEditor
from screens.widgets.form_text import LineEditor, PageEditor

BESIDE = 44
"""Choices no wider than this stand beside their label, like a line of text."""
Editor = LineEditor | PageEditor | ChoiceEditor | ListEditor


class FieldRow(Widget):
    """A field of a form."""

    DEFAULT_CSS = """
    FieldRow {
        layout: grid; grid-size: 2; grid-columns: 22 1fr; grid-rows: auto;
        width: 1fr; height: auto; max-width: 120; margin-bottom: 1;
        & > .label { color: $text-muted; padding-right: 1; height: auto; }
        & > .fault { column-span: 2; margin-left: 1; color: $text-error; height: auto; }
        & > .intro { column-span: 2; height: auto; margin-bottom: 1; color: $foreground 80%; }
        &.-stacked { grid-size: 1; grid-columns: 1fr; }
        &.-stacked > .fault, &.-stacked > .intro { column-span: 1; margin-left: 0; }
        &.-here > .label { color: $text-primary; text-style: bold; }
        LineEditor, PageEditor { background: $foreground 6%; }
        LineEditor:focus, PageEditor:focus { background: $primary 15%; }
        LineEditor { padding: 0 1 !important; }
        PageEditor { height: auto; min-height: 3; max-height: 10; padding: 0 1 !important; }
        ChoiceEditor { height: auto; padding: 0 1; }
        ChoiceEditor:focus { background: $primary 15%; }
        ListEditor { height: auto; max-height: 10; background: $foreground 6%; padding: 0 1; border: none; }
        ListEditor:focus { background: $primary 15%; border: none; }
        ListEditor > .option-list--option-highlighted { background: transparent; text-style: none; }
        ListEditor:focus > .option-list--option-highlighted { background: $primary 40%; text-style: bold; }
    }
    """

    def __init__(self, field: Field, value: Value, fault: str = "") -> None:
        """`value` is what has been typed so far."""
        super().__init__(classes="-stacked" if _stacked(field) else None)
        self.field = field
        self.editor = editor_of(field, value)
        self._fault = fault
        self.told = self.value
        """The answer the form has heard of."""

    def compose(self) -> ComposeResult:
        """Label and editor; the sentence comes when there is one."""
        star = Content.styled("\u00a0*", "$text-warning") if self.field.required else Content("")
        yield Static(Content(self.field.label) + star, classes="label")
        if self.field.intro:
            yield Static(Content(self.field.intro), classes="intro")
        yield self.editor
        if self._fault:
            yield self._sentence(self._fault)

    def on_descendant_focus(self) -> None:
        """The label stands out while its field is in hand."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """Quiet again."""
        self.remove_class("-here")

    async def show_fault(self, said: str) -> None:
        """Say what is wrong under the field, or nothing."""
        if said == self._fault:
            return
        self._fault = said
        await self.query(".fault").remove()
        if said:
            await self.mount(self._sentence(said))

    def _sentence(self, said: str) -> Static:
        return Static(Content(f"✗ {said}"), classes="fault")

    @property
    def value(self) -> Value:
        """What stands in the editor now."""
        return self.editor.text if isinstance(self.editor, PageEditor) else self.editor.value

    @property
    def untold(self) -> bool:
        """Whether the editor holds keys whose message is still on its way to the form."""
        return self.value != self.told

    @property
    def help(self) -> str:
        """What the form's foot says while this field has the focus."""
        told = self.field.help or _FORMATS.get(self.field.kind, "")
        if len(self.field.options) > MANY and self.field.kind in (Kind.CHOICE, Kind.MULTI):
            told = f"{told} A letter goes to the next answer that begins with it."
        return f"{self.field.id}  {told}".strip()


_FORMATS = {
    Kind.DATE: "A day: 2 Nov 2026, 02/11/2026 or 2026-11-02.",
    Kind.STATED_DATE: "As it was stated: 2 Nov 2026, Nov 2026, about 2 Nov 2026, 2026. The words are kept.",
    Kind.DATETIME: "A day and time: 2 Nov 2026 14:05.",
    Kind.CHOICE: "Arrows choose. Backspace takes the answer back.",
    Kind.MULTI: "Arrows move, Space chooses; several may apply.",
    Kind.BOOL: "Arrows choose.",
    Kind.LINES: "One on each line.",
    Kind.LIST: "a adds a row, Enter opens one, x removes it.",
}


def in_sight(page: VerticalScroll, row: FieldRow) -> None:
    """Scroll so that the whole row is seen; from the first row, so that what introduces it is seen as well."""
    if row is page.query(FieldRow).first():
        page.scroll_home(animate=False)
    elif row.is_attached:
        page.scroll_to_widget(row, animate=False)


def _stacked(field: Field) -> bool:
    if field.kind in (Kind.LONG, Kind.LINES, Kind.LIST, Kind.MULTI) or field.intro:
        return True
    return field.kind is Kind.CHOICE and sum(len(label) + 5 for _, label in field.options) > BESIDE


def editor_of(field: Field, value: Value) -> Editor:
    """The editor a kind of answer takes, holding what has been typed."""
    if isinstance(value, bool):
        return TickEditor(field.path, value)
    if isinstance(value, list):
        return ListEditor(field, value)
    if field.kind in (Kind.CHOICE, Kind.MULTI):
        several = field.kind is Kind.MULTI
        chosen = frozenset(lines(value) if several else [value] if value else [])
        return ChoiceEditor(field.path, field.options, chosen, several=several)
    if field.kind in (Kind.LONG, Kind.LINES):
        return PageEditor(field.path, value)
    return LineEditor(field.path, value)
