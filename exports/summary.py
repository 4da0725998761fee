"""The learning summary (X-15, F17): one page for those who practise, from what the report found and the Board answered.

No fact of the case is on it. What the record does not hold is a line to fill in, so that nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from exports.layout import OFFICIAL, Cover, Sheet, agency_words, begin, finish, table
from exports.outward import outward
from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import NotFoundError
from sscb_tui.domain.rules.borne_out import shown_by
from sscb_tui.domain.rules.progress import GIVEN_UP
from sscb_tui.domain.rules.retests import months_on
from sscb_tui.domain.terms import Accepted

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.domain.review import Review

MOST = 5
"""What fits on a page and in a head: three to five things."""
_BLANK = "______________________________ (to be written with the report's author)"
_QUESTIONS = (
    "Could this happen here? What would we see first?",
    "What do we already do about it, and how do we know that it works?",
    "What will each of us do differently from tomorrow, and whom do we ask for help?",
)
_REFRESH = 12
"""Months after which learning that nobody has looked at is stale."""


def summary(file: CaseFile, board: BoardSettings, on: datetime) -> str:
    """The page; NotFoundError while no finding and no recommendation stands."""
    review = file.review
    if review is None or not (review.findings or file.recommendations):
        raise NotFoundError(f"{file.case.reference} has no learning to summarise: the report has not been received.")
    cover = _cover(file, review, board)
    sheet = begin(cover, file, board, on, outward(file, board, agencies=False))
    _learned(sheet, file, review)
    _differently(sheet, file, board)
    _team(sheet)
    _further(sheet, review, board, on)
    return finish(sheet, cover, file, board)


def summary_version(file: CaseFile) -> int:
    """Rises with the review and with every change to an action or a recommendation."""
    held = (*file.recommendations, *file.actions, *([file.review] if file.review else []))
    return sum(record.version for record in held)


def summary_marking(file: CaseFile, board: BoardSettings) -> str:
    """The Board's own until the report is public; then it may go to everybody who practises."""
    return OFFICIAL if file.review and file.review.publication else board.marking


def _cover(file: CaseFile, review: Review, board: BoardSettings) -> Cover:
    public = review.publication
    status = f"Report published {shown(public.on)}" if public else "**DRAFT**: the report is not published"
    return Cover("Learning summary", status, summary_version(file), marking=summary_marking(file, board))


def _listed(sheet: Sheet, words: Sequence[str]) -> None:
    for each in words[:MOST]:
        sheet.paragraph(each)
    if len(words) > MOST:
        sheet.paragraph(f"{len(words) - MOST} more are in the report.")


def _learned(sheet: Sheet, file: CaseFile, review: Review) -> None:
    """The findings; of a report that made recommendations alone, those the Board accepted."""
    sheet.heading("What the review was about")
    sheet.add(_BLANK)
    sheet.heading("What we learned")
    _listed(sheet, [each.text for each in review.findings] or [each.text for each in _accepted(file)])
    sheet.heading("What good looked like")
    sheet.add(_BLANK)


def _accepted(file: CaseFile) -> Iterable[Recommendation]:
    answers = {each.to: each.accepted for each in file.review.answers} if file.review else {}
    return (each for each in file.recommendations if answers.get(f"R-{each.number}") is not Accepted.NOT)


def _differently(sheet: Sheet, file: CaseFile, board: BoardSettings) -> None:
    """By agency and post, in the words written for the public, and how far it is known to be so already."""
    sheet.heading("What changes, and for whom")
    rows = [
        (f"{agency_words(each.agency, board)}: {sheet.cell(each.owner)}", sheet.cell(each.publishable), shown_by(each))
        for each in _told(file)
    ]
    if rows:
        sheet.add(*table(("Who", "What", "What shows it"), rows))
    else:
        sheet.add(_BLANK)


def _told(file: CaseFile) -> Iterable[Action]:
    return (each for each in file.actions if each.publishable.strip() and each.state not in GIVEN_UP)


def _team(sheet: Sheet) -> None:
    sheet.heading("Questions for your team meeting")
    for each in _QUESTIONS:
        sheet.paragraph(each)


def _further(sheet: Sheet, review: Review, board: BoardSettings, on: datetime) -> None:
    sheet.heading("More, and who to ask")
    where = review.publication.address if review.publication else "not published yet"
    sheet.paragraph(where, "**The report:**")
    sheet.paragraph(f"{board.name}, Business Manager", "**Ask:**")
    begun = review.publication.on if review.publication else on.date()
    sheet.paragraph(shown(months_on(begun, _REFRESH)), "**To be looked at again by:**")
