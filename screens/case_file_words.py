"""The case file's texts: the case in a paragraph, the people with or without their names, the decision and its seal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from screens.case_file_tables import discreet
from screens.widgets.case_pane import RESULT_STYLES, returns
from screens.widgets.pane import QUIET, Line, plain
from screens.widgets.stage_line import stage_line
from screens.words import clock, day, uk
from sscb_tui.domain.portrait import portrait
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.decision import Advice, Decision, LimbFinding
    from sscb_tui.domain.family import FamilyMember, OtherChild
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import CaseSummary, DutyRow, HistoryEntry, ReturnRow
    from sscb_tui.services.views.reviews import ReviewView

HIDDEN = "▒▒▒▒▒▒"
"""Stands for a name until somebody asks to see it."""
BLANK = plain("", "")


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the case file shows, read in one go."""

    file: CaseFile
    summary: CaseSummary
    returns: tuple[ReturnRow, ...]
    duties: tuple[DutyRow, ...]
    history: tuple[HistoryEntry, ...]
    board: BoardSettings
    review: ReviewView | None = None
    """The review, where one has been commissioned."""


def dossier(services: Services, case_id: str) -> Dossier:
    """Read it."""
    file = services.desk.file(case_id)
    return Dossier(
        file,
        services.desk.summary(case_id),
        services.scoping.returns(case_id),
        services.duties.rows(case_id),
        services.desk.history(case_id),
        services.board.settings(),
        services.review_desk.view(case_id) if file.review else None,
    )


def overview(read: Dossier) -> tuple[Line, ...]:
    """Where the case stands, the child by pseudonym, what the law says so far, what comes next."""
    summary, case = read.summary, read.file.case
    return (
        Line("", stage_line(summary.line)),
        BLANK,
        plain("The child", paragraph(read.file)),
        plain("Told", summary.told),
        plain("Incident", f"{read.file.incident.title} · {read.file.incident.happened_on.text}"),
        *_siblings(read.file),
        BLANK,
        plain("Returns", returns(summary)),
        Line("Provisional", Content.styled(summary.result.label, RESULT_STYLES.get(summary.result, "bold"))),
        plain(" ", summary.citation, QUIET),
        *_where("Not known", ", ".join(summary.missing)),
        *_where("Waiting on", ", ".join(summary.waiting_on)),
        *_where("Review", under_review(read.review)),
        BLANK,
        Line(
            "Next", Content.assemble((shown(summary.next_step), "bold"), (f"  {summary.next_key}", "bold $text-accent"))
        ),
        plain("Guidance", f"{case.framework} · told {day(case.notified_on)}", QUIET),
    )


def under_review(view: ReviewView | None) -> str:
    """The review in a line: what it is, by when, and what in it wants looking at."""
    if view is None:
        return ""
    runs_to = view.target or view.due
    wants = [f"{part.label.lower()} {part.state}" for part in view.parts if part.mark == "!"]
    return " · ".join((view.kind, *([f"until {day(runs_to)}"] if runs_to else []), *wants))


def paragraph(file: CaseFile) -> str:
    """The child in a paragraph, without a name."""
    child = file.case.child
    legal = "" if child.legal_status == "unknown" else f" Legal status: {child.legal_status}."
    return f"{portrait(file)} In the care of: {child.in_whose_care}.{legal}"


def _siblings(file: CaseFile) -> list[Line]:
    others = ", ".join(f"{case.pseudonym} ({case.reference})" for case in file.siblings)
    return _where("Same incident", others)


def _where(label: str, text: str) -> list[Line]:
    return [plain(label, text)] if text else []


def family(file: CaseFile, *, names: bool) -> tuple[Line, ...]:
    """The people of the case; names only where they were asked for."""
    child = file.case.child
    see = "v hides the names again." if names else "Names are hidden. v shows them, on this screen only."
    return (
        plain("", see, QUIET),
        BLANK,
        Line("Child", _person(child.name if names else HIDDEN, file.case.pseudonym)),
        *([plain("Home", child.home_address)] if names else []),
        *([plain("Born", day(child.date_of_birth))] if names and child.date_of_birth else []),
        BLANK,
        *(line for member in file.case.family for line in _member(member, names=names)),
        *([] if file.case.family else [plain("Family", "none known")]),
        BLANK,
        *(line for other in file.case.other_children for line in _other(other, names=names)),
        *([] if file.case.other_children else [plain("Others", "no other children")]),
    )


