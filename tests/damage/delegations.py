"""Damages of countries and groups in the list."""

import re
from random import Random

from damage.draft import Draft, Line
from damage.kinds import (
    Signatory,
    UnfitError,
    any_of,
    damage,
    fields,
    letter_doubled,
    letter_lost,
    letters_swapped,
    one_signatory,
    place_in,
    repeated,
)

COUNTRIES, GROUPS, ADMISSION = "countries", "groups", "admission"

_FRENCH = {
    "Hungary": "Hongrie", "Germany": "Allemagne", "Romania": "Roumanie", "Croatia": "Croatie", "Italy": "Italie",
    "Ireland": "Irlande", "Poland": "Pologne", "Norway": "Norvège", "Greece": "Grèce", "Spain": "Espagne",
    "Sweden": "Suède", "Switzerland": "Suisse", "Albania": "Albanie", "Latvia": "Lettonie", "Iceland": "Islande",
}  # fmt: skip
_FRENCH_GROUPS = {"EPP/CD": "PPE/DC", "ALDE": "ADLE", "NR": "NI", "UEL": "GUE", "ECPA": "CEPA"}
_ABBREVIATIONS = ("ALDE", "ECPA", "EPP/CD", "NR", "SOC", "UEL")


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


@one_signatory(COUNTRIES, "STA003")
def observer(chance: Random, who: Signatory) -> str:
    """A state whose parliament is an observer or a partner."""
    return str(who._replace(country=chance.choice(["Canada", "Israel", "Mexico", "Morocco", "Jordan", "Kyrgyzstan"])))


@one_signatory(COUNTRIES, "STA003")
def former_member_state(chance: Random, who: Signatory) -> str:
    """A state that has left the Council of Europe."""
    return str(who._replace(country="Russian Federation"))


@one_signatory(COUNTRIES, "STA002")
def former_name_of_a_country(chance: Random, who: Signatory) -> str:
    """A name that the country does not have any more."""
    return str(who._replace(country=chance.choice(["Turkey", "The former Yugoslav Republic of Macedonia"])))


@one_signatory(COUNTRIES, "STR008")
def former_name_in_french(chance: Random, who: Signatory) -> str:
    """``Turquie``."""
    return str(who._replace(country="Turquie"))


@one_signatory(COUNTRIES, "STR008")
def country_in_french(chance: Random, who: Signatory) -> str:
    """``Hongrie``."""
    return str(who._replace(country=_FRENCH.get(who.country, who.country)))


@damage(COUNTRIES, "STA004")
def delegation_too_large(chance: Random, draft: Draft) -> list[Line]:
    """Five members of a delegation that has four."""
    country = chance.choice(["Andorra", "Liechtenstein", "Monaco", "San Marino"])
    there = [line for line in draft.all("signatory") if fields(line).country == country]
    others = [line for line in draft.all("signatory") if line not in there]
    chosen = chance.sample(others, 5 - len(there))
    for line in chosen:
        line.text = str(fields(line)._replace(country=country))
    return there + chosen


def _group(chance: Random, who: Signatory, group: str) -> str:
    """Another abbreviation, which is not by chance a known one."""
    if group in (*_ABBREVIATIONS, *_FRENCH_GROUPS.values(), "EC", ""):
        raise UnfitError
    return str(who._replace(group=group))


@one_signatory(GROUPS, "GRP001")
def letter_of_a_group_lost(chance: Random, who: Signatory) -> str:
    """``ECP``."""
    return _group(chance, who, letter_lost(chance, who.group))


@one_signatory(GROUPS, "GRP001")
def letter_of_a_group_doubled(chance: Random, who: Signatory) -> str:
    """``ECCPA``."""
    return _group(chance, who, letter_doubled(chance, who.group))


@one_signatory(GROUPS, "GRP001")
def first_letters_of_a_group_swapped(chance: Random, who: Signatory) -> str:
    """``CEPA``."""
    return _group(chance, who, who.group[1::-1] + who.group[2:])


