"""Dates in other forms than the Assembly's, and the days that they mean."""

import datetime as dt
import re
from typing import NamedTuple

from declparse.document import MONTHS, CalendarDate, Language
from declparse.rules.support.shapes import shape

_PIECE = re.compile(r"[^\W\d_]+|[0-9]+")
_LITTLE_WORDS = {"st", "nd", "rd", "th", "of", "the", "er", "le", "du"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_WEEKDAY_NUMBERS = {name: number for names in (_WEEKDAYS, _JOURS) for number, name in enumerate(names)}
# The months in the other languages that are spoken in the Assembly: German, Italian, Spanish, Turkish.
_OTHER_LANGUAGES = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
)
_LISTS = (*MONTHS.values(), *map(str.split, _OTHER_LANGUAGES))
_IN_ANY_LANGUAGE = {name.lower(): number for names in _LISTS for number, name in enumerate(names, 1)}
_SHORTEST = 3  # letters of an abbreviated month, at least
# How similar to a month a word must be, and how much more than to any other. With one letter lost, doubled, moved or
# another one, each month stays 0.67 like itself; then ``Jule`` is as much June as July.
_CLOSE, _AHEAD = 0.6, 0.1


class Meant(NamedTuple):
    """The day that was meant, and the word for its month, if any; if that is misspelt, the day is not certain."""

    date: CalendarDate
    month: str | None
    certain: bool


def read(text: str, language: Language = "en") -> Meant | None:
    """Return the day that a date in another form means, in a text of that language.

    None if it may be one of several, or none at all: ``10/07/2025`` is 10 July to some and 7 October to others,
    ``13/07/2025`` can only be one day.
    """
    if shape("DIVIDERS_OF_DATE").fullmatch(_PIECE.sub("", text)) is None:
        return None
    pieces = _PIECE.findall(text)
    numbers = [piece for piece in pieces if piece.isdigit()]
    weekdays, months = _words(pieces)
    if len(months) > 1 or 4 not in map(len, numbers):
        return None
    meant = _with_month(months[0], numbers, language) if months else _of_figures(numbers)
    iso = meant.date.iso if meant else None
    if iso is None or any(dt.date.fromisoformat(iso).weekday() != day for day in weekdays):
        return None
    return meant


def _words(pieces: list[str]) -> tuple[list[int], list[str]]:
    """Return the weekdays, as numbers, and the words that are left for the month."""
    weekdays: list[int] = []
    months: list[str] = []
    for piece in pieces:
        small = piece.lower()
        if small in _WEEKDAY_NUMBERS:
            weekdays.append(_WEEKDAY_NUMBERS[small])
        elif not piece.isdigit() and small not in _LITTLE_WORDS:
            months.append(piece)
    return weekdays, months


def _with_month(word: str, numbers: list[str], language: Language) -> Meant | None:
    day, *rest = sorted(numbers, key=len)
    month, certain = _month(word, language)
    if len(rest) != 1 or len(day) > 2 or month is None:
        return None
    return Meant(CalendarDate(int(day), month, int(rest[0])), word, certain)


def _of_figures(numbers: list[str]) -> Meant | None:
    if len(numbers) != 3 or max(map(len, sorted(numbers, key=len)[:2])) > 2:
        return None
    first, second, third = map(int, numbers)
    if len(numbers[0]) == 4:  # the ISO form
        return Meant(CalendarDate(third, second, first), None, True)
    if len(numbers[1]) == 4 or (first != second and max(first, second) <= 12):
        return None
    return Meant(CalendarDate(max(first, second), min(first, second), third), None, True)


def _month(word: str, language: Language) -> tuple[int | None, bool]:
    """Return the number of the month that a word means, if any, and whether that is certain."""
    small = word.lower()
    names = [name.lower() for name in MONTHS[language]]
    begun = [number for number, name in enumerate(names, 1) if name.startswith(small)]
    if len(begun) == 1 and len(small) >= _SHORTEST:
        return begun[0], True
    if small in _IN_ANY_LANGUAGE:
        return _IN_ANY_LANGUAGE[small], True
    from difflib import SequenceMatcher  # slow to load, and only needed for a misspelt month

    likeness = sorted((SequenceMatcher(None, small, name).ratio(), number) for number, name in enumerate(names, 1))
    (second, _), (best, number) = likeness[-2:]
    return (number if best >= _CLOSE and best > second + _AHEAD else None), False
