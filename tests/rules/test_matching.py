"""Two documents side by side: what is a later edition or a translation is clean, each alteration is one finding."""

import datetime as dt
import re
from collections.abc import Callable

import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import any_text, damaged

import declparse
from declparse import pipeline
from declparse.document import CalendarDate, Document, Found, Signatory
from declparse.rules import engine
from declparse.rules.options import Options
from declparse.rules.support.matching import match
from declparse.rules.support.pairing import Comparison, is_comparable, side_by_side
from declparse.source import Span, from_text

Edit = tuple[Span, str]
Alteration = Callable[[Document, int], list[Edit]]

PRINT = ["declaration-817.md", *(f"good/{path.name}" for path in sorted((SAMPLES / "good").iterdir()))]
PRINT = [name for name in PRINT if "web" not in name]
NIGHT_TRAINS = [f"good/night-trains{form}.md" for form in ("", "-fr", "-web", "-web-fr")]
TRANSLATIONS = [(a, b) for a in NIGHT_TRAINS for b in NIGHT_TRAINS if ("fr" in a) != ("fr" in b)]
ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}


def sample(name: str) -> Document:
    return declparse.parse((SAMPLES / name).read_text(encoding="utf-8"))


def codes(old: Document, new: Document) -> list[str]:
    return [finding.code for finding in engine.compare(Comparison(old, new), Options.of())]


