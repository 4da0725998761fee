"""Forms as agencies send them back: taken whole, or refused with every problem by line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from exports.template import MarkdownTemplates
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import Case
from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.scoping import AgencyRequest, AgencyReturn
from sscb_tui.domain.terms import Precision, Silence

RETURNS = Path(__file__).parent / "returns"
FORMS = MarkdownTemplates()
Edit = Callable[[str], str]


@pytest.fixture
def form(case: Case, request_to_police: AgencyRequest, board: BoardSettings, police_return: AgencyReturn) -> str:
    """The police's form, filled in."""
    return FORMS.filled(case, request_to_police, board, police_return)


def problems(text: str) -> tuple[Problem, ...]:
    """What is wrong with a form; reading it must fail."""
    with pytest.raises(InputError) as refused:
        FORMS.read(text)
    return refused.value.problems


def sent(name: str) -> str:
    """A return as it came."""
    return (RETURNS / f"{name}.md").read_bytes().decode("utf-8")


def changed(form: str, old: str, new: str) -> str:
    """The form with one thing changed, which must be there to change."""
    assert old in form, old
    return form.replace(old, new, 1)


def in_question(form: str, question: str, old: str, new: str) -> str:
    """The form with one thing changed under one question."""
    head, _, tail = form.partition(f"### {question} ")
    return head + f"### {question} " + changed(tail, old, new)


def test_a_filled_form_reads_back_as_it_was_answered(form: str, police_return: AgencyReturn) -> None:
    read = FORMS.read(form)
    assert read.but(answers=()) == police_return.but(answers=())
    for answer in police_return.answers:
        assert read.answer(answer.question) == answer


def test_words_survive_exactly_with_their_tables_lists_headings_and_fences(
    form: str, police_return: AgencyReturn
) -> None:
    answer = FORMS.read(form).answer("F4.H3")
    before = police_return.answer("F4.H3")
    assert answer is not None
    assert before is not None
    assert answer.text == before.text
    assert "#### Background" in answer.text


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("- [x]", "- [X]"),
        lambda text: text.replace("- [x]", "- [✓]"),
        lambda text: text.replace("- [x]", "* [ x ]"),
        lambda text: text.replace("- [ ]", "- []"),
        lambda text: re.sub(r"(?m)^- \[(.)\] ", r"- \\[\1\\] ", text),
        lambda text: text.replace("- Name:", "**Name:**"),
        lambda text: text.replace("Answer:\n\n", "**Answer:**\n"),
        lambda text: text.replace("\n\n### ", "\n### "),
    ],
    ids=("crlf", "cr", "bom", "no-last-line", "X", "tick", "spaced", "empty", "escaped", "bold", "answer", "tight"),
)
def test_what_editors_do_to_a_file_changes_nothing(edit: Edit, form: str) -> None:
    assert FORMS.read(edit(form)) == FORMS.read(form)


def test_curly_quotes_ticks_and_boxes_of_a_word_processor_are_read(form: str) -> None:
    assert FORMS.read(sent("smart_quotes")).but(answers=()) == FORMS.read(form).but(answers=())


def test_words_may_begin_beside_the_word_answer(form: str) -> None:
    text = in_question(form, "F4.C1", "Answer:\n\nAs recorded.", "Answer: We visited.\n\nTwice.")
    answer = FORMS.read(text).answer("F4.C1")
    assert answer is not None
    assert answer.text == "We visited.\n\nTwice."


def test_a_half_filled_form_lists_everything_that_is_missing_by_line() -> None:
    found = problems(sent("half_filled"))
    where = [problem.where for problem in found]
    assert len(found) > 40
    for question in ("F4.A2", "F4.A4", "F4.B1.P4", "F4.C1", "F4.D1", "F4.F1.domestic_abuse", "F4.H1", "F4.M1"):
        assert question in where
    assert "F4.A1" not in where
    assert "F4.L1" not in where
    said = "\n".join(str(problem) for problem in found)
    assert "'31 Feb 2026' is not a day in full" in said
    assert "F4.A3: A. Writer wrote the return and cannot approve it" in said
    lines = sent("half_filled").split("\n")
    for problem in found:
        assert problem.line is not None
        assert lines[problem.line - 1].startswith("### ")


