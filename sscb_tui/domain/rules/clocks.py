"""The clocks: what a rule of the framework makes due, and which duties begin on receipt and on decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sscb_tui.domain import working_days
from sscb_tui.domain.frameworks import ClockRule, Framework, Recipient
from sscb_tui.domain.terms import Decided, Strength

_FINAL = (Decided.SCR, Decided.ALTERNATIVE, Decided.NO_REVIEW)


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due, and the day to act by where the due date is no working day."""

    due: date
    act_by: date
    rule: str


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty that has begun, before it has an identity in the record."""

    clock: str
    what: str
    to: str
    rule: str
    source: str
    strength: Strength
    who: str
    started_on: date
    due: date
    act_by: date


_AFTER: dict[str, Callable[[date, int], date]] = {
    "WD": working_days.add_working_days,
    "day": lambda day, count: day + timedelta(days=count),
    "week": lambda day, count: day + timedelta(weeks=count),
    "month": working_days.add_months,
}
_BEFORE: dict[str, Callable[[date, int], date]] = {
    "WD": working_days.working_days_before,
    "day": lambda day, count: day - timedelta(days=count),
    "week": lambda day, count: day - timedelta(weeks=count),
    "month": lambda day, count: working_days.add_months(day, -count),
}


def due(clock: ClockRule, trigger: date) -> Due:
    """When a clock started by this day runs out; the guidance date is never rolled later."""
    count, unit = clock.length
    day = (_AFTER if clock.direction == "after" else _BEFORE)[unit](trigger, count)
    return Due(due=day, act_by=working_days.act_by(day), rule=clock.rule)


def duties_on_receipt(notified_on: date, framework: Framework) -> tuple[Owed, ...]:
    """The decision clock: "normally" one month from the day the Board was told (CK-2)."""
    return _owed(framework, "CK-2", notified_on)


def duties_on_decision(decided_on: date, outcome: Decided, framework: Framework) -> tuple[Owed, ...]:
    """Whom to tell of a final decision (CK-4) and the aim for a review (CK-5); to defer or transfer starts neither."""
    if outcome not in _FINAL:
        return ()
    told = (_told(framework, recipient, outcome, decided_on) for recipient in framework.recipients)
    review = _owed(framework, "CK-5", decided_on) if outcome is Decided.SCR else ()
    return tuple(duty for duties in told for duty in duties) + review


def duties_before_publication(planned_on: date, framework: Framework) -> tuple[Owed, ...]:
    """Copies that go out before a report is public (CK-6), counted back from the day planned."""
    return _owed(framework, "CK-6", planned_on)


def duties_on_publication(published_on: date, framework: Framework) -> tuple[Owed, ...]:
    """How long a report stays on the Board's website (CK-7)."""
    return _owed(framework, "CK-7", published_on)


def _told(framework: Framework, recipient: Recipient, outcome: Decided, day: date) -> tuple[Owed, ...]:
    """One recipient's notice; the panel's copy of a "no" carries an explanation, and the earlier date counts."""
    plain = _owed(framework, "CK-4", day, recipient)
    if outcome is Decided.SCR:
        return plain
    special = _owed(framework, recipient.clock_if_not_scr, day, recipient)
    extra = f", with {recipient.if_not_scr}" if recipient.if_not_scr else ""
    return tuple(replace(duty, what=duty.what + extra) for duty in (_earlier(special[0], plain) if special else plain))


def _earlier(special: Owed, plain: tuple[Owed, ...]) -> tuple[Owed, ...]:
    """The panel's own period, cut short where the ordinary one ends first."""
    first = min((special, *plain), key=lambda duty: duty.due)
    rule = special.rule if first is special else f"{special.rule}; {first.rule} is earlier and is used"
    return (replace(special, rule=rule, due=first.due, act_by=first.act_by),)


def _owed(framework: Framework, clock_id: str, day: date, to: Recipient | None = None) -> tuple[Owed, ...]:
    """The duty that clock begins on that day; none where the framework has no such clock."""
    clock = framework.clock(clock_id)
    if clock is None:
        return ()
    limit = due(clock, day)
    return (
        Owed(
            clock=clock.id,
            what=clock.what.format(to=to.name if to else ""),
            to=to.code if to else "",
            rule=clock.rule,
            source=clock.source,
            strength=clock.strength,
            who=clock.who,
            started_on=day,
            due=limit.due,
            act_by=limit.act_by,
        ),
    )
