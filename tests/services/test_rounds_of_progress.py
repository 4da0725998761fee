"""Asking agencies and taking their answers: words kept, silence shown, and nothing said that is not theirs to say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sscb_tui.domain.action import Action, DateMove
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.progress_round import EvidenceGiven, ProgressAnswer, ProgressReturn, ProgressRound
from sscb_tui.domain.terms import ActionState, Letter, Role
from tests.services.office import LIIP, MANAGER, OWNER, Office

MEETING = date(2026, 12, 14)
DUE = date(2026, 11, 23)
"""Fifteen working days before."""


def acted(office: Office, agency: str = "HSG", **said: object) -> Action:
    case_id = office.services.desk.queue()[0].case_id if office.services.desk.queue() else office.received().id
    form = ActionForm(
        agency=agency,
        owner="Head of tenancy",
        action="Join the morning notice",
        outcome="Schools know why a child is tired",
        due=date(2027, 1, 15),
        early=True,
    )
    return office.services.tracker.act(MANAGER, case_id, form.but(**said))


def filled(office: Office, asked: ProgressRound, *answers: ProgressAnswer) -> bytes:
    """The form as an agency sends it back."""
    rounds = office.services.rounds
    given = ProgressReturn(
        token=asked.token, agency=asked.agency, post="Head of tenancy", completed_on=date(2026, 11, 20), answers=answers
    )
    actions = [office.services.tracker.action(each.action_id) for each in asked.asked]
    rows = [(action, office.services.desk.file(action.case_id)) for action in actions]
    return rounds.forms.filled(asked, rows, office.services.board.settings(), given).encode()


def says(
    number: int, state: ActionState | None = None, note: str = "Two schools joined.", **more: object
) -> ProgressAnswer:
    return ProgressAnswer(number=number, state=state, note=note).but(**more)


PROOF = EvidenceGiven(
    on=date(2026, 11, 18), kind="register", rung=3, note="All but one.", where="HSG/7", reached=9, intended=10
)


def test_agencies_with_open_actions_are_asked_fifteen_working_days_before_the_meeting(office: Office) -> None:
    acted(office)
    acted(office, "POL")
    asked = office.services.rounds.ask(MANAGER, MEETING)
    assert [(each.agency, each.due, len(each.asked)) for each in asked] == [("HSG", DUE, 1), ("POL", DUE, 1)]


def test_asking_again_for_one_meeting_answers_the_same_round(office: Office) -> None:
    acted(office)
    first = office.services.rounds.ask(MANAGER, MEETING)
    assert office.services.rounds.ask(MANAGER, MEETING, ("HSG",)) == first
    assert office.services.rounds.ask(MANAGER, MEETING + timedelta(days=90)) != first


def test_only_actions_still_open_are_asked_about(office: Office) -> None:
    acted(office)
    gone = acted(office)
    office.services.progress.withdraw(MANAGER, gone.id, "Not needed.", "Board minute 4")
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    assert [each.number for each in asked.asked] == [1]
    assert f"A-{gone.number}" not in office.services.rounds.pack(asked.id).markdown


@pytest.mark.parametrize(
    ("meeting", "agencies", "due", "said"),
    [
        (date(2026, 11, 2), (), None, "no meeting ahead"),
        (date(2026, 11, 20), (), None, "which is over"),
        (MEETING, ("XXX",), None, "XXX is not in the Board's list"),
        (MEETING, ("POL",), None, "POL leads no open action"),
        (MEETING, (), date(2026, 12, 15), "no meeting ahead"),
        (MEETING, (), date(2026, 11, 1), "which is over"),
    ],
)
def test_what_cannot_be_asked_is_refused(
    office: Office, meeting: date, agencies: tuple[str, ...], due: date | None, said: str
) -> None:
    acted(office)
    with pytest.raises(InputError, match=said):
        office.services.rounds.ask(MANAGER, meeting, agencies, due)
    assert office.services.rounds.rows() == ()


def test_a_meeting_too_near_for_fifteen_days_takes_a_day_of_its_own(office: Office) -> None:
    acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, date(2026, 11, 20), (), date(2026, 11, 2))
    assert asked.due == date(2026, 11, 2)


def test_nobody_is_asked_where_no_action_is_open(office: Office) -> None:
    office.received()
    with pytest.raises(InputError, match="nothing to ask"):
        office.services.rounds.ask(MANAGER, MEETING)


def test_an_answer_is_a_dated_word_of_the_agencys_own(office: Office) -> None:
    action = acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, asked, says(action.number, ActionState.DONE_UNVERIFIED, evidence=PROOF))
    taken = office.services.rounds.take(MANAGER, "back.md", data)
    held = office.services.tracker.action(action.id)
    assert (held.state, held.rung) == (ActionState.DONE_UNVERIFIED, 3)
    last = held.updates[-1]
    assert (last.by, last.post, last.note) == ("HSG's return", "Head of tenancy", "Two schools joined.")
    assert (held.evidence[0].where, held.evidence[0].reached, held.evidence[0].intended) == ("HSG/7", 9, 10)
    assert taken.rows[0].says == ("not started → done, not verified", "evidence on record, rung 3")
    again = office.services.rounds.filled(asked.id).markdown
    assert office.services.rounds.forms.read(again) == office.services.rounds.forms.read(data.decode())


def test_a_date_an_agency_asks_for_moves_nothing_until_somebody_moves_it(office: Office) -> None:
    action = acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    wanted = says(action.number, proposed=date(2027, 3, 31), reason="No staff.")
    office.services.rounds.take(MANAGER, "back.md", filled(office, asked, wanted))
    held = office.services.tracker.action(action.id)
    assert (held.due, held.moves) == (date(2027, 1, 15), ())
    assert "Asks for 31 Mar 2027 instead: No staff." in held.updates[-1].note
    (proposal,) = office.services.rounds.proposals()
    assert (proposal.number, proposal.proposed, proposal.reason) == (action.number, date(2027, 3, 31), "No staff.")
    with office.services.record.atomic(LIIP, "date moved"):
        now = date(2027, 3, 31)
        move = DateMove(was=date(2027, 1, 15), now=now, reason="No staff.", approved_by="LIIP", at=office.clock())
        office.services.record.actions.save(held.but(due=now, moves=(move,)))
    assert office.services.rounds.proposals() == ()


def test_the_same_file_twice_is_recognised(office: Office) -> None:
    action = acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, asked, says(action.number))
    office.services.rounds.take(MANAGER, "back.md", data)
    with pytest.raises(RuleError, match="is the file taken from HSG on 2 Nov 2026"):
        office.services.rounds.take(MANAGER, "again.md", data)
    assert len(office.services.tracker.action(action.id).updates) == 1


def test_a_form_sent_again_adds_only_what_it_says_anew(office: Office) -> None:
    one, two = acted(office), acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    office.services.rounds.take(MANAGER, "back.md", filled(office, asked, says(one.number)))
    both = filled(office, asked, says(one.number), says(two.number, note="And this."))
    taken = office.services.rounds.take(MANAGER, "again.md", both)
    assert taken.rows[0].says == ("said already in this round",)
    assert len(office.services.tracker.action(one.id).updates) == 1
    assert office.services.tracker.action(two.id).updates[-1].note == "And this."


def test_an_action_that_moved_on_keeps_its_state_and_the_agencys_words(office: Office) -> None:
    action = acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, asked, says(action.number, ActionState.BLOCKED))
    office.services.progress.update(MANAGER, action.id, ActionState.IN_PROGRESS, "Begun, by telephone.")
    taken = office.services.rounds.take(MANAGER, "back.md", data)
    held = office.services.tracker.action(action.id)
    assert (held.state, held.updates[-1].note) == (ActionState.IN_PROGRESS, "Two schools joined.")
    assert "moved on since it was asked about" in taken.rows[0].says[0]
    assert "it stays in progress" in taken.rows[0].says[1]


def test_what_was_blocked_may_be_said_done(office: Office) -> None:
    action = acted(office)
    office.services.progress.update(MANAGER, action.id, ActionState.BLOCKED, "No staff.")
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    done = filled(office, asked, says(action.number, ActionState.DONE_UNVERIFIED))
    office.services.rounds.take(MANAGER, "back.md", done)
    assert office.services.tracker.action(action.id).state is ActionState.DONE_UNVERIFIED


def test_what_was_verified_meanwhile_is_not_undone_by_a_form(office: Office) -> None:
    action = acted(office)
    office.services.progress.update(MANAGER, action.id, ActionState.DONE_UNVERIFIED, "Done.")
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, asked, says(action.number, ActionState.IN_PROGRESS, evidence=PROOF))
    office.services.rounds.take(MANAGER, "one.md", filled(office, asked, says(action.number, evidence=PROOF)))
    office.services.progress.verify(LIIP, action.id, "Read the register.")
    office.services.rounds.take(MANAGER, "two.md", data)
    assert office.services.tracker.action(action.id).state is ActionState.VERIFIED


def test_a_form_lands_where_it_was_asked_for_or_nowhere(office: Office) -> None:
    action, other = acted(office), acted(office, "POL")
    housing, police = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, housing, says(action.number))
    for changed, said in (
        (data.replace(housing.token.encode(), b"2222-2222"), "belongs to no form"),
        (data.replace(housing.token.encode(), police.token.encode()), "the token is POL's"),
        (data.replace(f"A-{action.number}".encode(), f"A-{other.number}".encode()), "was not asked of HSG"),
    ):
        with pytest.raises(InputError, match=said):
            office.services.rounds.take(MANAGER, "back.md", changed)
    assert office.services.tracker.action(action.id).updates == ()
    assert office.services.rounds.rows()[0].answered_at is None


def test_an_owner_answers_for_their_own_agency_alone(office: Office) -> None:
    acted(office)
    police = acted(office, "POL")
    _, asked = office.services.rounds.ask(MANAGER, MEETING)
    data = filled(office, asked, says(police.number))
    with pytest.raises(RuleError, match="This form is POL's"):
        office.services.rounds.take(OWNER, "back.md", data)
    office.services.rounds.take(Actor(name="P. Owner", role=Role.OWNER, agency="POL"), "back.md", data)


def test_silence_is_shown_by_working_days_and_by_the_actions_nothing_was_said_of(office: Office) -> None:
    one, two = acted(office), acted(office)
    acted(office, "POL")
    housing, _ = office.services.rounds.ask(MANAGER, MEETING)
    office.services.rounds.take(MANAGER, "back.md", filled(office, housing, says(one.number)))
    assert office.services.rounds.silent() == ()
    office.clock.set(date(2026, 11, 24), "09:00")
    (late,) = office.services.rounds.silent()
    assert (late.agency, late.late, late.letter) == ("POL", 1, Letter.OWNER)
    assert next(row for row in office.services.rounds.rows() if row.agency == "HSG").silent_on == (two.number,)


def test_letters_are_drafted_for_those_who_are_silent_and_the_log_for_who_misses_twice(office: Office) -> None:
    acted(office, "POL")
    office.services.rounds.ask(MANAGER, MEETING)
    assert office.services.rounds.letters() == ()
    office.clock.set(date(2026, 12, 8), "09:00")
    (letter,) = office.services.rounds.letters()
    assert "from the Independent Chair to the chief officer" in letter.markdown
    office.clock.set(date(2027, 1, 4), "09:00")
    office.services.rounds.ask(MANAGER, date(2027, 3, 15))
    office.clock.set(date(2027, 2, 23), "09:00")
    assert [paper.filename.partition("_")[0] for paper in office.services.rounds.letters(("POL",))] == [
        "progress-letter-chief",
        "progress-letter-owner",
        "progress-letter-board",
    ]
    assert office.services.rounds.letters(("HSG",)) == ()


def test_what_nobody_answered_cannot_be_written_out(office: Office) -> None:
    acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    with pytest.raises(NotFoundError, match="has not answered"):
        office.services.rounds.filled(asked.id)


def test_the_record_proves_a_round_and_its_answer(office: Office) -> None:
    action = acted(office)
    (asked,) = office.services.rounds.ask(MANAGER, MEETING)
    office.services.rounds.take(MANAGER, "back.md", filled(office, asked, says(action.number)))
    assert office.services.record.journal.verify() is None
