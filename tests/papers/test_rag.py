"""Colours of the plan by table, with each boundary on both sides."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Update
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.rules.rag import KEY, progress_of, rag
from sscb_tui.domain.terms import ActionState, Rag

TODAY = date(2027, 1, 15)
S = ActionState


def _action(state: ActionState, due_in: int = 90, *, moves: int = 0, rung: int = 0, heard: int | None = 0) -> Action:
    due = TODAY + timedelta(days=due_in)
    said = [] if heard is None else [TODAY - timedelta(days=heard)]
    return Action(
        id=ActionId("a"),
        number=1,
        case_id=CaseId("c"),
        agency="POL",
        owner="Post",
        action="Do it",
        outcome="Children are safer",
        agreed_on=TODAY - timedelta(days=200),
        due=due,
        moves=(DateMove(was=due, now=due, reason="r", approved_by="b"),) * moves,
        state=state,
        updates=tuple(
            Update(at=datetime(day.year, day.month, day.day, tzinfo=UTC), by="b", note="n", state=state) for day in said
        ),
        evidence=(ActionEvidence(on=TODAY, kind="k", note="n", rung=rung, by="b"),) if rung else (),
    )


@pytest.mark.parametrize(
    ("action", "colour"),
    [
        (_action(S.EMBEDDED), Rag.BLUE),
        (_action(S.CLOSED, -400), Rag.GREY),
        (_action(S.VERIFIED, rung=2), Rag.GREEN),
        (_action(S.DONE_UNVERIFIED, rung=2), Rag.GREEN),
        (_action(S.DONE_UNVERIFIED, rung=1), Rag.AMBER),
        (_action(S.DONE_UNVERIFIED), Rag.AMBER),
        (_action(S.DONE_UNVERIFIED, 0, rung=2), Rag.GREEN),
        (_action(S.DONE_UNVERIFIED, -1, rung=2), Rag.AMBER),
        (_action(S.DONE_UNVERIFIED, -10, rung=2, heard=20), Rag.GREEN),
        (_action(S.IN_PROGRESS, 31), Rag.GREEN),
        (_action(S.IN_PROGRESS, 30), Rag.AMBER),
        (_action(S.IN_PROGRESS, 0), Rag.AMBER),
        (_action(S.IN_PROGRESS, -1), Rag.RED),
        (_action(S.NOT_STARTED, 31), Rag.GREY),
        (_action(S.NOT_STARTED, 30), Rag.RED),
        (_action(S.BLOCKED), Rag.RED),
        (_action(S.IN_PROGRESS, moves=1), Rag.AMBER),
        (_action(S.IN_PROGRESS, moves=2), Rag.RED),
        (_action(S.IN_PROGRESS, heard=92), Rag.GREEN),
        (_action(S.IN_PROGRESS, heard=93), Rag.SILENT),
        (_action(S.IN_PROGRESS, heard=None), Rag.SILENT),
        (_action(S.NOT_STARTED, heard=93), Rag.SILENT),
        (_action(S.IN_PROGRESS, 10, heard=93), Rag.AMBER),
        (_action(S.IN_PROGRESS, -1, heard=93), Rag.RED),
        (_action(S.PROPOSED), Rag.GREY),
        (_action(S.PROPOSED, 10), Rag.GREY),
        (_action(S.PROPOSED, -1), Rag.RED),
        (_action(S.NOT_ACCEPTED, -1), Rag.GREY),
        (_action(S.SUPERSEDED, -1), Rag.GREY),
        (_action(S.WITHDRAWN, -1), Rag.GREY),
    ],
)
def test_a_colour_follows_from_state_dates_slips_and_silence(action: Action, colour: Rag) -> None:
    assert rag(progress_of(action), TODAY) is colour


@pytest.mark.parametrize("state", ActionState)
def test_every_state_has_a_colour_and_every_colour_a_meaning(state: ActionState) -> None:
    assert KEY[rag(progress_of(_action(state)), TODAY)]


def test_the_key_covers_every_colour() -> None:
    assert set(KEY) == set(Rag)
