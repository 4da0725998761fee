"""A figure drawn in the terminal: every bar carries its label and its number, so that it reads without any colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.color import Color
from textual_plotext import PlotextPlot

from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.services.views.dashboard import Bar, Figure

LABEL = 22
"""Cells for the words beside a bar."""
_MARK = "█"
_PLAIN = "default"
_HEADROOM, _OVER = 1.12, 0.05
"""Room over the tallest bar, and where in it a number stands."""


class Plot(PlotextPlot, can_focus=False):
    """Draws one figure at a time; months stand side by side, everything else lies below one another."""

    DEFAULT_CSS = """
    Plot { height: 1fr; width: 1fr; }
    """

    figure: Figure | None = None

    def show(self, figure: Figure) -> None:
        """Draw this figure."""
        if figure != self.figure:
            self.figure = figure
            self._draw(figure)
            self.refresh()

    def _draw(self, figure: Figure) -> None:
        plot = self.plt
        plot.clear_figure()
        plot.frame(False)
        plot.grid(False, False)
        if figure.is_empty:
            return
        if figure.over_time:
            self._upright(figure)
        else:
            self._lying(figure)

    @property
    def _colour(self) -> tuple[int, int, int]:
        """The theme's own; nothing depends on it."""
        return Color.parse(self.app.theme_variables["primary"]).rgb

    def _register_theme(self, app_theme_name: str) -> None:
        """Another theme: the same figure in its colours."""
        super()._register_theme(app_theme_name)
        if self.figure is not None:
            self._draw(self.figure)

    def _upright(self, figure: Figure) -> None:
        """Month after month, with the number over each."""
        plot, counts = self.plt, [bar.count for bar in figure.bars]
        places = [float(place) for place in range(1, len(counts) + 1)]
        plot.bar(places, counts, marker=_MARK, width=0.5, color=self._colour)
        plot.xticks(places, [bar.label[:3] for bar in figure.bars])
        plot.yticks([])
        plot.ylim(0, max(counts) * _HEADROOM)
        for place, count in zip(places, counts, strict=True):
            over = count + max(counts) * _OVER
            plot.text(str(count), place, over, alignment="center", color=_PLAIN, background=_PLAIN)

    def _lying(self, figure: Figure) -> None:
        """The first on top, as in the table."""
        plot, bars = self.plt, tuple(reversed(figure.bars))
        places = [float(place) for place in range(1, len(bars) + 1)]
        counts = [bar.count for bar in bars]
        plot.bar(places, counts, orientation="horizontal", marker=_MARK, width=0.4, color=self._colour)
        plot.yticks(places, [_beside(bar) for bar in bars])
        plot.xticks([])
        plot.xlim(0, max(counts))


def _beside(bar: Bar) -> str:
    label = shown_line(bar.label)
    short = label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
    return f"{short} {bar.count:>5} "
