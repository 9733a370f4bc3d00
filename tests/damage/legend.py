"""Damages of the legend."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from damage.draft import Draft, Line, UnfitError
from damage.kinds import any_of, damage, fields, fitting, letter_lost, letters_swapped, only

LEGEND = "legend"

_ALL = {
    "ALDE": "Alliance of Liberals and Democrats for Europe",
    "ECPA": "European Conservatives, Patriots and Affiliates",
    "EPP/CD": "Group of the European People's Party",
    "NR": "Representatives not belonging to a Political Group",
    "SOC": "Socialists, Democrats and Greens Group",
    "UEL": "Group of the Unified European Left",
}
# The same name at another time, for texts from one year to another.
_NAMES_OF_ANOTHER_TIME = {
    "SOC": ((1996, 2015, _ALL["SOC"]), (2017, 2099, "Socialist Group")),
    "NR": ((2026, 2099, "not registered in a group"),),
}
_NO_LONGER = {"EDG": "European Democratic Group", "FDG": "Free Democrats Group"}
_PREDECESSORS = {
    "ALDE": ("LDR", "Liberal, Democratic and Reformers' Group"),
    "ECPA": ("EC/DA", "European Conservatives Group and Democratic Alliance"),
    "EC": ("EDG", "European Democratic Group"),
}
_IN_FRENCH = {
    "ALDE": ("ADLE", "Alliance des démocrates et des libéraux pour l'Europe"),
    "EPP/CD": ("PPE/DC", "Groupe du Parti populaire européen"),
    "UEL": ("GUE", "Groupe pour la gauche unitaire européenne"),
}
_IN_ENGLISH = {french: (english, _ALL[english]) for english, (french, _) in _IN_FRENCH.items()}
_FRIENDS = {"en": ("Group of Friends", "Members for a Better World"), "fr": ("Groupe des amis", "Les bons voisins")}
_CERTAIN_IN_FRENCH = {"ADLE", "CE", "GUE", "PPE/DC"}  # their names have been read in a French text
_NEVER_IN_FRENCH = "NI"  # its name is not known at all
_WORDS_BEFORE = {"en": ("Groups: ", "Note 1: ", "Legend: "), "fr": ("Groupes : ", "Note 1 : ", "Légende : ")}


class Entry(NamedTuple):
    """A line of the legend: the number of the note in the first one, abbreviation, colon, name."""

    number: str
    abbreviation: str
    colon: str
    name: str

    def __str__(self) -> str:
        return "".join(self).strip()


def _parts(line: Line) -> Entry:
    found = re.fullmatch(r"(\d\W+)?(\S+?)( ?: )(.+)", line.text)
    if not found:
        raise UnfitError
    return Entry(found[1] or "", *found.groups()[1:])


def _rewritten(chance: Random, draft: Draft, rewrite: Callable[[Entry], str | Entry]) -> list[Line]:
    """Rewrites any entry that it fits."""
    line, text = fitting(chance, draft.some("legend"), lambda one: str(rewrite(_parts(one))))
    line.text = text
    return [line]


def _first_user(draft: Draft, abbreviation: str) -> list[Line]:
    return [line for line in draft.all("signatory") if fields(line).group == abbreviation][:1]


def _set(draft: Draft, number: str) -> None:
    """The first entry, and only that, has the number of the note."""
    for place, line in enumerate(draft.some("legend")):
        line.text = str(_parts(line)._replace(number=number if place == 0 else ""))


def _copy(line: Line) -> Line:
    """The line without the number of the note."""
    return Line("legend", str(_parts(line)._replace(number="")))


@damage(LEGEND, "GRP001")
def entry_lost(chance: Random, draft: Draft) -> list[Line]:
    """A group that is used is not in the legend any more."""
    line = any_of(chance, [line for line in draft.some("legend") if _first_user(draft, _parts(line).abbreviation)])
    number = _parts(draft.one("legend")).number
    draft.remove(line)
    _set(draft, number)
    return _first_user(draft, _parts(line).abbreviation)


@damage(LEGEND, "GRP006")
def entry_doubled(chance: Random, draft: Draft) -> list[Line]:
    """The same entry twice, one below the other."""
    line = any_of(chance, draft.some("legend"))
    return [draft.add(_copy(line), line)]


@damage(LEGEND, "GRP006")
def entry_repeated_below(chance: Random, draft: Draft) -> list[Line]:
    """The same entry once more at the end of the legend."""
    *lines, last = draft.some("legend")
    return [draft.add(_copy(any_of(chance, lines)), last)]


def _only_used(draft: Draft) -> list[Line]:
    """The entries of a legend that has only the groups used; one that has all groups may have any order.

    All of today are six; in 2017 there were seven.
    """
    lines = draft.some("legend")
    if len(lines) >= len(_ALL) and draft.layout.year > 2017:
        raise UnfitError
    return lines


@damage(LEGEND, only("GRP007", "print"))
def entries_swapped(chance: Random, draft: Draft) -> list[Line]:
    """Two neighbours change places."""
    lines = _only_used(draft)
    number = _parts(lines[0]).number
    place = chance.randrange(len(lines) - 1)
    one, other = lines[place : place + 2]
    one.text, other.text = other.text, one.text
    _set(draft, number)
    return [one, other]


@damage(LEGEND, only("GRP007", "print"))
def entry_moved_to_the_end(chance: Random, draft: Draft) -> list[Line]:
    """An entry stands last that belongs further up."""
    *lines, last = _only_used(draft)
    number = _parts(lines[0]).number
    line = any_of(chance, lines[:-1])
    draft.move(line, last)
    _set(draft, number)
    return [line]


def _known(draft: Draft, one: Entry) -> Entry:
    """An entry of which another name is certainly wrong."""
    if draft.layout.language == "fr" and one.abbreviation not in _CERTAIN_IN_FRENCH:
        raise UnfitError
    return one


@damage(LEGEND, "GRP004")
def name_of_another_group(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Group of the Unified European Left``."""
    names = [_parts(line).name for line in draft.some("legend")]
    return _rewritten(
        chance,
        draft,
        lambda one: _known(draft, one)._replace(name=chance.choice([name for name in names if name != one.name])),
    )


