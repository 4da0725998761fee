"""What the services say of conflicting returns: views with the names people use, and what has become of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.terms import DifferenceKind, DifferenceState, LineKind
from sscb_tui.services import compared
from sscb_tui.services.compared import compare
from sscb_tui.services.demonstration import meeting, returns
from sscb_tui.services.differences import in_order
from sscb_tui.services.readiness_words import parts
from sscb_tui.services.views import DifferenceView
from tests.services.doors import AT_ODDS, stage
from tests.services.office import LIIP, MANAGER, MINUTES, Office

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine


def _lines(office: Office, case_id: str) -> tuple[MinuteLine, ...]:
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    return office.services.meetings.lines(held.id)


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
    assert (found.state, found.settled, found.answers) == (DifferenceState.OPEN, "", ())
    first, second = found.sayings
    assert (first.agency, first.name, first.where) == ("CHS", "City Hospitals", "F4.G1")
    assert first.words == "School informed of the injury on 3 March 2026."
    assert second.agency == "EDU"


def test_a_difference_settled_in_words_leaves_the_check_and_stands_in_the_minutes(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    assert found.state is DifferenceState.OPEN
    assert services.readiness.of_case(case_id).unexplained == (found,)
    answer = services.differences.settle(MANAGER, case_id, found.id, words="Seen; the log says so.")
    (view,) = services.differences.of_case(case_id)
    assert (view.state, view.settled, view.sayings) == (
        DifferenceState.SETTLED,
        "Seen; the log says so.",
        found.sayings,
    )
    checked = services.readiness.of_case(case_id)
    assert checked.unexplained == checked.checking == ()
    line = _lines(office, case_id)[-1]
    assert line.kind is LineKind.SETTLED
    assert line.text == f"conflict settled: {found.what}: Seen; the log says so."
    assert (line.refers, line.by) == (answer.id, MANAGER.name)


def test_a_difference_given_to_somebody_is_being_checked(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    due = services.desk.today() + timedelta(days=7)
    services.differences.settle(MANAGER, case_id, found.id, owner="Police", due=due)
    (view,) = services.differences.of_case(case_id)
    assert (view.state, view.settled, view.owner, view.due) == (DifferenceState.CHECKING, "", "Police", due)
    checked = services.readiness.of_case(case_id)
    assert (checked.unexplained, checked.checking) == ((), (view,))
    line = _lines(office, case_id)[-1]
    assert (line.kind, line.owner, line.due) == (LineKind.SETTLED, "Police", due)
    assert line.text.startswith("Police to check by ")


def test_a_later_answer_takes_the_place_of_the_one_before_and_both_stay(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    services.differences.settle(MANAGER, case_id, found.id, owner="Police", due=date(2027, 1, 8))
    services.differences.settle(MINUTES, case_id, found.id, words="Seen.")
    (view,) = services.differences.of_case(case_id)
    assert (view.state, view.settled, view.owner) == (DifferenceState.SETTLED, "Seen.", "")
    assert [(each.owner, each.settled, each.by) for each in view.answers] == [
        ("Police", "", MANAGER.name),
        ("", "Seen.", MINUTES.name),
    ]
    assert len(services.desk.file(case_id).settlements) == 2


def test_before_a_meeting_is_prepared_and_after_it_is_closed_only_the_answer_is_kept(office: Office) -> None:
    services, case_id = office.services, office.returned().id
    services.chronologies.take(MANAGER, case_id, "visits.csv", AT_ODDS)
    (found,) = services.differences.of_case(case_id)
    assert services.differences.settle(MANAGER, case_id, found.id, words="Seen.").meeting_id is None
    meeting.hold(services, case_id, office.clock)
    before = _lines(office, case_id)
    services.differences.settle(MANAGER, case_id, found.id, words="Not seen after all.")
    assert _lines(office, case_id) == before
    (view,) = services.differences.of_case(case_id)
    assert view.settled == "Not seen after all."


def test_once_the_minutes_are_confirmed_nothing_is_settled(office: Office) -> None:
    services, case_id = office.services, stage(office, "closed")
    services.chronologies.take(MANAGER, case_id, "visits.csv", AT_ODDS)
    held = services.meetings.of_case(case_id)
    assert held is not None
    services.meetings.confirm(LIIP, held.id)
    (found,) = services.differences.of_case(case_id)
    with pytest.raises(RuleError, match="minutes are confirmed"):
        services.differences.settle(MANAGER, case_id, found.id, words="Seen.")
    assert services.desk.file(case_id).settlements == ()


def test_after_an_adjournment_differences_are_settled_for_the_next_meeting(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    held = services.meetings.of_case(case_id)
    assert held is not None
    services.meetings.adjourn(LIIP, held.id, "The school's log; Education; Friday.")
    before = _lines(office, case_id)
    (found,) = services.differences.of_case(case_id)
    assert services.differences.settle(MANAGER, case_id, found.id, words="Seen.").meeting_id is None
    assert _lines(office, case_id) == before


def test_a_difference_that_is_not_there_is_named(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    with pytest.raises(InputError, match=f"seen-000000: is no difference .* Allowed: {found.id}"):
        services.differences.settle(MANAGER, case_id, "seen-000000", words="Seen.")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({}, "how it is settled, or who will check it"),
        ({"words": " "}, "how it is settled, or who will check it"),
        ({"owner": "Police"}, "how it is settled, or who will check it"),
        ({"due": date(2027, 1, 8)}, "how it is settled, or who will check it"),
        ({"owner": "Police", "due": date(2026, 1, 8)}, "8 Jan 2026 is past"),
    ],
)
def test_half_an_answer_is_none(office: Office, said: dict[str, str | date], told: str) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    words, owner, due = said.get("words", ""), said.get("owner", ""), said.get("due")
    assert isinstance(words, str)
    assert isinstance(owner, str)
    assert not isinstance(due, str)
    before = _lines(office, case_id)
    with pytest.raises(InputError, match=told):
        services.differences.settle(MANAGER, case_id, found.id, words=words, owner=owner, due=due)
    assert _lines(office, case_id) == before
    assert services.desk.file(case_id).settlements == ()


def test_a_comparison_made_before_counts_until_a_return_changes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    known = compare(services.desk.file(case_id), services.board.settings())
    fresh = services.differences.of_case(case_id)
    with monkeypatch.context() as patched:
        patched.setattr(compared, "differences", lambda *_: pytest.fail("compared again"))
        assert services.differences.of_case(case_id, known) == fresh
        services.differences.settle(MANAGER, case_id, fresh[0].id, words="Seen.", known=known)
        (settled,) = services.differences.of_case(case_id, known)
        assert settled.state is DifferenceState.SETTLED
        assert services.readiness.of_case(case_id, known).unexplained == ()
    again = b"date,agency,event\n3 Jul 2026,CSC,Joint visit to the home: the child was not seen\n"
    services.chronologies.take(MANAGER, case_id, "more visits.csv", again)
    (view,) = services.differences.of_case(case_id, known)
    assert view.state is DifferenceState.OPEN
    assert len(view.sayings) > len(settled.sayings)


def test_words_that_change_after_the_answer_open_it_again(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    (found,) = services.differences.of_case(case_id)
    services.differences.settle(MANAGER, case_id, found.id, words="Seen.")
    again = b"date,agency,event\n3 Jul 2026,CSC,Joint visit to the home: the child was not seen\n"
    services.chronologies.take(MANAGER, case_id, "more visits.csv", again)
    (view,) = services.differences.of_case(case_id)
    assert view.id == found.id
    assert (view.state, view.settled) == (DifferenceState.OPEN, "")
    assert [each.settled for each in view.answers] == ["Seen."]
    assert services.readiness.of_case(case_id).unexplained == (view,)


def test_a_doubt_about_who_is_who_stays_on_top_until_it_is_settled() -> None:
    def view(kind: DifferenceKind, state: DifferenceState) -> DifferenceView:
        return DifferenceView(f"{kind}-{state}", kind, "", (), state)

    seen, who = DifferenceKind.SEEN, DifferenceKind.IDENTITY
    mixed = [view(kind, state) for state in reversed(DifferenceState) for kind in (seen, who)]
    assert [each.id for each in in_order(mixed)] == [
        "identity-open",
        "identity-checking",
        "seen-open",
        "seen-checking",
        "seen-settled",
        "identity-settled",
    ]


def test_the_check_cites_the_referral_s_agencies_by_code(office: Office) -> None:
    found = office.services.readiness.of_case(office.returned().id)
    assert found.returned == ("CHS", "CSC", "POL", "EDU")
    assert found.refused == ("HSG",)
    assert {each.agency for each in found.unasked} == {"CCG", "STFT"}
    assert all(challenge.passages for challenge in found.challenges)


def test_the_check_in_words_has_a_line_for_everything_it_found(office: Office) -> None:
    services, case_id = office.services, stage(office, "at_odds")
    names = {agency.code: agency.brief for agency in services.board.settings().agencies}
    found = services.readiness.of_case(case_id)
    told = {part.title: part for part in parts(found, names)}
    assert (told["Returns in"].said, told["Returns in"].well) == ("4 of 5", False)
    assert [each.text for each in told["Refused"].findings] == [names["HSG"]]
    assert (told["Late"].said, told["Late"].well) == ("none", True)
    (conflict,) = told["Conflicts not explained"].findings
    assert conflict.difference == found.unexplained[0].id
    asked = told["Questions to put"]
    assert asked.said == str(len(found.challenges))
    assert len(asked.findings) == sum(1 + len(each.passages) for each in found.challenges)
    assert all(each.leads for each in asked.findings if each.passage and each.agency)
