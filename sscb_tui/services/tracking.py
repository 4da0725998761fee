"""An action as the tracker lists it on a day: slipped, overdue and coloured by rule, never by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.rules.rag import Progress, rag
from sscb_tui.services.views import ActionRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.services.views import ActionFacts


def action_row(facts: ActionFacts, today: date) -> ActionRow:
    """One row of the tracker from the record's bare facts."""
    return ActionRow(
        action_id=facts.action_id,
        number=facts.number,
        recommendation=f"R-{facts.recommendation}" if facts.recommendation else "early",
        reference=facts.reference,
        pseudonym=facts.pseudonym,
        agency=facts.agency,
        action=facts.action,
        due=facts.due,
        slipped_days=(facts.due - facts.original_due).days,
        state=facts.state,
        overdue=is_overdue(facts.state, facts.due, today),
        rag=rag(_progress(facts), today),
        evidence_rung=facts.evidence_rung,
        owner=facts.owner,
        last_update=facts.last_update,
    )


def _progress(facts: ActionFacts) -> Progress:
    """What the colour turns on, from the record's columns."""
    return Progress(
        state=facts.state,
        due=facts.due,
        moves=facts.moves,
        done_on=facts.done_on,
        rung=facts.evidence_rung,
        last_word=max(facts.agreed_on, facts.last_update.date()) if facts.last_update else facts.agreed_on,
    )
