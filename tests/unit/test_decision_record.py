"""What a decision's record must say and must not, each rule on both sides of its boundary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sscb_tui.domain.after_decision import Reopening
from sscb_tui.domain.base import CaseId, DecisionId, ReopeningId
from sscb_tui.domain.case import Case, Signature
from sscb_tui.domain.dates import stated
from sscb_tui.domain.decision import Asked, Decision, DecisionForm, PeerChallenge, facts_of
from sscb_tui.domain.exclusions import GROUNDS, NONE_RELIED_ON, Exclusions
from sscb_tui.domain.family import Child, OtherChild
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.meeting import LimbView
from sscb_tui.domain.people import Actor
from sscb_tui.domain.permissions import Deed, Thing, permission
from sscb_tui.domain.rules.disclosing import PUBLIC
from sscb_tui.domain.rules.jurisdiction import birthday, straddles
from sscb_tui.domain.rules.needs import LONGEST_REFERENCE
from sscb_tui.domain.rules.refusals import decision_refusals, decision_warnings
from sscb_tui.domain.rules.reopening import may_add, news_is_new
from sscb_tui.domain.rules.signing import decide_by
from sscb_tui.domain.terms import Decided, Fact, HarmLimb, Mode, Reliance, Role, Stage, YesNo
from tests.unit.conftest import CHALLENGE, NOW, asked, assessed

CHAIR = Actor(name="I. Chair", role=Role.CHAIR)
Harmed = Callable[..., DecisionForm]
Signed = Callable[[DecisionForm], Decision]
Codes = Callable[..., list[str]]


@pytest.fixture
def refused(file: CaseFile) -> Codes:
    """The codes under which a decision is refused."""

    def codes(
        form: DecisionForm, on: CaseFile = file, elsewhere: tuple[Decision, ...] = (), now: datetime = NOW
    ) -> list[str]:
        result = assessed(facts_of(form.limbs), Mode.DECISION)
        return [each.code for each in decision_refusals(form, result, on, CHAIR, now, elsewhere)]

    return codes


@pytest.fixture
def warned(file: CaseFile) -> Codes:
    """The codes of what deserves a second thought."""

    def codes(form: DecisionForm, on: CaseFile = file) -> list[str]:
        result = assessed(facts_of(form.limbs), Mode.DECISION)
        return [each.code for each in decision_warnings(form, result, on, CHAIR, NOW)]

    return codes


def answering(form: DecisionForm, fact: Fact, **said: str) -> DecisionForm:
    return form.but(limbs=tuple(limb.but(**said) if limb.fact is fact else limb for limb in form.limbs))


def with_child(file: CaseFile, happened: str = "1 Nov 2026", **changes: object) -> CaseFile:
    child = file.case.child.said() | {"estimated_age": ""} | changes
    case = file.case.but(child=Child.model_validate(child))
    return replace(file, case=case, incident=file.incident.but(happened_on=stated(happened)))


# RF-16: nobody is named


@pytest.mark.parametrize("field", list(PUBLIC))
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Quentin was seen twice in one week and nobody wrote it down.", ["RF-16"]),
        ("The baby of Mrs Example was seen twice in one week.", ["RF-16"]),
        ("The police went to 1 Example Street twice in one week.", ["RF-16"]),
        ("Child Q, born 20 June 2026, was seen twice in one week.", ["RF-16"]),
        ("Child Q was seen twice in one week, once by his mother.", []),
    ],
)
def test_what_the_board_and_the_panel_read_names_nobody(
    field: str, words: str, codes: list[str], form: DecisionForm, refused: Codes
) -> None:
    assert refused(form.but(**{field: words})) == codes


def test_the_refusal_says_where_without_saying_the_name_again(form: DecisionForm, file: CaseFile) -> None:
    said = form.but(instead="The health visitor saw Quentin Example on a Monday.")
    (found,) = decision_refusals(said, assessed(facts_of(form.limbs), Mode.DECISION), file, CHAIR, NOW)
    assert found.field == "instead"
    assert "health visitor saw ‹Child Q› on a Monday" in found.sentence
    assert "Quentin" not in found.sentence


# RF-10, RF-18: one child, one record


@pytest.fixture
def family(file: CaseFile, case: Case) -> CaseFile:
    sister = case.but(id=CaseId("case-r"), reference="SSCB/2026/005", pseudonym="Child R")
    return replace(file, siblings=(sister,))


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("This decision holds for Child R, who was in the same house.", ["RF-18"]),
        ("The criteria are met for Child Q and for SSCB/2026/005 alike.", ["RF-18"]),
        ("The bruises were unexplained; I decide likewise for Child R.", ["RF-18"]),
        ("Child R saw what was done to Child Q, and told a teacher so.", []),
        ("The bruises were unexplained. Child R has a decision of her own record.", []),
        ("The decision on Child R is taken separately and turns on other facts.", []),
        ("The decision on Child Regan elsewhere has no bearing on this one.", []),
    ],
)
def test_a_record_decides_for_one_child(
    words: str, codes: list[str], form: DecisionForm, family: CaseFile, refused: Codes
) -> None:
    assert refused(form.but(reasons=words), family) == codes
    assert refused(answering(form, Fact.ABUSE_OR_NEGLECT, reason=words), family) == codes


def test_a_record_that_says_it_covers_another_case_is_refused(form: DecisionForm, refused: Codes) -> None:
    assert refused(form.but(covers=("SSCB/2026/005",))) == ["RF-18"]


def test_another_cases_reasons_are_refused_word_for_word(form: DecisionForm, refused: Codes, signed: Signed) -> None:
    other = signed(form).but(case_id="case-r")
    shouted = form.but(reasons=form.reasons.upper() + "!!")

    assert refused(shouted, elsewhere=(other,)) == ["RF-10"]
    assert refused(form.but(reasons=f"{form.reasons} He was the one who was hurt."), elsewhere=(other,)) == []


def test_only_the_reasons_must_differ(form: DecisionForm, refused: Codes, signed: Signed) -> None:
    other = signed(form.but(reasons="A girl of nine was hurt, and it was not shared.")).but(case_id="case-r")
    assert other.scope_view == form.scope_view
    assert refused(form, elsewhere=(other,)) == []


@pytest.mark.parametrize(("own", "codes"), [("", ["RF-10"]), (" \n", ["RF-10"]), ("He alone was bruised.", [])])
def test_copied_reasons_say_what_is_this_childs_own(
    own: str, codes: list[str], form: DecisionForm, refused: Codes
) -> None:
    assert refused(form.but(copied_from="SSCB/2026/005", made_own=own)) == codes


# RF-19, RF-20: the wrong kind of review, the wrong ground


@pytest.mark.parametrize(("kind", "hidden"), [("AR-01", True), ("AR-02", True), ("AR-09", True), ("AR-10", False)])
def test_a_review_of_which_nothing_is_published_takes_no_scrs_place(
    kind: str, hidden: bool, harmed: Harmed, refused: Codes
) -> None:
    must = harmed(serious_harm="yes").but(outcome=Decided.ALTERNATIVE, alternative_type=kind)
    may = harmed().but(outcome=Decided.ALTERNATIVE, alternative_type=kind)

    assert refused(must) == (["RF-03", "RF-19"] if hidden else ["RF-03"])
    assert refused(may) == []


@pytest.mark.parametrize("ground", list(GROUNDS))
@pytest.mark.parametrize("outcome", [Decided.NO_REVIEW, Decided.ALTERNATIVE])
def test_every_bad_ground_is_answered_and_none_relied_on(
    ground: str, outcome: Decided, harmed: Harmed, refused: Codes
) -> None:
    form = harmed().but(outcome=outcome, alternative_type="AR-03")

    assert refused(form) == []
    assert refused(form.but(exclusions=NONE_RELIED_ON.but(**{ground: None}))) == ["RF-20"]
    assert refused(form.but(exclusions=NONE_RELIED_ON.but(**{ground: Reliance.RELIED_ON}))) == ["RF-20"]


def test_the_grounds_are_asked_only_of_a_decision_against_a_review(form: DecisionForm, refused: Codes) -> None:
    assert form.exclusions == Exclusions()
    assert refused(form) == []


def test_a_blank_ground_is_named(harmed: Harmed, file: CaseFile) -> None:
    form = harmed().but(exclusions=NONE_RELIED_ON.but(no_media=None))
    (found,) = decision_refusals(form, assessed(facts_of(form.limbs), Mode.DECISION), file, CHAIR, NOW)
    assert "the media take no interest" in found.sentence


# A choice, a challenge, and advice that stays privileged


@pytest.mark.parametrize(("reason", "codes"), [("", ["F8-precaution"]), ("To learn how handovers failed.", [])])
def test_a_review_by_choice_has_its_reason(reason: str, codes: list[str], harmed: Harmed, refused: Codes) -> None:
    may = harmed().but(outcome=Decided.SCR, agrees_with_recommendation="yes", precaution_reason=reason)
    assert refused(may) == codes


def test_a_review_that_must_be_held_needs_no_reason_for_choosing_it(form: DecisionForm, refused: Codes) -> None:
    assert refused(form.but(precaution_reason="")) == []


@pytest.mark.parametrize("missing", ["name", "board", "advice", "effect", "on"])
def test_a_peer_challenge_is_told_whole(missing: str, harmed: Harmed, refused: Codes) -> None:
    part = CHALLENGE.but(**{missing: None if missing == "on" else " "})

    assert refused(harmed()) == []
    assert refused(harmed().but(peer=part)) == ["F8-peer-told"]
    assert refused(harmed().but(peer=PeerChallenge(), peer_challenge=asked("no", "Nobody was free."))) == []


@pytest.mark.parametrize(
    ("answer", "detail", "codes"),
    [
        ("yes", "x" * LONGEST_REFERENCE, []),
        ("yes", "x" * (LONGEST_REFERENCE + 1), ["F8-privileged"]),
        ("yes", "LEG/12\nCounsel advises", ["F8-privileged"]),
        ("no", "It was not needed, because " + "the facts are plain " * 10, []),
    ],
)
def test_of_legal_advice_only_the_reference_is_given(
    answer: str, detail: str, codes: list[str], form: DecisionForm, refused: Codes
) -> None:
    assert refused(form.but(legal_advice=asked(answer, detail))) == codes


@pytest.mark.parametrize("role", list(Role))
def test_privileged_advice_is_read_by_three_posts(role: Role) -> None:
    readers = {Role.CHAIR, Role.BUSINESS_MANAGER, Role.LEGAL_ADVISER, Role.SYSTEM}
    actor = Actor(name="S. Body", role=role, authority="Board minute 14")
    assert (permission(actor, Deed.READ, Thing.PRIVILEGED) == ()) is (role in readers)


# RF-07: every place where a concern may stand


def test_a_concern_in_one_agencys_view_stands_against_none(harmed: Harmed, file: CaseFile, refused: Codes) -> None:
    assert file.meeting is not None
    calm = tuple(
        limb.but(value="nothing_found_yet") if limb.fact is Fact.WORKING_TOGETHER else limb
        for limb in file.meeting.findings
    )
    first, *others = file.meeting.views
    concern = first.but(limbs=(LimbView(fact=Fact.WORKING_TOGETHER, value="concern"),))
    form = harmed(serious_harm="yes", working_together="definitively_none").but(definitive_evidence=("Audit",))

    quiet = replace(file, meeting=file.meeting.but(findings=calm))
    assert refused(form, quiet) == []
    assert refused(form, replace(file, meeting=file.meeting.but(findings=calm, views=(concern, *others)))) == ["RF-07"]


# Whose abuse or neglect


@pytest.mark.parametrize(
    ("by", "value", "counsel", "codes"),
    [
        ("own_failings", "suspected", "no", ["LAW-FAILINGS"]),
        ("own_failings", "known", "not_yet", ["LAW-FAILINGS"]),
        ("own_failings", "suspected", "yes", []),
        ("setting", "suspected", "no", []),
        ("carer", "suspected", "no", []),
        (None, "suspected", "no", []),
    ],
)
def test_the_bodies_own_failings_are_not_of_themselves_abuse(
    by: str | None, value: str, counsel: str, codes: list[str], form: DecisionForm, refused: Codes
) -> None:
    said = answering(form, Fact.ABUSE_OR_NEGLECT, value=value)
    assert refused(said.but(abuse_by=by, legal_advice=asked(counsel, "LEG/12"))) == codes


# Age and birth


@pytest.mark.parametrize(
    ("estimate", "either"),
    [
        ("16 to 19", True),
        ("17-18", True),
        ("about 18", True),
        ("about 17", True),
        ("18 or 19", False),
        ("14 to 15", False),
        ("16 to 17", False),
        ("about 4 months", False),
        ("18 months", False),
        ("unknown", False),
    ],
)
def test_an_estimate_may_lie_on_either_side_of_eighteen(estimate: str, either: bool) -> None:
    assert straddles(estimate) is either


@pytest.mark.parametrize(("said", "codes"), [("yes", ["JU-RANGE"]), ("undetermined", [])])
def test_an_age_that_is_only_estimated_is_not_yet_determined(
    said: str, codes: list[str], form: DecisionForm, file: CaseFile, refused: Codes
) -> None:
    on = with_child(file, estimated_age="16 to 19")
    by_choice = form.but(precaution_reason="Until the passport comes.")
    assert refused(answering(by_choice, Fact.AGE_UNDER_18, value=said), on) == codes


@pytest.mark.parametrize(("born", "codes"), [(date(2008, 11, 2), ["JU-BIRTH"]), (date(2008, 11, 1), [])])
def test_the_day_of_birth_settles_who_was_a_child(
    born: date, codes: list[str], harmed: Harmed, file: CaseFile, refused: Codes
) -> None:
    adult = answering(harmed(), Fact.AGE_UNDER_18, value="no")
    assert refused(adult, with_child(file, date_of_birth=born)) == codes


@pytest.mark.parametrize(
    ("reason", "open_range", "open_birth"),
    [
        ("She said that she is grown up.", ["JU-RANGE"], ["JU-BIRTH"]),
        ("The birth certificate of 2006 was seen on 20 Nov.", [], []),
        ("An age assessment by two social workers.", [], []),
    ],
)
def test_a_document_named_in_the_reason_settles_an_age(
    reason: str, open_range: list[str], open_birth: list[str], harmed: Harmed, file: CaseFile, refused: Codes
) -> None:
    adult = answering(harmed(), Fact.AGE_UNDER_18, value="no", reason=reason)
    assert refused(adult, with_child(file, estimated_age="16 to 19")) == open_range
    assert refused(adult, with_child(file, date_of_birth=date(2010, 1, 1))) == open_birth


def test_a_birthday_of_the_leap_day_falls_on_the_first_of_march() -> None:
    assert birthday(date(2008, 2, 29)) == date(2026, 3, 1)
    assert birthday(date(2008, 11, 2)) == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("happened", "counsel", "codes"),
    [
        ("1 Nov 2026", "no", []),
        ("2 Nov 2026", "no", ["JU-BIRTHDAY"]),
        ("Nov 2026", "no", ["JU-BIRTHDAY"]),
        ("Nov 2026", "yes", []),
    ],
)
def test_harm_on_both_sides_of_the_birthday_wants_legal_advice(
    happened: str, counsel: str, codes: list[str], form: DecisionForm, file: CaseFile, warned: Codes
) -> None:
    on = with_child(file, happened, date_of_birth=date(2008, 11, 2))
    assert warned(form.but(legal_advice=asked(counsel, "LEG/12")), on) == codes


def test_an_unborn_child_is_no_child_and_leaves_discretionary_learning(
    form: DecisionForm, harmed: Harmed, file: CaseFile, refused: Codes
) -> None:
    on = with_child(file, expected_delivery=date(2026, 12, 24))
    assert refused(form, on) == ["JU-UNBORN"]
    out_of_scope = answering(harmed(outcome="died"), Fact.AGE_UNDER_18, value="no")
    assert refused(out_of_scope.but(outcome=Decided.SCR), on) == ["JU-AGE"]
    assert refused(out_of_scope.but(outcome=Decided.ALTERNATIVE, alternative_type="AR-01"), on) == []


def test_a_child_born_alive_however_briefly_is_a_child(form: DecisionForm, file: CaseFile, refused: Codes) -> None:
    assert refused(form, with_child(file, expected_delivery=date(2026, 12, 24), date_of_birth=date(2026, 11, 1))) == []


# Second thoughts


def test_a_no_without_a_challenge_is_finely_balanced_where_one_answer_would_turn_it(
    harmed: Harmed, file: CaseFile
) -> None:
    alone = harmed().but(peer_challenge=asked("no"), peer=PeerChallenge())
    far = answering(alone, Fact.ABUSE_OR_NEGLECT, value="not_suspected")
    said = [
        each.sentence
        for form in (alone, far)
        for each in decision_warnings(form, assessed(facts_of(form.limbs), Mode.DECISION), file, CHAIR, NOW)
        if each.code == "F8-peer"
    ]
    assert ["finely balanced" in each for each in said] == [True, False]


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"harm_kinds": (HarmLimb.SH2,)}, ["F8-doctor"]),
        ({"harm_kinds": (HarmLimb.SH1,)}, []),
        ({"harm_kinds": (HarmLimb.SH2,), "medical_view": "Dr D: no lasting effect is likely."}, []),
    ],
)
def test_long_impairment_is_for_a_doctor_to_speak_to(
    changes: dict[str, object], codes: list[str], harmed: Harmed, warned: Codes
) -> None:
    assert warned(harmed().but(**changes)) == codes


@pytest.mark.parametrize(("safe", "codes"), [(YesNo.YES, []), (YesNo.UNDETERMINED, ["F8-children"])])
def test_another_child_not_known_to_be_safe_is_noticed(
    safe: YesNo, codes: list[str], form: DecisionForm, file: CaseFile, warned: Codes
) -> None:
    other = OtherChild(name="Quora Example", whereabouts="with an aunt", safe=safe, action="A visit was made.")
    assert warned(form, replace(file, case=file.case.but(other_children=(other,)))) == codes


# Reopening


@pytest.fixture
def decided(form: DecisionForm, file: CaseFile, signed: Signed) -> CaseFile:
    """Signed on 30 November and before the Chair again."""
    first = signed(form.but(reasons="What was known in the first month."))
    return replace(file, decisions=(first,))


def reopened(on: date, cause: str = "information") -> Reopening:
    return Reopening.model_validate(
        {
            "id": ReopeningId("reopening-q"),
            "case_id": CaseId("case-q"),
            "decision_id": DecisionId("decision-q"),
            "cause": cause,
            "on": on,
            "words": "A second child has spoken.",
            "signature": Signature(name="I. Chair", post="Independent Chair", at=NOW),
        }
    )


def test_new_information_starts_the_month_anew(form: DecisionForm, decided: CaseFile, refused: Codes) -> None:
    again = replace(decided, reopenings=(reopened(date(2027, 1, 4)),))
    last, late = datetime(2027, 2, 4, 12, tzinfo=UTC), datetime(2027, 2, 5, 12, tzinfo=UTC)

    assert decide_by(again) == date(2027, 2, 4)
    assert refused(form, again, now=last) == []
    assert refused(form, again, now=late) == ["CK-2"]
    assert refused(form.but(overrun_reason="The interview was on 3 Feb."), again, now=late) == []


def test_a_panels_letter_starts_no_new_month(form: DecisionForm, decided: CaseFile, refused: Codes) -> None:
    asked_by_panel = replace(decided, reopenings=(reopened(date(2027, 1, 4), "panel"),))
    assert refused(form, asked_by_panel, now=datetime(2027, 6, 1, tzinfo=UTC)) == []


@pytest.mark.parametrize(("words", "codes"), [("", ["T25-regard"]), ("It names a call-out; it was weighed.", [])])
def test_after_the_panels_advice_regard_to_it_is_said(
    words: str, codes: list[str], form: DecisionForm, decided: CaseFile, refused: Codes
) -> None:
    scrutiny = replace(decided, case=decided.case.but(stage=Stage.PANEL_SCRUTINY))
    assert refused(form.but(regard_to_panel=words), scrutiny) == codes


@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2026, 11, 29), ["T29-date"]),
        (date(2026, 11, 30), []),
        (date(2026, 12, 4), []),
        (date(2026, 12, 5), ["T29-date"]),
    ],
)
def test_what_is_newly_known_came_after_the_decision(on: date, codes: list[str], decided: CaseFile) -> None:
    assert decided.decision is not None
    found = news_is_new(decided.decision, on, date(2026, 12, 4), "information")
    assert [each.code for each in found] == codes


@pytest.mark.parametrize(
    ("words", "codes"), [("For Quentin read the sister.", ["RF-16"]), ("For 12 October read 13 October.", [])]
)
def test_an_addendum_names_nobody(words: str, codes: list[str], file: CaseFile) -> None:
    assert [each.code for each in may_add(words, file)] == codes


def test_a_decision_written_before_these_questions_still_reads(form: DecisionForm, signed: Signed) -> None:
    asked_then = {"limbs", "outcome", "reasons", "agrees_with_recommendation", "peer_challenge", "legal_advice"}
    asked_then |= {"other_children_safe", "family_informed", "board_informed", "conflict_of_interest", "questions"}
    kept = {"id", "case_id", "assessment", "signature", "version", *asked_then}
    old = signed(form).model_dump(mode="json", include=kept)
    assert Decision.model_validate(old).exclusions == Exclusions()
    assert isinstance(Decision.model_validate(old).peer_challenge, Asked)
