"""A signed decision: questioned, reopened, superseded, corrected beside itself; and advice that stays apart."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.base import CaseId
from sscb_tui.domain.case import Case
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import Decided, Paper, Role, Stage
from tests.services.office import CHAIR, LIIP, MANAGER, MEMBER, MINUTES, Office
from tests.services.test_main_job import decision, no_review
from tests.services.test_refusals import codes

PANEL = "The panel does not agree: suspicion is enough, and a call-out is not weighed."
AGAIN = "The panel names a call-out of 9 September that was not weighed; with it the harm cannot be called slight."
SECRET = "Counsel thinks that limb (b)(ii) is met on these facts."
LAWYER = Actor(name="L. Adviser", role=Role.LEGAL_ADVISER)


def refused_review(office: Office) -> Case:
    """The Chair holds no review."""
    case = office.with_chair()
    office.services.decisions.sign(CHAIR, case.id, no_review(office, case), case.reference)
    return case


def review(office: Office) -> Case:
    case = office.with_chair()
    office.services.decisions.sign(CHAIR, case.id, decision(office, case), case.reference)
    return case


def test_the_panel_disagrees_and_a_new_decision_supersedes_the_old(office: Office) -> None:
    case, use = refused_review(office), office.services
    first = use.desk.file(case.id).decision
    assert first is not None
    office.clock.set(date(2026, 12, 14))
    use.reopenings.panel_query(MANAGER, case.id, on=date(2026, 12, 11), reference="NP/77", words=PANEL)
    assert use.desk.file(case.id).case.stage is Stage.PANEL_SCRUTINY

    form = decision(office, case, reasons=AGAIN)
    with pytest.raises(RuleError) as refused:
        use.decisions.sign(CHAIR, case.id, form, case.reference)
    assert codes(refused) == {"T25-regard"}
    second = use.decisions.sign(CHAIR, case.id, form.but(regard_to_panel="The call-out was weighed."), case.reference)

    file = use.desk.file(case.id)
    assert (second.supersedes, file.case.stage) == (first.id, Stage.DECIDED_SCR)
    assert file.decisions == (first, second)
    paper = use.papers.render(Paper.DECISION, case.id).markdown
    assert "Supersedes:** No review" in paper
    assert PANEL.split(":")[0] in paper
    assert "The call-out was weighed." in paper
    assert {duty.not_needed for duty in file.duties if duty.clock == "CK-4" and duty.not_needed} == {
        "superseded by a new decision"
    }
    assert len([duty for duty in file.duties if duty.clock == "CK-4" and not duty.not_needed]) == 3


def test_after_the_panels_letter_the_chair_can_neither_defer_nor_transfer(office: Office) -> None:
    case, use = refused_review(office), office.services
    use.reopenings.panel_query(MANAGER, case.id, on=office.clock().date(), reference="NP/77", words=PANEL)
    form = decision(office, case, Decided.DEFER, questions="x", awaited_from="y", redecide_on=date(2026, 11, 30))
    with pytest.raises(RuleError) as refused:
        use.decisions.sign(CHAIR, case.id, form.but(reasons=AGAIN, regard_to_panel="Weighed."), case.reference)
    assert "MOVE" in codes(refused)


def test_new_information_reopens_the_decision_and_its_clock(office: Office) -> None:
    case, use = review(office), office.services
    office.clock.set(date(2027, 1, 11))
    use.reopenings.reopen(CHAIR, case.id, known_on=date(2027, 1, 8), reason="A second child has spoken.")
    running = [duty for duty in use.desk.file(case.id).duties if duty.clock == "CK-2" and duty.done_at is None]
    assert [(duty.started_on, duty.due) for duty in running] == [(date(2027, 1, 8), date(2027, 2, 8))]
    row = next(row for row in use.desk.queue() if row.case_id == case.id)
    assert row.decide_by == date(2027, 2, 8)

    office.clock.set(date(2027, 2, 9))
    form = decision(office, case, reasons="With what the second child said the scope is a year longer; the limbs hold.")
    with pytest.raises(RuleError) as refused:
        use.decisions.sign(CHAIR, case.id, form, case.reference)
    assert codes(refused) == {"CK-2"}
    office.clock.set(date(2027, 2, 8))
    use.decisions.sign(CHAIR, case.id, form, case.reference)
    assert all(duty.done_at for duty in use.desk.file(case.id).duties if duty.clock == "CK-2")
    assert "A second child has spoken." in use.papers.render(Paper.DECISION, case.id).markdown


@pytest.mark.parametrize("known", [date(2026, 11, 1), date(2027, 1, 12)])
def test_what_was_known_before_or_is_not_yet_known_reopens_nothing(office: Office, known: date) -> None:
    case = review(office)
    office.clock.set(date(2027, 1, 11))
    with pytest.raises(RuleError) as refused:
        office.services.reopenings.reopen(CHAIR, case.id, known_on=known, reason="A second child has spoken.")
    assert codes(refused) == {"T29-date"}
    file = office.services.desk.file(case.id)
    assert (file.case.stage, file.reopenings) == (Stage.DECIDED_SCR, ())


def test_a_case_that_is_not_decided_is_not_reopened(office: Office) -> None:
    case, today = office.with_chair(), office.clock().date()
    use = office.services.reopenings
    for deed in (
        lambda: use.reopen(CHAIR, case.id, known_on=today, reason="News."),
        lambda: use.panel_query(MANAGER, case.id, on=today, reference="NP/1", words="Why?"),
        lambda: use.add(CHAIR, case.id, "A correction."),
    ):
        with pytest.raises(NotFoundError, match="has not decided"):
            deed()


def test_the_panel_does_not_query_a_review(office: Office) -> None:
    case = review(office)
    with pytest.raises(RuleError) as refused:
        office.services.reopenings.panel_query(
            MANAGER, case.id, on=office.clock().date(), reference="NP/1", words="Why?"
        )
    assert codes(refused) == {"MOVE"}
    assert office.services.desk.file(case.id).reopenings == ()


def test_an_addendum_stands_under_the_record_and_changes_nothing_in_it(office: Office) -> None:
    case, use = review(office), office.services
    before = use.desk.file(case.id)
    added = use.reopenings.add(CHAIR, case.id, "For 12 October read 13 October.")
    after = use.desk.file(case.id)
    assert after.decisions == before.decisions
    assert after.case == before.case
    paper = use.papers.render(Paper.DECISION, case.id).markdown
    body, _, below = paper.partition("Addendum 1 · C. Chair")
    assert "For 12 October read 13 October." in below
    assert "13 October" not in body
    assert after.seals[added.id] in below


def test_an_addendum_that_says_nothing_or_names_somebody_is_refused(office: Office) -> None:
    case, use = review(office), office.services.reopenings
    with pytest.raises(InputError, match="blank"):
        use.add(CHAIR, case.id, "  ")
    with pytest.raises(RuleError) as refused:
        use.add(CHAIR, case.id, f"{case.child.name} is eight and not nine.")
    assert codes(refused) == {"RF-16"}
    assert office.services.desk.file(case.id).addenda == ()


def test_the_record_is_read_before_it_is_signed_and_is_the_same_after(office: Office) -> None:
    case, use = office.with_chair(), office.services
    form = decision(office, case)
    before = use.papers.preview(CHAIR, case.id, form)
    assert before.filename == ""
    assert before.markdown.count("NOT SIGNED") == 4
    assert "not yet sealed" in before.markdown
    assert use.desk.file(case.id).decisions == ()
    use.decisions.sign(CHAIR, case.id, form, case.reference)
    after = use.papers.render(Paper.DECISION, case.id).markdown
    changed = set(rows(after)) ^ set(rows(before.markdown))
    assert {line.split("|")[1].strip() for line in changed} == {"Status", "Signed", "Post", "At", "Seal in the journal"}


def rows(paper: str) -> list[str]:
    """Every line, however wide its columns are set."""
    return [" ".join(line.split()) for line in paper.splitlines() if not line.startswith("| -")]


def test_a_sibling_gives_its_reasons_and_none_of_its_answers(office: Office) -> None:
    case, use = review(office), office.services
    sister = use.desk.file(case.id).case.but(
        id=CaseId("sister"), reference="SSCB/2026/002", pseudonym="Child R", version=0, stage=Stage.WITH_CHAIR
    )
    with use.record.atomic(MANAGER, "a sister's case"):
        use.record.cases.save(sister)
    copied = use.decisions.copied(case.id, "sister")
    assert copied["copied_from"] == case.reference
    assert set(copied) == {"reasons", "scope_view", "copied_from"}
    again = decision(office, case).but(**copied, made_own="She saw it and was not hurt.")
    refused = use.decisions.check(CHAIR, "sister", again)
    assert "RF-10" in {each.code for each in refused}
    own = again.but(reasons=f"{copied['reasons']} She saw it and was not hurt.")
    assert "RF-10" not in {each.code for each in use.decisions.check(CHAIR, "sister", own)}


def test_reasons_are_copied_between_siblings_only(office: Office) -> None:
    case = review(office)
    with pytest.raises(InputError, match="no other child"):
        office.services.decisions.copied(case.id, case.id)


def advised(office: Office, case_id: str, by: Actor = CHAIR) -> None:
    office.services.privileged.record(
        by, case_id, reference="LEG/12", given_by="Q. Counsel", given_on=office.clock().date(), text=SECRET
    )


@pytest.mark.parametrize("actor", [CHAIR, MANAGER, LAWYER])
def test_legal_advice_is_recorded_and_read_by_three_posts(office: Office, actor: Actor) -> None:
    case = office.received()
    advised(office, case.id, actor)
    assert [each.text for each in office.services.privileged.of_case(actor, case.id)] == [SECRET]


@pytest.mark.parametrize("actor", [MEMBER, MINUTES, LIIP])
def test_nobody_else_reads_it(office: Office, actor: Actor) -> None:
    case = office.received()
    advised(office, case.id)
    with pytest.raises(RuleError):
        office.services.privileged.of_case(actor, case.id)


def test_legal_advice_is_in_no_case_file_no_paper_and_no_history(office: Office) -> None:
    case, use = review(office), office.services
    advised(office, case.id)
    assert SECRET not in repr(use.desk.file(case.id))
    assert all(SECRET not in use.papers.render(paper, case.id).markdown for paper in use.papers.available(case.id))
    history = repr(use.desk.history(case.id))
    assert SECRET not in history
    assert "legal advice recorded" in history
    assert use.record.journal.verify() is None


def test_advice_is_not_of_the_future_nor_blank(office: Office) -> None:
    case = office.received()
    for given_on, text in ((date(2026, 11, 3), SECRET), (date(2026, 11, 2), " ")):
        with pytest.raises(InputError):
            office.services.privileged.record(
                CHAIR, case.id, reference="LEG/12", given_by="Q. Counsel", given_on=given_on, text=text
            )
    assert office.services.privileged.of_case(CHAIR, case.id) == ()
