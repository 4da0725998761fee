"""One case from the phone call to a tracked action and four papers, by the command line alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.terms import Fact
from sscb_tui.services.demonstration import people, referrals, returns
from tests.cli.conftest import Sscb

MANAGER, CHAIR, LIIP, MINUTES = "B. Manager", "C. Chair", "L. Lead", "M. Minutes"
REF = "SSCB/2026/001"
AGENCIES = ("CHS", "CSC", "POL", "STFT", "CCG", "HSG")
RECEIVED = datetime(2026, 11, 16, 10, tzinfo=UTC)
FACTS = {
    "age_under_18": "yes",
    "normally_resident": "yes",
    "abuse_or_neglect": "suspected",
    "outcome": "died",
    "always_list": "no",
    "serious_harm": "undetermined",
    "working_together": "concern",
}
EVIDENCE = {"source": "minutes", "ref": "item 8", "quote": "None of it was shared."}
PLAN = {
    "agencies": AGENCIES,
    "period_from": "2025-11-15",
    "period_to": "2026-11-16",
    "period_reason": "the year before the incident, and the day after it",
    "search_for": ["Quincy Example", "Quilla Example"],
    "meeting_at": "2026-11-20T10:00:00+00:00",
    "chair": LIIP,
    "minute_taker": MINUTES,
}
DISCUSSION = {
    "held_at": "2026-11-17T11:00:00+00:00",
    "present": [
        {"name": name, "post": post} for name, post in ((MANAGER, "Manager"), (CHAIR, "Chair"), (LIIP, "LIIP"))
    ],
    "facts_relied_on": "Bruises in a baby who could not yet move.",
    "not_yet_known": "What each agency knew, and shared.",
    "facts": FACTS | {"working_together": "not_yet_asked"},
    "other_children_safe": "Satisfied: seen today.",
    "notifiable": "yes",
    "outcome": "scoping",
    "reason": "What the agencies knew must be set side by side.",
    "plan": PLAN,
}
FINDINGS = [
    {"fact": fact.value, "value": FACTS[fact.value], "reason": "As heard.", "evidence": [EVIDENCE]} for fact in Fact
]
ROOM = [
    {"name": "D. Doctor", "agencies": ["CHS", "CCG"]},
    {"name": "S. Worker", "agencies": ["CSC"]},
    {"name": "P. Member", "agencies": ["POL"]},
]
VIEWS = [{"agency": code, "outcome": "scr", "reason": "Both limbs are met."} for code in ("CHS", "CSC", "POL", "CCG")]
ADVICE = {
    "summary": "A baby died with bruises nobody has explained.",
    "missing_returns": "None: every agency asked has answered.",
    "recommended": "scr",
    "reasons": "Both limbs are met.",
    "dissent_none": True,
    "scope": "The year before the death.",
    "parallel_processes": "Police investigation; inquest opened.",
    "family_position": "The mother has been told.",
    "early_actions": "Calls are now confirmed in writing.",
}
ASKED = {"answer": "yes", "detail": "Done, and recorded by the Business Manager."}
DECISION = {
    "limbs": FINDINGS,
    "outcome": "scr",
    "reasons": "The child died and abuse is suspected; the law leaves no other course, and none is wished for.",
    "agrees_with_recommendation": "yes",
    "scope_view": "The year before the death; a systems model with practitioners involved.",
    "peer_challenge": {"answer": "no", "detail": "The law leaves no other course."},
    "legal_advice": ASKED,
    "other_children_safe": ASKED,
    "family_informed": ASKED,
    "board_informed": ASKED,
    "conflict_of_interest": {"answer": "no", "detail": "None declared."},
}
ACTION = {
    "recommendation_number": 1,
    "agency": "HSG",
    "owner": "Head of tenancy services",
    "action": "Share tenancy checks with general practices.",
    "outcome": "Practices know which families may lose their home.",
    "due": "2027-01-15",
}
SAMPLE = {"on": "2026-11-20", "kind": "dip sample", "note": "Four of four", "rung": 3, "by": MANAGER}


def lines(values: Iterable[object]) -> str:
    return "\n".join(json.dumps(value) for value in values)


def refer(sscb: Sscb) -> None:
    """The Board is set up, the referral logged, the discussion held and agreed."""
    sscb("board", "set", "-", by=MANAGER, given=people.BOARD.model_dump_json(exclude={"id", "version"}))
    form = referrals.child_q(RECEIVED).model_dump_json()
    assert sscb("referral", "add", "-", by=MANAGER, given=form).stdout == f"{REF}\n"
    sscb("referral", "open", REF, "--checked", "Searched by name and address: nothing earlier.", by=MANAGER)
    assert "MUST" in sscb("discussion", "record", REF, "-", by=MANAGER, given=json.dumps(DISCUSSION)).stdout
    sscb("discussion", "agree", REF, by=MANAGER, code=1)
    sscb("discussion", "agree", REF, by=LIIP)
    assert "Scoping" in sscb("discussion", "agree", REF, by=CHAIR).stdout


def fill_in(database: Path, form: Path, agency: str) -> None:
    """What an agency does to its form in an editor."""
    services = open_record(database)
    try:
        file = services.desk.file(services.desk.case(REF).id)
        request = next(each for each in file.requests if each.agency == agency)
        answers = returns.filled(file, request, nil=False)
        text = services.scoping.templates.filled(file.case, request, services.board.settings(), answers)
    finally:
        services.close()
    form.write_text(text, encoding="utf-8")


def scope(sscb: Sscb, database: Path, folder: Path) -> None:
    """Templates go out as files and come back filled."""
    asked = [part for code in AGENCIES for part in ("--agency", code)]
    issued = sscb("template", "issue", REF, *asked, "--out", str(folder), by=MANAGER).stdout.splitlines()
    assert len(issued) == len(AGENCIES)
    sscb("template", "issue", REF, *asked, "--out", str(folder), by=MANAGER, code=2)
    sscb("return", "complete", REF, by=MANAGER, code=1)
    for agency, path in zip(AGENCIES, issued, strict=True):
        fill_in(database, Path(path), agency)
    receipts = sscb("return", "import", *issued, by=MANAGER).stdout.splitlines()
    assert all("sha256" in receipt for receipt in receipts)
    sscb("return", "complete", REF, by=MANAGER)


def meet(sscb: Sscb) -> None:
    """The meeting is held, minuted and closed, and its recommendation submitted."""
    sscb("meeting", "next", REF, by=MINUTES, code=2)
    sscb("meeting", "prepare", REF, by=MINUTES)
    sscb("meeting", "attend", REF, "-", by=MINUTES, given=lines(ROOM))
    sscb("meeting", "start", REF, by=LIIP, code=1)
    opening = ("--confidentiality-read", "--interests-asked", "--purpose-restated")
    assert "in progress" in sscb("meeting", "start", REF, *opening, by=LIIP).stdout
    assert "item 2" in sscb("meeting", "next", REF, by=MINUTES).stdout
    sscb("meeting", "note", REF, ":f Three call-outs; none of it was shared.", "--agency", "POL", by=MINUTES)
    sscb("meeting", "find", REF, "-", by=MINUTES, given=lines(FINDINGS))
    sscb("meeting", "view", REF, "-", by=MINUTES, given=lines(VIEWS))
    pinned = sscb("meeting", "pin", REF, "abuse_or_neglect", "for", "minute 3", "--quote", "none of it", by=MINUTES)
    assert "pinned to (a) Abuse or neglect, for: minute 3  none of it" in pinned.stdout
    assert "the round is open" in sscb("meeting", "round", REF, by=MINUTES).stdout
    sscb("meeting", "round", REF, "--close", by=MINUTES, code=1)
    assert "the round is closed" in sscb("meeting", "round", REF, "--close", "--no-dissent", by=MINUTES).stdout
    sscb("meeting", "safety", REF, "No other child is in the household.", by=MINUTES)
    sscb("meeting", "close", REF, by=LIIP)
    assert "Serious Case Review" in sscb("meeting", "recommend", REF, "-", by=LIIP, given=json.dumps(ADVICE)).stdout
    assert "confirmed" in sscb("meeting", "confirm", REF, by=LIIP).stdout
    assert "only a dated correction" in sscb("meeting", "note", REF, "Too late.", by=MINUTES, code=1).stderr
    sscb("meeting", "edit", REF, "3", "Four call-outs.", by=MINUTES, code=1)
    sscb("meeting", "note", REF, ":c Four call-outs, not three.", "--corrects", "3", by=MINUTES)
    assert "corrects 3  Four call-outs, not three." in sscb("meeting", "lines", REF).stdout


def decide(sscb: Sscb) -> None:
    """The Chair checks, is refused what the law refuses, and signs."""
    other = json.dumps(DECISION | {"outcome": "no_review"})
    assert "RF-" in sscb("decision", "check", REF, "-", by=CHAIR, given=other, code=1).stderr
    sscb("decision", "sign", REF, "-", "--reference", REF, by=CHAIR, given=other, code=1)
    sscb("decision", "sign", REF, "-", "--reference", REF, by=MANAGER, given=json.dumps(DECISION), code=1)
    sscb("decision", "check", REF, "-", by=CHAIR, given=json.dumps(DECISION))
    sscb("decision", "sign", REF, "-", "--reference", "SSCB/2026/002", by=CHAIR, given=json.dumps(DECISION), code=2)
    signed = sscb("decision", "sign", REF, "-", "--reference", REF, by=CHAIR, given=json.dumps(DECISION)).stdout
    assert "signed by C. Chair" in signed
    told = [row for row in json.loads(sscb("duty", "list", REF, "--json").stdout) if row["to"]]
    assert [row["to"] for row in told] == ["LA", "OFSTED", "DFE", "CSPRP", "BOARD", "REFERRER", "FAMILY"]
    proof = ("--on", "2026-11-20", "--method", "secure e-mail", "--proof", "receipt")
    for row in told:
        sscb("duty", "record", row["duty_id"], *proof, by=MANAGER)


def track(sscb: Sscb) -> None:
    """A recommendation and its action, updated, evidenced and verified by a second person."""
    words = {"text": "Agencies tell each other when a household is at risk."}
    assert sscb("recommendation", "add", REF, "-", by=MANAGER, given=json.dumps(words)).stdout == "R-1\n"
    assert sscb("action", "add", REF, "-", by=MANAGER, given=json.dumps(ACTION)).stdout == "A-1\n"
    sscb("action", "update", "A-1", "--state", "in_progress", "--note", "Wording agreed.", by=MANAGER)
    sscb("action", "update", "A-1", "--state", "done_unverified", "--note", "In use.", by=MANAGER)
    sscb("action", "evidence", "A-1", "-", by=MANAGER, given=json.dumps(SAMPLE))
    assert "verified" in sscb("action", "verify", "A-1", "--note", "Sample seen.", by=LIIP).stdout


def test_a_case_goes_from_the_phone_call_to_four_papers_by_the_command_line_alone(
    sscb: Sscb, database: Path, tmp_path: Path
) -> None:
    refer(sscb)
    scope(sscb, database, tmp_path)
    meet(sscb)
    decide(sscb)
    track(sscb)
    for paper in ("minutes", "recommendation", "decision", "plan"):
        target = tmp_path / f"{paper}.md"
        sscb("export", paper, REF, "--out", str(target))
        assert REF in target.read_text(encoding="utf-8")
        assert sscb("export", paper, REF).stdout.splitlines()[0] == target.read_text(encoding="utf-8").splitlines()[0]
    assert "whole" in sscb("verify").stdout


@pytest.mark.parametrize("missing", ["pseudonym", "child", "referral", "other_children"])
def test_a_referral_with_a_part_missing_is_refused_and_nothing_is_written(sscb: Sscb, missing: str) -> None:
    sscb("board", "set", "-", by=MANAGER, given=people.BOARD.model_dump_json(exclude={"id", "version"}))
    form = referrals.child_q(RECEIVED).model_dump(mode="json")
    refused = sscb("referral", "add", "-", by=MANAGER, given=json.dumps({**form, missing: None}), code=2)
    assert f"standard input: {missing}: " in refused.stderr
    assert json.loads(sscb("list", "--json").stdout) == []


def test_the_same_input_twice_gives_two_references(sscb: Sscb) -> None:
    sscb("board", "set", "-", by=MANAGER, given=people.BOARD.model_dump_json(exclude={"id", "version"}))
    form = referrals.child_q(RECEIVED).model_dump_json()
    assert [sscb("referral", "add", "-", by=MANAGER, given=form).stdout.strip()[-3:] for _ in range(2)] == [
        "001",
        "002",
    ]
