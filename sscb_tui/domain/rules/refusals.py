"""Every reason why a Chair's decision cannot stand, and what deserves a second thought: the two entry points.

Each rule is a pure function from what is on record to violations; empty means satisfied.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.rules import (
    disclosing,
    exclusions,
    grounds,
    jurisdiction,
    needs,
    one_child,
    outcomes,
    second_thoughts,
    signing,
)

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment
    from sscb_tui.domain.decision import Decision, DecisionForm
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor


def decision_refusals(
    form: DecisionForm,
    assessment: Assessment | None,
    file: CaseFile,
    actor: Actor,
    now: datetime,
    elsewhere: Collection[Decision] = (),
) -> tuple[Violation, ...]:
    """Everything that bars signing this decision now.

    `assessment` is None while a limb is blank; `elsewhere` are the decisions of other cases.
    """
    return (
        *signing.signer_may_decide(actor),
        *signing.nothing_signed_is_edited(file),
        *signing.every_limb_is_answered(form.limbs),
        *one_child.one_child_is_decided(form, file),
        *jurisdiction.age_is_what_is_known(form, file),
        *(_on_the_result(form, assessment) if assessment else ()),
        *grounds.definitive_evidence_is_whole(form, file),
        *grounds.no_concern_is_open(form, file),
        *grounds.recovery_is_no_answer(form, file.case.framework),
        *grounds.open_enquiries_are_reconciled(form, file),
        *grounds.own_failings_are_advised_on(form),
        *outcomes.reasons_say_something(form, file),
        *one_child.reasons_are_this_childs(form, elsewhere),
        *outcomes.reasons_follow_the_recommendation(form, file),
        *exclusions.no_bad_ground_is_relied_on(form),
        *_what_is_told(form, file, now),
        *signing.time_is_right(file, now),
        *signing.overrun_is_explained(form, file, now),
        *signing.conflict_is_resolved(form),
    )


def _on_the_result(form: DecisionForm, assessment: Assessment) -> tuple[Violation, ...]:
    """What turns on the result in law."""
    return (
        *outcomes.lawful_outcome(form.outcome, assessment),
        *exclusions.nothing_is_hidden(form, assessment),
        *needs.precaution_is_reasoned(form, assessment),
    )


def _what_is_told(form: DecisionForm, file: CaseFile, now: datetime) -> tuple[Violation, ...]:
    """What the record has to say, and what it must not."""
    return (
        *needs.outcome_is_complete(form),
        *needs.deferral_ends(form, file, now.date()),
        *needs.challenge_is_told(form),
        *needs.advice_stays_privileged(form),
        *needs.panel_is_regarded(form, file),
        *disclosing.nobody_is_named(form, file),
    )


def decision_warnings(
    form: DecisionForm, assessment: Assessment | None, file: CaseFile, actor: Actor, now: datetime
) -> tuple[Violation, ...]:
    """What deserves a second thought and does not bar signing; asked with the same values as the refusals."""
    del actor  # no warning in force turns on who signs
    return (
        *outcomes.tempting_reasons(form),
        *grounds.recovery_is_weighed(form, file.case.framework),
        *jurisdiction.birthday_is_noticed(form, file),
        *signing.overrun_is_noticed(form, file, now),
        *second_thoughts.other_children_are_safe(form, file),
        *second_thoughts.a_no_is_challenged(form, assessment),
        *second_thoughts.a_doctor_is_heard(form),
        *outcomes.scope_is_in_view(form),
        *signing.guidance_has_changed(file, now),
    )
