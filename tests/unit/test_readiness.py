"""The check before the meeting: what is in, late, thin or missing, and questions that cite their passages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from sscb_tui.domain.case import Case
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.rules.readiness import THIN, Late, Readiness, readiness
from sscb_tui.domain.scoping import AgencyRequest, Answer
from sscb_tui.domain.settlement import Settlement
from sscb_tui.domain.terms import Fact, ReturnState
from tests.unit.returns_at_odds.reading import BOARD, Planted, as_file

TODAY = date(2026, 11, 20)
RETURNS = (
    "CSC B1.P1 [known_open] Open since June.",
    "CSC G5 The call-outs were not known to us.",
    f"CSC E1 Cheerful, and well cared for when seen. {'word ' * THIN}",
    "POL B1.P2 [withheld]",
    "POL C1 Probation and the health visitor were in touch with the mother.",
)


def checked(case: Case, file: CaseFile, *lines: str) -> Readiness:
    return readiness(as_file(Planted("", "", lines or RETURNS), case, file), BOARD, TODAY)


def asked(request: AgencyRequest, code: str, **changes: object) -> AgencyRequest:
    fresh = {"id": f"request-{code}", "agency": code, "returned": None, "state": ReturnState.REQUESTED}
    return request.but(**(fresh | changes))


def test_returns_are_counted_with_those_late_and_refused(case: Case, file: CaseFile) -> None:
    whole = as_file(Planted("", "", RETURNS), case, file)
    social, police = whole.requests
    receipt = Receipt(file="pol.md", sha256="0" * 64, at=datetime(2026, 11, 19, 9, 0, tzinfo=UTC), by="B. Manager")
    requests = (
        social,
        police.but(receipts=(receipt,)),
        asked(social, "HSG"),
        asked(social, "EDU", state=ReturnState.REFUSED),
        asked(social, "CCG", due=date(2026, 11, 30)),
    )
    found = readiness(replace(whole, requests=requests), BOARD, TODAY)
    assert found.asked == ("CSC", "POL", "HSG", "EDU", "CCG")
    assert found.returned == ("CSC", "POL")
    assert found.refused == ("EDU",)
    assert found.late == (Late("POL", 1, arrived=True), Late("HSG", 2, arrived=False))


def test_a_short_return_is_thin_and_a_nil_return_is_not(case: Case, file: CaseFile) -> None:
    assert [agency for agency, _ in checked(case, file).thin] == ["POL"]
    whole = as_file(Planted("", "", RETURNS), case, file)
    nil = tuple(each.but(returned=each.returned.but(nil=True)) for each in whole.requests if each.returned)
    assert readiness(replace(whole, requests=nil), BOARD, TODAY).thin == ()


def test_agencies_named_and_not_asked_are_listed_with_the_passage(case: Case, file: CaseFile) -> None:
    found = checked(case, file).unasked
    assert [each.agency for each in found] == ["CRC or NPS", "STFT"]
    assert found[0].named_by[0].words == "Probation and the health visitor were in touch with the mother."


def test_people_nobody_searched_for_are_named_by_relationship(case: Case, file: CaseFile) -> None:
    gaps = [(gap.agency, gap.who, gap.why) for gap in checked(case, file).unsearched]
    assert ("CSC", "P1 the child", "left blank") not in gaps
    assert ("CSC", "P2 mother", "left blank") in gaps
    assert ("POL", "P2 mother", "withheld") in gaps


def test_a_criterion_counts_as_supported_only_with_a_passage(case: Case, file: CaseFile) -> None:
    assert checked(case, file).unsupported == tuple(Fact)
    assert file.meeting is not None
    quote = Evidence(source="return", ref="POL F4.G4", quote="None of it was shared.")
    first, *rest = file.meeting.findings
    findings = (first.but(evidence=(quote,)), *rest)
    found = checked(case, replace(file, meeting=file.meeting.but(findings=findings)))
    assert first.fact not in found.unsupported
    assert len(found.unsupported) == len(Fact) - 1


def test_a_pinned_passage_supports_a_criterion_until_it_is_taken_off(case: Case, file: CaseFile) -> None:
    quote = Evidence(source="return", ref="POL F4.G4", quote="None of it was shared.")
    given = {"id": "pin-1", "case_id": "case-q", "fact": Fact.SERIOUS_HARM, "evidence": quote, "pinned_by": "M"}
    pin = Pin.model_validate(given | {"pinned_at": datetime(2026, 11, 20, 9, 0, tzinfo=UTC)})
    assert Fact.SERIOUS_HARM not in checked(case, replace(file, pins=(pin,))).unsupported
    gone = replace(file, pins=(pin.but(withdrawn="A slip."),))
    assert Fact.SERIOUS_HARM in checked(case, gone).unsupported
    assert file.meeting is not None
    findings = [each.but(evidence=(quote,)) if each.fact is pin.fact else each for each in file.meeting.findings]
    cited = replace(gone, meeting=file.meeting.but(findings=findings))
    assert Fact.SERIOUS_HARM in checked(case, cited).unsupported, "cited by the finding, and taken off all the same"


def test_nil_returns_and_those_not_yet_due_are_told_apart(case: Case, file: CaseFile) -> None:
    whole = as_file(Planted("", "", RETURNS), case, file)
    social, police = whole.requests
    assert police.returned is not None
    nil, waiting = police.but(returned=police.returned.but(nil=True)), asked(social, "CCG", due=date(2026, 11, 30))
    found = readiness(replace(whole, requests=(social, nil, waiting, asked(social, "HSG"))), BOARD, TODAY)
    assert (found.returned, found.nil, found.awaited) == (("CSC", "POL"), ("POL",), ("CCG",))


def test_what_somebody_checks_is_answered_and_kept_in_view(case: Case, file: CaseFile) -> None:
    whole = as_file(Planted("", "", ("POL C4 [cp]", "CSC C4 [cin]")), case, file)
    (open_one,) = readiness(whole, BOARD, TODAY).unexplained
    given = {"id": "a", "case_id": "case-q", "difference": open_one.id, "kind": open_one.kind, "what": open_one.what}
    said = {"owner": "Police", "due": TODAY, "by": "M", "at": datetime(2026, 11, 20, 9, 0, tzinfo=UTC)}
    check = Settlement.model_validate(given | said)
    found = readiness(replace(whole, settlements=(check,)), BOARD, TODAY)
    assert (found.unexplained, found.checking) == ((), (open_one,))
    settled = check.but(settled="It was a child in need plan.")
    found = readiness(replace(whole, settlements=(check, settled)), BOARD, TODAY)
    assert (found.unexplained, found.checking) == ((), ())


def test_every_question_cites_its_passages(case: Case, file: CaseFile) -> None:
    lines = (
        *RETURNS,
        "POL J3 Two children sleep in the same flat.",
        "POL H3 [concern] We feel so.",
        "POL C2 Child last seen 3 Oct 2026 by an officer.",
        "POL C4 [cp]",
        "CSC C4 [cin]",
    )
    found = checked(case, file, *lines)
    questions = [each.question for each in found.challenges]
    assert all(each.passages and all(said.words for said in each.passages) for each in found.challenges)
    assert "at risk now" in questions[0]
    for part in ("Which plan was in force", "a day like for the child", "concern rest", "3 Oct"):
        assert any(part in question for question in questions), part
    assert [each.kind.value for each in found.unexplained] == ["plan"]


def test_domestic_abuse_without_an_event_is_asked_about(case: Case, file: CaseFile) -> None:
    whole = as_file(Planted("", "", ("POL D 3 Sep 2026 | Routine visit | -",)), case, file)
    (police,) = whole.requests
    assert police.returned is not None
    ticked = Answer(question="F4.F1.domestic_abuse", choice="yes", text="Since 2024.")
    returned = police.returned.but(answers=(ticked,))
    found = readiness(replace(whole, requests=(police.but(returned=returned),)), BOARD, TODAY)
    assert any("domestic abuse" in each.question for each in found.challenges)
    row = returned.chronology[0].but(event="Assault on the mother reported")
    found = readiness(replace(whole, requests=(police.but(returned=returned.but(chronology=(row,))),)), BOARD, TODAY)
    assert not any("domestic abuse" in each.question for each in found.challenges)