def edited(document: Document, edits: list[Edit]) -> Document:
    text = document.source.text
    for span, words in sorted(edits, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return declparse.parse(text)


def later_edition(document: Document, signatures: int) -> Document:
    """The next edition: a year later, with signatures added at the end of the list."""
    number, date, total = document.document_number, document.date, document.total
    assert isinstance(number, Found)
    assert isinstance(date, Found)
    place = document.edition.span if document.edition else Span(number.span.end, number.span.end)
    name = f"{'' if document.edition else ' '}{ORDINALS[document.edition_number + 1]} edition"
    name = name if document.language == "en" else " 2e édition"
    edits = [(place, name), (date.span, later(date.value).written(document.language or "en"))]
    if isinstance(total, Found):
        edits.append((total.span, str(total.value + signatures)))
    end = document.signatories[-1].span.end
    lines = "".join(f"  \nZOLL{'AEIOU'[n] * 5}NER Quirin, Austria, SOC" for n in range(signatures))
    return edited(document, [*edits, (Span(end, end), lines)])


def later(date: CalendarDate) -> CalendarDate:
    return CalendarDate(min(date.day, 28), date.month, date.year + 1)


def _chosen(document: Document, seed: int) -> Signatory:
    return document.signatories[seed % len(document.signatories)]


def without_a_line(document: Document, seed: int) -> list[Edit]:
    signatory = _chosen(document, seed)
    if signatory.position < len(document.signatories):
        return [(Span(signatory.span.start, document.signatories[signatory.position].span.start), "")]
    return [(Span(document.signatories[-2].span.end, signatory.span.end), "")]


def another_group(document: Document, seed: int) -> list[Edit]:
    signatory = _chosen(document, seed)
    assert signatory.group is not None
    return [(signatory.group.span, "UEL" if signatory.group in ("SOC",) else "SOC")]


def another_country(document: Document, seed: int) -> list[Edit]:
    signatory = _chosen(document, seed)
    return [(signatory.country.span, "Andorra" if signatory.country != "Andorra" else "Portugal")]


def another_letter(document: Document, seed: int) -> list[Edit]:
    surname = _chosen(document, seed).surname
    place = surname.start + len(surname) // 2
    other = "W" if document.source.text[place].upper() != "W" else "K"
    return [(Span(place, place + 1), other)]


def another_tabler(document: Document, seed: int) -> list[Edit]:
    first, other = document.signatories[0], document.signatories[1 + seed % (len(document.signatories) - 1)]
    text = document.source.text
    return [(first.span, text[slice(*other.span)]), (other.span, text[slice(*first.span)])]


def another_title(document: Document, seed: int) -> list[Edit]:
    assert document.title is not None
    return [(Span(document.title.end, document.title.end), " again")]


def another_word(document: Document, seed: int) -> list[Edit]:
    paragraph = document.paragraphs[seed % len(document.paragraphs)].text
    found = list(re.compile(r"\w{4,}").finditer(document.source.text, paragraph.start, paragraph.end))
    return [(Span(*found[seed % len(found)].span()), "bread")]


def a_word_more(document: Document, seed: int) -> list[Edit]:
    ((span, _),) = another_word(document, seed)
    return [(Span(span.start, span.start), "bread ")]


def a_word_less(document: Document, seed: int) -> list[Edit]:
    ((span, _),) = another_word(document, seed)
    return [(span, "")]


def another_document_number(document: Document, seed: int) -> list[Edit]:
    assert isinstance(document.document_number, Found)
    return [(document.document_number.span, str(document.document_number.value + 1 + seed % 9))]


def another_declaration_number(document: Document, seed: int) -> list[Edit]:
    assert isinstance(document.declaration_number, Found)
    return [(document.declaration_number.span, str(document.declaration_number.value + 1 + seed % 9))]


def an_early_date(document: Document, seed: int) -> list[Edit]:
    assert isinstance(document.date, Found)
    day, month, year = document.date.value
    return [(document.date.span, CalendarDate(day, month, year - 2 - seed % 3).written(document.language or "en"))]


def the_same_edition(document: Document, seed: int) -> list[Edit]:
    assert document.edition is not None
    name = ORDINALS[document.edition.value - 1]
    return [(document.edition.span, f"{name} edition" if document.language == "en" else "1re édition")]


def another_total(document: Document, seed: int) -> list[Edit]:
    assert isinstance(document.total, Found)
    return [(document.total.span, str(document.total.value + 1 + seed % 9))]


OF_EDITIONS: dict[Alteration, str] = {
    without_a_line: "CMP004",
    another_group: "CMP005",
    another_country: "CMP005",
    another_letter: "CMP005",
    another_tabler: "CMP005",
    another_title: "CMP002",
    another_word: "CMP003",
    a_word_more: "CMP003",
    a_word_less: "CMP003",
    another_document_number: "CMP001",
    another_declaration_number: "CMP001",
    an_early_date: "CMP006",
    the_same_edition: "CMP006",
}
OF_TRANSLATIONS: list[Alteration] = [
    *(without_a_line, another_group, another_country, another_letter),
    *(another_tabler, another_document_number, another_declaration_number, an_early_date, another_total),
]
seeds = st.integers(0, 10**6)


@given(st.sampled_from(PRINT), st.integers(0, 5))
def test_a_document_with_more_signatures_is_clean(name: str, signatures: int) -> None:
    old = sample(name)
    new = later_edition(old, signatures)
    assert codes(old, new) == []
    assert [s.name[:4] for s in match(old, new).added] == ["ZOLL"] * signatures
    assert len(match(old, new).same) == len(old.signatories)


@pytest.mark.parametrize("name", [*PRINT, *NIGHT_TRAINS])
def test_a_document_is_equal_to_itself(name: str) -> None:
    pair = Comparison(sample(name), sample(name))
    assert pair.equal
    assert codes(pair.old, pair.new) == []


@given(st.sampled_from(PRINT), st.sampled_from([*OF_EDITIONS]), seeds, st.integers(0, 3))
def test_each_alteration_is_one_finding(name: str, alteration: Alteration, seed: int, signatures: int) -> None:
    old = sample(name)
    new = later_edition(old, signatures)
    altered_old = seed % len(old.signatories)  # those who signed since can be no one else
    place = altered_old if alteration in (without_a_line, another_group, another_country, another_letter) else seed
    if alteration is another_group and new.signatories[place].group is None:
        return
    assert codes(old, edited(new, alteration(new, place))) == [OF_EDITIONS[alteration]]


@pytest.mark.parametrize(("old", "new"), TRANSLATIONS)
def test_a_translation_is_clean(old: str, new: str) -> None:
    assert codes(sample(old), sample(new)) == []


@given(st.sampled_from(TRANSLATIONS), st.sampled_from(OF_TRANSLATIONS), seeds)
def test_each_alteration_of_a_translation_is_one_finding(
    names: tuple[str, str], alteration: Alteration, seed: int
) -> None:
    old, new = map(sample, names)
    if alteration is another_total and not (isinstance(old.total, Found) and isinstance(new.total, Found)):
        return
    assert codes(old, edited(new, alteration(new, seed))) == ["CMP007"]


@given(st.one_of(damaged(), any_text), st.one_of(damaged(), any_text))
def test_any_two_texts(one: str, other: str) -> None:
    """No exception; places lie inside their texts; two texts that do not belong together are one finding."""
    texts = (from_text(one), from_text(other))
    for pair in side_by_side(*map(pipeline.parse_all, texts)):
        assert is_comparable(pair.old)
        findings = engine.compare(pair, Options.of())
        for finding in findings:
            assert 0 <= finding.span.start <= finding.span.end <= len(texts[1].text)
            for label in finding.labels:
                assert label.source is texts[0]
                assert 0 <= label.span.start <= label.span.end <= len(texts[0].text)
            assert "{" not in re.sub(r"'[^']*'", "", finding.message)
        if not pair.belong_together:
            assert [finding.code for finding in findings] == ["CMP001"]


@given(damaged())
def test_a_damaged_document_beside_itself(text: str) -> None:
    documents = declparse_all(text)
    for pair in side_by_side(documents, documents):
        assert codes(pair.old, pair.new) == []


def declparse_all(text: str) -> tuple[Document, ...]:
    return pipeline.parse_all(from_text(text))


def test_many_documents_find_their_counterparts(original: str) -> None:
    second = original.replace("16225", "16226").replace("No. 817", "No. 818")
    pairs = side_by_side(declparse_all(f"{original}\n\n{second}"), declparse_all(f"{second}\n\n{original}"))
    assert [pair.belong_together for pair in pairs] == [True, True]
    assert not any(pair.different_numbers for pair in pairs)


def test_long_lists_are_compared_in_time(original: str) -> None:
    """Thousands of members who are all others: no letter is compared."""

    def text(letter: str) -> str:
        names = (
            f"N{chr(65 + n // 26 % 26)}{chr(65 + n % 26)}{letter * (2 + n // 676)} Ann, Malta, SOC  \n"
            for n in range(3000)
        )
        return original.replace("BONNEAU", "".join(names) + "BONNEAU")

    start = dt.datetime.now()
    assert "CMP004" in codes(declparse.parse(text("X")), declparse.parse(text("Y")))
    assert (dt.datetime.now() - start).total_seconds() < 30
