"""The ladder of evidence in words: from somebody's word to an outcome for children that held (RA.16)."""

from __future__ import annotations

RUNGS = ("none", "said", "issued", "reached", "understood", "practised", "felt by children", "outcome held")
"""By rung; 0 is no evidence at all."""
