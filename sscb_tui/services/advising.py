"""Putting the meeting's recommendation to the Chair together from its findings, views and the form (F7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.decision import Advice, Dissent, facts_of
from sscb_tui.domain.errors import RuleError, Violation, refuse_if
from sscb_tui.domain.evidence import resting_on
from sscb_tui.domain.rules.criteria import assess
from sscb_tui.domain.rules.meetings import quorum_for_views
from sscb_tui.domain.rules.segregation import mover_has_no_interest, recommender_is_not_the_chair
from sscb_tui.domain.terms import Fact, Mode

if TYPE_CHECKING:
    from sscb_tui.domain.decision import Limbs
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.forms import AdviceForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.room import Room


def advise(room: Room, actor: Actor, file: CaseFile, form: AdviceForm) -> Advice:
    """The recommendation as it goes to the Chair; refused where a limb, the dissent or a reason is missing."""
    limbs = _limbs(file, form)
    dissent = tuple(dict.fromkeys((*_dissent_in(file), *form.dissent)))
    quorate = file.meeting is not None and not quorum_for_views(file.meeting, room.settings().quorum)
    refuse_if(
        _dissent_agrees(form, dissent)
        + recommender_is_not_the_chair(file, actor)
        + mover_has_no_interest(file.meeting, actor)
    )
    assessment = assess(facts_of(limbs), Mode.DECISION, room.framework(file.case))
    said = {name: value for name, value in form.said().items() if name in Advice.model_fields}
    return Advice.model_validate(
        said
        | {
            "id": room.new_id(),
            "case_id": file.case.id,
            "meeting_id": file.meeting.id if file.meeting else None,
            "contributing": tuple(request.agency for request in file.requests if request.returned is not None),
            "limbs": limbs,
            "assessment": assessment,
            "dissent": dissent,
            "dissent_answered": bool(dissent) or form.dissent_none or _answered_none(file),
            "quorate": quorate,
            "submitted": room.signature(actor),
        }
    )


def _limbs(file: CaseFile, form: AdviceForm) -> Limbs:
    """The meeting's findings in the order the questions are asked, each with all the evidence on it (F7.03)."""
    found = {limb.fact: limb for limb in (*form.limbs, *(file.meeting.findings if file.meeting else ()))}
    if missing := [fact.label for fact in Fact if fact not in found]:
        raise RuleError([Violation("T13", f"No finding is recorded for: {', '.join(missing)}.", "form F7.03")])
    return tuple(resting_on(found[fact], file) for fact in Fact)


def _dissent_in(file: CaseFile) -> tuple[Dissent, ...]:
    """Dissent stated with a view in the meeting goes to the Chair verbatim."""
    views = file.meeting.views if file.meeting else ()
    return tuple(Dissent(agency=view.agency, words=view.dissent) for view in views if view.dissent.strip())


def _answered_none(file: CaseFile) -> bool:
    """Nobody dissented when the round of views closed."""
    return file.meeting is not None and file.meeting.dissent_none


def _dissent_agrees(form: AdviceForm, dissent: tuple[Dissent, ...]) -> tuple[Violation, ...]:
    """ "None" is an explicit answer, and cannot stand beside dissent stated in the meeting."""
    if not (dissent and form.dissent_none):
        return ()
    who = ", ".join(each.agency for each in dissent)
    return (Violation("T15-dissent", f'Dissent is answered "none", but {who} dissented.', "recommendation (F7.07)"),)
