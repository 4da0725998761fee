"""What the columns of other people's trackers were taken for, kept beside the window's memory: no word of any case.

A header is known by its fingerprint alone, and of each column only which of ours it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sscb_tui.user_state import write_whole

MOST = 200
"""Headers remembered; the oldest give way."""


@dataclass(frozen=True, slots=True)
class Mappings:
    """The file they are kept in; without one nothing is remembered."""

    file: Path | None = None

    def known(self) -> Mapping[str, tuple[str, ...]]:
        """Every header remembered; a file that cannot be read is as good as none."""
        try:
            held = json.loads(self.file.read_text(encoding="utf-8")) if self.file else {}
        except (OSError, ValueError):
            return {}
        if not isinstance(held, dict):
            return {}
        return {header: tuple(map(str, columns)) for header, columns in held.items() if isinstance(columns, list)}

    def remember(self, header: str, columns: Sequence[str]) -> None:
        """Keep one more, on disk, where that takes it."""
        if self.file is None:
            return
        known = {each: columns for each, columns in self.known().items() if each != header}
        kept = dict(list({**known, header: tuple(map(str, columns))}.items())[-MOST:])
        write_whole(self.file, json.dumps(kept, indent=2))
