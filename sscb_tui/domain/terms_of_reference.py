"""Terms of reference (F10): what a review looks into, how, with whom and by when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from sscb_tui.domain.base import AgencyCode, Model, Said
from sscb_tui.domain.days import shown
from sscb_tui.domain.terms import Supply

MODELS = (
    "SCIE Learning Together",
    "significant incident learning process (SILP)",
    "Welsh model",
    "root cause analysis",
    "individual management reviews with an overview report",
    "hybrid, with practitioner events",
)
"""Methods a Board may choose from; guidance names principles, not a method (WT2015 ch.4)."""


class Supplied(Model):
    """What one agency gives to the review (F10.08)."""

    agency: AgencyCode
    gives: Annotated[tuple[Supply, ...], Field(min_length=1)]
    note: str = ""


class Panellist(Model):
    """A member of the review team, or somebody whose expert advice it takes (F10.09)."""

    name: Said
    post: Said
    part: Said = "member"
    """Chair, member, adviser."""


class Milestone(Model):
    """A step of the timetable and its day (F10.15)."""

    what: Said
    due: date


class Terms(Model):
    """The twenty headings; the decision (F10.02) and the approval (F10.20) belong to the version that carries them."""

    subjects: Said
    """F10.01: pseudonyms of the children the review is about."""
    key_held: Said
    """F10.01: where the key to the pseudonyms is held."""
    purpose: Said
    """F10.03: with what the review is not."""
    period_from: date
    period_to: date
    period_reason: Said
    background: str = ""
    """F10.04: an earlier period looked at only in outline."""
    enquiries: Annotated[tuple[Said, ...], Field(min_length=1)]
    """F10.05: key lines of enquiry."""
    proportionality: Said
    """F10.06: breadth and depth, and what was weighed."""
    method: Said
    """F10.07: one of the Board's list."""
    supplies: Annotated[tuple[Supplied, ...], Field(min_length=1)]
    panel: Annotated[tuple[Panellist, ...], Field(min_length=1)]
    practitioners: Said
    """F10.10: how practitioners take part and are supported."""
    family: Said
    """F10.11: how the family takes part."""
    parallel: Said
    """F10.12: how proceedings beside the review are handled, or that there are none."""
    legal: Said
    """F10.13: legal requirements, court orders."""
    diversity: Said
    """F10.14."""
    milestones: Annotated[tuple[Milestone, ...], Field(min_length=1)]
    late_reason: str = ""
    """F10.15: why the last milestone is after six months, if it is."""
    early_learning: Said
    """F10.16: the route by which learning moves before the report."""
    publication: Said
    """F10.17: that the report is for publication, and what that could do to children."""
    budget: Annotated[int, Field(ge=0)] | None = None
    """F10.18: pounds."""
    governance: Said
    """F10.19: who assures quality, who signs off."""

    @model_validator(mode="after")
    def _each_is_named_once(self) -> Terms:
        if self.period_from >= self.period_to:
            raise ValueError("the period under review ends before it begins")
        for what, names in (
            ("agency", [each.agency for each in self.supplies]),
            ("milestone", [each.what for each in self.milestones]),
        ):
            if len(set(names)) != len(names):
                raise ValueError(
                    f"an {what} stands in the list twice" if what == "agency" else f"a {what} is named twice"
                )
        return self


def headings(terms: Terms) -> tuple[tuple[str, str, str], ...]:
    """Field, heading and words of each, in the order of the form, for papers and screens."""
    period = f"{shown(terms.period_from)} to {shown(terms.period_to)}. {terms.period_reason}"
    return (
        ("subjects", "Subjects", f"{terms.subjects}. The key to pseudonyms is held {terms.key_held}."),
        ("purpose", "Purpose", terms.purpose),
        ("period_from", "Period under review", f"{period}\n\n{terms.background}".strip()),
        ("enquiries", "Key lines of enquiry", _numbered(terms.enquiries)),
        ("proportionality", "Breadth and depth", terms.proportionality),
        ("method", "Method", terms.method),
        ("supplies", "What agencies supply", "\n".join(map(_supplied, terms.supplies))),
        ("panel", "Review panel", "\n".join(f"{each.name}, {each.post} ({each.part})" for each in terms.panel)),
        ("practitioners", "Practitioners", terms.practitioners),
        ("family", "Family", terms.family),
        ("parallel", "Parallel proceedings", terms.parallel),
        ("legal", "Legal requirements", terms.legal),
        ("diversity", "Diversity", terms.diversity),
        ("milestones", "Timetable", _timetable(terms)),
        ("early_learning", "Early learning", terms.early_learning),
        ("publication", "Publication", terms.publication),
        ("budget", "Budget", "Not set." if terms.budget is None else f"£{terms.budget:,}"),
        ("governance", "Governance", terms.governance),
    )


def _numbered(lines: tuple[str, ...]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _supplied(each: Supplied) -> str:
    gives = ", ".join(supply.label for supply in each.gives)
    return f"{each.agency}: {gives}" + (f" ({each.note})" if each.note else "")


def _timetable(terms: Terms) -> str:
    rows = [f"{shown(each.due)}: {each.what}" for each in terms.milestones]
    return "\n".join([*rows, *([f"After six months because: {terms.late_reason}"] if terms.late_reason else [])])
