"""What the register of parallel proceedings asks: looked at every month, and its effects respected (F12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.terms import Effect
from sscb_tui.domain.working_days import add_months

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.proceeding import Hold, Proceeding


def numbered(file: CaseFile) -> Iterator[tuple[str, Proceeding]]:
    """The register with its numbers: P-1 is the first entered."""
    yield from ((f"P-{number}", each) for number, each in enumerate(file.proceedings, 1))


def is_stale(proceeding: Proceeding, today: date) -> bool:
    """Open, and not looked at for more than a month (F12.07)."""
    return proceeding.is_open and add_months(proceeding.reviewed_on, 1) < today


def reviewed_lately(file: CaseFile, today: date) -> tuple[Violation, ...]:
    """F12.07: no open proceeding was last looked at more than a month ago."""
    return tuple(
        Violation(
            "F12.07",
            f"{number} ({each.form.kind.label}) was last looked at on {shown(each.reviewed_on)}, over a month ago.",
            "register of proceedings (F12.07)",
        )
        for number, each in numbered(file)
        if is_stale(each, today)
    )


def holds(file: CaseFile, effect: Effect) -> Iterator[tuple[str, Proceeding, Hold]]:
    """Where that effect still stands."""
    for number, each in numbered(file):
        yield from ((number, each, hold) for hold in each.holding if hold.effect is effect)


def publication_is_free(file: CaseFile) -> tuple[Violation, ...]:
    """F12.04: nothing published before what a court or an inquest was to come first."""
    return tuple(
        Violation(
            "F12.04",
            f"{number} ({each.form.kind.label}) asks for no publication until {hold.until}; say when that ended.",
            "register of proceedings (F12.04)",
        )
        for number, each, hold in holds(file, Effect.NO_PUBLICATION)
    )
