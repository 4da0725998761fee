"""What every enumeration of the vocabulary shares."""

from __future__ import annotations

from enum import StrEnum


class Term(StrEnum):
    """A fixed word of the field; its label is the value in plain English unless a subclass says otherwise."""

    @property
    def label(self) -> str:
        """The words shown to people."""
        return self.value.replace("_", " ")
