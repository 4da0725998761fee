"""The words of the criteria, the decision and its duties."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class YesNo(Term):
    """A question of fact that may honestly be unanswered; blank is not among its values."""

    YES = "yes"
    NO = "no"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> str:
        """Undetermined reads as work still to do, not as an answer."""
        return "not yet determined" if self is YesNo.UNDETERMINED else self.value


class AbuseOrNeglect(Term):
    """Regulation 5(2)(a): suspicion has the same effect as knowledge."""

    KNOWN = "known"
    SUSPECTED = "suspected"
    NOT_SUSPECTED = "not_suspected"
    UNDETERMINED = "undetermined"

    @property
    def label(self) -> str:
        """Undetermined reads as work still to do, not as an answer."""
        return "not yet determined" if self is AbuseOrNeglect.UNDETERMINED else self.value.replace("_", " ")


class AbuseBy(Term):
    """By whom, where abuse or neglect is known or suspected: whose, not who."""

    CARER = "carer"
    OTHER_ADULT = "other_adult"
    OTHER_CHILD = "other_child"
    SETTING = "setting"
    OWN_FAILINGS = "own_failings"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """The answer in a few words."""
        return {
            "carer": "carer or household",
            "other_adult": "another adult",
            "other_child": "another child",
            "setting": "a setting that had actual care",
            "own_failings": "only the failings of safeguarding bodies",
            "unknown": "not known",
        }[self.value]


class Outcome(Term):
    """What became of the child; the third value is real (life support, missing presumed dead)."""

    DIED = "died"
    ALIVE = "alive"
    OUTCOME_UNKNOWN = "outcome_unknown"


class WorkingTogether(Term):
    """Regulation 5(2)(b)(ii), second half; only definitive evidence of no concern defeats it."""

    CONCERN = "concern"
    NOTHING_FOUND_YET = "nothing_found_yet"
    NOT_YET_ASKED = "not_yet_asked"
    DEFINITIVELY_NONE = "definitively_none"


class Mode(Term):
    """Before the meeting a question may still be unasked; at the decision the guidance default applies."""

    PROVISIONAL = "provisional"
    DECISION = "decision"


class Result(Term):
    """What the criteria come to."""

    MANDATORY_REG5 = "mandatory_reg5"
    ALWAYS_LIST = "always_list"
    UNDETERMINED = "undetermined"
    DISCRETIONARY = "discretionary"
    OUT_OF_SCOPE = "out_of_scope"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        """One line for a screen's edge."""
        return _RESULT_LABELS[self.value]


_RESULT_LABELS = {
    "mandatory_reg5": "MUST hold an SCR",
    "always_list": "SCR: guidance says always",
    "undetermined": "cannot decide yet",
    "discretionary": "may choose",
    "out_of_scope": "not a child under 18",
    "transfer": "another Board's case",
}


class Decided(Term):
    """What the Chair may choose; `defer` asks for information and leaves the clock running."""

    SCR = "scr"
    ALTERNATIVE = "alternative"
    NO_REVIEW = "no_review"
    DEFER = "defer"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        """The outcome as it stands in the record."""
        return _DECIDED_LABELS[self.value]


_DECIDED_LABELS = {
    "scr": "Serious Case Review",
    "alternative": "Another form of review",
    "no_review": "No review",
    "defer": "Ask for information",
    "transfer": "Transfer to another Board",
}


class HarmLimb(Term):
    """Working Together 2015's reading of serious harm; the list is not exhaustive."""

    SH1 = "sh1"
    SH2 = "sh2"
    SH3 = "sh3"

    @property
    def label(self) -> str:
        """The gloss in a line."""
        return {
            "sh1": "a potentially life-threatening injury",
            "sh2": "serious or likely long-term impairment of health or development",
            "sh3": "other serious harm",
        }[self.value]


class Reliance(Term):
    """Whether a ground the guidance does not know was relied on to say that the criteria are not met (RF-20)."""

    NOT_RELIED_ON = "not_relied_on"
    RELIED_ON = "relied_on"


class Strength(Term):
    """Modal strength: a Chair may depart from a SHOULD with reasons, never from a MUST; INFO binds nobody here."""

    MUST = "MUST"
    SHOULD = "SHOULD"
    LOCAL = "LOCAL"
    INFO = "INFO"

    @property
    def label(self) -> str:
        """Written in capitals, as the rule is printed."""
        return self.value


class Fact(Term):
    """The seven questions the criteria turn on, in the order they are asked."""

    AGE_UNDER_18 = "age_under_18"
    NORMALLY_RESIDENT = "normally_resident"
    ABUSE_OR_NEGLECT = "abuse_or_neglect"
    OUTCOME = "outcome"
    ALWAYS_LIST = "always_list"
    SERIOUS_HARM = "serious_harm"
    WORKING_TOGETHER = "working_together"

    @property
    def label(self) -> str:
        """The question in a few words."""
        return _FACT_LABELS[self.value]

    @property
    def values(self) -> type[Term]:
        """The answers this question allows."""
        return _FACT_VALUES.get(self.value, YesNo)


_FACT_LABELS = {
    "age_under_18": "Under 18 at the time",
    "normally_resident": "Normally resident here",
    "abuse_or_neglect": "(a) Abuse or neglect",
    "outcome": "(b)(i) The child's outcome",
    "always_list": "Always-list: custody, detention",
    "serious_harm": "(b)(ii) Serious harm",
    "working_together": "(b)(ii) Working together",
}
_FACT_VALUES: dict[str, type[Term]] = {
    "abuse_or_neglect": AbuseOrNeglect,
    "outcome": Outcome,
    "working_together": WorkingTogether,
}
