"""Writing the minutes: the capture line and everything done to a line that stands.

A line that was entered goes into the record together with the draft of what is still on the capture line, so that a
power cut finds each line either minuted or waiting, never both and never neither.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from screens.asking import carry_out
from screens.desk_page import Typing
from screens.dialogs.confirm import confirmed
from screens.dialogs.passage import Passage
from screens.forms.spec import Entry, Field, Kind, Section
from screens.passages import passage_of
from screens.scoping_page import CLOSED, CONFIRMED, DRAFT, ON, ScopingPage
from screens.widgets.capture import Capture
from screens.widgets.capture_words import Aside, Typed, excerpt, marked
from screens.widgets.minute_words import Names
from screens.widgets.minutes import MinutesList
from screens.words import day, uk
from screens.working import begin
from sscb_tui.domain.errors import InputError, Problem, SscbError, StaleError
from sscb_tui.domain.floor import WORDS, air_time, begun_by
from sscb_tui.domain.minuted import OWNED
from sscb_tui.domain.owners import named, owners
from sscb_tui.domain.text import shown, shown_line
from sscb_tui.services.minutes import About, sense

if TYPE_CHECKING:
    from datetime import datetime

    from screens.base import Context
    from screens.scoping_sitting import Sitting
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.owners import Owner
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import LineVersion

SAID = Field("text", "Words", Kind.LONG, required=True)
TERMS = (
    Field("owner", "Owner", help="An agency, or somebody at the table who speaks for one; empty for nobody yet."),
    Field("due", "By", help="9 Nov, 9/11, 9 Nov 2026 or +7 for a week from today; empty for no day yet."),
)


class MinuteDeeds(ScopingPage):
    """Lines of the minutes: written, edited, struck, and what they said before."""

    BINDINGS = [
        Binding(
            "colon",
            "capture",
            "Write",
            key_display=":",
            id="scoping.write",
            tooltip="Write a line of the minutes",
            priority=True,  # so that the letters right behind it are words already, however busy the screen is
        ),
    ]
    WHEN = {"capture": (DRAFT, ON, CLOSED, CONFIRMED)}

    def __init__(self, context: Context, argument: str = "") -> None:
        """Nothing is on its way into the minutes."""
        super().__init__(context, argument)
        self._restored = ""
        self._draft = ""
        self._writing = asyncio.Lock()
        self._owners: tuple[Owner, ...] = ()

    def draw_minutes(self, sitting: Sitting) -> None:
        """Show the lines, and tell the capture line who is in the room."""
        actions = {str(each.id): f"A-{each.number}" for each in sitting.file.actions}
        names = Names(sitting.names, actions)
        self.query_one(MinutesList).show(sitting.file.lines if sitting.meeting else (), names)
        truth = self.on_record or sitting
        if truth.meeting is not None:
            self._owners = self.veil.shown(owners(truth.meeting, truth.board))
            self.query_one(Capture).know(self._owners, sitting.now.date())

    # The capture line

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where words are typed, a colon is a colon; a line can be begun before the meeting has been read."""
        if action == "capture" and (self.sitting is None or isinstance(self.focused, Input)):
            return self.context.case_id is not None and not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_capture(self) -> None:
        """To the capture line, which may quote or correct what is under the cursors."""
        minutes = self.query_one(MinutesList)
        line, passage = minutes.current, passage_of(self)
        self.query_one(Capture).open(
            Aside(
                passage=passage[0] if passage else "",
                source=passage[1] if passage else "",
                line=line.id if line else "",
                said=f"{uk(line.at):%H:%M} “{excerpt(line.text)}”" if line else "",
            )
        )

    def on_capture_changed(self) -> None:
        """Keep the line as it is typed."""
        self.keep_soon()

    async def on_capture_rested(self) -> None:
        """Keep it now."""
        await self.keep_now()

    def on_capture_written(self) -> None:
        """Into the minutes, without holding up the keys after it."""
        begin(self, self._write_and_show, group="write")

    async def _write_and_show(self) -> None:
        await self._write_all()
        if self.display:
            self.refresh_record()
            await self.keep_now()

    async def leave(self) -> None:
        """What was entered is written, and what is being typed is kept, before the screen closes."""
        await self._write_all()
        await super().leave()

    async def _write_all(self) -> None:
        """Every line on its way, in the order entered; one that is refused is put back."""
        async with self._writing:
            capture = self.query_one(Capture)
            if capture.sending:
                await self.restore()  # what was kept the last time is read before anything is kept over it
            while self.sitting is not None and self.meeting is not None and capture.sending:
                await self._write(self.sitting, capture, capture.sending[0])

    async def _write(self, sitting: Sitting, capture: Capture, line: Typed) -> None:
        """Not by `ask`, which answers nothing once the screen is left: here it matters whether the line is written."""
        typing = self._typing(capture.kept(but=line))
        try:
            meant = replace(line, text=self._quoted(line.text), owner=self._owning(line.owner))
            deed = partial(written, actor=self.actor, sitting=sitting, line=meant, typing=typing)
            at = await self.context.backend.call(deed)
        except SscbError as refused:
            capture.sent(written=False)
            if self.display:
                self.refused(refused)
        else:
            capture.sent(written=True)
            self.saved(at)

    def _owning(self, owner: str) -> str:
        """The owner in the words on record, however few of those on show were typed."""
        one = named(owner, self._owners)
        return self.veil.true(one.words if one is not None else owner)

    def _quoted(self, text: str) -> str:
        """A quotation in the words on record, however they were shown."""
        before, mark, words = text.partition(":q ")
        return f":q {self.veil.true(words)}" if mark and not before.strip() else text

    def typing(self) -> Typing | None:
        """What is on the capture line; nothing is kept over a draft that has not been read yet."""
        if self.meeting is None or self._restored != self.meeting.id:
            return None
        return self._typing(self.query_one(Capture).kept())

    def _typing(self, fields: dict[str, object]) -> Typing:
        """One draft for each meeting and person: two people may take minutes at once."""
        pseudonym = self.sitting.file.case.pseudonym if self.sitting else ""
        return Typing(self._draft, f"{pseudonym} · capture line", fields)

    async def restore(self) -> None:
        """Put kept lines back, once for each meeting."""
        meeting, actor = self.meeting, self.context.actor
        if meeting is None or self._restored == meeting.id:
            return
        self._draft = draft_key(meeting.id, actor.name if actor else "")
        kept = await self.context.backend.call(lambda services: services.desk.draft(self._draft))  # as it was typed
        if self._restored == meeting.id:
            return
        self._restored, capture = meeting.id, self.query_one(Capture)
        if kept is not None:
            capture.restore(kept.fields)
        if not capture.typed.blank:
            await self.keep_now()
        if capture.sending:  # entered before the meeting was read
            capture.post_message(Capture.Written())

    # Lines that stand

    @work(group="dialog")
    async def on_minutes_list_asked(self, message: MinutesList.Asked) -> None:
        """Edit or strike the line under the cursor, or show what it said before."""
        deeds = {"edit": self._edit, "strike": self._strike, "history": self._history}
        await deeds[message.what](message.line)

    async def _edit(self, line: MinuteLine) -> None:
        """Change the line; if another window saved first, both texts are shown and the person chooses."""
        read = line

        def edit(services: Services, actor: Actor, typed: Entry) -> object:
            nonlocal read
            about = About(str(typed.get("owner", "")), str(typed.get("due", ""))) if line.kind in OWNED else None
            try:
                return services.meetings.edit_line(actor, line.id, read.version, str(typed["text"]), about=about)
            except StaleError as stale:
                read = next(each for each in services.meetings.lines(line.meeting_id) if each.id == line.id)
                theirs = f"was changed in another window and now reads “{read.text}”. Record again to keep yours."
                raise InputError([Problem(f"Line {line.number}", theirs)]) from stale

        fields = (SAID, *TERMS) if line.kind in OWNED else (SAID,)
        values = {"text": line.text, "owner": line.owner, "due": day(line.due) if line.due else ""}
        before = {each.path: values[each.path] for each in fields}
        await carry_out(self, Section("Edit a line of the minutes", fields), edit, values=before, about=line.id)

    async def _strike(self, line: MinuteLine) -> None:
        question = f"Strike this line? It leaves the paper and stays in the record.\n\n{shown_line(line.text)}"
        if line.refers and line.kind in OWNED:
            question += "\n\nIts action stays on the tracker."
        if await confirmed(self.app, question, "strike it", "keep it"):
            await self.do(lambda services, actor: services.meetings.strike_line(actor, line.id, line.version))

    async def _history(self, line: MinuteLine) -> None:
        versions = await self.ask(lambda services: services.meetings.line_versions(line.id))
        if versions:
            self.app.push_screen(Passage(f"Line {line.number} of the minutes", history_words(versions)))


