"""The truth table of the criteria at the decision, and which outcomes each result leaves (reg 5(2); WT2015 ch.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from sscb_tui.domain.terms import Decided, Fact

MUST, ALWAYS, OPEN, MAY = "mandatory_reg5", "always_list", "undetermined", "discretionary"
SUSPICION, ANY_A = ("known", "suspected"), ("known", "suspected", "not_suspected", "undetermined")
NOT_NONE = ("concern", "nothing_found_yet", "not_yet_asked")
ANY_C, ANY_H = (*NOT_NONE, "definitively_none"), ("yes", "no", "undetermined")
NONE = ("definitively_none",)
Answers = Mapping[Fact, str]

DEATHS = (
    ("yes", SUSPICION, MUST),
    ("yes", ("undetermined", "not_suspected"), ALWAYS),
    ("undetermined", SUSPICION, MUST),
    ("undetermined", ("undetermined", "not_suspected"), OPEN),
    ("no", SUSPICION, MUST),
    ("no", ("undetermined",), OPEN),
    ("no", ("not_suspected",), MAY),
)
"""On the always-list, abuse or neglect: what it comes to."""
LIVING = (
    (SUSPICION, ("yes",), NOT_NONE, MUST),
    (SUSPICION, ("yes",), NONE, MAY),
    (SUSPICION, ("undetermined",), NOT_NONE, OPEN),
    (SUSPICION, ("undetermined",), NONE, MAY),
    (SUSPICION, ("no",), ANY_C, MAY),
    (("undetermined",), ("yes", "undetermined"), NOT_NONE, OPEN),
    (("undetermined",), ("yes", "undetermined"), NONE, MAY),
    (("undetermined",), ("no",), ANY_C, MAY),
    (("not_suspected",), ANY_H, ANY_C, MAY),
)
"""Abuse or neglect, serious harm, joint working: what it comes to; at the decision "not asked" is a concern."""
UNSURE = (
    ("known", "yes", "concern", "no", MUST),
    ("suspected", "undetermined", "concern", "no", OPEN),
    ("not_suspected", "yes", "concern", "no", MAY),
    ("not_suspected", "yes", "concern", "yes", OPEN),
    ("known", "yes", "definitively_none", "no", OPEN),
)
"""Outcome not known."""
LEFT: Mapping[str, frozenset[Decided]] = {
    MUST: frozenset({Decided.SCR, Decided.DEFER, Decided.TRANSFER}),
    ALWAYS: frozenset({Decided.SCR, Decided.DEFER, Decided.TRANSFER}),
    OPEN: frozenset({Decided.SCR, Decided.DEFER}),
    MAY: frozenset(Decided),
    "out_of_scope": frozenset({Decided.ALTERNATIVE, Decided.NO_REVIEW}),
    "transfer": frozenset({Decided.TRANSFER}),
}
"""The outcomes each result leaves to the Chair."""
CODES = {MUST: "RF-03", ALWAYS: "RF-04", OPEN: "RF-05", "out_of_scope": "JU-AGE", "transfer": "RF-14"}


def rows() -> Iterator[tuple[Answers, str]]:
    """Every row with what it comes to."""
    for listed, abuse, result in DEATHS:
        yield from ((_answers(a, "died", listed, "undetermined", "not_yet_asked"), result) for a in abuse)
    for abuse, harm, joint, result in LIVING:
        yield from ((_answers(a, "alive", "no", h, c), result) for a, h, c in product(abuse, harm, joint))
    for a, h, c, listed, result in UNSURE:
        yield _answers(a, "outcome_unknown", listed, h, c), result
    yield _answers("known", "died", "no", "yes", "concern", age="no"), "out_of_scope"
    yield _answers("known", "died", "no", "yes", "concern", here="no"), "transfer"


def _answers(
    abuse: str, outcome: str, listed: str, harm: str, joint: str, age: str = "yes", here: str = "yes"
) -> Answers:
    return dict(zip(Fact, (age, here, abuse, outcome, listed, harm, joint), strict=True))
