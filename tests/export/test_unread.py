"""What could not be read is in the JSON all the same: each word of a text stands in a field, or in ``unread``."""

import json
from pathlib import Path

import pytest
from conftest import SAMPLES, Run
from support.fixed_words import fixed_words

import declparse


def read(text: str | bytes) -> tuple[list[tuple[str, str]], bool]:
    """What is unread of a text, and whether the object is complete."""
    document = declparse.to_dict(declparse.parse(text))
    return [(one["part"], one["text"]) for one in document["unread"]], document["complete"]


@pytest.mark.parametrize("path", sorted((SAMPLES / "good").iterdir()), ids=lambda path: path.name)
def test_a_good_declaration_is_complete(path: Path) -> None:
    assert read(path.read_bytes()) == ([], True)


@pytest.mark.parametrize(
    ("old", "new", "part", "text"),
    [
        ("Doc. 16225", "Doc. 16A25", "document_number", "Doc. 16A25"),
        ("No. 817", "No. 8l7", "declaration_number", "Written declaration No. 8l7"),
        ("10 July 2025", "31 June 2025", "date", "31 June 2025"),
        ("10 July 2025", "10 Juli 2025", "date", "10 Juli 2025"),
        ("Total = 23", "Total = XX", "declared_total", "Total = XX"),
        ("*Signed (see overleaf)*", "*Signed (see overlaef)*", "line", "Signed (see overlaef)"),
        ("We, the undersigned,", "We, the undresigned,", "opening", "We, the undresigned, declare the following:"),
        ("HOLLIK István, Hungary,", "HOLLIK István Hungary,", "signatories", "HOLLIK István Hungary, ECPA"),
        ("HOLLIK István, Hungary, ECPA", "HOLLIK István Hungary ECPA", "signatories", "HOLLIK István Hungary ECPA"),
        (
            "HOLLIK István, Hungary, ECPA",
            "HOLLIK István, Hun-\ngary, ECPA",
            "signatories",
            "HOLLIK István, Hun-gary, ECPA",
        ),
        ("TILKI Attila, Hungary, ECPA", "TILKI Attila", "signatories", "TILKI Attila"),
        ("TILKI Attila,", "%% page 2 of 3 %%  \nTILKI Attila,", "line", "%% page 2 of 3 %%"),
        ("We commend", "%% draft %%\n\nWe commend", "line", "%% draft %%"),
        ("NR: Rep", "NR Rep", "legend", "NR Representatives not belonging to a Political Group"),
        ("**Doc. 16225**\n", "**Doc. 16225**\n\n**Doc. 16225**\n", "document_number", "Doc. 16225"),
        ("Total = 23\n", "Total = 23\n\n**Total = 23**\n", "declared_total", "Total = 23"),
    ],
)
def test_what_cannot_be_read_has_the_name_of_its_part(original: str, old: str, new: str, part: str, text: str) -> None:
    assert old in original
    assert read(original.replace(old, new, 1)) == ([(part, text)], False)


def test_the_word_before_a_list_that_stands_elsewhere_is_read() -> None:
    text = "Signatories:\n\n1. Some words.\n\n" + "\n".join(["ABLE Ann, Italy, SOC"] * 6) + "\n\nTotal = 6\n"
    document = declparse.parse(text)
    assert len(document.signatories) == 6
    assert [text[start:end] for start, end in fixed_words(document)][:1] == ["Signatories"]


def test_the_line_of_a_new_edition_that_cannot_be_read() -> None:
    text = (SAMPLES / "good" / "dialects-2nd-edition.md").read_text(encoding="utf-8")
    assert read(text.replace("3 October 2025", "3 Octobre 2O25", 1))[0] == [("originally_tabled", "3 Octobre 2O25")]
    assert read(text.replace("3 October 2025", "31 September 2025", 1))[0] == [
        ("originally_tabled", "31 September 2025")
    ]


def test_of_two_editions_one_is_in_the_object_the_other_is_not() -> None:
    text = (SAMPLES / "good" / "dialects-2nd-edition.md").read_text(encoding="utf-8")
    assert read(text.replace("2nd edition", "3rd edition", 1))[0] == [
        ("edition", "2nd edition, originally tabled on 3 October 2025")
    ]


def test_what_was_read_as_meant_is_complete(original: str) -> None:
    """A part in another place is read there."""
    title = "## Amnesty law in Kazakhstan marking 30 years of the Constitution"
    moved = original.replace(title, "").replace(
        "**Written declaration No. 817**", f"**Written declaration No. 817**\n\n{title}"
    )
    assert [one.code for one in declparse.check(moved)] == ["STR003"]
    assert read(moved) == ([], True)
    assert read(original.replace("10 July 2025\n", "")) == ([], True)
    assert read(original.replace("reflect the position", "mirror the position")) == ([], True)


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("", []),
        ("\n---\n", [("document", "---")]),
        (
            "Dear colleagues,\n\nplease **find** it <!-- here --> attached.\n",
            [("document", "Dear colleagues, please find it attached.")],
        ),
        ("---\ntitle: A\n---\nDear colleagues,\n", [("document", "Dear colleagues,")]),
        (
            "# Motion for a resolution\n\nDoc. 12000\n\nThe Assembly …",
            [("document", "Motion for a resolution Doc. 12000 The Assembly …")],
        ),
    ],
)
def test_another_kind_is_one_entry_with_all_of_it(text: str, unread: list[tuple[str, str]]) -> None:
    assert read(text) == (unread, False)


def test_lines_with_bytes_that_are_no_text_are_unread(original: str) -> None:
    data = original.encode().replace("É".encode(), b"\xc9")
    assert read(data) == ([("line", "N\ufffdMETH Zsolt, Hungary, ECPA")], False)


def test_superscripts_are_text_and_footnote_marks_are_not(original: str) -> None:
    text = original.replace(
        "We commend",
        "The 20<sup>th</sup> century, 5 km<sup>2</sup>, <sup>not one word</sup> is lost<sup>1</sup>.\n\nWe commend",
    )
    document = declparse.to_dict(declparse.parse(text))
    assert document["paragraphs"][3]["text"] == "The 20th century, 5 km2, not one word is lost."
    assert document["complete"] is True


def test_entries_have_their_places(original: str) -> None:
    text = original.replace("Total = 23", "Total = XX").replace("HOLLIK István, Hungary", "HOLLIK István Hungary")
    unread = declparse.to_dict(declparse.parse(text), locations=True)["unread"]
    assert [one["part"] for one in unread] == ["signatories", "declared_total"]
    for one in unread:
        place = one["location"]
        assert text[place["start"]["offset"] : place["end"]["offset"]] == one["text"]


def test_convert_ends_with_1_where_something_is_unread(run: Run, original: str) -> None:
    done = run("convert", "-", text=original.replace("Total = 23", "Total = 23\n\nTotal = 23"))
    assert (done.returncode, json.loads(done.stdout)["complete"]) == (1, False)
    assert run("convert", "-", text=original).returncode == 0
