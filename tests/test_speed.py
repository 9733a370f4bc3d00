"""Speed, as ratios to something measured in the same run: machines differ and are busy. Start-up is in test_package.

Run by hand, `python -m pytest tests/test_speed.py -s` prints the figures.
"""

import datetime as dt
from collections.abc import Callable
from random import Random

import pytest
from conftest import TODAY
from markdown_it import MarkdownIt
from support.timing import best_ratio, seconds

import declparse

pytestmark = pytest.mark.alone

DAY = dt.date.fromisoformat(TODAY)


def test_parsing_and_checking_against_a_markdown_parser(original: str) -> None:
    markdown = MarkdownIt()
    declparse.check(original, today=DAY)

    def parse() -> float:
        return seconds(lambda: declparse.parse(original)) / seconds(lambda: markdown.parse(original))

    def check() -> float:
        return seconds(lambda: declparse.check(original, today=DAY)) / seconds(lambda: markdown.parse(original))

    assert best_ratio("parse 817 / markdown-it-py", 1.5, parse) <= 1.5
    assert best_ratio("parse and check 817 / markdown-it-py", 2.0, check) <= 2.0


def test_time_is_linear(original: str) -> None:
    """Twice the text, the list, the legend or the faults take about twice the time."""
    names = [f"N{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}{'X' * (i // 676)} Ann, Malta, ECPA  \n" for i in range(1200)]
    paragraph = "We call on all member States to keep the bread ovens of their villages warm and open.\n\n"
    stray = "%% page 2 of 3 %%  \nTILKI Attila, Hungary, ECPA  \n"

    texts: dict[str, Callable[[int], str]] = {
        "list": lambda n: original.replace("BONNEAU", "".join(names[: 200 * n]) + "BONNEAU"),
        "text": lambda n: original.replace("*Signed (see", paragraph * 100 * n + "*Signed (see"),
        "faults": lambda n: original.replace("TILKI Attila, Hungary, ECPA  \n", stray * 150 * n),
        "one line": lambda n: original.replace("We commend", "We commend " * 4000 * n),
        "blanks": lambda n: original.replace("We commend", " " * 20000 * n + "\nWe commend"),
        "garbled": lambda n: original.replace("We commend", "We commend " + "NÃ‰METH a\u200bb " * 1000 * n),
        "lost": lambda n: original.replace("TILKI", "TIL\ufffdKI Attila, Hun\ufffdary, ECPA  \n" * 300 * n + "TILKI"),
        "noise": lambda n: "%% ==\n12 July 2O2S\nTotal\n" * 400 * n,
    }
    for name, text in texts.items():

        def growth(text: Callable[[int], str] = text) -> float:
            one, four = (seconds(lambda size=size: declparse.check(text(size), today=DAY), 1) for size in (1, 4))  # type: ignore[misc]
            return four / one

        assert best_ratio(f"4 x {name} / 1 x {name}", 5.5, growth) <= 5.5, name


def test_time_of_collections_is_linear(original: str) -> None:
    """Four times the declarations in a file, good or damaged, or the lines of a list, take some four times the time."""
    names = [f"N{chr(65 + i // 26 % 26)}{chr(65 + i % 26)}{'X' * (i // 676)} Ann, Malta, ECPA  \n" for i in range(8000)]
    Random(1).shuffle(names)
    damaged = original.replace("10 July 2025", "").replace("TILKI", "%% page 2 of 3 %%  \nTILKI")
    texts: dict[str, Callable[[int], str]] = {
        "declarations": lambda n: original * 100 * n,
        "damaged declarations": lambda n: damaged * 25 * n,
        "shuffled list": lambda n: original.replace("BONNEAU", "".join(names[: 2000 * n]) + "BONNEAU"),
    }
    for name, text in texts.items():

        def growth(text: Callable[[int], str] = text) -> float:
            one, four = (seconds(lambda size=size: declparse.parse_all(text(size)), 1) for size in (1, 4))  # type: ignore[misc]
            return four / one

        assert best_ratio(f"4 x {name} / 1 x {name}", 5, growth) <= 5, name


def test_a_damaged_text_takes_a_few_times_as_long(original: str) -> None:
    """The search for the cheapest reading is needed only where something is wrong, and is quick even then."""
    damaged = original.replace("10 July 2025", "").replace("TILKI", "%% page 2 of 3 %%  \nTILKI")

    def ratio() -> float:
        return seconds(lambda: declparse.parse(damaged)) / seconds(lambda: declparse.parse(original))

    assert best_ratio("parse damaged / parse 817", 6, ratio) <= 6
