"""Work in the background: the one way in which screens and the shell begin it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import Worker

T = TypeVar("T")


def begin(
    node: DOMNode, work: Callable[[], Coroutine[None, None, T]], *, group: str, exclusive: bool = False
) -> Worker[T]:
    """Run the work beside everything else; it ends with the node, or where its group is exclusive with the next.

    It takes what makes the coroutine: one that is cancelled before it starts would leave a coroutine nobody awaits.
    """
    return node.run_worker(work, group=group, exclusive=exclusive)
