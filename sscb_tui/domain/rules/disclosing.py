"""Words that go to the Board or the national panel say nothing that identifies a child or a family (RF-16)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.naming import names_of

if TYPE_CHECKING:
    from sscb_tui.domain.decision import DecisionForm
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.naming import Found, Names

PUBLIC = {
    "reasons": "The reasons",
    "reasons_for_departure": "The reasons for departing",
    "made_own": "What is this child's own",
    "precaution_reason": "The reason for a review by choice",
    "overrun_reason": "The reason for the overrun",
    "instead": "What is done instead",
    "panel_explanation": "The explanation for the panel",
    "scope_view": "The early view of scope",
    "regard_to_panel": "The regard had to the panel's advice",
}
"""What the Board's members and the national panel read in the Chair's words."""
_AROUND = 30


def nobody_is_named(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-16: no name, date of birth, address or number of the family, as known or misspelt, in a public field."""
    names = names_of(file)
    return tuple(
        Violation("RF-16", _sentence(label, names, said, found), "SCR quality marker: publication", field)
        for field, label in PUBLIC.items()
        if (found := names.found(said := getattr(form, field)))
    )


def _sentence(label: str, names: Names, text: str, found: tuple[Found, ...]) -> str:
    """Where it stands and what to write instead, without saying again what must not be said."""
    first = found[0]
    before = names.masked(text[: first.start])[-_AROUND:]
    after = names.masked(text[first.end :])[:_AROUND]
    around = " ".join(f"{before}‹{first.instead.strip('‹›') or 'a name'}›{after}".split())
    more = f", and in {len(found) - 1} more places" if len(found) > 2 else ", and once more" if len(found) == 2 else ""
    return f"{label}: somebody is identified at “… {around} …”{more}. Write the pseudonym or the relationship."
