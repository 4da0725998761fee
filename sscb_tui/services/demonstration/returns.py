"""Agency returns of the demonstration: written as files and taken in like any other return."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.scoping import AgencyReturn, Answer
from sscb_tui.domain.template import TEMPLATE_VERSION, Kind, questions
from sscb_tui.domain.template import people as people_of
from sscb_tui.domain.terms import Silence, YesNo
from sscb_tui.services.demonstration import people

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest
    from sscb_tui.domain.template import Question
    from sscb_tui.services.container import Services

SAID: dict[str, dict[str, str]] = {
    "CHS": {
        "F4.E1": "A quiet baby who settled when held. Nobody wrote down how the baby spent a day at home.",
        "F4.C1": "Emergency department twice. On the second visit a bruise to the left cheek was noted in a baby who "
        "could not yet move; the family left before a paediatrician came.",
        "F4.G4": "The second visit was copied to the general practice only; health visiting was not told.",
    },
    "CSC": {
        "F4.E1": "Seen asleep in a cot at the one home visit.",
        "F4.C1": "One referral in the spring from a neighbour, assessed and closed with no further action.",
        "F4.G5": "The call-outs of the summer were not known to us.",
    },
    "POL": {
        "F4.C1": "Three call-outs to the address, all logged as domestic, no crime recorded. Officers saw a baby once.",
        "F4.G4": "The partner's record in another force was not shared with anybody before the death.",
    },
    "STFT": {
        "F4.E1": "Smiling at six weeks, weight on the second line.",
        "F4.C1": "New birth visit and six-week check kept; two later appointments were not kept.",
    },
    "CCG": {"F4.C1": "Registered at birth; the letter from the hospital was filed without being acted on."},
    "EDU": {
        "F4.E1": "Told a teaching assistant in June of being pushed on the stairs; cheerful with friends.",
        "F4.C1": "Good attendance; what the child said was written in the class book and not passed on.",
        "F4.G4": "What the child said in June was known only in school.",
    },
}
"""What each invented agency has to say; the rest of its form says honestly that nothing is recorded."""


def all_in(services: Services, case_id: str, agencies: tuple[str, ...], refused: tuple[str, ...]) -> None:
    """Every agency asked has answered or refused, and the returns are complete."""
    manager = people.MANAGER.actor()
    asked = services.scoping.issue(manager, case_id, (*agencies, *refused))
    take(services, case_id, agencies)
    for request in asked:
        if request.agency in refused:
            services.scoping.refuse(manager, request.id, "Awaits its solicitors.")
    services.scoping.complete(manager, case_id)


def take(services: Services, case_id: str, agencies: tuple[str, ...], nil: tuple[str, ...] = ()) -> None:
    """Write each agency's filled form as a file would hold it, and take it in."""
    file, board = services.desk.file(case_id), services.board.settings()
    for request in file.requests:
        if request.agency in (*agencies, *nil):
            answers = filled(file, request, nil=request.agency in nil)
            text = services.scoping.templates.filled(file.case, request, board, answers)
            services.scoping.take(people.MANAGER.actor(), f"{request.agency}.md", text.encode())


def filled(file: CaseFile, request: AgencyRequest, *, nil: bool) -> AgencyReturn:
    """A complete return: what the agency said, and a named silence for the rest."""
    said = {} if nil else SAID.get(request.agency, {})
    written = file.case.notified_on
    return AgencyReturn(
        case_reference=file.case.reference,
        token=request.token,
        agency=request.agency,
        template=TEMPLATE_VERSION,
        author=f"A. Author ({request.agency})",
        author_post="Safeguarding adviser",
        author_managed_case="no",
        approver=f"A. Approver ({request.agency})",
        approver_post="Director",
        completed_on=written,
        nil=nil,
        answers=tuple(filter(None, (_answer(question, said, nil=nil) for question in questions(people_of(file.case))))),
        chronology=() if nil else _chronology(file),
        declared_by=f"A. Approver ({request.agency})",
        declared_on=written,
    )


_EVERYBODY = {
    "F4.A1": "Safeguarding service",
    "F4.A4": "Electronic record, paper files and archive; searched by name, former name, date of birth and address.",
    "F4.A5": "Copied and sealed on the day the request came; one file.",
}
_TICKS = {"F4.H1": "suspected", "F4.H2": "undetermined", "F4.H3": "nothing_found_yet", "F4.A6": "none"}


def _answer(question: Question, said: dict[str, str], *, nil: bool) -> Answer | None:
    """The agency's words where it has any, an honest tick or a named silence where it has not."""
    words = said.get(question.id) or _EVERYBODY.get(question.id, "")
    if nil and not question.nil_too:
        return None
    if question.kind in (Kind.FIELDS, Kind.TABLE):
        return Answer(question=question.id, text=words) if words else None
    if words and question.kind is not Kind.CHOICE:
        return Answer(question=question.id, text=words)
    if question.choices:
        return Answer(question=question.id, choice=_tick(question), text=words)
    return Answer(question=question.id, silence=Silence.NOT_RECORDED)


def _tick(question: Question) -> str:
    """What most agencies would tick: none, unknown, known to us and closed."""
    values = [choice.value for choice in question.choices]
    usual = ("none", "unknown", "known_closed", "closed", "none_held")
    return _TICKS.get(question.id) or next((value for value in usual if value in values), values[-1])


def _chronology(file: CaseFile) -> tuple[ChronologyRow, ...]:
    """Two rows every agency can honestly give."""
    return (
        ChronologyRow(on=stated("early March"), source="paper file", event="Referral received and read"),
        ChronologyRow(
            on=file.incident.happened_on,
            source="electronic record",
            event="Told of the incident",
            child_seen=YesNo.NO,
            key=True,
        ),
    )
