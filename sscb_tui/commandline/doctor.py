"""`sscb doctor`: whether this machine, its terminal and the record are fit for work."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from sscb_tui.commandline.session import Session, pass_session
from sscb_tui.commandline.writing import say
from sscb_tui.domain.errors import SscbError

PACKAGES = ("textual", "sqlite-utils", "sqlcipher3", "pydantic", "markdown-it-py", "click")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: fit or not, in words."""

    fit: bool
    words: str


@click.command()
@click.pass_context
@pass_session
def doctor(session: Session, context: click.Context) -> None:
    """Check the machine, the terminal and the record; ends with 1 if something needs attention."""
    findings = list(_examine(session))
    for finding in findings:
        say(f"{'ok  ' if finding.fit else 'LOOK'}  {finding.words}")
    if not all(finding.fit for finding in findings):
        context.exit(1)


def _examine(session: Session) -> Iterator[Finding]:
    yield Finding(sys.version_info >= (3, 11), f"Python {platform.python_version()} on {platform.system()}")
    yield Finding(True, ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES))
    yield from _terminal()
    yield from _permissions(session.database)
    yield _record(session)


def _terminal() -> Iterator[Finding]:
    encoding = (sys.__stdout__.encoding if sys.__stdout__ else "") or "unknown"
    fit = encoding.casefold().replace("-", "") == "utf8"
    yield Finding(fit, f"terminal text is {encoding}" + ("" if fit else "; set the locale to UTF-8"))
    kind = os.environ.get("TERM", "")
    yield Finding(kind != "dumb", f"terminal {kind or 'kind not named'}")


def _permissions(database: Path) -> Iterator[Finding]:
    """The record and its folder should be closed to other people of this machine."""
    for path in (database.parent, database):
        if os.name == "nt" or not path.exists():
            continue
        mode = stat.S_IMODE(path.stat().st_mode)
        fit = not mode & 0o077
        advice = "" if fit else f"; others can reach it: chmod {'700' if path.is_dir() else '600'}"
        yield Finding(fit, f"{path} has mode {mode:04o}{advice}")


def _record(session: Session) -> Finding:
    if not session.database.exists():
        return Finding(True, f"no record yet at {session.database}; the first start makes one")
    try:
        with session.services() as services:
            fault = services.record.journal.verify()
            cases = len(services.desk.queue())
    except SscbError as error:
        return Finding(False, str(error))
    if fault is not None:
        return Finding(False, f"{fault.where}: {fault.what}")
    return Finding(True, f"the record is whole and holds {cases} case{'' if cases == 1 else 's'}")
