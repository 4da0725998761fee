"""Which lines a table shows, whatever is grouped, folded away or asked for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from screens.widgets.table_lines import Lines, Spot

NAMES = ("red", "green", "blue")
ROWS = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 6)), max_size=12, unique=True)


def held(rows: list[tuple[str, int]], closed: set[str], needle: str = "", least: int = 0) -> Lines:
    """Rows named by their number, each in a group, with some groups folded away."""
    lines, ordered = Lines(), sorted(rows)
    lines.closed, lines.needle = set(closed), needle
    lines.narrow = (lambda places: [at for at in places if ordered[at][1] >= least]) if least else None
    keys = [f"row {number}" for _, number in ordered]
    lines.hold(keys, [(key, "") for key in keys], [name for name, _ in ordered], ())
    return lines


@given(ROWS, st.sets(st.sampled_from(NAMES)), st.integers(0, 6))
def test_every_line_is_found_again_where_it_stands(rows: list[tuple[str, int]], closed: set[str], least: int) -> None:
    lines = held(rows, closed, least=least)
    for line in range(len(lines.shown)):
        assert lines.line_of(lines.spot_at(line)) == line


@given(ROWS, st.sets(st.sampled_from(NAMES)), st.integers(0, 6))
def test_what_is_folded_away_still_counts_and_is_found_under_its_head(
    rows: list[tuple[str, int]], closed: set[str], least: int
) -> None:
    lines = held(rows, closed, least=least)
    wanted = {number for _, number in rows if number >= least}
    assert lines.count == (len(wanted), len({number for _, number in rows}))
    for name, number in rows:
        line = lines.line_of(Spot(name, f"row {number}"))
        assert (line is None) == (number < least)
        if line is not None:
            assert lines.spot_at(line).group in {group for group, each in rows if each == number}


@given(ROWS, st.sets(st.sampled_from(NAMES)))
def test_heads_stand_only_over_what_is_found(rows: list[tuple[str, int]], closed: set[str]) -> None:
    lines = held(rows, closed, needle="row 3")
    heads = [run.name for line in range(len(lines.shown)) if (run := lines.run_at(line)) is not None]
    assert heads == sorted({name for name, number in rows if number == 3})
    assert all(lines.spot_at(line).key in ("", "row 3") for line in range(len(lines.shown)))


def test_of_nothing_nothing_is_shown() -> None:
    lines = held([], set())
    assert (list(lines.shown), lines.spot_at(0), lines.line_of(Spot("red", "row 1"))) == ([], Spot(), None)
    assert lines.near(5) == 0
