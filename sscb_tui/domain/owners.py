"""Who may own an action agreed in a meeting: agencies, and the people at the table who speak for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.text import folded

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.base import AgencyCode
    from sscb_tui.domain.meeting import Attendee, Meeting


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who can be held to an action, under the words they are found by."""

    words: str
    agency: AgencyCode
    post: str
    name: str = ""


def owners(meeting: Meeting, board: BoardSettings) -> tuple[Owner, ...]:
    """Everybody who may be named: agencies in the room first, then its people, then the other agencies."""
    present = {code for who in meeting.attendance if who.here for code in who.agencies}
    bodies = [Owner(each.brief, each.code, each.brief) for each in board.agencies]
    people = [own for who in meeting.attendance for own in _voices(who, board)]
    return (
        *(each for each in bodies if each.agency in present),
        *people,
        *(each for each in bodies if each.agency not in present),
    )


def _voices(who: Attendee, board: BoardSettings) -> list[Owner]:
    """One person under each agency they carry; who speaks for none cannot own an agency's action."""
    return [
        Owner(f"{who.name} ({board.brief(code)})", code, who.post or board.brief(code), who.name)
        for code in who.agencies
    ]


def matching(typed: str, among: Sequence[Owner]) -> tuple[Owner, ...]:
    """Those the letters may mean, best first: a whole name or code, then how one begins, then any word of it."""
    wanted = folded(typed.strip())
    if not wanted:
        return tuple(among)
    ranked = [(rank, place, each) for place, each in enumerate(among) if (rank := _rank(wanted, each)) is not None]
    return tuple(each for _, _, each in sorted(ranked, key=lambda found: found[:2]))


def _rank(wanted: str, owner: Owner) -> int | None:
    words = folded(owner.words)
    if wanted in (words, folded(owner.name)):
        return 0
    if not owner.name and wanted == folded(owner.agency):
        return 1
    begins = words.startswith(wanted) or (not owner.name and folded(owner.agency).startswith(wanted))
    if begins:
        return 2
    return 3 if any(part.lstrip("(").startswith(wanted) for part in words.split()) else None


def named(typed: str, among: Sequence[Owner]) -> Owner | None:
    """The one owner these words mean; None where they mean nobody, or several alike."""
    found = matching(typed, among)
    if not typed.strip() or not found:
        return None
    best = _rank(folded(typed.strip()), found[0])
    same = [each for each in found if _rank(folded(typed.strip()), each) == best]
    return same[0] if len(same) == 1 else None


def read_owner(typed: str, among: Sequence[Owner]) -> Owner | None:
    """The owner typed, None for none; InputError where nobody, or more than one, goes by these words."""
    if not typed.strip():
        return None
    if (owner := named(typed, among)) is not None:
        return owner
    several = ", ".join(each.words for each in matching(typed, among)[:5])
    what = "may mean several." if several else "is no agency, and nobody here who speaks for one."
    allowed = several or ", ".join(each.words for each in among[:8])
    raise InputError([Problem("owner", f"{typed.strip()[:40]!r} {what}", allowed)])
