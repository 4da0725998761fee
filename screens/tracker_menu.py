"""Everything that can be done with an action: one line a deed, in the order of its life."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import TYPE_CHECKING

from screens import tracker_amend as amend
from screens import tracker_progress as progress
from screens import tracker_wording as wording
from screens.dialogs.menu import Item, Menu

if TYPE_CHECKING:
    from screens.base import Page
    from sscb_tui.services.views import ActionRow, OpenEnd


@dataclass(frozen=True, slots=True)
class Deed:
    """Its words, the letter that does it without the menu, how it is done, and what bars it."""

    label: str
    letter: str
    run: Callable[[Page, ActionRow], Coroutine[None, None, bool]]
    barred_by: str = ""
    """Under which name its bars are told, where not its own."""


DEEDS: dict[str, Deed] = {
    "evidence": Deed("Evidence", "e", progress.evidence),
    "verify": Deed("Verify, as a second person", "v", progress.verify),
    "impact": Deed("Impact: what changed, tested", "r", progress.impact),
    "embed": Deed("Embedded: the change held", "", progress.embed),
    "close": Deed("Close", "x", progress.close),
    "date": Deed("Move the date, or set the first", "d", amend.move_date),
    "fill": Deed("Fill in what is missing", "s", amend.fill),
    "transfer": Deed("Transfer to another lead", "", amend.transfer),
    "supersede": Deed("Superseded by another action", "", progress.supersede),
    "withdraw": Deed("Withdraw, by a Board minute", "", progress.withdraw),
    "colour": Deed("Colour by hand, or the key's again", "", amend.colour),
    "publishable": Deed("Words to publish", "", amend.publishable),
    "link": Deed("Also carries out …", "", amend.link),
    "unlink": Deed("No longer carries out …", "", amend.unlink, "link"),
    "answer": Deed("Recommendation: the Board's answer", "", amend.answer),
    "amend": Deed("Recommendation: its words", "", amend.amend),
}


async def choose(page: Page, row: ActionRow) -> None:
    """Offer them all; what is barred now says why."""
    actor = page.actor
    bars = await page.ask(lambda services: services.action_desk.bars(actor, row.action_id))
    if bars is None:
        return
    items = [Item(name, each.label, each.letter, bars.get(each.barred_by or name, "")) for name, each in DEEDS.items()]
    chosen = await page.app.push_screen_wait(Menu(f"A-{row.number} · {row.action}", items))
    if chosen:
        await DEEDS[chosen].run(page, row)


async def choose_waiting(page: Page, end: OpenEnd) -> bool:
    """What can be done with a recommendation that no action carries out; true once an action does."""
    actor = page.actor
    read = await page.ask(
        lambda services: (
            services.action_desk.bars_to(actor, end.at.id),
            next(each for each in services.tracker.recommendations(end.case_id) if each.id == end.at.id),
        )
    )
    if read is None:
        return False
    bars, found = read
    labels = (("act", "Agree an action", "a"), ("answer", "The Board's answer", ""), ("amend", "Its words", ""))
    items = [Item(name, label, letter, bars.get(name, "")) for name, label, letter in labels]
    match await page.app.push_screen_wait(Menu(f"{end.label} · {end.action}", items)):
        case "act":
            return await wording.act(page, end.case_id, str(end.number))
        case "answer":
            await amend.answer_it(page, found)
        case "amend":
            await amend.amend_it(page, found)
    return False
