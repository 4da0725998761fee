"""What every model of the domain shares: frozen, closed to unknown fields, and exact about text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, NewType, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

IncidentId = NewType("IncidentId", str)
CaseId = NewType("CaseId", str)
RequestId = NewType("RequestId", str)
MeetingId = NewType("MeetingId", str)
LineId = NewType("LineId", str)
DecisionId = NewType("DecisionId", str)
DutyId = NewType("DutyId", str)
RecommendationId = NewType("RecommendationId", str)
ActionId = NewType("ActionId", str)
ChronologyId = NewType("ChronologyId", str)
PinId = NewType("PinId", str)
SettlementId = NewType("SettlementId", str)
ReopeningId = NewType("ReopeningId", str)
AddendumId = NewType("AddendumId", str)
LegalAdviceId = NewType("LegalAdviceId", str)
ReviewId = NewType("ReviewId", str)
ReportId = NewType("ReportId", str)
ReviewerId = NewType("ReviewerId", str)
ProceedingId = NewType("ProceedingId", str)
FamilyContactId = NewType("FamilyContactId", str)
ProgressRoundId = NewType("ProgressRoundId", str)
AgencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_-]{1,15}$")]
QuestionId = Annotated[str, StringConstraints(pattern=r"^F4\.[A-M][0-9]+(\.[A-Za-z0-9_]+)?$")]

Text = Annotated[str, StringConstraints(max_length=1_000_000)]
Said = Annotated[str, StringConstraints(min_length=1, max_length=1_000_000, pattern=r"\S")]
"""Text that must say something: blank is not a value."""
Moment = AwareDatetime


class Model(BaseModel):
    """A value: frozen, and refusing fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    def but(self, **changes: object) -> Self:
        """A validated copy with these fields changed."""
        return type(self).model_validate(self.said() | changes)

    def said(self) -> dict[str, object]:
        """Every field under its name, as a record that takes over a form's answers needs them."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class Aggregate(Model):
    """A record saved whole, under a version that each save raises by one."""

    id: str
    version: Annotated[int, Field(ge=0)] = 0
    """0 until first saved; a save names the version it read."""

    def canonical(self) -> str:
        """The record as the journal keeps it: JSON, keys sorted, no white space, no version."""
        return canonical_json(self.model_dump(mode="json", exclude={"version"}))


def canonical_json(value: Mapping[str, object]) -> str:
    """One spelling for one value, so that hashes can be compared."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
