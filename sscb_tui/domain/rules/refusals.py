"""Every reason why a Chair's decision cannot stand, and what deserves a second thought: the two entry points.

Each rule is a pure function from what is on record to violations; empty means satisfied.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules.grounds import (
    definitive_evidence_is_whole,
    no_concern_is_open,
    open_enquiries_are_reconciled,
    recovery_is_no_answer,
    recovery_is_weighed,
)
from sscb_tui.domain.rules.outcomes import (
    lawful_outcome,
    outcome_is_complete,
    reasons_follow_the_recommendation,
    reasons_say_something,
    scope_is_in_view,
    tempting_reasons,
)
from sscb_tui.domain.rules.signing import (
    conflict_is_resolved,
    every_limb_is_answered,
    guidance_has_changed,
    nothing_signed_is_edited,
    overrun_is_explained,
    overrun_is_noticed,
    precautions_are_taken,
    signer_may_decide,
    time_is_right,
)

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor


def decision_refusals(
    form: DecisionForm, assessment: Assessment | None, file: CaseFile, actor: Actor, now: datetime
) -> tuple[Violation, ...]:
    """Everything that bars signing this decision now; `assessment` is None while a limb is blank."""
    return (
        *signer_may_decide(actor),
        *nothing_signed_is_edited(file),
        *every_limb_is_answered(form.limbs),
        *(lawful_outcome(form.outcome, assessment) if assessment else ()),
        *definitive_evidence_is_whole(form, file),
        *no_concern_is_open(form, file),
        *recovery_is_no_answer(form, file.case.framework),
        *open_enquiries_are_reconciled(form, file),
        *reasons_say_something(form, file),
        *reasons_follow_the_recommendation(form, file),
        *outcome_is_complete(form),
        *time_is_right(file, now),
        *overrun_is_explained(form, file, now),
        *conflict_is_resolved(form),
    )


def decision_warnings(
    form: DecisionForm, assessment: Assessment | None, file: CaseFile, actor: Actor, now: datetime
) -> tuple[Violation, ...]:
    """What deserves a second thought and does not bar signing; asked with the same values as the refusals."""
    del assessment, actor  # the warnings in force today turn on neither
    return (
        *tempting_reasons(form),
        *recovery_is_weighed(form, file.case.framework),
        *overrun_is_noticed(form, file, now),
        *precautions_are_taken(form),
        *scope_is_in_view(form),
        *guidance_has_changed(file, now),
    )
