"""What somebody else's plan brought: actions without an owner, a date or an agency, kept as they came and flagged."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.services.demonstration import people
from sscb_tui.services.imports import ImportTerms

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.demonstration.story import Story

HEADER = ("No", "Recommendation", "Action", "Agency", "Owner", "By when", "Outcome")
ROWS: tuple[tuple[str, int, str, str, str, int, str], ...] = (
    ("1", 2, "Write a guide for night staff.", "Police", "", 120, "A call at night is answered as one by day is."),
    ("2", 2, "Tell the practices who to ring.", "", "Head of A; Head of B", 0, "A practice knows whom to ring."),
    ("3", 3, "Ask school nurses what they need.", "STFT", "Head of school nursing", 0, ""),
    ("3", 4, "Sample twenty plans.", "CSC", "", 0, "Plans say what the child said."),
    ("4", -1, "Ask for guidance on visits refused.", "", "The department", 0, "No child is kept from view for a year."),
)
"""Number, which of the review's recommendations, words, agency, owner, days until due or none, and outcome."""


def taken(story: Story, case: Case, given: tuple[Recommendation, ...]) -> None:
    """The plan is taken in as a file, as any is."""
    use, today = story.services, story.services.desk.today()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADER)
    for number, at, words, agency, owner, days, outcome in ROWS:
        due = (today + timedelta(days=days)).isoformat() if days else ""
        writer.writerow((number, given[at].text, words, agency, owner, due, outcome))
    manager = people.MANAGER.actor()
    opened = use.imports.open(out.getvalue().encode(), "plan of the health partners.csv")
    use.imports.take(manager, opened, ImportTerms(case_id=case.id))
