"""A click group that imports a command only when it is called, and turns refusals into exit codes."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Mapping, Sequence
from typing import IO

import click

from sscb_tui.commandline.writing import visible
from sscb_tui.domain.errors import RuleError, SscbError, StaleError


class BadInput(click.ClickException):
    """An expected failure on its way out: its sentences on stderr, 2 to the caller."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Print the sentences, one a line, control characters made visible."""
        click.echo(visible(self.message), file=file, err=file is None)


class Refused(BadInput):
    """Refused by a rule, or by somebody else having saved first: 1 to the caller."""

    exit_code = 1


class LazyGroup(click.Group):
    """The root of the command line; `sources` maps a command's name to "module:attribute"."""

    def __init__(self, *, sources: Mapping[str, str], **settings: object) -> None:
        """Remember where the commands are; import none of them."""
        super().__init__(**settings)  # type: ignore[arg-type]  # click's own keywords, passed through
        self.sources = sources

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command by name."""
        return sorted(self.sources)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        source = self.sources.get(cmd_name)
        if source is None:
            return None
        module, _, attribute = source.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        return command if isinstance(command, click.Command) else None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """Answers are UTF-8 whatever the locale says, in files and pipes alike."""
        _speak_utf8((sys.stdout, sys.stderr))
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a refusal ends with 1, bad input with 2, and anything unexpected flies on."""
        try:
            return super().invoke(ctx)
        except (RuleError, StaleError) as error:
            raise Refused(str(error)) from error
        except (SscbError, FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError) as error:
            raise BadInput(str(error)) from error


def _speak_utf8(streams: Sequence[object]) -> None:
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
