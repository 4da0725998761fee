"""The field's vocabulary as enumerations: standard library only, so that a screen can load before pydantic does.

Values are what files, the command line and the database hold; `label` is what people read.
"""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term
from sscb_tui.domain.terms.criteria import (
    AbuseBy,
    AbuseOrNeglect,
    Decided,
    Fact,
    HarmLimb,
    Mode,
    Outcome,
    Reliance,
    Result,
    Strength,
    WorkingTogether,
    YesNo,
)
from sscb_tui.domain.terms.duties import Cause, DutyState
from sscb_tui.domain.terms.people import Capacity, Role, Ruling
from sscb_tui.domain.terms.review import (
    Accepted,
    Effect,
    Holding,
    Process,
    ProcessStage,
    Route,
    Supply,
    ToldOf,
)
from sscb_tui.domain.terms.scoping import (
    DifferenceKind,
    DifferenceState,
    LineKind,
    MeetingState,
    Precision,
    ReturnState,
    Silence,
)
from sscb_tui.domain.terms.tracking import (
    ActionState,
    BoardPaper,
    Confidence,
    Gap,
    Letter,
    Level,
    Leverage,
    Origin,
    Paper,
    Rag,
    Shown,
)
from sscb_tui.domain.terms.workflow import DiscussionOutcome, Move, Stage

__all__ = [
    "AbuseBy",
    "AbuseOrNeglect",
    "Accepted",
    "ActionState",
    "BoardPaper",
    "Capacity",
    "Cause",
    "Confidence",
    "Decided",
    "DifferenceKind",
    "DifferenceState",
    "DiscussionOutcome",
    "DutyState",
    "Effect",
    "Fact",
    "Gap",
    "HarmLimb",
    "Holding",
    "Letter",
    "Level",
    "Leverage",
    "LineKind",
    "MeetingState",
    "Mode",
    "Move",
    "Origin",
    "Outcome",
    "Paper",
    "Precision",
    "Process",
    "ProcessStage",
    "Rag",
    "Reliance",
    "Result",
    "ReturnState",
    "Role",
    "Route",
    "Ruling",
    "Shown",
    "Silence",
    "Stage",
    "Strength",
    "Supply",
    "Term",
    "ToldOf",
    "WorkingTogether",
    "YesNo",
]
