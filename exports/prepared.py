"""What the meeting still lacks and what it should ask, each question with the passages it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.accounts import sayings
from exports.layout import Sheet, agency_words
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.differences import Saying
from sscb_tui.domain.rules.readiness import THIN, Readiness


def readiness_check(sheet: Sheet, check: Readiness, board: BoardSettings) -> None:
    """Thin returns, agencies named and not asked, people not searched for, criteria without a passage."""
    found = (*_thin(check, board), *_unsearched(check, board), *_unsupported(check))
    for lead, words in found:
        sheet.paragraph(words, f"**{lead}**")
    for each in check.unasked:
        names = " or ".join(agency_words(code, board) for code in each.agency.split(" or "))
        sheet.paragraph("", f"**Named by others and not asked:** {names}.")
        sheet.add(*sayings(sheet, each.named_by, board))
    if not found and not check.unasked:
        sheet.paragraph("Nothing was found wanting.")


def _thin(check: Readiness, board: BoardSettings) -> Iterator[tuple[str, str]]:
    for code, words in check.thin:
        yield f"Thin return, {agency_words(code, board)}:", f"{words} words of substance, where {THIN} are few."


def _unsearched(check: Readiness, board: BoardSettings) -> Iterator[tuple[str, str]]:
    for each in check.unsearched:
        yield f"Not searched, {agency_words(each.agency, board)}:", f"{each.who} ({each.question}): {each.why}."


def _unsupported(check: Readiness) -> Iterator[tuple[str, str]]:
    if check.unsupported:
        yield "Criteria with no passage yet:", f"{'; '.join(fact.label for fact in check.unsupported)}."


def challenge_questions(
    sheet: Sheet, check: Readiness, board: BoardSettings, printed: Mapping[tuple[Saying, ...], str]
) -> None:
    """Safety first, then what the accounts differ in, then what one return leaves open.

    `printed` has the paragraphs of passages that stand in the paper already.
    """
    for each in check.challenges:
        if number := printed.get(each.passages):
            sheet.paragraph(f"{each.question} (passages: {number})")
            continue
        sheet.paragraph(each.question)
        sheet.add(*sayings(sheet, each.passages, board))
    if not check.challenges:
        sheet.paragraph("The returns raise none.")
