"""Marks around and between words: they are none of the text, and take no word with them."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.cases import BASE, base
from support.strategies import GOOD

import declparse
from declparse import Document, pipeline
from declparse.canonical import Form

TODAY = dt.date(2026, 11, 23)
PAIRS = [("<sup>", "</sup>"), ("<sub>", "</sub>"), ("^", "^"), ("*", "*"), ("**", "**"), ("_", "_"), ("", "<br>")]


def words_of(document: Document) -> list[list[str]]:
    """The words of each text of a declaration, and of what could not be read."""
    data = declparse.to_dict(document)
    texts = [data["title"], data["disclaimer"], data["opening"]]
    texts += [paragraph["text"] for paragraph in data["paragraphs"]]
    texts += [entry["name"] for entry in data["legend"]]
    texts += [f"{one['given_names']} {one['surname']}" for one in data["signatories"]]
    return [(text or "").split() for text in texts]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("In the 20<sup>th</sup> century", "In the 20th century"),
        ("In the 20^th^ century", "In the 20th century"),
        ("5 km<sup>2</sup> burnt", "5 km2 burnt"),
        ("5 km^2^ burnt", "5 km2 burnt"),
        ("5 km² burnt", "5 km² burnt"),
        ("5 m<sup>1</sup> burnt", "5 m1 burnt"),
        ("CO<sub>2</sub> rose", "CO2 rose"),
        ("It burnt. <sup>Not one word is lost</sup>", "It burnt. Not one word is lost"),
        ("It burnt.<sup>Not\none word is lost</sup>", "It burnt.Not one word is lost"),
        ("a line<br>and another", "a line and another"),
        ("a line<br/>\nand another", "a line and another"),
        ("2^10 and 3^10 are numbers", "2^10 and 3^10 are numbers"),
        # Of a note only the number is a mark; the legend is note 1 here, so there is no note 6.
        ("Resolution 2558<sup>1</sup> says so", "Resolution 2558 says so"),
        ("Resolution 2558<sup>(1)</sup> says so", "Resolution 2558 says so"),
        ("Resolution 2558^1^ says so", "Resolution 2558 says so"),
        ("Resolution 2558¹ says so", "Resolution 2558 says so"),
        ("Resolution 2558[^1] says so", "Resolution 2558 says so"),
        ("about 10<sup>6</sup> loaves", "about 106 loaves"),
    ],
)
def test_superscripts_in_the_text(written: str, read: str) -> None:
    for old in ("Bread ovens in the villages of Europe", "We welcome such fires."):
        text = BASE.replace(old, written if old.startswith("We") else written.replace("\n", " "))
        document = declparse.parse(text)
        assert read in (document.title or "") + "".join(one.text for one in document.paragraphs)
        assert declparse.check(document, today=TODAY) == []


@given(st.sampled_from(GOOD), st.sampled_from(PAIRS), st.data())
def test_no_word_is_lost_by_marks(text: str, pair: tuple[str, str], data: st.DataObject) -> None:
    """Whichever word of title, text, names or legend has marks around it."""
    document = declparse.parse(text)
    texts = [document.title, *(one.text for one in document.paragraphs)]
    if "^" not in pair:  # no mark in lists
        texts += [one.name for one in document.legend]
        texts += [one.given_names for one in document.signatories if document.layout == "print"]
    start, end = data.draw(st.sampled_from([one.span for one in texts if one is not None]))
    word = data.draw(st.sampled_from([*re.finditer(r"[^\W\d_]+(?=\s|$)", text[start:end])]))
    first, last = start + word.start(), start + word.end()
    marked = text[:first] + pair[0] + text[first:last] + pair[1] + text[last:]
    assert words_of(declparse.parse(marked)) == words_of(document)


NOTES = ["<sup>1</sup>", "<sup>(1)</sup>", "[1]", "[^1]", "^1^", "¹", "(1)", r"\[1\]", " [1]", " (1)"]
HEADINGS = [
    "*{word}*{note}{colon}",
    "{word}{note}{colon}",
    "{word}{colon}{note}",
    "{word}{colon} {note}",
    "*{word}{note}{colon}*",
]
LEGENDS = ["{note} {line}", "{note}: {line}", "{note}\n{line}", "{note}:\n\n{line}"]
LANGUAGES = {"base.md": ("Signed", ":"), "night-trains-fr.md": ("Signé", " :")}


def assert_same(text: str, good: str, note: str = "") -> None:
    """The text says what the good one says, nothing is wrong with it, and the canonical layouts of both are one."""
    one, other = declparse.parse(text), declparse.parse(good)
    assert declparse.check(one, today=TODAY) == []
    left, right = declparse.to_dict(one), declparse.to_dict(other)
    assert {**left, "source": None} == {**right, "source": None}
    assert (one.list_note and one.list_note.value, one.legend_note and one.legend_note.value) == (1, 1)
    forms: tuple[Form, ...] = ("markdown", "plain")
    for form in forms if "\n" not in note else ():  # a number on a line of its own stays there
        laid_out = [pipeline.laid_out(pipeline.parse_all(each), form) for each in (text, good)]
        assert laid_out[0] == laid_out[1] is not None


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("note", NOTES)
def test_the_mark_of_the_note_in_any_form(name: str, note: str) -> None:
    """At the list heading, and before the legend."""
    word, colon = LANGUAGES[name]
    good = base(name)
    heading = f"*{word}*<sup>1</sup>{colon}"
    assert f"\n{heading}\n" in good
    for form in HEADINGS:
        written = form.format(word=word, note=note, colon=colon).replace("  ", " ")
        assert_same(good.replace(heading, written), good)
    line = good[good.index("\n1. ") + 4 :].split("\n")[0]
    for form in LEGENDS:
        assert_same(good.replace(f"1. {line}", form.format(line=line, note=note.strip())), good, form)


def test_marks_that_do_not_agree_are_found_in_any_form() -> None:
    text = BASE.replace("*Signed*<sup>1</sup>:", "Signed[^2]:").replace("1. ALDE", "[^1]: ALDE")
    assert [finding.code for finding in declparse.check(text, today=TODAY)] == ["NUM003"]


@pytest.mark.parametrize("line", ["(1) Signed", "Signed [a]:", "Signed [1:", "[12345] ALDE: Alliance of Liberals"])
def test_what_is_no_mark(line: str) -> None:
    heading = "1. ALDE: Alliance of Liberals and Democrats for Europe" if "ALDE" in line else "*Signed*<sup>1</sup>:"
    assert declparse.check(BASE.replace(heading, line), today=TODAY)


def test_the_blanks_that_pandoc_writes_after_its_marks_are_tidy() -> None:
    """The lines of a note are indented; bullets have more than one blank after them."""
    head, legend = BASE.split("1. ALDE", 1)
    lines = legend.replace("  \n", "\n\n    ")
    text = head.replace("*Signed*<sup>1</sup>:", "*Signed*[^1]:") + f"[^1]: ALDE{lines}"
    assert_same(text, BASE, "\n")
    bullets = re.sub(r"(?m)^(.+, [A-Z/]{2,6})(  )?$", r"-   \1", BASE)
    assert "\n-   ALBRECHTINGER" in bullets
    assert declparse.check(bullets, today=TODAY) == []
    indented = BASE.replace("ECPA: ", "    ECPA: ")
    assert [finding.code for finding in declparse.check(indented, today=TODAY)] == ["TXT006"]
