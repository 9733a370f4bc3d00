"""Damages of countries and groups in the list."""

import re
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import (
    Signatory,
    any_of,
    damage,
    fields,
    letter_doubled,
    letter_lost,
    letters_swapped,
    one_signatory,
    only,
    place_in,
    repeated,
    rewritten,
)

COUNTRIES, GROUPS, ADMISSION = "countries", "groups", "admission"

# What a group must be that is wrong: in the legend, or, where there is none, known.
_UNKNOWN = {"2001": "GRP001", "2008": "GRP001", "print": "GRP001", "web": "GRP003"}
_IN_FRENCH = {
    "Hungary": "Hongrie", "Germany": "Allemagne", "Romania": "Roumanie", "Croatia": "Croatie", "Italy": "Italie",
    "Ireland": "Irlande", "Poland": "Pologne", "Norway": "Norvège", "Greece": "Grèce", "Spain": "Espagne",
    "Sweden": "Suède", "Switzerland": "Suisse", "Albania": "Albanie", "Latvia": "Lettonie", "Iceland": "Islande",
}  # fmt: skip
_GROUPS_IN_FRENCH = {"EPP/CD": "PPE/DC", "ALDE": "ADLE", "NR": "NI", "UEL": "GUE", "ECPA": "CEPA", "EC": "CE"}
_FORMER = ("EDG", "EC", "LDR", "EC/DA", "FDG", "GDE", "CE/AD")
_ABBREVIATIONS = ("ALDE", "ECPA", "EPP/CD", "NR", "SOC", "UEL")
# In the language of the text: states that sent observers or partners, and never were members.
_OBSERVERS = {"en": ("Canada", "Israel", "Mexico"), "fr": ("Canada", "Israël", "Mexique")}
_NEEDED = 20  # signatures
_PARTNERS = ("Morocco", "Jordan", "Kyrgyzstan")
_SAID_AGAIN = {
    "en": " We say it again, so that it is heard by everybody.",
    "fr": " Nous le disons encore une fois, pour que chacun l’entende.",
}
_TURKEY = {"en": "Turkey", "fr": "Turquie"}


def _spare(draft: Draft) -> None:
    """Only where one signatory more than the Rules asked for signs: too few are a fault of their own."""
    if draft.layout.year > 2006 and len(draft.all("signatory")) <= _NEEDED:
        raise UnfitError


def _foreign(words: dict[str, str], draft: Draft) -> dict[str, str]:
    """The words of the language of the text, and those of the other language in their place."""
    return words if draft.layout.language == "en" else {french: english for english, french in words.items()}


@one_signatory(COUNTRIES, "STA001")
def letters_of_a_country_swapped(chance: Random, who: Signatory) -> str:
    """``Hugnary``."""
    return str(who._replace(country=letters_swapped(chance, who.country)))


@one_signatory(COUNTRIES, "STA001")
def letter_of_a_country_lost(chance: Random, who: Signatory) -> str:
    """``Hunary``."""
    return str(who._replace(country=letter_lost(chance, who.country)))


@one_signatory(COUNTRIES, "STA001")
def letter_of_a_country_doubled(chance: Random, who: Signatory) -> str:
    """``Hunggary``."""
    return str(who._replace(country=letter_doubled(chance, who.country)))


@one_signatory(COUNTRIES, "STA001")
def digit_in_a_country(chance: Random, who: Signatory) -> str:
    """``R0mania``."""
    place = place_in(chance, who.country, lambda letter: letter in "oil")
    digit = {"o": "0", "i": "1", "l": "1"}[who.country[place]]
    return str(who._replace(country=who.country[:place] + digit + who.country[place + 1 :]))


