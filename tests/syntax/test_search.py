"""The search for the cheapest reading: its costs, its tables, and that it finds what the quick way finds."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from conftest import SAMPLES

from declparse.syntax import grammar_of, parse, quick, search
from declparse.syntax.engine import load
from declparse.syntax.kinds import COSTS, KINDS, SUPPLIED
from declparse.syntax.layouts import LAYOUTS, Layout
from declparse.syntax.lines import lines
from declparse.syntax.reading import NormalizedText

GOOD = [SAMPLES / "declaration-817.md", *sorted((SAMPLES / "good").iterdir())]
ORIGINAL = GOOD[0].read_text("utf-8")


def test_what_must_be_dearer() -> None:
    """The values do not matter, these do: each with the text that is read wrongly without it."""
    misplaced = COSTS.supply + COSTS.aside
    # A title that looks like a date, alone in its place, is a title: no second date, with the title missing.
    assert COSTS.little < COSTS.sure < misplaced
    # The only date, below the title, is a date in the wrong place, and no title or paragraph.
    assert COSTS.wanted > misplaced
    # A paragraph that looks like a signatory does not end the text; three of them are a list that stands too early.
    assert COSTS.little < COSTS.supply < COSTS.list
    assert COSTS.list > COSTS.aside + 2 * COSTS.next_line
    # A list without its heading is a list.
    assert COSTS.sure > COSTS.supply
    # A page number in the place of the title is the title only if nothing else is: neither costs nothing.
    assert COSTS.scrap < COSTS.stray < COSTS.scrap + COSTS.supply
    # The copy of the title on each page is a copy, and no paragraph.
    assert COSTS.copy < COSTS.twice
    # A line "24 January 2024" between two lines of a paragraph belongs to it; one before the title does not.
    assert COSTS.within < COSTS.aside < COSTS.little + COSTS.led
    # The number of another declaration never makes a title of itself.
    assert COSTS.heading > misplaced + COSTS.aside
    # The header on each page of a web page is a copy of three pieces, and begins no declaration that has no list.
    assert COSTS.again + COSTS.supply > 3 * COSTS.copy
    # Words in the place of the date are the date, wrongly written, and no line too many beside a date that is missing;
    # but the words of the title are not, which leaves the title missing.
    assert COSTS.meant < COSTS.supply < COSTS.placed < misplaced
    # A list with semicolons but without groups is one rather than none.
    assert COSTS.shape < COSTS.supply
    # Two lines that changed places differ by no more than which of them it is.
    assert COSTS.later * 1000 < min(cost for cost in COSTS if cost != COSTS.later)


@pytest.mark.parametrize("layout", {one for layouts in LAYOUTS.values() for one in layouts if one.lacks})
def test_no_layout_is_chosen_for_what_it_lacks(layout: Layout) -> None:
    """Without a sign, another layout costs more than the parts of today's print that it has no place for."""
    today, other = (quick.start(name, rule) for name, rule in (("print", "declaration"), (layout.grammar, layout.rule)))
    assert search.unshown(layout) > search.ahead(today) - search.ahead(other) > 0


def test_the_tables_name_what_the_grammar_has() -> None:
    kinds = {name for name in load("web").kinds.groupindex if not name.startswith("_")} - {"RULE"}
    assert set(KINDS) == kinds
    assert set(SUPPLIED) <= kinds


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_good_text_costs_nothing_and_is_read_as_without_a_search(path: Path) -> None:
    text = NormalizedText(path.read_text("utf-8")).text
    name = grammar_of(text)
    found = lines(load(name), text)
    at_once = quick.read(text, found, name)
    assert at_once is not None
    searched = search.read(text, found, name)
    assert sum(one.cost for one in searched) == 0
    assert [one.layout for one in searched] == [one.layout for one in at_once]
    assert [step.kind for step in searched[0].steps] == [step.kind for step in at_once[0].steps]


def test_several_declarations_are_read_as_each_by_itself() -> None:
    texts = [NormalizedText(path.read_text("utf-8")).text for path in GOOD]
    trees = parse("\n\n".join(texts))
    assert [tree.data for tree in trees] == [parse(text)[0].data for text in texts]


@pytest.mark.parametrize("seed", range(20))
def test_no_order_of_lines_is_without_a_reading(seed: int) -> None:
    """Whatever the lines are, each is read or set aside, and what is missing is said."""
    chance = Random(seed)
    rows = "\n".join(path.read_text("utf-8") for path in chance.sample(GOOD, 2)).split("\n")
    chance.shuffle(rows)
    text = NormalizedText("\n".join(rows)).text
    name = grammar_of(text)
    found = lines(load(name), text)
    readings = search.read(text, found, name)
    assert sum(len(one.steps) for one in readings) == len(found)
    assert [one.begin for one in readings] == [
        sum(len(one.steps) for one in readings[:i]) for i in range(len(readings))
    ]
    assert len(parse(text)) == len(readings)


def test_the_first_signs_of_a_layout_decide_where_it_could_be_two() -> None:
    """Without a total, a text of today lacks it; one of 2001 does not."""
    without = ORIGINAL.replace("Total = 23", "")
    assert parse(without)[0].data == "declaration"
    assert parse(without.replace("10 July 2025", "10 July 2001"))[0].data == "declaration_2001"


def test_a_line_that_is_set_aside_does_not_divide_what_is_missing_from_its_place() -> None:
    text = ORIGINAL.replace("10 July 2025", "%% page 2 %%")
    name = grammar_of(text)
    found = lines(load(name), text)
    (reading,) = search.read(text, found, name)
    (title,) = [step for step in reading.steps if step.supplied]
    assert (title.supplied, title.place) == (("DATE",), 1)


def test_the_program_for_developers_prints_the_path() -> None:
    command = [sys.executable, "-m", "declparse.syntax", str(GOOD[0])]
    rows = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.splitlines()
    assert rows[0] == "declaration: 0.0"
    assert [row.split()[1] for row in rows[1:4]] == ["DOCUMENT_NUMBER", "DATE", "HEADLINE"]
    assert len(rows) == 17
