"""What the Chair's decision is refused for, each rule on both sides of its boundary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from sscb_tui.domain.case import InitialDiscussion, InvolvedAgency
from sscb_tui.domain.decision import Asked, Decision, DecisionForm, facts_of
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.meeting import Meeting
from sscb_tui.domain.people import Actor
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.rules.refusals import decision_refusals, decision_warnings
from sscb_tui.domain.scoping import AgencyReturn, Answer
from sscb_tui.domain.terms import Decided, DiscussionOutcome, Fact, Mode, ReturnState, Role, Stage

CHAIR = Actor(name="I. Chair", role=Role.CHAIR)
NOW = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
Refused = Callable[..., list[str]]
Harmed = Callable[..., DecisionForm]
Rule = Callable[..., tuple[Violation, ...]]


def asked_of(rule: Rule, form: DecisionForm, file: CaseFile, actor: Actor, now: datetime) -> tuple[Violation, ...]:
    whole = len({limb.fact for limb in form.limbs}) == len(form.limbs) == len(Fact)
    law = load(file.case.framework)
    return rule(form, assess(facts_of(form.limbs), Mode.DECISION, law) if whole else None, file, actor, now)


@pytest.fixture
def refused(file: CaseFile) -> Refused:
    """The codes under which a decision on this case is refused."""

    def codes(form: DecisionForm, on: CaseFile = file, actor: Actor = CHAIR, now: datetime = NOW) -> list[str]:
        found = asked_of(decision_refusals, form, on, actor, now)
        assert all(violation.source and violation.sentence.endswith((".", '".')) for violation in found)
        return [violation.code for violation in found]

    return codes


@pytest.fixture
def warned(file: CaseFile) -> Refused:
    """The codes of what is said and does not bar signing."""

    def codes(form: DecisionForm, on: CaseFile = file, now: datetime = NOW) -> list[str]:
        return [violation.code for violation in asked_of(decision_warnings, form, on, CHAIR, now)]

    return codes


def answering(form: DecisionForm, fact: Fact, **said: str) -> DecisionForm:
    limbs = tuple(limb.but(**said) if limb.fact is fact else limb for limb in form.limbs)
    return form.but(limbs=limbs)


def test_a_reasoned_review_is_not_refused(form: DecisionForm, refused: Refused, warned: Refused) -> None:
    assert refused(form) == []
    assert warned(form) == []


def test_a_reasoned_no_is_not_refused_where_the_criteria_leave_a_choice(harmed: Harmed, refused: Refused) -> None:
    assert refused(harmed()) == []


# RF-01: who decides


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CHAIR])
def test_nobody_but_the_chair_decides(role: Role, form: DecisionForm, refused: Refused) -> None:
    assert refused(form, actor=Actor(name="S. Body", role=role)) == ["RF-01"]


@pytest.mark.parametrize(("authority", "codes"), [("Board minute 14", []), ("  ", ["RF-01"])])
def test_a_deputy_needs_a_document(authority: str, codes: list[str], form: DecisionForm, refused: Refused) -> None:
    assert refused(form, actor=Actor(name="D. Puty", role=Role.BOARD, authority=authority)) == codes


# RF-02: blank is not a value


def test_every_blank_question_is_named(form: DecisionForm, file: CaseFile) -> None:
    kept = tuple(limb for limb in form.limbs if limb.fact not in (Fact.OUTCOME, Fact.SERIOUS_HARM))
    found = asked_of(decision_refusals, form.but(limbs=kept), file, CHAIR, NOW)

    assert [(violation.code, violation.field) for violation in found] == [
        ("RF-02", "outcome"),
        ("RF-02", "serious_harm"),
    ]
    assert "died, alive, outcome unknown" in found[0].sentence


def test_a_question_answered_twice_is_not_answered(form: DecisionForm, refused: Refused) -> None:
    twice = (*form.limbs[:-1], form.limbs[0])

    assert refused(form.but(limbs=twice)) == ["RF-02", "RF-02"]


# RF-03, RF-04, RF-05, RF-14, JU-AGE: what the criteria leave no room for


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"outcome": "died"}, "RF-03"),
        ({"outcome": "died", "abuse_or_neglect": "not_suspected", "always_list": "yes"}, "RF-04"),
        ({"outcome": "died", "abuse_or_neglect": "undetermined"}, "RF-05"),
        ({"normally_resident": "no"}, "RF-14"),
    ],
)
def test_no_review_is_refused_with_the_words_that_bar_it(
    facts: dict[str, str], code: str, harmed: Harmed, file: CaseFile
) -> None:
    found = asked_of(decision_refusals, harmed(**facts), file, CHAIR, NOW)

    assert [violation.code for violation in found] == [code]
    assert found[0].field == "outcome"
    assert '"' in found[0].sentence


def test_a_review_of_somebody_who_was_not_a_child_is_refused(form: DecisionForm, refused: Refused) -> None:
    assert refused(answering(form, Fact.AGE_UNDER_18, value="no")) == ["JU-AGE"]


def test_a_precautionary_review_is_allowed_while_a_limb_is_open(form: DecisionForm, refused: Refused) -> None:
    open_limb = answering(form, Fact.ABUSE_OR_NEGLECT, value="undetermined")

    assert refused(open_limb.but(precaution_reason="The post-mortem may be months away.")) == []
    assert refused(open_limb) == ["F8-precaution"]


# RF-06, RF-07: definitively none


@pytest.fixture
def none_found(harmed: Harmed) -> DecisionForm:
    """No review, because excellent joint work is shown."""
    reasons = {"working_together": "The audit and the practitioners' accounts show close joint work."}
    form = harmed(reasons, serious_harm="yes", working_together="definitively_none")
    return form.but(definitive_evidence=("Multi-agency audit of 20 Nov",))


@pytest.fixture
def calm(file: CaseFile, meeting: Meeting) -> CaseFile:
    """The same file, the meeting having found nothing wrong with joint working."""
    found = tuple(
        limb.but(value="nothing_found_yet") if limb.fact is Fact.WORKING_TOGETHER else limb for limb in meeting.findings
    )
    return replace(file, meeting=meeting.but(findings=found))


def test_definitive_evidence_with_every_return_in_is_enough(
    none_found: DecisionForm, calm: CaseFile, refused: Refused
) -> None:
    assert refused(none_found, calm) == []


@pytest.mark.parametrize("evidence", [(), ("  ",)])
def test_definitively_none_needs_its_evidence(
    evidence: tuple[str, ...], none_found: DecisionForm, calm: CaseFile, refused: Refused
) -> None:
    assert refused(none_found.but(definitive_evidence=evidence), calm) == ["RF-06"]


@pytest.mark.parametrize(
    ("state", "codes"),
    [
        (ReturnState.APPROVED, []),
        (ReturnState.CIRCULATED, []),
        (ReturnState.NIL_RETURN, []),
        (ReturnState.LATE_AFTER_MEETING, []),
        (ReturnState.SUBMITTED, ["RF-06"]),
        (ReturnState.RETURNED_FOR_COMPLETION, ["RF-06"]),
        (ReturnState.VERBAL_ONLY, ["RF-06"]),
    ],
)
def test_a_return_counts_once_it_is_approved(
    state: ReturnState, codes: list[str], none_found: DecisionForm, calm: CaseFile, refused: Refused
) -> None:
    *others, last = calm.requests

    assert refused(none_found, replace(calm, requests=(*others, last.but(state=state)))) == codes


def test_a_silent_agency_is_named(none_found: DecisionForm, calm: CaseFile) -> None:
    *others, last = calm.requests
    silent = replace(calm, requests=(*others, last.but(state=ReturnState.ESCALATED, returned=None)))
    (found,) = asked_of(decision_refusals, none_found, silent, CHAIR, NOW)

    assert "but CHS has not answered" in found.sentence


def test_an_agency_known_to_be_involved_and_never_asked_is_silent(
    none_found: DecisionForm, calm: CaseFile, refused: Refused
) -> None:
    known = (*calm.case.agencies, InvolvedAgency(agency="HSG"))

    assert refused(none_found, replace(calm, case=calm.case.but(agencies=known))) == ["RF-06"]


def returned(calm: CaseFile, question: str, choice: str = "", text: str = "") -> CaseFile:
    """The file with one more answer in the first return."""
    first, *others = calm.requests
    assert isinstance(first.returned, AgencyReturn)
    kept = tuple(answer for answer in first.returned.answers if answer.question != question)
    answers = (*kept, Answer(question=question, choice=choice, text=text))
    return replace(calm, requests=(first.but(returned=first.returned.but(answers=answers)), *others))


@pytest.mark.parametrize(
    ("choice", "codes"), [("concern", ["RF-07"]), ("Concern", ["RF-07"]), ("nothing_found_yet", [])]
)
def test_a_concern_in_a_return_stands_against_none(
    choice: str, codes: list[str], none_found: DecisionForm, calm: CaseFile, refused: Refused
) -> None:
    assert refused(none_found, returned(calm, "F4.H3", choice)) == codes


def test_a_concern_found_by_the_meeting_stands_against_none(
    none_found: DecisionForm, file: CaseFile, refused: Refused
) -> None:
    assert refused(none_found, file) == ["RF-07"]


# RF-08: recovery


@pytest.mark.parametrize(
    ("reason", "refusals", "warnings"),
    [
        ("She has made a full recovery.", ["RF-08"], []),
        ("He recovered; the fracture healed and he was discharged home well.", ["RF-08"], []),
        ("A graze in the paediatrician's opinion, which could not have threatened life.", [], []),
        ("She recovered. It was a graze, which could not have threatened life.", [], ["RF-08"]),
    ],
)
def test_recovery_alone_does_not_show_that_there_was_no_serious_harm(
    reason: str, refusals: list[str], warnings: list[str], harmed: Harmed, refused: Refused, warned: Refused
) -> None:
    form = harmed({"serious_harm": reason})

    assert refused(form) == refusals
    assert warned(form) == warnings


def test_recovery_may_be_told_of_a_child_who_was_seriously_harmed(form: DecisionForm, refused: Refused) -> None:
    assert refused(answering(form, Fact.SERIOUS_HARM, reason="She has made a full recovery.")) == []


# RF-09: open enquiries


@pytest.fixture
def unsuspected(harmed: Harmed) -> DecisionForm:
    return harmed({"abuse_or_neglect": "The post-mortem shows an illness."}, abuse_or_neglect="not_suspected")


@pytest.mark.parametrize(
    ("recorded", "codes"),
    [
        ("none known", []),
        ("A criminal investigation is open.", ["RF-09"]),
        ("s.47 enquiry under way", ["RF-09"]),
        ("Strategy meeting on 5 Nov; inquest opened", ["RF-09"]),
        ("No criminal investigation.", []),
        ("The police investigation was closed on 9 Nov.", []),
        ("No inquest yet; police investigation continues", ["RF-09"]),
    ],
)
def test_not_suspected_answers_an_open_enquiry(
    recorded: str, codes: list[str], unsuspected: DecisionForm, file: CaseFile, refused: Refused
) -> None:
    referral = file.case.referral.but(parallel_processes=recorded)

    assert refused(unsuspected, replace(file, case=file.case.but(referral=referral))) == codes


def test_an_enquiry_reconciled_in_the_reasons_is_no_bar(
    unsuspected: DecisionForm, file: CaseFile, refused: Refused
) -> None:
    referral = file.case.referral.but(parallel_processes="A criminal investigation is open.")
    reason = "The criminal investigation concerns a theft from the house and not the child."

    open_file = replace(file, case=file.case.but(referral=referral))
    assert refused(answering(unsuspected, Fact.ABUSE_OR_NEGLECT, reason=reason), open_file) == []


@pytest.mark.parametrize("question", ["F4.K1", "F4.G2"])
def test_an_enquiry_in_a_return_counts(
    question: str, unsuspected: DecisionForm, file: CaseFile, refused: Refused
) -> None:
    assert refused(unsuspected, returned(file, question, text="Section 47 enquiry, open")) == ["RF-09"]


def test_an_enquiry_in_the_advice_counts(unsuspected: DecisionForm, file: CaseFile, refused: Refused) -> None:
    assert file.advice is not None
    told = replace(file, advice=file.advice.but(parallel_processes="Murder enquiry"))

    assert refused(unsuspected, told) == ["RF-09"]


# RF-10, RF-11: reasons


@pytest.mark.parametrize(
    ("reasons", "codes"),
    [
        ("n/a", ["RF-10"]),
        ("As recommended.", ["RF-10"]),
        ("The criteria are met.", ["RF-10"]),
        ("See the minutes of the meeting!", ["RF-10"]),
        ("The bruises were never explained.", []),
    ],
)
def test_reasons_have_to_say_something(reasons: str, codes: list[str], form: DecisionForm, refused: Refused) -> None:
    assert refused(form.but(reasons=reasons)) == codes


def test_a_new_decision_needs_new_reasons(
    form: DecisionForm, file: CaseFile, refused: Refused, signed: Callable[[DecisionForm], Decision]
) -> None:
    again = replace(file, decisions=(signed(form),))

    assert refused(form.but(reasons=form.reasons.upper() + "!"), again) == ["RF-10"]
    assert refused(form.but(reasons="The panel's letter names a call-out we had not weighed."), again) == []


@pytest.mark.parametrize(
    ("recommended", "said", "why", "codes"),
    [
        (Decided.SCR, "yes", "", []),
        (Decided.SCR, "part", "", ["RF-11"]),
        (Decided.SCR, "part", "The scope is wider than was asked.", []),
        (Decided.ALTERNATIVE, "yes", "", ["RF-11"]),
        (Decided.ALTERNATIVE, "no", "  ", ["RF-11"]),
        (Decided.ALTERNATIVE, "no", "Suspicion is enough.", []),
        (Decided.SCR, "none_made", "", ["RF-11"]),
        (None, "none_made", "", []),
        (None, "yes", "", ["RF-11"]),
    ],
)
def test_a_departure_is_named_and_reasoned(
    recommended: Decided | None,
    said: str,
    why: str,
    codes: list[str],
    form: DecisionForm,
    file: CaseFile,
    refused: Refused,
) -> None:
    assert file.advice is not None
    advised = replace(file, advice=file.advice.but(recommended=recommended) if recommended else None)

    assert refused(form.but(agrees_with_recommendation=said, reasons_for_departure=why), advised) == codes


# RF-12: when


def test_a_decision_cannot_come_before_the_referral(form: DecisionForm, file: CaseFile, refused: Refused) -> None:
    told = file.case.referral.received_at
    early = replace(file, meeting=None)

    assert refused(form, early, now=told) == []
    assert refused(form, early, now=told - timedelta(seconds=1)) == ["RF-12"]


def test_a_decision_waits_for_the_meeting_to_close(form: DecisionForm, file: CaseFile, refused: Refused) -> None:
    assert file.meeting is not None
    closed = file.meeting.closed_at
    assert closed is not None

    assert refused(form, now=closed) == []
    assert refused(form, now=closed - timedelta(seconds=1)) == ["RF-12"]
    assert refused(form, replace(file, meeting=file.meeting.but(closed_at=None))) == ["RF-12"]


@pytest.mark.parametrize("outcome", [DiscussionOutcome.STRAIGHT_TO_CHAIR, DiscussionOutcome.NO_SCOPING])
def test_a_case_straight_to_the_chair_waits_for_no_meeting(
    outcome: DiscussionOutcome, form: DecisionForm, file: CaseFile, discussion: InitialDiscussion, refused: Refused
) -> None:
    assert file.meeting is not None
    straight = file.case.but(discussion=discussion.but(outcome=outcome))

    assert refused(form, replace(file, case=straight, meeting=file.meeting.but(closed_at=None))) == []


# RF-13: conflict of interest


@pytest.mark.parametrize(
    ("answer", "detail", "codes"),
    [
        ("no", "None declared.", []),
        ("not_yet", "To be asked.", ["RF-13"]),
        ("yes", "Chaired the hospital's board until 2020.", ["RF-13"]),
        ("yes", "Chaired the hospital's board. Unresolved.", ["RF-13"]),
        ("yes", "Not resolved yet.", ["RF-13"]),
        ("yes", "Chaired the hospital's board. Resolved: legal advice of 9 Nov, no objection.", []),
    ],
)
def test_a_conflict_of_interest_is_resolved_first(
    answer: str, detail: str, codes: list[str], form: DecisionForm, refused: Refused
) -> None:
    told = Asked.model_validate({"answer": answer, "detail": detail})

    assert refused(form.but(conflict_of_interest=told)) == codes


# RF-17: signed is signed


@pytest.mark.parametrize(
    ("stage", "outcome", "codes"),
    [
        (Stage.DECIDED_SCR, Decided.SCR, ["RF-17"]),
        (Stage.CLOSED, Decided.SCR, ["RF-17"]),
        (Stage.WITH_CHAIR, Decided.SCR, []),
        (Stage.PANEL_SCRUTINY, Decided.SCR, []),
        (Stage.FURTHER_INFORMATION, Decided.DEFER, []),
    ],
)
def test_a_signed_decision_is_superseded_and_never_edited(
    stage: Stage,
    outcome: Decided,
    codes: list[str],
    form: DecisionForm,
    file: CaseFile,
    refused: Refused,
    signed: Callable[[DecisionForm], Decision],
) -> None:
    earlier = signed(form.but(outcome=outcome, reasons="What was known in the first week."))
    form = form.but(regard_to_panel="The call-out it names was weighed.")

    assert refused(form, replace(file, case=file.case.but(stage=stage), decisions=(earlier,))) == codes


# CK-2: the month


def test_a_late_decision_says_why(form: DecisionForm, refused: Refused, warned: Refused) -> None:
    last, late = datetime(2026, 12, 2, 23, 59, tzinfo=UTC), datetime(2026, 12, 3, 0, 0, tzinfo=UTC)
    explained = form.but(overrun_reason="The post-mortem came on 1 Dec.")

    assert refused(form, now=last) == []
    assert refused(form, now=late) == ["CK-2"]
    assert refused(explained, now=late) == []
    assert warned(explained, now=last) == []
    assert warned(explained, now=late) == ["CK-2"]


def test_a_superseding_decision_is_not_late(
    form: DecisionForm, file: CaseFile, refused: Refused, signed: Callable[[DecisionForm], Decision]
) -> None:
    first = signed(form.but(reasons="What was known in the first month."))
    deferred = signed(form.but(outcome=Decided.DEFER, reasons="What was known in the first month."))
    later = datetime(2027, 2, 1, tzinfo=UTC)

    assert refused(form, replace(file, decisions=(first,)), now=later) == []
    assert refused(form, replace(file, decisions=(deferred,)), now=later) == ["CK-2"]


# What each outcome has to name

AWAITED: dict[str, object] = {
    "questions": "The log of 12 Oct.",
    "awaited_from": "Police",
    "redecide_on": date(2026, 12, 1),
}


@pytest.mark.parametrize(
    ("outcome", "blanked", "codes"),
    [
        (Decided.NO_REVIEW, {}, []),
        (Decided.NO_REVIEW, {"instead": " "}, ["F8-instead"]),
        (Decided.NO_REVIEW, {"panel_explanation": ""}, ["F8-panel"]),
        (Decided.ALTERNATIVE, {}, ["T21-type"]),
        (Decided.ALTERNATIVE, {"alternative_type": "AR-03"}, []),
        (Decided.DEFER, {}, ["T17-questions", "T17-from", "T17-date"]),
        (Decided.DEFER, AWAITED, []),
        (Decided.DEFER, AWAITED | {"redecide_on": date(2026, 11, 30)}, ["T17-date"]),
        (Decided.DEFER, AWAITED | {"redecide_on": date(2026, 12, 2)}, []),
        (Decided.DEFER, AWAITED | {"redecide_on": date(2026, 12, 3)}, ["CK-2"]),
        (Decided.DEFER, AWAITED | {"redecide_on": date(2026, 12, 3), "overrun_reason": "The log comes late."}, []),
        (Decided.TRANSFER, {}, ["T06-board", "T06-acceptance"]),
        (Decided.TRANSFER, {"receiving_board": "Sampleshire"}, ["T06-acceptance"]),
        (Decided.TRANSFER, {"receiving_board": "Sampleshire", "acceptance": "Letter of 27 Nov."}, []),
    ],
)
def test_every_outcome_names_what_it_needs(
    outcome: Decided, blanked: dict[str, object], codes: list[str], harmed: Harmed, refused: Refused
) -> None:
    assert refused(harmed().but(outcome=outcome, **blanked)) == codes


# Warnings


@pytest.mark.parametrize(
    "reasons",
    [
        "There was no prior agency involvement with the family at all.",
        "The family was not known to social care before.",
        "The stepfather is charged with assault and a trial is listed.",
        "A review would be costly and add little here.",
        "There is no media interest in this case.",
        "A domestic homicide review is already running on this.",
        "The family objects to any review being held.",
        "This looks like a one-off in an otherwise sound service.",
        "The learning is already known from an earlier case.",
    ],
)
def test_grounds_the_guidance_does_not_know_are_pointed_out(
    reasons: str, harmed: Harmed, form: DecisionForm, warned: Refused
) -> None:
    assert warned(harmed().but(reasons=reasons)) == ["RF-20"]
    assert warned(form.but(reasons=reasons)) == []


def test_sound_grounds_bring_no_warning(harmed: Harmed, warned: Refused) -> None:
    assert warned(harmed()) == []


def test_unconfirmed_safety_and_an_unchallenged_no_deserve_a_second_thought(harmed: Harmed, warned: Refused) -> None:
    open_question = Asked(answer="not_yet", detail="Social care has been asked.")
    form = harmed().but(other_children_safe=open_question, peer_challenge=open_question)

    assert warned(form) == ["F8-children", "F8-peer"]


def test_a_review_without_a_view_of_its_scope_deserves_a_second_thought(form: DecisionForm, warned: Refused) -> None:
    assert warned(form.but(scope_view="")) == ["F8-scope"]
