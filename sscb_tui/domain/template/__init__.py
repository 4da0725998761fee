"""The agency template (F4) as data: sections A to M in the order the meeting compares them side by side."""

from __future__ import annotations

from sscb_tui.domain.template.form import (
    SECTIONS,
    TEMPLATE_VERSION,
    people,
    questions,
    searched_for,
    sections,
)
from sscb_tui.domain.template.model import Choice, Kind, Question, Section
from sscb_tui.domain.template.practice import LIVED_EXPERIENCE, RISKS

__all__ = [
    "LIVED_EXPERIENCE",
    "RISKS",
    "SECTIONS",
    "TEMPLATE_VERSION",
    "Choice",
    "Kind",
    "Question",
    "Section",
    "people",
    "questions",
    "searched_for",
    "sections",
]
