"""A Board that does anything in any order, and what holds all the same: no way through a case that the law forbids.

Cases are received; the ordinary way takes them on by a few stages; days pass; and anybody at all tries any door of the
services, or signs any decision. After every step the invariants are asked of the record itself.

To extend it: a new service method is tried as soon as it is entered in `doors.DOORS`; a new stage is lived through once
its usual deed is in `life.NEXT`; what must then hold is one more method under `@invariant()`, as for publication.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.lists import RecordLists, open_session
from db.record import Record
from exports.papers import MarkdownPapers
from exports.progress import MarkdownProgress
from exports.sheets import SpreadsheetFiles
from exports.template import MarkdownTemplates
from sscb_tui.bootstrap import new_id
from sscb_tui.domain.base import DecisionId, DutyId
from sscb_tui.domain.case import Case, ReferralForm, Signature
from sscb_tui.domain.criteria import Facts
from sscb_tui.domain.decision import Advice, Decision, facts_of
from sscb_tui.domain.duty import Duty
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.people import Actor
from sscb_tui.domain.terms import (
    AbuseOrNeglect,
    Decided,
    DiscussionOutcome,
    Outcome,
    Result,
    Role,
    Stage,
    WorkingTogether,
    YesNo,
)
from sscb_tui.domain.workflow import DECIDED
from sscb_tui.mappings import Mappings
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people, referrals
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.room import Room
from sscb_tui.services.writers import Writers
from tests.services.doors import DOORS
from tests.services.life import NEXT, decided, decides, found
from tests.services.office import CHAIR, LIIP, MANAGER, Office

REFERRED = (referrals.child_j, referrals.child_k, referrals.child_l, referrals.child_m, referrals.child_n)
MOST = 2
"""Cases at a time: enough for one to be mistaken for another."""
DEPUTY = Actor(name="V. Deputy", role=Role.MEMBER, authority="Board minute 14")
TWO_POSTS = Actor(name=LIIP.name, role=Role.CHAIR)
"""One person in both posts, who in a case can hold only one of them."""
SOMEBODY = (
    *(Actor(name=f"S. {role.label}", role=role, agency="HSG") for role in Role if role is not Role.SYSTEM),
    *(person.actor() for person in people.BOARD.people),
    *(DEPUTY, TWO_POSTS),
)
BEFORE_THE_DECISION = {
    Stage.RECEIVED,
    Stage.JURISDICTION_QUERY,
    Stage.INITIAL_DISCUSSION,
    Stage.SCOPING_REQUESTED,
    Stage.RETURNS_COMPLETE,
    Stage.SCOPING_MEETING,
    Stage.RECOMMENDATION_DRAFT,
    Stage.WITH_CHAIR,
    Stage.FURTHER_INFORMATION,
}
BEFORE_THE_CHAIR = (Stage.WITH_CHAIR, Stage.PANEL_SCRUTINY)
NO_SCR = {Decided.ALTERNATIVE, Decided.NO_REVIEW}
answers = st.builds(
    Facts,
    age_under_18=st.sampled_from((YesNo.YES, *YesNo)),
    normally_resident=st.sampled_from((YesNo.YES, *YesNo)),
    abuse_or_neglect=st.sampled_from(AbuseOrNeglect),
    outcome=st.sampled_from(Outcome),
    always_list=st.sampled_from(YesNo),
    serious_harm=st.sampled_from(YesNo),
    working_together=st.sampled_from(WorkingTogether),
)
which, far = st.integers(0, MOST - 1), st.sampled_from(range(15))
ways = st.lists(st.sampled_from(range(12)), min_size=2, max_size=5)
Tell = Callable[[datetime], ReferralForm]
NOTHING_THERE = (AssertionError, IndexError, StopIteration)
"""How a door's call says that there is no meeting, no request or no line yet to try it on."""


def is_chairs(signature: Signature) -> bool:
    """The Chair's own hand, or a deputy's whose authority is on record."""
    return signature.post == Role.CHAIR.label or bool(signature.authority.strip())


def must_be_held(facts: Facts) -> bool:
    """The regulation and the list once more, in as few words as they have: no unknown is read as a yes."""
    ours = facts.age_under_18 is YesNo.YES and facts.normally_resident is YesNo.YES
    dead = facts.outcome is Outcome.DIED
    harmed = facts.serious_harm is YesNo.YES and facts.working_together is not WorkingTogether.DEFINITIVELY_NONE
    abused = facts.abuse_or_neglect in (AbuseOrNeglect.KNOWN, AbuseOrNeglect.SUSPECTED)
    return ours and ((abused and (dead or harmed)) or (dead and facts.always_list is YesNo.YES))


