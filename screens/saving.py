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
        if where is not None and await _put(screen, paper, Path(where).expanduser()):
            return


async def _put(screen: Screen[None], paper: PaperText, target: Path) -> bool:
    target = target / paper.filename if target.is_dir() else target
    if already_there(target) and not await confirmed(
        screen.app, f"{target} exists already. Replace it?", "replace it", "keep what is there"
    ):
        return False
    try:
        replace(target, paper.markdown)
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


def replace(target: Path, text: str) -> None:
    """Write beside the target and move into place, so that nobody ever sees half a paper."""
    part = target.with_name(f".{target.name}.new")
    part.unlink(missing_ok=True)
    keep(part.parent, part.name, text).replace(target)