@one_signatory(GROUPS, "GRP001")
def group_in_small_letters(chance: Random, who: Signatory) -> str:
    """``ecpa``."""
    return _group(chance, who, who.group.lower())


@one_signatory(GROUPS, "GRP001")
def half_of_a_group(chance: Random, who: Signatory) -> str:
    """``EPP``."""
    return _group(chance, who, who.group.split("/")[0] if "/" in who.group else "")


@one_signatory(GROUPS, "GRP001")
def digit_after_a_group(chance: Random, who: Signatory) -> str:
    """``ECPA1``."""
    return _group(chance, who, f"{who.group}{chance.randint(1, 9)}")


@damage(GROUPS, "GRP001")
def full_stops_after_the_groups(chance: Random, draft: Draft) -> list[Line]:
    """``ECPA.`` in every line."""
    lines = draft.all("signatory")
    for line in lines:
        line.text += "."
    return lines[:1]


@one_signatory(GROUPS, "GRP001")
def no_group(chance: Random, who: Signatory) -> str:
    """``none``."""
    return _group(chance, who, chance.choice(["none", "-", "?", "N/A", f"({who.group})", f"{who.group} (Chair)"]))


@one_signatory(GROUPS, "GRP001")
def group_that_does_not_exist(chance: Random, who: Signatory) -> str:
    """``XYZ``."""
    return _group(chance, who, chance.choice(["XYZ", "PIRATES", "GGG"]))


@one_signatory(GROUPS, "STR008")
def group_in_french(chance: Random, who: Signatory) -> str:
    """``PPE/DC``."""
    return str(who._replace(group=_FRENCH_GROUPS.get(who.group, who.group)))


@damage(GROUPS, "GRP001")
def group_missing_in_the_legend(chance: Random, draft: Draft) -> list[Line]:
    """A group of today which nobody else has, and which the legend does not have."""
    line = any_of(chance, repeated(draft))
    used = {fields(one).group for one in draft.all("signatory")}
    missing = sorted({*_ABBREVIATIONS} - used)
    if not missing:
        raise UnfitError
    line.text = str(fields(line)._replace(group=chance.choice(missing)))
    return [line]


@damage(GROUPS, "GRP001|GRP005")
def group_of_former_times(chance: Random, draft: Draft) -> list[Line]:
    """A group that does not exist any more and is not in the legend."""
    line = any_of(chance, repeated(draft))
    line.text = str(fields(line)._replace(group=chance.choice(["EDG", "LDR", "EC/DA", "FDG"])))
    return [line]


@damage(ADMISSION, "ADM001")
def too_few_signatories(chance: Random, draft: Draft) -> None:
    """Nineteen or fewer, and a total that agrees; all groups are still used."""
    wanted = chance.randint(12, 19)
    while len(draft.all("signatory")) > wanted:
        draft.remove(any_of(chance, repeated(draft)))
    draft.one("total").text = f"Total = {wanted}"


@damage(ADMISSION, "ADM002")
def too_few_delegations(chance: Random, draft: Draft) -> None:
    """Three large delegations only."""
    for line in draft.all("signatory"):
        line.text = str(fields(line)._replace(country=chance.choice(["France", "Germany", "Italy"])))


@damage(ADMISSION, "ADM003")
def too_few_groups(chance: Random, draft: Draft) -> None:
    """All members of one group, and a legend that agrees."""
    chosen = any_of(chance, [line for line in draft.all("legend") if not re.match(r"(1\. )?NR", line.text)])
    abbreviation, name = chosen.text.removeprefix("1. ").split(": ")
    draft.remove(*(line for line in draft.all("legend") if line is not chosen))
    chosen.text = f"1. {abbreviation}: {name}"
    for line in draft.all("signatory"):
        line.text = str(fields(line)._replace(group=abbreviation))


@damage(ADMISSION, "ADM004")
def too_many_words(chance: Random, draft: Draft) -> None:
    """More than two hundred words."""
    line = any_of(chance, draft.all("paragraph"))
    line.text += " We say it again, so that it is heard by everybody." * chance.randint(10, 40)
