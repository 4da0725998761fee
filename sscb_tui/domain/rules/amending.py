"""What may still be changed of an action or a recommendation, by whom, and what stands for ever (RA.02 to RA.14)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sscb_tui.domain.days import shown
from sscb_tui.domain.errors import Violation
from sscb_tui.domain.permissions import same_person
from sscb_tui.domain.rules.gaps import several
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE, GIVEN_UP, UNDONE, owned, owns
from sscb_tui.domain.terms import ActionState, Rag, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.action import Action
    from sscb_tui.domain.forms import FillForm, RecommendationForm, TransferForm
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation

_DATES = "the tracker's rule on moved dates"
_LEAD = "one accountable lead for each action"
_SEGREGATION = "segregation of duties"
_MODEL = "the tracker's status model"
MANY = 10
"""More recommendations than this in one review are seldom carried out; said as a warning, never refused."""
EARNED = (Rag.BLUE, Rag.SILENT)
"""Colours that say something happened, or that nobody spoke: nobody sets them by hand."""
BEGUN = (ActionState.PROPOSED, ActionState.NOT_STARTED, ActionState.IN_PROGRESS)
AFTER_PUBLICATION = frozenset({"themes", "finding", "rests_on"})
"""What sorts a recommendation and is not its published wording."""


def begins(state: ActionState) -> tuple[Violation, ...]:
    """RA.13: an action is agreed before it is done, and nobody verifies it by writing it down."""
    if state in BEGUN:
        return ()
    sentence = f"An action is not agreed as {state.label}; it begins {', '.join(each.label for each in BEGUN)}."
    return (Violation("RA.13", sentence, _MODEL, "state"),)


def own_rows_only(action: Action, actor: Actor) -> tuple[Violation, ...]:
    """Owners write on their own rows; everybody else's permission is the matrix's."""
    if actor.role is not Role.OWNER or owns(action, actor):
        return ()
    return (Violation("WHO", f"A-{action.number} belongs to {action.owner} ({action.agency})."),)


def not_for_owners(number: str, actor: Actor, what: str) -> tuple[Violation, ...]:
    """Owners say how far they are; the terms they are held to are set by others."""
    if actor.role is not Role.OWNER:
        return ()
    sentence = f"{actor.name} ({actor.role.label}) may not {what} {number}; say in an update what is needed."
    return (Violation("WHO", sentence, "the Board's scheme of roles"),)


def may_move_date(action: Action, due: date, approved_by: str, *, today: date, past: bool) -> Iterator[Violation]:
    """RA.11: a date moves with a reason and an approval that is not the owner's; where there was none it is set."""
    number = f"A-{action.number}"
    if action.state not in UNDONE:
        yield Violation("RA.11", f"{number} is {action.state.label}; its date stands.", _DATES, "due")
    if due == action.due:
        yield Violation("RA.11", f"{number} is due on {shown(due)} already.", _DATES, "due")
    if due < today and not past:
        sentence = f"{shown(due)} has passed; say so expressly if that is the new date of {number}."
        yield Violation("RA.11", sentence, _DATES, "due")
    if action.start is not None and due < action.start:
        yield Violation("RA.11", f"{number} starts on {shown(action.start)}, after {shown(due)}.", _DATES, "due")
    if action.due is not None and approves_own(action, approved_by):
        sentence = f"{approved_by} owns {number} and cannot approve a later date for it."
        yield Violation("WHO-OWN", sentence, _SEGREGATION, "approved_by")


def approves_own(action: Action, name: str) -> bool:
    """Whether the name is the owner's, by name or post."""
    return any(same_person(name, each) for each in (action.owner, action.owner_name))


def may_transfer(action: Action, form: TransferForm) -> Iterator[Violation]:
    """RA.06, RA.07: to one other lead; never to who verified it."""
    number = f"A-{action.number}"
    if action.state in GIVEN_UP:
        yield Violation("RA.06", f"{number} is {action.state.label}; nobody has to do it.", _LEAD)
    now, was = (form.agency, form.owner, form.owner_name), (action.agency, action.owner, action.owner_name)
    if now == was:
        yield Violation("RA.06", f"{number} is with {form.owner} ({form.agency}) already.", _LEAD, "owner")
    if several(form.owner):
        yield Violation("RA.07", f"“{form.owner}” is more than one; name one owner of {number}.", _LEAD, "owner")
    yield from not_the_verifier(action, form.owner, form.owner_name)


