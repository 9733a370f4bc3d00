"""Damages of numbers and dates."""

import re
from collections.abc import Callable
from random import Random

from damage.draft import Draft, Line, UnfitError
from damage.kinds import any_of, damage, place_in
from declparse.document import MONTHS

NUMBERS, DATES = "numbers", "dates"

_LETTERS = "ABCOIlSx"
_GERMAN = ("Januar", "Februar", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sept", "Oktober", "Nov", "Dezember")
_MONTHS = {"en": MONTHS["en"], "fr": MONTHS["fr"], "de": _GERMAN}
_IMPOSSIBLE = ("31 June", "31 September", "31 November", "30 February", "31 April", "32 March", "0 May", "45 October")
_FIRST_KNOWN = 1996  # of earlier documents the numbers are not known
_NUMBER = re.compile(r"(?<=[.o°] )\d+")
_IN_THE_TEXT = {"en": ("On {} {}, ", " since {} {}"), "fr": ("Le {} {}, ", " depuis le {} {}")}


def translated(month: str, language: str) -> str:
    """A month in one of the three languages, given in English or French."""
    for names in _MONTHS.values():
        if month in names:
            return _MONTHS[language][names.index(month)]
    raise UnfitError


def _impossible(chance: Random, draft: Draft) -> str:
    """A day and month, in the language of the text, that no year has."""
    day, month = chance.choice(_IMPOSSIBLE).split()
    return f"{day} {translated(month, draft.layout.language)}"


def letter_for_a_digit(chance: Random, number: str) -> str:
    place = chance.randrange(len(number))
    return number[:place] + chance.choice(_LETTERS) + number[place + 1 :]


def letter_between_digits(chance: Random, number: str) -> str:
    place = chance.randrange(1, len(number))
    return number[:place] + chance.choice(_LETTERS) + number[place:]


def sign_between_digits(chance: Random, number: str) -> str:
    place = chance.randrange(1, len(number))
    return number[:place] + chance.choice(".,-/' ") + number[place:]


def digit_lost(chance: Random, number: str) -> str:
    place = chance.randrange(len(number))
    return number[:place] + number[place + 1 :]


def digit_doubled(chance: Random, number: str) -> str:
    place = chance.randrange(len(number))
    return number[:place] + number[place] + number[place:]


def first_digits_swapped(chance: Random, number: str) -> str:
    return number[1] + number[0] + number[2:]


def number_lost(chance: Random, number: str) -> str:
    return ""


def placeholder_left(chance: Random, number: str) -> str:
    return chance.choice(["XXXXX", "…", "[ ]", "???"])


def arabic_digits(chance: Random, number: str) -> str:
    return number.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})


def zero_before_it(chance: Random, number: str) -> str:
    return f"0{number}"


def too_many_digits(chance: Random, number: str) -> str:
    return number + "".join(chance.choices("0123456789", k=7 - len(number)))


_NUMBERS: dict[Callable[[Random, str], str], tuple[str | None, str | None]] = {
    letter_for_a_digit: ("NUM001", "NUM002"),
    letter_between_digits: ("NUM001", "NUM002"),
    sign_between_digits: ("NUM001", "NUM002"),
    digit_lost: ("NUM004", "NUM004"),
    digit_doubled: ("NUM004", "NUM004"),
    first_digits_swapped: ("NUM004", "NUM004"),
    number_lost: ("NUM001", "NUM002"),
    placeholder_left: ("NUM001", "NUM002"),
    arabic_digits: ("NUM001", "NUM002"),
    too_many_digits: ("NUM001", None),
    zero_before_it: ("NUM001", "NUM002"),
}


def _damage_number(role: str, title: str, rewrite: Callable[[Random, str], str], codes: str) -> None:
    """A kind that rewrites the number in a line of the header."""

    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one(role)
        number = _NUMBER.findall(line.text)[0]
        new = rewrite(chance, number)
        if new == number or (codes == "NUM004" and (new.startswith("0") or draft.layout.year < _FIRST_KNOWN)):
            raise UnfitError
        line.text = line.text.replace(number, new, 1).strip()
        return [line]

    damage(NUMBERS, codes, f"{title}: {rewrite.__name__.replace('_', ' ')}")(breaker)


@damage(NUMBERS, "NUM006")
def another_edition_in_the_header(chance: Random, draft: Draft) -> list[Line]:
    """``Doc. 16240 4th edition`` above ``2nd edition, originally tabled on …``."""
    line = draft.one("number")
    if "2nd edition" not in line.text:
        raise UnfitError
    line.text = line.text.replace("2nd", chance.choice(["1st", "3rd", "4th", "12th"]))
    return [line]


for _rewrite, (_document, _declaration) in _NUMBERS.items():
    if _document:
        _damage_number("number", "document number", _rewrite, _document)
    if _declaration:
        _damage_number("declaration", "declaration number", _rewrite, _declaration)


def _damage_total(name: str, codes: str, rewrite: Callable[[Random, int], str]) -> None:
    """A kind that rewrites the total."""

    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one("total")
        line.text = f"Total = {rewrite(chance, len(draft.some('signatory')))}".strip()
        return [line]

    damage(NUMBERS, codes, name)(breaker)


