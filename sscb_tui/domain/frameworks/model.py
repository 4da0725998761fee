"""What a framework of the law is made of: texts with citation and modal strength, clocks, recipients, outcomes."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, model_validator

from sscb_tui.domain.base import Model, Said
from sscb_tui.domain.terms import Decided, Fact, Result, Strength

CLOCK = r"^(CK-[0-9]+a?|N-[A-Z]+)$"
"""A clock of the guidance, or one of the Board's own for a notice that guidance gives no time."""


class Criterion(Model):
    """One limb in the words of the law, and the questions that settle it."""

    code: Said
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    words: Said
    citation: Said
    strength: Strength


class Gloss(Model):
    """How the guidance reads a limb; a reading, never a further test."""

    code: Said
    words: Said
    citation: Said


class Category(Model):
    """One kind of death for which a review should always be held (AL-1 to AL-8)."""

    code: Annotated[str, Field(pattern=r"^AL-[1-8]$")]
    words: Said


class Recipient(Model):
    """A body or a person that is told of the Chair's decision (F9)."""

    code: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9-]*$")]
    name: Said
    notice: Annotated[str, Field(pattern=r"^N-[A-Z]+$")]
    """Which letter they are sent."""
    clock: Annotated[str, Field(pattern=CLOCK)] = "CK-4"
    if_relevant: bool = False
    """Told only where somebody says that the decision is their business."""
    if_not_scr: str = ""
    """What its copy carries besides, where no Serious Case Review is held."""
    clock_if_not_scr: str = ""
    """A period of its own for that case; the earlier of the two dates counts."""


class Limit(NamedTuple):
    """A length of time to be counted: so many hours, working days, days, weeks or months."""

    number: int
    unit: str

    def __str__(self) -> str:
        """In words: 5 working days; nothing at all is the same day."""
        if not self.number:
            return "the same day"
        unit = "working day" if self.unit == "WD" else self.unit
        return f"{self.number} {unit}" + ("" if self.number == 1 else "s")


class ClockRule(Model):
    """One clock: what is owed, counted how and from what, under which source and strength, by whom."""

    id: Annotated[str, Field(pattern=CLOCK)]
    what: Said
    """The duty; `{to}` stands for whoever is told."""
    limit: Annotated[str, Field(pattern=r"^[0-9]+ (WD|hour|day|week|month)s?$")]
    direction: Literal["after", "before"] = "after"
    trigger: Said
    """The event counted from, as the end of "5 working days after ..."."""
    aim: bool = False
    """An aim may be missed with reasons; it is still shown and still counted."""
    categories: tuple[str, ...] = ()
    """The kinds of death (AL-1 to AL-8) that start it, for a clock that only some of them do."""
    strength: Strength
    source: Said
    who: Said

    @property
    def length(self) -> Limit:
        """The limit as it is counted."""
        number, unit = self.limit.split(" ")
        return Limit(int(number), unit.removesuffix("s"))

    @property
    def rule(self) -> str:
        """The limit as it is printed: 5 working days after the decision."""
        length = self.length
        between = self.direction if length.number else "as"
        return f"{'aim for ' if self.aim else ''}{length} {between} {self.trigger}"


class Lawful(Model):
    """What one result of the criteria means: the sentence, its source, and the outcomes it leaves open."""

    sentence: Said
    citation: Said
    allowed: tuple[Decided, ...]
    if_jurisdiction_is_the_doubt: tuple[Decided, ...] = ()
    """Allowed besides, where age or residence is what nobody knows yet."""
    code: str = ""
    """The reason code under which every other outcome is refused."""

    @model_validator(mode="after")
    def _what_is_refused_has_a_code(self) -> Lawful:
        if not self.code and len(set(self.allowed)) < len(Decided):
            raise ValueError("an outcome is refused without a reason code")
        return self


class Bar(Model):
    """Why an outcome or an answer is refused: the words that bar it, and who said them."""

    code: Said
    outcomes: tuple[Decided, ...] = ()
    """The outcomes these words bar; empty for a rule about an answer."""
    sentence: Said
    source: Said


class Framework(Model):
    """The law and guidance a case began under, as data."""

    id: Said
    title: Said
    valid_from: date
    valid_to: date
    labels: dict[str, str]
    criteria: tuple[Criterion, ...]
    serious_harm: tuple[Gloss, ...] = ()
    always_list: tuple[Category, ...]
    recipients: tuple[Recipient, ...]
    clocks: tuple[ClockRule, ...]
    outcomes: dict[Result, Lawful]
    bars: tuple[Bar, ...]

    @model_validator(mode="after")
    def _every_result_is_mapped(self) -> Framework:
        if missing := set(Result) - set(self.outcomes):
            raise ValueError(f"no outcomes for {', '.join(sorted(missing))}")
        return self

    def clock(self, id: str) -> ClockRule | None:
        """The rule of that clock, where this framework has it."""
        return next((clock for clock in self.clocks if clock.id == id), None)

    def needed(self, id: str) -> ClockRule:
        """The rule of a clock that no framework is without."""
        return next(clock for clock in self.clocks if clock.id == id)

    def recipient(self, code: str) -> Recipient | None:
        """Whoever is told under that code."""
        return next((recipient for recipient in self.recipients if recipient.code == code), None)

    def criterion(self, code: str) -> Criterion:
        """The limb under that code."""
        return next(criterion for criterion in self.criteria if criterion.code == code)

    def bar(self, code: str, outcome: Decided | None = None) -> Bar:
        """The words behind a reason code, for that outcome where they differ by outcome."""
        return next(bar for bar in self.bars if bar.code == code and (outcome is None or outcome in bar.outcomes))


class Common(Model):
    """What no edition of the guidance has changed: clocks of other laws, and whom a Board tells of its own accord."""

    recipients: tuple[Recipient, ...]
    clocks: tuple[ClockRule, ...]

    def under(self, framework: Framework) -> Framework:
        """The framework with these beside its own."""
        return framework.but(
            recipients=(*framework.recipients, *self.recipients), clocks=(*framework.clocks, *self.clocks)
        )


class Amendment(Model):
    """A later text that changes who is told and some clocks, and leaves the rest of a framework as it was."""

    id: Said
    title: Said
    extends: Said
    valid_from: date
    valid_to: date
    recipients: tuple[Recipient, ...]
    """All that the guidance now names: an amendment says anew who is told."""
    clocks: tuple[ClockRule, ...]
    """Those it changes."""

    def over(self, framework: Framework) -> Framework:
        """The framework as amended."""
        changed = {clock.id: clock for clock in self.clocks}
        return framework.but(
            id=self.id,
            title=self.title,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            recipients=self.recipients,
            clocks=tuple(changed.get(clock.id, clock) for clock in framework.clocks),
        )
