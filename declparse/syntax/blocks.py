"""From lines to tokens: which lines belong together, and what a line is where its shape alone does not tell.

A line of the text or of the title may look like another part: ``1 June 2025`` in a title that is wrapped,
``the ECHR, of the Constitution, and of`` in a paragraph.
"""

import re
from functools import cached_property

from declparse.syntax.grammar import Grammar
from declparse.syntax.lines import BAR, Line, lines
from declparse.syntax.tree import Token

# Lines of these kinds make one token with the line before, also across blank lines …
_LISTS = {"SIGNATORIES", "LEGEND"}
# … and these, as (line before, line), only where no blank line stands between.
_BLOCKS = {("PROSE", "PROSE"), ("HEADLINE", "PROSE"), ("HEADLINE", "HEADLINE"), ("STRAY", "STRAY")}
# In a paragraph, a wrapped line may look like one of these.
_WRAPPED = {"DOCUMENT_NUMBER", "DECLARATION_NUMBER", "DATE", "TOTAL", "SIGN_OFF", "LIST_HEADING", "DISCLAIMER", "STRAY"}
_WRAPPED |= _LISTS
_SIGNED = {"SIGN_OFF", "LIST_HEADING"}
_WORDS = {"PROSE", "HEADLINE"}
# What follows one of these lines is in the text, or in the list; after other lines one stays where one is.
_ZONES = {"DECLARATION_NUMBER": "text", "DISCLAIMER": "text", "OPENING": "text"}
_ZONES |= {"SIGN_OFF": "list", "LIST_HEADING": "list", "SIGNATURES": "text"}
# What a title alone on its line may look like, and the second line of a title.
_NUMBERS = {"DATE", "DOCUMENT_NUMBER"}
_TITLES = {"TOTAL", "OPENING", "DISCLAIMER", "OTHER_HEADING", "LIST_HEADING", "STRAY", *_NUMBERS}
_SECOND_LINES = {"DATE", "DOCUMENT_NUMBER", "TOTAL", *_LISTS}
_LONGEST_OPENING = 4  # lines
_HEADER_LENGTH = 8  # lines, at most, from a document number to the declaration number
_NUMBERS_ONLY = r"[^\w\n]*[0-9]+[^\n\W\d_]{0,2}[^A-Za-z\n]*"
_ENDS_OF_SENTENCES = tuple('.;:!?”"»')
_ABBREVIATIONS = (" No.", " Nos.", " Art.", " para.", " p.", " pp.")
_NOTE = r"(<sup>)?([(\[^]\\?\^?)?[0-9]{1,2}\\?[)\]^]?(</sup>)?[.:)]?"  # the mark of the legend, alone on its line
_WHOLE = r".*, ?[A-Z]{2,5}(/[A-Z]{2})?\s*"  # a signatory with a group
_SIGNATORY = r"[^,]+,[^,]+, ?[A-Z]{2,5}(/[A-Z]{2})?\s*"  # all of it
_ENTRY = "[A-Z]{2,5}(/[A-Z]{2})?,"  # how a line of the legend begins that has a comma in place of the colon
_LIST_WORD = r"(?i)\W*signat\w+ ?:"  # the word before the list of a web page
_CONFLICT = "======="  # what git writes between two versions of the same lines
_MARKS_AT_MOST = 12  # characters between the end of a line and the start of the next


def line_tokens(grammar: Grammar, text: str) -> list[Token]:
    """All non-blank lines of the text but those that are only a dividing mark, as tokens in their order."""
    blocks = _Blocks(text, list(lines(grammar, text))).joined()
    return [Token(one.kind, text[one.start : one.end], start_pos=one.start, end_pos=one.end) for one in blocks]


class _Block:
    """One line or several that belong together: their kind, and where they stand."""

    __slots__ = ("end", "kind", "start")

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end