_damage_total("total one too low", "SIG001", lambda chance, total: f"{total - 1}")
_damage_total("total one too high", "SIG001", lambda chance, total: f"{total + 1}")
_damage_total("total far off", "SIG001", lambda chance, total: f"{total + chance.choice([-15, 10, 40, 177])}")
_damage_total("total of three digits", "SIG001", lambda chance, total: f"{total}{chance.randrange(10)}")
_damage_total("total without number", "SIG007", lambda chance, total: "")
_damage_total("total of letters", "SIG007", lambda chance, total: chance.choice(["XX", "xx", "NN"]))
_damage_total("total with a letter", "SIG007", lambda chance, total: f"{total // 10}{chance.choice('OIlSB')}")
_damage_total("total in words", "SIG007", lambda chance, total: chance.choice(["twenty-three", "twenty"]))
_damage_total("total with a blank", "SIG007", lambda chance, total: f"{total // 10} {total % 10}")
_damage_total("total with a question mark", "SIG007", lambda chance, total: f"{total}?")


@damage(NUMBERS, "NUM003")
def other_note_in_the_legend(chance: Random, draft: Draft) -> list[Line]:
    """The heading points to note 1, the legend is note 2."""
    return _other_note(chance, draft.one("legend"), draft.one("heading"))


@damage(NUMBERS, "NUM003")
def other_note_in_the_heading(chance: Random, draft: Draft) -> list[Line]:
    """The heading points to note 2, the legend is note 1."""
    return _other_note(chance, draft.one("heading"), draft.one("legend"))


def _other_note(chance: Random, line: Line, other: Line) -> list[Line]:
    line.text = line.text.replace("1", f"{chance.randint(2, 9)}", 1)
    return [line, other]


@damage(NUMBERS, "NUM005")
def paragraph_number_skipped(chance: Random, draft: Draft) -> list[Line]:
    """``1.``, ``2.``, ``4.``."""
    return [_numbered(chance, draft, 1)]


@damage(NUMBERS, "NUM005")
def paragraph_number_repeated(chance: Random, draft: Draft) -> list[Line]:
    """``1.``, ``2.``, ``2.``."""
    return [_numbered(chance, draft, -1)]


@damage(NUMBERS, "NUM005")
def all_paragraphs_number_one(chance: Random, draft: Draft) -> list[Line]:
    """``1.``, ``1.``, ``1.``, as Markdown allows."""
    lines = draft.all("paragraph")
    if len({line.text[0].isdigit() for line in lines}) > 1:
        raise UnfitError
    for line in lines:
        line.text = f"1. {re.sub(r'^[0-9]+. ', '', line.text)}"
    return lines[1:2]


@damage(NUMBERS, "NUM004")
def numbers_exchanged(chance: Random, draft: Draft) -> list[Line]:
    """The document number stands in the place of the declaration number."""
    lines = draft.one("number"), draft.one("declaration")
    if draft.layout.year < _FIRST_KNOWN:
        raise UnfitError
    document, declaration = (_NUMBER.search(line.text) for line in lines)
    if document is None or declaration is None:
        raise UnfitError
    for line, old, new in zip(lines, (document[0], declaration[0]), (declaration[0], document[0]), strict=True):
        line.text = line.text.replace(old, new)
    return [*lines]


def _numbered(chance: Random, draft: Draft, shift: int) -> Line:
    """Numbers the paragraphs, from one of them on with a shift."""
    everything = draft.all("paragraph")
    numbered = [line for line in everything if line.text[0].isdigit()] or everything
    start = chance.randrange(1, len(numbered))
    for place, line in enumerate(numbered):
        number = place + 1 + (shift if place >= start else 0)
        line.text = f"{number}. {re.sub(r'^[0-9]+. ', '', line.text)}"
    return numbered[start]


def _damage_date(name: str, codes: str, rewrite: Callable[[Random, str, str, str], str]) -> None:
    """A kind that rewrites day, month and year of the date."""

    def breaker(chance: Random, draft: Draft) -> list[Line]:
        line = draft.one("date")
        day, month, year = line.text.split()
        line.text = rewrite(chance, day, month, year)
        if line.text == f"{day} {month} {year}":
            raise UnfitError
        return [line]

    damage(DATES, codes, name)(breaker)


def _number(month: str) -> str:
    return f"{_MONTHS['en'].index(translated(month, 'en')) + 1:02}"


def _other(month: str) -> str:
    return translated(month, "fr" if month in _MONTHS["en"] else "en")


def _misspelt(chance: Random, month: str) -> str:
    place = place_in(chance, month[1:]) + 1
    return month[:place] + chance.choice(["", "x", "z"]) + month[place + 1 :]


