"""The one net under the program: refusals in words, the unforeseen in a log, and the work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from sscb_tui.domain.errors import SscbError
from sscb_tui.domain.text import shown
from sscb_tui.escape import quick_driver
from sscb_tui.failures import write_down
from sscb_tui.turns import InTurn
from sscb_tui.user_state import UserState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode
    from textual.driver import Driver


class CaughtApp(InTurn):
    """An app that survives what its screens did not foresee, and never prints values of a case."""

    catches = True
    """Whether unexpected errors are caught and shown; tests want them raised."""

    def __init__(self, state: UserState) -> None:
        """`state` says where the log is."""
        super().__init__()
        self.state = state

    def get_driver_class(self) -> type[Driver]:
        """Textual's choice, with a quicker Escape where that can be had."""
        return quick_driver(super().get_driver_class())

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Run a key's or the palette's action; whatever goes wrong in it, the program goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Exception as error:
            if not isinstance(error, SscbError) and not self.catches:
                raise
            self._handle_exception(error)
            return True

    def _handle_exception(self, error: Exception) -> None:
        """Refusals are told in words; the unforeseen is written down and shown, and the program goes on if it can."""
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(cause, SscbError):
            self.notify(shown(str(cause)), title="Not done", severity="warning", timeout=12, markup=False)
        elif self.catches and self.is_running:
            self._show_failure(cause)
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without printing a trace, which would show values and so words from a case."""
        self.exit(return_code=1, message=f"sscb-tui stopped unexpectedly. Log: {self.state.log or 'none'}")
        self._close_messages_no_wait()

    def _show_failure(self, error: BaseException) -> None:
        """Write the error down and say so once; further errors behind the dialog are only written down."""
        from screens.dialogs.failure import Failure

        path = write_down(error, self.state.log)
        if not isinstance(self.screen, Failure):
            self.push_screen(Failure(type(error).__name__, path))
