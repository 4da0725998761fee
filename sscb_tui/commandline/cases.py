"""Looking at cases: the queue, one case at a glance, and everything that was ever saved about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sscb_tui.commandline.reading import reference_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table

if TYPE_CHECKING:
    from sscb_tui.services.views import CaseSummary, HistoryEntry, QueueRow, ReturnRow

json_option = click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")


@click.command("list")
@json_option
@pass_session
def queue(session: Session, as_json: bool) -> None:
    """List the cases: reference, pseudonym, stage, and the day to decide by."""
    with session.services() as services:
        rows = services.desk.queue()
    if as_json:
        say_json(rows)
    else:
        say_table([_queue_cells(row) for row in rows], none="No cases yet.")


def _queue_cells(row: QueueRow) -> tuple[str, ...]:
    by = row.decide_by.isoformat() if row.decide_by else "decided"
    days = "" if row.working_days is None else f"{row.working_days} wd"
    returns = f"returns {row.returns_in} of {row.returns_asked}" if row.returns_asked else ""
    return (row.reference, row.pseudonym, row.stage.label, by, days, returns)


@click.command()
@reference_argument
@json_option
@pass_session
def show(session: Session, reference: str, as_json: bool) -> None:
    """Show one case at a glance: where it stands, what the law says so far, what comes next."""
    with session.services() as services:
        case_id = services.desk.case(reference).id
        summary = services.desk.summary(case_id)
        returns = services.scoping.returns(case_id)
        actions = services.tracker.rows(case_id)
        duties = services.duties.rows(case_id)
    if as_json:
        say_json({"case": summary, "returns": returns, "duties": duties, "actions": actions})
        return
    say("\n".join(_glance(summary)))
    for row in returns:
        say(f"Return      {_return_line(row)}")
    for duty in duties:
        say(f"Duty        {duty.clock} {duty.what}, due {duty.due.isoformat()}: {duty.state.label}")
    for action in actions:
        due = action.due or "not set"
        say(f"Action      A-{action.number} {action.agency} {action.action}, due {due}: {action.state.label}")


def _glance(summary: CaseSummary) -> list[str]:
    lines = [
        f"{summary.reference}  {summary.pseudonym}  {summary.stage.label}",
        f"Told        {summary.told}",
        f"Criteria    {summary.result.label}  {summary.citation}".rstrip(),
        f"Returns     {summary.returns_in} of {summary.returns_asked}",
        f"Next        {summary.next_step}",
    ]
    if summary.missing:
        lines.append(f"Missing     {', '.join(summary.missing)}")
    if summary.waiting_on:
        lines.append(f"Waiting on  {', '.join(summary.waiting_on)}")
    return lines


def _return_line(row: ReturnRow) -> str:
    late = f", {row.late_by} working days late" if row.late_by else ""
    return f"{row.agency} {row.state.label}, due {row.due.isoformat()}{late}"


@click.command()
@reference_argument
@json_option
@pass_session
def history(session: Session, reference: str, as_json: bool) -> None:
    """Tell everything ever saved about a case: when, by whom, and what changed."""
    with session.services() as services:
        entries = services.desk.history(services.desk.case(reference).id)
    if as_json:
        say_json(entries)
        return
    for entry in entries:
        say(_told(entry))


def _told(entry: HistoryEntry) -> str:
    changes = "".join(f"\n    {change}" for change in entry.changes)
    return f"{entry.at.isoformat(timespec='seconds')}  {entry.actor}: {entry.move} ({entry.entity}){changes}"
