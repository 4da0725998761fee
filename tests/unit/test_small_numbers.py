"""The small-number rule: nothing kept back in public can be worked out from what is printed beside it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sscb_tui.domain.small_numbers import FEW, KEPT_BACK, Told, alone, told


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, FEW), (4, FEW), (5, "5"), (120, "120")])
def test_counts_of_one_to_four_are_not_told(count: int, said: str) -> None:
    assert alone(count) == said


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ((0, 0), ("0", "0"), "0"),
        ((5, 7), ("5", "7"), "12"),
        ((3, 9, 20), (FEW, KEPT_BACK, "20"), "32"),
        ((3, 0, 20), (FEW, "0", KEPT_BACK), "23"),
        ((2, 3, 20), (FEW, FEW, "20"), "25"),
        ((1, 1, 20, 30), (FEW, FEW, KEPT_BACK, "30"), "52"),
        ((4, 4, 20), (FEW, FEW, KEPT_BACK), "28"),
        ((1, 5), (FEW, "5"), KEPT_BACK),
        ((3,), (FEW,), FEW),
        ((1, 1, 1, 1), (FEW,) * 4, KEPT_BACK),
    ],
)
def test_further_counts_are_kept_back_until_none_can_be_worked_out(
    counts: tuple[int, ...], cells: tuple[str, ...], total: str
) -> None:
    assert told(counts) == Told(cells, total)


def possible(said: str, most: int) -> range:
    """What a reader may think stands behind a cell."""
    if said == FEW:
        return range(1, 5)
    return range(5, most) if said == KEPT_BACK else range(int(said), int(said) + 1)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_nothing_that_is_kept_back_has_only_one_possible_value(counts: list[int]) -> None:
    answer = told(counts)
    most = sum(counts) + 12
    total = range(most * 5) if answer.total == KEPT_BACK else possible(answer.total, most)
    worlds = [world for world in product(*(possible(cell, most) for cell in answer.cells)) if sum(world) in total]
    assert tuple(counts) in worlds
    for place, cell in enumerate(answer.cells):
        if cell in (FEW, KEPT_BACK):
            assert len({world[place] for world in worlds}) > 1, (counts, answer)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=12))
def test_every_small_count_is_kept_back_and_no_zero_is(counts: list[int]) -> None:
    for count, cell in zip(counts, told(counts).cells, strict=True):
        assert (cell == FEW) is (1 <= count <= 4)
        assert cell != KEPT_BACK or count > 4
