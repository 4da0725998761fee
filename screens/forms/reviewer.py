"""What the register of reviewers asks for (F11)."""

from __future__ import annotations

from datetime import date

from screens.forms.spec import Entry, Field, Kind, Options, Section, Values
from screens.forms.when import day_text
from sscb_tui.domain.terms import Route, YesNo

_LONG = Kind.LONG


_TIES = (
    ("employment", "Employment"),
    ("contracts", "Contracts"),
    ("roles", "Board roles"),
    ("personal", "Personal ties"),
)


def _body(bodies: Options) -> Section:
    """One row of the grid."""
    unknown = YesNo.UNDETERMINED.value
    ties = (Field(kind, label, Kind.CHOICE, required=True, choices=YesNo, default=unknown) for kind, label in _TIES)
    which = Field("body", "Body", Kind.CHOICE, required=True, choices=bodies)
    return Section("body", (which, *ties, Field("detail", "Detail")), intro="In the last five years.")


def _grid(bodies: Options, grid: list[Entry]) -> tuple[Field, ...]:
    """One tick for no tie at all, or the answers body by body."""
    return (
        Field("free", "No tie at all", Kind.BOOL, help="Declares no tie to any body in the grid, in five years."),
        Field(
            "links",
            "Ties, body by body",
            Kind.LIST,
            id="F11.02",
            of=_body(bodies),
            default=list(grid),
            when=lambda typed: typed.get("free") is not True,
        ),
    )


def reviewer(bodies: Options, grid: list[Entry]) -> Section:
    """Who is thought of; the grid has a row for the Board and every involved agency."""
    return Section(
        "Reviewer",
        (
            Field("name", "Name", id="F11.01", required=True),
            Field("organisation", "Organisation", id="F11.01", required=True, default="independent"),
            Field("contact", "Contact", id="F11.01", required=True),
            *_grid(bodies, grid),
            Field("chairs_board", "Chairs a Board", id="F11.03", help="Another LSCB this person chairs, if any."),
            Field("concurrent", "Other commissions", Kind.LINES, id="F11.03"),
            Field("experience", "Experience", _LONG, id="F11.04", required=True, help="In the method chosen."),
            Field("qualifications", "Qualifications", id="F11.04"),
            Field("dbs_on", "DBS check", Kind.DATE, id="F11.04"),
            Field("references", "References", id="F11.04"),
            Field("route", "Found by", Kind.CHOICE, id="F11.05", required=True, choices=Route),
            Field("route_reason", "Why so", _LONG, id="F11.05", required=True),
        ),
    )


CONTRACT = Section(
    "Contract",
    (
        Field("deliverables", "Deliverables", _LONG, required=True),
        Field("final_on", "Last delivery", Kind.DATE, required=True),
        Field("late_reason", "If after six months", help="Why."),
        Field("days", "Days", Kind.NUMBER, required=True),
        Field("fee", "Fee, pounds", Kind.NUMBER, required=True),
        Field("data_handling", "Data", required=True),
        Field("papers_after", "Papers afterwards", required=True),
        Field("indemnity", "Indemnity", required=True),
        Field("intellectual_property", "Rights", required=True, help="Intellectual property in the report."),
    ),
)
RULING = Section("Ruling on a link", (Field("words", "Ruling", _LONG, required=True),), intro="For the Chair alone.")
STAND_DOWN = Section("Stand down", (Field("reason", "Reason", _LONG, required=True),))


def panel(today: date) -> Section:
    """The name goes to the national panel."""
    return Section(
        "National panel",
        (
            Field("told_on", "Told on", Kind.DATE, required=True, default=day_text(today)),
            Field("advised", "Advised?", Kind.BOOL),
            Field("advice", "Advice", _LONG, required=True, when=_advised),
            Field("regard", "Regard had", _LONG, required=True, when=_advised),
        ),
    )


def _advised(typed: Values) -> bool:
    return typed.get("advised") is True
