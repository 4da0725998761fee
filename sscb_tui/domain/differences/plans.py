"""Plans: protection, need or neither, and the category a child protection plan stood under (F4.C4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from sscb_tui.domain.differences.accounts import Account
from sscb_tui.domain.differences.model import Difference, Saying, difference
from sscb_tui.domain.differences.persons import SIBLING
from sscb_tui.domain.terms import DifferenceKind

if TYPE_CHECKING:
    from sscb_tui.domain.differences.scene import Scene

_PLANS = "F4.C4"
_STATUTORY = frozenset({"cp", "cin", "lac"})
_OF_OTHERS = re.compile(
    r"\b(?:of (?:our|its) own|ours|not (?:known|aware)|knew of (?:no|none)|unaware)\b", re.IGNORECASE
)
_CATEGORY = re.compile(r"\b(neglect|physical|emotional|sexual)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:child protection plan|CP plan|child protection register|CPP)\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:changed|then|previously|former(?:ly)?|later|initially)\b", re.IGNORECASE)


def plans(scene: Scene) -> Iterator[Difference]:
    """Which plan was in force, and under which category."""
    ticked = [(account, account.ticked(_PLANS)) for account in scene.accounts if account.ticked(_PLANS)]
    if any(_disagree(one, other) for one, other in combinations(ticked, 2)):
        sayings = [account.choice(_PLANS) for account, _ in ticked]
        yield difference(DifferenceKind.PLAN, "plan", "Which plan was in force for the child", sayings)
    held = [told for account in scene.accounts for told in _categories(scene, account)]
    if any(one.isdisjoint(other) and a.agency != b.agency for (a, one), (b, other) in combinations(held, 2)):
        what = "The category of the child protection plan"
        yield difference(DifferenceKind.PLAN, "category", what, (said for said, _ in held))


def _disagree(one: tuple[Account, frozenset[str]], other: tuple[Account, frozenset[str]]) -> bool:
    """Protection against need, or a statutory plan against an unqualified "none"."""
    mine, theirs = one[1] & _STATUTORY, other[1] & _STATUTORY
    if "none" in one[1] | other[1]:
        return bool(mine or theirs) and not any(_of_others(*each) for each in (one, other))
    return {frozenset(mine & {"cp", "cin"}), frozenset(theirs & {"cp", "cin"})} == {
        frozenset({"cp"}),
        frozenset({"cin"}),
    }


def _of_others(account: Account, ticked: frozenset[str]) -> bool:
    """A "none" that speaks of the agency's own plans, or of what it did not know."""
    return "none" in ticked and bool(_OF_OTHERS.search(account.choice(_PLANS).words))


def _categories(scene: Scene, account: Account) -> Iterator[tuple[Saying, frozenset[str]]]:
    """Each place where an agency names the category of this child's plan."""
    if "cp" in account.ticked(_PLANS) and (named := _named(account.choice(_PLANS).words)):
        yield account.choice(_PLANS), named
    for said in account.sentences("F4.C1", "F4.E1", "F4.G2"):
        of_another = any(key.startswith(SIBLING) for key in scene.persons.named(said.words))
        stands = _PLAN.search(said.words) and not _NOT.search(said.words) and not of_another
        if stands and (named := _named(said.words)):
            yield said, named


def _named(text: str) -> frozenset[str]:
    """The categories a text names, unless it tells of a change from one to another."""
    return frozenset() if _CHANGED.search(text) else frozenset(map(str.casefold, _CATEGORY.findall(text)))
