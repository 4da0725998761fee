"""Whether an incident is notifiable, which is not whether it calls for a review (NI1 to NI4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.terms import AbuseOrNeglect, Outcome, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Facts
    from sscb_tui.domain.family import Child

_SEEN = (AbuseOrNeglect.KNOWN, AbuseOrNeglect.SUSPECTED)


def notifiable_because(facts: Facts, child: Child) -> tuple[str, ...]:
    """Every ground on which the local authority has to tell of the incident (WT2015 ch.4); none while it is in doubt.

    Every case for a review is notifiable; many notifiable incidents call for none.
    """
    died, seen = facts.outcome is Outcome.DIED, facts.abuse_or_neglect in _SEEN
    grounds = {
        "a child died, abuse or neglect known or suspected": died and seen,
        "a child was seriously harmed, abuse or neglect known or suspected": seen and facts.serious_harm is YesNo.YES,
        "a looked-after child died": died and child.looked_after is YesNo.YES,
        "a child died in a regulated setting": died and child.regulated_setting is YesNo.YES,
    }
    return tuple(words for words, holds in grounds.items() if holds)
