"""A Serious Case Review that the Chair has just decided and nobody has commissioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.services.demonstration import decided, people, referrals
from sscb_tui.services.demonstration.discussions import discussion

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.services.container import Services

CHILD, NUMBER = "Child R", "2026/010"
"""The tenth case, after the nine of the demonstration."""

REASONS = "A young person died in custody for the second time this year; guidance says that a review always follows."


def just_decided(services: Services, now: datetime) -> str:
    """Another death in custody, with two recommendations and their actions; of the family only the mother is known."""
    like = referrals.child_m(now)
    told = like.but(pseudonym=CHILD, incident_title="a second death in custody", family=like.family[:1])
    manager, use = people.MANAGER.actor(), services.referrals
    case = use.receive(manager, told)
    use.open_discussion(manager, case.id, "Searched by name: another case of the same kind, of another child.")
    use.discuss(manager, case.id, discussion(case, now, None))
    use.agree(people.LIIP.actor(), case.id)
    use.agree(people.CHAIR.actor(), case.id)
    form = decided.scr_form(services.desk.file(case.id).case).but(reasons=REASONS)
    services.decisions.sign(people.CHAIR.actor(), case.id, form, case.reference)
    decided.learn(services, case.id, now.date())
    return case.id
