"""Breaks good declarations of all layouts in known ways, at random places with fixed seeds, and looks at what is found.

    python tests/damages.py [SEEDS]

prints how much is found, by kind of damage.
"""

import datetime as dt
import difflib
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from damage import characters, delegations, furniture, header, legend, pages, parts, signatories
from damage.draft import FORMS, Draft, Line, UnfitError, read
from damage.kinds import DAMAGES, Damage

import declparse
from declparse import Finding, source

__all__ = ["DAMAGES", "FORMS", "SAMPLES", "Broken", "Damage", "Trial", "broken", "check", "document", "trials"]

FAMILIES = (signatories, header, delegations, legend, parts, pages, characters, furniture)
ROOT = Path(__file__).parents[1]
SAMPLES = {
    path.stem: path
    for path in (ROOT / "samples" / "declaration-817.md", *sorted((ROOT / "samples" / "good").iterdir()))
}
TODAY = dt.date(2026, 11, 23)
SEEDS, PAIRS = 2, 500  # of each kind of damage on each sample, and of two damages at a time
# Rules that depend on the date are silent where it cannot be read; beside bytes that are no text, no error is reported.
DATED = {"STA002", "STA003", "STA004", "GRP002", "GRP005", "GRP007", "NUM004", "GRP003", "SIG005", "SIG008", "STR007"}
UNDATED = {"DAT001", "DAT002", "DAT003", "DAT006"}
UNDECODABLE = {"TXT001"}
# What a damage may raise on a document that is damaged already: too little is left for it.
UNFIT = (UnfitError, LookupError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Found:
    """A finding by its code, where it begins, and its message."""

    code: str
    place: int
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.code} in line {self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Broken:
    """A damaged text, and the finding that must come: its code, and where it may begin; nowhere else if that is given.

    Without codes nothing must be found.
    """

    text: str
    codes: frozenset[str]
    places: frozenset[tuple[int, int]] | None

    def explains(self, found: Found) -> bool:
        return found.code in self.codes and (
            self.places is None or any(start <= found.place <= end for start, end in self.places)
        )


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
        if not self.broken.codes:
            return not self.found
        return len(self.found) == 1 and self.broken.explains(self.found[0])

    @property
    def recognised(self) -> bool:
        """Whether the right code is there, wherever."""
        return any(one.code in self.broken.codes for one in self.found)

    def __str__(self) -> str:
        before = document(self.sample, self.form).text.splitlines()
        change = difflib.unified_diff(before, self.broken.text.splitlines(), lineterm="", n=0)
        pieces = [self.broken.text[start:end][:40] for start, end in sorted(self.broken.places or [])]
        wanted = f"one of {sorted(self.broken.codes)} in one of {pieces}"
        return "\n  ".join(
            [
                f"{self.sample}, {self.form}, seed {self.seed}",
                *[*change][2:],
                f"expected {wanted}",
                *map(str, self.found),
            ]
        )


@cache
def _original(sample: str, form: str) -> Draft:
    return read(SAMPLES[sample].read_text("utf-8"), form)


def document(sample: str, form: str) -> Draft:
    """Return a good declaration in a form, to be damaged as you like."""
    return _original(sample, form).copy()


def check(text: str) -> list[Finding]:
    return declparse.check(encoded(text), today=TODAY)


def encoded(text: str) -> bytes:
    """The text in UTF-8, with the bytes that are none."""
    return text.encode("utf-8", "surrogateescape")


def found_in(text: str) -> list[Found]:
    """The findings of a text with their lines."""
    position = source.decode(encoded(text)).position
    starts = [(one, one.span.start) for one in check(text)]
    return [Found(one.code, start, position(start).line, one.message) for one, start in starts]


def broken(kinds: list[Damage], sample: str, form: str, seed: int) -> list[Broken]:
    """A document with one or more damages, and for each the finding that must come.

    Each damage is done to lines that the others leave alone. Empty where the damages do not fit.
    """
    draft = document(sample, form)
    layout = draft.layout.name
    if any(layout not in kind.codes for kind in kinds):
        return []
    chance = Random(f"{[kind.name for kind in kinds]} {sample} {form} {seed}")
    unfit = (UnfitError,) if len(kinds) == 1 else UNFIT
    places: list[list[Line] | None] = []
    taken: set[Line] = set()
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
    spans = [None if lines is None else draft.places(lines) for lines in places]
    return [Broken(text, kind.codes[layout], span) for kind, span in zip(kinds, spans, strict=True)]


def _done(kind: Damage, draft: Draft, chance: Random) -> tuple[list[Line] | None, set[Line]]:
    """Does a damage to a draft; where its finding must stand, and the lines it has to do with."""
    before = {line: line.text for line in draft.lines}
    lines = kind.breaker(chance, draft)
    after = {line: line.text for line in draft.lines}
    touched = {line for line in (*before, *after) if before.get(line) != after.get(line)}
    return lines, touched | {*(lines or [])}


def shattered(sample: str, form: str, seed: int, count: int) -> str:
    """A document with many damages of any kind that its layout has, which may hit the same lines."""
    draft = document(sample, form)
    chance = Random(f"{sample} {form} {seed}")
    for kind in chance.sample([kind for kind in DAMAGES if draft.layout.name in kind.codes], count):
        with suppress(*UNFIT):
            kind.breaker(chance, draft)
    return draft.text


@cache
def trials(kind: Damage, seeds: int) -> tuple[Trial, ...]:
    """A damage done to every sample, where it fits; the forms take turns."""
    return tuple(_trials(kind, seeds))


def _trials(kind: Damage, seeds: int) -> Iterator[Trial]:
    for place, sample in enumerate(SAMPLES):
        for seed in range(seeds):
            form = FORMS[(place + seed) % len(FORMS)]
            for one in broken([kind], sample, form, seed):
                yield Trial(sample, form, seed, one, found_in(one.text))


@cache
def pairs(count: int) -> tuple[tuple[Trial, Trial], ...]:
    """Two damages at a time, of different families and at different places, done to a sample.

    Each has as found what explains it, and what explains neither.
    """
    chance = Random("pairs")
    done: list[tuple[Trial, Trial]] = []
    while len(done) < count:
        pair = chance.sample(DAMAGES, 2)
        sample, form = chance.choice(list(SAMPLES)), chance.choice(FORMS)
        seed = len(done) + 1
        expected = broken(pair, sample, form, seed) if _independent(*pair) else []
        if expected and all(one.codes for one in expected):
            found = found_in(expected[0].text)
            one, other = expected
            done.append(
                (
                    Trial(sample, form, seed, one, [f for f in found if one.explains(f) or not other.explains(f)]),
                    Trial(sample, form, seed, other, [f for f in found if other.explains(f) or not one.explains(f)]),
                )
            )
    return tuple(done)


def _independent(one: Damage, other: Damage) -> bool:
    """Whether neither may hide the other: of different families, and not silent for want of a date or of members."""
    if one.family == other.family or {one.family, other.family} & {"kind of document", "admission"}:
        return False
    codes = one.all_codes | other.all_codes
    return not (codes & UNDECODABLE or (codes & DATED and (codes & UNDATED or "date lost" in (one.name, other.name))))


class Figures(NamedTuple):
    """What became of some damages: how many there were, and of each 100 how many were found, and at the right place."""

    tried: int
    found: float
    placed: float
    superfluous: float  # findings besides, for each document

    @classmethod
    def of(cls, tried: Sequence[Trial]) -> "Figures":
        """The figures of these trials; those in which nothing is to be found count for the last one only."""
        count = sum(bool(trial.broken.codes) for trial in tried) or 1
        found = sum(trial.recognised for trial in tried)
        placed = sum(any(map(trial.broken.explains, trial.found)) for trial in tried)
        more = sum(max(0, len(trial.found) - trial.recognised) for trial in tried)
        return cls(len(tried), 100 * found / count, 100 * placed / count, more / (len(tried) or 1))


def main(seeds: int) -> None:
    """Prints for each kind how many of its damages are found, found at the right place, and what is found besides."""
    print(f"{'kind':<64} {'tried':>6} {'found':>6} {'place':>6} {'more':>6}")
    for kind in DAMAGES:
        _print(str(kind), trials(kind, seeds))
    _print("all", [trial for kind in DAMAGES for trial in trials(kind, seeds)])
    _print("two at a time", [trial for pair in pairs(PAIRS) for trial in pair])


def _print(name: str, tried: Sequence[Trial]) -> None:
    count, found, placed, superfluous = Figures.of(tried)
    print(f"{name:<64} {count:>6} {found:>5.1f}% {placed:>5.1f}% {superfluous:>6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS)
