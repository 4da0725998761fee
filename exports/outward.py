"""Words for papers that leave the Board: no name of the family, none of those who worked with it, no single setting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import Names, names_of

_TITLED = r"(?:dr|mr|mrs|ms|miss|mx|pc|dc|ds|di|sgt)\.?\s+"
_SAYS_NOTHING = frozenset(("unknown", "none", "no", "not known", "n/a"))


@dataclass(frozen=True, slots=True)
class Outward:
    """What a paper inside the Board leaves out, and besides it workers by name and agencies by more than function."""

    family: Names
    others: tuple[tuple[re.Pattern[str], str], ...]

    def masked(self, text: str) -> str:
        """The text as somebody outside may read it."""
        said = self.family.masked(text)
        for pattern, instead in self.others:
            said = pattern.sub(instead, said)
        return said


def outward(file: CaseFile, board: BoardSettings, *, agencies: bool = True) -> Outward:
    """What to look for in the words of one case; long names first, so that none is half hidden.

    Where agencies answer in public for what they do, they keep their names.
    """
    bodies = _bodies(board) if agencies else ()
    found = (*bodies, *_people(file.case, board))
    known = {name.strip(): instead for name, instead in found if _tells(name)}
    ordered = sorted(known.items(), key=lambda each: (-len(each[0]), each[0]))
    return Outward(names_of(file), tuple((_spelt(name), instead) for name, instead in ordered))


def _tells(name: str) -> bool:
    return len(name.strip()) > 2 and name.strip().casefold() not in _SAYS_NOTHING


def _spelt(name: str) -> re.Pattern[str]:
    """The whole name however it is spaced, and a person's last name behind a title."""
    words = [re.escape(word) for word in name.split()]
    whole = r"\s+".join(words)
    return re.compile(rf"(?<!\w)(?:{whole}|{_TITLED}{words[-1]})(?!\w)", re.IGNORECASE)


def _bodies(board: BoardSettings) -> Iterator[tuple[str, str]]:
    """Agencies become their function."""
    for agency in board.agencies:
        yield from ((each.name, agency.short or "an agency") for each in agency.names)


def _people(case: Case, board: BoardSettings) -> Iterator[tuple[str, str]]:
    """People become their part in the case, places what they are."""
    yield from ((agency.lead, "a safeguarding lead") for agency in board.agencies)
    yield from ((person.name, f"the {person.role.label}") for person in board.people)
    yield case.referral.referrer.name, "the referrer"
    yield from ((name, "a worker") for name in _workers(case))
    yield case.child.regulated_setting_name, "the setting"
    yield case.child.outcome_place, "the place"


def _workers(case: Case) -> Iterator[str]:
    yield from (each.worker for each in case.agencies)
    yield from (case.child.lead_worker, case.referral.safeguarding_lead, case.referral.signed_by)
