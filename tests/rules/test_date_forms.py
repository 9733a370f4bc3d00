"""Dates in other forms: a day is read only where no other can be meant."""

from collections.abc import Sequence

import pytest

from declparse.document import MONTHS
from declparse.rules.support import date_forms

CERTAIN = (
    *("10 Juli 2025", "10 july 2025", "10 JULY 2025", "10th July 2025", "July 10, 2025", "2025-07-10", "10.July.2025"),
    *("10 Jul 2025", "10 Jul. 2025", "Thursday, 10 July 2025", "10July2025", "10 July, 2025", "the 10th of July 2025"),
    *("10 Juillet 2025", "2025/7/10", "10TH JULY 2025", "2025 July 10"),
)
LIKELY = ("10 Jly 2025", "10 Julyy 2025", "10 Jukly 2025")
OPEN = (
    *("10/07/2025", "10.07.2025", "7 10 2025", "2025 10", "10 July", "July 2025", "10 July 25", "10 July 20255"),
    *("100 July 2025", "1O July 2025", "10 July 2O25", "10 Jule 2025", "10 Ju 2025", "XX July 2025", "[date]", ""),
    *(
        "31 Juni 2025",
        "2025-06-31",
        "2025-13-07",
        "Friday 10 July 2025",
        "10 July 2025 in Strasbourg",
        "10–11 July 2025",
    ),
    *("10 or 11 July 2025", "July July 10, 2025", "٢٠٢٥-٠٧-١٠", "07-2025-07", "13-0005-07"),
    *("010 July 2025", "013/07/2025", "2025-07-13 10:30", "10 De 2025", "10 Spring 2025"),
)


@pytest.mark.parametrize("text", CERTAIN)
def test_certain(text: str) -> None:
    meant = date_forms.read(text)
    assert meant is not None
    assert (meant.date.iso, meant.certain) == ("2025-07-10", True)


@pytest.mark.parametrize("text", LIKELY)
def test_likely(text: str) -> None:
    meant = date_forms.read(text)
    assert meant is not None
    assert (meant.date.iso, meant.certain) == ("2025-07-10", False)


@pytest.mark.parametrize("text", OPEN)
def test_open(text: str) -> None:
    assert date_forms.read(text) is None


@pytest.mark.parametrize("text", ["13/07/2025", "07/13/2025", "2025-07-13", "13.7.2025"])
def test_figures_of_which_one_is_no_month(text: str) -> None:
    meant = date_forms.read(text)
    assert meant is not None
    assert meant.date.iso == "2025-07-13"


def test_figures_for_day_and_month_that_are_the_same() -> None:
    meant = date_forms.read("7/7/2025")
    assert meant is not None
    assert meant.date.iso == "2025-07-07"


WEEK = ["Monday 7", "Tuesday 8", "Wednesday 9", "Thursday 10", "Friday 11", "Saturday 12", "Sunday 13"]


@pytest.mark.parametrize("day", WEEK)
def test_days_of_the_week(day: str) -> None:
    meant = date_forms.read(f"{day} July 2025")
    assert meant is not None
    assert meant.date.day == int(day.split()[1])
    assert date_forms.read(f"{day.split()[0]} 14 July 2025") is None or day == "Monday 7"


LISTS = [MONTHS["fr"], *map(str.split, date_forms._OTHER_LANGUAGES)]


def test_no_word_is_two_months() -> None:
    for names in LISTS:
        assert [date_forms._IN_ANY_LANGUAGE[name.lower()] for name in names] == [*range(1, 13)]


@pytest.mark.parametrize("names", LISTS, ids=lambda names: names[0])
def test_months_of_other_languages(names: Sequence[str]) -> None:
    assert len(names) == 12
    for number, name in enumerate(names, 1):
        meant = date_forms.read(f"9 {name} 2025")
        assert meant is not None, name
        assert (meant.date.month, meant.certain) == (number, True)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("13/12/2025", "2025-12-13"),
        ("12/13/2025", "2025-12-13"),
        ("12.12.2025", "2025-12-12"),
        ("1/1/2025", "2025-01-01"),
        ("12/11/2025", None),
        ("11/12/2025", None),
        ("1 July 2025", "2025-07-01"),
        ("1st July 2025", "2025-07-01"),
        ("2nd July 2025", "2025-07-02"),
        ("3rd July 2025", "2025-07-03"),
        ("9 Jul 2025", "2025-07-09"),
    ],
)
def test_which_figure_is_the_day(text: str, iso: str | None) -> None:
    meant = date_forms.read(text)
    assert (meant.date.iso if meant else None) == iso
