"""What a review's rules ask, with the boundary on both sides, from the terms of reference to the closing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pydantic import ValidationError

from sscb_tui.domain.base import CaseId, DutyId, ProceedingId, RecommendationId, ReportId, ReviewId
from sscb_tui.domain.case import Closing, Signature
from sscb_tui.domain.decision import Decision, DecisionForm
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.family_contact import FamilyContact, FamilyContactForm, Told
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.proceeding import Hold, Proceeding, ProceedingForm
from sscb_tui.domain.publication import Difference, PublicationPlan, Response, Restriction
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Extension, Report, Review, TermsVersion
from sscb_tui.domain.reviewer import THE_BOARD, Reviewer
from sscb_tui.domain.rules import closing, commissioning, independence, publishing, register, responding, told
from sscb_tui.domain.rules.terms import involved, six_months, terms_hold
from sscb_tui.domain.terms import Decided, Effect, Origin, Process, ProcessStage, Stage, Strength, ToldOf, YesNo
from sscb_tui.domain.terms_of_reference import Milestone
from tests.papers.reviewed import TERMS, reviewer
from tests.unit.conftest import NOW

TODAY = NOW.date()
BY = Signature(name="C. Chair", post="Independent Chair", at=NOW)
SIX_MONTHS = date(2027, 5, 30)
"""After the decision of 30 November 2026."""


@pytest.fixture
def held(file: CaseFile, form: DecisionForm, signed: Callable[[DecisionForm], Decision]) -> CaseFile:
    """A Serious Case Review was decided today and is being commissioned."""
    decision = signed(form)
    review = Review(
        id=ReviewId("review-q"),
        case_id=CaseId("case-q"),
        decision_id=decision.id,
        kind=Decided.SCR,
        commissioned=BY,
        versions=(
            TermsVersion(number=1, decision_id=decision.id, terms=TERMS, written_by="B. Manager", written_at=NOW),
        ),
    )
    return replace(file, decisions=(decision,), reviews=(review,))


def but(file: CaseFile, **changes: object) -> CaseFile:
    return replace(file, reviews=(file.reviews[0].but(**changes),))


def bars(file: CaseFile, **terms: object) -> set[str]:
    version = file.reviews[0].versions[0]
    return {each.code for each in terms_hold(file, version.but(terms=TERMS.but(**terms)), NOW)}


# Terms of reference


def test_the_six_months_are_counted_from_the_decision_a_review_rests_on(held: CaseFile) -> None:
    limit = six_months(held)
    assert limit is not None
    assert limit.due == SIX_MONTHS
    assert six_months(but(held, kind=Decided.ALTERNATIVE)) is None


def test_whole_terms_may_be_approved(held: CaseFile) -> None:
    assert bars(held) == set()


def test_terms_rest_on_the_decision_that_stands(held: CaseFile) -> None:
    later = held.decisions[0].but(id="decision-later")
    assert bars(replace(held, decisions=(*held.decisions, later))) == {"F10.02"}
    lesser = held.decisions[0].but(outcome=Decided.NO_REVIEW)
    assert bars(replace(held, decisions=(lesser,))) == {"F10.02"}


@pytest.mark.parametrize(("day", "codes"), [(date(2026, 10, 31), {"F10.04"}), (date(2026, 11, 1), set())])
def test_the_period_reaches_the_incident(held: CaseFile, day: date, codes: set[str]) -> None:
    assert bars(held, period_to=day) == codes


def test_every_involved_agency_supplies_something(held: CaseFile) -> None:
    assert involved(held) == ("CHS", "POL", "CSC")
    assert bars(held, supplies=TERMS.supplies[:2]) == {"F10.08"}


@pytest.mark.parametrize(("day", "codes"), [(SIX_MONTHS, set()), (SIX_MONTHS + timedelta(days=1), {"F10.15"})])
def test_the_last_milestone_is_inside_six_months_or_carries_a_reason(
    held: CaseFile, day: date, codes: set[str]
) -> None:
    late = (*TERMS.milestones[:1], Milestone(what="Report to the Board", due=day))
    assert bars(held, milestones=late, late_reason="") == codes
    assert bars(held, milestones=late, late_reason="The trial.") == set()


def test_terms_name_an_agency_and_a_milestone_once() -> None:
    with pytest.raises(ValidationError, match="an agency stands in the list twice"):
        TERMS.but(supplies=(*TERMS.supplies, TERMS.supplies[0]))
    with pytest.raises(ValidationError, match="a milestone is named twice"):
        TERMS.but(milestones=(*TERMS.milestones, TERMS.milestones[0]))
    with pytest.raises(ValidationError, match="ends before it begins"):
        TERMS.but(period_to=TERMS.period_from)


# Reviewers


def lead(held: CaseFile, **changes: object) -> Reviewer:
    free = reviewer(held.case)
    rows = tuple(free.form.links[0].but(body=body) for body in (THE_BOARD, "CHS", "POL", "CSC"))
    return free.but(form=free.form.but(links=rows), ruling=None, ruled=None, **changes)


def test_somebody_free_of_every_body_may_be_appointed(held: CaseFile) -> None:
    assert independence.may_appoint(held, lead(held), NOW) == ()


@pytest.mark.parametrize("missing", range(4))
def test_the_grid_is_answered_for_the_board_and_every_involved_agency(held: CaseFile, missing: int) -> None:
    form = lead(held).form
    rows = form.links
    gone = lead(held).but(form=form.but(links=rows[:missing] + rows[missing + 1 :]))
    unknown = lead(held).but(
        form=form.but(links=(*rows[:missing], rows[missing].but(personal=YesNo.UNDETERMINED), *rows[missing + 1 :]))
    )
    for each in (gone, unknown):
        (bar,) = independence.may_appoint(held, each, NOW)
        assert bar.code == "F11.02"
        assert rows[missing].body in bar.sentence


@pytest.mark.parametrize("kind", ["employment", "contracts", "roles", "personal"])
def test_any_link_bars_until_the_chair_rules(held: CaseFile, kind: str) -> None:
    form = lead(held).form
    linked = lead(held).but(form=form.but(links=(*form.links[:3], form.links[3].but(**{kind: YesNo.YES}))))
    (bar,) = independence.may_appoint(held, linked, NOW)
    assert bar.code == "RF-15"
    assert "CSC" in bar.sentence
    assert independence.may_appoint(held, linked.but(ruling="Long ago.", ruled=BY), NOW) == ()


@pytest.mark.parametrize(
    ("day", "codes"), [(None, {"F11.04"}), (TODAY, set()), (TODAY + timedelta(days=1), {"F11.04"})]
)
def test_the_dbs_check_is_dated_and_not_in_the_future(held: CaseFile, day: date | None, codes: set[str]) -> None:
    dated = lead(held).but(form=lead(held).form.but(dbs_on=day))
    assert {each.code for each in independence.may_appoint(held, dated, NOW)} == codes


def test_a_chair_of_another_board_is_a_warning_and_no_bar(held: CaseFile) -> None:
    other = lead(held).but(form=lead(held).form.but(chairs_board="Elsewhere Board", concurrent=("Child Z",)))
    assert [each.code for each in independence.warnings(held, other)] == ["F11.03", "F11.03"]
    assert independence.may_appoint(held, other, NOW) == ()


def test_advice_of_the_panel_on_the_appointment_is_had_regard_to(held: CaseFile) -> None:
    advised = lead(held, panel_advice="Think again.", panel_regard="")
    assert {each.code for each in independence.commissioned(held, advised)} == {"F11.08"}
    assert not list(independence.commissioned(held, advised.but(panel_regard="We did.")))


def test_only_a_serious_case_review_needs_the_panel_to_know_the_name(held: CaseFile) -> None:
    silent = lead(held, panel_told_on=None)
    assert {each.code for each in independence.commissioned(held, silent)} >= {"F11.07"}
    other = but(held, kind=Decided.ALTERNATIVE)
    assert "F11.07" not in {each.code for each in independence.commissioned(other, silent)}


# Extension


@pytest.mark.parametrize(("days", "codes"), [(0, {"T27-target"}), (1, set())])
def test_a_target_lies_ahead(held: CaseFile, days: int, codes: set[str]) -> None:
    new = Extension(reason="R", target=TODAY + timedelta(days=days), interim_learning="L", agreed=BY)
    found = {each.code for each in commissioning.may_extend(but(held, extensions=(new,)), NOW)}
    assert found == codes


# Proceedings


def proceeding(looked: date, **changes: object) -> Proceeding:
    said: dict[str, object] = {"kind": Process.INQUEST, "lead": "coroner", "contact": "officer", "stage": "under_way"}
    form = ProceedingForm.model_validate(said | changes)
    return Proceeding(
        id=ProceedingId("p"), case_id=CaseId("case-q"), form=form, reviewed_on=looked, reviewed_by="B. Manager"
    )


@pytest.mark.parametrize(
    ("looked", "today", "stale"),
    [
        (date(2026, 10, 30), date(2026, 11, 30), False),
        (date(2026, 10, 29), date(2026, 11, 30), True),
        (date(2027, 1, 31), date(2027, 2, 28), False),
        (date(2027, 1, 31), date(2027, 3, 1), True),
    ],
)
def test_an_open_proceeding_is_looked_at_within_a_month(looked: date, today: date, stale: bool) -> None:
    assert register.is_stale(proceeding(looked), today) is stale
    assert not register.is_stale(proceeding(looked, stage=ProcessStage.CONCLUDED), today)


HANDLED: dict[str, object] = {"handling": "Wait.", "agreed_by": "the coroner", "agreed_on": date(2026, 11, 20)}


def test_effects_are_handled_by_agreement_and_end_with_the_proceeding() -> None:
    hold = {"effect": Effect.NO_PUBLICATION, "until": "the inquest"}
    with pytest.raises(ValidationError, match=r"F12\.05"):
        proceeding(TODAY, holds=[hold])
    with pytest.raises(ValidationError, match="has concluded"):
        proceeding(TODAY, holds=[hold], stage="concluded", **HANDLED)
    ended = hold | {"ended_on": date(2026, 11, 25)}
    assert proceeding(TODAY, holds=[ended], stage="concluded", **HANDLED).holding == ()


def test_no_publication_before_what_a_proceeding_asks_for(held: CaseFile) -> None:
    waiting = proceeding(TODAY, holds=[Hold(effect=Effect.NO_PUBLICATION, until="the inquest")], **HANDLED)
    (bar,) = register.publication_is_free(replace(held, proceedings=(waiting,)))
    assert "P-1" in bar.sentence
    assert "the inquest" in bar.sentence
    order = proceeding(TODAY, holds=[Hold(effect=Effect.SEQUENCING, until="charge")], **HANDLED)
    assert register.publication_is_free(replace(held, proceedings=(order,))) == ()


# The family


def contact(name: str, *said: Told) -> FamilyContact:
    form = FamilyContactForm(member=name, called="the mother", method="at home", led_by="the worker")
    return FamilyContact(id="c", case_id=CaseId("case-q"), form=form, told=said)


def test_the_family_is_told_or_it_is_on_record_why_not(held: CaseFile) -> None:
    name = "Nora Specimen"
    alone = replace(held, case=held.case.but(family=[FamilyMember(name=name, relationship="mother")]))
    assert {each.code for each in told.family_told(alone, ToldOf)} == {"F13.01"}
    partly = contact(name, Told(of=ToldOf.INCIDENT, on=TODAY), Told(of=ToldOf.DECISION, not_yet="The police ask."))
    (bar,) = told.family_told(replace(alone, family_contacts=(partly,)), ToldOf)
    assert bar.code == "F13.03"
    assert "the terms of reference, the findings, the publication" in bar.sentence
    early = replace(alone, family_contacts=(partly,))
    assert told.family_told(early, (ToldOf.INCIDENT, ToldOf.DECISION)) == ()


def test_told_of_nothing_and_for_no_reason_is_no_answer() -> None:
    with pytest.raises(ValidationError, match="or why not yet"):
        Told(of=ToldOf.FINDINGS)


# The response


def response(**changes: object) -> Response:
    said: dict[str, object] = {
        "chair_statement": "We are sorry.",
        "done": [{"on": TODAY, "agency": "POL", "what": "Notices go out."}],
        "difference": [{"what": "Schools know.", "evidence": "A check."}],
        "still_to_do": [{"what": "Health too.", "who": "CHS", "by": TODAY + timedelta(days=1)}],
        "check": "Quarterly.",
        "practice_now": "In use.",
    }
    return Response.model_validate(said | changes)


def lacking(held: CaseFile, said: Response | None) -> set[str]:
    return {each.field or each.code for each in responding.response_is_whole(held.reviews[0].but(response=said), TODAY)}


def test_a_response_has_its_three_headings(held: CaseFile) -> None:
    assert lacking(held, response()) == set()
    assert lacking(held, None) == {"F15"}
    for heading in ("done", "difference", "still_to_do", "chair_statement", "check", "practice_now"):
        empty: object = "" if heading in ("chair_statement", "check", "practice_now") else []
        assert lacking(held, response(**{heading: empty})) == {heading}


def test_what_was_done_lies_behind_and_what_is_to_do_lies_ahead(held: CaseFile) -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert lacking(held, response(done=[{"on": tomorrow, "agency": "POL", "what": "It."}])) == {"done"}
    assert lacking(held, response(still_to_do=[{"what": "It.", "who": "CHS", "by": TODAY}])) == {"still_to_do"}


def test_too_early_to_say_carries_the_day_it_will_be_looked_at() -> None:
    with pytest.raises(ValidationError, match="on what day"):
        Difference(what="Too early to say.")
    assert Difference(what="Too early to say.", review_on=TODAY).review_on == TODAY


# Publication


def publishable(held: CaseFile) -> CaseFile:
    """Nothing stands against publication today; the copies went on 19 November, seven working days ago."""
    sent = datetime(2026, 11, 19, 12, tzinfo=UTC)
    copies = Duty(
        id=DutyId("d"),
        case_id=CaseId("case-q"),
        clock="CK-6",
        what="send the report",
        rule="7 working days before publication",
        source="WT2015 ch.4",
        strength=Strength.SHOULD,
        who="Business Manager",
        started_on=TODAY,
        due=date(2026, 11, 19),
        act_by=date(2026, 11, 19),
        done_at=sent,
    )
    report = Report(
        id=ReportId("r"),
        case_id=CaseId("case-q"),
        review_id=ReviewId("review-q"),
        title="Baby Penny",
        received_on=date(2026, 11, 2),
        text="Nobody put it together.",
        text_given_on=date(2026, 11, 19),
    )
    settled = PublicationPlan(
        planned_on=TODAY,
        orders_checked="LEGAL/1",
        second_reader="a lay member",
        second_reader_found="nothing",
        staff_support="briefed",
        media_plan="one statement",
    )
    family = held.case.but(family=(), other_children=())
    ready = but(held, plan=settled, response=response())
    return replace(ready, case=family, duties=(copies,), reports=(report,))


def barred(file: CaseFile, now: datetime = NOW) -> set[str]:
    return {each.code for each in publishing.may_publish(file, now)}


def test_nothing_stands_against_publication_where_all_is_settled(held: CaseFile) -> None:
    assert barred(publishable(held)) == set()
    assert publishing.may_prepare(publishable(held), NOW) == ()


@pytest.mark.parametrize(("framework", "day"), [("WT2015", date(2026, 11, 19)), ("WT2013", date(2026, 11, 23))])
def test_the_panels_copy_goes_seven_working_days_before_or_a_week_by_the_framework(
    held: CaseFile, framework: str, day: date
) -> None:
    for sent, codes in ((day, set()), (day + timedelta(days=1), {"CK-6"})):
        file = publishable(held)
        copies = file.duties[0].but(done_at=datetime.combine(sent, NOW.timetz()))
        file = replace(file, case=file.case.but(framework=framework), duties=(copies,))
        assert barred(file) == codes, sent


def test_unsent_and_outdated_copies_do_not_count(held: CaseFile) -> None:
    file = publishable(held)
    assert barred(replace(file, duties=())) == {"CK-6"}
    assert barred(replace(file, duties=(file.duties[0].but(done_at=None),))) == {"CK-6"}
    newer = file.reports[0].but(text_given_on=date(2026, 11, 20))
    assert barred(replace(file, reports=(newer,))) == {"CK-6"}


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("orders_checked", "T31-orders"),
        ("second_reader", "T32-reader"),
        ("second_reader_found", "T32-reader"),
        ("staff_support", "T32-staff"),
        ("media_plan", "T32-media"),
    ],
)
def test_each_thing_to_be_settled_bars_alone(held: CaseFile, field: str, code: str) -> None:
    file = publishable(held)
    plan = file.reviews[0].plan
    assert plan is not None
    assert barred(but(file, plan=plan.but(**{field: " "}))) == {code}


def test_a_restriction_bars_until_legal_advice_clears_it(held: CaseFile) -> None:
    order = Restriction(what="Not the school.", imposed_by="the family court")
    assert barred(but(publishable(held), restrictions=(order,))) == {"T31-orders"}
    assert barred(but(publishable(held), restrictions=(order.but(cleared="LEGAL/2"),))) == set()


def test_a_name_bars_until_legal_advice_clears_the_word(held: CaseFile) -> None:
    file = publishable(held)
    name = file.case.child.name.split()[-1]
    named = replace(file, reports=(file.reports[0].but(text=f"The {name} house."),))
    assert barred(named) == {"RF-16"}
    plan = file.reviews[0].plan
    assert plan is not None
    cleared = plan.but(cleared_words=[{"words": name.upper(), "legal_reference": "LEGAL/3"}])
    assert barred(but(named, plan=cleared)) == set()


def test_names_are_looked_for_in_the_response_and_the_recommendations_too(held: CaseFile) -> None:
    file = publishable(held)
    name = file.case.child.name.split()[-1]
    assert barred(but(file, response=response(check=f"Ask {name}."))) == {"RF-16"}
    said = Recommendation(
        id=RecommendationId("r"), number=1, case_id=CaseId("case-q"), text=f"Ask {name}.", origin=Origin.SCR
    )
    assert barred(replace(file, recommendations=(said,))) == {"RF-16", "T30-answers"}


def test_a_planned_day_that_has_passed_is_planned_again(held: CaseFile) -> None:
    assert "T31-plan" in barred(publishable(held), NOW + timedelta(days=1))


def test_another_review_is_published_without_a_copy_to_the_panel(held: CaseFile) -> None:
    file = replace(publishable(held), duties=())
    assert barred(but(file, kind=Decided.ALTERNATIVE)) == set()


# Closing


def test_a_case_closes_with_a_statement_and_is_reopened_with_a_reason(held: CaseFile) -> None:
    assert {each.code for each in closing.may_close(held, NOW)} == {"T36-impact"}
    done = replace(held, case=held.case.but(closings=[Closing(statement="Schools know.", signed=BY)]))
    assert closing.may_close(done, NOW) == ()
    assert {each.code for each in closing.reason_to_reopen(done, NOW)} == {"T37-reason"}
    again = done.case.closings[0].but(reopened="Gaps.")
    reopened = replace(held, case=held.case.but(closings=[again], stage=Stage.IMPLEMENTATION))
    assert closing.reason_to_reopen(reopened, NOW) == ()
    assert {each.code for each in closing.may_close(reopened, NOW)} == {"T36-impact"}
