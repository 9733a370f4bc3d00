"""The cases: one file for each rule, with texts that are wrong and right, and what is found in them.

A case is a ``diff`` against ``cases/base.md`` or a whole ``text``, followed by the list of all its findings, each with
the line it stands in and ``⟦ ⟧`` around the place. A heading may name the day, how the text is saved, and another good
text that the diff is against, of this folder or of the samples: ``(today 2026-01-01)``, ``(saved as latin-1)``, ``(in
base-web.md)``.

A rule on collections has several blocks in its cases, one for each file. A rule on two documents has one for the new
document, against ``base-2nd-edition.md``; the old one is ``base.md``, or what the heading names, ``(after
night-trains.md)``. A block before it changes the old one.

Two things make a diff short. A removed line ``…`` stands for all lines from the one above it to the one below::

    -SØRHAUGEN Tormod, Norway, SOC
    -…
    -WESTERBROOKE Harriet, United Kingdom, SOC

And a hunk may consist of one line that gives the signatories of the base other countries or groups, which take turns
down the list; the hunks after it see the new list::

    countries: Norway, Italy, Spain
    @@
    -WESTERBROOKE Harriet, Norway, SOC
    +WESTERBROOKE Harriet, San Marino, SOC

Each case reads and checks its texts once, for all tests that look at them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import cycle, groupby, pairwise, zip_longest
from pathlib import Path

from conftest import ROOT, SAMPLES

from declparse import Document, Finding, pipeline, source
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine, every_rule
from declparse.rules.options import Options
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.rule import Rule
from declparse.source import SourceText, Span
from declparse.wording import Lang

RULES = every_rule()

FOLDER = ROOT / "tests" / "cases"
BASE = (FOLDER / "base.md").read_text("utf-8")
GOOD = SAMPLES / "good"
TODAY = "2025-07-15"

_HEADING = re.compile(r"^## ((?:Wrong|Right): .+)\n", re.MULTILINE)
_BLOCK = re.compile(r"^```(diff|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_OPTION = re.compile(r"\((today|saved as|in|after) ([^)]+)\)")
_IN_TURN = re.compile(r"(countries|groups): (.+)\n?")
_LIST = re.compile(r"(?<=<sup>1</sup>:\n\n).+?(?=\n\n)", re.DOTALL)
_GAP = "…"
_FIELD = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, eq=False)  # each case is itself alone, and keeps what is found in it
class Case:
    """One text, or several, and what must be found in them."""

    rule: Rule
    title: str
    blocks: tuple[tuple[str, str], ...]
    expected: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.rule.code} {self.title}"

    def option(self, name: str, default: str) -> str:
        """What the heading says in brackets, else the default."""
        options: dict[str, str] = dict(_OPTION.findall(self.title))
        return options.get(name, default)

    @property
    def today(self) -> date:
        return date.fromisoformat(self.option("today", TODAY))

    @cached_property
    def document(self) -> bytes:
        """The text as it is saved; of two the new one."""
        default = "base-2nd-edition.md" if self.rule.family == "CMP" else "base.md"
        return self._saved(self.blocks[-1], self.option("in", default))

    @cached_property
    def files(self) -> tuple[SourceText, ...]:
        """All texts as they are saved, in their order."""
        if self.rule.family == "COL":
            bases = [self.option("in", "base.md") for _ in self.blocks]
            saved = [self._saved(*block) for block in zip(self.blocks, bases, strict=True)]
            return tuple(source.decode(data, f"{number}.md") for number, data in enumerate(saved, start=1))
        if self.rule.family == "CMP":
            old = self.option("after", "base.md")
            before = self._saved(self.blocks[0], old) if len(self.blocks) > 1 else base(old).encode()
            return source.decode(before, "old.md"), source.decode(self.document, "new.md")
        return (source.decode(self.document, "draft.md"),)

    def _saved(self, block: tuple[str, str], against: str) -> bytes:
        kind, lines = block
        text = lines if kind == "text" else applied(lines, base(against))
        return text.encode(self.option("saved as", "utf-8"))

    @cached_property
    def documents(self) -> tuple[tuple[Document, ...], ...]:
        """The documents in each of the files."""
        return tuple(map(pipeline.parse_all, self.files))

    def results(self, lang: Lang = "en") -> tuple[FileResult, ...]:
        """The texts with all that is found in them, or by the rules on several documents between them."""
        return _checked(self, lang)

    @property
    def findings(self) -> list[Finding]:
        return [finding for result in self.results() for finding in result.findings]


@cache
def _checked(case: Case, lang: Lang) -> tuple[FileResult, ...]:
    every = [document for several in case.documents for document in several]
    options = Options.of(today=case.today, lang=lang)
    if case.rule.family == "COL":
        found = engine.check_collection(every, [options] * len(every))
    elif case.rule.family == "CMP":
        old, new = every
        found = [[], engine.compare(Comparison(old, new), options)]
    else:
        found = [engine.check(one, options) for one in every]
    each = iter(map(DocumentResult, every, map(tuple, found)))
    return tuple(
        FileResult(file, tuple(next(each) for _ in several), lang)
        for file, several in zip(case.files, case.documents, strict=True)
    )


@cache
def base(name: str) -> str:
    """A good text, of the folder of the cases or of the samples."""
    return next(path for path in (FOLDER / name, GOOD / name) if path.exists()).read_text("utf-8")


def applied(diff: str, text: str) -> str:
    """The text with the hunks of a diff applied; each must fit one place. Blanks at the ends of lines do not count."""
    for hunk in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        named = _IN_TURN.fullmatch(hunk)
        text = in_turn(named[1], named[2].split(", "), text) if named else changed(hunk, text)
    return text


def changed(hunk: str, text: str) -> str:
    """The text with one hunk applied, of which each piece between two gaps must fit one place."""
    lines, changes = text.split("\n"), hunk.removesuffix("\n").split("\n")
    old = [line[1:].rstrip() for line in changes if not line.startswith("+")]
    new = [line[1:] for line in changes if not line.startswith("-")]
    bare = [line.rstrip() for line in lines]
    pieces = [[*piece] for is_gap, piece in groupby(old, _GAP.__eq__) if not is_gap]
    assert len(pieces) == old.count(_GAP) + 1, f"a line is missing above or below '{_GAP}', or there is none:\n{hunk}"
    found = []
    for piece in pieces:
        places = [place for place in range(len(bare)) if bare[place : place + len(piece)] == piece]
        assert len(places) == 1, f"this hunk fits {len(places)} places of the base:\n{hunk}"
        found.append((places[0], places[0] + len(piece)))
    assert all(end <= start for (_, end), (start, _) in pairwise(found)), f"this hunk goes backwards:\n{hunk}"
    lines[found[0][0] : found[-1][1]] = new
    return "\n".join(lines)


def in_turn(field: str, values: Sequence[str], text: str) -> str:
    """The text with other countries or groups in its list, written anew without blanks at the ends of lines."""
    listed = _LIST.search(text)
    assert listed, "this text has no list of signatories"
    lines = []
    for line, value in zip(listed[0].split("\n"), cycle(values), strict=False):
        name, country, group = line.rstrip().split(", ")
        lines.append(", ".join((name, value, group) if field == "countries" else (name, country, value)))
    return text[: listed.start()] + "\n".join(lines) + text[listed.end() :]


def path_of(rule: Rule) -> Path:
    return FOLDER / rule.family.lower() / f"{rule.name}.md"


def cases_of(rule: Rule) -> Iterator[Case]:
    """The cases in the file of the rule; none where there is no file."""
    page = path_of(rule).read_text("utf-8") if path_of(rule).exists() else ""
    _, *parts = _HEADING.split(page)
    for title, section in zip(parts[::2], parts[1::2], strict=True):
        blocks = list(_BLOCK.finditer(section))
        assert blocks, f"{rule.code}: no diff or text in '{title}'"
        rest = section[blocks[-1].end() :]
        expected = tuple(line.rstrip() for line in rest.split("\n") if line.lstrip().startswith("- "))
        assert bool(expected) != ("\nno findings\n" in rest), f"{rule.code}: list findings, or none, in '{title}'"
        yield Case(rule, title, tuple((block[1], block[2]) for block in blocks), expected)


CASES = {rule.code: list(cases_of(rule)) for rule in RULES}


def in_lines(results: Sequence[FileResult]) -> list[str]:
    """The findings as the cases list them."""
    lines: list[str] = []
    for result in results:
        for finding in result.findings:
            lines.append(f"- {finding.code} {finding.severity.value}: {marked(finding.span, result.source)}")
            lines += [f"  - label: {marked(one.span, one.source or result.source)}" for one in finding.labels]
    return lines


def marked(span: Span, source: SourceText) -> str:
    """The line in which a place begins, with the place in brackets; the dots tell that it goes on in the next line."""
    start, end = source.position(span.start), source.position(span.end)
    line = source.line(start.line)
    goes_on = end.line > start.line
    first, last, more = start.column - 1, len(line.rstrip()) if goes_on else end.column - 1, "…" if goes_on else ""
    return f"{line[:first]}⟦{line[first:last]}⟧{more}{line[last:]}".strip()


def side_by_side(expected: list[str], found: list[str]) -> str:
    rows = zip_longest(expected, found, fillvalue="(nothing)")
    return "\n".join(f"  {a}" if a == b else f"! expected  {a}\n! found     {b}" for a, b in rows)


def pattern_of(template: str) -> re.Pattern[str]:
    """What the text of a rule looks like when its values are filled in."""
    return re.compile(".+".join(map(re.escape, _FIELD.split(template))), re.DOTALL)


def texts_of(finding: Finding) -> list[str]:
    texts = [finding.message, *(label.message for label in finding.labels)]
    return texts + ([finding.help] if finding.help else []) + ([finding.fix.title] if finding.fix else [])
