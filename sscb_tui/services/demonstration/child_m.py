"""The demonstration's review under way: a death in custody, and all that belongs to a review half-way through."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.family_contact import Contribution, FamilyContactForm, Told
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.proceeding import Hold, ProceedingForm
from sscb_tui.domain.rules.terms import six_months
from sscb_tui.domain.terms import Effect, Process, ProcessStage, ToldOf, YesNo
from sscb_tui.domain.terms_of_reference import Milestone, Terms
from sscb_tui.domain.working_days import add_working_days, working_days_before
from sscb_tui.services.demonstration import review
from sscb_tui.services.demonstration.review import CHAIR, MANAGER

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.container import Services

RECORDS, PANEL, EVENT = "Chronologies and analyses in", "First meeting of the review panel", "Learning event held"
FATHER_NOT_FOUND = "the coroner's officer is still finding where he lives"
WITNESSES = "the file has gone to the prosecutors"


def commission(services: Services, case_id: str) -> None:
    """The review is commissioned; what runs beside it and who of the family is told are put on record."""
    review.commission(services, case_id)
    for form in _proceedings(services.desk.today()):
        services.proceedings.add(MANAGER, case_id, form)
    _mother(services, case_id)
    _father(services, case_id)


def _proceedings(today: date) -> tuple[ProceedingForm, ...]:
    """The police first, then the ombudsman; the inquest sits at the end, and the report waits for it."""
    agreed = {"agreed_by": "the police, the ombudsman, the coroner's officer and the Board", "agreed_on": today}
    return (
        ProceedingForm(
            kind=Process.CRIMINAL,
            lead="Police",
            reference="OP-EXAMPLE",
            contact="the senior investigating officer",
            stage=ProcessStage.UNDER_WAY,
            holds=(Hold(effect=Effect.NO_PRACTITIONERS, until=WITNESSES),),
            handling="The reviewers begin with the records; nobody who may be a witness is spoken to before.",
            **agreed,
        ),
        ProceedingForm(
            kind=Process.PPO,
            lead="Prisons and Probation Ombudsman",
            contact="the lead investigator",
            stage=ProcessStage.UNDER_WAY,
            expected_end="draft report in the new year",
            disclosure="Its clinical review is shared with the reviewers under the Board's protocol.",
        ),
        ProceedingForm(
            kind=Process.INQUEST,
            lead="HM Coroner",
            reference="opened and adjourned",
            contact="the coroner's officer",
            stage=ProcessStage.UNDER_WAY,
            next_on=add_working_days(today, 60),
            expected_end="with a jury, in the summer",
            holds=(Hold(effect=Effect.NO_PUBLICATION, until="the jury's conclusion"),),
            handling="The review goes on; the report waits for the conclusion.",
            **agreed,
        ),
    )


def _mother(services: Services, case_id: str) -> None:
    """Told of each step by the worker she knows, and invited."""
    file, today = services.desk.file(case_id), services.desk.today()
    form = FamilyContactForm(
        member=_member(file, "mother"),
        called="the mother",
        method="visit at home; never by letter alone",
        led_by="the youth offending service's family worker",
    )
    held, plan = services.family_plan.add(MANAGER, case_id, form), services.family_plan
    for of, on in ((ToldOf.INCIDENT, file.case.notified_on), (ToldOf.DECISION, _decided_on(file))):
        plan.tell(MANAGER, held.id, Told(of=of, on=on, by="the family worker"))
    plan.contribute(MANAGER, held.id, Contribution(invited_on=today, wishes="to be visited after the funeral"))


def _father(services: Services, case_id: str) -> None:
    """Not yet told, and the reason stands where the day would (F13.03)."""
    form = FamilyContactForm(
        member=_member(services.desk.file(case_id), "father"),
        called="the father",
        method="through the coroner's officer until he has been found",
        led_by="the Business Manager",
    )
    held = services.family_plan.add(MANAGER, case_id, form)
    for of in (ToldOf.INCIDENT, ToldOf.DECISION):
        services.family_plan.tell(MANAGER, held.id, Told(of=of, not_yet=FATHER_NOT_FOUND))


def _member(file: CaseFile, relationship: str) -> str:
    return next(each.name for each in file.case.family if each.relationship == relationship)


def _decided_on(file: CaseFile) -> date:
    return local_day(file.decisions[-1].signature.at)


def agree_terms(services: Services, case_id: str) -> None:
    """The terms are written for a death in custody, and the Chair approves them."""
    file, today = services.desk.file(case_id), services.desk.today()
    services.reviews.write_terms(MANAGER, case_id, file.reviews[-1].version, terms(file, today))
    services.reviews.approve_terms(CHAIR, case_id)


def terms(file: CaseFile, today: date) -> Terms:
    """What the last eighteen months held, and why what was known did not travel."""
    happened = file.incident.happened_on.earliest or today
    return review.terms(file, today).but(
        purpose="To learn how agencies prepared the transfer into custody, and how a young person was kept safe there. "
        "Blame is for other processes.",
        period_from=happened - timedelta(days=540),
        period_reason="The last eighteen months: from the first remand to the day of the death.",
        enquiries=(
            "What was known of the young person's health before the transfer, and who knew it on arrival?",
            "How was the young person's own voice heard in custody?",
            "Who kept in touch with the family, and what did they try to say?",
        ),
        proportionality="Eighteen months in depth, earlier childhood in outline: the pattern lies in the transfers.",
        practitioners="One learning event, with supervision before and after; nobody is named in the report.",
        family="The mother is visited by the reviewer with the worker she trusts; the father once he has been found.",
        parallel="Police, ombudsman and coroner agreed the order of work; the register of proceedings holds it.",
        legal="The inquest sits with a jury: nothing is published before its conclusion.",
        diversity="What faith and culture meant to the young person is asked of the family, not assumed.",
        milestones=_milestones(file, today),
        publication="For publication in full after the inquest: no dates, and no name of the establishment.",
    )


def _milestones(file: CaseFile, today: date) -> tuple[Milestone, ...]:
    limit = six_months(file)
    last = limit.act_by if limit else add_working_days(today, 100)
    days = (add_working_days(today, 14), add_working_days(today, 23), add_working_days(today, 38))
    return (
        *(Milestone(what=what, due=due) for what, due in zip((RECORDS, PANEL, EVENT), days, strict=True)),
        Milestone(what="Draft report to the panel", due=working_days_before(last, 25)),
        Milestone(what="Report to the Board", due=last),
    )


def appoint(services: Services, case_id: str) -> None:
    """Two are considered; one turns out to have worked for an agency of the case and stands down."""
    form = review.reviewer(services, case_id)
    tied, *others = reversed(form.links)
    tied = tied.but(contracts=YesNo.YES, detail="Trained its managers two years ago.")
    linked = form.but(name="A. Nother", organisation="Sample Associates", links=(*reversed(others), tied))
    held = services.reviewers.consider(MANAGER, case_id, linked)
    services.reviewers.stand_down(MANAGER, held.id, f"A contract with {tied.body} in the last five years (RF-15).")
    review.appoint(services, case_id)


def tell_of_the_terms(services: Services, case_id: str) -> None:
    """The mother hears what the review asks, on the day it begins."""
    held = services.family_plan.called(case_id, "the mother")
    told = Told(of=ToldOf.TERMS, on=services.desk.today(), by="the reviewer")
    services.family_plan.tell(MANAGER, held.id, told)


def reach(services: Services, case_id: str, what: str) -> None:
    """A milestone is reached today."""
    services.reviews.reach(MANAGER, case_id, what, services.desk.today())


def look(services: Services, case_id: str) -> None:
    """The register is looked at, as every month (F12.07)."""
    for each in services.proceedings.of_case(case_id):
        services.proceedings.look(MANAGER, each.id)


def witnesses_are_free(services: Services, case_id: str) -> None:
    """The file is with the prosecutors: practitioners may be spoken to."""
    police = services.proceedings.numbered(case_id, 1)
    ended = police.form.holds[0].but(ended_on=services.desk.today())
    services.proceedings.revise(MANAGER, police.id, police.version, police.form.but(holds=(ended,)))
