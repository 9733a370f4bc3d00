"""Kinds of damage: a name, a family, the codes that may report it, and the function that does it."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from damage.draft import Draft, Line

# Breaks the draft and returns the lines at one of which the finding must stand; None where it may stand anywhere.
Breaker = Callable[[Random, Draft], list[Line] | None]


class UnfitError(Exception):
    """This damage cannot be done to this document."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A kind of damage; exactly one finding must come, with one of the codes."""

    name: str
    family: str
    codes: frozenset[str]
    breaker: Breaker

    def __str__(self) -> str:
        return f"{self.family}: {self.name}"


class Signatory(NamedTuple):
    """The three fields of a line in the list."""

    name: str
    country: str
    group: str

    def __str__(self) -> str:
        return ", ".join(self)


DAMAGES: list[Damage] = []


def damage(family: str, codes: str, name: str | None = None) -> Callable[[Breaker], Breaker]:
    """Adds a function to the kinds; the kind is named after it, or as given."""

    def add(breaker: Breaker) -> Breaker:
        kind = name or getattr(breaker, "__name__", "").replace("_", " ")
        DAMAGES.append(Damage(kind, family, frozenset(codes.split("|")), breaker))
        return breaker

    return add


def one_signatory(family: str, codes: str) -> Callable[[Callable[[Random, Signatory], str]], Breaker]:
    """Adds a function that rewrites one line of the list, any of them that it fits."""

    def add(rewrite: Callable[[Random, Signatory], str]) -> Breaker:
        def breaker(chance: Random, draft: Draft) -> list[Line]:
            line, text = fitting(chance, draft.all("signatory"), lambda one: rewrite(chance, fields(one)))
            line.text = text
            return [line]

        return damage(family, codes, rewrite.__name__.replace("_", " "))(breaker)

    return add


def fitting(chance: Random, lines: list[Line], rewrite: Callable[[Line], str]) -> tuple[Line, str]:
    """Any line which can be rewritten, and what it becomes."""
    for line in chance.sample(lines, len(lines)):
        try:
            text = rewrite(line)
        except UnfitError:
            continue
        if text != line.text:
            return line, text
    raise UnfitError


def fields(line: Line) -> Signatory:
    """The fields of a line that no other damage has hit."""
    parts = line.text.split(", ")
    if len(parts) != 3:
        raise UnfitError
    return Signatory(*parts)


def any_of(chance: Random, lines: list[Line]) -> Line:
    if not lines:
        raise UnfitError
    return chance.choice(lines)


def place_in(chance: Random, text: str, fits: Callable[[str], bool] = str.isalpha) -> int:
    """The place of any character that fits."""
    places = [place for place, character in enumerate(text) if fits(character)]
    if not places:
        raise UnfitError
    return chance.choice(places)


def letters_swapped(chance: Random, word: str) -> str:
    """Two small letters change places; the first letter stays."""
    places = [i for i in range(1, len(word) - 1) if word[i : i + 2].islower() and word[i : i + 2].isalpha()]
    places = [i for i in places if word[i] != word[i + 1]]
    if not places:
        raise UnfitError
    place = chance.choice(places)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def letter_lost(chance: Random, word: str) -> str:
    place = place_in(chance, word)
    return word[:place] + word[place + 1 :]


def letter_doubled(chance: Random, word: str) -> str:
    place = place_in(chance, word)
    return word[:place] + word[place] + word[place:]


def repeated(draft: Draft) -> list[Line]:
    """The signatories whose group others have too: without them, no group is unused."""
    groups = [fields(line).group for line in draft.all("signatory")]
    return [line for line in draft.all("signatory") if groups.count(fields(line).group) > 1]
