"""The golden thread: from an agency's sentence to an action's evidence, back again, and what hangs loose from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from sscb_tui.bootstrap import open_record
from sscb_tui.domain.decision import Evidence
from sscb_tui.domain.errors import InputError, NotFoundError, RuleError
from sscb_tui.domain.family_contact import FamilyContactForm, NoContact
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.pin import Pin
from sscb_tui.domain.proceeding import Hold, ProceedingForm
from sscb_tui.domain.rules.orphans import Loose
from sscb_tui.domain.terms import Effect, Fact, Origin, Process, ProcessStage
from sscb_tui.domain.thread import Address
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration import review as demonstration
from sscb_tui.services.demonstration.clock import SetClock
from sscb_tui.services.demonstration.story import fill
from sscb_tui.services.minutes import About
from sscb_tui.services.pins import Held
from sscb_tui.services.views import ThreadBranch, ThreadView
from tests.services import reviewed
from tests.services.office import CHAIR, MANAGER, MINUTES, Office
from tests.services.test_after_the_decision import AGAIN
from tests.services.test_main_job import decision as decision_form
from tests.services.threaded import SENTENCE, acted, decided, founded


def thread(office: Office, case_id: str, ref: str) -> ThreadView:
    return office.services.thread.of(office.services.thread.find(case_id, ref), case_id)


def ways(hung: tuple[ThreadBranch, ...], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way through the tree, thing by thing, by name."""
    for each in hung:
        yield (*before, each.thing.name)
        yield from ways(each.branches, (*before, each.thing.name))


def test_a_sentence_leads_to_the_evidence_that_something_was_done(office: Office) -> None:
    case_id = decided(office)
    acted(office, case_id)
    view = thread(office, case_id, SENTENCE)
    assert view.thing.name == "Police G4"
    assert view.thing.words == office.services.pins.passage(case_id, SENTENCE).quote
    joint, decision = "(b)(ii) Working together", "Decision, 20 Nov 2026"
    found = set(ways(view.led_to))
    assert (joint, decision, "R-1", "A-1 Housing, verified", "Evidence, 20 Nov 2026, rung 3") in found
    assert (joint, "The meeting found") in found
    assert any(way[:2] == (joint, decision) and way[-1] == "CK-4" for way in found)
    assert [each.thing.name for each in view.came_from] == ["The return of Police, completed 2 Nov 2026"]


def test_an_actions_evidence_leads_back_to_the_sentence(office: Office) -> None:
    case_id = decided(office)
    action = acted(office, case_id)
    view = office.services.thread.of(Address("actions", action.id, "evidence 1"), case_id)
    assert view.led_to == ()
    back = set(ways(view.came_from))
    way = ("A-1 Housing, verified", "R-1")
    assert (*way, "(b)(ii) Working together", "Police G4") in back  # what the recommendation says it rests on
    advised = next(each for each in back if each[-1].startswith("Recommendation to the Chair"))
    assert advised[:3] == (*way, "Decision, 20 Nov 2026")


def test_each_thing_is_drawn_out_once_and_named_where_it_hangs_again(office: Office) -> None:
    case_id = decided(office)
    acted(office, case_id)

    def hung(branches: tuple[ThreadBranch, ...]) -> Iterator[ThreadBranch]:
        for each in branches:
            yield each
            yield from hung(each.branches)

    seen = [each.thing.at for each in hung(thread(office, case_id, "A-1").came_from) if not each.again]
    assert len(seen) == len(set(seen))
    assert all(not each.branches for each in hung(thread(office, case_id, "A-1").came_from) if each.again)


def test_a_minute_leads_to_the_action_agreed_in_it(office: Office) -> None:
    case_id = office.returned().id
    use = office.services.meetings
    held = use.prepare(MINUTES, case_id)
    line = use.write(MINUTES, held.id, ":a Ring every school")
    assert thread(office, case_id, f"minute {line.number}").led_to == ()
    line = use.write(MINUTES, held.id, ":a Ring every school", about=About(owner="HSG", due="+7"))
    assert [each.thing.name for each in thread(office, case_id, f"minute {line.number}").led_to] == [
        "A-1 Housing, early, not started"
    ]


