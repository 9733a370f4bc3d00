"""Furniture of pages: wherever it stands, it is one finding, no part of the document, and removed by one fix."""

import datetime as dt
import re
from itertools import product
from random import Random

import damages
import pytest

import declparse
from declparse.source import Span

TODAY = dt.date(2026, 11, 23)
ADDRESS = "F - 67075 Strasbourg Cedex | assembly@coe.int | Tel: +33 3 88 41 2000 | assembly.coe.int"
SAMPLES = [*product(damages.SAMPLES, damages.FORMS)]
KINDS = {
    "page break": "\x0c",
    "figure": "\n2\n\n",
    "page number": "- 2 -\n",
    "page of pages": "\nPage 2 of 3\n\n",
    "address": f"\n{ADDRESS}\n\n",
    "address and break": f"{ADDRESS}\n\x0c",
    "head": "\n\x0c{} Written declaration\n\n",
    "head and figure": "2\n{}\n",
    "foot and head": "\n2\n\n\x0c{} Written declaration\n\n",
    "with blanks": "\n                    2\n \n\x0c  {}  \n\n",
    "all": f"\n{ADDRESS}\n\n2\n\x0c{{}}\n\n",
}


def said(text: str) -> dict[str, object]:
    return declparse.to_dict(declparse.parse(text)) | {"source": None}


def codes(text: str) -> list[str]:
    return [one.code for one in declparse.check(text, today=TODAY)]


def printed(text: str, kind: str, place: int) -> str:
    """Return the text with furniture of that kind at that place."""
    number = re.findall(r"Doc\. \d+", text)[0]
    return text[:place] + KINDS[kind].format(number) + text[place:]


def line_starts(text: str) -> list[int]:
    """Return where the lines start that are not blank, but for the first, above which no page ends."""
    return [match.start() for match in re.finditer(r"(?m)(?<=\n)^(?=.)", text)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("sample", "form"), SAMPLES)
def test_no_page_end_between_lines_changes_the_document(sample: str, form: str, kind: str) -> None:
    text = damages.document(sample, form).text
    starts = line_starts(text)
    for place in Random(f"{sample} {form} {kind}").sample(starts, 8):
        paged = printed(text, kind, place)
        assert (codes(paged), said(paged)) == (["TXT007"], said(text)), paged
        mended = declparse.fix(paged, today=TODAY)
        assert (mended.left, said(mended.text)) == ((), said(text)), mended.text
        assert declparse.fix(mended.text, today=TODAY).text == mended.text
        laid = declparse.format(paged)
        assert laid is not None, paged
        assert (said(laid), declparse.format(laid)) == (said(text), laid)
        assert codes(laid) == ["TXT007"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_sentence_that_a_page_end_divides_is_one(kind: str, line_end: str) -> None:
    text = damages.document("declaration-817", "plain").text
    place = text.index("criminal policy")
    paged = printed(text[:place].rstrip() + "\n" + text[place:], kind, place).replace("\n", line_end)
    assert (codes(paged), said(paged)) == (["TXT007"], said(text))
    mended = declparse.fix(paged, today=TODAY).text
    assert said(mended) == said(text)
    assert re.search(f"Kazakhstan's{line_end}criminal policy", mended)
    assert {*re.findall("\r\n|\r|\n", mended)} == {line_end}


def test_furniture_is_named_with_its_places() -> None:
    text = damages.document("declaration-817", "plain").text
    paged = printed(text, "foot and head", text.index("MITREA"))
    (stretch,) = declparse.parse(paged).furniture
    assert paged[slice(*stretch)] == "\n2\n\n\x0cDoc. 16225 Written declaration\n\n"
    assert declparse.parse(text).furniture == ()
    (finding,) = declparse.check(paged, today=TODAY)
    assert finding.span == Span(stretch.start + 1, stretch.end - 2)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("MITREA", "Doc. 16225\nMITREA", ["STR004"]),  # the number again, and no other sign of a page
        ("MITREA", "www.example.org\nMITREA", ["STR005"]),
        ("MITREA", "https://www.coe.int/en/web/portal\nMITREA", ["STR005"]),
        ("Total = 23", "Total =\n\n23", ["SIG007", "STR005"]),
        ("MITREA", "Doc. 16226\n\nMITREA", ["STR004"]),
        ("MITREA", "\n2\n\nDoc. 16226\n\nMITREA", ["TXT007", "STR004"]),  # the number of another document
    ],
)
def test_what_is_no_furniture(old: str, new: str, found: list[str]) -> None:
    text = damages.document("declaration-817", "plain").text
    assert codes(text.replace(old, new)) == found