class _Blocks:
    """Goes through the lines, and knows which came before."""

    def __init__(self, text: str, lines: list[Line]) -> None:
        self.text = text
        self.lines = lines
        self.blocks: list[_Block] = []
        self.zone = "header"
        self.barred = BAR in text
        self.seen: dict[str, set[str]] = {}  # the lines of this declaration, by kind
        self.opening_ends = 0  # where a wrapped opening ends that has begun

    def joined(self) -> list[_Block]:
        """The blocks, in their order."""
        last = before = ""
        for index, (kind, start, end) in enumerate(self.lines):
            if self.barred and self._begins_a_page(index):
                self.zone, self.seen = "header", {}
            if kind == last and kind in _LISTS:
                self.blocks[-1].end = end
                continue
            words = self.text[start:end]
            if kind == "RULE":
                last = ""
                if words == _CONFLICT and self._is_conflict(index):
                    self.blocks.append(_Block("STRAY", start, end))
                    last, before = "STRAY", words
                continue
            block = self._continued(index, last) if last and words != before else None
            if block is not None:
                self.blocks[-1].kind, self.blocks[-1].end = block, end
            else:
                block = self._alone(index)
                self.blocks.append(_Block(block, start, end))
                self._enter(block, words)
            last, before = block, words
        return self.blocks

    def _is_conflict(self, index: int) -> bool:
        """True if a line of seven equals signs is left from a merge, and neither an underline nor a dividing line.

        A title or a heading is underlined. Dividing lines have blank lines on both sides, and there are several.
        """
        if self._is_apart(index):
            return not self._has_dividing_lines
        above, below = self._kind(index - 1) if index else "", self._kind(index + 1)
        gap_below = not below or not self._adjacent(index + 1)
        heads_part = self.zone == "header" and below not in _WORDS
        return above != "PROSE" or self._sentence_ends() or not (gap_below or heads_part)

    @cached_property
    def _has_dividing_lines(self) -> bool:
        """True if several lines of seven equals signs have blank lines on both sides."""
        return sum(self._words(index) == _CONFLICT and self._is_apart(index) for index in range(len(self.lines))) > 1

    def _is_apart(self, index: int) -> bool:
        """True if no line stands right above or below a line."""
        return not (index and self._adjacent(index)) and not (self._kind(index + 1) and self._adjacent(index + 1))

    def _words(self, index: int) -> str:
        _, start, end = self.lines[index]
        return self.text[start:end]

    def _enter(self, kind: str, words: str) -> None:
        if self.zone == "list" and kind == "DOCUMENT_NUMBER":  # another declaration begins
            self.zone, self.seen = "header", {}
        self.seen.setdefault(kind, set()).add(words)
        self.zone = _ZONES.get(kind, self.zone)

    def _begins_a_page(self, index: int) -> bool:
        """Whether a line is the first piece of the line with numbers and date of a web page."""
        if index + 1 == len(self.lines):
            return False
        _, start, end = self.lines[index]
        before = self.lines[index - 1][2] if index else 0
        return BAR in self.text[end : self.lines[index + 1][1]] and BAR not in self.text[before:start]

    def _rest_of_the_list(self, index: int) -> str | None:
        """Whether a line goes on the list of a web page, which is wrapped there: until its last signatory is whole."""
        kind, start, end = self.lines[index]
        if kind in ("DISCLAIMER", "OPENING") or not self._adjacent(index):
            return None
        last = self.text[self.blocks[-1].start : self.blocks[-1].end].rpartition(";")[2]
        broken = not last.endswith(":") and not re.fullmatch(_WHOLE, last, re.DOTALL)
        goes_on = kind == "SIGNATURES" or ";" in self.text[start:end] or broken
        return "SIGNATURES" if goes_on else None

    def _is_only_like_a_list(self, index: int) -> bool:
        """Whether a line has semicolons as the list of a web page has, which stands above or below, but no groups."""
        _, start, end = self.lines[index]
        pieces = self.text[start:end].split(";")
        if re.match(_LIST_WORD, pieces[0]):
            return False
        if 2 * sum(re.compile(_SIGNATORY).fullmatch(piece) is not None for piece in pieces) >= len(pieces):
            return False
        below = (self._kind(place) for place in range(index + 1, index + 4))
        return "SIGNATURES" in self.seen or "SIGNATURES" in below

    def _alone(self, index: int) -> str:
        """The kind of a line that begins a block."""
        kind, start, end = self.lines[index]
        last = self.blocks[-1].kind if self.blocks else ""
        following = self._kind(index + 1)
        if kind == "SIGNATURES" and self._is_only_like_a_list(index):
            return "PROSE"
        if self.zone == "header" and last == "DATE":  # here stands the title
            alone = following == "DECLARATION_NUMBER" and (kind not in _NUMBERS or self._is_another(index))
            named = kind in _TITLES and any(map(str.isalnum, self.text[start:end]))
            return "PROSE" if kind in _LISTS - {following} or (named and alone) else kind
        if kind == "SIGNATORIES" and last in ("TOTAL", "LEGEND") and re.compile(_ENTRY).match(self.text, start, end):
            return "PROSE"
        after = self._kind(index + 2) if following == "PROSE" and self.zone == "list" else following
        if after == "LEGEND" and re.compile(_NOTE).fullmatch(self.text, start, end):
            return kind if self.text[self.lines[index + 1][1]].isdigit() else "LEGEND"
        if self.zone == "text" and kind in _NUMBERS and self._is_another(index):
            header = {self._kind(place) for place in range(index, index + _HEADER_LENGTH)}
            return kind if last == "DOCUMENT_NUMBER" or "DECLARATION_NUMBER" in header else "PROSE"
        return kind

    def _continued(self, index: int, last: str) -> str | None:
        """The kind of the last block, if the line belongs to it; else None."""
        kind, start, end = self.lines[index]
        if last == "SIGNATURES":
            return self._rest_of_the_list(index)
        if kind == last == "HEADLINE" and self.zone == "header":  # a title may have several
            return last
        if self.text.count("\n", self.blocks[-1].end, start) > 1:
            return None
        if last == "OPENING":
            return self._opening(index)
        if (last, kind) in _BLOCKS:
            return last
        if last in _WORDS and self.zone == "header":
            in_the_title = kind in _SECOND_LINES and "DATE" in self.seen
            return last if in_the_title and (kind in _LISTS | {"TOTAL"} or self._is_another(index)) else None
        if self.zone == "text" and (last == "PROSE" or last in _LISTS):
            return self._paragraph(index)
        number = kind == "STRAY" and self.text[start:end].strip("= ").isdigit()
        if last == "TOTAL" and number:
            return None if self.text[self.blocks[-1].end - 1].isdigit() else last
        if (last, kind) == ("REISSUE", "DATE"):
            return None if self.text[self.blocks[-1].end - 4 : self.blocks[-1].end].isdigit() else last
        return None

    def _paragraph(self, index: int) -> str | None:
        """Whether a line goes on the paragraph, though it, or the line before it, looks like another part."""
        kind, start, end = self.lines[index]
        small = self.text[start].islower()
        if self.blocks[-1].kind in _LISTS:
            return "PROSE" if kind == "PROSE" and small else None
        if kind == "OTHER_HEADING":
            return "PROSE"
        if kind not in _WRAPPED:
            return None
        following = self.text[end : end + _MARKS_AT_MOST].lstrip("*_ ")[:2]
        next_is_near = following[:1] == "\n" and following[1:].strip() != ""
        goes_on = next_is_near and (following[1:].islower() or (kind in _LISTS and self._kind(index + 1) == "PROSE"))
        if small or (goes_on and kind not in _SIGNED):
            return "PROSE"
        may_be_within = kind in _LISTS or (
            kind == "STRAY" and re.compile(_NUMBERS_ONLY).fullmatch(self.text, start, end)
        )
        return "PROSE" if may_be_within and not self._sentence_ends() else None

    def _opening(self, index: int) -> str | None:
        """Whether a line goes on the opening, which ends in a colon, or makes it a paragraph."""
        kind, start, _ = self.lines[index]
        if kind != "PROSE":
            return None
        if start < self.opening_ends:
            return "OPENING"
        before = self.text[self.blocks[-1].end - 1]
        if before == "," and self.text[start].isupper():  # the first of several recitals
            return None
        if before != ":":
            for place in range(index, index + _LONGEST_OPENING - 1):
                if self._kind(place) != "PROSE" or (place > index and not self._adjacent(place)):
                    break
                _, _, end = self.lines[place]
                if self.text[end - 1] == ":":
                    self.opening_ends = end
                    return "OPENING"
            # Where blank lines divide the parts, lines of one block are one part, and without a colon no opening.
            if self.text[start].islower() or (index > 1 and not self._adjacent(index - 1)):
                return "PROSE"
        return None

    def _kind(self, index: int) -> str:
        return self.lines[index][0] if index < len(self.lines) else ""

    def _adjacent(self, index: int) -> bool:
        """Whether no blank line stands before a line."""
        return self.text.count("\n", self.lines[index - 1][2], self.lines[index][1]) == 1

    def _is_another(self, index: int) -> bool:
        """Whether a line of that kind was there already, with other words."""
        kind, start, end = self.lines[index]
        return kind in self.seen and self.text[start:end] not in self.seen[kind]

    def _sentence_ends(self) -> bool:
        end = self.blocks[-1].end
        return self.text.endswith(_ENDS_OF_SENTENCES, 0, end) and not self.text.endswith(_ABBREVIATIONS, 0, end)
