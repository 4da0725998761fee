"""A recommendation or an action put on the tracker, with help on its words while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content

from screens.asking import carry_out, made
from screens.dialogs.recommending import Help, WordedForm
from screens.forms import tracker as asked
from screens.forms.tracker_amend import recommended
from screens.review_deeds import said
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.forms import ActionForm, RecommendationForm
from sscb_tui.domain.rules.advice_on_words import advice_on_words
from sscb_tui.domain.rules.strength import strength
from sscb_tui.domain.rules.wording import linter
from sscb_tui.domain.terms import Leverage
from sscb_tui.domain.text import shown_line

if TYPE_CHECKING:
    from screens.base import Page
    from screens.forms.spec import Entry, Section, Values
    from sscb_tui.services.views import Nearest

QUIET = "$foreground 60%"
WEAK = frozenset({Leverage.WORDS, Leverage.TEACHING})
Read = tuple[Sequence[Content], Sequence["Nearest"]]


async def recommend(page: Page, case_id: str) -> bool:
    """A recommendation for the case."""
    already = await page.ask(lambda services: len(services.tracker.recommendations(case_id)))
    if already is None:
        return False
    section = asked.recommendation(again=True)
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.recommending.recommend(
            actor, case_id, _recommendation(section, given), *_again(given)
        ),
        about=case_id,
        form=partial(WordedForm, help=on_recommendation(page, already)),
    )


def _recommendation(section: Section, given: Entry) -> RecommendationForm:
    return made(section, RecommendationForm, {**given, "reiterates": "", "why_not_before": ""})


def _again(given: Entry) -> tuple[int | None, str]:
    """The earlier one that is said again, and why it did not work."""
    if not (typed := said(given, "reiterates").strip()):
        return None, ""
    numbers = recommended(typed)
    if len(numbers) != 1:
        raise InputError([Problem("reiterates", "is no recommendation.", "for example R-12")])
    return numbers[0], said(given, "why_not_before")


def on_recommendation(page: Page, already: int, but: str = "") -> Help:
    """Help with the words of a recommendation; `but` is the one that is being amended."""

    async def read(values: Values) -> Read | None:
        text, addressed, actor = said(dict(values), "text"), said(dict(values), "addressed_to"), page.actor
        return await page.ask(
            lambda services: (
                _quiet(services.action_desk.loads(f"{addressed}\n{text}")),
                services.search.nearest(actor, text, but=but) if text.strip() else (),
            )
        )

    def words(values: Values) -> Sequence[Content]:
        given = dict(values)
        text, addressed, outcome = (said(given, path) for path in ("text", "addressed_to", "outcome"))
        advice = advice_on_words(text, addressed=addressed, outcome=outcome, already=already)
        return [*_weighed(text), *_quiet(advice)]

    return Help("text", words, read)


def _weighed(text: str) -> list[Content]:
    """How strong it is, and why."""
    if (found := strength(text)) is None:
        return []
    look = "$text-warning" if found.leverage in WEAK else "$text-success"
    return [Content.assemble((found.leverage.label, look), (f". {found.reason}", QUIET))]


def _quiet(sentences: Sequence[str]) -> list[Content]:
    return [Content.styled(f"· {shown_line(each)}", QUIET) for each in sentences]


async def act(page: Page, case_id: str, under: str = "") -> bool:
    """An action for the case, early or under one of its recommendations: `under`, else the latest."""
    read = await page.ask(lambda services: (services.board.settings(), services.tracker.recommendations(case_id)))
    if read is None:
        return False
    settings, known = read
    agencies = tuple((each.code, f"{each.code} {each.brief}") for each in settings.agencies)
    section = asked.action(agencies, [(each.number, each.text) for each in known], under)
    return await carry_out(
        page,
        section,
        lambda services, actor, given: services.tracker.act(
            actor, case_id, _action(given, made(section, ActionForm, _numbered(given)))
        ),
        about=f"{case_id}:R-{under}" if under else case_id,
        form=partial(WordedForm, help=on_action(page)),
    )


def on_action(page: Page) -> Help:
    """Help with the words of an action: its agency, owner, date and outcome are asked for beside them."""

    async def read(values: Values) -> Read | None:
        agency = said(dict(values), "agency")
        return await page.ask(lambda services: (_quiet(services.action_desk.loads(agency)), ()))

    def words(values: Values) -> Sequence[Content]:
        text = said(dict(values), "action")
        return [*_weighed(text), *_quiet([each.sentence for each in linter(text)])]

    return Help("action", words, read)


def _numbered(given: Entry) -> Entry:
    """ "Early" is the absence of a recommendation's number."""
    return {**given, "recommendation_number": ""} if given["recommendation_number"] == "early" else given


def _action(given: Entry, form: ActionForm) -> ActionForm:
    if form.outcome.strip().casefold() == form.action.strip().casefold():
        wrong = "repeats the action; say what will be different for children."
        raise InputError([Problem("outcome", wrong)])
    return form.but(early=given["recommendation_number"] == "early")
