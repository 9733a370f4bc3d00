"""The range of plausible numbers: no known pair is outside, not even where its neighbours are not known."""

import datetime as dt
import math
from collections.abc import Iterator
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import declparse
from declparse.reference import numbers
from declparse.reference.rule_tables import KNOWN_NUMBERS, KnownNumber

KINDS = ("document", "declaration")
DAYS = st.dates(dt.date(1996, 1, 1), dt.date(2060, 1, 1))


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Nothing is kept from a test with other known pairs."""
    forget()
    yield
    forget()


def forget() -> None:
    numbers._known.cache_clear()
    numbers.plausible.cache_clear()


def pairs(kind: str) -> list[tuple[str, int, KnownNumber]]:
    return sorted((row.date, getattr(row, kind), row) for row in KNOWN_NUMBERS if getattr(row, kind))


def fits(kind: str, number: int, date: str) -> bool:
    found = numbers.plausible(kind, date)
    return found is not None and found.lowest <= number <= found.highest


@pytest.mark.parametrize("kind", KINDS)
def test_no_known_pair_is_reported(kind: str) -> None:
    assert [(date, number) for date, number, _ in pairs(kind) if not fits(kind, number, date)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_neighbours_of_known_pairs_are_not_reported(kind: str) -> None:
    """The numbers before and after a known one fit its day, and it fits the weeks around that day."""
    reported = []
    for date, number, _ in pairs(kind):
        weeks = [dt.date.fromisoformat(date) + dt.timedelta(days) for days in (-7, 0, 7, 28)]
        around = [(near, date) for near in (number - 5, number - 1, number + 1, number + 5)]
        around += [(number, week.isoformat()) for week in weeks]
        reported += [one for one in around if numbers.plausible(kind, one[1]) and not fits(kind, *one)]
    assert reported == []


def levelled(kind: str) -> list[tuple[int, int]]:
    """The days of the known pairs, and the highest number that each day had reached."""
    return list(zip(*numbers._known(kind), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_yearly_rates_are_those_of_the_known_pairs(kind: str) -> None:
    """The least and the most between pairs at least a year apart, a tenth further apart."""
    rates = [
        (later - earlier) / (day - before) * 365
        for (before, earlier), (day, later) in combinations(levelled(kind), 2)
        if day - before >= 365
    ]
    assert numbers._PER_YEAR[kind] == (math.floor(min(rates) * 0.9), math.ceil(max(rates) * 1.1))


@pytest.mark.parametrize("kind", KINDS)
def test_slack_is_twice_what_known_pairs_are_away_from_the_rates(kind: str) -> None:
    slow, fast = (rate / 365 for rate in numbers._PER_YEAR[kind])
    away = [
        max(later - earlier - fast * (day - before), slow * (day - before) - (later - earlier))
        for (before, earlier), (day, later) in combinations(levelled(kind), 2)
    ]
    assert numbers._SLACK[kind] == math.ceil(max(away) * 2)


@pytest.mark.parametrize("kind", KINDS)
def test_no_pair_is_reported_in_a_gap(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever known pairs in a row are hidden, or all after one: the range that the others give holds them, too."""
    known = pairs(kind)
    reported = []
    for first in range(1, len(known)):
        for after in range(first + 1, len(known) + 1):
            monkeypatch.setattr(numbers, "KNOWN_NUMBERS", [row for _, _, row in known[:first] + known[after:]])
            forget()
            reported += [(date, n) for date, n, _ in known[first:after] if not fits(kind, n, date)]
    assert reported == []


@pytest.mark.parametrize(
    ("kind", "number", "date"),
    [
        ("document", 1622, "2025-07-10"),
        ("document", 162225, "2025-07-10"),
        ("document", 61225, "2025-07-10"),
        ("document", 1622, "2023-01-01"),
        ("document", 12218, "2025-07-10"),
        ("document", 16225, "2019-06-27"),
        ("document", 1492, "2019-06-27"),
        ("document", 19427, "2019-06-27"),
        ("document", 14297, "2019-06-27"),
        ("document", 13624, "2018-10-11"),
        ("declaration", 81, "2025-07-10"),
        ("declaration", 8177, "2025-07-10"),
        ("declaration", 439, "2025-07-10"),
        ("declaration", 77, "2023-01-01"),
        ("declaration", 68, "2019-06-27"),
        ("declaration", 860, "2019-06-27"),
        ("declaration", 608, "2019-06-27"),
    ],
)
def test_a_slip_is_reported(kind: str, number: int, date: str) -> None:
    assert not fits(kind, number, date)


@pytest.mark.parametrize("kind", KINDS)
@given(days=st.tuples(DAYS, DAYS))
def test_ranges_rise(kind: str, days: tuple[dt.date, dt.date]) -> None:
    earlier, later = (numbers.plausible(kind, day.isoformat()) for day in sorted(days))
    assert earlier is not None
    assert later is not None
    assert 1 <= earlier.lowest < earlier.highest
    assert earlier.lowest <= later.lowest
    assert earlier.highest <= later.highest


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_before_the_first_known_pair(kind: str) -> None:
    assert numbers.plausible(kind, "1970-01-30") is None


@pytest.mark.parametrize(("kind", "number"), [("document", "16225"), ("declaration", "817")])
def test_the_first_number_outside_the_range_is_reported(kind: str, number: str, original: str) -> None:
    found = numbers.plausible(kind, "2025-07-10")
    assert found is not None
    for other, expected in [(found.lowest - 1, 1), (found.lowest, 0), (found.highest, 0), (found.highest + 1, 1)]:
        text = original.replace(number, str(other))
        codes = [finding.code for finding in declparse.check(text, today=dt.date(2025, 7, 15))]
        assert codes == ["NUM004"] * expected
