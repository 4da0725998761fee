"""The Board's settings: who it is, its people and their roles, its agencies, its local rules."""

from __future__ import annotations

from screens.forms.spec import Field, Kind, Options, Section, Spec
from sscb_tui.domain.terms import Role

ROLES: Options = tuple((role.value, role.label) for role in Role if role not in (Role.SYSTEM, Role.REVIEW_PANEL))

_PERSON = Section(
    "person",
    (
        Field("name", "Name", required=True),
        Field("role", "Role", Kind.CHOICE, required=True, choices=ROLES),
        Field("post", "Post", help="The post as papers should print it, where that is not the role."),
        Field("agency", "Agency", help="The code of the agency, where there is one."),
        Field("authority", "Authority", help="For a deputy or an acting Chair: the document that gives the authority."),
    ),
)

_NAME = Section(
    "name",
    (
        Field("name", "Name", required=True),
        Field("since", "Since", Kind.DATE, help="Leave blank for as far back as the Board's records go."),
    ),
)

_AGENCY = Section(
    "agency",
    (
        Field("code", "Code", required=True, help="Two to sixteen capital letters or figures: a column heading."),
        Field(
            "names",
            "Name, and later names",
            Kind.LIST,
            required=True,
            of=_NAME,
            help="Bodies are renamed and merged; each name has the day it began.",
        ),
        Field("short", "Short name", help="What people round the table call it: Police, Housing."),
        Field("lead", "Safeguarding lead"),
        Field("contact", "Contact"),
        Field("external", "Outside the area", Kind.BOOL),
    ),
)

BOARD = Section(
    "The Board",
    (
        Field("name", "Name", required=True),
        Field("short_name", "Short name", required=True, help="Two to eight capitals; every case reference begins so."),
        Field("area", "Area", required=True),
        Field("marking", "Marking", required=True, help="The protective marking on every screen and paper."),
        Field("framework", "Guidance", required=True, help="The framework cases begin under, for example WT2015."),
        Field("return_working_days", "Days for a return", Kind.NUMBER, required=True, help="Working days, 1 to 60."),
        Field("review_models", "Methods of review", Kind.LINES, required=True, help="One on each line."),
    ),
    intro="Change what differs. The people come next: PageDown.",
)

PEOPLE = Section(
    "People",
    (
        Field(
            "people",
            "People, each with a role",
            Kind.LIST,
            required=True,
            of=_PERSON,
            help="The Business Manager, the Independent Chair and the LIIP Chair are needed to begin. a adds a person.",
        ),
    ),
    intro="Three people hold the initial discussion and must be named: the Business Manager, the Independent Chair, "
    "and the Chair of Learning and Improvement in Practice (LIIP).",
)

AGENCIES = Section("Agencies", (Field("agencies", "Agencies the Board may ask", Kind.LIST, required=True, of=_AGENCY),))

_ADDRESSEE = Section(
    "addressee",
    (
        Field("code", "Code", required=True, help="Whom: OFSTED, DFE, CSPRP, LA, BOARD, REFERRER, FAMILY, CORONER ..."),
        Field("name", "Name", help="As the letter addresses them, where the guidance has another word."),
        Field("address", "Secure address", Kind.LONG, required=True),
    ),
)
LETTERS = Section(
    "Letters",
    (Field("addressees", "Where letters of a decision go", Kind.LIST, of=_ADDRESSEE, help="a adds an address."),),
)

AGENDA_ITEM = Section(
    "item",
    (
        Field("title", "Item", required=True),
        Field("minutes", "Minutes", Kind.NUMBER, required=True, help="Planned minutes, 0 to 240; 0 plans nothing."),
    ),
)
LIST_KEYS = "a adds, Enter edits, x takes out, [ and ] move the row up and down."

MEETING = Section(
    "Meeting rules",
    (
        Field("quorum.agencies", "Quorum, agencies", Kind.NUMBER, required=True, help="How many must be present."),
        Field("quorum.core", "Always needed", Kind.LINES, help="Agency codes, one on each line."),
        Field(
            "quorum.health", "One of these", Kind.LINES, help="Agency codes, one on each line; at least one present."
        ),
        Field("confidentiality", "Words read at the start of a meeting", Kind.LONG, required=True),
        Field("agenda", "Agenda", Kind.LIST, required=True, of=AGENDA_ITEM, help=LIST_KEYS),
    ),
)

SETTINGS = Spec("Board settings", (BOARD, PEOPLE, AGENCIES, MEETING, LETTERS))
