"""Going about: which screens stand on which, what is kept, and what needs a case in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import Context, Page, Place
from screens.places import FORMS, KEPT, OF_A_CASE, page

if TYPE_CHECKING:
    from sscb_tui.net import CaughtApp


class Journey:
    """The way from the queue to wherever a person is, and back."""

    def __init__(self, app: CaughtApp, context: Context) -> None:
        """The screens are the app's; the case in hand is the context's."""
        self._app, self._context = app, context
        self._kept: dict[Place, tuple[str | None, Page]] = {}

    def go(self, request: Page.Go) -> None:
        """Open what a screen asks for on top of it, or in its place."""
        self._context.case_id = request.case_id or self._context.case_id
        if request.place is Place.REFERRALS:
            self.home()
        else:
            self.show(request.place, request.argument, instead=request.instead)
        if (request.at or request.thread or request.asks) and isinstance(self._app.screen, Page):
            self._app.screen.arrive(request)

    async def switch(self, place: Place) -> None:
        """Go where a capital letter says, keeping what is being typed wherever one was."""
        if self._lacks_case(place) or self._app.screen is self._standing(place):
            return
        await self.leave_all()
        self._context.trail.clear()
        if place is Place.REFERRALS:
            self.home()
        else:
            self._pop_to(2)
            self.show(place, instead=True)  # the queue in between would be drawn for nobody

    def show(self, place: Place, argument: str = "", *, instead: bool = False) -> None:
        """Open a place on top of what is there, or instead of it; a place one came through is gone back to."""
        if self._lacks_case(place) or self._back_to(place, argument):
            return
        screen = self._screen(place, argument)
        if self._stack and (instead or self._stack[-1].place in FORMS):
            self._app.switch_screen(screen)
        else:
            self._app.push_screen(screen)

    def _back_to(self, place: Place, argument: str) -> bool:
        """Whether the place was already open underneath, and is now in front again."""
        if not any(each.place is place and each.argument == argument for each in self._stack):
            return False
        while self._stack[-1].place is not place or self._stack[-1].argument != argument:
            self._app.pop_screen()
        return True

    def _screen(self, place: Place, argument: str) -> Page:
        if (standing := self._standing(place)) is not None:
            return standing
        screen = page(place, self._context, argument)
        if place in KEPT:
            self._keep(place, screen)
        return screen

    def _keep(self, place: Place, screen: Page) -> None:
        """Keep the screen instead of one for another case; while that one is still underneath, it is kept itself."""
        _, before = self._kept.get(place, (None, None))
        if before is not None and before in self._app.screen_stack:
            return
        if before is not None:
            self._app.uninstall_screen(before)
            before.remove()
        self._kept[place] = self._case_of(place), screen
        self._app.install_screen(screen, place.value)

    def _standing(self, place: Place) -> Page | None:
        """The screen kept for the place; one that was kept for another case does not count."""
        case_id, screen = self._kept.get(place, (None, None))
        return screen if case_id == self._case_of(place) else None

    def _case_of(self, place: Place) -> str | None:
        return self._context.case_id if place in OF_A_CASE else None

    @property
    def _stack(self) -> list[Page]:
        """The pages above the queue."""
        return [each for each in self._app.screen_stack[1:] if isinstance(each, Page)]

    def home(self) -> None:
        """Back to the queue."""
        self._pop_to(1)

    def _pop_to(self, height: int) -> None:
        while len(self._app.screen_stack) > height:
            self._app.pop_screen()

    async def leave_all(self) -> None:
        """Let every screen keep what is being typed."""
        for each in reversed(self._app.screen_stack):
            if isinstance(each, Page):
                await each.leave()

    def _lacks_case(self, place: Place) -> bool:
        missing = place in OF_A_CASE and self._context.case_id is None
        if missing:
            self._app.notify(
                "No case is in hand. Choose one in the queue: R shows it.", title="Which case?", markup=False
            )
        return missing