@pytest.mark.parametrize(
    ("source", "led"), [("Police G4", True), ("Police Z9", False), ("Police chronology 9 Sep", False), ("", False)]
)
def test_a_quotation_in_the_minutes_hangs_on_the_sentence_it_quotes(office: Office, source: str, led: bool) -> None:
    case_id = office.returned().id
    held = office.services.meetings.prepare(MINUTES, case_id)
    words = office.services.pins.passage(case_id, SENTENCE).quote
    line = office.services.meetings.write(MINUTES, held.id, f":q {words}", about=About(source=source))
    assert line.quotes == (SENTENCE if led else "")
    names = [(each.thing.name, each.why) for each in thread(office, case_id, SENTENCE).led_to]
    assert [name.startswith(f"Minute {line.number}, ") and why == "quoted" for name, why in names] == [True] * led
    assert office.services.record.journal.verify() is None


def test_a_return_is_drawn_out_passage_by_passage(office: Office) -> None:
    case_id = decided(office)
    request = next(each for each in office.services.desk.file(case_id).requests if each.agency == "POL")
    view = office.services.thread.of(Address("requests", request.id), case_id)
    assert [each.thing.name for each in view.led_to] == ["Police G4"]


def test_a_pin_stands_for_its_passage_and_one_taken_off_leads_nowhere(office: Office) -> None:
    case = office.returned()
    pin = office.services.pins.pin(MANAGER, case.id, Held(Fact.WORKING_TOGETHER, SENTENCE, "against"))
    view = office.services.thread.of(Address("pins", pin.id), case.id)
    assert view.thing.name == "Police G4"
    assert [(each.thing.name, each.why) for each in view.led_to] == [("(b)(ii) Working together", "pinned, against")]
    office.services.pins.withdraw(MANAGER, pin.id, "It is about another child.")
    assert thread(office, case.id, SENTENCE).led_to == ()


def test_a_thing_of_another_case_is_not_shown_in_this_one(office: Office) -> None:
    case_id = decided(office)
    action, other = acted(office, case_id), office.received()
    with pytest.raises(NotFoundError, match="not held in this case"):
        office.services.thread.of(Address("actions", action.id), other.id)


@pytest.mark.parametrize(
    "ref", ["R-1", "A-1", "F-1", "P-1", "minute 1", "POL F4.Z9", "HSG F4.G4", "decision", "review"]
)
def test_what_is_not_held_is_not_found(office: Office, ref: str) -> None:
    case = office.returned()
    with pytest.raises(NotFoundError):
        office.services.thread.find(case.id, ref)


def test_what_names_nothing_is_bad_input(office: Office) -> None:
    with pytest.raises(InputError, match="names no thing"):
        office.services.thread.find(office.returned().id, "the usual")


def test_a_recommendation_of_the_review_leads_back_to_the_decision_and_one_of_the_meeting_to_its_advice(
    office: Office,
) -> None:
    case_id = decided(office)
    use = office.services.tracker
    names = {}
    for origin in Origin:
        number = use.recommend(MANAGER, case_id, RecommendationForm(text="x", origin=origin)).number
        names[origin] = [each.thing.name for each in thread(office, case_id, f"R-{number}").came_from]
    decision, advice = ["Decision, 20 Nov 2026"], names[Origin.SCOPING]
    assert advice[0].startswith("Recommendation to the Chair, ")
    assert names == {
        Origin.SCR: decision,
        Origin.ALTERNATIVE: decision,
        Origin.SCOPING: advice,
        Origin.AGENCY: [],
        Origin.NATIONAL: [],
    }


def test_nothing_that_is_not_held_can_be_rested_on_and_nothing_is_left_behind(office: Office) -> None:
    case_id = decided(office)
    with pytest.raises(RuleError, match="minute 999"):
        office.services.tracker.recommend(MANAGER, case_id, RecommendationForm(text="x", rests_on=("minute 999",)))
    assert office.services.tracker.recommendations(case_id) == ()


