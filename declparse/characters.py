"""Facts about characters: alphabetical order, look-alikes, white space."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from declparse.marks import AROUND

# Cyrillic and Greek letters that are printed like a Latin one.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝӀӏѵ", "ABESIJKMHOPCTYXaesijopcyxhdqwIlv", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυι", "ABEZHIKMNOPTYXovui", strict=True))
# The same with an accent.
_CYRILLIC |= dict(zip("ЀЁЇЌѐёїӐӑӒӓӖӗӦӧӮӯӰӱ", "ÈËÏḰèëïĂăÄäĔĕÖöȲȳŸÿ", strict=True))
_GREEK |= dict(zip("ΆΈΊΌΎΐΪΫίΰϊϋόύ", "ÁÉÍÓÝḯÏŸíǘïüóú", strict=True))
LOOK_ALIKES = str.maketrans(_CYRILLIC | _GREEK)

# Accents that stand behind their letter as characters of their own.
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Any letter of the two scripts, whether or not it looks like a Latin one.
_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
_CYRILLIC_LETTER = "[\u0400-\u052f]"
_HAS_FOREIGN = re.compile(f"[{_FOREIGN}]")
_WORD = re.compile(rf"(?:[^\W\d_][{_ACCENTS}]*)+")
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_LOOKS_LATIN = "[" + "".join(map(chr, LOOK_ALIKES)) + "]"
# What makes a word Latin that has such letters: one that looks Latin or is Cyrillic, or one amid Latin letters. Other
# Greek letters at its edge are signs of science: ``μg``, ``kΩ``, ``Δt``.
_MIXED = f"(?=.*{_LATIN}).*(?:{_LOOKS_LATIN}|{_CYRILLIC_LETTER}|{_LATIN}[{_FOREIGN}]+{_LATIN})"
_ALL_LOOK_LATIN = f"(?:{_LOOKS_LATIN}[{_ACCENTS}]*)+"
# Says of a line, or a piece of one, whether only Latin letters can be meant in it.
LatinLine = Callable[[str], object]
_LONGEST_LINE = 150  # characters before a word, and after it

# Line breaks of word processors and of other systems, which are no line ends here.
LINE_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_LINE_END = f"[\r\n{LINE_BREAKS}]"

# Letters that Unicode does not take apart into a base letter and an accent.
_UNDECOMPOSED = {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "ŋ": "n", "ə": "e"}
_UNDECOMPOSED |= {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ĳ": "ij"}


class _BaseLetters(dict[int, str]):
    """For ``str.translate``: small letters without accents; blanks as they are; nothing for all that does not count."""

    def __missing__(self, code: int) -> str:
        base = ""
        for letter in unicodedata.normalize("NFD", chr(code)).lower():
            letter = _UNDECOMPOSED.get(letter, letter)
            base += letter if letter.isalnum() or letter.isspace() else ""
        self[code] = base
        return base


_BASE_LETTERS = _BaseLetters()

# Characters that are not seen, but make texts differ: soft hyphens, zero-width, bidirectional, control characters.
INVISIBLE = "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]"

# Letters that have their accents behind them, and signs that are such letters: Ohm, Kelvin, Ångström, accents of old.
COMPOSABLE = f"[^\n][{_ACCENTS}]+|[\u2126\u212a\u212b\u0340\u0341\u0343\u0344]"

# UTF-8 that was read as Windows-1252 or Latin-1: what stands then for the first byte of a letter, and for the others.
_OTHER_BYTES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_GARBLED = f"(?:[Â-ß][{_OTHER_BYTES}]|[à-ï][{_OTHER_BYTES}]{{2}})+"
MAY_BE_GARBLED = f"[Â-ï][{_OTHER_BYTES}]"  # a quick look
# What comes out when that is put right: letters of Europe, punctuation. Other results are a coincidence.
_PLAUSIBLE = "[\u00a0-\u017f\u018f\u0259\u0218-\u021b\u1e00-\u1eff\u2010-\u2026\u20ac\ufeff]+"
# Closing quotation marks and dashes may follow a capital with an accent, ``“RÅ”``, signs a word in capitals, ``CAFÉ™``.
_CLOSING = "‘’“”•–—…"
_SIGNS = "™"
# Capitals that stand side by side in names, and are also what becomes of Ċ, Ď, Ŋ and Ŏ. Œ, from Č, never follows Ä.
_NEIGHBOURS = {"ÄŠ", "ÄŽ", "ÅŠ", "ÅŽ"}
_ONE_LETTER = 2  # signs for a letter that is garbled once

# What stands in place of a character that was lost, and the same garbled.
LOST = "(?:\ufffd|(?:ï|i\u0308)¿½)+"


_SAME_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("‐‑", "-")})


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one character (NFC)."""
    return unicodedata.normalize("NFC", text)


def fold_space(text: str) -> str:
    """The text in NFC with each run of white space as one blank, none at the ends."""
    return composed(" ".join(text.split()))


