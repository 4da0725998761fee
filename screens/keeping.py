"""What is being typed in a dialog, kept as it is typed and there again when the same thing is asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from screens.forms.spec import Entry, Section, Values, alone
from screens.forms.values import again
from screens.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from textual.timer import Timer

    from screens.base import Page

SOON = 0.7
"""Seconds after which typing is stored, however fast it goes on: less than the second that may be lost."""


Form = Callable[..., FormDialog]
"""What makes the dialog: the plain form, or one with something beside its fields."""


class Kept:
    """The draft of one dialog; it goes only when its words are on record or were given up."""

    def __init__(self, page: Page, section: Section, about: str = "", form: Form = FormDialog) -> None:
        """`about` is what the dialog asks about, where that is not the case in hand."""
        self._page, self._section, self._form = page, section, form
        self._key = f"asked:{about or page.context.case_id}:{section.title}"
        self._values: Entry | None = None
        self._offered: Values = {}
        self._veil = page.veil
        self._timer: Timer | None = None

    async def ask(self, values: Values, *, done: str = "keep") -> Entry | None:
        """Ask the section's fields, starting from what was typed last; None where nothing is to be kept."""
        typed = await self._words()
        if self._values is None:
            self._offered, self._veil = {**values, **(typed or {})}, self._page.veil
        dialog = self._form(self._section, values, done=done, typed=typed, changed=self._typed)
        answer: Entry | None = await self._page.app.push_screen_wait(dialog)
        if answer is None and dialog.keeps:
            await self._leave()
        elif answer is None:
            await self.drop()
        else:
            self._typed(answer)
        return answer

    async def _words(self) -> Entry | None:
        if self._values is None:
            draft = await self._page.ask(lambda services: services.desk.draft(self._key))
            return again(alone(self._section), draft.fields) if draft is not None else None
        return self._values

    def meant(self, answer: Entry) -> Entry:
        """The answers in the words they stand for, whatever a mask showed in their place."""
        return self._veil.meant(self._offered, answer)

    def _typed(self, values: Values) -> None:
        """Store this within a second from now, however fast typing goes on."""
        self._values = dict(values)
        if self._timer is None:
            self._timer = self._page.set_timer(SOON, self._store)

    async def _store(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        actor, values = self._page.context.actor, dict(self._veil.to_keep(self._offered, self._values or {}))
        title = f"{self._section.title} · not yet recorded"
        at = await self._page.ask(lambda services: services.desk.keep_draft(actor, self._key, title, values))
        if at is not None:
            self._page.saved(at)

    async def _leave(self) -> None:
        """What was typed is there again next time; what was emptied is not."""
        if self._values == alone(self._section).start():
            await self.drop()
        elif self._values is not None:
            await self._store()

    async def drop(self) -> None:
        """The words are on record, or nobody wants them."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        await self._page.ask(lambda services: services.desk.discard_draft(self._key))
