"""Agencies asked from the tracker how far their actions are, their answers taken back, and letters to the silent."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content

from screens.dialogs.listing import Listing
from screens.dialogs.told import Told
from screens.files import data_of, keep, named
from screens.forms.spec import Field, Kind, Options, Section
from screens.forms.values import lines
from screens.forms.when import day as read_day
from screens.saving import save_as
from screens.widgets.form_dialog import FormDialog
from screens.words import count, day
from sscb_tui.domain.errors import SscbError

if TYPE_CHECKING:
    from datetime import date

    from screens.base import Page
    from screens.forms.spec import Entry, Values
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import PaperText
    from sscb_tui.services.views.rounds import ProgressTaken, RoundRow

_ANSWERS = Section(
    "Take back agencies' answers",
    (
        Field(
            "files",
            "Files",
            Kind.LINES,
            required=True,
            help="One path on each line; a folder stands for every .md file in it. Each is taken whole or not at all.",
        ),
    ),
)


def asking(agencies: Options) -> Section:
    """For which meeting, of whom, by when, and where the files go."""
    every = "\n".join(code for code, _ in agencies)
    return Section(
        "Ask agencies how far their actions are",
        (
            Field("meeting", "Meeting", Kind.DATE, required=True, help="The meeting the answers are for."),
            Field("due", "Answer by", Kind.DATE, help="Blank: 15 working days before the meeting."),
            Field("agencies", "Agencies", Kind.MULTI, required=True, choices=agencies, default=every),
            Field("folder", "Folder", required=True, default=str(Path.home()), help="One Markdown file each."),
        ),
    )


async def ask(page: Page) -> None:
    """Ask until it can be done or is left; what was typed comes back."""
    agencies = await page.ask(_open_agencies)
    if not agencies:
        if agencies is not None:
            page.notify("No agency leads an open action; there is nothing to ask.", markup=False)
        return
    section = asking(agencies)
    values: Values = {}
    while (answer := await page.app.push_screen_wait(FormDialog(section, values, done="ask"))) is not None:
        values = answer
        papers = await _asked(page, answer)
        if papers is not None and await _written(page, Path(str(answer["folder"])).expanduser(), papers):
            return


def _open_agencies(services: Services) -> Options:
    """Every agency that leads an open action, by name."""
    codes = services.rounds.askable()
    board = services.board.settings()
    return tuple((code, f"{code} {board.brief(code)}") for code in codes)


async def _asked(page: Page, answer: Entry) -> tuple[PaperText, ...] | None:
    meeting, due = (read_day(str(answer.get(name, ""))) for name in ("meeting", "due"))
    codes, actor = lines(str(answer["agencies"])), page.actor
    if meeting is None:
        return None
    return await page.ask(lambda services: _packs(services, actor, meeting, codes, due))


def _packs(
    services: Services, actor: Actor, meeting: date, codes: list[str], due: date | None
) -> tuple[PaperText, ...]:
    asked = services.rounds.ask(actor, meeting, codes, due)
    return tuple(services.rounds.pack(each.id) for each in asked)


async def _written(page: Page, folder: Path, papers: tuple[PaperText, ...]) -> bool:
    try:
        kept = [await asyncio.to_thread(keep, folder, paper.filename, paper.markdown) for paper in papers]
    except OSError as refused:
        said = (
            f"The agencies are asked, but not every file could be written to {folder}: {refused.strerror or refused}."
        )
        page.notify(said, title="Not written", severity="error", timeout=15, markup=False)
        return False
    listed = "\n".join(path.name for path in kept)
    await page.app.push_screen_wait(Told(f"{count(len(kept), 'form')} in {folder}", listed))
    return True


async def take_back(page: Page) -> None:
    """Take agencies' files, each whole or not at all, and say what came of every row."""
    answer = await page.app.push_screen_wait(FormDialog(_ANSWERS, {}, done="take them"))
    if answer is None:
        return
    said = [await _taken(page, path) for path in named(lines(str(answer["files"])))]
    page.refresh_record()
    await page.app.push_screen_wait(Told("Answers", "\n\n".join(said) or "There is no .md file in that folder."))


async def _taken(page: Page, path: Path) -> str:
    actor = page.actor
    try:
        data = await asyncio.to_thread(data_of, path)
        taken = await page.context.backend.call(lambda services: services.rounds.take(actor, path.name, data))
    except OSError as refused:
        return f"✗ {path.name} was not read: {refused.strerror or refused}"
    except SscbError as refused:
        problems = "\n".join(f"    {line}" for line in str(refused).split("\n"))
        return f"✗ {path.name} was not taken; nothing of it is on record:\n{problems}"
    return _receipt(taken)


def _receipt(taken: ProgressTaken) -> str:
    rows = [f"    A-{row.number}  {'; '.join(row.says)}" for row in taken.rows]
    silent = ", ".join(f"A-{number}" for number in taken.silent_on)
    rows += [f"    silent on {silent}"] if silent else []
    return "\n".join((f"✓ {taken.receipt.file} is on record.", f"    sha256 {taken.receipt.sha256}", *rows))


class Silent(Listing):
    """Who was asked, and where each answer stands."""

    FOOT = "Enter saves the next letter to the agency as a draft; nothing is sent · Esc closes"
    BINDINGS = [
        Binding("p", "choose('open')", "Letter", id="silent.letter", tooltip="Save the next letter, as a draft"),
    ]


async def silent(page: Page) -> None:
    """Every round as it stands; Enter saves the letter that is due to the agency under the cursor."""
    read = await page.ask(lambda services: (services.rounds.rows(), services.desk.today()))
    if read is None:
        return
    rows, today = read
    at = ""
    shown = [(row.round_id, _round(row, today)) for row in rows]
    while (chosen := await page.app.push_screen_wait(Silent(_counted(rows), shown, at))) is not None:
        at = chosen.row
        agency = next(row.agency for row in rows if row.round_id == at)
        letters = await page.ask(partial(_letters, agency=agency))
        if letters == ():
            page.notify(f"{agency} is not late; no letter is due.", markup=False)
        for letter in letters or ():
            await save_as(page, letter, f"Save the {letter.title} to")


def _letters(services: Services, *, agency: str) -> tuple[PaperText, ...]:
    return services.rounds.letters((agency,))


def _counted(rows: tuple[RoundRow, ...]) -> str:
    late = sum(bool(row.late) for row in rows)
    return f"{count(len(rows), 'agency', 'agencies')} asked, {late} silent" if rows else "No agency has been asked yet"


def _round(row: RoundRow, today: date) -> Content:
    """One agency on one line: silence has its word and its days as well as a colour."""
    asked = f"{row.agency:<8} meeting {day(row.meeting_on, today):<12} due {day(row.due, today):<12} "
    if row.late:
        missed = f", missed {row.missed_before} before" if row.missed_before else ""
        letter = f" → {row.letter.label}" if row.letter else ""
        return Content.assemble(asked, (f"SILENT {count(row.late, 'working day')}{missed}{letter}", "bold $text-error"))
    if row.answered_at is None:
        return Content.assemble(asked, ("awaited", "$text-muted"))
    left = ", ".join(f"A-{number}" for number in row.silent_on)
    return Content.assemble(asked, ("answered", "$text-success"), f"{' but silent on ' + left if left else ''}")
