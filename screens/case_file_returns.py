"""What is done about returns from the case file: templates out, files in, reminders, and the end of waiting."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from screens.asking import carry_out
from screens.dialogs.changes import change_words
from screens.dialogs.confirm import confirmed
from screens.dialogs.passage import Passage
from screens.dialogs.told import Told
from screens.files import data_of, keep, named
from screens.forms.spec import Entry, Field, Kind, Options, Section
from screens.forms.values import lines
from screens.forms.when import day
from screens.widgets.form_dialog import FormDialog
from screens.words import count
from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.terms import ReturnState

if TYPE_CHECKING:
    from screens.case_file_words import Dossier
    from screens.desk_page import DeskPage
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import PaperText, ReturnRow

IMPORT = Section(
    "Import returns",
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
CHASE = Section(
    "Chase a return",
    (
        Field("note", "What was said, to whom", Kind.LONG, required=True),
        Field("new_due", "New date", Kind.DATE, help="Only where more time was given."),
    ),
)
REFUSED = Section("The agency refuses", (Field("reason", "Its reason", Kind.LONG, required=True),))


def issuing(agencies: Options, asked: str) -> Section:
    """Whom to ask, and where the files go."""
    return Section(
        "Issue templates",
        (
            Field("agencies", "Agencies", Kind.MULTI, required=True, choices=agencies, default=asked),
            Field(
                "folder",
                "Folder",
                required=True,
                default=str(Path.home()),
                help="One Markdown file for each agency is written here, readable by you alone.",
            ),
        ),
    )


async def issue(page: DeskPage, read: Dossier) -> None:
    """Ask the agencies, and write each its template."""
    plan = read.file.case.discussion.plan if read.file.case.discussion is not None else None
    planned = plan.agencies if plan is not None else tuple(each.agency for each in read.file.case.agencies)
    options = tuple((each.code, f"{each.code} {each.brief}") for each in read.board.agencies)
    answer = await page.app.push_screen_wait(FormDialog(issuing(options, "\n".join(planned)), {}, done="issue"))
    if answer is None:
        return
    codes, folder = lines(str(answer["agencies"])), Path(str(answer["folder"])).expanduser()
    case_id = read.file.case.id
    papers = await page.ask(lambda services: _issued(services, page.actor, case_id, codes))
    if papers is not None:
        page.refresh_record()
        await _written(page, folder, papers)


def _issued(services: Services, actor: Actor, case_id: str, codes: list[str]) -> tuple[PaperText, ...]:
    services.scoping.issue(actor, case_id, codes)
    return tuple(services.scoping.template(case_id, code) for code in codes)


async def _written(page: DeskPage, folder: Path, papers: tuple[PaperText, ...]) -> None:
    try:
        kept = [await asyncio.to_thread(keep, folder, paper.filename, paper.markdown) for paper in papers]
    except OSError as refused:
        said = f"The templates are issued, but could not be written to {folder}: {refused.strerror or refused}."
        page.notify(said, title="Not written", severity="error", timeout=15, markup=False)
        return
    listed = "\n".join(path.name for path in kept)
    await page.app.push_screen_wait(Told(f"{count(len(kept), 'template')} in {folder}", listed))


async def take(page: DeskPage) -> None:
    """Import returned files, each whole or not at all, and say what became of each."""
    answer = await page.app.push_screen_wait(FormDialog(IMPORT, {}, done="import"))
    if answer is None:
        return
    taken = [await _taken(page, path) for path in named(lines(str(answer["files"])))]
    page.refresh_record()
    said = "\n\n".join(words for words, _ in taken) or "There is no .md file in that folder."
    await page.app.push_screen_wait(Told("Returns", said))
    for digest in filter(None, (digest for _, digest in taken)):
        await _changed(page, digest)


async def _changed(page: DeskPage, digest: str) -> None:
    """A return that was sent again opens as what it changed, with the pinned words it no longer holds."""
    case_id = page.context.case_id or ""
    found = await page.ask(lambda services: services.scoping.changes_of(case_id, digest))
    if found is not None:
        await page.app.push_screen_wait(Passage(f"{found.name}: what was sent again", change_words(found)))


async def _taken(page: DeskPage, path: Path) -> tuple[str, str]:
    """A receipt and its digest, or every problem by its line and none."""
    try:
        data = await asyncio.to_thread(data_of, path)
        receipt = await page.context.backend.call(lambda services: services.scoping.take(page.actor, path.name, data))
    except OSError as refused:
        return f"✗ {path.name} was not read: {refused.strerror or refused}", ""
    except SscbError as refused:
        problems = "\n".join(f"    {line}" for line in str(refused).split("\n"))
        return f"✗ {path.name} was not taken; nothing of it is on record:\n{problems}", ""
    return f"✓ {receipt.file} is on record.\n    sha256 {receipt.sha256}", receipt.sha256


def latest(read: Dossier) -> ReturnRow | None:
    """Whose return has been awaited longest; None where none is."""
    awaited = [row for row in read.returns if row.received_at is None and row.state is not ReturnState.REFUSED]
    return min(awaited, key=lambda row: row.due, default=None)


async def chase(page: DeskPage, row: ReturnRow) -> None:
    """Put a reminder or an extension on record."""

    def deed(services: Services, actor: Actor, given: Entry) -> object:
        return services.scoping.chase(actor, row.request_id, str(given["note"]), day(str(given["new_due"])))

    await carry_out(page, CHASE, deed, about=row.request_id)


async def refuse(page: DeskPage, row: ReturnRow) -> None:
    """Put an agency's refusal on record."""
    await carry_out(
        page,
        REFUSED,
        lambda services, actor, given: services.scoping.refuse(actor, row.request_id, str(given["reason"])),
        about=row.request_id,
    )


async def complete(page: DeskPage, read: Dossier) -> None:
    """Every return is in or accounted for: the meeting can be held."""
    summary = read.summary
    said = (
        f"{summary.returns_in} of {summary.returns_asked} returns are in. Close the waiting and go on to the meeting?"
    )
    if await confirmed(page.app, said, "go on to the meeting", "go on waiting"):
        await page.do(lambda services, actor: services.scoping.complete(actor, read.file.case.id))
