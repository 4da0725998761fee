"""Every service method that writes: which deed on which thing it is, which move it makes, and a call that would do it.

The permission tests walk the service classes, so that a new method must be entered here before they pass.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.forms import UnsafeForm
from sscb_tui.domain.meeting import AgencyView, Attendee
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.planned import STANDARD
from sscb_tui.domain.terms import Cause, Decided, Fact, Move, Role, Stage
from sscb_tui.services.demonstration import meeting, referrals, returns
from sscb_tui.services.demonstration.discussions import discussion, plan
from sscb_tui.services.pins import Held
from tests.services.door import Door
from tests.services.doors_of_a_review import DOORS_OF_A_REVIEW, STAGES_OF_A_REVIEW
from tests.services.doors_of_files import DOORS_OF_FILES, STAGES_OF_FILES
from tests.services.doors_of_the_tracker import DOORS_OF_THE_TRACKER, STAGES_OF_THE_TRACKER, action_id
from tests.services.office import Office
from tests.services.test_main_job import decision, no_review

if TYPE_CHECKING:
    from sscb_tui.domain.meeting import MinuteLine
    from sscb_tui.domain.people import Actor


def _meeting_id(office: Office, case_id: str) -> str:
    held = office.services.meetings.of_case(case_id)
    assert held is not None
    return held.id


def _line(office: Office, case_id: str) -> MinuteLine:
    return office.services.meetings.lines(_meeting_id(office, case_id))[0]


def _parked(office: Office, case_id: str) -> str:
    return next(line.id for line in office.services.meetings.lines(_meeting_id(office, case_id)) if line.kind == "park")


def urgent(office: Office) -> UnsafeForm:
    """A brother who is alone with the step-father."""
    until = office.clock() + timedelta(hours=1)
    return UnsafeForm(text="The brother is alone with him; visit now.", owner="Duty", agency="CSC", deadline=until)


def _request_id(office: Office, case_id: str) -> str:
    return office.services.scoping.returns(case_id)[0].request_id


def _duty_id(office: Office, case_id: str) -> str:
    return next(row.duty_id for row in office.services.duties.rows(case_id) if row.clock == "CK-4")


def _filled(office: Office, case_id: str) -> bytes:
    file = office.services.desk.file(case_id)
    request = next(each for each in file.requests if each.agency == "HSG")
    answers = returns.filled(file, request, nil=False)
    board = office.services.board.settings()
    return office.services.scoping.templates.filled(file.case, request, board, answers).encode()


def _discuss(office: Office, actor: Actor, case_id: str) -> object:
    file = office.services.desk.file(case_id)
    form = discussion(file.case, office.clock(), plan(file, ("CHS", "CSC", "POL", "EDU", "HSG"), office.clock()))
    return office.services.referrals.discuss(actor, case_id, form)


def _sign(office: Office, actor: Actor, case_id: str) -> object:
    case = office.services.desk.file(case_id).case
    return office.services.decisions.sign(actor, case_id, decision(office, case), case.reference)


AWAITED: dict[str, object] = {
    "questions": "The tenancy?",
    "awaited_from": "Housing",
    "redecide_on": date(2026, 11, 27),
}
_FINDING = LimbFinding(fact=Fact.OUTCOME, value="alive", reason="Recovered.")
_VIEW = AgencyView(agency="POL", outcome=Decided.SCR, reason="Both limbs are met.")
_HELD = Held(Fact.ABUSE_OR_NEGLECT, "minute 1", "for")
_SITTING = ("sitting", Deed.UPDATE, Thing.MINUTES)
_CHAIRS = frozenset({Role.CHAIR, Role.LIIP_CHAIR})

DOORS: dict[str, Door] = {
    "Board.save": Door(
        "received", Deed.UPDATE, Thing.SETTINGS, lambda o, a, c: o.services.board.save(a, o.services.board.settings())
    ),
    "Referrals.receive": Door(
        "received",
        Deed.CREATE,
        Thing.REFERRAL,
        lambda o, a, c: o.services.referrals.receive(a, referrals.child_q(o.clock())),
        (Stage.DRAFT, Move.RECEIVE),
    ),
    "Referrals.amend": Door(
        "received",
        Deed.UPDATE,
        Thing.REFERRAL,
        lambda o, a, c: o.services.referrals.amend(
            a, c, o.services.desk.file(c).case.version, o.services.referrals.form_of(c)
        ),
    ),
    "Referrals.query_jurisdiction": Door(
        "doubtful",
        Deed.UPDATE,
        Thing.REFERRAL,
        lambda o, a, c: o.services.referrals.query_jurisdiction(a, c, "Two addresses."),
        (Stage.RECEIVED, Move.QUERY_JURISDICTION),
    ),
    "Referrals.resolve_ours": Door(
        "queried",
        Deed.UPDATE,
        Thing.REFERRAL,
        lambda o, a, c: o.services.referrals.resolve_ours(a, c, "The rent book."),
        (Stage.JURISDICTION_QUERY, Move.RESOLVE_OURS),
    ),
    "Referrals.resolve_theirs": Door(
        "queried",
        Deed.CREATE,
        Thing.DECISION,
        lambda o, a, c: o.services.referrals.resolve_theirs(a, c, "Elsewhere Board", "Letter of 2 Nov"),
        (Stage.JURISDICTION_QUERY, Move.RESOLVE_THEIRS),
    ),
    "Referrals.open_discussion": Door(
        "received",
        Deed.CREATE,
        Thing.DISCUSSION,
        lambda o, a, c: o.services.referrals.open_discussion(a, c, "Searched."),
        (Stage.RECEIVED, Move.OPEN_DISCUSSION),
    ),
    "Referrals.discuss": Door("discussed", Deed.CREATE, Thing.DISCUSSION, _discuss),
    "Referrals.agree": Door(
        "discussed",
        Deed.APPROVE,
        Thing.DISCUSSION,
        lambda o, a, c: o.services.referrals.agree(a, c),
        (Stage.INITIAL_DISCUSSION, Move.CALL_SCOPING),
    ),
    "Scoping.issue": Door(
        "scoping", Deed.CREATE, Thing.REQUEST, lambda o, a, c: o.services.scoping.issue(a, c, ("CHS",))
    ),
    "Scoping.take": Door(
        "asked", Deed.CREATE, Thing.RETURN, lambda o, a, c: o.services.scoping.take(a, "hsg.md", _filled(o, c))
    ),
    "Scoping.chase": Door(
        "asked",
        Deed.UPDATE,
        Thing.REQUEST,
        lambda o, a, c: o.services.scoping.chase(a, _request_id(o, c), "Rang."),
        (Stage.SCOPING_REQUESTED, Move.CHASE),
    ),
    "Scoping.refuse": Door(
        "asked",
        Deed.UPDATE,
        Thing.REQUEST,
        lambda o, a, c: o.services.scoping.refuse(a, _request_id(o, c), "Will not."),
    ),
    "Scoping.complete": Door(
        "answered",
        Deed.UPDATE,
        Thing.REQUEST,
        lambda o, a, c: o.services.scoping.complete(a, c),
        (Stage.SCOPING_REQUESTED, Move.COMPLETE_RETURNS),
    ),
    "Meetings.prepare": Door("returned", Deed.CREATE, Thing.MINUTES, lambda o, a, c: o.services.meetings.prepare(a, c)),
    "Meetings.attend": Door(
        *_SITTING,
        lambda o, a, c: o.services.meetings.attend(a, _meeting_id(o, c), Attendee(name="L. Ate", agencies=("POL",))),
    ),
    "Meetings.leave": Door(*_SITTING, lambda o, a, c: o.services.meetings.leave(a, _meeting_id(o, c), "D. Doctor")),
    "Meetings.ready": Door(
        *_SITTING,
        lambda o, a, c: o.services.meetings.ready(
            a, _meeting_id(o, c), confidentiality_read=True, interests_asked=True, purpose_restated=True
        ),
    ),
    "Meetings.start": Door(
        "opening",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.meetings.start(a, _meeting_id(o, c)),
        (Stage.RETURNS_COMPLETE, Move.START_MEETING),
    ),
    "Meetings.next_item": Door(*_SITTING, lambda o, a, c: o.services.meetings.next_item(a, _meeting_id(o, c))),
    "Meetings.write": Door(*_SITTING, lambda o, a, c: o.services.meetings.write(a, _meeting_id(o, c), "A note.")),
    "Meetings.edit_line": Door(
        *_SITTING,
        lambda o, a, c: o.services.meetings.edit_line(a, _line(o, c).id, _line(o, c).version, "Other words."),
    ),
    "Meetings.strike_line": Door(
        *_SITTING, lambda o, a, c: o.services.meetings.strike_line(a, _line(o, c).id, _line(o, c).version)
    ),
    "Findings.find": Door(*_SITTING, lambda o, a, c: o.services.findings.find(a, _meeting_id(o, c), _FINDING)),
    "Findings.close_round": Door(
        "heard",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.findings.close_round(a, _meeting_id(o, c), dissent_none=False),
    ),
    "Findings.reopen_round": Door(
        "spoken",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.findings.reopen_round(a, _meeting_id(o, c), "Housing rang back."),
    ),
    "Pins.pin": Door(*_SITTING, lambda o, a, c: o.services.pins.pin(a, c, _HELD)),
    "Pins.withdraw": Door(
        "pinned",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.pins.withdraw(a, o.services.pins.of_case(c)[0].id, "Another child."),
    ),
    "Findings.view": Door(*_SITTING, lambda o, a, c: o.services.findings.view(a, _meeting_id(o, c), _VIEW)),
    "Floor.safety": Door(*_SITTING, lambda o, a, c: o.services.floor.safety(a, _meeting_id(o, c), "Seen.")),
    "Meetings.come_back": Door(
        "away",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.meetings.come_back(a, _meeting_id(o, c), "D. Doctor"),
    ),
    "Meetings.apologise": Door(
        *_SITTING, lambda o, a, c: o.services.meetings.apologise(a, _meeting_id(o, c), "STFT sent apologies.")
    ),
    "Floor.give": Door(*_SITTING, lambda o, a, c: o.services.floor.give(a, _meeting_id(o, c), "POL")),
    "Floor.take_back": Door(*_SITTING, lambda o, a, c: o.services.floor.take_back(a, _meeting_id(o, c))),
    "Floor.turn": Door(*_SITTING, lambda o, a, c: o.services.floor.turn(a, _meeting_id(o, c), "POL")),
    "Floor.set_agenda": Door(
        *_SITTING, lambda o, a, c: o.services.floor.set_agenda(a, _meeting_id(o, c), (STANDARD[0], STANDARD[7]))
    ),
    "Floor.extend": Door(*_SITTING, lambda o, a, c: o.services.floor.extend(a, _meeting_id(o, c), 5)),
    "Floor.park": Door(*_SITTING, lambda o, a, c: o.services.floor.park(a, _meeting_id(o, c), "The rota.")),
    "Floor.decide": Door(*_SITTING, lambda o, a, c: o.services.floor.decide(a, _meeting_id(o, c), "It is so.")),
    "Floor.answer_parked": Door(
        "parked",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.floor.answer_parked(
            a, _parked(o, c), "Taken to the Business Manager.", "B. Manager"
        ),
    ),
    "Floor.constrain": Door(
        *_SITTING,
        lambda o, a, c: o.services.floor.constrain(
            a, _meeting_id(o, c), text="The interviews.", imposed_by="the officer in the case"
        ),
    ),
    "Floor.lift": Door(
        "constrained", Deed.UPDATE, Thing.MINUTES, lambda o, a, c: o.services.floor.lift(a, _meeting_id(o, c), 1)
    ),
    "Floor.unsafe": Door(*_SITTING, lambda o, a, c: o.services.floor.unsafe(a, _meeting_id(o, c), urgent(o))),
    "Floor.answer_unsafe": Door(
        "unsafe",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.floor.answer_unsafe(a, _meeting_id(o, c), action_id(o, c), "Seen."),
    ),
    "Differences.settle": Door(
        "at_odds",
        Deed.UPDATE,
        Thing.MINUTES,
        lambda o, a, c: o.services.differences.settle(
            a, c, o.services.differences.of_case(c)[0].id, words="Seen by the officer; the log of the day says so."
        ),
    ),
    "Meetings.close": Door(
        "heard",
        Deed.APPROVE,
        Thing.MINUTES,
        lambda o, a, c: o.services.meetings.close(a, _meeting_id(o, c)),
        (Stage.SCOPING_MEETING, Move.CLOSE_MEETING),
    ),
    "Meetings.adjourn": Door(
        "sitting",
        Deed.APPROVE,
        Thing.MINUTES,
        lambda o, a, c: o.services.meetings.adjourn(a, _meeting_id(o, c), "The school's log; EDU; Friday."),
        (Stage.SCOPING_MEETING, Move.ADJOURN),
    ),
    "Meetings.confirm": Door(
        "closed", Deed.APPROVE, Thing.MINUTES, lambda o, a, c: o.services.meetings.confirm(a, _meeting_id(o, c))
    ),
    "Meetings.submit": Door(
        "closed",
        Deed.APPROVE,
        Thing.RECOMMENDATION,
        lambda o, a, c: o.services.meetings.submit(a, c, meeting._form()),
        (Stage.RECOMMENDATION_DRAFT, Move.SUBMIT),
    ),
    "Chronologies.take": Door(
        "asked",
        Deed.CREATE,
        Thing.RETURN,
        lambda o, a, c: o.services.chronologies.take(a, c, "hsg.csv", b"date,agency,event\n?,HSG,Arrears\n"),
    ),
    "Decisions.sign": Door("with_chair", Deed.APPROVE, Thing.DECISION, _sign, (Stage.WITH_CHAIR, Move.DECIDE_SCR)),
    "Decisions.answer_information": Door(
        "deferred",
        Deed.UPDATE,
        Thing.REFERRAL,
        lambda o, a, c: o.services.decisions.answer_information(a, c, "Arrears only."),
        (Stage.FURTHER_INFORMATION, Move.ANSWER_INFORMATION),
    ),
    "Reopenings.panel_query": Door(
        "refused",
        Deed.CREATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.reopenings.panel_query(
            a, c, on=o.clock().date(), reference="NP/1", words="Why is suspicion excluded?"
        ),
        (Stage.DECIDED_NO_REVIEW, Move.PANEL_QUERY),
    ),
    "Reopenings.reopen": Door(
        "decided",
        Deed.APPROVE,
        Thing.DECISION,
        lambda o, a, c: o.services.reopenings.reopen(a, c, known_on=o.clock().date(), reason="A second child spoke."),
        (Stage.DECIDED_SCR, Move.REOPEN_DECISION),
    ),
    "Reopenings.add": Door(
        "decided",
        Deed.UPDATE,
        Thing.DECISION,
        lambda o, a, c: o.services.reopenings.add(a, c, "For 12 October read 13 October."),
    ),
    "Privileged.of_case": Door(
        "received", Deed.READ, Thing.PRIVILEGED, lambda o, a, c: o.services.privileged.of_case(a, c)
    ),
    "Privileged.record": Door(
        "received",
        Deed.CREATE,
        Thing.PRIVILEGED,
        lambda o, a, c: o.services.privileged.record(
            a, c, reference="LEG/1", given_by="Q. Counsel", given_on=o.clock().date(), text="It is met."
        ),
    ),
    "Duties.record": Door(
        "decided",
        Deed.CREATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.record(
            a, _duty_id(o, c), done_on=o.clock().date(), method="e-mail", proof="receipt"
        ),
    ),
    "Duties.explain": Door(
        "decided",
        Deed.CREATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.explain(a, _duty_id(o, c), "Snow."),
    ),
    "Duties.publish": Door(
        "received",
        Deed.CREATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.publish(
            a, "CK-11:2026", done_on=o.clock().date(), method="the website", proof="the page"
        ),
    ),
    "Duties.extend": Door(
        "decided",
        Deed.UPDATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.extend(
            a, _duty_id(o, c), target=date(2027, 1, 4), reason="The interviews.", approved_by="C. Chair"
        ),
    ),
    "Duties.lose": Door(
        "decided",
        Deed.UPDATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.lose(
            a, _duty_id(o, c), Cause.POLICE, first=o.clock().date(), last=o.clock().date(), note="Interviews."
        ),
    ),
    "Duties.take_back": Door(
        "held_up",
        Deed.UPDATE,
        Thing.NOTIFICATION,
        lambda o, a, c: o.services.duties.take_back(a, _duty_id(o, c), 1, "The wrong case."),
    ),
    "Duties.tell": Door(
        "decided", Deed.CREATE, Thing.NOTIFICATION, lambda o, a, c: o.services.duties.tell(a, c, "CORONER")
    ),
    "Duties.sign": Door("decided", Deed.APPROVE, Thing.NOTIFICATION, lambda o, a, c: o.services.duties.sign(a, c)),
    **DOORS_OF_THE_TRACKER,
    **DOORS_OF_A_REVIEW,
    **DOORS_OF_FILES,
}
"""By class and method."""


def stage(office: Office, name: str) -> str:
    """Bring a case to where a door opens; its id."""
    return STAGES[name](office)


def _doubtful(office: Office) -> str:
    return office.services.referrals.receive(office.manager, referrals.child_k(office.clock())).id


def _queried(office: Office) -> str:
    case_id = _doubtful(office)
    office.services.referrals.query_jurisdiction(office.manager, case_id, "Two addresses.")
    return case_id


def _asked(office: Office) -> str:
    case = office.scoping()
    office.services.scoping.issue(office.manager, case.id, ("HSG",))
    return case.id


def _answered(office: Office) -> str:
    case_id = _asked(office)
    office.services.scoping.refuse(office.manager, _request_id(office, case_id), "Will not.")
    return case_id


def _opening(office: Office) -> str:
    case = office.returned()
    use = office.services.meetings
    held = use.prepare(office.manager, case.id)
    for person in meeting._ROOM:
        use.attend(office.manager, held.id, person)
    use.ready(office.manager, held.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    return case.id


def _sitting(office: Office) -> str:
    case_id = _opening(office)
    office.services.meetings.start(office.lead, _meeting_id(office, case_id))
    return case_id


AT_ODDS = (
    b"date,agency,event\n3 Jul 2026,POL,Joint visit: child seen\n3 Jul 2026,CSC,Joint visit: the child was not seen\n"
)
"""Two accounts of one visit."""


def _at_odds(office: Office) -> str:
    case_id = _sitting(office)
    office.services.chronologies.take(office.manager, case_id, "visits.csv", AT_ODDS)
    return case_id


def _away(office: Office) -> str:
    case_id = _sitting(office)
    office.services.meetings.leave(office.manager, _meeting_id(office, case_id), "D. Doctor")
    return case_id


def _parking(office: Office) -> str:
    case_id = _sitting(office)
    office.services.floor.park(office.manager, _meeting_id(office, case_id), "The rota.")
    return case_id


def _constrained(office: Office) -> str:
    case_id = _sitting(office)
    use = office.services.floor
    use.constrain(office.manager, _meeting_id(office, case_id), text="The interviews.", imposed_by="the police")
    return case_id


def _unsafe(office: Office) -> str:
    case_id = _sitting(office)
    office.services.floor.unsafe(office.manager, _meeting_id(office, case_id), urgent(office))
    return case_id


def _heard(office: Office) -> str:
    case_id = _sitting(office)
    held = _meeting_id(office, case_id)
    office.services.floor.safety(office.manager, held, "No other child is in the household.")
    meeting._find(office.services, held)
    return case_id


def _spoken(office: Office) -> str:
    case_id = _heard(office)
    office.services.findings.close_round(office.manager, _meeting_id(office, case_id), dissent_none=False)
    return case_id


def _pinned(office: Office) -> str:
    case_id = _sitting(office)
    office.services.pins.pin(office.manager, case_id, _HELD)
    return case_id


def _closed(office: Office) -> str:
    case_id = _heard(office)
    office.services.meetings.close(office.lead, _meeting_id(office, case_id))
    return case_id


def _deferred(office: Office) -> str:
    case = office.with_chair()
    form = decision(office, case, Decided.DEFER, **AWAITED)
    office.services.decisions.sign(office.chair, case.id, form, case.reference)
    return case.id


def _decided(office: Office) -> str:
    case = office.with_chair()
    office.clock.moment += timedelta(minutes=5)
    office.services.decisions.sign(office.chair, case.id, decision(office, case), case.reference)
    return case.id


def _refused(office: Office) -> str:
    """A child whose harm was not serious: the Chair holds no review."""
    case = office.with_chair()
    form = no_review(office, case)
    office.services.decisions.sign(office.chair, case.id, form, case.reference)
    return case.id


def _held_up(office: Office) -> str:
    case_id, today = _decided(office), office.clock().date()
    office.services.duties.lose(
        office.manager, _duty_id(office, case_id), Cause.POLICE, first=today, last=today, note="Interviews."
    )
    return case_id


STAGES: dict[str, Callable[[Office], str]] = {
    "received": lambda office: office.received().id,
    "discussed": lambda office: office.discussed().id,
    "scoping": lambda office: office.scoping().id,
    "returned": lambda office: office.returned().id,
    "with_chair": lambda office: office.with_chair().id,
    "doubtful": _doubtful,
    "queried": _queried,
    "asked": _asked,
    "answered": _answered,
    "opening": _opening,
    "sitting": _sitting,
    "at_odds": _at_odds,
    "heard": _heard,
    "spoken": _spoken,
    "pinned": _pinned,
    "away": _away,
    "parked": _parking,
    "constrained": _constrained,
    "unsafe": _unsafe,
    "closed": _closed,
    "deferred": _deferred,
    "decided": _decided,
    "refused": _refused,
    "held_up": _held_up,
    **STAGES_OF_THE_TRACKER,
    **STAGES_OF_A_REVIEW,
    **STAGES_OF_FILES,
}
