"""Files in and out: whole or not at all, readable by their owner alone."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

MOST = 20_000_000
"""Bytes; a returned template is a few pages, and anything larger is some other file."""


def keep(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a text under its name, over nothing that is there; after a power cut it is whole or absent."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    if target.exists():
        raise FileExistsError(f"{name} is already there; choose another folder or move it first")
    with NamedTemporaryFile("wb", dir=folder, prefix=".", suffix=".part", delete=False) as part:
        try:
            part.write(text.encode() if isinstance(text, str) else text)
            part.flush()
            os.fsync(part.fileno())
            part.close()
            Path(part.name).replace(target)
        except OSError:
            Path(part.name).unlink(missing_ok=True)
            raise
    return target


def named(lines: Iterable[str]) -> list[Path]:
    """The files that typed lines name; a folder stands for the Markdown files in it."""
    found: list[Path] = []
    for line in lines:
        path = Path(line.strip().strip("'\"")).expanduser()
        found += sorted(path.glob("*.md")) if path.is_dir() else [path]
    return found


def data_of(path: Path) -> bytes:
    """The file's bytes; OSError in words where it cannot be read."""
    if path.stat().st_size > MOST:
        raise OSError(f"{path.name} is larger than any template ({MOST // 1_000_000} MB).")
    return path.read_bytes()
