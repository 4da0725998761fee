"""The year as it was lived: what is done to every action, put down by day and carried out in the order of the days."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sscb_tui.domain.forms import ActionForm
from sscb_tui.domain.local_time import local_day
from sscb_tui.domain.terms import Level
from sscb_tui.services.demonstration.year import concerns, posts, takeover
from sscb_tui.services.demonstration.year.concerns import cast
from sscb_tui.services.demonstration.year.hands import MANAGER, Deed, Row, working_day
from sscb_tui.services.demonstration.year.lives import CROWD, DECKS, LIVES

if TYPE_CHECKING:
    from sscb_tui.domain.case import Case
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.demonstration.story import Story

WHOLE = sum(sum(deck.values()) for deck in DECKS.values()) + len(takeover.ROWS)
"""The actions of a whole year: 150."""
QUIET = {"u": "NEAS", "y": "PH", "z": ""}
"""The agency in each review that does not answer: the silent lives are its actions' first."""
BEGINS = {"u": 0, "y": 3, "z": 6}
"""Where each review takes up a concern: it agrees other measures than the one before."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One action before it is agreed."""

    recommendation: Recommendation
    concern: concerns.Concern
    turn: int
    """Which of the measures that its concern has been met with it is."""
    life: str


@dataclass(slots=True)
class Diary:
    """Agrees actions and puts down what will be done to them; then lives it."""

    story: Story
    entries: list[tuple[date, int, Row, Deed]] = field(default_factory=list)

    def agree(self, case: Case, planned: tuple[Planned, ...], days: int, *, early: bool = False) -> None:
        """The actions of one review are agreed so many days ago; early ones before there is a report."""
        self.story.back(days)
        for place, each in enumerate(planned):
            self._put_down(each, *self._agreed(case, each, f"{case.pseudonym}/{place}", early=early))

    def _agreed(self, case: Case, planned: Planned, which: str, *, early: bool) -> tuple[Row, date]:
        services, today = self.story.services, self.story.services.desk.today()
        concern, number = planned.concern, planned.recommendation.number
        partner = concern.partners[planned.turn % len(concern.partners)] if concern.partners else "the Board"
        words, measure = concerns.action(concern, planned.turn, services.board.settings().brief(partner))
        person = posts.owner(concern.agency, number + planned.turn)
        span = (self.story.today - today).days
        due = today + timedelta(days=span * LIVES[planned.life].due // 100 + cast(f"{which}/due") % 13 - 6)
        form = ActionForm(
            recommendation_number=number,
            agency=concern.agency,
            owner=_owner(person.post, which),
            owner_name=person.name,
            action=words,
            outcome="" if early and cast(f"{which}/outcome") % 5 == 0 else concern.better,
            measure=measure,
            due=working_day(max(due, today + timedelta(days=7))),
            early=early,
        )
        action = services.tracker.act(MANAGER, case.id, form)
        return Row(action.id, action.number, concern.agency, concern.matter, person.actor()), today

    def _put_down(self, planned: Planned, row: Row, begun: date) -> None:
        span = (self.story.today - begun).days
        for hundredth, deed in LIVES[planned.life].deeds:
            on = working_day(begun + timedelta(days=span * hundredth // 100))
            self.entries.append((on, len(self.entries), row, deed))

    def live(self) -> None:
        """Everything that was put down, by day; nothing of tomorrow."""
        for on, _, row, deed in sorted(self.entries, key=lambda entry: entry[:2]):
            if on >= self.story.today:
                continue
            if on != local_day(self.story.clock.moment):
                self.story.clock.set(on)
            deed(self.story.services, row)


def plan(key: concerns.ReviewKey, given: tuple[Recommendation, ...], size: int) -> tuple[Planned, ...]:
    """Which actions are agreed on a review's recommendations, and what will become of each.

    What only a national body or one agency by itself could do is left without, and what the last review says first.
    """
    deck = _deck(key, size)
    lives = [deck[place] for place in sorted(range(len(deck)), key=lambda place: cast(f"{key}/{place}"))]
    said = zip(given, concerns.of(key), strict=True)
    carried = [(each, concern) for each, concern in said if each.level in (Level.BOARD, Level.MULTI_AGENCY)]
    carried = carried[1:] if key == "z" else carried
    turns = sorted((place % len(carried), place // len(carried)) for place in range(len(lives)))
    chosen = [(*carried[at], turn + BEGINS[key]) for at, turn in turns]
    lives = _quiet_first(key, [concern.agency for _, concern, _ in chosen], lives)
    return tuple(
        Planned(recommendation, concern, turn, life)
        for (recommendation, concern, turn), life in zip(chosen, lives, strict=True)
    )


def _deck(key: str, size: int) -> list[str]:
    """The lives of so many actions: those of a whole year, and a crowd beyond."""
    once = [life for life, count in DECKS[key].items() for _ in range(count)]
    beyond = round(len(once) * size / WHOLE) - len(once)
    return once + [CROWD[place % len(CROWD)] for place in range(beyond)]


def _quiet_first(key: str, agencies: list[str], lives: list[str]) -> list[str]:
    """The same lives, the silent ones dealt to the agency that does not answer."""
    dealt = list(lives)
    quiet = [place for place, agency in enumerate(agencies) if agency == QUIET[key]]
    silent = [place for place, life in enumerate(dealt) if life.startswith("silent")]
    loud = [place for place in quiet if place not in silent]
    for place, other in zip(loud, [at for at in silent if at not in quiet], strict=False):
        dealt[place], dealt[other] = dealt[other], dealt[place]
    return dealt


def _owner(post: str, which: str) -> str:
    """One post; now and then two, as plans have it, and then nobody is accountable."""
    return f"{post} / Lead officer of the partner agency" if cast(f"{which}/owner") % 30 == 0 else post
