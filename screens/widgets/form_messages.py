"""What a form's parts tell each other."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from screens.forms.spec import Value


@dataclass
class Edited(Message):
    """An answer changed under somebody's fingers."""

    path: str
    value: Value