def draft_key(meeting_id: str, name: str) -> str:
    """What a person's capture line is kept under."""
    return f"capture:{meeting_id}:{name}"


def written(services: Services, *, actor: Actor, sitting: Sitting, line: Typed, typing: Typing) -> datetime:
    """The line in the minutes and out of the draft, both or neither."""
    text = marked(line.text)
    about = About(line.owner, line.due, line.source, line.corrects or None)
    if sitting.meeting is None:
        raise SscbError("There is no meeting to minute yet.")
    with services.record.atomic(actor, "minutes written"):
        services.meetings.write(actor, sitting.meeting.id, text, speaking(sitting, text), about=about)
        if typing.fields:
            services.desk.keep_draft(actor, typing.key, typing.title, typing.fields)
        else:
            services.desk.discard_draft(typing.key)
    return services.desk.now()


def speaking(sitting: Sitting, text: str) -> str | None:
    """The agency whose words these are: the one they begin with ("Housing: ..."), or else the one with the floor."""
    kind, words = sense(text)
    if sitting.meeting is None or kind not in WORDS:
        return None
    return begun_by(words, sitting.names) or air_time(sitting.meeting, sitting.file.lines).holder


def history_words(versions: tuple[LineVersion, ...]) -> Content:
    """Each version with when and by whom, oldest first."""
    return Content("\n\n").join(_version_words(each, last=each is versions[-1]) for each in versions)


def _version_words(version: LineVersion, *, last: bool) -> Content:
    when = uk(version.at)
    head = f"{day(when.date())} {when:%H:%M:%S} · {shown_line(version.actor)}{' · as it stands' if last else ''}"
    terms = " · ".join(part for part in (version.owner, version.due, "struck" if version.struck else "") if part)
    return Content.assemble(
        (head, "bold $text-primary"), "\n", shown(version.text), f"\n{shown(terms)}" if terms else ""
    )
