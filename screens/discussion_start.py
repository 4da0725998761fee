"""What the initial discussion begins with: the referral's own answers, the three who meet, a plan to amend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from screens.forms.discussion import discussion_spec
from screens.forms.values import typed_from
from screens.forms.when import moment_text
from screens.referral_form import agency_options
from sscb_tui.domain.terms import Role

if TYPE_CHECKING:
    from screens.forms.spec import Entry, Options, Spec
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.services.container import Services

THE_THREE = (Role.BUSINESS_MANAGER, Role.CHAIR, Role.LIIP_CHAIR)
"""Who holds the initial discussion."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the screen reads before it shows the form."""

    case: Case
    board: BoardSettings
    now: datetime
    agencies: Options

    @property
    def spec(self) -> Spec:
        """The form, with the Board's agencies to choose from."""
        return discussion_spec(self.agencies)

    def values(self) -> Entry:
        """The discussion on record, or what is known without it."""
        if self.case.discussion is not None:
            return typed_from(self.spec, self.case.discussion.model_dump())
        return self.spec.start() | self._known() | self._plan()

    def _known(self) -> Entry:
        facts: Entry = {f"facts.{name}": str(value) for name, value in self.case.facts().model_dump().items()}
        rows: list[Entry] = [
            {"name": person.name, "post": person.role.label, "deputy": False}
            for role in THE_THREE
            for person in self.board.people
            if person.role is role
        ]
        return facts | {"held_at": moment_text(self.now.replace(second=0)), "present": rows}

    def _plan(self) -> Entry:
        adults = [member.name for member in self.case.family if member.search_for]
        return {
            "plan.agencies": "\n".join(each.agency for each in self.case.agencies),
            "plan.search_for": "\n".join([self.case.child.name, *adults]),
            "plan.chair": self._named(Role.LIIP_CHAIR),
            "plan.minute_taker": self._named(Role.MINUTE_TAKER) or self._named(Role.BUSINESS_MANAGER),
        }

    def _named(self, role: Role) -> str:
        return next((person.name for person in self.board.people if person.role is role), "")


def beginning(services: Services, case_id: str) -> Beginning:
    """Read it all in one go."""
    case = services.desk.file(case_id).case
    return Beginning(case, services.board.settings(), services.desk.now(), agency_options(services))
