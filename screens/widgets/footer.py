"""The keys that work here, on the last line: one widget that draws them all, since one for each key is slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the footer, with the cells it takes."""

    key: str
    display: str
    description: str
    tooltip: str
    enabled: bool

    @property
    def content(self) -> Content:
        """The key and what it does."""
        style = "" if self.enabled else "dim"
        return Content.assemble(
            (f" {shown_line(self.display)} ", f"bold $footer-key-foreground {style}"),
            (f"{shown_line(self.description)} ", f"$footer-description-foreground {style}"),
        )


class Footer(Widget):
    """Follows the focus; what does not fit is left out whole, but never the last key, which lists all of them."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Footer { dock: bottom; height: 1; background: $panel; }"

    def __init__(self) -> None:
        """Nothing is asked before the first frame."""
        super().__init__()
        self._spans: list[tuple[range, Key]] = []

    def on_mount(self) -> None:
        """Draw again whenever other keys work."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The keys that fit, in the order in which they are declared."""
        keys = self._keys()
        contents = {key: key.content for key in keys}
        room = self.size.width - (contents[keys[-1]].cell_length if keys else 0)
        self._spans, start = [], 0
        for key in keys:
            end = start + contents[key].cell_length
            if end <= room or key is keys[-1]:
                self._spans.append((range(start, end), key))
                start = end
        return Content("").join(contents[key] for _, key in self._spans)

    def _keys(self) -> list[Key]:
        """What is shown, each action under the first of its keys; what a screen may never hide comes first."""
        found: dict[str, Key] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.action not in found:
                display = self.app.get_key_display(binding)
                found[binding.action] = Key(binding.key, display, binding.description, active.tooltip, active.enabled)
        first: frozenset[str] = getattr(self.screen, "ALWAYS", frozenset())
        return [found[action] for action in sorted(found, key=lambda action: action not in first)]

    def key_at(self, x: int) -> Key | None:
        """The key drawn there."""
        return next((key for span, key in self._spans if x in span), None)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is that key."""
        if (key := self.key_at(event.x)) is not None and key.enabled:
            self.app.simulate_key(key.key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what the key under the mouse does."""
        key = self.key_at(event.x)
        self.tooltip = Content(key.tooltip) if key and key.tooltip else None
