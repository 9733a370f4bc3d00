"""Shapes of the format stand in the grammar files: modules ask for them by name, and none says one again."""

import re
from pathlib import Path
from typing import cast

import pytest
from conftest import ROOT

from declparse.document import Language
from declparse.rules.support.parts import DISCLAIMERS, EXAMPLES
from declparse.syntax import grammars
from declparse.syntax.engine import load, shape
from declparse.syntax.tree import Token

MODULES = sorted(ROOT.glob("declparse/**/*.py"))
# Others of the search have expressions of what is no shape of the format: Markdown and HTML, and white space.
OTHERS = {"broken", "engine", "fields", "furniture", "lalr", "outside", "reading"}
WITH_NONE = [path for path in sorted(ROOT.glob("declparse/syntax/*.py")) if path.stem not in OTHERS]
SHAPES = [
    ("ENTRY_WITH_COMMA", "ECPA,", "Ecpa,"),
    ("ENTRY_WITH_COMMA", "EPP/CD,", "EPP/CDU,"),
    ("COPIED_ALONG", "©", "Seite"),
    ("SIGNATORY_AT_END", "Mr Andres\nHERKEL, Estonia, EPP/CD", "Mr Andres HERKEL, Estonia, EPP/"),
    ("WHOLE_SIGNATORY", "Mr Andres HERKEL, Estonia, EPP/CD ", "HERKEL, EPP/CD"),
    ("BROKEN_GROUP", "/\n", "/"),
    ("BARE_SURNAME", "d'Angelosanto,", "NÉMETH,"),
    ("BARE_SURNAME", "Van den Brande,", "Luca Brande,"),
    ("NAME_ALONE", "NÉMETH J.-Zsolt", "NÉMETH, Zsolt"),
    ("MAC_NAME", "McN", "Mcn"),
    ("ENTRY_WITHOUT_COLON", "1. EPP/CD", "EPP:"),
    ("ENTRY_WITHIN", "EPP/CD :", "1:"),
    ("EDITION_FIRST", "2nd edition", "second edition"),
    ("EDITION_MEANT", "2 ed.,", "second edition"),
    ("TABLED_ON", "Originally tabled\non", "tabled on"),
    ("DIVIDERS_OF_DATE", " / ", " ; "),
    ("OPEN_IN_A_DRAFT", "[ ]", "12"),
    ("LIST_WORD", "**Signatories:", "We, signatories:"),
    ("ANY_LIST_WORD", "Singatories:", "Signed:"),
    ("NOTE_MARK", "[^1]:", "1ab"),
    ("NOTE_MARK", "<sup>1</sup>", "123"),
    ("UNFINISHED_NAME", "ALDE: Alliance of Liberals and", "ALDE: Alliance of Liberals"),
    ("UNFINISHED_NAME", "ECPA: European", "ECPA: European Conservatives"),
    ("UNFINISHED_NAME", "EPP/CD: Group of the European", "GUE: Group of the Unified European Left"),
    ("UNFINISHED_NAME", "ADLE: Alliance des démocrates et des", "ADLE: Alliance des démocrates"),
    ("REST_OF_NAME", "Democrats for Europe", "EPP: Democrats"),
    ("REST_OF_NAME", "People's Party", "© Council of Europe"),
    ("DECLARATION_NUMBER_MEANT", "Declaraton 8", "Resolution 8"),
    ("NUMBER_MEANT", "8", "a"),
    ("NUMBERS_ALONE", "(2nd)", "page 2"),
    ("EARLY_NUMBER", "Doc. 7354", "Doc. 9354"),
    ("DATE_MEANT", "10 Jully 2025", "10 July 25"),
    ("PLACEHOLDER_OF_DATE", "[to be added]", "to be added"),
    ("YEAR_ALONE", "2025", "20255"),
    ("DATE_IN_TEXT", "31st of June 2025", "31 of 2025"),
    ("DATE_IN_TEXT", "31st of June", "29th of June"),
]


@pytest.mark.parametrize(("name", "one", "other"), SHAPES)
def test_a_shape_is_that_of_its_example(name: str, one: str, other: str) -> None:
    assert shape(name).fullmatch(one)
    assert not shape(name).fullmatch(other)


def test_what_divides_numbers_stands_between_them() -> None:
    found = shape("DIVIDER_OF_NUMBERS").finditer("Written declaration No. 648, Doc. 14459 of 19/12/2017")
    assert [one[0] for one in found] == [", ", " of ", "/", "/"]


def test_a_particle_is_elided_before_a_name() -> None:
    assert [shape("ELIDED_PARTICLE").match(name) is not None for name in ("d’Este", "De Este", "d’")] == [
        True,
        False,
        False,
    ]


def test_each_shape_is_asked_for() -> None:
    asked = {name for path in MODULES for name in re.findall(r'shape\("(\w+)"\)', path.read_text("utf-8"))}
    assert asked == {*grammars.tables("shapes").patterns}


@pytest.mark.parametrize("path", WITH_NONE, ids=lambda path: path.stem)
def test_no_module_says_itself_how_the_format_looks(path: Path) -> None:
    assert not re.search(r"\bre\.(?!Pattern|Match)", path.read_text("utf-8"))


@pytest.mark.parametrize("path", [one for one in MODULES if one.name != "marks.py"], ids=lambda path: path.stem)
def test_marks_are_defined_in_one_module(path: Path) -> None:
    assert not re.search(r"\*_[#\\]|\[bp\]|br \?|#\{1,6\}|⁰¹²³", path.read_text("utf-8"))


@pytest.mark.parametrize(("language", "kind"), [("en", "KNOWN_DISCLAIMER"), ("fr", "KNOWN_DISCLAIMER_FR")])
def test_the_grammar_knows_the_disclaimers_of_the_examples_and_no_others(language: Language, kind: str) -> None:
    known = DISCLAIMERS[language]
    assert EXAMPLES[language]["disclaimer"] == known[0]
    for text in known:
        tree = load("fields").parse("disclaimer", text, 0, len(text))
        assert tree is not None
        assert cast("Token", tree.children[0]).type == kind
    # Each word of the grammar's pattern is one of them.
    pattern = re.sub(r"\\(.)|\[ \n\]\+|[^\w\s]", " ", load("fields").pattern(kind).pattern)
    assert {*pattern.split()} <= {word for text in known for word in re.findall(r"\w+", text)}
