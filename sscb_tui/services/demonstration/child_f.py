"""The demonstration's richest returns: nine agencies on one child, at odds in every way the screen can find."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.scoping import AgencyReturn, Answer
from sscb_tui.domain.terms import Silence
from sscb_tui.services.demonstration import people, returns
from sscb_tui.services.demonstration.voices import Days, Voice
from sscb_tui.services.demonstration.voices_health import AMBULANCE, COMMUNITY, HOSPITAL, PRACTICE
from sscb_tui.services.demonstration.voices_others import HOUSING, POLICE, SCHOOLS, SOCIAL_CARE

if TYPE_CHECKING:
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.scoping import AgencyRequest
    from sscb_tui.services.container import Services
    from sscb_tui.services.demonstration.clock import SetClock

VOICES = {
    "CHS": HOSPITAL,
    "CSC": SOCIAL_CARE,
    "POL": POLICE,
    "STFT": COMMUNITY,
    "CCG": PRACTICE,
    "EDU": SCHOOLS,
    "HSG": HOUSING,
    "NEAS": AMBULANCE,
}
"""What each agency says, in the order in which the forms came in."""
NIL, LATE, REFUSED = "NTW", "NEAS", "NPS"
ASKED = (*VOICES, NIL, REFUSED)
_FIRST_WORDS = "Two call-outs to the address in the summer, logged as domestic. Officers looked in from the door."
"""What the police wrote before they had read the neighbourhood team's log, and then wrote again."""


def ask(services: Services, case_id: str, clock: SetClock) -> None:
    """Ask all ten; the ambulance service is asked to be early, and one agency says no."""
    manager = people.MANAGER.actor()
    asked = {each.agency: each for each in services.scoping.issue(manager, case_id, ASKED)}
    services.scoping.refuse(manager, asked[REFUSED].id, "Holds nothing on a child under ten, it says.")
    sooner = clock.moment.date() + timedelta(days=1)
    services.scoping.chase(manager, asked[LATE].id, "The crew's sheet is wanted before the police interviews.", sooner)


def answer(services: Services, case_id: str) -> None:
    """Nine returns come in as files: one nil, one after its day, one sent again in other words."""
    file = services.desk.file(case_id)
    asked = {each.agency: each for each in file.requests}
    take(services, file, returns.filled(file, asked[NIL], nil=True))
    police = spoken(file, asked["POL"], POLICE)
    take(services, file, _in_other_words(police, "F4.C1", _FIRST_WORDS))
    for agency, voice in VOICES.items():
        take(services, file, spoken(file, asked[agency], voice))
    services.scoping.complete(people.MANAGER.actor(), case_id)


def take(services: Services, file: CaseFile, said: AgencyReturn) -> None:
    """One return, as the file its agency would send."""
    request = next(each for each in file.requests if each.agency == said.agency)
    text = services.scoping.templates.filled(file.case, request, services.board.settings(), said)
    services.scoping.take(people.MANAGER.actor(), f"{said.agency}.md", text.encode())


def spoken(file: CaseFile, request: AgencyRequest, voice: Voice) -> AgencyReturn:
    """A complete return in the agency's own words."""
    incident, born = file.incident.happened_on.earliest, file.case.child.date_of_birth
    days = Days(incident or file.case.notified_on, born or file.case.notified_on)
    plain = returns.filled(file, request, nil=False)
    answers = tuple(_answer(each, voice, days) for each in plain.answers)
    said = {each.question for each in answers}
    more = tuple(Answer(question=id, text=days.told(words)) for id, words in voice.words.items() if id not in said)
    rows = tuple(days.row(each) for each in voice.rows)
    return plain.but(answers=(*answers, *more), chronology=rows)


def _answer(plain: Answer, voice: Voice, days: Days) -> Answer:
    """The agency's words and ticks where it has any; else what an honest form says."""
    id = plain.question
    if reason := voice.withheld.get(id):
        return Answer(question=id, silence=Silence.WITHHELD, silence_reason=reason)
    words, tick = days.told(voice.words.get(id, "")), voice.ticks.get(id, "")
    if not words and not tick:
        return plain
    none = plain.choice in ("none", "none_held") and words
    return Answer(question=id, choice=tick or ("" if none else plain.choice), text=words or plain.text)


def _in_other_words(said: AgencyReturn, question: str, words: str) -> AgencyReturn:
    """The same return with one answer as it first stood."""
    return said.but(answers=tuple(each.but(text=words) if each.question == question else each for each in said.answers))
