"""The fixed words of a declaration: what says which part stands there, with its number or date, but holds no text."""

from collections.abc import Iterator

from declparse import syntax
from declparse.document import Document
from declparse.source import Span
from declparse.syntax.reading import NormalizedText
from declparse.syntax.tree import Token, Tree

# Parts of nothing but fixed words, numbers and dates, and the lines around a web page.
_FIXED = {"document_number", "date", "declaration_number", "reissue", "sign_off", "list_heading", "total", "furniture"}
_FREE = "WORDS"  # what stands in such a part and is none of them: a date that cannot be read
# What is fixed in the other parts.
_FIXED_IN_OTHERS = {"PARAGRAPH_NUMBER", "NOTE", "SIGNATORIES_WORD", "SIGNATORIES_WORD_FR"}
# Where nothing was read, or nothing is fixed.
_WITHOUT = {"malformed", "unreadable", "repeated", "misplaced", "signatory"}


def fixed_words(document: Document) -> list[Span]:
    """Return where the fixed words of the parts that were read stand, with the numbers and dates among them."""
    normalized = NormalizedText(document.source.text)
    trees = syntax.parse(normalized.text, paged=bool(normalized.furniture))
    tokens = _fixed_words(trees[document.source_index])
    return sorted(normalized.span(token.start_pos or 0, (token.start_pos or 0) + len(token)) for token in tokens)


def _fixed_words(tree: Tree) -> Iterator[Token]:
    for child in tree.children:
        if isinstance(child, Tree):
            if child.data not in _WITHOUT:
                yield from _fixed_words(child)
        elif child.start_pos is not None and (
            child.type in _FIXED_IN_OTHERS or (tree.data in _FIXED and child.type != _FREE)
        ):
            yield child
