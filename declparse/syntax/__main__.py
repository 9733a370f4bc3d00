"""For developers: python -m declparse.syntax FILE prints how a text is read, line by line, and what that costs."""

import sys
from collections.abc import Iterator
from pathlib import Path

from declparse import source, syntax
from declparse.syntax import quick, reading, search
from declparse.syntax.engine import load
from declparse.syntax.kinds import COSTS
from declparse.syntax.lines import Line, lines


def explained(data: bytes) -> Iterator[str]:
    """Yield a row for each line of the text, and one for what is missing before it: its cost, its kind, its words."""
    read = reading.NormalizedText(source.decode(data).text)
    text, paged = read.text, bool(read.furniture)
    name = syntax.grammar_of(text)
    found = lines(load(name), text)
    for one in quick.read(text, found, name, paged=paged) or search.read(text, found, name, paged=paged):
        yield f"{one.layout.rule}: {one.cost:.1f}"
        for line, step in zip(found[one.begin :], one.steps, strict=False):
            yield from _missing(step.supplied)
            cost = step.cost - COSTS.supply * len(step.supplied)
            words = " ".join(text[line.start : line.end].split())
            yield f"{cost:6.1f}  {_name(line, step):<28} {words[:80]}"
        yield from _missing(one.missing)


def _missing(kinds: tuple[str, ...]) -> Iterator[str]:
    for kind in kinds:
        yield f"{COSTS.supply:6.1f}  {kind} is missing"


def _name(line: Line, step: quick.Step) -> str:
    if not step.kind:
        return f"aside ({line.kind})"
    return step.kind if step.kind == line.kind else f"{step.kind} ({line.kind})"


if __name__ == "__main__":
    for row in explained(Path(sys.argv[1]).read_bytes()):
        sys.stdout.write(f"{row}\n")
