"""Changes of a text: which words were added, taken out, or replaced."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from declparse.rules.side_by_side import Word, around
from declparse.source import Span

_MOST_WORDS = 3_000  # of a text that is compared word by word
_BETWEEN = 2  # unchanged words that do not divide a change
_SHARED = 0.5  # of the words, at least, where a text was changed and not replaced


class Change(NamedTuple):
    """A run of words that differs: where it stands in the old and in the new text.

    An empty span is the place between two words where words were added or taken out.
    """

    kind: str  # added, removed, message: replaced; the keys of the texts
    old: Span
    new: Span


def changes(old: Sequence[Word], new: Sequence[Word]) -> list[Change] | None:
    """The changes between two texts, in the order of the new one; None where it is another text altogether."""
    if max(len(old), len(new)) > _MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, [word.key for word in old], [word.key for word in new], autojunk=False)
    if matcher.ratio() < _SHARED:
        return None
    runs: list[tuple[int, int, int, int]] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        if runs and a - runs[-1][1] <= _BETWEEN:
            runs[-1] = (runs[-1][0], b, runs[-1][2], d)
        else:
            runs.append((a, b, c, d))
    return [_change(old, new, run) for run in runs]


def _change(old: Sequence[Word], new: Sequence[Word], run: tuple[int, int, int, int]) -> Change:
    a, b, c, d = run
    kind = "added" if a == b else "removed" if c == d else "message"
    return Change(kind, _span(old, a, b), _span(new, c, d))


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    if first < last:
        return around(word.span for word in words[first:last])
    place = words[first - 1].span.end if first else words[0].span.start
    return Span(place, place)
