"""What comes to the tracker in files and leaves it: spreadsheets in and out, agencies asked, their answers taken."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.binding import Binding

from screens import tracker_rounds as rounds
from screens.dialogs.choose import Choose
from screens.dialogs.entry import Entry
from screens.files import data_of
from screens.forms.spec import Field, Section
from screens.saving import put, suggested
from screens.tracker_import import taken_in
from screens.widgets.form_dialog import FormDialog
from sscb_tui.domain.errors import SscbError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from screens.base import Page
    from screens.forms.spec import Value
    from sscb_tui.services.container import Services
    from sscb_tui.services.views.imports import OpenedTracker

FILES = Binding(
    "i", "files", "Files", id="tracker.files", tooltip="Trackers and answers in, questions to agencies and ours out"
)
"""The tracker's one key for everything that is a file."""
_WAYS = (
    ("import", "Take in a tracker: a CSV or XLSX file"),
    ("ask", "Ask agencies how far their actions are"),
    ("answers", "Take back agencies' answers"),
    ("silent", "Who was asked and has not answered; letters"),
    ("export", "Write our tracker out as a spreadsheet"),
)
_WHICH = Section(
    "Take in a tracker",
    (
        Field("file", "File", required=True, help="Its path. Nothing is written before you have seen every row."),
        Field("sheet", "Sheet", help="Of a workbook with several; else the first that is not hidden."),
        Field("case", "Case", help="The reference of the case of rows that name none."),
    ),
)


async def files(page: Page, case_id: str | None) -> None:
    """Choose what is to be done with files, and do it; `case_id` is the case in hand."""
    way = await page.app.push_screen_wait(Choose("Files", _WAYS))
    done: Mapping[str, Callable[[], Awaitable[None]]] = {
        "import": partial(_take_in, page, case_id),
        "export": partial(_write_out, page),
        "ask": partial(rounds.ask, page),
        "answers": partial(rounds.take_back, page),
        "silent": partial(rounds.silent, page),
    }
    if way is not None:
        await done[way]()
        page.refresh_record()


async def _take_in(page: Page, case_id: str | None) -> None:
    """Ask for the file until it can be read; what was typed comes back with what was wrong."""
    values: Mapping[str, Value] = {"case": await _reference(page, case_id)}
    while (answer := await page.app.push_screen_wait(FormDialog(_WHICH, values, done="read the file"))) is not None:
        values = answer
        said = {name: str(answer.get(name, "")).strip() for name in ("file", "sheet", "case")}
        opened = await _opened(page, said["file"], said["sheet"])
        if opened is None:
            continue
        case = await page.ask(partial(_case, reference=said["case"]))
        if case is not None:
            await taken_in(page, opened, case)
            return


def _case(services: Services, *, reference: str) -> str:
    """The case of that reference; of none, where none is named."""
    return services.desk.case(reference).id if reference else ""


async def _reference(page: Page, case_id: str | None) -> str:
    if case_id is None:
        return ""
    return await page.ask(lambda services: services.desk.file(case_id).case.reference) or ""


async def _opened(page: Page, typed: str, sheet: str) -> OpenedTracker | None:
    """The file as a table; why not, in words, where it is none."""
    path = Path(typed.strip("'\"")).expanduser()
    try:
        data = await asyncio.to_thread(data_of, path)
        return await page.context.backend.call(lambda services: services.imports.open(data, path.name, sheet))
    except OSError as refused:
        page.notify(f"{path.name}: {refused.strerror or refused}", title="Not read", severity="warning", markup=False)
    except SscbError as refused:
        page.refused(refused)
    return None


async def _write_out(page: Page) -> None:
    """Ask where to, and write every row: as CSV where the name says so, else as a workbook."""
    where = str(suggested("tracker.xlsx"))
    while answer := await page.app.push_screen_wait(Entry("Write the tracker to (.xlsx or .csv)", where)):
        where = answer
        target = Path(where).expanduser()
        data = await page.ask(partial(_written, csv=target.suffix.casefold() == ".csv"))
        if data is not None and await put(page, target, data):
            return


def _written(services: Services, *, csv: bool) -> bytes:
    return services.imports.csv().encode() if csv else services.imports.xlsx()
