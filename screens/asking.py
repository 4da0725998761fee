"""Asking a few fields for a deed: refused, they come back as they were typed, until it is done or left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from screens.forms.spec import Entry, Section, Values, alone
from screens.forms.values import nested
from screens.forms.verdict import sentence
from screens.keeping import Form, Kept
from screens.widgets.form_dialog import FormDialog
from sscb_tui.domain.errors import InputError, Problem

if TYPE_CHECKING:
    from datetime import datetime

    from screens.base import Page
    from sscb_tui.domain.people import Actor
    from sscb_tui.services.container import Services

M = TypeVar("M", bound=BaseModel)


Deed = Callable[["Services", "Actor", Entry], object]
"""What is done with the answers, on the record's own thread."""


async def carry_out(
    page: Page,
    section: Section,
    deed: Deed,
    *,
    values: Values | None = None,
    about: str = "",
    form: Form = FormDialog,
) -> bool:
    """Ask the section's fields and do the deed with them; True once it is on record.

    `about` is what is asked about, where that is not the case in hand: words left unrecorded come back there.
    `form` makes a dialog with more to it than the fields.
    """
    kept = Kept(page, section, about, form)
    while (answer := await kept.ask(values or {}, done="record")) is not None:
        meant = partial(kept.meant, answer)
        done_at = await page.ask(partial(_done, deed=deed, actor=page.actor, meant=meant))
        if done_at is not None:
            await kept.drop()
            page.saved(done_at)
            page.refresh_record()
            return True
    return False


def _done(services: Services, *, deed: Deed, actor: Actor, meant: Callable[[], Entry]) -> datetime:
    """Do it, and answer when; a model's own refusal becomes the sentences people read."""
    try:
        deed(services, actor, meant())
    except ValidationError as refused:
        problems = [Problem(".".join(map(str, each["loc"])) or "form", sentence(each)) for each in refused.errors()]
        raise InputError(problems) from refused
    return services.desk.now()


def made(section: Section, model: type[M], given: Entry, **known: object) -> M:
    """The record that the answers of one section make, with what is known without asking."""
    return model.model_validate(nested(alone(section), given) | known)
