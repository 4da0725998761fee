"""Recommendations: added one by one, and listed; spreadsheets of them come in by `sscb tracker import`."""

from __future__ import annotations

from typing import IO

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_form, reference_argument, source_argument
from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say, say_json, say_table


@click.group()
def recommendation() -> None:
    """Add, amend, answer and list recommendations."""


@recommendation.command()
@reference_argument
@source_argument
@pass_session
def add(session: Session, reference: str, source: IO[bytes]) -> None:
    """Add a recommendation from a JSON file; prints its number."""
    from sscb_tui.domain.forms import RecommendationForm

    form = read_form(RecommendationForm, source)
    with session.acts() as (services, actor):
        made = services.tracker.recommend(actor, services.desk.case(reference).id, form)
        say(f"R-{made.number}")
        if warning := services.tracker.warning(made.case_id):
            click.echo(warning, err=True)


@recommendation.command("list")
@json_option
@pass_session
def list_(session: Session, as_json: bool) -> None:
    """List the recommendations of every case, numbered across the Board."""
    with session.services() as services:
        found = services.tracker.recommendations()
        references = {row.case_id: row.reference for row in services.desk.queue()}
    if as_json:
        say_json([{"reference": references[each.case_id], **each.model_dump(mode="json")} for each in found])
        return
    rows = [(f"R-{each.number}", references[each.case_id], each.level.label, each.text) for each in found]
    say_table(rows, none="No recommendations yet.")
