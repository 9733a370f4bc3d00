"""A good declaration as lines that can be broken, in each of the forms in which it can be written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

FORMS = ("markdown", "plain", "dense")

# A role for each bare line, in English and in French; what matches none is told by where it stands.
_ROLES = {
    "number": r"Doc\. \d+.*",
    "date": r"\d{1,2} \w+ \d{4}",
    "declaration": r"(?i:Written declaration|Déclaration écrite) \S+ \d+",
    "reissue": r"\w+ edition, originally tabled on .+",
    "disclaimer": r"(This written declaration|Cette déclaration écrite) .+",
    "opening": r"We, the undersigned, .+|Nous, soussignés, .+",
    "sign-off": r"Sign(ed|é) \(.+",
    "heading": r"Sign(ed|é)[ :\d]+|Signat\w+ ?:",
    "total": r"Total = \d+",
    "legend": r"(\d\.? )?[A-Z/]+ ?: .+",
    "furniture": r"Print|See related documents|Imprimer|Autres documents liés|Auteur\(s\) : .+",
}
_NEXT = {"date": "title", "declaration": "title", "disclaimer": "paragraph", "opening": "paragraph"}
_NEXT |= {"heading": "signatory", "total": "legend"}
_LIST = ("signatory", "legend")
_RULE = "---"
_MARKS = {"number": "**{}**", "declaration": "**{}**", "title": "## {}", "sign-off": "*{}*"}
# On a web page, what divides two lines that stand on one: the pieces of the first line, and the signatories.
_PIECES = ("declaration", "number", "date")
_DIVIDERS = {(one, other): " | " for one in _PIECES for other in _PIECES}
_DIVIDERS |= {("signatory", "signatory"): " ; ", ("heading", "signatory"): " "}
_TODAY = 2012  # since then print is as it is today
_NOTE_ALONE = re.compile(r"\n(\d)\n(?=[A-Z]+ :)")  # above the legend, as in 2001


class UnfitError(Exception):
    """This damage cannot be done to this document."""


@dataclass(eq=False, slots=True)
class Line:
    """A line of a declaration without the marks of Markdown, and what it is. A blank line has an empty text.

    On a web page a piece of the first line and a signatory are lines of their own here. The disclaimer of 1995 and
    the first line of the legend of 2001 have a line end inside.
    """

    role: str
    text: str

    def copy(self) -> "Line":
        return Line(self.role, self.text)


class Layout(NamedTuple):
    """What a sample is: ``1995``, ``2001``, ``2008`` or ``print`` of today, or ``web``; its language, its year."""

    name: str
    language: str
    year: int

    @property
    def is_web(self) -> bool:
        return self.name == "web"


class Draft:
    """The lines of a declaration. Each line keeps its identity when others come, go or move."""

    def __init__(self, lines: list[Line], form: str, layout: Layout) -> None:
        self.lines = lines
        self.form = form
        self.layout = layout

    def copy(self) -> "Draft":
        return Draft([line.copy() for line in self.lines], self.form, self.layout)

    def all(self, *roles: str) -> list[Line]:
        """The lines of these roles, in their order."""
        return [line for line in self.lines if line.role in roles]

    def some(self, *roles: str) -> list[Line]:
        """The lines of these roles, at least one."""
        lines = self.all(*roles)
        if not lines:
            raise UnfitError
        return lines

    def one(self, role: str) -> Line:
        """The first line of a role."""
        return self.some(role)[0]

    def add(self, line: Line, after: Line) -> Line:
        """A new line below another one, set off by a blank line where the form has them."""
        block = [line]
        together = line.role in _LIST and after.role in (*_LIST, "heading")
        if self.form != "dense" and not together and not self._divider(after, line):
            block = [Line("blank", ""), line]
        place = self.lines.index(after) + 1
        self.lines[place:place] = block
        return line

    def remove(self, *lines: Line) -> None:
        self.lines = [line for line in self.lines if line not in lines]

    def move(self, line: Line, after: Line) -> None:
        self.remove(line)
        self.add(line, after)

    def around(self, *lines: Line) -> list[Line]:
        """The parts before and after these lines, and all lines between: where a part is missing."""
        written = [place for place, line in enumerate(self.lines) if line.role not in ("blank", "rule")]
        places = [self.lines.index(line) for line in lines]
        before = max((place for place in written if place < min(places)), default=0)
        after = min((place for place in written if place > max(places)), default=len(self.lines) - 1)
        return self.lines[before : after + 1]

    def places(self, lines: Iterable[Line]) -> frozenset[tuple[int, int]]:
        """Where lines start and end in the text; a line that is not there any more has no place."""
        wanted = set(lines)
        found, start = set(), 0
        for line, written in zip(self.lines, self._written(), strict=True):
            if line in wanted:
                found.add((start, start + len(written.rstrip("\n"))))
            start += len(written)
        return frozenset(found)

    @property
    def text(self) -> str:
        return "".join(self._written())

    def _written(self) -> Iterator[str]:
        """Each line as it is written, with what divides it from the next."""
        for line, follower in pairwise([*self.lines, Line("end", "")]):
            yield (self._marked(line, follower) if self.form == "markdown" else line.text) + (
                self._divider(line, follower) or "\n"
            )

    def _divider(self, line: Line, follower: Line) -> str | None:
        """What divides two lines that stand on one line of a web page."""
        return _DIVIDERS.get((line.role, follower.role)) if self.layout.is_web else None

    def _marked(self, line: Line, follower: Line) -> str:
        """A line as it is written in Markdown; lines of one block end in two blanks."""
        if self.layout.is_web:
            return line.text
        if line.role == "heading":
            return re.sub(r"^(\w+) (\d)( ?:)$", r"*\1*<sup>\2</sup>\3", line.text)
        text = _MARKS.get(line.role, "{}").format(line.text) if line.text else ""
        return f"{text}  " if line.role in _LIST and follower.role == line.role else text


def read(text: str, form: str) -> Draft:
    """A good declaration, written in a form."""
    layout = _layout(text)
    if layout.name == "1995" and form == "dense":  # only a blank line divides title and text there
        form = "plain"
    lines: list[Line] = []
    following = ""
    for written in _NOTE_ALONE.sub(r"\n\1 ", text).split("\n"):
        for bare in _pieces(written, layout):
            role = next((role for role, shape in _ROLES.items() if re.fullmatch(shape, bare)), following)
            following = _NEXT.get(role, following)
            if lines and lines[-1].role == "disclaimer" and bare[0].islower():  # wrapped, as in 1995
                lines[-1].text += f"\n{bare}"
            elif role != "furniture" or form == "markdown":
                lines.append(Line(role, bare if form == "markdown" else bare.replace("*", "")))
    for line in lines:
        line.text = re.sub(r"^(\d) (?=[A-Z]+ :)", r"\1\n", line.text)
    return Draft(lines if form == "dense" else _spaced(lines, form, layout), form, layout)


def _layout(text: str) -> Layout:
    language = "fr" if "Déclaration écrite" in text else "en"
    year = int(re.findall(r"(?m)\d \w+ (\d{4})$", text)[0])
    name = "web" if " | " in text else f"{year}" if year < _TODAY else "print"
    return Layout(name, language, year)


def _pieces(written: str, layout: Layout) -> list[str]:
    """The lines that a line of a sample is made of, without marks: none in a blank line, several on a web page."""
    bare = re.sub(r"^## |^\*+|\*+$", "", written.strip()).replace("*<sup>1</sup>", " 1")
    if not bare or bare == _RULE:
        return []
    listed = re.fullmatch(r"(Signat\w+ ?:) (.+)", bare)
    if listed:
        return [listed[1], *listed[2].split(" ; ")]
    return bare.split(" | ")


def _spaced(lines: list[Line], form: str, layout: Layout) -> list[Line]:
    """The lines with blank lines between the parts, and in Markdown with rules around the disclaimer and the total."""
    spaced = lines[:1]
    for before, line in pairwise(lines):
        joined = layout.is_web and (before.role, line.role) in _DIVIDERS
        if not joined and not (line.role in _LIST and line.role == before.role):
            spaced.append(Line("blank", ""))
            if form == "markdown" and not layout.is_web and {before.role, line.role} & {"disclaimer", "total"}:
                spaced += [Line("rule", _RULE), Line("blank", "")]
            if line.role == "heading" and not layout.is_web:
                spaced += [Line("blank", ""), Line("blank", "")]
        spaced.append(line)
    return spaced
