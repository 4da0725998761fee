"""What was done to one action, as deeds that lives are put together from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.action import ActionEvidence, ImpactForm
from sscb_tui.domain.forms import TransferForm
from sscb_tui.domain.terms import ActionState, Confidence, Rag, Shown
from sscb_tui.domain.working_days import add_months, add_working_days
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.year import posts

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

MANAGER, LIIP, FULL_BOARD = people.MANAGER.actor(), people.LIIP.actor(), people.FULL_BOARD.actor()


@dataclass(frozen=True, slots=True)
class Row:
    """One action of the year: who has it, what it is about, and where among the others it stands."""

    action_id: str
    number: int
    agency: str
    matter: str
    owner: Actor


Deed = Callable[["Services", Row], object]
"""Something done to an action on the day that the clock says."""

BEGUN = (
    "Agreed with two teams; the third answers next week.",
    "A first version is in use in one team.",
    "The group has met once and knows what it will do.",
    "Slower than hoped: the post is vacant until the summer.",
    "Half of the teams have it; the others follow by the date.",
    "Tried with three families; the words are being changed.",
)
DONE = (
    "In use in every team since the first of the month.",
    "Done as agreed; the paper is on file.",
    "All teams have it, and it is in the induction of new staff.",
)
PROOF = {
    1: ("statement", "The manager says that it is in use."),
    2: ("document", "The paper as issued, with its date."),
    3: ("attendance list", "Signed lists of the four sessions."),
    4: ("survey", "Twenty people were asked six weeks later; sixteen could say what they do differently."),
    5: ("dip sample", "Twenty records read: it is there in eighteen."),
    6: ("families asked", "Ten families were asked; eight had noticed a difference."),
    7: ("figures", "Lower in three quarters running, and still lower."),
}
HELD = "It is still done: nineteen records of twenty, and staff say why."
FELL_BACK = "It has gone back: six records of twenty. Two teams had never been told."
IN_PART = "It is done in two teams of three; the third has been reorganised."


def said(state: ActionState, note: str = "") -> Deed:
    """The owner says how far it has come; every fourth time the Business Manager writes it down for them."""

    def deed(services: Services, row: Row) -> object:
        words = note or (DONE if state is ActionState.DONE_UNVERIFIED else BEGUN)[row.number % 3]
        by = posts.DEPUTY.actor() if row.number % 4 == 0 else row.owner
        return services.progress.update(by, row.action_id, state, words)

    return deed


def proved(rung: int) -> Deed:
    """Evidence is put on record, on that rung of the ladder."""

    def deed(services: Services, row: Row) -> object:
        kind, note = PROOF[rung]
        reached = {"reached": 61, "intended": 80} if rung == 3 else {}
        item = ActionEvidence(
            on=services.desk.today(),
            kind=kind,
            note=note,
            rung=rung,
            by=row.owner.name,
            where="agency's file",
            **reached,
        )
        return services.progress.evidence(row.owner, row.action_id, item)

    return deed


def verified(services: Services, row: Row) -> object:
    """The sub-committee's chair has seen for herself."""
    return services.progress.verify(LIIP, row.action_id, "Read five of the records myself.")


def retested(shown: Shown, *, again: int = 0) -> Deed:
    """The effect is tested; a test may name the month of the next."""

    def deed(services: Services, row: Row) -> object:
        claim = {Shown.HELD: HELD, Shown.PARTLY: IN_PART, Shown.NOT_SHOWN: FELL_BACK}[shown]
        on = services.desk.today()
        form = ImpactForm(
            on=on,
            claim=claim,
            source="audit of the sub-committee",
            sample="20 records from 3 teams",
            counter="" if shown is Shown.HELD else "The two teams have new managers, who have now been told.",
            confidence=Confidence.HIGH if row.number % 2 else Confidence.MEDIUM,
            shown=shown,
            next_test=add_months(on, again) if again else None,
        )
        return services.progress.impact(LIIP, row.action_id, form)

    return deed


def embedded(services: Services, row: Row) -> object:
    """It has become the usual way."""
    return services.progress.embed(LIIP, row.action_id, "The usual way now; new staff know no other.")


def closed(services: Services, row: Row) -> object:
    """The Board closes it on its impact."""
    return services.progress.close(FULL_BOARD, row.action_id, "Held at the test; nothing left to do.")


def closed_on_a_minute(services: Services, row: Row) -> object:
    """The Board closes what cannot be shown, and says why in its minutes."""
    why = "The service has been abolished; nothing can be tested any more."
    return services.progress.close(FULL_BOARD, row.action_id, why, "Board, item 7.3")


def moved(days: int, reason: str) -> Deed:
    """The date is moved, with the reason and who approved it."""

    def deed(services: Services, row: Row) -> object:
        today = services.desk.today()
        due = services.tracker.action(row.action_id).due or today
        later = working_day(max(due, today) + timedelta(days=days))
        return services.amendments.move_date(MANAGER, row.action_id, later, reason, people.LIIP.name)

    return deed


def withdrawn(services: Services, row: Row) -> object:
    """The Board takes it back."""
    why = "Another Board's tool does the same and is used instead."
    return services.progress.withdraw(LIIP, row.action_id, why, "Board, item 5.2")


def superseded(services: Services, row: Row) -> object:
    """The next action of the tracker does it better."""
    return services.progress.supersede(LIIP, row.action_id, row.number + 1, f"A-{row.number + 1} does both.")


def handed_over(services: Services, row: Row) -> object:
    """Another agency has taken the service over, and the action with it."""
    now = posts.owner("STFT", 1)
    form = TransferForm(
        agency="STFT", owner=now.post, owner_name=now.name, reason="The service moved to the trust in April."
    )
    return services.amendments.transfer(MANAGER, row.action_id, form)


def coloured(services: Services, row: Row) -> object:
    """The sub-committee sees it worse than the key does."""
    why = "The key says amber; the agency has told us that it will not be done."
    return services.amendments.override(LIIP, row.action_id, Rag.RED, why)


def working_day(day: date) -> date:
    """The day, or the next on which anybody works."""
    return add_working_days(day - timedelta(days=1), 1)