def test_a_blank_form_is_not_a_return(case: Case, request_to_police: AgencyRequest, board: BoardSettings) -> None:
    assert len(problems(FORMS.blank(case, request_to_police, board))) > 40


def test_a_return_says_whose_it_is_so_that_the_wrong_agency_or_case_shows() -> None:
    assert FORMS.read(sent("wrong_agency")).agency == "HOU"
    assert FORMS.read(sent("other_case")).case_reference == "SSCB/2026/003"
    assert FORMS.read(sent("other_case")).token == "9999-AAAA"


def test_an_unclosed_fence_is_named_and_not_only_what_it_swallowed() -> None:
    found = problems(sent("unclosed_fence"))
    fence = next(problem for problem in found if "never closed" in problem.what)
    assert fence.line is not None
    assert sent("unclosed_fence").split("\n")[fence.line - 1] == "```"


def test_words_that_look_like_our_headings_are_problems_by_line() -> None:
    lines = sent("headings_of_ours").split("\n")
    found = {(problem.where, problem.line) for problem in problems(sent("headings_of_ours"))}
    second = len(lines) - 1 - lines[::-1].index("### F4.C1 Summary in own words")
    assert ("F4.C1", second + 1) in found
    assert ("F4.Z9", lines.index("### F4.Z9") + 1) in found


def test_a_backslash_lets_an_agency_write_such_a_heading(form: str) -> None:
    text = in_question(form, "F4.C1", "As recorded.", "\\### F4.C2 was hard to answer")
    answer = FORMS.read(text).answer("F4.C1")
    assert answer is not None
    assert answer.text == "### F4.C2 was hard to answer"


@pytest.mark.parametrize("text", ["", "Dear Board, please see attached.", "# F4\n\n| Token |\n|---|\n"])
def test_a_file_that_is_no_form_has_no_token(text: str) -> None:
    assert any(problem.where == "Token" for problem in problems(text))


REFUSED: list[tuple[str, str, str, str]] = [
    ("F4.C1", "- [ ] no contact\n- [ ] asked and", "- [x] no contact\n- [x] asked and", "two reasons"),
    ("F4.C3", "- [ ] open", "- [x] open", "two answers are ticked"),
    ("F4.C3", "- [ ] not recorded", "- [x] not recorded", "an answer and a reason for no answer"),
    ("F4.C4", "- [ ] none", "- [x] none", '"none" and something else'),
    ("F4.C3", "- [ ] open", "- [?] open", "[?] is not a tick"),
    ("F4.C3", "- [ ] open", "- [x] opened", "'opened' is not one of the choices"),
    ("F4.K1", "because: live criminal investigation", "because:", "withheld needs its reason"),
    ("F4.K1", "- [x] withheld", "- [ ] withheld", "a reason is given but withheld is not ticked"),
    ("F4.C1", "Answer:\n\nAs recorded.", "We visited.\n\nAnswer:\n", "would be lost"),
    ("F4.C1", "Answer:\n\n", "", 'the line "Answer:" is missing'),
    ("F4.C1", "> What the service", "> We did much. What the service", "inside the guidance"),
    ("F4.B1.P3", "- [x] known", "- [ ] known", "known to us?: not answered"),
    ("F4.F1.housing", "- [x] unknown", "- [ ] unknown", "Housing: not answered"),
    ("F4.A2", "- Name: A. Writer", "- Name:", '"Name:" is empty'),
    ("F4.A3", "- Name: A. Approver", "- Name: a.  WRITER", "cannot approve it"),
    ("F4.M1", "- Signed by: A. Approver", "- Signed by: A. Writer", "cannot approve it"),
    ("F4.M1", "- Signed on: 16 Nov 2026", "- Signed on: November", "is not a day in full"),
    ("F4.A4", "- Date completed: 16 Nov 2026", "- Date completed:", '"Date completed:" is empty'),
    ("F4.D1", "| 9 Sep 2026 |", "| 17 Nov 2026 |", "17 Nov 2026 is after the return was completed"),
    ("F4.D1", "| 9 Sep 2026 |", "| 31 Sep 2026 |", "does not read as a date"),
    ("F4.D1", "\\| door", "| door", "11 cells where a row has 10 cells"),
    ("F4.D1", "| visit | yes |", "| visit | perhaps |", "'perhaps' is not an answer"),
    ("F4.D1", "| Date | Source |", "| Source | Date |", "heading was changed"),
    ("F4.D1", "\n\n## E.", "\nand another thing\n\n## E.", "words outside the table"),
    ("F4.H3", "see F4.G4", "see our file", "a concern must cite"),
    ("F4.H3", "see F4.G4", "see row 3", "a concern must cite"),
    ("F4.A7", "- [ ] searched", "- [x] searched", "two answers"),
]


