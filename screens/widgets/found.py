"""What a search found: a heading for each case or kind, under it the places and enough of the words to show the hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from screens.widgets.options import Options
from screens.words import capital, day
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.services.views import Hit

QUIET = "$foreground 60%"
HIT = "bold underline"
"""Seen without any colour as well."""


class FoundList(Options):
    """Keeps the cursor on its hit while more letters narrow the rest."""

    DEFAULT_CSS = """
    FoundList { border: none; padding: 0; background: $surface; scrollbar-size-vertical: 1; &:focus { border: none; } }
    """

    def __init__(self, id: str | None = None) -> None:
        """Nothing found yet; by case."""
        super().__init__(id=id, markup=False)
        self._hits: Sequence[Hit] = ()
        self._found: list[Hit | None] = []
        self._by_kind = False

    @property
    def hit(self) -> Hit | None:
        """The thing under the cursor."""
        at = self.highlighted
        return self._found[at] if at is not None and at < len(self._found) else None

    def show(self, hits: Sequence[Hit]) -> None:
        """Show these, best first within their groups and the groups by their best."""
        before, self._hits = self.hit, hits
        self._found = list(_grouped(hits, self._heading))
        self.clear_options()
        self.add_options(
            Option(self._line(hit)) if hit else Option(self._title(place), disabled=True)
            for place, hit in enumerate(self._found)
        )
        stays = (at for at, hit in enumerate(self._found) if hit and before and _same(hit, before))
        self.highlighted = next(stays, 1 if hits else None)

    def regroup(self) -> None:
        """By kind where they were by case, and the other way round."""
        self._by_kind = not self._by_kind
        self.show(self._hits)

    def _heading(self, hit: Hit) -> str:
        return capital(hit.sort.label) if self._by_kind else f"{hit.reference} · {hit.pseudonym}"

    def _title(self, place: int) -> Content:
        """The heading of the hits that follow, and how many they are."""
        first = self._found[place + 1]
        heading = self._heading(first) if first else ""
        many = sum(self._heading(hit) == heading for hit in self._hits)
        return Content.assemble((shown_line(heading), "bold"), (f"  {many}", QUIET))

    def _line(self, hit: Hit) -> Content:
        """Where it stands, of what kind or case, and when; below that the words, with what was looked for marked."""
        kind = "" if hit.sort.label in hit.label.casefold() else hit.sort.label
        about = f"{hit.reference} {hit.pseudonym}" if self._by_kind else kind
        when = day(date.fromisoformat(hit.on)) if hit.on else ""
        note = " · ".join(filter(None, (about, when)))
        words = Content.assemble(*((shown_line(words), HIT if found else "") for words, found in hit.parts))
        return Content.assemble("  ", shown_line(hit.label), (f"  {shown_line(note)}", QUIET), "\n    ", words)


def _grouped(hits: Iterable[Hit], heading: Callable[[Hit], str]) -> Iterator[Hit | None]:
    """The hits under their headings; None stands for a heading."""
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(heading(hit), []).append(hit)
    for group in groups.values():
        yield None
        yield from group


def _same(one: Hit, other: Hit) -> bool:
    """One place of the record, whatever of it is shown."""
    return (one.at, one.label) == (other.at, other.label)
