"""The decision screen's texts: limbs, outcomes with their refusals, evidence, the law, and what was advised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.criteria_panel import BRIEF, LOUD, OPEN, answer, flip_words, hung, tally, telling
from screens.words import day, days_left
from sscb_tui.domain.terms import Decided, DutyState, Fact
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from screens.decision_bench import Barred, Bench, Deliberation
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import Advice, Evidence
    from sscb_tui.services.views import DutyRow

DECISION_CLOCK = "CK-2"
QUIET = "$foreground 60%"
LABEL = 27
"""Columns of the longest question and the space after it, so that answers stand under one another."""
SHORT = {Fact.ALWAYS_LIST: BRIEF[Fact.ALWAYS_LIST]}
MOST = 8
"""Passages shown beside a criterion; `v` lists them all."""
BEARING = {"for": ("+", "$text-success"), "against": ("-", "$text-error"), "context": ("·", QUIET)}


def header(bench: Bench, width: int) -> Content:
    """Case, framework, the day the Board was told, and the day to decide by, which a narrow screen keeps."""
    case, today = bench.file.case, bench.now.date()
    parts = [
        Content.assemble((shown_line(case.pseudonym), "bold"), f" · {case.reference}"),
        Content.styled(f"{bench.law.id} · notified {day(case.notified_on, today)}", QUIET),
    ]
    running = (DutyState.RUNNING, DutyState.LATE)
    due = next((row for row in bench.duties if row.clock == DECISION_CLOCK and row.state in running), None)
    if bench.sealed:
        parts.append(Content.styled("decided and sealed", "bold $text-success"))
    elif due is not None:
        left, style = days_left(due.working_days, due.near)
        looks = {"late": "bold $text-error", "near": "$text-warning"}
        parts.append(Content.styled(f"decide by {day(due.due, today)} {left}", looks.get(style, "")))
    if not bench.with_chair and not bench.sealed:
        parts.append(Content.styled("not with the Chair yet", "$text-warning"))
    line = Content.styled(" │ ", QUIET)
    whole = line.join(parts)
    return whole if whole.cell_length <= width else line.join((parts[0], *parts[2:]))


def limb_words(fact: Fact, bench: Bench, made: Deliberation, width: int) -> Content:
    """One question: its answer and on how much evidence, each in its column, its statutory words, and why."""
    finding = made.limbs.get(fact)
    words, citation = bench.words(fact)
    said = answer(fact, finding.value).upper() if finding else "NOT ANSWERED"
    style = "bold $text-warning" if finding is None or finding.value in OPEN else "bold"
    count = tally(finding) if finding and finding.evidence else ""
    column = f"{SHORT.get(fact, fact.label):<{LABEL}}"
    gap = " " * max(1, width - len(column) - len(said) - len(count))
    head = Content.assemble((column, "$text-primary"), (said, style), (gap + count, QUIET) if count else "")
    below = [Content.styled(f"“{_short(words, 130)}” {citation}", QUIET)] if words else []
    if finding is not None:
        mark = "" if fact in made.own or bench.sealed else f"{bench.offered_as}: "
        below.append(Content.assemble((mark, "$text-accent"), _short(finding.reason, 160)))
    return Content("\n").join([head, *(line for each in below for line in indented(each, width))])


def indented(words: Content, width: int) -> list[Content]:
    """Wrapped lines that hang under the heading."""
    return [Content.assemble("   ", line) for line in words.wrap(max(10, width - 3))]


def _short(text: str, most: int) -> str:
    line = shown_line(text[: most + 1])
    return line if len(text) <= most else f"{line[:most].rstrip()}…"


def outcome_words(
    outcome: Decided, bench: Bench, made: Deliberation, assessment: Assessment | None, width: int
) -> Content:
    """One outcome: chosen, open, or struck with the reason the law refuses it."""
    if barred := bench.barred(outcome, assessment):
        return _refused(outcome, bench, barred, width)
    if outcome is made.outcome:
        return Content.assemble(("◉ ", "bold $text-success"), (outcome.label, "bold"))
    if bench.sealed:
        return Content.styled(f"  {outcome.label}  not chosen", QUIET)
    note = "answer every criterion first" if assessment is None else ""
    if outcome is Decided.DEFER and assessment is not None:
        note = "the decision clock keeps running"
    return Content.assemble("○ ", outcome.label, (f"  {note}", QUIET))


def _refused(outcome: Decided, bench: Bench, barred: Barred, width: int) -> Content:
    """Struck, with the code; the words once, under the last of those they bar."""
    head = Content.assemble(
        ("✗ ", "$text-error"), (outcome.label, f"strike {QUIET}"), (f"  refused {barred.code}", "$text-error")
    )
    told = barred.sentence if outcome is barred.last else ""
    return Content("\n").join([head, *(indented(Content.styled(told, QUIET), width) if told else ())])


def evidence_words(fact: Fact, bench: Bench, made: Deliberation) -> Content:
    """The whole statutory words, the reason in full, and the passages relied on, for and against."""
    finding = made.limbs.get(fact)
    words, citation = bench.words(fact)
    lines = [Content.styled(f"“{words}” {citation}", "italic $foreground 60%")] if words else []
    if finding is None:
        return Content("\n").join([*lines, Content.styled("Not answered. e answers it.", "$text-warning")])
    lines.append(Content(shown(finding.reason)))
    if finding.gap:
        lines.append(Content.styled(f"Gap: {shown(finding.gap)}", "$text-warning"))
    lines += [passage_words(each) for each in finding.evidence[:MOST]]
    if len(finding.evidence) > MOST:
        lines.append(Content.styled(f"and {len(finding.evidence) - MOST} more: v", QUIET))
    if not finding.evidence:
        lines.append(Content.styled("No evidence is named.", QUIET))
    return Content("\n").join(lines)


def passage_words(evidence: Evidence) -> Content:
    """For, against or context; where it stands; its words."""
    sign, style = BEARING[evidence.bearing]
    where = shown_line(evidence.ref or evidence.source)
    return Content.assemble((f"{sign} ", f"bold {style}"), (where, QUIET), f"  “{shown(evidence.quote)}”")


def law_words(bench: Bench, assessment: Assessment | None, width: int) -> Content:
    """What the law requires on these findings, and the single changes that would turn it."""
    if assessment is None:
        return Content.styled("A criterion is not answered; the law gives no result on a blank.", "$text-warning")
    lawful = bench.law.outcomes[assessment.result]
    lines = [
        Content.assemble(
            (assessment.result.label, LOUD.get(assessment.result, "bold $text-warning")),
            (f"  {assessment.citation}", QUIET),
        ),
        Content(lawful.sentence),
    ]
    if assessment.flips:
        lines.append(Content.styled("Changes if", QUIET))
        lines += [hung(Content(f"    {flip_words(flip)}"), width) for flip in telling(assessment)]
    return Content("\n").join(lines)


def advice_words(bench: Bench) -> Content:
    """What the meeting recommended, who stood behind it, and every dissent in its own words."""
    advice = bench.file.advice
    if advice is None:
        return Content.styled("No recommendation has been submitted.", QUIET)
    lines = [_recommended(bench, advice), Content(shown(advice.reasons))]
    for each in advice.dissent:
        lines.append(
            Content.assemble(
                ("Dissent ", "bold $text-warning"), (bench.agency(each.agency), "bold"), f" “{shown(each.words)}”"
            )
        )
    if not advice.dissent:
        lines.append(Content.styled("No dissent.", QUIET))
    return Content("\n").join(lines)


def _recommended(bench: Bench, advice: Advice) -> Content:
    views = bench.file.meeting.views if bench.file.meeting else ()
    agreed = sum(view.outcome is advice.recommended for view in views)
    behind = f"  {agreed} of {len(views)} agencies" if views else ""
    quorate = "" if advice.quorate else f"  not quorate: {shown_line(advice.inquorate_reason)}"
    return Content.assemble((advice.recommended.label, "bold"), (behind, QUIET), (quorate, "$text-warning"))


def follows_words(bench: Bench, outcome: Decided | None, follows: tuple[DutyRow, ...]) -> Content:
    """The duties that would start, or that have started, with their days."""
    if outcome is None:
        return Content.styled("Choose an outcome to see what follows from it.", QUIET)
    if not follows:
        return Content.styled("No clock starts; the decision clock keeps running.", QUIET)
    today = bench.now.date()
    return Content("\n").join(
        Content.assemble(
            (f"{row.strength.label:<6} ", "bold"),
            shown_line(row.what),
            f" by {day(row.due, today)}",
            (f"  {row.state.label}" if bench.sealed else f"  {row.source}", QUIET),
        )
        for row in follows
    )


def edge_of_law(assessment: Assessment | None) -> Content:
    """The result in a few words, for the edge of a narrow screen's list."""
    if assessment is None:
        return Content("no result on a blank")
    return Content.assemble((assessment.result.label, LOUD.get(assessment.result, "bold $text-warning")))


def edge_of_advice(bench: Bench) -> Content:
    """What was recommended and how many dissent, for the edge of a narrow screen's list."""
    advice = bench.file.advice
    if advice is None:
        return Content("nothing was recommended")
    return Content(f"recommended: {advice.recommended.label}, dissent {len(advice.dissent) or 'none'}")
