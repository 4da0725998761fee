"""A Board's year, from the oldest review's referral to today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sscb_tui.services.demonstration.story import Story
from sscb_tui.services.demonstration.year import posts, reviews, takeover
from sscb_tui.services.demonstration.year.diary import WHOLE, Diary, plan

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.container import Services
    from sscb_tui.services.demonstration.clock import SetClock


def fill_year(services: Services, clock: SetClock, now: datetime, size: int = WHOLE) -> None:
    """Fill an empty record with so many actions, a year's at the least, ending at `now`; one transaction."""
    clock.set(now.date() - timedelta(days=725))
    with services.record.atomic(reviews.MANAGER, "a year of the tracker"):
        services.board.save(reviews.MANAGER, posts.BOARD)
        story = Story(services, clock, now.date())
        diary = Diary(story)
        first = _published(story, diary, size)
        _reported(story, diary, size, first)
        _under_way(story, diary, size)
        diary.live()
    clock.moment = now


def _published(story: Story, diary: Diary, size: int) -> tuple[Recommendation, ...]:
    """Child U: published a year ago; what was done is tested, and some of it has gone back."""
    case = reviews.begun(story, reviews.CHILDREN["u"], 720)
    given = reviews.reported(story, case, 500, "u")
    diary.agree(case, plan("u", given, size), 460)
    reviews.answered(story, case, 450)
    reviews.tied(story, case, given)
    reviews.published(story, case, 365)
    return given


def _reported(story: Story, diary: Diary, size: int, first: tuple[Recommendation, ...]) -> None:
    """Child Y: reported this spring; the Board has agreed its answers, and the report waits for a verdict."""
    case = reviews.begun(story, reviews.CHILDREN["y"], 420)
    given = reviews.reported(story, case, 200, "y")
    reviews.repeated(story, first, given)
    reviews.waits_for_the_trial(story, case)
    diary.agree(case, plan("y", given, size), 165)
    reviews.answered(story, case, 160)


def _under_way(story: Story, diary: Diary, size: int) -> None:
    """Child Z: the review goes on, and what cannot wait is done already."""
    case = reviews.begun(story, reviews.CHILDREN["z"], 150)
    given = reviews.recommended(story, case, "z")
    diary.agree(case, plan("z", given, size), 75, early=True)
    story.back(60)
    takeover.taken(story, case, given)
