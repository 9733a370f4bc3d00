"""Marks around and between words: they are none of the text, and take no word with them."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_cases import BASE
from test_properties import GOOD

import declparse
from declparse import Document

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
    word = data.draw(st.sampled_from([*re.finditer(r"[^\W\d_]+(?=[\s.,;]|$)", text[start:end])]))
    first, last = start + word.start(), start + word.end()
    marked = text[:first] + pair[0] + text[first:last] + pair[1] + text[last:]
    assert words_of(declparse.parse(marked)) == words_of(document)
