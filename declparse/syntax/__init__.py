"""Text to tree, by grammars of which Lark makes the tables.

The lines are told apart by their shape; of all that they may be the cheapest reading is sought in which they follow
each other as the grammar of a layout says; the field grammar reads what stands inside each. The tree holds all of the
text: what could not be read stands in it as a ``malformed`` or ``unreadable`` node; a part that is not there is a
``missing`` node.
"""

from itertools import pairwise

from declparse.syntax import quick, readings
from declparse.syntax.engine import load
from declparse.syntax.lines import Line, lines, start_of_line
from declparse.syntax.tree import Tree

__all__ = ["parse"]

# Anything of a web page: without it no line needs to be looked at for that layout.
_MAYBE_WEB = ("|", " ; ", "Signatories", "Signataires")


def parse(text: str, *, paged: bool = False) -> list[Tree]:
    """Return one tree for each declaration in the text, at least one.

    Each tree is a declaration, named by the rule of the grammar for its layout, or, for another kind of document, an
    ``other`` node with the line that tells the kind, or, for a text that is no document of the Assembly, a ``fragment``
    or ``unknown`` node with its lines. Together they span the whole text. ``paged`` tells that the source shows where
    pages end.
    """
    name = grammar_of(text)
    found = lines(load(name), text)
    chosen = _read(text, found, name, paged=paged) if readings.has_signs(text, found) else [quick.nothing(found, name)]
    trees = [readings.tree(text, found, reading) for reading in chosen]
    starts = [0, *(start_of_line(text, found[reading.begin].start) for reading in chosen[1:]), len(text)]
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


def grammar_of(text: str) -> str:
    """Return the name of the grammar whose lines a text may have."""
    return "web" if any(sign in text for sign in _MAYBE_WEB) else "print"
