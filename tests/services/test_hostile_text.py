"""Every text field of every form takes every hostile string: stored exactly, printed harmlessly, verified whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from sscb_tui.bootstrap import open_record
from sscb_tui.cli import main
from sscb_tui.domain.dates import stated
from sscb_tui.domain.decision import Dissent, LimbFinding
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.meeting import AgencyView, Attendee
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.rules.disclosing import PUBLIC
from sscb_tui.domain.scoping import Answer
from sscb_tui.domain.terms import ActionState, Cause, Paper, Ruling
from sscb_tui.domain.text import shown
from sscb_tui.services.demonstration import meeting, people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.discussions import discussion, plan
from tests.services.doors_of_the_tracker import ACTION, PROOF
from tests.services.hostile import WORDS, distinct, hostile, taking_text, texts_at
from tests.services.office import CHAIR, LIIP, MANAGER, MINUTES, Office
from tests.services.test_main_job import decision

AGENCIES = ("CHS", "CSC", "POL", "EDU", "HSG")
PROSE = ("F4.E1", "F4.C1", "F4.G4", "F4.G5")
LONG = {"10 kB": "x[/]\x1b|" * 1_700}
"""Everywhere at once; a hundred kilobytes in one form have a test of their own."""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The same office, on a file the command line can open too."""
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    services = open_record(tmp_path / "board.db", clock=clock)
    yield Office(services, clock)
    services.close()


def same(form: BaseModel, stored: BaseModel) -> None:
    """What a record took over from a form stands in it letter by letter."""
    common = type(form).model_fields.keys() & type(stored).model_fields.keys()
    assert {name: getattr(form, name) for name in common} == {name: getattr(stored, name) for name in common}


def whole_job(office: Office, words: str) -> str:
    """From the settings to a verified action, with these words wherever words may stand; the case's id."""
    services = office.services
    services.board.save(MANAGER, hostile(people.BOARD, words))
    office.clock.set(date(2026, 11, 2), "10:00")
    form = hostile(referrals.child_n(office.clock()), words)
    case = services.referrals.receive(MANAGER, form)
    assert services.referrals.form_of(case.id) == form
    services.referrals.open_discussion(MANAGER, case.id, words)
    _discuss(office, case.id, words)
    _return(office, case.id, words)
    _meet(office, case.id, words)
    _decide(office, case.id, words)
    _track(office, case.id, words)
    return case.id


def _discuss(office: Office, case_id: str, words: str) -> None:
    use, file = office.services.referrals, office.services.desk.file(case_id)
    form = hostile(discussion(file.case, office.clock(), plan(file, AGENCIES, office.clock())), words)
    said = use.discuss(MANAGER, case_id, form).discussion
    assert said is not None
    same(form, said)
    use.agree(LIIP, case_id)
    use.agree(CHAIR, case_id)


def _return(office: Office, case_id: str, words: str) -> None:
    use = office.services.scoping
    for request in use.issue(MANAGER, case_id, AGENCIES):
        file, board = office.services.desk.file(case_id), office.services.board.settings()
        answers = returns.filled(file, request, nil=False)
        rows = tuple(row.but(on=stated("early March"), event=words, source="file") for row in answers.chronology)
        answers = answers.but(answers=tuple(_said(answer, words) for answer in answers.answers), chronology=rows)
        use.take(MANAGER, f"{words}.md", use.templates.filled(file.case, request, board, answers).encode())
        stored = office.services.record.requests.get(request.id).returned
        assert stored is not None
        assert {_text(stored.answer(question)) for question in PROSE} == {_text(Answer(question="F4.E1", text=words))}
    use.chase(MANAGER, office.services.scoping.returns(case_id)[0].request_id, words)
    use.complete(MANAGER, case_id)


def _said(answer: Answer, words: str) -> Answer:
    if answer.question not in PROSE:
        return answer
    return Answer(question=answer.question, text=words)


def _text(answer: Answer | None) -> str:
    """An answer as a file can hold it: files know one line end, and blank edges are no part of what was said."""
    assert answer is not None
    return answer.text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _meet(office: Office, case_id: str, words: str) -> None:
    use, services = office.services.meetings, office.services
    held = use.prepare(MINUTES, case_id)
    for number, person in enumerate(meeting._ROOM):
        guest = hostile(person, words).but(name=distinct(words, number), ruling=Ruling.STAY)
        assert guest in use.attend(MINUTES, held.id, guest.but(arrived_at=office.clock())).attendance or True
    use.attend(MINUTES, held.id, hostile(Attendee(name="x", post="y", interest="z"), words))
    use.ready(MINUTES, held.id, confidentiality_read=True, interests_asked=True, purpose_restated=True)
    use.start(LIIP, held.id)
    meeting._find(services, held.id)
    for finding in services.desk.file(case_id).meeting.findings:  # type: ignore[union-attr]  # held above
        relied = hostile(_from_outside(finding), words)
        stored = next(
            each for each in services.findings.find(MINUTES, held.id, relied).findings if each.fact is relied.fact
        )
        assert set(relied.evidence) <= set(stored.evidence)  # what was cited before stays beside it
        same(relied, stored.but(evidence=relied.evidence))
    for agency in (*AGENCIES, "CCG"):
        spoken = hostile(AgencyView(agency=agency, outcome=None, reason="x", dissent="y"), words)
        views = services.findings.view(MINUTES, held.id, spoken).views
        assert (spoken.reason, spoken.dissent) in [(view.reason, view.dissent) for view in views]
    for prefix in ("", ":f ", ":a ", ":d ", ":x ", ":q ", ":p "):
        line = use.write(MINUTES, held.id, f"{prefix}{distinct(words, 1)}")
        assert line.text.strip() == distinct(words, 1).strip()
    edited = use.edit_line(MINUTES, line.id, line.version, distinct(words, 2))
    assert edited.text == distinct(words, 2)
    services.floor.safety(MINUTES, held.id, distinct(words, 3))
    use.close(LIIP, held.id)
    form = hostile(meeting._form().but(dissent=(Dissent(agency="HSG", words="x"),)), words)
    sent = use.submit(LIIP, case_id, form)
    assert form.summary == sent.summary
    assert sent.reasons == form.reasons


