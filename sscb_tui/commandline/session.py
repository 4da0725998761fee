"""What the global options mean: which record, who acts, what day it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.local_time import local, local_moment

if TYPE_CHECKING:
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line."""

    path: Path | None
    acting: str | None
    day: date | None

    @property
    def database(self) -> Path:
        """The file named with --db, else the default one."""
        from sscb_tui.config import places

        return self.path or places().database

    @property
    def clock(self) -> Callable[[], datetime] | None:
        """The time of day it really is in England, on the day --today names; None for the ordinary clock."""
        day = self.day
        return None if day is None else lambda: local_moment(day, local(datetime.now(UTC)).time())

    @contextmanager
    def services(self, *, create: bool = False) -> Iterator[Services]:
        """The services on the record, closed afterwards; a mistyped path is refused rather than created."""
        from sscb_tui.bootstrap import open_record

        if not create and not self.database.exists():
            allowed = "an existing file; `sscb board set`, `sscb demo --write` and the program itself make one"
            raise InputError([Problem("--db", f"there is no database at {self.database}.", allowed)])
        services = open_record(self.database, clock=self.clock)
        try:
            yield services
        finally:
            services.close()

    def actor(self, services: Services) -> Actor:
        """Who is acting; every change is made by somebody."""
        if self.acting is None or not self.acting.strip():
            known = ", ".join(person.name for person in services.board.settings().people)
            raise InputError([Problem("--as", "say who is acting.", known or "nobody yet; first `sscb board set`")])
        return services.board.actor(self.acting)

    @contextmanager
    def acts(self) -> Iterator[tuple[Services, Actor]]:
        """The services, and the person named with --as."""
        with self.services() as services:
            yield services, self.actor(services)

    def open_program(self) -> None:
        """Open the screens on the record."""
        from sscb_tui.bootstrap import run

        run(self.database, self.acting, self.clock)


pass_session = click.make_pass_decorator(Session)
"""Hands a command its Session as the first argument."""
