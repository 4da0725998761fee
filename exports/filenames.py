"""File names for papers: reference, paper, version, marking and day; never a person's name."""

from __future__ import annotations

import re
from datetime import date


def paper_filename(reference: str, paper: str, version: int, marking: str, *, on: date) -> str:
    """For example SSCB-2017-004_decision_v1_OFFICIAL-SENSITIVE_2018-02-28.md."""
    return f"{_part(reference)}_{_part(paper)}_v{version}_{_part(marking)}_{on.isoformat()}.md"


def template_filename(reference: str, agency: str, marking: str, on: date) -> str:
    """The form of one agency, for example SSCB-2017-004_F4_POL_OFFICIAL-SENSITIVE_2018-02-28.md."""
    return f"{_part(reference)}_F4_{_part(agency)}_{_part(marking)}_{on.isoformat()}.md"


def calendar_filename(whose: str, marking: str, *, on: date) -> str:
    """The open clocks of a case or of the whole Board, for example SSCB-2017-004_duties_O-S_2018-02-28.ics."""
    return f"{_part(whose)}_duties_{_part(marking)}_{on.isoformat()}.ics"


def letter_filename(reference: str, recipient: str, version: int, marking: str, *, on: date) -> str:
    """One letter of a decision, for example SSCB-2017-004_letter_OFSTED_v1_O-S_2018-02-28.md."""
    return f"{_part(reference)}_letter_{_part(recipient)}_v{version}_{_part(marking)}_{on.isoformat()}.md"


def round_filename(agency: str, letter: str, marking: str, meeting_on: date) -> str:
    """What an agency is asked before a meeting, for example progress_POL_OFFICIAL-SENSITIVE_2018-02-28.md."""
    kind = f"progress-letter-{_part(letter)}" if letter else "progress"
    return f"{kind}_{_part(agency)}_{_part(marking)}_{meeting_on.isoformat()}.md"


def _part(text: str) -> str:
    """A part of a name that every file system keeps and no shell mistakes."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-") or "x"
