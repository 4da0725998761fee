"""Whatever is typed while a review runs is stored letter by letter and printed harmlessly."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from sscb_tui.domain.errors import InputError
from sscb_tui.domain.family_contact import Contribution, NoContact, Told
from sscb_tui.domain.review_forms import HoldbackForm, ReportForm, ShownForm
from sscb_tui.domain.terms import Holding, Paper, Stage, ToldOf
from sscb_tui.services.demonstration import review
from tests.services.hostile import WORDS, hostile
from tests.services.office import CHAIR, MANAGER, Office
from tests.services.reviewed import PANEL, commissioned, prepared, under_way

_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")
HARD = ("markup", "terminal escape", "nul", "right to left", "line ends", "surrounding space", "sql", "pipe")


def same(form: BaseModel, stored: BaseModel) -> None:
    """What a record took over from a form stands in it letter by letter."""
    common = type(form).model_fields.keys() & type(stored).model_fields.keys()
    assert {name: getattr(form, name) for name in common} == {name: getattr(stored, name) for name in common}


@pytest.mark.parametrize("name", HARD)
def test_terms_and_commission_take_any_words_and_print_them_harmlessly(office: Office, name: str) -> None:
    use, words = office.services, WORDS[name]
    case_id = commissioned(office)
    file, today = use.desk.file(case_id), use.desk.today()
    usual = review.terms(file, today)
    said = hostile(usual, words).but(method=usual.method)
    use.reviews.write_terms(MANAGER, case_id, file.reviews[0].version, said)
    assert use.reviews.approve_terms(CHAIR, case_id).versions[0].terms == said
    form = hostile(review.reviewer(use, case_id), words)
    held = use.reviewers.consider(MANAGER, case_id, form)
    assert held.form == form
    contract = hostile(review.contract(today), words)
    assert use.reviewers.contract(MANAGER, held.id, contract).contract == contract
    advised = use.reviewers.panel(MANAGER, held.id, today, f"{words} 1", f"{words} 2")
    assert (advised.panel_advice, advised.panel_regard) == (f"{words} 1", f"{words} 2")
    assert use.reviewers.rule(CHAIR, held.id, f"{words} 3").ruling == f"{words} 3"
    use.reviewers.appoint(MANAGER, held.id)
    for paper in (Paper.TERMS, Paper.COMMISSION):
        text = use.papers.render(paper, case_id)
        assert not _UNSEEN.search(text.markdown), paper
        assert "\n### F4" not in text.markdown
    assert use.review_desk.view(case_id).parts
    assert use.record.journal.verify() is None


@pytest.mark.parametrize("name", HARD)
def test_what_runs_beside_a_case_takes_any_words(office: Office, name: str) -> None:
    use, words = office.services, WORDS[name]
    case_id, today = office.received().id, office.services.desk.today()
    trial = hostile(review.trial(today), words)
    held = use.proceedings.add(MANAGER, case_id, trial)
    assert held.form == trial
    review.family(use, case_id)
    contact = use.family_plan.of_case(case_id)[0]
    form = hostile(contact.form, words).but(member=contact.form.member)
    assert use.family_plan.revise(MANAGER, contact.id, contact.version, form).form == form
    told = Told(of=ToldOf.TERMS, not_yet=words, by=words)
    assert use.family_plan.tell(MANAGER, contact.id, told).told_of(ToldOf.TERMS) == told
    limit = NoContact(asked_by=f"x{words}", until=f"y{words}", proceeding="P-1")
    assert use.family_plan.limit(MANAGER, contact.id, limit).limits == (limit,)
    given = hostile(Contribution(wishes="a", gave="b", used="c"), words)
    assert use.family_plan.contribute(MANAGER, contact.id, given).contribution == given
    shown = hostile(ShownForm(support="a", shown_where="b", not_shown="c"), words)
    same(shown, use.family_plan.show(MANAGER, contact.id, shown))
    assert not _UNSEEN.search(use.papers.key(CHAIR, case_id).markdown)
    assert use.record.journal.verify() is None


@pytest.mark.parametrize("name", HARD)
def test_report_answers_and_publication_take_any_words(office: Office, name: str) -> None:
    use, words = office.services, WORDS[name]
    case_id = prepared(office)
    today = use.desk.today()
    text = use.responses.revise(MANAGER, case_id, f"x{words}", f"y{words}")
    assert (text.text, text.title) == (f"x{words}", f"y{words}".strip())
    response = hostile(review.response(today), words)
    version = use.desk.file(case_id).reviews[0].version
    assert use.responses.respond(MANAGER, case_id, version, response).response == response
    plan = hostile(review.publication(today), words)
    assert use.publishing.plan(MANAGER, case_id, plan).plan == plan
    order = use.publishing.restrict(MANAGER, case_id, f"x{words}", f"y{words}").restrictions[0]
    assert (order.what, order.imposed_by) == (f"x{words}", f"y{words}")
    assert use.publishing.clear(MANAGER, case_id, 1, f"z{words}").restrictions[0].cleared == f"z{words}"
    back = HoldbackForm(proposal=Holding.DELAY, reasons=f"x{words}", panel_informed_on=today)
    assert use.publishing.withhold(CHAIR, case_id, back).holdbacks[0].reasons == f"x{words}"
    use.publishing.resume(CHAIR, case_id, f"x{words}", f"y{words}")
    held = use.desk.file(case_id).reviews[0].holdbacks[0]
    assert (held.advice, held.regard) == (f"x{words}", f"y{words}")
    assert use.review_desk.view(case_id).parts
    assert use.record.journal.verify() is None


def test_a_blank_report_is_refused_and_nothing_moves(office: Office) -> None:
    use = office.services
    case_id = under_way(office)
    blank = ReportForm(title="Child N", received_on=use.desk.today(), text=" \n ")
    with pytest.raises(InputError, match="the report's own words"):
        use.responses.receive(PANEL, case_id, blank)
    assert not use.desk.file(case_id).reports
    assert use.desk.file(case_id).case.stage is Stage.REVIEW_IN_PROGRESS
