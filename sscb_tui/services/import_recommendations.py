"""The recommendation an imported row states or names: held under the same words, or new; inside a deed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sscb_tui.domain.base import CaseId, RecommendationId
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.terms import Level
from sscb_tui.domain.trackers.columns import Column
from sscb_tui.domain.trackers.given import Given
from sscb_tui.domain.trackers.words import level_of, origin_of
from sscb_tui.domain.trackers.written import alike, compared, plain, written
from sscb_tui.services.views.imports import ImportedRow, Verdict

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.services.imports import ImportTerms
    from sscb_tui.services.room import Room


@dataclass(slots=True)
class Above:
    """The recommendations of every case a file speaks of, read once, and those its rows add."""

    room: Room
    terms: ImportTerms
    held: dict[str, list[Recommendation]] = field(default_factory=dict)

    def under(self, case: Case, row: Given) -> Recommendation | None:
        """The recommendation a row without its words names by its number."""
        number = plain(row.said(Column.RECOMMENDATION_NUMBER))
        found = [each for each in self._of(case) if number and plain(each.number_given) == number]
        return found[0] if len(found) == 1 else None

    def stated(self, case: Case, row: Given, remarks: list[str]) -> tuple[Recommendation, bool]:
        """The one held under the same words, or a new one; and whether it is new."""
        text = row.said(Column.RECOMMENDATION)
        known = self._of(case)
        words = compared(text)
        found = next((each for each in known if compared(each.text) == words), None)
        if found is not None:
            remarks += _otherwise(row, found)
            return found, False
        level = level_of(row.said(Column.LEVEL))
        made = Recommendation(
            id=RecommendationId(self.room.new_id()),
            number=self.room.record.recommendations.next_number(),
            case_id=CaseId(case.id),
            number_given=self._rec_number(row),
            text=text,
            origin=origin_of(row.said(Column.ORIGIN)) or self.terms.origin,
            level=level or Level.MULTI_AGENCY,
            themes=tuple(part.strip() for part in re.split(r"[;\n]", row.said(Column.THEMES)) if part.strip()),
        )
        saved = self.room.record.recommendations.save(made)
        known.append(saved)
        return saved, True

    def _rec_number(self, row: Given) -> str:
        """Its own number; the row's only one is the recommendation's, where no action stands beside it."""
        alone = "" if row.said(Column.ACTION) else row.said(Column.NUMBER)
        return row.said(Column.RECOMMENDATION_NUMBER) or alone

    def _of(self, case: Case) -> list[Recommendation]:
        if case.id not in self.held:
            self.held[case.id] = list(self.room.record.recommendations.of_case(case.id))
        return self.held[case.id]

    def only(self, row: Given, above: Recommendation, remarks: list[str], *, made: bool) -> ImportedRow:
        """A row that is a recommendation and nothing more."""
        said = {"addressed_to": row.said(Column.AGENCY), "outcome": row.said(Column.OUTCOME)}
        new = {name: words for name, words in said.items() if words and not getattr(above, name)}
        if new:
            saved = self.room.record.recommendations.save(above.but(**new))
            known = self.held[above.case_id]
            known[known.index(above)] = saved
        verdict = Verdict.NEW if made else Verdict.CHANGED if new else Verdict.SAME
        return ImportedRow(row.number, verdict, f"R-{above.number}", (*remarks, *_unanswered(row, above, said)))


def _otherwise(row: Given, above: Recommendation) -> list[str]:
    """Where the row says of a recommendation held here what the record has otherwise; ours stays."""
    ours = written("", above, None, None)
    return [
        f"{column.label} of R-{above.number} here {ours[column]!r}, in the file {said!r}: ours stays"
        for column in (Column.RECOMMENDATION_NUMBER, Column.ORIGIN, Column.LEVEL, Column.THEMES)
        if (said := row.said(column)) and not alike(said.casefold(), ours[column].casefold())
    ]


def _unanswered(row: Given, above: Recommendation, said: dict[str, str]) -> list[str]:
    """Where the row says of a held recommendation what the record has otherwise; ours stays."""
    held = {"addressed_to": above.addressed_to, "outcome": above.outcome}
    return [
        f"{name.replace('_', ' ')} here {held[name]!r}, in the file {words!r}: ours stays"
        for name, words in said.items()
        if words and held[name] and not alike(held[name], words)
    ]
