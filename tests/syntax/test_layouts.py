"""Every layout and both languages: what is read from one declaration in different forms, and from many in one file."""

import datetime as dt
import re
import textwrap
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

import declparse

TODAY = dt.date(2026, 11, 23)
GOOD = {path.name: path.read_text(encoding="utf-8") for path in sorted((SAMPLES / "good").iterdir())}
LAYOUTS = {
    "night-trains.md": ("print", "declaration", "en"),
    "night-trains-fr.md": ("print", "declaration", "fr"),
    "night-trains-web.md": ("web", "declaration_web", "en"),
    "night-trains-web-fr.md": ("web", "declaration_web", "fr"),
    "ferries-2008.md": ("print", "declaration", "en"),
    "beekeepers-2001.txt": ("print", "declaration_2001", "en"),
    "sundials-1995.txt": ("print", "declaration_1995", "en"),
}


def said(text: str) -> dict[str, Any]:
    """What the text says, without where it comes from."""
    return {name: value for name, value in declparse.to_dict(declparse.parse(text)).items() if name != "source"}


def all_said(text: str) -> list[dict[str, Any]]:
    documents = declparse.parse_all(text)
    return [{k: v for k, v in declparse.to_dict(one).items() if k != "source"} for one in documents]


@pytest.mark.parametrize("name", GOOD)
def test_good_samples_are_read_whole(name: str) -> None:
    document = declparse.parse(GOOD[name])
    assert (document.layout, document.order, document.language) == LAYOUTS.get(name, ("print", "declaration", "en"))
    assert declparse.to_dict(document)["complete"] is True
    assert not declparse.check(document, today=TODAY)


@pytest.mark.parametrize("path", sorted((SAMPLES / "bad").glob("[A-Z]*")), ids=lambda path: path.name)
def test_bad_samples_have_the_fault_they_are_named_for(path: Path) -> None:
    found = declparse.check(path.read_bytes(), today=TODAY)
    assert [f"{one.code}-{one.name}" for one in found] == [re.sub("(-web)?(-fr|-2001)?$", "", path.stem)]


def test_english_and_french_pages_agree() -> None:
    english, french = said(GOOD["night-trains-web.md"]), said(GOOD["night-trains-web-fr.md"])
    for name in ("document_number", "declaration_number", "date", "edition", "layout", "complete"):
        assert english[name] == french[name]
    for name in ("position", "surname", "given_names", "country_code"):
        assert [one[name] for one in english["signatories"]] == [one[name] for one in french["signatories"]]
    for name in ("signatories", "delegations", "political_groups", "by_country"):
        assert english["counts"][name] == french["counts"][name]
    assert sorted(english["counts"]["by_group"].values()) == sorted(french["counts"]["by_group"].values())


@pytest.mark.parametrize("language", ["", "-fr"])
def test_print_and_web_are_the_same_document(language: str) -> None:
    """But for what only one of them has: honorifics on the web, total and legend in print."""
    printed, web = said(GOOD[f"night-trains{language}.md"]), said(GOOD[f"night-trains-web{language}.md"])
    for document in (printed, web):
        assert document["id"].endswith(f"-{document['language']}-{document['layout']}")
        del document["id"], document["layout"], document["declared_total"], document["legend"]
        for one in document["signatories"]:
            del one["honorific"]
    assert printed == web


@pytest.mark.parametrize("names", [*permutations(LAYOUTS, 2)], ids=" then ".join)
def test_two_declarations_in_one_file(names: tuple[str, str]) -> None:
    text = "\n\n".join(GOOD[name] for name in names)
    assert all_said(text) == [said(GOOD[name]) for name in names]
    assert not declparse.check(text, today=TODAY)


@settings(max_examples=40)
@given(st.lists(st.sampled_from([*LAYOUTS]), min_size=2, max_size=6, unique=True))
def test_many_declarations_in_one_file(names: list[str]) -> None:
    text = "\n\n".join(GOOD[name] for name in names)
    assert all_said(text) == [said(GOOD[name]) for name in names]
    assert not declparse.check(text, today=TODAY)


