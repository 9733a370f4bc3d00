"""The cases: one file for each rule, with texts that are wrong and texts that are right, and what is found in them.

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

import pytest

import declparse
from declparse import Document, Finding, pipeline, source
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine, every_rule
from declparse.rules.options import Options
from declparse.rules.support.pairing import Comparison
from declparse.rules.support.rule import Rule
from declparse.source import SourceText, Span
from declparse.wording import Lang

RULES = every_rule()

FOLDER = Path(__file__).parent / "cases"
BASE = (FOLDER / "base.md").read_text("utf-8")
GOOD = Path(__file__).parents[1] / "samples" / "good"
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


@pytest.mark.parametrize("case", [case for cases in CASES.values() for case in cases], ids=str)
def test_case(case: Case) -> None:
    expected = list(case.expected)
    found = in_lines(case.results())
    if found != expected:
        messages = "\n".join(f"  {finding.code}: {finding.message}" for finding in case.findings)
        pytest.fail(f"{case}\n{side_by_side(expected, found)}\n{messages}", pytrace=False)


@pytest.mark.parametrize(
    ("diff", "text"),
    [
        (" a\n-b\n", "a\nc\nd\ne"),
        ("-b\n-…\n-d\n", "a\ne"),
        ("-b\n-…\n d\n+x\n", "a\nd\nx\ne"),
        ("-a\n-…\n-c\n-…\n-e\n+x\n", "x"),
        ("-a\n@@\n-b\n-…\n-e\n+x\n", "x"),
    ],
)
def test_a_diff_is_applied(diff: str, text: str) -> None:
    assert applied(diff, "a\nb\nc\nd\ne") == text


@pytest.mark.parametrize(
    ("diff", "message"),
    [
        ("-x\n", "fits 0 places"),
        ("-b\n-…\n-x\n", "fits 0 places"),
        ("-d\n-…\n-b\n", "goes backwards"),
        ("-…\n-b\n", "a line is missing"),
        ("-b\n-…\n", "a line is missing"),
        ("+x\n", "a line is missing"),
        ("groups: NR\n", "no list of signatories"),
    ],
)
def test_a_diff_that_does_not_fit(diff: str, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        applied(diff, "a\nb\nc\nd\ne")


def test_countries_and_groups_take_turns() -> None:
    text = applied("countries: Malta, Italy\n@@\ngroups: NR\n@@\n-BIRKENFJORD Astrid, Malta, NR\n+x, y\n", BASE)
    listed = text.partition("<sup>1</sup>:\n\n")[2].split("\n")
    assert listed[:4] == [
        "SØRHAUGEN Tormod, Malta, NR",
        "ALBRECHTINGER Hedwig, Italy, NR",
        "x, y",
        "CARUANELLI Nazzareno, Italy, NR",
    ]
    assert listed[21:23] == ["WESTERBROOKE Harriet, Italy, NR", ""]
    assert len(text.split("\n")) == len(BASE.split("\n"))


@pytest.mark.parametrize(
    ("line", "quoted"),
    [("%" * 79 + "§", "%" * 79 + "§"), ("%" * 79 + "§§", "%" * 79 + "…"), ("%" * 78 + " §§", "%" * 78 + "…")],
)
def test_a_long_quote_is_cut(line: str, quoted: str) -> None:
    text = BASE.replace("LINDQVARN Britta, Sweden, EPP/CD", line)
    messages = [finding.message for finding in declparse.check(text) if finding.code == "STR005"]
    assert messages == [f"This line fits nowhere: '{quoted}'"]


@pytest.mark.parametrize("title", ["Wrong", "Right"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_cases(rule: Rule, title: str) -> None:
    assert path_of(rule).read_text("utf-8").startswith(f"# {rule.code} {rule.name}\n")
    cases = [case for case in CASES[rule.code] if case.title.startswith(title)]
    findings = [any(line.startswith(f"- {rule.code} ") for line in case.expected) for case in cases]
    assert cases
    assert findings == [title == "Wrong"] * len(cases)


def test_every_file_is_of_a_rule() -> None:
    assert {*FOLDER.glob("*/*.md")} == {path_of(rule) for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Rule) -> None:
    missing = [part for part in ("Wrong:", "Right:", "Source:") if f"\n{part}" not in rule.page]
    assert not missing
    assert rule.summary.endswith(".")
    assert "\n" not in rule.summary


def test_codes_and_names_are_unique() -> None:
    for names, form in (([rule.code for rule in RULES], r"[A-Z]{3}\d{3}"), ([rule.name for rule in RULES], r"[a-z-]+")):
        assert sorted(set(names)) == sorted(names)
        assert all(re.fullmatch(form, name) for name in names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_text_is_used(rule: Rule) -> None:
    """Each message, help, label and title of a rule is seen in one of its cases, so that a clerk has read it once."""
    findings = [finding for case in CASES[rule.code] for finding in case.findings if finding.code == rule.code]
    words = {text for finding in findings for text in texts_of(finding)}
    unused = {key: text for key, text in rule.texts.items() if not any(map(pattern_of(text).fullmatch, words))}
    assert not unused


def pattern_of(template: str) -> re.Pattern[str]:
    """What the text of a rule looks like when its values are filled in."""
    return re.compile(".+".join(map(re.escape, _FIELD.split(template))), re.DOTALL)


def texts_of(finding: Finding) -> list[str]:
    texts = [finding.message, *(label.message for label in finding.labels)]
    return texts + ([finding.help] if finding.help else []) + ([finding.fix.title] if finding.fix else [])
