"""The roads a fictional case takes to the Chair, by commands alone: on the papers, or through a scoping meeting."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path

from db.connection import connect
from sscb_tui.bootstrap import open_record
from sscb_tui.domain.decision import DecisionForm
from sscb_tui.services.demonstration import people, returns
from tests.appendix.told import AS_FOUND, Told, discussed, findings, referred
from tests.cli.conftest import Sscb

MANAGER, CHAIR, LIIP, MINUTES = people.MANAGER.name, people.CHAIR.name, people.LIIP.name, people.MINUTES.name
REF = "SSCB/2026/001"
OPENING = ("--confidentiality-read", "--interests-asked", "--purpose-restated")
_CODE = re.compile(r"^([A-Z0-9]+(?:-[A-Za-z0-9-]+)?): ", re.MULTILINE)


def codes(said: str) -> set[str]:
    """The codes of the refusals printed."""
    return set(_CODE.findall(said))


def everything(database: Path) -> str:
    """The whole record, word for word."""
    with closing(connect(str(database))) as held:
        tables = [str(name) for (name,) in held.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = (row for name in tables for row in held.execute(f'SELECT * FROM "{name}"'))  # noqa: S608 - our names
        return "\n".join(map(repr, rows))


def lines(values: Iterable[object]) -> str:
    return "\n".join(json.dumps(value) for value in values)


def told_of(sscb: Sscb, told: Told) -> str:
    """The referral is logged and its discussion opened; the reference."""
    reference = sscb("referral", "add", "-", by=MANAGER, given=referred(told).model_dump_json()).stdout.strip()
    sscb("referral", "open", reference, "--checked", "Searched by name: nothing earlier.", by=MANAGER)
    return reference


def to_the_chair(sscb: Sscb, told: Told, outcome: str = "straight_to_chair") -> str:
    """Both Chairs agree that the papers are enough; the reference."""
    reference = told_of(sscb, told)
    form = discussed(told, outcome=outcome).model_dump_json()
    sscb("discussion", "record", reference, "-", by=MANAGER, given=form)
    sscb("discussion", "agree", reference, by=LIIP)
    assert "With Chair" in sscb("discussion", "agree", reference, by=CHAIR).stdout
    return reference


def plan(told: Told) -> dict[str, object]:
    return {
        "agencies": told.agencies,
        "period_from": str(told.incident - timedelta(days=365)),
        "period_to": str(told.incident),
        "period_reason": "the year before",
        "search_for": [told.name],
        "meeting_at": "2026-11-20T10:00:00+00:00",
        "chair": LIIP,
        "minute_taker": MINUTES,
        "overrun_reason": "one agency answers late",
    }


def asked(sscb: Sscb, told: Told, folder: Path) -> dict[str, Path]:
    """A scoping meeting is agreed and every agency sent its template: the files, by agency."""
    reference = told_of(sscb, told)
    form = discussed(told, outcome="scoping").model_dump(mode="json") | {"plan": plan(told)}
    sscb("discussion", "record", reference, "-", by=MANAGER, given=json.dumps(form))
    sscb("discussion", "agree", reference, by=LIIP)
    sscb("discussion", "agree", reference, by=CHAIR)
    options = [part for code in told.agencies for part in ("--agency", code)]
    issued = sscb("template", "issue", reference, *options, "--out", str(folder), by=MANAGER).stdout.splitlines()
    return {code: Path(path) for code, path in zip(told.agencies, issued, strict=True)}


def answered(sscb: Sscb, database: Path, forms: dict[str, Path]) -> None:
    """Agencies fill their forms in an editor, and the Business Manager takes them in."""
    services = open_record(database)
    try:
        file = services.desk.file(services.desk.case(REF).id)
        for request in file.requests:
            if request.agency in forms:
                answers = returns.filled(file, request, nil=False)
                text = services.scoping.templates.filled(file.case, request, services.board.settings(), answers)
                forms[request.agency].write_text(text, encoding="utf-8")
    finally:
        services.close()
    sscb("return", "import", *(str(path) for path in forms.values()), by=MANAGER)


def met(sscb: Sscb, told: Told, recommended: str, dissent: tuple[str, str] = ("", "")) -> None:
    """The meeting is held on these findings, and recommends; one agency may dissent."""
    sscb("return", "complete", REF, by=MANAGER)
    sscb("meeting", "prepare", REF, by=MINUTES)
    room = [{"name": f"{code} Member", "agencies": [code]} for code in told.agencies]
    sscb("meeting", "attend", REF, "-", by=MINUTES, given=lines(room))
    sscb("meeting", "start", REF, *OPENING, by=LIIP)
    sscb("meeting", "find", REF, "-", by=MINUTES, given=lines(each.model_dump(mode="json") for each in findings(told)))
    view = {"outcome": recommended, "reason": AS_FOUND}
    views = [{"agency": code} | view | {"dissent": dissent[1] * (code == dissent[0])} for code in told.agencies]
    sscb("meeting", "view", REF, "-", by=MINUTES, given=lines(views))
    sscb("meeting", "safety", REF, "No other child is in the household.", by=MINUTES)
    sscb("meeting", "round", REF, "--close", *([] if dissent[0] else ["--no-dissent"]), by=MINUTES)
    sscb("meeting", "close", REF, by=LIIP)
    advice = {
        "summary": told.happened,
        "missing_returns": "As the minutes say.",
        "recommended": recommended,
        "reasons": AS_FOUND,
        "dissent_none": not dissent[0],
        "inquorate_reason": "Every agency that knew the child was there.",
        "scope": "The year before.",
        "parallel_processes": "none known",
        "family_position": "Told.",
        "early_actions": "None.",
    }
    sscb("meeting", "recommend", REF, "-", by=LIIP, given=json.dumps(advice))


def refused(sscb: Sscb, form: DecisionForm, *, by: str = CHAIR, reference: str = REF) -> set[str]:
    """The codes under which a decision is refused, to the one who checks it and to the one who signs it."""
    given, typed = form.model_dump_json(), ("--reference", reference)
    checked = codes(sscb("decision", "check", reference, "-", by=by, given=given, code=1).stderr)
    assert codes(sscb("decision", "sign", reference, "-", *typed, by=by, given=given, code=1).stderr) == checked
    return checked


def signed(sscb: Sscb, form: DecisionForm, *, by: str = CHAIR, reference: str = REF) -> list[str]:
    """A decision signed; what the program answers, line by line."""
    typed = ("--reference", reference)
    return sscb("decision", "sign", reference, "-", *typed, by=by, given=form.model_dump_json()).stdout.splitlines()


def on(sscb: Sscb, day: str) -> Sscb:
    """The same commands on another day."""
    return partial(sscb, "--today", day)
