"""What every screen declares: keys with a name and a sentence, styles that stay at home, and a light start."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import screens
from screens.base import Page, Place
from screens.places import SCREENS, page_class
from sscb_tui.app import Sscb

ROOT = Path(screens.__path__[0])
STYLES = sorted(ROOT.rglob("*.tcss"))
LONGEST_LABEL = 9


def nodes() -> Iterator[type[DOMNode]]:
    """Every screen, dialog and widget of ours, and the App."""
    yield Sscb
    for module in walk_packages(screens.__path__, "screens."):
        for _, kind in getmembers(import_module(module.name), isclass):
            if issubclass(kind, DOMNode) and kind.__module__ == module.name:
                yield kind


def bindings() -> list[tuple[type[DOMNode], Binding]]:
    """Every binding declared anywhere, with the class it stands in."""
    return [(kind, each) for kind in nodes() for each in Binding.make_bindings(vars(kind).get("BINDINGS", ()))]


def test_every_binding_has_an_id_a_name_and_a_sentence() -> None:
    bare = [
        f"{kind.__name__}.{each.key}"
        for kind, each in bindings()
        if not (each.id and re.fullmatch(r"[a-z]+\.[a-z0-9_]+", each.id) and each.tooltip and each.description)
    ]
    assert bare == []


def test_no_two_commands_share_an_id() -> None:
    commands = defaultdict(set)
    for _, each in bindings():
        commands[each.id].add((each.action, each.tooltip))
    assert {id: said for id, said in commands.items() if len(said) > 1} == {}


def test_labels_in_the_footer_are_short() -> None:
    assert [each.description for _, each in bindings() if each.show and len(each.description) > LONGEST_LABEL] == []


def test_capital_letters_belong_to_places() -> None:
    places = {key for (key,) in (("R",), ("S",), ("C",), ("V",), ("T",), ("B",), ("D",), ("F",), ("A",))}
    taken = [f"{kind.__name__}: {each.key}" for kind, each in bindings() if each.key in places and kind is not Sscb]
    assert taken == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_a_style_file_is_one_block_named_after_its_screen(style: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", style.read_text(encoding="utf-8"), flags=re.DOTALL)
    depth, heads, head = 0, [], ""
    for sign in text:
        if sign == "{":
            if depth == 0:
                heads.append(head.strip())
            depth, head = depth + 1, ""
        elif sign == "}":
            depth, head = depth - 1, ""
        else:
            head += sign
    names = {kind.__name__ for kind in nodes() if issubclass(kind, Page) and _styled_by(kind, style)}
    assert heads == sorted(names), style
    assert not re.search(r"#[0-9a-fA-F]{6}\b|rgb\(", text), "theme variables only"


def _styled_by(kind: type[Page], style: Path) -> bool:
    return vars(kind).get("CSS_PATH") == style.name


@pytest.mark.parametrize("place", Place)
def test_every_place_has_its_screen(place: Place) -> None:
    kind = page_class(place)
    assert issubclass(kind, Page)
    assert kind.__module__ == SCREENS[place][0]


def test_the_first_frame_imports_nothing_heavy() -> None:
    heavy = (
        "pydantic",
        "sqlite_utils",
        "markdown_it",
        "sqlcipher3",
        "click",
        "screens.tracker",
        "holidays",
        "tomllib",
        "sscb_tui.services.views",
    )
    code = f"import sys, sscb_tui.app; print([name for name in {heavy} if name in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert said.stdout.strip() == "[]"
