"""Typed answers become a record's values and come back as they were typed."""

from __future__ import annotations

from typing import TypeGuard, get_args

import pytest
from pydantic import BaseModel

from screens.forms.advice import Basis, advice_spec
from screens.forms.discussion import discussion_spec
from screens.forms.referral import referral_spec
from screens.forms.settings import SETTINGS
from screens.forms.spec import Entry, Field, Kind, Section, Spec
from screens.forms.values import nested, restored, typed_from
from screens.forms.verdict import fault, judged
from screens.forms.when import moment, moment_text
from sscb_tui.domain.agency import BoardSettings
from sscb_tui.domain.case import ReferralForm
from sscb_tui.domain.dates import StatedDate
from sscb_tui.domain.forms import AdviceForm, DiscussionForm

AGENCIES = (("POL", "POL"), ("CSC", "CSC"))
SPEC = referral_spec(AGENCIES)
HOSTILE = ("[/]", "[b", "日本", "\x1b[31mred", "‮right to left", "|<b>", "=1+1", "​zero width", "“smart”\r\nquotes")


def complete() -> Entry:
    """A referral that will do, as somebody would type it."""
    return SPEC.start() | {
        "pseudonym": "Child Z",
        "incident_on": "about 2 Nov 2026",
        "incident_title": "unexplained injury at home",
        "referral.received_at": "3 Nov 2026 09:30",
        "referral.referrer.name": "N. Nurse",
        "child.name": "Zed Example",
        "child.date_of_birth": "2 Jul 2026",
        "child.gender": "not stated",
        "child.home_address": "1 Example Street",
        "child.under_18": "yes",
        "child.normally_resident": "yes",
        "child.outcome": "died",
        "child.open_to_social_care": "no",
        "child.always_list": "no",
        "child.regulated_setting": "no",
        "family": [{"name": "Ann Example", "relationship": "mother", "search_for": True}],
        "other_children_none": True,
        "agencies": [{"agency": "POL", "still_involved": "yes"}],
        "referral.what_happened": "Bruises were seen on arrival. " * 5,
        "referral.abuse_or_neglect": "suspected",
        "referral.why_abuse_or_neglect": "No explanation fits.",
        "referral.serious_harm": "undetermined",
        "referral.working_together": "not_yet_asked",
        "referral.signed_by": "N. Nurse",
    }


def test_a_complete_form_makes_the_record() -> None:
    record = judged(SPEC, ReferralForm, complete()).record
    assert record is not None
    assert record.incident_on.text == "about 2 Nov 2026"
    assert record.referral.received_at.isoformat() == "2026-11-03T09:30:00+00:00"
    assert record.family[0].name == "Ann Example"


def test_a_record_shown_and_recorded_again_is_the_same_record() -> None:
    record = judged(SPEC, ReferralForm, complete()).record
    assert record is not None
    again = judged(SPEC, ReferralForm, typed_from(SPEC, record.model_dump()))
    assert again.record == record


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_goes_in_and_comes_back_exactly(text: str) -> None:
    record = judged(SPEC, ReferralForm, complete() | {"child.name": text, "referral.links": text}).record
    assert record is not None
    assert (record.child.name, record.referral.links) == (text, text)
    assert typed_from(SPEC, record.model_dump())["referral.links"] == text


def test_an_empty_form_names_every_field_that_is_needed() -> None:
    verdict = judged(SPEC, ReferralForm, SPEC.start())
    assert verdict.record is None
    assert {"pseudonym", "incident_on", "child.name", "family", "other_children", "agencies"} <= set(verdict.faults)
    assert verdict.faults["pseudonym"] == "This is needed."
    assert verdict.faults["child.under_18"] == "Choose one."


def test_an_explicit_none_answers_for_an_empty_list() -> None:
    verdict = judged(SPEC, ReferralForm, complete() | {"family": [], "family_none_known": True})
    assert verdict.record is not None
    assert verdict.record.family == ()


def test_the_records_own_refusals_stand_under_their_fields() -> None:
    typed = complete() | {"child.date_of_birth": "", "child.nhs_number": "943 476 5918"}
    verdict = judged(SPEC, ReferralForm, typed)
    assert verdict.faults["child.nhs_number"].startswith("The NHS number's check digit does not fit")
    without_number = judged(SPEC, ReferralForm, typed | {"child.nhs_number": ""})
    assert without_number.faults["child.date_of_birth"].startswith("Give a date of birth, an estimated age")


def test_what_is_wrong_with_the_whole_has_no_field() -> None:
    verdict = judged(SPEC, ReferralForm, complete() | {"pseudonym": "Zed Example"})
    assert verdict.record is None
    assert verdict.general == ("The pseudonym is the child's own name or initials.",)


def test_a_field_that_does_not_apply_is_neither_asked_nor_sent() -> None:
    typed = complete() | {"child.outcome": "alive", "child.outcome_on": "no date at all"}
    child = nested(SPEC, typed)["child"]
    assert isinstance(child, dict)
    assert "outcome_on" not in child
    assert "referral.serious_harm_note" in judged(SPEC, ReferralForm, typed).faults


