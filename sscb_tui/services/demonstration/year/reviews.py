"""The three reviews of the year: one published a year ago, one whose report came this spring, one under way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from sscb_tui.domain.case import Referral, ReferralForm
from sscb_tui.domain.decision import Asked, PeerChallenge
from sscb_tui.domain.family import FamilyMember
from sscb_tui.domain.forms import RecommendationForm
from sscb_tui.domain.review import Answer
from sscb_tui.domain.review_forms import ReportForm
from sscb_tui.domain.rules.responding import subjects
from sscb_tui.domain.rules.wording import linter
from sscb_tui.domain.terms import AbuseOrNeglect, Accepted, Level, Origin, Outcome
from sscb_tui.services.demonstration import decided, people, referrals, review
from sscb_tui.services.demonstration.year import concerns

if TYPE_CHECKING:
    from datetime import datetime

    from sscb_tui.domain.case import Case
    from sscb_tui.domain.recommendation import Recommendation
    from sscb_tui.services.demonstration.story import Story

MANAGER, CHAIR, PANEL = people.MANAGER.actor(), people.CHAIR.actor(), review.PANEL
AGENCIES = ("CHS", "CSC", "POL", "STFT", "EDU", "CCG", "HSG", "NTW")


@dataclass(frozen=True, slots=True)
class Child:
    """An invented child, with a name that no word of a report comes near, and why the Chair decided on a review."""

    pseudonym: str
    first: str
    family: str
    years: int
    title: str
    why: str

    def form(self, received: datetime) -> ReferralForm:
        """The referral: died yesterday at home."""
        day = received.date() - timedelta(days=1)
        born = day.replace(year=day.year - self.years, day=1)
        died = {"outcome": Outcome.DIED, "outcome_on": referrals.on(day)}
        return ReferralForm(
            pseudonym=self.pseudonym,
            incident_on=referrals.on(day),
            incident_title=self.title,
            child=referrals.child(f"{self.first} {self.family}", born, **died),
            family=(FamilyMember(name=f"Odd {self.family}", relationship="mother", in_household=referrals.YES),),
            other_children=(),
            other_children_none=True,
            agencies=referrals.involved(*AGENCIES),
            referral=_referral(received),
        )


CHILDREN: dict[concerns.ReviewKey, Child] = {
    "u": Child(
        "Child U",
        "Umber",
        "Makebelieve",
        3,
        "death after injury at home",
        "Both limbs are met: a toddler died of injuries of different ages; four agencies had each seen one of them.",
    ),
    "y": Child(
        "Child Y",
        "Yarrow",
        "Inventedname",
        1,
        "death of a baby in a cold home",
        "Both limbs are met: a baby starved over weeks in which three services wrote that nobody had opened the door.",
    ),
    "z": Child(
        "Child Z",
        "Zephyr",
        "Fictionalname",
        14,
        "death after going missing",
        "Both limbs are met: a girl was exploited for a year; what school, police and clinic knew was never joined.",
    ),
}


def _referral(received: datetime) -> Referral:
    return referrals.referral(
        received,
        "The child was found at home and could not be revived. Several agencies had been to the home in the year "
        "before and each had seen something; none had seen the whole.",
        "Injuries of different ages, and a home that nobody had looked at as a whole.",
        abuse_or_neglect=AbuseOrNeglect.KNOWN,
        serious_harm=referrals.YES,
    )


def _decided(story: Story, child: Child, days: int) -> Case:
    """Referred so many days ago and decided three weeks later: a Serious Case Review."""
    case = story.receive(days, child.form)
    story.discuss(case, days - 2, ())
    story.back(days - 20)
    case = story.services.desk.file(case.id).case
    nobody = Asked(answer="no", detail="Not needed; the facts are not in dispute.")
    form = decided.scr_form(case).but(
        limbs=decided.limbs(case, {}),
        reasons=child.why,
        peer_challenge=nobody,
        peer=PeerChallenge(),
        scope_view="The last two years.",
    )
    story.services.decisions.sign(CHAIR, case.id, form, case.reference)
    decided.tell(story.services, case.id, story.clock)
    return case


def begun(story: Story, child: Child, days: int) -> Case:
    """Under way six weeks after it was referred."""
    use, case = story.services, _decided(story, child, days)
    story.back(days - 28)
    review.commission(use, case.id)
    review.agree_terms(use, case.id)
    story.back(days - 40)
    review.appoint(use, case.id)
    use.reviews.begin(MANAGER, case.id)
    return case


def reported(story: Story, case: Case, days: int, key: concerns.ReviewKey) -> tuple[Recommendation, ...]:
    """The report is in so many days ago, with its findings; its recommendations go on the tracker that day."""
    use = story.services
    story.back(days)
    form = ReportForm(
        title=f"Serious Case Review: {case.pseudonym}",
        received_on=use.desk.today(),
        text=review.REPORT,
        findings=concerns.book().findings[key],
    )
    use.responses.receive(PANEL, case.id, form)
    return recommended(story, case, key)


def recommended(story: Story, case: Case, key: concerns.ReviewKey) -> tuple[Recommendation, ...]:
    """Every recommendation of the review, by number."""
    found = len(concerns.book().findings.get(key, ()))
    return tuple(
        story.services.tracker.recommend(
            MANAGER,
            case.id,
            RecommendationForm(
                text=concern.text(key),
                origin=Origin.SCR,
                level=concern.level,
                themes=concern.themes,
                rests_on=(f"F-{place % found + 1}",) if found else ("decision",),
            ),
        )
        for place, concern in enumerate(concerns.of(key))
    )


def repeated(story: Story, first: tuple[Recommendation, ...], again: tuple[Recommendation, ...]) -> None:
    """What the later review says again is tied to what the earlier one said, and why that did not work."""
    said = {concern.matter: each.number for concern, each in zip(concerns.of("u"), first, strict=True)}
    for concern, each in zip(concerns.of("y"), again, strict=True):
        if concern.matter in said:
            why = "It was agreed and trained; nobody asked what became of it."
            story.services.amendments.reiterate(MANAGER, each.id, said[concern.matter], why)


def tied(story: Story, case: Case, given: tuple[Recommendation, ...]) -> None:
    """Every sixth action carries out the recommendation after its own as well, where the Board can."""
    numbers = [each.number for each in given if each.level in (Level.BOARD, Level.MULTI_AGENCY)]
    after = dict(pairwise(numbers))
    standing = {each.id: each.number for each in given}
    for action in story.services.record.actions.of_case(case.id):
        number = standing[action.carries_out[0]]
        if action.number % 6 == 0 and number in after:
            story.services.amendments.link(MANAGER, action.id, (after[number],))


def _answer(recommendation: Recommendation) -> tuple[Accepted, str]:
    """What the Board says: not what nobody here can do, and only in part what asks for a reminder or a course."""
    if recommendation.level is Level.NATIONAL:
        return Accepted.NOT, "The Board cannot do it; the Chair has written to those who can."
    if recommendation.level is Level.SINGLE_AGENCY:
        return Accepted.NOT, "The agency's limit is set by its regulator; the Board asks for figures instead."
    if linter(recommendation.text):
        return Accepted.PARTLY, "The Board accepts the aim, and has agreed other means."
    return Accepted.FULLY, "The Board agrees and acts on it."


def answered(story: Story, case: Case, days: int) -> None:
    """The Board answers every finding and recommendation, and agrees its answers."""
    use = story.services
    story.back(days)
    file = use.desk.file(case.id)
    said = {f"R-{each.number}": _answer(each) for each in file.recommendations}
    for subject in subjects(file, file.reviews[-1]):
        accepted, reason = said.get(subject, (Accepted.FULLY, "The Board agrees with the finding."))
        use.responses.answer(MANAGER, case.id, Answer(to=subject, accepted=accepted, reason=reason))
    use.responses.agree(review.FULL_BOARD, case.id)


def published(story: Story, case: Case, days: int) -> None:
    """The family is told, the copies go, and three weeks later the report is public."""
    use = story.services
    story.back(days + 25)
    review.family(use, case.id)
    review.respond(use, case.id)
    use.publishing.prepare(MANAGER, case.id)
    review.send_copies(use, case.id)
    plan = use.desk.file(case.id).reviews[-1].plan
    if plan is not None and plan.planned_on is not None:
        story.clock.set(plan.planned_on)
    use.publishing.publish(CHAIR, case.id, "https://board.example.invalid/reports", case.reference)


def waits_for_the_trial(story: Story, case: Case) -> None:
    """Nothing is published before the verdict."""
    story.services.proceedings.add(MANAGER, case.id, review.trial(story.services.desk.today()))
