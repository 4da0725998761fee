"""Where a case stands, as one line: ● done, ◐ now, ○ still to come, each with its word."""

from __future__ import annotations

from textual.content import Content

from sscb_tui.domain.text import shown_line

GLYPHS = {"done": "●", "now": "◐", "todo": "○"}
STYLES = {"done": "$text-success", "now": "bold $text-accent", "todo": "$foreground-muted"}


def stage_line(steps: tuple[tuple[str, str], ...]) -> tuple[Content, ...]:
    """The steps of a case as (word, "done" | "now" | "todo"), ready for a line."""
    return tuple(Content.styled(f"{GLYPHS[state]} {shown_line(word)}", STYLES[state]) for word, state in steps)
