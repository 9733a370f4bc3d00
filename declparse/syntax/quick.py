"""The quick way: a text in which every line is what it looks like, and in the order of a layout, needs no search.

What a line takes part in is a state of the LALR parser; the search goes over the same states.
"""

from typing import NamedTuple

from declparse.syntax.engine import Grammar, load
from declparse.syntax.fields import kind_of_document
from declparse.syntax.layouts import LAYOUTS, Layout, signs
from declparse.syntax.lines import BAR, Line, begins_list, is_again, is_footnote, is_joined

END = "$END"


class State:
    """What a parser has taken so far, as the order of parts goes.

    There is one object for each, to compare them by, also where threads come to it at once: ``setdefault`` sees to it.
    """

    __slots__ = ("_grammar", "_next", "_others", "_states")

    def __init__(self, grammar: Grammar, states: tuple[int, ...], others: "dict[tuple[int, ...], State]") -> None:
        self._grammar = grammar
        self._states = states
        self._others = others
        self._next: dict[str, State | None] = {}

    def feed(self, kind: str) -> "State | None":
        """Return the state after a line of that kind; None where it does not fit."""
        if kind not in self._next:
            states, others = self._grammar.after(self._states, kind), self._others
            self._next[kind] = others.setdefault(states, State(self._grammar, states, others)) if states else None
        return self._next[kind]


_STARTS: dict[tuple[str, str], State] = {}


def start(grammar: str, rule: str) -> State:
    """Return the state in which nothing has been read of a start rule."""
    found = _STARTS.get((grammar, rule))
    if found is None:
        made = load(grammar)
        states, others = tuple(made.start(rule).states), dict[tuple[int, ...], State]()
        found = _STARTS.setdefault((grammar, rule), others.setdefault(states, State(made, states, others)))
    return found


class Step(NamedTuple):
    """What became of a line: its kind, or an empty one where it is set aside; and what was supplied before it."""

    kind: str
    supplied: tuple[str, ...] = ()
    place: int = 0  # the line before which it is supplied: the first one after the last that fitted
    joined: bool = False  # whether it is part of the block of the line before it
    cost: float = 0


class Reading(NamedTuple):
    """How one declaration is read: its layout, its first line, a step for each line, and what is missing at its end."""

    layout: Layout
    begin: int
    steps: list[Step]
    missing: tuple[str, ...]
    place: int  # the line before which that is supplied
    cost: float


def nothing(lines: list[Line], grammar: str) -> Reading:
    """Return the reading in which no line fits."""
    return Reading(LAYOUTS[grammar][0], 0, [Step("")] * len(lines), (), 0, 0)


def read(text: str, lines: list[Line], grammar: str, *, paged: bool = False) -> list[Reading] | None:
    """Return the readings in which every line is what it looks like, if there are such: nothing costs less."""
    found: list[Reading] = []
    begin = 0
    while begin < len(lines) or not found:
        fitting = (_fitting(text, lines, layout, begin, paged=paged) for layout in LAYOUTS[grammar])
        reading = next(filter(None, fitting), None)
        if reading is None:
            return None
        found.append(reading)
        begin += len(reading.steps)
    return found


def _fitting(text: str, lines: list[Line], layout: Layout, begin: int, *, paged: bool) -> Reading | None:
    """Return the reading of the lines that fit a layout as they are, until the first one that does not."""
    state = start(layout.grammar, layout.rule)
    steps: list[Step] = []
    for index in range(begin, len(lines)):
        line = lines[index]
        if line.kind in layout.free:
            steps.append(Step(""))
            continue
        kind = _kind(text, lines, index, paged=paged)
        following = state.feed(kind)
        if following is None:
            while steps and not steps[-1].kind:  # what stands above a page belongs to that
                steps.pop()
            break
        state = following
        steps.append(Step(kind, joined=kind in ("MORE", "REST")))
    if not steps or state.feed(END) is None:
        return None
    end = begin + len(steps)
    shown = not layout.lacks or any(layout.rule in one for one in signs(text, lines[begin:end]))
    return Reading(layout, begin, steps, (), end, 0) if shown else None


def _kind(text: str, lines: list[Line], index: int, *, paged: bool) -> str:
    """Return what a line is by all that it looks like; nothing where it cannot be that."""
    line = lines[index]
    if is_joined(text, lines, index):
        return "MORE"
    if line.kind == "SIGNATURES" and line.gap == 1 and index and not begins_list(text, line):
        return "REST"
    if line.kind == "OTHER_HEADING":
        numbered = any(one.kind == "DOCUMENT_NUMBER" for one in lines)
        return line.kind if tells(text[line.start : line.end], numbered=numbered) else ""
    if line.kind == "LEGEND" and is_footnote(lines, index, paged=paged):
        return "FOOTNOTE"
    return "" if line.kind == "HEADLINE" and is_again(text, lines, index) else line.kind


def tells(heading: str, *, numbered: bool) -> bool:
    """True if a heading tells that this is another document; the word Report alone may stand in any text."""
    return numbered or BAR in heading or kind_of_document(heading) != "REPORT"
