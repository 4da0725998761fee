"""No paper says who the child and the family are, whatever people wrote; what they wrote is otherwise verbatim."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from exports.papers import MarkdownPapers
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.decision import Decision
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.publication import Response
from sscb_tui.domain.terms import Paper
from sscb_tui.domain.terms_of_reference import Terms

SAID = (
    "Robin",
    "Madeupsson",
    "Robin Madeupsson",
    "MADEUPSSON, ROBIN",
    "Sam Madeupsson",
    "Mr Fictional",
    "Lex",
    "Kit Madeupsson",
    "Morgan Notreal",
    "1 Nowhere Row, Exampleton",
    "Nowhere Row",
    "20 June 2026",
    "20/06/2026",
    "2026-06-20",
)
TELLING = ("madeupsson", "nowhere row", "notreal", "20 june 2026", "20/06/2026", "2026-06-20", "robin")


def saying_terms(said: Terms, words: str) -> Terms:
    """Terms of reference with these words under every heading."""
    prose = {name: words for name, value in said.said().items() if isinstance(value, str) and name != "method"}
    return said.but(
        **prose,
        enquiries=(words,),
        panel=tuple(each.but(post=words) for each in said.panel),
        milestones=tuple(each.but(what=f"{number} {words}") for number, each in enumerate(said.milestones)),
        supplies=tuple(each.but(note=words) for each in said.supplies),
    )


def saying_response(said: Response, words: str) -> Response:
    """A response with these words under every heading."""
    return said.but(
        chair_statement=words,
        check=words,
        practice_now=words,
        national=(words,),
        done=tuple(each.but(what=words) for each in said.done),
        difference=tuple(each.but(what=words, evidence=each.evidence and words) for each in said.difference),
        still_to_do=tuple(each.but(what=words, who=words) for each in said.still_to_do),
    )


def saying(file: CaseFile, words: str) -> CaseFile:
    """The file with these words wherever people may write what they like."""
    assert file.meeting is not None
    assert file.advice is not None
    referral = file.case.referral.but(
        what_happened=f"{words} " * 30,
        why_abuse_or_neglect=words,
        parallel_processes=words,
        media=words,
        la_notification=words,
    )
    meeting = file.meeting.but(
        apologies=words,
        other_children_safety=words,
        findings=tuple(limb.but(reason=words, gap=words) for limb in file.meeting.findings),
        views=tuple(view.but(reason=words, dissent=words) for view in file.meeting.views),
        earlier_views=tuple(view.but(reason=words) for view in file.meeting.earlier_views),
        constraints=tuple(each.but(text=words, until=words) for each in file.meeting.constraints),
    )
    advice = file.advice.but(
        summary=words,
        missing_returns=words,
        reasons=words,
        scope=words,
        parallel_processes=words,
        family_position=words,
        early_actions=words,
        dissent=tuple(each.but(words=words) for each in file.advice.dissent),
    )
    return replace(
        file,
        case=file.case.but(referral=referral),
        incident=file.incident.but(title=words),
        meeting=meeting,
        advice=advice,
        lines=tuple(line.but(text=words) for line in file.lines),
        pins=tuple(pin.but(evidence=pin.evidence.but(quote=words)) for pin in file.pins),
        settlements=tuple(
            each.but(settled=each.settled and words, owner=each.owner and words) for each in file.settlements
        ),
        decisions=tuple(_saying(each, words) for each in file.decisions),
        duties=tuple(each.but(method=words, proof=words) for each in file.duties),
        reviews=tuple(
            each.but(
                versions=tuple(one.but(terms=saying_terms(one.terms, words)) for one in each.versions),
                response=each.response and saying_response(each.response, words),
                answers=tuple(one.but(reason=words) for one in each.answers),
            )
            for each in file.reviews
        ),
        reviewers=tuple(
            each.but(form=each.form.but(route_reason=words), ruling=words, panel_advice=words, panel_regard=words)
            for each in file.reviewers
        ),
        actions=tuple(
            each.but(action=words, outcome=f"so {words}", publishable=each.publishable and words)
            for each in file.actions
        ),
    )


def _saying(made: Decision, words: str) -> Decision:
    """A decision with these words under every heading where the Chair writes."""
    asked = {
        name: getattr(made, name).but(detail=words)
        for name in ("peer_challenge", "legal_advice", "other_children_safe", "family_informed", "board_informed")
    }
    said = dict.fromkeys(("reasons", "questions", "reasons_for_departure", "instead", "scope_view"), words)
    return made.but(
        **asked, **said, panel_explanation=words, limbs=tuple(limb.but(reason=words) for limb in made.limbs)
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("mark", [", ", "\n", " | ", "_", "**", "-", ". "])
@pytest.mark.parametrize("upper", [False, True])
def test_nothing_that_identifies_the_family_reaches_a_paper(
    paper: Paper, mark: str, upper: bool, file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    words = f"We saw {mark.join(SAID)}’s door"
    text = MarkdownPapers().write(paper, saying(file, words.upper() if upper else words), board, printed)
    assert [each.words for each in names_of(file).found(text)] == []
    for telling in TELLING:
        assert telling not in text.casefold()


@pytest.mark.parametrize("paper", [Paper.PACK, Paper.MINUTES, Paper.RECOMMENDATION, Paper.CHRONOLOGY])
def test_a_paper_says_what_stands_for_what_it_hides(
    paper: Paper, file: CaseFile, board: BoardSettings, printed: datetime
) -> None:
    assert "| ‹ › " in MarkdownPapers().write(paper, file, board, printed)


def test_the_chronology_as_csv_names_nobody_and_leaves_hidden_days_empty(file: CaseFile) -> None:
    text = MarkdownPapers().chronology_csv(file)
    assert not names_of(file).found(text)
    assert "‹date of birth›,,,exact,CHS,Born at term" in text


def test_an_agencys_other_words_stay_as_they_are(file: CaseFile, board: BoardSettings, printed: datetime) -> None:
    text = MarkdownPapers().write(Paper.PACK, file, board, printed)
    assert "with his mother." in text
    assert "We needed the call-out notices of the police and have no record of any." in text
