"""Three siblings of one incident, whose cases are three records with three decisions."""

from __future__ import annotations

from sscb_tui.domain.family import FamilyMember
from tests.appendix.cases import BABY, SKULL

MOTHER = (FamilyMember(name="Philomena Placeholder", relationship="mother"),)
STARVED = "Three children of one household were found starved; the youngest had died some hours before. There was no "
STARVED += "food in the house, and no service had seen any of the children since the summer."
FIRST = "SSCB/2026/001"
"""The case that the other two share the incident of, as the Board numbers it."""
THREE = (
    BABY.but(name="Kenelm Placeholder", pseudonym="Child K1", happened=STARVED, family=MOTHER),
    SKULL.but(name="Keziah Placeholder", pseudonym="Child K2", happened=STARVED, family=MOTHER, same_incident_as=FIRST),
    SKULL.but(name="Kester Placeholder", pseudonym="Child K3", happened=STARVED, family=MOTHER, same_incident_as=FIRST),
)
REASONS = (
    "The youngest was starved and died; how that went unseen since the summer is the question.",
    "The eldest was starved until her growth may be harmed for good, and nobody had put the absences together.",
    "He was starved and lives; what his school knew of the household was not asked for by anybody.",
)
