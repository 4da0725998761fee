"""The child, the family and the other children: the people a case is about (form F1.10 to F1.31)."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from sscb_tui.domain.base import Model, Said
from sscb_tui.domain.dates import StatedDate
from sscb_tui.domain.terms import Outcome, YesNo


def _checked_nhs_number(text: str) -> str:
    """NHS numbers carry a modulus 11 check digit, which catches a slip of the finger."""
    digits = re.sub(r"[ -]", "", text)
    if digits == "":
        return text
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise ValueError("an NHS number has ten digits")
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    if check % 11 != int(digits[9]) or check == 10:
        raise ValueError("the NHS number's check digit does not fit; compare it with the source")
    return text


NhsNumber = Annotated[str, AfterValidator(_checked_nhs_number)]


class Child(Model):
    """The child a case is about; one case is one child (F1.10 to F1.23)."""

    name: Said
    also_known_as: str = ""
    date_of_birth: date | None = None
    estimated_age: str = ""
    """For example "about 4 months" or "14 to 15", where the date of birth is not known."""
    expected_delivery: date | None = None
    gender: Said
    ethnicity: Said = "unknown"
    first_language: Said = "unknown"
    religion: Said = "unknown"
    disability: Said = "unknown"
    interpreter: Said = "unknown"
    nhs_number: NhsNumber = ""
    other_identifiers: str = ""
    home_address: Said
    address_at_incident: str = ""
    in_whose_care: Said = "unknown"
    under_18: YesNo
    normally_resident: YesNo
    outcome: Outcome
    outcome_on: StatedDate | None = None
    outcome_place: str = ""
    legal_status: Said = "unknown"
    open_to_social_care: YesNo
    lead_worker: str = ""
    always_list: YesNo
    always_list_category: Annotated[str, Field(pattern=r"^(AL-[1-8])?$")] = ""
    looked_after: YesNo = YesNo.UNDETERMINED
    regulated_setting: YesNo
    regulated_setting_name: str = ""

    @model_validator(mode="after")
    def _age_is_known_somehow(self) -> Child:
        if self.date_of_birth is None and not self.estimated_age.strip() and self.expected_delivery is None:
            raise ValueError("give a date of birth, an estimated age or an expected date of delivery")
        if self.always_list is YesNo.YES and not self.always_list_category:
            raise ValueError("say which always-list category applies (AL-1 to AL-8)")
        died_on = self.outcome_on.latest if self.outcome_on else None
        if died_on and self.date_of_birth and died_on < self.date_of_birth:
            raise ValueError("the child's outcome is dated before the date of birth")
        return self


class FamilyMember(Model):
    """A member of the family or significant other (F1.30); "alleged" never prints as "perpetrator"."""

    name: Said
    relationship: Said
    also_known_as: str = ""
    date_of_birth: str = ""
    """As stated; often only a year or an age is known."""
    address: str = ""
    in_household: YesNo = YesNo.UNDETERMINED
    parental_responsibility: YesNo = YesNo.UNDETERMINED
    alleged_responsible: bool = False
    search_for: bool = True
    """Whether agencies are asked to search their records for this person (F2.12)."""


class OtherChild(Model):
    """Another child who may be at risk, and what has been done about it (F1.31)."""

    name: Said
    whereabouts: Said
    safe: YesNo
    action: Said
    """What was done and by whom; "none needed, because ..." is an answer, blank is not."""
