"""What the services say of conflicting returns: views with the names people use, settled by a minute."""

from __future__ import annotations

import pytest

from sscb_tui.domain.terms import DifferenceKind
from sscb_tui.services.demonstration import meeting, returns
from tests.services.office import MANAGER, Office


@pytest.fixture
def at_odds(office: Office, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case whose hospital says it told the school, and whose school says nobody did."""
    said = {
        "CHS": returns.SAID["CHS"] | {"F4.G1": "School informed of the injury on 3 March 2026."},
        "EDU": returns.SAID["EDU"] | {"F4.G5": "Nobody told us of the injury; no word came from the hospital."},
    }
    monkeypatch.setattr(returns, "SAID", returns.SAID | said)
    return office.returned().id


def test_returns_that_agree_have_no_differences(office: Office) -> None:
    assert office.services.differences.of_case(office.returned().id) == ()


def test_a_difference_says_who_says_what(office: Office, at_odds: str) -> None:
    (found,) = office.services.differences.of_case(at_odds)
    assert found.kind is DifferenceKind.KNOWLEDGE
    assert found.settled == ""
    first, second = found.sayings
    assert (first.agency, first.name, first.where) == ("CHS", "City Hospitals", "F4.G1")
    assert first.words == "School informed of the injury on 3 March 2026."
    assert second.agency == "EDU"


def test_a_discrepancy_in_the_minutes_settles_it(office: Office, at_odds: str) -> None:
    services = office.services
    (found,) = services.differences.of_case(at_odds)
    assert services.readiness.of_case(at_odds).unexplained == (found,)
    meeting.hold(services, at_odds, office.clock)
    line = f"{found.id}: the letter went to another school."
    held = services.meetings.of_case(at_odds)
    assert held is not None
    services.meetings.write(MANAGER, held.id, f":d {line}")
    (settled,) = services.differences.of_case(at_odds)
    assert settled.settled == line
    assert services.readiness.of_case(at_odds).unexplained == ()


def test_the_check_cites_the_referral_s_agencies_by_code(office: Office) -> None:
    found = office.services.readiness.of_case(office.returned().id)
    assert found.returned == ("CHS", "CSC", "POL", "EDU")
    assert found.refused == ("HSG",)
    assert {each.agency for each in found.unasked} == {"CCG", "STFT"}
    assert all(challenge.passages for challenge in found.challenges)
