"""One case the whole way by keyboard alone: from an empty record to a verified action and every paper on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend
from sscb_tui.domain.terms import ActionState, DutyState, Paper, Stage
from sscb_tui.services.backend import Backend
from sscb_tui.services.demonstration.clock import SetClock
from tests.ui.agency import filled_in
from tests.ui.answers import (
    ADVICE,
    AGENCIES,
    ASKED,
    CHAIR,
    DETAIL,
    DISCUSSION,
    FINDINGS,
    LIIP,
    MANAGER,
    MINUTES,
    PEOPLE,
    REASONS,
    REF,
    REFERRAL,
    ROOM,
    WORDS,
)
from tests.ui.keyboard import Typist, at_keyboard

Settle = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def clock() -> SetClock:
    """Monday 16 November 2026, ten in the morning: the telephone rings."""
    return SetClock(datetime(2026, 11, 16, 10, tzinfo=UTC))


@pytest.fixture
async def typist(tmp_path: Path, clock: SetClock, settle: Settle) -> AsyncIterator[Typist]:
    """Somebody in front of a program that nobody has used before."""
    backend = build_backend(tmp_path / "board.db", clock=clock)
    async with at_keyboard(backend, settle, None) as typist:
        yield typist
    await backend.close()


async def set_up(at: Typist) -> None:
    """The first start: who the Board is."""
    await at.sees("Welcome")
    await at.fill({"People": {"People, each with a role": PEOPLE}})
    await at.press("ctrl+r")
    await at.sees("No referrals yet", MANAGER)


async def refer(at: Typist) -> None:
    """The telephone call becomes a case."""
    await at.press("n")
    await at.sees("Pseudonym")
    await at.fill(REFERRAL)
    await at.press("ctrl+r")
    await at.sees(f"{REF} is on record", "Child Z")


async def discuss(at: Typist) -> None:
    """The three speak, and both Chairs agree."""
    await at.tell("d", {"Searched, and found": "Searched by name and address: nothing earlier."})
    await at.sees("Held at")
    await at.fill(DISCUSSION)
    await at.press("ctrl+r")
    await at.sees("LIIP Chair: not yet")
    await at.act_as(LIIP)
    await at.press("g")
    await at.sees(f"LIIP Chair: {LIIP}")
    await at.act_as(CHAIR)
    await at.press("g")
    await at.sees("Both have agreed", "Scoping")


async def ask(at: Typist, folder: Path) -> None:
    """Templates go out as files."""
    await at.act_as(MANAGER)
    await at.press("3")
    await at.tell("i", {"Folder": str(folder)})
    await at.sees("3 templates")
    await at.press("escape")


def answer_as_agencies(folder: Path) -> list[Path]:
    """Three agencies open their files in an editor, fill them in and send them back."""
    paths = sorted(folder.glob("*.md"))
    assert len(paths) == len(AGENCIES)
    for path in paths:
        agency = next(code for code in AGENCIES if code in path.name)
        path.write_text(filled_in(path.read_text(encoding="utf-8"), WORDS[agency]), encoding="utf-8")
    return paths


async def collect(at: Typist, paths: list[Path]) -> None:
    """The files come back, and with the last of them the waiting ends."""
    await at.tell("f", {"Files": "\n".join(map(str, paths))})
    await at.sees("sha256")
    assert at.seen().count("✓") == len(paths), at.seen()
    await at.press("escape")
    await at.press("m")
    await at.sees("3 of 3 returns are in")
    await at.press("y")
    await at.sees("Returns in")


async def gather(at: Typist) -> None:
    """The room: the answers side by side, who is here, the opening questions, the start."""
    await at.press("S")
    await at.sees("A quiet baby who", "Seen asleep", "no meeting yet")
    await at.press("right_square_bracket")
    await at.sees("Crying upstairs", "Three call-outs")
    await at.press("b")
    await at.sees("Read-back")
    await at.press("s")
    for person in ROOM:
        await at.tell("a", person)
    await at.sees("D. Doctor")
    await at.press("escape")
    await at.sees("quorum 3/3 ✓")
    await at.tell(
        "y",
        {
            "Confidentiality statement read out": True,
            "Interests asked for": True,
            "Purpose restated: learning, not blame": True,
        },
    )
    await at.act_as(LIIP)
    await at.press("g")
    await at.sees("1/16 Welcome")


async def minute(at: Typist) -> None:
    """The minutes write themselves, and what people say goes in beside them."""
    await at.act_as(MINUTES, "Minute taker")
    await at.press("full_stop")
    await at.press("full_stop")
    await at.sees("3/16")
    await at.press("colon")
    for line in (
        "f Three call-outs; none was shared.",
        "a Police to check the log by 9 Dec",
        "Housing sent apologies.",
    ):
        await at.type(f"{line}\n")
    await at.sees("FACT  Three call-outs", "ACTION  Police to check", "Housing sent apologies.")
    await at.press("escape")


async def find(at: Typist) -> None:
    """A finding on every limb, every agency's view, the safety of other children, and the meeting closes."""
    for fact, value in FINDINGS.items():
        await at.tell("f", {"Criterion": fact.label, "Finding": value, "Because": "As heard today."})
    await at.go_round(3, {"Outcome it would recommend": "Serious Case Review", "Because": "It is met."})
    await at.tell(
        "u",
        {
            "What is known, and what is done now": "No other child is in the household.",
            "This is": "satisfied, because of this",
        },
    )
    await at.act_as(LIIP, "LIIP Chair")
    await at.press("d")
    await at.sees("An action has no owner or no date")
    await at.press("y")
    await at.sees("meeting closed")


