"""What the people round the table are called on the wall: by their post, and no two of them alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sscb_tui.domain.text import folded

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import Attendee


def posts(file: CaseFile, board: BoardSettings) -> dict[str, str]:
    """Everybody at the meeting and on the Board, by name, with the words that stand for them."""
    people = {each.name: each.post.strip() or each.role.label for each in board.people}
    people |= {who.name: _post(who, board) for who in (file.meeting.attendance if file.meeting else ())}
    called: dict[str, str] = {}
    given: Counter[str] = Counter()
    for name, post in people.items():
        if _key(name) not in called:
            given[post] += 1
            called[_key(name)] = post if given[post] == 1 else f"{post} {given[post]}"
    return called


def _post(who: Attendee, board: BoardSettings) -> str:
    agencies = " and ".join(map(board.brief, who.agencies))
    return who.post.strip() or (f"{who.capacity.label} for {agencies}" if agencies else who.capacity.label)


def pattern(called: Mapping[str, str]) -> re.Pattern[str]:
    """Finds whoever is named in full, however it is spaced or capitalised."""
    names = sorted(called, key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if either else r"(?!)", re.IGNORECASE)


def by_post(text: str, called: Mapping[str, str], names: re.Pattern[str]) -> str:
    """The text with posts for names."""
    return names.sub(lambda found: called.get(_key(found[0]), found[0]), text)


def _key(name: str) -> str:
    return " ".join(folded(name).split())
