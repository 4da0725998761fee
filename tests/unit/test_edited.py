"""A text that was shown with names hidden and then edited: the true words come back wherever they still stand."""

from __future__ import annotations

import pytest

from sscb_tui.domain.naming.edited import edited

TRUE = "Finn Placeholder of 1 Example Street was seen by Fay Placeholder; the neighbour rang."
SHOWN = "Child F of ‹address› was seen by the mother; the neighbour rang."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (SHOWN, TRUE),
        (f"{SHOWN} Twice.", f"{TRUE} Twice."),
        (f"On Monday {SHOWN}", f"On Monday {TRUE}"),
        (SHOWN.replace("neighbour rang", "teacher wrote"), TRUE.replace("neighbour rang", "teacher wrote")),
        (SHOWN.replace("seen", "weighed"), TRUE.replace("seen", "weighed")),
        (SHOWN.replace(" of ‹address›", ""), TRUE.replace(" of 1 Example Street", "")),
        (SHOWN.replace("Child F of", "Yesterday Child F of"), TRUE.replace("Finn", "Yesterday Finn")),
        ("", ""),
        ("All of it put otherwise.", "All of it put otherwise."),
    ],
)
def test_what_still_stands_is_true_and_what_was_typed_is_as_typed(typed: str, meant: str) -> None:
    assert edited(TRUE, SHOWN, typed) == (meant, True)


def test_where_an_edit_cuts_into_what_was_hidden_only_that_place_stands_as_typed() -> None:
    typed = SHOWN.replace("‹address›", "‹addr›")
    assert edited(TRUE, SHOWN, typed) == (TRUE.replace("1 Example Street", "‹addr›"), False)


def test_a_text_with_nothing_hidden_is_what_was_typed() -> None:
    assert edited("The school rang.", "The school rang.", "The school never rang.") == (
        "The school never rang.",
        True,
    )


def test_a_very_long_text_is_compared_in_no_time_and_edits_beside_what_is_hidden_hold() -> None:
    true = "word " * 100_000 + "Finn ate. " + "word " * 100_000
    shown = true.replace("Finn", "Child F")
    assert edited(true, shown, f"{shown}Then he slept.").words == f"{true}Then he slept."
