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
    assert "knowledge: EDU says that it told CSC; CSC has no record of it" in told
    assert "Education, F4.G1: “Social care informed of what the child said on 9 June 2026.”" in told
    (found,) = json.loads(sscb("differences", REF, "--json").stdout)
    assert found["kind"] == "knowledge"
    assert found["id"] in told
    assert [said["agency"] for said in found["sayings"]] == ["EDU", "CSC"]


@pytest.mark.usefixtures("at_odds")
def test_readiness_lists_what_is_missing_and_what_to_ask(sscb: Sscb) -> None:
    told = sscb("readiness", REF).stdout
    assert "Returns         4 of 5 in: CHS, CSC, POL, EDU" in told
    assert "Refused         HSG" in told
    assert "1. " in told
    found = json.loads(sscb("readiness", REF, "--json").stdout)
    assert found["returned"] == ["CHS", "CSC", "POL", "EDU"]
    assert found["unexplained"][0]["id"] in told
    assert all(challenge["passages"] for challenge in found["challenges"])


@pytest.mark.usefixtures("at_odds")
def test_a_case_that_is_not_there_is_bad_input(sscb: Sscb) -> None:
    assert sscb("differences", "SSCB/2026/099", code=2).stderr
    assert sscb("readiness", "SSCB/2026/099", code=2).stderr
