"""A Serious Case Review from the Chair's decision to its publication, with nothing but keys."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from sscb_tui.domain.terms import Decided, DutyState, Stage
from sscb_tui.services.backend import Backend
from sscb_tui.services.container import Services
from sscb_tui.services.demonstration import people
from sscb_tui.services.demonstration.clock import SetClock
from tests.appendix.cases import UNHOUSED
from tests.ui.before_the_chair import choose, sign, to_the_chair
from tests.ui.court import case_of
from tests.ui.decided import CHILD, NUMBER, just_decided
from tests.ui.keyboard import Answers, Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]
MANAGER, CHAIR, BOARD, PANEL = "B. Manager", "C. Chair", "F. Board", "R. Panel"
LEAD = people.LIIP.name
REPORT = "Nobody told the establishment what the clinic knew.\n"

TERMS: dict[str, Answers] = {
    "What it is about": {
        "Subjects": CHILD,
        "Key is held": "with the Business Manager",
        "Purpose": "To learn, not to blame.",
        "Period from": "1 Mar 2025",
        "Period to": "22 Nov 2026",
        "Why this period": "From the sentence to the death.",
    },
    "How": {
        "Lines of enquiry": "What was known?",
        "Breadth and depth": "Eighteen months in depth.",
        "Method": "Welsh model",
        "Early learning": "The panel's chair writes at once.",
    },
    "Agencies and panel": {
        "Review panel": [{"Name": "R. Panel", "Post": "Head of safeguarding"}],
    },
    "People and law": {
        "Practitioners": "Two events.",
        "Family": "The mother is visited.",
        "Proceedings": "The ombudsman leads.",
        "Legal": "None.",
        "Diversity": "Asked about.",
    },
    "Timetable and governance": {
        "Milestones": [{"Milestone": "Report to the Board", "By": "1 Mar 2027"}],
        "Publication": "In full.",
        "Governance": "The Board signs off.",
    },
}
ABOUT_WINDOWS: Answers = {
    **TERMS["What it is about"],
    "Subjects": UNHOUSED.pseudonym,
    "Period to": "14 Nov 2026",
    "Why this period": "From the first letter to the fall.",
}
REVIEWER: Answers = {
    "Name": "I. Dependent",
    "Contact": "secure mailbox",
    "No tie at all": True,
    "Experience": "Nine reviews.",
    "DBS check": "1 Jun 2026",
    "Found by": "from a framework",
    "Why so": "Two were free.",
}
CONTRACT: Answers = {
    "Deliverables": "A report.",
    "Last delivery": "1 Mar 2027",
    "Days": "25",
    "Fee, pounds": "15000",
    "Data": "encrypted",
    "Papers afterwards": "destroyed",
    "Indemnity": "two million",
    "Rights": "the Board's",
}
RESPONSE: Answers = {
    "Done already": [{"On": "20 Feb 2027", "Agency": "YOS", "What was done": "One summary travels along."}],
    "Difference made": [{"Difference": "Nine of ten arrive with it.", "What shows it": "a check"}],
    "Still to do": [{"What": "Weekends too.", "Who": "Youth offending", "By": "1 Sep 2027"}],
    "Chair's statement": "We are sorry.",
    "How we will check": "Every quarter.",
    "Practice now": "In use.",
}
ACTION: Answers = {
    "Agency": "HSG",
    "Owner's post": people.OWNER.post,
    "Owner's name": people.OWNER.name,
    "Action": "Read the post each day.",
    "Outcome for children": "No child falls from a window that was written of.",
    "Due": "15 Jan 2027",
}
PLAN: Answers = {
    "Planned for": "15 Mar 2027",
    "Orders checked": "LEGAL/7",
    "Second reader": "a lay member elsewhere",
    "What they found": "Nothing.",
    "Staff support": "Briefed the day before.",
    "Media plan": "One statement.",
}


async def to(at: Typist, part: str) -> None:
    """The cursor on a part of the review."""
    await at.press("left", "home")
    for _ in range(10):
        if any(line.lstrip("│ ").startswith("▸") and part in line.split("││")[0] for line in at.seen().splitlines()):
            return
        await at.press("down")
    raise AssertionError(f"no part {part}:\n{at.seen()}")


async def menu(at: Typist, words: str) -> None:
    """Everything that can be done here, and one of it."""
    await at.press("x")
    await at.sees("Enter chooses")
    await at.choose(words)


async def menu_tell(at: Typist, words: str, answers: Answers) -> None:
    """The same, for a deed that asks."""
    await at.press("x")
    await at.sees("Enter chooses")
    options = at.screen.focused
    for _ in range(10):
        highlighted = getattr(options, "highlighted", 0) or 0
        if words in str(options.get_option_at_index(highlighted).prompt):  # type: ignore[union-attr]
            break
        await at.press("down")
    await at.tell("enter", answers)


async def commission(at: Typist) -> None:
    """T20: the decision is carried out."""
    await at.press("V")
    await at.sees("commission the review", "no review commissioned")
    await at.press("full_stop", "y")
    await prepare(at, TERMS)


async def prepare(at: Typist, terms: dict[str, Answers]) -> None:
    """The terms are written and approved, the reviewer appointed (T26), and the review begins."""
    await at.sees("begin the review", "2 in the way")
    await to(at, "Terms of reference")
    await at.press("n")
    await at.sees("Key is held")
    await at.fill(terms)
    await at.press("ctrl+r")
    await at.sees("v1 draft")
    await at.act_as(CHAIR)
    await to(at, "Terms of reference")
    await menu(at, "Approve the draft")
    await at.press("y")
    await at.sees("v1 approved", "23 Nov 2026, C. Chair")
    await at.act_as(MANAGER)
    await to(at, "Reviewers")
    await at.tell("n", REVIEWER)
    await at.sees("free to appoint")
    await at.press("right")
    await menu_tell(at, "Record the contract", CONTRACT)
    await menu_tell(at, "national panel", {})
    await menu(at, "Appoint")
    await at.press("y")
    await at.sees("appointed 23 Nov 2026")
    await at.press("full_stop", "y")
    await at.sees("receive the report")


async def report(at: Typist, file: Path) -> None:
    """T28, T30: the panel hands in the report; the Board answers its finding and the recommendations."""
    await at.act_as(PANEL)
    await at.tell("full_stop", {"File": str(file), "Findings": "What the clinic knew did not travel."})
    await at.sees("agree the Board's response")
    await at.act_as(MANAGER)
    await to(at, "Report and answers")
    await at.press("right")
    for number in range(3):
        if number:
            await at.press("down")
        await at.tell("e", {"Answer": "accepted", "Reason": "We agree and act on it."})
    await at.sees("3 of 3 answered")
    await at.act_as(BOARD)
    await at.press("full_stop", "y")
    await at.sees("prepare publication")


async def tell_family(at: Typist) -> None:
    """F13: the mother is told of everything, heard, and shown the report."""
    await at.act_as(MANAGER)
    await to(at, "Family")
    await at.tell("n", {"Who": "mother", "Called": "the mother", "Safe way": "visit at home", "Led by": "the worker"})
    await at.sees("told 0 of 5")
    await at.press("right")
    for number in range(1, 6):
        await menu_tell(at, "Told of something", {"By": "the worker"})
        await at.sees(f"told {number} of 5")
    await menu_tell(at, "Contribution", {"Invited": "2 Feb 2027"})
    await menu_tell(at, "Support offered", {"Support offered": "a named worker", "Report shown": "22 Feb 2027"})
    await at.sees("saw the report")


async def publish(at: Typist, clock: SetClock) -> None:
    """T31, T32: all is settled, the copy goes out in time, and the Chair publishes."""
    await to(at, "Response")
    await at.tell("n", RESPONSE)
    await at.sees("whole")
    await to(at, "Publication")
    await at.tell("e", PLAN)
    await at.press("full_stop")
    await at.press("y")
    await at.sees("publish (Independent Chair)", "1 in the way")
    await at.press("D")
    await at.press("slash")
    await at.type("CK-6\n")
    await at.tell("x", {"How": "secure e-mail", "Proof": "receipt"})
    clock.moment = datetime(2027, 3, 15, 10, tzinfo=UTC)
    await at.act_as(CHAIR)
    await at.press("V")
    await at.sees("10 of 10 clear")
    await at.tell("full_stop", {"Address": "www.example.invalid/child-m", "Reference": f"SSCB/{NUMBER}"})
    await at.sees("published 15 Mar 2027")


async def test_a_review_goes_from_the_decision_to_its_publication_by_keyboard_alone(
    demo: Backend, settle: Settle, clock: SetClock, tmp_path: Path
) -> None:
    file = tmp_path / "report.md"
    file.write_text(REPORT, encoding="utf-8")
    await demo.call(lambda services: just_decided(services, clock()))
    async with at_keyboard(demo, settle, MANAGER) as at:
        await at.press("slash")
        await at.type(f"{NUMBER}\n")
        await at.sees(f"· {CHILD}")
        await commission(at)
        clock.moment = datetime(2027, 2, 23, 10, tzinfo=UTC)
        await report(at, file)
        await tell_family(at)
        await publish(at, clock)
        case = await demo.call(lambda services: services.desk.case(NUMBER))
        held = await demo.call(lambda services: services.desk.file(case.id))
        assert case.stage is Stage.IMPLEMENTATION
        assert held.review is not None
        assert held.review.publication is not None
        assert [duty.state(clock.moment.date()) for duty in held.duties if duty.clock == "CK-6"] == [DutyState.DONE]
        assert not await demo.call(lambda services: services.desk.drafts())


def on_housing(services: Services) -> None:
    """A Board, and a case before its Chair in which nothing but the decision is left to choose."""
    services.board.save(people.MANAGER.actor(), people.BOARD)
    to_the_chair(services, UNHOUSED)


async def decide(at: Typist, backend: Backend) -> None:
    """F8: another form of review, signed by the Chair; T21: the LIIP Chair commissions it."""
    await at.press("C")
    await at.sees("Chair's decision", "Outcome")
    await choose(at, Decided.ALTERNATIVE)
    await sign(at, backend, UNHOUSED)
    await at.sees("decided and sealed")
    await at.act_as(LEAD)
    await at.press("V")
    await at.sees("commission the review", "no review commissioned")
    await at.tell("full_stop", {"Publication": "Not to be: it is about one agency's letters."})
    await at.act_as(MANAGER)


async def learn(at: Typist, file: Path) -> None:
    """The report comes in, its finding is answered, and the Chair goes on to the actions unpublished (T35)."""
    await at.act_as(PANEL)
    await at.tell("full_stop", {"File": str(file), "Findings": "Letters about windows were not read."})
    await at.sees("agree the Board's response")
    await at.act_as(MANAGER)
    await to(at, "Report and answers")
    await at.press("right")
    await at.tell("e", {"Answer": "accepted", "Reason": "We agree and act on it."})
    await at.sees("1 of 1 answered")
    await at.act_as(BOARD)
    await at.press("full_stop", "y")
    await at.sees("prepare publication")
    await at.act_as(CHAIR)
    await to(at, "Publication")
    await menu(at, "Go on to the actions unpublished")
    await at.press("y")
    await at.sees("close the case")


async def act(at: Typist) -> None:
    """The finding becomes an action, which is done, shown and verified by somebody else."""
    await at.act_as(MANAGER)
    await at.press("T")
    await at.tell("n", {"Recommendation": "Read letters about windows at once.", "Comes from": "another review"})
    await at.tell("a", ACTION)
    await at.sees("A-1")
    await at.tell("u", {"Now": "in progress", "Note": "Agreed on Monday."})
    await at.tell("u", {"Now": "done, not verified", "Note": "A rota is in use."})
    await at.tell("e", {"Kind": "dip sample", "What it shows": "Ten of ten.", "Rung": "practised"})
    await at.act_as(LEAD)
    await at.tell("v", {"How it was verified": "Read the sample."})
    await at.sees("verified")
    await at.press("V")
    await at.sees("close the case", UNHOUSED.pseudonym)


async def test_another_review_goes_from_the_decision_to_its_end_unpublished_by_keyboard_alone(
    empty: Backend, settle: Settle, tmp_path: Path
) -> None:
    file = tmp_path / "report.md"
    file.write_text("Three letters about the window lay unread.\n", encoding="utf-8")
    await empty.call(on_housing)
    async with at_keyboard(empty, settle, CHAIR, UNHOUSED.pseudonym) as at:
        await decide(at, empty)
        await prepare(at, {**TERMS, "What it is about": ABOUT_WINDOWS})
        await learn(at, file)
        await act(at)
        await at.act_as(BOARD)
        await at.tell("full_stop", {"Difference made": "Letters about windows are read the day they come."})
        await at.sees("● closed")
        held = await empty.call(lambda services: services.desk.file(case_of(services, UNHOUSED.pseudonym)))
        assert held.review is not None
        assert (held.review.kind, held.review.publication) == (Decided.ALTERNATIVE, None)
        assert held.case.stage is Stage.CLOSED
        assert not [duty for duty in held.duties if duty.clock in ("CK-5", "CK-6", "CK-7")]
        assert not await empty.call(lambda services: services.desk.drafts())