@lru_cache(1024)  # the same few countries and groups, again and again
def fold(text: str) -> str:
    """What two spellings share: NFC, single blanks, straight apostrophes, Latin look-alikes, nothing else odd."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    text = re.sub(INVISIBLE, "", text)
    return _all_latin(fold_space(ungarbled(text)).translate(_SAME_SIGNS))


def count_words(text: str) -> int:
    """How many words a text has: runs of characters between white space that hold a letter or a digit."""
    return sum(run.isalpha() or any(map(str.isalnum, run)) for run in text.split())


def has_capitals(word: str) -> bool:
    """Whether two capitals stand in a row in the word, as they do in a surname."""
    if word[1:].islower() or (word.isalpha() and word.isupper()):  # most given names, and most surnames
        return len(word) > 1 and not word[1:].islower()
    return any(left.isupper() and right.isupper() for left, right in pairwise(word))


def words_in_capitals(words: Sequence[str]) -> list[bool]:
    """For each word of a name whether it is one of the surname; a single capital before such a word is, too."""
    flags = [has_capitals(word) for word in words]
    for index in range(len(words) - 2, -1, -1):
        if flags[index + 1] and words[index].isupper() and len(words[index].strip("'’‘")) == 1:
            flags[index] = True
    return flags


def surname_of(in_capitals: list[bool], *, stands_first: bool) -> tuple[int, int]:
    """Which words of a name are the surname, as indexes of the first word and of the one after the last.

    Those in capitals. Other words before them belong to the surname too where given names follow (``Abou JAOUDE
    Samir``), else they are the given names (``Zsolt NÉMETH``). Without capitals it is
    the first word in print, where surnames stand first, and the last one on web pages.
    """
    if True not in in_capitals:
        return (0, 1) if stands_first else (len(in_capitals) - 1, len(in_capitals))
    first = last = in_capitals.index(True)
    while last < len(in_capitals) and in_capitals[last]:
        last += 1
    return (0 if last < len(in_capitals) else first), last


def latin(text: str, is_latin_line: LatinLine) -> str:
    """Return the text with each look-alike in a Latin word as the Latin letter; its length stays the same."""
    if not _HAS_FOREIGN.search(text):
        return text
    letters = list(text)
    for start, end in foreign_words(text, 0, len(text), is_latin_line):
        letters[start:end] = text[start:end].translate(LOOK_ALIKES)
    return "".join(letters)


def _all_latin(text: str) -> str:
    """The same for a name alone, where also a word of look-alikes only is a Latin one."""
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
    return [run.span() for run in re.compile(f"(?:[{_FOREIGN}][{_ACCENTS}]*)+").finditer(text, begin, end)]


def _in_latin_line(text: str, place: int, is_latin_line: LatinLine) -> bool:
    """Whether the line is one in which Latin letters are meant: by its shape, and since no other letter forbids it."""
    before = text[max(0, place - _LONGEST_LINE) : place]
    after = text[place : place + _LONGEST_LINE]
    before, after = re.split(_LINE_END, before)[-1], re.split(_LINE_END, after, maxsplit=1)[0]
    line = before + after
    foreign = set(_HAS_FOREIGN.findall(line))
    signatory = before.rpartition(";")[2] + after.partition(";")[0]  # of a web page, where all stand on one line
    return all(ord(letter) in LOOK_ALIKES for letter in foreign) and any(
        is_latin_line(words.strip(AROUND)) for words in (line, signatory)
    )


def ungarbled(text: str) -> str:
    """Return the text in NFC with all that is garbled put right."""
    text = composed(text)
    if not re.search(MAY_BE_GARBLED, text):
        return text
    for start, end, right in reversed(list(garbled(text))):
        text = text[:start] + right + text[end:]
    return text


def garbled(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where UTF-8 was once read as another encoding, or twice: start and end of each such run, the right text.

    Letters that have their accents behind them are taken as one: ``Ã©`` is garbled in either form.
    """
    if unicodedata.is_normalized("NFC", text):
        yield from _garbled(text)
        return
    pieces: list[str] = []
    starts: list[int] = []  # where each character of the composed text begins in this one
    done = 0
    for match in re.finditer(COMPOSABLE, text):
        letters = composed(match[0])
        pieces += text[done : match.start()], letters
        starts += (*range(done, match.start()), *[match.start()] * len(letters))
        done = match.end()
    starts += range(done, len(text) + 1)
    for start, end, right in _garbled("".join([*pieces, text[done:]])):
        yield starts[start], starts[end], right


def _garbled(text: str) -> Iterator[tuple[int, int, str]]:
    found = [(run, right) for run in re.finditer(_GARBLED, text) if (right := _read_again(run[0])) is not None]
    meant = {run.start() for run, right in found if right.isalpha() and _may_be_meant(run)}
    if len(meant) < len(found):  # where some is garbled, all is
        for run, right in found:
            yield *run.span(), right.removeprefix("\ufeff")


def _may_be_meant(run: re.Match[str]) -> bool:
    """Whether what looks like one garbled letter may be two, or a capital with a sign at the end of a word."""
    if len(run[0]) > _ONE_LETTER:
        return False
    if run[0] in _NEIGHBOURS:
        return True
    if run.string[run.end() : run.end() + 1].isalpha():
        return False
    return run[0][-1] in _CLOSING or (run[0][-1] in _SIGNS and run.string[run.start() - 1 : run.start()].isupper())


def _read_again(text: str) -> str | None:
    """The text that garbled text was; None where it is not garbled."""
    data = b""
    for character in text:
        try:
            data += character.encode("cp1252")
        except UnicodeEncodeError:
            data += character.encode("latin-1", "replace")
    try:
        right = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    again = _read_again(right) if re.fullmatch(_GARBLED, right) else None
    return again or (right if re.fullmatch(_PLAUSIBLE, right) else None)


@lru_cache(1024)
def collation_key(text: str) -> str:
    """The key by which names are put in alphabetical order.

    Case and accents do not count (``Č`` as ``C``, ``Đ`` as ``D``), ``Æ`` sorts as ``AE``, apostrophes, hyphens
    and full stops are ignored, a blank sorts before any letter.
    """
    return " ".join(_all_latin(ungarbled(text)).translate(_BASE_LETTERS).split())
