"""What an agency is asked of each action, in the grammar of the agency form."""

from __future__ import annotations

from exports.entry import Entry
from exports.markup import oneline
from sscb_tui.domain.days import shown
from sscb_tui.domain.evidence_wanted import RUNGS
from sscb_tui.domain.progress_round import SAYABLE, EvidenceGiven, ProgressAnswer, ProgressReturn
from sscb_tui.domain.template.model import Choice, Kind, Question
from sscb_tui.domain.terms import ActionState

POST, COMPLETED = "Post", "Date completed"
KIND, DAY, WHERE, REACHED, INTENDED = "Kind", "Date", "Where it is kept", "People reached", "Of how many"
NEW_DATE = "New date"
_LABELS = {
    ActionState.NOT_STARTED: "not started",
    ActionState.IN_PROGRESS: "under way",
    ActionState.DONE_UNVERIFIED: "done",
    ActionState.BLOCKED: "blocked",
}
WHO = Question(
    id="Q.1",
    label="Who answers",
    guidance="The post that answers for the agency, and the day. No names of staff.",
    kind=Kind.FIELDS,
    fields=(POST, COMPLETED),
    silences=(),
    words=False,
)


def state_question(number: int) -> Question:
    """Where the action stands."""
    return Question(
        id=f"A-{number}.1",
        label="Where it stands",
        guidance="That it is verified is not asked: somebody else says so, on the evidence.",
        kind=Kind.CHOICE,
        choices=tuple(Choice(state.value, _LABELS[state]) for state in SAYABLE),
        silences=(),
        words=False,
    )


def note_question(number: int) -> Question:
    """What was done, or what stands in the way."""
    return Question(
        id=f"A-{number}.2",
        label="Progress since your last word",
        guidance="What was done, what is different for children, what stands in the way.",
        silences=(),
    )


def evidence_question(number: int) -> Question:
    """What shows it."""
    return Question(
        id=f"A-{number}.3",
        label="Evidence",
        guidance=(
            "The strongest you have; leave blank where there is none. Do not send the thing itself: say what kind it "
            "is, of what day and where it is kept, tick what it shows, and say below what it says."
        ),
        kind=Kind.FIELDS,
        choices=tuple(Choice(str(rung), words) for rung, words in enumerate(RUNGS, start=1)),
        fields=(KIND, DAY, WHERE, REACHED, INTENDED),
        silences=(),
    )


def date_question(number: int) -> Question:
    """Another date, as a proposal."""
    return Question(
        id=f"A-{number}.4",
        label="Another date, if you ask for one",
        guidance="A proposal: the date stands until the Board's sub-committee has approved another. Say why below.",
        kind=Kind.FIELDS,
        fields=(NEW_DATE,),
        silences=(),
    )


def questions_of(number: int) -> tuple[Question, ...]:
    """What is asked of one action, in order."""
    return tuple(ask(number) for ask in (state_question, note_question, evidence_question, date_question))


def who_entry(answers: ProgressReturn | None) -> Entry:
    """Who answered, as the form has it."""
    if answers is None:
        return Entry(WHO)
    return Entry(WHO, fields={POST: oneline(answers.post), COMPLETED: shown(answers.completed_on)})


def entries_of(number: int, answer: ProgressAnswer | None) -> tuple[Entry, ...]:
    """The answers on one action in their places on the form."""
    state, note, evidence, moved = questions_of(number)
    if answer is None:
        return tuple(map(Entry, (state, note, evidence, moved)))
    given = answer.evidence
    return (
        Entry(state, choices=(answer.state.value,) if answer.state else ()),
        Entry(note, words=answer.note),
        Entry(evidence, choices=(str(given.rung),), fields=_fields(given), words=given.note)
        if given
        else Entry(evidence),
        Entry(moved, fields={NEW_DATE: shown(answer.proposed)}, words=answer.reason)
        if answer.proposed
        else Entry(moved, words=answer.reason),
    )


def _fields(given: EvidenceGiven) -> dict[str, str]:
    counted = {REACHED: given.reached, INTENDED: given.intended}
    return {
        KIND: oneline(given.kind),
        DAY: shown(given.on),
        WHERE: oneline(given.where),
        **{label: str(count) for label, count in counted.items() if count is not None},
    }
