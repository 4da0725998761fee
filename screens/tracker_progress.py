"""How an action goes on: a note in three keys, evidence, a second person's word, its effect tested, its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.dialogs.confirm import confirmed
from screens.dialogs.note_box import NoteBox
from screens.forms import tracker_progress as asked
from screens.forms.tracker import RUNG_WORDS
from screens.review_deeds import said
from screens.words import capital, count, cut, day, uk
from sscb_tui.domain.action import ActionEvidence, ImpactForm
from sscb_tui.domain.rules.retests import MONTHS, months_on
from sscb_tui.domain.terms import ActionState

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.geometry import Region

    from screens.base import Page
    from screens.forms.spec import Entry
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import ActionRow

BACK = "z takes it back."
MANY = 4
"""Actions named one by one before they are only counted."""


# A note, on one or on several


async def update(page: Page, rows: Sequence[ActionRow], at: Region) -> bool:
    """One note at the row; on every marked action the same, all or none."""
    ids = tuple(row.action_id for row in rows)
    actor = page.actor
    read = await page.ask(lambda services: (services.action_desk.said(ids), services.action_desk.ways_on(actor, ids)))
    if read is None:
        return False
    held, states = read
    who, kept, intro = _one(held[0]) if len(rows) == 1 else _several(rows)
    done = await carry_out(
        page,
        asked.progress(who, states, kept, intro),
        partial(_noted, ids=ids),
        about=ids[0] if len(ids) == 1 else "marked",
        form=partial(NoteBox, row=at),
    )
    if done:
        page.notify(f"{who} updated. {BACK}", markup=False)
    return done


def _noted(services: Services, actor: Actor, given: Entry, *, ids: tuple[str, ...]) -> object:
    chosen = said(given, "state")
    state = None if chosen in ("", asked.AS_IT_IS) else ActionState(chosen)
    if len(ids) == 1:
        return services.progress.update(actor, ids[0], state, said(given, "note"))
    return services.progress.update_all(actor, ids, state, said(given, "note"))


def _one(action: Action) -> tuple[str, str, str]:
    """Its number, what it is now, and what was said last and when."""
    last = action.spoken[-1] if action.spoken else None
    word = f"Last {day(uk(last.at).date())}: {cut(last.note)} ({last.by})" if last else "Nothing was said of it yet."
    return f"A-{action.number}", f"as it is: {action.state.label}", word


def _several(rows: Sequence[ActionRow]) -> tuple[str, str, str]:
    """What will happen, before it does."""
    agencies = len({row.agency for row in rows})
    of = "of one agency" if agencies == 1 else f"of {agencies} agencies"
    names = [f"A-{row.number}" for row in rows]
    listed = ", ".join(names[:MANY]) + (f" and {len(names) - MANY} more" if len(names) > MANY else "")
    return f"{count(len(rows), 'action')} {of}", "each as it is", f"The same note on {listed}: all of them, or none."


async def undo(page: Page) -> None:
    """The last thing said is taken back, in plain words; it stays on record as taken back."""
    actor = page.actor
    read = await page.ask(lambda services: (services.progress.undoable(actor),))
    if read is None:
        return
    (last,) = read
    if last is None:
        page.notify("Nothing you did here last can be taken back.", markup=False)
    elif last.bars:
        page.notify(
            f"{capital(last.sentence)}.\nIt cannot be taken back: {' '.join(last.bars)}", timeout=12, markup=False
        )
    elif await confirmed(page.app, f"{capital(last.sentence)}.\n\nTake it back?", "take it back", "let it stand"):
        done = await page.ask(lambda services: (services.progress.undo(actor), services.desk.now()))
        if done is not None:
            page.saved(done[1])
            page.refresh_record()
            page.notify(capital(done[0]), markup=False)


# What shows it


async def evidence(page: Page, row: ActionRow) -> bool:
    """Evidence with its rung; who records it is who acts."""
    if (today := await _today(page)) is None:
        return False
    section = asked.evidence(row.number, today)
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.progress.evidence(
            actor, row.action_id, made(section, ActionEvidence, given, by=actor.name)
        ),
        about=row.action_id,
    )


async def verify(page: Page, row: ActionRow) -> bool:
    """A second person's word that the action was done."""
    rung = f"{row.evidence_rung} {RUNG_WORDS[row.evidence_rung - 1]}" if row.evidence_rung else "nothing yet"
    return await carry_out(
        page,
        asked.verification(row.number, f"Evidence: {rung}."),
        lambda services, actor, given: services.progress.verify(actor, row.action_id, said(given, "note")),
        about=row.action_id,
    )


async def impact(page: Page, row: ActionRow) -> bool:
    """What changed, tested; "did not hold" reopens what was verified."""
    action, today = await _action(page, row), await _today(page)
    if action is None or today is None:
        return False
    section = asked.impact(action, today, months_on(today, MONTHS[min(len(action.impacts), 1)]))
    done = await carry_out(
        page,
        section,
        lambda services, actor, given: services.progress.impact(actor, row.action_id, made(section, ImpactForm, given)),
        about=row.action_id,
    )
    if done:
        await _tell_if_reopened(page, action)
    return done


async def _tell_if_reopened(page: Page, before: Action) -> None:
    now = await page.ask(lambda services: services.tracker.action(before.id))
    if now is not None and now.state is ActionState.REOPENED is not before.state:
        page.notify(f"A-{now.number} is reopened: the change did not hold.", severity="warning", markup=False)


async def embed(page: Page, row: ActionRow) -> bool:
    """It is how things are done now."""
    if (action := await _action(page, row)) is None:
        return False
    return await carry_out(
        page,
        asked.embedding(action),
        lambda services, actor, given: services.progress.embed(actor, row.action_id, said(given, "note")),
        about=row.action_id,
    )


# Its end


async def close(page: Page, row: ActionRow) -> bool:
    """On the effect that was shown, or on a minute of the Board."""
    if (action := await _action(page, row)) is None:
        return False
    return await carry_out(
        page,
        asked.closing(action),
        lambda services, actor, given: services.progress.close(
            actor, row.action_id, said(given, "note"), said(given, "minute")
        ),
        about=row.action_id,
    )


async def supersede(page: Page, row: ActionRow) -> bool:
    """Another action takes its place."""
    return await carry_out(
        page,
        asked.supersession(row.number),
        lambda services, actor, given: services.progress.supersede(
            actor, row.action_id, asked.numbers(said(given, "by"), "A")[0], said(given, "reason")
        ),
        about=row.action_id,
    )


async def withdraw(page: Page, row: ActionRow) -> bool:
    """The Board gives it up."""
    return await carry_out(
        page,
        asked.withdrawal(row.number),
        lambda services, actor, given: services.progress.withdraw(
            actor, row.action_id, said(given, "reason"), said(given, "minute")
        ),
        about=row.action_id,
    )


async def _action(page: Page, row: ActionRow) -> Action | None:
    return await page.ask(lambda services: services.tracker.action(row.action_id))


async def _today(page: Page) -> date | None:
    return await page.ask(lambda services: services.desk.today())
