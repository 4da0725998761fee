"""What hangs loose from the thread, each kind with the boundary on both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from sscb_tui.domain.base import ActionId, CaseId, RecommendationId
from sscb_tui.domain.decision import Decision, DecisionForm, Evidence
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.recommendation import Action, ActionEvidence, Recommendation
from sscb_tui.domain.rules.orphans import Loose, is_said, orphans
from sscb_tui.domain.scoping import Answer
from sscb_tui.domain.terms import ActionState, Origin, Silence
from sscb_tui.domain.thread import Address, Link, Why

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
    assert not any(each.information for each in Loose if each is not Loose.LEARNING)
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
