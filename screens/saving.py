"""Where a paper is saved, how that is asked, and how it takes the place of an older one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from screens.dialogs.confirm import confirmed
from screens.dialogs.entry import Entry
from screens.files import keep

if TYPE_CHECKING:
    from textual.screen import Screen

    from sscb_tui.services.views import PaperText


async def save_as(screen: Screen[None], paper: PaperText, question: str) -> None:
    """Ask where to and save; never over another file without asking."""
    where: str | None = str(suggested(paper.filename))
    while where is not None:
        where = await screen.app.push_screen_wait(Entry(question, where))
        if where is not None and await put(screen, _inside(Path(where).expanduser(), paper), paper.markdown):
            return


def _inside(target: Path, paper: PaperText) -> Path:
    """The paper under its own name, where a folder was named."""
    return target / paper.filename if target.is_dir() else target


async def put(screen: Screen[None], target: Path, text: str | bytes) -> bool:
    """Write a file where it was asked for; never over another without asking. Whether it is there now."""
    if already_there(target) and not await confirmed(
        screen.app, f"{target} exists already. Replace it?", "replace it", "keep what is there"
    ):
        return False
    try:
        replace(target, text)
    except OSError as error:
        screen.notify(f"{target}: {error.strerror}", title="Not saved", severity="warning", markup=False)
        return False
    screen.notify(f"Saved: {target}", markup=False)
    return True


def suggested(filename: str) -> Path:
    """The person's documents folder where there is one, else where the program was started."""
    documents = Path.home() / "Documents"
    return (documents if documents.is_dir() else Path.cwd()) / Path(filename).name


def already_there(target: Path) -> bool:
    """Whether saving would replace something."""
    return os.path.lexists(target)


def replace(target: Path, text: str | bytes) -> None:
    """Write beside the target and move into place, so that nobody ever sees half a paper."""
    part = target.with_name(f".{target.name}.new")
    part.unlink(missing_ok=True)
    keep(part.parent, part.name, text).replace(target)