def titled_first(page: str) -> str:
    """The page with the title before the line with numbers and date."""
    blocks = page.split("\n\n")
    place = next(index for index, block in enumerate(blocks) if "|" in block)
    blocks[place], blocks[place + 1] = blocks[place + 1], blocks[place]
    return "\n\n".join(blocks)


WEB = [GOOD["night-trains-web.md"], GOOD["night-trains-web-fr.md"]]


@pytest.mark.parametrize("page", WEB, ids=["en", "fr"])
def test_the_title_of_a_page_may_stand_first(page: str) -> None:
    assert said(titled_first(page)) == said(page)
    assert not declparse.check(titled_first(page), today=TODAY)
    assert all_said(f"{titled_first(page)}\n\n{titled_first(page)}") == [said(page), said(page)]
    assert all_said(f"{GOOD['footpaths.md']}\n\n{titled_first(page)}") == [said(GOOD["footpaths.md"]), said(page)]


@pytest.mark.parametrize("page", WEB, ids=["en", "fr"])
@pytest.mark.parametrize("width", [50, 80, 120])
def test_a_page_may_be_wrapped(page: str, width: int) -> None:
    blocks = [textwrap.fill(block, width, break_on_hyphens=False) for block in page.split("\n\n")]
    wrapped = "\n\n".join(block if "|" not in block else " ".join(block.split()) for block in blocks)
    assert said(wrapped) == said(page)
    assert not declparse.check(wrapped, today=TODAY)


def test_what_a_page_may_lack() -> None:
    page = GOOD["night-trains-web.md"]
    bare = page.replace("Print\n\nSee related documents\n\n", "").replace("Signatories: ", "")
    assert said(bare) == said(page)
    bare = bare.replace("This written declaration commits only those who have signed it.\n\n", "")
    assert said(bare) == said(page) | {"disclaimer": None}
    assert not declparse.check(bare, today=TODAY)


def test_a_surname_in_small_letters_stands_last_on_a_page() -> None:
    page = GOOD["night-trains-web.md"].replace("Maria Inês d'OLIVARES", "Maria Inês Olivares")
    member = declparse.parse(page).signatories[13]
    assert (member.surname, member.given_names) == ("Olivares", "Maria Inês")
    assert [one.message for one in declparse.check(page, today=TODAY)] == [
        "The surname of 'Maria Inês Olivares' is not in capitals"
    ]


def list_of(text: str) -> str:
    """The list of a sample, as it is written."""
    if "Signat" in text:
        return next(block for block in text.split("\n\n") if block.startswith("Signat"))
    return text[text.index("OSTERHOLT") : text.index("---\n\nTotal")].strip()


@pytest.mark.parametrize("language", ["", "-fr"])
def test_a_page_with_the_list_of_the_print(language: str) -> None:
    """It is read whole, and told once."""
    printed, web = GOOD[f"night-trains{language}.md"], GOOD[f"night-trains-web{language}.md"]
    document = declparse.parse(web.replace(list_of(web), list_of(printed)))
    assert [one.surname for one in document.signatories] == [one.surname for one in declparse.parse(web).signatories]
    assert [one.code for one in declparse.check(document, today=TODAY)] == ["STR003"]


def test_a_print_with_the_list_of_a_page() -> None:
    """What cannot be read is not in the fields of the JSON, which says so, and has it besides."""
    printed, web = GOOD["night-trains.md"], GOOD["night-trains-web.md"]
    text = printed.replace(list_of(printed), list_of(web))
    assert said(text) == said(printed) | {
        "complete": False,
        "unread": [{"part": "signatories", "text": " ".join(list_of(web).replace("*", "").split())}],
        "signatories": [],
        "counts": said(printed)["counts"]
        | {"signatories": 0, "delegations": 0, "political_groups": 0, "by_group": {}, "by_country": {}},
    }
    assert [one.code for one in declparse.check(text, today=TODAY)] == ["SIG004"]


