"""The README tells the truth: its table of keys is the declared bindings. SSCB_KEYS=1 writes the table anew."""

from __future__ import annotations

import os
import re
from pathlib import Path

from textual.binding import Binding

from screens.base import Page, Place
from screens.places import page_class
from screens.widgets.side_by_side import SideBySideGrid
from sscb_tui.app import Sscb

README = Path(__file__).parents[2] / "README.md"
PLACES: dict[str, Place | type[object]] = {
    "Everywhere": Sscb,
    "Referrals": Place.REFERRALS,
    "Forms": Place.REFERRAL_FORM,
    "Discussion": Place.DISCUSSION,
    "Case file": Place.CASE,
    "Scoping": Place.SCOPING,
    "Side by side": SideBySideGrid,
    "Decision": Place.DECISION,
    "Review": Place.REVIEW,
    "Tracker": Place.TRACKER,
    "Board": Place.DASHBOARD,
    "Duties": Place.DUTIES,
    "Find": Place.FIND,
    "Paper": Place.PAPER,
}


def bindings(place: Place | type[object]) -> list[Binding]:
    """What a place declares, its shown keys and its numbers; inherited keys are told once, under Everywhere."""
    kind = page_class(place) if isinstance(place, Place) else place
    own = [each for cls in kind.__mro__ if cls not in (Page, *Page.__mro__) for each in vars(cls).get("BINDINGS", [])]
    known = {each.id: each for each in reversed(own) if isinstance(each, Binding) and (each.id or "").count(".")}
    return [each for each in reversed(known.values()) if each.description and not each.system]


def key(binding: Binding) -> str:
    """The key as people read it."""
    shown = binding.key_display or binding.key.split(",")[0]
    names = {"full_stop": ".", "colon": ":", "slash": "/", "question_mark": "?", "enter": "Enter"} | {
        "right_square_bracket": "]",
        "left_square_bracket": "[",
        "equals_sign": "=",
        "exclamation_mark": "!",
    }
    return re.sub(r"^ctrl\+(.)$", lambda m: f"Ctrl+{m[1].upper()}", names.get(shown, shown))


def table() -> str:
    """The table of keys as the README prints it."""
    rows = [
        f"| {name} | {' · '.join(f'`{key(each)}` {each.description}' for each in bindings(place))} |"
        for name, place in PLACES.items()
    ]
    return "\n".join(("| where | keys |", "|---|---|", *rows))


def test_the_readme_lists_the_keys_that_are_declared() -> None:
    text = README.read_text(encoding="utf-8")
    whole = re.compile(r"(<!-- keys -->\n).*?(<!-- end of keys -->)", re.DOTALL)
    right = whole.sub(lambda match: f"{match[1]}{table()}\n{match[2]}", text)
    if os.environ.get("SSCB_KEYS"):
        README.write_text(right, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == right, "run SSCB_KEYS=1 pytest tests/unit/test_readme.py"
