"""Pictures of the screens on the demonstration, for the README: docs/pictures/*.svg."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from textual.pilot import Pilot

from sscb_tui.app import Sscb
from sscb_tui.bootstrap import build_backend, write_demonstration

DAY = date(2026, 11, 20)
SIZE = (132, 38)
SCREENS = {"referrals": "R", "scoping": "S", "decision": "C", "review": "V"}
OF_A_YEAR = {"tracker": "T", "dashboard": "B"}
"""Screens that say something only where a Board has worked for a year."""
CASES = {"review": "Child M"}
"""Whose case is in hand, where it is not the one under the cursor."""
FOLDER = Path(__file__).parents[1] / "docs" / "pictures"


async def draw(record: Path, folder: Path, screens: dict[str, str]) -> None:
    """Open the program on the record and draw each screen once everything on it has come to rest."""
    backend = build_backend(record, clock=lambda: datetime(2026, 11, 20, 14, 5, 12, tzinfo=UTC))
    app = Sscb(backend, act_as="B. Manager")
    async with app.run_test(size=SIZE) as pilot:
        await _rest(pilot)
        rows = await backend.call(lambda services: services.desk.queue())
        for name, key in screens.items():
            if name in CASES:
                app.context.case_id = next(row.case_id for row in rows if row.pseudonym == CASES[name])
            await pilot.press(key)
            await _rest(pilot)
            (folder / f"{name}.svg").write_text(_steady(app.export_screenshot(title="sscb"), name), encoding="utf-8")
    await backend.close()


async def _rest(pilot: Pilot[None]) -> None:
    """Until nothing is being read any more; the first reading starts only after the first frame."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _steady(picture: str, name: str) -> str:
    """The same picture twice is the same file: the drawing's own number is replaced, its fonts are the reader's own."""
    picture = re.sub(r"@font-face \{.*?\}", "", picture, flags=re.DOTALL)
    return re.sub(r"terminal-\d+", f"terminal-{name}", picture)


def main() -> None:
    """Draw all of them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sscb-pictures-") as folder:
        for screens in (SCREENS, OF_A_YEAR):
            record = Path(folder) / f"{len(screens)}.db"
            write_demonstration(record, DAY, year=screens is OF_A_YEAR)
            asyncio.run(draw(record, FOLDER, screens))
    print(*sorted(str(path.relative_to(FOLDER.parents[1])) for path in FOLDER.glob("*.svg")), sep="\n")


if __name__ == "__main__":
    main()
