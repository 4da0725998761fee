"""A person's last deed on the tracker, said in plain words and taken back: every word stays, and nothing is hidden."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from sscb_tui.domain.errors import NotFoundError, RuleError
from sscb_tui.domain.forms import FillForm
from sscb_tui.domain.terms import Accepted, ActionState, Rag, Shown
from sscb_tui.services import amendments, progress, taking_back
from sscb_tui.services.demonstration import people
from tests.services.doors_of_the_tracker import ACTION, MINUTE, MOVED, PROOF, SHARE, TEST
from tests.services.office import LIIP, MANAGER, OWNER, Office
from tests.services.test_progress_of_actions import several, verified

S = ActionState


def test_an_update_of_many_is_offered_in_words_and_taken_back_whole(office: Office) -> None:
    _, ids = several(office)
    office.clock.moment += timedelta(hours=4, minutes=5)
    before = [office.services.tracker.action(each) for each in ids]
    office.services.progress.update_all(MANAGER, ids, S.IN_PROGRESS, "Awaiting audit")
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    at = f"{office.services.record.journal.of('actions', ids[0])[-1].at:%H:%M}"
    assert offered.sentence == f"your update of 3 actions at {at} (Housing rows: 'Awaiting audit')"
    assert (offered.numbers, offered.bars) == ((1, 2, 3), ())
    assert office.services.progress.undo(MANAGER) == offered.sentence
    for was, now in zip(before, (office.services.tracker.action(each) for each in ids), strict=True):
        said, word = now.updates
        assert (said.note, said.taken_back, word.takes_back) == ("Awaiting audit", True, True)
        assert word.note == f"Taken back: {offered.sentence}."
        assert now.but(updates=(), version=0) == was.but(version=0)
    assert office.services.record.journal.verify() is None


def test_what_was_taken_back_is_not_taken_back_again(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.update(MANAGER, ids[0], S.IN_PROGRESS, "x")
    office.services.progress.undo(MANAGER)
    assert office.services.progress.undoable(MANAGER) is None
    with pytest.raises(NotFoundError, match="nothing on the tracker"):
        office.services.progress.undo(MANAGER)


def test_nobody_takes_back_what_somebody_else_did(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.update(OWNER, ids[0], S.IN_PROGRESS, "Begun.")
    assert office.services.progress.undoable(LIIP) is None
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert offered.bars == ("A-3 was put on the tracker then and stays; withdraw it, or supersede it.",)


def test_what_others_touched_since_stands_and_says_who(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.update_all(MANAGER, ids, S.IN_PROGRESS, "Awaiting audit")
    office.services.progress.update(OWNER, ids[1], None, "Audit booked.")
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert offered.bars == (
        "A-2 was touched since, by H. Owner, Action owner (action updated); say anew how it stands.",
    )
    with pytest.raises(RuleError, match="A-2 was touched since"):
        office.services.progress.undo(MANAGER)
    assert office.services.tracker.action(ids[0]).state is S.IN_PROGRESS


def test_a_silence_is_not_broken_by_a_word_that_was_taken_back(office: Office) -> None:
    _, ids = several(office)
    office.clock.set(date(2027, 3, 1), "10:00")
    assert all(row.silent for row in office.services.tracker.rows())
    office.services.progress.update_all(MANAGER, ids, None, "x")
    assert not any(row.silent for row in office.services.tracker.rows())
    office.services.progress.undo(MANAGER)
    assert all(row.silent for row in office.services.tracker.rows())


def test_who_takes_back_their_word_that_it_was_done_may_verify_what_another_says(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.update(LIIP, ids[0], S.DONE_UNVERIFIED, "In error.")
    office.services.progress.undo(LIIP)
    assert office.services.tracker.action(ids[0]).state is S.NOT_STARTED
    office.services.progress.update(OWNER, ids[0], S.DONE_UNVERIFIED, "In use.")
    office.services.progress.evidence(OWNER, ids[0], PROOF)
    assert office.services.progress.verify(LIIP, ids[0], "Read it.").verified_by == LIIP.name


def test_a_date_moved_in_error_goes_back_and_the_first_one_never_changed(office: Office) -> None:
    _, ids = several(office)
    office.services.amendments.move_dates(MANAGER, ids, date(2027, 4, 1), "Post empty.", "The Board")
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert "change of date of 3 actions" in offered.sentence
    assert "'Post empty.'" in offered.sentence
    office.services.progress.undo(MANAGER)
    back = office.services.tracker.action(ids[0])
    assert (back.due, back.first_due, back.moves) == (ACTION.due, ACTION.due, ())
    assert "change of date" in back.updates[-1].note


def test_a_first_date_is_not_taken_back(office: Office) -> None:
    _, ids = several(office)
    held = office.services.tracker.action(ids[0])
    with office.services.record.atomic(MANAGER, "arrived without a date"):
        came = held.but(id="undated", number=99, version=0, due=None)
        office.services.record.actions.save(came)
    office.services.amendments.move_date(MANAGER, "undated", date(2027, 4, 1), "", "")
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert offered.bars == ("The first date of A-99 stands for ever; move it, with a reason.",)


def test_each_other_deed_is_taken_back_to_what_stood_before(office: Office) -> None:
    use, case_id = office.services, office.received().id
    for words in ("Share.", "Train."):
        use.tracker.recommend(MANAGER, case_id, SHARE.but(text=words))
    action = use.tracker.act(MANAGER, case_id, ACTION.but(measure="")).id
    other = use.tracker.act(MANAGER, case_id, ACTION.but(action="Ring."))
    deeds: dict[str, Callable[[], object]] = {
        "evidence": lambda: use.progress.evidence(MANAGER, action, PROOF),
        "transfer": lambda: use.amendments.transfer(MANAGER, action, MOVED),
        "filling in": lambda: use.amendments.fill(MANAGER, action, FillForm(measure="Ten a month.")),
        "linking": lambda: use.amendments.link(MANAGER, action, (1, 2)),
        "colour": lambda: use.amendments.override(MANAGER, action, Rag.GREEN, "The audit is booked."),
        "words for publication": lambda: use.amendments.publishable(MANAGER, action, "In use."),
        "withdrawal": lambda: use.progress.withdraw(MANAGER, action, "Ended.", MINUTE),
        "superseding": lambda: use.progress.supersede(MANAGER, action, other.number, "One step."),
    }
    for words, deed in deeds.items():
        before = use.tracker.action(action)
        deed()
        assert f"your {words} of A-1 at" in use.progress.undo(MANAGER)
        assert use.tracker.action(action).but(updates=(), version=0) == before.but(updates=(), version=0)


def test_a_verification_a_test_and_a_closing_are_taken_back(office: Office) -> None:
    use, action = office.services, verified(office)
    assert "verification of A-1" in use.progress.undo(LIIP)
    assert (use.tracker.action(action).state, use.tracker.action(action).verified_by) == (S.DONE_UNVERIFIED, "")
    use.progress.verify(LIIP, action, "Read it again.")
    use.progress.impact(MANAGER, action, TEST.but(shown=Shown.NOT_SHOWN))
    assert "test of A-1" in use.progress.undo(MANAGER)
    assert (use.tracker.action(action).state, use.tracker.action(action).verified_by) == (S.VERIFIED, LIIP.name)
    board = people.FULL_BOARD.actor()
    use.progress.close(board, action, "Ended.", MINUTE)
    assert "closing of A-1" in use.progress.undo(board)
    assert (use.tracker.action(action).state, use.tracker.action(action).board_minute) == (S.VERIFIED, "")


def test_a_recommendation_amended_or_answered_in_error_stands_as_before(office: Office) -> None:
    use, case_id = office.services, office.received().id
    held = use.tracker.recommend(MANAGER, case_id, SHARE)
    use.amendments.amend(MANAGER, held.id, SHARE.but(text="Share at once."))
    assert "amendment of R-1" in use.progress.undo(MANAGER)
    use.amendments.answer(MANAGER, held.id, Accepted.NOT, "Not ours.")
    assert "answer of R-1" in use.progress.undo(MANAGER)
    (now,) = use.tracker.recommendations(case_id)
    assert now.but(version=1) == held


def test_what_was_done_with_the_minutes_is_changed_there(office: Office) -> None:
    from sscb_tui.services.minutes import About
    from tests.services.doors import stage

    case_id = stage(office, "sitting")
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    office.services.meetings.write(MANAGER, held.id, ":a Ring round", about=About("Police", "+7"))
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert offered.bars == ("It was done together with something else (the minutes, a decision); change it there.",)


def test_another_day_is_named(office: Office) -> None:
    _, ids = several(office)
    office.services.progress.update(MANAGER, ids[0], None, "Awaiting audit")
    day = office.clock().date()
    office.clock.set(day + timedelta(days=3), "09:00")
    offered = office.services.progress.undoable(MANAGER)
    assert offered is not None
    assert f"on {day.day} " in offered.sentence


def test_every_deed_on_the_tracker_has_a_word_by_which_it_is_offered() -> None:
    source = "".join(inspect.getsource(each) for each in (progress, amendments))
    moves = set(re.findall(r'"((?:action|actions|date|dates|gaps|colour|evidence|outcome|impact) [a-z ]+)"', source))
    assert len(moves) > 15
    assert moves - set(taking_back.WORDS) == set()


def test_the_thread_calls_what_was_taken_back_so(office: Office) -> None:
    _, ids = several(office, 1)
    office.services.progress.update(MANAGER, ids[0], S.IN_PROGRESS, "In error.")
    office.services.progress.undo(MANAGER)
    case_id = office.services.tracker.action(ids[0]).case_id
    view = office.services.thread.of(office.services.thread.find(case_id, "A-1"), case_id)
    said = [branch.thing.name for branch in view.led_to]
    assert [name.partition(",")[0] for name in said] == ["Taken back", "Taken back"]
