"""The golden thread: from any thing of a case back to the sentences it rests on, and on to what was done about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.rules.orphans import orphans
from sscb_tui.domain.strands import Branch, branches, normal, strands
from sscb_tui.domain.thread import Address, Why, named
from sscb_tui.services.thread_words import Calling
from sscb_tui.services.views import OrphanRow, ThreadBranch, ThreadView

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.thread import Link
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class Threads:
    """Reads the thread; nothing here changes the record."""

    room: Room

    def find(self, case_id: str, ref: str) -> Address:
        """Where a thing stands that somebody names: "POL F4.G4", "minute 12", "(a)", "decision", "R-3", "A-12"."""
        found = self.room.record.links.find(named(case_id, ref))
        if found is None:
            raise NotFoundError(f"{ref} is not held in this case.")
        return found

    def of(self, at: Address, case_id: str) -> ThreadView:
        """Where a thing came from and what it led to; NotFoundError if it is not held in this case."""
        file, links = self.room.file(case_id), self.room.record.links.of_case(case_id)
        if self.room.record.links.find(at) is None:
            raise NotFoundError("That is not held in this record.")
        root = _root(at, file, links)
        calling, among = self._calling(file, links), strands(file, links, root)
        return ThreadView(
            case_id,
            file.case.reference,
            file.case.pseudonym,
            calling.thing(root),
            *(_in_words(branches(root, among, forward=on), calling) for on in (False, True)),
        )

    def orphans(self, case_id: str | None = None) -> tuple[OrphanRow, ...]:
        """What hangs loose in one case, or in every case held; what is only for information comes last in each."""
        cases = [case_id] if case_id is not None else [row.case_id for row in self.room.lists.queue()]
        return tuple(row for each in cases for row in self._loose(self.room.file(each)))

    def _loose(self, file: CaseFile) -> Iterator[OrphanRow]:
        links = self.room.record.links.of_case(file.case.id)
        calling = self._calling(file, links)
        for loose, at in orphans(file, links):
            yield OrphanRow(file.case.id, file.case.reference, file.case.pseudonym, loose, calling.thing(at))

    def _calling(self, file: CaseFile, links: Sequence[Link]) -> Calling:
        return Calling(file, self.room.settings(), self.room.record, dict(_quotes(file, links)))


def _root(at: Address, file: CaseFile, links: Sequence[Link]) -> Address:
    """The thing that is meant: a pin stands for the passage that was pinned."""
    if at.kind == "pins":
        return next((each.target for each in _cited(links) if each.source.id == at.id), at)
    return normal(at, file)


def _quotes(file: CaseFile, links: Sequence[Link]) -> Iterator[tuple[Address, str]]:
    """Words relied on, as they stood; of passages pinned more than once, those pinned last."""
    stand = {each.source.id: each.target for each in _cited(links)}
    for pin in file.pins:
        if pin.id in stand:
            yield stand[pin.id], pin.evidence.quote


def _cited(links: Sequence[Link]) -> Iterator[Link]:
    return (each for each in links if each.why is Why.CITES)


def _in_words(hung: list[Branch], calling: Calling) -> tuple[ThreadBranch, ...]:
    return tuple(
        ThreadBranch(calling.thing(each.at), each.why, _in_words(each.branches, calling), each.again) for each in hung
    )
