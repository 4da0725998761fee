"""Learning now: an early action, from the case file, at any stage and before any recommendation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.dialogs.choose import Choose
from screens.forms import tracker as asked
from screens.words import cut
from sscb_tui.domain.forms import ActionForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screens.base import Page
    from screens.forms.spec import Entry
    from sscb_tui.services.views import EarlyPrompt

ELSE = ("", "Something else that was learned")


async def act(page: Page, case_id: str) -> bool:
    """What agencies told that has no action yet is offered first; its words begin the action."""
    read = await page.ask(lambda services: (services.board.settings(), services.learning.prompts(case_id)))
    if read is None:
        return False
    settings, prompts = read
    told = await _which(page, prompts)
    if told is None:
        return False
    section = asked.early(tuple((each.code, f"{each.code} {each.brief}") for each in settings.agencies))
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.tracker.act(
            actor, case_id, made(section, ActionForm, given, early=True)
        ),
        values=told,
        about=case_id,
    )


async def _which(page: Page, prompts: Sequence[EarlyPrompt]) -> Entry | None:
    """What the action begins with; None where it was left."""
    if not prompts:
        return {}
    offered = [(each.ref, f"{each.name}: {cut(each.words)}") for each in prompts]
    chosen = await page.app.push_screen_wait(Choose("What is to be acted on?", (*offered, ELSE)))
    if not chosen:
        return None if chosen is None else {}
    prompt = next(each for each in prompts if each.ref == chosen)
    return {"agency": prompt.agency, "action": prompt.words, "rests_on": prompt.ref}
