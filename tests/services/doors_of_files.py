"""The writing methods by which trackers come in and agencies answer, for the permission tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.domain.progress_round import ProgressAnswer, ProgressReturn
from sscb_tui.services.imports import ImportTerms
from tests.services.door import Door
from tests.services.office import Office

if TYPE_CHECKING:
    from sscb_tui.services.views.imports import OpenedTracker

_TRACKER = b"No,Action,Agency,Owner,By when\n1,Write to every practice,HSG,Head of A,30/11/2026\n"
MEETING = date(2027, 1, 15)


def opened(office: Office) -> OpenedTracker:
    """Somebody's tracker of one row."""
    return office.services.imports.open(_TRACKER, "plan.csv")


def _answer(office: Office, case_id: str) -> bytes:
    """The form of the one agency that was asked, filled in."""
    asked, file = office.services.record.progress_rounds.all()[0], office.services.desk.file(case_id)
    answer = ProgressAnswer(number=asked.asked[0].number, note="Two schools joined.")
    given = ProgressReturn(
        token=asked.token, agency=asked.agency, post="Head of A", completed_on=MEETING, answers=(answer,)
    )
    rows = [(office.services.tracker.action(asked.asked[0].action_id), file)]
    return office.services.rounds.forms.filled(asked, rows, office.services.board.settings(), given).encode()


def asked_of_housing(office: Office) -> str:
    """An action of the housing agency, which has been asked how far it is."""
    case_id = office.received().id
    office.services.imports.take(office.manager, opened(office), ImportTerms(case_id=case_id))
    office.services.rounds.ask(office.manager, MEETING)
    return case_id


STAGES_OF_FILES = {"asked_of_housing": asked_of_housing}
DOORS_OF_FILES: dict[str, Door] = {
    "Imports.preview": Door(
        "received",
        Deed.CREATE,
        Thing.TRACKER,
        lambda o, a, c: o.services.imports.preview(a, opened(o), ImportTerms(case_id=c)),
    ),
    "Imports.take": Door(
        "received",
        Deed.CREATE,
        Thing.TRACKER,
        lambda o, a, c: o.services.imports.take(a, opened(o), ImportTerms(case_id=c)),
    ),
    "Rounds.ask": Door(
        "asked_of_housing", Deed.CREATE, Thing.TRACKER, lambda o, a, c: o.services.rounds.ask(a, date(2027, 4, 15))
    ),
    "Rounds.take": Door(
        "asked_of_housing",
        Deed.UPDATE,
        Thing.TRACKER,
        lambda o, a, c: o.services.rounds.take(a, "back.md", _answer(o, c)),
    ),
}
"""By class and method."""
