"""Facts about characters: alphabetical order, look-alikes, white space."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

# Cyrillic and Greek letters that are printed like a Latin one.
_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухһԁԛԝӀӏѵ", "ABESIJKMHOPCTYXaesijopcyxhdqwIlv", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυι", "ABEZHIKMNOPTYXovui", strict=True))
LOOK_ALIKES = str.maketrans(_CYRILLIC | _GREEK)

# Any letter of the two scripts, whether or not it looks like a Latin one.
_FOREIGN = "\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff"
_HAS_FOREIGN = re.compile(f"[{_FOREIGN}]")
_WORD = r"[^\W\d_]+"
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"

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

# UTF-8 that was read as Windows-1252 or Latin-1: what stands then for the first byte of a letter, and for the others.
_OTHER_BYTES = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_GARBLED = f"(?:[Â-ß][{_OTHER_BYTES}]|[à-ï][{_OTHER_BYTES}]{{2}})+"
MAY_BE_GARBLED = re.compile(f"[Â-ï][{_OTHER_BYTES}]")  # a quick look
# What comes out when that is put right: letters of Europe, punctuation. Other results are a coincidence.
_PLAUSIBLE = "[\u00a0-\u017f\u018f\u0259\u0218-\u021b\u1e00-\u1eff\u2010-\u2026\u20ac]+"
# Closing quotation marks and dashes may follow a capital with an accent: ``“RÅ”``.
_CLOSING = "‘’“”•–—…"

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'"))


def fold_space(text: str) -> str:
    """The text in NFC with each run of white space as one blank, none at the ends."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


@lru_cache(1024)  # the same few countries and groups, again and again
def fold(text: str) -> str:
    """What two spellings share: NFC, single blanks, straight apostrophes, Latin look-alikes, nothing else odd."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    text = re.sub(INVISIBLE, "", text)
    for start, end, right in reversed(list(garbled(text))):
        text = text[:start] + right + text[end:]
    return latin(fold_space(text).translate(_APOSTROPHES))


def count_words(text: str) -> int:
    """How many words a text has: runs of characters between white space that hold a letter or a digit."""
    return sum(run.isalpha() or any(map(str.isalnum, run)) for run in text.split())


def has_capitals(word: str) -> bool:
    """Whether two capitals stand in a row in the word, as they do in a surname."""
    if word[1:].islower() or (word.isalpha() and word.isupper()):  # most given names, and most surnames
        return len(word) > 1 and not word[1:].islower()
    return any(left.isupper() and right.isupper() for left, right in pairwise(word))


def latin(text: str) -> str:
    """The text with each look-alike that stands in a Latin word as the Latin letter. The length stays the same."""
    if not _HAS_FOREIGN.search(text):
        return text
    return re.sub(_WORD, lambda word: word[0].translate(LOOK_ALIKES) if re.search(_LATIN, word[0]) else word[0], text)


def garbled(text: str) -> Iterator[tuple[int, int, str]]:
    """Where UTF-8 was once read as another encoding: start and end of each such run, and the right text."""
    for match in re.finditer(_GARBLED, text):
        right = _read_again(match[0])
        at_the_end_of_a_word = not text[match.end() : match.end() + 1].isalpha()
        if right and not (match[0][-1] in _CLOSING and at_the_end_of_a_word and len(right) == 1 and right.isalpha()):
            yield *match.span(), right


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
    return right if re.fullmatch(_PLAUSIBLE, right) else None


def look_alikes(text: str, begin: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """For each Latin word with Cyrillic or Greek letters in it, where they stand: (start, end) of each run of them."""
    if not _HAS_FOREIGN.search(text, begin, end):
        return
    for word in re.compile(_WORD).finditer(text, begin, end):
        if re.search(_LATIN, word[0]):
            start = word.start()
            runs = [(start + run.start(), start + run.end()) for run in re.finditer(f"[{_FOREIGN}]+", word[0])]
            if runs:
                yield runs


@lru_cache(1024)
def collation_key(text: str) -> str:
    """The key by which names are put in alphabetical order.

    Case and accents do not count (``Č`` as ``C``, ``Đ`` as ``D``), ``Æ`` sorts as ``AE``, apostrophes, hyphens
    and full stops are ignored, a blank sorts before any letter.
    """
    return " ".join(latin(text).translate(_BASE_LETTERS).split())
