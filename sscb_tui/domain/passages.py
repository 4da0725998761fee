"""What each kind of record says that can be found, up to the decision; the index is made from this alone.

Fields that hold names, birth dates, addresses or how to reach somebody are left out: they are the key to the
pseudonyms. A struck line, a pin taken off and a return that was sent again are history, which is behind its own keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.passage import Passage, Sort, passage
from sscb_tui.domain.thread import ROWS

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.after_decision import Addendum, Reopening
    from sscb_tui.domain.case import Case, Incident, InitialDiscussion, Referral
    from sscb_tui.domain.chronology import ChronologyFile, ChronologyRow
    from sscb_tui.domain.decision import Advice, Decision, LimbFinding
    from sscb_tui.domain.duty import Duty
    from sscb_tui.domain.meeting import Meeting, MinuteLine
    from sscb_tui.domain.pin import Pin
    from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
    from sscb_tui.domain.settlement import Settlement


def of_incident(incident: Incident) -> Iterator[Passage]:
    """What happened, in a few words."""
    yield from passage("", Sort.REFERRAL, "Incident", (incident.title, incident.happened_on.text))


def of_case(case: Case) -> Iterator[Passage]:
    """The referral (F1), what was found before the discussion, the discussion (F2), and how the case ended."""
    yield from _referral(case, case.referral)
    if case.discussion is not None:
        yield from _discussion(case.discussion)
    yield from passage("discussion", Sort.DISCUSSION, "Search for earlier cases", (case.duplicate_check,))
    yield from passage("", Sort.DECISION, "Information awaited", (case.further_information,))
    if case.transfer is not None:
        moved = case.transfer
        yield from passage("", Sort.CLOSING, "Transfer", (moved.board, moved.acceptance), day(moved.agreed.at))
    for each in case.closings:
        yield from passage("", Sort.CLOSING, "Closing", (each.statement, each.reopened), day(each.signed.at))


def _referral(case: Case, told: Referral) -> Iterator[Passage]:
    on, agency = day(told.received_at), told.referrer.agency
    said = (
        *(told.what_happened, told.why_abuse_or_neglect, told.serious_harm_note, told.working_together_note),
        *(told.expected_learning, told.links, told.parallel_processes, told.la_notification, told.media),
        told.records_secured,
    )
    yield from passage("referral", Sort.REFERRAL, "Referral", said, on, agency)
    safety = (each.action for each in case.other_children)
    yield from passage("referral", Sort.REFERRAL, "Other children", safety, on, agency)
    for row in told.chronology:
        yield from _row("referral", "Referral, chronology", row, agency)


def _discussion(held: InitialDiscussion) -> Iterator[Passage]:
    said = (held.facts_relied_on, held.not_yet_known, held.other_children_safe, held.reason, held.absent_reason)
    plan = (held.plan.period_reason, held.plan.overrun_reason) if held.plan else ()
    yield from passage("discussion", Sort.DISCUSSION, "Initial discussion", (*said, *plan), day(held.held_at))


def of_request(request: AgencyRequest) -> Iterator[Passage]:
    """Reminders and a refusal (F3), and the return as it stands (F4)."""
    agency = request.agency
    for each in request.chases:
        yield from passage("", Sort.REQUEST, f"Chase of {agency}", (each.note,), day(each.at), agency)
    yield from passage("", Sort.REQUEST, f"Refusal of {agency}", (request.refusal_reason,), "", agency)
    if request.returned is not None:
        yield from _return(request.returned, agency)


def _return(returned: AgencyReturn, agency: str) -> Iterator[Passage]:
    on = returned.completed_on.isoformat()
    for each in returned.answers:
        label = f"{agency} {each.question.removeprefix('F4.')}"
        text = _beside_rows(each.text) if each.question == ROWS else each.text
        yield from passage(each.question, Sort.RETURN, label, (text, each.silence_reason), on, agency)
    for place, row in enumerate(returned.chronology, 1):
        yield from _row(f"{ROWS} row {place}", f"{agency} chronology {place}", row, agency)


def _beside_rows(text: str) -> str:
    """What is said beside the rows of a chronology, each of which is a passage of its own."""
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("|"))


def of_chronology(file: ChronologyFile) -> Iterator[Passage]:
    """Every row of the file."""
    for place, filed in enumerate(file.rows, 1):
        yield from _row(f"row {place}", f"{filed.agency} chronology {place}", filed.row, filed.agency)


def _row(part: str, label: str, row: ChronologyRow, agency: str) -> Iterator[Passage]:
    on = row.on.earliest.isoformat() if row.on.earliest else ""
    said = (row.event, row.action, row.comment, row.shared_with, row.source)
    yield from passage(part, Sort.CHRONOLOGY, label, said, on, agency)


def of_meeting(meeting: Meeting) -> Iterator[Passage]:
    """What was found, who held what view and why, what may not be said, and who is safe."""
    on = day(meeting.started_at) if meeting.started_at else ""
    for found in meeting.findings:
        yield from _limb(f"finding {found.fact.value}", Sort.MINUTES, "Finding", found, on)
    for view in meeting.views:
        said = (view.reason, view.dissent)
        yield from passage(f"view {view.agency}", Sort.MINUTES, f"View of {view.agency}", said, on)
    for limit in meeting.constraints:
        yield from passage("", Sort.MINUTES, "Constraint", (limit.text, limit.imposed_by, limit.until), day(limit.at))
    yield from passage("", Sort.MINUTES, "Other children", (meeting.other_children_safety,), on)
    yield from passage("", Sort.MINUTES, "Adjourned", (meeting.adjourned,), on)


def of_line(line: MinuteLine) -> Iterator[Passage]:
    """The words as they were typed."""
    if not line.struck:
        yield from passage("", Sort.MINUTES, f"Minute {line.number}", (line.text, line.owner), day(line.at))


def of_pin(pin: Pin) -> Iterator[Passage]:
    """The passage, while it is pinned."""
    if pin.stands:
        label = f"Pinned from {pin.evidence.ref}"
        yield from passage("", Sort.PIN, label, (pin.evidence.quote,), day(pin.pinned_at))


def of_settlement(answer: Settlement) -> Iterator[Passage]:
    """The difference, and how it was settled or who will check."""
    said = (answer.what, answer.settled, answer.owner)
    yield from passage("", Sort.DIFFERENCE, "Difference between accounts", said, day(answer.at))


def of_advice(advice: Advice) -> Iterator[Passage]:
    """What the meeting recommends, criterion by criterion, and who dissents (F7)."""
    on = day(advice.submitted.at)
    said = (
        *(advice.summary, advice.reasons, advice.missing_returns, advice.scope, advice.parallel_processes),
        *(advice.family_position, advice.early_actions, advice.inquorate_reason),
    )
    yield from passage("", Sort.ADVICE, "Recommendation to the Chair", said, on)
    for found in advice.limbs:
        yield from _limb(found.fact.value, Sort.ADVICE, "Recommendation to the Chair", found, on)
    for dissent in advice.dissent:
        yield from passage("", Sort.ADVICE, f"Dissent of {dissent.agency}", (dissent.words,), on)


def of_decision(made: Decision) -> Iterator[Passage]:
    """The reasons under every heading (F8); not what is said of legal advice, which is privileged."""
    on = day(made.signature.at)
    asked = (made.peer_challenge, made.other_children_safe, made.family_informed, made.board_informed)
    said = (
        *(made.reasons, made.reasons_for_departure, made.overrun_reason, made.precaution_reason, made.medical_view),
        *(made.instead, made.panel_explanation, made.scope_view, made.questions, made.awaited_from),
        *(made.regard_to_panel, made.made_own, made.receiving_board, made.acceptance, made.peer.advice),
        *(made.peer.effect, made.conflict_of_interest.detail, *made.definitive_evidence),
        *(each.detail for each in asked),
    )
    yield from passage("", Sort.DECISION, "Decision", said, on)
    for found in made.limbs:
        yield from _limb(found.fact.value, Sort.DECISION, "Decision", found, on)


def _limb(part: str, sort: Sort, label: str, found: LimbFinding, on: str) -> Iterable[Passage]:
    """A criterion answered, with the passages relied on."""
    said = (found.reason, found.gap, *(each.quote for each in found.evidence))
    return passage(part, sort, f"{label}: {found.fact.label}", said, on)


def of_reopening(news: Reopening) -> Iterator[Passage]:
    """What the national panel asks, or what is newly known."""
    label = "The national panel's letter" if news.cause == "panel" else "New information"
    yield from passage("", Sort.DECISION, label, (news.words, news.reference), news.on.isoformat())


def of_addendum(added: Addendum) -> Iterator[Passage]:
    """The correction beside a decision."""
    yield from passage("", Sort.DECISION, "Addendum", (added.words,), day(added.signature.at))


def of_duty(duty: Duty) -> Iterator[Passage]:
    """Why it ran over, fell away or was extended, what stood in its way, and what shows that it was done."""
    said = (
        *(duty.overrun_reason, duty.not_needed, duty.method, duty.proof),
        *(each.reason for each in duty.extensions),
        *(each.note for each in duty.lost if not each.withdrawn),
    )
    yield from passage("", Sort.DUTY, f"Duty {duty.clock}", said, duty.started_on.isoformat())


def day(moment: datetime) -> str:
    """The day in England of something said, as the index keeps it."""
    return local_day(moment).isoformat()