def _person(name: str, *words: str) -> Content:
    return Content.assemble((shown_line(name), "bold"), shown_line("".join(f" · {word}" for word in words if word)))


def _member(member: FamilyMember, *, names: bool) -> list[Line]:
    known = [
        f"in the household: {member.in_household.label}",
        f"parental responsibility: {member.parental_responsibility.label}",
    ]
    if member.alleged_responsible:
        known.append("alleged responsible")
    if not member.search_for:
        known.append("agencies are not asked to search")
    private = [member.also_known_as, member.date_of_birth, member.address] if names else []
    who = _person(member.name if names else HIDDEN, member.relationship, *private)
    return [Line("Family", who), plain(" ", " · ".join(known), QUIET)]


def _other(other: OtherChild, *, names: bool) -> list[Line]:
    who = _person(other.name if names else HIDDEN, f"safe: {other.safe.label}", other.whereabouts if names else "")
    return [Line("Other child", who), plain(" ", other.action if names else "", QUIET)]


def decision(read: Dossier) -> tuple[Line, ...]:
    """The decision that stands, with its seal; else how far the case is on the way to one."""
    file = read.file
    if file.decision is not None:
        return _decided(file, file.decision)
    if file.advice is not None:
        return (*_advised(file.advice), BLANK, plain("", "The Chair has not decided. C opens the decision.", QUIET))
    if file.case.discussion is not None:
        found = file.case.discussion.assessment
        return (
            plain("Provisional", f"{found.result.label} · {found.citation}"),
            plain("", "From the initial discussion. No recommendation has gone to the Chair.", QUIET),
        )
    return (plain("", "Nothing has been decided, and no recommendation has gone to the Chair.", QUIET),)


def _decided(file: CaseFile, made: Decision) -> tuple[Line, ...]:
    at, seal, before = uk(made.signature.at), file.seals.get(made.id, ""), len(file.decisions) - 1
    added = (each.words for each in file.addenda if each.decision_id == made.id)
    return (
        Line("Decided", Content.styled(made.outcome.label, "bold $text-success")),
        plain("Signed", f"{made.signature.name}, {made.signature.post}, {day(at.date())} {clock(at)}"),
        plain("The law", f"{made.assessment.result.label} · {made.assessment.citation}"),
        plain("Reasons", made.reasons),
        BLANK,
        *(line for limb in made.limbs for line in _limb(limb)),
        BLANK,
        plain("Seal", seal or "not found", QUIET),
        *(plain("Addendum", words) for words in added),
        *([plain("Before", f"supersedes {before} earlier; History holds them")] if before else []),
    )


def _advised(given: Advice) -> tuple[Line, ...]:
    return (
        Line("Recommended", Content.styled(given.recommended.label, "bold")),
        plain("By", f"{given.submitted.name}, {day(uk(given.submitted.at).date())}"),
        plain("Reasons", given.reasons),
        BLANK,
        *(line for limb in given.limbs for line in _limb(limb)),
        *(plain("Dissent", f"{each.agency}: {each.words}") for each in given.dissent),
    )


def _limb(limb: LimbFinding) -> list[Line]:
    said = limb.fact.values(limb.value).label
    return [
        Line(" ", Content.assemble(f"{limb.fact.label}: ", (said, "bold"))),
        plain(" ", f"because: {limb.reason}", QUIET),
    ]


def entry(told: HistoryEntry, *, names: bool) -> str:
    """One entry of the journal in full, with its hash."""
    at = uk(told.at)
    changes = [discreet(change, names=names) for change in told.changes]
    head = [f"{day(at.date())} {clock(at)}  {told.actor}", told.move, f"version {told.version}"]
    return "\n".join([*head, "", *changes, "", f"hash {told.hash}"])
