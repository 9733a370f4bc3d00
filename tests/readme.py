"""Writes the generated pieces of the README: the table of rules, the figures of the damage suite, and what the shown
commands print.

Run it as ``python tests/readme.py`` after a change; a test proves that the README is current.
"""

import re
import shlex
import subprocess
import sys
from collections import Counter
from itertools import product
from pathlib import Path

import damages

from declparse.rules import RULES

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
_TABLE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- /rules -->)", re.DOTALL)
_ACCURACY = re.compile(r"(?<=<!-- accuracy -->\n).*?(?=<!-- /accuracy -->)", re.DOTALL)
_LAYOUTS = {
    ("1995", "en"): "print of 1995",
    ("2001", "en"): "print of 2001",
    ("2008", "en"): "print of 2008",
    ("print", "en"): "print since 2012",
    ("print", "fr"): "print since 2012, in French",
    ("web", "en"): "web page",
    ("web", "fr"): "web page in French",
}
_RUN = re.compile(r"(```text\n\$ declparse ([^\n]*)\n).*?(?=```)", re.DOTALL)


def current(text: str) -> str:
    """The README with the generated pieces made anew."""
    text = _TABLE.sub(lambda _: _table(), text)
    text = _ACCURACY.sub(lambda _: _accuracy(), text)
    return _RUN.sub(lambda match: match[1] + _output(shlex.split(match[2])), text)


def _table() -> str:
    rows = [f"| {rule.code} | {rule.name} | {rule.severity.value} | {rule.summary} |" for rule in RULES]
    return "\n".join(["", "| code | name | severity | reports |", "|---|---|---|---|", *rows, "", ""])


def _accuracy() -> str:
    """The damage suite, by what is damaged: all kinds of one family together, two damages at a time, and no damage."""
    families: dict[str, list[damages.Damage]] = {kind.family: [] for kind in damages.DAMAGES}
    for kind in damages.DAMAGES:
        families[kind.family].append(kind)
    harmless = [kind for kind in damages.DAMAGES if kind.is_harmless]
    rows = [_figures(family, kinds) for family, kinds in families.items() if kinds[0] not in harmless]
    rows.append(_figures("**all**", [kind for kind in damages.DAMAGES if kind not in harmless]))
    pairs = [one for pair in damages.pairs(damages.PAIRS) for one in pair]
    rows.append(_row("two at a time", "", len(pairs) // 2, damages.Figures.of(pairs)))
    good = [damages.found_in(damages.document(*one).text) for one in product(damages.SAMPLES, damages.FORMS)]
    rows.append(f"| no damage | | {len(good)} | | | {sum(map(len, good)) / len(good):.2f} |")
    other = [one for kind in harmless for one in damages.trials(kind, damages.SEEDS)]
    more = damages.Figures.of(other).superfluous
    rows.append(f"| written otherwise, but not wrong | {len(harmless)} | {len(other)} | | | {more:.2f} |")
    heading = "| what is damaged | kinds | documents | found | at the right place | findings besides |"
    return "\n".join(["", heading, "|---|---:|---:|---:|---:|---:|", *rows, "", *_by_layout(), "", ""])


def _by_layout() -> list[str]:
    """The same figures, by layout and language."""
    trials: dict[tuple[str, str], list[damages.Trial]] = {layout: [] for layout in _LAYOUTS}
    kinds: Counter[tuple[str, str]] = Counter()
    for kind in damages.DAMAGES:
        tried = damages.trials(kind, damages.SEEDS) if not kind.is_harmless else ()
        layouts = [damages.document(one.sample, one.form).layout[:2] for one in tried]
        for layout, trial in zip(layouts, tried, strict=True):
            trials[layout].append(trial)
        kinds.update(set(layouts))
    heading = "| layout | kinds | documents | found | at the right place | findings besides |"
    rows = [
        _row(name, str(kinds[layout]), len(trials[layout]), damages.Figures.of(trials[layout]))
        for layout, name in _LAYOUTS.items()
    ]
    return [heading, "|---|---:|---:|---:|---:|---:|", *rows]


def _figures(name: str, kinds: list[damages.Damage]) -> str:
    tried = [one for kind in kinds for one in damages.trials(kind, damages.SEEDS)]
    return _row(name, str(len(kinds)), len(tried), damages.Figures.of(tried))


def _row(name: str, kinds: str, documents: int, figures: damages.Figures) -> str:
    _, found, placed, superfluous = figures
    return f"| {name} | {kinds} | {documents} | {found:.1f} % | {placed:.1f} % | {superfluous:.2f} |"


def _output(arguments: list[str]) -> str:
    command = [sys.executable, "-m", "declparse", *arguments]
    return subprocess.run(command, capture_output=True, cwd=ROOT, check=False).stdout.decode()


if __name__ == "__main__":
    README.write_text(current(README.read_text(encoding="utf-8")), encoding="utf-8")
