"""Legal advice to the Board: privileged, kept apart from the case file and out of every paper."""

from __future__ import annotations

from datetime import date

from sscb_tui.domain.base import Aggregate, CaseId, LegalAdviceId, Said
from sscb_tui.domain.case import Signature


class LegalAdvice(Aggregate):
    """One advice: the decision record cites its reference and says no more."""

    id: LegalAdviceId
    case_id: CaseId
    reference: Said
    given_by: Said
    given_on: date
    text: Said
    recorded: Signature
