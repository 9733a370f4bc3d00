"""The cheapest way to read the lines of a text: what each of them is, which to set aside, which missing ones to supply.

The lines are fed to the LALR parser one by one, each as everything that it may be. Where the parser cannot take a line,
what should have come before it is supplied, or the line is set aside; where a declaration may end, another one may
begin, in any layout. All these ways are followed side by side, and of those that bring the parser into the same state
only the cheapest goes on. So the work is linear in the number of lines, and the reading found is the one with the
fewest faults, not the first one that does.

No kind of line is known here by its name: what a line may be, and what that costs, is said in ``candidates``.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from declparse.syntax.candidates import Candidate, Candidates, Looks
from declparse.syntax.kinds import BEAM, COSTS, SUPPLIED
from declparse.syntax.layouts import LAYOUTS, Layout, signs
from declparse.syntax.lines import Line
from declparse.syntax.quick import END, Reading, State, Step, start

_MOST = 3  # lines of a block that cost something when they are set aside


@cache
def reach(state: State, kind: str) -> tuple[tuple[str, ...], State] | None:
    """Return the fewest lines that must be supplied before one of that kind, and the state after that one."""
    seen = {state}
    waiting: list[tuple[tuple[str, ...], State]] = [((), state)]
    for supplied, reached in waiting:
        after = reached.feed(kind)
        if after is not None:
            return supplied, after
        for one in SUPPLIED:
            following = reached.feed(one)
            if following is not None and following not in seen:
                seen.add(following)
                waiting.append(((*supplied, one), following))
    return None


@cache
def ahead(state: State) -> float:
    """Return what it costs to supply all that is missing until the end; infinite where the end cannot be reached."""
    reached = reach(state, END)
    return float("inf") if reached is None else COSTS.supply * len(reached[0])


class _Link(NamedTuple):
    """The last step of a way, and those before it."""

    step: Step
    before: "_Link | None"


def unshown(layout: Layout) -> float:
    """Return what a layout costs without a sign of it: more than the parts are worth that it may lack."""
    return COSTS.supply * layout.lacks + COSTS.unshown


class _Way:
    """One reading of the lines so far."""

    __slots__ = ("after", "aside", "before", "begin", "cost", "layout", "missing", "shown", "state", "step")

    def __init__(self, layout: Layout, begin: int, before: "_Way | None", cost: float) -> None:
        self.layout = layout
        self.begin = self.after = begin
        self.before = before  # how the declaration before this one was read
        self.cost = cost
        self.state = start(layout.grammar, layout.rule)
        self.shown = not layout.lacks
        self.missing: tuple[str, ...] = ()
        self.aside = 0  # lines of the block that is being set aside
        self.step: _Link | None = None

    @property
    def end(self) -> float:
        """Return what it costs to end the declaration here; infinite where it cannot end."""
        return self.cost + ahead(self.state) + (0 if self.shown else unshown(self.layout))


# A way, and one way to go on with it: what that costs in all, the way, the state after it, the line as a candidate, or
# None where it is set aside, and what is supplied before it. There are so many that they are plain tuples.
_Move = tuple[float, _Way, State, Candidate | None, tuple[str, ...]]


def read(text: str, lines: list[Line], grammar: str, *, paged: bool = False) -> list[Reading]:
    """Return how the declarations of a text are read at the least cost. Never fails."""
    layouts = LAYOUTS[grammar]
    candidates = Candidates(text, lines, paged=paged)
    ways = [_Way(layout, 0, None, 0) for layout in layouts]
    for index, shown in enumerate(signs(text, lines)):
        looks = candidates.looks(index, shown)
        if looks.begins and index:
            before = min(ways, key=_end)
            ways += [_Way(layout, index, before, before.end + COSTS.again) for layout in layouts]
        ways = _following(ways, looks, index, candidates.goes_on(index + 1))
    way: _Way | None = min(ways, key=_end)
    readings = []
    while way is not None:
        readings.append(_reading(way))
        way = way.before
    return readings[::-1]


def _end(way: _Way) -> float:
    return way.end


def _following(ways: list[_Way], looks: Looks, index: int, may_go_on: bool) -> list[_Way]:
    """Return the ways after a line: of those that come to the same state the cheapest one, and none that is too dear.

    Too dear is what is so both as far as it goes, and with all that it lacks until the end.
    """
    best: dict[tuple[State, int, bool], _Move] = {}
    limit = far = float("inf")
    for way in ways:
        shown = way.shown or way.layout.rule in looks.signs
        bounds = way.layout.aside  # what takes lines of any kind shows nothing about the others
        for move in _moves(way, looks, index):
            cost, _, state, candidate, _ = move
            whole = cost + ahead(state)
            if cost > limit and whole > far:
                continue
            if bounds:
                limit, far = min(limit, cost + BEAM), min(far, whole + BEAM)
            aside = min(_lines_aside(way, looks), _MOST) if may_go_on and candidate is None else 0
            known = best.get((state, aside, shown))
            if known is None or cost < known[0]:
                best[state, aside, shown] = move
    return [_moved(move, looks, index) for move in best.values() if not _is_too_dear(move, limit, far)]


def _is_too_dear(move: _Move, limit: float, far: float) -> bool:
    """True if a move costs too much as far as it goes, and also with all that it lacks until the end."""
    return move[0] > limit and move[0] + ahead(move[2]) > far


def _moves(way: _Way, looks: Looks, index: int) -> Iterator[_Move]:
    """Yield all ways to go on with a way over a line."""
    could_go_on = False
    for candidate in looks.candidates:
        if candidate.goes_on:
            state = None if way.aside else way.state.feed(candidate.kind)
            could_go_on = could_go_on or state is not None
            supplied: tuple[str, ...] = ()
        elif candidate.meant:  # in its place, or not at all
            supplied, state = (), way.state.feed(candidate.kind)
        else:
            supplied, state = reach(way.state, candidate.kind) or ((), None)
        if state is None:
            continue
        cost = way.cost + candidate.cost + COSTS.supply * len(supplied)
        if candidate.apart and could_go_on:
            cost += candidate.apart
        if candidate.wanted and candidate.like in way.missing:
            cost += candidate.wanted
        if candidate.twice and looks.copy_of >= way.begin:
            cost += candidate.twice
        yield cost, way, state, candidate, supplied
    if way.layout.aside:
        yield way.cost + _aside(way, looks, index), way, way.state, None, ()


def _aside(way: _Way, looks: Looks, index: int) -> float:
    """Return what it costs to set a line aside."""
    if looks.kind in way.layout.free:
        return 0
    if looks.joined and way.aside:
        return COSTS.next_line if way.aside < _MOST else 0
    cost = min(looks.aside, COSTS.copy) if looks.copy_of >= way.begin else looks.aside
    return cost + COSTS.later / (index + 1)


def _lines_aside(way: _Way, looks: Looks) -> int:
    """Return how many lines of one block have been set aside with this one."""
    return way.aside + 1 if looks.joined else 1


def _moved(move: _Move, looks: Looks, index: int) -> _Way:
    """Return the way of a move, one line longer."""
    cost, before, state, candidate, supplied = move
    way = _Way.__new__(_Way)
    way.cost, way.state = cost, state
    way.layout, way.begin, way.before = before.layout, before.begin, before.before
    way.shown = before.shown or way.layout.rule in looks.signs
    way.missing = before.missing + supplied
    if candidate is None:
        kind, joined, way.aside = "", looks.joined and before.aside > 0, _lines_aside(before, looks)
        # What is missing is so before the first line that did not fit, but behind what is free.
        fits = looks.kind in way.layout.free and before.after == index
    else:
        kind, joined, way.aside, fits = candidate.kind, candidate.goes_on, 0, True
        if candidate.meant:
            way.missing += (candidate.meant,)
    way.after = index + 1 if fits else before.after
    way.step = _Link(Step(kind, supplied, before.after, joined, cost - before.cost), before.step)
    return way


def _reading(way: _Way) -> Reading:
    """Return what a way says of its last declaration."""
    steps = []
    link = way.step
    while link is not None:
        steps.append(link.step)
        link = link.before
    reached = reach(way.state, END)
    return Reading(way.layout, way.begin, steps[::-1], reached[0] if reached else (), way.after, way.end)
