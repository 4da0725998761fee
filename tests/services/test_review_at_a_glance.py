"""The view that the Review screen and `sscb review show` share: parts, marks, days left, and what stands in the way."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.days import shown
from sscb_tui.domain.review_forms import ExtensionForm
from sscb_tui.domain.terms import Move
from sscb_tui.services.demonstration import review
from sscb_tui.services.views.reviews import ReviewView
from tests.services import reviewed
from tests.services.office import CHAIR, MANAGER, Office


def view(office: Office, case_id: str) -> ReviewView:
    return office.services.review_desk.view(case_id)


def test_before_there_is_a_review_only_what_runs_beside_it_is_kept(office: Office) -> None:
    seen = view(office, office.received().id)
    assert (seen.kind, seen.due, seen.next.move) == ("no review commissioned", None, None)
    assert seen.part("terms").state == "not written"
    assert seen.part("family").state == "2 without a plan"


@pytest.mark.parametrize(
    ("day", "state", "mark"),
    [
        (date(2026, 11, 23), "due 4 Jan 2027, 27 wd left", "○"),
        (date(2027, 1, 4), "due 4 Jan 2027, 0 wd left", "○"),
        (date(2027, 1, 5), "due 4 Jan 2027, 1 wd late", "!"),
    ],
)
def test_a_milestone_says_how_many_days_are_left_or_that_it_is_late(
    office: Office, day: date, state: str, mark: str
) -> None:
    case_id = reviewed.under_way(office)
    office.clock.set(day)
    item = view(office, case_id).part("timetable").items[0]
    assert (item.state, item.mark) == (state, mark)
    office.services.reviews.reach(MANAGER, case_id, item.key, day)
    item = view(office, case_id).part("timetable").items[0]
    assert (item.state, item.mark) == (f"reached {shown(day)}", "✓")


def test_what_stands_in_the_way_is_told_with_the_next_step(office: Office) -> None:
    case_id = reviewed.commissioned(office)
    seen = view(office, case_id)
    assert (seen.next.move, seen.next.who) == (Move.BEGIN_REVIEW, "Business Manager")
    assert [reason.partition(":")[0] for reason in seen.next.reasons] == ["T26-terms", "T26-reviewer"]
    assert (seen.due, seen.working_days) == (date(2027, 5, 20), 123)
    review.agree_terms(office.services, case_id)
    review.appoint(office.services, case_id)
    assert view(office, case_id).next.reasons == ()


def test_a_departure_on_record_for_the_six_months_is_the_day_the_review_runs_to(office: Office) -> None:
    case_id, use = reviewed.under_way(office), office.services
    seen = view(office, case_id)
    assert (seen.due, seen.target, seen.working_days) == (date(2027, 5, 20), None, 123)
    clock = next(row for row in use.duties.rows(case_id) if row.clock == "CK-5")
    use.duties.extend(MANAGER, clock.duty_id, target=date(2027, 7, 1), reason="The trial.", approved_by="C. Chair")
    seen = view(office, case_id)
    assert (seen.due, seen.target, seen.working_days) == (date(2027, 5, 20), date(2027, 7, 1), 152)
    form = ExtensionForm(reason="The inquest.", target=date(2027, 9, 1), interim_learning="A briefing.")
    use.reviews.extend(CHAIR, case_id, form)
    assert view(office, case_id).target == date(2027, 9, 1)


def test_a_draft_lists_what_is_to_be_mended(office: Office) -> None:
    use = office.services
    case_id = reviewed.commissioned(office)
    file = use.desk.file(case_id)
    terms = review.terms(file, use.desk.today())
    use.reviews.write_terms(MANAGER, case_id, file.reviews[0].version, terms.but(supplies=terms.supplies[:2]))
    part = view(office, case_id).part("terms")
    assert (part.state, part.mark) == ("v1 draft, 1 to mend", "!")
    assert part.items[0].key == "F10.08"


def test_a_reviewer_is_linked_free_or_appointed(office: Office) -> None:
    use = office.services
    case_id = reviewed.commissioned(office)
    form = review.reviewer(use, case_id)
    linked = form.but(name="T. Tied", links=(form.links[0].but(roles="yes"), *form.links[1:]))
    use.reviewers.consider(MANAGER, case_id, linked)
    use.reviewers.consider(MANAGER, case_id, form.but(name="U. Unknown", links=()))
    held = use.reviewers.consider(MANAGER, case_id, form)
    states = [(item.label, item.state) for item in view(office, case_id).part("reviewers").items]
    assert states == [("T. Tied", "linked"), ("U. Unknown", "to be completed"), ("I. Dependent", "free to appoint")]
    use.reviewers.appoint(MANAGER, held.id)
    assert view(office, case_id).part("reviewers").state == "I. Dependent"


def test_once_published_the_checklist_gives_way_to_the_address(office: Office) -> None:
    case_id = reviewed.prepared(office)
    assert view(office, case_id).part("publication").state == "9 of 10 clear"
    office.clock.set(date(2027, 5, 3))
    assert view(office, case_id).part("publication").state == "10 of 10 clear"
    reference = office.services.desk.file(case_id).case.reference
    office.services.publishing.publish(CHAIR, case_id, "www.example.invalid", reference)
    part = view(office, case_id).part("publication")
    assert part.state == "published 3 May 2027"
    assert [item.state for item in part.items] == ["www.example.invalid"]
    assert view(office, case_id).next.move is Move.CLOSE


def test_nobody_is_named_in_the_lines_of_the_family(office: Office) -> None:
    case_id = office.received().id
    review.family(office.services, case_id)
    part = view(office, case_id).part("family")
    said = " ".join(f"{item.label} {item.state} {item.words}" for item in part.items)
    assert "the mother told 5 of 5" in said
    assert "Specimen" not in said
