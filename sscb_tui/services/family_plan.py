"""The family contact plan, kept from referral on: told, asked, heard, shown the report before anybody else (F13)."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscb_tui.domain.base import FamilyContactId
from sscb_tui.domain.errors import InputError, NotFoundError, Problem
from sscb_tui.domain.family_contact import FamilyContact
from sscb_tui.domain.permissions import Deed, Thing, same_person
from sscb_tui.domain.rules.register import numbered
from sscb_tui.domain.rules.told import relation
from sscb_tui.services.reviewing import as_read, not_ahead

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sscb_tui.domain.family_contact import Contribution, FamilyContactForm, NoContact, Told
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.review_forms import ShownForm
    from sscb_tui.services.room import Room


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """Plans contact with each member of the family and keeps what came of it."""

    room: Room

    def of_case(self, case_id: str) -> tuple[FamilyContact, ...]:
        """Everybody with a plan, in the order entered."""
        return tuple(self.room.record.family_contacts.of_case(case_id))

    def called(self, case_id: str, name: str) -> FamilyContact:
        """The plan of whoever the Board calls so; NotFoundError lists what they are called."""
        held = self.of_case(case_id)
        found = next((each for each in held if same_person(each.form.called, name)), None)
        if found is None:
            known = "; ".join(each.form.called for each in held) or "nobody yet"
            raise NotFoundError(f"Nobody in the plan is called {name!r}. There is: {known}.")
        return found

    def add(self, actor: Actor, case_id: str, form: FamilyContactForm) -> FamilyContact:
        """Plan contact with a member of the family, by the name the case has."""
        room = self.room
        with room.deed(actor, Deed.CREATE, Thing.FAMILY, "family contact planned"):
            file = room.file(case_id)
            _of_the_family(file, form)
            _only_once(form, file.family_contacts)
            made = FamilyContact(id=FamilyContactId(room.new_id()), case_id=file.case.id, form=form)
            return room.record.family_contacts.save(made)

    def revise(self, actor: Actor, contact_id: str, version: int, form: FamilyContactForm) -> FamilyContact:
        """Correct how contact is made."""
        with self._changing(actor, contact_id, "family contact corrected") as held:
            as_read(held, version, f"The plan for {held.form.called}")
            file = self.room.file(held.case_id)
            _of_the_family(file, form)
            _only_once(form, tuple(each for each in file.family_contacts if each.id != held.id))
            return self._save(held, form=form)

    def tell(self, actor: Actor, contact_id: str, told: Told) -> FamilyContact:
        """Told of something on a day, or why not yet; the last word on each thing stands."""
        with self._changing(actor, contact_id, "family told") as held:
            not_ahead(told.on, self.room.today(), "on")
            return self._save(held, told=(*(each for each in held.told if each.of is not told.of), told))

    def limit(self, actor: Actor, contact_id: str, limit: NoContact) -> FamilyContact:
        """No contact, at whose wish and until when."""
        with self._changing(actor, contact_id, "no contact for now") as held:
            known = [number for number, _ in numbered(self.room.file(held.case_id))]
            if limit.proceeding and limit.proceeding not in known:
                what = f"{limit.proceeding} is not in this case's register."
                raise InputError([Problem("proceeding", what, ", ".join(known) or "none entered yet")])
            return self._save(held, limits=(*held.limits, limit))

    def lift(self, actor: Actor, contact_id: str, number: int) -> FamilyContact:
        """Contact is possible again; limits are counted from 1 in the order recorded."""
        with self._changing(actor, contact_id, "contact possible again") as held:
            if not 0 < number <= len(held.limits) or held.limits[number - 1].lifted_on:
                raise NotFoundError(f"No limit {number} stands for {held.form.called}.")
            limits = list(held.limits)
            limits[number - 1] = limits[number - 1].but(lifted_on=self.room.today())
            return self._save(held, limits=tuple(limits))

    def contribute(self, actor: Actor, contact_id: str, given: Contribution) -> FamilyContact:
        """Invited, what they wished, what they gave and how it was used."""
        with self._changing(actor, contact_id, "family's contribution recorded") as held:
            not_ahead(given.invited_on, self.room.today(), "invited_on")
            return self._save(held, contribution=given)

    def show(self, actor: Actor, contact_id: str, form: ShownForm) -> FamilyContact:
        """Support offered, and the report shown, or why not."""
        with self._changing(actor, contact_id, "report shown to the family") as held:
            not_ahead(form.shown_on, self.room.today(), "shown_on")
            return self._save(held, **form.said())

    @contextmanager
    def _changing(self, actor: Actor, contact_id: str, move: str) -> Iterator[FamilyContact]:
        with self.room.deed(actor, Deed.UPDATE, Thing.FAMILY, move):
            yield self.room.record.family_contacts.get(contact_id)

    def _save(self, held: FamilyContact, **changes: object) -> FamilyContact:
        return self.room.record.family_contacts.save(held.but(**changes))


def _of_the_family(file: CaseFile, form: FamilyContactForm) -> None:
    """The sentence repeats no name: it may be read over a shoulder."""
    if not relation(file.case, form.member):
        what = "nobody in the case bears that name."
        raise InputError(
            [Problem("member", what, "a name as the referral has it: the child, the family, other children")]
        )
    if same_person(form.called, form.member):
        raise InputError([Problem("called", "is the person's own name.", 'words such as "the mother", or a pseudonym')])


def _only_once(form: FamilyContactForm, others: tuple[FamilyContact, ...]) -> None:
    if any(same_person(each.form.member, form.member) for each in others):
        raise InputError([Problem("member", "this person has a plan already.", "one plan a person")])
    if any(same_person(each.form.called, form.called) for each in others):
        raise InputError([Problem("called", f"somebody else is called {form.called!r}.", "words of their own")])