_damage_date("month in German", "DAT002", lambda chance, d, m, y: f"{d} {translated(m, 'de')} {y}")
_damage_date("month abbreviated", "DAT002", lambda chance, d, m, y: f"{d} {m[:3]}{chance.choice(['', '.'])} {y}")
_damage_date("month misspelt", "DAT002", lambda chance, d, m, y: f"{d} {_misspelt(chance, m)} {y}")
_damage_date("month in figures", "DAT002", lambda chance, d, m, y: chance.choice("/.- ").join([d, _number(m), y]))
_damage_date("date in ISO form", "DAT002", lambda chance, d, m, y: f"{y}-{_number(m)}-{d:0>2}")
_damage_date("month before the day", "DAT002", lambda chance, d, m, y: f"{m} {d}, {y}")
_damage_date("ordinal day", "DAT002", lambda chance, d, m, y: f"{d}{'th' if m in _MONTHS['en'] else 'e'} {m} {y}")
_damage_date(
    "weekday before the date",
    "DAT002",
    lambda chance, d, m, y: f"{'Thursday' if m in _MONTHS['en'] else 'jeudi'} {d} {m} {y}",
)
_damage_date("day lost", "DAT002", lambda chance, d, m, y: f"{m} {y}")
_damage_date("month lost", "DAT002", lambda chance, d, m, y: f"{d} {y}")
_damage_date("year lost", "DAT002", lambda chance, d, m, y: f"{d} {m}")
_damage_date("year of two digits", "DAT002", lambda chance, d, m, y: f"{d} {m} {y[2:]}")
_damage_date("year of three digits", "DAT002", lambda chance, d, m, y: f"{d} {m} {y[:3]}")
_damage_date("year of five digits", "DAT002", lambda chance, d, m, y: f"{d} {m} {y}{y[3]}")
_damage_date("letter in the year", "DAT002", lambda chance, d, m, y: f"{d} {m} {y.replace('0', 'O')}")
_damage_date("letter in the day", "DAT002", lambda chance, d, m, y: f"{d.replace('1', 'l').replace('0', 'O')} {m} {y}")
_damage_date("comma in the date", "DAT002", lambda chance, d, m, y: f"{d} {m}, {y}")
_damage_date("blank lost in the date", "DAT002", lambda chance, d, m, y: chance.choice([f"{d}{m} {y}", f"{d} {m}{y}"]))
_damage_date("placeholder for the date", "DAT002", lambda chance, d, m, y: "[date]")
_damage_date("month in the other language", "STR008", lambda chance, d, m, y: f"{d} {_other(m)} {y}")
_damage_date("year in the future", "DAT003", lambda chance, d, m, y: f"{d} {m} {chance.randint(2027, 2099)}")


@damage(DATES, "DAT001")
def day_that_does_not_exist(chance: Random, draft: Draft) -> list[Line]:
    """``31 June 2025``."""
    line = draft.one("date")
    line.text = f"{_impossible(chance, draft)} {line.text[-4:]}"
    return [line]


@damage(DATES, "DAT006")
def year_long_ago(chance: Random, draft: Draft) -> list[Line]:
    """A year before there were written declarations."""
    line = draft.one("date")
    line.text = f"{line.text[:-4]}{chance.randint(1900, 1969)}"
    return [line]


@damage(DATES, "DAT005")
def original_after_the_edition(chance: Random, draft: Draft) -> list[Line]:
    """The day on which a re-issue was first tabled is after its own."""
    line = any_of(chance, draft.all("reissue"))
    day = f"{chance.randint(3, 28)} January {min(draft.layout.year + 1, 2026)}"
    line.text = re.sub(r"\d+ \w+ \d+$", day, line.text)
    return [line, draft.one("date")]


@damage(DATES, "DAT006")
def original_long_ago(chance: Random, draft: Draft) -> list[Line]:
    """The day on which a re-issue was first tabled is before there were written declarations."""
    line = any_of(chance, draft.all("reissue"))
    line.text = f"{line.text[:-4]}{chance.randint(1900, 1969)}"
    return [line]


@damage(DATES, "DAT001")
def original_on_no_day(chance: Random, draft: Draft) -> list[Line]:
    """The day on which a re-issue was first tabled does not exist."""
    line = any_of(chance, draft.all("reissue"))
    line.text = re.sub(r"\d+ \w+(?= \d+$)", _impossible(chance, draft), line.text)
    return [line]


@damage(DATES, "DAT004")
def day_in_the_text_that_does_not_exist(chance: Random, draft: Draft) -> list[Line]:
    """``On 31 June 2024, …`` in a paragraph."""
    line = any_of(chance, draft.all("paragraph"))
    words = _IN_THE_TEXT[draft.layout.language][0].format(_impossible(chance, draft), draft.layout.year - 1)
    line.text = re.sub(r"^(\d+\. )?", rf"\1{words}", line.text)
    return [line]


@damage(DATES, "DAT004")
def day_in_the_title_that_does_not_exist(chance: Random, draft: Draft) -> list[Line]:
    """``… of 31 June 2024`` in the title."""
    line = draft.one("title")
    line.text += _IN_THE_TEXT[draft.layout.language][1].format(_impossible(chance, draft), draft.layout.year - 1)
    return [line]
