"""Words found anywhere in the record, within what somebody may read and under the mask; and recommendations alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.passage import OWN_ONLY, Sort, readable
from sscb_tui.domain.rules.standing import standing
from sscb_tui.domain.searching import Wanted, snippet, telling, wanted
from sscb_tui.domain.thread import Address
from sscb_tui.services.masking import Mask
from sscb_tui.services.views import Hit, Hits, Nearest

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import FoundFacts

MOST = 50
"""Hits given at once: who needs more says more."""
SNIPPET = 160
"""Signs shown of a passage."""
MASKS = 100
"""Cases whose masks are kept ready."""


class Search:
    """Reads and changes nothing. Results are a list, so names stay masked unless somebody asks for them."""

    def __init__(self, room: Room) -> None:
        """Masks are made when a case is first found, and again when who it names has changed."""
        self.room = room
        self._masks: dict[str, tuple[Sequence[tuple[str, int]], Mask]] = {}

    def find(
        self,
        actor: Actor,
        words: str,
        kinds: Iterable[Sort] = (),
        *,
        limit: int = MOST,
        named: bool = False,
        room: int = SNIPPET,
    ) -> Hits:
        """The passages with all the words, best first; what somebody may not read is not there and not counted.

        Unless `named`, a name that is masked finds nothing: that it is on record is not confirmed either. Of each
        passage so many signs are given as there is `room` for.
        """
        asked, rows = wanted(words), list[Hit]()
        masks: dict[str, Mask] | None = None if named else {}
        for found in self._readable(actor, asked, kinds):
            if (hit := self._hit(found, asked, room, masks)) is None:
                continue
            if len(rows) == limit:
                return Hits(tuple(rows), more=True)
            rows.append(hit)
        return Hits(tuple(rows))

    def nearest(
        self, actor: Actor, text: str, *, limit: int = 5, but: str = "", case_id: str | None = None
    ) -> tuple[Nearest, ...]:
        """Earlier recommendations most like a text, and what became of them; never the one that is being written."""
        words = telling(text)
        if actor.role in OWN_ONLY or not readable(actor, (Sort.RECOMMENDATION,)):
            return ()
        return tuple(map(self._near, self.room.record.passages.nearest(words, but, case_id, limit)))

    def _readable(self, actor: Actor, asked: Wanted, kinds: Iterable[Sort]) -> Iterable[FoundFacts]:
        whose = self._called(actor.agency) if actor.role in OWN_ONLY else None
        return self.room.record.passages.find(asked, readable(actor, kinds), whose)

    def _called(self, code: str | None) -> tuple[str, ...]:
        """Everything an agency goes by: a referral is in the referrer's own words; nothing, for who has no agency."""
        known = self.room.settings().agency(code) if code else None
        return (known.code, known.brief, *(each.name for each in known.names)) if known else ()

    def _hit(self, found: FoundFacts, asked: Wanted, room: int, masks: dict[str, Mask] | None) -> Hit | None:
        """The passage as it may be shown; None where only hidden words were looked for."""
        label, words = found.label, found.words
        if masks is not None:
            if found.case_id not in masks:
                masks[found.case_id] = self._mask(found.case_id)
            label, words = masks[found.case_id].words(label), masks[found.case_id].words(words)
        if (label, words) != (found.label, found.words) and not asked.stands_in(label, words):
            return None
        parts = snippet(words, asked.spans(words), room)
        return Hit(found.case_id, found.reference, found.pseudonym, found.at, found.sort, label, found.on, parts)

    def _mask(self, case_id: str) -> Mask:
        names = self.room.record.passages.named_by(case_id)
        known = self._masks.get(case_id)
        if known is None or known[0] != names:
            while len(self._masks) >= MASKS:
                del self._masks[next(iter(self._masks))]
            known = self._masks[case_id] = names, Mask(self._names(case_id), self.room.settings())
        return known[1]

    def _names(self, case_id: str) -> CaseFile:
        """So much of a case as says who it is about and what is kept back."""
        record = self.room.record
        case = record.cases.get(case_id)
        meetings = record.meetings.of_case(case_id)
        return CaseFile(
            case=case,
            incident=record.incidents.get(case.incident_id),
            siblings=tuple(other for other in record.cases.of_incident(case.incident_id) if other.id != case.id),
            requests=tuple(record.requests.of_case(case_id)),
            meeting=meetings[-1] if meetings else None,
            lines=(),
            advice=None,
            decisions=(),
            duties=(),
            recommendations=(),
            actions=(),
            seals={},
        )

    def _near(self, recommendation_id: str) -> Nearest:
        record = self.room.record
        found = record.recommendations.get(recommendation_id)
        case = record.cases.get(found.case_id)
        actions = [record.actions.get(each) for each in record.passages.carrying_out(found.id)]
        return Nearest(
            recommendation_id=found.id,
            number=found.number,
            case_id=case.id,
            reference=case.reference,
            pseudonym=case.pseudonym,
            text=found.text,
            standing=standing(actions, self.room.today()),
            at=Address("recommendations", found.id),
        )
