"""A screen that is one form: opened with its draft, kept as it is typed, and turned into a record at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container

from screens.base import Context
from screens.desk_page import DeskPage, Typing
from screens.dialogs.confirm import confirmed
from screens.forms.spec import Entry, Spec
from screens.forms.values import again
from screens.forms.verdict import judged
from screens.widgets.form import Form
from screens.words import clock
from screens.words import day as day_words
from screens.working import begin
from sscb_tui.domain.errors import InputError, RuleError, SscbError

if TYPE_CHECKING:
    from sscb_tui.services.ports import Draft

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Opened:
    """What a form page needs before it can show its form."""

    spec: Spec
    values: Entry
    """What stands in the form where there is no draft."""
    key: str
    """The draft's key."""
    version: int = 0
    """The version of the record that was read."""


class FormPage(DeskPage):
    """A page that holds one form; a subclass says what opens it and what records it."""

    DONE = "Record"
    """The word on the form's last button."""
    BINDINGS = [
        Binding(
            "ctrl+r",
            "record",
            "Record",
            id="form.record",
            tooltip="Check the whole form and put it on record",
        ),
        Binding(
            "ctrl+g",
            "discard",
            "Give up",
            show=False,
            priority=True,
            id="form.discard",
            tooltip="Throw this draft away, after asking",
        ),
    ]

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is open yet."""
        super().__init__(context, argument)
        self.opened: Opened | None = None
        self._form: Form | None = None
        self._offered: Entry = {}
        """What stood in the form when it was opened, as it was shown."""
        self._dirty = self._recorded = self._recording = self._opening = False

    def body(self) -> ComposeResult:
        """Room for the form, which comes once it has been read."""
        yield Container(id="form")

    # What a subclass says

    async def open(self) -> Opened | None:
        """Read what the form starts from; None where it cannot be filled in, after saying why."""
        raise NotImplementedError

    async def record(self) -> bool:
        """Put the form on record; False where that was refused, after saying why."""
        raise NotImplementedError

    def draft_title(self) -> str:
        """What the list of drafts calls this one: a pseudonym and no name."""
        return self.title or "Form"

    async def after(self) -> None:
        """Where to go once it is on record."""
        await self.action_back()

    # Opening

    async def reload(self) -> None:
        """Open the form, once; what is being typed is never read over."""
        if not self._opening:
            self._opening = True
            begin(self, self._open, group="open")

    async def _open(self) -> None:
        if (opened := await self.open()) is None:
            return
        draft = await self.ask(lambda services: services.desk.draft(opened.key))
        self.opened = opened
        await self._show(opened, draft)

    async def _show(self, opened: Opened, draft: Draft | None) -> None:
        at = 0
        if draft is not None:
            opened.values |= again(opened.spec, _part(draft, "values"))
            at = _number(draft, "section", 0)
            opened.version = _number(draft, "version", opened.version)
            self._dirty = True
            self.saved(draft.saved_at)
            when = f"{day_words(draft.saved_at.date())} {clock(draft.saved_at)}"
            self.notify(f"Everything typed until {when} is here.", title="Resumed", markup=False)
        opened.values = self.veil.shown(opened.values)
        self._offered = dict(opened.values)
        self._form = Form(opened.spec, opened.values, at=at, done=self.DONE)
        await self.query_one("#form").mount(self._form)

    @property
    def form(self) -> Form:
        """The form, once it is open."""
        return self.query_one(Form)

    @property
    def values(self) -> Entry:
        """What has been typed so far."""
        return self.opened.values if self.opened is not None else {}

    # Keeping

    def typing(self) -> Typing | None:
        """The form as a draft, from the first change until it is on record."""
        if self.opened is None or self._recorded or not self._dirty:
            return None
        at = self._form.at if self._form is not None else 0
        fields = {
            "values": self.veil.to_keep(self._offered, self.values),
            "section": at,
            "version": self.opened.version,
        }
        return Typing(self.opened.key, self.draft_title(), fields)

    @on(Form.Changed)
    def _changed(self) -> None:
        self._dirty, self._recorded = True, False
        self.keep_soon()

    @on(Form.Rested)
    async def _rested(self) -> None:
        await self.keep_now()

    async def on_unmount(self) -> None:
        """Keep the last second's typing when the whole program closes."""
        await self.keep_now()

    # Recording

    def action_record(self) -> None:
        """Check everything and put it on record."""
        if self.opened is not None and self._form is not None and not self._recording:
            self._recording = True
            self._form.gather()
            begin(self, self._record, group="write")

    @on(Form.Done)
    def _done(self) -> None:
        self.action_record()

    async def _record(self) -> None:
        try:
            await self.keep_now()
            if await self.record():
                await self._finish()
        finally:
            self._recording = False

    async def _finish(self) -> None:
        self._recorded = True
        if (opened := self.opened) is not None:
            await self.ask(lambda services: services.desk.discard_draft(opened.key))
        await self.after()

    async def judge(self, model: type[M]) -> M | None:
        """The record the form makes, or None after every sentence has been put under its field."""
        if self.opened is None:
            return None
        try:
            verdict = judged(self.opened.spec, model, self.veil.meant(self._offered, self.values))
        except InputError as masked:
            self.refused(masked)
            return None
        await self.form.complain(verdict)
        if verdict.record is None:
            many = len(verdict.faults) + len(verdict.general)
            self.notify(
                f"{many} {'answer' if many == 1 else 'answers'} to mend first.", title="Not recorded", markup=False
            )
        return verdict.record

    def refused(self, refused: SscbError) -> None:
        """A refusal stands above the fields and stays there."""
        said: tuple[str, ...] = (str(refused),)
        if isinstance(refused, RuleError):
            said = tuple(map(str, refused.violations))
        elif isinstance(refused, InputError):
            said = tuple(map(str, refused.problems))
        if self.query(Form):
            self.form.say(*self.veil.shown(said))
        else:
            super().refused(refused)

    # Giving up

    def action_discard(self) -> None:
        """Throw the draft away, after asking."""
        begin(self, self._discard, group="dialog")

    async def _discard(self) -> None:
        question = "Throw away everything typed in this form? It cannot be brought back."
        sure = await confirmed(self.app, question, "throw it away", "keep it")
        if sure and (opened := self.opened) is not None:
            self._recorded = True
            await self.ask(lambda services: services.desk.discard_draft(opened.key))
            await self.action_back()


def _part(draft: Draft, name: str) -> Mapping[str, object]:
    found = draft.fields.get(name)
    return found if isinstance(found, dict) else {}


def _number(draft: Draft, name: str, otherwise: int) -> int:
    found = draft.fields.get(name)
    return found if isinstance(found, int) else otherwise
