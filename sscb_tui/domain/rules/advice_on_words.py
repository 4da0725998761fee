"""Everything that can be said of a recommendation by its words alone: a sentence each, advice and never a refusal."""

from __future__ import annotations

from sscb_tui.domain.rules.amending import many
from sscb_tui.domain.rules.wording import LEFT_OUT, left_out, linter


def advice_on_words(text: str, *, addressed: str = "", outcome: str = "", already: int = 0) -> tuple[str, ...]:
    """Habits that die in a plan, what is left out in one sentence, and whether `already` are as many as get done."""
    if not text.strip():
        return ()
    habits = [each.sentence for each in linter(text)]
    open_ = [
        each.sentence.removeprefix(LEFT_OUT).removesuffix(".")
        for each in left_out(text, addressed=addressed, outcome=outcome)
    ]
    left = [f"{LEFT_OUT}{', nor '.join(open_)}."] if open_ else []
    crowded = many(already + 1)
    return (*habits, *left, *([crowded] if crowded else []))
