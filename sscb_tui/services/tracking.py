"""Actions as the tracker lists them on a day: slipped, overdue, silent and coloured by rule, never by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.gaps import gaps
from sscb_tui.domain.rules.progress import is_overdue
from sscb_tui.domain.rules.rag import Progress, is_silent, rag
from sscb_tui.services.views import ActionRow

if TYPE_CHECKING:
    from datetime import date

    from sscb_tui.domain.terms import Gap
    from sscb_tui.services.views import ActionFacts

Given = tuple[str, str]
"""A case, and a number that one of its actions arrived with."""


def action_rows(held: Sequence[ActionFacts], numbers: Mapping[str, int], today: date) -> tuple[ActionRow, ...]:
    """Rows from the record's bare facts; `numbers` are the R-numbers of recommendations by id."""
    found = Counter((each.case_id, each.number_given) for each in held if each.number_given)
    twice = {given for given, count in found.items() if count > 1}
    return tuple(action_row(each, numbers, twice, today) for each in held)


def action_row(facts: ActionFacts, numbers: Mapping[str, int], twice: Collection[Given], today: date) -> ActionRow:
    """One row of the tracker; `twice` are the numbers that more than one action of their case arrived with."""
    progress = _progress(facts)
    first, due = facts.original_due, facts.due
    return ActionRow(
        action_id=facts.action_id,
        case_id=facts.case_id,
        number=facts.number,
        recommendation=f"R-{facts.recommendation}" if facts.recommendation else "early",
        also=tuple(f"R-{numbers[each]}" for each in facts.also if each in numbers),
        level=facts.level,
        origin=facts.origin,
        themes=facts.themes,
        reference=facts.reference,
        pseudonym=facts.pseudonym,
        agency=facts.agency,
        action=facts.action,
        outcome=facts.outcome,
        number_given=facts.number_given,
        due=due,
        first_due=first,
        slipped_days=(due - first).days if due and first else 0,
        moves=facts.moves,
        state=facts.state,
        overdue=is_overdue(facts.state, due, today),
        silent=is_silent(progress, today),
        rag=rag(progress, today),
        overridden=facts.override is not None,
        evidence_rung=facts.evidence_rung,
        owner=facts.owner,
        last_update=facts.last_update,
        agreed_on=facts.agreed_on,
        done_on=facts.done_on,
        retest_due=facts.retest_due,
        gaps=_gaps(facts, twice),
        effect=facts.effect,
    )


def _gaps(facts: ActionFacts, twice: Collection[Given]) -> tuple[Gap, ...]:
    return gaps(
        agency=facts.agency,
        owner=facts.owner,
        due=facts.due,
        outcome=facts.outcome,
        level=facts.level,
        twice=(facts.case_id, facts.number_given) in twice,
    )


def _progress(facts: ActionFacts) -> Progress:
    """What the colour turns on, from the record's columns."""
    return Progress(
        state=facts.state,
        due=facts.due,
        moves=facts.moves,
        done_on=facts.done_on,
        rung=facts.evidence_rung,
        last_word=max(facts.agreed_on, local_day(facts.last_update)) if facts.last_update else facts.agreed_on,
        effect=facts.effect,
        override=facts.override,
    )
