"""The texts on which the grammars are tested: all samples, all cases, and every kind of damage."""

from collections.abc import Iterator

import damages
from conftest import SAMPLES
from damages import DAMAGES, FORMS

from declparse.source import SourceText, decode
from support.cases import CASES

_SHATTERED = 100  # texts with many damages at a time
_DAMAGES = 6  # of each of them


def every_text(damaged_samples: int) -> list[SourceText]:
    """Return all samples and cases, and every kind of damage on so many of the samples, not always the same ones."""
    found = {text.text: text for text in [*_whole(), *_damaged(damaged_samples)]}
    return list(found.values())


def _whole() -> Iterator[SourceText]:
    for path in sorted(SAMPLES.rglob("*")):
        if path.suffix in (".md", ".txt"):
            yield decode(path.read_bytes())
    for cases in CASES.values():
        for case in cases:
            yield from case.files


def _damaged(samples: int) -> Iterator[SourceText]:
    names = list(damages.SAMPLES)
    for place, kind in enumerate(DAMAGES):
        turn = place % len(names)
        for seed, name in enumerate((names[turn:] + names[:turn])[:samples]):
            for one in damages.broken([kind], name, FORMS[(place + seed) % len(FORMS)], seed):
                yield decode(damages.encoded(one.text))
    for seed in range(_SHATTERED):
        text = damages.shattered(names[seed % len(names)], FORMS[seed % len(FORMS)], seed, _DAMAGES)
        yield decode(damages.encoded(text))
