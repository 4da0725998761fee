"""Deeds of what is kept from referral on: parallel proceedings (F12) and contact with the family (F13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.asking import carry_out, made
from screens.dialogs.choose import Choose
from screens.forms import beside as asked
from screens.review_deeds import fill, over, typed
from sscb_tui.domain.family_contact import Contribution, FamilyContact, FamilyContactForm, NoContact, Told
from sscb_tui.domain.proceeding import Proceeding, ProceedingForm
from sscb_tui.domain.review_forms import ShownForm
from sscb_tui.domain.rules.register import numbered
from sscb_tui.domain.terms import ToldOf

if TYPE_CHECKING:
    from screens.forms.spec import Options
    from screens.review import Review
    from sscb_tui.domain.file import CaseFile


async def enter(page: Review, key: str) -> None:
    """A proceeding for the register."""
    await fill(
        page,
        asked.PROCEEDING,
        ProceedingForm,
        lambda services, actor, form: services.proceedings.add(actor, page.case_id, form),
    )


async def bring_up_to_date(page: Review, key: str) -> None:
    """An entry as it stands now."""
    file = await _file(page)
    held: Proceeding | None = next((each for each in file.proceedings if each.id == key), None) if file else None
    if held is None:
        return
    await carry_out(
        page,
        asked.PROCEEDING,
        over(
            held.version,
            lambda services, actor, version, given: services.proceedings.revise(
                actor, key, version, made(asked.PROCEEDING, ProceedingForm, given)
            ),
        ),
        values=typed(asked.PROCEEDING, held.form),
        about=key,
    )


async def look(page: Review, key: str) -> None:
    """Looked at today."""
    await page.do(lambda services, actor: services.proceedings.look(actor, key))


async def _file(page: Review) -> CaseFile | None:
    return await page.ask(lambda services: services.desk.file(page.case_id))


# The family


def _members(file: CaseFile) -> Options:
    """Everybody of the case by what they are to the child; the name stands beside it only where two are the same."""
    people = [(each.name, each.relationship) for each in file.case.family]
    people += [(each.name, "another child") for each in file.case.other_children]
    people.append((file.case.child.name, "the child"))
    roles = [role for _, role in people]
    return tuple((name, role if roles.count(role) == 1 else f"{role} ({name.split()[0]})") for name, role in people)


async def plan_contact(page: Review, key: str) -> None:
    """Contact with one more of the family."""
    if (file := await _file(page)) is None:
        return
    planned = {each.form.member for each in file.family_contacts}
    section = asked.contact(tuple(each for each in _members(file) if each[0] not in planned))
    await fill(
        page,
        section,
        FamilyContactForm,
        lambda services, actor, form: services.family_plan.add(actor, page.case_id, form),
    )


async def _contact(page: Review, key: str) -> tuple[CaseFile, FamilyContact] | None:
    file = await _file(page)
    held = next((each for each in file.family_contacts if each.id == key), None) if file else None
    return (file, held) if file and held else None


async def edit_contact(page: Review, key: str) -> None:
    """How contact is made."""
    if (read := await _contact(page, key)) is None:
        return
    file, held = read
    section = asked.contact(_members(file))
    await carry_out(
        page,
        section,
        over(
            held.version,
            lambda services, actor, version, given: services.family_plan.revise(
                actor, key, version, made(section, FamilyContactForm, given)
            ),
        ),
        values=typed(section, held.form),
        about=key,
    )


async def tell(page: Review, key: str) -> None:
    """Told, or why not yet; offers what comes next."""
    read = await _contact(page, key)
    if read is None or page.today is None:
        return
    _, held = read
    coming = next((of for of in ToldOf if held.told_of(of) is None), ToldOf.PUBLICATION)
    section = asked.told(coming.value, page.today)
    await fill(
        page, section, Told, lambda services, actor, told: services.family_plan.tell(actor, key, told), about=key
    )


async def contribute(page: Review, key: str) -> None:
    """Invited, heard, used."""
    if (read := await _contact(page, key)) is None:
        return
    await fill(
        page,
        asked.CONTRIBUTION,
        Contribution,
        lambda services, actor, given: services.family_plan.contribute(actor, key, given),
        held=read[1].contribution,
        about=key,
    )


async def show(page: Review, key: str) -> None:
    """Support offered, report shown."""
    if (read := await _contact(page, key)) is None:
        return
    await fill(
        page,
        asked.SHOWN,
        ShownForm,
        lambda services, actor, form: services.family_plan.show(actor, key, form),
        held=read[1],
        about=key,
    )


async def limit(page: Review, key: str) -> None:
    """No contact for now, at somebody's wish."""
    if (file := await _file(page)) is None:
        return
    section = asked.limit(tuple((number, f"{number} {each.form.kind.label}") for number, each in numbered(file)))
    await fill(
        page,
        section,
        NoContact,
        lambda services, actor, limit: services.family_plan.limit(actor, key, limit),
        about=key,
    )


async def lift(page: Review, key: str) -> None:
    """Contact is possible again; asks which limit where several stand."""
    if (read := await _contact(page, key)) is None:
        return
    standing = [(n, each) for n, each in enumerate(read[1].limits, 1) if each.lifted_on is None]
    options = [(str(number), f"{each.asked_by}, until {each.until}") for number, each in standing]
    if not options:
        page.notify("Contact is possible; no limit stands.", markup=False)
    elif (answer := await page.app.push_screen_wait(Choose("Which limit is lifted?", options))) is not None:
        await page.do(lambda services, actor: services.family_plan.lift(actor, key, int(answer)))
