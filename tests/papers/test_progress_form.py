"""What agencies are asked of their actions and what they answer: written, read, and written again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.markup import alike
from exports.progress import MarkdownProgress
from exports.progress.form import Rows
from exports.progress.marks import question_at, revealed, shielded
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.base import ProgressRoundId
from sscb_tui.domain.errors import InputError
from sscb_tui.domain.file import CaseFile
from sscb_tui.domain.progress_round import Asked, EvidenceGiven, ProgressAnswer, ProgressReturn, ProgressRound
from sscb_tui.domain.terms import ActionState, Letter
from tests.papers.fictional import CHILD_NAME, at
from tests.papers.test_round_trip import RELAXED, TRAPS, trimmed

FORMS = MarkdownProgress()
OURS = (
    "### A-12.1 Where it stands",
    "## A-12, R-3, Child Q",
    "## End of form",
    "   ###### Q.1",
    "\\### A-13.2 escaped",
    "\\\\## A-13, escaped twice",
    "### A-12.9",
    "- Kind: mine",
    "- [x] done",
    "Answer: nested",
    *TRAPS,
)


@pytest.fixture
def rows(file: CaseFile) -> Rows:
    """The actions of the invented case that are still open."""
    return [(action, file) for action in file.actions if action.number in (12, 13)]


@pytest.fixture
def asked(rows: Rows) -> ProgressRound:
    """The Police asked on the day of the golden papers."""
    return ProgressRound(
        id=ProgressRoundId("round-1"),
        agency="POL",
        token="8SN4-CWCQ",
        meeting_on=date(2027, 1, 15),
        asked_at=at(7, 9, 30, month=12),
        due=date(2026, 12, 22),
        asked=tuple(
            Asked(action_id=action.id, number=action.number, version=action.version, state=action.state)
            for action, _ in rows
        ),
    )


@pytest.fixture
def answers() -> ProgressReturn:
    """One action answered with everything, the other not at all."""
    evidence = EvidenceGiven(
        on=date(2026, 12, 10),
        kind="dip sample",
        rung=3,
        note="Eighteen of twenty notices had gone.",
        where="PVP/2026/44",
        reached=18,
        intended=20,
    )
    answer = ProgressAnswer(
        number=12,
        state=ActionState.DONE_UNVERIFIED,
        note="Every call-out notice goes to the GP.\n\n- since 1 December",
        evidence=evidence,
        proposed=date(2027, 2, 28),
        reason="Health visitors are still to be reached.",
    )
    return ProgressReturn(
        token="8SN4-CWCQ",
        agency="POL",
        post="Head of Protecting Vulnerable People",
        completed_on=date(2026, 12, 11),
        answers=(answer,),
    )


Golden = Callable[[str, str], None]


def test_what_an_agency_is_asked_stands_as_it_was_approved(
    asked: ProgressRound, rows: Rows, board: BoardSettings, golden: Golden
) -> None:
    golden("progress.md", FORMS.blank(asked, rows, board))


def test_what_an_agency_answers_stands_as_it_was_approved(
    asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn, golden: Golden
) -> None:
    golden("progress_filled.md", FORMS.filled(asked, rows, board, answers))


@pytest.mark.parametrize("letter", Letter)
def test_a_letter_of_the_ladder_stands_as_it_was_approved(
    letter: Letter, asked: ProgressRound, rows: Rows, board: BoardSettings, printed: datetime, golden: Golden
) -> None:
    before = asked.but(id="round-0", meeting_on=date(2026, 10, 15), asked_at=at(1, month=9), due=date(2026, 9, 24))
    text = FORMS.letter(letter, asked, rows, [before], board, printed + timedelta(days=30))
    assert "DRAFT: this program sends nothing" in text
    golden(f"progress_letter_{letter}.md", text)


def test_a_filled_form_reads_back_as_it_was_answered(
    asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn
) -> None:
    assert FORMS.read(FORMS.filled(asked, rows, board, answers)) == answers


def test_nobody_of_the_family_is_named_in_what_goes_out(
    asked: ProgressRound, rows: Rows, board: BoardSettings, printed: datetime
) -> None:
    told = [(action.but(action=f"Visit {CHILD_NAME}"), file) for action, file in rows]
    papers = [FORMS.blank(asked, told, board)]
    papers += [FORMS.letter(letter, asked, told, [], board, printed) for letter in Letter]
    assert not any(name in paper for paper in papers for name in (CHILD_NAME, *CHILD_NAME.split()))


@pytest.mark.parametrize("line", OURS)
def test_a_line_that_looks_like_ours_is_shielded_and_comes_back(line: str) -> None:
    assert question_at(shielded(line)) is None
    assert revealed(shielded(line)) == line


words = st.lists(st.one_of(st.sampled_from(OURS), st.text(max_size=20)), max_size=5).map("\n".join)
said = words.map(lambda text: text if text.strip() else f"x{text}")
line = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20).map(lambda text: f"x{text}x")


@RELAXED
@given(note=said, shows=said, kind=line, post=line, reason=said)
def test_whatever_an_agency_writes_comes_back_word_for_word(
    asked: ProgressRound,
    rows: Rows,
    board: BoardSettings,
    answers: ProgressReturn,
    note: str,
    shows: str,
    kind: str,
    post: str,
    reason: str,
) -> None:
    (first,) = answers.answers
    assert first.evidence is not None
    first = first.but(note=note, evidence=first.evidence.but(kind=kind, note=shows), reason=reason)
    second = ProgressAnswer(number=13, note=note)
    given = answers.but(post=post, answers=(first, second))
    text = FORMS.filled(asked, rows, board, given)
    read = FORMS.read(text)
    assert FORMS.filled(asked, rows, board, read) == text
    held = read.answer(12)
    assert held is not None
    assert held.evidence is not None
    assert (held.note, held.evidence.note, held.reason) == (trimmed(note), trimmed(shows), trimmed(reason))
    assert (held.evidence.kind, read.post) == (kind, post)
    assert alike(note).strip() in text or "\\" in text


CHANGES = (
    ("| Token        | 8SN4-CWCQ", "| Token        | none", "Token"),
    ("| Form version | P-1", "| Form version | P-9", "Form version"),
    ("- Post: Head of Protecting Vulnerable People", "- Post:", '"Post:" is empty'),
    ("- Date completed: 11 Dec 2026", "- Date completed: December", "is not a day in full"),
    ("- [ ] blocked", "- [x] blocked", "two answers are ticked"),
    ("- [ ] blocked", "- [ ] verified", "'verified' is not one of the choices"),
    ("Every call-out notice goes to the GP.\n\n- since 1 December", "", "something is ticked or given"),
    ("- Kind: dip sample", "- Kind:", "the evidence lacks Kind"),
    ("- Date: 10 Dec 2026", "- Date: 10/12", "is not a day in full"),
    ("- Of how many: 20", "- Of how many:", "go together"),
    ("- People reached: 18", "- People reached: most", "is not a number"),
    ("- [x] people were reached", "- [ ] people were reached", "a tick for what it shows"),
    ("- New date: 28 Feb 2027", "- New date:", "another date needs the date and its reason"),
    ("- New date: 28 Feb 2027", "- New date: soon", "is not a day in full"),
    ("### A-12.2 Progress since your last word", "### Progress", "A-12.2"),
    ("### A-12.2 Progress since your last word", "### A-12.7 Progress", "no question has that number"),
    ("### A-13.1 Where it stands", "### A-12.1 Where it stands", "stands twice"),
    ("## A-13, Child Q", "## A-13, Child Q\n\nOur words here", "belong to no question"),
)


@pytest.mark.parametrize(("was", "now", "said"), CHANGES, ids=[each[2] + str(at) for at, each in enumerate(CHANGES)])
def test_a_form_that_cannot_be_taken_says_where_and_why(
    asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn, was: str, now: str, said: str
) -> None:
    text = FORMS.filled(asked, rows, board, answers)
    assert was in text
    with pytest.raises(InputError) as refused:
        FORMS.read(text.replace(was, now, 1))
    assert said in str(refused.value)


def test_a_blank_form_answers_nothing_and_is_not_taken(asked: ProgressRound, rows: Rows, board: BoardSettings) -> None:
    text = FORMS.blank(asked, rows, board)
    text = text.replace("- Post:", "- Post: Inspector", 1).replace(
        "- Date completed:", "- Date completed: 11/12/2026", 1
    )
    with pytest.raises(InputError, match="answers none of its actions"):
        FORMS.read(text)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_a_form_saved_by_another_editor_reads_the_same(
    asked: ProgressRound, rows: Rows, board: BoardSettings, answers: ProgressReturn, ends: str
) -> None:
    text = "\ufeff" + FORMS.filled(asked, rows, board, answers).replace("\n", ends).replace("[x]", "[X]")
    assert FORMS.read(text) == answers


def test_a_file_name_names_agency_and_meeting_and_nobody(asked: ProgressRound, board: BoardSettings) -> None:
    assert FORMS.filename(asked, board) == "progress_POL_OFFICIAL-SENSITIVE_2027-01-15.md"
    named = FORMS.filename(asked, board, Letter.CHIEF)
    assert named == "progress-letter-chief_POL_OFFICIAL-SENSITIVE_2027-01-15.md"
