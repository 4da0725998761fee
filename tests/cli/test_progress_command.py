"""`sscb progress`: agencies asked, their files taken whole or not at all, silence said, letters drafted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sscb_tui.services.demonstration import people
from tests.cli.conftest import Sscb

MANAGER = people.MANAGER.name


@pytest.fixture
def forms(sscb: Sscb, reference: str, tmp_path: Path) -> dict[str, Path]:
    """What every agency with open actions was asked, by its code."""
    folder = tmp_path / "out"
    folder.mkdir()
    sscb("progress", "request", "--for", "2027-01-15", "--out", str(folder), by=MANAGER)
    return {path.name.split("_")[1]: path for path in folder.iterdir()}


def answered(form: Path, words: str) -> None:
    """Fill in the first action of a form."""
    text = form.read_text(encoding="utf-8")
    text = text.replace("- Post:", "- Post: Head of service", 1)
    text = text.replace("- Date completed:", "- Date completed: 20/11/2026", 1)
    text = text.replace("- [ ] under way", "- [x] under way", 1)
    form.write_text(text.replace("Answer:\n", f"Answer:\n\n{words}\n", 1), encoding="utf-8")


def test_a_form_goes_out_comes_back_and_is_on_the_tracker(sscb: Sscb, forms: dict[str, Path]) -> None:
    form = forms["HSG"]
    answered(form, "[bold]Two practices[/bold] \x1b[31mjoined")
    said = sscb("progress", "import", str(form), by=MANAGER).stdout
    assert "sha256" in said
    assert "a word on it, in progress" in said
    status = json.loads(sscb("progress", "status", "--json").stdout)
    (row,) = [row for row in status["rounds"] if row["agency"] == "HSG"]
    assert row["answered_at"].startswith("2026-11-20")
    assert "is the file taken" in sscb("progress", "import", str(form), by=MANAGER, code=1).stderr


def test_one_bad_file_keeps_the_other_out(sscb: Sscb, forms: dict[str, Path]) -> None:
    answered(forms["HSG"], "Two practices joined.")
    both = [str(path) for path in forms.values()]
    refused = sscb("progress", "import", *both, by=MANAGER, code=2).stderr
    assert str(forms["YOS"]) in refused
    assert "answers none of its actions" in refused or '"Post:" is empty' in refused
    assert all(row["answered_at"] is None for row in json.loads(sscb("progress", "status", "--json").stdout)["rounds"])


def test_forms_are_never_written_over_what_is_there_unless_told(sscb: Sscb, forms: dict[str, Path]) -> None:
    before = {code: path.read_text(encoding="utf-8") for code, path in forms.items()}
    again = ("progress", "request", "--for", "2027-01-15", "--out", str(forms["HSG"].parent))
    assert "already there" in sscb(*again, by=MANAGER, code=2).stderr
    sscb(*again, "--force", by=MANAGER)
    assert {code: path.read_text(encoding="utf-8") for code, path in forms.items()} == before


def test_silence_is_said_and_the_letter_drafted(sscb: Sscb, forms: dict[str, Path], tmp_path: Path) -> None:
    assert "Nobody is late" in sscb("progress", "letters").stdout
    assert "awaited" in sscb("progress", "status").stdout
    later = ("--today", "2026-12-24")
    assert "SILENT for 2 working days; next: reminder to the owners" in sscb(*later, "progress", "status").stdout
    assert "# Reminder: progress on your actions" in sscb(*later, "progress", "letters", "--agency", "hsg").stdout
    sscb(*later, "progress", "letters", "--out", str(tmp_path))
    assert len(list(tmp_path.glob("progress-letter-owner_*.md"))) == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [(("--for", "2026-11-25"), "which is over"), (("--for", "2027-01-15", "--agency", "XXX"), "XXX is not in")],
)
def test_what_cannot_be_asked_writes_nothing(
    sscb: Sscb, reference: str, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert said in sscb("progress", "request", *options, "--out", str(folder), by=MANAGER, code=2).stderr
    assert list(folder.iterdir()) == []
    assert "No agency has been asked yet." in sscb("progress", "status").stdout
