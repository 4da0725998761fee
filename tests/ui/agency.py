"""What an agency does to its blank form in an editor: ticks, names, dates, and a few words."""

from __future__ import annotations

import re

LINES = {
    "F4.A2": {"Name": "A. Author", "Post": "Safeguarding adviser"},
    "F4.A3": {"Name": "B. Approver", "Post": "Director"},
    "F4.A4": {"Date completed": "20 Nov 2026"},
    "F4.M1": {"Signed by": "B. Approver", "Signed on": "20 Nov 2026"},
}
TICKS = {"F4.A7": "we hold information", "F4.H1": "suspected", "F4.H2": "the child has died", "F4.H3": "nothing found"}
EVENT = "| 3 Nov 2026 | record | P1 | Told of the incident | contact | no |  |  |  | yes |"
EMPTY_ROW = re.compile(r"^\|(?: +\|){10}$", re.MULTILINE)
QUESTION = re.compile(r"^### (?P<id>F4\.\S+) .*?(?=^#{2,3} )", re.MULTILINE | re.DOTALL)


def filled_in(blank: str, words: dict[str, str]) -> str:
    """The blank form with every question answered: in words, by a tick, or by saying that nothing is recorded."""
    return QUESTION.sub(lambda found: _answered(found["id"], found[0], words.get(found["id"], "")), blank)


def _answered(id: str, block: str, words: str) -> str:
    for label, value in LINES.get(id, {}).items():
        block = block.replace(f"- {label}:", f"- {label}: {value}")
    if id == "F4.D1":
        return EMPTY_ROW.sub(EVENT, block, count=1)
    if "Tick" in block:
        block = _ticked(block, TICKS.get(id, ""))
    elif words or id in ("F4.A1", "F4.A4"):
        block = block.replace("Answer:\n", f"Answer:\n\n{words or 'Safeguarding service; all records.'}\n")
    elif "not recorded" in block:
        block = _ticked(block, "not recorded")
    return block


def _ticked(block: str, label: str) -> str:
    return re.sub(rf"- \[ \] (?=.*{re.escape(label)})", "- [x] ", block, count=1)
