"""Wording: how a text and its values are put into the language of the messages.

That is the language of whoever reads them: not the one of the document, and not the one of the machine. What quotes the
document, or says what to write in it, is a plain value and stays as it is.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from declparse.characters.composition import composed
from declparse.document import date_in_words

Lang = Literal["en", "fr"]

# What each part is called.
PARTS = {
    "document_number": "document number",
    "date": "date",
    "title": "title",
    "declaration_number": "declaration number",
    "reissue": "re-issue line",
    "disclaimer": "disclaimer",
    "opening": "opening",
    "text": "text",
    "sign_off": "sign-off",
    "list_heading": "list heading",
    "list": "list of signatories",
    "total": "total",
    "legend": "legend",
}

_NO_TERMS: Mapping[str, str] = MappingProxyType({})
_BEFORE_A_MARK_OR_IN_QUOTES = r" (?=[:;!?»])|(?<=«) "


class Count(int):
    """A number that chooses its noun: ``{found:member|members}`` is ``1 member``."""

    def __format__(self, nouns: str) -> str:
        singular, _, plural = nouns.partition("|")
        return f"{int(self)} {singular if self._is_singular else plural}" if nouns else str(int(self))

    @property
    def _is_singular(self) -> bool:
        return self == 1


class _FrenchCount(Count):
    """It has the singular for none as well: ``0 membre``."""

    @property
    def _is_singular(self) -> bool:
        return abs(self) < 2


class Day(NamedTuple):
    """A day, or without ``day`` a month, of a year or without ``year`` of any: ``10 July 2025``, ``June``."""

    day: int | None
    month: int
    year: int | None

    @classmethod
    def of(cls, iso: str) -> "Day":
        """Return the day of an ISO date."""
        year, month, day = map(int, iso.split("-"))
        return cls(day, month, year)

    def words(self, lang: Lang) -> str:
        """Return the day as the Assembly writes it in that language: ``10 July 2025``, ``1er juillet 2025``."""
        return date_in_words(self.day, self.month, self.year, lang)


class Term(str):
    """A word of our own, in English, that a message names: a part, a kind of document, a source."""

    __slots__ = ()


def said(value: object, lang: Lang, terms: Mapping[str, str] = _NO_TERMS) -> object:
    """Return a value as a message of that language says it, ready to be put into a template.

    ``terms`` has the words for each ``Term`` in that language; one that it has not stays English. A list of values is
    set with commas.
    """
    if isinstance(value, Day):
        return value.words(lang)
    if isinstance(value, list):
        return ", ".join(str(said(one, lang, terms)) for one in value)
    if isinstance(value, Term):
        return terms.get(value, str(value))
    if isinstance(value, str):  # a quotation, which has no other length where its letters are not composed
        return composed(value)
    return _FrenchCount(value) if isinstance(value, Count) and lang == "fr" else value


def typeset(text: str) -> str:
    """Return a French text as it is printed: no-break blanks before ``: ; ! ?`` and in ``« »``, curved apostrophes.

    The tables of texts have plain blanks and apostrophes, which are easier to see and to type.
    """
    return re.sub(_BEFORE_A_MARK_OR_IN_QUOTES, "\u00a0", text).replace("'", "’")


class Phrase(NamedTuple):
    """What the program says, as a template in each language of the messages."""

    en: str
    fr: str


def say(phrase: Phrase, lang: Lang, **values: object) -> str:
    """Return a phrase in a language, with its values."""
    template = phrase.en if lang == "en" else typeset(phrase.fr)
    return template.format_map({name: said(value, lang) for name, value in values.items()})
