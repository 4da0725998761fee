"""What the findings on the limbs rest on: evidence, open concerns, recovery, open enquiries (RF-06 to RF-09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.frameworks import load
from sscb_tui.domain.terms import AbuseBy, AbuseOrNeglect, Fact, ReturnState, WorkingTogether, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.decision import DecisionForm, LimbFinding
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import LimbView
    from sscb_tui.domain.scoping import AgencyRequest

RETURNED = (ReturnState.APPROVED, ReturnState.CIRCULATED, ReturnState.NIL_RETURN, ReturnState.LATE_AFTER_MEETING)
"""The states in which an agency has answered, and its approver stands behind the answer."""
JOINT_WORKING = "F4.H3"
_DEFINITIVE = 'WT2015 ch.4: "unless there is definitive evidence"'

_CLAUSE = re.compile(r"[.!?](?=\s|$)|[;:,\n]+| but | and | although | however ")
_RECOVERY = re.compile(
    r"\b(recover\w*|heal(ed|ing|s)|got better|getting better|better now|no lasting|no long-term|no permanent"
    r"|discharged (home )?(fit|well)|back to normal|made good progress|fully fit)\b"
)
_ENQUIRY = re.compile(
    r"\b(?P<kind>criminal (?:investigation|enquir|inquir|proceedings)|police (?:investigation|enquir|inquir)"
    r"|murder (?:investigation|enquir|inquir)|(?:section|s\.?) ?47|strategy (?:meeting|discussion)|prosecution)\w*"
)
_OVER = re.compile(r"\b(no|not|never|none|closed|concluded|ended|completed|finished|discontinued|dropped)\b")


def finding(form: DecisionForm, fact: Fact) -> LimbFinding | None:
    """The Chair's finding on one question, if it is answered."""
    return next((limb for limb in form.limbs if limb.fact is fact), None)


def has_returned(request: AgencyRequest) -> bool:
    """Whether that agency has answered; silence, refusal and word of mouth have not."""
    return request.returned is not None and request.state in RETURNED


