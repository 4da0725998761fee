"""The writing methods by which trackers come in and agencies answer, for the permission tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.permissions import Deed, Thing
from sscb_tui.services.imports import ImportTerms
from tests.services.door import Door
from tests.services.office import Office

if TYPE_CHECKING:
    from sscb_tui.services.views.imports import OpenedTracker

_TRACKER = b"No,Action,Owner,By when\n1,Write to every practice,Head of A,30/11/2026\n"


def opened(office: Office) -> OpenedTracker:
    """Somebody's tracker of one row."""
    return office.services.imports.open(_TRACKER, "plan.csv")


DOORS_OF_A_TRACKER: dict[str, Door] = {
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
}
"""By class and method."""
