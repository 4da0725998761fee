"""The demonstration's weeks: each case taken as far as its stage by the same services people use."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.terms import Fact
from sscb_tui.domain.working_days import is_working_day
from sscb_tui.services.demonstration import child_f, child_m, decided, meeting, people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.discussions import discussion, plan
from sscb_tui.services.pins import Held

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case, ReferralForm
    from sscb_tui.services.container import Services


@dataclass(frozen=True, slots=True)
class Story:
    """The services, and the clock they look at."""

    services: Services
    clock: SetClock
    today: date

    def back(self, days: int, at: str = "10:00") -> datetime:
        """Go to a working day at least so many days ago and answer the moment."""
        day = self.today - timedelta(days=days)
        while not is_working_day(day):
            day -= timedelta(days=1)
        self.clock.set(day, at)
        return self.clock.moment

    def receive(self, days: int, form: Callable[[datetime], ReferralForm]) -> Case:
        """Log a referral so many days ago; what others owed with it is put on record."""
        case = self.services.referrals.receive(people.MANAGER.actor(), form(self.back(days)))
        decided.others_told(self.services, case.id)
        return case

    def discuss(self, case: Case, days: int, agencies: tuple[str, ...]) -> Case:
        """Hold the initial discussion and agree it; with agencies, a scoping meeting is called."""
        use, manager = self.services.referrals, people.MANAGER.actor()
        held = self.back(days, "11:00")
        use.open_discussion(manager, case.id, "Searched by name, address and incident: no earlier referral.")
        plans = plan(self.services.desk.file(case.id), agencies, held) if agencies else None
        use.discuss(manager, case.id, discussion(self.services.desk.file(case.id).case, held, plans))
        use.agree(people.LIIP.actor(), case.id)
        return use.agree(people.CHAIR.actor(), case.id)


def fill(services: Services, clock: SetClock, now: datetime) -> None:
    """Add the invented cases to a record, ending at `now`; the Board is the demonstration's, unless there is one."""
    today = now.date()
    clock.set(today - timedelta(days=120))
    if not services.board.is_set_up():
        services.board.save(people.MANAGER.actor(), people.BOARD)
    story = Story(services, clock, today)
    for chapter in (_child_l, _child_m, _child_n, _child_q, _child_p, _child_k, _child_f_and_g, _child_j):
        chapter(story)
    clock.moment = now - timedelta(minutes=38)
    _meeting_of_child_f(story)
    clock.moment = now


def fill_before_a_meeting(services: Services, clock: SetClock, now: datetime) -> None:
    """One case alone, ending at `now`: nine returns are in, and the meeting that is to read them is not begun."""
    clock.set(now.date() - timedelta(days=20))
    services.board.save(people.MANAGER.actor(), people.BOARD)
    _child_f_and_g(Story(services, clock, now.date()))
    clock.moment = now


def _child_l(story: Story) -> None:
    """Decided: no review, with reasons; the notices are sent."""
    case = story.receive(100, referrals.child_l)
    story.discuss(case, 98, ())
    story.back(95)
    decided.no_review(story.services, case.id)
    decided.tell(story.services, case.id, story.clock)


def _child_m(story: Story) -> None:
    """A Serious Case Review under way beside police, ombudsman and inquest; what was learnt first is tracked."""
    use, case = story.services, story.receive(80, referrals.child_m)
    story.discuss(case, 78, ())
    story.back(74)
    decided.scr(use, case.id)
    decided.tell(use, case.id, story.clock)
    decided.learn(use, case.id, story.today)
    story.back(67)
    child_m.commission(use, case.id)
    story.back(60)
    child_m.agree_terms(use, case.id)
    story.back(56)
    child_m.appoint(use, case.id)
    story.back(53)
    use.reviews.begin(people.MANAGER.actor(), case.id)
    child_m.tell_of_the_terms(use, case.id)
    _review_of_child_m(story, case.id)


def _review_of_child_m(story: Story, case_id: str) -> None:
    """The records are in and read; the learning event waited for the police and is late."""
    use = story.services
    story.back(41)
    child_m.reach(use, case_id, child_m.RECORDS)
    story.back(39)
    child_m.look(use, case_id)
    child_m.witnesses_are_free(use, case_id)
    story.back(27)
    child_m.reach(use, case_id, child_m.PANEL)
    story.back(20, "11:00")
    decided.progress(use, case_id, story.today)
    story.back(13)
    child_m.look(use, case_id)


def _child_n(story: Story) -> None:
    """With the Chair, past the month: scoped, met and recommended with one agency dissenting."""
    case = story.discuss(story.receive(40, referrals.child_n), 38, ("CHS", "CSC", "POL", "EDU", "HSG"))
    story.back(30)
    returns.all_in(story.services, case.id, ("CHS", "CSC", "POL", "EDU"), refused=("HSG",))
    unshared = Held(Fact.WORKING_TOGETHER, "POL F4.G4", "for")
    story.services.pins.pin(people.MANAGER.actor(), case.id, unshared)
    story.back(15, "09:30")
    meeting.hold(story.services, case.id, story.clock)


def _child_f_and_g(story: Story) -> None:
    """Siblings are separate cases of one incident: one died, one lives."""
    first = story.receive(11, referrals.child_f)
    case = story.discuss(first, 10, child_f.ASKED)
    story.receive(11, lambda received: referrals.child_g(received, case.reference))
    story.back(10, "15:00")
    child_f.ask(story.services, case.id, story.clock)
    story.back(3)
    child_f.answer(story.services, case.id)


def _meeting_of_child_f(story: Story) -> None:
    """The meeting is on, at its eighth item."""
    case = next(row for row in story.services.desk.queue() if row.pseudonym == "Child F")
    meeting.begin(story.services, case.case_id, story.clock)


def _child_q(story: Story) -> None:
    """Scoping: six of nine returns in, two late, one nil."""
    agencies = ("CHS", "CSC", "POL", "STFT", "CCG", "NEAS", "HSG", "EDU", "NTW")
    case = story.discuss(story.receive(20, referrals.child_q), 19, agencies)
    story.back(19, "15:00")
    story.services.scoping.issue(people.MANAGER.actor(), case.id, agencies)
    story.back(6)
    returns.take(story.services, case.id, ("CHS", "CSC", "POL", "STFT", "CCG"), nil=("NTW",))
    later = story.today + timedelta(days=1)
    school = next(row for row in story.services.scoping.returns(case.id) if row.agency == "EDU")
    story.services.scoping.chase(people.MANAGER.actor(), school.request_id, "One more day for the head.", later)


def _child_p(story: Story) -> None:
    """Discussion open; nothing agreed yet."""
    case = story.receive(24, referrals.child_p)
    story.back(22)
    check = "Searched by name and school: no earlier referral."
    story.services.referrals.open_discussion(people.MANAGER.actor(), case.id, check)


def _child_k(story: Story) -> None:
    """Whose case it is has been asked of the neighbouring Board."""
    case = story.receive(12, referrals.child_k)
    reason = "Two addresses, one in another Board's area; its Chair has been written to."
    story.services.referrals.query_jurisdiction(people.MANAGER.actor(), case.id, reason)


def _child_j(story: Story) -> None:
    """Received yesterday; whether the local authority has told Ofsted is still to be asked."""
    story.services.referrals.receive(people.MANAGER.actor(), referrals.child_j(story.back(1)))