@pytest.mark.parametrize(
    ("question", "old", "new", "sentence"), REFUSED, ids=[f"{q}-{s[:20]}" for q, _, _, s in REFUSED]
)
def test_a_form_is_refused_with_the_reason_and_the_line(
    question: str, old: str, new: str, sentence: str, form: str
) -> None:
    found = problems(in_question(form, question, old, new))
    fitting = [problem for problem in found if sentence in problem.what]
    assert fitting, found
    assert fitting[0].line is not None
    assert fitting[0].where.startswith(question)


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("| Token              | 7K3M-Q2XZ ", "| Token              | 7K3M ", "Token"),
        ("| Template version   | F4-1", "| Template version   | F4-9", "Template version"),
        ("| Agency code        | POL ", "| Agency             | POL ", "Agency code"),
        ("| Case reference     | SSCB/2026/004", "| Case reference     | four", "Case reference"),
        ("## B. Who we know\n", "## B. Who we know\n\nWe knew them all.\n", "the form"),
    ],
)
def test_the_head_and_the_sections_of_the_form_stay_as_issued(old: str, new: str, where: str, form: str) -> None:
    assert [problem.where for problem in problems(changed(form, old, new))] == [where]


def test_a_form_of_a_version_nobody_knows_is_refused_in_words(form: str) -> None:
    (found,) = problems(changed(changed(form, "| F4-1", "| F4-9"), "### F4.C1 ", "### F4.C9 "))
    assert str(found) == (
        "Template version: 'F4-9' is a version of the form that this program does not know. Allowed: F4-0 or F4-1."
    )


def test_an_earlier_form_is_read_by_its_own_numbers_and_kept_under_ours(police_return: AgencyReturn) -> None:
    read = FORMS.read(sent("earlier_form"))
    assert read.template == "F4-0"
    for question in ("F4.G4", "F4.G5", "F4.C1", "F4.L1"):
        assert read.answer(question) == police_return.answer(question), question
    assert read.answer("F4.G3") is None


def test_an_earlier_form_is_written_out_again_as_it_came(
    case: Case, request_to_police: AgencyRequest, board: BoardSettings
) -> None:
    text = sent("earlier_form")
    assert "### F4.G3 Information we had that others seem not to have had" in text
    assert "professional challenge" not in text
    assert FORMS.filled(case, request_to_police, board, FORMS.read(text)) == text


def test_what_is_wrong_with_an_earlier_form_is_told_by_its_own_numbers() -> None:
    text = in_question(sent("earlier_form"), "F4.H3", "see F4.G3", "see F4.G5")
    (found,) = problems(text)
    assert (found.where, found.allowed) == ("F4.H3", "row 3 (of the chronology), F4.G3, F4.G4")
    head, _, tail = sent("earlier_form").partition("### F4.G4 ")
    missing = problems(f"{head}### {tail.partition('### ')[2]}")
    assert [problem.where for problem in missing] == ["F4.G4"]
    assert "Information we needed" in missing[0].what