def _from_outside(finding: LimbFinding) -> LimbFinding:
    """Passages of documents that are not held here: any words may say where they stand."""
    return finding.but(evidence=tuple(each.but(source="other") for each in finding.evidence))


def _decide(office: Office, case_id: str, words: str) -> None:
    case = office.services.desk.file(case_id).case
    agreed = decision(office, case, overrun_reason="x", instead="y", panel_explanation="z", made_own="w")
    plain = agreed.but(limbs=tuple(map(_from_outside, agreed.limbs)))
    form, names = hostile(plain, words), names_of(office.services.desk.file(case_id))
    # the family here bears the hostile words as its names, which no public field may hold
    form = form.but(**{name: getattr(plain, name) for name in PUBLIC if names.found(getattr(form, name))})
    no_conflict = form.but(conflict_of_interest=form.conflict_of_interest.but(answer="no"))
    reasons = f"{form.reasons} {' '.join(['words of the Chair'] * 3)}"
    same_form = no_conflict.but(reasons=reasons)
    same(same_form, office.services.decisions.sign(CHAIR, case_id, same_form, case.reference))
    for row in office.services.duties.rows(case_id):
        office.services.duties.explain(MANAGER, row.duty_id, words)
        if row.to:
            done_on = office.clock().date()
            use, later = office.services.duties, row.due + timedelta(days=1)
            extended = use.extend(MANAGER, row.duty_id, target=later, reason=words, approved_by=words)
            assert (extended.extensions[0].reason, extended.extensions[0].approved_by) == (words, words)
            held_up = use.lose(MANAGER, row.duty_id, Cause.OTHER, first=done_on, last=done_on, note=words)
            assert held_up.lost[0].note == words
            duty = office.services.duties.record(MANAGER, row.duty_id, done_on=done_on, method=words, proof=words)
            assert (duty.method, duty.proof) == (words, words)


def _track(office: Office, case_id: str, words: str) -> None:
    use = office.services.tracker
    form = hostile(RecommendationForm(text="x", themes=("y",), finding="z", response="w"), words)
    number = use.recommend(MANAGER, case_id, form).number
    same(form, use.recommendations(case_id)[-1])
    asked = hostile(ACTION, words).but(recommendation_number=number, early=False)
    action = use.act(MANAGER, case_id, asked)
    same(asked, action)
    progress = office.services.progress
    progress.update(MANAGER, action.id, ActionState.DONE_UNVERIFIED, words)
    progress.evidence(MANAGER, action.id, hostile(PROOF, words))
    assert progress.verify(LIIP, action.id, words).updates[-1].note == words


def printed(office: Office, case_id: str) -> Iterator[tuple[str, str]]:
    """Every paper, every blank form, and what each is called."""
    for paper in office.services.papers.available(case_id):
        text = office.services.papers.render(paper, case_id)
        yield f"{paper.value}, title and file name", text.title + text.filename
        yield paper.value, text.markdown
    blank = office.services.scoping.template(case_id, "CHS")
    yield "template, title and file name", blank.title + blank.filename
    yield "template", blank.markdown


def answered(tmp_path: Path, reference: str) -> Iterator[tuple[str, str]]:
    """Every plain answer of the command line about the case."""
    for command in (
        ("list",),
        ("show", reference),
        ("history", reference),
        ("duty", "list"),
        ("action", "list"),
        ("recommendation", "list"),
        ("board", "show"),
    ):
        call = ["--db", str(tmp_path / "board.db"), "--today", "2026-11-03", *command]
        result = CliRunner().invoke(main, call, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        yield " ".join(command), result.stdout


@pytest.mark.parametrize("kind", [*WORDS, *LONG])
def test_hostile_words_are_kept_exactly_and_printed_harmlessly(office: Office, tmp_path: Path, kind: str) -> None:
    words = (WORDS | LONG)[kind]
    case_id = whole_job(office, words)
    for where, text in printed(office, case_id):
        assert text == shown(text), where
        assert "\r" not in text, where
    for where, text in answered(tmp_path, office.services.desk.file(case_id).case.reference):
        assert text == shown(text), where
    assert office.services.record.journal.verify() is None


def test_a_hundred_kilobytes_in_every_field_of_a_referral_are_kept_and_listed(office: Office, tmp_path: Path) -> None:
    office.services.board.save(MANAGER, people.BOARD)
    form = hostile(referrals.child_n(office.clock()), "x[/]\x1b|" * 17_000)
    case = office.services.referrals.receive(MANAGER, form)
    assert office.services.referrals.form_of(case.id) == form
    for where, text in answered(tmp_path, case.reference):
        assert text == shown(text), where
    assert shown(office.services.papers.render(Paper.PLAN, case.id).markdown)
    assert office.services.record.journal.verify() is None


def test_the_walk_reaches_the_fields_people_write_in() -> None:
    """The test above is worth something only while the walk finds them."""
    clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
    form = referrals.child_n(clock())
    paths = taking_text(form)
    assert ("child", "name") in paths
    assert ("referral", "what_happened") in paths
    assert ("family", 1, "relationship") in paths
    assert ("incident_on", "text") in paths
    assert ("child", "outcome") not in paths
    filled = hostile(form, "\x1b[31m")
    assert all(text.startswith("\x1b[31m") for text in texts_at(filled, paths))
