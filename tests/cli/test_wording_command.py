"""The words of a recommendation looked at without a screen."""

from __future__ import annotations

from sscb_tui.services.demonstration import people
from tests.cli.conftest import Sscb
from tests.services.doors_of_the_tracker import ACTION, SHARE

MANAGER = people.MANAGER.name


def test_words_are_weighed_with_what_they_leave_out_who_is_loaded_and_what_went_before(
    sscb: Sscb, reference: str
) -> None:
    earlier = SHARE.but(text="Housing tells schools about tired children.")
    sscb("recommendation", "add", reference, "-", by=MANAGER, given=earlier.model_dump_json())
    sscb("action", "add", reference, "-", by=MANAGER, given=ACTION.model_dump_json())
    told = sscb("recommendation", "wording", "Remind Housing to tell schools about tired children", by=MANAGER).stdout
    assert "weak: asks people to remember." in told
    assert "(hierarchy of intervention effectiveness)" in told
    assert "It does not say who is to do it, nor by when, nor what will be different for children." in told
    assert "Housing carries 2 open, 1 overdue." in told
    assert f": {earlier.text}" in told
    assert "no action" in told


def test_words_of_which_nothing_can_be_said_say_so(sscb: Sscb, reference: str) -> None:
    asked = ("Zebras quack within one week.", "--for", "Police", "--outcome", "They know.")
    assert sscb("recommendation", "wording", *asked, by=MANAGER).stdout == "Nothing to say of these words.\n"
