"""The Board's dashboard as paper, page and drawings: nothing runs, nobody is named, no small number in public."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as Tree
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib.metadata import version

import pytest

from exports.board_papers import MarkdownBoardPapers
from exports.drawing import drawn
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.naming import names_of
from sscb_tui.domain.small_numbers import FEW
from sscb_tui.services.figures.reckoned import reckoned
from sscb_tui.services.views.dashboard import Bar, DecisionFigures, Figure, Figures
from tests.papers.test_papers_name_nobody import SAID, TELLING, saying
from tests.papers.tracked import published, rows

Golden = Callable[[str, str], None]
WRITES = MarkdownBoardPapers()
DECISIONS = DecisionFigures(
    decided=14, in_time=9, median_days=27.5, waiting=3, waiting_late=1, to_tell=12, told_in_time=11
)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)> [a](javascript:b) | # x'


@pytest.fixture
def files(file: CaseFile) -> tuple[CaseFile, ...]:
    """A review that is published and one that has begun."""
    return published(file), file


@pytest.fixture
def found(files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime) -> Figures:
    """The dashboard of both."""
    return figures(files, board, printed)


def figures(files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime) -> Figures:
    """What the service reckons from the record's columns."""
    names = {each.code: each.names[-1].name for each in board.agencies}
    today = printed.date()
    return reckoned(rows(files, today), DECISIONS, names, today)


def test_the_dashboard_stands_as_it_was_approved(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("dashboard.md", WRITES.dashboard(found, files, board, printed, public=False))


def test_the_public_dashboard_stands_as_it_was_approved(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("dashboard_public.md", WRITES.dashboard(found, (), board, printed, public=True))


def test_the_page_stands_as_it_was_approved(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    golden("dashboard.html", WRITES.dashboard_page(found, files, board, printed, public=False))


@pytest.mark.parametrize("name", ["agency", "months"])
def test_a_drawing_stands_as_it_was_approved(found: Figures, name: str, golden: Golden) -> None:
    drawings = WRITES.drawings(found)
    golden(f"dashboard_{name}.svg", drawings[name])
    assert drawings == WRITES.drawings(found)


def test_what_the_board_hears_of_stands_on_the_paper(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.dashboard(found, files, board, printed, public=False)
    assert text.startswith("**OFFICIAL**\n")
    assert "13, 9 open, 2 overdue, 6 silent, 1 without an owner." in text
    assert "**Red for two cycles:** 2, listed below." in text
    assert "1 Sep 2026 (97 d)" in text
    assert "| communication | SSCB/2025/011, SSCB/2026/004 |" in text
    assert "9 of 14 (64%)" in text
    assert "11 of 12 (92%)" in text
    assert "| test 1 Dec 2026 |" in text
    assert "27.5 days" in text


def test_in_public_no_small_number_and_no_single_action_is_told(
    found: Figures, board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.dashboard(found, (), board, printed, public=True)
    cells = re.findall(r"\| +([0-9]+) +\|", text.split("## 1.")[1])
    assert all(not 1 <= int(cell) <= 4 for cell in cells)
    assert FEW in text
    assert "A-" not in text
    assert "Child" not in text.replace("Safeguarding Children", "").replace("Children's Social Care", "")
    assert "<svg" not in WRITES.dashboard_page(found, (), board, printed, public=True)


def test_names_in_peoples_words_stay_out(files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime) -> None:
    told = tuple(saying(file, f"{HOSTILE} {', '.join(SAID)}") for file in files)
    found = figures(told, board, printed)
    for text in (
        WRITES.dashboard(found, told, board, printed, public=False),
        WRITES.dashboard_page(found, told, board, printed, public=False),
    ):
        assert not names_of(files[0]).found(re.sub(r"<[^>]*>", " ", text))
        assert not any(telling in text.casefold() for telling in TELLING)


def test_nothing_on_the_page_runs_links_or_is_fetched(
    files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    told = tuple(saying(file, HOSTILE) for file in files)
    child = replace(told[0], case=told[0].case.but(pseudonym=HOSTILE))
    found = figures((child, told[1]), board, printed)
    bars = tuple(replace(bar, label=f"{HOSTILE}{bar.label}") for bar in found.figures[0].bars)
    found = replace(found, figures=(replace(found.figures[0], bars=bars), *found.figures[1:]))
    text = WRITES.dashboard_page(found, told, board, printed, public=False)
    tags = set(re.findall(r"<([a-zA-Z!/][\w!-]*)", text))
    assert tags.isdisjoint({"script", "a", "img", "iframe", "object", "link", "image", "use", "foreignObject"})
    assert not re.search(r"<[^>]*\s(?:on\w+|href|src|style)=", text)
    assert "default-src 'none'" in text
    assert "&lt;script&gt;" in text


def test_the_pages_one_style_is_the_one_its_policy_allows(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    import base64
    import hashlib

    text = WRITES.dashboard_page(found, files, board, printed, public=False)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_every_figure_with_something_to_show_is_on_the_page(
    found: Figures, files: tuple[CaseFile, ...], board: BoardSettings, printed: datetime
) -> None:
    text = WRITES.dashboard_page(found, files, board, printed, public=False)
    shown = [each for each in found.figures if not each.is_empty]
    assert text.count("<svg ") == len(shown) > 9
    for each in shown:
        assert f'aria-labelledby="{each.name}-title {each.name}-desc"' in text


@pytest.mark.parametrize("label", [HOSTILE, "日本の子", "\x1b[31m red", "long " * 60, "&amp; &"])
def test_a_drawing_says_in_words_what_it_shows_and_is_well_formed_whatever_the_label(label: str) -> None:
    root = Tree.fromstring(drawn(Figure("x", "Title", (Bar(label, 3), Bar("none", 0)), 3), alone=True))  # noqa: S314 - drawn by us
    title, told, *_ = root
    assert title.text == "Title"
    assert told.text is not None
    assert told.text.endswith(": 3; none: 0.")
    assert [each.text for each in root.iter() if each.get("class") == "value"] == ["0", "3"]
    assert not [each for each in root.iter() if each.tag.rpartition("}")[2] in ("script", "a", "image")]


def test_drawing_leaves_pythons_imports_as_they_were() -> None:
    drawn(Figure("x", "Title", (Bar("one", 1),), 1))
    assert not [each for each in sys.meta_path if type(each).__module__.startswith("pygal")]
    assert version("textual"), "what is installed must still be found"


@pytest.mark.parametrize("over_time", [False, True])
def test_every_bar_has_its_words_and_its_number_written_beside_it(over_time: bool) -> None:
    bars = (Bar("Exampleshire Police", 31), Bar("City Hospitals", 7), Bar("nobody", 0))
    root = Tree.fromstring(drawn(Figure("x", "Title", bars, 38, over_time=over_time)))  # noqa: S314 - drawn by us
    written = [each.text for each in root.iter() if each.tag.endswith("}text")]
    assert sorted(filter(None, written)) == sorted(part for bar in bars for part in (bar.label, str(bar.count)))
