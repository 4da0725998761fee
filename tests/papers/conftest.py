"""A fictional case with everything in it, and the golden files its papers are compared with."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case, Incident
from sscb_tui.domain.dates import stated
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from tests.papers.answered import a_chronology, a_request, a_return, requests
from tests.papers.decided import actions, advice, decisions, duties, recommendations
from tests.papers.fictional import CHILD_NAME, a_board, a_case, at
from tests.papers.met import meeting
from tests.papers.reviewed import contact, review, reviewer
from tests.papers.said import lines
from tests.papers.settled import pins, with_answers

GOLDEN = Path(__file__).parent / "golden"


REWRITE = "SSCB_GOLDEN"
"""Set in the environment, the golden files are written anew instead of compared."""


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a paper with its golden file, or write that file anew."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get(REWRITE):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_bytes().decode("utf-8"), f"{name} differs; {REWRITE}=1 writes it anew"

    return compare


@pytest.fixture
def child_name() -> str:
    """The name that no paper and no title may carry."""
    return CHILD_NAME


@pytest.fixture
def printed() -> datetime:
    """When the papers of the golden files were printed."""
    return at(7, 9, 30, month=12)


@pytest.fixture
def board() -> BoardSettings:
    """The Board of the invented case."""
    return a_board()


@pytest.fixture
def case() -> Case:
    """Child Q, four months: a suspected neglect death."""
    return a_case()


@pytest.fixture
def request_to_police(case: Case) -> AgencyRequest:
    """What the police were asked."""
    return a_request(case)


@pytest.fixture
def police_return(case: Case) -> AgencyReturn:
    """A full return with awkward but honest words."""
    return a_return(case)


@pytest.fixture
def file(case: Case, request_to_police: AgencyRequest, police_return: AgencyReturn, board: BoardSettings) -> CaseFile:
    """Everything about Child Q."""
    held = CaseFile(
        case=case,
        incident=Incident(id=case.incident_id, happened_on=stated("2 Nov 2026"), title="death of a baby at home"),
        siblings=(),
        requests=requests(request_to_police, police_return),
        meeting=meeting(case),
        lines=lines(),
        advice=advice(case),
        decisions=decisions(case),
        duties=duties(case),
        recommendations=recommendations(case),
        actions=actions(case),
        seals={
            "decision-1": "ab" * 32,
            "decision-2": "0123456789abcdef" * 4,
            "meeting-1": "cd" * 32,
            "advice-1": "ef" * 32,
        },
        chronology_files=(a_chronology(case),),
        pins=pins(),
        reviews=(review(case),),
        reviewers=(reviewer(case),),
        family_contacts=(contact(case),),
    )
    return with_answers(held, board)
