"""`sscb`: opens the program, or does one thing without it. Commands load only when they are called."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from sscb_tui.commandline.lazy import LazyGroup
from sscb_tui.commandline.session import Session
from sscb_tui.version import __version__

COMMANDS = {
    "action": "sscb_tui.commandline.action_terms:action",
    "backup": "sscb_tui.commandline.record:backup",
    "board": "sscb_tui.commandline.board:board",
    "chronology": "sscb_tui.commandline.chronology:chronology",
    "criteria": "sscb_tui.commandline.criteria:criteria",
    "decision": "sscb_tui.commandline.decisions:decision",
    "demo": "sscb_tui.commandline.demo:demo",
    "differences": "sscb_tui.commandline.differences:differences",
    "discussion": "sscb_tui.commandline.referrals:discussion",
    "doctor": "sscb_tui.commandline.doctor:doctor",
    "duty": "sscb_tui.commandline.duties:duty",
    "export": "sscb_tui.commandline.papers:export",
    "family": "sscb_tui.commandline.family:family",
    "history": "sscb_tui.commandline.cases:history",
    "list": "sscb_tui.commandline.cases:queue",
    "meeting": "sscb_tui.commandline.meeting:meeting",
    "orphans": "sscb_tui.commandline.thread:orphans",
    "paths": "sscb_tui.commandline.record:paths",
    "proceeding": "sscb_tui.commandline.proceedings:proceeding",
    "progress": "sscb_tui.commandline.progress:progress",
    "readiness": "sscb_tui.commandline.differences:readiness",
    "recommendation": "sscb_tui.commandline.recommendation_deeds:recommendation",
    "referral": "sscb_tui.commandline.referrals:referral",
    "return": "sscb_tui.commandline.scoping:returned",
    "review": "sscb_tui.commandline.review_publication:review",
    "reviewer": "sscb_tui.commandline.reviewers:reviewer",
    "schema": "sscb_tui.commandline.schemas:schema",
    "search": "sscb_tui.commandline.search:search",
    "show": "sscb_tui.commandline.cases:show",
    "template": "sscb_tui.commandline.scoping:template",
    "thread": "sscb_tui.commandline.thread:thread",
    "tracker": "sscb_tui.commandline.tracker_files:tracker",
    "verify": "sscb_tui.commandline.record:verify",
}


@click.group(
    cls=LazyGroup,
    sources=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done; 1 refused by a rule, 2 bad input: nothing written; 70 a fault of the program.",
)
@click.version_option(__version__, prog_name="sscb")
@click.option(
    "--db",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="SSCB_DB",
    help="The database file; without it, the one `sscb paths` names.",
)
@click.option(
    "--as", "acting", metavar="NAME", envvar="SSCB_AS", help="Who is acting, as the Board's settings know them."
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    envvar="SSCB_TODAY",
    help="The day it is (YYYY-MM-DD), for demonstrations and tests.",
)
@click.pass_context
def main(context: click.Context, db: Path | None, acting: str | None, today: datetime | None) -> None:
    """Serious Case Reviews, from the phone call to the tracked recommendation.

    Without a command, the program opens in this terminal.
    """
    session = context.obj = Session(path=db, acting=acting, day=today.date() if today else None)
    if context.invoked_subcommand is None:
        session.open_program()