def test_the_whole_demonstration_is_linked_exactly() -> None:
    """Every passage anybody relies on has its link, and `verify`, which makes all links anew, finds none amiss."""
    clock = SetClock(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    services = open_record(None, clock=clock)
    fill(services, clock, clock.moment)
    record = services.record
    for row in services.desk.queue():
        file, links = services.desk.file(row.case_id), record.links.of_case(row.case_id)
        cited = {(each.source.kind, each.source.id, each.source.part) for each in links if each.why == "cites"}
        for decision in file.decisions:
            assert {("decisions", decision.id, limb.fact.value) for limb in decision.limbs if limb.evidence} <= cited
        for finding in file.meeting.findings if file.meeting else ():
            assert file.meeting is not None
            assert ("meetings", file.meeting.id, f"finding {finding.fact.value}") in cited
        assert {pin.id for pin in file.pins} <= {id for _, id, _ in cited}
        for action in file.actions:
            ends = {each.target.kind for each in links if each.source.id == action.id}
            assert ends or action.early
    assert record.journal.verify() is None
    services.close()


def test_two_hundred_pins_on_one_passage_are_one_branch_of_the_tree(office: Office) -> None:
    case = office.returned()
    room = office.services
    words = room.pins.passage(case.id, SENTENCE)
    with room.record.atomic(MANAGER, "pinned"):
        for number in range(200):
            passage = Evidence(source="return", ref=SENTENCE, quote=f"{words.quote} {number}")
            pin = {"id": f"pin-{number}", "case_id": case.id, "fact": list(Fact)[number % 7], "evidence": passage}
            room.record.pins.save(Pin.model_validate({**pin, "pinned_by": "M", "pinned_at": office.clock()}))
    view = thread(office, case.id, "(a)")
    assert len(view.came_from) == 1


# After the decision

ROUND = "Call-outs did not reach schools."


def test_a_finding_leads_to_its_recommendation_and_back_to_the_decision_that_began_the_review(office: Office) -> None:
    case_id = founded(office)
    view = thread(office, case_id, "F-1")
    assert (view.thing.name, view.thing.words) == ("F-1", ROUND)
    assert ("R-2", "A-2 Police, not started") in set(ways(view.led_to))
    back = set(ways(view.came_from))
    assert (
        "The report, received 12 Apr 2027",
        "The review, commissioned 20 Nov 2026",
        "Decision, 20 Nov 2026",
    ) in back
    assert [each.thing.name for each in thread(office, case_id, "R-2").came_from] == ["F-1", "(b)(ii) Working together"]


def test_a_sentence_leads_through_the_review_to_the_action_and_by_no_shorter_way(office: Office) -> None:
    case_id = founded(office)
    found = set(ways(thread(office, case_id, "(b)(ii)").led_to))
    through = ("The review, commissioned 20 Nov 2026", "The report, received 12 Apr 2027", "F-1", "R-2")
    assert ("Decision, 20 Nov 2026", *through, "A-2 Police, not started") in found
    assert not any(way[0] == "R-2" for way in found)
    assert ("Decision, 20 Nov 2026", through[0], "R-1") in found  # it names no finding: the review led to it


def test_the_board_s_answer_hangs_on_what_it_answers(office: Office) -> None:
    case_id = founded(office)
    demonstration.answer_all(office.services, case_id)
    for ref in ("F-1", "R-2"):
        led = {each.thing.name: each.thing.words for each in thread(office, case_id, ref).led_to}
        assert led[f"The Board on {ref}"] == "accepted: The Board agrees and acts on it."


def test_a_review_shows_its_terms_its_reviewer_by_post_and_what_runs_beside_it(office: Office) -> None:
    case_id = reviewed.contracted(office)
    use = office.services
    form = ProceedingForm(
        kind=Process.CRIMINAL,
        lead="Police",
        contact="the officer in the case",
        stage=ProcessStage.UNDER_WAY,
        holds=(Hold(effect=Effect.NO_FAMILY, until="the verdict"),),
        handling="The mother is seen after the verdict.",
        agreed_by="the officer",
        agreed_on=date(2026, 11, 20),
    )
    use.proceedings.add(MANAGER, case_id, form)
    member = use.desk.file(case_id).case.family[0].name
    plan = FamilyContactForm(member=member, called="the mother", method="at home", led_by="the worker")
    contact = use.family_plan.add(MANAGER, case_id, plan)
    limit = NoContact(asked_by="the police", until="the verdict", proceeding="P-1")
    use.family_plan.limit(MANAGER, contact.id, limit)
    view = thread(office, case_id, "review")
    trial = f"P-1 {Process.CRIMINAL.label}, {ProcessStage.UNDER_WAY.label}"
    assert {each.thing.name for each in view.came_from} == {"Decision, 20 Nov 2026", trial}
    assert [each.thing.name for each in view.led_to] == [
        "Terms of reference, version 1, approved 20 Nov 2026",
        "The reviewer, appointed 20 Nov 2026",
    ]
    led = {each.thing.name: each.why for each in thread(office, case_id, "P-1").led_to}
    assert led["Contact with the mother"] == "no contact while it runs"
    reviewer = use.desk.file(case_id).reviewers[0].form.name
    assert reviewer not in str(view)
    assert member not in str(thread(office, case_id, "P-1"))
    assert use.record.journal.verify() is None


def test_news_leads_to_the_new_decision_and_an_addendum_hangs_on_the_one_it_corrects(office: Office) -> None:
    case_id = reviewed.decided(office)
    use = office.services
    use.reopenings.add(CHAIR, case_id, "Line 3 should read September.")
    office.clock.set(date(2026, 12, 3))
    use.reopenings.reopen(CHAIR, case_id, known_on=date(2026, 12, 3), reason="A second clinic has written.")
    view = thread(office, case_id, "decision")
    names = {each.thing.name: each.why for each in view.led_to}
    assert names["Addendum, 20 Nov 2026"] == "corrected"
    assert names["New information, 3 Dec 2026"] == "came before the Chair again"
    case = use.desk.file(case_id).case
    use.decisions.sign(CHAIR, case_id, decision_form(office, case, reasons=AGAIN), case.reference)
    back = set(ways(thread(office, case_id, "decision").came_from))
    assert ("New information, 3 Dec 2026", "Decision, 20 Nov 2026, superseded") in back


@pytest.mark.parametrize("ref", ["F-3", "F-99", "P-1"])
def test_a_recommendation_cannot_rest_on_a_finding_that_nobody_made(office: Office, ref: str) -> None:
    case_id = reviewed.reported(office)
    with pytest.raises(RuleError, match=ref):
        office.services.tracker.recommend(MANAGER, case_id, RecommendationForm(text="x", rests_on=(ref,)))


def test_the_whole_life_of_a_review_is_linked_exactly(office: Office) -> None:
    """Every record of it has its links, each to a thing that can be shown, and `verify` finds none amiss."""
    case_id = reviewed.closed(office)
    record, file = office.services.record, office.services.desk.file(case_id)
    links = record.links.of_case(case_id)
    ends = {(each.source.kind, each.source.part): each.target for each in links}
    review = file.reviews[-1]
    for answer in review.answers:
        assert ends["reviews", f"answer {answer.to}"].kind == ("reviews" if answer.to[0] == "F" else "recommendations")
    assert ends["reviews", "terms 1"] == ends["reviews", ""] == Address("decisions", file.decisions[-1].id)
    assert ends["reports", ""] == Address("reviews", review.id)
    for each in links:
        for end in (each.source, each.target):
            assert office.services.thread.of(end, case_id).thing.name
    assert record.journal.verify() is None


def test_findings_wait_for_a_recommendation_and_recommendations_of_the_review_for_a_finding(office: Office) -> None:
    case_id = founded(office)
    form = RecommendationForm(text="x", origin=Origin.SCR, rests_on=("(a)",))
    office.services.tracker.recommend(MANAGER, case_id, form)
    found = [each for each in loose(office, case_id) if each[0] is not Loose.LEARNING]
    assert found == [(Loose.RECOMMENDATION, "R-1"), (Loose.REVIEWED, "R-3"), (Loose.FINDING, "F-2")]


# What hangs loose


def loose(office: Office, case_id: str) -> list[tuple[Loose, str]]:
    return [(row.loose, row.thing.name) for row in office.services.thread.orphans(case_id)]


def test_a_thread_that_runs_whole_has_nothing_loose_but_learning(office: Office) -> None:
    case_id = decided(office)
    acted(office, case_id)
    assert [each for each in loose(office, case_id) if not each[0].information] == []


def test_learning_hangs_loose_until_an_action_rests_on_it(office: Office) -> None:
    case = office.returned()
    learned = [name for kind, name in loose(office, case.id) if kind is Loose.LEARNING]
    form = ActionForm(
        agency="POL", owner="Inspector", action="x", outcome="y", due=date(2027, 1, 15), early=True, rests_on=()
    )
    for name in learned:
        agency = next(each.code for each in people.BOARD.agencies if name == f"{each.brief} J1")
        office.services.tracker.act(MANAGER, case.id, form.but(rests_on=(f"{agency} F4.J1",)))
    assert loose(office, case.id) == []


def test_orphans_of_every_case_are_listed_together(office: Office) -> None:
    first, second = office.returned(), office.received()
    for case in (first, second):
        office.services.tracker.recommend(MANAGER, case.id, RecommendationForm(text="x"))
    rows = [row for row in office.services.thread.orphans() if row.loose is Loose.RECOMMENDATION]
    assert [row.reference for row in rows] == [first.reference, second.reference]
