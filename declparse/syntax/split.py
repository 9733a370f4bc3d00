"""Several declarations in one text: where each begins."""

from collections.abc import Iterator
from itertools import pairwise

from declparse.syntax.lines import BAR, LIST_SIGNS
from declparse.syntax.tree import Token

# Lines between the header and the list, and the heading of that.
_BODY_SIGNS = {"DISCLAIMER", "OPENING", "SIGN_OFF", "LIST_HEADING"}
_AFTER_THE_HEADER = {"SIGNATURES", "DISCLAIMER", "OPENING"}
_OF_A_HEADER = {"DECLARATION_NUMBER", "DOCUMENT_NUMBER", "DATE", "PROSE", "HEADLINE", "FURNITURE"}
_TELLING = {"DECLARATION_NUMBER", "OTHER_HEADING"}  # the lines that tell what a document is
_WORDS = {"PROSE", "HEADLINE"}
_HEADER_LENGTH = 6  # lines, at most, from the document number to the declaration number of one header


def is_barred(text: str, first: Token, second: Token) -> bool:
    """Whether nothing but a bar divides two tokens, as on the first line of a web page."""
    between = text[first.end_pos : second.start_pos]
    return BAR in between and not between.strip(f" *_{BAR}")


def split(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each declaration. A new one begins with a header: after a list, or with another number."""
    pages, pieces = _pages(text, tokens) if BAR in text else ({}, set())
    start = 0
    listed = False  # whether the document has a list
    number: Token | None = None  # the line that tells
    after_list: int | None = None
    paged = False  # whether that line is one of a web page
    for index, token in enumerate(tokens):
        if token.type in LIST_SIGNS and number is not None:
            listed = listed or token.type == "SIGNATORIES"
            after_list = index + 1 if listed else None
            continue
        tells = token.type in _TELLING
        begin = None
        if index in pages and number is not None:
            before = tokens[start:index]
            is_copy = token in before and all(one.type in _OF_A_HEADER for one in before)
            begin = None if is_copy else after_list or pages[index]
        elif tells:
            begin = after_list
            if begin is None and number is not None and (token != number or paged != (index in pieces)):
                begin = index if BAR in token else _header_start(tokens, index, pieces)
        elif token.type == "DOCUMENT_NUMBER":
            begin = after_list
        if begin is not None and start < begin and (token.type == "OTHER_HEADING" or _has_parts(tokens[begin:])):
            yield tokens[start:begin]
            start, after_list, number, listed = begin, None, None, False
        if tells:
            number, paged = token, index in pieces
    yield tokens[start:]


def _pages(text: str, tokens: list[Token]) -> tuple[dict[int, int], set[int]]:
    """The tokens with which the first line of a web page begins, as indexes, and where its document begins.

    That is at the title, where the title stands before that line. Then all tokens of such lines. A line without the
    number of a declaration, or the like, is the rest of one, and begins nothing.
    """
    barred = [is_barred(text, *pair) for pair in pairwise(tokens)]
    pages: dict[int, int] = {}
    pieces: set[int] = set()
    for index, joined in enumerate(barred):
        if not joined or (index and barred[index - 1]):
            continue
        end = next((place for place in range(index, len(barred)) if not barred[place]), len(barred)) + 1
        if not any(token.type in _TELLING for token in tokens[index:end]):
            continue
        pieces.update(range(index, end))
        following = next((token.type for token in tokens[end:] if token.type != "FURNITURE"), "")
        begin = index
        while begin and tokens[begin - 1].type == "FURNITURE":
            begin -= 1
        titled = following in _AFTER_THE_HEADER and begin and tokens[begin - 1].type in _WORDS
        pages[index] = begin - 1 if titled else begin
    return pages, pieces


def _has_parts(tokens: list[Token]) -> bool:
    """Whether a header has a declaration below it: a stray copy of a header, as on each page, begins none."""
    kinds = {token.type for token in tokens}
    if "SIGNATURES" in kinds and not kinds.isdisjoint(_TELLING):
        return True
    return "SIGNATORIES" in kinds and len(kinds & _BODY_SIGNS) > 1


def _header_start(tokens: list[Token], index: int, pieces: set[int]) -> int | None:
    """Where the header of a declaration number begins: at the document number shortly before it, if any.

    In the print of 1995 the date stands before that.
    """
    for place in range(index - 1, max(index - _HEADER_LENGTH, -1), -1):
        if place in pieces:  # that is the header of the page before
            return None
        if tokens[place].type == "DOCUMENT_NUMBER":
            dated = place + 1 == index and place and tokens[place - 1].type == "DATE"
            return place - 1 if dated else place
    return None
