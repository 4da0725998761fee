"""Work in the background: the one way in which screens and the shell begin it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, TypeVar

from sscb_tui.turns import InTurn

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import Worker

T = TypeVar("T")
OPENING = frozenset({"act", "deed", "dialog", "go", "open"})
"""Work that may open something: what is typed meanwhile is meant for that."""


def begin(
    node: DOMNode, work: Callable[[], Coroutine[None, None, T]], *, group: str, exclusive: bool = False
) -> Worker[T]:
    """Run the work beside everything else; it ends with the node, or where its group is exclusive with the next.

    It takes what makes the coroutine: one that is cancelled before it starts would leave a coroutine nobody awaits.
    """
    worker: Worker[T] = node.run_worker(work, group=group, exclusive=exclusive)
    if group in OPENING and isinstance(app := node.app, InTurn):
        app.opens(lambda: worker.is_finished)
    return worker
