"""Where unexpected errors are written down: the frames of the trace and never a value, since values are case text."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from pathlib import Path

from sscb_tui.version import __version__


def write_down(error: BaseException, log: Path | None) -> str:
    """Append the error's frames to the log; answers the log's path, or nothing where it could not be written."""
    if log is None:
        return ""
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} sscb-tui {__version__}\n{frames(error)}\n\n")
    except OSError:
        return ""
    return str(log)


def frames(error: BaseException) -> str:
    """The chain of errors by class and place, without their messages."""
    lines = []
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__name__)
        for frame in traceback.extract_tb(chain.__traceback__):
            lines.append(f"  {frame.filename}:{frame.lineno} {frame.name}: {frame.line or ''}")
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines)
