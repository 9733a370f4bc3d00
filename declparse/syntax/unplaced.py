"""What the lines are that the grammar had no place for: repeated, misplaced, malformed, or unreadable."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from declparse.marks import AROUND
from declparse.syntax.fields import read_line, read_part, start_of
from declparse.syntax.lines import lines_of
from declparse.syntax.tree import PRINT_1995, WEB, Token, Tree

# Which part a kind of line belongs to, where it is not simply the one of that name.
_PART_OF_LINE = {"HEADLINE": "title", "SIGNATORIES": "list", "SIGNATURES": "list"}
_FEW_LINES = 3  # one or two lines without signs may be strays; more in the place of a missing list are the list
_SCRAP = 2  # words of a line that is hardly a title
# The parts that a declaration may lack; in 1995, and on the web, others.
_OPTIONAL = {"reissue", "opening", "sign_off"}
_OPTIONAL_ELSEWHERE = {PRINT_1995: {"list_heading", "total", "legend", *_OPTIONAL}, WEB: {"disclaimer", "opening"}}
# The zone of the lines after a part.
_ZONES = {"disclaimer": "text", "opening": "text", "text": "text", "sign_off": "text"}
_ZONES |= {"rest": "list", "list_heading": "list", "list": "list", "total": "legend", "legend": "legend"}


class Placer:
    """Find out what each line is that was set aside, among the parts that were found.

    Take what it can into ``parts``: a misplaced part replaces the missing one, a line of the list or legend is put
    between the others.
    """

    def __init__(self, text: str, layout: str, parts: dict[str, Tree], tokens: list[Token]) -> None:
        self._text = text
        self._parts = parts
        self._optional = _OPTIONAL_ELSEWHERE.get(layout, _OPTIONAL)
        self._mixed: set[str] = set()  # the parts that got lines, which must be put in order
        self._misplaced: set[int] = set()  # the lines that stay behind the others
        edges = [*(token.start_pos or 0 for token in tokens), tokens[-1].end_pos or 0]
        self._following = dict(pairwise(edges))  # where the next line starts, for each
        self._part_starts = {name: start_of(part) for name, part in parts.items()}
        if self._part_starts.get("legend", -1) >= 0 and "list" in parts:  # a footnote may divide the list
            behind = [start for start in map(_start, parts["list"].children) if start > self._part_starts["legend"]]
            self._part_starts["rest"] = min(behind, default=-1)
        self._first: dict[str, int] = {}  # where each line stands first, without its marks
        for start, end in lines_of(text, edges[0], edges[-1]):
            self._first.setdefault(text[start:end].lstrip("# "), start)
        for token in tokens:  # on the first line of a web page several stand side by side
            self._first.setdefault(_bare(token), token.start_pos or 0)

    def place_all(self, tokens: Iterable[Token]) -> list[Tree]:
        """Return the nodes for the lines that were set aside."""
        nodes = [node for token in tokens for node in self._place(token)]
        for zone in self._mixed:
            in_place = [child for child in self._parts[zone].children if id(child) not in self._misplaced]
            rest = [child for child in self._parts[zone].children if id(child) in self._misplaced]
            self._parts[zone].children = [*sorted(in_place, key=_start), *rest]
        return nodes

    def _place(self, token: Token) -> Iterator[Tree]:
        """Yield the nodes for a line: ``repeated`` and ``misplaced`` name their part, others are ``unreadable``."""
        name = _PART_OF_LINE.get(token.type, token.type.lower())
        if token.type == "SIGNATURES" and _is_heading(read_part(self._text, name, [token])):
            yield Tree("unreadable", [Token("ZONE", self._zone(token)), token])
        elif self._is_lacking(name):
            part = read_part(self._text, name, [token])
            part.children[:0] = self._word_before(name)
            self._parts[name] = part
            self._part_starts[name] = token.start_pos or 0
            yield Tree("misplaced", [Token("PART", name), token])
        elif self._is_copy(token):
            yield Tree("repeated", [Token("PART", self._part_of_copy(token, name)), token])
        elif self._is_second_legend(name, token):
            yield Tree("repeated", [Token("PART", name), token])
        elif self._is_of_a_list(name, token):
            lines = read_part(self._text, name, [token]).children
            self._misplaced |= {id(line) for line in lines}
            self._parts[name].children += lines
            yield Tree("misplaced", [Token("PART", name), token])
        elif name in self._parts and name not in ("title", "legend"):
            yield Tree("repeated", [Token("PART", name), token])
        else:
            yield from self._words(token)

    def _is_lacking(self, name: str) -> bool:
        """True if a part is missing, or is an optional one that was not found."""
        return self._is_missing(name) or (name in self._optional and name not in self._parts)

    def _is_of_a_list(self, name: str, token: Token) -> bool:
        """True if a line belongs to the list, or explains in the legend a group that is used."""
        return name in self._parts and (name == "list" or (name == "legend" and self._is_used(token)))

    def _words(self, token: Token) -> Iterator[Tree]:
        """Yield the nodes for a line that does not show by itself what it is."""
        zone = self._zone(token)
        if self._is_missing("title") and self._may_be_title(token, zone):
            self._parts["title"] = read_part(self._text, "title", [token])
            yield Tree("misplaced", [Token("PART", "title"), token])
        elif zone in ("list", "legend") and self._may_be_lines(zone, token):
            self._take_lines(zone, token)
        else:
            yield Tree("unreadable", [Token("ZONE", zone), token])

    def _may_be_title(self, token: Token, zone: str) -> bool:
        """True if words are the missing title: in the header, or after it without the commas of a list."""
        return token.type == "PROSE" and (zone == "header" or (len(token.split()) > _SCRAP and "," not in token))

    def _may_be_lines(self, zone: str, token: Token) -> bool:
        """True if words are lines of the list or legend in whose place they stand, if the layout has it.

        Where it is missing, only several lines, or words with the signs that divide its fields.
        """
        if not self._is_missing(zone):
            return zone in self._parts
        return token.count("\n") + 1 >= _FEW_LINES or any(sign in token for sign in (",;" if zone == "list" else ":"))

    def _take_lines(self, zone: str, token: Token) -> None:
        """Put lines into the list or legend in whose place they stand, even unreadable ones."""
        spans = lines_of(self._text, token.start_pos or 0, token.end_pos or 0)
        lines = [read_line(self._text, zone, *span) for span in spans]
        if not self._is_missing(zone):
            self._parts[zone].children += lines
        else:  # these are the part, even if none of them can be read
            self._parts[zone] = Tree(zone, [*self._word_before(zone), *lines])
            self._part_starts[zone] = token.start_pos or 0
        self._mixed.add(zone)

    def _word_before(self, name: str) -> list[Tree]:
        """Return the word before the list of a web page, which stands there although the list does not follow."""
        part = self._parts.get(name)
        return [child for child in part.children if isinstance(child, Tree)] if part and self._is_missing(name) else []

    def _is_missing(self, name: str) -> bool:
        return name in self._parts and self._parts[name].data == "missing"

    def _zone(self, token: Token) -> str:
        """Return the zone of the part that begins last before the line."""
        begin = token.start_pos or 0
        ends_list = self._part_starts.get("legend") == self._following[begin] and "," not in token
        if ends_list and "total" not in self._parts:  # the first line of a legend that follows the list, but unreadable
            return "legend"
        starts = [(self._part_starts.get(name, -1), zone) for name, zone in _ZONES.items()]
        return max((item for item in starts if -1 < item[0] < begin), default=(0, "header"))[1]

    def _is_copy(self, token: Token) -> bool:
        """True if all its lines stand before it, each as a line of its own."""
        start = token.start_pos or 0
        return (
            len(token) > 3
            and any(map(str.isalnum, token))
            and all(self._first.get(line, start) < start for line in _bare(token).split("\n"))
        )

    def _part_of_copy(self, token: Token, name: str) -> str:
        if name in self._parts:
            return name
        title = self._parts.get("title")
        is_title = title is not None and any(_bare(str(line)) == _bare(token) for line in title.children)
        return "title" if is_title else "text"

    def _is_second_legend(self, name: str, token: Token) -> bool:
        """True if lines of a legend explain several abbreviations that the legend has already."""
        if name != "legend" or name not in self._parts:
            return False
        again = _all_of("ABBREVIATION", read_part(self._text, "legend", [token]))
        return len(_all_of("ABBREVIATION", self._parts["legend"]) & again) > 1

    def _is_used(self, token: Token) -> bool:
        """True if a line of a legend explains the group of a signatory."""
        explained = _all_of("ABBREVIATION", read_part(self._text, "legend", [token]))
        return not explained.isdisjoint(_all_of("GROUP", self._parts["list"]))


def _bare(text: str) -> str:
    """Return the lines of a text without marks and blanks around them, and without blank lines."""
    lines = (line.strip(AROUND).lstrip("# ") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _start(node: object) -> int:
    return start_of(node) if isinstance(node, Tree) else -1


def _is_heading(part: Tree) -> bool:
    """True if a list has only the word before it."""
    return part.data == "missing"


def _all_of(kind: str, part: Tree) -> set[str]:
    """Return the words of all tokens of that kind in a part."""
    return {str(token) for token in part.tokens() if token.type == kind}
