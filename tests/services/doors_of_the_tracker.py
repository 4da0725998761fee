"""The doors of the tracker: every deed on a recommendation or an action, and the stages at which they open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, ActionEvidence, ImpactForm
from sscb_tui.domain.forms import ActionForm, FillForm, RecommendationForm, TransferForm
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.terms import Accepted, ActionState, Confidence, Rag, Role, Shown
from tests.services.door import Call, Door
from tests.services.office import LIIP, MANAGER, Office

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor

ACTION = ActionForm(
    agency="HSG",
    owner="Head of tenancy services",
    owner_name="H. Owner",
    action="Join the morning notice.",
    outcome="Schools know why a child is tired.",
    due=date(2027, 1, 15),
    early=True,
)
PROOF = ActionEvidence(on=date(2026, 11, 2), kind="dip sample", note="Ten of ten.", rung=3, by="S. Body")
TEST = ImpactForm(
    on=date(2026, 11, 2),
    claim="Schools know the same morning.",
    source="Dip sample of ten",
    confidence=Confidence.MEDIUM,
    shown=Shown.HELD,
)
MOVED = TransferForm(agency="POL", owner="Head of safeguarding", owner_name="P. Other", reason="The service moved.")
MINUTE = "Board 3 Dec 2026, item 7"
SHARE = RecommendationForm(text="Share.")
JUDGES = frozenset({Role.LIIP_CHAIR, Role.BOARD})
NOT_OWNERS = frozenset({Role.BUSINESS_MANAGER, Role.MINUTE_TAKER, Role.LIIP_CHAIR})
OF_THE_TRACKER = ("Tracker", "Progress", "Amendments")


def action_id(office: Office, case_id: str) -> str:
    """The latest action of the case."""
    return office.services.tracker.rows(case_id)[-1].action_id


def _first(office: Office, case_id: str) -> str:
    return office.services.tracker.rows(case_id)[0].action_id


def recommendation_id(office: Office, case_id: str) -> str:
    """The latest recommendation of the case."""
    return office.services.tracker.recommendations(case_id)[-1].id


def _number(office: Office, case_id: str) -> int:
    return office.services.tracker.recommendations(case_id)[-1].number


def _later(office: Office) -> date:
    return office.clock().date() + timedelta(days=99)


def acted(office: Office) -> str:
    """An action said to be done, with evidence."""
    case = office.received()
    action = office.services.tracker.act(MANAGER, case.id, ACTION)
    office.services.progress.update(MANAGER, action.id, ActionState.DONE_UNVERIFIED, "In use.")
    office.services.progress.evidence(MANAGER, action.id, PROOF)
    return case.id


def _agreed(office: Office) -> str:
    """Two recommendations, the first carried out by an action; and an early action beside it."""
    case = office.received()
    for words in ("Share.", "Train."):
        office.services.tracker.recommend(MANAGER, case.id, SHARE.but(text=words))
    form = ACTION.but(recommendation_number=office.services.tracker.recommendations(case.id)[0].number, early=False)
    office.services.tracker.act(MANAGER, case.id, form)
    office.services.tracker.act(MANAGER, case.id, ACTION.but(action="Ring the school.", measure=""))
    return case.id


def _linked(office: Office) -> str:
    case_id = _agreed(office)
    office.services.amendments.link(MANAGER, action_id(office, case_id), (1, 2))
    return case_id


def _promised(office: Office) -> str:
    """An early action on the tracker that has not said what it is for."""
    case = office.received()
    office.services.tracker.act(MANAGER, case.id, ACTION.but(outcome=""))
    return case.id


def _verified(office: Office) -> str:
    """An action that a second person verified, and that a test found to have worked."""
    case_id = acted(office)
    office.services.progress.verify(LIIP, action_id(office, case_id), "Read the sample.")
    office.services.progress.impact(MANAGER, action_id(office, case_id), TEST)
    return case_id


def _undone(o: Office, a: Actor, c: str) -> object:
    o.services.progress.update(a, action_id(o, c), None, "In error.")
    return o.services.progress.undo(a)


def _writes(at: str, call: Call, only: frozenset[Role] | None = None) -> Door:
    return Door(at, Deed.UPDATE, Thing.TRACKER, call, only=only)


def _approves(at: str, call: Call) -> Door:
    return Door(at, Deed.APPROVE, Thing.TRACKER, call, only=JUDGES)


def _creates(call: Call) -> Door:
    return Door("received", Deed.CREATE, Thing.TRACKER, call)


STAGES_OF_THE_TRACKER: dict[str, Callable[[Office], str]] = {
    "acted": acted,
    "agreed": _agreed,
    "linked": _linked,
    "promised": _promised,
    "verified": _verified,
}
DOORS_OF_THE_TRACKER: dict[str, Door] = {
    "Tracker.recommend": _creates(lambda o, a, c: o.services.tracker.recommend(a, c, SHARE)),
    "Recommending.recommend": _creates(lambda o, a, c: o.services.recommending.recommend(a, c, SHARE)),
    "Tracker.act": _creates(lambda o, a, c: o.services.tracker.act(a, c, ACTION)),
    "Progress.update": _writes(
        "agreed",
        lambda o, a, c: o.services.progress.update(a, action_id(o, c), ActionState.DONE_UNVERIFIED, "In use."),
    ),
    "Progress.update_all": _writes(
        "agreed",
        lambda o, a, c: o.services.progress.update_all(
            a, (_first(o, c), action_id(o, c)), ActionState.IN_PROGRESS, "Awaiting audit."
        ),
    ),
    "Progress.evidence": _writes("acted", lambda o, a, c: o.services.progress.evidence(a, action_id(o, c), PROOF)),
    "Progress.verify": _approves("acted", lambda o, a, c: o.services.progress.verify(a, action_id(o, c), "Read it.")),
    "Progress.embed": _approves("verified", lambda o, a, c: o.services.progress.embed(a, action_id(o, c), "It held.")),
    "Progress.close": _approves("verified", lambda o, a, c: o.services.progress.close(a, action_id(o, c), "It held.")),
    "Progress.impact": _writes(
        "verified", lambda o, a, c: o.services.progress.impact(a, action_id(o, c), TEST), NOT_OWNERS
    ),
    "Progress.withdraw": _writes(
        "agreed", lambda o, a, c: o.services.progress.withdraw(a, action_id(o, c), "Service ended.", MINUTE), NOT_OWNERS
    ),
    "Progress.supersede": _writes(
        "agreed", lambda o, a, c: o.services.progress.supersede(a, _first(o, c), _last(o, c), "One step."), NOT_OWNERS
    ),
    "Progress.undo": _writes("agreed", _undone),
    "Amendments.move_date": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.move_date(a, action_id(o, c), _later(o), "Post empty.", "The Board"),
        NOT_OWNERS,
    ),
    "Amendments.move_dates": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.move_dates(
            a, (_first(o, c), action_id(o, c)), _later(o), "Post empty.", "The Board"
        ),
        NOT_OWNERS,
    ),
    "Amendments.transfer": _writes(
        "agreed", lambda o, a, c: o.services.amendments.transfer(a, action_id(o, c), MOVED), NOT_OWNERS
    ),
    "Amendments.fill": _writes(
        "promised",
        lambda o, a, c: o.services.amendments.fill(a, action_id(o, c), FillForm(measure="Ten a month.")),
        NOT_OWNERS,
    ),
    "Amendments.outcome": _writes(
        "promised", lambda o, a, c: o.services.amendments.outcome(a, action_id(o, c), "Children are seen.")
    ),
    "Amendments.link": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.link(a, action_id(o, c), (_number(o, c),)),
        NOT_OWNERS,
    ),
    "Amendments.unlink": _writes(
        "linked", lambda o, a, c: o.services.amendments.unlink(a, action_id(o, c), _number(o, c)), NOT_OWNERS
    ),
    "Amendments.override": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.override(a, action_id(o, c), Rag.AMBER, "The audit is booked."),
        NOT_OWNERS,
    ),
    "Amendments.publishable": _writes(
        "agreed", lambda o, a, c: o.services.amendments.publishable(a, action_id(o, c), "In use."), NOT_OWNERS
    ),
    "Amendments.amend": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.amend(a, recommendation_id(o, c), SHARE.but(themes=("records",))),
        NOT_OWNERS,
    ),
    "Amendments.answer": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.answer(a, recommendation_id(o, c), Accepted.PARTLY, "In two wards."),
        NOT_OWNERS,
    ),
    "Amendments.reiterate": _writes(
        "agreed",
        lambda o, a, c: o.services.amendments.reiterate(a, recommendation_id(o, c), 1, "Nobody was told."),
        NOT_OWNERS,
    ),
}
"""By class and method."""


def _last(office: Office, case_id: str) -> int:
    return office.services.tracker.rows(case_id)[-1].number


def latest(office: Office, case_id: str) -> Action:
    """The latest action, whole."""
    return office.services.tracker.action(action_id(office, case_id))
