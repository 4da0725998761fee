"""What one person's windows remember between starts: theme, who acted last, views. Nothing about any case."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
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
    views: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """The person's own views of the tracker: what to find, order, groups."""

    @classmethod
    def load(cls, places: Places) -> UserState:
        """What the last window left behind; a file that cannot be read is as good as none."""
        state = cls(file=places.state / "window.json", keymap=places.config / "keys.toml", log=places.log / "sscb.log")
        state.almanac = places.state / "bank-holidays.json"
        known = _read(state.file)
        state.theme, state.actor = _text(known, "theme") or DARK, _text(known, "actor")
        state.views = _views(known.get("views"))
        return state

    def remember(
        self,
        *,
        theme: str | None = None,
        actor: str | None = None,
        views: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """Change what is remembered, on disk as well."""
        before = (self.theme, self.actor, self.views)
        self.theme, self.actor = theme or self.theme, actor or self.actor
        self.views = self.views if views is None else views
        if self.file is not None and before != (self.theme, self.actor, self.views):
            write_whole(self.file, json.dumps({"theme": self.theme, "actor": self.actor, "views": self.views}))


def _read(file: Path | None) -> dict[str, object]:
    try:
        held = json.loads(file.read_text(encoding="utf-8")) if file else {}
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def _text(known: Mapping[str, object], name: str) -> str:
    held = known.get(name)
    return held if isinstance(held, str) else ""


def _views(held: object) -> dict[str, dict[str, str]]:
    """Views by name, each with its parts; whatever else stands there is left out."""
    named = held.items() if isinstance(held, dict) else ()
    return {
        str(name): {str(part): value for part, value in view.items() if isinstance(value, str)}
        for name, view in named
        if isinstance(view, dict)
    }


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
