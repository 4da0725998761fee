"""The register of parallel proceedings (F12): what runs beside the case, and what it asks of it until when."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from sscb_tui.domain.base import Aggregate, CaseId, Model, ProceedingId, Said
from sscb_tui.domain.terms import Effect, Process, ProcessStage


class Hold(Model):
    """One effect on the case and what ends it (F12.04)."""

    effect: Effect
    until: Said
    """A day or an event, such as the verdict."""
    ended_on: date | None = None


class ProceedingForm(Model):
    """One proceeding as it stands (F12.01 to F12.06)."""

    kind: Process
    lead: Said
    """The body that leads it."""
    reference: str = ""
    contact: Said
    stage: ProcessStage
    next_on: date | None = None
    """The next date that is known."""
    expected_end: str = ""
    holds: tuple[Hold, ...] = ()
    handling: str = ""
    agreed_by: str = ""
    agreed_on: date | None = None
    disclosure: str = ""
    """What has been asked for, by whom, under what reference."""

    @model_validator(mode="after")
    def _effects_are_handled(self) -> ProceedingForm:
        if self.holds and not (self.handling.strip() and self.agreed_by.strip() and self.agreed_on):
            raise ValueError("say how the effects are handled, who agreed it and when (F12.05)")
        if self.stage is ProcessStage.CONCLUDED and any(hold.ended_on is None for hold in self.holds):
            raise ValueError("a proceeding that has concluded has no effects left; say when each ended")
        return self


class Proceeding(Aggregate):
    """One entry of the register, from any stage of the case on."""

    id: ProceedingId
    case_id: CaseId
    form: ProceedingForm
    reviewed_on: date
    """When somebody last looked whether this still stands so (F12.07)."""
    reviewed_by: Said

    @property
    def is_open(self) -> bool:
        """Whether it still runs or is expected."""
        return self.form.stage is not ProcessStage.CONCLUDED

    @property
    def holding(self) -> tuple[Hold, ...]:
        """Effects that still stand."""
        return tuple(hold for hold in self.form.holds if hold.ended_on is None)
