"""The parts that are lists: signatories, and the legend of their groups."""

from typing import cast

from declparse.builder.texts import Texts, end_of, token_of
from declparse.characters.names import surname_of, words_in_capitals
from declparse.document import LegendEntry, Signatory, Text, UnreadableLine
from declparse.source import Span
from declparse.syntax.tree import PRINT_2001, WEB, Token, Tree

_QUOTES = "'’‘\"“”„«» "


def signatories(texts: Texts, order: str, part: Tree | None) -> tuple[list[Signatory], list[UnreadableLine]]:
    """Return the signatories of a list, and what cannot be read; positions count unreadable lines with fields, too."""
    read: list[Signatory] = []
    rest: list[UnreadableLine] = []
    position = 0
    for line in cast("list[Tree]", part.children if part else []):
        if line.data == "signatories_word":
            continue
        if line.data == "unreadable":
            rest.append(unreadable(texts, order, line))
            # A line with fields stands for a member, also where it cannot be read.
            token = cast("Token", line.children[-1])
            position += token.type == "BROKEN" or any(mark in token for mark in ",;")
            continue
        position += 1
        read.append(_signatory(texts, order, position, line))
    return read, rest


def legend(texts: Texts, order: str, part: Tree | None) -> tuple[list[LegendEntry], list[UnreadableLine]]:
    """Return the entries of a legend, and the lines of it that cannot be read."""
    read: list[LegendEntry] = []
    rest: list[UnreadableLine] = []
    for line in cast("list[Tree]", part.children if part else []):
        if line.data == "unreadable":
            rest.append(unreadable(texts, order, line))
            continue
        abbreviation, name = token_of(line, "ABBREVIATION"), token_of(line, "GROUP_NAME")
        if abbreviation is not None and name is not None:  # neither is in the mark of the note on a line of its own
            span = Span(texts.offset(abbreviation.start_pos or 0), texts.span(name).end)
            read.append(LegendEntry(texts.text(abbreviation), texts.text(name), span))
    return read, rest


def unreadable(texts: Texts, order: str, line: Tree) -> UnreadableLine:
    """Return a line that could not be read, or several together."""
    zone, token = cast("list[Token]", line.children)
    # On a web page the end of a line divides nothing.
    words = str(texts.text(token)) if order == WEB else texts.lines(token)
    return UnreadableLine(str(zone), words, texts.span(token), token.type == "BROKEN")


def _signatory(texts: Texts, order: str, position: int, line: Tree) -> Signatory:
    title = line.children[0] if isinstance(line.children[0], Token) else None
    name, country, *rest = cast("list[Token]", line.children if title is None else line.children[1:])
    words = cast("list[Token]", cast("Tree", name).children)
    group = rest[0] if rest else None
    in_capitals = words_in_capitals(words)
    first, last = _surname(words, in_capitals, order)
    given = words[last:] or words[:first]
    start = (words[0] if title is None else title).start_pos or 0
    return Signatory(
        position,
        None if title is None else texts.text(title),
        texts.text_of(words[first:last]),
        texts.text_of(given) if given else None,
        _country(texts.text(country)),
        None if group is None else texts.text(group),
        True in in_capitals,
        texts.span_between(start, end_of(country if group is None else group)),
    )


def _surname(words: list[Token], in_capitals: list[bool], order: str) -> tuple[int, int]:
    """Return the first word of a surname, and the one behind it."""
    first, last = surname_of(in_capitals, stands_first=order != WEB)
    if order == WEB and (first, last) == (0, len(words)):  # initials without full stops
        first = next((index for index, word in enumerate(words[:-1]) if len(word) > 1), last - 1)
    if order == PRINT_2001 and True not in in_capitals:  # surnames alone
        last = len(words)
    return first, last


def _country(text: Text) -> Text:
    """Return a country without the quotation marks around it."""
    if text[0].isalpha() and text[-1].isalpha():
        return text
    return Text(text.strip(_QUOTES) or text, *text.span)
