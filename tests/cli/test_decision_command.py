"""`sscb decision`: every refusal of the decision met by command, and what follows a signature."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import DecisionForm
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.cli.conftest import Sscb
from tests.services.breaches import BREACHES, Form, bare
from tests.services.doors import STAGES
from tests.services.office import Office
from tests.services.test_main_job import decision, no_review

REF, CHAIR, MANAGER = "SSCB/2026/001", "C. Chair", "B. Manager"
Prepared = Callable[[str, Form], DecisionForm]


@pytest.fixture
def prepared(database: Path) -> Prepared:
    """A record whose case stands where it is wanted, and a form for it."""

    def make(at: str, form: Form) -> DecisionForm:
        clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
        services = open_record(database, clock=clock)
        services.board.save(people.MANAGER.actor(), people.BOARD)
        clock.set(date(2026, 11, 2), "10:00")
        office = Office(services, clock)
        case: Case = services.desk.file(STAGES[at](office)).case
        made = form(office, case)
        services.close()
        return made

    return make


@pytest.mark.parametrize("code", BREACHES)
def test_the_command_line_meets_every_refusal(code: str, sscb: Sscb, prepared: Prepared) -> None:
    breach = BREACHES[code]
    given = prepared(breach.at, breach.form).model_dump_json()
    before = sscb("show", REF, "--json").stdout
    for deed in (("check", REF, "-"), ("sign", REF, "-", "--reference", REF)):
        assert f"{code}: " in sscb("decision", *deed, by=breach.who, given=given, code=1).stderr
    assert sscb("show", REF, "--json").stdout == before


def test_the_record_is_read_before_it_is_signed(sscb: Sscb, prepared: Prepared) -> None:
    given = prepared("with_chair", decision).model_dump_json()
    told = sscb("decision", "preview", REF, "-", by=CHAIR, given=given).stdout
    assert "NOT SIGNED" in told
    assert "Both limbs are met" in told
    assert "has not decided" in sscb("decision", "addendum", REF, "A slip.", by=CHAIR, code=2).stderr


def test_a_check_says_what_deserves_a_second_thought(sscb: Sscb, prepared: Prepared) -> None:
    given = prepared("with_chair", lambda office, case: decision(office, case, scope_view="")).model_dump_json()
    told = sscb("decision", "check", REF, "-", by=CHAIR, given=given).stdout
    assert "Nothing stands against signing." in told
    assert "Worth a second thought: F8-scope" in told


def test_the_panels_letter_brings_a_case_back_and_it_is_decided_again(sscb: Sscb, prepared: Prepared) -> None:
    prepared("refused", no_review)
    letter = ("--on", "2026-11-19", "--letter", "NP/77")
    sscb("decision", "panel-query", REF, "Suspicion is enough.", *letter, by=CHAIR, code=1)
    told = sscb("decision", "panel-query", REF, "Suspicion is enough.", *letter, by=MANAGER).stdout
    assert told == f"{REF}: Panel scrutiny\n"
    sscb("decision", "panel-query", REF, "Again.", *letter, by=MANAGER, code=1)


def test_new_information_reopens_a_decision_with_a_new_month(sscb: Sscb, prepared: Prepared) -> None:
    prepared("decided", decision)
    reopen = ("decision", "reopen", REF, "A second child has spoken.", "--known")
    assert "T29-date" in sscb(*reopen, "2026-11-21", by=CHAIR, code=1).stderr
    sscb(*reopen, "2026-11-18", by=MANAGER, code=1)
    assert sscb(*reopen, "2026-11-18", by=CHAIR).stdout == f"{REF}: With Chair; decide by 2026-12-18\n"
    sscb(*reopen, "18 Nov", by=CHAIR, code=2)


def test_an_addendum_prints_under_the_record(sscb: Sscb, prepared: Prepared, tmp_path: Path) -> None:
    prepared("decided", decision)
    sscb("decision", "addendum", REF, "For 12 October read 13 October.", by=CHAIR)
    sscb("decision", "addendum", REF, "Mine.", by=MANAGER, code=1)
    sscb("export", "decision", REF, "--out", str(tmp_path / "decision.md"))
    assert "> For 12 October read 13 October." in (tmp_path / "decision.md").read_text(encoding="utf-8")


def test_privileged_advice_comes_from_a_file_and_is_shown_to_few(sscb: Sscb, prepared: Prepared) -> None:
    prepared("received", bare)
    how = ("--reference", "LEG/12", "--by", "Q. Counsel", "--on", "2026-11-19")
    sscb("decision", "privileged", "record", REF, "-", *how, by=CHAIR, given="Limb (a) is met.")
    assert (
        "LEG/12 · Q. Counsel · 2026-11-19\nLimb (a) is met."
        in sscb("decision", "privileged", "show", REF, by=MANAGER).stdout
    )
    refused = sscb("decision", "privileged", "show", REF, by="M. Minutes", code=1)
    assert "Limb (a)" not in refused.stderr
    assert "Limb (a)" not in sscb("history", REF).stdout + sscb("show", REF, "--json").stdout


def test_reasons_are_copied_from_siblings_only(sscb: Sscb, prepared: Prepared) -> None:
    prepared("decided", decision)
    assert "no other child of this incident" in sscb("decision", "copy-reasons", REF, REF, code=2).stderr


def test_the_schema_of_a_decision_names_what_is_asked(sscb: Sscb) -> None:
    schema = json.loads(sscb("schema", "decision").stdout)
    assert {"exclusions", "peer", "precaution_reason", "redecide_on", "copied_from"} <= set(schema["properties"])
