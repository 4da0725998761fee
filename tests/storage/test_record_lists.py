"""The lists of screens come from columns alone."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from db.record import Record
from sscb_tui.domain.action import Action
from sscb_tui.domain.case import Case
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.people import Actor
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.terms import ActionState, Level, Origin, Stage
from sscb_tui.services.views import ActionFacts, QueueFacts


def test_the_queue_holds_what_its_screen_shows(filled: Record) -> None:
    assert filled.queue() == (
        QueueFacts(
            case_id="case-q",
            reference="SSCB/2026/004",
            pseudonym="Child Q",
            stage=Stage.RECEIVED,
            incident="2 Nov 2026",
            incident_on=date(2026, 11, 2),
            born=date(2026, 7, 1),
            estimated_age="",
            notified_on=date(2026, 11, 3),
            decide_by=date(2026, 12, 5),
            act_by=date(2026, 12, 4),
            decided_on=None,
            overrun_explained=False,
            returns_in=0,
            returns_asked=1,
        ),
    )


def test_the_queue_counts_returns_and_follows_the_clock(
    filled: Record, actor: Actor, request_to_police: AgencyRequest, duty: Duty
) -> None:
    returned = AgencyReturn(
        case_reference="SSCB/2026/004",
        token=request_to_police.token,
        agency="POL",
        template="F4-1",
        author="P. Author",
        author_managed_case="no",
        approver="P. Approver",
        completed_on=date(2026, 11, 10),
        nil=True,
        answers=(),
        declared_by="P. Author",
        declared_on=date(2026, 11, 10),
    )
    done = {"done_at": datetime(2026, 12, 9, 10, tzinfo=UTC), "overrun_reason": "awaiting the post-mortem"}
    with filled.atomic(actor, "work"):
        filled.requests.save(filled.requests.get("request-pol").but(returned=returned))
        filled.requests.save(request_to_police.but(id="request-csc", agency="CSC", token="AAAA-BBBB"))
        filled.duties.save(filled.duties.get("duty-1").but(**done))
        filled.duties.save(duty.but(id="duty-2", clock="CK-3", due=date(2027, 1, 1)))
    (facts,) = filled.queue()
    assert (facts.returns_in, facts.returns_asked) == (1, 2)
    assert (facts.decided_on, facts.overrun_explained) == (date(2026, 12, 9), True)


def test_a_case_without_clock_or_requests_is_in_the_queue_too(filled: Record, actor: Actor, case: Case) -> None:
    young = case.child.but(date_of_birth=None, estimated_age="about 4 months")
    with filled.atomic(actor, "receive"):
        filled.cases.save(case.but(id="case-r", reference="SSCB/2026/005", child=young))
    facts = filled.queue()[1]
    assert (facts.decide_by, facts.act_by, facts.returns_asked, facts.returns_in) == (None, None, 0, 0)
    assert (facts.born, facts.estimated_age) == (None, "about 4 months")


def test_the_tracker_holds_what_its_screen_shows(filled: Record) -> None:
    assert filled.action_facts() == (
        ActionFacts(
            action_id="action-1",
            case_id="case-q",
            number=12,
            recommendation=3,
            level=Level.MULTI_AGENCY,
            origin=Origin.SCOPING,
            themes=(),
            reference="SSCB/2026/004",
            pseudonym="Child Q",
            agency="POL",
            owner="Head of Safeguarding",
            action="Send call-out notices to the GP",
            outcome="GPs see injuries in the light of what the police know",
            number_given="",
            also=(),
            due=date(2026, 12, 14),
            original_due=date(2026, 11, 30),
            state=ActionState.IN_PROGRESS,
            evidence_rung=2,
            last_update=datetime(2026, 11, 3, 12, tzinfo=UTC),
            moves=1,
            agreed_on=date(2026, 11, 3),
            done_on=None,
            effect=False,
            override=None,
            retest_due=None,
        ),
    )


def test_an_early_action_has_no_recommendation_and_no_news(filled: Record, actor: Actor, action: Action) -> None:
    early = action.but(id="early", number=2, recommendation_id=None, updates=(), evidence=(), moves=())
    with filled.atomic(actor, "act"):
        filled.actions.save(early)
    facts = filled.action_facts("case-q")
    assert [each.number for each in facts] == [2, 12]
    assert (facts[0].recommendation, facts[0].last_update, facts[0].evidence_rung) == (None, None, 0)
    assert facts[0].original_due == facts[0].due
    assert filled.action_facts("another") == ()


def test_lists_read_no_bodies(filled: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("json.loads", lambda text: pytest.fail("a list read a whole record"))
    assert len(filled.queue()) == len(filled.action_facts()) == 1
