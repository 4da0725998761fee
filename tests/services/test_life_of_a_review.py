"""A review from the decision to publication and beyond, through the services alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from sscb_tui.domain.errors import InputError, RuleError
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.review_forms import CommissionForm, ExtensionForm, HoldbackForm, ReportForm
from sscb_tui.domain.terms import Decided, DutyState, Holding, Origin, Stage
from sscb_tui.services.demonstration import referrals, review
from tests.services.office import CHAIR, LIIP, MANAGER, Office
from tests.services.reviewed import (
    BOARD,
    PANEL,
    commissioned,
    contracted,
    decided,
    lighter,
    prepared,
    publishable,
    reported,
    under_way,
    verify_all,
)
from tests.services.test_main_job import decision

OTHER = CommissionForm(types=("AR-01",), publication_expectation="Not to be published: one agency's practice.")


def stage(office: Office, case_id: str) -> Stage:
    return office.services.desk.file(case_id).case.stage


def codes(refused: pytest.ExceptionInfo[RuleError]) -> set[str]:
    return {each.code for each in refused.value.violations}


def test_a_serious_case_review_goes_from_the_decision_to_publication_and_is_closed(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    (copies,) = [row for row in use.duties.rows(case_id) if row.clock == "CK-6"]
    assert (copies.due, copies.state) == (date(2027, 4, 22), DutyState.DONE)
    assert next(row for row in use.duties.rows(case_id) if row.clock == "CK-5").state is DutyState.DONE

    office.clock.set(date(2027, 5, 3))
    case = use.desk.file(case_id).case
    published = use.publishing.publish(CHAIR, case_id, "www.example.invalid/child-n", case.reference)
    assert published.publication is not None
    assert published.publication.on == date(2027, 5, 3)
    assert stage(office, case_id) is Stage.IMPLEMENTATION
    stays = next(row for row in use.duties.rows(case_id) if row.clock == "CK-7")
    assert stays.due == date(2028, 5, 3)

    with pytest.raises(RuleError) as refused:
        use.closings.close(BOARD, case_id, "Schools know by nine.")
    assert codes(refused) == {"T36-actions"}
    verify_all(office, case_id)
    with pytest.raises(RuleError) as refused:
        use.closings.close(BOARD, case_id, " ")
    assert codes(refused) == {"T36-impact"}
    assert use.closings.close(BOARD, case_id, "Schools know by nine.").stage is Stage.CLOSED
    assert use.closings.reopen(CHAIR, case_id, "The audit found gaps.").stage is Stage.IMPLEMENTATION
    assert use.desk.file(case_id).case.closing is None
    assert use.record.journal.verify() is None


def test_another_review_goes_the_same_way_and_need_not_be_published(office: Office) -> None:
    use = office.services
    case_id = lighter(office, Decided.ALTERNATIVE, alternative_type="AR-01")
    with pytest.raises(RuleError) as refused:
        use.reviews.commission(LIIP, case_id, CommissionForm())
    assert codes(refused) == {"T21-type", "T21-publication"}
    assert not use.desk.file(case_id).reviews, "nothing half-written"
    made = use.reviews.commission(LIIP, case_id, OTHER)
    assert (made.kind, made.types) == (Decided.ALTERNATIVE, ("AR-01",))
    review.agree_terms(use, case_id)
    review.appoint(use, case_id)
    use.reviews.begin(MANAGER, case_id)
    review.report_in(use, case_id)
    review.answer_all(use, case_id)
    use.responses.agree(BOARD, case_id)
    assert use.publishing.implement(CHAIR, case_id).stage is Stage.IMPLEMENTATION
    assert use.closings.close(BOARD, case_id, "The one agency changed its rota.").stage is Stage.CLOSED
    assert not [row for row in use.duties.rows(case_id) if row.clock in ("CK-5", "CK-6", "CK-7")]


def test_another_review_that_is_published_passes_the_same_gate_and_owes_no_statutory_clock(office: Office) -> None:
    use = office.services
    case_id = lighter(office, Decided.ALTERNATIVE, alternative_type="AR-01")
    use.reviews.commission(LIIP, case_id, OTHER)
    review.agree_terms(use, case_id)
    review.appoint(use, case_id)
    use.reviews.begin(MANAGER, case_id)
    review.report_in(use, case_id)
    review.answer_all(use, case_id)
    use.responses.agree(BOARD, case_id)
    use.publishing.plan(MANAGER, case_id, review.publication(use.desk.today() + timedelta(days=21)))
    with pytest.raises(RuleError) as refused:
        use.publishing.prepare(MANAGER, case_id)
    assert codes(refused) == {"F13.01"}, "nobody of the family is in the plan"
    review.family(use, case_id)
    review.respond(use, case_id)
    use.publishing.prepare(MANAGER, case_id)
    office.clock.set(use.desk.today() + timedelta(days=21))
    reference = use.desk.file(case_id).case.reference
    published = use.publishing.publish(CHAIR, case_id, "www.example.invalid/learning", reference)
    assert published.publication is not None
    assert stage(office, case_id) is Stage.IMPLEMENTATION
    assert not [row for row in use.duties.rows(case_id) if row.clock in ("CK-5", "CK-6", "CK-7")]
    assert use.record.journal.verify() is None


def test_before_closing_only_open_actions_stand_in_the_way_and_the_impact_is_asked_then(office: Office) -> None:
    use = office.services
    case_id = publishable(office)
    use.publishing.publish(CHAIR, case_id, "www.example.invalid", use.desk.file(case_id).case.reference)
    (open_action,) = use.review_desk.view(case_id).next.reasons
    assert open_action.startswith("T36-actions")
    verify_all(office, case_id)
    assert use.review_desk.view(case_id).next.reasons == ()


def test_a_serious_case_review_is_not_implemented_unpublished(office: Office) -> None:
    case_id = reported(office)
    review.answer_all(office.services, case_id)
    office.services.responses.agree(BOARD, case_id)
    with pytest.raises(RuleError) as refused:
        office.services.publishing.implement(CHAIR, case_id)
    assert codes(refused) == {"T35"}


def test_a_review_does_not_begin_before_terms_reviewer_contract_and_panel(office: Office) -> None:
    use = office.services
    case_id = decided(office)
    review.commission(use, case_id)
    with pytest.raises(RuleError) as refused:
        use.reviews.begin(MANAGER, case_id)
    assert codes(refused) == {"T26-terms", "T26-reviewer"}
    review.agree_terms(use, case_id)
    held = use.reviewers.consider(MANAGER, case_id, review.reviewer(use, case_id))
    use.reviewers.appoint(MANAGER, held.id)
    with pytest.raises(RuleError) as refused:
        use.reviews.begin(MANAGER, case_id)
    assert codes(refused) == {"F11.06", "F11.07"}


def test_approved_terms_are_locked_and_what_is_written_then_is_the_next_version(office: Office) -> None:
    use = office.services
    case_id = decided(office)
    review.commission(use, case_id)
    review.agree_terms(use, case_id)
    file = use.desk.file(case_id)
    changed = review.terms(file, use.desk.today()).but(budget=20000)
    written = use.reviews.write_terms(MANAGER, case_id, file.reviews[0].version, changed)
    assert [each.number for each in written.versions] == [1, 2]
    assert written.versions[0].approved is not None
    assert written.versions[0].terms.budget == 18000
    assert written.approved_terms == written.versions[0]
    again = use.reviews.write_terms(MANAGER, case_id, written.version, changed.but(budget=21000))
    assert [each.terms.budget for each in again.versions] == [18000, 21000], "a draft is edited in place"
    assert use.reviews.approve_terms(CHAIR, case_id).approved_terms == use.desk.file(case_id).reviews[0].versions[1]


def test_a_method_outside_the_boards_list_is_refused_with_the_list(office: Office) -> None:
    use = office.services
    case_id = decided(office)
    review.commission(use, case_id)
    file = use.desk.file(case_id)
    odd = review.terms(file, use.desk.today()).but(method="by post")
    with pytest.raises(InputError, match="SCIE Learning Together"):
        use.reviews.write_terms(MANAGER, case_id, file.reviews[0].version, odd)


def test_an_extension_gives_reason_and_target_and_leaves_the_clock_running(office: Office) -> None:
    use = office.services
    case_id = under_way(office)
    late = ExtensionForm(reason="The trial.", target=use.desk.today(), interim_learning="Briefings go out.")
    with pytest.raises(RuleError) as refused:
        use.reviews.extend(CHAIR, case_id, late)
    assert codes(refused) == {"T27-target"}
    assert use.reviews.extend(CHAIR, case_id, late.but(target=date(2027, 9, 1))).extensions
    assert stage(office, case_id) is Stage.REVIEW_EXTENDED
    clock = next(row for row in use.duties.rows(case_id) if row.clock == "CK-5")
    assert (clock.due, clock.state, clock.overrun_reason) == (date(2027, 5, 20), DutyState.RUNNING, "The trial.")
    again = late.but(target=date(2027, 11, 1))
    assert len(use.reviews.extend(CHAIR, case_id, again).extensions) == 2
    with pytest.raises(RuleError) as refused:
        use.reviews.extend(CHAIR, case_id, again)
    assert codes(refused) == {"T27-target"}, "each target is later than the last"


@pytest.mark.parametrize(("days", "codes"), [(-1, {"T28-report"}), (0, set()), (30, set()), (31, {"T28-report"})])
def test_a_report_is_received_after_the_decision_and_not_ahead_of_today(
    office: Office, days: int, codes: set[str]
) -> None:
    case_id = under_way(office)
    office.clock.set(date(2026, 12, 20))
    form = ReportForm(title="Child N", received_on=date(2026, 11, 20) + timedelta(days=days), text=review.REPORT)
    if not codes:
        assert office.services.responses.receive(PANEL, case_id, form).received_on == form.received_on
        return
    with pytest.raises(RuleError) as refused:
        office.services.responses.receive(PANEL, case_id, form)
    assert {each.code for each in refused.value.violations} == codes
    assert not office.services.desk.file(case_id).reports


def test_after_a_new_decision_the_review_goes_on_under_terms_approved_anew(office: Office) -> None:
    use = office.services
    case_id = contracted(office)
    with use.record.atomic(CHAIR, "decided again"):
        old = use.desk.file(case_id).decisions[-1]
        use.record.decisions.save(old.but(id="decision-anew", version=0, supersedes=old.id))
        use.record.cases.save(use.desk.file(case_id).case.but(stage=Stage.DECIDED_SCR))
    carried = use.reviews.commission(MANAGER, case_id, CommissionForm())
    assert carried.decision_id == "decision-anew"
    assert len(use.desk.file(case_id).reviews) == 1
    with pytest.raises(RuleError) as refused:
        use.reviews.begin(MANAGER, case_id)
    assert codes(refused) == {"T26-terms"}
    review.agree_terms(use, case_id)
    assert use.reviews.begin(MANAGER, case_id).versions[-1].decision_id == "decision-anew"


@pytest.mark.parametrize("came", [commissioned, contracted, under_way])
def test_new_facts_bring_a_review_back_to_the_chair_and_it_goes_on_under_the_new_decision(
    office: Office, came: Callable[[Office], str]
) -> None:
    use = office.services
    case_id = came(office)
    office.clock.set(date(2026, 12, 7))
    use.reopenings.reopen(CHAIR, case_id, known_on=date(2026, 12, 4), reason="A second child has spoken.")
    assert stage(office, case_id) is Stage.WITH_CHAIR
    waits = use.review_desk.view(case_id).next
    assert (waits.move, waits.words) == (None, "nothing until the Chair has decided again")
    case = use.desk.file(case_id).case
    form = decision(office, case, reasons="With what the second child said the scope is a year longer; the limbs hold.")
    again = use.decisions.sign(CHAIR, case_id, form, case.reference)
    review.commission(use, case_id)
    assert [each.decision_id for each in use.desk.file(case_id).reviews] == [again.id]
    with pytest.raises(RuleError) as refused:
        use.reviews.begin(MANAGER, case_id)
    assert "T26-terms" in codes(refused)
    review.agree_terms(use, case_id)
    if came is commissioned:
        review.appoint(use, case_id)
    use.reviews.begin(MANAGER, case_id)
    assert stage(office, case_id) is Stage.REVIEW_IN_PROGRESS


def test_once_the_report_is_in_the_decision_stands(office: Office) -> None:
    case_id = reported(office)
    with pytest.raises(RuleError) as refused:
        office.services.reopenings.reopen(CHAIR, case_id, known_on=office.clock().date(), reason="News.")
    assert codes(refused) == {"MOVE"}
    assert stage(office, case_id) is Stage.REPORT_RECEIVED


def test_the_board_does_not_agree_what_it_has_not_answered_or_acted_on(office: Office) -> None:
    use = office.services
    case_id = reported(office)
    use.tracker.recommend(MANAGER, case_id, RecommendationForm(text="Question accounts.", origin=Origin.SCR))
    with pytest.raises(RuleError) as refused:
        use.responses.agree(BOARD, case_id)
    assert "F-1, F-2, R-1, R-2" in str(refused.value)
    review.answer_all(use, case_id)
    with pytest.raises(RuleError) as refused:
        use.responses.agree(BOARD, case_id)
    assert codes(refused) == {"T30-actions"}
    assert stage(office, case_id) is Stage.REPORT_RECEIVED


def test_publishing_is_refused_with_every_reason_at_once(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    use.proceedings.add(MANAGER, case_id, review.trial(use.desk.today()))
    use.publishing.restrict(MANAGER, case_id, "No report may name the school.", "the family court")
    use.responses.revise(MANAGER, case_id, review.REPORT + "\nNora Specimen was not asked.")
    reference = use.desk.file(case_id).case.reference
    office.clock.set(date(2027, 6, 1))
    with pytest.raises(RuleError) as refused:
        use.publishing.publish(CHAIR, case_id, "www.example.invalid", reference)
    assert codes(refused) >= {"RF-16", "T31-orders", "F12.04", "F12.07", "T31-plan"}
    assert use.desk.file(case_id).reviews[0].publication is None
    assert stage(office, case_id) is Stage.PRE_PUBLICATION


def test_a_copy_of_an_earlier_text_does_not_count(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    office.clock.set(date(2027, 4, 13))
    use.responses.revise(MANAGER, case_id, review.REPORT + "\nOne word more.")
    reasons = [reason.sentence for check in use.publishing.checklist(case_id) for reason in check.reasons]
    assert any("is not of this text" in sentence for sentence in reasons)


def test_the_copies_have_to_be_out_seven_working_days_before(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    reference = use.desk.file(case_id).case.reference
    office.clock.set(date(2027, 4, 20))
    with pytest.raises(RuleError) as refused:
        use.publishing.publish(CHAIR, case_id, "www.example.invalid", reference)
    assert codes(refused) == {"CK-6"}, "six working days"
    office.clock.set(date(2027, 4, 21))
    assert use.publishing.publish(CHAIR, case_id, "www.example.invalid", reference).publication


def test_publication_is_held_back_until_the_panels_advice_is_had_regard_to(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    proposal = HoldbackForm(proposal=Holding.WITHHOLD, reasons="A sibling would be known at school.")
    with pytest.raises(RuleError) as refused:
        use.publishing.withhold(CHAIR, case_id, proposal)
    assert codes(refused) == {"T33-panel"}
    use.publishing.withhold(CHAIR, case_id, proposal.but(panel_informed_on=use.desk.today()))
    assert stage(office, case_id) is Stage.PUBLICATION_WITHHELD
    with pytest.raises(RuleError) as refused:
        use.publishing.resume(CHAIR, case_id)
    assert codes(refused) == {"T34-regard"}
    with pytest.raises(RuleError):
        use.publishing.implement(CHAIR, case_id, advice="The panel agrees.")
    assert use.publishing.resume(CHAIR, case_id, "Publish a summary.", "Published in full.").stage is (
        Stage.PRE_PUBLICATION
    )


def test_a_report_withheld_after_the_panels_advice_goes_on_to_its_actions(office: Office) -> None:
    use = office.services
    case_id = prepared(office)
    proposal = HoldbackForm(
        proposal=Holding.WITHHOLD, reasons="A sibling would be known.", panel_informed_on=use.desk.today()
    )
    use.publishing.withhold(CHAIR, case_id, proposal)
    case = use.publishing.implement(CHAIR, case_id, "The panel agrees.", "The Board follows it.")
    assert case.stage is Stage.IMPLEMENTATION
    assert use.desk.file(case_id).reviews[0].publication is None


def test_planning_another_day_counts_the_copies_again(office: Office) -> None:
    use = office.services
    case_id = reported(office)
    review.answer_all(use, case_id)
    use.responses.agree(BOARD, case_id)
    review.family(use, case_id)
    review.respond(use, case_id)
    use.publishing.prepare(MANAGER, case_id)
    use.publishing.plan(MANAGER, case_id, review.publication(date(2027, 6, 15)))
    (copies,) = [row for row in use.duties.rows(case_id) if row.clock == "CK-6"]
    assert copies.due == date(2027, 6, 4)


def test_a_link_bars_the_appointment_until_the_chair_rules_in_writing(office: Office) -> None:
    use = office.services
    case_id = decided(office)
    review.commission(use, case_id)
    form = review.reviewer(use, case_id)
    linked = form.but(links=(form.links[0].but(contracts="yes", detail="training in 2024"), *form.links[1:]))
    held = use.reviewers.consider(MANAGER, case_id, linked)
    with pytest.raises(RuleError) as refused:
        use.reviewers.appoint(MANAGER, held.id)
    assert codes(refused) == {"RF-15"}
    use.reviewers.rule(CHAIR, held.id, "One day's training, paid by the region.")
    assert use.reviewers.appoint(MANAGER, held.id).stands
    assert not use.reviewers.stand_down(MANAGER, held.id, "Illness.").stands


def test_a_changed_grid_needs_the_ruling_again(office: Office) -> None:
    use = office.services
    case_id = decided(office)
    review.commission(use, case_id)
    form = review.reviewer(use, case_id)
    linked = form.but(links=(form.links[0].but(roles="yes"), *form.links[1:]))
    held = use.reviewers.consider(MANAGER, case_id, linked)
    ruled = use.reviewers.rule(CHAIR, held.id, "Years ago.")
    more = linked.but(links=(linked.links[0], linked.links[1].but(personal="yes"), *linked.links[2:]))
    assert use.reviewers.revise(MANAGER, held.id, ruled.version, more).ruled is None


def test_proceedings_and_family_contacts_are_kept_from_referral_on(office: Office) -> None:
    use = office.services
    case = office.received()
    held = use.proceedings.add(MANAGER, case.id, review.trial(use.desk.today()))
    review.family(use, case.id)
    assert [each.form.called for each in use.family_plan.of_case(case.id)] == ["the mother", "the step-father"]
    office.clock.set(date(2026, 12, 2))
    assert use.proceedings.look(MANAGER, held.id).reviewed_on == date(2026, 12, 2)


def test_a_contact_is_with_somebody_of_the_case_and_under_other_words_than_the_name(office: Office) -> None:
    use = office.services
    case = office.received()
    review.family(use, case.id)
    form = use.family_plan.of_case(case.id)[0].form
    with pytest.raises(InputError, match="nobody in the case") as refused:
        use.family_plan.add(MANAGER, case.id, form.but(member="Sam Stranger"))
    assert "Stranger" not in str(refused.value)
    with pytest.raises(InputError, match="own name"):
        use.family_plan.add(MANAGER, case.id, form.but(called="nora  SPECIMEN"))
    with pytest.raises(InputError, match="has a plan already"):
        use.family_plan.add(MANAGER, case.id, form)


def test_no_review_ends_only_when_what_was_learned_is_done(office: Office) -> None:
    use = office.services
    case_id = lighter(office, Decided.NO_REVIEW)
    with pytest.raises(RuleError) as refused:
        use.closings.learn(LIIP, case_id)
    assert codes(refused) == {"T22-learning"}
    with pytest.raises(RuleError) as refused:
        use.closings.close(LIIP, case_id, "")
    assert codes(refused) == {"T23-statement"}
    action = ActionForm(
        agency="HSG", owner="Manager", action="Tell schools.", outcome="They know.", due=date(2027, 1, 4), early=True
    )
    use.tracker.act(MANAGER, case_id, action)
    with pytest.raises(RuleError) as refused:
        use.closings.close(LIIP, case_id, "Nothing left.")
    assert codes(refused) == {"T36-actions"}
    assert use.closings.learn(LIIP, case_id).stage is Stage.IMPLEMENTATION


def test_our_copy_of_a_case_handed_over_closes_with_a_word_on_its_actions(office: Office) -> None:
    use = office.services
    case = use.referrals.receive(MANAGER, referrals.child_k(office.clock() - timedelta(hours=1)))
    use.referrals.query_jurisdiction(MANAGER, case.id, "Two addresses.")
    use.referrals.resolve_theirs(CHAIR, case.id, "Elsewhere Board", "Letter of 2 November")
    with pytest.raises(RuleError):
        use.closings.close(MANAGER, case.id, " ")
    closed = use.closings.close(MANAGER, case.id, "No action for an agency here.")
    assert closed.stage is Stage.CLOSED
