"""Reads what waits for an action, from the columns of the tracker and the findings of the reviews."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.terms import Accepted
from sscb_tui.domain.thread import Address, rests_on_finding
from sscb_tui.services.views import OpenEnd

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.review import Review
    from sscb_tui.services.room import Room


def open_ends(room: Room, case_id: str | None = None) -> tuple[OpenEnd, ...]:
    """Recommendations no action carries out, by number, then findings no recommendation answers, by case."""
    record = room.record
    reviews = tuple(record.reviews.of_case(case_id) if case_id else record.reviews.all())
    recommendations = tuple(record.recommendations.of_case(case_id) if case_id else record.recommendations.all())
    return (*_recommendations(room, recommendations, reviews, case_id), *_findings(room, reviews))


def _recommendations(
    room: Room, held: tuple[Recommendation, ...], reviews: tuple[Review, ...], case_id: str | None
) -> Iterator[OpenEnd]:
    """Nothing is asked of what the Board did not accept; an action given up carries nothing out."""
    live = [facts for facts in room.record.action_facts(case_id) if facts.state not in GIVEN_UP]
    carried, also = {facts.recommendation for facts in live}, {each for facts in live for each in facts.also}
    for each in held:
        answer = _answer(each.case_id, f"R-{each.number}", reviews) or each.accepted
        if each.number not in carried and each.id not in also and answer is not Accepted.NOT:
            yield _of_recommendation(each, room.record.cases.get(each.case_id), answer)


def _of_recommendation(each: Recommendation, case: Case, answer: Accepted | None) -> OpenEnd:
    return OpenEnd(
        at=Address("recommendations", each.id),
        label=f"R-{each.number}",
        number=each.number,
        case_id=case.id,
        reference=case.reference,
        pseudonym=case.pseudonym,
        action=each.text,
        is_finding=False,
        answered=answer.label if answer else "",
        agency=each.addressed_to,
        outcome=each.outcome,
        number_given=each.number_given,
        recommendation=f"R-{each.number}",
        level=each.level,
        origin=each.origin,
        themes=each.themes,
    )


def _findings(room: Room, reviews: tuple[Review, ...]) -> Iterator[OpenEnd]:
    """What a report found and no recommendation rests on."""
    for review in reviews:
        if not review.findings:
            continue
        case, links = room.record.cases.get(review.case_id), room.record.links.of_case(review.case_id)
        led = {each.target for each in links if rests_on_finding(each) and each.source.kind == "recommendations"}
        for finding in review.findings:
            label = f"F-{finding.number}"
            at = Address("reviews", review.id, label)
            answer = _answer(review.case_id, label, (review,))
            if at not in led and answer is not Accepted.NOT:
                end = OpenEnd(at, label, finding.number, case.id, case.reference, case.pseudonym, finding.text, True)
                yield replace(end, answered=answer.label) if answer else end


def _answer(case_id: str, label: str, reviews: tuple[Review, ...]) -> Accepted | None:
    """What the Board answered to it with the latest review of the case; None while it has not."""
    answers = [review.answer_to(label) for review in reviews if review.case_id == case_id]
    return next((answer.accepted for answer in reversed(answers) if answer is not None), None)
