"""Fictional cases that turn on a day, on words that name somebody, or on what comes after the decision."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.terms import Decided
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.appendix.cases import BABY, CUSTODY, LEUKAEMIA
from tests.appendix.told import decision
from tests.cli.conftest import Sscb
from tests.cli.roads import CHAIR, LIIP, MANAGER, REF, codes, everything, on, refused, signed, to_the_chair
from tests.services.reviewed import before_publication

QUERY = ("panel-query", REF, "The panel asks why carers' delay was not weighed.", "--on", "2026-12-30")
AGAIN = "The panel points to a delay of two months before the diagnosis; what was missed then is worth a review."
ACTION = {
    "agency": "HSG",
    "owner": people.OWNER.post,
    "owner_name": people.OWNER.name,
    "action": "Share tenancy checks with general practices.",
    "outcome": "Practices know which families may lose their home.",
    "due": "2027-01-15",
    "early": True,
}
SAMPLE = {"on": "2026-11-20", "kind": "dip sample", "note": "Four of four", "rung": 3, "by": MANAGER}


def decisions(database: Path) -> list[str]:
    """Every decision on record, word for word."""
    with closing(sqlite3.connect(database)) as connection:
        return [body for (body,) in connection.execute("SELECT body FROM decisions ORDER BY rowid")]


def test_tc15_notices_of_a_decision_before_easter_are_due_after_it(sscb: Sscb, board: Path) -> None:
    easter = on(sscb, "2018-03-29")
    told = BABY.but(received=datetime(2018, 3, 12, 10, tzinfo=UTC), born=datetime(2017, 11, 9, tzinfo=UTC).date())
    reference = to_the_chair(easter, told)
    due = [line.rpartition(" ")[2] for line in signed(easter, decision(told), reference=reference) if "CK-4 " in line]
    assert len(due) == 3
    assert set(due) == {"2018-04-09"}


def test_tc17_the_panel_disagrees_and_a_new_decision_stands_beside_the_old(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, LEUKAEMIA)
    signed(sscb, decision(LEUKAEMIA))
    (first,) = decisions(board)
    later = on(sscb, "2027-01-04")
    again = decision(LEUKAEMIA, Decided.SCR, reasons=AGAIN)
    before = everything(board)
    assert "RF-17" in refused(later, again)
    assert codes(later("decision", *QUERY, "--letter", "NP/9", by=CHAIR, code=1).stderr) == {"WHO"}
    assert everything(board) == before
    assert "Panel scrutiny" in later("decision", *QUERY, "--letter", "NP/9", by=MANAGER).stdout
    asked = everything(board)
    assert refused(later, again) == {"T25-regard"}
    regard = {"regard_to_panel": "The delay was looked into."}
    assert refused(later, again.but(reasons=LEUKAEMIA.reasons, **regard)) == {"RF-10"}
    assert "MOVE" in refused(later, decision(LEUKAEMIA, Decided.DEFER, reasons=AGAIN, **regard))
    assert everything(board) == asked
    signed(later, again.but(**regard))
    kept, new = decisions(board)
    assert kept == first
    assert json.loads(new)["supersedes"] == json.loads(first)["id"]
    assert "whole" in later("verify").stdout


@pytest.mark.parametrize(
    ("field", "written"),
    [("reasons", "Wilhelmina"), ("panel_explanation", "Wilhelmena"), ("instead", "Willhelmina")],
)
def test_tc18_a_grandmothers_first_name_is_found_however_it_is_spelt(
    sscb: Sscb, board: Path, field: str, written: str
) -> None:
    to_the_chair(sscb, LEUKAEMIA)
    before = everything(board)
    said = f"The child was cared for by {written} at the weekends and died of leukaemia."
    form = decision(LEUKAEMIA).but(**{field: said})
    assert refused(sscb, form) == {"RF-16"}
    told = sscb("decision", "check", REF, "-", by=CHAIR, given=form.model_dump_json(), code=1).stderr
    assert written not in told
    assert everything(board) == before


def test_tc18_a_report_that_spells_her_name_another_way_is_not_published(
    sscb: Sscb, board: Path, tmp_path: Path
) -> None:
    to_the_chair(sscb, LEUKAEMIA)
    signed(sscb, decision(LEUKAEMIA, Decided.SCR, reasons=AGAIN))
    with closing(open_record(board, clock=SetClock(datetime(2026, 11, 20, 10, tzinfo=UTC)))) as services:
        before_publication(services, services.desk.case(REF).id)
    named, clean = tmp_path / "named.md", tmp_path / "clean.md"
    named.write_text("The child was cared for by\nWilhelmena at the weekends.\n", encoding="utf-8")
    clean.write_text("The child was cared for by\nthe grandmother at the weekends.\n", encoding="utf-8")
    sscb("review", "text", REF, str(named), by=MANAGER)
    barred = sscb("review", "check", REF, code=1).stderr
    assert "Line 2: “Wilhelmena”" in barred
    assert "RF-16" in codes(barred)
    before = everything(board)
    publish = ("review", "publish", REF, "--at", "www.example.invalid", "--reference", REF)
    assert "RF-16" in codes(sscb(*publish, by=CHAIR, code=1).stderr)
    assert everything(board) == before
    sscb("review", "text", REF, str(clean), by=MANAGER)
    assert "RF-16" not in codes(sscb("review", "check", REF, code=1).stderr)


def test_tc19_who_did_it_does_not_verify_it(sscb: Sscb, board: Path) -> None:
    to_the_chair(sscb, CUSTODY)
    sscb("action", "add", REF, "-", by=MANAGER, given=json.dumps(ACTION))
    sscb("action", "update", "A-1", "--state", "done_unverified", "--note", "In use.", by=people.OWNER.name)
    sscb("action", "evidence", "A-1", "-", by=MANAGER, given=json.dumps(SAMPLE))
    before = everything(board)
    own = ("action", "verify", "A-1", "--note", "I did it.")
    assert codes(sscb(*own, by=people.OWNER.name, code=1).stderr) == {"WHO-OWN"}
    state = ("action", "update", "A-1", "--state", "verified", "--note", "I did it.")
    assert codes(sscb(*state, by=people.OWNER.name, code=1).stderr) == {"WHO-OWN"}
    assert everything(board) == before
    assert "verified" in sscb("action", "verify", "A-1", "--note", "Sample seen.", by=LIIP).stdout


def test_tc20_a_case_of_june_2018_is_decided_in_july_under_the_guidance_it_began_under(sscb: Sscb, board: Path) -> None:
    july = on(sscb, "2018-07-10")
    told = BABY.but(received=datetime(2018, 6, 20, 10, tzinfo=UTC), born=datetime(2018, 2, 9, tzinfo=UTC).date())
    reference = to_the_chair(july, told)
    assert refused(july, decision(told, Decided.NO_REVIEW), reference=reference) == {"RF-03"}
    told_to = [line for line in signed(july, decision(told), reference=reference) if "CK-4 " in line]
    assert [line.rpartition("(")[2].partition(")")[0] for line in told_to] == ["OFSTED", "DFE", "CSPRP"]
    assert {line.rpartition(" ")[2] for line in told_to} == {"2018-07-17"}
    assert "on WT2015." in july("export", "decision", reference).stdout
