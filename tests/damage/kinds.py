"""Kinds of damage: a name, a family, the codes that may report it, and the function that does it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple, TypeVar

from damage.draft import Draft, Line, UnfitError

T = TypeVar("T")
# Breaks the draft and returns the lines at one of which the finding must stand; None where it may stand anywhere.
Breaker = Callable[[Random, Draft], list[Line] | None]


@dataclass(frozen=True, slots=True, eq=False)
class Damage:
    """A kind of damage: exactly one finding must come, with one of the codes.

    The codes may differ by layout; where there are none for a layout, the damage is none there.
    """

    name: str
    family: str
    codes: Mapping[str, frozenset[str]]
    breaker: Breaker

    def __str__(self) -> str:
        return f"{self.family}: {self.name}"

    @property
    def all_codes(self) -> frozenset[str]:
        return frozenset().union(*self.codes.values())

    @property
    def is_harmless(self) -> bool:
        """Whether nothing must be found: what is changed may be written so, too."""
        return not self.all_codes


class Name(NamedTuple):
    """A title, where there is one, which then stands first; a surname, given names."""

    title: str
    surname: str
    given: str

    def __str__(self) -> str:
        words = (self.title, self.given, self.surname) if self.title else (self.surname, self.given)
        return " ".join(filter(None, words))


class Signatory(NamedTuple):
    """The three fields of a line in the list."""

    name: str
    country: str
    group: str

    def __str__(self) -> str:
        return ", ".join(self)

    @property
    def full_name(self) -> Name:
        """A surname in capitals and given names; names with particles, or without given names, do not fit."""
        title, *words = self.name.split(" ") if self.name.startswith(TITLES) else ("", *self.name.split(" "))
        surname = words.pop() if title else words.pop(0)
        if not surname.isupper() or not words or not all(word.istitle() for word in words):
            raise UnfitError
        return Name(title, surname, " ".join(words))


LAYOUTS = ("1995", "2001", "2008", "print", "web")
PRINTS = LAYOUTS[:-1]
SINCE_2007 = ("2008", "print")  # prints whose lists have full names and a total
TITLES = ("Mr", "Ms", "Sir", "Lord", "M.", "Mme")

DAMAGES: list[Damage] = []


def only(codes: str, *layouts: str) -> dict[str, str]:
    """The same codes in some layouts; in others it is no damage."""
    return dict.fromkeys(layouts, codes)


def damage(family: str, codes: str | Mapping[str, str], name: str | None = None) -> Callable[[Breaker], Breaker]:
    """Adds a function to the kinds; the kind is named after it, or as given.

    The codes are divided by bars; they are those of every layout, or given for each. No code: nothing must be found.
    """
    by_layout = only(codes, *LAYOUTS) if isinstance(codes, str) else codes
    sets = {layout: frozenset(filter(None, some.split("|"))) for layout, some in by_layout.items()}

    def add(breaker: Breaker) -> Breaker:
        kind = name or getattr(breaker, "__name__", "").replace("_", " ")
        DAMAGES.append(Damage(kind, family, sets, breaker))
        return breaker

    return add


def one_signatory(
    family: str, codes: str | Mapping[str, str]
) -> Callable[[Callable[[Random, Signatory], str]], Breaker]:
    """Adds a function that rewrites one line of the list, any of them that it fits."""

    def add(rewrite: Callable[[Random, Signatory], str]) -> Breaker:
        def breaker(chance: Random, draft: Draft) -> list[Line]:
            return rewritten(chance, draft, lambda who: rewrite(chance, who))

        return damage(family, codes, rewrite.__name__.replace("_", " "))(breaker)

    return add


def rewritten(chance: Random, draft: Draft, rewrite: Callable[[Signatory], str]) -> list[Line]:
    """Rewrites one signatory, any that it fits."""
    line, text = fitting(chance, draft.some("signatory"), lambda one: rewrite(fields(one)))
    line.text = text
    return [line]


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


def any_of(chance: Random, lines: Sequence[T]) -> T:
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
    if not draft.all("legend"):
        return draft.all("signatory")
    return [line for line in draft.all("signatory") if groups.count(fields(line).group) > 1]
