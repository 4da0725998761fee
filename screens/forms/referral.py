"""The referral form (F1): the call and the referrer, the child, the family, the agencies, what happened, and why."""

from __future__ import annotations

from screens.forms.family import CHILD, CIRCUMSTANCES, FAMILY, OTHER_CHILDREN
from screens.forms.referral_grounds import CHRONOLOGY, CRITERIA, NOTIFICATIONS, SIGN, WHAT_HAPPENED
from screens.forms.spec import Field, Kind, Options, Section, Spec
from screens.forms.text_checks import case_reference, some_date
from sscb_tui.domain.terms import YesNo

CHANNELS: Options = tuple((each, each) for each in ("telephone", "e-mail", "form", "in person", "other"))
PURPOSES: Options = tuple((each, each) for each in ("SCR consideration", "learning review", "advice"))

INCIDENT = Section(
    "Incident",
    (
        Field(
            "pseudonym",
            "Pseudonym",
            id="F1.11",
            required=True,
            help="What lists, titles and file names show, for example Child Q. Never the child's name or initials.",
        ),
        Field(
            "incident_on",
            "Happened on",
            Kind.STATED_DATE,
            id="F1.19",
            required=True,
            check=some_date,
            help="When it happened or came to notice. 2 Nov 2026, about 2 Nov 2026 and Nov 2026 are all kept as said.",
        ),
        Field(
            "incident_title",
            "In a few words",
            id="F1.19",
            required=True,
            help="Without names, for example: unexplained injury at home.",
        ),
        Field(
            "same_incident_as",
            "Same incident as",
            id="F1.55",
            check=case_reference,
            help="The reference of a brother's or sister's case, if there is one: one case is one child.",
        ),
        Field(
            "referral.received_at",
            "Board told at",
            Kind.DATETIME,
            id="F1.02",
            required=True,
            help="Day and time the Board was told. The month for the Chair's decision is counted from this day.",
        ),
        Field("referral.channel", "By", Kind.CHOICE, id="F1.02", required=True, choices=CHANNELS, default="telephone"),
        Field(
            "referral.purposes",
            "For",
            Kind.MULTI,
            id="F1.03",
            required=True,
            choices=PURPOSES,
            default="SCR consideration",
        ),
    ),
)

REFERRER = Section(
    "Referrer",
    (
        Field("referral.referrer.name", "Name", id="F1.04", required=True, help="Or: a member of the public."),
        Field("referral.referrer.anonymous", "Wishes anonymity", Kind.BOOL, id="F1.04"),
        Field("referral.referrer.agency", "Agency", id="F1.04"),
        Field("referral.referrer.designation", "Post", id="F1.04"),
        Field("referral.referrer.contact", "Telephone or e-mail", id="F1.04"),
        Field(
            "referral.safeguarding_lead",
            "Safeguarding lead",
            id="F1.05",
            help="The designated lead the referrer consulted: name, agency, day. For professional referrers.",
        ),
        Field(
            "referral.senior_manager_agrees",
            "Senior manager agrees",
            Kind.CHOICE,
            id="F1.06",
            choices=YesNo,
            default="undetermined",
            help="Whether a senior manager of the referrer's agency agrees that the criteria apply.",
        ),
        Field(
            "referral.can_present",
            "Can present in person",
            Kind.CHOICE,
            id="F1.07",
            choices=YesNo,
            default="undetermined",
        ),
    ),
)


def agencies_section(agencies: Options) -> Section:
    """The agencies known to be involved, chosen from those the Board knows."""
    of = Section(
        "agency",
        (
            Field("agency", "Agency", Kind.CHOICE, id="F1.40", required=True, choices=agencies),
            Field("worker", "Worker", id="F1.40"),
            Field("contact", "Contact", id="F1.40"),
            Field(
                "still_involved",
                "Still involved",
                Kind.CHOICE,
                id="F1.40",
                choices=YesNo,
                default="undetermined",
            ),
        ),
    )
    rows = Field("agencies", "Agencies known to be involved", Kind.LIST, id="F1.40", required=True, of=of)
    return Section("Agencies", (rows,))


def referral_spec(agencies: Options) -> Spec:
    """The whole form; `agencies` are the Board's, as (code, name)."""
    return Spec(
        "Referral",
        (
            INCIDENT,
            REFERRER,
            CHILD,
            CIRCUMSTANCES,
            FAMILY,
            OTHER_CHILDREN,
            agencies_section(agencies),
            WHAT_HAPPENED,
            CRITERIA,
            CHRONOLOGY,
            NOTIFICATIONS,
            SIGN,
        ),
    )
