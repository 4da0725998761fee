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

LOG = "sscb.log"
"""The same the screens write to."""


class BadInput(click.ClickException):
    """An expected failure on its way out: its sentences on stderr, 2 to the caller."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:
        """Print the sentences, one a line, control characters made visible."""
        click.echo(visible(self.message), file=file, err=file is None)


class Refused(BadInput):
    """Refused by a rule, or by somebody else having saved first: 1 to the caller."""

    exit_code = 1


class Unforeseen(BadInput):
    """A fault of the program: 70 to the caller, as sysexits.h has it, so that no script takes it for a refusal."""

    exit_code = 70


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
        """Run the command; a refusal ends with 1, bad input with 2, and a fault of the program is written down."""
        try:
            return super().invoke(ctx)
        except (RuleError, StaleError) as error:
            raise Refused(str(error)) from error
        except SscbError as error:
            raise BadInput(str(error)) from error
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click's own ways out; a reader that has gone away, as `| head` does, is no fault
        except OSError as error:
            raise BadInput(f"{error.filename or 'the output'}: {error.strerror or error}") from error
        except Exception as error:
            raise Unforeseen(_written_down(error)) from error


def _written_down(error: Exception) -> str:
    """A sentence that names the error's kind and its log; its message stays out, since that may quote a case."""
    from sscb_tui.config import places
    from sscb_tui.failures import write_down

    log = write_down(error, places().log / LOG)
    where = f"Where it happened is written in {log}." if log else "It could not be written down either."
    return f"Something went wrong that this program did not foresee ({type(error).__name__}). {where}"


def _speak_utf8(streams: Sequence[object]) -> None:
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
