"""Terms of reference as a form (F10): four pages, from what the review is about to who answers for it."""

from __future__ import annotations

from screens.forms.spec import Field, Kind, Options, Section, Spec
from sscb_tui.domain.terms import Supply

_LONG = Kind.LONG


def terms_spec(agencies: Options, methods: tuple[str, ...]) -> Spec:
    """The form, with the Board's agencies and its list of methods."""
    return Spec("Terms of reference", (_ABOUT, _how(methods), _who(agencies), _PEOPLE, _WHEN))


_ABOUT = Section(
    "What it is about",
    (
        Field("subjects", "Subjects", id="F10.01", required=True, help="The children, by pseudonym."),
        Field("key_held", "Key is held", id="F10.01", required=True, help="Where the key to the pseudonyms is kept."),
        Field("purpose", "Purpose", _LONG, id="F10.03", required=True, help="And what the review is not."),
        Field("period_from", "Period from", Kind.DATE, id="F10.04", required=True),
        Field("period_to", "Period to", Kind.DATE, id="F10.04", required=True, help="Not before the incident."),
        Field("period_reason", "Why this period", _LONG, id="F10.04", required=True),
        Field("background", "Earlier, in outline", _LONG, id="F10.04"),
    ),
)


def _how(methods: tuple[str, ...]) -> Section:
    choices = tuple((each, each) for each in methods)
    return Section(
        "How",
        (
            Field("enquiries", "Lines of enquiry", Kind.LINES, id="F10.05", required=True, help="One on each line."),
            Field("proportionality", "Breadth and depth", _LONG, id="F10.06", required=True, help="What was weighed."),
            Field("method", "Method", Kind.CHOICE, id="F10.07", required=True, choices=choices),
            Field("early_learning", "Early learning", _LONG, id="F10.16", required=True, help="How it moves at once."),
        ),
    )


def _who(agencies: Options) -> Section:
    supplied = Section(
        "agency",
        (
            Field("agency", "Agency", Kind.CHOICE, required=True, choices=agencies),
            Field("gives", "Supplies", Kind.MULTI, required=True, choices=Supply, help="Space ticks."),
            Field("note", "Note"),
        ),
    )
    panellist = Section(
        "member",
        (
            Field("name", "Name", required=True),
            Field("post", "Post", required=True),
            Field("part", "Part", required=True, default="member", help="chair, member or adviser"),
        ),
    )
    return Section(
        "Agencies and panel",
        (
            Field("supplies", "What agencies supply", Kind.LIST, id="F10.08", required=True, of=supplied),
            Field("panel", "Review panel", Kind.LIST, id="F10.09", required=True, of=panellist),
        ),
        intro="Every involved agency supplies something. a adds a row.",
    )


_PEOPLE = Section(
    "People and law",
    (
        Field("practitioners", "Practitioners", _LONG, id="F10.10", required=True, help="Part taken, and support."),
        Field("family", "Family", _LONG, id="F10.11", required=True, help="How they take part."),
        Field(
            "parallel", "Proceedings", _LONG, id="F10.12", required=True, help="How handled, or that there are none."
        ),
        Field("legal", "Legal", _LONG, id="F10.13", required=True, help="Court orders and other requirements."),
        Field("diversity", "Diversity", _LONG, id="F10.14", required=True),
    ),
)
_MILESTONE = Section(
    "milestone",
    (
        Field("what", "Milestone", required=True),
        Field("due", "By", Kind.DATE, required=True),
    ),
)
_WHEN = Section(
    "Timetable and governance",
    (
        Field("milestones", "Milestones", Kind.LIST, id="F10.15", required=True, of=_MILESTONE),
        Field("late_reason", "If after six months", _LONG, id="F10.15", help="Why; the aim of six months stays."),
        Field("publication", "Publication", _LONG, id="F10.17", required=True, help="Assumed; what it risks."),
        Field("budget", "Budget, pounds", Kind.NUMBER, id="F10.18"),
        Field(
            "governance", "Governance", _LONG, id="F10.19", required=True, help="Who assures quality, who signs off."
        ),
    ),
)
