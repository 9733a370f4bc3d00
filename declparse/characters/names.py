"""Names of people: which of their words are the surname."""

from collections.abc import Sequence
from itertools import pairwise


def has_capitals(word: str) -> bool:
    """True if two capitals stand in a row in the word, as they do in a surname."""
    if word[1:].islower() or (word.isalpha() and word.isupper()):  # most given names, and most surnames
        return len(word) > 1 and not word[1:].islower()
    return any(left.isupper() and right.isupper() for left, right in pairwise(word))


def words_in_capitals(words: Sequence[str]) -> list[bool]:
    """Return for each word of a name whether it is one of the surname; a single capital before such a word is, too."""
    flags = [has_capitals(word) for word in words]
    for index in range(len(words) - 2, -1, -1):
        if flags[index + 1] and words[index].isupper() and len(words[index].strip("'’‘")) == 1:
            flags[index] = True
    return flags


def surname_of(in_capitals: list[bool], *, stands_first: bool) -> tuple[int, int]:
    """Return which words of a name are the surname, as indexes of the first word and of the one after the last.

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
