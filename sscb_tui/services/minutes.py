"""Lines of the minutes: written, edited, struck, and stamped by the deeds that run the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import LineId
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.errors import InputError, Problem, RuleError, StaleError, Violation
from sscb_tui.domain.meeting import Meeting, MinuteLine
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import LineKind, MeetingState

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room

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

_PREFIXED = re.compile(r":(?P<letter>[A-Za-z])(?:\s+(?P<words>.*))?\Z", re.DOTALL)


def sense(text: str) -> tuple[LineKind, str]:
    """The kind and the words of a captured line; plain text is a note. InputError for a prefix nobody knows."""
    match = _PREFIXED.match(text.lstrip())
    if match is None:
        kind, words = LineKind.NOTE, text
    else:
        letter = match["letter"].lower()
        if letter not in PREFIXES:
            allowed = ", ".join(f":{key} {kind.label}" for key, kind in PREFIXES.items())
            raise InputError([Problem("the capture line", f"':{letter}' is not a prefix.", allowed)])
        kind, words = PREFIXES[letter], match["words"] or ""
    if not words.strip():
        raise InputError([Problem("the capture line", "there are no words on it.")])
    return kind, words


def provisional_facts(file: CaseFile) -> Facts:
    """What is known so far: the meeting's findings over the discussion's values over the referral's."""
    found = {limb.fact.value: limb.value for limb in (file.meeting.findings if file.meeting else ())}
    return Facts.model_validate({**file.case.facts().model_dump(), **found})


@dataclass(frozen=True, slots=True)
class Minutes:
    """Writes the lines of a meeting."""

    room: Room

    def write(self, actor: Actor, meeting_id: str, text: str, agency: str | None) -> MinuteLine:
        """Add one line as typed; before the meeting starts and after confirmation only what the state allows."""
        kind, words = sense(text)
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, f"minutes: {kind.label}"):
            meeting = self.room.record.meetings.get(meeting_id)
            if meeting.state is MeetingState.CONFIRMED and kind is not LineKind.CORRECTION:
                raise RuleError(
                    [Violation("F6", "The minutes are confirmed; only a dated correction (:c) can be added.")]
                )
            return self.stamp(actor, meeting, kind, words, agency)

    def stamp(self, actor: Actor, meeting: Meeting, kind: LineKind, text: str, agency: str | None = None) -> MinuteLine:
        """Append a line inside the caller's transaction."""
        lines = self.room.record.lines
        line = MinuteLine(
            id=LineId(self.room.new_id()),
            meeting_id=meeting.id,
            number=max((each.number for each in lines.of_meeting(meeting.id)), default=0) + 1,
            at=self.room.now(),
            item=meeting.current,
            kind=kind,
            agency=agency,
            text=text,
            by=actor.name,
        )
        return lines.save(line)

    def edit(self, actor: Actor, line_id: str, read_version: int, text: str) -> MinuteLine:
        """Change a line's words; the journal keeps the old ones."""
        return self._change(actor, line_id, read_version, "minutes: line edited", text=text)

    def strike(self, actor: Actor, line_id: str, read_version: int) -> MinuteLine:
        """Strike a line."""
        return self._change(actor, line_id, read_version, "minutes: line struck", struck=True)

    def _change(self, actor: Actor, line_id: str, read_version: int, move: str, **changes: object) -> MinuteLine:
        with self.room.deed(actor, Deed.UPDATE, Thing.MINUTES, move):
            line = self.room.record.lines.get(line_id)
            if self.room.record.meetings.get(line.meeting_id).state is MeetingState.CONFIRMED:
                raise RuleError([Violation("F6", "The minutes are confirmed; add a correction instead (:c).")])
            if line.version != read_version:
                raise StaleError(f"Line {line.number}", read_version, line.version)
            return self.room.record.lines.save(line.but(**changes))
