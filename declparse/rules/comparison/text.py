"""Title, text and disclaimer, which a new edition keeps."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from declparse.document import Found
from declparse.findings import Severity
from declparse.rules.comparison.places import ALONE, alone, in_old, quoted
from declparse.rules.support.pairing import Comparison, Word, around, key
from declparse.rules.support.rule import BareFinding, rule
from declparse.source import Span

_MOST_WORDS = 3_000  # longer texts are not compared word by word, which takes quadratic time
_BETWEEN = 2  # unchanged words, up to which two changes are one
_SHARED = 0.5  # of the words, at least; otherwise it is another text


@rule(
    "CMP002",
    "title-changed",
    Severity.ERROR,
    "The title is '{found}', but '{expected}' in the old edition",
    label="the title there",
    help="a new edition keeps the title",
    **ALONE,
)
def title_changed(pair: Comparison) -> Iterator[BareFinding]:
    """The new edition has another title.

    The form of apostrophes, quotation marks and dashes does not count.

    Wrong:
        Amnesty laws in Kazakhstan     in place of     Amnesty law in Kazakhstan
    Right:
        Amnesty law in Kazakhstan      in both editions

    Source: Rule 56.3: only signatures are added.
    """
    if pair.relation != "edition":
        return
    yield from alone(pair, "title")
    old, new = pair.old.title, pair.new.title
    if old is not None and new is not None and key(old) != key(new):
        yield BareFinding(new.span, {"found": new, "expected": old}, labels=(in_old(pair, old.span),))


@rule(
    "CMP003",
    "text-changed",
    Severity.ERROR,
    "The text has '{found}' where the old edition has '{expected}'",
    added="The text has '{found}', which the old edition does not have",
    removed="The text lacks '{expected}', which the old edition has",
    another="The text is another than that of the old edition",
    disclaimer="The disclaimer has other words than that of the old edition",
    label="in the old edition",
    help="restore the text; a new edition adds signatures and changes nothing else",
    **ALONE,
)
def text_changed(pair: Comparison) -> Iterator[BareFinding]:
    """The new edition has another text.

    Each change is one finding. How the text is divided into lines and paragraphs does not count, nor does the form of
    apostrophes, quotation marks and dashes. In print the disclaimer stays as well; the web site has its current one.

    Wrong:
        We condemn the law.     in place of     We regret the law.
    Right:
        We regret the law.      in both editions

    Source: Rule 56.3: only signatures are added.
    """
    if pair.relation != "edition":
        return
    yield from other_disclaimer(pair)
    missing = [*alone(pair, "text")]
    yield from missing
    before, after = pair.words
    if missing or not before or not after or pair.same_text:
        return
    found = changes(before, after)
    if found is None:
        whole = around(word.span for word in after)
        yield BareFinding(whole, {}, "another", labels=(in_old(pair, around(word.span for word in before)),))
        return
    for message, old, new in found:
        values = {"found": quoted(pair.new, new), "expected": quoted(pair.old, old)}
        yield BareFinding(new, values, message, labels=(in_old(pair, old),))


def other_disclaimer(pair: Comparison) -> Iterator[BareFinding]:
    """Yield a finding if two printed disclaimers have different words.

    If both documents are checked as well, disclaimers that are not known are reported there.
    """
    old, new = pair.old.disclaimer, pair.new.disclaimer
    if old is None or new is None or (pair.old.layout, pair.new.layout) != ("print", "print"):
        return
    if pair.checked and not (isinstance(old, Found) and isinstance(new, Found)):
        return
    before, after = (part.value if isinstance(part, Found) else part.text for part in (old, new))
    if key(before).rstrip(".") != key(after).rstrip("."):  # one of the known disclaimers has no full stop
        yield BareFinding(new.span, {}, "disclaimer", labels=(in_old(pair, old.span),))


class Change(NamedTuple):
    """A run of words that was changed: its place in the old and in the new text.

    Where words were only added or only removed, one of the places is empty, between two words.
    """

    message: str  # which text of the rule says what happened
    old: Span
    new: Span


def changes(old: Sequence[Word], new: Sequence[Word]) -> list[Change] | None:
    """Return the changes between two texts, in the order of the new one; None if it is another text altogether."""
    if max(len(old), len(new)) > _MOST_WORDS:
        return None
    from difflib import SequenceMatcher  # slow to load, and not needed for equal texts

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
    message = "added" if a == b else "removed" if c == d else "message"
    return Change(message, _span(old, a, b), _span(new, c, d))


def _span(words: Sequence[Word], first: int, last: int) -> Span:
    if first < last:
        return around(word.span for word in words[first:last])
    place = words[first - 1].span.end if first else words[0].span.start
    return Span(place, place)
