"""Reads what stands between a question's heading and its words: ticks, labelled lines, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exports.entry import ANSWER, NO_ANSWER, TICK_ALL, TICK_IF, TICK_ONE, Entry, because
from exports.markup import fold, reveal
from exports.sheet import Findings, Slice
from sscb_tui.domain.template import Question
from sscb_tui.domain.terms import Silence

_ANSWER = re.compile(r" {0,3}\**answer\s*:\**[ \t]*(?P<words>.*)$", re.IGNORECASE | re.DOTALL)
_TASK = re.compile(r"\s*(?:[-*+•–]|[0-9]+[.)])?\s*(?:\\?\[(?P<mark>[^\]\\]*)\\?\]|(?P<box>[☐☑☒]))\s*(?P<label>.*)$")
_TICKS = frozenset("xX✓✔☑☒")
_CAPTIONS = frozenset(fold(caption) for caption in (TICK_ONE, TICK_ALL, TICK_IF, NO_ANSWER))
_TICK_HELP = "[x] for a tick, [ ] for none"


@dataclass(slots=True)
class _Reading:
    """What has been found so far under one question."""

    question: Question
    findings: Findings
    quoted: list[tuple[str, int]] = field(default_factory=list)
    choices: list[str] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)
    reason: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    in_reason: bool = False

    def add(self, what: str, allowed: str = "", *, line: int) -> None:
        """Note a problem with this question."""
        self.findings.add(self.question.number, what, allowed, line=line)

    def take(self, line: str, number: int) -> None:
        """Read one line above the answer; whatever would be lost is a problem."""
        continues, self.in_reason = self.in_reason, False
        if line.lstrip(" ").startswith(">"):
            self.quoted.append((line.lstrip(" ")[1:], number))
        elif task := _TASK.match(line):
            self._tick(task, number)
        elif not (fold(line) in _CAPTIONS or self._field(line)):
            self._stray(line, number, continues=continues)

    def _stray(self, line: str, number: int, *, continues: bool) -> None:
        if continues and line.startswith("  "):
            self.reason, self.in_reason = f"{self.reason} {line.strip(' ')}".strip(), True
        else:
            self.add(f'these words stand above "{ANSWER}" and would be lost; move them below it', line=number)

    def _field(self, line: str) -> bool:
        label, colon, value = line.lstrip(" -*+•\t").partition(":")
        name = next((each for each in self.question.fields if fold(each) == fold(label.strip("*"))), None)
        if name is None or not colon:
            return False
        bold = "**" in line.partition(name[0])[0]
        self.fields[name] = (value.removeprefix("**") if bold else value).strip(" \t")
        return True

    def _tick(self, task: re.Match[str], number: int) -> None:
        mark = (task["mark"] if task["box"] is None else task["box"].replace("☐", "")).strip()
        if mark and mark not in _TICKS:
            self.add(f"[{mark}] is not a tick", _TICK_HELP, line=number)
            return
        self._label(task["label"], number, ticked=bool(mark))

    def _label(self, label: str, number: int, *, ticked: bool) -> None:
        folded = fold(label)
        choice = next((each for each in self.question.choices if fold(each.label) == folded), None)
        silence = next((each for each in self.question.silences if _is(each, folded)), None)
        if choice is None and silence is None:
            self.add(f"{label[:60]!r} is not one of the choices", self._allowed(), line=number)
        elif choice is not None and ticked:
            self.choices.append(choice.value)
        elif silence is not None:
            self._absence(silence, label, number, ticked=ticked)

    def _absence(self, silence: Silence, label: str, number: int, *, ticked: bool) -> None:
        if ticked:
            self.silences.append(silence)
        if silence is Silence.WITHHELD:
            self.reason, self.in_reason = label.partition(":")[2].strip(" \t"), ticked
            if self.reason and not ticked:
                self.add("a reason is given but withheld is not ticked", _TICK_HELP, line=number)

    def _allowed(self) -> str:
        return ", ".join([each.label for each in self.question.choices] + [because(s) for s in self.question.silences])


def _is(silence: Silence, folded: str) -> bool:
    if silence is Silence.WITHHELD:
        return folded.partition(":")[0] in ("withheld", "withheld because")
    return folded == fold(because(silence))


def entry(question: Question, part: Slice, findings: Findings) -> Entry:
    """One question as the agency filled it in; what is wrong goes to the findings."""
    above, words, words_at = _parted(part)
    reading = _Reading(question, findings)
    for number, line in enumerate(above, start=part.line + 1):
        if line.strip():
            reading.take(line, number)
    if words is None and question.words:
        reading.add(f'the line "{ANSWER}" is missing; put it back above the words', line=part.line)
    _judge(reading, part.line)
    return Entry(
        question,
        line=part.line,
        choices=tuple(each.value for each in question.choices if each.value in reading.choices),
        silence=reading.silences[0] if reading.silences else None,
        reason=reading.reason if reading.silences else "",
        fields=reading.fields,
        words=_trimmed(words or ()),
        below=words or (),
        below_line=words_at,
    )


def _parted(part: Slice) -> tuple[tuple[str, ...], tuple[str, ...] | None, int]:
    """The lines above "Answer:", the words below or beside it, and the line they begin on."""
    for index, line in enumerate(part.lines):
        if found := _ANSWER.match(line):
            return part.lines[:index], (found["words"], *part.lines[index + 1 :]), part.line + index + 1
    return part.lines, None, part.line


def _trimmed(lines: tuple[str, ...]) -> str:
    """The words without the blank lines around them, and as they were before any shielding."""
    kept = list(lines)
    while kept and not kept[0].strip(" \t"):
        kept.pop(0)
    while kept and not kept[-1].strip(" \t"):
        kept.pop()
    return reveal("\n".join(kept))


def _judge(reading: _Reading, line: int) -> None:
    """Ticks that contradict each other, a withheld answer without its reason, words inside the guidance."""
    question = reading.question
    if len(set(reading.silences)) > 1:
        reading.add("two reasons for no answer are ticked; leave one", line=line)
    if reading.silences and reading.choices:
        reading.add("an answer and a reason for no answer are both ticked; leave one", line=line)
    if len(set(reading.choices)) > 1 and question.kind != "several":
        reading.add("two answers are ticked; leave one", line=line)
    if "none" in reading.choices and len(set(reading.choices)) > 1:
        reading.add('"none" and something else are both ticked; leave one', line=line)
    if Silence.WITHHELD in reading.silences and not reading.reason.strip():
        reading.add("withheld needs its reason on the same line", line=line)
    if fold(" ".join(text for text, _ in reading.quoted)) not in fold(question.guidance):
        at = reading.quoted[0][1]
        reading.add(f'words inside the guidance would be lost; move them below "{ANSWER}"', line=at)
