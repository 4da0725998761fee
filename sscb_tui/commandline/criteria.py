"""The statutory criteria as a question and an answer, without a case or a database."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import click

from sscb_tui.commandline.cases import json_option
from sscb_tui.commandline.reading import read_forms, source_argument
from sscb_tui.commandline.writing import say, say_json_line

if TYPE_CHECKING:
    from sscb_tui.domain.criteria import Assessment


@click.command()
@source_argument
@json_option
def criteria(source: IO[bytes], as_json: bool) -> None:
    """Answer what the law requires, allows and refuses for the facts given.

    One JSON object, or JSON lines with one answer line each; `sscb schema criteria` shows the fields. Every fact must
    be answered: a missing or unknown value is bad input, never a default.
    """
    from sscb_tui.bootstrap import assess
    from sscb_tui.domain.criteria import Question

    questions = read_forms(Question, source)
    answers = [assess(question) for question in questions]
    for assessment, words in answers:
        if as_json:
            say_json_line(as_data(assessment))
        else:
            say(words.rstrip() if len(answers) == 1 else " ".join(words.split()))


def as_data(assessment: Assessment) -> dict[str, object]:
    """The answer another program reads; its keys are stable."""
    return {
        "result": assessment.result.value,
        "allowed": [outcome.value for outcome in assessment.allowed],
        "refused": {outcome.value: code for outcome, code in assessment.refused.items()},
        "missing": [fact.value for fact in assessment.missing],
        "flips": [
            {"fact": flip.fact.value, "value": flip.value, "result": flip.result.value} for flip in assessment.flips
        ],
        "citation": assessment.citation,
    }
