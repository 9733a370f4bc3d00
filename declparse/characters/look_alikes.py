"""Cyrillic and Greek letters that stand for Latin ones."""

import re
from collections.abc import Callable, Iterator

from declparse.characters.composition import ACCENTS
from declparse.characters.white_space import LINE_BREAKS
from declparse.marks import AROUND

# Cyrillic and Greek letters that are printed like a Latin one.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝӀӏѵ", "ABESIJKMHOPCTYXaesijopcyxhdqwIlv", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυι", "ABEZHIKMNOPTYXovui", strict=True))
# The same with an accent.
_CYRILLIC |= dict(zip("ЀЁЇЌѐёїӐӑӒӓӖӗӦӧӮӯӰӱ", "ÈËÏḰèëïĂăÄäĔĕÖöȲȳŸÿ", strict=True))
_GREEK |= dict(zip("ΆΈΊΌΎΐΪΫίΰϊϋόύ", "ÁÉÍÓÝḯÏŸíǘïüóú", strict=True))
LOOK_ALIKES = str.maketrans(_CYRILLIC | _GREEK)

# Any letter of the two scripts, whether or not it looks like a Latin one.
_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
_CYRILLIC_LETTER = "[\u0400-\u052f]"
_HAS_FOREIGN = re.compile(f"[{_FOREIGN}]")
_WORD = re.compile(rf"(?:[^\W\d_][{ACCENTS}]*)+")
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_LOOKS_LATIN = "[" + "".join(map(chr, LOOK_ALIKES)) + "]"
# What makes a word Latin that has such letters: one that looks Latin or is Cyrillic, or one amid Latin letters. Other
# Greek letters at its edge are signs of science: ``μg``, ``kΩ``, ``Δt``.
_MIXED = f"(?=.*{_LATIN}).*(?:{_LOOKS_LATIN}|{_CYRILLIC_LETTER}|{_LATIN}[{_FOREIGN}]+{_LATIN})"
_ALL_LOOK_LATIN = f"(?:{_LOOKS_LATIN}[{ACCENTS}]*)+"
# Says of a line, or a piece of one, whether only Latin letters can be meant in it.
LatinLine = Callable[[str], object]
_LONGEST_LINE = 150  # characters before a word, and after it
_LINE_END = f"[\r\n{LINE_BREAKS}]"


def latin(text: str, is_latin_line: LatinLine) -> str:
    """Return the text with each look-alike in a Latin word as the Latin letter; its length stays the same."""
    if not _HAS_FOREIGN.search(text):
        return text
    letters = list(text)
    for start, end in foreign_words(text, 0, len(text), is_latin_line):
        letters[start:end] = text[start:end].translate(LOOK_ALIKES)
    return "".join(letters)


def all_latin(text: str) -> str:
    """Return the same for a name alone, where also a word of look-alikes only is a Latin one."""
    if not _HAS_FOREIGN.search(text):
        return text
    return _WORD.sub(_if_all_look_latin, latin(text, lambda _: False))


def _if_all_look_latin(word: re.Match[str]) -> str:
    return word[0].translate(LOOK_ALIKES) if re.fullmatch(_ALL_LOOK_LATIN, word[0]) else word[0]


def foreign_words(text: str, begin: int, end: int, is_latin_line: LatinLine) -> Iterator[tuple[int, int]]:
    """Yield where Latin words are written with Cyrillic or Greek letters: in part or, in a Latin line, wholly."""
    if not _HAS_FOREIGN.search(text, begin, end):
        return
    for word in _WORD.finditer(text, begin, end):
        if _HAS_FOREIGN.search(word[0]) and (
            re.match(_MIXED, word[0])
            or (re.fullmatch(_ALL_LOOK_LATIN, word[0]) and _in_latin_line(text, word.start(), is_latin_line))
        ):
            yield word.span()


def foreign_letters(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return where the runs of Cyrillic or Greek letters of a stretch of text stand, with the accents behind them."""
    return [run.span() for run in re.compile(f"(?:[{_FOREIGN}][{ACCENTS}]*)+").finditer(text, begin, end)]


def _in_latin_line(text: str, place: int, is_latin_line: LatinLine) -> bool:
    """True if the line is one in which Latin letters are meant: by its shape, and since no other letter forbids it."""
    before = text[max(0, place - _LONGEST_LINE) : place]
    after = text[place : place + _LONGEST_LINE]
    before, after = re.split(_LINE_END, before)[-1], re.split(_LINE_END, after, maxsplit=1)[0]
    line = before + after
    foreign = set(_HAS_FOREIGN.findall(line))
    signatory = before.rpartition(";")[2] + after.partition(";")[0]  # of a web page, where all stand on one line
    return all(ord(letter) in LOOK_ALIKES for letter in foreign) and any(
        is_latin_line(words.strip(AROUND)) for words in (line, signatory)
    )
