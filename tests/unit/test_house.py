"""The house's own rules: what may load what, how long code may grow, and nothing of one machine in the files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("sscb_tui", "screens", "db", "exports")
CODE = sorted(path for package in (*PACKAGES, "bench") for path in (ROOT / package).rglob("*.py"))
FIRST_FRAME = ("sscb_tui.app", "screens.base", "screens.referrals")
LATER = ("pydantic", "sqlite_utils", "markdown_it", "sqlcipher3")


def modules(folder: str) -> list[str]:
    found = (path.relative_to(ROOT).with_suffix("") for path in sorted((ROOT / folder).rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in found]


def loaded_by(statement: str) -> set[str]:
    """Top-level packages in memory after a fresh interpreter has run the statement."""
    tail = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{tail}"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_the_core_never_loads_textual() -> None:
    core = [name for folder in ("sscb_tui/services", "sscb_tui/domain", "db", "exports") for name in modules(folder)]
    assert "textual" not in loaded_by(f"import {', '.join(core)}")


def test_the_version_is_told_without_textual_or_pydantic() -> None:
    run = "from sscb_tui.cli import main\nmain(['--version'], standalone_mode=False)"
    assert loaded_by(run).isdisjoint({"textual", "pydantic", "platformdirs", "rich"})


def test_help_is_given_without_textual_or_pydantic() -> None:
    run = "from sscb_tui.cli import main\nmain(['--help'], standalone_mode=False)"
    assert loaded_by(run).isdisjoint({"textual", "pydantic", "sqlite_utils"})


@pytest.mark.parametrize("module", FIRST_FRAME)
def test_the_first_frame_waits_for_nothing_it_can_do_without(module: str) -> None:
    assert loaded_by(f"import {module}").isdisjoint(LATER)


def test_the_queue_is_read_without_loading_a_model() -> None:
    run = "from sscb_tui.bootstrap import open_record\nservices = open_record(None)\nservices.desk.queue()"
    loaded = loaded_by(f"{run}\nservices.desk.today()\nservices.board.is_set_up()")
    assert loaded.isdisjoint({"pydantic", "markdown_it", "exports"})


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path, node: ast.stmt) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def test_functions_stay_within_forty_lines() -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = ((path, node) for path in CODE for node in ast.walk(tree(path)) if isinstance(node, functions))
    assert [place(path, node) for path, node in found if (node.end_lineno or 0) - node.lineno >= 40] == []


def code_lines(path: Path) -> int:
    """Lines that are neither blank nor part of a docstring."""
    written = {number for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if line.strip()}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            written -= set(range(node.lineno, (node.end_lineno or 0) + 1))
    return len(written)


def test_modules_stay_within_four_hundred_lines() -> None:
    assert [str(path.relative_to(ROOT)) for path in CODE if code_lines(path) > 400] == []


def test_every_module_says_what_it_is_for() -> None:
    assert [str(path) for path in CODE if not ast.get_docstring(tree(path))] == []


Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def public(path: Path) -> Iterator[Named]:
    """Public classes, functions and methods, not what is defined inside a function."""
    for node in ast.walk(tree(path)):
        for child in node.body if isinstance(node, ast.Module | ast.ClassDef) else ():
            if isinstance(child, Named) and not child.name.startswith("_"):
                yield child


def test_every_public_name_says_what_it_is_for() -> None:
    found = ((path, node) for path in CODE for node in public(path))
    assert [place(path, node) for path, node in found if not ast.get_docstring(node)] == []


def test_style_sheets_have_one_block_named_after_their_screen() -> None:
    for sheet in sorted((ROOT / "screens").rglob("*.tcss")):
        bare = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        depth, outer = 0, []
        for line in bare.splitlines():
            if depth == 0 and line.strip():
                outer.append(line.strip())
            depth += line.count("{") - line.count("}")
        assert len([line for line in outer if line != "}"]) == 1, sheet.name


def tracked() -> list[Path]:
    """Text files a person would commit."""
    kinds = {".py", ".toml", ".md", ".lock", ".tcss", ".svg", ".json", ""}
    skipped = {".venv", ".git", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "dist"}
    found = (path for path in ROOT.rglob("*") if path.suffix in kinds and path.is_file())
    return [path for path in found if skipped.isdisjoint(path.relative_to(ROOT).parts)]


def test_nothing_in_the_files_belongs_to_one_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:wor[k]|home/\w+|roo[t]|tmp/\w+|op[t]|Users)/")
    address = re.compile(r"--(?:extra-)?inde[x]-url|find-link[s]|files\.pythonhoste[d]|://[^\s]*/simpl[e]\b")
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not machine.search(text), path
        assert not address.search(text), path


def test_the_lock_files_carry_a_hash_for_everything() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        pins = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        assert len(pins) > 20
        assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)


def test_background_work_is_begun_in_one_way() -> None:
    """`begin` takes no coroutine: one whose work is cancelled before it starts would never be awaited."""
    places = {path.relative_to(ROOT).as_posix() for path in CODE if "run_worker(" in path.read_text(encoding="utf-8")}
    assert places == {"screens/working.py"}
