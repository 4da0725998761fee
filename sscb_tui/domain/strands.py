"""The golden thread of a case drawn out: what led to what, from one thing back to the sentences and on to the evidence.

Most of it stands in the links. The rest the process itself joins: a decision for a review leads to its recommendations
and starts its duties, and an action leads to the evidence that it was done (6.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.strands_after import after_decision
from sscb_tui.domain.terms import Origin
from sscb_tui.domain.thread import Address, Link, Strand, Why, rests_on_finding

if TYPE_CHECKING:
    from sscb_tui.domain.action import Action
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.domain.recommendation import Recommendation

BEFORE_DECISION = frozenset({"CK-1", "CK-2", "CK-3"})
"""Clocks that end with the decision or before; what begins on its day begins with it (CK-4, CK-5, the panel's)."""
PINNED = "pinned"
WHOLE = ("advice", "decisions", "family_contacts")
"""Kinds whose parts only say what the whole has to do with a criterion or a proceeding, things of their own."""


@dataclass(slots=True)
class Branch:
    """A thing in the tree, and what hangs on it; `again` where it hangs elsewhere with all that is its own."""

    at: Address
    why: str
    branches: list[Branch] = field(default_factory=list)
    again: bool = False


def normal(address: Address, file: CaseFile) -> Address:
    """The thing itself that an address is about: a pin is about its passage, "decision" about the one that stands."""
    if address.kind in WHOLE:
        return replace(address, part="")
    if (address.kind, address.part) == ("cases", "decision") and file.decision is not None:
        return Address("decisions", file.decision.id)
    return address


def strands(file: CaseFile, links: Iterable[Link], root: Address) -> tuple[Strand, ...]:
    """Everything that led to something in this case; a return is drawn out passage by passage where it is asked for."""
    made = tuple(links)
    found: dict[tuple[Address, Address], Strand] = {}
    for each in (*_linked(file, made), *_process(file, made), *_whole_return(made, root)):
        ends = each.earlier, each.later
        if ends not in found or each.why.startswith(PINNED):  # who pins a passage says more than who cites it
            found[ends] = each
    return tuple(found.values())


def branches(root: Address, among: Iterable[Strand], *, forward: bool) -> list[Branch]:
    """What the root led to, or came from, each thing hanging where the way to it is shortest."""
    next_to: dict[Address, list[Strand]] = defaultdict(list)
    for each in among:
        if not (forward and each.back):
            next_to[each.earlier if forward else each.later].append(each)
    trunk = Branch(root, "")
    waiting, seen = [trunk], {root}
    for branch in waiting:
        for strand in next_to[branch.at]:
            end = strand.later if forward else strand.earlier
            hung = Branch(end, strand.why, again=end in seen)
            branch.branches.append(hung)
            if not hung.again:
                seen.add(end)
                waiting.append(hung)
    return trunk.branches


def _linked(file: CaseFile, links: tuple[Link, ...]) -> Iterator[Strand]:
    pinned = {each.source.id: each.target for each in links if each.why is Why.BEARS_ON}
    standing = {str(pin.id): pin for pin in file.pins if pin.stands}
    directed = {str(each.id) for each in file.recommendations if each.origin.of_review and file.decision}
    for each in links:
        source, target = normal(each.source, file), normal(each.target, file)
        if each.why is Why.CITES and source.kind == "pins":
            if (pin := standing.get(source.id)) is not None:
                yield Strand(target, pinned[source.id], f"{PINNED}, {pin.evidence.bearing}")
        elif each.why is Why.CITES:
            yield Strand(target, Address("cases", file.case.id, _fact(each.source)), "cited")
        elif each.why is Why.SUPERSEDED_BY:
            yield Strand(source, target, "superseded by")
        elif each.why in _ALONG and _here(target, file):
            led = source.id in directed and target.kind == "cases"
            back = each.why is Why.RESTS_ON and (led or (source.kind == "reviews" and source.part != ""))
            yield Strand(target, source, _ALONG[each.why], back)
        elif each.why is Why.SPEAKS_OF and source.kind == "lines":
            yield from _minuted(source, target)


_ALONG = {
    Why.FINDS: "found",
    Why.HOLDS: "viewed",
    Why.RECOMMENDS: "recommended on",
    Why.ANSWERS: "decided on",
    Why.REPORTS: "reported",
    Why.CORRECTS: "corrected",
    Why.QUOTES: "quoted",
    Why.SUPERSEDES: "superseded",
    Why.CARRIES_OUT: "carried out by",
    Why.RESTS_ON: "rests on it",
    Why.REOPENS: "came before the Chair again",
    Why.RESPONDS_TO: "answered by the Board",
    Why.WAITS_FOR: "no contact while it runs",
    Why.REITERATES: "said again",
}
"""Links that are strands as they stand, in the words of who looks on."""


def _here(target: Address, file: CaseFile) -> bool:
    """Whether a thing is this case's: a recommendation may say again what another case's said."""
    return target.kind != "recommendations" or any(each.id == target.id for each in file.recommendations)


def _fact(source: Address) -> str:
    """The criterion that a part is about: "finding abuse_or_neglect" of a meeting, plainly elsewhere."""
    return source.part.rpartition(" ")[2]


def _minuted(line: Address, target: Address) -> Iterator[Strand]:
    """A line leads to the action agreed in it and the answer given in it; what was parked leads to its answer."""
    if target.kind in ("actions", "settlements"):
        yield Strand(line, target, "minuted")
    elif target.kind == "lines":
        yield Strand(target, line, "answered")


def _process(file: CaseFile, links: tuple[Link, ...]) -> Iterator[Strand]:
    """What the process joins without anybody having to say so."""
    rested = {each.source.id for each in links if each.why is Why.RESTS_ON}
    founded = {each.source.id for each in links if rests_on_finding(each)}
    decision = Address("decisions", file.decision.id) if file.decision else None
    advice = Address("advice", file.advice.id) if file.advice else None
    if decision and advice:
        yield Strand(advice, decision, "went to the Chair", back=True)
    yield from after_decision(file)
    review = Address("reviews", file.review.id) if file.review else decision
    for each in file.recommendations:
        led = founded if each.origin.of_review else rested
        if each.id not in led and (origin := _origin(each, review, advice)) is not None:
            yield Strand(origin, Address("recommendations", each.id), "led to")
    for action in file.actions:
        yield from _shown(action)
    if decision is not None:  # last, so that a dozen letters do not stand before what became of children
        yield from _duties(file, decision)


def _origin(of: Recommendation, review: Address | None, advice: Address | None) -> Address | None:
    """Where a recommendation comes from that names nothing better: the review, the meeting's advice, or nowhere."""
    if of.origin.of_review:
        return review
    return advice if of.origin is Origin.SCOPING else None


def _duties(file: CaseFile, decision: Address) -> Iterator[Strand]:
    """The clocks that began with the signature."""
    signed = local_day(file.decision.signature.at) if file.decision else None
    for duty in file.duties:
        if duty.clock not in BEFORE_DECISION and duty.started_on == signed:
            yield Strand(decision, Address("duties", duty.id), "started")


def _shown(action: Action) -> Iterator[Strand]:
    """What shows that the action was done, and who made sure (RA.15 to RA.17)."""
    whole = Address("actions", action.id)
    for number in range(1, len(action.updates) + 1):
        yield Strand(whole, replace(whole, part=f"update {number}"), "said of it")
    for number in range(1, len(action.evidence) + 1):
        yield Strand(whole, replace(whole, part=f"evidence {number}"), "shown by")


def _whole_return(links: tuple[Link, ...], root: Address) -> Iterator[Strand]:
    if root.kind == "requests" and root.part:
        yield Strand(replace(root, part=""), root, "said in")
    elif root.kind == "requests":
        for each in links:
            if each.target.kind == "requests" and each.target.id == root.id:
                yield Strand(root, each.target, "says")
