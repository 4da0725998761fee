"""The people of a referral: the child, the family, the other children (F1.10 to F1.31)."""

from __future__ import annotations

from screens.forms.spec import Field, Kind, Options, Section, chosen
from screens.forms.text_checks import nhs_number
from sscb_tui.domain.terms import Outcome, YesNo

ALWAYS_LIST: Options = (
    ("AL-1", "in police custody"),
    ("AL-2", "in custody on remand"),
    ("AL-3", "in custody following sentence"),
    ("AL-4", "in a Young Offender Institution"),
    ("AL-5", "in a secure training centre"),
    ("AL-6", "in a secure children's home"),
    ("AL-7", "detained under the Mental Health Act 1983"),
    ("AL-8", "aged 16 or 17, deprived of liberty under the Mental Capacity Act 2005"),
)
"""Deaths for which Working Together says a review should always be held."""

CHILD = Section(
    "Child",
    (
        Field("child.name", "Full name", id="F1.10", required=True),
        Field("child.also_known_as", "Also known as", id="F1.10"),
        Field(
            "child.date_of_birth",
            "Date of birth",
            Kind.DATE,
            id="F1.12",
            at=("child",),
            help="Or an estimated age below, or an expected date of delivery.",
        ),
        Field("child.estimated_age", "Or estimated age", id="F1.12", help="For example: about 4 months, or 14 to 15."),
        Field("child.expected_delivery", "Or expected delivery", Kind.DATE, id="F1.12"),
        Field("child.gender", "Gender", id="F1.13", required=True),
        Field("child.ethnicity", "Ethnicity", id="F1.14", default="unknown"),
        Field("child.first_language", "First language", id="F1.14", default="unknown"),
        Field("child.religion", "Religion", id="F1.14", default="unknown"),
        Field("child.disability", "Disability", id="F1.14", default="unknown"),
        Field("child.interpreter", "Interpreter needed", id="F1.14", default="unknown"),
        Field("child.nhs_number", "NHS number", id="F1.15", check=nhs_number, help="Ten digits; spaces do no harm."),
        Field("child.other_identifiers", "Other identifiers", id="F1.15", help="UPN, social care case number."),
    ),
)

CIRCUMSTANCES = Section(
    "Circumstances",
    (
        Field("child.home_address", "Home address", id="F1.16", required=True),
        Field("child.address_at_incident", "Address at incident", id="F1.16"),
        Field("child.in_whose_care", "In whose care", id="F1.16", default="unknown"),
        Field(
            "child.under_18",
            "Under 18",
            Kind.CHOICE,
            id="F2.04",
            required=True,
            choices=YesNo,
            help="At the time of death, or when the abuse or neglect and the harm happened.",
        ),
        Field(
            "child.normally_resident",
            "Normally resident here",
            Kind.CHOICE,
            id="F1.17",
            required=True,
            choices=YesNo,
            help="The Board for the area where the child is normally resident decides, wherever it happened.",
        ),
        Field("child.outcome", "The child", Kind.CHOICE, id="F1.18", required=True, choices=Outcome),
        Field("child.outcome_on", "On", Kind.STATED_DATE, id="F1.18", when=chosen("child.outcome", "died")),
        Field("child.outcome_place", "Place of death", id="F1.18", when=chosen("child.outcome", "died")),
        Field(
            "child.legal_status",
            "Legal status",
            id="F1.20",
            default="unknown",
            help="At the incident: none, child in need, child protection plan, looked after; with category and dates.",
        ),
        Field(
            "child.open_to_social_care", "Open to social care", Kind.CHOICE, id="F1.21", required=True, choices=YesNo
        ),
        Field("child.lead_worker", "Lead worker", id="F1.21", when=chosen("child.open_to_social_care", "yes")),
        Field("child.looked_after", "Looked after", Kind.CHOICE, id="F1.20", choices=YesNo, default="undetermined"),
        Field(
            "child.always_list",
            "Custody or detention",
            Kind.CHOICE,
            id="F1.22",
            required=True,
            choices=YesNo,
            help="In custody, detained, or deprived of liberty at death: guidance says a review should always be held.",
        ),
        Field(
            "child.always_list_category",
            "Which",
            Kind.CHOICE,
            id="F1.22",
            required=True,
            choices=ALWAYS_LIST,
            when=chosen("child.always_list", "yes"),
        ),
        Field(
            "child.regulated_setting", "In a regulated setting", Kind.CHOICE, id="F1.23", required=True, choices=YesNo
        ),
        Field(
            "child.regulated_setting_name", "Which setting", id="F1.23", when=chosen("child.regulated_setting", "yes")
        ),
    ),
)

_MEMBER = Section(
    "family member",
    (
        Field("name", "Name", id="F1.30", required=True),
        Field("relationship", "Relationship", id="F1.30", required=True, help="To the child."),
        Field("also_known_as", "Also known as", id="F1.30"),
        Field("date_of_birth", "Born", id="F1.30", help="As stated; often only a year or an age is known."),
        Field("address", "Address", id="F1.30"),
        Field("in_household", "In the household", Kind.CHOICE, id="F1.30", choices=YesNo, default="undetermined"),
        Field(
            "parental_responsibility",
            "Parental responsibility",
            Kind.CHOICE,
            id="F1.30",
            choices=YesNo,
            default="undetermined",
        ),
        Field(
            "alleged_responsible",
            "Alleged responsible",
            Kind.BOOL,
            id="F1.30",
            help="An allegation; no paper ever prints it as more.",
        ),
        Field(
            "search_for",
            "Agencies to search",
            Kind.BOOL,
            id="F2.12",
            default=True,
            help="Whether agencies are asked to search their records for this person.",
        ),
    ),
)

FAMILY = Section(
    "Family",
    (
        Field(
            "family",
            "Family and significant others",
            Kind.LIST,
            id="F1.30",
            required=True,
            of=_MEMBER,
            unless="family_none_known",
        ),
        Field("family_none_known", "None known", Kind.BOOL, id="F1.30"),
    ),
)

_OTHER_CHILD = Section(
    "child",
    (
        Field("name", "Name", id="F1.31", required=True),
        Field("whereabouts", "Where now", id="F1.31", required=True),
        Field("safe", "Safe", Kind.CHOICE, id="F1.31", required=True, choices=YesNo),
        Field(
            "action",
            "Done, and by whom",
            Kind.LONG,
            id="F1.31",
            required=True,
            help="“None needed, because …” is an answer; a blank is not.",
        ),
    ),
)

OTHER_CHILDREN = Section(
    "Other children",
    (
        Field(
            "other_children",
            "Other children who may be at risk",
            Kind.LIST,
            id="F1.31",
            required=True,
            of=_OTHER_CHILD,
            unless="other_children_none",
        ),
        Field("other_children_none", "There are none", Kind.BOOL, id="F1.31"),
    ),
)
