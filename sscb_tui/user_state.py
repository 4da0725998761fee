"""What one person's windows remember between starts: the theme and who acted last. Nothing about any case."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.config import Places

DARK = "textual-dark"


@dataclass(slots=True)
class UserState:
    """Remembered choices, and the files that belong to the person; without files nothing outlives the process."""

    theme: str = DARK
    actor: str = ""
    file: Path | None = None
    keymap: Path | None = None
    """The person's own keys: TOML, binding id = keys."""
    almanac: Path | None = None
    """Where bank holidays once reckoned are kept."""
    log: Path | None = None
    """Where unexpected errors are written."""

    @classmethod
    def load(cls, places: Places) -> UserState:
        """What the last window left behind; a file that cannot be read is as good as none."""
        state = cls(file=places.state / "window.json", keymap=places.config / "keys.toml", log=places.log / "sscb.log")
        state.almanac = places.state / "bank-holidays.json"
        known = _read(state.file)
        state.theme, state.actor = known.get("theme", DARK), known.get("actor", "")
        return state

    def remember(self, *, theme: str | None = None, actor: str | None = None) -> None:
        """Change what is remembered, on disk as well."""
        before = (self.theme, self.actor)
        self.theme, self.actor = theme or self.theme, actor or self.actor
        if self.file is not None and before != (self.theme, self.actor):
            write_whole(self.file, json.dumps({"theme": self.theme, "actor": self.actor}))


def _read(file: Path | None) -> dict[str, str]:
    try:
        held = json.loads(file.read_text(encoding="utf-8")) if file else {}
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in held.items() if isinstance(value, str)} if isinstance(held, dict) else {}


def write_whole(file: Path, text: str) -> None:
    """Whole or not at all: a crash leaves the old file. A disk that refuses costs the memory, not the work."""
    part = file.with_suffix(f".{os.getpid()}.part")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part.touch(mode=0o600)
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
