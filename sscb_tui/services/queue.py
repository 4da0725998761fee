"""The queue's rows, reckoned from bare facts: free of pydantic, since the first screen waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import age_at
from sscb_tui.domain.rules.work_left import days_needed
from sscb_tui.domain.working_days import working_days_between
from sscb_tui.services.views import QueueRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.services.views import QueueFacts


def queue_row(facts: QueueFacts, today: date) -> QueueRow:
    """One row of the queue from the record's bare facts."""
    return QueueRow(
        case_id=facts.case_id,
        reference=facts.reference,
        pseudonym=facts.pseudonym,
        age=_age(facts),
        incident=facts.incident,
        stage=facts.stage,
        decide_by=facts.decide_by,
        working_days=None if facts.decided_on else _left(facts, today),
        overrun_explained=facts.overrun_explained,
        returns_in=facts.returns_in,
        returns_asked=facts.returns_asked,
        near=days_needed(facts.stage),
    )


def _age(facts: QueueFacts) -> str:
    """Age at the incident where both dates are known, else as estimated."""
    if facts.born is not None and facts.incident_on is not None:
        return age_at(facts.born, facts.incident_on)
    return facts.estimated_age or "?"


def _left(facts: QueueFacts, today: date) -> int | None:
    """Working days to the day to act by; negative once the guidance date has passed."""
    if facts.decide_by is None or facts.act_by is None:
        return None
    late = today > facts.decide_by
    return -working_days_between(facts.decide_by, today) if late else working_days_between(today, facts.act_by)
