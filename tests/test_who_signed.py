"""No fix changes who signed, for which country or in which group, unless the text or a table leaves one possibility."""

import datetime as dt
from collections import Counter
from random import Random

import damages
import pytest
from conftest import SAMPLES
from hypothesis import given
from hypothesis import strategies as st
from support.cases import BASE

import declparse
from declparse import fixes, source
from declparse.characters.collation import collation_key
from declparse.characters.garbling import ungarbled
from declparse.document import Document, Signatory
from declparse.reference import groups, states
from declparse.reference.group_tables import GROUPS

TODAY = dt.date(2026, 11, 23)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mended(text: str | bytes) -> fixes.Applied:
    """The text with all fixes, safe and unsafe, that stand the second look."""
    decoded = source.decode(text if isinstance(text, bytes) else text.encode())
    return fixes.apply(decoded, lambda one: declparse.check(one, today=TODAY), safeties=fixes.SAFE_AND_UNSAFE)


def members(document: Document) -> Counter[tuple[str, str, str]]:
    """Who signed, for which country, in which group: each by a key that all ways of writing it share."""
    return Counter((_person(one), _country(one), _group(one, document)) for one in document.signatories)


def _person(signatory: Signatory) -> str:
    return " ".join(sorted(collation_key(signatory.name).split()))


def _country(signatory: Signatory) -> str:
    row = states.called(signatory.country)
    return row.code if row else collation_key(signatory.country)


def _group(signatory: Signatory, document: Document) -> str:
    """The group; of an unknown abbreviation the one whose name the legend gives it, and only that."""
    written = collation_key(signatory.group or "")
    if groups.find(signatory.group or ""):
        return groups.key(signatory.group or "")
    for entry in document.legend:
        if collation_key(entry.abbreviation) == written and (rows := groups.with_name(entry.name)):
            return rows[0].english
    forms = [(row.english, form) for row in GROUPS for form in (row.english, row.french) if form]
    known = [english for english, form in forms if collation_key(form) == written]
    return known[0] if known else written


@given(st.sampled_from([*damages.SAMPLES]), st.sampled_from(damages.FORMS), st.integers(0, 10**6), st.integers(1, 6))
def test_fixes_leave_who_signed(sample: str, form: str, seed: int, count: int) -> None:
    text = damages.encoded(damages.shattered(sample, form, seed, count))
    # A name whose encoding is put right is the same name.
    before = declparse.parse_all(ungarbled(source.decode(text).text))
    after = declparse.parse_all(ungarbled(mended(text).source.text))
    assert list(map(members, before)) == list(map(members, after))


def misspelt(chance: Random, word: str) -> str:
    """The word with another letter in one place: of the same case, so that it looks like a slip."""
    place = chance.choice([index for index, letter in enumerate(word) if letter.isalpha()])
    letter = chance.choice(LETTERS)
    return word[:place] + (letter.upper() if word[place].isupper() else letter) + word[place + 1 :]


@pytest.mark.parametrize("sample", damages.SAMPLES)
def test_a_misspelt_country_or_group_stays_as_it_is(sample: str) -> None:
    """Nobody but its author knows whether it is a slip, or a right name that our tables lack."""
    chance = Random(sample)
    text = damages.document(sample, damages.FORMS[0]).text
    for signatory in declparse.parse(text).signatories[::2]:
        for word in (signatory.country, signatory.group):
            wrong = misspelt(chance, word) if word else ""
            if not word or states.called(wrong) or groups.find(wrong):
                continue
            start, end = word.span
            spoilt = text[:start] + text[start:end].replace(word, wrong) + text[end:]
            before, after = declparse.parse(spoilt), declparse.parse(mended(spoilt).source)
            assert members(before) == members(after), wrong
            assert wrong in after.source.text


@pytest.mark.parametrize(
    ("country", "right"),
    [
        ("Hungary", "HUNGARY"),
        ("Türkiye", "Turkiye"),
        ("Netherlands", "Holland"),
        ("United Kingdom", "Great Britain"),
        ("Bosnia and Herzegovina", "Bosnia-and-Herzegovina"),
    ],
)
def test_a_country_that_a_table_knows_under_this_name_is_written_as_usual(country: str, right: str) -> None:
    """Capitals, accents and hyphens do not make another country; other names of a country are in a table."""
    good = BASE.replace("TARRADIVA Nuria, Spain", f"TARRADIVA Nuria, {country}")
    wrong = BASE.replace("TARRADIVA Nuria, Spain", f"TARRADIVA Nuria, {right}")
    assert mended(wrong).source.text == good


