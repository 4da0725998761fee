"""Who may lead a review: somebody independent of the Board and of every agency involved (WT2015 ch.4; F11, RF-15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.rules.terms import bodies, late, six_months
from sscb_tui.domain.terms import YesNo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.reviewer import Links, Reviewer

_SOURCE = "WT2015 ch.4: independent of the LSCB and of the organisations involved"


def may_appoint(file: CaseFile, reviewer: Reviewer, now: datetime) -> tuple[Violation, ...]:
    """Everything that bars the appointment."""
    return (*unanswered(file, reviewer), *linked(reviewer), *_fit(reviewer, local_day(now)))


def unanswered(file: CaseFile, reviewer: Reviewer) -> tuple[Violation, ...]:
    """F11.02: the grid is answered for the Board and every involved agency; blank and unknown are no answers."""
    given = {each.body: each for each in reviewer.form.links}
    missing = [body for body in bodies(file) if body not in given or _open(given[body])]
    if not missing:
        return ()
    sentence = f"Independence is not answered for {', '.join(missing)}: employment, contracts, roles, personal ties."
    return (Violation("F11.02", sentence, "commission (F11.02)", "links"),)


def _open(row: Links) -> bool:
    return YesNo.UNDETERMINED in row.kinds.values()


def ties(reviewer: Reviewer) -> tuple[str, ...]:
    """Every tie declared, in words: "POL: contracts"."""
    return tuple(
        f"{row.body}: {kind}"
        for row in reviewer.form.links
        for kind, answer in row.kinds.items()
        if answer is YesNo.YES
    )


def linked(reviewer: Reviewer) -> tuple[Violation, ...]:
    """RF-15: any link blocks, unless the Chair has ruled on it in writing."""
    found = ties(reviewer)
    if not found or reviewer.ruled is not None:
        return ()
    sentence = f"{reviewer.form.name} is linked ({'; '.join(found)}); only the Chair's ruling in writing lifts that."
    return (Violation("RF-15", sentence, _SOURCE, "links"),)


def _fit(reviewer: Reviewer, today: date) -> Iterator[Violation]:
    """F11.04: the DBS check is dated and not in the future; who stood down is not appointed."""
    if reviewer.form.dbs_on is None or reviewer.form.dbs_on > today:
        sentence = f"Give the day of the DBS check of {reviewer.form.name}."
        yield Violation("F11.04", sentence, "commission (F11.04)", "dbs_on")
    if reviewer.stood_down:
        yield Violation("F11.01", f"{reviewer.form.name} stood down: {reviewer.stood_down}", "commission (F11.01)")


def commissioned(file: CaseFile, reviewer: Reviewer) -> Iterator[Violation]:
    """T26: the contract is agreed and, for a Serious Case Review, the panel knows the name (F11.06 to F11.08)."""
    if reviewer.contract is None:
        yield Violation("F11.06", f"The contract with {reviewer.form.name} is not on record.", "commission (F11.06)")
    else:
        contract = reviewer.contract
        yield from late(six_months(file), contract.final_on, contract.late_reason, "F11.06", "The last delivery")
    if file.review is not None and file.review.is_scr and reviewer.panel_told_on is None:
        sentence = f"The name of {reviewer.form.name} has not gone to the national panel."
        yield Violation("F11.07", sentence, "national panel's operating note, 2013", "panel_told_on")
    if reviewer.panel_advice.strip() and not reviewer.panel_regard.strip():
        sentence = "The national panel advised on the appointment; say how regard was had to it."
        yield Violation("F11.08", sentence, "WT2015 ch.4: have regard", "panel_regard")


def warnings(file: CaseFile, reviewer: Reviewer) -> tuple[Violation, ...]:
    """What deserves a second thought: two Boards' Chairs reviewing for each other, and a full diary."""
    found = []
    if board := reviewer.form.chairs_board.strip():
        sentence = f"{reviewer.form.name} chairs {board}: make sure nobody here reviews for that Board in turn."
        found.append(Violation("F11.03", sentence, "commission (F11.03)"))
    if reviewer.form.concurrent:
        sentence = f"{reviewer.form.name} has {len(reviewer.form.concurrent)} other commission(s) at the same time."
        found.append(Violation("F11.03", sentence, "commission (F11.03)"))
    if reviewer.panel_told_on and reviewer.contract and reviewer.contract.final_on < reviewer.panel_told_on:
        sentence = f"The last delivery ({shown(reviewer.contract.final_on)}) is before the panel was told."
        found.append(Violation("F11.06", sentence, "commission (F11.06)"))
    return tuple(found)
