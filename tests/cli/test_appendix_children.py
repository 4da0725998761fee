"""Fictional cases that turn on the child: harm that healed, an age, a home, siblings, whose failing it was."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from sscb_tui.domain.terms import Decided, Fact
from tests.appendix.cases import BABY, CHOKED, ELSEWHERE, LEUKAEMIA, LIFE_SUPPORT, SKULL, STILLBORN, SUICIDE, UNHOUSED
from tests.appendix.siblings import REASONS, THREE
from tests.appendix.told import Told, decision, discussed
from tests.cli.conftest import Sscb
from tests.cli.roads import CHAIR, LIIP, MANAGER, REF, codes, everything, refused, signed, to_the_chair, told_of


def test_tc01_a_death_with_suspicion_is_not_kept_from_a_meeting_and_from_a_review(sscb: Sscb, board: Path) -> None:
    told_of(sscb, BABY)
    form = discussed(BABY, outcome="no_scoping").model_dump_json()
    sscb("discussion", "record", REF, "-", by=MANAGER, given=form)
    sscb("discussion", "agree", REF, by=LIIP)
    before = everything(board)
    assert codes(sscb("discussion", "agree", REF, by=CHAIR, code=1).stderr) == {"T09-criteria"}
    assert everything(board) == before


def test_tc05_recovery_alone_does_not_undo_serious_harm(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, SKULL)
    before = everything(board)
    recovered = SKULL.known(serious_harm="no").but(limbs={Fact.SERIOUS_HARM: "The child has made a full recovery."})
    assert refused(sscb, decision(recovered, Decided.NO_REVIEW)) == {"RF-08"}
    assert everything(board) == before
    signed(sscb, decision(SKULL, harm_kinds=("sh1",)))
    assert "a potentially life-threatening injury" in sscb("export", "decision", REF).stdout


def test_tc08_a_notifiable_death_is_not_for_that_reason_a_review(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, LEUKAEMIA, "no_scoping")
    before = everything(board)
    assert refused(sscb, decision(LEUKAEMIA, Decided.SCR, precaution_reason="")) == {"F8-precaution"}
    assert everything(board) == before


@pytest.mark.parametrize(
    ("told", "notifiable"),
    [(SUICIDE, False), (LEUKAEMIA, True), (CHOKED, True), (BABY, True)],
    ids=["TC-02", "TC-08", "TC-13", "TC-01"],
)
def test_what_the_authority_has_to_tell_of_is_watched_and_is_no_review_for_that(
    sscb: Sscb, board: Path, told: Told, notifiable: bool
) -> None:
    to_the_chair(sscb, told)
    watched = [row["clock"] for row in json.loads(sscb("duty", "list", REF, "--json").stdout)]
    assert ("CK-1" in watched) is notifiable


def test_tc09_an_unborn_child_is_no_child_whatever_is_answered(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, STILLBORN)
    before = everything(board)
    claimed = STILLBORN.known(age_under_18="yes")
    assert refused(sscb, decision(claimed, Decided.SCR)) == {"JU-UNBORN"}
    said = sscb("decision", "check", REF, "-", by=CHAIR, given=decision(claimed).model_dump_json(), code=1).stderr
    assert "Domestic Homicide Review if the mother died" in said
    assert everything(board) == before


def test_tc10_another_boards_case_is_queried_and_handed_over_once_accepted(sscb: Sscb, board: Path) -> None:
    told_of(sscb, ELSEWHERE)
    sscb("referral", "query", REF, "The family has always lived in Durham.", by=MANAGER)
    before = everything(board)
    assert "MOVE" in refused(sscb, decision(ELSEWHERE, Decided.SCR))
    accepted = ("--board", "Durham Safeguarding Children Board", "--acceptance", "Letter of 18 Nov 2026")
    assert codes(sscb("referral", "theirs", REF, *accepted, by=MANAGER, code=1).stderr) == {"RF-01"}
    sscb("referral", "theirs", REF, *accepted[:3], " ", by=CHAIR, code=2)
    assert everything(board) == before
    assert "Transferred" in sscb("referral", "theirs", REF, *accepted, by=CHAIR).stdout


def test_tc10_before_the_chair_it_is_handed_over_only_with_an_acceptance(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, ELSEWHERE)
    assert refused(sscb, decision(ELSEWHERE, acceptance="")) == {"T06-acceptance"}
    assert refused(sscb, decision(ELSEWHERE, receiving_board="")) == {"T06-board"}


def test_tc11_three_siblings_are_three_records(sscb: Sscb, board: Path) -> None:
    references = [to_the_chair(sscb, told) for told in THREE]
    forms = [decision(told, reasons=reasons) for told, reasons in zip(THREE, REASONS, strict=True)]
    before = everything(board)
    assert refused(sscb, forms[0].but(covers=tuple(references[1:]))) == {"RF-18"}
    likewise = f"{REASONS[0]} I decide likewise for Child K2 and Child K3."
    assert refused(sscb, forms[0].but(reasons=likewise)) == {"RF-18"}
    assert everything(board) == before
    for reference, form in zip(references, forms, strict=True):
        signed(sscb, form, reference=reference)
    papers = [sscb("export", "decision", each).stdout for each in references]
    assert [paper.partition("reg 5(2)(a) and ")[2].partition(").")[0] for paper in papers] == [
        "(b)(i)",
        "(b)(ii)",
        "(b)(ii)",
    ]


def test_tc11_a_siblings_reasons_are_a_draft_and_not_a_decision(sscb: Sscb, board: Path) -> None:
    first, second = (to_the_chair(sscb, told) for told in THREE[:2])
    signed(sscb, decision(THREE[0], reasons=REASONS[0]))
    copied = json.loads(sscb("decision", "copy-reasons", first, second).stdout)
    assert "limbs" not in copied
    form = decision(THREE[1], **copied)
    again = partial(refused, sscb, reference=second)
    assert again(form) == {"RF-10"}
    assert again(form.but(made_own="She lives, and her growth may be harmed.")) == {"RF-10"}
    assert again(form.but(reasons=REASONS[1])) == {"RF-10"}
    signed(sscb, form.but(reasons=REASONS[1], made_own="She lives, and is harmed."), reference=second)


def test_tc12_failings_of_the_bodies_alone_are_no_abuse_or_neglect_of_themselves(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, UNHOUSED)
    how = ("--reference", "LEG/7", "--by", "Q. Counsel", "--on", "2026-11-19")
    sscb("decision", "privileged", "record", REF, "-", *how, by=CHAIR, given="Limb (a) speaks of carers.")
    before = everything(board)
    assert refused(sscb, decision(UNHOUSED, Decided.SCR, precaution_reason="")) == {"F8-precaution"}
    unjudged = UNHOUSED.known(abuse_or_neglect="undetermined")
    assert refused(sscb, decision(unjudged, Decided.NO_REVIEW)) == {"RF-05"}
    failings = decision(UNHOUSED.known(abuse_or_neglect="suspected"), Decided.SCR, abuse_by="own_failings")
    assert refused(sscb, failings) == {"LAW-FAILINGS"}
    told_all = {"answer": "yes", "detail": "Counsel advises that limb (a) speaks of carers alone. " * 2}
    assert refused(sscb, decision(UNHOUSED, legal_advice=told_all)) == {"F8-privileged"}
    assert everything(board) == before
    signed(sscb, decision(UNHOUSED, legal_advice={"answer": "yes", "detail": "LEG/7"}))
    paper = sscb("export", "decision", REF).stdout
    assert "LEG/7" in paper
    assert "speaks of carers" not in paper


@pytest.mark.parametrize("outcome", ["alive", "died", "outcome_unknown"])
def test_tc14_on_life_support_a_review_must_be_held_either_way(sscb: Sscb, outcome: str) -> None:
    told: Told = LIFE_SUPPORT.known(outcome=outcome)
    question = {fact.value: told.value(fact) for fact in Fact} | {"mode": "decision"}
    assert json.loads(sscb("criteria", "-", "--json", given=json.dumps(question)).stdout)["result"] == "mandatory_reg5"
