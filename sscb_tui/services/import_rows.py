"""One imported row becomes a recommendation and an action, or a word more on those held; inside a deed."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from sscb_tui.domain.action import Action, DateMove, Update
from sscb_tui.domain.base import ActionId, CaseId
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.rules.gaps import gaps
from sscb_tui.domain.terms import ActionState
from sscb_tui.domain.text import folded
from sscb_tui.domain.trackers.columns import Column
from sscb_tui.domain.trackers.given import Given
from sscb_tui.domain.trackers.notes import kept_words, of_a_recommendation, with_notes
from sscb_tui.domain.trackers.words import bodies, state_of
from sscb_tui.domain.trackers.written import compared, plain
from sscb_tui.services.import_held import POST, Held
from sscb_tui.services.import_recommendations import Above
from sscb_tui.services.views.imports import ImportedRow, Verdict

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.people import Actor
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.imports import ImportTerms
    from sscb_tui.services.room import Room

_NUMBER = re.compile(r"a-?\s?([0-9]{1,6})", re.IGNORECASE)
_ACTED = (Column.OWNER, Column.CONTRIBUTING, Column.PROGRESS, Column.STATE, Column.EVIDENCE, Column.MEASURE)
"""What nobody says of a recommendation unless its doing is tracked."""
_ALIKE = 0.4
"""Below this, two actions of one number say different things."""


@dataclass(slots=True)
class Taking:
    """Everything one file is taken with: what is held, read once, and what has come of its rows so far."""

    room: Room
    actor: Actor
    terms: ImportTerms
    ours: bool
    """Whether the file is our own table, so that A-12 in it is A-12 here."""
    twice: Collection[tuple[str, str]]
    """Numbers that stand on more than one row of their case: they tell no action from another."""
    board: BoardSettings = field(init=False)
    cases: dict[str, list[Case]] = field(init=False)
    """By reference and by pseudonym, however they are written."""
    actions: dict[str, list[Action]] = field(default_factory=dict)
    above: Above = field(init=False)

    def __post_init__(self) -> None:
        """Read once what every row asks for."""
        self.board, self.cases, self.above = self.room.settings(), {}, Above(self.room, self.terms)
        for each in self.room.record.cases.all():
            for name in {plain(each.reference), plain(each.pseudonym)}:
                self.cases.setdefault(name, []).append(each)

    def take(self, row: Given) -> ImportedRow:
        """The row on record; InputError where it cannot be."""
        case, elsewhere = self._case(row)
        row = with_notes(row, ("Case as given", elsewhere))
        text, action = row.said(Column.RECOMMENDATION), row.said(Column.ACTION)
        remarks = [*row.remarks, *_none_of_ours(elsewhere)]
        if not text and not action:
            raise InputError([Problem("row", "states neither a recommendation nor an action.", "one, or leave it out")])
        above, made = self.above.stated(case, row, remarks) if text else (self.above.under(case, row), False)
        if above is None:
            row = with_notes(row, *of_a_recommendation(row))
        if not action and above is not None:
            if not self._is_acted_on(row):
                return self.above.only(row, above, remarks, made=made)
            action = above.text
            remarks.append("no action is stated: it is tracked under the recommendation's own words")
        held = self._held(case, row, action, remarks)
        if held is not None:
            return Held(self.room, self.actor, self.terms, self.board, case, above, held).told(
                row, remarks, self._replace
            )
        return self._new(case, row, action, above, remarks)

    # Which case

    def _case(self, row: Given) -> tuple[Case, str]:
        """The case a row names by reference or pseudonym; else the one given, with the words that named none."""
        named = row.said(Column.CASE)
        if named and (found := self._named(named)) is not None:
            return found, ""
        if self.terms.case_id:
            return self.room.record.cases.get(self.terms.case_id), named
        what = f"names no case held here: {named!r}." if named else "names no case."
        raise InputError([Problem("case", what, "a reference or pseudonym held here, or one case for the file")])

    def _named(self, named: str) -> Case | None:
        found = self.cases.get(plain(named), [])
        return found[0] if len(found) == 1 else None

    def _is_acted_on(self, row: Given) -> bool:
        """Whether a row without an action's text tracks one all the same."""
        dated = any(each.words for each in row.days.values())
        both = row.said(Column.NUMBER) and row.said(Column.RECOMMENDATION_NUMBER)
        return bool(dated or both or row.colour.name or row.notes or any(row.said(each) for each in _ACTED))

    # The action

    def _actions(self, case: Case) -> list[Action]:
        if case.id not in self.actions:
            self.actions[case.id] = list(self.room.record.actions.of_case(case.id))
        return self.actions[case.id]

    def _replace(self, before: Action, after: Action) -> None:
        known = self.actions[before.case_id]
        known[known.index(before)] = after

    def _held(self, case: Case, row: Given, action: str, remarks: list[str]) -> Action | None:
        """The action this row speaks of, if it is held: under our number, its own number, or its words."""
        known = self._actions(case)
        ours = _NUMBER.fullmatch(row.said(Column.NUMBER)) if self.ours else None
        if ours is not None:
            found = next((each for each in known if each.number == int(ours[1])), None)
            if found is not None:
                return found
        words = compared(action)
        by_words = [each for each in known if compared(each.action) == words]
        number = _given_number(row)
        bare = plain(number)
        numbered = [each for each in known if bare and plain(each.number_given) == bare]
        both = [each for each in numbered if each in by_words]
        if both or (by_words and not number):
            return (both or by_words)[0]
        once = len(numbered) == 1 and self._stands_once(row, number)
        if once and _similar(numbered[0].action, action):
            return numbered[0]
        remarks += [
            f"number {number} is held already as A-{each.number}, which says something else" for each in numbered
        ]
        return None

    def _stands_once(self, row: Given, number: str) -> bool:
        return (folded(row.said(Column.CASE)), folded(number)) not in self.twice

    def _new(
        self, case: Case, row: Given, action: str, above: Recommendation | None, remarks: list[str]
    ) -> ImportedRow:
        """The action as the row has it: nothing it does not say is made up."""
        board, today = self.board, self.room.today()
        if row.said(Column.NUMBER_GIVEN):
            row = with_notes(row, ("Its number there", row.said(Column.NUMBER)))
        found = bodies(row.said(Column.AGENCY), board.agencies)
        contributing = (*found.several, *bodies(row.said(Column.CONTRIBUTING), board.agencies).several)
        alone = bodies(row.said(Column.CONTRIBUTING), board.agencies).lead
        agreed, state = row.when(Column.AGREED).day, state_of(row.said(Column.STATE)) or ActionState.NOT_STARTED
        said = "\n".join(kept_words(row, board.agencies))
        update = (Update(at=self.room.now(), by=self.actor.name, note=said, state=state, post=POST),) if said else ()
        made = Action(
            id=ActionId(self.room.new_id()),
            number=self.room.record.actions.next_number(),
            case_id=CaseId(case.id),
            recommendation_id=above.id if above else None,
            number_given=_given_number(row),
            agency=found.lead,
            contributing=tuple(dict.fromkeys(code for code in (*contributing, alone) if code)),
            owner=row.said(Column.OWNER),
            action=action,
            outcome=row.said(Column.OUTCOME),
            measure=row.said(Column.MEASURE),
            agreed_on=agreed if agreed and agreed <= today else today,
            start=row.when(Column.START).day,
            due=row.when(Column.DUE).day,
            moves=_moved_before(row),
            state=state,
            updates=update,
        )
        saved = self.room.record.actions.save(made)
        self._actions(case).append(saved)
        return ImportedRow(row.number, Verdict.NEW, _place(saved, above), (*remarks, *self._lacking(saved, above)))

    def _lacking(self, action: Action, above: Recommendation | None) -> tuple[str, ...]:
        """What the action lacks, flagged on every list until somebody says it."""
        same = [each for each in self.actions[action.case_id] if each.number_given == action.number_given]
        found = gaps(
            agency=action.agency,
            owner=action.owner,
            due=action.due,
            outcome=action.outcome,
            level=above.level if above else None,
            twice=bool(action.number_given) and len(same) > 1,
        )
        under = () if above else ("under no recommendation",)
        return (*under, *(each.label for each in found))


def _none_of_ours(named: str) -> list[str]:
    return [f"{named!r} is none of our cases; the case given for the file stands"] if named else []


def _given_number(row: Given) -> str:
    return row.said(Column.NUMBER_GIVEN) or row.said(Column.NUMBER)


def _moved_before(row: Given) -> tuple[DateMove, ...]:
    """A first date beside the date that binds is a move that was made elsewhere: slippage does not end at our door."""
    first, due = row.when(Column.FIRST_DUE).day, row.when(Column.DUE).day
    if first is None or due is None or first == due:
        return ()
    return (DateMove(was=first, now=due, reason="moved before it came here; why is not said", approved_by="not said"),)


def _place(action: Action, above: Recommendation | None) -> str:
    return f"A-{action.number}" + (f" under R-{above.number}" if above else "")


def _similar(one: str, other: str) -> bool:
    return SequenceMatcher(None, folded(one), folded(other)).ratio() >= _ALIKE
