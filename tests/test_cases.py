"""The cases: one file for each rule, with texts that are wrong and texts that are right, and what is found in them.

A case is a ``diff`` against ``cases/base.md`` or a whole ``text``, followed by the list of all its findings, each with
the line it stands in and ``⟦ ⟧`` around the place. A heading may name the day, how the text is saved, and another good
text that the diff is against, of this folder or of the samples: ``(today 2026-01-01)``, ``(saved as latin-1)``, ``(in
base-web.md)``.

A rule on collections has several blocks in its cases, one for each file. A rule on two documents has one for the new
document, against ``base-2nd-edition.md``; the old one is ``base.md``, or what the heading names, ``(after
night-trains.md)``. A block before it changes the old one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from pathlib import Path

import pytest

import declparse
from declparse import Finding, pipeline, source
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine, every_rule, joint
from declparse.rules.options import Options
from declparse.rules.rule import Rule
from declparse.rules.side_by_side import Comparison
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
_FIELD = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
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

    @property
    def document(self) -> bytes:
        """The text as it is saved; of two the new one."""
        default = "base-2nd-edition.md" if self.rule.family == "CMP" else "base.md"
        return self._saved(self.blocks[-1], self.option("in", default))

    @property
    def files(self) -> list[SourceText]:
        """All texts as they are saved, in their order."""
        if self.rule.family == "COL":
            bases = [self.option("in", "base.md") for _ in self.blocks]
            saved = [self._saved(*block) for block in zip(self.blocks, bases, strict=True)]
            return [source.decode(data, f"{number}.md") for number, data in enumerate(saved, start=1)]
        if self.rule.family == "CMP":
            old = self.option("after", "base.md")
            before = self._saved(self.blocks[0], old) if len(self.blocks) > 1 else base(old).encode()
            return [source.decode(before, "old.md"), source.decode(self.document, "new.md")]
        return [source.decode(self.document, "draft.md")]

    def _saved(self, block: tuple[str, str], against: str) -> bytes:
        kind, lines = block
        text = lines if kind == "text" else applied(lines, base(against))
        return text.encode(self.option("saved as", "utf-8"))

    def results(self, lang: Lang = "en") -> list[FileResult]:
        """The texts with all that is found in them, or by the rules on several documents between them."""
        files = self.files
        documents = [pipeline.parse_all(file) for file in files]
        every = [document for several in documents for document in several]
        options = Options.of(today=self.today, lang=lang)
        if self.rule.family == "COL":
            found = joint.check_collection(every, [options] * len(every))
        elif self.rule.family == "CMP":
            old, new = every
            found = [[], joint.compare(Comparison(old, new), options)]
        else:
            found = [engine.check(one, options) for one in every]
        each = iter(map(DocumentResult, every, map(tuple, found)))
        return [
            FileResult(file, tuple(next(each) for _ in several), lang)
            for file, several in zip(files, documents, strict=True)
        ]

    @property
    def findings(self) -> list[Finding]:
        return [finding for result in self.results() for finding in result.findings]


def base(name: str) -> str:
    """A good text, of the folder of the cases or of the samples."""
    return next(path for path in (FOLDER / name, GOOD / name) if path.exists()).read_text("utf-8")


def applied(diff: str, text: str) -> str:
    """The text with the hunks of a diff applied; each must fit one place. Blanks at the ends of lines do not count."""
    lines = text.split("\n")
    for hunk in re.split(r"^@@\n", diff, flags=re.MULTILINE):
        changes = hunk.removesuffix("\n").split("\n")
        old = [line[1:].rstrip() for line in changes if not line.startswith("+")]
        new = [line[1:] for line in changes if not line.startswith("-")]
        bare = [line.rstrip() for line in lines]
        places = [place for place in range(len(lines)) if bare[place : place + len(old)] == old and old]
        assert len(places) == 1, f"this hunk fits {len(places)} places of the base:\n{hunk}"
        lines[places[0] : places[0] + len(old)] = new
    return "\n".join(lines)


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


def in_lines(results: list[FileResult]) -> list[str]:
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
    messages = "\n".join(f"  {finding.code}: {finding.message}" for finding in case.findings)
    if found != expected:
        pytest.fail(f"{case}\n{side_by_side(expected, found)}\n{messages}", pytrace=False)


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


@pytest.mark.parametrize(
    ("rule", "key"), [pytest.param(rule, key, id=f"{rule.code} {key}") for rule in RULES for key in rule.texts]
)
def test_every_text_is_used(rule: Rule, key: str) -> None:
    """Each message, help, label and title of a rule is seen in one of its cases, so that a clerk has read it once."""
    findings = [finding for case in CASES[rule.code] for finding in case.findings if finding.code == rule.code]
    words = [text for finding in findings for text in texts_of(finding)]
    template = ".+".join(re.escape(part) for part in _FIELD.split(rule.texts[key]))
    assert any(re.fullmatch(template, text, re.DOTALL) for text in words), rule.texts[key]


def texts_of(finding: Finding) -> list[str]:
    texts = [finding.message, *(label.message for label in finding.labels)]
    return texts + ([finding.help] if finding.help else []) + ([finding.fix.title] if finding.fix else [])
