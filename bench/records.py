"""Records of a size that no Board reaches, made by the services themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sscb_tui.bootstrap import open_record, write_demonstration
from sscb_tui.domain.agency import Agency, AgencyName
from sscb_tui.domain.base import CaseId, PinId, RequestId
from sscb_tui.domain.evidence import of_return
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.receipt import Receipt
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.template import TEMPLATE_VERSION
from sscb_tui.domain.terms import Fact, ReturnState, Stage
from sscb_tui.services.demonstration import people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.discussions import discussion, plan
from sscb_tui.services.demonstration.year.story import fill_year

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.services.container import Services

DAY = date(2026, 11, 20)
RECEIVED = datetime(2026, 11, 2, 10, tzinfo=UTC)
WORDS = (
    "The family was seen at home twice and a letter was sent to the practice, which filed it; nobody asked the child "
    "what a day was like, and the call of the ninth was not passed on to anybody outside the service that took it. "
)


@contextmanager
def opened(path: Path, *, agencies: int = 0) -> Iterator[Services]:
    """The services on a record with its Board set up."""
    services = open_record(path, clock=lambda: datetime(2026, 11, 20, 10, tzinfo=UTC))
    extra = tuple(
        Agency(code=f"X{number:02}", names=(AgencyName(name=f"Agency {number}"),)) for number in range(agencies)
    )
    try:
        if not services.board.is_set_up():
            board = people.BOARD
            services.board.save(people.MANAGER.actor(), board.but(agencies=(*board.agencies, *extra)))
        with services.record.atomic(people.MANAGER.actor(), "filled for a measurement"):
            yield services
    finally:
        services.close()


def queue_of(path: Path, cases: int) -> Path:
    """A record with that many cases received."""
    with opened(path) as services:
        form = referrals.child_q(RECEIVED)
        for number in range(cases):
            services.referrals.receive(people.MANAGER.actor(), form.but(pseudonym=f"Child {number + 1}"))
    return path


def one_case(services: Services) -> Case:
    """A case whose discussion has called a scoping meeting."""
    manager, use = people.MANAGER.actor(), services.referrals
    case = use.receive(manager, referrals.child_q(RECEIVED))
    use.open_discussion(manager, case.id, "Searched: nothing earlier.")
    file = services.desk.file(case.id)
    use.discuss(
        manager,
        case.id,
        discussion(file.case, RECEIVED, plan(file, tuple(each.agency for each in file.case.agencies), RECEIVED)),
    )
    use.agree(people.LIIP.actor(), case.id)
    return use.agree(people.CHAIR.actor(), case.id)


def tracker_of(path: Path, actions: int) -> Path:
    """A record whose tracker holds that many actions, every word of them findable."""
    with opened(path) as services:
        manager, case = people.MANAGER.actor(), one_case(services)
        words = RecommendationForm(text="Agencies tell each other when a household is at risk.")
        number = services.tracker.recommend(manager, case.id, words).number
        for each in range(actions):
            services.tracker.act(manager, case.id, action(number, each))
    return path


def year_of(folder: Path, actions: int) -> Path:
    """A Board's year with that many actions, 150 at the least; made once in each folder."""
    path = folder / f"year-{actions}.db"
    if not path.exists():
        now = datetime.combine(DAY, time(10), UTC)
        clock = SetClock(now)
        services = open_record(path, clock=clock)
        fill_year(services, clock, now, actions)
        services.close()
    return path


def decision_of(path: Path, pins: int) -> Path:
    """The demonstration, with that many passages pinned to the criteria of the case before the Chair."""
    write_demonstration(path, DAY)
    with opened(path) as services:
        case = next(row for row in services.desk.queue() if row.stage is Stage.WITH_CHAIR)
        answers = services.desk.file(case.case_id).requests[0]
        for number in range(pins):
            words = f"{WORDS} Passage {number}."
            passage = of_return(answers.agency, "F4.C1", words).but(bearing=("for", "against", "context")[number % 3])
            fact = tuple(Fact)[number % len(Fact)]
            services.record.pins.save(
                Pin(
                    id=PinId(f"pin-{number}"),
                    case_id=CaseId(case.case_id),
                    fact=fact,
                    evidence=passage,
                    pinned_by="M. Minutes",
                    pinned_at=RECEIVED,
                )
            )
    return path


def action(recommendation: int | None, number: int) -> ActionForm:
    """One action unlike its neighbours: a tenth of them speak of zebra crossings, a hundredth of zircon."""
    rare = "zircon" if number % 100 == 7 else "zebra crossing" if number % 10 == 7 else "tenancy checks"
    return ActionForm(
        recommendation_number=recommendation,
        agency=("POL", "CSC", "CHS", "HSG")[number % 4],
        owner="Head of service",
        action=f"Share {rare} number {number} with general practices.",
        outcome="Practices know which families may lose their home.",
        due=DAY + timedelta(days=number % 200),
    )


def scoping_of(path: Path, agencies: int, words: int = 150) -> Path:
    """A record with one case, every question answered by that many agencies at that length."""
    with opened(path, agencies=agencies) as services:
        case = one_case(services)
        text = " ".join((WORDS * (words // 30)).split()[:words])
        for number in range(agencies):
            services.record.requests.save(_answered(services, case, f"X{number:02}", text))
    return path


def _answered(services: Services, case: Case, code: str, text: str) -> AgencyRequest:
    request = AgencyRequest(
        id=RequestId(f"request-{code}"),
        case_id=case.id,
        agency=code,
        token=f"AB{code[1:]}-0000",
        template=TEMPLATE_VERSION,
        issued_at=RECEIVED,
        due=DAY,
    )
    answers = returns.filled(services.desk.file(case.id), request, nil=False)
    receipt = Receipt(
        file=f"{code}.md", sha256=code.lower().encode().hex().ljust(64, "0"), at=RECEIVED, by="B. Manager"
    )
    return request.but(returned=_at_length(answers, text), state=ReturnState.APPROVED, receipts=(receipt,))


def _at_length(answers: AgencyReturn, text: str) -> AgencyReturn:
    said = (each.but(text=text, silence=None) for each in answers.answers)
    return answers.but(answers=tuple(said))
