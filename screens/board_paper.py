"""A paper across cases as it will go out: shown like any paper, saved like any paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens.paper import PaperPreview

if TYPE_CHECKING:
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import PaperText

PLAN, EXTRACT, DASHBOARD, PUBLIC, ANNUAL = "plan", "extract", "dashboard", "public", "annual"
_BETWEEN = ","


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, and what it is narrowed to."""

    paper: str
    agency: str = ""
    case_ids: tuple[str, ...] = ()

    def argument(self) -> str:
        """The same in the words that a place is opened with."""
        return f"{self.paper}:{self.agency}:{_BETWEEN.join(self.case_ids)}"

    @classmethod
    def of(cls, argument: str) -> Wanted:
        """What was asked for."""
        paper, agency, cases = argument.split(":", 2)
        return cls(paper, agency, tuple(filter(None, cases.split(_BETWEEN))))


class BoardPaperPreview(PaperPreview):
    """One paper across cases; the argument says which, and of what."""

    async def reload(self) -> None:
        """Render the paper as the record has it now."""
        wanted = Wanted.of(self.argument)
        await self.show_paper(await self.ask(lambda services: _rendered(services, wanted)))


def _rendered(services: Services, wanted: Wanted) -> PaperText:
    desk = services.board_papers
    if wanted.paper == PLAN:
        return desk.plan(wanted.case_ids)
    if wanted.paper == EXTRACT:
        return desk.extract(wanted.agency, wanted.case_ids)
    if wanted.paper == ANNUAL:
        return desk.annual()
    return desk.dashboard(wanted.case_ids, wanted.agency, public=wanted.paper == PUBLIC)
