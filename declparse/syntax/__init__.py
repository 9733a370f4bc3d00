"""Text to tree, by grammars of which Lark makes the tables.

The lines are told apart by their shape, the grammar of their layout puts them in order, the field grammar reads what
stands inside each. The tree holds all of the text: what could not be read stands in it as a ``malformed`` or
``unreadable`` node; a part that is not there is a ``missing`` node.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from declparse.syntax.blocks import line_tokens
from declparse.syntax.grammar import load
from declparse.syntax.lines import BAR, LIST_SIGNS
from declparse.syntax.parts import read_part
from declparse.syntax.tables import PRINT, WEB
from declparse.syntax.tree import Token, Tree

# Lines that hardly stand in any other text.
SIGNS = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DISCLAIMER", "OPENING", "SIGN_OFF"}
_WHOLE_LIST = 5  # signatories, at least
_LISTS = {"SIGNATORIES", "SIGNATURES"}
# Anything of a web page: without it no line needs to be looked at for that layout.
_MAYBE_WEB = ("|", " ; ", "Signatories", "Signataires")
_OF_WEB_PAGES = {"SIGNATURES", "FURNITURE"}
# Lines with which a document begins, and those of them that one declaration has, in print.
_HEADER = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "OTHER_HEADING"}
_OF_ONE = ["DOCUMENT_NUMBER", "DECLARATION_NUMBER"]


def parse(text: str) -> list[Tree]:
    """One tree for each declaration in the text, at least one.

    Each tree is a declaration, named by the rule of the grammar for its layout, or, for another kind of document, an
    ``other`` node with the line that tells the kind, or, for a text without any sign of a declaration, an ``unknown``
    node with its lines. Together they span the whole text.
    """
    may_be_web = any(sign in text for sign in _MAYBE_WEB)
    tokens = line_tokens(load("web" if may_be_web else "print"), text)
    parts = _split(text, tokens)
    starts = [0, *(line_or_place(text, part[0].start_pos or 0) for part in parts[1:]), len(text)]
    trees = [_parse_one(text, part, may_be_web) for part in parts]
    for tree, (start, end) in zip(trees, pairwise(starts), strict=True):
        tree.start, tree.end = start, end
    return trees


def line_or_place(text: str, place: int) -> int:
    """Return the start of the line where only marks stand before the place, else the place itself."""
    line = text.rfind("\n", 0, place) + 1
    return place if text[line:place].strip(" *_#\\") else line


def date_mentions(text: str, start: int, end: int) -> Iterator[Tree]:
    """The dates in the middle of a stretch of text, each a ``mention`` node."""
    fields = load("fields")
    for place in fields.find("DATE_IN_TEXT", text, start, end):
        date = fields.parse("mention", text, *place)
        if date is not None:
            yield date


def title_language(title: str) -> str | None:
    """The language of a title before a name, ``en`` or ``fr``; None for one that is the same in both."""
    for language in ("english", "french"):
        if load("fields").parse(f"title_in_{language}", title, 0, len(title)) is not None:
            return language[:2]
    return None


def _parse_one(text: str, tokens: list[Token], may_be_web: bool) -> Tree:
    kinds = {token.type for token in tokens}
    heading = _heading_of_another_kind(tokens, kinds) if "OTHER_HEADING" in kinds else None
    if heading is not None:
        return Tree("other", [heading, *(token for token in tokens if token.start_pos != heading.start_pos)])
    if not _is_declaration(tokens, kinds):
        return Tree("unknown", list(tokens))
    if not may_be_web and "TOTAL" in kinds and tokens[0].type == "DOCUMENT_NUMBER":  # a print of today
        return _print(text, tokens, PRINT)
    from declparse.syntax import layouts

    if may_be_web and layouts.is_web(text, tokens, kinds):
        return _web(text, tokens)
    tokens = [token.update("PROSE") if token.type in _OF_WEB_PAGES else token for token in tokens]
    return _print(text, tokens, layouts.print_layout(tokens, kinds))


def _split(text: str, tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each declaration."""
    if [token.type for token in tokens if token.type in _HEADER] == _OF_ONE:
        return [tokens]
    from declparse.syntax import split

    return list(split.split(text, tokens))


def _print(text: str, tokens: list[Token], layout: str) -> Tree:
    parts, nodes, aside = _read(text, "print", layout, tokens)
    lacking = "missing" in (parts["date"].data, parts["declaration_number"].data)
    if aside or lacking:
        from declparse.syntax import rejoin  # needed only where something is wrong

        if aside:
            rejoin.rejoin(text, parts)
        if lacking:
            rejoin.release(text, parts, nodes)
    return Tree(layout, [*parts.values(), *nodes])


def _web(text: str, tokens: list[Token]) -> Tree:
    furniture = [Tree("furniture", [token]) for token in tokens if token.type == "FURNITURE"]
    parts, nodes, _ = _read(text, "web", WEB, [token for token in tokens if token.type != "FURNITURE"])
    if any(isinstance(piece, Tree) and piece.data == "unreadable" for piece in parts["list"].children):
        from declparse.syntax import rejoin  # needed only where something is wrong

        rejoin.rejoin_pieces(text, parts["list"])
    return Tree(WEB, [*parts.values(), *nodes, *furniture])


def _read(text: str, name: str, layout: str, tokens: list[Token]) -> tuple[dict[str, Tree], list[Tree], bool]:
    """The parts of a declaration, the nodes of what is in none of them, and whether any line had to be set aside."""
    grammar = load(name)
    lines = grammar.tree(layout, tokens)
    aside: list[Token] = []
    if lines is None:
        from declparse.syntax import repair  # needed only where something is wrong

        lines, aside = repair.read(grammar, layout, tokens)
    parts: dict[str, Tree] = {}
    for part in lines.children:
        if isinstance(part, Tree):
            parts[part.data] = _part(text, part)
    if not aside:
        return parts, [], False
    from declparse.syntax.aside import Placer

    return parts, Placer(text, layout, parts, tokens).place_all(aside), True


def _heading_of_another_kind(tokens: list[Token], kinds: set[str]) -> Token | None:
    """The line that says that this is another document, where none says that it is a declaration.

    Its type is the kind of document, without regard to the language.
    """
    if "DECLARATION_NUMBER" in kinds:
        return None
    heading = next(token for token in tokens if token.type == "OTHER_HEADING")
    named = load("fields").parse("other_heading", heading, 0, len(heading))
    kind = cast("Token", named.children[0]).type.removesuffix("_FR") if named is not None else "REPORT"
    # The word Report alone may stand in any text.
    sure = kind != "REPORT" or "DOCUMENT_NUMBER" in kinds or BAR in heading
    return heading.update(kind) if sure else None


def _is_declaration(tokens: list[Token], kinds: set[str]) -> bool:
    """Whether there are signs enough: two, one of them hardly seen elsewhere, or a whole list and one more."""
    if "DECLARATION_NUMBER" in kinds:
        return True
    if kinds & SIGNS:
        return len(kinds & (SIGNS | LIST_SIGNS)) > 1
    listed = sum(token.count("\n") + token.count(";") + 1 for token in tokens if token.type in _LISTS)
    return listed >= _WHOLE_LIST and bool(kinds & (LIST_SIGNS - _LISTS))


def _part(text: str, part: Tree) -> Tree:
    tokens = [child for child in part.children if isinstance(child, Token)]
    if not any(tokens):
        return Tree("missing", [Token("PART", part.data), *tokens])
    return read_part(text, part.data, tokens)
