"""Reads the planted returns and runs the comparison on each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.base import RequestId
from sscb_tui.domain.case import Case
from sscb_tui.domain.chronology import ChronologyRow
from sscb_tui.domain.dates import stated
from sscb_tui.domain.differences import Difference, differences
from sscb_tui.domain.family import Child, FamilyMember, OtherChild
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn, Answer
from sscb_tui.domain.sunderland import AGENCIES
from sscb_tui.domain.terms import DifferenceKind, Outcome, Silence, YesNo

BOARD = BoardSettings(agencies=AGENCIES)
ALIKE = "alike"
_LINE = re.compile(r"(?P<agency>[A-Z]+) (?P<question>[A-Z][0-9.P]*|open)(?: \[(?P<ticked>[^]]*)\])?(?: (?P<words>.*))?")
_SEEN = {"seen": YesNo.YES, "not seen": YesNo.NO}


@dataclass(frozen=True)
class Planted:
    """One paragraph: the conflict it holds, if any, and its returns."""

    kind: str
    title: str
    lines: tuple[str, ...]


@dataclass
class Score:
    """What was found of what was planted."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def precision(self, *kinds: str) -> float:
        right, wrong = (sum(each[kind] for kind in kinds or each) for each in (self.found, self.false))
        return right / (right + wrong) if right + wrong else 1.0

    def recall(self, *kinds: str) -> float:
        right, lost = (sum(each[kind] for kind in kinds or each) for each in (self.found, self.missed))
        return right / (right + lost) if right + lost else 1.0

    def table(self) -> str:
        rows = [f"{'kind':<10} planted  found  false  precision  recall"]
        for kind in (*DifferenceKind, "all"):
            kinds = () if kind == "all" else (kind,)
            found, missed, false = (
                sum(each[name] for name in kinds or each) for each in (self.found, self.missed, self.false)
            )
            right, reached = self.precision(*kinds), self.recall(*kinds)
            rows.append(f"{kind:<10} {found + missed:>7}  {found:>5}  {false:>5}  {right:>9.2f}  {reached:>6.2f}")
        return "\n".join((*rows, *self.notes))


def read(name: str) -> tuple[Planted, ...]:
    """The paragraphs of one file."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    return tuple(_paragraphs("\n".join(line for line in text.splitlines() if not line.startswith("#"))))


def _paragraphs(text: str) -> Iterator[Planted]:
    for paragraph in filter(None, map(str.strip, text.split("\n\n"))):
        head, *lines = paragraph.splitlines()
        kind, _, title = head.partition(": ")
        yield Planted(kind, title, tuple(lines))


def measure(planted: tuple[Planted, ...], case: Case, empty: CaseFile) -> Score:
    """Every paragraph compared; a kind found that was not planted there is false."""
    score = Score()
    for each in planted:
        found = compare(each, case, empty)
        kinds = Counter(difference.kind.value for difference in found)
        if each.kind != ALIKE:
            (score.found if kinds.pop(each.kind, 0) else score.missed)[each.kind] += 1
        score.false.update(kinds)
        if kinds or (each.kind != ALIKE and each.kind not in {one.kind.value for one in found}):
            score.notes.append(f"  {each.kind}: {each.title}: {[one.what for one in found] or 'nothing found'}")
    return score


def compare(planted: Planted, case: Case, empty: CaseFile) -> tuple[Difference, ...]:
    """The differences between the returns of one paragraph."""
    return differences(as_file(planted, case, empty), BOARD)


def as_file(planted: Planted, case: Case, empty: CaseFile) -> CaseFile:
    """The paragraph as a case whose agencies have answered just this."""
    told: dict[str, list[re.Match[str]]] = {}
    opened = YesNo.UNDETERMINED
    for line in planted.lines:
        found = _LINE.fullmatch(line)
        assert found is not None, line
        if found["agency"] == "REF":
            opened = YesNo(found["words"])
        else:
            told.setdefault(found["agency"], []).append(found)
    asked = tuple(_request(agency, lines) for agency, lines in told.items())
    return replace(empty, case=_case(case, opened), requests=asked, lines=())


def _case(case: Case, opened: YesNo) -> Case:
    child = Child(
        name="Robin Sample",
        date_of_birth=date(2026, 6, 20),
        gender="boy",
        home_address="12 Fiction Road, Exampleton",
        under_18=YesNo.YES,
        normally_resident=YesNo.YES,
        outcome=Outcome.DIED,
        outcome_on=stated("2 Nov 2026"),
        open_to_social_care=opened,
        always_list=YesNo.NO,
        regulated_setting=YesNo.NO,
    )
    household, away = {"in_household": YesNo.YES}, {"in_household": YesNo.NO}
    family = (
        FamilyMember.model_validate(
            {"name": "Morgan Sample", "relationship": "mother", "date_of_birth": "4 Mar 2001"} | household
        ),
        FamilyMember(name="Alex Placeholder", relationship="mother's partner"),
        FamilyMember.model_validate(
            {"name": "Lee Invented", "relationship": "father", "date_of_birth": "about 1998"} | away
        ),
    )
    other = OtherChild(name="Kit Sample", whereabouts="with grandparents", safe=YesNo.YES, action="seen today")
    return case.but(child=child, family=family, other_children=(other,), discussion=None)


def _request(agency: str, lines: list[re.Match[str]]) -> AgencyRequest:
    returned = AgencyReturn(
        case_reference="SSCB/2026/004",
        token="AAAA-0001",
        agency=agency,
        template="F4-1",
        author="A. Author",
        author_managed_case="no",
        approver="P. Prover",
        completed_on=date(2026, 11, 13),
        answers=tuple(_answer(line) for line in lines if line["question"] != "D"),
        chronology=tuple(_row(line["words"]) for line in lines if line["question"] == "D"),
        declared_by="P. Prover",
        declared_on=date(2026, 11, 13),
    )
    return AgencyRequest.model_validate(
        {
            "id": RequestId(f"request-{agency}"),
            "case_id": "case-q",
            "agency": agency,
            "token": "AAAA-0001",
            "template": "F4-1",
            "issued_at": datetime.fromisoformat("2026-11-04T09:00:00+00:00"),
            "due": date(2026, 11, 18),
            "returned": returned,
            "state": "approved",
        }
    )


def _answer(line: re.Match[str]) -> Answer:
    question, ticked = f"F4.{line['question']}", line["ticked"] or ""
    if ticked == "withheld":
        return Answer(question=question, silence=Silence.WITHHELD, silence_reason="live investigation")
    return Answer(question=question, choice=ticked, text=line["words"] or "")


def _row(words: str) -> ChronologyRow:
    on, event, seen, shared = (*(part.strip() for part in words.split("|")), "")[:4]
    return ChronologyRow(on=stated(on), event=event, child_seen=_SEEN.get(seen, YesNo.UNDETERMINED), shared_with=shared)
