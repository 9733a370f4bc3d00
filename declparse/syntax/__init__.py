"""Text to tree, by grammars of which Lark makes the tables.

The lines are told apart by their shape; of all that they may be the cheapest reading is sought in which they follow
each other as the grammar of a layout says; the field grammar reads what stands inside each. The tree holds all of the
text: what could not be read stands in it as a ``malformed`` or ``unreadable`` node; a part that is not there is a
``missing`` node.
"""

from collections.abc import Iterator
from itertools import pairwise

from declparse.marks import AROUND
from declparse.syntax import quick, readings
from declparse.syntax.grammar import load, shape
from declparse.syntax.lines import Line, lines
from declparse.syntax.readings import SIGNS
from declparse.syntax.tree import Tree

__all__ = ["SIGNS", "date_mentions", "parse", "title_language"]

# Anything of a web page: without it no line needs to be looked at for that layout.
_MAYBE_WEB = ("|", " ; ", "Signatories", "Signataires")


def parse(text: str, *, paged: bool = False) -> list[Tree]:
    """Return one tree for each declaration in the text, at least one.

    Each tree is a declaration, named by the rule of the grammar for its layout, or, for another kind of document, an
    ``other`` node with the line that tells the kind, or, for a text without any sign of a declaration, an ``unknown``
    node with its lines. Together they span the whole text. ``paged`` tells that the source shows where pages end.
    """
    name = grammar_of(text)
    found = lines(load(name), text)
    chosen = _read(text, found, name, paged=paged) if readings.has_signs(text, found) else [quick.nothing(found, name)]
    trees = [readings.tree(text, found, reading) for reading in chosen]
    starts = [0, *(line_or_place(text, found[reading.begin].start) for reading in chosen[1:]), len(text)]
    for tree, (start, end) in zip(trees, pairwise(starts), strict=True):
        tree.start, tree.end = start, end
    return trees


def _read(text: str, found: list[Line], name: str, *, paged: bool) -> list[quick.Reading]:
    """Return how the declarations of a text are read."""
    chosen = quick.read(text, found, name, paged=paged)
    if chosen is None:
        from declparse.syntax import search  # needed only where something is wrong

        chosen = search.read(text, found, name, paged=paged)
    return chosen


def line_or_place(text: str, place: int) -> int:
    """Return the start of the line where only marks stand before the place, else the place itself."""
    line = text.rfind("\n", 0, place) + 1
    return place if text[line:place].strip(AROUND + "#") else line


def grammar_of(text: str) -> str:
    """Return the name of the grammar whose lines a text may have."""
    return "web" if any(sign in text for sign in _MAYBE_WEB) else "print"


def date_mentions(text: str, start: int, end: int) -> Iterator[Tree]:
    """The dates in the middle of a stretch of text, each a ``mention`` node."""
    fields = load("fields")
    for place in shape("DATE_IN_TEXT").finditer(text, start, end):
        date = fields.parse("mention", text, *place.span())
        if date is not None:
            yield date


def title_language(title: str) -> str | None:
    """The language of a title before a name, ``en`` or ``fr``; None for one that is the same in both."""
    for language in ("english", "french"):
        if load("fields").parse(f"title_in_{language}", title, 0, len(title)) is not None:
            return language[:2]
    return None
