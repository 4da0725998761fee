"""What hangs loose from the thread, each kind with the boundary on both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sscb_tui.domain.action import Action, ActionEvidence
from sscb_tui.domain.base import ActionId, CaseId, RecommendationId
from sscb_tui.domain.decision import Decision, DecisionForm, Evidence
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Answer as BoardAnswer
from sscb_tui.domain.review import Finding
from sscb_tui.domain.rules.orphans import Loose, is_said, orphans
from sscb_tui.domain.scoping import Answer
from sscb_tui.domain.terms import ActionState, Origin, Silence
from sscb_tui.domain.thread import Address, Link, Why
from tests.papers import reviewed

SAMPLE = ActionEvidence(on=date(2026, 11, 20), kind="dip sample", note="Ten of ten.", rung=3, by="H. Owner")
WHOLE = Recommendation(
    id=RecommendationId("r-1"), number=1, case_id=CaseId("case-q"), text="x", origin=Origin.SCR, finding="F-1"
)
ACTION = Action(
    id=ActionId("a-1"),
    number=1,
    case_id=CaseId("case-q"),
    recommendation_id=WHOLE.id,
    agency="POL",
    owner="Inspector",
    action="Do it.",
    outcome="Children are seen.",
    agreed_on=date(2026, 11, 1),
    due=date(2026, 12, 1),
)


def kinds(file: CaseFile, *links: Link) -> list[Loose]:
    return [kind for kind, _ in orphans(file, links)]


@pytest.mark.parametrize(
    ("changes", "loose"),
    [
        ({"finding": "F-1"}, []),
        ({"finding": " "}, [Loose.RECOMMENDATION]),
        ({"finding": "", "rests_on": ("(a)",)}, []),
    ],
)
def test_a_recommendation_needs_a_finding_or_something_it_rests_on(
    file: CaseFile, changes: dict[str, object], loose: list[Loose]
) -> None:
    assert kinds(replace(file, recommendations=(WHOLE.but(**changes),))) == loose


def reported(file: CaseFile, *answers: BoardAnswer) -> CaseFile:
    """One finding is on record, and a recommendation of the review that names what it rests on."""
    review = reviewed.review(file.case).but(findings=(Finding(number=1, text="Nobody asked."),), answers=answers)
    bare = WHOLE.but(finding="", rests_on=("F-1",))
    return replace(file, reviews=(review,), recommendations=(bare,))


def resting(on: str, source: str = "recommendations", id: str = "r-1") -> Link:
    return Link(Address(source, id), Address("reviews", "review-1", on), Why.RESTS_ON)


def test_a_finding_of_the_report_is_a_question_for_the_board_until_a_recommendation_rests_on_it(file: CaseFile) -> None:
    told = reported(file)
    asked = (Loose.FINDING, Address("reviews", "review-1", "F-1"))
    assert Loose.FINDING.information
    assert orphans(replace(told, recommendations=()), ()) == (asked,)
    assert orphans(told, (resting("F-1"),)) == ()
    assert asked in orphans(told, (resting("F-2"),))
    assert asked in orphans(told, (resting("F-1", "actions", "a-1"),))


@pytest.mark.parametrize(("accepted", "asked"), [("fully", True), ("partly", True), ("not", False)])
def test_nothing_is_asked_about_a_finding_that_the_board_did_not_accept(
    file: CaseFile, accepted: str, asked: bool
) -> None:
    answer = BoardAnswer.model_validate({"to": "F-1", "accepted": accepted, "reason": "So the Board finds."})
    told = replace(reported(file, answer), recommendations=())
    assert kinds(told) == ([Loose.FINDING] if asked else [])


@pytest.mark.parametrize(
    ("changes", "loose"),
    [
        ({}, [Loose.REVIEWED]),
        ({"finding": "Nobody asked."}, []),
        ({"origin": Origin.ALTERNATIVE}, [Loose.REVIEWED]),
        ({"origin": Origin.SCOPING}, []),
        ({"rests_on": ()}, [Loose.RECOMMENDATION]),
    ],
)
def test_once_findings_are_on_record_what_the_review_recommends_answers_one(
    file: CaseFile, changes: dict[str, object], loose: list[Loose]
) -> None:
    told = reported(file)
    unfounded = WHOLE.but(**{"finding": "", "rests_on": ("(a)",), **changes})
    link = resting("F-1", id="another")
    assert kinds(replace(told, recommendations=(unfounded,)), link) == loose
    assert kinds(replace(told, reviews=(), recommendations=(unfounded,))) == [
        each for each in loose if each is Loose.RECOMMENDATION
    ]


@pytest.mark.parametrize(
    ("changes", "loose"),
    [
        ({}, []),
        ({"recommendation_id": None}, [Loose.ACTION]),
        ({"recommendation_id": None, "early": True}, []),
    ],
)
def test_an_action_carries_out_a_recommendation_unless_it_is_early(
    file: CaseFile, changes: dict[str, object], loose: list[Loose]
) -> None:
    assert kinds(replace(file, actions=(ACTION.but(**changes),))) == loose


@pytest.mark.parametrize("state", ActionState)
def test_only_what_counts_as_done_needs_evidence(file: CaseFile, state: ActionState) -> None:
    done = state in (ActionState.VERIFIED, ActionState.EMBEDDED, ActionState.CLOSED)
    bare, shown = ACTION.but(state=state), ACTION.but(state=state, evidence=(SAMPLE,))
    assert kinds(replace(file, actions=(bare,))) == ([Loose.EVIDENCE] if done else [])
    assert kinds(replace(file, actions=(shown,))) == []


def test_a_decision_rests_on_somebodys_words_on_one_criterion_at_least(
    file: CaseFile, form: DecisionForm, signed: Callable[[DecisionForm], Decision]
) -> None:
    bare = signed(form)
    quote = Evidence(source="minutes", ref="minute 1", quote="None of it was shared.")
    first, *others = bare.limbs
    quoted = bare.but(limbs=(first.but(evidence=(quote,)), *others))
    assert kinds(replace(file, decisions=(bare,))) == [Loose.QUOTATION]
    assert kinds(replace(file, decisions=(quoted,))) == []
    assert kinds(replace(file, decisions=(bare, quoted))) == []
    assert kinds(replace(file, decisions=(quoted, bare))) == [Loose.QUOTATION]


def test_learning_is_for_information_and_gone_once_something_rests_on_it(file: CaseFile) -> None:
    first, *others = file.requests
    assert first.returned is not None
    learned = first.returned.but(answers=(Answer(question="F4.J1", text="Ring the school."),))
    told = replace(file, requests=(first.but(returned=learned), *others))
    here = Address("requests", first.id, "F4.J1")
    assert orphans(told, ()) == ((Loose.LEARNING, here),)
    assert Loose.LEARNING.information
    assert not any(each.information for each in Loose if each not in (Loose.FINDING, Loose.LEARNING))
    assert kinds(told, Link(Address("actions", "a-1"), here, Why.RESTS_ON)) == []
    assert kinds(told, Link(Address("pins", "p-1"), here, Why.CITES)) == [Loose.LEARNING]


@pytest.mark.parametrize(
    ("text", "silence", "says"),
    [
        ("Ring the school.", None, True),
        ("None.", None, False),
        ("none", None, False),
        ("", None, False),
        ("None of us rang.", None, True),
        ("Ring the school.", Silence.WITHHELD, False),
    ],
)
def test_none_and_silence_say_nothing(text: str, silence: Silence | None, says: bool) -> None:
    assert is_said(text, silence) is says