@pytest.mark.parametrize("own", ["", "-fr"])
def test_a_list_in_the_other_language(own: str) -> None:
    """It is read whole, and told once; the language is that of the rest."""
    text, other = GOOD[f"night-trains-web{own}.md"], GOOD[f"night-trains-web{'' if own else '-fr'}.md"]
    mixed = text.replace(list_of(text), list_of(other))
    for name in ("language", "title", "date", "paragraphs", "complete"):
        assert said(mixed)[name] == said(text)[name]
    assert said(mixed)["signatories"] == said(other)["signatories"]
    assert [one.code for one in declparse.check(mixed, today=TODAY)] == ["STR008"]


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("change", ["dense", "crlf", "cr", "bom"])
def test_blank_lines_and_line_ends_change_nothing(name: str, change: str) -> None:
    text = GOOD[name]
    changed = {
        "dense": text.replace("\n\n", "\n"),
        "crlf": text.replace("\n", "\r\n"),
        "cr": text.replace("\n", "\r"),
        "bom": f"\ufeff{text}",
    }[change]
    assert said(changed) == said(text)
    assert not declparse.check(changed, today=TODAY)


def test_a_french_draft() -> None:
    draft = GOOD["night-trains-fr.md"].replace("14402", "…").replace("640", "…").replace("26 septembre 2017", "[date]")
    draft = draft.replace("ex-République yougoslave de Macédoine", "Macédoine du Nord").replace("L'", "")
    found = {one.code for one in declparse.check(draft, today=TODAY, profile="draft")}
    assert found <= {"STA002", "GRP005", "STR006"}  # countries and groups of 2017
    assert {"NUM001", "NUM002", "DAT002"} <= {one.code for one in declparse.check(draft, today=TODAY)}


@pytest.mark.parametrize("day", ["1er septembre 2017", "1<sup>er</sup> septembre 2017", "1 septembre 2017"])
def test_the_first_day_of_a_month_in_french(day: str) -> None:
    text = GOOD["night-trains-fr.md"]
    assert said(text.replace("26 septembre 2017", day))["date"] == "2017-09-01"
    edition = text.replace("**Doc. 14402**", "**Doc. 14402 2e édition**").replace(
        "**Déclaration écrite No. 640**", f"**Déclaration écrite n° 640**\n\n2e édition, initialement déposée le {day}"
    )
    assert said(edition)["originally_tabled"] == "2017-09-01"
    assert not declparse.check(edition, today=TODAY)


@pytest.mark.parametrize("number", ["n° 640", "n<sup>o</sup> 640", "nᵒ 640", "No. 640", "nº 640"])
def test_the_sign_before_a_number_in_french(number: str) -> None:
    for name in ("night-trains-fr.md", "night-trains-web-fr.md"):
        text = re.sub(r"écrite (n° |No\. )640", f"écrite {number}", GOOD[name])
        assert said(text) == said(GOOD[name])


def test_initials_after_a_french_title() -> None:
    page = GOOD["night-trains-web-fr.md"].replace("M. Luc Van", "M. J.-P. Van")
    member = declparse.parse(page).signatories[4]
    assert (member.honorific, member.given_names, member.surname) == ("M.", "J.-P.", "Van den EECKHAUTE")


def test_a_hyphen_that_does_not_break() -> None:
    page = GOOD["night-trains-web-fr.md"].replace("Royaume-Uni", "Royaume\u2011Uni")
    assert not declparse.check(page, today=TODAY)


def test_surnames_of_two_words_in_2001() -> None:
    member = next(one for one in declparse.parse(GOOD["beekeepers-2001.txt"]).signatories if "Vella" in one.surname)
    assert (member.surname, member.given_names) == ("Vella Borg", None)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Writen declaration No. 640 | Doc. 14402 | 26 September 2017", "NUM002"),
        ("640 | Doc. 14402 | 26 September 2017", "NUM002"),
        ("Written declaration No. 640 | Dco. 14402 | 26 September 2017", "NUM001"),
        ("Written declaration No. 640 | Doc. 14402 | 26 th September 2017", "DAT002"),
    ],
)
def test_a_piece_of_the_first_line_that_shows_no_kind(line: str, code: str) -> None:
    page = re.sub("^Written declaration No.*$", line, GOOD["night-trains-web.md"], flags=re.MULTILINE)
    assert [one.code for one in declparse.check(page, today=TODAY)] == [code]
