"""The words of a review's life after the decision: reviewers, parallel proceedings, the family, publication."""

from __future__ import annotations

from sscb_tui.domain.terms.base import Term


class Supply(Term):
    """What an agency gives to a review (F10.08)."""

    CHRONOLOGY = "chronology"
    ANALYSIS = "analysis"
    INFORMATION = "information"
    PRACTITIONERS = "practitioners"

    @property
    def label(self) -> str:
        """What the terms of reference call it."""
        return {
            "chronology": "chronology",
            "analysis": "analysis report",
            "information": "information report",
            "practitioners": "practitioners' time",
        }[self.value]


class Route(Term):
    """How a reviewer was found (F11.05)."""

    ADVERT = "advert"
    FRAMEWORK = "framework"
    DIRECT = "direct"

    @property
    def label(self) -> str:
        """The route in words."""
        words = {"advert": "advertised", "framework": "from a framework", "direct": "approached directly"}
        return words[self.value]


class Process(Term):
    """A proceeding that runs beside the case (F12.01)."""

    INQUEST = "inquest"
    CRIMINAL = "criminal"
    FAMILY_COURT = "family_court"
    IOPC = "iopc"
    YJB = "yjb"
    DHR = "dhr"
    MAPPA = "mappa"
    SAR = "sar"
    NHS_INCIDENT = "nhs_incident"
    HOMICIDE = "homicide"
    HSE = "hse"
    PPO = "ppo"
    LADO = "lado"
    REGULATOR = "regulator"
    COMPLAINT = "complaint"
    CIVIL = "civil"
    CDOP = "cdop"
    INSPECTION = "inspection"

    @property
    def label(self) -> str:
        """The proceeding by its usual name."""
        return _PROCESSES.get(self.value, self.value)


_PROCESSES = {
    "criminal": "criminal investigation or trial",
    "family_court": "family proceedings",
    "iopc": "IPCC or IOPC investigation",
    "yjb": "YJB incident report",
    "dhr": "Domestic Homicide Review",
    "mappa": "MAPPA serious case review",
    "sar": "Safeguarding Adults Review",
    "nhs_incident": "NHS serious incident investigation",
    "homicide": "mental health homicide investigation",
    "hse": "HSE investigation",
    "ppo": "PPO investigation",
    "lado": "LADO or employment process",
    "regulator": "professional regulator",
    "civil": "civil claim",
    "cdop": "CDOP review",
}


class ProcessStage(Term):
    """How far a proceeding is (F12.03)."""

    EXPECTED = "expected"
    UNDER_WAY = "under_way"
    CONCLUDED = "concluded"


class Effect(Term):
    """What a proceeding asks of the review while it runs (F12.04)."""

    SEQUENCING = "sequencing"
    NO_PRACTITIONERS = "no_practitioners"
    NO_FAMILY = "no_family"
    NO_PUBLICATION = "no_publication"

    @property
    def label(self) -> str:
        """The effect in words."""
        return {
            "sequencing": "steps in an agreed order",
            "no_practitioners": "no contact with practitioners yet",
            "no_family": "no contact with the family yet",
            "no_publication": "no publication yet",
        }[self.value]


class ToldOf(Term):
    """What a family is told of, in the order in which it comes (F13.03)."""

    INCIDENT = "incident"
    DECISION = "decision"
    TERMS = "terms"
    FINDINGS = "findings"
    PUBLICATION = "publication"

    @property
    def label(self) -> str:
        """What was told."""
        words = {"incident": "that the incident is looked at", "terms": "the terms of reference"}
        return words.get(self.value, f"the {self.value}")


class Accepted(Term):
    """The Board's answer to a finding or a recommendation (F15.03)."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"

    @property
    def label(self) -> str:
        """The answer as it is published."""
        return {"fully": "accepted", "partly": "accepted in part", "not": "not accepted"}[self.value]


class Holding(Term):
    """What the Chair proposes instead of publishing on the day planned (T33)."""

    DELAY = "delay"
    WITHHOLD = "withhold"

    @property
    def label(self) -> str:
        """The proposal in words."""
        return {"delay": "publish later", "withhold": "not publish"}[self.value]
