"""The composition root: the only module that knows the record, the papers and the services together."""

from __future__ import annotations

import asyncio
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import uuid4

from sscb_tui.almanac import keep_bank_holidays, recall_bank_holidays
from sscb_tui.config import places
from sscb_tui.escape import shorten_escape
from sscb_tui.garbage import put_off, take_up
from sscb_tui.mappings import Mappings
from sscb_tui.services.backend import Backend
from sscb_tui.strips import lighten_strips
from sscb_tui.user_state import UserState

if TYPE_CHECKING:
    from db.session import Session
    from sscb_tui.domain.criteria import Assessment, Question
    from sscb_tui.services.container import Services
    from sscb_tui.services.ports import (
        Clock,
        NewId,
        Papers,
        ProgressForms,
        Spreadsheets,
        Templates,
        UnitOfWork,
    )
    from sscb_tui.services.writers import Writers


def local_now() -> datetime:
    """The Board's own time, with its offset."""
    return datetime.now().astimezone()


def new_id() -> str:
    """A fresh id that says nothing about what it names."""
    return uuid4().hex


def open_record(path: Path | None, *, clock: Clock | None = None, ids: NewId | None = None) -> Services:
    """Open the database (None: a private one in memory) and put the services on top of it."""
    from db.lists import RecordLists, open_session
    from sscb_tui.services.container import Services
    from sscb_tui.services.room import Room

    now = clock or local_now
    session = open_session(path, clock=now)
    room = Room(RecordLists(session), lambda: _whole(session), now, ids or new_id)
    return Services(room, _writers(), Mappings(places().state / "mappings.json" if path else None))


def _whole(session: Session) -> UnitOfWork:
    from db.record import Record

    return Record(session)


def _writers() -> Writers:
    from sscb_tui.services.writers import Writers

    return Writers(_papers, _templates, _sheets, _progress_forms)


def _papers() -> Papers:
    from exports.papers import MarkdownPapers

    return MarkdownPapers()


def _templates() -> Templates:
    from exports.template import MarkdownTemplates

    return MarkdownTemplates()


def _sheets() -> Spreadsheets:
    from exports.sheets import SpreadsheetFiles

    return SpreadsheetFiles()


def _progress_forms() -> ProgressForms:
    from exports.progress import MarkdownProgress

    return MarkdownProgress()


def build_backend(path: Path | None, *, clock: Clock | None = None) -> Backend:
    """The same behind one thread, for the screens; nothing is opened before the first call."""
    return Backend(lambda: open_record(path, clock=clock))


def write_demonstration(path: Path | None, today: date | None = None, *, year: bool = False) -> None:
    """Fill a new record with the invented cases of the last months; with `year`, with a Board's tracker behind them."""
    from sscb_tui.services.demonstration.clock import SetClock
    from sscb_tui.services.demonstration.story import fill

    now = local_now()
    now = datetime.combine(today, now.timetz()) if today else now
    clock = SetClock(now)
    services = open_record(path, clock=clock)
    try:
        if year:
            from sscb_tui.services.demonstration.year.story import fill_year

            fill_year(services, clock, now)
        fill(services, clock, now)
    finally:
        services.close()


def run(path: Path, act_as: str | None, clock: Clock | None = None) -> None:
    """Open the screens on a record; the record itself is opened on its own thread, after the first frame."""
    state = UserState.load(places())
    wants_demonstration = _opened(path, act_as, clock, state)
    keep_bank_holidays(state.almanac)
    if wants_demonstration:
        run_demonstration(None, None)


def run_demonstration(
    act_as: str | None, today: date | None, clock: Clock | None = None, *, year: bool = False
) -> None:
    """Open the screens on the invented cases in a throwaway record; nothing is kept, not even who acted."""
    known = UserState.load(places())
    with TemporaryDirectory(prefix="sscb-demo-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "demo.db"
        write_demonstration(path, today, year=year)
        kept = UserState(theme=known.theme, keymap=known.keymap, log=known.log, almanac=known.almanac)
        kept.views = known.views
        _opened(path, act_as, clock, kept)


def _opened(path: Path, act_as: str | None, clock: Clock | None, state: UserState) -> bool:
    """Run the screens until they are left; whether the demonstration was asked for instead."""
    put_off()
    shorten_escape()
    from sscb_tui.app import Sscb

    lighten_strips()

    backend = Backend(lambda: _with_almanac(path, clock, state.almanac))
    app = Sscb(backend, act_as=act_as, state=state)
    try:
        app.run()
    finally:
        take_up()
        asyncio.run(backend.close())
    return app.wants_demonstration


def _with_almanac(path: Path, clock: Clock | None, almanac: Path | None) -> Services:
    recall_bank_holidays(almanac)
    return open_record(path, clock=clock)


def assess(question: Question) -> tuple[Assessment, str]:
    """What the law makes of a set of facts, and the same in the statute's words; needs no record."""
    from exports.assessment import answer
    from sscb_tui.domain.criteria import Facts
    from sscb_tui.domain.frameworks import load
    from sscb_tui.domain.rules.criteria import assess as apply

    framework = load(question.framework)
    facts = Facts.model_validate(question.model_dump(exclude={"mode", "framework"}))
    assessment = apply(facts, question.mode, framework)
    return assessment, answer(assessment)
