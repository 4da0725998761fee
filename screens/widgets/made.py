"""Rows made when they are looked at: a list of twenty thousand draws forty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")
M = TypeVar("M")


class Made(Sequence[M], Generic[T, M]):
    """What `make` makes of each thing, when it is wanted."""

    def __init__(self, things: Sequence[T], make: Callable[[T], M]) -> None:
        """Nothing is made yet."""
        self._things, self._make = things, make

    def __len__(self) -> int:
        return len(self._things)

    @overload
    def __getitem__(self, at: int) -> M: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[M]: ...
    def __getitem__(self, at: int | slice) -> M | Sequence[M]:
        if isinstance(at, slice):
            return [self._make(thing) for thing in self._things[at]]
        return self._make(self._things[at])
