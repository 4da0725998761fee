"""A review from the decision to publication by the command line alone, with what the commands refuse."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import BaseModel

from sscb_tui.bootstrap import open_record
from sscb_tui.services.demonstration import people, review
from sscb_tui.services.demonstration.clock import SetClock
from tests.cli.conftest import Sscb
from tests.services import reviewed
from tests.services.office import Office

MANAGER, CHAIR, BOARD, PANEL = "B. Manager", "C. Chair", "F. Board", "R. Panel"
REF = "SSCB/2026/001"
DECIDED, REPORTED, PUBLISHED = date(2026, 11, 20), date(2027, 4, 12), date(2027, 5, 3)


def as_json(form: BaseModel) -> str:
    return form.model_dump_json()


@pytest.fixture
def office(database: Path) -> Office:
    """A case decided on 20 November 2026, in the file the commands work on."""
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(database, clock=clock)
    services.board.save(people.MANAGER.actor(), people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    office = Office(services, clock)
    reviewed.decided(office)
    return office


@pytest.fixture
def on(office: Office, sscb: Sscb) -> Callable[[date], Sscb]:
    """The commands as they answer on a day."""

    def day(when: date) -> Sscb:
        office.clock.set(when)
        return lambda *arguments, **said: sscb("--today", when.isoformat(), *arguments, **said)

    return day


def commissioned(office: Office, run: Sscb) -> None:
    case = office.services.desk.case(REF)
    run("review", "commission", REF, by=MANAGER)
    terms = review.terms(office.services.desk.file(case.id), DECIDED)
    assert run("review", "terms", REF, "-", by=MANAGER, given=as_json(terms)).stdout == "version 1 written\n"
    run("review", "approve", REF, by=CHAIR)
    form = review.reviewer(office.services, case.id)
    assert json.loads(run("reviewer", "grid", REF).stdout)[0]["employment"] == "undetermined"
    assert run("reviewer", "add", REF, "-", by=MANAGER, given=as_json(form)).stdout == "reviewer 1: I. Dependent\n"
    run("reviewer", "contract", REF, "1", "-", by=MANAGER, given=as_json(review.contract(DECIDED)))
    assert "F11.07" not in run("review", "begin", REF, by=MANAGER, code=1).stderr, "nobody is appointed yet"
    run("reviewer", "appoint", REF, "1", by=MANAGER)
    assert "F11.07" in run("review", "begin", REF, by=MANAGER, code=1).stderr
    run("reviewer", "panel", REF, "1", "--told", DECIDED.isoformat(), by=MANAGER)
    assert run("review", "begin", REF, by=MANAGER).stdout == "begun\n"


def told(office: Office, run: Sscb) -> None:
    case = office.services.desk.case(REF)
    for member in office.services.desk.file(case.id).case.family:
        who = f"the {member.relationship}"
        form = {"member": member.name, "called": who, "method": "at home", "led_by": "the worker"}
        run("family", "add", REF, "-", by=MANAGER, given=json.dumps(form))
        for of in ("incident", "decision", "terms", "findings", "publication"):
            run("family", "tell", REF, who, of, "--on", REPORTED.isoformat(), by=MANAGER)
        run("family", "contribute", REF, who, "--invited", REPORTED.isoformat(), by=MANAGER)
        run("family", "show", REF, who, "--support", "a worker", "--on", REPORTED.isoformat(), by=MANAGER)
    assert "told 5 of 5 · saw the report" in run("family", "list", REF).stdout


def test_a_review_goes_from_the_decision_to_publication_by_commands(
    office: Office, on: Callable[[date], Sscb], tmp_path: Path
) -> None:
    run = on(DECIDED)
    commissioned(office, run)
    run("review", "milestone", REF, "Chronologies and analyses in", "--on", DECIDED.isoformat(), by=MANAGER)

    run = on(REPORTED)
    (tmp_path / "report.md").write_text(review.REPORT, encoding="utf-8")
    received = ("--title", "Child N", "--received", REPORTED.isoformat(), "--finding", "Schools were not told.")
    assert run("review", "report", REF, "report.md", *received, by=PANEL).stdout == "received, 1 findings\n"
    assert run("review", "finding", REF, "Nobody asked.", by=MANAGER).stdout == "F-2\n"
    assert "F-1, F-2" in run("review", "agree", REF, by=BOARD, code=1).stderr
    run("review", "answer", REF, "f-1", "fully", "We agree.", by=MANAGER)
    run("review", "answer", REF, "F-2", "not", "Ten of twelve were asked.", by=MANAGER)
    run("review", "agree", REF, by=BOARD)
    told(office, run)
    run("review", "response", REF, "-", by=MANAGER, given=as_json(review.response(REPORTED)))
    run("review", "plan", REF, "-", by=MANAGER, given=as_json(review.publication(PUBLISHED)))
    assert "due 2027-04-22" in run("review", "prepare", REF, by=MANAGER).stdout
    refused = run("review", "check", REF, code=1).stderr
    assert "CK-6: The report has not been sent to the national panel" in refused
    duties = json.loads(run("duty", "list", REF, "--json").stdout)
    copies = next(row["duty_id"] for row in duties if row["clock"] == "CK-6")
    run("duty", "record", copies, "--on", REPORTED.isoformat(), "--method", "e-mail", "--proof", "receipt", by=MANAGER)

    run = on(PUBLISHED)
    assert run("review", "check", REF).stdout == "Nothing bars publication.\n"
    address = ("--at", "www.example.invalid/child-n", "--reference")
    assert "does not match" in run("review", "publish", REF, *address, "SSCB/2026/999", by=CHAIR, code=2).stderr
    assert run("review", "publish", REF, *address, REF, by=CHAIR).stdout == "published\n"
    shown = run("review", "show", REF).stdout
    assert "✓ Publication: published 3 May 2027" in shown
    assert "Next        close the case (Board)" in shown
    assert run("review", "close", REF, "Schools know by nine.", by=BOARD).stdout == "Closed\n"
    assert run("review", "reopen", REF, "The audit found gaps.", by=CHAIR).stdout == "Implementation\n"
    assert run("verify").exit_code == 0


def test_papers_of_a_review_are_exported_and_the_key_is_for_two_people(
    office: Office, on: Callable[[date], Sscb]
) -> None:
    run = on(DECIDED)
    assert "no terms of reference have been written" in run("export", "terms", REF, code=2).stderr
    commissioned(office, run)
    name = office.services.desk.case(REF).child.name
    for paper in ("terms", "commission"):
        assert name not in run("export", paper, REF).stdout
    assert name in run("review", "key", REF, by=CHAIR).stdout
    assert "may not read the key" in run("review", "key", REF, by="L. Lead", code=1).stderr


def test_proceedings_are_kept_by_number(office: Office, on: Callable[[date], Sscb]) -> None:
    run = on(DECIDED)
    trial = review.trial(DECIDED)
    assert run("proceeding", "add", REF, "-", by=MANAGER, given=as_json(trial)).stdout == "P-1\n"
    later = on(DECIDED + timedelta(days=40))
    assert "look again" in later("proceeding", "list", REF).stdout
    later("proceeding", "look", REF, "p-1", by=MANAGER)
    assert "look again" not in later("proceeding", "list", REF).stdout
    later("proceeding", "set", REF, "P-1", "-", by=MANAGER, given=as_json(trial.but(stage="concluded", holds=())))
    assert "concluded" in later("proceeding", "list", REF).stdout
    assert "no P-2" in later("proceeding", "look", REF, "P-2", by=MANAGER, code=2).stderr
    assert "not an entry's number" in later("proceeding", "look", REF, "second", by=MANAGER, code=2).stderr


def test_a_limit_on_contact_is_recorded_and_lifted(office: Office, on: Callable[[date], Sscb]) -> None:
    run = on(DECIDED)
    form = {"member": "Nora Specimen", "called": "the mother", "method": "at home", "led_by": "the worker"}
    run("family", "add", REF, "-", by=MANAGER, given=json.dumps(form))
    refused = run("family", "tell", REF, "the mother", "findings", by=MANAGER, code=2)
    assert "say when they were told, or why not yet" in refused.stderr
    wrong = run(
        "family",
        "limit",
        REF,
        "the mother",
        *("--by", "police", "--until", "charge"),
        "--proceeding",
        "P-3",
        by=MANAGER,
        code=2,
    )
    assert "P-3 is not in this case's register" in wrong.stderr
    run("family", "limit", REF, "the mother", "--by", "police", "--until", "charge", by=MANAGER)
    assert "no contact yet" in run("family", "list", REF).stdout
    run("family", "lift", REF, "The  Mother", "1", by=MANAGER)
    assert "no contact yet" not in run("family", "list", REF).stdout
    unknown = run("family", "lift", REF, "the aunt", "1", by=MANAGER, code=2).stderr
    assert "There is: the mother." in unknown


def test_a_review_that_was_never_commissioned_is_said_to_be_none(office: Office, on: Callable[[date], Sscb]) -> None:
    run = on(DECIDED)
    assert "No review has been commissioned" in run("review", "approve", REF, by=CHAIR, code=2).stderr
    assert "commission the review (Business Manager)" in run("review", "show", REF).stdout
    assert json.loads(run("review", "show", REF, "--json").stdout)["next"]["move"] == "commission_scr"


def test_the_chair_holds_publication_back_and_goes_on_with_the_panels_advice(
    office: Office, on: Callable[[date], Sscb]
) -> None:
    run = on(DECIDED)
    commissioned(office, run)
    case_id = office.services.desk.case(REF).id
    office.clock.set(REPORTED)
    review.report_in(office.services, case_id)
    review.answer_all(office.services, case_id)
    office.services.responses.agree(review.FULL_BOARD, case_id)
    review.family(office.services, case_id)
    review.respond(office.services, case_id)
    run = on(REPORTED)
    run("review", "restrict", REF, "Not the school.", "--by", "the family court", by=MANAGER)
    assert "T31-orders" in run("review", "prepare", REF, by=MANAGER, code=1).stderr
    run("review", "clear", REF, "1", "LEGAL/9", by=MANAGER)
    run("review", "prepare", REF, by=MANAGER)
    run("review", "withhold", REF, "delay", "The inquest.", "--panel", REPORTED.isoformat(), by=CHAIR)
    assert "T34-regard" in run("review", "resume", REF, by=CHAIR, code=1).stderr
    resumed = run("review", "resume", REF, "--advice", "Wait.", "--regard", "We waited.", by=CHAIR)
    assert resumed.stdout == "Pre-publication\n"