@pytest.mark.parametrize("word", ["Estnoia", "Slovenija", "Macedonia", "Austrie"])
def test_the_nearest_country_is_only_named(word: str) -> None:
    text = BASE.replace("Kadri, Estonia", f"Kadri, {word}")
    assert mended(text).source.text == text
    (finding,) = declparse.check(text, today=TODAY)
    assert (finding.code, finding.fix) == ("STA001", None)
    assert "did you mean" in (finding.help or "")


@pytest.mark.parametrize("word", ["EPP", "ECP", "EDG", "ALDEE", "EPP/DC"])
def test_the_nearest_group_is_only_named(word: str) -> None:
    text = BASE.replace("Hedwig, Austria, EPP/CD", f"Hedwig, Austria, {word}")
    assert mended(text).source.text == text
    (finding,) = declparse.check(text, today=TODAY)
    assert (finding.code, finding.fix) == ("GRP001", None)
    assert "did you mean" in (finding.help or "")


def like_a_group() -> list[str]:
    """All that one slip makes of an abbreviation in either language, and that is no other one."""
    slips: set[str] = set()
    for word in {form for row in GROUPS for form in (row.english, row.french) if form}:
        for place in range(len(word)):
            before, letter, after = word[:place], word[place], word[place + 1 :]
            slips |= {before + after, before + letter + letter + after, before + "V" + after}
            slips.add(before + after[:1] + letter + after[1:])
    return sorted(slip for slip in slips if len(slip) > 1 and slip.isalpha() and not groups.called(slip))


@pytest.mark.parametrize(
    "sample", ["night-trains.md", "night-trains-fr.md", "night-trains-web.md", "night-trains-web-fr.md"]
)
def test_no_abbreviation_is_made_another_one_that_is_like_it(sample: str) -> None:
    text = (SAMPLES / "good" / sample).read_text(encoding="utf-8")
    spans = [one.group.span for one in declparse.parse(text).signatories if one.group]
    slips = like_a_group()
    assert len(slips) > 100
    for first in range(0, len(slips), len(spans)):
        wrong = text
        here = slips[first : first + len(spans)]
        for (start, end), slip in reversed(list(zip(spans, here, strict=False))):
            wrong = wrong[:start] + slip + wrong[end:]
        left = [one.group for one in declparse.parse(mended(wrong).source).signatories]
        assert left == [one.group for one in declparse.parse(wrong).signatories]
        assert left[: len(here)] == here


def test_a_french_abbreviation_is_no_fault_though_it_is_like_another() -> None:
    """``GDL`` is the Free Democrats Group, which ``ADLE`` is not."""
    text = (SAMPLES / "good" / "night-trains-web-fr.md").read_text(encoding="utf-8").replace("ADLE", "GDL")
    assert "GDL" in text
    assert declparse.check(text, today=TODAY) == []
    assert mended(text).source.text == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("SØRHAUGEN Tormod", "Tormod Sørhaugen"),  # the tabler stands in no order
        ("SØRHAUGEN Tormod", "Sørhaugen Tormod"),
        ("KOVÁCSHEGYI Ilona", "Kovácshegyi Kinga"),  # either word fits between its neighbours
        ("KOVÁCSHEGYI Ilona", "Ilona Kovácshegyi"),
    ],
)
def test_a_given_name_is_never_made_the_surname(old: str, new: str) -> None:
    """Which word is the surname is certain only where the order of the list leaves one."""
    text = BASE.replace(old, new)
    assert mended(text).source.text == text


def test_the_order_of_the_list_tells_the_surname() -> None:
    assert mended(BASE.replace("KOVÁCSHEGYI", "Kovácshegyi")).source.text == BASE


@pytest.mark.parametrize(
    "line", ["2nd edition (corrected), originally tabled on 24/4/2025", "2 (Corr.) originally tabled on 24/4/2025"]
)
def test_words_of_the_line_of_a_new_edition_are_not_lost(line: str) -> None:
    text = BASE.replace("**Written declaration No. 812**", f"**Written declaration No. 812**\n\n{line}")
    assert line in mended(text).source.text
