"""Lessons found early are acted on at once: at any stage, from what agencies told, with the outcome said later."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.action import OUTCOME_NOT_STATED
from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.terms import Paper
from tests.services.doors import STAGES
from tests.services.office import CHAIR, MANAGER, OWNER, Office

EARLY = ActionForm(
    agency="HSG",
    owner="Head of tenancy services",
    owner_name=OWNER.name,
    action="Ring the school the same day.",
    due=date(2026, 12, 1),
    early=True,
)


@pytest.mark.parametrize(
    "at", ["received", "discussed", "scoping", "returned", "sitting", "closed", "with_chair", "decided"]
)
def test_an_early_action_is_opened_at_every_stage(office: Office, at: str) -> None:
    case_id = STAGES[at](office)
    action = office.services.tracker.act(MANAGER, case_id, EARLY)
    assert (action.recommendation_id, action.early, action.intended) == (None, True, OUTCOME_NOT_STATED)
    assert action.case_id == case_id


def test_only_an_early_action_may_leave_its_outcome_open() -> None:
    with pytest.raises(ValueError, match="the intended outcome is blank"):
        EARLY.but(early=False)
    with pytest.raises(ValueError, match="repeats the action"):
        EARLY.but(outcome=EARLY.action)


def test_an_outcome_left_open_is_stated_once_and_journalled(office: Office) -> None:
    amendments = office.services.amendments
    action = office.services.tracker.act(MANAGER, office.received().id, EARLY)
    with pytest.raises(InputError, match="outcome: is blank"):
        amendments.outcome(MANAGER, action.id, "  ")
    with pytest.raises(InputError, match="repeats the action"):
        amendments.outcome(MANAGER, action.id, EARLY.action)
    stated = amendments.outcome(OWNER, action.id, "A school knows why a child is tired.")
    assert stated.intended == "A school knows why a child is tired."
    entry = office.services.record.journal.of("actions", action.id)[-1]
    assert (entry.move, entry.version) == ("outcome stated", 2)
    with pytest.raises(RuleError, match="A-1 states its outcome already"):
        amendments.outcome(MANAGER, action.id, "Something else.")


def test_an_owner_states_the_outcome_of_their_own_action_only(office: Office) -> None:
    action = office.services.tracker.act(
        MANAGER, office.received().id, EARLY.but(owner="Inspector", owner_name="P. Else", agency="POL")
    )
    with pytest.raises(RuleError, match="A-1 belongs to Inspector"):
        office.services.amendments.outcome(OWNER, action.id, "Children are seen.")
    with pytest.raises(RuleError):
        office.services.amendments.outcome(CHAIR, action.id, "Children are seen.")


def test_what_agencies_told_is_offered_until_an_action_rests_on_it(office: Office) -> None:
    case = office.returned()
    offered = office.services.learning.prompts(case.id)
    told = {
        f"{request.agency} {question}": answer.text.strip()
        for request in office.services.desk.file(case.id).requests
        if request.returned
        for question in ("F4.J2", "F4.J3")
        if (answer := request.returned.answer(question)) and answer.text.strip() and answer.silence is None
    }
    assert {each.ref: each.words for each in offered} == told
    for each in offered:
        form = EARLY.but(agency=each.agency, action=each.words, rests_on=(each.ref,))
        office.services.tracker.act(MANAGER, case.id, form)
    assert office.services.learning.prompts(case.id) == ()
    assert office.services.record.journal.verify() is None


def test_the_note_prints_early_actions_and_nothing_of_the_review(office: Office) -> None:
    case = office.received()
    office.services.tracker.act(MANAGER, case.id, EARLY)
    text = office.services.papers.render(Paper.LEARNING, case.id).markdown
    assert "Head of tenancy services" in text
    assert OWNER.name not in text
    assert OUTCOME_NOT_STATED in text
    seal = office.services.record.journal.seal("actions", office.services.tracker.numbered(1).id)
    assert seal in text