@dataclass(frozen=True)
class Standing:
    """One case as the record holds it after a step."""

    case: Case
    decisions: tuple[Decision, ...]
    advice: tuple[Advice, ...]
    clocks: tuple[Duty, ...]

    @property
    def final(self) -> tuple[Decision, ...]:
        """The decisions that are more than a question to others."""
        return tuple(each for each in self.decisions if each.outcome is not Decided.DEFER)

    @property
    def undecided(self) -> bool:
        """Whether it is still on its way to the Chair, or before the Chair."""
        return self.case.stage in BEFORE_THE_DECISION


class WholeLife(RuleBasedStateMachine):
    """A Board with up to three cases, and everybody at its doors."""

    @initialize(told=st.sampled_from(REFERRED), stages=far, ways=ways)
    def a_referral_has_come_and_gone_some_way(self, told: Tell, stages: int, ways: list[int]) -> None:
        """The Board's people are known, and one case stands anywhere between its receipt and a second decision."""
        self.clock = SetClock(datetime(2026, 11, 2, 9, 0, tzinfo=UTC))
        self.session = open_session(None, clock=self.clock)
        room = Room(RecordLists(self.session), lambda: Record(self.session), self.clock, new_id)
        writers = Writers(MarkdownPapers, MarkdownTemplates, SpreadsheetFiles, MarkdownProgress)
        services = Services(room, writers, Mappings())
        services.board.save(MANAGER, people.BOARD)
        self.office = Office(services, self.clock)
        self.read = 0
        self.signed: dict[DecisionId, str] = {}
        self.due: dict[DutyId, date] = {}
        self.office.services.referrals.receive(MANAGER, told(self.clock()))
        self.the_case_goes_on(0, stages, ways)

    def teardown(self) -> None:
        """The journal still proves every record."""
        if hasattr(self, "office"):
            assert self.office.services.record.journal.verify() is None
            self.office.services.close()

    @property
    def cases(self) -> tuple[Standing, ...]:
        """Every case as it stands, read anew when anything was written."""
        if self.read != self.written():
            self.read, record = self.written(), self.office.services.record
            self.standing = tuple(
                Standing(
                    case,
                    tuple(record.decisions.of_case(case.id)),
                    tuple(record.advice.of_case(case.id)),
                    tuple(record.duties.of_case(case.id)),
                )
                for case in record.cases.all()
            )
        return self.standing

    def case(self, at: int) -> Case:
        """One of them."""
        return self.cases[at % len(self.cases)].case

    def written(self) -> int:
        """How many changes the journal holds."""
        row = self.session.row("SELECT max(seq) FROM journal")
        return int((row and row[0]) or 0)

    def refused(self, deed: Callable[[], object], *, one: bool = True) -> bool:
        """Try it: one deed is either done, or nothing at all is written; of several, the first may have been done."""
        before = self.written()
        try:
            deed()
        except (SscbError, *NOTHING_THERE):
            assert self.written() == before or not one, "a refusal left something behind"
            return True
        return False

    # What happens

    @precondition(lambda self: len(self.cases) < MOST)
    @rule(told=st.sampled_from(REFERRED))
    def another_referral_comes(self, told: Tell) -> None:
        """Somebody rings."""
        self.office.services.referrals.receive(MANAGER, told(self.clock()))

    @rule(at=which, stages=far, ways=ways)
    def the_case_goes_on(self, at: int, stages: int, ways: list[int]) -> None:
        """Those whose part it is take the ordinary way, as far as the rules let them, or to a decision."""
        self.gone(at, stages, ways, DECIDED if ways[0] % 4 == 0 else ())

    def gone(self, at: int, stages: int, ways: list[int], until: Collection[Stage]) -> None:
        """So many stages on, or to one of those; each step in one of the ways in turn."""
        for step, way in zip(range(stages), cycle(ways), strict=False):
            case = self.case(at)
            usual = None if step and case.stage in until else NEXT.get(case.stage)
            self.clock.moment += timedelta(minutes=10)
            if usual is None or self.refused(partial(usual, self.office, case, way), one=False):
                return

    @rule(days=st.integers(1, 20))
    def days_pass(self, days: int) -> None:
        """Nobody does anything."""
        self.clock.moment += timedelta(days=days)

    @rule(who=st.sampled_from(SOMEBODY), door=st.sampled_from(sorted(DOORS)), at=which)
    def somebody_tries_a_door(self, who: Actor, door: str, at: int) -> None:
        """Anybody does anything, whether or not it is theirs or its time."""
        case = self.case(at)
        if door == "Referrals.receive" and len(self.cases) >= MOST:
            return
        self.refused(lambda: DOORS[door].call(self.office, who, case.id))

    @rule(
        who=st.sampled_from((CHAIR, DEPUTY, TWO_POSTS)) | st.sampled_from(SOMEBODY),
        facts=answers,
        outcome=st.sampled_from(Decided),
        at=which,
    )
    def somebody_decides(self, who: Actor, facts: Facts, outcome: Decided, at: int) -> None:
        """Anybody signs anything."""
        case = self.case(at)
        form = decided(self.office, case, found(facts), outcome)
        self.refused(lambda: self.office.services.decisions.sign(who, case.id, form, case.reference))

    @rule(who=st.sampled_from((TWO_POSTS, DEPUTY)), at=which, ways=ways)
    def somebody_takes_the_chairs_place(self, who: Actor, at: int, ways: list[int]) -> None:
        """The case comes before the Chair, and there is nothing wrong with the decision but, perhaps, the hand."""
        self.gone(at, 14, ways, BEFORE_THE_CHAIR)
        self.refused(partial(decides, self.office, self.case(at), ways[0], who))

    # What holds

    @invariant()
    def no_received_referral_ends_without_the_chairs_record(self) -> None:
        """Not by withdrawal, not by agreement, not by a meeting that does not take place."""
        for each in self.cases:
            taken = each.case.transfer
            assert each.undecided or each.final or (taken is not None and is_chairs(taken.agreed)), each.case.stage

    @invariant()
    def nobody_but_the_chair_or_a_recorded_deputy_decides(self) -> None:
        """And never the one who agreed or recommended as LIIP Chair."""
        journal = self.office.services.record.journal
        for each in self.cases:
            agreed = each.case.discussion and each.case.discussion.agreed_by_liip_chair
            recommending = {hand.name for hand in (agreed, *(advice.submitted for advice in each.advice)) if hand}
            for hand, id in ((decision.signature, decision.id) for decision in each.decisions):
                assert is_chairs(hand)
                assert hand.name not in recommending
                assert [entry.actor.startswith(f"{hand.name}, ") for entry in journal.of("decisions", id)] == [True]

    @invariant()
    def what_must_be_reviewed_is_decided_no_other_way(self) -> None:
        """And what is not yet known is no reason for a no."""
        for decision in (each for standing in self.cases for each in standing.decisions):
            assert decision.outcome in decision.assessment.allowed
            if must_be_held(facts_of(decision.limbs)) or decision.assessment.result is Result.UNDETERMINED:
                assert decision.outcome not in NO_SCR

    @invariant()
    def a_signed_decision_never_changes_and_never_goes(self) -> None:
        """Word for word what was signed."""
        now = {each.id: each.canonical() for standing in self.cases for each in standing.decisions}
        assert {id: now.get(id) for id in self.signed} == self.signed
        self.signed = now

    @invariant()
    def a_new_decision_supersedes_the_last_and_keeps_it(self) -> None:
        """What is only a question to others is superseded by nothing."""
        for each in self.cases:
            last = None
            for decision in each.decisions:
                assert decision.supersedes == last
                last = last if decision.outcome is Decided.DEFER else decision.id

    @invariant()
    def nothing_comes_before_the_chair_of_itself(self) -> None:
        """A meeting has recommended, or both Chairs agreed to do without one."""
        for each in self.cases:
            said = each.case.discussion
            if each.case.stage is not Stage.WITH_CHAIR or each.advice:
                continue
            assert said is not None
            assert said.outcome in (DiscussionOutcome.STRAIGHT_TO_CHAIR, DiscussionOutcome.NO_SCOPING)
            hands = {hand.name for hand in (said.agreed_by_chair, said.agreed_by_liip_chair) if hand}
            assert len(hands) == 2

    @invariant()
    def the_decision_clock_runs_until_a_decision(self) -> None:
        """Neither a query, nor a question of the Chair's, nor anybody's hand stops it; deciding anew starts it anew."""
        for each in self.cases:
            decision_clock = [clock for clock in each.clocks if clock.clock == "CK-2"]
            running = [clock for clock in decision_clock if clock.done_at is None and not clock.not_needed]
            assert len(running) == (1 if each.undecided else 0), each.case.stage
            assert len(decision_clock) <= 1 + len(each.final)

    @invariant()
    def no_clock_is_put_back(self) -> None:
        """A date once due stays due, for nothing here corrects the day it is counted from."""
        now = {clock.id: clock.due for each in self.cases for clock in each.clocks}
        assert {id: now.get(id) for id in self.due} == self.due
        self.due = now

    @invariant()
    def nothing_is_published_without_its_gate(self) -> None:
        """The text names nobody, the response is written and agreed, the family was told, the panel has its copy."""
        for each in self.cases:
            file = self.office.services.desk.file(each.case.id)
            for review in file.reviews:
                if review.publication is None:
                    continue
                assert is_chairs(review.publication.signed)
                assert review.response is not None
                assert review.agreed is not None
                assert file.family_contacts or not file.case.family
                assert not any(names_of(file).found(report.text) for report in file.reports)
                assert all(clock.done_at for clock in each.clocks if clock.clock == "CK-6" and not clock.not_needed)
            assert each.case.stage is not Stage.PUBLISHED or any(review.publication for review in file.reviews)


TestWholeLife = WholeLife.TestCase
TestWholeLife.settings = settings(
    max_examples=50,
    stateful_step_count=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
