"""Breaks good declarations in known ways, at random places with fixed seeds, and looks at what is found.

    python tests/damages.py [SEEDS]

prints how much is found, by kind of damage.
"""

import datetime as dt
import difflib
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from damage import characters, delegations, header, legend, parts, signatories
from damage.draft import FORMS, Draft, Line, read
from damage.kinds import DAMAGES, Damage, UnfitError

import declparse
from declparse import Finding, source

__all__ = ["DAMAGES", "FORMS", "SAMPLES", "Broken", "Damage", "Trial", "broken", "check", "document", "trials"]

FAMILIES = (signatories, header, delegations, legend, parts, characters)
ROOT = Path(__file__).parents[1]
SAMPLES = {
    path.stem: path
    for path in (ROOT / "samples" / "declaration-817.md", *sorted((ROOT / "samples" / "good").iterdir()))
}
TODAY = dt.date(2026, 11, 23)
# What a damage may raise on a document that is damaged already: too little is left for it.
UNFIT = (UnfitError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding by its code, the line in which it begins, and its message."""

    code: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.code} in line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Broken:
    """A damaged text, and the finding that must come: its code, and its line where only some are right."""

    text: str
    codes: frozenset[str]
    lines: frozenset[int] | None

    def explains(self, found: Found) -> bool:
        return found.code in self.codes and (self.lines is None or found.line in self.lines)


@dataclass(frozen=True, slots=True)
class Trial:
    """A damage done to a sample in a form with a seed, and what is found."""

    sample: str
    form: str
    seed: int
    broken: Broken
    found: list[Found]

    @property
    def good(self) -> bool:
        return len(self.found) == 1 and self.broken.explains(self.found[0])

    @property
    def recognised(self) -> bool:
        """Whether the right code is there, wherever."""
        return any(one.code in self.broken.codes for one in self.found)

    def __str__(self) -> str:
        before = document(self.sample, self.form).text.splitlines()
        change = difflib.unified_diff(before, self.broken.text.splitlines(), lineterm="", n=0)
        wanted = f"one of {sorted(self.broken.codes)} in one of the lines {sorted(self.broken.lines or [])}"
        return "\n  ".join(
            [
                f"{self.sample}, {self.form}, seed {self.seed}",
                *[*change][2:],
                f"expected {wanted}",
                *map(str, self.found),
            ]
        )


@cache
def _original(sample: str) -> str:
    return SAMPLES[sample].read_text("utf-8")


def document(sample: str, form: str) -> Draft:
    """A good declaration in a form."""
    return read(_original(sample), form)


def check(text: str) -> list[Finding]:
    return declparse.check(encoded(text), today=TODAY)


def encoded(text: str) -> bytes:
    """The text in UTF-8, with the bytes that are none."""
    return text.encode("utf-8", "surrogateescape")


def found_in(text: str) -> list[Found]:
    """The findings of a text with their lines."""
    place = source.decode(encoded(text)).position
    return [Found(one.code, place(one.span.start).line, one.message) for one in check(text)]


def broken(kinds: list[Damage], sample: str, form: str, seed: int) -> list[Broken]:
    """A document with one or more damages, and for each the finding that must come.

    Each damage is done to lines that the others leave alone. Empty where the damages do not fit.
    """
    draft = document(sample, form)
    chance = Random(f"{[kind.name for kind in kinds]} {sample} {form} {seed}")
    unfit = (UnfitError,) if len(kinds) == 1 else UNFIT
    places: list[list[Line] | None] = []
    taken: set[int] = set()
    for kind in kinds:
        try:
            lines, touched = _done(kind, draft, chance)
        except unfit:
            return []
        if taken & touched:
            return []
        taken |= touched
        places.append(lines)
    text = draft.text
    numbers = [None if lines is None else frozenset(draft.numbers(lines)) for lines in places]
    return [Broken(text, kind.codes, lines) for kind, lines in zip(kinds, numbers, strict=True)]


def _done(kind: Damage, draft: Draft, chance: Random) -> tuple[list[Line] | None, set[int]]:
    """Does a damage to a draft; where its finding must stand, and the lines it has to do with."""
    before = {id(line): line.text for line in draft.lines}
    removed = [*draft.lines]  # kept, so that no new line takes the identity of a lost one
    lines = kind.breaker(chance, draft)
    after = {id(line): line.text for line in draft.lines}
    touched = {id(line) for line in (*removed, *draft.lines) if before.get(id(line)) != after.get(id(line))}
    return lines, touched | {id(line) for line in lines or []}


def shattered(sample: str, form: str, seed: int, count: int) -> str:
    """A document with many damages of any kind, which may hit the same lines."""
    draft = document(sample, form)
    chance = Random(f"{sample} {form} {seed}")
    for kind in chance.sample(DAMAGES, count):
        with suppress(*UNFIT):
            kind.breaker(chance, draft)
    return draft.text


def trials(kind: Damage, seeds: int) -> Iterator[Trial]:
    """A damage done to every sample, where it fits; the forms take turns, so three seeds are needed for all."""
    for place, sample in enumerate(SAMPLES):
        for seed in range(seeds):
            form = FORMS[(place + seed) % len(FORMS)]
            for one in broken([kind], sample, form, seed):
                yield Trial(sample, form, seed, one, found_in(one.text))


def main(seeds: int) -> None:
    """Prints for each kind how many of its damages are found, found at the right line, and what is found besides."""
    print(f"{'kind':<64} {'tried':>6} {'found':>6} {'line':>6} {'more':>6}")
    everything: list[Trial] = []
    for kind in DAMAGES:
        tried = list(trials(kind, seeds))
        everything += tried
        print(_row(str(kind), tried))
    print(_row("all", everything))


def _row(name: str, tried: list[Trial]) -> str:
    count = len(tried) or 1
    recognised = sum(trial.recognised for trial in tried) / count
    placed = sum(any(map(trial.broken.explains, trial.found)) for trial in tried) / count
    more = sum(max(0, len(trial.found) - trial.recognised) for trial in tried) / count
    return f"{name:<64} {len(tried):>6} {recognised:>6.1%} {placed:>6.1%} {more:>6.2f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
