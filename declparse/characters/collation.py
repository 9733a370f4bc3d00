"""What two spellings share, and the alphabetical order of names."""

import re
import unicodedata
from functools import lru_cache

from declparse.characters.garbling import ungarbled
from declparse.characters.look_alikes import all_latin
from declparse.characters.white_space import INVISIBLE, fold_space

# Letters that Unicode does not take apart into a base letter and an accent.
_UNDECOMPOSED = {"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "ŋ": "n", "ə": "e"}
_UNDECOMPOSED |= {"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ĳ": "ij"}
_SAME_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼ`´", "'"), **dict.fromkeys("‐‑", "-")})


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
_DASHES = str.maketrans(dict.fromkeys("-‐‑‒–—", " "))
_NOT_OF_A_KEY = re.compile("[^a-z ]+")


@lru_cache(1024)  # the same few countries and groups, again and again
def fold(text: str) -> str:
    """Return what two spellings share: NFC, single blanks, straight apostrophes, Latin letters, nothing invisible."""
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("`", "'").split())
    text = re.sub(INVISIBLE, "", text)
    return all_latin(fold_space(ungarbled(text)).translate(_SAME_SIGNS))


@lru_cache(1024)
def collation_key(text: str) -> str:
    """Return the key by which names are put in alphabetical order.

    Case and accents do not count (``Č`` as ``C``, ``Đ`` as ``D``), ``Æ`` sorts as ``AE``, apostrophes, hyphens
    and full stops are ignored, a blank sorts before any letter.
    """
    return " ".join(all_latin(ungarbled(text)).translate(_BASE_LETTERS).split())


def name_key(surname: str, given_names: str | None) -> str:
    """Return the key by which lists of names are joined: surname and given names, with the letters a to z and blanks.

    A hyphen is a blank, apostrophes, full stops and other signs are dropped. It is a key, not an identity: two members
    may share one.
    """
    return _NOT_OF_A_KEY.sub("", collation_key(f"{surname} {given_names or ''}".translate(_DASHES)))
