"""An invented review from its commission to the published report: the forms, and the steps in their order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.family_contact import Contribution, FamilyContactForm, Told
from sscb_tui.domain.proceeding import Hold, ProceedingForm
from sscb_tui.domain.publication import Difference, Done, PublicationPlan, Response, StillToDo
from sscb_tui.domain.review import Answer
from sscb_tui.domain.review_forms import CommissionForm, ReportForm, ShownForm
from sscb_tui.domain.reviewer import ContractForm, ReviewerForm
from sscb_tui.domain.rules.responding import subjects
from sscb_tui.domain.rules.terms import involved, six_months
from sscb_tui.domain.terms import (
    Accepted,
    Decided,
    Effect,
    Process,
    ProcessStage,
    Route,
    Supply,
    ToldOf,
    YesNo,
)
from sscb_tui.domain.terms_of_reference import MODELS, Milestone, Panellist, Supplied, Terms
from sscb_tui.domain.working_days import add_months
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.container import Services

MANAGER, CHAIR, LIIP = people.MANAGER.actor(), people.CHAIR.actor(), people.LIIP.actor()
FULL_BOARD, PANEL = people.FULL_BOARD.actor(), people.PANEL.actor()
REPORT = (
    "The child was known to five agencies. Each acted on what it knew; nobody put it together.\n\n"
    "Three call-outs to the home reached neither the school nor the health visitor. The carer's account of the injury "
    "was taken as given.\n"
)
"""A report short enough for a test, and anonymous."""


def _last_day(file: CaseFile, today: date) -> date:
    """The end of six months, or as long from today where there is no such limit."""
    limit = six_months(file)
    return limit.act_by if limit else add_months(today, 6)


def terms(file: CaseFile, today: date) -> Terms:
    """Terms of reference for whatever case it is; four milestones inside six months."""
    happened = file.incident.happened_on.earliest or today
    quarter = (_last_day(file, today) - today) / 4
    return Terms(
        subjects=file.case.pseudonym,
        key_held="with the Business Manager, apart from the case papers",
        purpose="To learn why the agencies did not see together what each of them knew. Blame is for other processes.",
        period_from=happened - timedelta(days=730),
        period_to=happened,
        period_reason="From the first call-out to the day of the incident.",
        enquiries=(
            "What did each agency know of the home, and whom did it tell?",
            "How was the child's own voice heard?",
            "What made it hard to question the carers' account?",
        ),
        proportionality="Two years in depth, the earlier history in outline: the pattern lies in the last two years.",
        method=MODELS[1],
        supplies=tuple(Supplied(agency=code, gives=(Supply.CHRONOLOGY, Supply.ANALYSIS)) for code in involved(file)),
        panel=(
            Panellist(name="R. Panel", post="Head of safeguarding, health", part="chair"),
            Panellist(name="D. Doctor", post="Designated doctor", part="adviser"),
        ),
        practitioners="Two learning events; supervision before and after each; nobody is named in the report.",
        family="The mother is visited by the reviewer with the worker she trusts, at a time agreed with the police.",
        parallel="The police lead; witnesses are spoken to after charge, as agreed with the officer in the case.",
        legal="Family proceedings are open: nothing from them is quoted without leave of the court.",
        diversity="The family's first language and faith are asked about, not assumed.",
        milestones=(
            Milestone(what="Chronologies and analyses in", due=today + quarter),
            Milestone(what="Learning events held", due=today + 2 * quarter),
            Milestone(what="Draft report to the panel", due=today + 3 * quarter),
            Milestone(what="Report to the Board", due=today + 4 * quarter),
        ),
        early_learning="The panel's chair writes to the agencies at once where something cannot wait.",
        publication="For publication in full. A sibling goes to school locally: no dates, school or street.",
        budget=18000,
        governance="The panel assures quality; the Board signs off.",
    )


def reviewer(services: Services, case_id: str) -> ReviewerForm:
    """Somebody without a tie to anybody."""
    free = dict.fromkeys(("employment", "contracts", "roles", "personal"), YesNo.NO)
    return ReviewerForm(
        name="I. Dependent",
        organisation="Example Reviews",
        contact="by the secure mailbox of the Board",
        links=tuple(row.but(**free) for row in services.reviewers.grid(case_id)),
        experience="Nine reviews by this method in six years.",
        qualifications="Registered social worker",
        dbs_on=services.desk.today() - timedelta(days=200),
        references="two, both taken up",
        route=Route.FRAMEWORK,
        route_reason="The regional framework has three people trained in the method; two were free.",
    )


def contract(final_on: date) -> ContractForm:
    """A contract that ends on that day."""
    return ContractForm(
        deliverables="Draft report, final report, a briefing for practitioners.",
        final_on=final_on,
        days=25,
        fee=15000,
        data_handling="Encrypted device of the Board; nothing by open e-mail.",
        papers_after="Returned or destroyed within a month of publication, with a certificate.",
        indemnity="Professional indemnity of two million pounds.",
        intellectual_property="The report belongs to the Board.",
    )


def trial(today: date) -> ProceedingForm:
    """A criminal case before whose verdict nothing may be published."""
    return ProceedingForm(
        kind=Process.CRIMINAL,
        lead="Police",
        reference="OP-EXAMPLE",
        contact="the officer in the case",
        stage=ProcessStage.UNDER_WAY,
        next_on=today + timedelta(days=35),
        expected_end="in the spring",
        holds=(Hold(effect=Effect.NO_PUBLICATION, until="the verdict"),),
        handling="The review goes on; the report waits for the verdict.",
        agreed_by="the officer in the case and the Business Manager",
        agreed_on=today,
    )


def response(today: date) -> Response:
    """All three headings, honestly short."""
    return Response(
        chair_statement="We are sorry. What each of us knew should have been put together.",
        done=(Done(on=today - timedelta(days=20), agency="POL", what="Schools are told of call-outs next morning."),),
        difference=(Difference(what="Ten schools of ten knew by nine.", evidence="a check in March"),),
        still_to_do=(
            StillToDo(what="Health visitors join the notice.", who="Community health", by=add_months(today, 3)),
        ),
        check="The sub-committee reads twenty cases every quarter and reports to the Board.",
        practice_now="The notice is in use in every school of the city.",
    )


def publication(on: date) -> PublicationPlan:
    """Everything settled for that day."""
    return PublicationPlan(
        planned_on=on,
        orders_checked="LEGAL/2027/014",
        second_reader="a lay member of another Board",
        second_reader_found="Nothing that leads to the family after an hour's search.",
        staff_support="Each agency briefs its own staff the day before; a helpline for the week.",
        media_plan="One statement by the Chair; no interviews; the communications lead answers calls.",
    )


def commission(services: Services, case_id: str, form: CommissionForm | None = None) -> None:
    """Commission whatever was decided, by whoever does."""
    decision = services.desk.file(case_id).decision
    who = MANAGER if decision is not None and decision.outcome is Decided.SCR else LIIP
    services.reviews.commission(who, case_id, form or CommissionForm())


def agree_terms(services: Services, case_id: str) -> None:
    """Write the terms and have the Chair approve them."""
    file = services.desk.file(case_id)
    version = file.review.version if file.review else 0
    services.reviews.write_terms(MANAGER, case_id, version, terms(file, services.desk.today()))
    services.reviews.approve_terms(CHAIR, case_id)


def appoint(services: Services, case_id: str) -> None:
    """Consider, contract, tell the panel, appoint."""
    today = services.desk.today()
    made = services.reviewers.consider(MANAGER, case_id, reviewer(services, case_id))
    services.reviewers.contract(MANAGER, made.id, contract(_last_day(services.desk.file(case_id), today)))
    services.reviewers.panel(MANAGER, made.id, today)
    services.reviewers.appoint(MANAGER, made.id)


def report_in(services: Services, case_id: str) -> None:
    """The report comes with two findings."""
    form = ReportForm(
        title=f"Serious Case Review: {services.desk.file(case_id).case.pseudonym}",
        received_on=services.desk.today(),
        text=REPORT,
        findings=("Call-outs did not reach schools.", "The carers' account was not questioned."),
    )
    services.responses.receive(PANEL, case_id, form)


def answer_all(services: Services, case_id: str) -> None:
    """Accept everything."""
    file = services.desk.file(case_id)
    for subject in subjects(file, file.reviews[-1]):
        answer = Answer(to=subject, accepted=Accepted.FULLY, reason="The Board agrees and acts on it.")
        services.responses.answer(MANAGER, case_id, answer)


def family(services: Services, case_id: str) -> None:
    """Everybody of the family told of everything, invited and shown the report."""
    today = services.desk.today()
    for member in services.desk.file(case_id).case.family:
        form = FamilyContactForm(
            member=member.name,
            called=f"the {member.relationship}",
            method="visit at home by the worker they know",
            led_by="the social worker",
        )
        held = services.family_plan.add(MANAGER, case_id, form)
        for of in ToldOf:
            services.family_plan.tell(MANAGER, held.id, Told(of=of, on=today, by="the social worker"))
        services.family_plan.contribute(MANAGER, held.id, Contribution(invited_on=today, wishes="to be heard"))
        shown = ShownForm(support="a named worker for a year", shown_on=today, shown_where="at home")
        services.family_plan.show(MANAGER, held.id, shown)


def respond(services: Services, case_id: str) -> None:
    """Write the response, and plan publication three weeks ahead."""
    file, today = services.desk.file(case_id), services.desk.today()
    services.responses.respond(MANAGER, case_id, file.reviews[-1].version, response(today))
    services.publishing.plan(MANAGER, case_id, publication(today + timedelta(days=21)))


def send_copies(services: Services, case_id: str) -> None:
    """The panel's copies go today."""
    for row in services.duties.rows(case_id):
        if row.clock == "CK-6":
            services.duties.record(
                MANAGER, row.duty_id, done_on=services.desk.today(), method="secure e-mail", proof="receipt"
            )