def not_the_verifier(action: Action, *names: str) -> Iterator[Violation]:
    """What somebody verified cannot become theirs afterwards."""
    judged = [action.verified_by] + [each.by for each in action.spoken if each.state in BY_SOMEBODY_ELSE]
    if action.state in BY_SOMEBODY_ELSE and any(same_person(one, name) for one in judged for name in names):
        sentence = f"A-{action.number} was verified by {action.verified_by}, who cannot own it then."
        yield Violation("WHO-OWN", sentence, _SEGREGATION, "owner")


def may_fill(action: Action, form: FillForm) -> Iterator[Violation]:
    """What is missing is filled in; what was said changes by its own deed, where the change is kept."""
    given = {name: value for name, value in form.said().items() if value}
    if not given:
        yield Violation("RA.06", f"Say what A-{action.number} lacked.", _LEAD)
    for name in given:
        if was := getattr(action, name):
            said = shown(was) if isinstance(was, date) else was
            sentence = f"A-{action.number} has its {name.replace('_', ' ')} already: {said}."
            yield Violation(_COLUMN[name], sentence, "the tracker's columns", name)
    if form.owner and several(form.owner):
        yield Violation("RA.07", f"“{form.owner}” is more than one; name one.", _LEAD, "owner")
    yield from not_the_verifier(action, form.owner, form.owner_name)


_COLUMN = {
    "agency": "RA.06",
    "owner": "RA.07",
    "owner_name": "RA.07",
    "outcome": "RA.09",
    "measure": "RA.10",
    "start": "RA.11",
    "due": "RA.11",
}


def may_colour(action: Action, colour: Rag | None, actor: Actor) -> Iterator[Violation]:
    """RA.14: a colour set by hand has a reason and is no claim that has to be earned; the owner sets none."""
    if owns(action, actor) or owned(action, actor):
        sentence = f"{actor.name} owns A-{action.number}; its colour is for others to set."
        yield Violation("WHO-OWN", sentence, _SEGREGATION)
    if colour in EARNED:
        sentence = f"{colour.value} is not set by hand: it says what was shown, or that nobody spoke."
        yield Violation("RA.14", sentence, "the Board's key to colours", "rag")
    if colour is None and action.override is None:
        yield Violation("RA.14", f"The colour of A-{action.number} is the key's own.", "the Board's key to colours")


def may_supersede(action: Action, new: Action) -> Iterator[Violation]:
    """RA.13: by another row of the case that is carried out, which no superseded one is, so that none goes round."""
    number, by = f"A-{action.number}", f"A-{new.number}"
    if new.id == action.id:
        yield Violation("RA.13", f"{number} cannot supersede itself.", _MODEL, "by")
    elif new.case_id != action.case_id:
        yield Violation("RA.13", f"{by} belongs to another case than {number}.", _MODEL, "by")
    elif new.state in GIVEN_UP:
        yield Violation("RA.13", f"{by} is {new.state.label}; name a row that is carried out.", _MODEL, "by")


def may_amend(recommendation: Recommendation, form: RecommendationForm) -> tuple[Violation, ...]:
    """RA.02: what was published stands word for word; a change is another recommendation."""
    changed = [name for name, value in form.said().items() if getattr(recommendation, name) != value]
    if recommendation.locked_on is None or not set(changed) - AFTER_PUBLICATION:
        return ()
    sentence = (
        f"R-{recommendation.number} was published on {shown(recommendation.locked_on)} and its words stand; "
        "make a new recommendation that reiterates it."
    )
    return (Violation("RA.02", sentence, "published response (F15)", "text"),)


def may_reiterate(later: Recommendation, earlier: Recommendation) -> Iterator[Violation]:
    """RA.02: an earlier one, so that none says itself again and no two say each other."""
    if earlier.number >= later.number:
        sentence = f"R-{earlier.number} is not earlier than R-{later.number}."
        yield Violation("RA.02", sentence, "links between recommendations", "earlier")


def many(count: int) -> str:
    """The warning where one review recommends more than is likely to be done; empty where it does not."""
    if count <= MANY:
        return ""
    return f"{count} recommendations in one case: more than {MANY} are seldom carried out. Which matter most?"
