"""The learning section of the annual report (F16): a year's cases, decisions, reviews and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Decided
from sscb_tui.services.dashboard import Dashboard
from sscb_tui.services.figures.decisions import decision_figures
from sscb_tui.services.views.annual import AnnualFigures, Claim, PublishedReview
from sscb_tui.services.views.dashboard import Bar, Figure

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.decision import Decision
    from sscb_tui.domain.review import Review
    from sscb_tui.services.room import Room
    from sscb_tui.services.views import QueueFacts

NOT_DECIDED = "not decided yet"
_OUTCOMES = (Decided.SCR, Decided.ALTERNATIVE, Decided.NO_REVIEW, Decided.TRANSFER)


@dataclass(frozen=True, slots=True)
class Annual:
    """Reads one financial year out of the record."""

    room: Room

    def figures(self, year_end: date) -> AnnualFigures:
        """The year that ends on that 31 March, as things stand today."""
        record, everyone = self.room.record, tuple(self.room.lists.queue())
        cases = [each for each in everyone if in_year(each.notified_on, year_end)]
        reviews = tuple(record.reviews.all())
        titles = {str(each.review_id): each.title for each in record.reports.all()}
        found = Dashboard(self.room).figures()
        return AnnualFigures(
            year_end=year_end,
            referred=referred(cases, record.decisions.all()),
            scoped=sum(each.returns_asked > 0 for each in cases),
            decisions=decision_figures(cases, self.room.lists.notices(), self.room.today()),
            started=sum(in_year(local_day(each.commissioned.at), year_end) for each in reviews),
            under_way=sum(under_way(each, year_end) for each in reviews),
            published=tuple(published(reviews, titles, {each.case_id: each.pseudonym for each in everyone}, year_end)),
            themes=found.figure("theme"),
            by_agency=found.by_agency,
            claims=tuple(claims(record.actions.all(), year_end)),
            total=found.total,
        )


def in_year(day: date, year_end: date) -> bool:
    """Whether a day is of the financial year that ends on that 31 March."""
    return date(year_end.year - 1, 4, 1) <= day <= year_end


def referred(cases: Iterable[QueueFacts], decisions: Iterable[Decision]) -> Figure:
    """What became of what the Board was told of: the decision that stands, a deferral being none (F16.01)."""
    last = {str(each.case_id): each.outcome for each in decisions if each.outcome is not Decided.DEFER}
    found: Counter[str | None] = Counter(last.get(each.case_id) for each in cases)
    bars = (*(Bar(each.label, found[each]) for each in _OUTCOMES), Bar(NOT_DECIDED, found[None]))
    return Figure("referred", "What was decided", bars, sum(found.values()))


def under_way(review: Review, year_end: date) -> bool:
    """Commissioned by the year's end, and not published by then."""
    public = review.publication
    return local_day(review.commissioned.at) <= year_end and (public is None or public.on > year_end)


def published(
    reviews: Iterable[Review], titles: Mapping[str, str], pseudonyms: Mapping[str, str], year_end: date
) -> Iterator[PublishedReview]:
    """What was published in the year: the only reviews that are named, and by pseudonym alone (F16.03)."""
    for each in reviews:
        if (public := each.publication) is not None and in_year(public.on, year_end):
            yield PublishedReview(
                str(each.case_id), pseudonyms[each.case_id], titles.get(each.id, ""), public.on, public.address
            )


def claims(actions: Iterable[Action], year_end: date) -> Iterator[Claim]:
    """Every test of the year: what was claimed, from what, and the entry that says so (F16.05)."""
    for action in actions:
        for each in action.impacts:
            if in_year(each.on, year_end):
                yield Claim(
                    case_id=str(action.case_id),
                    cites=f"A-{action.number}, impact of {shown(each.on)}",
                    words=each.claim,
                    source=each.source,
                    sample=each.sample,
                    shown=each.shown.label,
                    confidence=each.confidence.label,
                    counter=each.counter,
                )
