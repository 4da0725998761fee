"""The terms of reference of a review (F10), page by page; over an approved version, the next begins here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from screens.base import Context, Place
from screens.forms.terms import terms_spec
from screens.forms.values import typed_from
from screens.forms.when import day_text
from screens.referral_form import agency_options
from screens.widgets.form_page import FormPage, Opened
from screens.widgets.form_stale import Stale, differences
from sscb_tui.domain.errors import SscbError, StaleError
from sscb_tui.domain.rules.terms import involved
from sscb_tui.domain.terms import Supply
from sscb_tui.domain.terms_of_reference import Terms

if TYPE_CHECKING:
    from screens.forms.spec import Entry, Spec
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.container import Services


class TermsOfReference(FormPage):
    """Writes the draft; the Chair approves it on the Review screen."""

    TITLE = "Terms of reference"
    CSS_PATH = "terms.tcss"

    def __init__(self, context: Context, argument: str = "") -> None:
        """The review of the case in hand."""
        super().__init__(context, argument)
        self._pseudonym = ""

    async def open(self) -> Opened | None:
        """The draft, or what the last version says."""
        case_id = self.context.case_id
        read = await self.ask(lambda services: _read(services, case_id)) if case_id else None
        if read is None:
            return None
        spec, file = read
        if file.review is None:
            self.notify("No review has been commissioned yet.", markup=False)
            return None
        self._pseudonym = file.case.pseudonym
        self.title = f"{self._pseudonym} · terms of reference"
        return Opened(spec, _values(spec, file), f"terms:{case_id}", file.review.version)

    def draft_title(self) -> str:
        """By pseudonym."""
        return f"Terms of reference · {self._pseudonym}"

    async def record(self) -> bool:
        """Write the draft; where somebody wrote meanwhile, show both."""
        form, case_id = await self.judge(Terms), self.context.case_id
        if form is None or case_id is None or (opened := self.opened) is None:
            return False
        try:
            await self.context.backend.call(
                lambda services: services.reviews.write_terms(self.actor, case_id, opened.version, form)
            )
        except StaleError:
            return await self._settle(case_id)
        except SscbError as refused:
            self.refused(refused)
            return False
        return True

    async def _settle(self, case_id: str) -> bool:
        read = await self.ask(lambda services: services.desk.file(case_id))
        if read is None or read.review is None or (opened := self.opened) is None:
            return False
        theirs = _values(opened.spec, read)
        found = differences(opened.spec, self.values, theirs)
        answer = await self.app.push_screen_wait(Stale(found))
        if answer:
            opened.version = read.review.version
        if answer == "theirs":
            self.values.update({each.field.path: each.theirs for each in found})
            await self.form.redraw()
            await self.keep_now()
        return answer == "mine" and await self.record()

    async def after(self) -> None:
        """Back to the review."""
        self.notify("Written. The Chair approves it.", markup=False)
        self.go(Place.REVIEW, self.context.case_id, instead=True)


def _read(services: Services, case_id: str) -> tuple[Spec, CaseFile]:
    spec = terms_spec(agency_options(services), services.board.settings().review_models)
    return spec, services.desk.file(case_id)


def _values(spec: Spec, file: CaseFile) -> Entry:
    """The version in hand; before there is one, what the file knows already."""
    latest = file.review.latest if file.review else None
    return typed_from(spec, latest.terms.model_dump()) if latest else spec.start() | _known(file)


def _known(file: CaseFile) -> Entry:
    """Nobody types twice what the referral, the discussion and the meeting have said."""
    usual = "\n".join((Supply.CHRONOLOGY, Supply.ANALYSIS))
    known: Entry = {
        "subjects": file.case.pseudonym,
        "supplies": [{"agency": code, "gives": usual, "note": ""} for code in involved(file)],
    }
    if file.case.discussion and (plan := file.case.discussion.plan):
        known |= {"period_from": day_text(plan.period_from), "period_to": day_text(plan.period_to)}
    if file.advice:
        known["parallel"] = file.advice.parallel_processes
    return known
