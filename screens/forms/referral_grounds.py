"""Why a referral was made: what happened, the criteria, the chronology, who else has been told (F1.50 to F1.80)."""

from __future__ import annotations

from screens.forms.spec import Field, Kind, Section, chosen
from screens.forms.text_checks import some_date
from sscb_tui.domain.terms import AbuseOrNeglect, WorkingTogether, YesNo

WHAT_HAPPENED = Section(
    "What happened",
    (
        Field(
            "referral.what_happened",
            "What happened, as fact",
            Kind.LONG,
            id="F1.50",
            required=True,
            least=100,
            help="What was seen, said and done, when and by whom. At least 100 characters; opinion belongs further on.",
        ),
        Field("referral.expected_learning", "Learning the referrer expects", Kind.LONG, id="F1.54"),
        Field(
            "referral.links",
            "Links",
            Kind.LONG,
            id="F1.55",
            help="The same adult, setting or area in another case; an earlier referral.",
        ),
    ),
)

CRITERIA = Section(
    "Criteria",
    (
        Field(
            "referral.abuse_or_neglect",
            "(a) Abuse or neglect",
            Kind.CHOICE,
            id="F1.51",
            required=True,
            choices=AbuseOrNeglect,
            intro="reg 5(2)(a): “abuse or neglect of a child is known or suspected”. Suspicion is enough; no charge, "
            "finding or cause of death is needed.",
        ),
        Field("referral.why_abuse_or_neglect", "Why", Kind.LONG, id="F1.51", required=True),
        Field(
            "referral.serious_harm",
            "(b)(ii) Serious harm",
            Kind.CHOICE,
            id="F1.52",
            required=True,
            choices=YesNo,
            intro="reg 5(2)(b)(ii): the child “has been seriously harmed”. Guidance includes a potentially "
            "life-threatening injury and serious or likely long-term impairment of health or development; a child "
            "who recovers may still have been seriously harmed.",
        ),
        Field(
            "referral.serious_harm_note",
            "Which harm, medical view, prognosis",
            Kind.LONG,
            id="F1.52",
            required=True,
            when=chosen("child.outcome", "alive"),
        ),
        Field(
            "referral.working_together",
            "(b)(ii) Working together",
            Kind.CHOICE,
            id="F1.53",
            required=True,
            choices=WorkingTogether,
            intro="reg 5(2)(b)(ii): “cause for concern as to the way in which the authority, their Board partners or "
            "other relevant persons have worked together to safeguard the child”.",
        ),
        Field("referral.working_together_note", "In what way", Kind.LONG, id="F1.53"),
    ),
    intro="The fourth question, whether the child died (reg 5(2)(b)(i)), is answered under Circumstances.",
)

_EVENT = Section(
    "event",
    (
        Field("on", "When", Kind.STATED_DATE, id="F5.D1", required=True, check=some_date),
        Field(
            "event", "What happened", Kind.LONG, id="F5.D5", required=True, help="A short headline first; fact only."
        ),
        Field("source", "From which record", id="F5.D3"),
        Field("people", "Who it concerned", id="F5.D4"),
        Field("child_seen", "Child seen", Kind.CHOICE, id="F5.D6", choices=YesNo, default="undetermined"),
        Field("kind", "Sort of event", id="F5.D6", help="Contact, visit, assessment, decision, incident."),
        Field("shared_with", "Shared with", id="F5.D8"),
        Field("action", "Action, by which role", id="F5.D9"),
        Field("comment", "Comment, apart from fact", Kind.LONG, id="F5.D10"),
        Field("key", "Key event", Kind.BOOL, id="F5.D11"),
    ),
)

CHRONOLOGY = Section(
    "Chronology",
    (Field("referral.chronology", "Key dates, if any are known", Kind.LIST, id="F1.60", of=_EVENT),),
)

NOTIFICATIONS = Section(
    "Notifications",
    (
        Field(
            "referral.la_notification",
            "Ofsted told",
            id="F1.71",
            required=True,
            default="unknown",
            help="Whether the local authority has notified Ofsted, when, under what reference. That duty is its own.",
        ),
        Field(
            "referral.authority_aware_on",
            "Authority aware on",
            Kind.DATE,
            help="The day the local authority came to know, if that is known: its five working days run from there.",
        ),
        Field(
            "referral.parallel_processes",
            "Parallel processes",
            Kind.LONG,
            id="F1.70",
            required=True,
            default="none known",
            help="Police, coroner, family proceedings, child death review, other reviews.",
        ),
        Field("referral.media", "Media interest", id="F1.72", required=True, default="none"),
        Field(
            "referral.records_secured",
            "Records secured",
            Kind.LONG,
            id="F1.73",
            help="Which agency, on which day, by whom.",
        ),
    ),
)

SIGN = Section(
    "Sign",
    (
        Field(
            "referral.signed_by",
            "Signed by",
            id="F1.80",
            required=True,
            help="Who stands behind this referral; the day is kept with the record.",
        ),
    ),
)