@pytest.mark.parametrize(
    ("path", "text", "sentence"),
    [
        ("child.date_of_birth", "yesterday", "Write the day as 2 Nov 2026, 02/11/2026 or 2026-11-02."),
        ("child.date_of_birth", "31/02/2026", "Write the day as 2 Nov 2026, 02/11/2026 or 2026-11-02."),
        ("child.date_of_birth", "02/11/2026", ""),
        ("child.date_of_birth", "", ""),
        ("referral.received_at", "2 Nov 2026", "Write the day and time as 2 Nov 2026 14:05."),
        ("referral.received_at", "2 Nov 2026 24:05", "Write the day and time as 2 Nov 2026 14:05."),
        ("referral.received_at", "2 Nov 2026 at 14:05", ""),
        ("referral.what_happened", "x" * 99, "At least 100 characters are needed; there are 99 so far."),
        ("referral.what_happened", "x" * 100, ""),
        ("same_incident_as", "SSCB 4", "Write the reference in full, for example SSCB/2026/004."),
        ("child.outcome", "perhaps", "Not one of the choices: perhaps."),
        ("pseudonym", "  ", "This is needed."),
    ],
)
def test_a_field_says_in_a_sentence_what_is_wrong_with_it(path: str, text: str, sentence: str) -> None:
    field = next(each for each in SPEC.fields if each.path == path)
    assert fault(field, {path: text}) == sentence


def test_summer_time_is_kept_apart_from_winter_time() -> None:
    summer, winter = moment("1 Jul 2026 09:00"), moment("1 Dec 2026 09:00")
    assert summer is not None
    assert winter is not None
    assert (summer.utcoffset(), winter.utcoffset()) != (winter.utcoffset(), winter.utcoffset())
    assert moment_text(summer) == "1 Jul 2026 09:00"


def test_a_draft_of_another_shape_starts_its_field_afresh() -> None:
    kept = {"pseudonym": 4, "family": "no list", "family_none_known": "yes", "incident_title": "kept"}
    values = restored(SPEC, kept)
    assert (values["pseudonym"], values["family"], values["family_none_known"]) == ("", [], False)
    assert values["incident_title"] == "kept"


def test_a_path_cannot_be_both_a_value_and_a_group() -> None:
    spec = Spec("wrong", (Section("wrong", (Field("a", "A"), Field("a.b", "B"))),))
    with pytest.raises(TypeError, match="both a value and a group"):
        nested(spec, {"a": "x", "a.b": "y"})


def test_no_section_of_a_form_is_more_than_a_screen_can_mount() -> None:
    for spec in (SPEC, discussion_spec(AGENCIES), advice_spec(AGENCIES, Basis()), SETTINGS):
        for section in spec.sections:
            stacked = sum(2 if field.intro else 1 for field in section.fields)
            assert 2 * len(section.fields) + stacked < 55, f"{spec.title}: {section.title}"


def test_a_multiple_choice_is_held_one_value_a_line() -> None:
    field = Field("for", "For", Kind.MULTI, choices=(("a", "A"), ("b", "B")))
    spec = Spec("choice", (Section("choice", (field,)),))
    assert nested(spec, {"for": "a\nb"}) == {"for": ["a", "b"]}
    assert typed_from(spec, {"for": ["a", "b"]}) == {"for": "a\nb"}
    assert fault(field, {"for": "a\nz"}) == "Not one of the choices: z."


def _leaves(model: type[BaseModel], before: str = "") -> set[str]:
    """Every place of a record that a form must be able to fill, as the form spells it."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        inner = [kind for kind in (field.annotation, *get_args(field.annotation)) if _is_model(kind)]
        if inner and inner[0] is not StatedDate:
            found |= _leaves(inner[0], f"{before}{name}.")
        else:
            found.add(before + name)
    return found


def _is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@pytest.mark.parametrize(
    ("spec", "model", "elsewhere"),
    [
        (SPEC, ReferralForm, set()),
        (discussion_spec(AGENCIES), DiscussionForm, set()),
        (advice_spec(AGENCIES, Basis(met=True, quorum="2 of 3.")), AdviceForm, {"limbs"}),
        (SETTINGS, BoardSettings, {"id", "version", "annual_reports"}),
    ],
)
def test_every_field_of_the_record_can_be_filled_in(spec: Spec, model: type[BaseModel], elsewhere: set[str]) -> None:
    rows = {
        f"{field.path}.{inner.path}".split(".names.")[0]
        for field in spec.fields
        if field.of
        for inner in field.of.fields
    }
    asked = {field.path for field in spec.fields if not field.of} | rows
    leaves = {leaf for leaf in _leaves(model) if leaf.split(".")[0] not in elsewhere}
    missing = {leaf for leaf in leaves if leaf not in asked and leaf.rsplit(".", 1)[0] not in asked}
    assert missing == set()
