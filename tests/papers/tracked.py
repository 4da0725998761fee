"""Two further invented reviews for the tracker's papers: one published, with rows in every state and every gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sscb_tui.domain.action import Action, ActionEvidence, DateMove, Impact, Override, Update
from sscb_tui.domain.base import CaseId, DecisionId, RecommendationId, ReviewId
from sscb_tui.domain.case import Signature
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.publication import Difference, Done, Publication, Response, StillToDo
from sscb_tui.domain.recommendation import Recommendation
from sscb_tui.domain.review import Answer, Finding, Review
from sscb_tui.domain.rules.rag import progress_of
from sscb_tui.domain.rules.retests import retest_due
from sscb_tui.domain.terms import Accepted, ActionState, Confidence, Decided, Level, Origin, Rag, Shown
from sscb_tui.services.tracking import action_rows
from sscb_tui.services.views import ActionFacts, ActionRow
from tests.papers.fictional import at

S = ActionState
CHAIR = Signature(name="C. Chair", post="Independent Chair", at=at(4, month=12))


def _recommendation(number: int, text: str, **more: object) -> Recommendation:
    given: dict[str, object] = {"origin": Origin.SCR, "themes": ("Communication",)} | more
    return Recommendation.model_validate(
        {"id": f"rec-{number}", "version": 1, "number": number, "case_id": "case-2", "text": text} | given
    )


def recommendations() -> tuple[Recommendation, ...]:
    """Accepted, in part, not at all, and one that only a national body can carry out."""
    return (
        _recommendation(20, "Call-out notices reach schools too.", locked_on=date(2026, 10, 1), number_given="3.1"),
        _recommendation(21, "One worker is named to each child.", addressed_to="Children's Social Care"),
        _recommendation(22, "Every visit is unannounced.", level=Level.SINGLE_AGENCY, themes=("voice of the child",)),
        _recommendation(
            23, "The inspectorate reads call-outs.", level=Level.NATIONAL, origin=Origin.NATIONAL, themes=()
        ),
        _recommendation(
            24,
            "Notices again reach the school.",
            reiterates=RecommendationId("rec-20"),
            why_not_before="The order reached the stations and no school.",
            accepted=Accepted.FULLY,
            response="Said twice is once too often.",
        ),
    )


def _action(number: int, under: int | None, state: ActionState, **more: object) -> Action:
    given: dict[str, object] = {
        "id": f"action-{number}",
        "version": 1,
        "number": number,
        "case_id": "case-2",
        "recommendation_id": None if under is None else f"rec-{under}",
        "agency": "POL",
        "owner": "Head of Protecting Vulnerable People",
        "owner_name": "X. Secret",
        "action": f"Step {number}",
        "outcome": "Schools know by nine what happened at night",
        "agreed_on": date(2026, 6, 1),
        "due": date(2026, 12, 31),
        "state": state,
    }
    return Action.model_validate(given | more)


def _said(state: ActionState, note: str, day: int, month: int = 11) -> Update:
    return Update(at=at(day, month=month), by="P. Officer", note=note, state=state)


def _shown(shown: Shown, claim: str) -> Impact:
    return Impact(
        at=at(20, month=11),
        by="L. Panel",
        on=date(2026, 11, 20),
        claim=claim,
        source="dip sample",
        sample="20 of 140",
        confidence=Confidence.MEDIUM,
        shown=shown,
        next_test=date(2026, 12, 1),
    )


def _evidence(rung: int, kind: str, **more: int) -> ActionEvidence:
    return ActionEvidence(on=date(2026, 11, 1), kind=kind, note="Seen", rung=rung, by="P. Officer", **more)


def actions() -> tuple[Action, ...]:
    """One of each: shown to have worked, done late on somebody's word, blocked, moved twice, unowned, undated."""
    moved = tuple(
        DateMove(was=was, now=now, reason="system not delivered", approved_by="LIIP")
        for was, now in ((date(2026, 8, 1), date(2026, 10, 1)), (date(2026, 10, 1), date(2026, 12, 31)))
    )
    verified: dict[str, object] = {"verified_by": "L. Panel", "verified_at": at(3)}
    return (
        _action(
            20,
            20,
            S.EMBEDDED,
            updates=(_said(S.DONE_UNVERIFIED, "In use in every school", 2, 9),),
            evidence=(_evidence(3, "register of schools", reached=48, intended=51),),
            impacts=(_shown(Shown.HELD, "Ten schools of ten knew by nine"),),
            publishable="Every school is told of call-outs next morning.",
            **verified,
        ),
        _action(21, 20, S.DONE_UNVERIFIED, updates=(_said(S.DONE_UNVERIFIED, "E-mail sent", 20),), number_given="7"),
        _action(22, 21, S.BLOCKED, agency="CSC", owner="Head of service; Head of teams", number_given="7"),
        _action(23, 21, S.IN_PROGRESS, agency="CSC", moves=moved, also=("rec-20",), contributing=("CHS", "HOU")),
        _action(24, 24, S.IN_PROGRESS, agency="", owner="", outcome="", due=None),
        _action(25, 23, S.IN_PROGRESS, agency="", owner="The inspectorate", due=date(2027, 6, 1)),
        _action(
            26,
            24,
            S.IN_PROGRESS,
            agency="HOU",
            owner="Head of Tenancy",
            due=date(2027, 5, 1),
            override=Override(rag=Rag.RED, reason="the contract | is not signed", by="L. Panel", at=at(1, month=12)),
            updates=(_said(S.IN_PROGRESS, "Tender out", 1, 12),),
        ),
        _action(27, 20, S.REOPENED, impacts=(_shown(Shown.NOT_SHOWN, "Three schools of ten"),), evidence=()),
        _action(28, 22, S.WITHDRAWN, board_minute="Board 12/26"),
        _action(29, None, S.NOT_STARTED, early=True, agency="CHS", owner="Named nurse", due=date(2026, 9, 1)),
    )


