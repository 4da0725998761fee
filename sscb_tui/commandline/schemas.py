"""The JSON schema of every input format."""

from __future__ import annotations

import importlib

import click

from sscb_tui.commandline.writing import say_json

FORMATS = {
    "action": "sscb_tui.domain.forms:ActionForm",
    "advice": "sscb_tui.domain.forms:AdviceForm",
    "attendee": "sscb_tui.domain.meeting:Attendee",
    "board": "sscb_tui.domain.agency:BoardSettings",
    "chronology": "sscb_tui.domain.chronology:ChronologyLine",
    "contact": "sscb_tui.domain.family_contact:FamilyContactForm",
    "contract": "sscb_tui.domain.reviewer:ContractForm",
    "criteria": "sscb_tui.domain.criteria:Question",
    "decision": "sscb_tui.domain.decision:DecisionForm",
    "discussion": "sscb_tui.domain.forms:DiscussionForm",
    "evidence": "sscb_tui.domain.action:ActionEvidence",
    "fill": "sscb_tui.domain.forms:FillForm",
    "finding": "sscb_tui.domain.decision:LimbFinding",
    "impact": "sscb_tui.domain.action:ImpactForm",
    "proceeding": "sscb_tui.domain.proceeding:ProceedingForm",
    "publication": "sscb_tui.domain.publication:PublicationPlan",
    "recommendation": "sscb_tui.domain.forms:RecommendationForm",
    "referral": "sscb_tui.domain.case:ReferralForm",
    "response": "sscb_tui.domain.publication:Response",
    "return": "sscb_tui.domain.scoping:AgencyReturn",
    "reviewer": "sscb_tui.domain.reviewer:ReviewerForm",
    "terms": "sscb_tui.domain.terms_of_reference:Terms",
    "transfer": "sscb_tui.domain.forms:TransferForm",
    "view": "sscb_tui.domain.meeting:AgencyView",
}
"""Where each format's model lives. A return is a Markdown file; its schema tells what is read from it; a chronology
and a tracker are CSV files, whose columns are the fields."""


@click.command()
@click.argument("name", metavar="NAME", type=click.Choice(list(FORMATS)))
def schema(name: str) -> None:
    """Print the JSON schema of an input format.

    \b
    NAME is one of: action, advice, attendee, board, chronology, contact, contract,
    criteria, decision, discussion, evidence, fill, finding, impact, proceeding,
    publication, recommendation, referral, response, return, reviewer, terms,
    tracker, transfer, view.
    """
    from pydantic import BaseModel

    module, _, attribute = FORMATS[name].partition(":")
    model = getattr(importlib.import_module(module), attribute)
    if isinstance(model, type) and issubclass(model, BaseModel):
        say_json(model.model_json_schema())
