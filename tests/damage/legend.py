"""Damages of the legend."""

import re
from collections.abc import Iterable
from random import Random

from damage.draft import Draft, Line
from damage.kinds import UnfitError, any_of, damage, fields, fitting, letter_lost, letters_swapped

LEGEND = "legend"

_EARLIER = {"SOC": "Socialist Group", "NR": "not registered in a group"}
_NO_LONGER = {"EDG": "European Democratic Group", "FDG": "Free Democrats Group"}
_ALL = {
    "ALDE": "Alliance of Liberals and Democrats for Europe",
    "ECPA": "European Conservatives, Patriots and Affiliates",
    "EPP/CD": "Group of the European People's Party",
    "NR": "Representatives not belonging to a Political Group",
    "SOC": "Socialists, Democrats and Greens Group",
    "UEL": "Group of the Unified European Left",
}
_FRENCH = {
    "ALDE": "ADLE: Alliance des démocrates et des libéraux pour l'Europe",
    "EPP/CD": "PPE/DC: Groupe du Parti populaire européen",
    "UEL": "GUE: Groupe pour la gauche unitaire européenne",
}
_PREDECESSORS = {
    "ALDE": "LDR: Liberal, Democratic and Reformers' Group",
    "ECPA": "EC/DA: European Conservatives Group and Democratic Alliance",
}


def _parts(line: Line) -> tuple[str, str, str]:
    """The number of the note, the abbreviation and the name of an entry."""
    found = re.fullmatch(r"(\d\. )?(\S+): (.+)", line.text)
    if not found:
        raise UnfitError
    return found[1] or "", found[2], found[3]


def _rewritten(chance: Random, draft: Draft, new: str) -> Line:
    """Any entry in a new shape, in which N, A and T stand for number, abbreviation and name."""
    line = any_of(chance, draft.all("legend"))
    number, abbreviation, name = _parts(line)
    line.text = new.format(N=number, A=abbreviation, T=name).strip()
    return line


def _first_user(draft: Draft, abbreviation: str) -> list[Line]:
    return [line for line in draft.all("signatory") if fields(line).group == abbreviation][:1]


def _set(lines: Iterable[Line]) -> None:
    """The first entry, and only that, has the number of the note."""
    for place, line in enumerate(lines):
        line.text = ("1. " if place == 0 else "") + line.text.removeprefix("1. ")


@damage(LEGEND, "GRP001")
def entry_lost(chance: Random, draft: Draft) -> list[Line]:
    """A group that is used is not in the legend any more."""
    line = any_of(chance, draft.all("legend"))
    draft.remove(line)
    _set(draft.all("legend"))
    return _first_user(draft, _parts(line)[1])


@damage(LEGEND, "GRP006")
def entry_doubled(chance: Random, draft: Draft) -> list[Line]:
    """The same entry twice, one below the other."""
    line = any_of(chance, draft.all("legend"))
    return [draft.add(Line("legend", line.text.removeprefix("1. ")), line)]


@damage(LEGEND, "GRP006")
def entry_repeated_below(chance: Random, draft: Draft) -> list[Line]:
    """The same entry once more at the end of the legend."""
    *lines, last = draft.all("legend")
    return [draft.add(Line("legend", any_of(chance, lines).text.removeprefix("1. ")), last)]


def _only_used(draft: Draft) -> list[Line]:
    """The entries of a legend that has only the groups used; one that has all groups may have any order."""
    lines = draft.all("legend")
    if len(lines) >= len(_ALL):
        raise UnfitError
    return lines


@damage(LEGEND, "GRP007")
def entries_swapped(chance: Random, draft: Draft) -> list[Line]:
    """Two neighbours change places."""
    lines = _only_used(draft)
    place = chance.randrange(len(lines) - 1)
    one, other = lines[place : place + 2]
    one.text, other.text = other.text, one.text
    _set(lines)
    return [one, other]