@one_signatory(COUNTRIES, "STA001")
def end_of_a_country_lost(chance: Random, who: Signatory) -> str:
    """``Hung``."""
    return str(who._replace(country=who.country[: max(3, len(who.country) // 2)].rstrip()))


@one_signatory(COUNTRIES, "STA001")
def country_in_capitals(chance: Random, who: Signatory) -> str:
    """``HUNGARY``."""
    return str(who._replace(country=who.country.upper()))


@one_signatory(COUNTRIES, "STA001")
def country_that_does_not_exist(chance: Random, who: Signatory) -> str:
    """``Ruritania``."""
    return str(who._replace(country=chance.choice(["Ruritania", "Syldavia", "Atlantis", "Freedonia"])))


@damage(COUNTRIES, "STA003")
def observer(chance: Random, draft: Draft) -> list[Line]:
    """A state whose parliament is an observer or a partner."""
    _spare(draft)
    partners = _PARTNERS if draft.layout.language == "en" else ()
    country = chance.choice([*_OBSERVERS[draft.layout.language], *partners])
    return rewritten(chance, draft, lambda who: str(who._replace(country=country)))


@damage(COUNTRIES, "STA003")
def no_member_state_at_that_time(chance: Random, draft: Draft) -> list[Line]:
    """A state that has left the Council of Europe, or had not joined it yet."""
    if 1996 <= draft.layout.year <= 2022:
        raise UnfitError
    _spare(draft)
    return rewritten(chance, draft, lambda who: str(who._replace(country="Russian Federation")))


@damage(COUNTRIES, "STA002")
def name_of_a_country_at_another_time(chance: Random, draft: Draft) -> list[Line]:
    """A name that the country does not have any more, or not yet."""
    former = [_TURKEY[draft.layout.language], "The former Yugoslav Republic of Macedonia"]
    country = chance.choice(former if draft.layout.year > 2022 else ["Türkiye", "North Macedonia"])
    if draft.layout.language == "fr" or draft.layout.year < 1996:
        country = "Türkiye"
    return rewritten(chance, draft, lambda who: str(who._replace(country=country)))


@damage(COUNTRIES, "STR008")
def name_of_turkey_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``Turquie``."""
    other = "en" if draft.layout.language == "fr" else "fr"
    return rewritten(chance, draft, lambda who: str(who._replace(country=_TURKEY[other])))


@damage(COUNTRIES, "STR008")
def country_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``Hongrie``."""
    foreign = _foreign(_IN_FRENCH, draft)
    return rewritten(chance, draft, lambda who: str(who._replace(country=foreign.get(who.country, who.country))))


@damage(COUNTRIES, "STA004")
def delegation_too_large(chance: Random, draft: Draft) -> list[Line]:
    """Five members of a delegation that has four."""
    small = ["Andorra", "Liechtenstein", "San Marino"] if draft.layout.language == "en" else ["Andorre", "Saint-Marin"]
    country = chance.choice(small)
    there = [line for line in draft.all("signatory") if fields(line).country == country]
    others = [line for line in draft.all("signatory") if line not in there]
    chosen = chance.sample(others, 5 - len(there))
    for line in chosen:
        line.text = str(fields(line)._replace(country=country))
    return there + chosen


def _group(chance: Random, who: Signatory, group: str) -> str:
    """Another abbreviation, which is not by chance a known one."""
    if group in (*_ABBREVIATIONS, *_GROUPS_IN_FRENCH.values(), *_FORMER, ""):
        raise UnfitError
    return str(who._replace(group=group))


@one_signatory(GROUPS, _UNKNOWN)
def letter_of_a_group_lost(chance: Random, who: Signatory) -> str:
    """``ECP``."""
    return _group(chance, who, letter_lost(chance, who.group))


@one_signatory(GROUPS, _UNKNOWN)
def letter_of_a_group_doubled(chance: Random, who: Signatory) -> str:
    """``ECCPA``."""
    return _group(chance, who, letter_doubled(chance, who.group))


@one_signatory(GROUPS, _UNKNOWN)
def first_letters_of_a_group_swapped(chance: Random, who: Signatory) -> str:
    """``CEPA``."""
    return _group(chance, who, who.group[1::-1] + who.group[2:])


@one_signatory(GROUPS, _UNKNOWN)
def group_in_small_letters(chance: Random, who: Signatory) -> str:
    """``ecpa``."""
    return _group(chance, who, who.group.lower())


@one_signatory(GROUPS, _UNKNOWN)
def half_of_a_group(chance: Random, who: Signatory) -> str:
    """``EPP``."""
    return _group(chance, who, who.group.split("/")[0] if "/" in who.group else "")


@one_signatory(GROUPS, _UNKNOWN)
def digit_after_a_group(chance: Random, who: Signatory) -> str:
    """``ECPA1``."""
    return _group(chance, who, f"{who.group}{chance.randint(1, 9)}")


@damage(GROUPS, _UNKNOWN)
def full_stops_after_the_groups(chance: Random, draft: Draft) -> list[Line]:
    """``ECPA.`` in every line."""
    lines = draft.all("signatory")
    for line in lines:
        line.text += "."
    return lines[:1]


@one_signatory(GROUPS, _UNKNOWN)
def no_group(chance: Random, who: Signatory) -> str:
    """``none``."""
    return _group(chance, who, chance.choice(["none", "-", "?", "N/A", f"({who.group})", f"{who.group} (Chair)"]))


@one_signatory(GROUPS, _UNKNOWN)
def group_that_does_not_exist(chance: Random, who: Signatory) -> str:
    """``XYZ``."""
    return _group(chance, who, chance.choice(["XYZ", "PIRATES", "GGG"]))


@damage(GROUPS, "STR008")
def group_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``PPE/DC``."""
    foreign = _foreign(_GROUPS_IN_FRENCH, draft)
    return rewritten(chance, draft, lambda who: str(who._replace(group=foreign.get(who.group, who.group))))


@damage(GROUPS, only("GRP001", "print"))
def group_missing_in_the_legend(chance: Random, draft: Draft) -> list[Line]:
    """A group of that time which nobody else has, and which the legend does not have."""
    line = any_of(chance, repeated(draft))
    used = {fields(one).group for one in draft.some("signatory")}
    missing = sorted({*_ABBREVIATIONS} - used)
    if not missing or draft.layout.year < 2025:
        raise UnfitError
    line.text = str(fields(line)._replace(group=chance.choice(missing)))
    return [line]


@damage(GROUPS, {"2001": "GRP001|GRP005", "2008": "GRP001|GRP005", "print": "GRP001|GRP005", "web": "GRP005"})
def group_of_another_time(chance: Random, draft: Draft) -> list[Line]:
    """A group that does not exist any more, or not yet, and is not in the legend."""
    line = any_of(chance, repeated(draft))
    of_another_time = ["EDG", "LDR", "EC/DA", "FDG"] if draft.layout.year > 2020 else ["ECPA", "EC/DA"]
    if draft.layout.language == "fr":
        of_another_time = ["CEPA", "CE/AD", "GDE"]
    line.text = str(fields(line)._replace(group=chance.choice(of_another_time)))
    return [line]


def _since(draft: Draft, year: int) -> None:
    """Only of texts to which the Rules applied: they did not always ask for as much."""
    if draft.layout.year < year:
        raise UnfitError


@damage(ADMISSION, "ADM001")
def too_few_signatories(chance: Random, draft: Draft) -> None:
    """Nineteen or fewer, and a total that agrees; all groups are still used."""
    _since(draft, 2007)
    wanted = chance.randint(12, 19)
    while len(draft.some("signatory")) > wanted:
        draft.remove(any_of(chance, repeated(draft)))
    for line in draft.all("total"):
        line.text = f"Total = {wanted}"


@damage(ADMISSION, "ADM002")
def too_few_delegations(chance: Random, draft: Draft) -> None:
    """Three large delegations only."""
    _since(draft, 2023)
    for line in draft.some("signatory"):
        line.text = str(fields(line)._replace(country=chance.choice(["France", "Germany", "Italy"])))


@damage(ADMISSION, "ADM003")
def too_few_groups(chance: Random, draft: Draft) -> None:
    """All members of one group, and a legend that agrees."""
    _since(draft, 2023)
    chosen = any_of(chance, [line for line in draft.all("legend") if not re.match(r"(1\. )?NR", line.text)])
    abbreviation, name = chosen.text.removeprefix("1. ").split(": ")
    draft.remove(*(line for line in draft.all("legend") if line is not chosen))
    chosen.text = f"1. {abbreviation}: {name}"
    for line in draft.some("signatory"):
        line.text = str(fields(line)._replace(group=abbreviation))


@damage(ADMISSION, "ADM004")
def too_many_words(chance: Random, draft: Draft) -> None:
    """More than two hundred words."""
    line = any_of(chance, draft.all("paragraph"))
    line.text += _SAID_AGAIN[draft.layout.language] * chance.randint(15, 40)
