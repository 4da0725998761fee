"""What a review asks for on its way: commission, extension, report, answers, response, publication, closing."""

from __future__ import annotations

from datetime import date

from screens.forms.spec import Field, Kind, Options, Section, chosen
from screens.forms.when import day_text
from sscb_tui.domain.decision import ALTERNATIVE_TYPES
from sscb_tui.domain.terms import Accepted, Holding

_LONG = Kind.LONG
TYPES: Options = tuple((code, f"{code} {words}") for code, words in ALTERNATIVE_TYPES.items())


def commission(types: str) -> Section:
    """Another review: its type, and what is expected of publication."""
    return Section(
        "Commission another review",
        (
            Field("types", "Type", Kind.MULTI, required=True, choices=TYPES, default=types),
            Field("publication_expectation", "Publication", _LONG, required=True, help="Whether it will be, and why."),
        ),
    )


def reached(what: str, today: date) -> Section:
    """A milestone."""
    return Section(
        "Milestone reached",
        (
            Field("on", "On", Kind.DATE, required=True, default=day_text(today)),
            Field("note", "Note"),
        ),
        intro=what,
    )


EXTENSION = Section(
    "Beyond six months",
    (
        Field("reason", "Why", _LONG, required=True, help="The court, the police, complexity."),
        Field("target", "New target", Kind.DATE, required=True),
        Field("interim_learning", "Learning meanwhile", _LONG, required=True),
    ),
    intro="The clock runs on; it will carry the reason.",
)


def report(title: str, today: date) -> Section:
    """The report as it comes in."""
    return Section(
        "Receive the report",
        (
            Field("title", "Title", required=True, default=title, help="With the pseudonym."),
            Field("received_on", "Received", Kind.DATE, required=True, default=day_text(today)),
            Field("file", "File", required=True, help="The report as a text or Markdown file."),
            Field("findings", "Findings", Kind.LINES, help="One on each line; they become F-1, F-2 and so on."),
        ),
    )


TEXT = Section(
    "Another text",
    (
        Field("file", "File", required=True, help="The text that is to be published, as a text or Markdown file."),
        Field("title", "New title", help="Empty where the title stays."),
    ),
    intro="Copies sent of the earlier text no longer count.",
)
FINDING = Section("New finding", (Field("text", "Finding", _LONG, required=True),))


def answer(words: str) -> Section:
    """The Board's answer to one finding or recommendation."""
    return Section(
        "The Board's answer",
        (
            Field("accepted", "Answer", Kind.CHOICE, required=True, choices=Accepted),
            Field("reason", "Reason", _LONG, required=True),
        ),
        intro=words,
    )


def response(agencies: Options) -> Section:
    """The response under its three headings."""
    done = Section(
        "done",
        (
            Field("on", "On", Kind.DATE, required=True),
            Field("agency", "Agency", Kind.CHOICE, required=True, choices=agencies),
            Field("what", "What was done", _LONG, required=True),
        ),
    )
    difference = Section(
        "difference",
        (
            Field("what", "Difference", _LONG, required=True),
            Field("evidence", "What shows it"),
            Field("review_on", "Or look again on", Kind.DATE, help="Where it is too early to say."),
        ),
    )
    more = Section(
        "still to do",
        (
            Field("what", "What", _LONG, required=True),
            Field("who", "Who", required=True),
            Field("by", "By", Kind.DATE, required=True),
        ),
    )
    return Section(
        "Response",
        (
            Field("done", "Done already", Kind.LIST, of=done),
            Field("difference", "Difference made", Kind.LIST, of=difference),
            Field("still_to_do", "Still to do", Kind.LIST, of=more),
            Field("chair_statement", "Chair's statement", _LONG, help="With any apology."),
            Field("check", "How we will check", _LONG),
            Field("practice_now", "Practice now", _LONG),
            Field("national", "National issues", Kind.LINES),
        ),
        intro="Everything here is published: no names.",
    )


_CLEARED = Section(
    "word",
    (
        Field("words", "Words", required=True),
        Field("legal_reference", "Legal reference", required=True),
    ),
)
PLAN = Section(
    "Publication",
    (
        Field("planned_on", "Planned for", Kind.DATE, required=True),
        Field("orders_checked", "Orders checked", help="Reference of the legal advice on court orders."),
        Field("second_reader", "Second reader", help="Somebody who does not know the case."),
        Field("second_reader_found", "What they found", _LONG, help="Looking for the family in open sources."),
        Field("staff_support", "Staff support", _LONG),
        Field("media_plan", "Media plan", _LONG),
        Field("cleared_words", "Words that are no names", Kind.LIST, of=_CLEARED),
    ),
)
RESTRICTION = Section(
    "Restriction",
    (
        Field("what", "What may not be said", _LONG, required=True),
        Field("imposed_by", "Imposed by", required=True, help="Which court, or which statute."),
    ),
)
CLEARING = Section("Clear the restriction", (Field("legal_reference", "Legal reference", required=True),))


def holdback(today: date, *, scr: bool) -> Section:
    """Not to publish, or not yet."""
    return Section(
        "Hold back",
        (
            Field("proposal", "Proposal", Kind.CHOICE, required=True, choices=Holding),
            Field("reasons", "Reasons", _LONG, required=True),
            Field(
                "panel_informed_on", "Panel informed", Kind.DATE, required=scr, default=day_text(today) if scr else ""
            ),
        ),
    )


ADVICE = Section(
    "The panel's advice",
    (
        Field("advice", "Advice", _LONG, help="What the national panel said, and when."),
        Field("regard", "Regard had", _LONG, help="How the Board had regard to it."),
    ),
)


def publish(reference: str) -> Section:
    """Published today, once the reference is typed."""
    return Section(
        "Publish",
        (
            Field("address", "Address", required=True, help="Where on the Board's website it stands."),
            Field("typed", "Reference", required=True, help=f"Type {reference} to publish."),
        ),
        intro="The report is public from now on.",
    )


def statement(title: str, label: str, help: str, choices: Options = ()) -> Section:
    """Words that close a case, or open it again."""
    way = (Field("way", "Then", Kind.CHOICE, required=True, choices=choices),) if choices else ()
    needed = chosen("way", "close") if choices else None
    return Section(title, (*way, Field("statement", label, _LONG, required=True, help=help, when=needed)))
