"""What the tracker still waits for: recommendations nobody carries out, findings that led to nothing."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.review import Answer
from sscb_tui.domain.terms import Accepted, Origin
from tests.services import reviewed
from tests.services.office import MANAGER, Office


def labels(office: Office, case_id: str | None = None) -> list[tuple[str, str]]:
    return [(each.label, each.waits_for) for each in office.services.tracker.open_ends(case_id)]


def recommended(office: Office, case_id: str, **said: object) -> int:
    form = RecommendationForm(text="Share it at once.").but(**said)
    return office.services.tracker.recommend(MANAGER, case_id, form).number


def acted(office: Office, case_id: str, number: int) -> str:
    form = ActionForm(
        recommendation_number=number,
        agency="HSG",
        owner="Manager",
        action="Tell schools.",
        outcome="They know.",
        due=date(2027, 1, 4),
    )
    return office.services.tracker.act(MANAGER, case_id, form).id


def test_a_recommendation_waits_until_an_action_carries_it_out_and_again_when_that_is_given_up(office: Office) -> None:
    case, other = office.received(), office.received()
    number = recommended(office, case.id)
    assert labels(office) == labels(office, case.id) == [(f"R-{number}", "no action yet")]
    assert labels(office, other.id) == []
    action = acted(office, case.id, number)
    assert labels(office) == []
    office.services.progress.withdraw(MANAGER, action, "Not needed any more.", "Board, item 7")
    assert labels(office) == [(f"R-{number}", "no action yet")]


def test_a_finding_is_a_question_for_the_board_until_a_recommendation_rests_on_it(office: Office) -> None:
    case_id = reviewed.reported(office)
    before = [label for label, waits in labels(office, case_id) if waits == "question for the Board"]
    assert before
    recommended(office, case_id, origin=Origin.SCR, rests_on=(before[0],))
    after = [label for label, waits in labels(office, case_id) if waits == "question for the Board"]
    assert after == before[1:]


def test_nothing_is_asked_of_what_the_board_did_not_accept(office: Office) -> None:
    case_id = reviewed.reported(office)
    number = recommended(office, case_id, origin=Origin.SCR)
    finding = next(label for label, waits in labels(office, case_id) if waits == "question for the Board")
    for subject in (f"R-{number}", finding):
        assert subject in dict(labels(office, case_id))
        answer = Answer(to=subject, accepted=Accepted.NOT, reason="Law forbids it.")
        office.services.responses.answer(MANAGER, case_id, answer)
        assert subject not in dict(labels(office, case_id))
