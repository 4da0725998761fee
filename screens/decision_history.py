"""What became of a decision, in words: its seal, what was added beside it, and why it is before the Chair again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from screens.words import clock, day, uk
from sscb_tui.domain.decision import ALTERNATIVE_TYPES
from sscb_tui.domain.terms import Decided
from sscb_tui.domain.text import shown, shown_line

if TYPE_CHECKING:
    from screens.decision_bench import Bench
    from sscb_tui.domain.after_decision import Addendum, Reopening
    from sscb_tui.domain.case import Signature
    from sscb_tui.domain.decision import Decision

QUIET = "$foreground 60%"
CAUSES = {"panel": "The national panel wrote", "information": "New information, known"}


def seal_words(bench: Bench, decision: Decision) -> Content:
    """Who signed, when, the seal under which the record stands, and what was added beside it."""
    seal = bench.file.seals.get(decision.id, "")
    lines = [
        Content.assemble(("Sealed  ", "bold $text-success"), (outcome_of(decision), "bold")),
        Content(by(decision.signature)),
        Content.styled(f"seal {seal[:32]}\n     {seal[32:]}" if seal else "", QUIET),
        Content(shown(decision.reasons)),
        *(_addendum(each) for each in bench.file.addenda if each.decision_id == decision.id),
        Content.styled("Nothing here can be edited; a later change is a new decision.", QUIET),
    ]
    return Content("\n").join(line for line in lines if line.plain)


def outcome_of(decision: Decision) -> str:
    """The outcome, with the kind of review where another form was chosen."""
    kind = ALTERNATIVE_TYPES.get(decision.alternative_type, decision.alternative_type)
    return shown_line(f"{decision.outcome.label}: {kind}" if kind else decision.outcome.label)


def by(signature: Signature) -> str:
    """Who signed, in what post, and when."""
    at = uk(signature.at)
    return shown_line(f"{signature.name}, {signature.post}, {day(at.date())} {clock(at)}")


def _addendum(added: Addendum) -> Content:
    return Content.assemble(
        ("Addendum  ", "bold $text-accent"), shown(added.words), (f"  {by(added.signature)}", QUIET)
    )


def again_words(bench: Bench) -> Content:
    """The decision that stood, and why it came before the Chair again."""
    final = [each for each in bench.file.decisions if each.outcome is not Decided.DEFER]
    earlier = final[-1] if final else None
    lines = [_reopening(each) for each in bench.file.reopenings[-1:]]
    if earlier is not None:
        lines.append(
            Content.assemble(
                ("Stood until now  ", QUIET), (earlier.outcome.label, "bold"), f"  {by(earlier.signature)}"
            )
        )
    return Content("\n").join(lines)


def _reopening(each: Reopening) -> Content:
    reference = f" ({shown_line(each.reference)})" if each.reference else ""
    lead = f"{CAUSES[each.cause]} {day(each.on)}{reference}: "
    return Content.assemble((lead, "bold $text-warning"), shown(each.words))
