"""Alphabetical order: which lines must move so that the others are in order."""

from bisect import bisect_right
from collections.abc import Sequence


def must_move(keys: Sequence[str]) -> list[int]:
    """The indexes of the fewest entries that must move so that the rest does not fall. Equal neighbours are in order.

    Where several choices are equally few, later entries move rather than earlier ones: of two swapped neighbours the
    second.
    """
    # The entries that stay are a longest row that does not fall. It is sought from the end, so that earlier ones stay.
    rank = {key: -index for index, key in enumerate(sorted(set(keys)))}
    tops: list[int] = []  # for each length, the lowest top of a row of that length
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
