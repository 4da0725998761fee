"""Beside the decision itself: a sibling's reasons, the panel's letter, new information, an addendum, legal advice."""

from __future__ import annotations

from textual import work

from screens.asking import carry_out
from screens.decision_deeds import DecisionDeeds
from screens.decision_form import SPEC
from screens.dialogs.choose import Choose
from screens.dialogs.passage import Passage
from screens.forms.after_decision import ADDENDUM, LEGAL, NEWS, PANEL, on_day
from screens.words import day
from sscb_tui.domain.terms import Move
from sscb_tui.domain.workflow import STEPS

RECORD = "record"
MOVES = {"panel": Move.PANEL_QUERY, "reopen": Move.REOPEN_DECISION}


class DecisionAfter(DecisionDeeds):
    """What the keys do that neither make nor sign the decision in hand."""

    def open_now(self, action: str) -> bool:
        """Whether one of these keys leads anywhere as the case stands."""
        if self.bench is None:
            return False
        file = self.bench.file
        if action == "copy":
            return not self.bench.sealed and bool(file.siblings)
        if action == "addendum":
            return file.decision is not None
        return action not in MOVES or (file.case.stage, MOVES[action]) in STEPS

    @work(group="dialog")
    async def action_copy(self) -> None:
        """Begin the reasons from those of a brother's or sister's decision; the answers stay this child's."""
        if self.bench is None or not (siblings := self.bench.file.siblings):
            return
        options = [(each.id, f"{each.pseudonym} · {each.reference}") for each in siblings]
        sibling = await self.app.push_screen_wait(Choose("Whose reasons to begin from?", options))
        if sibling is None:
            return
        case_id = self.bench.file.case.id
        copied = await self.ask(lambda services: services.decisions.copied(sibling, case_id))
        if copied is not None:
            await self._take(copied)

    async def _take(self, copied: dict[str, str]) -> None:
        """Only what is still blank is filled, so that nothing the Chair has written is lost."""
        texts, fields = self.made.texts, {field.path for field in SPEC.fields}
        blank = {name: said for name, said in copied.items() if name in fields and not str(texts.get(name, "")).strip()}
        self.made.texts = {**texts, **blank}
        if "reasons" in blank:
            self.made.copied_from = copied["copied_from"]
        self.made.touched = bool(blank) or self.made.touched
        await self.keep_now()
        self.notify(
            f"Copied from {copied['copied_from']}; what you had written stays. r makes the reasons this child's own."
            if blank
            else "Nothing was copied: everything is written already.",
            markup=False,
        )

    @work(group="dialog")
    async def action_addendum(self) -> None:
        """A correction that stands beside the signed record."""
        if self.bench is not None:
            case_id = self.bench.file.case.id
            await carry_out(
                self,
                ADDENDUM,
                lambda services, actor, said: services.reopenings.add(actor, case_id, str(said["words"])),
            )

    @work(group="dialog")
    async def action_panel(self) -> None:
        """The national panel asks or disagrees (T24)."""
        if self.bench is not None:
            case_id = self.bench.file.case.id
            await carry_out(
                self,
                PANEL,
                lambda services, actor, said: services.reopenings.panel_query(
                    actor, case_id, on=on_day(said), reference=str(said["reference"]), words=str(said["words"])
                ),
            )

    @work(group="dialog")
    async def action_reopen(self) -> None:
        """Something material is newly known (T29)."""
        if self.bench is not None:
            case_id = self.bench.file.case.id
            await carry_out(
                self,
                NEWS,
                lambda services, actor, said: services.reopenings.reopen(
                    actor, case_id, known_on=on_day(said), reason=str(said["words"])
                ),
            )

    @work(group="dialog")
    async def action_legal(self) -> None:
        """Privileged advice: read what is held, or put one on record."""
        if self.bench is None:
            return
        case_id = self.bench.file.case.id
        held = await self.ask(lambda services: services.privileged.of_case(self.actor, case_id))
        if held is None:
            return
        options = [(each.id, f"{each.reference} · {each.given_by} · {day(each.given_on)}") for each in held]
        chosen = await self.app.push_screen_wait(
            Choose("Legal advice", [*options, (RECORD, "Put an advice on record")])
        )
        if chosen == RECORD:
            await self._record_advice(case_id)
        elif chosen is not None:
            advice = next(each for each in held if each.id == chosen)
            self.app.push_screen(Passage(f"{advice.reference} · privileged", advice.text))

    async def _record_advice(self, case_id: str) -> None:
        await carry_out(
            self,
            LEGAL,
            lambda services, actor, said: services.privileged.record(
                actor,
                case_id,
                reference=str(said["reference"]),
                given_by=str(said["given_by"]),
                given_on=on_day(said),
                text=str(said["text"]),
            ),
        )