def test_several_documents_in_a_file_have_their_own_numbers() -> None:
    """A document that begins behind a page break has no running head on its first page, also with the same number."""
    english = damages.document("night-trains", "plain").text
    french = damages.document("night-trains-fr", "plain").text
    documents = declparse.parse_all(f"{english}\n2\n\n\x0c{french}\x0c")
    assert [one.language for one in documents] == ["en", "fr"]
    assert [declparse.to_dict(one) | {"source": None} for one in documents] == [said(english), said(french)]
    assert [[one.code for one in declparse.check(document, today=TODAY)] for document in documents] == [["TXT007"]] * 2


LEGEND = damages.document("declaration-817", "plain").text.partition("Total = 23")[2].strip("\n")


def footnoted(place: str, after: str) -> str:
    """Return a text with its legend, and what follows it, before a line."""
    text = damages.document("declaration-817", "plain").text.replace(LEGEND, "").rstrip() + "\n"
    return text.replace(place, f"{LEGEND}\n{after}{place}")


@pytest.mark.parametrize("gap", ["", "\n", "\n\n\n"])
def test_the_legend_may_come_before_the_total(gap: str) -> None:
    text = damages.document("declaration-817", "plain").text
    moved = footnoted("Total = 23", gap)
    assert (codes(moved), said(moved)) == ([], said(text))
    assert said(declparse.format(moved) or "") == said(text)


@pytest.mark.parametrize("kind", ["page break", "page number", "address and break", "foot and head"])
@pytest.mark.parametrize("place", ["BONNEAU", "MITREA", "YILDIZ"])
def test_the_legend_may_stand_at_the_end_of_a_page(place: str, kind: str) -> None:
    text = damages.document("declaration-817", "plain").text
    paged = footnoted(place, KINDS[kind].format("Doc. 16225"))
    assert (codes(paged), said(paged)) == (["TXT007"], said(text))
    mended = declparse.fix(paged, today=TODAY)  # the legend goes below the list: no sign of pages is left
    assert (mended.left, said(mended.text)) == ((), said(text)), mended.text
    assert mended.text.index("TILKI") < mended.text.index(LEGEND) < mended.text.index("Total = 23")


def test_in_the_midst_of_the_list_the_legend_is_misplaced_without_a_sign_of_pages() -> None:
    assert codes(footnoted("MITREA", "")) == ["STR003"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("NICULESCU", "%% ==\nNICULESCU", ["STR005"]),
        ("SHOPOV Clement, Bulgaria, NR", "SHOPOV Clement, Bulgaria NR", ["SIG004"]),
        ("Group of the European People's Party", "Group of the European\nPeople's Party", []),
    ],
)
def test_a_fault_beside_a_footnote_is_one(old: str, new: str, found: list[str]) -> None:
    for place, after in (("NICULESCU", "\n2\n\n\x0c"), ("Total = 23", "")):
        text = footnoted(place, after).replace(old, new)
        assert sorted(codes(text)) == sorted([*found, *(["TXT007"] if after else [])]), text


@pytest.mark.parametrize("kind", KINDS)
def test_where_each_line_is_a_paragraph_a_divided_one_is_one_line(kind: str) -> None:
    text = damages.document("declaration-817", "dense").text
    place = text.index("criminal policy")
    paged = printed(text[:place].rstrip() + "\n" + text[place:], kind, place)
    assert (codes(paged), said(paged)) == (["TXT007"], said(text))
    assert declparse.fix(paged, today=TODAY).text == text