@damage(LEGEND, "GRP004")
def name_of_no_group(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Group of Friends``."""
    name = chance.choice(_FRIENDS[draft.layout.language])
    return _rewritten(chance, draft, lambda one: _known(draft, one)._replace(name=name))


def _misspelt(one: Entry, name: str) -> Entry:
    """The entry with a slip in its name, which must be known to be missed."""
    if one.abbreviation == _NEVER_IN_FRENCH:
        raise UnfitError
    return one._replace(name=name)


@damage(LEGEND, "GRP004")
def letter_of_a_group_name_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Alliance of Libeals …``."""
    return _rewritten(chance, draft, lambda one: _misspelt(one, letter_lost(chance, one.name)))


@damage(LEGEND, "GRP004")
def letters_of_a_group_name_swapped(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Allaince of Liberals …``."""

    def swapped(one: Entry) -> Entry:
        first, blank, rest = one.name.partition(" ")
        return _misspelt(one, letters_swapped(chance, first) + blank + rest)

    return _rewritten(chance, draft, swapped)


@damage(LEGEND, "GRP004|STR005")
def name_of_a_group_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE:``."""
    return _rewritten(chance, draft, lambda one: one._replace(name=""))


@damage(LEGEND, "GRP005")
def name_of_a_group_at_another_time(chance: Random, draft: Draft) -> list[Line]:
    """``SOC: Socialist Group``."""
    year = draft.layout.year if draft.layout.language == "en" else 0

    def of_another_time(one: Entry) -> Entry:
        names = _NAMES_OF_ANOTHER_TIME.get(one.abbreviation, ())
        return one._replace(name=next((name for since, until, name in names if since <= year <= until), one.name))

    return _rewritten(chance, draft, of_another_time)


@damage(LEGEND, "STR005")
def colon_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE Alliance of …``."""
    return _rewritten(chance, draft, lambda one: one._replace(colon=" "))


@damage(LEGEND, "STR005")
def dash_for_a_colon(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE – Alliance of …``."""
    return _rewritten(chance, draft, lambda one: one._replace(colon=chance.choice([" - ", " – ", " = "])))


@damage(LEGEND, "STR005")
def semicolon_for_a_colon(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE; Alliance of …``."""
    return _rewritten(chance, draft, lambda one: one._replace(colon=chance.choice(["; ", ", ", ". "])))


@damage(LEGEND, "STR005")
def abbreviation_lost(chance: Random, draft: Draft) -> list[Line]:
    """``Alliance of Liberals …``."""

    def lost(one: Entry) -> Entry:
        if one.name[0].islower():  # so begins the rest of a name that was wrapped
            raise UnfitError
        return _misspelt(one, one.name)._replace(abbreviation="", colon=chance.choice(["", ": "]))

    return _rewritten(chance, draft, lost)


def _others(draft: Draft) -> dict[str, tuple[str, str]]:
    """Abbreviations and names of the other language for those of the text's."""
    return _IN_FRENCH if draft.layout.language == "en" else _IN_ENGLISH


def _replaced(one: Entry, abbreviation: str | None, name: str | None) -> Entry:
    """An entry with another abbreviation or name, where one is given; else it does not fit."""
    if abbreviation is None and name is None:
        raise UnfitError
    return one._replace(abbreviation=abbreviation or one.abbreviation, name=name or one.name)


@damage(LEGEND, "STR008")
def entry_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``PPE/DC: Groupe du Parti populaire européen``."""
    others = _others(draft)
    return _rewritten(chance, draft, lambda one: _replaced(one, *others.get(one.abbreviation, (None, None))))


@damage(LEGEND, "STR008")
def abbreviation_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``PPE/DC: Group of the European People's Party``."""
    others = {group: other for group, (other, _) in _others(draft).items()}
    return _rewritten(chance, draft, lambda one: _replaced(one, others.get(one.abbreviation), None))


@damage(LEGEND, "STR008")
def group_name_in_the_other_language(chance: Random, draft: Draft) -> list[Line]:
    """``EPP/CD: Groupe du Parti populaire européen``."""
    others = {group: name for group, (_, name) in _others(draft).items()}
    return _rewritten(chance, draft, lambda one: _replaced(one, None, others.get(one.abbreviation)))


@damage(LEGEND, "GRP005")
def entry_of_an_older_legend(chance: Random, draft: Draft) -> list[Line]:
    """``EC/DA: …`` where the members are of ECPA."""
    return _rewritten(chance, draft, lambda one: _replaced(one, *_PREDECESSORS.get(one.abbreviation, (None, None))))


@damage(LEGEND, "GRP005")
def abbreviation_of_an_older_legend(chance: Random, draft: Draft) -> list[Line]:
    """``EC/DA: European Conservatives, Patriots and Affiliates``."""
    older = {group: abbreviation for group, (abbreviation, _) in _PREDECESSORS.items()}
    return _rewritten(chance, draft, lambda one: _replaced(one, older.get(one.abbreviation), None))


@damage(LEGEND, "GRP003")
def word_before_the_legend(chance: Random, draft: Draft) -> list[Line]:
    """``Groups: ALDE: …``."""
    line = draft.one("legend")
    line.text = chance.choice(_WORDS_BEFORE[draft.layout.language]) + _copy(line).text
    return [line]


@damage(LEGEND, "GRP006")
def legend_pasted_twice(chance: Random, draft: Draft) -> list[Line]:
    """All entries once more below the others."""
    lines = draft.some("legend")
    copies = [_copy(line) for line in lines]
    for line, above in zip(copies, [lines[-1], *copies], strict=False):
        draft.add(line, above)
    return copies[:1]


@damage(LEGEND, "GRP001|GRP003")
def abbreviation_misspelt(chance: Random, draft: Draft) -> list[Line]:
    """``ADLE: …`` is French, so a letter is doubled: ``AALDE: …``; reported there or where the group is used."""
    line = any_of(chance, draft.some("legend"))
    one = _parts(line)
    line.text = str(one._replace(abbreviation=one.abbreviation[0] + one.abbreviation))
    return [line, *_first_user(draft, one.abbreviation)]


@damage(LEGEND, only("GRP002", "print"))
def group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more than groups are used, but not all groups of today."""
    there = {_parts(line).abbreviation for line in draft.some("legend")}
    missing = sorted({*_ALL} - there)
    if len(missing) < 2 or draft.layout.language == "fr" or draft.layout.year < 2025:
        raise UnfitError
    return [_entry(draft, chance.choice(missing), _ALL)]


@damage(LEGEND, "GRP002|GRP003")
def unknown_group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more, of a group that never was."""
    return [_entry(draft, "XYZ", {"XYZ": _FRIENDS[draft.layout.language][0]})]


@damage(LEGEND, only("GRP002|GRP005", "print"))
def former_group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more, of a group that is no more."""
    if draft.layout.year < 2025:
        raise UnfitError
    return [_entry(draft, chance.choice(sorted(_NO_LONGER)), _NO_LONGER)]


@damage(LEGEND, "STR005|GRP004|GRP001")
def two_entries_on_one_line(chance: Random, draft: Draft) -> list[Line]:
    """A line end was lost between two entries."""
    lines = draft.some("legend")
    place = chance.randrange(len(lines) - 1)
    first, second = lines[place : place + 2]
    first.text += chance.choice([" ", "; "]) + second.text
    draft.remove(second)
    return [first]


def _entry(draft: Draft, abbreviation: str, names: Mapping[str, str]) -> Line:
    """A new entry where the alphabet wants it, never first."""
    before = [line for line in draft.some("legend") if _parts(line).abbreviation < abbreviation]
    if not before:
        raise UnfitError
    entry = _parts(before[-1])._replace(number="", abbreviation=abbreviation, name=names[abbreviation])
    return draft.add(Line("legend", str(entry)), before[-1])
