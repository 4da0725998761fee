"""A figure drawn in the terminal: every bar carries its label and its number, so that it reads without any colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual_plotext import PlotextPlot

from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from sscb_tui.services.views.dashboard import Bar, Figure

LABEL = 22
"""Cells for the words beside a bar."""
_MARK = "█"
_LOOK = "default"
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

    def _upright(self, figure: Figure) -> None:
        """Month after month, with the number over each."""
        plot, counts = self.plt, [bar.count for bar in figure.bars]
        places = [float(place) for place in range(1, len(counts) + 1)]
        plot.bar(places, counts, marker=_MARK, width=0.6, color=_LOOK)
        plot.xticks(places, [bar.label[:3] for bar in figure.bars])
        plot.yticks([])
        plot.ylim(0, max(counts) * _HEADROOM)
        for place, count in zip(places, counts, strict=True):
            plot.text(str(count), place, count + max(counts) * _OVER, alignment="center")

    def _lying(self, figure: Figure) -> None:
        """The first on top, as in the table."""
        plot, bars = self.plt, tuple(reversed(figure.bars))
        places = [float(place) for place in range(1, len(bars) + 1)]
        counts = [bar.count for bar in bars]
        plot.bar(places, counts, orientation="horizontal", marker=_MARK, width=0.5, color=_LOOK)
        plot.yticks(places, [_beside(bar) for bar in bars])
        plot.xticks([])
        plot.xlim(0, max(counts))


def _beside(bar: Bar) -> str:
    label = shown_line(bar.label)
    short = label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
    return f"{short} {bar.count:>5} "
