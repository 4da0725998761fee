"""The writing methods of a review: which deed each is, at which stage it is tried, and a call that would do it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.family_contact import Contribution, FamilyContactForm, NoContact, Told
from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.review import Answer
from sscb_tui.domain.review_forms import CommissionForm, ExtensionForm, HoldbackForm, ReportForm, ShownForm
from sscb_tui.domain.terms import Accepted, Holding, Move, Stage, ToldOf
from sscb_tui.services.demonstration import review
from tests.services import reviewed
from tests.services.door import Door
from tests.services.office import MANAGER, Office

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.review import Review


def _review(office: Office, case_id: str) -> Review:
    return office.services.desk.file(case_id).reviews[-1]


def _today(office: Office) -> date:
    return office.services.desk.today()


def _reviewer(office: Office, case_id: str) -> str:
    return office.services.reviewers.of_case(case_id)[-1].id


def _contact(office: Office, case_id: str) -> str:
    return office.services.family_plan.of_case(case_id)[0].id


def _proceeding(office: Office, case_id: str) -> str:
    return office.services.proceedings.of_case(case_id)[0].id


def _write_terms(office: Office, actor: Actor, case_id: str) -> object:
    file = office.services.desk.file(case_id)
    said = review.terms(file, _today(office))
    return office.services.reviews.write_terms(actor, case_id, file.reviews[-1].version, said)


def _revise_reviewer(office: Office, actor: Actor, case_id: str) -> object:
    held = office.services.reviewers.of_case(case_id)[-1]
    return office.services.reviewers.revise(actor, held.id, held.version, held.form)


def _revise_contact(office: Office, actor: Actor, case_id: str) -> object:
    held = office.services.family_plan.of_case(case_id)[0]
    return office.services.family_plan.revise(actor, held.id, held.version, held.form)


def _plan_contact(office: Office, actor: Actor, case_id: str) -> object:
    name = office.services.desk.file(case_id).case.child.name
    form = FamilyContactForm(member=name, called="the child", method="at school", led_by="the head")
    return office.services.family_plan.add(actor, case_id, form)


def _revise_proceeding(office: Office, actor: Actor, case_id: str) -> object:
    held = office.services.proceedings.of_case(case_id)[0]
    return office.services.proceedings.revise(actor, held.id, held.version, held.form)


def _publish(office: Office, actor: Actor, case_id: str) -> object:
    reference = office.services.desk.file(case_id).case.reference
    return office.services.publishing.publish(actor, case_id, "www.example.invalid", reference)


def _extension(office: Office) -> ExtensionForm:
    return ExtensionForm(
        reason="The trial.", target=_today(office) + timedelta(days=300), interim_learning="Briefings."
    )


def _report(office: Office) -> ReportForm:
    return ReportForm(title="Child N", received_on=_today(office), text=review.REPORT)


def _restricted(office: Office) -> str:
    case_id = reviewed.commissioned(office)
    office.services.publishing.restrict(MANAGER, case_id, "The school.", "the family court")
    return case_id


def _beside(office: Office) -> str:
    case_id = office.received().id
    office.services.proceedings.add(MANAGER, case_id, review.trial(_today(office)))
    review.family(office.services, case_id)
    office.services.family_plan.limit(MANAGER, _contact(office, case_id), NoContact(asked_by="police", until="charge"))
    return case_id


_TOLD = Told(of=ToldOf.INCIDENT, not_yet="The police ask to wait.")
_ANSWER = Answer(to="F-1", accepted=Accepted.PARTLY, reason="In part.")
_UPDATE_REVIEW = (Deed.UPDATE, Thing.REVIEW)
_REVIEWER = ("considered", Deed.UPDATE, Thing.REVIEWER)
_FAMILY = ("beside", Deed.UPDATE, Thing.FAMILY)
_PROCEEDING = ("beside", Deed.UPDATE, Thing.PROCEEDING)

DOORS_OF_A_REVIEW: dict[str, Door] = {
    "Reviews.commission": Door(
        "decided_scr",
        Deed.CREATE,
        Thing.REVIEW,
        lambda o, a, c: o.services.reviews.commission(a, c, CommissionForm()),
        (Stage.DECIDED_SCR, Move.COMMISSION_SCR),
    ),
    "Reviews.write_terms": Door("commissioned", Deed.UPDATE, Thing.TERMS, _write_terms),
    "Reviews.approve_terms": Door(
        "drafted", Deed.APPROVE, Thing.TERMS, lambda o, a, c: o.services.reviews.approve_terms(a, c)
    ),
    "Reviews.reach": Door(
        "drafted",
        *_UPDATE_REVIEW,
        lambda o, a, c: o.services.reviews.reach(a, c, "Learning events held", _today(o)),
    ),
    "Reviews.begin": Door(
        "contracted",
        *_UPDATE_REVIEW,
        lambda o, a, c: o.services.reviews.begin(a, c),
        (Stage.COMMISSIONING, Move.BEGIN_REVIEW),
    ),
    "Reviews.extend": Door(
        "under_way",
        Deed.APPROVE,
        Thing.REVIEW,
        lambda o, a, c: o.services.reviews.extend(a, c, _extension(o)),
        (Stage.REVIEW_IN_PROGRESS, Move.EXTEND),
    ),
    "Reviewers.consider": Door(
        "commissioned",
        Deed.CREATE,
        Thing.REVIEWER,
        lambda o, a, c: o.services.reviewers.consider(a, c, review.reviewer(o.services, c)),
    ),
    "Reviewers.revise": Door(*_REVIEWER, _revise_reviewer),
    "Reviewers.rule": Door(
        "considered",
        Deed.APPROVE,
        Thing.REVIEWER,
        lambda o, a, c: o.services.reviewers.rule(a, _reviewer(o, c), "Years ago."),
    ),
    "Reviewers.contract": Door(
        *_REVIEWER, lambda o, a, c: o.services.reviewers.contract(a, _reviewer(o, c), review.contract(_today(o)))
    ),
    "Reviewers.panel": Door(*_REVIEWER, lambda o, a, c: o.services.reviewers.panel(a, _reviewer(o, c), _today(o))),
    "Reviewers.appoint": Door(*_REVIEWER, lambda o, a, c: o.services.reviewers.appoint(a, _reviewer(o, c))),
    "Reviewers.stand_down": Door(
        *_REVIEWER, lambda o, a, c: o.services.reviewers.stand_down(a, _reviewer(o, c), "Illness.")
    ),
    "Responses.receive": Door(
        "under_way",
        *_UPDATE_REVIEW,
        lambda o, a, c: o.services.responses.receive(a, c, _report(o)),
        (Stage.REVIEW_IN_PROGRESS, Move.RECEIVE_REPORT),
    ),
    "Responses.revise": Door(
        "reported", *_UPDATE_REVIEW, lambda o, a, c: o.services.responses.revise(a, c, "Another text.")
    ),
    "Responses.find": Door(
        "reported", *_UPDATE_REVIEW, lambda o, a, c: o.services.responses.find(a, c, "Nobody asked.")
    ),
    "Responses.answer": Door("reported", *_UPDATE_REVIEW, lambda o, a, c: o.services.responses.answer(a, c, _ANSWER)),
    "Responses.respond": Door(
        "reported",
        *_UPDATE_REVIEW,
        lambda o, a, c: o.services.responses.respond(a, c, _review(o, c).version, review.response(_today(o))),
    ),
    "Responses.agree": Door(
        "answers",
        Deed.APPROVE,
        Thing.REVIEW,
        lambda o, a, c: o.services.responses.agree(a, c),
        (Stage.REPORT_RECEIVED, Move.AGREE_RESPONSE),
    ),
    "Publishing.plan": Door(
        "reported",
        Deed.UPDATE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.plan(a, c, review.publication(_today(o))),
    ),
    "Publishing.restrict": Door(
        "commissioned",
        Deed.UPDATE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.restrict(a, c, "The school.", "the family court"),
    ),
    "Publishing.clear": Door(
        "restricted", Deed.UPDATE, Thing.PUBLICATION, lambda o, a, c: o.services.publishing.clear(a, c, 1, "LEGAL/1")
    ),
    "Publishing.prepare": Door(
        "ready",
        Deed.CREATE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.prepare(a, c),
        (Stage.RESPONSE_AGREED, Move.PREPARE_PUBLICATION),
    ),
    "Publishing.publish": Door(
        "publishable", Deed.APPROVE, Thing.PUBLICATION, _publish, (Stage.PRE_PUBLICATION, Move.PUBLISH)
    ),
    "Publishing.withhold": Door(
        "prepared",
        Deed.APPROVE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.withhold(
            a, c, HoldbackForm(proposal=Holding.DELAY, reasons="The inquest.", panel_informed_on=_today(o))
        ),
        (Stage.PRE_PUBLICATION, Move.WITHHOLD),
    ),
    "Publishing.resume": Door(
        "withheld",
        Deed.APPROVE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.resume(a, c, "Publish.", "We do."),
        (Stage.PUBLICATION_WITHHELD, Move.RESUME_PUBLICATION),
    ),
    "Publishing.implement": Door(
        "withheld",
        Deed.APPROVE,
        Thing.PUBLICATION,
        lambda o, a, c: o.services.publishing.implement(a, c, "Do not publish.", "We do not."),
        (Stage.PUBLICATION_WITHHELD, Move.BEGIN_IMPLEMENTATION),
    ),
    "Proceedings.add": Door(
        "beside",
        Deed.CREATE,
        Thing.PROCEEDING,
        lambda o, a, c: o.services.proceedings.add(a, c, review.trial(_today(o))),
    ),
    "Proceedings.revise": Door(*_PROCEEDING, _revise_proceeding),
    "Proceedings.look": Door(*_PROCEEDING, lambda o, a, c: o.services.proceedings.look(a, _proceeding(o, c))),
    "FamilyPlan.add": Door("beside", Deed.CREATE, Thing.FAMILY, _plan_contact),
    "FamilyPlan.revise": Door(*_FAMILY, _revise_contact),
    "FamilyPlan.tell": Door(*_FAMILY, lambda o, a, c: o.services.family_plan.tell(a, _contact(o, c), _TOLD)),
    "FamilyPlan.limit": Door(
        *_FAMILY,
        lambda o, a, c: o.services.family_plan.limit(
            a, _contact(o, c), NoContact(asked_by="police", until="charge", proceeding="P-1")
        ),
    ),
    "FamilyPlan.lift": Door(*_FAMILY, lambda o, a, c: o.services.family_plan.lift(a, _contact(o, c), 1)),
    "FamilyPlan.contribute": Door(
        *_FAMILY, lambda o, a, c: o.services.family_plan.contribute(a, _contact(o, c), Contribution(wishes="None."))
    ),
    "FamilyPlan.show": Door(
        *_FAMILY, lambda o, a, c: o.services.family_plan.show(a, _contact(o, c), ShownForm(support="A worker."))
    ),
    "PaperDesk.key": Door("received", Deed.READ, Thing.KEY, lambda o, a, c: o.services.papers.key(a, c)),
    "Closings.learn": Door(
        "no_review",
        Deed.UPDATE,
        Thing.CLOSING,
        lambda o, a, c: o.services.closings.learn(a, c),
        (Stage.DECIDED_NO_REVIEW, Move.SINGLE_AGENCY_LEARNING),
    ),
    "Closings.close": Door(
        "implemented",
        Deed.UPDATE,
        Thing.CLOSING,
        lambda o, a, c: o.services.closings.close(a, c, "Schools know."),
        (Stage.IMPLEMENTATION, Move.CLOSE),
    ),
    "Closings.reopen": Door(
        "closed_case",
        Deed.APPROVE,
        Thing.CLOSING,
        lambda o, a, c: o.services.closings.reopen(a, c, "The audit found gaps."),
        (Stage.CLOSED, Move.REOPEN),
    ),
}
"""By class and method."""

STAGES_OF_A_REVIEW: dict[str, Callable[[Office], str]] = {
    "decided_scr": reviewed.decided,
    "no_review": reviewed.no_review,
    "commissioned": reviewed.commissioned,
    "drafted": reviewed.drafted,
    "considered": reviewed.considered,
    "contracted": reviewed.contracted,
    "under_way": reviewed.under_way,
    "reported": reviewed.reported,
    "answers": reviewed.answered,
    "ready": reviewed.ready,
    "prepared": reviewed.prepared,
    "publishable": reviewed.publishable,
    "withheld": reviewed.withheld,
    "implemented": reviewed.implemented,
    "closed_case": reviewed.closed,
    "restricted": _restricted,
    "beside": _beside,
}
