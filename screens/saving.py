"""Where a paper is saved, and how it takes the place of an older one."""

from __future__ import annotations

import os
from pathlib import Path

from screens.files import keep


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
