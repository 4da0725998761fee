"""Grounds on which no review is ever found unnecessary: the guidance knows no such exceptions (WT2015 ch.4)."""

from __future__ import annotations

from sscb_tui.domain.base import Model
from sscb_tui.domain.terms import Reliance

GROUNDS: dict[str, str] = {
    "no_involvement": "agencies were not involved before",
    "prosecution": "a prosecution is under way",
    "cost": "what a review would cost",
    "no_media": "the media take no interest",
    "other_review": "another body's review is already running",
    "family_opposes": "the family opposes a review",
    "one_off": "the case looks like a one-off",
    "learning_known": "the learning is already known",
}
"""Each bad reason by its field, as it follows "relied on"."""


class Exclusions(Model):
    """Each ground answered one by one: a Chair who says "not met" says of each that it is not why; blank is None."""

    no_involvement: Reliance | None = None
    prosecution: Reliance | None = None
    cost: Reliance | None = None
    no_media: Reliance | None = None
    other_review: Reliance | None = None
    family_opposes: Reliance | None = None
    one_off: Reliance | None = None
    learning_known: Reliance | None = None

    def answered(self, reliance: Reliance | None) -> tuple[str, ...]:
        """The grounds with that answer, in words."""
        return tuple(words for name, words in GROUNDS.items() if getattr(self, name) is reliance)


NONE_RELIED_ON = Exclusions.model_validate(dict.fromkeys(GROUNDS, Reliance.NOT_RELIED_ON))
"""Every ground answered, none of them relied on."""
