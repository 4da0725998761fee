"""The initial discussion (F2): who spoke, what was known, the provisional answers, the outcome, the scoping plan."""

from __future__ import annotations

from screens.forms.spec import Field, Kind, Options, Section, Spec, chosen
from sscb_tui.domain.terms import DiscussionOutcome, Fact, YesNo

MODES: Options = tuple((each, each) for each in ("meeting", "telephone", "e-mail"))
_SCOPING = chosen("outcome", DiscussionOutcome.SCOPING.value)

_PRESENT = Section(
    "person",
    (
        Field("name", "Name", id="F2.02", required=True),
        Field("post", "Post", id="F2.02", required=True),
        Field("deputy", "As a deputy", Kind.BOOL, id="F2.02"),
    ),
)

HELD = Section(
    "Held",
    (
        Field("held_at", "Held at", Kind.DATETIME, id="F2.01", required=True),
        Field("mode", "By", Kind.CHOICE, id="F2.01", required=True, choices=MODES, default="telephone"),
        Field("present", "Present", Kind.LIST, id="F2.02", required=True, of=_PRESENT),
        Field(
            "absent_reason",
            "If not all three, why",
            id="F2.02",
            help="Business Manager, Independent Chair and LIIP Chair; a deputy is named as such.",
        ),
    ),
)

KNOWN = Section(
    "What is known",
    (
        Field("facts_relied_on", "Facts relied on", Kind.LONG, id="F2.03", required=True),
        Field("not_yet_known", "Not yet known", Kind.LONG, id="F2.03", required=True),
        Field(
            "other_children_safe",
            "Immediate safety of other children",
            Kind.LONG,
            id="F2.06",
            required=True,
            help="Satisfied, because …; or: action raised with whom, and when.",
        ),
        Field(
            "notifiable",
            "Notifiable incident",
            Kind.CHOICE,
            id="F2.07",
            required=True,
            choices=YesNo,
            help="The local authority's own duty to tell Ofsted; not the same question as whether a review is held.",
        ),
    ),
)


def fact_field(fact: Fact, path: str, help: str = "") -> Field:
    """One of the seven questions, with the answers it allows."""
    return Field(path, fact.label, Kind.CHOICE, id="F2.04", required=True, choices=fact.values, help=help)


FACTS = Section(
    "Criteria",
    tuple(fact_field(fact, f"facts.{fact.value}") for fact in Fact),
    intro="Provisional answers. An honest “not yet determined” is an answer; a blank is not.",
)

OUTCOME = Section(
    "Outcome",
    (
        Field("outcome", "Agreed", Kind.CHOICE, id="F2.08", required=True, choices=DiscussionOutcome),
        Field("reason", "Because", Kind.LONG, id="F2.09", required=True),
    ),
)


_PLAN = (
    Field("plan.period_from", "Period from", Kind.DATE, id="F2.11", required=True, at=("plan",)),
    Field("plan.period_to", "Period to", Kind.DATE, id="F2.11", required=True),
    Field(
        "plan.period_reason",
        "Why that period",
        id="F2.11",
        required=True,
        help="For example: from the booking of the pregnancy to the day after the incident.",
    ),
    Field(
        "plan.search_for",
        "Search for",
        Kind.LINES,
        id="F2.12",
        required=True,
        help="The child and each adult whose records agencies search, one on each line.",
    ),
    Field(
        "plan.meeting_at",
        "Meeting at",
        Kind.DATETIME,
        id="F2.13",
        required=True,
        help="Leave at least two working days before the Chair's decision is due.",
    ),
    Field(
        "plan.overrun_reason",
        "If later, why",
        id="F2.13",
        help="Only where that leaves the Chair less than two working days; the clock keeps running.",
    ),
    Field("plan.place", "Place", id="F2.13", required=True, default="to be confirmed"),
    Field("plan.chair", "Chaired by", id="F2.13", required=True),
    Field("plan.minute_taker", "Minutes by", id="F2.13", required=True),
    Field(
        "plan.not_to_receive",
        "Not to receive papers",
        id="F2.14",
        help="Who must not have papers yet, and why: a police request, a conflict, alleged staff.",
    ),
)


def plan_section(agencies: Options) -> Section:
    """What agencies will be asked; only where a scoping meeting is agreed."""
    asked = Field("plan.agencies", "Agencies to ask", Kind.MULTI, id="F2.10", required=True, choices=agencies)
    return Section("Scoping plan", (asked, *_PLAN), when=_SCOPING)


def discussion_spec(agencies: Options) -> Spec:
    """The whole form; `agencies` are the Board's, as (code, name)."""
    return Spec("Initial discussion", (HELD, KNOWN, FACTS, OUTCOME, plan_section(agencies)))


DUPLICATES = Section(
    "open the discussion",
    (
        Field(
            "duplicate_check",
            "Searched, and found",
            Kind.LONG,
            id="T04",
            required=True,
            help="Earlier referrals, other cases of the family, other Boards: what was searched and what was found.",
        ),
    ),
    intro="Before the discussion opens, the search for an earlier referral of the same child goes on record.",
)

OURS = Section(
    "whose case",
    (
        Field(
            "evidence",
            "Why it is ours",
            Kind.LONG,
            id="T05",
            required=True,
            help="Where the child normally lives, how that is known, and what the other Board's Chair has answered.",
        ),
    ),
    intro="It has been asked whether this is another Board's case. The discussion opens once that is settled as ours.",
)
