"""The words of the tracker and the papers."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class ActionState(Term):
    """The life of an action; overdue is derived from its date and never set."""

    PROPOSED = "proposed"
    NOT_ACCEPTED = "not_accepted"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    DONE_UNVERIFIED = "done_unverified"
    VERIFIED = "verified"
    EMBEDDED = "embedded"
    CLOSED = "closed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    REOPENED = "reopened"
    """Taken up again: a test found that the change did not hold."""

    @property
    def label(self) -> str:
        """The state as the tracker shows it."""
        return "done, not verified" if self is ActionState.DONE_UNVERIFIED else self.value.replace("_", " ")


class Rag(Term):
    """Progress at a glance; the letter and the word carry it, the colour only helps."""

    BLUE = "blue"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"
    SILENT = "silent"

    @property
    def letter(self) -> str:
        """B G A R, a dash for grey, and S where nobody has said anything this cycle."""
        return {"grey": "-", "silent": "S"}.get(self.value, self.value[0].upper())


class Shown(Term):
    """What a test of a change found."""

    HELD = "held"
    PARTLY = "partly"
    NOT_SHOWN = "not_shown"

    @property
    def label(self) -> str:
        """The finding in a sentence."""
        return {"held": "held", "partly": "held in part", "not_shown": "did not hold"}[self.value]


class Confidence(Term):
    """How sure the evidence makes the Board of it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Leverage(Term):
    """How much a recommendation changes by itself, weak to strong."""

    WORDS = "words"
    TEACHING = "teaching"
    CHECKING = "checking"
    CHANGING = "changing"

    @property
    def label(self) -> str:
        """How strong, and what that rests on."""
        return {
            "words": "weak: asks people to remember",
            "teaching": "weak: training or a policy alone",
            "checking": "medium: somebody checks",
            "changing": "strong: changes the work",
        }[self.value]


class Gap(Term):
    """What an action lacks that it needs to be carried out; kept as it came, flagged, never invented."""

    AGENCY = "agency"
    OWNER = "owner"
    OWNERS = "owners"
    """Several at once: then nobody is accountable."""
    NATIONAL = "national"
    """Addressed to a national body, which the Board can ask and not direct."""
    DATE = "date"
    OUTCOME = "outcome"
    NUMBER = "number"
    """The number it arrived with stands on another action of the case too."""

    @property
    def label(self) -> str:
        """What is wrong, in a few words."""
        return {
            "agency": "no agency",
            "owner": "no owner",
            "owners": "several owners",
            "national": "national owner",
            "date": "no date",
            "outcome": "no outcome",
            "number": "number used twice",
        }[self.value]


class Origin(Term):
    """Where a recommendation came from."""

    SCR = "scr"
    ALTERNATIVE = "alternative"
    SCOPING = "scoping"
    AGENCY = "agency"
    NATIONAL = "national"

    @property
    def of_review(self) -> bool:
        """Whether a review made it, whichever kind of review."""
        return self in (Origin.SCR, Origin.ALTERNATIVE)


class Level(Term):
    """Who a recommendation is addressed to."""

    BOARD = "board"
    MULTI_AGENCY = "multi_agency"
    SINGLE_AGENCY = "single_agency"
    NATIONAL = "national"

    @property
    def label(self) -> str:
        """Hyphenated, as plans print it."""
        return self.value.replace("_", "-")


class Letter(Term):
    """The letters to an agency that does not answer about its actions, gentlest first: drafted, never sent."""

    OWNER = "owner"
    SENIOR = "senior"
    CHIEF = "chief"
    BOARD = "board"

    @property
    def label(self) -> str:
        """Whom it goes to, or what it is."""
        return {
            "owner": "reminder to the owners",
            "senior": "letter to the senior officer",
            "chief": "letter to the chief officer",
            "board": "entry in the challenge log",
        }[self.value]


class Paper(Term):
    """The papers this program writes."""

    PACK = "pack"
    MINUTES = "minutes"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"
    PLAN = "plan"
    CHRONOLOGY = "chronology"
    TERMS = "terms"
    COMMISSION = "commission"
    PANEL = "panel"
    """The decision record as the national panel is sent it."""
    NOTICE = "notice"
    LETTERS = "letters"
    LEARNING = "learning"
    RESPONSE = "response"
    SUMMARY = "summary"

    @property
    def label(self) -> str:
        """The paper in a sentence."""
        longer = {"panel": "decision record for the panel", "notice": "decision notice", "summary": "learning summary"}
        return longer.get(self.value, self.value)


class BoardPaper(Term):
    """The papers that are written across cases."""

    PLAN = "plan"
    EXTRACT = "extract"
    DASHBOARD = "dashboard"
    ANNUAL = "annual"
    STATISTICS = "statistics"

    @property
    def label(self) -> str:
        """The paper in a few words."""
        return {
            "plan": "composite action plan",
            "extract": "an agency's actions, with boxes for its update",
            "dashboard": "dashboard of the Board",
            "annual": "annual report: the learning section",
            "statistics": "statistics for a spreadsheet",
        }[self.value]
