"""`sscb differences` and `sscb readiness`: what they print, for people and for programs."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.services.demonstration import people, returns
from sscb_tui.services.demonstration.clock import SetClock
from tests.cli.conftest import Sscb
from tests.services.office import Office

REF = "SSCB/2026/001"


@pytest.fixture
def at_odds(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A record with one case, of which one return says what another knows nothing of."""
    said = {code: returns.SAID[code] | {"F4.G5": "The call-outs were not known to us."} for code in ("CSC", "EDU")}
    said["EDU"]["F4.G1"] = "Social care informed of what the child said on 9 June 2026."
    monkeypatch.setattr(returns, "SAID", returns.SAID | said)
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(database, clock=clock)
    services.board.save(people.MANAGER.actor(), people.BOARD)
    clock.set(date(2026, 11, 2), "10:00")
    Office(services, clock).returned()
    services.close()


@pytest.mark.usefixtures("at_odds")
def test_differences_are_listed_with_who_says_what(sscb: Sscb) -> None:
    told = sscb("differences", REF).stdout
    assert "knowledge: Education says that it told Social care; Social care has no record of it" in told
    assert "Education, F4.G1: “Social care informed of what the child said on 9 June 2026.”" in told
    (found,) = json.loads(sscb("differences", REF, "--json").stdout)
    assert found["kind"] == "knowledge"
    assert found["id"] in told
    assert [said["agency"] for said in found["sayings"]] == ["EDU", "CSC"]


@pytest.mark.usefixtures("at_odds")
def test_readiness_lists_what_is_missing_and_what_to_ask(sscb: Sscb) -> None:
    told = sscb("readiness", REF).stdout
    assert "✗ Returns in: 4 of 5\n    City Hospitals, Social care, Police, Education\n" in told
    assert "✗ Refused: 1\n    Housing\n" in told
    assert "✓ Late: none\n" in told
    assert "    1. " in told
    found = json.loads(sscb("readiness", REF, "--json").stdout)
    assert found["returned"] == ["CHS", "CSC", "POL", "EDU"]
    assert found["unexplained"][0]["id"] in told
    assert all(challenge["passages"] for challenge in found["challenges"])


@pytest.mark.usefixtures("at_odds")
def test_a_case_that_is_not_there_is_bad_input(sscb: Sscb) -> None:
    assert sscb("differences", "SSCB/2026/099", code=2).stderr
    assert sscb("readiness", "SSCB/2026/099", code=2).stderr


@pytest.mark.usefixtures("at_odds")
def test_a_difference_is_given_to_somebody_and_then_settled(sscb: Sscb) -> None:
    (found,) = json.loads(sscb("differences", REF, "--json").stdout)
    settle = ("differences", "settle", REF, found["id"])
    told = sscb(*settle, "--owner", "Social care", "--due", "30 Nov 2026", by="B. Manager").stdout
    assert told == f"{found['id']}  knowledge: {found['what']}\n    checking: Social care by 30 Nov 2026\n"
    assert "checking: Social care by 30 Nov 2026" in sscb("differences", REF).stdout
    assert "· Conflicts being checked: 1" in sscb("readiness", REF).stdout
    sscb(*settle, "--words", "The log has the call.", by="B. Manager")
    assert "settled: The log has the call." in sscb("differences", "list", REF).stdout
    (again,) = json.loads(sscb("differences", "--json", REF).stdout)
    assert (again["state"], again["settled"]) == ("settled", "The log has the call.")
    assert [each["owner"] for each in again["answers"]] == ["Social care", ""]


@pytest.mark.usefixtures("at_odds")
@pytest.mark.parametrize(
    "said",
    [
        (),
        ("--words", "Seen.", "--owner", "Police"),
        ("--owner", "Police"),
        ("--owner", "Police", "--due", "soon"),
        ("--owner", "Police", "--due", "1 Jan 2026"),
    ],
)
def test_half_an_answer_is_bad_input(sscb: Sscb, said: tuple[str, ...]) -> None:
    (found,) = json.loads(sscb("differences", REF, "--json").stdout)
    sscb("differences", "settle", REF, found["id"], *said, by="B. Manager", code=2)
    (again,) = json.loads(sscb("differences", REF, "--json").stdout)
    assert again == found


@pytest.mark.usefixtures("at_odds")
def test_settling_what_is_not_there_or_without_the_right_is_refused(sscb: Sscb) -> None:
    (found,) = json.loads(sscb("differences", REF, "--json").stdout)
    wrong = sscb("differences", "settle", REF, "seen-000000", "--words", "Seen.", by="B. Manager", code=2)
    assert "seen-000000" in wrong.stderr
    assert found["id"] in wrong.stderr
    assert (
        "may not update"
        in sscb("differences", "settle", REF, found["id"], "--words", "Seen.", by=people.MEMBER.name, code=1).stderr
    )
