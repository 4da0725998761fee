"""`python -m bench [FAMILY...]`: measure, print each ratio with its bound, and keep them in bench/results.json."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import deciding, filtering, killing, lanes, matrix, moving, saving, searching, starting, updating
from bench.measure import Row

FAMILIES: dict[str, Callable[[Path], list[Row]]] = {
    "starting": starting.rows,
    "moving": moving.rows,
    "filtering": filtering.rows,
    "searching": searching.rows,
    "matrix": matrix.rows,
    "lanes": lanes.rows,
    "deciding": deciding.rows,
    "saving": saving.rows,
    "updating": updating.rows,
    "killing": killing.rows,
}
RESULTS = Path(__file__).with_name("results.json")


def main(names: Sequence[str]) -> int:
    """Run the families named, or all; 1 if anything does not hold."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="sscb-bench-") as folder:
        for name in names or FAMILIES:
            for row in FAMILIES[name](Path(folder)):
                print(row.line(), flush=True)
                rows.append(row)
    if not names:
        RESULTS.write_text(json.dumps([row.data() for row in rows], indent=2) + "\n", encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
