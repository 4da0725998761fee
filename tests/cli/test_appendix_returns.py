"""Fictional cases that turn on what agencies answered and what their meeting made of it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from sscb_tui.domain.decision import DecisionForm
from sscb_tui.domain.terms import Decided
from tests.appendix.cases import DISCLOSED, SKULL, SUICIDE
from tests.appendix.told import Told, decision
from tests.cli.conftest import Sscb
from tests.cli.roads import CHAIR, MANAGER, REF, answered, asked, codes, everything, met, on, refused, signed

LATE = "2026-12-07"
"""A working day after every template was due."""
EVIDENCE = (
    "An audit of all four files by the designated nurse.",
    "Accounts of eleven practitioners, as agencies gave.",
)


def deciding(told: Told, outcome: Decided, recommended: str, **said: object) -> DecisionForm:
    """The decision, and whether it follows the meeting."""
    agreed = {"agrees_with_recommendation": "yes"}
    if outcome != recommended:
        agreed = {"agrees_with_recommendation": "no", "reasons_for_departure": "The papers weigh more than the views."}
    return decision(told, outcome, **agreed | said)


def test_tc02_all_returns_in_and_nothing_suspected_leaves_the_choice(sscb: Sscb, board: Path, tmp_path: Path) -> None:
    answered(sscb, board, asked(sscb, SUICIDE, tmp_path))
    met(sscb, SUICIDE, "no_review")
    assert json.loads(sscb("show", REF, "--json").stdout)["case"]["result"] == "discretionary"
    told = signed(sscb, deciding(SUICIDE, Decided.NO_REVIEW, "no_review"))
    assert told[0] == "No review: signed by C. Chair"


def test_tc03_a_school_that_has_not_answered_leaves_it_open_until_it_does(
    sscb: Sscb, board: Path, tmp_path: Path
) -> None:
    forms, late = asked(sscb, DISCLOSED, tmp_path), on(sscb, LATE)
    school = {"EDU": forms.pop("EDU")}
    answered(sscb, board, forms)
    assert codes(sscb("return", "complete", REF, by=MANAGER, code=1).stderr) == {"T10-return"}
    late("return", "chase", REF, "--agency", "EDU", "--note", "The head is away until Friday.", by=MANAGER)
    met(late, DISCLOSED, "defer")
    before = everything(board)
    for outcome in (Decided.NO_REVIEW, Decided.ALTERNATIVE):
        assert refused(late, deciding(DISCLOSED, outcome, "defer")) == {"RF-05"}
    assert everything(board) == before
    signed(late, deciding(DISCLOSED, Decided.DEFER, "defer", redecide_on="2026-12-14"))
    answered(late, board, school)
    late("decision", "inform", REF, "The note says that the teacher was told of blows.", by=MANAGER)
    known = DISCLOSED.known(abuse_or_neglect="suspected").but(
        reasons="The note of the school says that the child spoke of blows at home; that is suspicion enough."
    )
    assert refused(late, deciding(known, Decided.NO_REVIEW, "defer")) == {"RF-03"}
    assert signed(late, deciding(known, Decided.SCR, "defer"))[0] == "Serious Case Review: signed by C. Chair"


def test_tc06_nothing_found_is_not_nothing_there_while_housing_is_silent(
    sscb: Sscb, board: Path, tmp_path: Path
) -> None:
    forms, late = asked(sscb, SKULL, tmp_path), on(sscb, LATE)
    del forms["HSG"]
    answered(sscb, board, forms)
    late("return", "chase", REF, "--agency", "HSG", "--note", "Rang twice; nobody rang back.", by=MANAGER)
    found = SKULL.known(working_together="nothing_found_yet")
    met(late, found, "no_review")
    none = deciding(
        SKULL.known(working_together="definitively_none"),
        Decided.NO_REVIEW,
        "no_review",
        definitive_evidence=EVIDENCE,
    )
    before = everything(board)
    assert refused(late, deciding(found, Decided.NO_REVIEW, "no_review")) == {"RF-03"}
    assert refused(late, none) == {"RF-06"}
    said = late("decision", "check", REF, "-", by=CHAIR, given=none.model_dump_json(), code=1).stderr
    assert "HSG has not answered" in said
    assert everything(board) == before
    signed(late, deciding(found, Decided.SCR, "no_review"))


def test_tc07_definitive_evidence_itemised_and_every_return_in_defeats_the_limb(
    sscb: Sscb, board: Path, tmp_path: Path
) -> None:
    answered(sscb, board, asked(sscb, SKULL, tmp_path))
    shown = SKULL.known(working_together="definitively_none").but(
        reasons="Four agencies worked as one from the first call to the discharge, and an audit of every file shows it."
    )
    met(sscb, shown, "no_review")
    form = partial(deciding, shown, Decided.NO_REVIEW, "no_review")
    before = everything(board)
    assert refused(sscb, form()) == {"RF-06"}
    assert refused(sscb, form(definitive_evidence=EVIDENCE, panel_explanation=" ")) == {"F8-panel"}
    assert everything(board) == before
    told = signed(sscb, form(definitive_evidence=EVIDENCE))
    assert [line for line in told if "NPIE" in line]
    paper = sscb("export", "decision", REF).stdout
    assert "may choose" in paper
    assert all(item in paper for item in EVIDENCE)


def test_tc16_a_chair_departs_from_the_meeting_with_reasons_and_dissent_is_kept(
    sscb: Sscb, board: Path, tmp_path: Path
) -> None:
    answered(sscb, board, asked(sscb, SUICIDE, tmp_path))
    met(sscb, SUICIDE, "scr", dissent=("POL", "Police see nothing that a review would find."))
    form = partial(deciding, SUICIDE, Decided.NO_REVIEW, "scr")
    before = everything(board)
    blank = json.dumps(form().model_dump(mode="json") | {"reasons": " "})
    assert "reasons" in sscb("decision", "sign", REF, "-", "--reference", REF, by=CHAIR, given=blank, code=2).stderr
    assert refused(sscb, form(reasons="The criteria are not met.")) == {"RF-10"}
    assert refused(sscb, form(reasons_for_departure=" ")) == {"RF-11"}
    assert refused(sscb, form(agrees_with_recommendation="yes")) == {"RF-11"}
    assert refused(sscb, form(panel_explanation="")) == {"F8-panel"}
    assert everything(board) == before
    assert [line for line in signed(sscb, form()) if "NPIE" in line]
    paper = sscb("export", "decision", REF).stdout
    assert "Police see nothing that a review would find." in paper
    assert "The papers weigh more than the views." in paper
