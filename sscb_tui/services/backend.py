"""The one road from a screen to the record: a single thread owns the connection and runs every service call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sscb_tui.services.container import Services

T = TypeVar("T")


class Backend:
    """Opens the services on their own thread at the first call and keeps them there."""

    def __init__(self, open_services: Callable[[], Services]) -> None:
        """`open_services` runs on the worker thread, since the connection belongs to the thread that made it."""
        self._open = open_services
        self._services: Services | None = None
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="record")

    async def call(self, use: Callable[[Services], T]) -> T:
        """Run one use of the services off the event loop and answer its frozen result."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, self.run, use)

    def run(self, use: Callable[[Services], T]) -> T:
        """The same on this thread; only for the worker itself and for the command line."""
        if self._services is None:
            self._services = self._open()
        return use(self._services)

    async def close(self) -> None:
        """Close the connection on its own thread and end the thread."""
        if self._services is not None:
            await self.call(lambda services: services.close())
            self._services = None
        self._executor.shutdown(wait=True)
