"""An action in labelled lines: what it is for, its dates, what shows it, and what was said, the latest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from screens.forms.tracker import RUNG_WORDS
from screens.forms.tracker_amend import slips
from screens.forms.tracker_progress import said_of
from screens.widgets.pane import QUIET, Line, plain
from screens.words import day, uk
from sscb_tui.domain.terms import Rag
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action, ActionEvidence, Update
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.views import ActionRow
    from sscb_tui.services.views.whole import ActionWhole

LOOKS = {Rag.RED: "$text-error", Rag.AMBER: "$text-warning", Rag.SILENT: "$text-warning"}
"""Only what wants somebody's eye is coloured; the letter and the words say the rest."""


def whole(row: ActionRow, of: ActionWhole) -> Iterator[Line]:
    """Everything, the most wanted first."""
    action = of.action
    yield plain("Action", action.action, "bold")
    yield plain("State", _state(of))
    yield plain("Colour", of.colour, LOOKS.get(row.rag, ""))
    if row.gaps:
        yield plain("Missing", " · ".join(gap.label for gap in row.gaps), "$text-warning")
    if action.updates:
        yield _last(action.updates[-1])
    yield plain("Outcome", action.intended)
    yield from _plainly(Measure=action.measure)
    yield plain("Owner", _owner(action))
    yield from _dates(action)
    yield Line("Ladder", ladder(row.evidence_rung))
    yield from _shown(action)
    yield from _recommended(row, of)
    yield plain("Thread", thread(row, action, of.recommendation))
    yield from _kept(action)
    yield from _before(action.updates[-2::-1])


def _plainly(**said: str) -> Iterator[Line]:
    yield from (plain(label, text) for label, text in said.items() if text.strip())


def _state(of: ActionWhole) -> str:
    action = of.action
    by = f" by {action.verified_by}" if action.verified_by else ""
    instead = f" by {of.superseded_by}" if of.superseded_by else ""
    minute = f" · {action.board_minute}" if action.board_minute else ""
    verified = f" · verified{by}" if by else ""
    return f"{action.state.label}{instead}{verified}{minute}"


def _owner(action: Action) -> str:
    also = f", with {', '.join(action.contributing)}" if action.contributing else ""
    return f"{action.owner or 'no owner'} ({action.agency or 'no agency'}{also})"


def _dates(action: Action) -> Iterator[Line]:
    """Now and first, then each move with its reason and who approved it."""
    yield plain("Due", slips(action))
    for each in action.moves:
        yield plain("  moved", f"{day(each.was)} to {day(each.now)}: {each.reason} (approved by {each.approved_by})")


def _shown(action: Action) -> Iterator[Line]:
    """Evidence, the strongest claim's tests, the latest first."""
    for each in reversed(action.evidence):
        yield plain(day(each.on), _evidence(each))
    for test in reversed(action.impacts):
        against = f" Against it: {test.counter}" if test.counter else ""
        again = f" Tested again {day(test.next_test)}." if test.next_test else ""
        yield plain("Impact", f"{said_of(test)}{against}{again}")


def _evidence(item: ActionEvidence) -> str:
    reach = f" {item.reached} of {item.intended} intended." if item.intended and item.reached is not None else ""
    where = f" In {item.where}." if item.where else ""
    checked = f"checked by {item.checked_by}" if item.checked_by else "not checked"
    return f"{item.rung} {item.kind}: {item.note}{reach}{where} ({item.by}; {checked})"


def _recommended(row: ActionRow, of: ActionWhole) -> Iterator[Line]:
    if (found := of.recommendation) is None:
        return
    locked = f" ▣ locked {day(found.locked_on)}, as published" if found.locked_on else ""
    yield plain(row.recommendation, f"{found.text}{locked}")
    yield from _plainly(Board=of.answer)
    if of.reiterates:
        yield plain("Reiterates", f"{of.reiterates}: {found.why_not_before or 'why it did not work is not said'}")


def thread(row: ActionRow, action: Action, recommendation: Recommendation | None) -> str:
    """What the action comes from, as it was named; `t` shows the whole of it."""
    if recommendation is None:
        start = action.rests_on or ("learned early",)
        return " → ".join((", ".join(start), f"A-{row.number}"))
    start = recommendation.rests_on or (recommendation.finding or recommendation.origin.label,)
    return " → ".join((", ".join(start), row.recommendation, f"A-{row.number}"))


def ladder(reached: int) -> tuple[Content, ...]:
    """The rungs of evidence reached, the last one marked, the rest quiet."""
    parts = []
    for rung, word in enumerate(RUNG_WORDS, 1):
        mark = "●" if rung <= reached else "○"
        style = "bold $text-success" if rung == reached else "" if rung < reached else QUIET
        parts.append(Content.styled(f"{mark} {word}", style))
    return tuple(parts)


def _kept(action: Action) -> Iterator[Line]:
    """Who had it before, the number it came with, and the words for publication."""
    for each in reversed(action.transfers):
        was = f"{each.owner_was or 'no owner'} ({each.agency_was or 'no agency'})"
        yield plain("Transferred", f"{day(uk(each.at).date())} from {was}: {each.reason} ({each.by})")
    yield from _plainly(**{"Came as": action.number_given, "To publish": action.publishable})


def _last(update: Update) -> Line:
    on = Content(f"{day(uk(update.at).date())}  ")
    return Line("Last", Content.assemble(on, _word(update)))


def _before(updates: Iterable[Update]) -> Iterator[Line]:
    yield from (Line(day(uk(each.at).date()), _word(each)) for each in updates)


def _word(update: Update) -> Content:
    """What was said, by whom; what was taken back is struck through, and says so."""
    said = shown(f"{update.state.label}: {update.note} ({update.by})")
    if update.taken_back:
        return Content.assemble((said, f"{QUIET} strike"), ("  taken back", QUIET))
    return Content(said)
