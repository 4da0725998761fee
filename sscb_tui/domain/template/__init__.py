"""The agency template (F4) as data: sections A to M in the order the meeting compares them side by side."""

from __future__ import annotations

from sscb_tui.domain.template.form import (
    SECTIONS,
    people,
    questions,
    searched_for,
    sections,
)
from sscb_tui.domain.template.model import Choice, Kind, Question, Section
from sscb_tui.domain.template.practice import LIVED_EXPERIENCE, RISKS
from sscb_tui.domain.template.versions import TEMPLATE_VERSION, VERSIONS, Version, asked_by, version

__all__ = [
    "LIVED_EXPERIENCE",
    "RISKS",
    "SECTIONS",
    "TEMPLATE_VERSION",
    "VERSIONS",
    "Choice",
    "Kind",
    "Question",
    "Section",
    "Version",
    "asked_by",
    "people",
    "questions",
    "searched_for",
    "sections",
    "version",
]