def definitive_evidence_is_whole(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-06: "definitively none" needs itemised evidence and the return of every agency known to be involved."""
    if not _says(form, Fact.WORKING_TOGETHER, WorkingTogether.DEFINITIVELY_NONE):
        return ()
    sentences = []
    if not any(item.strip() for item in form.definitive_evidence):
        sentences.append("No concern about joint working is claimed as definitive, and no evidence is listed for it.")
    if silent := _silent_agencies(file):
        sentences.append(
            f"No concern about joint working is claimed as definitive, but {', '.join(silent)} "
            f"{'has' if len(silent) == 1 else 'have'} not answered; what is not known is not definitive."
        )
    return tuple(Violation("RF-06", sentence, _DEFINITIVE, "definitive_evidence") for sentence in sentences)


def _silent_agencies(file: CaseFile) -> tuple[str, ...]:
    """Agencies asked, or known at referral to be involved, whose answer is not in."""
    known = [request.agency for request in file.requests] + [involved.agency for involved in file.case.agencies]
    heard = {request.agency for request in file.requests if has_returned(request)}
    return tuple(agency for agency in dict.fromkeys(known) if agency not in heard)


def no_concern_is_open(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-07: "definitively none" cannot stand beside a concern on record: of a return, a view, the meeting, a pin."""
    if not _says(form, Fact.WORKING_TOGETHER, WorkingTogether.DEFINITIVELY_NONE):
        return ()
    who = ", ".join(dict.fromkeys(_concerned(file)))
    if not who:
        return ()
    sentence = f"A concern about how agencies worked together is on record from {who}; that is not definitively none."
    return (Violation("RF-07", sentence, _DEFINITIVE, Fact.WORKING_TOGETHER.value),)


def _concerned(file: CaseFile) -> Iterator[str]:
    for request in file.requests:
        answer = request.returned.answer(JOINT_WORKING) if request.returned else None
        if answer is not None and answer.choice.strip().casefold() == WorkingTogether.CONCERN:
            yield request.agency
    yield from (view.agency for view in (file.meeting.views if file.meeting else ()) if _concern(view.limbs))
    if _concern(file.meeting.findings if file.meeting else ()):
        yield "the scoping meeting"
    pins = (pin for pin in file.pins if pin.stands and pin.fact is Fact.WORKING_TOGETHER)
    yield from (pin.evidence.ref for pin in pins if pin.evidence.bearing == "for")


def _concern(limbs: Iterable[LimbFinding | LimbView]) -> bool:
    return any(each.fact is Fact.WORKING_TOGETHER and each.value == WorkingTogether.CONCERN for each in limbs)


def recovery_is_no_answer(form: DecisionForm, framework: str) -> tuple[Violation, ...]:
    """RF-08: "not seriously harmed" cannot rest on recovery alone (WT2015 ch.4: seriously harmed)."""
    clauses = _recovery_clauses(form)
    return (_recovery(framework),) if clauses and all(clauses) else ()


def recovery_is_weighed(form: DecisionForm, framework: str) -> tuple[Violation, ...]:
    """Recovery named among other reasons deserves a second look (WT2015 ch.4: seriously harmed)."""
    clauses = _recovery_clauses(form)
    return (_recovery(framework),) if any(clauses) and not all(clauses) else ()


def _recovery(framework: str) -> Violation:
    bar = load(framework).bar("RF-08")
    return Violation(bar.code, bar.sentence, bar.source, Fact.SERIOUS_HARM.value)


def _recovery_clauses(form: DecisionForm) -> tuple[bool, ...]:
    """For each clause of the reasons for "not seriously harmed", whether it speaks of recovery."""
    harm = finding(form, Fact.SERIOUS_HARM)
    if harm is None or harm.value != YesNo.NO:
        return ()
    return tuple(bool(_RECOVERY.search(clause)) for clause in _clauses(harm.reason))


def open_enquiries_are_reconciled(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-09: "not suspected" has to answer an enquiry by police or social care that is recorded as open."""
    abuse = finding(form, Fact.ABUSE_OR_NEGLECT)
    if abuse is None or abuse.value != AbuseOrNeglect.NOT_SUSPECTED:
        return ()
    answered = set(_enquiries([form.reasons, abuse.reason]))
    unanswered = [kind for kind in dict.fromkeys(_open_enquiries(_parallel_processes(file))) if kind not in answered]
    if not unanswered:
        return ()
    sentence = (
        f"Abuse or neglect is said not to be suspected while the record shows open: {', '.join(unanswered)}. "
        'Say in the reasons for (a) why there is nonetheless no suspicion; "known or suspected" is a low threshold.'
    )
    return (Violation("RF-09", sentence, "reg 5(2)(a)", Fact.ABUSE_OR_NEGLECT.value),)


def own_failings_are_advised_on(form: DecisionForm) -> tuple[Violation, ...]:
    """The bodies' own failings are not of themselves abuse or neglect in (a), or (b)(ii) would say it twice."""
    abuse = finding(form, Fact.ABUSE_OR_NEGLECT)
    suspected = abuse is not None and abuse.value in (AbuseOrNeglect.KNOWN, AbuseOrNeglect.SUSPECTED)
    if form.abuse_by is not AbuseBy.OWN_FAILINGS or not suspected or form.legal_advice.answer == "yes":
        return ()
    sentence = (
        "Abuse or neglect is found in the failings of safeguarding bodies alone; on a High Court reading that is for "
        "(b)(ii) and not for (a). Take legal advice and give its reference; a review may be held by choice."
    )
    return (Violation("LAW-FAILINGS", sentence, "reg 5(2)(a), as read in Mohammed", Fact.ABUSE_OR_NEGLECT.value),)


def _parallel_processes(file: CaseFile) -> Iterator[str]:
    yield file.case.referral.parallel_processes
    if file.advice:
        yield file.advice.parallel_processes
    for request in file.requests:
        for question in ("F4.G2", "F4.K1"):
            if request.returned and (answer := request.returned.answer(question)):
                yield answer.text


def _open_enquiries(texts: Iterable[str]) -> Iterator[str]:
    return _enquiries(clause for text in texts for clause in _clauses(text) if not _OVER.search(clause))


def _enquiries(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for found in _ENQUIRY.finditer(text.casefold()):
            yield _named(found["kind"])


def _named(kind: str) -> str:
    if "47" in kind:
        return "section 47 enquiry"
    return "strategy meeting" if kind.startswith("strategy") else "criminal investigation"


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(text.casefold()) if clause.strip()]


def _says(form: DecisionForm, fact: Fact, value: str) -> bool:
    limb = finding(form, fact)
    return limb is not None and limb.value == value
