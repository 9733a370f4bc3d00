"""Alphabetical order: how signatories are sorted, and which lines must move."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from declparse.characters.collation import collation_key
from declparse.characters.names import has_capitals
from declparse.document import Signatory


def sort_key(signatory: Signatory) -> str:
    """Return the key that a list is sorted by: the words of the surname in capitals, without particles."""
    return collation_key(" ".join(counting(signatory)))


def counting(signatory: Signatory) -> list[str]:
    """Return the words of the surname that count in alphabetical order."""
    words = signatory.surname.split()
    if len(words) == 1:
        return words
    return [word for word in words if has_capitals(word) or (len(word) == 1 and word.isupper())] or words


def must_move(keys: Sequence[str]) -> list[int]:
    """Return the indexes of the fewest entries that must move so that the others are sorted.

    Of several equally small choices, later entries move rather than earlier ones: of two swapped neighbours, the
    second. Equal neighbours are in order.
    """
    # Those that stay are a longest non-decreasing subsequence. It is built from the end, so that earlier entries stay.
    rank = {key: -index for index, key in enumerate(sorted(set(keys)))}
    tops: list[int] = []  # for each length, the lowest top of a subsequence of that length
    ends: list[int] = []  # and the entry it ends with
    before: dict[int, int | None] = {}
    for index in reversed(range(len(keys))):
        top = rank[keys[index]]
        length = bisect_right(tops, top)
        before[index] = ends[length - 1] if length else None
        tops[length : length + 1] = [top]
        ends[length : length + 1] = [index]
    staying: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        staying.add(last)
        last = before[last]
    return [index for index in range(len(keys)) if index not in staying]


def effort(keys: Sequence[str]) -> tuple[int, int]:
    """Return how many entries must move, and over how many places in total."""
    moving, ordered = must_move(keys), sorted(keys)
    return len(moving), sum(abs(bisect_left(ordered, keys[index]) - index) for index in moving)


def fitting_keys(signatories: list[Signatory], keys: list[str]) -> list[str]:
    """Return the keys; if particles may or may not count, the key that fits between the lines before and after."""
    fitting: list[str] = []
    for signatory, key, following in zip(signatories, keys, [*keys[1:], None], strict=True):
        other = other_key(signatory)
        before = fitting[-1] if fitting else ""
        after = other if following is None else following
        fitting.append(other if before <= other <= after and not before <= key <= after else key)
    return fitting


def bare_key(signatory: Signatory) -> str:
    """Return the key without small particles that are joined to the name: ``d'ESTE``."""
    return collation_key(" ".join(_bare(signatory)))


def other_key(signatory: Signatory) -> str:
    """Return the key without joined particles and particles of one letter: ``d'ESTE``, ``Ó CUÍV``."""
    return collation_key(" ".join(word for word in _bare(signatory) if len(word) > 1))


def _bare(signatory: Signatory) -> list[str]:
    return [re.sub(r"^[^\W\d_A-Z]+['’-]", "", word) for word in counting(signatory)]
