"""Key answers side by side: question by question, each agency in its own words, every silence with its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from exports.boxes import ticked_words
from exports.escape import inline
from exports.layout import Sheet, agency_words
from exports.returned import standing
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.novelty import Cell, Told, repeats
from sscb_tui.domain.scoping import AgencyRequest, Answer
from sscb_tui.domain.template import LIVED_EXPERIENCE, Question, people, questions
from sscb_tui.domain.terms import Silence

ASKED = (LIVED_EXPERIENCE, "F4.C1", "F4.C2", "F4.G4", "F4.G5", "F4.H1", "F4.H2", "F4.H3", "F4.J3")
"""The child first; then what was known, what was shared, the facts for the criteria, and who is at risk now."""
LONGEST = 60
"""Words after which an answer is cut and says where it goes on; the returns themselves are the appendix."""


def digest(sheet: Sheet, file: CaseFile, board: BoardSettings, at: date) -> None:
    """Each key question with the answers to it; nothing that repeats another agency is printed twice."""
    form = {question.id: question for question in questions(people(file.case))}
    without = [(request, standing(request, at)) for request in file.requests if not _answers(request, at)]
    if without:
        sheet.paragraph("", "**Agencies with nothing to set side by side:**")
        sheet.add(*(f"- {sign} {word}: {agency_words(each.agency, board)}" for each, (word, sign, _) in without))
    same = repeats(_told(file))
    for id in ASKED:
        sheet.add(f"### {id} {form[id].label}")
        _question(sheet, form[id], file, board, (at, same))


def _told(file: CaseFile) -> list[Told]:
    """Every answer that could repeat another, as it came in."""
    return [
        Told(
            request.agency,
            answer.question,
            answer.text,
            request.receipts[0].at if request.receipts else request.issued_at,
        )
        for request in file.requests
        if request.returned
        for answer in request.returned.answers
        if answer.question in ASKED
    ]


def _question(
    sheet: Sheet, question: Question, file: CaseFile, board: BoardSettings, seen: tuple[date, Mapping[Cell, Cell]]
) -> None:
    at, same = seen
    short: dict[str, list[str]] = defaultdict(list)
    for request in file.requests:
        answer = request.returned.answer(question.id) if request.returned and _answers(request, at) else None
        if answer is not None and answer.silence is None and answer.text.strip():
            lead = _lead(question, answer, agency_words(request.agency, board))
            sheet.paragraph(_words(request.agency, answer, same.get((request.agency, question.id))), lead)
        elif _answers(request, at):
            short[_short(question, answer)].append(request.agency)
    if short:
        sheet.add(*(f"- {sheet.inline(said)}: {', '.join(agencies)}" for said, agencies in short.items()))


def _answers(request: AgencyRequest, at: date) -> bool:
    """Whether there is a return to read: in, not refused, and not nil."""
    return request.returned is not None and standing(request, at)[0] in ("received", "late")


def _short(question: Question, answer: Answer | None) -> str:
    """What was ticked without a word; or why an agency says nothing here, in a sign and words."""
    if answer is not None and answer.choice and answer.silence is None:
        return f"ticked “{ticked_words(question.id, answer.choice)}” without words"
    kind = answer.silence if answer is not None and answer.silence else Silence.LEFT_BLANK
    reason = f" ({answer.silence_reason})" if answer is not None and answer.silence_reason else ""
    return f"{kind.glyph} {kind.label}{reason}"


def _lead(question: Question, answer: Answer, who: str) -> str:
    """Who answers, and what was ticked."""
    ticked = ticked_words(question.id, answer.choice)
    return f"**{who}{f': {inline(ticked)}' if ticked else ''}.**"


def _words(agency: str, answer: Answer, original: Cell | None) -> str:
    """The answer as written; a long one says that it goes on and where, a repeated one whose words it repeats."""
    if original is not None:
        return f"as {original[0]} under {original[1]}, nearly word for word."
    words = answer.text.split()
    if len(words) <= LONGEST:
        return answer.text
    return f"{' '.join(words[:LONGEST])} … ({len(words) - LONGEST} words more in {agency} {answer.question})"
