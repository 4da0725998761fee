"""What writes papers and reads files, made when it is wanted: a screen that only lists waits for none of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscb_tui.services.ports import Papers, ProgressForms, Spreadsheets, Templates


@dataclass(frozen=True, slots=True)
class Writers:
    """One maker for each; everything behind it loads when the first is wanted."""

    papers: Callable[[], Papers]
    templates: Callable[[], Templates]
    sheets: Callable[[], Spreadsheets]
    progress_forms: Callable[[], ProgressForms]
