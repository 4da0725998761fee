"""One decision is one child: its record covers no other, and copied reasons are made its own (RF-10, RF-18)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sscb_tui.domain.errors import Violation
from sscb_tui.domain.naming.folding import plain
from sscb_tui.domain.rules.outcomes import words_of

if TYPE_CHECKING:
    from sscb_tui.domain.decision import Decision, DecisionForm
    from sscb_tui.domain.file import CaseFile

_ONE_RECORD = "reg 5(2): a child; record of the Chair's decision (F8)"
_QUALITY = "SCR quality marker: decision making"
_CLAUSE = re.compile(r"(?<=[.!?;])\s+|\n+")
_DECIDING = re.compile(
    r"\b(i (also |likewise )?decide|decided? (also )?(for|on|about)|decisions?|this record|criteria|appl(y|ies)"
    r"|likewise|both children|same (outcome|holds|goes|reasons?)|no review|(another|alternative) review)\b"
)
_APART = re.compile(r"\b(separate\w*|own (record|decision|case)|not (cover\w*|appl\w*|decide\w*)|apart)\b")


def one_child_is_decided(form: DecisionForm, file: CaseFile) -> tuple[Violation, ...]:
    """RF-18: children of one incident differ in age, harm and outcome; each has a decision of its own."""
    others = tuple(dict.fromkeys((*form.covers, *_decided_along(form, file))))
    if not others:
        return ()
    sentence = (
        f"This record would decide for {', '.join(others)} as well. One decision is one child: sign a record for each, "
        "whose reasons may begin as a copy of these."
    )
    return (Violation("RF-18", sentence, _ONE_RECORD, "covers"),)


def _decided_along(form: DecisionForm, file: CaseFile) -> Iterator[str]:
    """Siblings for whom the words of this record decide; to be told of as witness or sister is no decision."""
    texts = (form.reasons, form.instead, form.panel_explanation, *(limb.reason for limb in form.limbs))
    clauses = [plain(clause) for text in texts for clause in _CLAUSE.split(text)]
    deciding = [each for each in clauses if _DECIDING.search(each) and not _APART.search(each)]
    for sibling in file.siblings:
        if any(_names(each, sibling.pseudonym) or _names(each, sibling.reference) for each in deciding):
            yield sibling.reference


def _names(clause: str, mark: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(mark))}(?!\w)", clause) is not None


def reasons_are_this_childs(form: DecisionForm, earlier: Iterable[Decision]) -> tuple[Violation, ...]:
    """RF-10: never another case's reasons word for word; a copy says what in it is this child's own.

    Only the reasons must differ: the scope of a joint review, or what is said to the panel of it, may be the same.
    """
    said, found = words_of(form.reasons), []
    if any(said == words_of(each.reasons) for each in earlier):
        found.append(
            ("reasons", "The reasons are another case's, word for word. Say what in this child's case decides it.")
        )
    if form.copied_from.strip() and not form.made_own.strip():
        sentence = f"The reasons began as a copy from {form.copied_from}; say what in them is this child's own."
        found.append(("made_own", sentence))
    return tuple(Violation("RF-10", sentence, _QUALITY, field) for field, sentence in found)
