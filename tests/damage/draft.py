"""A good declaration as lines that can be broken, in each of the forms in which it can be written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

FORMS = ("markdown", "plain", "dense")

# A role for each bare line; what matches none is told by where it stands.
_ROLES = {
    "number": r"Doc\. \d+.*",
    "date": r"\d{1,2} [A-Z][a-z]+ \d{4}",
    "declaration": r"Written declaration No\. \d+",
    "reissue": r"\w+ edition, originally tabled on .+",
    "disclaimer": r"This written declaration .+",
    "opening": r"We, the undersigned, .+",
    "sign-off": r"Signed \(.+",
    "heading": r"Signed \d:",
    "total": r"Total = \d+",
}
_NEXT = {"date": "title", "declaration": "title", "opening": "paragraph", "heading": "signatory", "total": "legend"}
_LIST = ("signatory", "legend")
_RULE = "---"
_MARKS = {"number": "**{}**", "declaration": "**{}**", "title": "## {}", "sign-off": "*{}*"}


@dataclass(eq=False, slots=True)
class Line:
    """A line of a declaration without the marks of Markdown, and what it is. A blank line has an empty text."""

    role: str
    text: str

    def copy(self) -> "Line":
        return Line(self.role, self.text)


class Draft:
    """The lines of a declaration. Each line keeps its identity when others come, go or move."""

    def __init__(self, lines: list[Line], form: str) -> None:
        self.lines = lines
        self.form = form

    def all(self, *roles: str) -> list[Line]:
        """The lines of these roles, in their order."""
        return [line for line in self.lines if line.role in roles]

    def one(self, role: str) -> Line:
        """The first line of a role; every good declaration has one."""
        return self.all(role)[0]

    def add(self, line: Line, after: Line) -> Line:
        """A new line below another one, set off by a blank line where the form has them."""
        block = [line]
        if self.form != "dense" and not (line.role in _LIST and after.role in (*_LIST, "heading")):
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

    def numbers(self, lines: Iterable[Line]) -> set[int]:
        """The numbers of lines, counted from 1; a line that is not there any more has none."""
        wanted = {id(line) for line in lines}
        return {number for number, line in enumerate(self.lines, 1) if id(line) in wanted}

    @property
    def text(self) -> str:
        if self.form != "markdown":
            return "".join(f"{line.text}\n" for line in self.lines)
        return "".join(f"{_marked(line, after)}\n" for line, after in pairwise([*self.lines, Line("end", "")]))


def _marked(line: Line, follower: Line) -> str:
    """A line as it is written in Markdown; lines of one block end in two blanks."""
    if line.role == "heading":
        return re.sub(r"^Signed (\S+):$", r"*Signed*<sup>\1</sup>:", line.text)
    text = _MARKS.get(line.role, "{}").format(line.text) if line.text else ""
    return f"{text}  " if line.role in _LIST and follower.role == line.role else text


def read(text: str, form: str) -> Draft:
    """A good declaration, written in a form."""
    lines, following = [], ""
    for written in text.split("\n"):
        bare = re.sub(r"^## |^\*+|\*+$", "", written.strip()).replace("*<sup>1</sup>", " 1")
        if bare and bare != _RULE:
            role = next((role for role, shape in _ROLES.items() if re.fullmatch(shape, bare)), following)
            following = _NEXT.get(role, following)
            lines.append(Line(role, bare if form == "markdown" else bare.replace("*", "")))
    return Draft(lines if form == "dense" else _spaced(lines, form), form)


def _spaced(lines: list[Line], form: str) -> list[Line]:
    """The lines with blank lines between the parts, and in Markdown with rules around the disclaimer and the total."""
    spaced = lines[:1]
    for before, line in pairwise(lines):
        if not (line.role in _LIST and line.role == before.role):
            spaced.append(Line("blank", ""))
            if form == "markdown" and {before.role, line.role} & {"disclaimer", "total"}:
                spaced += [Line("rule", _RULE), Line("blank", "")]
            if line.role == "heading":
                spaced += [Line("blank", ""), Line("blank", "")]
        spaced.append(line)
    return spaced
