"""The recommendation as the meeting leaves it: what it has already said, so that only reasons are to write (F7).

Nothing is invented: every line is somebody's words on record, or a count of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.evidence import evidence_on, tally
from sscb_tui.domain.rules.rounds import attending
from sscb_tui.domain.terms import Fact, LineKind

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import AgencyView, MinuteLine
    from sscb_tui.domain.scoping import AgencyRequest

NONE = "none"
_FAMILY = "family"


def drafted(file: CaseFile, board: BoardSettings) -> dict[str, str]:
    """The answers that stand on record already, by field of the form."""
    said = {
        "summary": _lines(line.text for line in _standing(file, LineKind.FACT)),
        "missing_returns": _lines(_missing(file, board)) or NONE,
        "recommended": _most(file.meeting.views if file.meeting else ()),
        "scope": _scope(file),
        "parallel_processes": _lines(_parallel(file)) or NONE,
        "family_position": _lines(_family(file)),
        "early_actions": _lines(_action(line) for line in _standing(file, LineKind.ACTION)) or NONE,
    }
    return {name: words for name, words in said.items() if words}


def found_words(file: CaseFile, board: BoardSettings) -> str:
    """What the meeting found on each criterion, on how much evidence, and what each agency would have (F7.03)."""
    meeting = file.meeting
    if meeting is None:
        return ""
    found = {finding.fact: finding for finding in meeting.findings}
    limbs = [
        f"{fact.label}: {fact.values(found[fact].value).label} ({_counted(fact, file)})"
        + (f"; missing: {found[fact].gap}" if found[fact].gap.strip() else "")
        for fact in Fact
        if fact in found
    ]
    views = [f"{board.brief(view.agency)}: {_view(view)}" for view in meeting.views]
    return "\n".join(("The meeting found", *limbs, "", "The agencies' views", *views))


def _counted(fact: Fact, file: CaseFile) -> str:
    speaks, against, context = tally(evidence_on(fact, file))
    return f"{speaks} for, {against} against" + (f", {context} context" if context else "")


def _view(view: AgencyView) -> str:
    outcome = view.outcome.label if view.outcome else "no view"
    return f"{outcome} (subject to confirmation)" if view.subject_to_confirmation else outcome


def _lines(words: Iterable[str]) -> str:
    return "\n".join(words)


def _standing(file: CaseFile, kind: LineKind) -> Iterator[MinuteLine]:
    return (line for line in file.lines if line.kind is kind and not line.struck)


def _missing(file: CaseFile, board: BoardSettings) -> Iterator[str]:
    """Each return that never came, and what that means: heard in the room, or not before the Chair at all."""
    heard = attending(file.meeting, ever=True) if file.meeting else ()
    for request in file.requests:
        if request.returned is None:
            effect = (
                "it was heard at the meeting only"
                if request.agency in heard
                else "what it knows is not before the Chair"
            )
            yield f"{board.brief(request.agency)}: {_why(request)}; {effect}."


def _why(request: AgencyRequest) -> str:
    reason = f" ({request.refusal_reason.strip().rstrip('.')})" if request.refusal_reason.strip() else ""
    return f"{request.state.label}{reason}"


def _most(views: tuple[AgencyView, ...]) -> str:
    """What most agencies would recommend; nothing where two outcomes have as many."""
    ranked = Counter(view.outcome for view in views if view.outcome is not None).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return ""
    return ranked[0][0].value


def _scope(file: CaseFile) -> str:
    plan = file.case.discussion.plan if file.case.discussion else None
    if plan is None:
        return ""
    period = f"Period: {shown(plan.period_from)} to {shown(plan.period_to)}. {plan.period_reason}"
    return f"{period.strip()}\nAgencies: {', '.join(plan.agencies)}."


def _parallel(file: CaseFile) -> Iterator[str]:
    """What was known at the referral, and what may still not be said (F6.16)."""
    if file.case.referral.parallel_processes.strip():
        yield file.case.referral.parallel_processes
    for each in file.meeting.constraints if file.meeting else ():
        if each.lifted_at is None:
            until = f", until {each.until}" if each.until.strip() else ""
            yield f"{each.imposed_by}: {each.text}{until}."


def _family(file: CaseFile) -> Iterator[str]:
    """What was said under the item on the family (F6.17)."""
    items = {item.number for item in (file.meeting.agenda if file.meeting else ()) if _FAMILY in item.title.casefold()}
    for line in file.lines:
        if line.item in items and line.kind in (LineKind.NOTE, LineKind.FACT) and not line.struck:
            yield line.text


def _action(line: MinuteLine) -> str:
    """An action with its owner and its day, as far as they were said (F6.18)."""
    said = [line.owner] if line.owner else []
    said += [f"by {shown(line.due)}"] if line.due else []
    return f"{line.text} ({', '.join(said)})" if said else line.text
