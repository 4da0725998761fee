"""The clocks: what a rule of the framework makes due; which duties begin on receipt, on decision and beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain import working_days
from sscb_tui.domain.frameworks import ClockRule, Framework, Recipient, told_on
from sscb_tui.domain.rules.notifiable import notifiable_because
from sscb_tui.domain.terms import Decided, Strength, YesNo

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case

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
    "hour": lambda day, count: day + timedelta(hours=count),
    "day": lambda day, count: day + timedelta(days=count),
    "week": lambda day, count: day + timedelta(weeks=count),
    "month": working_days.add_months,
}
_BEFORE: dict[str, Callable[[date, int], date]] = {
    "WD": working_days.working_days_before,
    "hour": lambda day, count: day - timedelta(hours=count),
    "day": lambda day, count: day - timedelta(days=count),
    "week": lambda day, count: day - timedelta(weeks=count),
    "month": lambda day, count: working_days.add_months(day, -count),
}


def due(clock: ClockRule, trigger: date) -> Due:
    """When a clock started by this day runs out; the guidance date is never rolled later.

    What is owed the same day or the next is acted on when it begins, be that a Saturday.
    """
    count, unit = clock.length
    day = (_AFTER if clock.direction == "after" else _BEFORE)[unit](trigger, count)
    before = working_days.act_by(day)
    return Due(due=day, act_by=max(before, trigger) if clock.direction == "after" else before, rule=clock.rule)


def duties_on_receipt(notified_on: date, framework: Framework) -> tuple[Owed, ...]:
    """The decision clock: "normally" one month from the day the Board was told (CK-2)."""
    return _owed(framework, "CK-2", notified_on)


def duties_beside(case: Case, framework: Framework) -> tuple[Owed, ...]:
    """Duties of others that the Board watches: the notifiable incident (CK-1), a death in youth custody (CK-9).

    Neither is the Board's own notice of a decision (CK-4). Both are counted from the day the authority knew where the
    referral says so, else from the day the Board was told.
    """
    known = case.referral.authority_aware_on or case.notified_on
    told = tuple(
        replace(duty, rule=f"{duty.rule} ({why})")
        for why in _notifiable(case)
        for duty in _owed(framework, "CK-1", known)
    )
    return (*told, *_in_custody(case, framework, known))


def _notifiable(case: Case) -> tuple[str, ...]:
    """Why the incident is notifiable, in one phrase; nothing where it is not, or not yet known to be."""
    because = notifiable_because(case.facts(), case.child)
    if not because and case.discussion is not None and case.discussion.notifiable is YesNo.YES:
        because = ("as the initial discussion found",)
    return (" and ".join(because),) if because else ()


def _in_custody(case: Case, framework: Framework, known: date) -> tuple[Owed, ...]:
    clock = framework.clock("CK-9")
    listed = case.facts().always_list is YesNo.YES and clock and case.child.always_list_category in clock.categories
    return _owed(framework, "CK-9", known) if listed else ()


def duties_on_decision(decided_on: date, outcome: Decided, framework: Framework) -> tuple[Owed, ...]:
    """Whom to tell of a final decision (CK-4, F9), the aim for a review (CK-5), and till when it may be challenged.

    To defer or transfer starts none of them. Recipients are those of the guidance in force on the day of decision.
    """
    if outcome not in _FINAL:
        return ()
    always = (each for each in told_on(framework, decided_on).recipients if not each.if_relevant)
    told = (duty for recipient in always for duty in _told(framework, recipient, outcome, decided_on))
    review = _owed(framework, "CK-5", decided_on) if outcome is Decided.SCR else ()
    return (*told, *review, *_owed(framework, "CK-10", decided_on))


def duty_to_tell(code: str, decided_on: date, today: date, framework: Framework) -> Owed | None:
    """The notice to a body that is told only where the decision is its business; None where nobody has that code."""
    recipient = told_on(framework, decided_on).recipient(code)
    return next(iter(_owed(framework, recipient.clock, today, recipient)), None) if recipient else None


def duties_before_publication(planned_on: date, framework: Framework) -> tuple[Owed, ...]:
    """Copies that go out before a report is public (CK-6), counted back from the day planned."""
    return _owed(framework, "CK-6", planned_on)


def duties_on_publication(published_on: date, framework: Framework) -> tuple[Owed, ...]:
    """How long a report stays on the Board's website (CK-7)."""
    return _owed(framework, "CK-7", published_on)


def _told(framework: Framework, recipient: Recipient, outcome: Decided, day: date) -> tuple[Owed, ...]:
    """One recipient's notice; the panel's copy of a "no" carries an explanation, and the earlier date counts."""
    plain = _owed(framework, recipient.clock, day, recipient)
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
