"""What runs beside a case and who is spoken to: proceedings (F12) and the family contact plan (F13)."""

from __future__ import annotations

from datetime import date

from screens.forms.spec import Field, Kind, Options, Section, Values
from screens.forms.when import day_text
from sscb_tui.domain.terms import Effect, Process, ProcessStage, ToldOf

_LONG = Kind.LONG
_HOLD = Section(
    "effect",
    (
        Field("effect", "Effect", Kind.CHOICE, required=True, choices=Effect),
        Field("until", "Until", required=True, help="A day or an event, such as the verdict."),
        Field("ended_on", "Ended on", Kind.DATE),
    ),
)


def _held(typed: Values) -> bool:
    return bool(typed.get("holds"))


PROCEEDING = Section(
    "Proceeding",
    (
        Field("kind", "Kind", Kind.CHOICE, id="F12.01", required=True, choices=Process),
        Field("lead", "Led by", id="F12.02", required=True),
        Field("reference", "Reference", id="F12.02"),
        Field("contact", "Contact", id="F12.02", required=True),
        Field("stage", "Stage", Kind.CHOICE, id="F12.03", required=True, choices=ProcessStage),
        Field("next_on", "Next date", Kind.DATE, id="F12.03"),
        Field("expected_end", "Expected end", id="F12.03"),
        Field("holds", "Effects here", Kind.LIST, id="F12.04", of=_HOLD, help="a adds one; each has an end."),
        Field("handling", "How handled", _LONG, id="F12.05", required=True, when=_held),
        Field("agreed_by", "Agreed by", id="F12.05", required=True, when=_held),
        Field("agreed_on", "Agreed on", Kind.DATE, id="F12.05", required=True, when=_held),
        Field("disclosure", "Disclosure", _LONG, id="F12.06", help="What was asked for, by whom."),
    ),
)


def contact(members: Options) -> Section:
    """How contact is made with one of the family; who is chosen by what they are to the child."""
    return Section(
        "Family contact",
        (
            Field("member", "Who", Kind.CHOICE, id="F13.01", required=True, choices=members),
            Field("called", "Called", id="F13.01", required=True, help='What lists and papers say: "the mother".'),
            Field("method", "Safe way", _LONG, id="F13.02", required=True),
            Field("led_by", "Led by", id="F13.02", required=True),
            Field("language", "Language", id="F13.02"),
            Field("access_needs", "Access needs", id="F13.02"),
        ),
    )


def told(of: str, today: date) -> Section:
    """Told of one thing, or why not yet."""
    return Section(
        "Told of",
        (
            Field("of", "What", Kind.CHOICE, id="F13.03", required=True, choices=ToldOf, default=of),
            Field("on", "On", Kind.DATE, id="F13.03", default=day_text(today), help="Empty where not yet."),
            Field("not_yet", "Not yet, because", _LONG, id="F13.03"),
            Field("by", "By", id="F13.03"),
        ),
    )


def limit(proceedings: Options) -> Section:
    """No contact for now."""
    none = (("", "none of the register"),)
    return Section(
        "No contact for now",
        (
            Field("asked_by", "At whose wish", id="F13.04", required=True),
            Field("until", "Until", id="F13.04", required=True, help="A day or an event."),
            Field("proceeding", "Belongs to", Kind.CHOICE, id="F13.04", choices=(*none, *proceedings)),
        ),
    )


CONTRIBUTION = Section(
    "Contribution",
    (
        Field("invited_on", "Invited", Kind.DATE, id="F13.05"),
        Field("wishes", "Wishes", _LONG, id="F13.05"),
        Field("gave", "Gave", _LONG, id="F13.05"),
        Field("used", "How it was used", _LONG, id="F13.05"),
    ),
)
SHOWN = Section(
    "Support and report",
    (
        Field("support", "Support offered", _LONG, id="F13.06", required=True),
        Field("shown_on", "Report shown", Kind.DATE, id="F13.06"),
        Field("shown_where", "Where", id="F13.06"),
        Field("not_shown", "Or why not", _LONG, id="F13.06"),
    ),
)
