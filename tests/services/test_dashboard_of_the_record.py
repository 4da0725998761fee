"""The dashboard and the papers across cases, asked of the record itself."""

from __future__ import annotations

from datetime import date

import pytest

from sscb_tui.domain.errors import InputError, NotFoundError
from sscb_tui.services.tracker import Tracker
from tests.services.office import Office


def test_an_empty_tracker_is_counted_as_empty_and_prints(office: Office) -> None:
    found = office.services.dashboard.figures()
    assert (found.total, found.open, found.decisions.decided) == (0, 0, 0)
    assert "0 in all, 0 overdue" in office.services.board_papers.plan().markdown
    assert "None." in office.services.board_papers.dashboard().markdown
    assert office.services.board_papers.drawings() == {}
    assert "No effect was tested" in office.services.board_papers.annual(date(2026, 3, 31)).markdown


def test_an_extract_is_of_an_agency_the_board_knows_and_that_has_an_action(office: Office) -> None:
    with pytest.raises(InputError, match="not in the Board's list"):
        office.services.board_papers.extract("NOBODY")
    known = office.services.board.settings().agencies[0].code
    with pytest.raises(NotFoundError, match="no action on the tracker"):
        office.services.board_papers.extract(known)


def test_reading_figures_writes_nothing(office: Office) -> None:
    before = office.services.desk.data_version(), len(Tracker(office.services.dashboard.room).rows())
    office.services.dashboard.figures()
    office.services.board_papers.statistics()
    assert (office.services.desk.data_version(), len(Tracker(office.services.dashboard.room).rows())) == before
    assert office.services.record.journal.verify() is None
