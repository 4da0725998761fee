"""The tracker in the hands of everybody, in any order: what slips stays seen, and nobody judges their own work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.action import Action
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.forms import TransferForm
from sscb_tui.domain.people import Actor
from sscb_tui.domain.permissions import Thing, same_person
from sscb_tui.domain.rules.progress import BY_SOMEBODY_ELSE
from sscb_tui.domain.terms import ActionState, Rag, Role, Shown
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.services.doors import DOORS
from tests.services.doors_of_the_tracker import ACTION, MINUTE, PROOF, SHARE, TEST
from tests.services.office import LIIP, MANAGER, MINUTES, OWNER, Office

BOARD = people.FULL_BOARD.actor()
WHO = st.sampled_from((MANAGER, LIIP, LIIP, BOARD, MINUTES, OWNER, Actor(name="P. Other", role=Role.LIIP_CHAIR)))
JUDGES = st.sampled_from((LIIP, BOARD, Actor(name="P. Other", role=Role.LIIP_CHAIR)))
NAMES = st.sampled_from(("H. Owner", "L. Lead", " l.  LEAD", "F. Board", "P. Other", ""))
DOORS_OF_THE_TRACKER = sorted(name for name, door in DOORS.items() if door.thing is Thing.TRACKER)
NOTHING_THERE = (AssertionError, IndexError, StopIteration)
which = st.integers(0, 3)
MOST = 6
"""Actions at a time: enough for one to take another's place."""