def test_a_missing_question_and_a_missing_person_are_noticed(form: str) -> None:
    head, _, rest = form.partition("### F4.B1.P2 ")
    found = problems(head + "### " + rest.partition("### ")[2])
    assert [problem.where for problem in found] == ["F4.B1.P2"]


@pytest.mark.parametrize("cite", ["rows 1", "row 2", "G4", "f4.g5", "what happened on 9 Sep 2026"])
def test_a_concern_may_cite_a_row_or_the_two_questions(cite: str, form: str) -> None:
    FORMS.read(in_question(form, "F4.H3", "see F4.G4", f"see {cite}"))


def test_definitively_none_needs_its_evidence(form: str) -> None:
    text = in_question(form, "F4.H3", "- [x] concern\n", "- [ ] concern\n").replace(
        "- [ ] definitively none", "- [x] definitively none"
    )
    assert FORMS.read(text).author == "A. Writer"
    words = text.index("The call-out notice was **not**"), text.index("## I. Good practice")
    found = problems(text[: words[0]] + text[words[1] :])
    assert [problem.where for problem in found] == ["F4.H3"]


def test_a_nil_return_needs_only_the_search_and_the_declaration(
    case: Case, request_to_police: AgencyRequest, board: BoardSettings, police_return: AgencyReturn
) -> None:
    kept = tuple(each for each in police_return.answers if each.question in ("F4.A4", "F4.A5", "F4.A6"))
    nil = police_return.but(nil=True, answers=kept, chronology=())
    text = FORMS.filled(case, request_to_police, board, nil)
    read = FORMS.read(text)
    assert read.nil
    assert FORMS.filled(case, request_to_police, board, read) == text
    holding = in_question(text, "F4.B1.P1", "- [ ] known to us, open", "- [x] known to us, open")
    assert "yet people or events are known" in problems(holding)[0].what
    unsearched = in_question(text, "F4.A4", kept[0].text, "")
    assert [problem.where for problem in problems(unsearched)] == ["F4.A4"]


def test_dates_of_the_chronology_are_kept_as_stated_and_never_completed(form: str) -> None:
    first, second = FORMS.read(form).chronology
    assert (first.on.text, first.on.precision) == ("9 Sep 2026", Precision.EXACT)
    assert (second.on.text, second.on.precision) == ("about March 2026", Precision.APPROXIMATE)


def test_blank_lines_between_rows_lose_no_row(form: str) -> None:
    text = in_question(form, "F4.D1", "| yes |\n| about", "| yes |\n\n| about")
    assert FORMS.read(text).chronology == FORMS.read(form).chronology


def test_a_reason_may_run_on_to_a_second_line(form: str) -> None:
    text = in_question(form, "F4.K1", "live criminal investigation", "live criminal\n  investigation until May")
    answer = FORMS.read(text).answer("F4.K1")
    assert answer is not None
    assert (answer.silence, answer.silence_reason) == (Silence.WITHHELD, "live criminal investigation until May")


def test_the_childs_name_stands_only_in_the_table_of_people(
    case: Case, request_to_police: AgencyRequest, board: BoardSettings, child_name: str
) -> None:
    text = FORMS.blank(case, request_to_police, board)
    carrying = [line for line in text.split("\n") if child_name in line]
    assert len(carrying) == 1
    assert carrying[0].startswith("| P1  | the child")


def test_a_hundred_kilobytes_in_one_answer_are_kept(form: str) -> None:
    words = "[/] " + "word " * 20_000 + "end"
    answer = FORMS.read(in_question(form, "F4.C1", "As recorded.", words)).answer("F4.C1")
    assert answer is not None
    assert answer.text == words
