"""Lines without caches answer as Textual's own do; in a process of their own, since they stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = """
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import Monochrome
from textual.strip import Strip
from sscb_tui.strips import CACHES, lighten_strips

grey = Monochrome()

def answers():
    line = Strip([Segment("Child Q ", Style(bold=True)), Segment("日本 [/] said", Style())])
    def all_of_them():
        return [
            line.cell_length, line.divide([3, line.cell_length]), line.crop(2, 10), line.crop_extend(2, 30, Style()),
            line.adjust_cell_length(40, Style()), line.apply_style(Style(italic=True)), line.apply_offsets(1, 2),
            line.apply_filter(grey, Color(0, 0, 0)), line.link_ids, line.text,
        ]
    first, again = all_of_them(), all_of_them()
    assert all(one is other for one, other in zip(first[1:8], again[1:8], strict=True)), "asked twice, made twice"
    return line, first

stock, expected = answers()
lighten_strips()
line, found = answers()
assert found == expected
for name in CACHES:
    assert getattr(line, name)._maxsize == getattr(stock, name)._maxsize
fresh = Strip([])
try:
    Strip.__dict__["_crop_cache"].__get__(fresh)
except AttributeError:
    print("made when needed")
"""


def test_light_lines_answer_as_textuals_own_and_make_caches_when_they_need_them() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2]
    )
    assert (done.stdout, done.stderr) == ("made when needed\n", "")