async def recommend(at: Typist) -> None:
    """The meeting's recommendation goes to the Chair."""
    await at.press("w")
    await at.sees("The case, by pseudonym")
    await at.fill(ADVICE)
    await at.press("ctrl+r")
    await at.sees("Submitted", "With Chair")


async def decide(at: Typist) -> None:
    """The Chair looks, gives reasons, and signs with the reference typed."""
    await at.act_as(CHAIR)
    await at.press("C")
    await at.sees("MUST hold an SCR", "refused RF-03")
    await at.press("o", "enter")
    await at.press("r")
    await at.until(lambda: at.field is not None)
    await at.fill(REASONS)
    for label in ASKED:
        said = "no" if label == "Peer challenge" else "yes"
        await at.fill({"On record": {label: said, "Detail": DETAIL}})
    await at.answer({"Conflict of interest": "no", "Detail": "None."})
    await at.press("ctrl+r")
    await at.sees("SSCB · Chair's decision")
    await at.press("g")
    await at.sees(f"Type {REF}")
    await at.type(f"{REF}\n")
    await at.sees("decided and sealed", "Sealed")


async def tell(at: Typist) -> None:
    """The duties count from the signature; the first is done."""
    await at.act_as(MANAGER)
    await at.press("D")
    await at.sees("tell Ofsted", "tell the Department", "tell the national panel", "wd")
    await at.press("slash")
    await at.type("ofsted\n")
    await at.tell("x", {"How": "secure e-mail", "Proof": "receipt 17"})
    await at.sees("done ✓")
    await at.press("escape")


async def track(at: Typist) -> None:
    """A recommendation, its action, how it goes, what shows it, and a second person's word."""
    await at.press("T")
    await at.tell("n", {"Recommendation": "Call-outs reach health visitors the next morning."})
    await at.tell(
        "a",
        {
            "Agency": "HSG",
            "Owner's post": "Head of tenancy services",
            "Owner's name": "H. Owner",
            "Action": "Join the morning notice of call-outs.",
            "Outcome for children": "Somebody visits within a day of a call-out.",
            "Due": "15 Jan 2027",
        },
    )
    await at.sees("A-1")
    for state in ("in progress", "done, not verified"):
        await at.tell("u", {"Now": state, "Note": "Agreed on Monday."})
    await at.tell("e", {"Kind": "dip sample", "What it shows": "Ten of ten.", "Rung": "reached"})
    await at.sees("● reached")
    await at.act_as(LIIP)
    await at.tell("v", {"How it was verified": "Read the sample at the Board's office."})
    await at.sees("verified")


OF_A_REVIEW = (Paper.TERMS, Paper.COMMISSION, Paper.RESPONSE, Paper.SUMMARY)
"""Papers that a case has only once its review has begun."""


async def print_papers(at: Typist, folder: Path) -> None:
    """Every paper becomes a file."""
    await at.act_as(MANAGER)
    await at.press("R", "enter")
    await at.press("6")
    for paper in Paper:
        if paper in OF_A_REVIEW:
            await at.press("down")
            continue
        await at.press("enter", "s")
        await at.press("end", "ctrl+u")
        target = folder / f"{paper.value}.md"
        await at.type(f"{target}\n")
        await at.until(target.exists)
        await at.press("escape")
        await at.press("down")


async def test_a_case_goes_from_the_phone_call_to_its_papers_by_keyboard_alone(
    typist: Typist, clock: SetClock, tmp_path: Path
) -> None:
    out, papers = tmp_path / "out", tmp_path / "papers"
    papers.mkdir()
    await set_up(typist)
    await refer(typist)
    clock.moment = datetime(2026, 11, 17, 11, tzinfo=UTC)
    await discuss(typist)
    await ask(typist, out)
    await collect(typist, answer_as_agencies(out))
    clock.moment = datetime(2026, 11, 30, 10, tzinfo=UTC)
    await gather(typist)
    await minute(typist)
    await find(typist)
    await recommend(typist)
    clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    await decide(typist)
    await tell(typist)
    await track(typist)
    await print_papers(typist, papers)
    await check(typist.pilot.app, papers)


async def check(app: App[None], papers: Path) -> None:
    """What the record holds in the end, and what the papers say."""
    assert isinstance(app, Sscb)
    backend: Backend = app.context.backend
    case = await backend.call(lambda services: services.desk.case(REF))
    assert case.stage is Stage.DECIDED_SCR
    (row,) = await backend.call(lambda services: services.tracker.rows(case.id))
    assert row.state is ActionState.VERIFIED
    told = [each for each in await backend.call(lambda services: services.duties.rows(case.id)) if each.clock == "CK-4"]
    assert [each.state is DutyState.DONE for each in told].count(True) == 1
    assert len(told) == 3
    for paper in (each for each in Paper if each not in OF_A_REVIEW):
        text = (papers / f"{paper.value}.md").read_text(encoding="utf-8")
        assert REF in text
        assert "Zed Example" not in text
    assert await backend.call(lambda services: services.record.journal.verify()) is None