class LifeOfTheTracker(RuleBasedStateMachine):
    """A case with a few actions of different owners, and everybody at its doors."""

    @initialize(owners=st.lists(NAMES, min_size=2, max_size=4))
    def actions_are_agreed(self, owners: list[str]) -> None:
        """Under a recommendation or early; for each whoever it happens to be."""
        clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
        services = open_record(None, clock=clock)
        services.board.save(MANAGER, people.BOARD)
        self.office = Office(services, clock)
        self.case_id = self.office.received().id
        services.tracker.recommend(MANAGER, self.case_id, SHARE)
        for number, owner in enumerate(owners):
            form = ACTION.but(owner_name=owner, action=f"Step {number}.", early=number > 0)
            services.tracker.act(MANAGER, self.case_id, form.but(recommendation_number=None if number else 1))
        self.first: dict[str, date] = {}
        self.said: dict[str, int] = {}
        self.barred: dict[str, set[str]] = {}
        self.judged: set[tuple[str, str]] = set()

    def teardown(self) -> None:
        """The journal still proves every record."""
        if hasattr(self, "office"):
            assert self.office.services.record.journal.verify() is None
            self.office.services.close()

    @property
    def actions(self) -> tuple[Action, ...]:
        """Every action whole."""
        return tuple(self.office.services.record.actions.of_case(self.case_id))

    def at(self, which: int) -> Action:
        """One of them."""
        return self.actions[which % len(self.actions)]

    def tried(self, deed: Callable[[], object]) -> None:
        """Done, or refused and nothing written."""
        self.office.clock.moment += timedelta(minutes=1)
        before = [each.version for each in self.actions]
        try:
            deed()
        except (SscbError, *NOTHING_THERE):
            assert [each.version for each in self.actions] == before

    @rule(who=WHO, which=which, state=st.sampled_from((None, *ActionState)))
    def somebody_updates(self, who: Actor, which: int, state: ActionState | None) -> None:
        """With a state, or only a word."""
        self.tried(lambda: self.office.services.progress.update(who, self.at(which).id, state, "So it is."))

    @rule(who=WHO, state=st.sampled_from((None, *ActionState)))
    def somebody_updates_all(self, who: Actor, state: ActionState | None) -> None:
        """One word for many."""
        ids = [each.id for each in self.actions]
        self.tried(lambda: self.office.services.progress.update_all(who, ids, state, "So they are."))

    @rule(which=which, says=WHO, proves=WHO)
    def somebody_says_it_done_and_proves_it(self, which: int, says: Actor, proves: Actor) -> None:
        """The ordinary way, up to what only another may say."""
        use, id, today = self.office.services.progress, self.at(which).id, self.office.clock().date()
        for state in (ActionState.IN_PROGRESS, ActionState.DONE_UNVERIFIED):
            self.tried(lambda: use.update(says, id, state, "In use."))  # noqa: B023
        self.tried(lambda: use.evidence(proves, id, PROOF.but(on=today)))

    @rule(which=which, to=NAMES, says=WHO, judges=JUDGES)
    def it_goes_round(self, which: int, to: str, says: Actor, judges: Actor) -> None:
        """Given away, said to be done, proved, and judged: by anybody whom the rules let."""
        if to:
            self.somebody_gives_it_away(which, MANAGER, to)
        self.somebody_says_it_done_and_proves_it(which, says, MANAGER)
        self.somebody_judges(which, judges)

    @rule(which=which, who=WHO)
    def somebody_judges(self, which: int, who: Actor) -> None:
        """Verified, embedded, closed: as far as they come."""
        use, id = self.office.services.progress, self.at(which).id
        self.tried(lambda: use.verify(who, id, "Read it."))
        self.tried(lambda: use.embed(who, id, "Changed."))
        self.tried(lambda: use.close(who, id, "Done with.", MINUTE if which else ""))

    @rule(which=which, who=WHO, shown=st.sampled_from(Shown))
    def somebody_tests(self, which: int, who: Actor, shown: Shown) -> None:
        """What held, and what did not."""
        form = TEST.but(on=self.office.clock().date(), shown=shown)
        self.tried(lambda: self.office.services.progress.impact(who, self.at(which).id, form))

    @rule(which=which, who=WHO, to=NAMES)
    def somebody_gives_it_away(self, which: int, who: Actor, to: str) -> None:
        """To anybody, and perhaps to who verified it."""
        form = TransferForm(agency="POL", owner="Superintendent", owner_name=to, reason="Reorganised.")
        self.tried(lambda: self.office.services.amendments.transfer(who, self.at(which).id, form))

    @rule(which=which, who=WHO, days=st.integers(-20, 90), by=NAMES)
    def somebody_moves_the_date(self, which: int, who: Actor, days: int, by: str) -> None:
        """Forth and back."""
        due = self.office.clock().date() + timedelta(days=days)
        use = self.office.services.amendments
        self.tried(lambda: use.move_date(who, self.at(which).id, due, "Moved.", by, past=days % 2 == 0))

    @rule(which=which, who=WHO, by=which)
    def somebody_gives_it_up(self, which: int, who: Actor, by: int) -> None:
        """Or puts another in its place."""
        use, id = self.office.services.progress, self.at(which).id
        if by:
            self.tried(lambda: use.supersede(who, id, self.at(by).number, "One step."))
        else:
            self.tried(lambda: use.withdraw(who, id, "Ended.", MINUTE))

    @rule(which=which, who=WHO, colour=st.sampled_from((None, *Rag)))
    def somebody_colours_it(self, which: int, who: Actor, colour: Rag | None) -> None:
        """By hand."""
        use = self.office.services.amendments
        self.tried(lambda: use.override(who, self.at(which).id, colour, "As we see it."))

    @rule(who=WHO)
    def somebody_takes_back(self, who: Actor) -> None:
        """What they did last."""
        self.tried(lambda: self.office.services.progress.undo(who))

    @rule(who=WHO, door=st.sampled_from(DOORS_OF_THE_TRACKER))
    def somebody_tries_a_door(self, who: Actor, door: str) -> None:
        """Any door, also those that are added later."""
        if len(self.actions) < MOST:
            self.tried(lambda: DOORS[door].call(self.office, who, self.case_id))

    @rule(days=st.integers(1, 120))
    def days_pass(self, days: int) -> None:
        """Nobody does anything."""
        self.office.clock.moment += timedelta(days=days)

    # What holds

    @invariant()
    def a_first_date_never_changes(self) -> None:
        """Not by moving, not by taking back."""
        for each in self.actions:
            if each.first_due is not None:
                assert self.first.setdefault(each.id, each.first_due) == each.first_due

    @invariant()
    def updates_only_grow(self) -> None:
        """What was said stays, be it taken back."""
        for each in self.actions:
            assert len(each.updates) >= self.said.get(each.id, 0)
            self.said[each.id] = len(each.updates)

    @invariant()
    def nobody_judges_their_own_work(self) -> None:
        """Not who owns it or owned it, not who said it done; judged by the words in force, at the moment they came."""
        for each in self.actions:
            names = {each.owner, each.owner_name, *(name for gone in each.transfers for name in _had(gone))}
            mine = names | {word.by for word in each.said_done}
            if each.state in BY_SOMEBODY_ELSE:
                by = [each.verified_by, *(w.by for w in each.spoken if w.state is each.state and w.note in JUDGING)]
                assert each.verified_by, each.number
                assert not any(same_person(one, name) for one in by for name in mine if name.strip()), each.number

    @invariant()
    def what_is_verified_rests_on_more_than_a_word(self) -> None:
        """And what is embedded on people reached, and a test."""
        for each in self.actions:
            if each.state in BY_SOMEBODY_ELSE:
                assert each.rung > 1
            if each.state is ActionState.EMBEDDED:
                assert each.rung > 2
                assert any(test.shown is Shown.HELD for test in each.impacts)
            if each.state is ActionState.CLOSED:
                assert each.impacts or each.board_minute

    @invariant()
    def what_took_its_place_is_held_and_never_itself(self) -> None:
        """Following it comes to an end."""
        held = {each.id: each for each in self.actions}
        for each in held.values():
            seen, at = {each.id}, each.superseded_by
            assert (at is not None) is (each.state is ActionState.SUPERSEDED)
            while at is not None:
                assert at not in seen
                seen.add(at)
                at = held[at].superseded_by


JUDGING = ("Read it.", "Changed.", "Done with.")


def _had(gone: object) -> tuple[str, ...]:
    return tuple(str(getattr(gone, name)) for name in ("owner_was", "owner_name_was"))


TestLifeOfTheTracker = LifeOfTheTracker.TestCase
TestLifeOfTheTracker.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
