"""Which column of somebody's tracker is which of ours: guessed from its heading, shown, and open to change."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence, Set

from sscb_tui.domain.errors import InputError, Problem
from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.text import folded
from sscb_tui.domain.trackers.sheet import Headed, Sheet, below


class Column(Term):
    """What a column may hold; what is none of ours is kept as a note with the row."""

    CASE = "case"
    NUMBER = "number"
    NUMBER_GIVEN = "number_given"
    RECOMMENDATION_NUMBER = "recommendation_number"
    RECOMMENDATION = "recommendation"
    ACTION = "action"
    OUTCOME = "outcome"
    MEASURE = "measure"
    AGENCY = "agency"
    CONTRIBUTING = "contributing"
    OWNER = "owner"
    AGREED = "agreed"
    START = "start"
    FIRST_DUE = "first_due"
    DUE = "due"
    STATE = "state"
    RAG = "rag"
    PROGRESS = "progress"
    EVIDENCE = "evidence"
    THEMES = "themes"
    ORIGIN = "origin"
    LEVEL = "level"
    NOTE = "note"
    NOTHING = "-"

    @property
    def many(self) -> bool:
        """Whether several columns may hold it."""
        return self in (Column.PROGRESS, Column.EVIDENCE, Column.NOTE, Column.NOTHING)


Mapped = tuple[Column, ...]
"""What each column holds, by its place."""

_EXACTLY: tuple[tuple[Column, str], ...] = (
    (Column.CASE, r"case|review|scr|child|subject|pseudonym|(case|review|scr) (ref|reference|name|title|no|number|id)"),
    (Column.CASE, r"(review|case) ?/ ?(case|review)|name of (case|review|child)|title of review"),
    (Column.RECOMMENDATION_NUMBER, r"rec(s|ommendation)? ?(no|number|ref|reference|id|#)|r ?no|r-?n"),
    (Column.NUMBER_GIVEN, r"number given|given number|old (no|number|ref)|their (no|number|ref)"),
    (Column.NUMBER, r"no|number|nr|#|ref|reference|id|item|item no|serial|(action|row|line|our) ?(no|number|ref|id|#)"),
    (Column.RECOMMENDATION, r"recommendations?|recommendation (text|as published)|recs?"),
    (Column.ACTION, r"actions?|actions? (required|to be taken|agreed|needed|planned)|tasks?|what|key actions?"),
    (Column.OUTCOME, r"outcomes?|(intended|expected|desired|planned|target) (outcomes?|impact)|impact"),
    (Column.OUTCOME, r"outcomes? ?/ ?impact|impact ?/ ?outcomes?|what will be different( for children)?"),
    (Column.MEASURE, r"measures?|success (criteria|criterion|measures?)|kpis?|how will we know|outputs?"),
    (Column.AGENCY, r"(lead |responsible |owning )?(agency|agencies|organisation|partner|service)"),
    (Column.CONTRIBUTING, r"(contributing|supporting|other) (agency|agencies|organisations?|partners?)"),
    (Column.OWNER, r"leads?|owners?|lead (officer|person|professional|post)|action owner|(officer|person) responsible"),
    (
        Column.OWNER,
        r"responsible( officer| person| lead)?|responsibility|who|by whom|assigned to|accountable( officer)?",
    ),
    (Column.FIRST_DUE, r"(first|original|initial) (due|due date|date|deadline|timescale|target date)"),
    (
        Column.DUE,
        r"by when|due|due (by|date|on)|date due|timescales?|deadline|target( completion)? date|time ?frame|when",
    ),
    (Column.DUE, r"(revised|current) (due )?date|completion date|complete by|to be completed by"),
    (Column.AGREED, r"agreed|agreed on|date (agreed|raised|set|added)|(agreed|raised) date"),
    (Column.START, r"start|start date|starts|begins"),
    (Column.RAG, r"b?rag|b?rag (rating|status|colour)|colour"),
    (Column.STATE, r"status|state|current status|action status|completed?\??"),
    (Column.PROGRESS, r"progress|(progress |latest |current )?(updates?|position)|comments?|commentary|notes?"),
    (Column.EVIDENCE, r"evidence|evidence (of|for) .*|assurance|evidence seen|supporting evidence"),
    (Column.THEMES, r"themes?|category|categories|priority area|topic"),
    (Column.ORIGIN, r"origin|source"),
    (Column.LEVEL, r"level"),
)
_LOOSELY: tuple[tuple[Column, str], ...] = (
    (Column.RECOMMENDATION_NUMBER, r"\brec\w* (no|number|ref)\b"),
    (Column.CASE, r"\b(case|review|scr) (ref|reference|name)\b"),
    (Column.RAG, r"\bb?rag\b"),
    (Column.EVIDENCE, r"\bevidence\b"),
    (Column.FIRST_DUE, r"\boriginal\b.*\b(date|due)\b"),
    (Column.DUE, r"\b(due|deadline|timescales?|by when|target date)\b"),
    (Column.PROGRESS, r"\b(progress|updates?|comments?|commentary)\b"),
    (Column.OUTCOME, r"\b(outcomes?|impact|difference)\b"),
    (Column.MEASURE, r"\b(measures?|success)\b"),
    (Column.OWNER, r"\b(owner|lead|responsible|accountable)\b"),
    (Column.AGENCY, r"\b(agency|organisation)\b"),
    (Column.STATE, r"\bstatus\b"),
    (Column.RECOMMENDATION, r"\brecommendations?\b"),
    (Column.ACTION, r"\bactions?\b"),
    (Column.THEMES, r"\bthemes?\b"),
)
_LONGEST = 60
"""What is longer is a sentence and no heading."""
_FURTHEST = 40
"""Titles, keys and logos may stand above a header; not more rows than this."""


def guessed(heading: str) -> tuple[Column, int]:
    """What one heading most likely means, and how sure that is: 2 by its very words, 1 by one of them, 0 not at all."""
    words = re.sub(r"[\s._:*()]+", " ", folded(heading)).strip()
    for strength, known in ((2, _EXACTLY), (1, _LOOSELY)):
        for column, form in known:
            if (re.fullmatch if strength == 2 else re.search)(form, words):
                return column, strength
    return Column.NOTE, 0


def mapped(headings: Sequence[str]) -> Mapped:
    """A guess for every column: each of ours is given once, to the surest heading, and what is left is a note."""
    found = [guessed(heading) for heading in headings]
    taken: set[Column] = set()
    answer = [Column.NOTE] * len(headings)
    for place in sorted(range(len(found)), key=lambda place: (-found[place][1], place)):
        column, strength = found[place]
        if strength and (column.many or column not in taken):
            answer[place] = column
            taken.add(column)
    return tuple(answer)


def header(sheet: Sheet) -> Headed:
    """The table below its header row, found by its headings however many titles stand above it."""
    sure = [_strength({cell.text for cell in line.cells}) for line in sheet.lines[:_FURTHEST]]
    best = max(range(len(sure)), key=lambda place: (sure[place], -place), default=0)
    if not sure or sure[best] < 3:
        what = "no row has headings that this program knows."
        raise InputError([Problem(sheet.name or "the file", what, "a header with, for example, Action, Lead, Due")])
    return below(sheet, best)


def _strength(texts: Set[str]) -> int:
    """How much a row looks like headings; a merged title says one thing however many cells repeat it."""
    return sum(guessed(text)[1] for text in texts if text.strip() and len(text) <= _LONGEST)


def changed(headings: Sequence[str], guess: Mapped, said: Mapping[str, str]) -> Mapped:
    """The guess with what a person says of some columns by their heading: "Lead" is "owner"."""
    answer, wrong = list(guess), []
    for heading, word in said.items():
        places = [at for at, each in enumerate(headings) if folded(each) == folded(" ".join(heading.split()))]
        column = _named(word)
        if not places:
            wrong.append(Problem(heading, "is no heading of this file.", ", ".join(filter(None, headings))))
        elif column is None:
            wrong.append(Problem(heading, f"{word!r} is not what a column can hold.", ", ".join(Column)))
        else:
            answer = [_kept(each, column) for each in answer]
            for at in places:
                answer[at] = column
    if wrong:
        raise InputError(wrong)
    return tuple(answer)


def _named(word: str) -> Column | None:
    plain = "_".join(folded(word).split())
    return next((column for column in Column if column.value == plain), None)


def _kept(each: Column, now_elsewhere: Column) -> Column:
    """What a column holds once another was said to hold that."""
    return Column.NOTE if each is now_elsewhere and not now_elsewhere.many else each


def fingerprint(headings: Sequence[str]) -> str:
    """What the same header is known by next time; nothing of a row goes into it, and no heading comes out of it."""
    return hashlib.sha256("\x1f".join(folded(heading) for heading in headings).encode()).hexdigest()[:32]
