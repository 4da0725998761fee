"""Whose case it is: asked of another Board while it is open here, and handed over once that Board has accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out
from screens.forms.spec import Field, Kind, Section
from sscb_tui.domain.terms import Stage

if TYPE_CHECKING:
    from screens.desk_page import DeskPage
    from sscb_tui.domain.case import Case

QUERY = Section(
    "Another Board's case?",
    (Field("reason", "Why it may not be ours", Kind.LONG, required=True),),
    intro="The Board where the child normally lives decides. Until that is settled, our clock keeps running.",
)
HAND_OVER = Section(
    "Hand the case over",
    (
        Field("board", "Accepted by", required=True, help="The other Board, by its full name."),
        Field("acceptance", "Its acceptance in writing", Kind.LONG, required=True, help="Who wrote, and on which day."),
    ),
    intro="Only the Chair hands a case over. Where it is ours after all, d settles that and opens the discussion.",
)
OPEN = (Stage.RECEIVED, Stage.INITIAL_DISCUSSION, Stage.JURISDICTION_QUERY)
"""While whose case it is can still be asked or answered."""


async def ask(page: DeskPage, case: Case) -> None:
    """Ask whose it is; once that has been asked, hand it over."""
    if case.stage is Stage.JURISDICTION_QUERY:
        await carry_out(
            page,
            HAND_OVER,
            lambda services, actor, given: services.referrals.resolve_theirs(
                actor, case.id, str(given["board"]), str(given["acceptance"])
            ),
        )
        return
    await carry_out(
        page,
        QUERY,
        lambda services, actor, given: services.referrals.query_jurisdiction(actor, case.id, str(given["reason"])),
    )
