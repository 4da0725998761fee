"""The decision screen's texts: limbs, outcomes with their refusals, evidence, the law, and what was advised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.widgets.criteria_panel import LOUD, OPEN, answer, flip_words, tally, telling
from screens.words import clock, day, days_left, uk
from sscb_tui.domain.terms import Decided, Fact
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from screens.decision_bench import Bench, Deliberation
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import Advice, Decision, Evidence
    from sscb_tui.services.views import DutyRow

DECISION_CLOCK = "CK-2"
BEARING = {"for": ("+", "$text-success"), "against": ("-", "$text-error"), "context": ("·", "$foreground 60%")}


def header(bench: Bench) -> Content:
    """Case, framework, the day the Board was told, and the day to decide by."""
    case, today = bench.file.case, bench.now.date()
    parts = [
        Content.assemble((shown_line(case.pseudonym), "bold"), f" · {case.reference}"),
        Content.styled(f"{bench.law.id} · notified {day(case.notified_on, today)}", "$foreground 60%"),
    ]
    due = next((row for row in bench.duties if row.clock == DECISION_CLOCK), None)
    if bench.sealed:
        parts.append(Content.styled("decided and sealed", "bold $text-success"))
    elif due is not None:
        left, style = days_left(due.working_days, due.near)
        looks = {"late": "bold $text-error", "near": "$text-warning"}
        parts.append(Content.styled(f"decide by {day(due.due, today)} {left}", looks.get(style, "")))
    if not bench.with_chair and not bench.sealed:
        parts.append(Content.styled("not with the Chair yet", "$text-warning"))
    return Content.styled(" │ ", "$foreground 60%").join(parts)


def limb_words(fact: Fact, bench: Bench, made: Deliberation, width: int) -> Content:
    """One question: its answer and on how much evidence, its statutory words, and why."""
    finding = made.limbs.get(fact)
    words, citation = bench.words(fact)
    said = answer(fact, finding.value).upper() if finding else "NOT ANSWERED"
    style = "bold $text-warning" if finding is None or finding.value in OPEN else "bold"
    count = f"  {tally(finding)}" if finding and finding.evidence else ""
    head = Content.assemble((fact.label, "$text-primary"), "  ", (said, style), (count, "$foreground 60%"))
    below = [Content.styled(f"“{_short(words, 130)}” {citation}", "$foreground 60%")] if words else []
    if finding is not None:
        mark = "" if fact in made.own or bench.sealed else "as recommended: "
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
    if assessment is not None and (code := assessment.refused.get(outcome)):
        sentence = next((bar.sentence for bar in bench.law.bars if bar.code == code and outcome in bar.outcomes), "")
        head = Content.assemble(
            ("✗ ", "$text-error"), (outcome.label, "strike $foreground 60%"), (f"  refused {code}", "$text-error")
        )
        return Content("\n").join([head, *indented(Content.styled(sentence, "$foreground 60%"), width)])
    if outcome is made.outcome:
        return Content.assemble(("◉ ", "bold $text-success"), (outcome.label, "bold"))
    if bench.sealed:
        return Content.styled(f"  {outcome.label}  not chosen", "$foreground 60%")
    note = "answer every criterion first" if assessment is None else ""
    if outcome is Decided.DEFER and assessment is not None:
        note = "the decision clock keeps running"
    return Content.assemble("○ ", outcome.label, (f"  {note}", "$foreground 60%"))


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
    lines += [passage_words(each) for each in finding.evidence]
    if not finding.evidence:
        lines.append(Content.styled("No evidence is named.", "$foreground 60%"))
    return Content("\n").join(lines)


def passage_words(evidence: Evidence) -> Content:
    """For, against or context; where it stands; its words."""
    sign, style = BEARING[evidence.bearing]
    where = shown_line(evidence.ref or evidence.source)
    return Content.assemble((f"{sign} ", f"bold {style}"), (where, "$foreground 60%"), f"  “{shown(evidence.quote)}”")


def law_words(bench: Bench, assessment: Assessment | None) -> Content:
    """What the law requires on these findings, and the single changes that would turn it."""
    if assessment is None:
        return Content.styled("A criterion is not answered; the law gives no result on a blank.", "$text-warning")
    lawful = bench.law.outcomes[assessment.result]
    lines = [
        Content.assemble(
            (assessment.result.label, LOUD.get(assessment.result, "bold $text-warning")),
            (f"  {assessment.citation}", "$foreground 60%"),
        ),
        Content(lawful.sentence),
    ]
    if assessment.flips:
        lines.append(Content.styled("Changes if", "$foreground 60%"))
        lines += [Content(f"  {flip_words(flip)}") for flip in telling(assessment)]
    return Content("\n").join(lines)


def advice_words(bench: Bench) -> Content:
    """What the meeting recommended, who stood behind it, and every dissent in its own words."""
    advice = bench.file.advice
    if advice is None:
        return Content.styled("No recommendation has been submitted.", "$foreground 60%")
    lines = [_recommended(bench, advice), Content(shown(advice.reasons))]
    for each in advice.dissent:
        lines.append(
            Content.assemble(
                ("Dissent ", "bold $text-warning"), (bench.agency(each.agency), "bold"), f" “{shown(each.words)}”"
            )
        )
    if not advice.dissent:
        lines.append(Content.styled("No dissent.", "$foreground 60%"))
    return Content("\n").join(lines)


def _recommended(bench: Bench, advice: Advice) -> Content:
    views = bench.file.meeting.views if bench.file.meeting else ()
    agreed = sum(view.outcome is advice.recommended for view in views)
    behind = f"  {agreed} of {len(views)} agencies" if views else ""
    quorate = "" if advice.quorate else f"  not quorate: {shown_line(advice.inquorate_reason)}"
    return Content.assemble((advice.recommended.label, "bold"), (behind, "$foreground 60%"), (quorate, "$text-warning"))


def follows_words(bench: Bench, outcome: Decided | None, follows: tuple[DutyRow, ...]) -> Content:
    """The duties that would start, or that have started, with their days."""
    if outcome is None:
        return Content.styled("Choose an outcome to see what follows from it.", "$foreground 60%")
    if not follows:
        return Content.styled("No clock starts; the decision clock keeps running.", "$foreground 60%")
    today = bench.now.date()
    return Content("\n").join(
        Content.assemble(
            (f"{row.strength.label:<6} ", "bold"),
            shown_line(row.what),
            f" by {day(row.due, today)}",
            (f"  {row.state.label}" if bench.sealed else f"  {row.source}", "$foreground 60%"),
        )
        for row in follows
    )


def seal_words(bench: Bench, decision: Decision) -> Content:
    """Who signed, when, and the seal under which the record stands."""
    signed, seal = decision.signature, bench.file.seals.get(decision.id, "")
    lines = [
        Content.assemble(("Sealed  ", "bold $text-success"), (decision.outcome.label, "bold")),
        Content(shown_line(f"{signed.name}, {signed.post}")),
        Content.styled(f"{day(uk(signed.at).date())} {clock(signed.at)}", "$foreground 60%"),
        Content.styled(f"seal {seal[:32]}\n     {seal[32:]}" if seal else "", "$foreground 60%"),
        Content(shown(decision.reasons)),
        Content.styled("Nothing here can be edited; a later change is a new decision.", "$foreground 60%"),
    ]
    return Content("\n").join(line for line in lines if line.plain)
