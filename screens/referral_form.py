"""A referral, logged while the telephone is still in hand, left and resumed, and corrected afterwards (F1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import Place
from screens.dialogs.confirm import confirmed
from screens.forms.referral import referral_spec
from screens.forms.values import typed_from
from screens.forms.when import moment_text
from screens.widgets.form_page import FormPage, Opened
from screens.widgets.form_stale import Stale, differences
from screens.words import clock
from sscb_tui.domain.case import Case, ReferralForm
from sscb_tui.domain.errors import SscbError, StaleError

if TYPE_CHECKING:
    from screens.forms.spec import Entry, Options
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import DraftRow

NEW = "referral-new-"
"""How the keys of drafts of new referrals begin."""
EDIT = "referral:"
"""How the keys of drafts of corrections begin."""
CASE = "case:"
"""How an argument names the case whose referral is to be corrected."""


class ReferralPage(FormPage):
    """The form for a new referral, or for one on record where the argument names its case."""

    TITLE = "Referral"
    CSS_PATH = "referral_form.tcss"
    case: Case | None = None
    """The case being corrected, or the one just logged."""

    async def open(self) -> Opened | None:
        """A new form, a draft, or the referral of a case."""
        agencies = await self.ask(agency_options)
        if agencies is None:
            return None
        if self.argument.startswith((CASE, EDIT)):
            return await self._correction(agencies, self.argument.removeprefix(CASE).removeprefix(EDIT))
        return await self._new(agencies)

    async def _new(self, agencies: Options) -> Opened | None:
        now = await self.ask(lambda services: services.desk.now())
        if now is None:
            return None
        self.title = "New referral"
        key = await self._key() or f"{NEW}{now:%Y%m%dT%H%M%S%f}"
        spec = referral_spec(agencies).with_defaults({"referral.received_at": moment_text(now.replace(second=0))})
        return Opened(spec, spec.start(), key)

    async def _key(self) -> str:
        """The draft asked for, or the one left unfinished last, if the person wants to go on with it."""
        if self.argument:
            return self.argument if self.argument.startswith(NEW) else ""
        drafts = await self.ask(lambda services: services.desk.drafts()) or ()
        left = next((draft for draft in drafts if draft.key.startswith(NEW)), None)
        return left.key if left is not None and await self._goes_on(left) else ""

    async def _goes_on(self, left: DraftRow) -> bool:
        said = f"A referral was left unfinished: {left.title}, saved {clock(left.saved_at)}."
        return await confirmed(self.app, said, "go on with it", "begin an empty one")

    async def _correction(self, agencies: Options, case_id: str) -> Opened | None:
        read = await self.ask(lambda services: _referral_of(services, case_id))
        if read is None:
            return None
        self.case, form = read
        self.title = f"{self.case.pseudonym} · referral"
        spec = referral_spec(agencies)
        return Opened(spec, typed_from(spec, form.model_dump()), EDIT + case_id, self.case.version)

    def draft_title(self) -> str:
        """By pseudonym."""
        pseudonym = str(self.values.get("pseudonym", "")).strip()
        return f"{'Referral' if self.case is None else 'Correction'} · {pseudonym or 'no pseudonym yet'}"

    async def record(self) -> bool:
        """Log the referral, or correct the one on record."""
        form = await self.judge(ReferralForm)
        if form is None:
            return False
        if self.case is not None:
            return await self._amend(self.case, form)
        self.case = await self.ask(lambda services: services.referrals.receive(self.actor, form))
        return self.case is not None

    async def _amend(self, case: Case, form: ReferralForm) -> bool:
        version = self.opened.version if self.opened is not None else case.version
        try:
            await self.context.backend.call(
                lambda services: services.referrals.amend(self.actor, case.id, version, form)
            )
        except StaleError:
            return await self._settle(case)
        except SscbError as refused:
            self.refused(refused)
            return False
        return True

    async def _settle(self, case: Case) -> bool:
        """Somebody saved first: show both, and do as the person chooses."""
        read = await self.ask(lambda services: _referral_of(services, case.id))
        if read is None or self.opened is None:
            return False
        latest, theirs = read
        spec = self.opened.spec
        found = differences(spec, self.values, typed_from(spec, theirs.model_dump()))
        answer = await self.app.push_screen_wait(Stale(found))
        if answer:
            self.case, self.opened.version = latest, latest.version
        if answer == "theirs":
            await self._take({each.field.path: each.theirs for each in found})
        return answer == "mine" and await self.record()

    async def _take(self, theirs: Entry) -> None:
        """Put the other window's answers into the form."""
        self.values.update(theirs)
        await self.form.redraw()
        await self.keep_now()

    async def after(self) -> None:
        """To the case."""
        if self.case is not None:
            self.notify(f"{self.case.reference} is on record.", markup=False)
            self.go(Place.CASE, self.case.id, instead=True)


def agency_options(services: Services) -> Options:
    """The Board's agencies, as (code, what a choice says)."""
    return tuple((each.code, f"{each.code} {each.brief}") for each in services.board.settings().agencies)


def _referral_of(services: Services, case_id: str) -> tuple[Case, ReferralForm]:
    return services.desk.file(case_id).case, services.referrals.form_of(case_id)
