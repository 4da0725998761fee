"""Bank holidays kept between starts: loading the library that knows them takes longer than drawing the queue.

What is kept is exactly what the library said, and only for as long as the very same library is installed.
"""

from __future__ import annotations

import json
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from sscb_tui.domain.working_days import known_bank_holidays, take_bank_holidays

LIBRARY = "holidays"


def recall_bank_holidays(file: Path | None) -> None:
    """Take over what an earlier start kept; a file missing, damaged or of another library is as good as none."""
    if file is None:
        return
    try:
        kept = json.loads(file.read_text(encoding="ascii"))
        if kept["library"] != _library():
            return
        years = {int(year): frozenset(map(date.fromisoformat, days)) for year, days in kept["years"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    take_bank_holidays(years)


def keep_bank_holidays(file: Path | None) -> None:
    """Keep what this start has learnt; a disk that refuses costs the next start a moment, and nobody's work."""
    if file is None:
        return
    years = {year: sorted(day.isoformat() for day in days) for year, days in sorted(known_bank_holidays().items())}
    text = json.dumps({"library": _library(), "years": years})
    try:
        if years and (not file.is_file() or file.read_text(encoding="ascii") != text):
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            file.write_text(text, encoding="ascii")
    except (OSError, ValueError):
        return


def _library() -> str:
    """The library as installed: another release is other files, written at another time."""
    found = find_spec(LIBRARY)
    if found is None or found.origin is None:
        return ""
    files = (Path(found.origin).with_name("version.py"), Path(found.origin))
    stamp = next((file.stat() for file in files if file.is_file()), None)
    return f"{found.origin} {stamp.st_size} {stamp.st_mtime_ns}" if stamp else ""
