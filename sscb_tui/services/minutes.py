"""Lines of the minutes: written, edited, struck, and stamped by the deeds that run the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import LineId
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.errors import InputError, NotFoundError, Problem, RuleError, StaleError, Violation
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.minuted import OWNED
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import LineKind, MeetingState
from sscb_tui.domain.thread import Named
from sscb_tui.services.agreed import follow, on_tracker, whose
from sscb_tui.services.views import LineVersion

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import HistoryEntry

PREFIXES: dict[str, LineKind] = {
    "n": LineKind.NOTE,
    "f": LineKind.FACT,
    "a": LineKind.ACTION,
    "d": LineKind.DISCREPANCY,
    "x": LineKind.DISSENT,
    "q": LineKind.QUOTE,
    "p": LineKind.PARK,
    "c": LineKind.CORRECTION,
}
"""What follows the colon at the capture line."""
OFF_THE_RECORD = "o"
_PREFIXED = re.compile(r":(?P<letter>[A-Za-z])(?:\s+(?P<words>.*))?\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class About:
    """What a line says besides its words, as typed at the capture line."""

    owner: str = ""
    due: str = ""
    source: str = ""
    corrects: str | None = None


NOTHING = About()


def sense(text: str) -> tuple[LineKind, str]:
    """The kind and the words of a captured line; plain text is a note. InputError for a prefix nobody knows."""
    match = _PREFIXED.match(text.lstrip())
    if match is None:
        kind, words = LineKind.NOTE, text
    else:
        kind, words = _kind(match["letter"].lower()), match["words"] or ""
    if not words.strip():
        raise InputError([Problem("the capture line", "there are no words on it.")])
    return kind, words


def _kind(letter: str) -> LineKind:
    if letter == OFF_THE_RECORD:
        said = "nothing is off the record here: what should not be minuted should not be said in this meeting."
        raise InputError([Problem("the capture line", said)])
    if letter not in PREFIXES:
        allowed = ", ".join(f":{key} {kind.label}" for key, kind in PREFIXES.items())
        raise InputError([Problem("the capture line", f"':{letter}' is not a prefix.", allowed)])
    return PREFIXES[letter]


def provisional_facts(file: CaseFile) -> Facts:
    """What is known so far: the meeting's findings over the discussion's values over the referral's."""
    found = {limb.fact.value: limb.value for limb in (file.meeting.findings if file.meeting else ())}
    return Facts.model_validate({**file.case.facts().model_dump(), **found})


@dataclass(frozen=True, slots=True)
class Minutes:
    """Writes the lines of a meeting."""

    room: Room

    def write(
        self, actor: Actor, meeting_id: str, text: str, agency: str | None, *, about: About = NOTHING
    ) -> MinuteLine:
        """Add one line as typed; before the meeting starts and after confirmation only what the state allows."""
        kind, words = sense(text)
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, f"minutes: {kind.label}"):
            meeting = self.room.record.meetings.get(meeting_id)
            if meeting.state is MeetingState.CONFIRMED and kind is not LineKind.CORRECTION:
                raise RuleError(
                    [Violation("F6", "The minutes are confirmed; only a dated correction (:c) can be added.")]
                )
            known = self._known(meeting, kind, about)
            return on_tracker(self.room, meeting, self.stamp(actor, meeting, kind, words, agency, **known))

    def _known(self, meeting: Meeting, kind: LineKind, about: About) -> dict[str, object]:
        """Further fields of a line, as far as they belong to its kind."""
        if kind in OWNED:
            return whose(self.room, meeting, about.owner, about.due)
        if kind is LineKind.QUOTE:
            return {"source": about.source, "quotes": self._held(meeting, about.source)}
        if kind is LineKind.CORRECTION and about.corrects is not None:
            line = self.room.record.lines.get(about.corrects)
            if line.meeting_id != meeting.id:
                raise NotFoundError("The line to correct is in the minutes of another meeting.")
            return {"corrects": line.corrects or line.id}
        return {}

    def _held(self, meeting: Meeting, source: str) -> str:
        """The answer of a return that "Police G4" means, as the record calls it; empty where it means none."""
        name, _, question = source.rpartition(" ")
        codes = (each.code for each in self.room.settings().agencies if each.brief == name)
        refs = (f"{code} F4.{question}" for code in codes)
        held = (ref for ref in refs if self.room.record.links.find(Named(meeting.case_id, "return", ref)))
        return next(held, "")

    def stamp(
        self, actor: Actor, meeting: Meeting, kind: LineKind, text: str, agency: str | None = None, **known: object
    ) -> MinuteLine:
        """Append a line inside the caller's transaction; `known` are further fields of it, such as its owner."""
        lines = self.room.record.lines
        line = MinuteLine(
            id=LineId(self.room.new_id()),
            meeting_id=meeting.id,
            number=lines.next_number(meeting.id),
            at=self.room.now(),
            item=meeting.current,
            kind=kind,
            agency=agency,
            text=text,
            by=actor.name,
        )
        return lines.save(line.but(**known) if known else line)

    def edit(
        self, actor: Actor, line_id: str, read_version: int, text: str, *, about: About | None = None
    ) -> MinuteLine:
        """Change a line's words, and whose it is and by when; the journal keeps what stood before."""
        with self._changing(actor, line_id, read_version, "minutes: line edited") as (meeting, line):
            said = whose(self.room, meeting, about.owner, about.due) if about and line.kind in OWNED else {}
            edited = line.but(text=text, **said)
            follow(self.room, line, edited, actor.name)
            return on_tracker(self.room, meeting, self.room.record.lines.save(edited))

    def strike(self, actor: Actor, line_id: str, read_version: int) -> MinuteLine:
        """Strike a line; an action that came of it stays on the tracker, where it can be withdrawn."""
        with self._changing(actor, line_id, read_version, "minutes: line struck") as (_, line):
            return self.room.record.lines.save(line.but(struck=True))

    @contextmanager
    def _changing(
        self, actor: Actor, line_id: str, read_version: int, move: str
    ) -> Iterator[tuple[Meeting, MinuteLine]]:
        """One deed on a line that may still be changed, by somebody who has seen it as it stands."""
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, move):
            line = self.room.record.lines.get(line_id)
            meeting = self.room.record.meetings.get(line.meeting_id)
            if meeting.state is MeetingState.CONFIRMED:
                raise RuleError([Violation("F6", "The minutes are confirmed; add a correction instead (:c).")])
            if line.version != read_version:
                raise StaleError(f"Line {line.number}", read_version, line.version)
            yield meeting, line

    def versions(self, line_id: str) -> tuple[LineVersion, ...]:
        """A line as it stood after each change, oldest first: from the journal, which forgets nothing."""
        return tuple(_version(entry, state) for entry, state in self.room.record.journal.versions("lines", line_id))


def _version(entry: HistoryEntry, state: Mapping[str, object]) -> LineVersion:
    return LineVersion(
        at=entry.at,
        actor=entry.actor,
        text=str(state.get("text", "")),
        owner=str(state.get("owner", "")),
        due=str(state.get("due") or ""),
        struck=state.get("struck") is True,
    )
