"""One test's services, with shortcuts to the stages a case passes."""

from __future__ import annotations

from dataclasses import dataclass

from sscb_tui.domain.case import Case
from sscb_tui.domain.people import Actor
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import meeting, people, referrals, returns
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.discussions import discussion, plan

MANAGER, CHAIR, LIIP = people.MANAGER.actor(), people.CHAIR.actor(), people.LIIP.actor()
MINUTES, OWNER, MEMBER = people.MINUTES.actor(), people.OWNER.actor(), people.MEMBER.actor()


@dataclass(frozen=True)
class Office:
    """The services of one test, with shortcuts to the stages a case passes."""

    services: Services
    clock: SetClock
    manager: Actor = MANAGER
    chair: Actor = CHAIR
    lead: Actor = LIIP

    def received(self) -> Case:
        return self.services.referrals.receive(MANAGER, referrals.child_n(self.clock()))

    def discussed(self, agencies: tuple[str, ...] = ("CHS", "CSC", "POL", "EDU", "HSG")) -> Case:
        case = self.received()
        self.services.referrals.open_discussion(MANAGER, case.id, "Searched; nothing found.")
        file = self.services.desk.file(case.id)
        plans = plan(file, agencies, self.clock()) if agencies else None
        return self.services.referrals.discuss(MANAGER, case.id, discussion(file.case, self.clock(), plans))

    def scoping(self) -> Case:
        case = self.discussed()
        self.services.referrals.agree(LIIP, case.id)
        return self.services.referrals.agree(CHAIR, case.id)

    def returned(self) -> Case:
        case = self.scoping()
        returns.all_in(self.services, case.id, ("CHS", "CSC", "POL", "EDU"), refused=("HSG",))
        return self.services.desk.file(case.id).case

    def with_chair(self) -> Case:
        case = self.returned()
        meeting.hold(self.services, case.id, self.clock)
        return self.services.desk.file(case.id).case
