"""What the Chair has on the bench: the file, the law, the recommendation, and the decision as it is being made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import ValidationError

from screens.forms.spec import Entry
from sscb_tui.domain.criteria import Assessment
from sscb_tui.domain.decision import LimbFinding
from sscb_tui.domain.frameworks import Framework, load
from sscb_tui.domain.portrait import portrait
from sscb_tui.domain.terms import Decided, Fact, Result, Stage
from sscb_tui.services.decisions import AGAIN

if TYPE_CHECKING:
    from sscb_tui.domain.agency import BoardSettings
    from sscb_tui.domain.file import CaseFile
    from sscb_tui.services.container import Services
    from sscb_tui.services.views import DutyRow

AFTER_THE_PANEL = "After the national panel's advice the case is decided again, here and now."
OPEN_STAGES = frozenset({Stage.WITH_CHAIR, Stage.FURTHER_INFORMATION, Stage.PANEL_SCRUTINY})


@dataclass(frozen=True, slots=True)
class Barred:
    """A refused outcome: code and words, and the last of the outcomes that the same words bar."""

    code: str
    sentence: str
    last: Decided


@dataclass(frozen=True, slots=True)
class Bench:
    """One case before the Chair."""

    file: CaseFile
    law: Framework
    board: BoardSettings
    duties: tuple[DutyRow, ...]
    now: datetime
    portrait: str = ""
    """The child in one paragraph."""

    @property
    def sealed(self) -> bool:
        """A decision stands and the case is not before the Chair again."""
        decision = self.file.decision
        return decision is not None and self.file.case.stage not in OPEN_STAGES

    @property
    def with_chair(self) -> bool:
        """The case is before the Chair now."""
        return self.file.case.stage in OPEN_STAGES

    @property
    def reopened(self) -> bool:
        """A decision stood, and the case is before the Chair again."""
        return not self.sealed and bool(self.file.reopenings)

    def barred(self, outcome: Decided, assessment: Assessment | None) -> Barred | None:
        """Why an outcome cannot be chosen: the law's words, or the stage of the case."""
        if self.sealed:
            assessment = None
        if self.file.case.stage is Stage.PANEL_SCRUTINY and outcome not in AGAIN:
            return Barred("T25", AFTER_THE_PANEL, Decided.TRANSFER)
        code = assessment.refused.get(outcome) if assessment else None
        if assessment is None or code is None:
            return None
        bar = next((each for each in self.law.bars if each.code == code and outcome in each.outcomes), None)
        together = [
            each for each in assessment.refused if bar and each in bar.outcomes and assessment.refused[each] == code
        ]
        return Barred(code, bar.sentence if bar else "", max(together or [outcome], key=tuple(Decided).index))

    @property
    def offered_as(self) -> str:
        """What findings the Chair has not answered stand as."""
        return "as decided before" if self.reopened else "as recommended"

    def offered(self) -> tuple[LimbFinding, ...]:
        """The findings to begin from: of the decision that stood, else as put to the Chair, else of the meeting."""
        if self.reopened and self.file.decision is not None:
            return self.file.decision.limbs
        if self.file.advice is not None:
            return self.file.advice.limbs
        return self.file.meeting.findings if self.file.meeting else ()

    def agency(self, code: str) -> str:
        """What to call an agency."""
        return self.board.brief(code)

    def words(self, fact: Fact) -> tuple[str, str]:
        """The statutory words a question turns on, and their citation; empty where the law adds none."""
        limb = next((each for each in self.law.criteria if fact in each.facts), None)
        return (limb.words, limb.citation) if limb else ("", "")


def read_bench(services: Services, case_id: str) -> Bench:
    """Read it all on the record's own thread."""
    file = services.desk.file(case_id)
    return Bench(
        file=file,
        law=load(file.case.framework),
        board=services.board.settings(),
        duties=services.duties.rows(case_id),
        now=services.desk.now(),
        portrait=portrait(file),
    )


@dataclass(slots=True)
class Deliberation:
    """The decision as the Chair is making it: kept as a draft until it is signed."""

    limbs: dict[Fact, LimbFinding] = field(default_factory=dict)
    own: set[Fact] = field(default_factory=set)
    """Limbs the Chair has answered; the others stand as recommended."""
    outcome: Decided | None = None
    texts: Entry = field(default_factory=dict)
    copied_from: str = ""
    """The sibling's case whose reasons the texts began as."""
    result: Result | None = None
    """What the law makes of the findings: it decides what is asked besides."""
    stage: Stage | None = None
    touched: bool = False

    @property
    def whole(self) -> tuple[LimbFinding, ...] | None:
        """All seven findings in the order asked, or None while one is blank."""
        return tuple(self.limbs[fact] for fact in Fact) if len(self.limbs) == len(Fact) else None

    def propose(self, findings: Iterable[LimbFinding]) -> None:
        """Take over what was recommended, wherever the Chair has not answered."""
        for finding in findings:
            if finding.fact not in self.own:
                self.limbs[finding.fact] = finding

    def answer(self, finding: LimbFinding) -> None:
        """The Chair's own finding."""
        self.limbs[finding.fact] = finding
        self.own.add(finding.fact)
        self.touched = True

    def fields(self) -> dict[str, object]:
        """As a draft keeps it."""
        return {
            "limbs": [self.limbs[fact].model_dump(mode="json") for fact in Fact if fact in self.own],
            "outcome": self.outcome.value if self.outcome else "",
            "texts": dict(self.texts),
            "copied_from": self.copied_from,
        }


def restored(kept: Mapping[str, object]) -> Deliberation:
    """A draft taken up again; a finding that no longer fits the law's questions is left for the Chair to answer."""
    made = Deliberation(touched=True)
    limbs, texts = kept.get("limbs"), kept.get("texts")
    for each in limbs if isinstance(limbs, list | tuple) else ():
        if (finding := _finding(each)) is not None:
            made.answer(finding)
    outcome, copied = kept.get("outcome"), kept.get("copied_from")
    made.copied_from = copied if isinstance(copied, str) else ""
    made.outcome = Decided(outcome) if isinstance(outcome, str) and outcome in set(Decided) else None
    if isinstance(texts, Mapping):
        made.texts = {str(path): value for path, value in texts.items() if isinstance(value, str | bool | list)}
    return made


def _finding(kept: object) -> LimbFinding | None:
    try:
        return LimbFinding.model_validate(kept)
    except ValidationError:
        return None


@dataclass(frozen=True, slots=True)
class Standing:
    """What the law makes of the findings as they stand, and what would follow from the outcome chosen."""

    assessment: Assessment | None = None
    follows: tuple[DutyRow, ...] = ()


def weighed(services: Services, bench: Bench, made: Deliberation) -> Standing:
    """What the law makes of these findings; a signed decision keeps the answer it was signed with."""
    decision = bench.file.decision
    if bench.sealed and decision is not None:
        return Standing(decision.assessment, tuple(row for row in bench.duties if row.follows_decision))
    if (limbs := made.whole) is None:
        return Standing()
    case_id = bench.file.case.id
    follows = services.decisions.if_signed(case_id, made.outcome) if made.outcome else ()
    return Standing(services.decisions.lawful(case_id, limbs), follows)
