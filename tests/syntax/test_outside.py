"""What is no part of the document: comments and front matter are passed over, and kept."""

import datetime as dt
from pathlib import Path
from random import Random

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from support.cases import BASE
from support.strategies import GOOD

import declparse
from declparse import fixes, pipeline, source

TODAY = dt.date(2026, 11, 23)
COMMENT = "<!-- ask *Britta*  (tel. \u200b12)\n\tDoc. 999, КEMPF -->"
FRONT_MATTER = [
    '---\ntitle: "Amnesty"\nlayout: page\n---\n',
    "---\ntags:\n- a\n- b\n\n  deeper: 1\n# why\n---\n",
    "+++\ntitle = 'x'\ndate = 2025-01-01\n+++\n",
    "---\nkey: value\n---  \n\n\n",
]


def said(text: str) -> dict[str, object]:
    return declparse.to_dict(declparse.parse(text)) | {"source": None}


def codes(text: str) -> list[str]:
    return [finding.code for finding in declparse.check(text, today=TODAY)]


def laid_out(text: str) -> str | None:
    return pipeline.laid_out(pipeline.parse_all(text), "markdown")


@pytest.mark.parametrize("front", FRONT_MATTER)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter(front: str, end: str) -> None:
    text = (front + BASE).replace("\n", end)
    assert (said(text), codes(text)) == (said(BASE), [])
    laid = laid_out(text)
    assert laid is not None
    assert laid.startswith(front.rstrip())
    assert laid.endswith(BASE)
    assert laid_out(laid) == laid


@pytest.mark.parametrize(
    "front",
    [
        "---\n",  # a dividing line
        "---\n\n",
        "---\n**Doc. 16195**\n---\n",
        "---\nkey: value\n",  # never closed
        "---\nkey: value\n+++\n",
        "---\nTotal = 22\n---\n",
        "---\nALDE: Alliance of Liberals and Democrats for Europe\n---\n",
        "---\nSigned: 1\n---\n",
        "---\n    KEMPF Martina, Germany, ECPA\n---\n",
        "---\n# A title\n---\n",
        "---\nSome words of a text.\n---\n",
        "\n---\nkey: value\n---\n",  # not the first line
        "----\nkey: value\n----\n",
    ],
)
def test_what_is_no_front_matter(front: str) -> None:
    assert declparse.parse(front + BASE).outside == ()


PLACES = [
    *("**Doc. 16195**", "10 June 2025", "## Bread ovens", "Written declaration", "This written", "We, the undersigned"),
    *(
        "In many",
        "the church",
        "The oven of",
        "*Signed (see",
        "*Signed*<sup>",
        "ALBRECHTINGER",
        "Austria, EPP",
        ", SOC",
    ),
    *("Total", "= 22", "1. ALDE", "ECPA: ", "Greens Group"),
]


@pytest.mark.parametrize("comment", ["<!-- one -->", COMMENT])
@pytest.mark.parametrize("form", ["{}\n{}", "{}\n\n{}", "{} {}", "{}\n{}\n\n"])
@pytest.mark.parametrize("place", PLACES)
def test_comments(place: str, form: str, comment: str) -> None:
    """Before a line, on lines of their own, in the midst of one: nothing is said of them, and all of them is kept."""
    before = form.removesuffix("{}").format(comment) if form.endswith("{}") else f"{comment}\n\n"
    start = BASE.index(place)
    if "\n" in form:
        start = BASE.rindex("\n", 0, start) + 1 if "\n" in BASE[:start] else 0
    text = BASE[:start] + before + BASE[start:]
    assert (said(text), codes(text)) == (said(BASE), [])
    laid = laid_out(text)
    assert laid is not None
    assert comment in laid
    assert laid_out(laid) == laid
    wrong = text.replace("Kadri, Estonia", "Kadri, ESTONIA").replace("Total = 22", "Total  = 22")
    mended = fixes.apply(
        source.from_text(wrong), lambda one: declparse.check(one, today=TODAY), safeties=fixes.SAFE_AND_UNSAFE
    )
    assert mended.source.text == text


@given(st.sampled_from(GOOD), st.integers(0, 10**6))
def test_a_comment_between_words_changes_nothing(text: str, seed: int) -> None:
    blanks = [
        place
        for place, letter in enumerate(text)
        if letter == " " and text[place + 1].isalpha() and text[place - 1].isalpha()
    ]
    place = Random(seed).choice(blanks)
    commented = text[:place] + " " + COMMENT + text[place:]
    assert said(commented) == said(text)


def test_a_comment_at_the_end_and_two_on_a_line() -> None:
    for text in (BASE + "<!-- end -->", BASE + "\n<!-- a --> <!-- b -->\n", f"<!-- a -->\n{BASE}"):
        assert (said(text), codes(text)) == (said(BASE), [])
        assert (laid_out(text) or "").count("<!--") == text.count("<!--")


@pytest.mark.parametrize("text", ["<!-- nothing -->", "<!-- a -->\n\n<!-- b\n-->\n", "---\nkey: value\n---\n"])
def test_nothing_but_comments_is_an_empty_file(text: str, run: Run, tmp_path: Path) -> None:
    (finding,) = declparse.check(text, today=TODAY)
    assert (finding.code, finding.message) == ("STR001", "The file is empty; a written declaration was expected")
    (tmp_path / "a.md").write_text(text, "utf-8")
    done = run("check", "--output-format", "concise")
    assert "The file is empty" in done.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("10 June 2025\n", "10 June 2025\n\n<!-- open\n"),
        ("We welcome such fires.", "We welcome <!-- such fires."),
        ("Hedwig, Austria, EPP/CD", "Hedwig, Austria, EPP/CD <!-- late"),
        ("Total = 22", "Total = 22\n\n<!-- open, and <!-- again"),
        ("10 June 2025\n", "10 June 2025\n\n<!-- open\n\n<!-- closed -->\n"),
    ],
)
def test_a_comment_that_is_not_closed(old: str, new: str) -> None:
    text = BASE.replace(old, new)
    (finding,) = declparse.check(text, today=TODAY)
    assert finding.code == "STR005"
    assert finding.message.startswith("A comment is opened here that is never closed: '<!-- ")
    assert text.startswith("<!--", finding.span.start)
