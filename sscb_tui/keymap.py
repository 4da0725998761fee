"""Keys as declared, and as a person's own file changes them: `referrals.new = "ctrl+n"` in TOML, by binding id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from textual.binding import Binding
from textual.dom import DOMNode

from sscb_tui.domain.errors import InputError, Problem

OURS = ("screens.", "sscb_tui.")


def declared(kind: type[object]) -> Iterator[Binding]:
    """The bindings a class of ours declares, its own before those it inherits; one for each id and key."""
    kinds: tuple[type[object], ...] = kind.__mro__
    for each in kinds:
        if each.__module__.startswith(OURS):
            yield from Binding.make_bindings(vars(each).get("BINDINGS", ()))


def all_declared() -> dict[str, Binding]:
    """Every binding of the program by id. Imports every screen: only for checking a key map and for the manual."""
    import screens

    for module in walk_packages(screens.__path__, "screens."):
        import_module(module.name)
    app = import_module("sscb_tui.app").Sscb
    return {binding.id: binding for kind in (app, *_kinds(DOMNode)) for binding in declared(kind) if binding.id}


def _kinds(kind: type[object]) -> Iterator[type[object]]:
    for each in kind.__subclasses__():
        yield each
        yield from _kinds(each)


def read_keymap(file: Path | None) -> dict[str, str]:
    """The person's keys by binding id; nothing where there is no file. InputError says what is wrong with one."""
    if file is None or not file.is_file():
        return {}
    import tomllib

    try:
        held = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError([Problem(str(file), f"this is not TOML: {error}")]) from error
    keys, problems = dict[str, str](), list[Problem]()
    for name, value in _flat(held):
        if isinstance(value, str) and value.strip():
            keys[name] = value.replace(" ", "")
        else:
            problems.append(Problem(f"{file}, {name}", "a key is written in quotes.", 'for example "ctrl+n" or "n,f2"'))
    if problems:
        raise InputError(problems)
    return keys


def _flat(held: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for name, value in held.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def misnamed(keys: Iterable[str], known: Iterable[str]) -> tuple[Problem, ...]:
    """Ids of the key map that no binding has, each with the likeliest one meant."""
    ids = sorted(known)
    return tuple(
        Problem(name, "no command has this name.", ", ".join(difflib.get_close_matches(name, ids, 3, 0.4)))
        for name in keys
        if name not in ids
    )
