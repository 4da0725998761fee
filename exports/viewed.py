"""Each agency's view (F6.15): limb by limb, on the outcome, what it was before, and dissent in its own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from exports.escape import inline
from exports.layout import NOT_SAID, Sheet, agency_words, clock, moment, table
from exports.limbs import outcome_words, value_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.meeting import AgencyView, Meeting
from sscb_tui.domain.terms import Fact


def views(sheet: Sheet, meeting: Meeting, board: BoardSettings) -> None:
    """The views that stand, those they replaced, and who was entitled to one."""
    if not meeting.views:
        sheet.paragraph("No view was taken.")
    else:
        _on_outcome(sheet, meeting.views, board)
        _on_limbs(sheet, meeting.views)
    for earlier in meeting.earlier_views:
        at = f" at {clock(earlier.stated_at)}" if earlier.stated_at else ""
        lead = (
            f"**View changed, {agency_words(earlier.agency, board)}.** Earlier{at}: {outcome_words(earlier.outcome)}."
        )
        sheet.paragraph(earlier.reason, lead)
    if meeting.round_closed_at:
        codes = ", ".join(meeting.entitled) or "none"
        sheet.paragraph(
            f"{codes}.", f"**Present and entitled when the round closed, {moment(meeting.round_closed_at)}:**"
        )


def dissents(sheet: Sheet, said: Iterable[tuple[str, str]], board: BoardSettings, *, answered: bool) -> None:
    """Which agency does not agree, verbatim, each once; "none" is an answer, and so is that nobody was asked."""
    each_once = tuple(dict.fromkeys((code, words.strip()) for code, words in said))
    for code, words in each_once:
        sheet.box(f"Dissent: {agency_words(code, board) if code else 'no agency named'}", words)
    if not each_once:
        sheet.paragraph("none; every agency was asked." if answered else "none stated.", "**Dissent:**")


def _on_outcome(sheet: Sheet, held: Iterable[AgencyView], board: BoardSettings) -> None:
    rows = [
        (
            agency_words(view.agency, board),
            f"**{outcome_words(view.outcome)}**" + (" †" if view.subject_to_confirmation else ""),
            sheet.cell(view.reason),
            inline(view.stated_by) or NOT_SAID,
            clock(view.stated_at),
        )
        for view in held
    ]
    sheet.add(*table(("Agency", "Outcome", "Reason", "Stated by", "At"), rows))
    if any(view.subject_to_confirmation for view in held):
        sheet.add("*† subject to confirmation: a deputy spoke, and the agency has still to confirm.*")


def _on_limbs(sheet: Sheet, held: Iterable[AgencyView]) -> None:
    """One row to a criterion: which agencies hold it to be what."""
    by_value: dict[Fact, dict[str, list[str]]] = {fact: defaultdict(list) for fact in Fact}
    for view in held:
        for limb in view.limbs:
            by_value[limb.fact][value_words(limb.fact, limb.value)].append(view.agency)
    rows = [
        (fact.label, " · ".join(f"**{value}:** {', '.join(codes)}" for value, codes in values.items()))
        for fact, values in by_value.items()
        if values
    ]
    if rows:
        sheet.add(*table(("Criterion", "Views of the agencies"), rows))
