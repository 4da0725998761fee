"""The recommendation to the Chair (F7): the meeting recommends, the Chair decides."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from screens.base import Context, Place
from screens.forms.advice import Basis, advice_spec
from screens.forms.values import typed_from
from screens.referral_form import agency_options
from screens.veil import Veil
from screens.widgets.form_page import FormPage, Opened
from sscb_tui.domain.drafting import drafted, found_words
from sscb_tui.domain.forms import AdviceForm
from sscb_tui.domain.rules.meetings import quorum_for_views
from sscb_tui.domain.rules.rounds import dissenting
from sscb_tui.domain.terms import Fact
from sscb_tui.domain.text import shown

if TYPE_CHECKING:
    from screens.forms.spec import Entry, Options, Spec
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.meeting import AgencyView
    from sscb_tui.services.container import Services


MASKED = "masked"
"""Asks for the form as a room may see it."""


@dataclass(slots=True)
class Ground:
    """What the recommendation is written from."""

    file: CaseFile
    agencies: Options
    board: BoardSettings
    veil: Veil = field(default_factory=Veil)
    """What of the words above the fields may be seen."""

    @property
    def met(self) -> bool:
        """Whether there was a meeting whose findings stand."""
        return self.file.meeting is not None and bool(self.file.meeting.findings)

    @property
    def spec(self) -> Spec:
        """The form, with what the meeting found, who dissented, and whether it was quorate."""
        meeting = self.file.meeting
        lost = (
            quorum_for_views(meeting, self.board.quorum, self.board.brief) if self.met and meeting is not None else ()
        )
        dissent = "\n".join(f"{self.board.brief(each.agency)}: “{each.dissent}”" for each in self._dissenting())
        return advice_spec(
            self.agencies,
            Basis(
                met=self.met,
                found=shown(self.veil.shown(found_words(self.file, self.board))) if self.met else "",
                dissent=shown(self.veil.shown(dissent)),
                quorum=" ".join(each.sentence for each in lost),
            ),
        )

    def _dissenting(self) -> tuple[AgencyView, ...]:
        return dissenting(self.file.meeting) if self.file.meeting is not None else ()

    def values(self) -> Entry:
        """The advice already given, or what the meeting and the file already say."""
        if self.file.advice is not None:
            return typed_from(self.spec, self._given())
        return self.spec.start() | self._known()

    def _given(self) -> dict[str, object]:
        advice = self.file.advice
        given = advice.model_dump() if advice is not None else {}
        limbs = advice.limbs if advice is not None else ()
        return given | {"limbs": {limb.fact.value: {"value": limb.value, "reason": limb.reason} for limb in limbs}}

    def _known(self) -> Entry:
        facts = self.file.case.facts()
        meeting = self.file.meeting
        known: Entry = {**drafted(self.file, self.board)}
        if meeting is not None and not self._dissenting():
            known["dissent_none"] = meeting.dissent_none
        return known | ({} if self.met else {f"limbs.{fact.value}.value": facts.value(fact).value for fact in Fact})


def ground(services: Services, case_id: str) -> Ground:
    """Read it all in one go."""
    return Ground(services.desk.file(case_id), agency_options(services), services.board.settings())


class Advice(FormPage):
    """Writes the recommendation and submits it to the Chair; from a masked meeting it opens masked as well."""

    TITLE = "Recommendation to the Chair"
    CSS_PATH = "advice.tcss"
    DONE = "Submit to the Chair"

    def __init__(self, context: Context, argument: str = "") -> None:
        """The case in hand is the one recommended on."""
        super().__init__(context, argument)
        self._pseudonym = ""

    async def open(self) -> Opened | None:
        """The recommendation on the case in hand."""
        case_id = self.context.case_id
        if case_id is None or (read := await self.ask(lambda services: ground(services, case_id))) is None:
            return None
        if self.argument == MASKED:
            await self._hide_names(read)
        self._pseudonym = read.file.case.pseudonym
        self.title = f"{self._pseudonym} · recommendation to the Chair"
        return Opened(read.spec, read.values(), f"advice:{case_id}", read.file.case.version)

    async def _hide_names(self, read: Ground) -> None:
        from sscb_tui.services.masking import Mask

        self.veil = read.veil = Veil(await asyncio.to_thread(Mask, read.file, read.board))
        self.sub_title = "MASKED"

    def draft_title(self) -> str:
        """By pseudonym."""
        return f"Recommendation · {self._pseudonym}"

    async def record(self) -> bool:
        """Submit it (T15)."""
        form, case_id = await self.judge(AdviceForm), self.context.case_id
        if form is None or case_id is None:
            return False
        advice = await self.ask(lambda services: services.meetings.submit(self.actor, case_id, form))
        return advice is not None

    async def after(self) -> None:
        """To the case, which is now with the Chair."""
        self.notify("Submitted. The case is with the Chair.", markup=False)
        self.go(Place.CASE, self.context.case_id, instead=True)