def response() -> Response:
    """Three headings; one thing done that the tracker bears out, one that rests on a word."""
    return Response(
        chair_statement="We are sorry. What each of us knew should have been put together.",
        done=(
            Done(on=date(2026, 9, 2), agency="POL", what="Every school is told of call-outs next morning."),
            Done(on=date(2026, 11, 20), agency="POL", what="Step 21"),
        ),
        difference=(
            Difference(what="Ten schools of ten knew by nine.", evidence="a dip sample in November"),
            Difference(what="Too early to say of health visitors.", review_on=date(2027, 5, 1)),
        ),
        still_to_do=(StillToDo(what="Health visitors join.", who="Community health", by=date(2027, 3, 1)),),
        check="The sub-committee reads twenty cases every quarter.",
        practice_now="The notice is in use in every school.",
        national=("Whether the inspectorate reads call-outs.",),
    )


def review() -> Review:
    """Reported, answered, agreed, published; one finding led to nothing."""
    return Review(
        id=ReviewId("review-2"),
        version=3,
        case_id=CaseId("case-2"),
        decision_id=DecisionId("decision-9"),
        kind=Decided.SCR,
        commissioned=CHAIR,
        findings=(
            Finding(number=1, text="Call-outs did not reach schools."),
            Finding(number=2, text="Nobody asked the child's brother."),
        ),
        answers=(
            Answer(to="F-1", accepted=Accepted.FULLY, reason="R-20 carries it out."),
            Answer(to="R-20", accepted=Accepted.FULLY, reason="It is done already."),
            Answer(to="R-21", accepted=Accepted.PARTLY, reason="For children in need; others have a school."),
            Answer(to="R-22", accepted=Accepted.NOT, reason="Families must be able to prepare | for some visits."),
        ),
        response=response(),
        agreed=CHAIR,
        publication=Publication(on=date(2026, 12, 1), address="www.example.invalid/reviews", signed=CHAIR),
    )


def published(file: CaseFile) -> CaseFile:
    """Child R: a review that is published, beside the file of Child Q."""
    case = file.case.but(id="case-2", reference="SSCB/2025/011", pseudonym="Child R")
    held = recommendations()
    cited = (held[0].but(rests_on=("F-1",)), *held[1:])
    return replace(
        file,
        case=case,
        reviews=(review(),),
        reports=(),
        recommendations=cited,
        actions=actions(),
        family_contacts=(),
        decisions=file.decisions,
    )


def rows(files: Sequence[CaseFile], today: date) -> tuple[ActionRow, ...]:
    """What lists see of their actions, as the record's columns have it."""
    facts = [_facts(file, action) for file in files for action in file.actions]
    numbers = {str(each.id): each.number for file in files for each in file.recommendations}
    return action_rows(facts, numbers, today)


def _facts(file: CaseFile, action: Action) -> ActionFacts:
    under = next((each for each in file.recommendations if each.id == action.recommendation_id), None)
    progress = progress_of(action)
    return ActionFacts(
        action_id=action.id,
        case_id=file.case.id,
        number=action.number,
        recommendation=under.number if under else None,
        level=under.level if under else None,
        origin=under.origin if under else None,
        themes=under.themes if under else (),
        reference=file.case.reference,
        pseudonym=file.case.pseudonym,
        agency=action.agency,
        owner=action.owner,
        action=action.action,
        outcome=action.outcome,
        number_given=action.number_given,
        also=action.also,
        due=action.due,
        original_due=action.first_due,
        state=action.state,
        evidence_rung=action.rung,
        last_update=action.spoken[-1].at if action.spoken else None,
        moves=len(action.moves),
        agreed_on=action.agreed_on,
        done_on=progress.done_on,
        effect=progress.effect,
        override=progress.override,
        retest_due=retest_due(action),
    )
