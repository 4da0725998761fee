"""What lists and panels show: frozen and free of pydantic, so that the first screen loads fast."""

from __future__ import annotations

from sscb_tui.services.views.accounts import (
    AnswerView,
    ChallengeView,
    DifferenceView,
    LateView,
    ReadinessView,
    SayingView,
    UnaskedView,
    UnsearchedView,
)
from sscb_tui.services.views.answers import AnswerChange, CellView, ReturnChanges, SideBySide
from sscb_tui.services.views.cases import (
    ActionFacts,
    ActionRow,
    CaseSummary,
    DraftRow,
    HistoryEntry,
    LineVersion,
    PaperText,
    QueueFacts,
    QueueRow,
    ReturnRow,
)
from sscb_tui.services.views.duties import (
    DutyRow,
    ExtensionView,
    LostView,
    NoticeFacts,
    SupersededView,
    WaitingFacts,
)
from sscb_tui.services.views.events import ChronologyEntry, ChronologyGap, MergedChronology, SameEvent
from sscb_tui.services.views.open_ends import OpenEnd
from sscb_tui.services.views.thread import EarlyPrompt, OrphanRow, ThreadBranch, ThreadThing, ThreadView
from sscb_tui.services.views.tracking import Load, Undoable

__all__ = [
    "ActionFacts",
    "ActionRow",
    "AnswerChange",
    "AnswerView",
    "CaseSummary",
    "CellView",
    "ChallengeView",
    "ChronologyEntry",
    "ChronologyGap",
    "DifferenceView",
    "DraftRow",
    "DutyRow",
    "EarlyPrompt",
    "ExtensionView",
    "HistoryEntry",
    "LateView",
    "LineVersion",
    "Load",
    "LostView",
    "MergedChronology",
    "NoticeFacts",
    "OpenEnd",
    "OrphanRow",
    "PaperText",
    "QueueFacts",
    "QueueRow",
    "ReadinessView",
    "ReturnChanges",
    "ReturnRow",
    "SameEvent",
    "SayingView",
    "SideBySide",
    "SupersededView",
    "ThreadBranch",
    "ThreadThing",
    "ThreadView",
    "UnaskedView",
    "Undoable",
    "UnsearchedView",
    "WaitingFacts",
]
