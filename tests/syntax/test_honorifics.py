"""Each honorific that stands before a name anywhere is one everywhere."""

import datetime as dt
import re

import pytest
from conftest import SAMPLES

import declparse
from declparse.syntax.engine import load

TODAY = dt.date(2026, 11, 23)
PAGES = {
    "en": ("night-trains-web.md", "Signatories: Ms Mareike OSTERHOLT", "Ms Siún"),
    "fr": ("night-trains-web-fr.md", "Signataires : Mme Mareike OSTERHOLT", "Mme Siún"),
}
SAME_IN_BOTH = ("Sir", "Lord", "Lady", "Dame", "Earl", "Viscount", "Dr", "Prof", "Dr.", "Prof.")
HONORIFICS = [
    *(("en", title) for title in ("Mr", "Mrs", "Miss", "Ms", "Mr.", "Mrs.", "Ms.", "Baroness", *SAME_IN_BOTH)),
    *(("fr", title) for title in ("M.", "MM.", "Mme", "Mlle", "Mme.", "Baronne", *SAME_IN_BOTH)),
]


def page(language: str) -> str:
    return (SAMPLES / "good" / PAGES[language][0]).read_text(encoding="utf-8")


def codes(text: str) -> list[str]:
    return [one.code for one in declparse.check(text, today=TODAY)]


def test_those_of_the_grammar_are_those_of_these_tests() -> None:
    known = load("fields").pattern("TITLE").pattern
    assert {*re.findall(r"[A-Z]+[a-z]+", known)} <= {title.rstrip(".") for _, title in HONORIFICS}


@pytest.mark.parametrize(("language", "title"), HONORIFICS)
def test_before_any_name_of_a_page(language: str, title: str) -> None:
    _, first, second = PAGES[language]
    word, _, _ = first.partition(" M")
    heading, name = f"{word} {title} Mareike OSTERHOLT", f"{title} Siún"
    text = page(language).replace(first, heading).replace(second, name)
    members = declparse.parse(text).signatories
    assert (len(members), members[0].honorific, members[2].honorific) == (21, title, title)
    assert codes(text) == []


@pytest.mark.parametrize(("language", "title"), HONORIFICS)
def test_it_shows_where_a_list_begins(language: str, title: str) -> None:
    """Without the word before the list, the first name on a line of its own, the surname in small letters."""
    text = page(language).replace(PAGES[language][1], f"{title} Mareike Osterholt").replace(" ; ", " ;\n")
    members = declparse.parse(text).signatories
    assert (len(members), members[0].honorific) == (21, title)
    assert codes(text) == ["SIG005"]


@pytest.mark.parametrize(("language", "title"), HONORIFICS)
def test_before_a_name_in_print(language: str, title: str) -> None:
    text = (SAMPLES / "declaration-817.md").read_text(encoding="utf-8")
    member = declparse.parse(text.replace("NÉMETH Zsolt", f"{title} NÉMETH Zsolt")).signatories[0]
    assert (member.honorific, member.surname, member.given_names) == (title, "NÉMETH", "Zsolt")


@pytest.mark.parametrize(("language", "title"), HONORIFICS)
def test_no_country_begins_with_one(language: str, title: str) -> None:
    line = f"NÉMETH Zsolt, {title} Marty, ECPA"
    assert load("fields").parse("signatory", line, 0, len(line)) is None


@pytest.mark.parametrize("title", ["Mme", "Mlle", "Baronne", "Mme."])
def test_beside_any_french_one_m_is_one_before_an_initial(title: str) -> None:
    """Elsewhere it is the initial of a given name."""
    text = page("fr").replace("M. Luc Van", "M. J.-P. Van").replace("Mme ", f"{title} ")
    text = re.sub(r"\bM\. (?!J)", "", text)
    member = declparse.parse(text).signatories[4]
    assert (member.honorific, member.given_names) == ("M.", "J.-P.")
