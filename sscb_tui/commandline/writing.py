"""What goes out: sentences and JSON on stdout, papers and forms into files, whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.text import shown, shown_line

visible = shown


def say(text: str) -> None:
    """One answer in words; control characters are made visible, line breaks stay."""
    click.echo(shown(text))


def say_json(value: object) -> None:
    """One answer for another program: two-space JSON, keys in a fixed order."""
    click.echo(json.dumps(_plain(value), ensure_ascii=False, indent=2))


def say_json_line(value: object) -> None:
    """One answer on one line, for JSON lines."""
    click.echo(json.dumps(_plain(value), ensure_ascii=False))


def _plain(value: object) -> object:
    """Models, dataclasses, enumerations and dates as JSON knows them."""
    from pydantic_core import to_jsonable_python

    plain: object = to_jsonable_python(value)
    return plain


def say_table(rows: Sequence[Sequence[str]], none: str) -> None:
    """Rows in aligned columns, each cell on one line; a sentence where there are no rows."""
    from rich.cells import cell_len

    if not rows:
        click.echo(none)
        return
    cells = [[shown_line(cell) for cell in row] for row in rows]
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(cells[0]))]
    for row in cells:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def refuse_overwriting(paths: Sequence[Path], *, force: bool) -> None:
    """Stop before anything is done if a file to be written is already there."""
    taken = [path for path in paths if path.exists()]
    if taken and not force:
        raise InputError([Problem(str(path), "is already there.", "another name, or --force") for path in taken])


def keep(path: Path, text: str) -> None:
    """Write a text whole or not at all, readable to its owner alone."""
    keep_bytes(path, text.encode())


def keep_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable to its owner alone."""
    if not path.parent.is_dir():
        raise InputError([Problem(str(path), f"there is no folder {path.parent}.", "an existing folder")])
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
