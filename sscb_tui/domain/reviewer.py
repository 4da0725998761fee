"""The commission of an independent reviewer (F11), with the grid that shows the independence."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from sscb_tui.domain.base import Aggregate, CaseId, Model, ReviewerId, Said
from sscb_tui.domain.case import Signature
from sscb_tui.domain.terms import Route, YesNo

THE_BOARD = "BOARD"
"""The row of the grid that stands for the Board itself."""


class Links(Model):
    """What ties a reviewer to one body, in the last five years (F11.02)."""

    body: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_-]{1,15}$")]
    """An agency's code, or BOARD for the Board itself."""
    employment: YesNo
    contracts: YesNo
    roles: YesNo
    """A seat on the Board, a sub-committee or the body's own."""
    personal: YesNo
    detail: str = ""

    @property
    def kinds(self) -> dict[str, YesNo]:
        """Each kind of tie with its answer."""
        return {
            "employment": self.employment,
            "contracts": self.contracts,
            "Board roles": self.roles,
            "personal ties": self.personal,
        }


class ReviewerForm(Model):
    """Who is thought of, on what showing (F11.01 to F11.05)."""

    name: Said
    organisation: Said = "independent"
    contact: Said
    links: tuple[Links, ...] = ()
    chairs_board: str = ""
    """Another Board that this person chairs, if any (F11.03)."""
    concurrent: tuple[Said, ...] = ()
    """Other commissions at the same time."""
    experience: Said
    """In the method chosen (F11.04)."""
    qualifications: str = ""
    dbs_on: date | None = None
    references: str = ""
    route: Route
    route_reason: Said


class ContractForm(Model):
    """What is agreed with the reviewer (F11.06)."""

    deliverables: Said
    final_on: date
    late_reason: str = ""
    """Why the last delivery comes after six months, if it does."""
    days: Annotated[int, Field(ge=1, le=400)]
    fee: Annotated[int, Field(ge=0)]
    """Pounds."""
    data_handling: Said
    papers_after: Said
    """Return or destruction of papers."""
    indemnity: Said
    intellectual_property: Said


class Reviewer(Aggregate):
    """One person thought of, appointed or stood down."""

    id: ReviewerId
    case_id: CaseId
    form: ReviewerForm
    contract: ContractForm | None = None
    ruling: Said | None = None
    """What the Chair ruled on a link, in writing."""
    ruled: Signature | None = None
    panel_told_on: date | None = None
    """When the name went to the national panel (F11.07)."""
    panel_advice: str = ""
    panel_regard: str = ""
    """How regard was had to the panel's advice (F11.08)."""
    appointed: Signature | None = None
    stood_down: str = ""
    """Why this person is not, or no longer, the reviewer."""

    @property
    def stands(self) -> bool:
        """Whether this person is appointed and has not stood down."""
        return self.appointed is not None and not self.stood_down