@damage(LEGEND, "GRP007")
def entry_moved_to_the_end(chance: Random, draft: Draft) -> list[Line]:
    """An entry stands last that belongs further up."""
    *lines, last = _only_used(draft)
    line = any_of(chance, lines[:-1])
    draft.move(line, last)
    _set(draft.all("legend"))
    return [line]


@damage(LEGEND, "GRP004")
def name_of_another_group(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Group of the Unified European Left``."""
    line = any_of(chance, draft.all("legend"))
    number, abbreviation, _ = _parts(line)
    line.text = f"{number}{abbreviation}: {_ALL[chance.choice(sorted({*_ALL} - {abbreviation}))]}"
    return [line]


@damage(LEGEND, "GRP004")
def name_of_no_group(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Group of Friends``."""
    return [_rewritten(chance, draft, "{N}{A}: " + chance.choice(["Group of Friends", "Members for a Better World"]))]


@damage(LEGEND, "GRP004")
def letter_of_a_group_name_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Alliance of Libeals …``."""
    line = any_of(chance, draft.all("legend"))
    number, abbreviation, name = _parts(line)
    line.text = f"{number}{abbreviation}: {letter_lost(chance, name)}"
    return [line]


@damage(LEGEND, "GRP004")
def letters_of_a_group_name_swapped(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE: Alliance of Libreals …``."""
    line = any_of(chance, draft.all("legend"))
    number, abbreviation, name = _parts(line)
    words = name.split(" ")
    words[0] = letters_swapped(chance, words[0])
    line.text = f"{number}{abbreviation}: {' '.join(words)}"
    return [line]


@damage(LEGEND, "GRP004|STR005")
def name_of_a_group_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE:``."""
    return [_rewritten(chance, draft, "{N}{A}:")]


@damage(LEGEND, "GRP005")
def earlier_name_of_a_group(chance: Random, draft: Draft) -> list[Line]:
    """``SOC: Socialist Group``."""

    def earlier(line: Line) -> str:
        number, abbreviation, name = _parts(line)
        return f"{number}{abbreviation}: {_EARLIER.get(abbreviation, name)}"

    line, text = fitting(chance, draft.all("legend"), earlier)
    line.text = text
    return [line]


@damage(LEGEND, "STR005")
def colon_lost(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE Alliance of …``."""
    return [_rewritten(chance, draft, "{N}{A} {T}")]


@damage(LEGEND, "STR005")
def dash_for_a_colon(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE – Alliance of …``."""
    return [_rewritten(chance, draft, "{N}{A}" + chance.choice([" -", " –", " ="]) + " {T}")]


@damage(LEGEND, "STR005")
def semicolon_for_a_colon(chance: Random, draft: Draft) -> list[Line]:
    """``ALDE; Alliance of …``."""
    return [_rewritten(chance, draft, "{N}{A}" + chance.choice([";", ",", "."]) + " {T}")]


@damage(LEGEND, "STR005")
def abbreviation_lost(chance: Random, draft: Draft) -> list[Line]:
    """``Alliance of Liberals …``."""
    return [_rewritten(chance, draft, "{N}" + chance.choice(["", ": "]) + "{T}")]


def _replaced(chance: Random, draft: Draft, entries: dict[str, str]) -> Line:
    """Any entry for which another one is given, and that instead."""
    line = any_of(chance, [line for line in draft.all("legend") if _parts(line)[1] in entries])
    number, abbreviation, _ = _parts(line)
    line.text = number + entries[abbreviation]
    return line


@damage(LEGEND, "STR008")
def entry_in_french(chance: Random, draft: Draft) -> list[Line]:
    """``PPE/DC: Groupe du Parti populaire européen``."""
    return [_replaced(chance, draft, _FRENCH)]


@damage(LEGEND, "STR008")
def abbreviation_in_french(chance: Random, draft: Draft) -> list[Line]:
    """``NI: Representatives not belonging …``."""
    return [_replaced(chance, draft, {"NR": f"NI: {_ALL['NR']}", "ALDE": f"ADLE: {_ALL['ALDE']}"})]


@damage(LEGEND, "STR008")
def group_name_in_french(chance: Random, draft: Draft) -> list[Line]:
    """``EPP/CD: Groupe du Parti populaire européen``."""
    names = {english: f"{english}: {french.partition(': ')[2]}" for english, french in _FRENCH.items()}
    return [_replaced(chance, draft, names)]


@damage(LEGEND, "GRP005")
def entry_of_an_older_legend(chance: Random, draft: Draft) -> list[Line]:
    """``EC/DA: …`` where the members are of ECPA."""
    return [_replaced(chance, draft, _PREDECESSORS)]


@damage(LEGEND, "GRP005")
def abbreviation_of_an_older_legend(chance: Random, draft: Draft) -> list[Line]:
    """``EC/DA: European Conservatives, Patriots and Affiliates``."""
    older = {group: f"{entry.partition(':')[0]}: {_ALL[group]}" for group, entry in _PREDECESSORS.items()}
    return [_replaced(chance, draft, older)]


@damage(LEGEND, "GRP003")
def word_before_the_legend(chance: Random, draft: Draft) -> list[Line]:
    """``Groups: ALDE: …``."""
    line = draft.one("legend")
    line.text = chance.choice(["Groups: ", "Note 1: ", "Legend: "]) + line.text.removeprefix("1. ")
    return [line]


@damage(LEGEND, "GRP006")
def legend_pasted_twice(chance: Random, draft: Draft) -> list[Line]:
    """All entries once more below the others."""
    last = draft.all("legend")[-1]
    copies = [Line("legend", line.text.removeprefix("1. ")) for line in draft.all("legend")]
    for line in copies:
        last = draft.add(line, last)
    return copies[:1]


@damage(LEGEND, "GRP001|GRP003")
def abbreviation_misspelt(chance: Random, draft: Draft) -> list[Line]:
    """``ADLE: …`` stays French, so a letter is doubled: ``ALLDE: …``; reported there or where the group is used."""
    line = any_of(chance, draft.all("legend"))
    number, abbreviation, name = _parts(line)
    line.text = f"{number}{abbreviation[0]}{abbreviation}: {name}"
    return [line, *_first_user(draft, abbreviation)]


@damage(LEGEND, "GRP002")
def group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more than groups are used, but not all groups of today."""
    there = {_parts(line)[1] for line in draft.all("legend")}
    missing = sorted({*_ALL} - there)
    if len(missing) < 2:
        raise UnfitError
    return [_entry(draft, chance.choice(missing), _ALL)]


@damage(LEGEND, "GRP002|GRP003")
def unknown_group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more, of a group that never was."""
    return [_entry(draft, "XYZ", {"XYZ": "Group of Friends"})]


@damage(LEGEND, "GRP002|GRP005")
def former_group_that_nobody_has(chance: Random, draft: Draft) -> list[Line]:
    """An entry more, of a group that is no more."""
    return [_entry(draft, chance.choice(sorted(_NO_LONGER)), _NO_LONGER)]


@damage(LEGEND, "STR005|GRP004|GRP001")
def two_entries_on_one_line(chance: Random, draft: Draft) -> list[Line]:
    """A line end was lost between two entries."""
    lines = draft.all("legend")
    place = chance.randrange(len(lines) - 1)
    first, second = lines[place : place + 2]
    first.text += chance.choice([" ", "; "]) + second.text
    draft.remove(second)
    return [first]


def _entry(draft: Draft, abbreviation: str, names: dict[str, str]) -> Line:
    """A new entry where the alphabet wants it, never first."""
    lines = draft.all("legend")
    before = [line for line in lines if _parts(line)[1] < abbreviation]
    if not before:
        raise UnfitError
    return draft.add(Line("legend", f"{abbreviation}: {names[abbreviation]}"), before[-1])
