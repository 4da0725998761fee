"""The published response (X-14): what was done, what difference it made, what more will be done, and every answer.

WT2015 ch.4: the LSCB says it with the report or on its own. Until then it is a draft under the Board's marking. What
the tracker does not bear out prints as reported and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from exports.layout import NOT_SAID, Cover, Masks, Sheet, agency_words, begin, finish, table
from exports.outward import outward
from exports.plan_groups import answer
from sscb_tui.domain.days import by, shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.rules.borne_out import REPORTED, borne_out, is_done, shown_by
from sscb_tui.domain.rules.progress import GIVEN_UP, UNDONE
from sscb_tui.domain.rules.publishing import hits
from sscb_tui.domain.rules.rag import progress_of

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.publication import Response
    from sscb_tui.domain.review import Review

_REPORTED = f"**{REPORTED}**"


def response(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The response as it stands; NotFoundError while none is written."""
    review = file.review
    if review is None or review.response is None:
        raise NotFoundError(f"{file.case.reference} has no response to print: none has been written.")
    cover = _cover(file, review, board)
    sheet = begin(cover, file, board, on, _masks(file, review, board))
    _first(sheet, file, review)
    _done(sheet, file, review.response, board)
    _difference(sheet, review.response)
    _to_do(sheet, file, review.response, board)
    _answers(sheet, file, review, board)
    _last(sheet, review.response)
    return finish(sheet, cover, file, board)


def response_version(file: CaseFile) -> int:
    """Rises with every change to the review, whose response it is."""
    return file.review.version if file.review else 0


def response_marking(file: CaseFile, board: BoardSettings) -> str:
    """None once it is public."""
    return "" if file.review and file.review.publication else board.marking


def _cover(file: CaseFile, review: Review, board: BoardSettings) -> Cover:
    public = review.publication
    status = f"Published {shown(public.on)}" if public else "**DRAFT** until the Chair publishes it"
    return Cover("Response of the Board", status, review.version, marking=response_marking(file, board))


@dataclass(frozen=True, slots=True)
class _Cleared:
    """Hides what identifies anybody, except words that legal advice cleared."""

    hidden: Masks
    cleared: re.Pattern[str]

    def masked(self, text: str) -> str:
        """The text as the public may read it."""
        parts = self.cleared.split(text)
        kept = (*self.cleared.findall(text), "")
        return "".join(self.hidden.masked(part) + word for part, word in zip(parts, kept, strict=True))


def _masks(file: CaseFile, review: Review, board: BoardSettings) -> Masks:
    """Agencies answer in public under their own names; nobody else is named."""
    words = [re.escape(each.words) for each in review.plan.cleared_words] if review.plan else []
    return _Cleared(outward(file, board, agencies=False), re.compile("|".join(words) or "(?!)", re.IGNORECASE))


def _first(sheet: Sheet, file: CaseFile, review: Review) -> None:
    sheet.heading("The report and this response")
    sheet.paragraph(file.report.title if file.report else "its title is not on record", "**Report:**")
    if found := hits(file, review):
        sheet.paragraph(
            f"{len(found)} words that may say who the case is about are hidden here. Change them before publication.",
            "**Not fit to publish:**",
        )
    sheet.heading("The Chair's statement")
    sheet.paragraph(_said(review.response.chair_statement if review.response else ""))


def _said(words: str) -> str:
    return words if words.strip() else "Not written yet."


def _rows(sheet: Sheet, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    if held := list(rows):
        sheet.add(*table(head, held))
    else:
        sheet.paragraph("Nothing yet.")


def _done(sheet: Sheet, file: CaseFile, said: Response, board: BoardSettings) -> None:
    """What the Board wrote, then what the tracker has in words fit to publish and the Board did not write (F15.04)."""
    sheet.heading("What was done")
    written = [
        (shown(each.on), agency_words(each.agency, board), sheet.cell(each.what), borne_out(each, file.actions))
        for each in said.done
    ]
    repeated = {row[2] for row in written}
    tracked = [
        (_day(each), agency_words(each.agency, board), sheet.cell(each.publishable), shown_by(each))
        for each in file.actions
        if each.publishable.strip() and is_done(each) and sheet.cell(each.publishable) not in repeated
    ]
    _rows(sheet, ("On", "Agency", "What was done", "What shows it"), map(_told, (*written, *tracked)))


def _told(row: tuple[str, ...]) -> tuple[str, ...]:
    """What nothing shows stands out."""
    return (*row[:-1], _REPORTED if row[-1] == REPORTED else f"evidence: {row[-1]}")


def _day(action: Action) -> str:
    done = progress_of(action).done_on
    return shown(done) if done else NOT_SAID


def _difference(sheet: Sheet, said: Response) -> None:
    """Too early to say carries the day on which it will be looked at (F15.05)."""
    sheet.heading("What difference it made")
    rows = (
        (
            sheet.cell(each.what),
            sheet.cell(each.evidence) if each.evidence.strip() else "too early to say",
            shown(each.review_on) if each.review_on else NOT_SAID,
        )
        for each in said.difference
    )
    _rows(sheet, ("Difference", "What shows it", "Looked at again"), rows)


def _to_do(sheet: Sheet, file: CaseFile, said: Response, board: BoardSettings) -> None:
    """By whom and by when (F15.06); a date that was moved is not made to look like the first."""
    sheet.heading("What more will be done")
    written = [(sheet.cell(each.what), sheet.cell(each.who), shown(each.by)) for each in said.still_to_do]
    tracked = [
        (sheet.cell(each.publishable), agency_words(each.agency, board), _by(each))
        for each in file.actions
        if each.publishable.strip() and each.state in UNDONE
    ]
    _rows(sheet, ("What", "Who", "By"), (*written, *tracked))


def _by(action: Action) -> str:
    first = f" (first {shown(action.first_due)})" if action.moves and action.first_due else ""
    return by(action.due) + first


def _answers(sheet: Sheet, file: CaseFile, review: Review, board: BoardSettings) -> None:
    """Every finding and recommendation with its answer and reason; one not accepted is there too (F15.03)."""
    sheet.heading("The Board's answers")
    rows = (*_to_findings(sheet, review), *_to_recommendations(sheet, file, board))
    _rows(sheet, ("No", "Finding or recommendation", "Answer and reason", "Carried out by"), rows)


def _to_findings(sheet: Sheet, review: Review) -> Iterator[tuple[str, ...]]:
    for each in review.findings:
        said = review.answer_to(f"F-{each.number}")
        words = sheet.cell(f"{said.accepted.label.capitalize()}: {said.reason}") if said else "**not answered yet**"
        yield f"F-{each.number}", sheet.cell(each.text), words, NOT_SAID


def _to_recommendations(sheet: Sheet, file: CaseFile, board: BoardSettings) -> Iterator[tuple[str, ...]]:
    for each in file.recommendations:
        doing_it = (one for one in file.actions if each.id in one.carries_out and one.state not in GIVEN_UP)
        agencies = {action.agency for action in doing_it if action.agency}
        doing = ", ".join(sorted(agency_words(code, board) for code in agencies)) or NOT_SAID
        said = sheet.cell(answer(file, each)) if answer(file, each) else "**not answered yet**"
        yield f"R-{each.number}", sheet.cell(each.text), said, doing


def _last(sheet: Sheet, said: Response) -> None:
    sheet.heading("How the Board will check")
    sheet.paragraph(_said(said.check))
    sheet.heading("Where practice is now")
    sheet.paragraph(_said(said.practice_now))
    if said.national:
        sheet.heading("Issues for national bodies")
        for each in said.national:
            sheet.paragraph(each)
