"""A field's own test of its text, as sentences."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError

from screens.forms.verdict import sentence
from sscb_tui.domain.case import Reference
from sscb_tui.domain.dates import stated
from sscb_tui.domain.family import NhsNumber
from sscb_tui.domain.terms import Precision

_NHS_NUMBER: TypeAdapter[str] = TypeAdapter(NhsNumber)
_REFERENCE: TypeAdapter[str] = TypeAdapter(Reference)


def nhs_number(text: str) -> str:
    """Ten digits whose check digit fits."""
    try:
        _NHS_NUMBER.validate_python(text)
    except ValidationError as refused:
        return sentence(refused.errors()[0])
    return ""


def case_reference(text: str) -> str:
    """A reference as the Board gives them."""
    try:
        _REFERENCE.validate_python(text)
    except ValidationError:
        return "Write the reference in full, for example SSCB/2026/004."
    return ""


def some_date(text: str) -> str:
    """A day, a month, a year or a season can be made out of it."""
    if stated(text).precision is Precision.UNDATED:
        return "No date can be read from this. Write 2 Nov 2026, Nov 2026, about 2 Nov 2026, or between two days."
    return ""
